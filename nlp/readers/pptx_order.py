"""What stands apart on a slide: its title, and what runs on every slide."""

import re

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
