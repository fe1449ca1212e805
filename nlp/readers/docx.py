"""DOCX: our own walk over the document's XML, because a library leaves out what Word shows.

Read as Word shows it with all changes accepted: paragraphs, tables (merged, nested), text boxes once, content controls, tracked
insertions without the deletions, notes, list numbers, headers and footers as running text, titles in charts and SmartArt.
"""

from pathlib import Path
from typing import Any

from nlp.errors import DamagedFile
from nlp.pages import BlockKind, PageBuilder
from nlp.readers import flat, insets
from nlp.readers.archive import Package
from nlp.readers.docx_margins import Margins
from nlp.readers.docx_parts import Parts
from nlp.readers.docx_tables import cells_of, first_row_below
from nlp.readers.docx_text import Attached, ParagraphText, TextReader, mark_deleted
from nlp.readers.grid import TextCell, headers_of
from nlp.readers.headings import looks_like_heading
from nlp.readers.marks import split_mark
from nlp.readers.pictures import Pictures
from nlp.readers.reading import COMMENTS, Options, Reading
from nlp.readers.styles import Style
from nlp.readers.wordml import (
    W_ALT_CHUNK,
    W_BODY,
    W_IND,
    W_JC,
    W_LEFT,
    W_OUTLINE_LVL,
    W_P,
    W_P_STYLE,
    W_START,
    W_SUB_DOC,
    W_TBL,
    Properties,
    blocks,
    child,
    number_of,
    value,
    whole,
)

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SET_IN = frozenset({W_ALT_CHUNK, W_SUB_DOC})
_MAX_DEPTH = 60


def read(path: Path, options: Options) -> Reading:
    """The document as one page: Word decides about pages only when it prints."""
    with flat.opened(path) as package:
        return _Document(package, options).read()


