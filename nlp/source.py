"""The whole document as one text, with the way back to the page: what the pipeline's components work on.

The `Doc` that runs through the pipeline holds `Source.text`; its page texts stand one after another, `PAGE_BREAK` between
them. Components find places as offsets into that text; `Source.evidence` turns them into the contract's evidence.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from nlp.extraction import Evidence
from nlp.pages import Block, BlockKind, Page, Pages

PAGE_BREAK = "\n\f\n"


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of a page with offsets into the whole text."""

    page: Page
    block: Block
    start: int
    end: int
    text: str


class Source:
    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.text = PAGE_BREAK.join(page.text for page in pages.pages)
        self.page_starts: list[int] = []
        position = 0
        for page in pages.pages:
            self.page_starts.append(position)
            position += len(page.text) + len(PAGE_BREAK)

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
