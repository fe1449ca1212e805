"""PPTX: slides in their order, shapes in the order in which a viewer reads them, groups, tables, notes, SmartArt, pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nlp.errors import DamagedFile, TooManyPages
from nlp.pages import BlockKind, Box, Page, PageBuilder
from nlp.readers import archive
from nlp.readers.archive import Package
from nlp.readers.grid import TextCell, headers_of
from nlp.readers.marks import split_mark
from nlp.readers.numbering import written
from nlp.readers.pictures import Pictures
from nlp.readers.reading import Options, Reading
from nlp.readers.titles import Titles

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EMU = 12_700  # of a point
_FARTHEST = 1e12
MAX_SLIDES = 3_000
_WIDEST_SPAN = 500
_MAX_DEPTH = 40
_RUNNING = frozenset({"sldNum", "dt", "ftr", "hdr"})
_TITLES = frozenset({"title", "ctrTitle"})
_AUTOMATIC = {
    "arabic": "decimal",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}


@dataclass(slots=True)
class _Line:
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    mark: str | None = None


@dataclass(slots=True)
class _Shape:
    """A shape where it stands on the slide (EMU), with its lines, its table or the shapes of its group."""

    left: float
    top: float
    right: float
    bottom: float
    placeholder: str | None = None
    size: float = 0.0  # of its largest letters, hundredths of a point
    lines: list[_Line] = field(default_factory=list)
    table: list[TextCell] | None = None
    header: bool = False
    children: list["_Shape"] = field(default_factory=list)
    placed: bool = True

    def empty(self) -> bool:
        return not self.lines and not self.table and all(child.empty() for child in self.children)

    def box(self) -> Box | None:
        """Where its text stands, in points; None where neither slide nor layout says, and for a picture's or a diagram's text."""
        if not self.placed or not self.size:
            return None
        return Box(self.left / _EMU, self.top / _EMU, self.right / _EMU, self.bottom / _EMU)


def read(path: Path, options: Options) -> Reading:
    """Each slide a page, hidden ones tagged. A slide that is damaged is empty, with a warning."""
    with archive.opened(path) as package:
        return _Deck(package, options).read()


class _Deck:
    def __init__(self, package: Package, options: Options) -> None:
        self.package = package
        self.pictures = Pictures(package, options)
        self.warnings: list[str] = []
        self.tables = 0
        self.places: dict[str, dict[str, tuple[float, float, float, float]]] = {}
        self.titles = Titles()

    def read(self) -> Reading:
        main = next((m for kind, m in self.package.relations("").values() if kind == "officeDocument"), None)
        main = main or self.package.find("ppt/presentation.xml")
        if main is None:
            raise DamagedFile("no presentation")
        root = self.package.tree(main)
        relations = self.package.relations(main)
        size = root.find(P + "sldSz")
        width = _number(size.get("cx")) / _EMU if size is not None else None
        height = _number(size.get("cy")) / _EMU if size is not None else None
        slides = [relations.get(item.get(R + "id", "")) for item in root.iter(P + "sldId")]
        if len(slides) > MAX_SLIDES:
            raise TooManyPages(str(len(slides)))
        if not any(slides):
            # The list is damaged: take what is there, by number.
            names = [n for n in self.package.names if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
            slides = [("slide", name) for name in sorted(names, key=lambda n: int(re.sub(r"\D", "", n)))]
        found = [self._slide(number, target) for number, target in enumerate(slides, 1)]
        again = _repeated([shapes for shapes, _ in found])
        pages = tuple(
            self._page(number, target, shapes, root, again, width, height)
            for number, (target, (shapes, root)) in enumerate(zip(slides, found, strict=True), 1)
        )
        if not pages:
            raise DamagedFile("no slides")
        return Reading(pages, (*self.warnings, *self.pictures.warnings, *self.package.warnings))

    def _slide(self, number: int, found: tuple[str, str] | None) -> tuple[list["_Shape"], bool]:
        """The slide's shapes that hold something, and whether it is hidden."""
        try:
            if found is None:
                raise DamagedFile("no slide")
            root = self.package.tree(found[1])
        except DamagedFile:
            self.warnings.append(f"Halaman {number} rusak dan tidak dapat dibaca.")
            return [], False
        if root.get("damaged"):
            self.warnings.append(f"Halaman {number} rusak sebagian; isinya mungkin tidak lengkap.")
        shapes = [shape for shape in _Slide(self, found[1]).shapes(root) if not shape.empty()]
        return shapes, root.get("show") in ("0", "false")

    def _page(self, number: int, found: tuple[str, str] | None, shapes: list["_Shape"], hidden: bool, again: set[tuple[str, int]],
              width: float | None, height: float | None) -> Page:  # fmt: skip
        builder = PageBuilder(number, width, height)
        running = [shape for shape in shapes if _is_running(shape, again, height)]
        shapes = [shape for shape in shapes if shape not in running]
        title, rest = _title(shapes, height)
        title_text = ""
        if title is not None:
            title_text = " ".join(line.text for line in title.lines)
            builder.add(title_text, BlockKind.HEADING, level=1)
        for shape in reading_order(rest):
            self._put(builder, shape)
        for text in self._notes(found[1]) if found else ():
            builder.add(text, BlockKind.NOTE)
        for shape in running:
            for line in shape.lines:
                builder.add(line.text, BlockKind.RUNNING)
        return builder.build(continues=self.titles.goes_on(title_text), hidden=hidden)

    def _put(self, builder: PageBuilder, shape: _Shape) -> None:
        if shape.children:
            for child in reading_order([child for child in shape.children if not child.empty()]):
                self._put(builder, child)
            return
        box = shape.box() if shape.lines else None
        for line in shape.lines:
            builder.add(line.text, line.kind, level=line.level, mark=line.mark, box=box)
        if shape.table:
            headers = headers_of(shape.table, header_rows=None)
            first = _below_header(shape.table, headers)
            for cell in shape.table:
                builder.add(cell.text, BlockKind.CELL, table=self.tables, row=cell.row, column=cell.column, row_span=cell.row_span,
                            column_span=cell.column_span, header=headers.get(cell.column) if cell.row >= first else None)  # fmt: skip
            self.tables += 1

    def _notes(self, slide: str) -> Iterator[str]:
        for kind, member in self.package.relations(slide).values():
            if kind != "notesSlide":
                continue
            try:
                root = self.package.tree(member)
            except DamagedFile:
                continue
            for shape in root.iter(P + "sp"):
                placeholder = next(shape.iter(P + "ph"), None)
                if placeholder is not None and placeholder.get("type") in (*_RUNNING, "sldImg"):
                    continue
                for paragraph in shape.iter(A + "p"):
                    if text := _text_of(paragraph).strip():
                        yield text

    def inherited(self, slide: str) -> dict[str, tuple[float, float, float, float]]:
        """Where the slide's placeholders stand by its layout and master: `type` and `#idx` -> box."""
        layout = next((m for kind, m in self.package.relations(slide).values() if kind == "slideLayout"), None)
        if layout is None:
            return {}
        if layout not in self.places:
            master = next((m for kind, m in self.package.relations(layout).values() if kind == "slideMaster"), None)
            found = dict(self._placeholders(master)) if master else {}
            found = {key: box for key, box in found.items() if not key.startswith("#")}
            found.update(self._placeholders(layout))
            self.places[layout] = found
        return self.places[layout]

    def _placeholders(self, part: str) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
        try:
            root = self.package.tree(part)
        except DamagedFile:
            return
        for shape in root.iter(P + "sp"):
            placeholder = next(shape.iter(P + "ph"), None)
            box = _box(shape.find(f"{P}spPr/{A}xfrm"))
            if placeholder is not None and box is not None:
                if placeholder.get("idx"):
                    yield f"#{placeholder.get('idx')}", box
                yield placeholder.get("type", "obj"), box


