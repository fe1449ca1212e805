"""The text of a document, page by page, with the place of every block and word: the only place where offsets are made."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from math import isnan
from operator import add
from typing import NamedTuple, overload

from nlp.unicode import clean

Placed = tuple[int, int, float, float, float, float, float | None]
"""A word on its way into a page: start, end, left, top, right, bottom, confidence."""


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


_LARGEST_SHORT = 65_535
_FARTHEST = 100_000_000.0  # units; what a broken file puts farther away stands there


class Words(Sequence[Word]):
    """The words of a page in the order of its text, kept as bare numbers, places in tenths of a unit.

    A thousand pages of objects would take 100 MB, of numbers they take 5.
    """

    __slots__ = ("_confidences", "_ends", "_sides", "_starts")

    def __init__(self, words: Sequence[Placed] = ()) -> None:
        self._starts, self._ends = array("H"), array("H")
        self._sides = [array("H") for _ in range(4)]  # left, top, right, bottom
        self._confidences = array("f")  # below 0: none; empty while no word has one
        self.extend(0, words)

    def extend(self, offset: int, words: Sequence[Placed]) -> None:
        """Append words whose offsets count from `offset`."""
        self.extend_all([(offset, words)])

    def extend_all(self, blocks: Sequence[tuple[int, Sequence[Placed]]]) -> None:
        """Append the words of blocks, each with the offset from which they count: all at once, for a page has many."""
        offsets = [offset for offset, words in blocks for _ in words]
        if not offsets:
            return
        starts, ends, *places, confidences = zip(*chain.from_iterable([words for _, words in blocks]), strict=True)
        if offsets[-1] + ends[-1] > _LARGEST_SHORT and self._starts.typecode == "H":
            self._starts, self._ends = array("I", self._starts), array("I", self._ends)
        kind = self._starts.typecode  # an array takes another one at once, but what is counted out one by one
        self._starts.extend(array(kind, list(map(add, offsets, starts))))
        self._ends.extend(array(kind, list(map(add, offsets, ends))))
        self._place_all(places)
        if self._confidences or confidences.count(None) < len(confidences):
            self._confidences.extend([-1.0] * (len(self._starts) - len(offsets) - len(self._confidences)))
            self._confidences.extend([-1.0 if confidence is None else confidence for confidence in confidences])

    def _place_all(self, places: Sequence[Sequence[float]]) -> None:
        """Append the sides, left to bottom. By numpy: number by number it takes as long as laying the page's lines out."""
        import numpy  # here: the web process, which reads no page, must not load it

        tenths = 10 * numpy.array(places, numpy.float64) + 0.5
        for number, (values, row) in enumerate(zip(places, tenths, strict=True)):
            side = self._sides[number]
            if side.typecode == "H" and row.min() > -1 and row.max() < _LARGEST_SHORT + 1:
                side.frombytes(row.astype(numpy.uint16).tobytes())
            else:
                self._place(number, values)

    def _place(self, number: int, values: Sequence[float]) -> None:
        """Append a side that is off the page, on a large picture, or no number at all."""
        side = self._sides[number]
        if side.typecode == "H":
            side = self._sides[number] = array("i", side)
        for value in values:
            side.append(0 if isnan(value) else round(10 * min(_FARTHEST, max(-_FARTHEST, value))))

    def _confidence(self, index: int) -> float | None:
        return None if not self._confidences or self._confidences[index] < 0 else self._confidences[index]

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, index: int | slice) -> Word | tuple[Word, ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        index = range(len(self))[index]
        return Word(
            self._starts[index],
            self._ends[index],
            Box(*(side[index] / 10 for side in self._sides)),
            self._confidence(index),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def touching(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that share a character with the slice."""
        return self[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def rows(self) -> Iterator[tuple[int, int, float, float, float, float, float | None]]:
        """Each word as numbers."""
        places = ([place / 10 for place in side] for side in self._sides)
        sure = (self._confidence(index) for index in range(len(self)))
        confidences = [confidence if confidence is None else round(confidence, 3) for confidence in sure]
        return zip(self._starts, self._ends, *places, confidences, strict=True)


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CELL = "cell"
    NOTE = "note"  # a speaker note or a footnote
    RUNNING = "running"  # running head, page number, initials, e-signature footer


class Block(NamedTuple):
    """A piece of the page's text, `text[start:end]`.

    `level`: of a heading or list item, 1 outermost. `mark`: the bullet or number as written or as computed (it is part of the
    text only when `text[start:]` begins with it). `table`, `row`, `column`: 0-based, of a cell; `header`: the text of its
    column's header cell. A merged cell stands once, at its first row and column, with its spans. `box`: the shape of a slide that
    holds the text; several blocks may share one.
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
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page or slide. `source` is `text` or `ocr`; `quality` 0 to 1 for OCR. `continues`: goes on with the section before."""

    number: int
    text: str
    blocks: tuple[Block, ...] = ()
    words: Words = field(default_factory=Words)
    width: float | None = None
    height: float | None = None
    source: str = "text"
    quality: float | None = None
    continues: bool = False
    hidden: bool = False

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of the words that the slice touches, in the order of the text; empty for formats without boxes."""
        return tuple(word.box for word in self.words.touching(start, end))


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
    _words: list[tuple[int, Sequence[Placed]]] = field(default_factory=list)
    _length: int = 0

    @property
    def next_table(self) -> int:
        """The number of a table that is put in now."""
        return 1 + max((block.table for block in self._blocks if block.table is not None), default=-1)

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        words: Sequence[Placed] | None = None,
        level: int | None = None,
        mark: str | None = None,
        table: int | None = None,
        row: int | None = None,
        column: int | None = None,
        row_span: int = 1,
        column_span: int = 1,
        header: str | None = None,
        box: Box | None = None,
    ) -> None:
        """Append one block. `words` count from the beginning of `text`, which must then be clean already."""
        if words is None:
            text = clean(text).strip()
        if not text:
            return
        start = self._length + 1 if self._parts else 0
        self._length = end = start + len(text)
        self._parts.append(text)
        self._blocks.append(
            Block(kind, start, end, level, mark, table, row, column, row_span, column_span, header, box)
        )
        if words:
            self._words.append((start, words))

    def build(
        self, *, source: str = "text", quality: float | None = None, continues: bool = False, hidden: bool = False
    ) -> Page:
        words = Words()
        words.extend_all(self._words)
        return Page(
            self.number,
            "\n".join(self._parts),
            tuple(self._blocks),
            words,
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
