"""The order in which a viewer reads a slide's shapes: its title, the rows and columns, what runs on every slide."""

import re
from typing import Any

from nlp.readers.drawingml import EMU, RUNNING
from nlp.readers.pptx_shapes import Shape

_TITLES = frozenset({"title", "ctrTitle"})


def title_of(shapes: list[Shape], height: float | None) -> tuple[Shape | None, list[Shape]]:
    """The title and the other shapes; without a title placeholder the topmost text in the largest letters."""
    for shape in shapes:
        if shape.placeholder in _TITLES and shape.lines:
            return shape, [other for other in shapes if other is not shape]
    free = [shape for shape in shapes if shape.lines and shape.size and not shape.children]
    if len(free) < 1 or not height:
        return None, shapes
    largest = max(shape.size for shape in free)
    top = min((shape for shape in free), key=lambda shape: shape.top)
    alone = sum(shape.size == largest for shape in free) == 1 or len(free) == 1
    short = len(" ".join(line.text for line in top.lines)) <= 120 and len(top.lines) <= 3
    if (
        top.size == largest
        and (alone or largest >= 2_400)
        and short
        and top.top < 0.33 * height * EMU
        and len(shapes) > 1
    ):
        return top, [other for other in shapes if other is not top]
    return None, shapes


def repeated(slides: list[list[Shape]]) -> set[tuple[str, int]]:
    """What stands at the same place on at least three slides and on a third of them."""
    counts: dict[tuple[str, int], int] = {}
    for shapes in slides:
        for key in {_key(shape) for shape in shapes if shape.lines}:
            counts[key] = counts.get(key, 0) + 1
    return {key for key, count in counts.items() if count >= max(3, len(slides) / 3)}


def is_running(shape: Shape, again: set[tuple[str, int]], height: float | None) -> bool:
    """Whether it is a running head or foot: by its placeholder, or low on the slide and `again` on others."""
    if shape.placeholder in RUNNING:
        return True
    low = height is not None and shape.top > 0.85 * height * EMU
    return low and bool(shape.lines) and shape.placeholder is None and _key(shape) in again


def _key(shape: Shape) -> tuple[str, int]:
    """The same on every slide: the text without its digits, and where it stands (by a quarter of an inch)."""
    return re.sub(r"\d+", "#", " ".join(line.text for line in shape.lines)).casefold(), round(shape.top / 228_600)


def reading_order(shapes: list[Shape]) -> list[Shape]:
    """As a viewer reads: cut the slide into rows at level blanks and into columns at upright ones, the wider blank first."""
    if len(shapes) < 2:
        return shapes
    rows = _cut(shapes, lambda shape: (shape.top, shape.bottom))
    columns = _cut(shapes, lambda shape: (shape.left, shape.right))
    if len(rows[0]) == 1 and len(columns[0]) == 1:
        return _by_lines(shapes)
    if len(columns[0]) > 1 and (len(rows[0]) == 1 or (columns[1] > 1.5 * rows[1] and _stacks(columns[0]))):
        parts = columns[0]
    else:
        parts = rows[0]
    return [shape for part in parts for shape in reading_order(part)]


def _stacks(columns: list[list[Shape]]) -> bool:
    """Whether columns are read each to its end: a heading with its text below, not a grid of cards row by row."""
    return all(len(column) >= 2 for column in columns)


def _cut(shapes: list[Shape], span: Any) -> tuple[list[list[Shape]], float]:
    """The groups between blanks along one axis, and the narrowest of these blanks."""
    ordered = sorted(shapes, key=lambda shape: span(shape)[0])
    groups = [[ordered[0]]]
    end = span(ordered[0])[1]
    narrowest = float("inf")
    for shape in ordered[1:]:
        low, high = span(shape)
        # Boxes are drawn larger than their text: a slight overlap parts them still.
        slack = 0.12 * min(high - low, max(end - span(groups[-1][-1])[0], 1.0))
        if low >= end - slack:
            narrowest = min(narrowest, max(0.0, low - end))
            groups.append([shape])
        else:
            groups[-1].append(shape)
        end = max(end, high)
    return groups, narrowest


def _by_lines(shapes: list[Shape]) -> list[Shape]:
    """Overlapping shapes: by their upper edges, those at about the same height from left to right."""
    found: list[list[Shape]] = []
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