class _Slide:
    """The shapes of one slide."""

    def __init__(self, deck: _Deck, part: str) -> None:
        self.deck = deck
        self.part = part
        self.relations = deck.package.relations(part)

    def shapes(self, root: Any) -> list[_Shape]:
        tree = root.find(f"{P}cSld/{P}spTree")
        return [] if tree is None else list(self._shapes(tree, (1.0, 1.0, 0.0, 0.0), 0))

    def _shapes(self, holder: Any, scale: tuple[float, float, float, float], depth: int) -> Iterator[_Shape]:
        if depth > _MAX_DEPTH:
            return
        for element in holder:
            tag = element.tag
            if tag == _MC + "AlternateContent":
                chosen = next((child for child in element if child.tag == _MC + "Choice"), None)
                if chosen is None or not any(
                    True for _ in chosen.iter(A + "t", A + "blip", _DGM + "relIds", _C + "chart")
                ):
                    fallback = element.find(_MC + "Fallback")
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

    def _shape(self, element: Any, scale: tuple[float, float, float, float], depth: int) -> _Shape:
        if element.tag == P + "grpSp":
            return self._group(element, scale, depth)
        placeholder = element.find(f".//{P}nvPr/{P}ph")
        kind = placeholder.get("type", "obj") if placeholder is not None else None
        transform = element.find(P + "xfrm") if element.tag == P + "graphicFrame" else element.find(f"{P}spPr/{A}xfrm")
        box = _box(transform)
        placed = box is not None
        if box is None and placeholder is not None:
            places = self.deck.inherited(self.part)
            box = places.get(f"#{placeholder.get('idx')}") or places.get(kind or "obj") or places.get("body")
            placed = box is not None
        if box is None:
            box = (0.0, 0.0, 0.0, 0.0)
        sx, sy, dx, dy = scale
        shape = _Shape(box[0] * sx + dx, box[1] * sy + dy, box[2] * sx + dx, box[3] * sy + dy, kind, placed=placed)
        if element.tag == P + "graphicFrame":
            self._frame(element, shape)
        elif element.tag == P + "pic":
            blip = next(element.iter(A + "blip"), None)
            if blip is not None and blip.get(R + "embed"):
                shape.lines = [_Line(text) for text in self.deck.pictures.lines(self.relations, blip.get(R + "embed"))]
        body = element.find(P + "txBody")
        if body is not None:
            shape.lines = list(_lines(body, kind))
            shape.size = _largest(body)
        return shape

    def _group(self, element: Any, scale: tuple[float, float, float, float], depth: int) -> _Shape:
        transform = element.find(f"{P}grpSpPr/{A}xfrm")
        box = _box(transform)
        inner = _box(transform, "chOff", "chExt")
        sx, sy, dx, dy = scale
        if box is not None and inner is not None:
            gx = (box[2] - box[0]) / (inner[2] - inner[0]) if inner[2] > inner[0] else 1.0
            gy = (box[3] - box[1]) / (inner[3] - inner[1]) if inner[3] > inner[1] else 1.0
            own = (sx * gx, sy * gy, sx * (box[0] - inner[0] * gx) + dx, sy * (box[1] - inner[1] * gy) + dy)
        else:
            own = scale
        children = list(self._shapes(element, own, depth + 1))
        filled = [child for child in children if not child.empty()] or children
        return _Shape(
            min((c.left for c in filled), default=0.0),
            min((c.top for c in filled), default=0.0),
            max((c.right for c in filled), default=0.0),
            max((c.bottom for c in filled), default=0.0),
            children=children,
        )

    def _frame(self, element: Any, shape: _Shape) -> None:
        table = next(element.iter(A + "tbl"), None)
        if table is not None:
            shape.table = _table(table)
            return
        chart = next(element.iter(_C + "chart"), None)
        if chart is not None and chart.get(R + "id"):
            shape.lines = self._related(chart.get(R + "id"), _C + "title")
        diagram = next(element.iter(_DGM + "relIds"), None)
        if diagram is not None and diagram.get(R + "dm"):
            shape.lines = self._related(diagram.get(R + "dm"), _DGM + "pt")

    def _related(self, relation: str, holder: str) -> list[_Line]:
        target = self.relations.get(relation)
        if target is None:
            return []
        try:
            root = self.deck.package.tree(target[1])
        except DamagedFile:
            return []
        texts = [_text_of(paragraph).strip() for item in root.iter(holder) for paragraph in item.iter(A + "p")]
        return [_Line(text) for text in texts if text]


