"""ODT and ODP: paragraphs, headings, lists, tables, frames and notes from content.xml; of a presentation each page by itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nlp.errors import DamagedFile, TooManyPages
from nlp.pages import BlockKind, Page, PageBuilder
from nlp.readers import archive
from nlp.readers.archive import Package
from nlp.readers.grid import TextCell, headers_of
from nlp.readers.headings import looks_like_heading
from nlp.readers.marks import split_mark
from nlp.readers.numbering import written
from nlp.readers.pictures import Pictures
from nlp.readers.reading import Options, Reading

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SKIPPED = frozenset(
    {
        _TEXT + "tracked-changes",
        _OFFICE + "annotation",
        _OFFICE + "forms",
        _TEXT + "sequence-decls",
        _OFFICE + "annotation-end",
    }
)
_MAX_DEPTH = 60
_MAX_PAGES = 3_000
_WIDEST_SPAN = 500
_UNITS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}


def read(path: Path, options: Options) -> Reading:
    """A text document as one page, a presentation as one page a slide with its notes."""
    with archive.opened(path) as package:
        root = package.tree("content.xml")
        body = root.find(_OFFICE + "body")
        holder = next(iter(body), None) if body is not None else None
        if holder is None:
            raise DamagedFile("no body")
        warnings = ["Berkas rusak sebagian; isinya mungkin tidak lengkap."] if root.get("damaged") else []
        pictures = Pictures(package, options)
        walker = _Walker(_lists(package, root), _bold_styles(root), pictures)
        slides = list(holder.iterfind(_DRAW + "page"))
        if not slides:
            builder = PageBuilder(1)
            heads, feet = _running(package)
            for text in heads:
                builder.add(text, BlockKind.RUNNING)
            walker.blocks(builder, holder, 0)
            walker.add_notes(builder)
            for text in feet:
                builder.add(text, BlockKind.RUNNING)
            return Reading((builder.build(),), (*warnings, *pictures.warnings, *package.warnings))
        if len(slides) > _MAX_PAGES:
            raise TooManyPages(str(len(slides)))
        pages = tuple(walker.slide(number, slide) for number, slide in enumerate(slides, 1))
        return Reading(pages, (*warnings, *pictures.warnings, *package.warnings))


def _running(package: Package) -> tuple[list[str], list[str]]:
    heads: dict[str, None] = {}
    feet: dict[str, None] = {}
    if package.find("styles.xml"):
        root = package.tree("styles.xml")
        for tag, found in ((_STYLE + "header", heads), (_STYLE + "footer", feet)):
            for part in root.iter(tag):
                for paragraph in part.iter(_TEXT + "p", _TEXT + "h"):
                    if text := _inline(paragraph).strip():
                        found.setdefault(text)
    return list(heads), list(feet)


def _lists(package: Package, root: Any) -> dict[str, dict[int, tuple[str, str, str, int, int]]]:
    """List styles: name -> level -> (format, prefix, suffix, start, levels shown); format `""` for bullets."""
    found: dict[str, dict[int, tuple[str, str, str, int, int]]] = {}
    roots = [root] + ([package.tree("styles.xml")] if package.find("styles.xml") else [])
    for part in roots:
        for style in part.iter(_TEXT + "list-style"):
            levels = found.setdefault(style.get(_STYLE + "name", ""), {})
            for level in style:
                if not isinstance(level.tag, str):
                    continue
                depth = _whole(level.get(_TEXT + "level"), 1)
                number = (
                    _FORMATS.get(level.get(_STYLE + "num-format", ""), "")
                    if level.tag == _TEXT + "list-level-style-number"
                    else ""
                )
                levels[depth] = (number, level.get(_STYLE + "num-prefix", ""), level.get(_STYLE + "num-suffix", ""),
                                 _whole(level.get(_TEXT + "start-value"), 1), _whole(level.get(_TEXT + "display-levels"), 1))  # fmt: skip
    return found


def _bold_styles(root: Any) -> dict[str, tuple[bool, bool]]:
    """Paragraph styles made for this document: (bold, centred)."""
    found = {}
    for style in root.iter(_STYLE + "style"):
        text = style.find(_STYLE + "text-properties")
        paragraph = style.find(_STYLE + "paragraph-properties")
        found[style.get(_STYLE + "name", "")] = (
            text is not None and text.get(_FO + "font-weight") == "bold",
            paragraph is not None and paragraph.get(_FO + "text-align") == "center",
        )
    return found


class _Walker:
    def __init__(
        self,
        lists: dict[str, dict[int, tuple[str, str, str, int, int]]],
        styles: dict[str, tuple[bool, bool]],
        pictures: Pictures,
    ) -> None:
        self.lists = lists
        self.styles = styles
        self.pictures = pictures
        self.tables = 0
        self.notes: list[str] = []
        self.continued: dict[str, list[int]] = {}

    def slide(self, number: int, slide: Any) -> Page:
        builder = PageBuilder(number)
        frames = [shape for shape in slide if isinstance(shape.tag, str) and shape.tag != _PRESENTATION + "notes"]
        title = [f for f in frames if f.get(_PRESENTATION + "class") == "title"]
        rest = [f for f in frames if f not in title]
        rest.sort(key=lambda f: (round(_length(f.get(_SVG + "y")) / 12), _length(f.get(_SVG + "x"))))
        for frame in title:
            text = " ".join(_inline(p).strip() for p in frame.iter(_TEXT + "p", _TEXT + "h"))
            builder.add(text, BlockKind.HEADING, level=1)
        for frame in rest:
            if frame.get(_PRESENTATION + "class") in ("page-number", "footer", "date-time", "header"):
                continue
            self.blocks(builder, [frame], 0)
        for notes in slide.iter(_PRESENTATION + "notes"):
            for paragraph in notes.iter(_TEXT + "p"):
                builder.add(_inline(paragraph), BlockKind.NOTE)
        self.add_notes(builder)
        return builder.build(hidden=slide.get(_PRESENTATION + "visibility") == "hidden")

    def add_notes(self, builder: PageBuilder) -> None:
        for number, note in enumerate(self.notes, 1):
            builder.add(note, BlockKind.NOTE, mark=str(number))
        self.notes = []

    def blocks(self, builder: PageBuilder, holder: Any, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        for element in holder:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag in (_TEXT + "p", _TEXT + "h"):
                self._paragraph(builder, element, depth)
            elif tag == _TEXT + "list":
                self._list(builder, element, 1, element.get(_TEXT + "style-name", ""), [], depth)
            elif tag == _TABLE + "table":
                self._table(builder, element, depth)
            elif tag == _DRAW + "image":
                self._picture(builder, element)
            else:
                self.blocks(builder, element, depth + 1)

    def _paragraph(
        self, builder: PageBuilder, element: Any, depth: int, mark: str | None = None, level: int | None = None
    ) -> None:
        self._collect_notes(element)
        text = _inline(element).strip()
        bold, centred = self.styles.get(element.get(_TEXT + "style-name", ""), (False, False))
        if text:
            if element.tag == _TEXT + "h":
                builder.add(text, BlockKind.HEADING, level=_whole(element.get(_TEXT + "outline-level"), 1), mark=mark)
            elif mark:
                builder.add(text if mark == "•" else f"{mark} {text}", BlockKind.LIST_ITEM, level=level, mark=mark)
            elif looks_like_heading(text, bold=bold, centred=centred):
                builder.add(text, BlockKind.HEADING, level=2)
            else:
                typed, _ = split_mark(text)
                builder.add(
                    text, BlockKind.LIST_ITEM if typed else BlockKind.PARAGRAPH, mark=typed, level=1 if typed else None
                )
        for frame in element.iter(_DRAW + "text-box", _DRAW + "image"):
            if frame.tag == _DRAW + "image":
                self._picture(builder, frame)
            else:
                self.blocks(builder, frame, depth + 1)

    def _picture(self, builder: PageBuilder, image: Any) -> None:
        for line in self.pictures.member(image.get(_XLINK + "href", "").removeprefix("./")):
            builder.add(line)

    def _collect_notes(self, element: Any) -> None:
        for note in element.iter(_TEXT + "note-body"):
            if text := " ".join(_inline(p).strip() for p in note.iter(_TEXT + "p")):
                self.notes.append(text)

    def _list(self, builder: PageBuilder, element: Any, level: int, style: str, outer: list[int], depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        style = element.get(_TEXT + "style-name", "") or style
        number, prefix, suffix, start, shown = self.lists.get(style, {}).get(level, ("", "", "", 1, 1))
        going_on = element.get(_TEXT + "continue-numbering") == "true" and level == 1
        count = (self.continued.get(style) or [start - 1])[0] if going_on else start - 1
        for item in element:
            if item.tag not in (_TEXT + "list-item", _TEXT + "list-header"):
                continue
            if item.tag == _TEXT + "list-item":
                count = _whole(item.get(_TEXT + "start-value"), count + 1)
            mark: str | None = "•"
            if number:
                values = [*outer, count][-shown:] if shown > 1 else [count]
                mark = prefix + ".".join(written(value, number) for value in values) + suffix
            if item.tag == _TEXT + "list-header":
                mark = None
            for child in item:
                if child.tag == _TEXT + "list":
                    self._list(builder, child, level + 1, style, [*outer, count], depth + 1)
                elif child.tag in (_TEXT + "p", _TEXT + "h"):
                    self._paragraph(builder, child, depth + 1, mark, level)
                    mark = None
        if level == 1:
            self.continued[style] = [count]

    def _table(self, builder: PageBuilder, table: Any, depth: int) -> None:
        cells: list[TextCell] = []
        nested: list[Any] = []
        heads = 0
        for number, row in enumerate(_rows(table)):
            if row.getparent().tag == _TABLE + "table-header-rows":
                heads = number + 1
            column = 0
            for cell in row:
                if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                    continue
                repeated = min(200, _whole(cell.get(_TABLE + "number-columns-repeated"), 1))
                if cell.tag == _TABLE + "table-cell":
                    inner = list(cell.iter(_TABLE + "table"))
                    nested += inner[:1]
                    lines = [
                        _inline(p).strip()
                        for p in cell.iter(_TEXT + "p", _TEXT + "h")
                        if not inner or not _within(p, inner)
                    ]
                    cells.append(TextCell(number, column, "\n".join(line for line in lines if line),
                                          min(_WIDEST_SPAN, _whole(cell.get(_TABLE + "number-rows-spanned"), 1)),
                                          min(_WIDEST_SPAN, _whole(cell.get(_TABLE + "number-columns-spanned"), 1))))  # fmt: skip
                column += repeated
        index = self.tables
        self.tables += 1
        headers = headers_of(cells, header_rows=heads or None)
        first = heads or (1 if headers else 0)
        for item in cells:
            builder.add(item.text, BlockKind.CELL, table=index, row=item.row, column=item.column, row_span=item.row_span,
                        column_span=item.column_span, header=headers.get(item.column) if item.row >= first else None)  # fmt: skip
        for inner in nested:
            if depth < _MAX_DEPTH:
                self._table(builder, inner, depth + 1)
        for image in table.iter(_DRAW + "image"):
            self._picture(builder, image)


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        if element.tag == _TABLE + "table-row":
            yield element
        elif element.tag in (_TABLE + "table-header-rows", _TABLE + "table-rows", _TABLE + "table-row-group"):
            yield from _rows(element)


def _within(paragraph: Any, tables: list[Any]) -> bool:
    return any(ancestor in tables for ancestor in paragraph.iterancestors(_TABLE + "table"))


def _inline(element: Any, depth: int = 0) -> str:
    """The text of a paragraph without its notes, comments and frames."""
    if depth > _MAX_DEPTH:
        return ""
    parts = [element.text or ""]
    for child in element:
        tag = child.tag
        if tag == _TEXT + "s":
            parts.append(" " * min(200, _whole(child.get(_TEXT + "c"), 1)))
        elif tag == _TEXT + "tab":
            parts.append(" ")
        elif tag == _TEXT + "line-break":
            parts.append("\n")
        elif tag not in (
            _TEXT + "note",
            _OFFICE + "annotation",
            _DRAW + "frame",
            _DRAW + "text-box",
            _TEXT + "ruby-text",
        ) and isinstance(tag, str):
            parts.append(_inline(child, depth + 1))
        parts.append(child.tail or "")
    return "".join(parts)


def _whole(value: str | None, default: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 7 else default


def _length(value: str | None) -> float:
    if not value:
        return 0.0
    try:
        return float(value.rstrip("cminptx")) * _UNITS.get(value[-2:], 1.0)
    except ValueError:
        return 0.0
