"""Ruled tables: from horizontal and vertical rules to cells, and which cells are headers. Shared by the formats with tables."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

_SNAP = 2.5  # points: rules nearer than this are one
_LABEL_CELL = re.compile(r"^\s*:")
_COUNTING_ROW = re.compile(r"^\(?\d{1,2}\)?$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule: at `at`, from `start` to `end` along the other axis."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Cell:
    row: int
    column: int
    row_span: int
    column_span: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Grid:
    """A ruled table: the places of its columns and rows, and its cells with spans."""

    xs: list[float]
    ys: list[float]
    cells: list[Cell]
    at: dict[tuple[int, int], Cell] = field(default_factory=dict)

    @property
    def left(self) -> float:
        return self.xs[0]

    @property
    def right(self) -> float:
        return self.xs[-1]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell that holds a point; None outside of the table."""
        if not (self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1):
            return None
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return self.at.get((row, column))


def grids_of(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[Grid]:
    """The tables that the rules draw, from top to bottom: at least two cells beside one another, two rows or columns."""
    if len(vertical) < 2 or len(horizontal) < 2:
        return []
    rows = _merged(horizontal)
    columns = _merged(vertical)
    found = []
    for part_rows, part_columns in _components(rows, columns):
        grid = _grid(part_rows, part_columns)
        if grid:
            found.append(grid)
    return sorted(found, key=lambda grid: (grid.top, grid.left))


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules on one line that touch, as one."""
    found: list[Rule] = []
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda item: item.at):
        if groups and rule.at - groups[-1][0].at <= _SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    for group in groups:
        at = sum(rule.at for rule in group) / len(group)
        group.sort(key=lambda item: item.start)
        start, end = group[0].start, group[0].end
        for rule in group[1:]:
            if rule.start <= end + _SNAP:
                end = max(end, rule.end)
            else:
                found.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        found.append(Rule(at, start, end))
    return found


def _components(rows: list[Rule], columns: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that cross or touch one another belong together."""
    parent = list(range(len(rows) + len(columns)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            if (
                row.start - _SNAP <= column.at <= row.end + _SNAP
                and column.start - _SNAP <= row.at <= column.end + _SNAP
            ):
                parent[root(i)] = root(len(rows) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(root(i), ([], []))[0].append(row)
    for j, column in enumerate(columns):
        groups.setdefault(root(len(rows) + j), ([], []))[1].append(column)
    return [group for group in groups.values() if len(group[0]) >= 2 and len(group[1]) >= 2]


def _places(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def _grid(rows: list[Rule], columns: list[Rule]) -> Grid | None:
    xs = _places([column.at for column in columns])
    ys = _places([row.at for row in rows])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > 40_000:
        return None
    wide, high = len(xs) - 1, len(ys) - 1
    # Is there a rule between a cell and the one below, to the right?
    below = [_covered(rows, y, xs) for y in ys[1:]]
    right = [_covered(columns, x, ys) for x in xs[1:]]
    grid = Grid(xs, ys, [])
    for r in range(high):
        for c in range(wide):
            if (r, c) in grid.at:
                continue
            column_span = 1
            while c + column_span < wide and not right[c + column_span - 1][r] and (r, c + column_span) not in grid.at:
                column_span += 1
            row_span = 1
            while r + row_span < high and not any(
                below[r + row_span - 1][k] or (r + row_span, k) in grid.at for k in range(c, c + column_span)
            ):
                row_span += 1
            cell = Cell(r, c, row_span, column_span, xs[c], ys[r], xs[c + column_span], ys[r + row_span])
            grid.cells.append(cell)
            for i in range(r, r + row_span):
                for k in range(c, c + column_span):
                    grid.at[i, k] = cell
    return grid if max(_in_row(grid)) >= 2 else None


def _in_row(grid: Grid) -> list[int]:
    counts: dict[int, int] = {}
    for cell in grid.cells:
        counts[cell.row] = counts.get(cell.row, 0) + 1
    return list(counts.values())


def _covered(rules: list[Rule], at: float, places: list[float]) -> list[bool]:
    """Whether rules at `at` cover most of the way from each place to the next."""
    near = [(rule.start, rule.end) for rule in rules if abs(rule.at - at) <= _SNAP]
    found = []
    for start, end in pairwise(places):
        total = sum([max(0.0, min(last, end) - max(first, start)) for first, last in near])
        found.append(bool(near) and total >= 0.55 * (end - start))
    return found


class TextCell(NamedTuple):
    """A cell with its text, whatever the format."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


def headers_of(cells: Sequence[TextCell], *, header_rows: int | None = None) -> dict[int, str]:
    """The header of each column, from the rows at the top that are one; empty where the table has none.

    `header_rows`: what the file itself says. Otherwise the first row is a header when every cell in it is filled, short and no
    sentence, the table has a second row, and it is not a list of labels (`Nama | : …`). A header over two rows is put together.
    """
    if not cells:
        return {}
    last_row = max(cell.row for cell in cells)
    first_row = min(cell.row for cell in cells)
    top = [cell for cell in cells if cell.row == first_row]
    if header_rows is None:
        header_rows = _header_rows(cells, top, first_row, last_row)
    if header_rows <= 0 or first_row + header_rows > last_row:
        return {}
    found: dict[int, list[str]] = {}
    for cell in cells:
        if cell.row < first_row + header_rows and cell.text.strip():
            text = " ".join(cell.text.split())
            for column in range(cell.column, cell.column + cell.column_span):
                parts = found.setdefault(column, [])
                if text not in parts:
                    parts.append(text)
    return {column: " ".join(parts) for column, parts in found.items()}


def _header_rows(cells: Sequence[TextCell], top: list[TextCell], first_row: int, last_row: int) -> int:
    if last_row == first_row or len(top) < 2:
        # A title over the whole width: the header may be the row below.
        if len(top) == 1 and last_row > first_row + 1:
            second = [cell for cell in cells if cell.row == first_row + 1]
            return 1 + _header_rows(cells, second, first_row + 1, last_row) if len(second) >= 2 else 0
        return 0
    texts = [cell.text.strip() for cell in top]
    if any(_LABEL_CELL.match(text) or len(text) > 70 for text in texts) or sum(map(bool, texts)) < max(
        2, len(texts) - 1
    ):
        return 0
    if any(text.endswith((".", ";")) and len(text.split()) > 3 for text in texts) or any(
        _COUNTING_ROW.match(text) or re.match(r"[\d.,]+\s*%?$", text) for text in texts if text
    ):
        return 0
    if len(texts) == 2 and any(cell.text.strip().startswith(":") for cell in cells):
        return 0
    return max(cell.row_span for cell in top)
