"""From the elements of a web page to blocks: headings, lists with their numbers, tables with their spans."""

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from lxml import etree

from nlp.pages import BlockKind, PageBuilder
from nlp.readers.grid import TextCell, headers_of
from nlp.readers.html_around import READ_ALSO
from nlp.readers.html_sizes import plain
from nlp.readers.marks import split_mark
from nlp.readers.numbering import written
from nlp.readers.pictures import Pictures
from nlp.unicode import clean

_CRUMBS = re.compile(r"^\W*(?:beranda|home)\s*[›»>/|][^\n]{0,80}$", re.IGNORECASE)  # the way to the page, in no list
_BLOCKS = frozenset({"p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd",
                     "table", "tr", "td", "th", "tbody", "thead", "tfoot", "blockquote", "pre", "header", "footer", "figure", "figcaption",
                     "address", "center", "body", "html", "hr", "details", "summary", "caption", "fieldset", "aside", "legend", "marquee"})  # fmt: skip
_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup"})
_NUMBERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DATA = re.compile(r"data:image/(?!svg)[\w.+-]+;base64,", re.IGNORECASE)
_MOST_ROWS = 5_000
_MOST_CELLS = 200  # of a row
_PARAGRAPHS = 3
_CUT = "Tabel terlalu besar; sebagian baris atau kolomnya tidak dibaca."


