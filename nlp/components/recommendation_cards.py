"""Tables that lie on their side: the first column names what stands beside (`Usul`, `Siapa`, `Kapan`), one card below the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nlp.components.recommendation_cells import EMPTY, Action, parts_of, said_at, share
from nlp.components.recommendation_columns import ACTION_COLUMNS, NO_ACTION, OWNER, PLAIN_ACTION, TIME
from nlp.components.recommendation_heading_words import NOT_OPENER
from nlp.components.recommendation_marks import Unit, flat, lines
from nlp.components.recommendation_words import (
    is_action,
    is_rejected,
)
from nlp.source import Source

_LONGEST_LABEL = 40  # characters


@dataclass(slots=True)
class _Card:
    """One recommendation's cells by their role: `action`, `owner`, `time`."""

    cells: dict[str, Unit] = field(default_factory=dict)


def cards_of(source: Source, cells: Sequence[Unit], *, in_section: bool) -> list[Action]:
    """The recommendations of such a table; none unless its labels name an action and who or when."""
    labels = {
        cell.owner.row: role
        for cell in cells
        if cell.owner.column == 0 and (role := _role(cell.text, in_section=in_section))
    }
    counts = Counter(labels.values())
    if not counts["action"] or not (counts["owner"] or counts["time"]):
        return []
    columns = sorted({cell.owner.column for cell in cells if cell.owner.column is not None} - {0})
    if len(columns) > 1 and labels.get(cells[0].owner.row) != "action":
        return []  # a table with a head of its own, one of whose rows bears such a name
    return [action for column in columns for card in _cards(cells, labels, column) for action in _actions(source, card)]


def _role(label: str, *, in_section: bool) -> str | None:
    """What stands beside `label`."""
    label = label.strip(" :")
    if len(label) > _LONGEST_LABEL or NOT_OPENER.search(label):
        return None
    names = (*ACTION_COLUMNS, PLAIN_ACTION) if in_section else ACTION_COLUMNS
    if not NO_ACTION.search(label) and any(name.search(label) for name in names):
        return "action"
    return "owner" if OWNER.search(label) else "time" if TIME.search(label) else None


def _cards(cells: Sequence[Unit], labels: dict[int | None, str], column: int) -> Iterator[_Card]:
    """The cards of one column: a label that comes again begins the next."""
    card = _Card()
    for cell in cells:
        role = labels.get(cell.owner.row)
        if role is None or cell.owner.column != column:
            continue
        if role in card.cells and (role == "action" or "action" in card.cells):
            if role != "action":
                continue  # `Waktu` and `Tahun` on one card: the first counts
            yield card
            card = _Card()
        card.cells[role] = cell
    yield card


def _actions(source: Source, card: _Card) -> Iterator[Action]:
    action = card.cells.get("action")
    if action is None:
        return
    owners, times = (_lines(source, card.cells.get(role)) for role in ("owner", "time"))
    parts = list(parts_of(source, action))
    for place, pieces in enumerate(parts):
        start, end = pieces[0][0], pieces[-1][1]
        text = said_at(source, pieces)
        if EMPTY.match(text) or is_rejected(text) or (len(text.split()) < 3 and not is_action(text)):
            continue
        owner, time = share(owners, place, len(parts)), share(times, place, len(parts))
        yield Action(start, end, text, owner, time, action.page, sure=True, pieces=pieces)


def _lines(source: Source, cell: Unit | None) -> list[str]:
    if cell is None or EMPTY.match(cell.text):
        return []
    text = cell.written(source)
    return [flat(text[start:end]) for start, end in lines(text)]