class _Document:
    def __init__(self, package: Package, options: Options) -> None:
        self.package = package
        self.options = options
        self.warnings: list[str] = []
        self.parts = Parts(package, self.warnings)
        self.styles = self.parts.styles()
        self.builder = PageBuilder(1)
        self.tables = 0
        self.carried = ""
        self.notes: list[tuple[str, str]] = []
        self.pictures = Pictures(package, options)
        self.texts = TextReader(package, self.parts.relations, self.styles)
        self.margins = Margins(self.parts, self.texts, self.pictures)

    def read(self) -> Reading:
        root = self.package.tree(self.parts.main)
        if root.get("damaged"):
            self.warnings.append("Berkas rusak sebagian; teks sesudah bagian yang rusak mungkin hilang.")
        body = child(root, W_BODY)
        if body is None:
            raise DamagedFile("no body")
        headers, footers = self.margins.running(root)
        for text in headers:
            self.builder.add(text, BlockKind.RUNNING)
        self._blocks(body, 0)
        self._put_carried()
        self._notes()
        for text in footers:
            self.builder.add(text, BlockKind.RUNNING)
        if self.texts.hidden:
            self.warnings.append("Dokumen memuat teks tersembunyi yang tidak dibaca; periksa berkas aslinya.")
        if self.parts.has_comments():
            self.warnings.append(COMMENTS)
        self.warnings += self.pictures.warnings + self.package.warnings
        return Reading((self.builder.build(),), tuple(self.warnings))

    # ------------------------------------------------------------------------------------------------------ blocks

    def _blocks(self, holder: Any, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self.warnings.append("Susunan tabel atau kotak teks terlalu dalam; sebagian isinya tidak dibaca.")
            return
        for element in blocks(holder):
            if element.tag == W_P:
                self._paragraph(element, depth)
            elif element.tag == W_TBL:
                self._put_carried()
                self._table(element, depth)
            elif element.tag in _SET_IN:
                self._put_carried()
                self._put_in(self.parts.relations.get(element.get(_R + "id", "")))

    def _put_in(self, target: tuple[str, str] | None) -> None:
        """A whole file that is set in here, where it can be read: sheets and objects of other programs cannot."""
        warnings = None
        if target is not None and target[0].lower() in ("package", "afchunk"):
            warnings = insets.put_in(self.builder, self.package, target[1], self.options)
        if warnings is None:
            self.pictures.files_inside = True
        else:
            self.warnings += warnings
            self.tables = max(self.tables, self.builder.next_table)

    def _put_carried(self) -> None:
        """What would go on in the next paragraph where none follows."""
        self.builder.add(self.carried)
        self.carried = ""

    def _paragraph(self, element: Any, depth: int) -> None:
        found = self.texts.read(element)
        written = self.carried + found.text if self.carried else found.text
        self.carried = ""
        if found.look and mark_deleted(found.look):
            self.carried = written
        else:
            self._add(written.strip(), found)
        if found.attached:
            self._attached(found.attached)
            for box in found.attached.boxes:
                self._blocks(box, depth + 1)

    def _attached(self, attached: Attached) -> None:
        """What is read beside the paragraph; its text boxes go where the paragraph goes."""
        for line in self.margins.beside(attached):
            self.builder.add(line)
        for relation in attached.files:
            self._put_in(self.texts.relations.get(relation))
        self.notes += attached.notes

    def _add(self, text: str, found: ParagraphText) -> None:
        look = found.look
        chain = self.styles.chain(value(look, W_P_STYLE)) if look else []
        mark, depth = self._mark(look) if look else (None, 0)
        if not text:
            # Word numbers an empty paragraph too: `Pasal 3` may stand alone above its title.
            if mark and any(char.isalpha() for char in mark):
                self.builder.add(mark, BlockKind.HEADING, level=_heading_level(look, chain) or 2, mark=mark)
            return
        level = _heading_level(look, chain)
        bold = (found.bold > 0 and found.plain == 0) or (
            found.bold == 0 and found.plain == 0 and any(s.bold for s in chain)
        )
        centred = value(look, W_JC) == "center" or any(style.centred for style in chain[:1])
        if mark and mark != "•":
            text = f"{mark} {text}"
        if level is not None:
            self.builder.add(text, BlockKind.HEADING, level=level, mark=mark)
        elif looks_like_heading(text, bold=bold, centred=centred, listed=mark is not None):
            self.builder.add(text, BlockKind.HEADING, level=3 if mark else 2, mark=mark)
        elif mark:
            self.builder.add(text, BlockKind.LIST_ITEM, level=depth + 1, mark=mark)
        else:
            typed, _ = split_mark(text)
            kind = BlockKind.LIST_ITEM if typed else BlockKind.PARAGRAPH
            self.builder.add(text, kind, mark=typed, level=_indent_level(look) if typed else None)

    def _mark(self, look: Properties) -> tuple[str | None, int]:
        """The paragraph's number or bullet as Word computes it, and its depth in the list from 0 on."""
        number, depth = number_of(look)
        style_id = value(look, W_P_STYLE)
        if number is None and style_id:
            for style in self.styles.chain(style_id):
                if style.number is not None:
                    number = style.number
                    depth = depth if depth is not None else style.depth
                    break
            if number is not None and depth is None:
                tied = self.parts.numbering().by_style(style_id)
                depth = tied[1] if tied else 0
        if number is None or number == "0":
            return None, 0
        return self.parts.numbering().mark(number, depth or 0), depth or 0

    # ------------------------------------------------------------------------------------------------------ tables

    def _table(self, table: Any, depth: int) -> None:
        cells, said_headers = cells_of(table)
        if len(cells) <= 1 or max(cell.column for cell, _ in cells) == 0:
            # One column is a frame around text, not a table.
            for _, element in cells:
                self._blocks(element, depth + 1)
            return
        index = self.tables
        self.tables += 1
        filled = [(cell, *self._cell_text(element)) for cell, element in cells]
        texts = [TextCell(row, column, text, down, right) for (row, column, _, down, right), text, _, _ in filled]
        headers = headers_of(texts, header_rows=said_headers or None)
        first = first_row_below(texts, headers)
        for (row, column, _, row_span, column_span), text, nested, found in filled:
            header = headers.get(column) if row >= first else None
            self.builder.add(text, BlockKind.CELL, table=index, row=row, column=column, row_span=row_span,
                             column_span=column_span, header=header)  # fmt: skip
            for inner in nested:
                self._table(inner, depth + 1)
            for attached in found:
                self._attached(attached)

    def _cell_text(self, cell: Any) -> tuple[str, list[Any], list[Attached]]:
        """A cell's lines, its inner tables, and what hangs on its paragraphs."""
        lines: list[str] = []
        nested: list[Any] = []
        attached: list[Attached] = []
        self._cell_lines(cell, lines, nested, attached, 0)
        return "\n".join(lines), nested, attached

    def _cell_lines(
        self, holder: Any, lines: list[str], nested: list[Any], attached: list[Attached], depth: int
    ) -> None:
        carried = ""
        for element in blocks(holder):
            if element.tag == W_TBL:
                nested.append(element)
            elif element.tag == W_P:
                found = self.texts.read(element)
                line = carried + found.text
                carried = ""
                if found.look and mark_deleted(found.look):
                    carried = line
                elif line and (line := line.strip()):
                    mark = self._mark(found.look)[0] if found.look else None
                    lines.append(f"{mark} {line}" if mark else line)
                if found.attached:
                    attached.append(found.attached)
                    for box in found.attached.boxes if depth < _MAX_DEPTH else ():
                        self._cell_lines(box, lines, nested, attached, depth + 1)
        if carried.strip():
            lines.append(carried.strip())

    def _notes(self) -> None:
        for kind in ("footnote", "endnote"):
            wanted = [number for found, number in self.notes if found == kind]
            for place, text in self.margins.notes(kind, wanted):
                self.builder.add(text, BlockKind.NOTE, mark=str(place))


def _heading_level(look: Properties, chain: list[Style]) -> int | None:
    outline = value(look, W_OUTLINE_LVL)
    if whole(outline, 9) < 9:
        return whole(outline) + 1
    for style in chain:
        if style.name == "title":
            return 1
        if style.name.startswith("heading ") and whole(style.name[8:]):
            return whole(style.name[8:])
        if style.outline is not None and style.outline < 9:
            return style.outline + 1
    return None


def _indent_level(look: Properties) -> int:
    indent = look.get(W_IND)
    left = (indent.get(W_LEFT) or indent.get(W_START)) if indent is not None else None
    return 1 + min(8, whole(left) // 500)
