"""The order in which a viewer reads what stands on a slide: rows and columns, the wider blank first."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Something with a place on the slide; any unit, the origin top left."""

    left: float
    top: float
    right: float
    bottom: float


T = TypeVar("T", bound=Placed)


_WIDE = 0.4  # of the widest blank: the rows are cut at such blanks first, so that a card's head stays with its card


def reading_order(shapes: Sequence[T]) -> list[T]:
    """As a viewer reads: cut the slide into rows at level blanks and into columns at upright ones, the wider blank first."""
    if len(shapes) < 2:
        return list(shapes)
    rows, row_gaps = _cut(shapes, lambda shape: (shape.top, shape.bottom))
    columns, column_gaps = _cut(shapes, lambda shape: (shape.left, shape.right))
    if not row_gaps and not column_gaps:
        return _by_lines(shapes)
    if column_gaps and (not row_gaps or (min(column_gaps) > 1.5 * min(row_gaps) and _stacks(columns))):
        parts = columns
    else:
        parts = _at_wide(rows, row_gaps)
    return [shape for part in parts for shape in reading_order(part)]


def _at_wide(groups: list[list[T]], gaps: list[float]) -> list[list[T]]:
    """The groups parted at the wide ones of their blanks only."""
    least = _WIDE * max(gaps)
    found = [list(groups[0])]
    for gap, group in zip(gaps, groups[1:], strict=True):
        if gap >= least:
            found.append(list(group))
        else:
            found[-1] += group
    return found


def _stacks(columns: Sequence[Sequence[Placed]]) -> bool:
    """Whether columns are read each to its end: a heading with its text below, not a grid of cards row by row."""
    return all(len(column) >= 2 for column in columns)


def _cut(shapes: Sequence[T], span: Callable[[T], tuple[float, float]]) -> tuple[list[list[T]], list[float]]:
    """The groups between blanks along one axis, and how wide these blanks are."""
    ordered = sorted(shapes, key=lambda shape: span(shape)[0])
    groups = [[ordered[0]]]
    gaps: list[float] = []
    end = span(ordered[0])[1]
    for shape in ordered[1:]:
        low, high = span(shape)
        # Boxes are drawn larger than their text: a slight overlap parts them still.
        slack = 0.12 * min(high - low, max(end - span(groups[-1][-1])[0], 1.0))
        if low >= end - slack:
            gaps.append(max(0.0, low - end))
            groups.append([shape])
        else:
            groups[-1].append(shape)
        end = max(end, high)
    return groups, gaps


def _by_lines(shapes: Sequence[T]) -> list[T]:
    """Overlapping shapes: by their upper edges, those at about the same height from left to right."""
    found: list[list[T]] = []
    for shape in sorted(shapes, key=lambda item: (item.top, item.left)):
        if (
            found
            and shape.top < found[-1][0].top + 0.5 * (found[-1][0].bottom - found[-1][0].top)
            and shape.left >= found[-1][-1].right
        ):
            found[-1].append(shape)
        else:
            found.append([shape])
    return [shape for line in found for shape in sorted(line, key=lambda item: item.left)]
