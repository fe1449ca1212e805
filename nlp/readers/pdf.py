"""PDF: text and boxes by PDFium, ruled tables from the page's own rules, pages without text by OCR.

PDFium is not safe against every file: a document that makes it abort takes the process along, so this runs in a child.
"""

import tempfile
from collections import deque
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from nlp.errors import DamagedFile, LockedFile, TooManyPages
from nlp.pages import Page, PageBuilder
from nlp.readers.compose import Composer, Layout
from nlp.readers.ocr_doubts import emptiness, listed
from nlp.readers.pdf_damage import damages
from nlp.readers.pdf_forms import fill_in, say_more, told_about
from nlp.readers.pdf_ocr import Additions, Waiting
from nlp.readers.pdf_page import Content, content_of
from nlp.readers.pdf_repair import MAX_BYTES, repaired
from nlp.readers.reading import COMMENTS, Options, Reading
from nlp.readers.running import Margins

MAX_PAGES = 3_000
_PAGES_A_TIME = 50  # PDFium keeps what it parsed until a document is closed: 7 KB a page
_REPAIRED = "Berkas rusak; halaman yang masih ada dibaca, tetapi sebagian isinya mungkin hilang."


@dataclass(slots=True)
class _Raw:
    content: Content
    failed: bool = False

    @property
    def layout(self) -> Layout:
        return self.content.layout


def read(path: Path, options: Options) -> Reading:
    """Every page of the PDF; a page that cannot be read is empty, with a warning.

    An empty user password opens a file. Raises `LockedFile`, `DamagedFile`, `TooManyPages`.
    """
    damage = damages(
        path
    )  # first: beside the words of a thousand pages a look at the whole file would be a peak of memory
    try:
        reading = _Document(path, options).read()
    except DamagedFile:
        again = _repaired(path, options)
        if again is None:
            raise
        return again
    warnings = [*damage, *reading.warnings]
    if not reading.warnings and not any(page.text for page in reading.pages):
        again = _repaired(path, options)  # its pages may be there, and only the way to them lost
        if again is not None and any(page.text for page in again.pages):
            return again
        warnings += emptiness([page.number for page in reading.pages])
    return Reading(reading.pages, tuple(warnings))


def _repaired(path: Path, options: Options) -> Reading | None:
    """What is read of the file put together anew; None where that cannot be done."""
    content = repaired(path.read_bytes()) if path.stat().st_size <= MAX_BYTES else None
    if content is None:
        return None
    with tempfile.NamedTemporaryFile(prefix="tilik-", suffix=".pdf") as kept:
        kept.write(content)
        kept.flush()
        try:
            reading = _Document(Path(kept.name), options).read()
        except DamagedFile:
            return None
    if not reading.warnings and not any(page.text for page in reading.pages):
        return None  # bare pages: what stood on them is behind the cut, or locked with a key that is
    return Reading(reading.pages, (_REPAIRED, *reading.warnings))