# ---------------------------------------------------------------------------------------------------------- reading order


def _title(shapes: list[_Shape], height: float | None) -> tuple[_Shape | None, list[_Shape]]:
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
        and top.top < 0.33 * height * _EMU
        and len(shapes) > 1
    ):
        return top, [other for other in shapes if other is not top]
    return None, shapes


def _key(shape: _Shape) -> tuple[str, int]:
    """The same on every slide: the text without its digits, and where it stands (by a quarter of an inch)."""
    return re.sub(r"\d+", "#", " ".join(line.text for line in shape.lines)).casefold(), round(shape.top / 228_600)


def _repeated(slides: list[list[_Shape]]) -> set[tuple[str, int]]:
    """What stands at the same place on at least three slides and on a third of them."""
    counts: dict[tuple[str, int], int] = {}
    for shapes in slides:
        for key in {_key(shape) for shape in shapes if shape.lines}:
            counts[key] = counts.get(key, 0) + 1
    return {key for key, count in counts.items() if count >= max(3, len(slides) / 3)}


def _is_running(shape: _Shape, again: set[tuple[str, int]], height: float | None) -> bool:
    if shape.placeholder in _RUNNING:
        return True
    low = height is not None and shape.top > 0.85 * height * _EMU
    return low and bool(shape.lines) and shape.placeholder is None and _key(shape) in again


