"""The whole document as one text, with the way back to the page: what the pipeline's components work on.

The `Doc` that runs through the pipeline holds `Source.text`; its page texts stand one after another, `PAGE_BREAK` between
them. Components find places as offsets into that text; `Source.evidence` turns them into the contract's evidence.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nlp.extraction import Evidence
from nlp.pages import Block, BlockKind, Page, Pages

PAGE_BREAK = "\n\f\n"
_WORD = re.compile(r"\S+")
_SPECK = re.compile(r"^[ \t]*([^\w\s]{1,3}|_{1,3})[ \t]*$", re.M)
_LINE = re.compile(r"[^\s][^\n\f]*[^\s]|[^\s]")


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of a page with offsets into the whole text."""

    page: Page
    block: Block
    start: int
    end: int
    text: str


class Flat:
    """A text on one line: each run of white space is one blank, and what stands in `dropped` is left out.

    Sentences that a line end or a page's foot breaks are whole here; `span` leads back to the text.
    """

    def __init__(self, text: str, dropped: Sequence[tuple[int, int]] = ()) -> None:
        parts: list[str] = []
        starts = array("L")  # of each word in the text
        places = array("L")  # and in the flat text
        place = position = 0
        for start, end in [*sorted(dropped), (len(text), len(text))]:
            for match in _WORD.finditer(text, position, max(position, start)):
                word = match.group()
                if word == "|":
                    continue  # the rule between two cells of a typed table
                if parts:
                    if parts[-1][-1] != "-" or not _hyphenated(text, parts[-1], starts[-1], match):
                        place += 1
                        parts.append(" ")
                    elif word[:4].casefold() not in parts[-1].casefold():
                        place -= 1
                        parts[-1] = parts[-1][:-1]
                parts.append(word)
                starts.append(match.start())
                places.append(place)
                place += len(word)
            position = max(position, end)
        self.text = "".join(parts)
        self._starts = starts
        self._places = places

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of `flat.text[start:end]`, which must not be empty."""
        return self._offset(start), self._offset(end - 1) + 1

    def _offset(self, place: int) -> int:
        """The offset in the text of one character; a blank carries that of the word after it."""
        if self.text[place] == " ":
            place += 1
        word = bisect_right(self._places, place) - 1
        return self._starts[word] + place - self._places[word]

    def place(self, offset: int) -> int:
        """Where the character at `offset` of the text, or the next one kept, stands in the flat text."""
        word = bisect_right(self._starts, offset) - 1
        if word >= 0:
            place = self._places[word] + offset - self._starts[word]
            end = self._places[word + 1] if word + 1 < len(self._places) else len(self.text)
            if place < end and self.text[place] != " ":
                return place
        return self._places[word + 1] if word + 1 < len(self._places) else len(self.text)


_HYPHENATED = re.compile(r"[a-z]{2,}-$", re.I)


def _hyphenated(text: str, last: str, start: int, word: re.Match[str]) -> bool:
    """Whether the word goes on from a hyphen at a line's end; the hyphen of `tanda-\\ntangan` is taken away, that of
    `masing-\\nmasing` stays. `start`: where `last` stands in the text."""
    if not word.group()[0].islower() or _HYPHENATED.search(last) is None:
        return False
    return "\n" in text[start + len(last) : word.start()]


class Source:
    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.text = PAGE_BREAK.join(page.text for page in pages.pages)
        self.page_starts: list[int] = []
        position = 0
        for page in pages.pages:
            self.page_starts.append(position)
            position += len(page.text) + len(PAGE_BREAK)

    @cached_property
    def form(self) -> str:
        """How the text is laid out: the file's format; that of a deck (`pptx`) where the pages of a PDF are slides."""
        if self.pages.format != "pdf":
            return self.pages.format
        slides = sum(any(block.box is not None for block in page.blocks) for page in self.pages.pages)
        return "pptx" if 2 * slides > len(self.pages.pages) else "pdf"

    def page_at(self, offset: int) -> Page:
        """The page that holds the character at `offset`."""
        return self.pages.pages[max(0, bisect_right(self.page_starts, offset) - 1)]

    def evidence(self, start: int, end: int) -> Evidence:
        """The evidence of `text[start:end]`, trimmed of blanks; a slice over a page break keeps the part on its longer page."""
        first = max(0, bisect_right(self.page_starts, start) - 1)
        last = max(first, bisect_right(self.page_starts, max(start, end - 1)) - 1)
        best: tuple[int, int, int] | None = None
        for index in range(first, last + 1):
            base = self.page_starts[index]
            page_text = self.pages.pages[index].text
            local_start = max(0, start - base)
            local_end = min(len(page_text), end - base)
            while local_start < local_end and page_text[local_start].isspace():
                local_start += 1
            while local_end > local_start and page_text[local_end - 1].isspace():
                local_end -= 1
            if local_end > local_start and (best is None or local_end - local_start > best[2] - best[1]):
                best = (index, local_start, local_end)
        if best is None:
            raise ValueError(f"no text between {start} and {end}")
        index, local_start, local_end = best
        page = self.pages.pages[index]
        return Evidence(page.number, local_start, local_end, page.text[local_start:local_end])

    def offset(self, evidence: Evidence) -> int:
        """Where the evidence begins in `text`."""
        index = [page.number for page in self.pages.pages].index(evidence.page)
        return self.page_starts[index] + evidence.start

    @cached_property
    def running(self) -> tuple[tuple[int, int], ...]:
        """Where running heads, page numbers and the like stand in the text."""
        return tuple(
            (block.start, block.end) for block in self.blocks if block.block.kind in (BlockKind.RUNNING, BlockKind.NOTE)
        )

    @cached_property
    def flat(self) -> Flat:
        """The text on one line, without running heads, notes and the lone marks that OCR reads out of specks."""
        dropped = list(self.running)
        for page, base in zip(self.pages.pages, self.page_starts, strict=True):
            if page.source == "ocr":
                dropped += [(base + speck.start(1), base + speck.end(1)) for speck in _SPECK.finditer(page.text)]
        return Flat(self.text, dropped)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """The non-empty lines, trimmed, as offsets; running heads and notes left out."""
        found: list[tuple[int, int]] = []
        running = self.running
        for line in _LINE.finditer(self.text):
            start, end = line.span()
            index = bisect_right(running, (start, len(self.text))) - 1
            if index >= 0 and running[index][0] <= start < running[index][1]:
                continue
            found.append((start, end))
        return tuple(found)

    @cached_property
    def blocks(self) -> tuple[SourceBlock, ...]:
        """Every block of every page in reading order; a page without blocks gives one paragraph a line."""
        found: list[SourceBlock] = []
        for page, base in zip(self.pages.pages, self.page_starts, strict=True):
            for block in page.blocks or _lines(page):
                found.append(
                    SourceBlock(page, block, base + block.start, base + block.end, page.text[block.start : block.end])
                )
        return tuple(found)


def _lines(page: Page) -> list[Block]:
    from_line: list[Block] = []
    position = 0
    for line in page.text.split("\n"):
        if line.strip():
            from_line.append(Block(BlockKind.PARAGRAPH, position, position + len(line)))
        position += len(line) + 1
    return from_line