def _opened(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise LockedFile(path.name) from error
        raise DamagedFile(str(error)) from error


class _Document:
    def __init__(self, path: Path, options: Options) -> None:
        self.path = path
        self.document = _opened(path)
        self.options = options
        self.composer = Composer()
        self.warnings: list[str] = []
        self.tiny: list[int] = []
        self.invisible: list[int] = []
        self.rubbish: list[int] = []
        self.crowded: list[int] = []
        self.pinned = 0
        self.noted = False
        self.remarks: dict[int, list[str]] = {}
        self.pictures: set[int] = set()

    def read(self) -> Reading:
        try:
            return self._pages(len(self.document))
        finally:
            self.document.close()

    def _pages(self, count: int) -> Reading:
        if count > MAX_PAGES:
            raise TooManyPages(str(count))
        if count == 0:
            raise DamagedFile("no pages")
        pages: list[Page] = []
        waiting: list[Waiting] = []
        failed: list[int] = []
        for raw, window in _windows(self._raw(index) for index in range(count)):
            layout = raw.layout
            if raw.failed:
                failed.append(layout.number)
            elif raw.content.needs_ocr or raw.content.pieces:
                waiting.append(Waiting(len(pages), raw.content, copy(self.composer), window))
            builder = PageBuilder(layout.number, layout.width or None, layout.height or None)
            goes_on = self.composer.fill(builder, layout, window) if layout.segments or layout.aside else False
            pages.append(builder.build(continues=goes_on))
        if len(failed) == count:
            raise DamagedFile("no page can be read")
        self.warnings += told_about(self.document, self.pinned)
        if self.noted or any(say_more(notes, pages[number - 1].text) for number, notes in self.remarks.items()):
            self.warnings.append(COMMENTS)
        if failed:
            self.warnings.append(f"Halaman {listed(failed)} rusak dan tidak dapat dibaca.")
        if waiting:
            additions = Additions(self.path, self.composer, pages)
            additions.read(waiting, use_ocr=self.options.use_ocr)
            self.warnings += additions.warnings
            self.rubbish = [number for number in self.rubbish if number not in additions.sound]
        if unreadable := [page.number for page in pages if page.number in self.rubbish and page.source == "text"]:
            self.warnings.append(
                f"Halaman {listed(unreadable)} memuat lapisan teks yang tidak terbaca; periksa berkas aslinya."
            )
        if self.crowded:
            self.warnings.append(
                f"Halaman {listed(self.crowded)} memuat terlalu banyak isian; sebagian isian tidak dibaca."
            )
        if self.tiny:
            self.warnings.append(
                f"Halaman {listed(self.tiny)} memuat teks sangat kecil (di bawah 4 pt); periksa berkas aslinya."
            )
        if self.invisible:
            self.warnings.append(
                f"Halaman {listed(self.invisible)} memuat teks yang tidak terlihat; periksa berkas aslinya."
            )
        return Reading(tuple(pages), tuple(self.warnings))

    def _raw(self, index: int) -> _Raw:
        number = index + 1
        if index and index % _PAGES_A_TIME == 0:
            self.document.close()
            self.document = _opened(self.path)
        try:
            page = self.document[index]
        except pdfium.PdfiumError:
            return _Raw(Content(Layout(number, 0.0, 0.0)), failed=True)
        try:
            filled = fill_in(self.document, page)
            if filled.drawn:
                page.close()
                page = self.document[index]
            self.pinned += filled.pinned
            self.noted = self.noted or filled.noted
            if filled.remarks:
                self.remarks[number] = filled.remarks
            if filled.more:
                self.crowded.append(number)
            content = content_of(page, number, filled.values)
        except pdfium.PdfiumError:
            return _Raw(Content(Layout(number, 0.0, 0.0)), failed=True)
        finally:
            page.close()
        return self._judged(content)

    def _judged(self, content: Content) -> _Raw:
        number = content.layout.number
        if content.tiny:
            self.tiny.append(number)
        if content.invisible:
            self.invisible.append(number)
        if content.rubbish:
            self.rubbish.append(number)
        content.pieces = [piece for piece in content.pieces if piece[1] not in self.pictures]
        self.pictures.update(same for _, same in content.pieces)
        return _Raw(content)


def _windows(pages: Iterator[_Raw]) -> Iterator[tuple[_Raw, list[Margins]]]:
    """Each page with the edges of its neighbours, two on either side; no more pages than these are held."""
    held: deque[_Raw] = deque(maxlen=5)
    pending: deque[_Raw] = deque()
    for page in pages:
        held.append(page)
        pending.append(page)
        if len(pending) > 2:
            current = pending.popleft()
            yield current, [other.layout.margins for other in held if other is not current]
    while pending:
        current = pending.popleft()
        number = current.layout.number
        yield current, [o.layout.margins for o in held if o is not current and abs(o.layout.number - number) <= 2]
