"""DOCX: our own walk over the document's XML, because a library leaves out what Word shows.

Read as Word shows it with all changes accepted: paragraphs, tables (merged, nested), text boxes once, content controls, tracked
insertions without the deletions, notes, list numbers, headers and footers as running text, titles in charts and SmartArt.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nlp.errors import DamagedFile
from nlp.pages import BlockKind, PageBuilder
from nlp.readers import archive
from nlp.readers.archive import Package
from nlp.readers.docx_text import Attached, ParagraphText, TextReader, mark_deleted
from nlp.readers.grid import TextCell, headers_of
from nlp.readers.headings import looks_like_heading
from nlp.readers.marks import split_mark
from nlp.readers.numbering import Numbering
from nlp.readers.pictures import Pictures
from nlp.readers.reading import Options, Reading
from nlp.readers.styles import Style, Styles
from nlp.readers.wordml import (
    W_ALT_CHUNK,
    W_BODY,
    W_DEL,
    W_FOOTER_REFERENCE,
    W_GRID_BEFORE,
    W_GRID_SPAN,
    W_H_MERGE,
    W_HEADER_REFERENCE,
    W_ID,
    W_IND,
    W_JC,
    W_LEFT,
    W_OUTLINE_LVL,
    W_P,
    W_P_STYLE,
    W_SECT_PR,
    W_START,
    W_TBL,
    W_TBL_HEADER,
    W_TC,
    W_TC_PR,
    W_TR,
    W_TR_PR,
    W_V_MERGE,
    W_VAL,
    Properties,
    W,
    blocks,
    child,
    leading,
    number_of,
    properties,
    value,
    whole,
)

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Strict files say the same under other names.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}
_MAX_DEPTH = 60
_MOST_HEADER_ROWS = 5
_MERGES = (W_GRID_SPAN, W_V_MERGE, W_H_MERGE)
_PLAIN_CELL: Properties = {}
_PARTS_DAMAGED = "Sebagian berkas rusak (gaya, penomoran, atau catatan kaki); teks utama tetap dibaca."


def read(path: Path, options: Options) -> Reading:
    """The document as one page: Word decides about pages only when it prints."""
    with archive.opened(path) as package:
        return _Document(package, options).read()


class _Document:
    def __init__(self, package: Package, options: Options) -> None:
        self.package = package
        self.main = self._main_part()
        self.relations = package.relations(self.main)
        self.warnings: list[str] = []
        self.styles = self._styles()
        self.lists: Numbering | None = None
        self.builder = PageBuilder(1)
        self.tables = 0
        self.carried = ""
        self.notes: list[tuple[str, str]] = []
        self.pictures = Pictures(package, options)
        self.texts = TextReader(package, self.relations)

    def read(self) -> Reading:
        root = self._tree(self.main)
        if root.get("damaged"):
            self.warnings.append("Berkas rusak sebagian; teks sesudah bagian yang rusak mungkin hilang.")
        body = child(root, W_BODY)
        if body is None:
            raise DamagedFile("no body")
        headers, footers = self._running(root)
        for text in headers:
            self.builder.add(text, BlockKind.RUNNING)
        self._blocks(body, 0)
        if self.carried:
            self.builder.add(self.carried)
        self._notes()
        for text in footers:
            self.builder.add(text, BlockKind.RUNNING)
        if self.texts.hidden:
            self.warnings.append("Dokumen memuat teks tersembunyi yang tidak dibaca; periksa berkas aslinya.")
        self.warnings += self.pictures.warnings + self.package.warnings
        return Reading((self.builder.build(),), tuple(self.warnings))

    # ------------------------------------------------------------------------------------------------------- parts

    def _main_part(self) -> str:
        for kind, member in self.package.relations("").values():
            if kind == "officeDocument":
                return member
        found = self.package.find("word/document.xml")
        if found is None:
            raise DamagedFile("no main part")
        return found

    def _tree(self, name: str) -> Any:
        content = _usual(self.package.read(name))
        if len(content) > archive.MAX_PART_BYTES:
            return self.package.tree(name)
        return archive.parse(content, name)

    def _content(self, kind: str) -> bytes:
        """The bytes of the part that the document names so; empty without one."""
        member = next((member for found, member in self.relations.values() if found == kind), None)
        return _usual(self.package.read(member)) if member else b""

    def _part(self, kind: str) -> Any | None:
        for found, member in self.relations.values():
            if found == kind:
                try:
                    return self._tree(member)
                except DamagedFile:
                    self.warnings.append(_PARTS_DAMAGED)
                    return None
        return None

    def _numbering(self) -> Numbering:
        if self.lists is None:
            self.lists = Numbering(self._part("numbering"))
        return self.lists

    def _styles(self) -> Styles:
        try:
            return Styles(self._content("styles"))
        except DamagedFile:
            self.warnings.append(_PARTS_DAMAGED)
            return Styles(b"")

    def _running(self, root: Any) -> tuple[list[str], list[str]]:
        """The texts of the headers and the footers that sections use, each once."""
        heads: dict[str, None] = {}
        feet: dict[str, None] = {}
        for section in root.iter(W_SECT_PR):
            for reference in section:
                if reference.tag not in (W_HEADER_REFERENCE, W_FOOTER_REFERENCE):
                    continue
                relation = self.relations.get(reference.get(_R + "id", ""))
                if relation is None:
                    continue
                try:
                    part = self._tree(relation[1])
                except DamagedFile:
                    continue
                target = heads if reference.tag == W_HEADER_REFERENCE else feet
                self.texts.relations = self.package.relations(relation[1])
                for text in self._plain(part, 0):
                    target.setdefault(text)
        self.texts.relations = self.relations
        return list(heads), list(feet)

    def _plain(self, holder: Any, depth: int) -> Iterator[str]:
        """The lines of text in a header, footer or note, text boxes and tables included."""
        if depth > _MAX_DEPTH:
            return
        for element in blocks(holder):
            if element.tag == W_P:
                found = self.texts.read(element)
                if line := found.text.strip():
                    yield line
                for box in found.attached.boxes if found.attached else ():
                    yield from self._plain(box, depth + 1)
            elif element.tag == W_TBL:
                for row in element.iter(W_TR):
                    cells = [" ".join(self._plain(cell, depth + 1)) for cell in row.iter(W_TC)]
                    if line := " ".join(cell for cell in cells if cell):
                        yield line

    # ------------------------------------------------------------------------------------------------------ blocks

    def _blocks(self, holder: Any, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self.warnings.append("Susunan tabel atau kotak teks terlalu dalam; sebagian isinya tidak dibaca.")
            return
        for element in blocks(holder):
            if element.tag == W_P:
                self._paragraph(element, depth)
            elif element.tag == W_TBL:
                self._table(element, depth)
            elif element.tag == W_ALT_CHUNK:
                self.warnings.append("Dokumen menyisipkan berkas lain yang tidak dibaca.")

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
        for title in attached.titles:
            self.builder.add(title)
        for relation in attached.pictures:
            for line in self.pictures.lines(self.texts.relations, relation):
                self.builder.add(line)
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
                tied = self._numbering().by_style(style_id)
                depth = tied[1] if tied else 0
        if number is None or number == "0":
            return None, 0
        return self._numbering().mark(number, depth or 0), depth or 0

    # ------------------------------------------------------------------------------------------------------ tables

    def _table(self, table: Any, depth: int) -> None:
        cells: list[tuple[TextCell, Any]] = []
        open_cells: dict[int, int] = {}  # column -> index of the cell that goes on downwards
        number = said_headers = 0
        for row in blocks(table):
            if row.tag != W_TR:
                continue
            look = properties(child(row, W_TR_PR))
            if W_DEL in look:
                continue
            column = whole(value(look, W_GRID_BEFORE))
            if W_TBL_HEADER in look and said_headers == number:
                said_headers += 1
            before: int | None = None
            merges = next(row.iter(*_MERGES), None) is not None  # few rows do: not every cell need be asked
            for cell in blocks(row):
                if cell.tag != W_TC:
                    continue
                own = properties(leading(cell, W_TC_PR)) if merges else _PLAIN_CELL
                span = (whole(value(own, W_GRID_SPAN), 1) or 1) if W_GRID_SPAN in own else 1
                merge, across = own.get(W_V_MERGE), own.get(W_H_MERGE)
                if across is not None and across.get(W_VAL, "continue") == "continue" and before is not None:
                    _widen(cells, before, span)
                    column += span
                    continue
                if merge is not None and merge.get(W_VAL, "continue") != "restart" and column in open_cells:
                    _lengthen(cells, open_cells[column], number)
                    column += span
                    continue
                before = len(cells)
                cells.append((TextCell(number, column, "", 1, span), cell))
                if merge is not None:
                    open_cells[column] = before
                elif open_cells:
                    open_cells.pop(column, None)
                column += span
            number += 1
        self._cells(cells, said_headers, depth)

    def _cells(self, cells: list[tuple[TextCell, Any]], said_headers: int, depth: int) -> None:
        if len(cells) <= 1 or max(cell.column for cell, _ in cells) == 0:
            # One column is a frame around text, not a table.
            for _, element in cells:
                self._blocks(element, depth + 1)
            return
        table = self.tables
        self.tables += 1
        filled = [(cell, *self._cell_text(element)) for cell, element in cells]
        texts = [TextCell(row, column, text, down, right) for (row, column, _, down, right), text, _, _ in filled]
        headers = headers_of(texts, header_rows=said_headers or None)
        first = _first_row_below(texts, headers)
        for (row, column, _, row_span, column_span), text, nested, found in filled:
            header = headers.get(column) if row >= first else None
            self.builder.add(text, BlockKind.CELL, table=table, row=row, column=column, row_span=row_span,
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
            if not wanted:
                continue
            root = self._part(f"{kind}s")
            by_id = {note.get(W_ID, ""): note for note in root.iter(W + kind)} if root is not None else {}
            for place, number in enumerate(wanted, 1):
                if number in by_id and (text := " ".join(self._plain(by_id[number], 0))):
                    self.builder.add(text, BlockKind.NOTE, mark=str(place))


def _usual(content: bytes) -> bytes:
    """The part under the names that most files use."""
    if b"purl.oclc.org" in content[:4096]:
        for strict, usual in _STRICT.items():
            content = content.replace(strict, usual)
    return content


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


def _widen(cells: list[tuple[TextCell, Any]], index: int, span: int) -> None:
    cell, element = cells[index]
    cells[index] = (cell._replace(column_span=cell.column_span + span), element)


def _lengthen(cells: list[tuple[TextCell, Any]], index: int, row: int) -> None:
    cell, element = cells[index]
    cells[index] = (cell._replace(row_span=row - cell.row + 1), element)


def _first_row_below(texts: list[TextCell], headers: dict[int, str]) -> int:
    from_header = [
        cell
        for cell in texts
        if cell.row < _MOST_HEADER_ROWS
        and headers
        and cell.text.strip()
        and " ".join(cell.text.split()) in headers.get(cell.column, "")
    ]
    end = 0
    for cell in sorted(from_header, key=lambda item: item.row):
        if cell.row <= end:
            end = max(end, cell.row + (cell.row_span if cell.row == end else 1))
        else:
            break
    return end
