"""Tables of a plain text file whose columns are aligned by blanks: found line by line and cut into cells.

Only what is plainly a table counts: three lines or more without an empty one between (rules of `-` or `=` aside), cut by the
same two gaps at least, of which nearly every line fills all columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_RULE = re.compile(r"\s*[-=_+ ]{6,}\s*")
_GAP = re.compile(r"\S(\s{2,})(?=\S)")
_WORD = re.compile(r"[^ ]+")
_LABEL = re.compile(r"\s*\S[^:]{0,30}?\s{2,}:\s")
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])[.)]?")
_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_WIDEST = 2_000  # letters of a line; what stands beyond belongs to the last column


@dataclass(frozen=True, slots=True)
class TextTable:
    """Lines `first` to `last` (exclusive) of the text, and their cells: rows of columns, empty where nothing stands."""

    first: int
    last: int
    rows: tuple[tuple[str, ...], ...]


def tables_in(lines: Sequence[str]) -> list[TextTable]:
    """The tables among the lines, in order."""
    found: list[TextTable] = []
    first = 0
    while first < len(lines):
        last = first
        while last < len(lines) and lines[last].strip():
            last += 1
        table = _table(lines, first, last)
        if table is not None:
            found.append(table)
        first = max(last, first + 1)
    return found


def _table(lines: Sequence[str], first: int, last: int) -> TextTable | None:
    """The table that the lines form from the first with three columns on; None where they do not."""
    while first < last and (_RULE.fullmatch(lines[first]) or len(_GAP.findall(lines[first])) < _LEAST_COLUMNS - 1):
        first += 1
    body = [line for line in lines[first:last] if not _RULE.fullmatch(line)]
    if len(body) < _LEAST_ROWS or any("|" in line or _LABEL.match(line) for line in body):
        return None
    edges = _edges(body)
    if len(edges) < _LEAST_COLUMNS - 1:
        return None
    rows: list[list[str]] = []
    for line in body:
        cells = [line[start:end].strip() for start, end in zip([0, *edges], [*edges, None], strict=True)]
        if rows and (not cells[0] or sum(map(bool, cells)) == 1):
            rows[-1] = [f"{above} {cell}".strip() for above, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    if len(rows) < _LEAST_ROWS or not all(rows[0]) or _NUMBER.fullmatch(rows[0][0]):
        return None  # a form's numbered rows have no head
    full = sum(1 for row in rows if sum(map(bool, row)) >= len(row) - 1)
    return TextTable(first, last, tuple(map(tuple, rows))) if full >= 0.8 * len(rows) else None


def _edges(lines: Sequence[str]) -> list[int]:
    """Where columns begin: after every stretch of two blanks or more that all lines leave free, one where the head has a gap."""
    head = {gap.end() for gap in _GAP.finditer(lines[0])}
    width = min(_WIDEST, max(map(len, lines)))
    filled = {place for line in lines for word in _WORD.finditer(line[:width]) for place in range(*word.span())}
    free = [place not in filled for place in range(width)]
    edges: list[int] = []
    blanks = 0
    for place, is_free in enumerate(free):
        if is_free:
            blanks += 1
            continue
        if place > blanks and (blanks >= 2 or (blanks and place in head)):
            edges.append(place)
        blanks = 0
    return edges