class _Kind(NamedTuple):
    """What a run of text becomes."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    mark: str | None = None


class Writer:
    """Writes elements one after another; `warnings` says what was left out."""

    def __init__(
        self,
        builder: PageBuilder,
        pictures: Pictures | None,
        *,
        letter: bool,
        put: Callable[..., None] | None = None,
    ) -> None:
        """`letter`: no line in it leads to other pages. `put`: takes the blocks instead of the builder."""
        self.builder = builder
        self.pictures = pictures
        self.warnings: list[str] = []
        self._letter = letter
        self._add = put or builder.add
        self._inline: list[str] = []
        self._seen: list[str] = []  # in pictures
        self._kind = _Kind()
        self._outer: list[_Kind] = []
        self._lists: list[tuple[str, int, str]] = []  # tag, the next number and its style
        self._kept = 0  # depth of `pre`
        self._table_number = builder.next_table

    def walk(self, element: Any) -> None:
        """Write an element and all below it, however deep."""
        walker = etree.iterwalk(element, events=("start", "end"))
        for event, item in walker:
            if not isinstance(item.tag, str):
                continue
            if event == "start":
                if self._open(item):
                    walker.skip_subtree()
                else:
                    self._text(item.text)
            else:
                self._close(item)
                if item is not element:
                    self._text(item.tail)
        self._flush()

    def put(self, text: str, kind: BlockKind, level: int | None = None, mark: str | None = None) -> None:
        """Write a block, unless it only leads to another page."""
        text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
        if text and (self._letter or not (READ_ALSO.match(text[:60]) or _CRUMBS.match(text))):
            self._add(text, kind, level=level, mark=mark)

    def _flush(self) -> None:
        text = clean("".join(self._inline)).strip()
        self._inline.clear()
        kind, level, mark = self._kind
        if kind is BlockKind.PARAGRAPH:
            typed, _ = split_mark(text)
            if typed:
                kind, level, mark = BlockKind.LIST_ITEM, 1, typed
        if text:
            numbered = kind is BlockKind.LIST_ITEM and self._kind.mark and self._kind.mark != "•"
            self.put(f"{mark} {text}" if numbered else text, kind, level, mark)
        for line in self._seen:
            self.put(line, BlockKind.PARAGRAPH)
        self._seen.clear()

    def _text(self, text: str | None) -> None:
        if text:
            self._inline.append(text if self._kept else re.sub(r"\s+", " ", text))

    def _open(self, element: Any) -> bool:
        """Begin an element; whether it is written already."""
        tag = element.tag
        if tag == "br":
            self._inline.append("\n")
        elif tag == "img":
            self._picture(element.get("src", ""))
        if tag not in _BLOCKS:
            return False
        self._flush()
        self._outer.append(self._kind)
        if re.fullmatch(r"h[1-6]", tag):
            self._kind = _Kind(BlockKind.HEADING, int(tag[1]))
        elif tag in ("ul", "ol"):
            self._lists.append((tag, _number(element.get("start"), 1), _NUMBERS.get(element.get("type", ""), "")))
        elif tag == "li":
            self._kind = _Kind(BlockKind.LIST_ITEM, len(self._lists), self._mark(element))
        elif tag == "marquee":
            self._kind = _Kind(BlockKind.RUNNING)
        elif tag == "pre":
            self._kept += 1
        elif tag == "table" and _is_table(element):
            self._table(element)
            return True
        return False

    def _close(self, element: Any) -> None:
        if element.tag not in _BLOCKS:
            return
        self._flush()
        self._kind = self._outer.pop()
        if element.tag in ("ul", "ol"):
            self._lists.pop()
        elif element.tag == "pre":
            self._kept -= 1

    def _mark(self, item: Any) -> str:
        if not self._lists or self._lists[-1][0] != "ol":
            return "•"
        tag, following, style = self._lists[-1]
        number = _number(item.get("value"), following)
        self._lists[-1] = (tag, number + 1, style)
        return f"{written(number, style)}."

    def _picture(self, source: str) -> None:
        """The text of a picture that the page itself holds."""
        found = _DATA.match(source[:100]) if self.pictures is not None else None
        if found is None or self.pictures is None:
            return
        try:
            content = base64.b64decode(source[found.end() :])
        except (binascii.Error, ValueError):
            return
        self._seen += self.pictures.text_in(content)

    # ------------------------------------------------------------------------------------------------------ tables

    def _table(self, table: Any) -> None:
        before, behind = _beside(table)
        for line in before:
            self.put(line, BlockKind.PARAGRAPH)
        cells, head = self._cells(table)
        headers = headers_of(cells, header_rows=head or None)
        first = head or (1 if headers else 0)
        for item in cells:
            self._add(item.text, BlockKind.CELL, table=self._table_number, row=item.row, column=item.column, row_span=item.row_span,
                      column_span=item.column_span, header=headers.get(item.column) if item.row >= first else None)  # fmt: skip
        self._table_number += 1
        for line in behind:
            self.put(line, BlockKind.PARAGRAPH)

    def _cells(self, table: Any) -> tuple[list[TextCell], int]:
        """The cells by rows, and how many rows at the top are all headers."""
        cells: list[TextCell] = []
        taken: set[tuple[int, int]] = set()
        head = 0
        rows = list(table.iter("tr"))
        cut = len(rows) > _MOST_ROWS
        for number, row in enumerate(rows[:_MOST_ROWS]):
            column = 0
            found = [cell for cell in row if cell.tag in ("td", "th")]
            cut = cut or len(found) > _MOST_CELLS
            if found and all(cell.tag == "th" for cell in found) and head == number:
                head += 1
            for cell in found[:_MOST_CELLS]:
                while (number, column) in taken:
                    column += 1
                wide, high = _span(cell.get("colspan")), _span(cell.get("rowspan"))
                taken.update((number + i, column + k) for i in range(high) for k in range(wide))
                cells.append(TextCell(number, column, self._cell_text(cell), high, wide))
                column += wide
        if cut and _CUT not in self.warnings:
            self.warnings.append(_CUT)
        return cells, head

    def _cell_text(self, cell: Any) -> str:
        """The lines of a cell, list items with their numbers."""
        if len(cell) == 0:
            return " ".join((cell.text or "").split())
        lines: list[str] = []

        def put(text: str, *_: object, **__: object) -> None:
            lines.extend(filter(None, text.split("\n")))

        Writer(self.builder, self.pictures, letter=self._letter, put=put).walk(cell)
        return "\n".join(lines)


def _is_table(table: Any) -> bool:
    """Whether its cells stand beside one another; a frame of one column, around other tables or around a whole page's text is none."""
    if table.find(".//table") is not None or any(_is_text(cell) for cell in table.iter("td")):
        return False
    return any(sum(cell.tag in ("td", "th") for cell in row) > 1 for row in table.iter("tr"))


def _is_text(cell: Any) -> bool:
    """Whether a cell holds an article: a heading and several paragraphs below it."""
    return next(cell.iter("h1", "h2", "h3"), None) is not None and sum(1 for _ in cell.iter("p")) >= _PARAGRAPHS


def _beside(table: Any) -> tuple[list[str], list[str]]:
    """What stands in a table and in none of its cells: captions, which come first, and text that its author left between rows."""
    captions = [text for item in table.iter("caption") if (text := plain(item))]
    stray: list[str] = []
    for holder in table.iter("table", "thead", "tbody", "tfoot", "tr"):
        stray.append(holder.text or "")
        for item in holder:
            if item.tag not in _TABLE_PARTS and item.tag != "caption":
                stray.append(plain(item))
            stray.append(item.tail or "")
    return captions, [text for part in stray if (text := " ".join(part.split()))]


def _span(value: str | None) -> int:
    return min(50, max(1, int(value))) if value and value.isdecimal() and len(value) < 4 else 1


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 6 else otherwise
