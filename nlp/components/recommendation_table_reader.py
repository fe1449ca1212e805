"""The tables that a walk through the document meets: what their columns recommend, below which headings."""

import re
from collections.abc import Iterator, Mapping, Sequence

from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_columns import headers_of
from nlp.components.recommendation_headings import continues
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_rows import beside_cells
from nlp.components.recommendation_tables import actions_of, row_heads
from nlp.components.recommendation_walk import Walk
from nlp.components.recommendation_words import has_modal, is_action
from nlp.pages import BlockKind

_PART = re.compile(r"\(\d{1,2}(?:\s*/\s*\d{1,2})?\)\s*$|\b\d{1,2}\s*/\s*\d{1,2}\s*$")  # `Langkah kita (2)`


class TableReader:
    """Reads one table after the other; the headers of one may carry on in the next."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.headers: tuple[int, Mapping[int, str]] = (0, {})  # of the last table, and its page

    def end_of(self, index: int) -> int:
        """The end of the table whose first cell is at `index`."""
        units = self.walk.units
        first = units[index]
        last = index
        while (
            last < len(units)
            and units[last].kind is BlockKind.CELL
            and (units[last].page, units[last].owner.table) == (first.page, first.owner.table)
        ):
            last += 1
        return last

    def read(self, cells: Sequence[Unit]) -> Iterator[Candidate]:
        """The recommendations of one table."""
        walk = self.walk
        section = walk.section
        if section is not None and section.mixed and section.page != cells[0].page and walk.slides:
            section = None
        above = walk.above(section) if section is not None else walk.outline.texts(2)
        actions = actions_of(walk.source, cells, in_section=section is not None, before=self._headers_before(cells))
        if sum(action.sure for action in actions) > 1 or _is_form(cells):
            walk.settled.append((cells[0].start, cells[-1].end))
        beside = beside_cells(walk.source, cells) if actions and not any(headers_of(cells).values()) else {}
        for action in actions:
            if not action.sure and not (is_action(action.text) or has_modal(action.text)):
                continue
            lines = (action.row_heading, *above) if action.row_heading else above
            said_owner, said_time = beside.get(action.start, (None, None))
            owner, time = action.owner or said_owner, action.time or said_time
            yield Candidate(
                action.start,
                action.end,
                action.text,
                action.pieces or ((action.start, action.end),),
                lines,
                owner,
                time,
                0.97 if action.sure else 0.8,
                in_table=True,
            )

    def _headers_before(self, cells: Sequence[Unit]) -> Mapping[int, str]:
        """The headers of the table on the page before, where this one has as many columns and goes on below the same heading."""
        page, headers = self.headers
        own = headers_of(cells)
        self.headers = cells[0].page, headers if (goes_on := self._goes_on(cells, page, headers, own)) else own
        return headers if goes_on else {}

    def _goes_on(self, cells: Sequence[Unit], page: int, headers: Mapping[int, str], own: Mapping[int, str]) -> bool:
        nearest = self.walk.outline.texts(1)
        return (
            cells[0].page == page + 1
            and own.keys() == headers.keys()
            and dict(own) != dict(headers)
            and bool(nearest)
            and (continues(nearest[0]) or bool(_PART.search(nearest[0])))
        )


def _is_form(cells: Sequence[Unit]) -> bool:
    """Labels and what was filled in beside them, one of them for recommendations: the other fields hold none."""
    columns = {cell.owner.column for cell in cells}
    return len(columns) == 2 and bool(row_heads(cells))
