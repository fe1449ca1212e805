"""A matrix of actions: times beside its rows and units above its columns, or the reverse."""

from collections.abc import Iterable, Iterator, Sequence

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_cells import EMPTY, Action, parts_of, said_at
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_timelines import UNIT_ALONE
from nlp.components.recommendation_words import is_action, is_rejected
from nlp.source import Source

_LEAST = 2  # rows and columns beside the heads
_LONGEST = 60  # characters of a head
_SHARE = 0.6  # of the cells that are actions


def matrix_of(source: Source, cells: Sequence[Unit], *, in_section: bool) -> list[Action]:
    """The actions of a matrix with the owner and the time that its heads give them; none where the table is no matrix."""
    above: dict[int, str] = {}
    beside: dict[int, str] = {}
    body: list[Unit] = []
    for cell in cells:
        row, column = cell.owner.row, cell.owner.column
        if row is None or column is None or cell.owner.column_span > 1 or cell.owner.row_span > 1:
            return []
        if row == 0 and column > 0:
            above[column] = cell.text
        elif row > 0 and column == 0:
            beside[row] = cell.text
        elif row > 0:
            body.append(cell)
    if min(len(above), len(beside)) < _LEAST or max(map(len, (*above.values(), *beside.values()))) > _LONGEST:
        return []
    times_beside, times_above = _are_times(beside.values()), _are_times(above.values())
    if times_beside == times_above or not _act(body):
        return []
    units = (above if times_beside else beside).values()
    if any(is_action(unit) and not UNIT_ALONE.match(unit) for unit in units):
        return []
    if not in_section and sum(UNIT_ALONE.match(unit) is not None for unit in units) < len(units):
        return []
    return list(_actions(source, body, above, beside, by_row=times_beside, sure=in_section))


def _are_times(heads: Iterable[str]) -> bool:
    """Each states a time, one of them with a last day."""
    stated = [find_deadline(head, column=True) for head in heads]
    return None not in stated and any(time is not None and time.last is not None for time in stated)


def _act(body: Sequence[Unit]) -> bool:
    texts = [cell.text for cell in body if not EMPTY.match(cell.text)]
    return len(texts) >= 2 * _LEAST - 1 and sum(map(is_action, texts)) >= _SHARE * len(texts)


def _actions(
    source: Source, body: Sequence[Unit], above: dict[int, str], beside: dict[int, str], *, by_row: bool, sure: bool
) -> Iterator[Action]:
    for cell in body:
        column, row = above.get(cell.owner.column or 0), beside.get(cell.owner.row or 0)
        owner, time = (column, row) if by_row else (row, column)
        for pieces in parts_of(source, cell):
            text = said_at(source, pieces)
            if EMPTY.match(text) or is_rejected(text) or len(text.split()) < 2:
                continue
            yield Action(pieces[0][0], pieces[-1][1], text, owner, time, cell.page, sure, None, pieces)