def reading_order(shapes: list[_Shape]) -> list[_Shape]:
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


def _stacks(columns: list[list[_Shape]]) -> bool:
    """Whether columns are read each to its end: a heading with its text below, not a grid of cards row by row."""
    return all(len(column) >= 2 for column in columns)


def _cut(shapes: list[_Shape], span: Any) -> tuple[list[list[_Shape]], float]:
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


def _by_lines(shapes: list[_Shape]) -> list[_Shape]:
    """Overlapping shapes: by their upper edges, those at about the same height from left to right."""
    found: list[list[_Shape]] = []
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


# ------------------------------------------------------------------------------------------------------------------ text


def _lines(body: Any, placeholder: str | None) -> Iterator[_Line]:
    """The paragraphs of a text body with their marks; numbers are computed."""
    counts: dict[int, tuple[str, int]] = {}
    listed = placeholder in ("body", "obj")
    styles = body.find(A + "lstStyle")
    for paragraph in body.iter(A + "p"):
        text = _text_of(paragraph).strip()
        if not text:
            continue
        properties = paragraph.find(A + "pPr")
        depth = min(8, max(0, int(_number(properties.get("lvl"))))) if properties is not None else 0
        sources = [properties, styles.find(f"{A}lvl{depth + 1}pPr") if styles is not None else None]
        mark, automatic = _mark(sources)
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if automatic is not None:
            style, start = automatic
            before = counts.get(depth)
            value = before[1] + 1 if before and before[0] == style else start
            counts[depth] = (style, value)
            mark = _automatic(style, value)
            yield _Line(f"{mark} {text}", BlockKind.LIST_ITEM, depth + 1, mark)
            continue
        if mark != "":
            counts.pop(depth, None)
        typed, _ = split_mark(text)
        if typed:
            yield _Line(text, BlockKind.LIST_ITEM, depth + 1, typed)
        elif mark or (mark is None and (listed or depth > 0)):
            yield _Line(text, BlockKind.LIST_ITEM, depth + 1, mark or "•")
        else:
            yield _Line(text)


