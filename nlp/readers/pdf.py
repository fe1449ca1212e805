"""PDF: text and boxes by PDFium, ruled tables from the page's own rules, pages without text by OCR.

PDFium is not safe against every file: a document that makes it abort takes the process along, so this runs in a child.
"""

import ctypes
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nlp.errors import DamagedFile, LockedFile, TooManyPages
from nlp.pages import BlockKind, Box, Page, PageBuilder
from nlp.readers import ocr
from nlp.readers.layout import Segment, Token, add_paragraphs, arrange, segments_of
from nlp.readers.rules import rules_of
from nlp.readers.running import Margins, is_running
from nlp.readers.grid import Grid, grids_of
from nlp.readers.reading import Options, Reading
from nlp.readers.tables import TableState, add_grid
from nlp.unicode import clean

MAX_PAGES = 3_000
_WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_HYPHENS = "\ufffe\x02"
_TINY_POINTS = 4.0
_ODD = re.compile("[^ -~\u00c0-\u024f\u2010-\u2026]")
_WORDLIKE = re.compile(r"[A-Za-zÀ-ÿ]*[aiueoAIUEO][A-Za-zÀ-ÿ]*|\d[\d.,/:-]*|[^\w\s]+")


@dataclass(slots=True)
class _RawPage:
    number: int
    width: float
    height: float
    words: list[Token] = field(default_factory=list)
    aside: list[Token] = field(default_factory=list)  # set at another angle than the page
    segments: list[Segment] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    margins: Margins = field(default_factory=Margins)
    needs_ocr: bool = False
    failed: bool = False


def read(path: Path, options: Options) -> Reading:
    """Every page of the PDF; pages that cannot be read give an empty page and a warning."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise LockedFile(path.name) from error
        raise DamagedFile(str(error)) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise TooManyPages(str(count))
        if count == 0:
            raise DamagedFile("no pages")
        return _Document(path, document, options).read(count)
    finally:
        document.close()


class _Document:
    def __init__(self, path: Path, document: pdfium.PdfDocument, options: Options) -> None:
        self.path = path
        self.document = document
        self.options = options
        self.warnings: list[str] = []
        self.known: set[str] = set()
        self.tables = TableState()
        self.tiny: list[int] = []

    def read(self, count: int) -> Reading:
        pages: list[Page] = []
        waiting: list[int] = []
        for page, window in _windows(self._raw(index) for index in range(count)):
            if page.failed:
                self.warnings.append(f"Halaman {page.number} rusak dan tidak dapat dibaca.")
            elif page.needs_ocr:
                waiting.append(len(pages))
            pages.append(self._built(page, window))
        if waiting:
            self._recognise(pages, waiting)
        if self.tiny:
            self.warnings.append(f"Halaman {_listed(self.tiny)} memuat teks sangat kecil (di bawah 4 pt); periksa pada berkas aslinya.")
        if count == sum(not page.text for page in pages) and any("rusak" in text for text in self.warnings):
            raise DamagedFile("no page can be read")
        return Reading(tuple(pages), tuple(self.warnings))

    def _raw(self, index: int) -> _RawPage:
        try:
            page = self.document[index]
        except pdfium.PdfiumError:
            return _RawPage(index + 1, 0.0, 0.0, failed=True)
        try:
            return _raw_page(page, index + 1, self.tiny)
        except pdfium.PdfiumError:
            return _RawPage(index + 1, 0.0, 0.0, failed=True)
        finally:
            page.close()

    def _built(self, page: _RawPage, window: list[_RawPage]) -> Page:
        builder = PageBuilder(page.number, page.width or None, page.height or None)
        if page.words:
            fill(builder, page.segments, page.aside, page.grids, page.margins, [other.margins for other in window],
                 self.known, self.tables, trust_order=True)  # fmt: skip
        return builder.build()

    def _recognise(self, pages: list[Page], waiting: list[int]) -> None:
        """Put what OCR reads in the place of the pages without text; say what is missing where it cannot."""
        if not self.options.use_ocr:
            return
        missing = ocr.missing()
        if missing:
            for index in waiting:
                self.warnings.append(f"Halaman {pages[index].number} tidak memiliki teks dan {missing}")
            return
        numbers = [pages[index].number for index in waiting]
        results = ocr.recognise(ocr.PdfSource(self.path), numbers)
        found = [ocr.scanned(result) for result in results]
        for position, (index, result, scan) in enumerate(zip(waiting, results, found, strict=True)):
            page = pages[index]
            if page.text and sum(map(len, (word.text for word in result.words))) < len(page.text):
                continue
            window = [other.margins for other in found[max(0, position - 2) : position + 3] if other is not scan]
            builder = PageBuilder(page.number, page.width, page.height)
            fill(builder, scan.segments, [], scan.grids, scan.margins, window, self.known, self.tables, trust_order=False)
            pages[index] = builder.build(source="ocr", quality=result.quality)
            self.warnings.extend(ocr.doubts(page.number, result))


def _windows(pages: Iterator[_RawPage]) -> Iterator[tuple[_RawPage, list[_RawPage]]]:
    """Each page with its neighbours, two on either side, holding no more than these."""
    held: deque[_RawPage] = deque(maxlen=5)
    pending: deque[_RawPage] = deque()
    for page in pages:
        held.append(page)
        pending.append(page)
        if len(pending) > 2:
            current = pending.popleft()
            yield current, [other for other in held if other is not current]
    while pending:
        current = pending.popleft()
        yield current, [other for other in held if other is not current and abs(other.number - current.number) <= 2]


def fill(builder: PageBuilder, segments: list[Segment], aside: list[Token], grids: list[Grid], margins: Margins,
         window: list[Margins], known: set[str], tables: TableState, *, trust_order: bool) -> None:  # fmt: skip
    """Put a page's segments into blocks: running heads first, the body in reading order, running feet last."""
    heads, feet, body = [], [], []
    for segment in segments:
        place = is_running(segment, margins, window)
        (heads if place == "head" else feet if place == "foot" else body).append(segment)
    for segment in body:
        known.update(word.text.casefold().strip(".,;:()\"'") for word in segment.words)
    for line in _running_lines(heads):
        builder.add(line[0], BlockKind.RUNNING, words=line[1])
    free, filled = _into_grids(body, grids)
    paragraphs = arrange([*free, *(_placeholder(grid, len(segments)) for grid in filled)], trust_order=trust_order)
    tables.begin_page([(grid, filled[grid_id]) for grid_id, grid in ((id(grid), grid) for grid, _ in filled.values())] if False else [])
    lookup = {key: content for key, content in filled.items()}
    add_paragraphs(builder, paragraphs, known, lambda target, grid: add_grid(target, grid, lookup[id(grid)][1], known, tables))
    if aside:
        for segment in segments_of(aside):
            for line in _running_lines([segment]):
                builder.add(line[0], BlockKind.PARAGRAPH, words=line[1])
    for line in _running_lines(feet):
        builder.add(line[0], BlockKind.RUNNING, words=line[1])
