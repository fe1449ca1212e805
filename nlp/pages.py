"""The text of a document, page by page, with the place of every block and word: the only place where offsets are made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from nlp.unicode import clean


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page in points (1/72 inch; pixels for a picture), origin at the top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """Characters `start` to `end` of the page's text, where they stand, and how sure the OCR is (0 to 1; None: typed)."""

    start: int
    end: int
    box: Box
    confidence: float | None = None


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CELL = "cell"
    NOTE = "note"  # a speaker note or a footnote
    RUNNING = "running"  # running head, page number, initials, e-signature footer


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page's text, `text[start:end]`.

    `level`: of a heading or list item, 1 outermost. `mark`: the bullet or number as written or as computed (it is part of the
    text only when `text[start:]` begins with it). `table`, `row`, `column`: 0-based, of a cell; `header`: the text of its
    column's header cell. A merged cell stands once, at its first row and column, with its spans.
    """

    kind: BlockKind
    start: int
    end: int
    level: int | None = None
    mark: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1
    header: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page or slide. `source` is `text` or `ocr`; `quality` 0 to 1 for OCR. `continues`: goes on with the section before."""

    number: int
    text: str
    blocks: tuple[Block, ...] = ()
    words: tuple[Word, ...] = ()
    width: float | None = None
    height: float | None = None
    source: str = "text"
    quality: float | None = None
    continues: bool = False
    hidden: bool = False

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of the words that the slice touches, in the order of the text; empty for formats without boxes."""
        return tuple(word.box for word in self.words if word.start < end and word.end > start)


@dataclass(frozen=True, slots=True)
class Pages:
    """A document as read: its file's name, SHA-256, format (`pdf`, `docx` …), pages from 1 on, and what the reader must know."""

    file: str
    sha256: str
    format: str
    pages: tuple[Page, ...]
    warnings: tuple[str, ...] = ()

    def to_json_lines(self) -> list[dict[str, object]]:
        """What `flask text` prints: `{"file", "page", "text"}` a page."""
        return [{"file": self.file, "page": page.number, "text": page.text} for page in self.pages]


@dataclass(slots=True)
class PageBuilder:
    """Puts blocks one after another into a page's text, a line break between them, and makes their offsets."""

    number: int
    width: float | None = None
    height: float | None = None
    _parts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _words: list[Word] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        words: Sequence[tuple[int, int, Box, float | None]] | None = None,
        level: int | None = None,
        mark: str | None = None,
        table: int | None = None,
        row: int | None = None,
        column: int | None = None,
        row_span: int = 1,
        column_span: int = 1,
        header: str | None = None,
    ) -> None:
        """Append one block. `words` are (start, end, box, confidence) relative to `text`, which must then be clean already."""
        if words is None:
            text = clean(text).strip()
        if not text:
            return
        if self._parts:
            self._parts.append("\n")
            self._length += 1
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        self._blocks.append(
            Block(kind, start, self._length, level, mark, table, row, column, row_span, column_span, header)
        )
        for first, last, box, confidence in words or ():
            self._words.append(Word(start + first, start + last, box, confidence))

    def build(
        self, *, source: str = "text", quality: float | None = None, continues: bool = False, hidden: bool = False
    ) -> Page:
        return Page(
            self.number,
            "".join(self._parts),
            tuple(self._blocks),
            tuple(self._words),
            self.width,
            self.height,
            source,
            quality,
            continues,
            hidden,
        )


def page_of_text(number: int, text: str, blocks: Iterable[Block] = ()) -> Page:
    """A page made of plain text, for formats without places and for tests."""
    return Page(number, clean(text), tuple(blocks))