def _mark(sources: list[Any | None]) -> tuple[str | None, tuple[str, int] | None]:
    """(bullet, number style and start): `""` says none, `None` that nothing is said."""
    for source in sources:
        if source is None:
            continue
        if source.find(A + "buNone") is not None:
            return "", None
        automatic = source.find(A + "buAutoNum")
        if automatic is not None:
            return None, (automatic.get("type", "arabicPeriod"), int(_number(automatic.get("startAt"))) or 1)
        character = source.find(A + "buChar")
        if character is not None:
            sign = character.get("char") or "•"
            return sign if sign in "•–—-*▪●○◦" else "•", None
        if source.find(A + "buBlip") is not None:
            return "•", None
    return None, None


def _automatic(style: str, value: int) -> str:
    match = re.match(r"(arabic|alphaLc|alphaUc|romanLc|romanUc)(\w*)", style)
    number = written(value, _AUTOMATIC[match.group(1)]) if match else str(value)
    ending = match.group(2) if match else "Period"
    return {"ParenR": f"{number})", "ParenBoth": f"({number})", "Plain": number}.get(ending, f"{number}.")


def _text_of(paragraph: Any) -> str:
    parts: list[str] = []
    for element in paragraph.iter(A + "t", A + "br", A + "tab"):
        if element.tag == A + "t":
            parts.append((element.text or "").replace("\v", " ").replace("\t", " "))
        else:
            parts.append("\n" if element.tag == A + "br" else " ")
    return "".join(parts)


def _largest(body: Any) -> float:
    sizes = [_number(item.get("sz")) for item in body.iter(A + "rPr", A + "defRPr", A + "endParaRPr")]
    return max(sizes, default=0.0) or 1_800.0


def _table(table: Any) -> list[TextCell]:
    cells: list[TextCell] = []
    for number, row in enumerate(table.iterfind(A + "tr")):
        for column, cell in enumerate(row.iterfind(A + "tc")):
            if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
                continue
            body = cell.find(A + "txBody")
            lines = []
            for line in _lines(body, None) if body is not None else ():
                lines.append(
                    f"{line.mark} {line.text}" if line.mark == "•" and not line.text.startswith("•") else line.text
                )
            rows, columns = (
                min(_WIDEST_SPAN, max(1, int(_number(cell.get(name))))) for name in ("rowSpan", "gridSpan")
            )
            cells.append(TextCell(number, column, "\n".join(lines), rows, columns))
    return cells


def _below_header(cells: list[TextCell], headers: dict[int, str]) -> int:
    end = 0
    if headers:
        for cell in cells:
            if (
                cell.row == end
                and cell.text.strip()
                and " ".join(cell.text.split()) not in headers.get(cell.column, "")
            ):
                break
            if cell.row > end:
                end = cell.row
                if " ".join(cell.text.split()) not in headers.get(cell.column, ""):
                    break
    return end


def _box(transform: Any | None, offset: str = "off", extent: str = "ext") -> tuple[float, float, float, float] | None:
    if transform is None:
        return None
    start, size = transform.find(A + offset), transform.find(A + extent)
    if start is None or size is None:
        return None
    x, y = _number(start.get("x")), _number(start.get("y"))
    return x, y, x + _number(size.get("cx")), y + _number(size.get("cy"))


def _number(value: str | None) -> float:
    """The number that an attribute holds; 0 for what is none or stands far off any slide (a slide has some 10 million EMU)."""
    try:
        number = float(value) if value else 0.0
    except ValueError:
        return 0.0
    return number if -_FARTHEST < number < _FARTHEST else 0.0
