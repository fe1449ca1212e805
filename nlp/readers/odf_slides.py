"""The slides of an ODP: what stands on each, in the order in which a viewer reads it."""

import re
from collections.abc import Iterator
from math import cos, inf, isfinite, sin
from typing import Any

from nlp.pages import BlockKind, Page, PageBuilder
from nlp.readers.drawingml import EMU
from nlp.readers.odf import DRAW, MAX_DEPTH, PARAGRAPHS, PRESENTATION, SVG, TABLE, TEXT, drawn_in, inline, length
from nlp.readers.odf_walker import Walker
from nlp.readers.pptx_shapes import Shape
from nlp.readers.pptx_text import Line
from nlp.readers.visual_order import reading_order

_RUNNING = frozenset({"page-number", "footer", "date-time", "header"})
_HOLDERS = frozenset({DRAW + "g", DRAW + "a"})
_STEP = re.compile(r"(\w+)\s*\(([^)]*)\)")
_CONTENT = (*PARAGRAPHS, TABLE + "table", DRAW + "object", DRAW + "object-ole", DRAW + "control")

_Place = tuple[float, float, float, float]


class Slides:
    """Reads the slides of one presentation; `hidden`: the styles of those that a show leaves out."""

    def __init__(self, walker: Walker, hidden: set[str]) -> None:
        self._walker = walker
        self._hidden = hidden
        self._elements: dict[int, Any] = {}

    def page(self, number: int, slide: Any) -> Page:
        """One slide with its notes."""
        builder = PageBuilder(number)
        self._elements = {}
        frames = [shape for shape in slide if isinstance(shape.tag, str) and shape.tag != PRESENTATION + "notes"]
        for frame in frames:
            if frame.get(PRESENTATION + "class") == "title":
                text = " ".join(inline(p).strip() for p in frame.iter(*PARAGRAPHS))
                builder.add(text, BlockKind.HEADING, level=1)
        self._put(builder, [shape for frame in frames for shape in self._shapes(frame, 0)])
        for notes in slide.iter(PRESENTATION + "notes"):
            for paragraph in notes.iter(TEXT + "p"):
                builder.add(inline(paragraph), BlockKind.NOTE)
        self._walker.add_notes(builder)
        look = slide.get(DRAW + "style-name", "")
        return builder.build(hidden=slide.get(PRESENTATION + "visibility") == "hidden" or look in self._hidden)

    def _put(self, builder: PageBuilder, shapes: list[Shape]) -> None:
        for shape in reading_order(shapes):
            if shape.children:
                self._put(builder, shape.children)
            for line in shape.lines:
                builder.add(line.text)
            if (element := self._elements.get(id(shape))) is not None:
                self._walker.block(builder, element)

    def _shapes(self, element: Any, depth: int) -> Iterator[Shape]:
        """The shape that an element is, if it holds something; a group is one with those inside of it."""
        if not isinstance(element.tag, str) or element.get(PRESENTATION + "class") in ("title", *_RUNNING):
            return
        if element.tag in _HOLDERS and depth <= MAX_DEPTH:
            children = [shape for child in element for shape in self._shapes(child, depth + 1)]
            if children:
                yield Shape(
                    min(child.left for child in children),
                    min(child.top for child in children),
                    max(child.right for child in children),
                    max(child.bottom for child in children),
                    children=children,
                )
            return
        shape = Shape(*_place(element))
        if next(element.iter(*_CONTENT), None) is None or _is_empty(element):
            # Its picture counts only when there is text in it: photos lie under and over everything.
            shape.lines = [Line(text) for text in self._walker.picture_lines(element)]
        else:
            self._elements[id(shape)] = element
        if shape.lines or id(shape) in self._elements:
            yield shape


def _is_empty(element: Any) -> bool:
    """Whether its only content are paragraphs without a letter, as every picture has one."""
    found = list(element.iter(*_CONTENT))
    return all(
        item.tag in PARAGRAPHS and not inline(item).strip() and next(drawn_in(item), None) is None for item in found
    )


def _place(element: Any) -> _Place:
    """Where a shape stands on its slide, in EMU."""
    x, y, width, height = (length(element.get(SVG + name)) for name in ("x", "y", "width", "height"))
    corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
    ends = [(length(element.get(SVG + f"x{end}")), length(element.get(SVG + f"y{end}"))) for end in (1, 2)]
    if element.get(SVG + "x1"):
        corners = ends
    for step, said in _STEP.findall(element.get(DRAW + "transform") or ""):
        corners = [_moved(corner, step, said.replace(",", " ").split()) for corner in corners]
    sides = [value for corner in corners for value in corner]
    if not all(isfinite(value) and abs(value) < 1e6 for value in sides):
        return 0.0, 0.0, 0.0, 0.0
    return (
        min(x for x, _ in corners) * EMU,
        min(y for _, y in corners) * EMU,
        max(x for x, _ in corners) * EMU,
        max(y for _, y in corners) * EMU,
    )


def _moved(corner: tuple[float, float], step: str, said: list[str]) -> tuple[float, float]:
    """A point after one step of `draw:transform`; what is not known leaves it where it is."""
    x, y = corner
    if step == "translate" and said:
        return x + length(said[0]), y + (length(said[1]) if len(said) > 1 else 0.0)
    if step == "rotate" and said:
        angle = _number(said[0])
        return x * cos(angle) + y * sin(angle), y * cos(angle) - x * sin(angle)
    if step == "scale" and said:
        return x * _number(said[0]), y * _number(said[-1])
    return corner


def _number(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        return 0.0
    return number if -inf < number < inf else 0.0
