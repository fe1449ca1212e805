"""PDF: text and boxes by PDFium, ruled tables from the page's own rules, pages without text by OCR.

PDFium is not safe against every file: a document that makes it abort takes the process along, so this runs in a child.
"""

import tempfile
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from nlp.errors import DamagedFile, LockedFile, TooManyPages
from nlp.pages import Page, PageBuilder
from nlp.readers import ocr
from nlp.readers.compose import Composer, Layout
from nlp.readers.pdf_forms import fill_in
from nlp.readers.pdf_page import Content, content_of
from nlp.readers.pdf_repair import MAX_BYTES, repaired
from nlp.readers.reading import Options, Reading
from nlp.readers.running import Margins

MAX_PAGES = 3_000
_PAGES_A_TIME = 50  # PDFium keeps what it parsed until a document is closed: 7 KB a page
_REPAIRED = "Berkas rusak; halaman yang masih ada dibaca, tetapi sebagian isinya mungkin hilang."


@dataclass(slots=True)
class _Raw:
    layout: Layout
    needs_ocr: bool = False
    failed: bool = False


def read(path: Path, options: Options) -> Reading:
    """Every page of the PDF; a page that cannot be read is empty, with a warning.

    An empty user password opens a file. Raises `LockedFile`, `DamagedFile`, `TooManyPages`.
    """
    try:
        return _Document(path, options).read()
    except DamagedFile as error:
        content = repaired(path.read_bytes()) if path.stat().st_size <= MAX_BYTES else None
        if content is None:
            raise
        with tempfile.NamedTemporaryFile(prefix="tilik-", suffix=".pdf") as kept:
            kept.write(content)
            kept.flush()
            try:
                reading = _Document(Path(kept.name), options).read()
            except DamagedFile:
                raise error from None
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
        waiting: list[int] = []
        failed: list[int] = []
        for raw, window in _windows(self._raw(index) for index in range(count)):
            layout = raw.layout
            if raw.failed:
                failed.append(layout.number)
            elif raw.needs_ocr:
                waiting.append(len(pages))
            builder = PageBuilder(layout.number, layout.width or None, layout.height or None)
            goes_on = self.composer.fill(builder, layout, window) if layout.segments or layout.aside else False
            pages.append(builder.build(continues=goes_on))
        if len(failed) == count:
            raise DamagedFile("no page can be read")
        if failed:
            self.warnings.append(f"Halaman {listed(failed)} rusak dan tidak dapat dibaca.")
        if waiting:
            self._recognise(pages, waiting)
        if unreadable := [page.number for page in pages if page.number in self.rubbish and page.source == "text"]:
            self.warnings.append(
                f"Halaman {listed(unreadable)} memuat lapisan teks yang tidak terbaca; periksa berkas aslinya."
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
            return _Raw(Layout(number, 0.0, 0.0), failed=True)
        try:
            drawn, values = fill_in(page)
            if drawn:
                page.close()
                page = self.document[index]
            content = content_of(page, number, values)
        except pdfium.PdfiumError:
            return _Raw(Layout(number, 0.0, 0.0), failed=True)
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
        return _Raw(content.layout, needs_ocr=content.needs_ocr)

    def _recognise(self, pages: list[Page], waiting: list[int]) -> None:
        """Put what OCR reads in the place of the pages without text; say what is missing where it cannot."""
        if not self.options.use_ocr:
            self.warnings.append(
                f"Halaman {listed([pages[i].number for i in waiting])} tidak memiliki teks dan belum dibaca dengan OCR."
            )
            return
        missing = ocr.missing()
        if missing:
            self.warnings += [f"Halaman {pages[i].number} tidak memiliki teks dan {missing}" for i in waiting]
            return
        results = ocr.recognise(ocr.PdfSource(self.path), [pages[i].number for i in waiting])
        layouts = [ocr.layout_of(result) for result in results]
        for position, (index, result, layout) in enumerate(zip(waiting, results, layouts, strict=True)):
            page = pages[index]
            if page.number in self.rubbish:
                better = result.quality >= ocr.DOUBTFUL
            else:
                better = sum(len(word.text) for word in result.words) >= len(page.text)
            if page.text and not better:
                continue
            builder = PageBuilder(page.number, page.width, page.height)
            near: list[Margins] = [
                layouts[k].margins
                for k in range(max(0, position - 2), min(len(layouts), position + 3))
                if k != position
            ]
            self.composer.fill(builder, layout, near, trust_order=False)
            pages[index] = builder.build(source="ocr", quality=result.quality)
            self.warnings += ocr.doubts(result)


def listed(numbers: list[int]) -> str:
    """`1, 2, dan 5`, shortened after ten."""
    shown = [str(number) for number in numbers[:10]]
    if len(numbers) > 10:
        return ", ".join(shown) + f", dan {len(numbers) - 10} lainnya"
    return shown[0] if len(shown) == 1 else " dan ".join((", ".join(shown[:-1]), shown[-1]))


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
