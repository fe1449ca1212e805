"""DOCX: our own walk over the document's XML, because a library leaves out what Word shows.

Read as Word shows it with all changes accepted: paragraphs, tables (merged, nested), text boxes once, content controls, tracked
insertions without the deletions, notes, list numbers, headers and footers as running text, titles in charts and SmartArt.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nlp.errors import DamagedFile
from nlp.pages import BlockKind, PageBuilder
from nlp.readers import archive
from nlp.readers.archive import Package
from nlp.readers.grid import TextCell, headers_of
from nlp.readers.headings import looks_like_heading
from nlp.readers.marks import split_mark
from nlp.readers.numbering import Numbering, W, whole
from nlp.readers.pictures import Pictures
from nlp.readers.reading import Options, Reading
from nlp.readers.styles import Properties, Style, Styles, child, is_on, number_of, properties, value

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_V = "{urn:schemas-microsoft-com:vml}"
# Strict files say the same under other names.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}
W_B = W + "b"
W_GRID_BEFORE = W + "gridBefore"
W_GRID_SPAN = W + "gridSpan"
W_JC = W + "jc"
W_OUTLINE_LVL = W + "outlineLvl"
W_P_STYLE = W + "pStyle"
W_VANISH = W + "vanish"
W_DEL = W + "del"
W_MOVE_FROM = W + "moveFrom"
W_INSTR_TEXT = W + "instrText"
W_DEL_TEXT = W + "delText"
W_DEL_INSTR_TEXT = W + "delInstrText"
W_P_PR = W + "pPr"
W_R_PR = W + "rPr"
W_SECT_PR = W + "sectPr"
W_SDT_PR = W + "sdtPr"
W_SDT_END_PR = W + "sdtEndPr"
W_PROOF_ERR = W + "proofErr"
W_BOOKMARK_START = W + "bookmarkStart"
W_BOOKMARK_END = W + "bookmarkEnd"
W_TBL_PR = W + "tblPr"
W_TBL_GRID = W + "tblGrid"
W_RUBY_PR = W + "rubyPr"
W_RT = W + "rt"
W_BODY = W + "body"
W_HEADER_REFERENCE = W + "headerReference"
W_FOOTER_REFERENCE = W + "footerReference"
W_P = W + "p"
W_TBL = W + "tbl"
W_TR = W + "tr"
W_TC = W + "tc"
W_ALT_CHUNK = W + "altChunk"
W_TR_PR = W + "trPr"
W_TBL_HEADER = W + "tblHeader"
W_TC_PR = W + "tcPr"
W_V_MERGE = W + "vMerge"
W_H_MERGE = W + "hMerge"
W_VAL = W + "val"
W_R = W + "r"
W_T = W + "t"
W_TAB = W + "tab"
W_PTAB = W + "ptab"
W_BR = W + "br"
W_CR = W + "cr"
W_NO_BREAK_HYPHEN = W + "noBreakHyphen"
W_SYM = W + "sym"
W_FOOTNOTE_REFERENCE = W + "footnoteReference"
W_ENDNOTE_REFERENCE = W + "endnoteReference"
W_ID = W + "id"
W_DRAWING = W + "drawing"
W_PICT = W + "pict"
W_OBJECT = W + "object"
W_RUBY = W + "ruby"
W_TXBX_CONTENT = W + "txbxContent"
W_SDT = W + "sdt"
W_SDT_CONTENT = W + "sdtContent"
W_INS = W + "ins"
W_MOVE_TO = W + "moveTo"
W_CUSTOM_XML = W + "customXml"
W_SMART_TAG = W + "smartTag"
W_FOOTNOTE = W + "footnote"
W_ENDNOTE = W + "endnote"
W_IND = W + "ind"
W_LEFT = W + "left"
W_START = W + "start"
W_CHAR = W + "char"
W_FONT = W + "font"
_ALTERNATE = _MC + "AlternateContent"
_OUT = frozenset({W_DEL, W_MOVE_FROM, W_INSTR_TEXT, W_DEL_TEXT, W_DEL_INSTR_TEXT, W_P_PR, W_R_PR, W_SECT_PR,
                  W_SDT_PR, W_SDT_END_PR, W_PROOF_ERR, W_BOOKMARK_START, W_BOOKMARK_END, W_TBL_PR, W_TBL_GRID,
                  W_RUBY_PR, W_RT, _M + "ctrlPr"})  # fmt: skip
_TABS, _LINE_BREAKS = frozenset({W_TAB, W_PTAB}), frozenset({W_BR, W_CR})
_NOTE_REFERENCES = frozenset({W_FOOTNOTE_REFERENCE, W_ENDNOTE_REFERENCE})
_DRAWINGS = frozenset({W_DRAWING, W_PICT, W_OBJECT})
_MAX_DEPTH = 60
_MOST_HEADER_ROWS = 5
_PARTS_DAMAGED = "Sebagian berkas rusak (gaya, penomoran, atau catatan kaki); teks utama tetap dibaca."


@dataclass(slots=True)
class _Text:
    """What one paragraph gives: its text and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    bold: int = 0
    plain: int = 0


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
        self.hidden = False
        self.notes: list[tuple[str, str]] = []
        self.pictures = Pictures(package, options)
        self.part_relations = self.relations

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
        if self.hidden:
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
                self.part_relations = self.package.relations(relation[1])
                for text in self._plain(part, 0):
                    target.setdefault(text)
        self.part_relations = self.relations
        return list(heads), list(feet)

    def _plain(self, holder: Any, depth: int) -> Iterator[str]:
        """The lines of text in a header, footer or note, text boxes and tables included."""
        if depth > _MAX_DEPTH:
            return
        for element in _children(holder):
            if element.tag == W_P:
                text = self._paragraph_text(element)
                if line := "".join(text.parts).strip():
                    yield line
                for box in text.boxes:
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
        for element in _children(holder):
            if element.tag == W_P:
                self._paragraph(element, depth)
            elif element.tag == W_TBL:
                self._table(element, depth)
            elif element.tag == W_ALT_CHUNK:
                self.warnings.append("Dokumen menyisipkan berkas lain yang tidak dibaca.")

    def _paragraph(self, element: Any, depth: int) -> None:
        text = self._paragraph_text(element)
        look = properties(child(element, W_P_PR))
        written = self.carried + "".join(text.parts)
        self.carried = ""
        if _mark_deleted(look):
            self.carried = written
        else:
            self._add(written.strip(), look, text)
        for title in text.titles:
            self.builder.add(title)
        for box in text.boxes:
            self._blocks(box, depth + 1)
        for relation in text.pictures:
            for line in self.pictures.lines(self.part_relations, relation):
                self.builder.add(line)
        self.notes += text.notes

    def _add(self, text: str, look: Properties, found: _Text) -> None:
        style_id = value(look, W_P_STYLE)
        chain = self.styles.chain(style_id)
        mark, depth = self._mark(look, style_id, chain)
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

    def _mark(self, look: Properties, style_id: str | None, chain: list[Style]) -> tuple[str | None, int]:
        number, depth = number_of(look) if look else (None, None)
        if number is None:
            for style in chain:
                if style.number is not None:
                    number = style.number
                    depth = depth if depth is not None else style.depth
                    break
            if number is not None and depth is None and style_id:
                tied = self._numbering().by_style(style_id)
                depth = tied[1] if tied else 0
        if number is None or number == "0":
            return None, 0
        return self._numbering().mark(number, depth or 0), depth or 0

    # ------------------------------------------------------------------------------------------------------ tables

    def _table(self, table: Any, depth: int) -> None:
        rows = [row for row in _children(table, W_TR) if not _row_deleted(row)]
        cells: list[tuple[TextCell, Any]] = []
        open_cells: dict[int, int] = {}  # column -> index of the cell that goes on downwards
        said_headers = 0
        for number, row in enumerate(rows):
            look = properties(child(row, W_TR_PR))
            column = whole(value(look, W_GRID_BEFORE))
            if W_TBL_HEADER in look and said_headers == number:
                said_headers += 1
            before: int | None = None
            for cell in _children(row, W_TC):
                own = properties(child(cell, W_TC_PR))
                span = max(1, whole(value(own, W_GRID_SPAN), 1))
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
                else:
                    open_cells.pop(column, None)
                column += span
        self._cells(cells, len(rows), said_headers, depth)

    def _cells(self, cells: list[tuple[TextCell, Any]], rows: int, said_headers: int, depth: int) -> None:
        if len(cells) <= 1 or max(cell.column for cell, _ in cells) == 0:
            # One column is a frame around text, not a table.
            for _, element in cells:
                self._blocks(element, depth + 1)
            return
        table = self.tables
        self.tables += 1
        filled = [(cell, *self._cell_text(element)) for cell, element in cells]
        texts = [TextCell(c.row, c.column, text, c.row_span, c.column_span) for c, text, _, _ in filled]
        headers = headers_of(texts, header_rows=said_headers or None)
        first = _first_row_below(texts, headers)
        for cell, text, nested, found in filled:
            header = headers.get(cell.column) if cell.row >= first else None
            self.builder.add(text, BlockKind.CELL, table=table, row=cell.row, column=cell.column, row_span=cell.row_span,
                             column_span=cell.column_span, header=header)  # fmt: skip
            for inner in nested:
                self._table(inner, depth + 1)
            for item in found:
                for title in item.titles:
                    self.builder.add(title)
                for relation in item.pictures:
                    for line in self.pictures.lines(self.part_relations, relation):
                        self.builder.add(line)
                self.notes += item.notes

    def _cell_text(self, cell: Any) -> tuple[str, list[Any], list[_Text]]:
        """A cell's lines, its inner tables, and what hangs on its paragraphs."""
        lines: list[str] = []
        nested: list[Any] = []
        found: list[_Text] = []

        def take(holder: Any, depth: int) -> None:
            carried = ""
            for element in _children(holder):
                if element.tag == W_TBL:
                    nested.append(element)
                elif element.tag == W_P:
                    text = self._paragraph_text(element)
                    found.append(text)
                    look = properties(child(element, W_P_PR))
                    line = carried + "".join(text.parts)
                    carried = ""
                    if _mark_deleted(look):
                        carried = line
                        continue
                    if line.strip():
                        style_id = value(look, W_P_STYLE)
                        mark, _ = self._mark(look, style_id, self.styles.chain(style_id))
                        lines.append(f"{mark} {line.strip()}" if mark else line.strip())
                    for box in text.boxes:
                        if depth < _MAX_DEPTH:
                            take(box, depth + 1)
            if carried.strip():
                lines.append(carried.strip())

        take(cell, 0)
        return "\n".join(lines), nested, found

    # ------------------------------------------------------------------------------------------------ inside of text

    def _paragraph_text(self, paragraph: Any) -> _Text:
        found = _Text()
        self._inline(paragraph, found, 0)
        return found

    def _inline(self, holder: Any, found: _Text, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        for element in holder:
            tag = element.tag
            if tag in _OUT or not isinstance(tag, str):
                continue
            if tag == W_R:
                self._run(element, found, depth)
            elif tag == _M + "r":
                found.parts += [part.text or "" for part in element.iter(_M + "t")]
            elif tag == _ALTERNATE:
                self._alternative(element, found, depth)
            else:
                self._inline(element, found, depth + 1)

    def _run(self, run: Any, found: _Text, depth: int) -> None:
        look = properties(child(run, W_R_PR))
        if look and (W_DEL in look or is_on(look, W_VANISH)):
            if any((part.text or "").strip() for part in run.iter(W_T)):
                self.hidden = True
            return
        bold = bool(look) and is_on(look, W_B)
        for element in run:
            tag = element.tag
            if tag == W_T:
                text = element.text or ""
                found.parts.append(text)
                if text.strip():
                    if bold:
                        found.bold += 1
                    else:
                        found.plain += 1
            elif tag == W_R_PR:
                continue
            elif tag in _TABS:
                found.parts.append(" ")
            elif tag in _LINE_BREAKS:
                found.parts.append("\n")
            elif tag == W_NO_BREAK_HYPHEN:
                found.parts.append("-")
            elif tag == W_SYM:
                found.parts.append(_symbol(element))
            elif tag in _NOTE_REFERENCES:
                found.notes.append((tag[len(W) : -len("Reference")], element.get(W_ID, "")))
            elif tag == _ALTERNATE:
                self._alternative(element, found, depth)
            elif tag in _DRAWINGS:
                self._drawing(element, found, depth)
            elif tag == W_RUBY:
                self._inline(element, found, depth + 1)

    def _alternative(self, element: Any, found: _Text, depth: int) -> None:
        """One of the ways to say the same: the first unless only the fallback has text."""
        if depth > _MAX_DEPTH:
            return
        choices = [child for child in element if child.tag in (_MC + "Choice", _MC + "Fallback")]
        chosen = next(
            (choice for choice in choices if any(True for _ in choice.iter(W_T, _A + "t", _A + "blip"))), None
        )
        chosen = chosen if chosen is not None else (choices[0] if choices else None)
        if chosen is None:
            return
        for item in chosen:
            if item.tag in _DRAWINGS:
                self._drawing(item, found, depth + 1)
            elif item.tag == W_R:
                self._run(item, found, depth + 1)
            else:
                self._inline(chosen, found, depth + 1)
                return

    def _drawing(self, element: Any, found: _Text, depth: int) -> None:
        """Text boxes (outermost only: inner ones come with their paragraph), pictures, charts, SmartArt."""
        stack = [element]
        while stack:
            current = stack.pop()
            tag = current.tag
            if not isinstance(tag, str):
                continue
            if tag == W_TXBX_CONTENT:
                found.boxes.append(current)
                continue
            if tag == _ALTERNATE:
                choices = list(current)
                texts = [choice for choice in choices if any(True for _ in choice.iter(W_T, _A + "t", _A + "blip"))]
                stack.extend((texts or choices)[:1])
                continue
            if tag == _A + "blip" and current.get(_R + "embed"):
                found.pictures.append(current.get(_R + "embed"))
            elif tag == _V + "imagedata" and current.get(_R + "id"):
                found.pictures.append(current.get(_R + "id"))
            elif tag == _C + "chart" and current.get(_R + "id"):
                found.titles += self._related(current.get(_R + "id"), _C + "title")
            elif tag == _DGM + "relIds" and current.get(_R + "dm"):
                found.titles += self._related(current.get(_R + "dm"), _DGM + "pt")
            stack.extend(reversed(current))

    def _related(self, relation: str, holder: str) -> list[str]:
        """The texts of a chart's titles or a diagram's points."""
        target = self.part_relations.get(relation)
        if target is None:
            return []
        try:
            root = self.package.tree(target[1])
        except DamagedFile:
            return []
        lines = []
        for item in root.iter(holder):
            for paragraph in item.iter(_A + "p"):
                line = "".join(part.text or "" for part in paragraph.iter(_A + "t")).strip()
                if line:
                    lines.append(line)
        return lines

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


_BLOCKS = frozenset({W_P, W_TBL, W_TR, W_TC, W_ALT_CHUNK})
_WRAPPERS = frozenset({W_SDT, W_SDT_CONTENT, W_INS, W_MOVE_TO, W_CUSTOM_XML, W_SMART_TAG, W_FOOTNOTE, W_ENDNOTE})


def _children(holder: Any, wanted: str | None = None) -> Iterator[Any]:
    """Block elements, through content controls, tracked insertions and the like; of alternatives the first."""
    stack = [iter(holder)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        tag = element.tag
        if tag in _BLOCKS:
            if wanted is None or tag == wanted:
                yield element
        elif tag in _WRAPPERS:
            if len(stack) < _MAX_DEPTH:
                stack.append(iter(element))
        elif tag == _ALTERNATE and len(stack) < _MAX_DEPTH:
            stack.append(iter(next(iter(element), ())))


def _mark_deleted(look: Properties) -> bool:
    run = look.get(W_R_PR)
    return run is not None and (child(run, W_DEL) is not None or child(run, W_MOVE_FROM) is not None)


def _row_deleted(row: Any) -> bool:
    return W_DEL in properties(child(row, W_TR_PR))


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


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(W_CHAR, ""), 16)
    except ValueError:
        return ""
    font = (element.get(W_FONT) or "").lower()
    if font.startswith(("wingdings", "webdings", "symbol")):
        return "•"
    return chr(code) if 0x20 <= code < 0xD800 else "•"


def _widen(cells: list[tuple[TextCell, Any]], index: int, span: int) -> None:
    cell, element = cells[index]
    cells[index] = (TextCell(cell.row, cell.column, cell.text, cell.row_span, cell.column_span + span), element)


def _lengthen(cells: list[tuple[TextCell, Any]], index: int, row: int) -> None:
    cell, element = cells[index]
    cells[index] = (TextCell(cell.row, cell.column, cell.text, row - cell.row + 1, cell.column_span), element)


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
