"""The walk over an OpenDocument body: paragraphs, headings, lists, tables, frames, what is set in, notes."""

from collections.abc import Iterator
from typing import Any

from nlp.errors import DamagedFile
from nlp.pages import BlockKind, PageBuilder
from nlp.readers.archive import Package
from nlp.readers.grid import TextCell, headers_of
from nlp.readers.headings import looks_like_heading
from nlp.readers.marks import split_mark
from nlp.readers.odf import (
    CHART,
    DRAW,
    FORM,
    MAX_DEPTH,
    OFFICE,
    PARAGRAPHS,
    SKIPPED,
    TABLE,
    TEXT,
    XLINK,
    drawn_in,
    inline,
    own_tables,
    rows,
    whole,
)
from nlp.readers.odf_styles import Lists
from nlp.readers.pictures import Pictures

_WIDEST_SPAN = 500
_FORMULA = "{http://www.w3.org/1998/Math/MathML}math"
_DRAWINGS = (".svg", ".svm", ".emf", ".wmf")  # beside a picture of points they show the same


class Walker:
    """Puts what stands in one document into pages."""

    def __init__(
        self, package: Package, lists: Lists, styles: dict[str, tuple[bool, bool]], pictures: Pictures, body: Any
    ) -> None:
        self._package = package
        self._lists = lists
        self._styles = styles
        self._pictures = pictures
        self._filled = {
            control.get(FORM + "id"): control.get(FORM + "current-value", "")
            for forms in body.iter(OFFICE + "forms")
            for control in forms.iter()
        }
        self._tables = 0
        self._notes: list[str] = []

    def add_notes(self, builder: PageBuilder) -> None:
        """Put out the footnotes met since the last time."""
        for number, note in enumerate(self._notes, 1):
            builder.add(note, BlockKind.NOTE, mark=str(number))
        self._notes = []

    def blocks(self, builder: PageBuilder, holder: Any, depth: int = 0) -> None:
        """What stands in an element, one after another."""
        for element in holder if depth <= MAX_DEPTH else ():
            self.block(builder, element, depth)

    def block(self, builder: PageBuilder, element: Any, depth: int = 0) -> None:
        """One element of a body, a cell, a frame or a slide."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED:
            return
        if tag in PARAGRAPHS:
            self._paragraph(builder, element, depth)
        elif tag == TEXT + "list":
            for child, mark, level in self._lists.items(element):
                if child.tag in PARAGRAPHS:
                    self._paragraph(builder, child, depth + 1, mark, level)
                else:
                    self.block(builder, child, depth + 1)
        elif tag == TABLE + "table":
            self._table(builder, element, depth)
        elif tag == DRAW + "frame":
            self._frame(builder, element, depth)
        elif tag == DRAW + "control":
            builder.add(self._filled.get(element.get(DRAW + "control"), ""))
        else:
            self.blocks(builder, element, depth + 1)

    def lines(self, holder: Any, depth: int = 0) -> Iterator[str]:
        """The lines of text in a cell or in a margin, without the tables of a cell."""
        for element in holder if depth <= MAX_DEPTH else ():
            if element.tag == TEXT + "list":
                for child, mark, _ in self._lists.items(element):
                    for line in self._lines_of(child, depth + 1):
                        yield f"{mark} {line}" if mark and mark != "•" else line
                        mark = None
            else:
                yield from self._lines_of(element, depth)

    def _lines_of(self, element: Any, depth: int) -> Iterator[str]:
        tag = element.tag
        if tag in PARAGRAPHS:
            self._collect_notes(element)
            if line := inline(element).strip():
                yield line
            for drawn in drawn_in(element):
                yield from self._lines_of(drawn, depth + 1)
        elif isinstance(tag, str) and tag not in SKIPPED and tag != TABLE + "table":
            if value := self._filled.get(element.get(DRAW + "control", "")):
                yield value
            yield from self.lines(element, depth + 1)

    def picture_lines(self, frame: Any) -> list[str]:
        """The text in the picture of a frame; of several that show the same, one that can be read."""
        image = _best_image(frame)
        return self._pictures.member(_target(image)) if image is not None else []

    def _frame(self, builder: PageBuilder, frame: Any, depth: int) -> None:
        """Of the ways in which a frame says the same, the one that says most."""
        inside = [child for child in frame if child.tag in (DRAW + "text-box", TABLE + "table")]
        objects = [child for child in frame if child.tag in (DRAW + "object", DRAW + "object-ole")]
        if inside:
            for child in inside:
                self.block(builder, child, depth + 1)
        elif not objects or not self._object(builder, objects[0], depth):
            for line in self.picture_lines(frame):
                builder.add(line)
            if (image := _best_image(frame)) is not None:
                self.blocks(builder, image, depth + 1)  # what was typed onto it

    def _object(self, builder: PageBuilder, element: Any, depth: int) -> bool:
        """A chart, a formula, a sheet or a text set in; whether it could be read, and needs no picture of it."""
        name = _target(element).rstrip("/")
        part = self._package.find(f"{name}/content.xml") if name else None
        try:
            root = self._package.tree(part) if part and depth <= MAX_DEPTH else element
        except DamagedFile:
            root = element
        if next(root.iter(_FORMULA), None) is not None:
            return True
        body = next(root.iter(OFFICE + "body"), None)
        if body is None:
            self._pictures.files_inside = True
            return False
        charts = list(body.iter(CHART + "chart"))
        for chart in charts:
            for line in _said_in(chart):
                builder.add(line)
        if not charts:
            self.blocks(builder, body, depth + 1)
        return True

    def _paragraph(
        self, builder: PageBuilder, element: Any, depth: int, mark: str | None = None, level: int | None = None
    ) -> None:
        self._collect_notes(element)
        text = inline(element).strip()
        bold, centred = self._styles.get(element.get(TEXT + "style-name", ""), (False, False))
        if text:
            if element.tag == TEXT + "h":
                builder.add(text, BlockKind.HEADING, level=whole(element.get(TEXT + "outline-level"), 1), mark=mark)
            elif mark:
                builder.add(text if mark == "•" else f"{mark} {text}", BlockKind.LIST_ITEM, level=level, mark=mark)
            elif looks_like_heading(text, bold=bold, centred=centred):
                builder.add(text, BlockKind.HEADING, level=2)
            else:
                typed, _ = split_mark(text)
                builder.add(
                    text, BlockKind.LIST_ITEM if typed else BlockKind.PARAGRAPH, mark=typed, level=1 if typed else None
                )
        for drawn in drawn_in(element) if depth <= MAX_DEPTH else ():
            self.block(builder, drawn, depth + 1)

    def _collect_notes(self, element: Any) -> None:
        for note in element.iter(TEXT + "note-body"):
            if text := " ".join(inline(p).strip() for p in note.iter(TEXT + "p")):
                self._notes.append(text)

    def _table(self, builder: PageBuilder, table: Any, depth: int) -> None:
        cells: list[TextCell] = []
        nested: list[Any] = []
        heads = 0
        for number, row in enumerate(rows(table)):
            if row.getparent().tag == TABLE + "table-header-rows":
                heads = number + 1
            column = 0
            for cell in row:
                if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                    continue
                repeated = min(200, whole(cell.get(TABLE + "number-columns-repeated"), 1))
                if cell.tag == TABLE + "table-cell":
                    nested += own_tables(cell)
                    cells.append(TextCell(number, column, "\n".join(self.lines(cell)),
                                          min(_WIDEST_SPAN, whole(cell.get(TABLE + "number-rows-spanned"), 1)),
                                          min(_WIDEST_SPAN, whole(cell.get(TABLE + "number-columns-spanned"), 1))))  # fmt: skip
                column += repeated
        index = self._tables
        self._tables += 1
        headers = headers_of(cells, header_rows=heads or None)
        first = heads or (1 if headers else 0)
        for item in cells:
            builder.add(item.text, BlockKind.CELL, table=index, row=item.row, column=item.column, row_span=item.row_span,
                        column_span=item.column_span, header=headers.get(item.column) if item.row >= first else None)  # fmt: skip
        for inner in nested:
            if depth < MAX_DEPTH:
                self._table(builder, inner, depth + 1)
        for frame in table.iter(DRAW + "frame"):
            if next(frame.iterancestors(TABLE + "table"), None) is table and not _holds_text(frame):
                self._frame(builder, frame, depth + 1)


def _target(element: Any) -> str:
    """The member of the package that it names."""
    name: str = element.get(XLINK + "href", "")
    return name.removeprefix("./")


def _best_image(frame: Any) -> Any | None:
    """Of several pictures of the same one that can be read."""
    images = sorted(frame.iterchildren(DRAW + "image"), key=lambda image: _target(image).lower().endswith(_DRAWINGS))
    return images[0] if images else None


def _holds_text(frame: Any) -> bool:
    return next(frame.iterchildren(DRAW + "text-box", TABLE + "table"), None) is not None


def _said_in(chart: Any) -> list[str]:
    """The titles of a chart, and in one line what its axes and its legend name; not its numbers."""
    titles = [
        inline(p).strip() for p in chart.iter(*PARAGRAPHS) if next(p.iterancestors(TABLE + "table"), None) is None
    ]
    names = [
        " ".join(inline(p).strip() for p in cell)
        for cell in chart.iter(TABLE + "table-cell")
        if cell.get(OFFICE + "value-type") == "string"
    ]
    return [*dict.fromkeys(titles), "; ".join(dict.fromkeys(name for name in names if name))]
