"""The shapes of a slide where they stand: text, groups, tables, charts, diagrams, pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from nlp.pages import Box
from nlp.readers import charts
from nlp.readers.archive import Package
from nlp.readers.drawingml import DGM, EMU, M_T, MC, A, P, R, box_of
from nlp.readers.grid import TextCell
from nlp.readers.pictures import Pictures
from nlp.readers.pptx_parts import Placeholders, diagram_texts
from nlp.readers.pptx_tables import table_of
from nlp.readers.pptx_text import Line, largest, lines_of

_END = 1e9  # below all that stands on a slide
_MAX_DEPTH = 40

_Scale = tuple[float, float, float, float]  # of a group: what its places are multiplied by, what is added


@dataclass(slots=True)
class Shape:
    """A shape where it stands on the slide (EMU), with its lines, its table or the shapes of its group."""

    left: float
    top: float
    right: float
    bottom: float
    placeholder: str | None = None
    size: float = 0.0  # of its largest letters, hundredths of a point
    lines: list[Line] = field(default_factory=list)
    table: list[TextCell] | None = None
    header: bool = False
    children: list["Shape"] = field(default_factory=list)
    placed: bool = True

    def empty(self) -> bool:
        return not self.lines and not self.table and all(child.empty() for child in self.children)

    def box(self) -> Box | None:
        """Where its text stands, in points; None where neither slide nor layout says, and for a picture's or a diagram's text."""
        if not self.placed or not self.size:
            return None
        return Box(self.left / EMU, self.top / EMU, self.right / EMU, self.bottom / EMU)


class ShapeReader:
    """Reads the shapes of one slide."""

    def __init__(self, package: Package, slide: str, pictures: Pictures, placeholders: Placeholders) -> None:
        self._package = package
        self._slide = slide
        self._pictures = pictures
        self._placeholders = placeholders
        self._relations = package.relations(slide)
        self._names: list[str] = []  # what the axes of its charts name

    def shapes(self, root: Any) -> list[Shape]:
        """All shapes in the order of the file, groups as one; `root` is the slide's own part."""
        tree = root.find(f"{P}cSld/{P}spTree")
        behind = self._picture(root.find(f"{P}cSld/{P}bg"))
        found = [Shape(0.0, 0.0, 0.0, 0.0, lines=behind, placed=False)] if behind else []
        if tree is not None:
            found += self._shapes(tree, (1.0, 1.0, 0.0, 0.0), 0)
        # At the slide's end: among its texts the names would part a heading from what it says.
        found += [Shape(0.0, _END, 0.0, _END, lines=[Line(text)], placed=False) for text in self._names if text]
        return found

    def _shapes(self, holder: Any, scale: _Scale, depth: int) -> Iterator[Shape]:
        if depth > _MAX_DEPTH:
            return
        for element in holder:
            tag = element.tag
            if tag == MC + "AlternateContent":
                chosen = next((child for child in element if child.tag == MC + "Choice"), None)
                if chosen is None or not any(
                    True for _ in chosen.iter(A + "t", M_T, A + "blip", DGM + "relIds", *charts.CHARTS)
                ):
                    fallback = element.find(MC + "Fallback")
                    chosen = fallback if fallback is not None else chosen
                if chosen is not None:
                    yield from self._shapes(chosen, scale, depth + 1)
                continue
            if tag not in (P + "sp", P + "grpSp", P + "graphicFrame", P + "pic", P + "cxnSp", P + "contentPart"):
                continue
            name = next(element.iter(P + "cNvPr"), None)
            if name is not None and name.get("hidden") in ("1", "true"):
                continue
            yield self._shape(element, scale, depth)

    def _shape(self, element: Any, scale: _Scale, depth: int) -> Shape:
        if element.tag == P + "grpSp":
            return self._group(element, scale, depth)
        placeholder = element.find(f".//{P}nvPr/{P}ph")
        kind = placeholder.get("type", "obj") if placeholder is not None else None
        transform = element.find(P + "xfrm") if element.tag == P + "graphicFrame" else element.find(f"{P}spPr/{A}xfrm")
        box = box_of(transform)
        placed = box is not None
        if box is None and placeholder is not None:
            places = self._placeholders.of(self._slide)
            box = places.get(f"#{placeholder.get('idx')}") or places.get(kind or "obj") or places.get("body")
            placed = box is not None
        if box is None:
            box = (0.0, 0.0, 0.0, 0.0)
        sx, sy, dx, dy = scale
        shape = Shape(box[0] * sx + dx, box[1] * sy + dy, box[2] * sx + dx, box[3] * sy + dy, kind, placed=placed)
        if element.tag == P + "graphicFrame":
            self._frame(element, shape)
        elif element.tag == P + "pic":
            shape.lines = self._picture(element)
        body = element.find(P + "txBody")
        if body is not None:
            shape.lines = [*self._picture(element.find(f"{P}spPr/{A}blipFill")), *lines_of(body, kind)]
            shape.size = largest(body)
        elif element.tag == P + "sp":
            shape.lines = self._picture(element.find(f"{P}spPr/{A}blipFill"))
        return shape

    def _picture(self, holder: Any | None) -> list[Line]:
        """The text in the picture that fills a shape, a background or a frame."""
        blip = next(holder.iter(A + "blip"), None) if holder is not None else None
        return self._blip(blip) if blip is not None else []

    def _blip(self, blip: Any) -> list[Line]:
        relation = blip.get(R + "embed") or blip.get(R + "link")
        return [Line(text) for text in self._pictures.lines(self._relations, relation)] if relation else []

    def _group(self, element: Any, scale: _Scale, depth: int) -> Shape:
        transform = element.find(f"{P}grpSpPr/{A}xfrm")
        box = box_of(transform)
        inner = box_of(transform, "chOff", "chExt")
        sx, sy, dx, dy = scale
        if box is not None and inner is not None:
            gx = (box[2] - box[0]) / (inner[2] - inner[0]) if inner[2] > inner[0] else 1.0
            gy = (box[3] - box[1]) / (inner[3] - inner[1]) if inner[3] > inner[1] else 1.0
            own = (sx * gx, sy * gy, sx * (box[0] - inner[0] * gx) + dx, sy * (box[1] - inner[1] * gy) + dy)
        else:
            own = scale
        children = list(self._shapes(element, own, depth + 1))
        filled = [child for child in children if not child.empty()] or children
        return Shape(
            min((c.left for c in filled), default=0.0),
            min((c.top for c in filled), default=0.0),
            max((c.right for c in filled), default=0.0),
            max((c.bottom for c in filled), default=0.0),
            children=children,
        )

    def _frame(self, element: Any, shape: Shape) -> None:
        table = next(element.iter(A + "tbl"), None)
        if table is not None:
            shape.table = table_of(table)
            shape.lines = [line for blip in table.iter(A + "blip") for line in self._blip(blip)]
            return
        file = next(element.iter(P + "oleObj"), None)
        if file is not None and not file.get("progId", "").startswith("Equation"):
            self._pictures.files_inside = True
            shape.lines = self._picture(element)
        chart = next(element.iter(*charts.CHARTS), None)
        if chart is not None and chart.get(R + "id"):
            root = self._package.related(self._relations, chart.get(R + "id"))
            shape.lines = [Line(text) for text in charts.titles(root)]
            self._names.append(charts.names(root))
        diagram = next(element.iter(DGM + "relIds"), None)
        if diagram is not None and diagram.get(R + "dm"):
            shape.lines = [
                Line(text) for text in diagram_texts(self._package.related(self._relations, diagram.get(R + "dm")))
            ]
