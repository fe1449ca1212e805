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
from nlp.readers.numbering import Numbering, W
from nlp.readers.pictures import Pictures
from nlp.readers.reading import Options, Reading

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
_OUT = frozenset({W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "delInstrText", W + "pPr", W + "rPr", W + "sectPr",
                  W + "sdtPr", W + "sdtEndPr", W + "proofErr", W + "bookmarkStart", W + "bookmarkEnd", W + "tblPr", W + "tblGrid",
                  W + "rubyPr", W + "rt", _M + "ctrlPr"})  # fmt: skip
_MAX_DEPTH = 60


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    number: str | None = None
    depth: int | None = None
    bold: bool = False
    centred: bool = False
    hidden: bool = False


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
        self.style_elements: dict[str, Any] | None = None
        self.styles: dict[str, _Style | None] = {}
        self.chains: dict[str | None, list[_Style]] = {}
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
        body = root.find(W + "body")
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
        content = self.package.read(name)
        if b"purl.oclc.org" in content[:4096]:
            for strict, usual in _STRICT.items():
                content = content.replace(strict, usual)
        if len(content) > archive.MAX_PART_BYTES:
            return self.package.tree(name)
        return archive.parse(content, name)

    def _part(self, kind: str) -> Any | None:
        for found, member in self.relations.values():
            if found == kind:
                try:
                    return self._tree(member)
                except DamagedFile:
                    self.warnings.append(
                        "Sebagian berkas rusak (gaya, penomoran, atau catatan kaki); teks utama tetap dibaca."
                    )
                    return None
        return None

    def _numbering(self) -> Numbering:
        if self.lists is None:
            self.lists = Numbering(self._part("numbering"))
        return self.lists

    def _style(self, style_id: str) -> _Style | None:
        """The style of that id, looked at when a paragraph first names it: a template brings hundreds."""
        if self.style_elements is None:
            root = self._part("styles")
            self.style_elements = (
                {}
                if root is None
                else {element.get(W + "styleId", ""): element for element in root.iterfind(W + "style")}
            )
        if style_id not in self.styles:
            element = self.style_elements.get(style_id)
            self.styles[style_id] = None if element is None else _style_of(element)
        return self.styles[style_id]

    def _chain(self, style_id: str | None) -> list[_Style]:
        """The style and those that it is based on."""
        found = self.chains.get(style_id)
        if found is None:
            found = self.chains[style_id] = []
            seen: set[str] = set()
            following = style_id
            while following and following not in seen and (style := self._style(following)) is not None:
                seen.add(following)
                found.append(style)
                following = style.based_on
        return found

    def _running(self, root: Any) -> tuple[list[str], list[str]]:
        """The texts of the headers and the footers that sections use, each once."""
        heads: dict[str, None] = {}
        feet: dict[str, None] = {}
        for section in root.iter(W + "sectPr"):
            for reference in section:
                if reference.tag not in (W + "headerReference", W + "footerReference"):
                    continue
                relation = self.relations.get(reference.get(_R + "id", ""))
                if relation is None:
                    continue
                try:
                    part = self._tree(relation[1])
                except DamagedFile:
                    continue
                target = heads if reference.tag == W + "headerReference" else feet
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
            if element.tag == W + "p":
                text = self._paragraph_text(element)
                if line := "".join(text.parts).strip():
                    yield line
                for box in text.boxes:
                    yield from self._plain(box, depth + 1)
            elif element.tag == W + "tbl":
                for row in element.iter(W + "tr"):
                    cells = [" ".join(self._plain(cell, depth + 1)) for cell in row.iter(W + "tc")]
                    if line := " ".join(cell for cell in cells if cell):
                        yield line

    # ------------------------------------------------------------------------------------------------------ blocks

    def _blocks(self, holder: Any, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self.warnings.append("Susunan tabel atau kotak teks terlalu dalam; sebagian isinya tidak dibaca.")
            return
        for element in _children(holder):
            if element.tag == W + "p":
                self._paragraph(element, depth)
            elif element.tag == W + "tbl":
                self._table(element, depth)
            elif element.tag == W + "altChunk":
                self.warnings.append("Dokumen menyisipkan berkas lain yang tidak dibaca.")

    def _paragraph(self, element: Any, depth: int) -> None:
        text = self._paragraph_text(element)
        properties = element.find(W + "pPr")
        written = self.carried + "".join(text.parts)
        self.carried = ""
        if properties is not None and _mark_deleted(properties):
            self.carried = written
        else:
            self._add(written.strip(), properties, text)
        for title in text.titles:
            self.builder.add(title)
        for box in text.boxes:
            self._blocks(box, depth + 1)
        for relation in text.pictures:
            for line in self.pictures.lines(self.part_relations, relation):
                self.builder.add(line)
        self.notes += text.notes

    def _add(self, text: str, properties: Any | None, found: _Text) -> None:
        style_id = _value(properties, "pStyle") if properties is not None else None
        chain = self._chain(style_id)
        mark, depth = self._mark(properties, style_id, chain)
        if not text:
            # Word numbers an empty paragraph too: `Pasal 3` may stand alone above its title.
            if mark and any(char.isalpha() for char in mark):
                self.builder.add(mark, BlockKind.HEADING, level=_heading_level(properties, chain) or 2, mark=mark)
            return
        level = _heading_level(properties, chain)
        bold = (found.bold > 0 and found.plain == 0) or (
            found.bold == 0 and found.plain == 0 and any(s.bold for s in chain)
        )
        centred = (properties is not None and _value(properties, "jc") == "center") or any(
            style.centred for style in chain[:1]
        )
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
            self.builder.add(text, kind, mark=typed, level=_indent_level(properties) if typed else None)

    def _mark(self, properties: Any | None, style_id: str | None, chain: list[_Style]) -> tuple[str | None, int]:
        number, depth = _number_of(properties) if properties is not None else (None, None)
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
        rows = [row for row in _children(table, "tr") if not _row_deleted(row)]
        cells: list[tuple[TextCell, Any]] = []
        open_cells: dict[int, int] = {}  # column -> index of the cell that goes on downwards
        said_headers = 0
        for number, row in enumerate(rows):
            properties = row.find(W + "trPr")
            column = 0
            if properties is not None:
                column = _whole(_value(properties, "gridBefore"))
                if properties.find(W + "tblHeader") is not None and said_headers == number:
                    said_headers += 1
            before: int | None = None
            for cell in _children(row, "tc"):
                own = cell.find(W + "tcPr")
                span = max(1, _whole(_value(own, "gridSpan"), 1)) if own is not None else 1
                merge = own.find(W + "vMerge") if own is not None else None
                across = own.find(W + "hMerge") if own is not None else None
                if across is not None and across.get(W + "val", "continue") == "continue" and before is not None:
                    _widen(cells, before, span)
                    column += span
                    continue
                if merge is not None and merge.get(W + "val", "continue") != "restart" and column in open_cells:
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
                if element.tag == W + "tbl":
                    nested.append(element)
                elif element.tag == W + "p":
                    text = self._paragraph_text(element)
                    found.append(text)
                    properties = element.find(W + "pPr")
                    line = carried + "".join(text.parts)
                    carried = ""
                    if properties is not None and _mark_deleted(properties):
                        carried = line
                        continue
                    style_id = _value(properties, "pStyle") if properties is not None else None
                    if line.strip():
                        mark, _ = self._mark(properties, style_id, self._chain(style_id))
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
            if tag == W + "r":
                self._run(element, found, depth)
            elif tag == _M + "r":
                found.parts += [part.text or "" for part in element.iter(_M + "t")]
            elif tag == _MC + "AlternateContent":
                self._alternative(element, found, depth)
            else:
                self._inline(element, found, depth + 1)

    def _run(self, run: Any, found: _Text, depth: int) -> None:
        properties = run.find(W + "rPr")
        if properties is not None and (_on(properties, "vanish") or properties.find(W + "del") is not None):
            if any((part.text or "").strip() for part in run.iter(W + "t")):
                self.hidden = True
            return
        bold = properties is not None and _on(properties, "b")
        for element in run:
            tag = element.tag
            if tag == W + "t":
                text = element.text or ""
                found.parts.append(text)
                if text.strip():
                    if bold:
                        found.bold += 1
                    else:
                        found.plain += 1
            elif tag in (W + "tab", W + "ptab"):
                found.parts.append(" ")
            elif tag in (W + "br", W + "cr"):
                found.parts.append("\n")
            elif tag == W + "noBreakHyphen":
                found.parts.append("-")
            elif tag == W + "sym":
                found.parts.append(_symbol(element))
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                found.notes.append((tag[len(W) : -len("Reference")], element.get(W + "id", "")))
            elif tag == _MC + "AlternateContent":
                self._alternative(element, found, depth)
            elif tag in (W + "drawing", W + "pict", W + "object"):
                self._drawing(element, found, depth)
            elif tag == W + "ruby":
                self._inline(element, found, depth + 1)

    def _alternative(self, element: Any, found: _Text, depth: int) -> None:
        """One of the ways to say the same: the first unless only the fallback has text."""
        if depth > _MAX_DEPTH:
            return
        choices = [child for child in element if child.tag in (_MC + "Choice", _MC + "Fallback")]
        chosen = next(
            (choice for choice in choices if any(True for _ in choice.iter(W + "t", _A + "t", _A + "blip"))), None
        )
        chosen = chosen if chosen is not None else (choices[0] if choices else None)
        if chosen is None:
            return
        for child in chosen:
            if child.tag in (W + "drawing", W + "pict", W + "object"):
                self._drawing(child, found, depth + 1)
            elif child.tag == W + "r":
                self._run(child, found, depth + 1)
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
            if tag == W + "txbxContent":
                found.boxes.append(current)
                continue
            if tag == _MC + "AlternateContent":
                choices = list(current)
                texts = [choice for choice in choices if any(True for _ in choice.iter(W + "t", _A + "t", _A + "blip"))]
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
            by_id = {note.get(W + "id", ""): note for note in root.iter(W + kind)} if root is not None else {}
            for place, number in enumerate(wanted, 1):
                if number in by_id and (text := " ".join(self._plain(by_id[number], 0))):
                    self.builder.add(text, BlockKind.NOTE, mark=str(place))


def _style_of(element: Any) -> _Style:
    style = _Style(based_on=_value(element, "basedOn") or None, name=(_value(element, "name") or "").lower())
    properties = element.find(W + "pPr")
    if properties is not None:
        outline = _value(properties, "outlineLvl")
        style.outline = _whole(outline, 9) if outline else None
        style.centred = _value(properties, "jc") == "center"
        style.number, style.depth = _number_of(properties)
    run = element.find(W + "rPr")
    if run is not None:
        style.bold, style.hidden = _on(run, "b"), _on(run, "vanish")
    return style


def _children(holder: Any, wanted: str | None = None) -> Iterator[Any]:
    """Block elements, through content controls, tracked insertions and the like; of alternatives the first."""
    stack = [iter(holder)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        tag = element.tag
        if tag in (W + "p", W + "tbl", W + "tr", W + "tc", W + "altChunk"):
            if wanted is None or tag == W + wanted:
                yield element
        elif tag in (
            W + "sdt",
            W + "sdtContent",
            W + "ins",
            W + "moveTo",
            W + "customXml",
            W + "smartTag",
            W + "footnote",
            W + "endnote",
        ):
            if len(stack) < _MAX_DEPTH:
                stack.append(iter(element))
        elif tag == _MC + "AlternateContent" and len(stack) < _MAX_DEPTH:
            stack.append(iter(next(iter(element), ())))


def _value(element: Any | None, name: str) -> str | None:
    child = element.find(W + name) if element is not None else None
    return None if child is None else child.get(W + "val")


def _on(properties: Any, name: str) -> bool:
    child = properties.find(W + name)
    return child is not None and child.get(W + "val", "1") not in ("0", "false", "off", "none")


def _whole(value: str | None, default: int = 0) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 5 else default


def _number_of(properties: Any) -> tuple[str | None, int | None]:
    numbers = properties.find(W + "numPr")
    if numbers is None:
        return None, None
    depth = _value(numbers, "ilvl")
    return _value(numbers, "numId"), _whole(depth) if depth is not None else None


def _mark_deleted(properties: Any) -> bool:
    run = properties.find(W + "rPr")
    return run is not None and (run.find(W + "del") is not None or run.find(W + "moveFrom") is not None)


def _row_deleted(row: Any) -> bool:
    properties = row.find(W + "trPr")
    return properties is not None and properties.find(W + "del") is not None


def _heading_level(properties: Any | None, chain: list[_Style]) -> int | None:
    outline = _value(properties, "outlineLvl") if properties is not None else None
    if _whole(outline, 9) < 9:
        return _whole(outline) + 1
    for style in chain:
        if style.name == "title":
            return 1
        if style.name.startswith("heading ") and _whole(style.name[8:]):
            return _whole(style.name[8:])
        if style.outline is not None and style.outline < 9:
            return style.outline + 1
    return None


def _indent_level(properties: Any | None) -> int:
    indent = properties.find(W + "ind") if properties is not None else None
    left = (indent.get(W + "left") or indent.get(W + "start")) if indent is not None else None
    return 1 + min(8, _whole(left) // 500)


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    font = (element.get(W + "font") or "").lower()
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
        if headers and " ".join(cell.text.split()) in headers.get(cell.column, "") and cell.text.strip()
    ]
    end = 0
    for cell in sorted(from_header, key=lambda item: item.row):
        if cell.row <= end:
            end = max(end, cell.row + (cell.row_span if cell.row == end else 1))
        else:
            break
    return end
