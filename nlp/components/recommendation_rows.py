"""What stands in a table's row beside an action where no column is named: the one who is to act, and by when."""

from collections.abc import Sequence
from itertools import groupby

from nlp.components.recommendation_cells import parts_of
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_timelines import UNIT_ALONE, is_time
from nlp.pages import BlockKind
from nlp.source import Source


def beside_cells(source: Source, units: Sequence[Unit]) -> dict[int, tuple[str | None, str | None]]:
    """Owner and time that stand in a row beside other cells, by the start of each part of those; for tables whose columns have no names."""
    found: dict[int, tuple[str | None, str | None]] = {}
    cells = [unit for unit in units if unit.kind is BlockKind.CELL]
    for _, row in groupby(cells, key=lambda unit: (unit.page, unit.owner.table, unit.owner.row)):
        group = list(row)
        owners = [cell for cell in group if UNIT_ALONE.match(cell.text)]
        times = [cell for cell in group if is_time(cell.text)]
        if len(owners) != 1 and len(times) != 1:
            continue
        owner = owners[0].text if len(owners) == 1 else None
        time = times[0].text if len(times) == 1 else None
        for cell in group:
            if cell not in owners and cell not in times:
                found |= {pieces[0][0]: (owner, time) for pieces in parts_of(source, cell)}
    return found
