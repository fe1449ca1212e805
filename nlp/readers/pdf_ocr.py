"""What OCR adds to a PDF: whole pages in the place of pages without text of their own, and pictures of text on typed pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from nlp.pages import Box, Page, PageBuilder
from nlp.readers import ocr, ocr_doubts, ocr_engine
from nlp.readers.compose import Composer, Inset, Layout
from nlp.readers.ocr_doubts import listed
from nlp.readers.ocr_layout import layout_of
from nlp.readers.ocr_page import DOUBTFUL, Result
from nlp.readers.ocr_sources import PdfSource, Piece
from nlp.readers.ocr_words import OcrWord
from nlp.readers.pdf_page import Content
from nlp.readers.pdf_rubbish import agrees
from nlp.readers.running import Margins, margins_of
from nlp.readers.segments import Segment

_SURE, _WORDS = 0.72, 4  # a picture on a typed page holds text from this quality and number of words on
_WORTH_A_WORD = 0.5  # a picture of text that OCR could not read: staff is told
_ALIKE = 0.6
_SKEWED = 12.0  # points by which a word of a page that was turned upright stands elsewhere


@dataclass(slots=True)
class Waiting:
    """A page as typed that OCR must look at: its place among the pages, and what is needed to compose it again."""

    index: int
    content: Content
    composer: Composer  # as it was before the page
    window: Sequence[Margins]


class Additions:
    """Reads what waits for OCR and puts it into the document's pages; `warnings` says what stays unread."""

    def __init__(self, path: Path, composer: Composer, pages: list[Page]) -> None:
        self._path = path
        self._composer = composer
        self._pages = pages
        self.warnings: list[str] = []
        self.sound: set[int] = set()  # pages whose text layer says what they show, odd as it looked

    def read(self, waiting: Sequence[Waiting], *, use_ocr: bool) -> None:
        """Replace those of the pages that OCR can better."""
        whole = [item for item in waiting if item.content.needs_ocr]
        parts = [item for item in waiting if not item.content.needs_ocr]
        missing = ocr_engine.missing() if use_ocr else "belum dibaca dengan OCR."
        if missing:
            self._say_missing(whole, parts, missing, use_ocr=use_ocr)
            return
        pieces = [Piece(item.content.layout.number, bare=bool(item.content.kept)) for item in whole]
        pieces += [
            Piece(item.content.layout.number, box, bare=True, turned=item.content.turned)
            for item in parts
            for box, _ in item.content.pieces
        ]
        results = ocr.recognise(PdfSource(self._path, tuple(pieces)), range(len(pieces)))
        for piece, result in zip(pieces, results, strict=True):
            result.number = piece.page
            if piece.box is not None:
                _move(result, piece.box.left, piece.box.top)
        self._put_pages(whole, results[: len(whole)])
        at = len(whole)
        for item in parts:
            self._put_pieces(item, results[at : at + len(item.content.pieces)])
            at += len(item.content.pieces)
        self.warnings += ocr_doubts.cuts(sorted({result.number for result in results if result.cut}))
        self.warnings += ocr_doubts.lateness(sorted({result.number for result in results if result.late}))

    def _say_missing(self, whole: list[Waiting], parts: list[Waiting], missing: str, *, use_ocr: bool) -> None:
        numbers = [item.content.layout.number for item in whole]
        if numbers and not use_ocr:
            self.warnings.append(f"Halaman {listed(numbers)} tidak memiliki teks dan {missing}")
        elif numbers:
            self.warnings += [f"Halaman {number} tidak memiliki teks dan {missing}" for number in numbers]
        self._say_unread([item.content.layout.number for item in parts])

    def _say_unread(self, numbers: list[int]) -> None:
        if numbers:
            self.warnings.append(
                f"Halaman {listed(numbers)} memuat gambar berisi teks yang tidak terbaca; periksa berkas aslinya."
            )

    # ------------------------------------------------------------------------------------------------------ pages

    def _put_pages(self, waiting: list[Waiting], results: list[Result]) -> None:
        layouts = [_with_typed(result, item.content) for item, result in zip(waiting, results, strict=True)]
        for position, (item, result, layout) in enumerate(zip(waiting, results, layouts, strict=True)):
            page = self._pages[item.index]
            if item.content.rubbish and agrees(page.text.split(), [word.text for word in result.words]):
                self.sound.add(page.number)
                continue
            if result.late:
                continue
            if page.text and not _is_better(page, item.content, result):
                if result.error and not item.content.rubbish:
                    self._say_unread([page.number])
                continue
            builder = PageBuilder(page.number, page.width, page.height)
            near: list[Margins] = [
                layouts[k].margins
                for k in range(max(0, position - 2), min(len(layouts), position + 3))
                if k != position
            ]
            self._composer.fill(builder, layout, near, trust_order=False)
            self._pages[item.index] = builder.build(source="ocr", quality=result.quality)
            self.warnings += ocr_doubts.doubts(result)

    # ----------------------------------------------------------------------------------------------------- pieces

    def _put_pieces(self, item: Waiting, results: list[Result]) -> None:
        layout, number = item.content.layout, item.content.layout.number
        insets = []
        for result in results:
            result.words = _fresh(result.words, layout.segments)
            if result.quality >= _SURE and _has_words(result):
                insets.append(Inset(self._composer, layout_of(result)))
            elif result.error or (result.quality > _WORTH_A_WORD and _has_words(result)):
                self._say_unread([number])
        insets = [inset for inset in insets if inset.layout.segments]
        if not insets:
            return
        if item.content.turned:
            layout.aside += [segment for inset in insets for segment in inset.layout.segments]
        else:
            for inset in insets:
                _insert(layout.segments, inset.segment)
        page = self._pages[item.index]
        builder = PageBuilder(page.number, page.width, page.height)
        item.composer.fill(builder, layout, item.window)
        self._pages[item.index] = builder.build(continues=page.continues)


def _is_better(page: Page, content: Content, result: Result) -> bool:
    if content.rubbish:
        return result.quality >= DOUBTFUL
    longer = sum(len(word.text) for word in result.words) >= len(page.text)
    if content.kept:
        return _has_words(result) and (result.quality >= DOUBTFUL or longer)
    return longer


def _has_words(result: Result) -> bool:
    return sum(len(word.text) > 2 and word.confidence > 0.5 for word in result.words) >= _WORDS


def _move(result: Result, left: float, top: float) -> None:
    """From places in a picture to places on its page."""

    def moved(box: Box) -> Box:
        return Box(box.left + left, box.top + top, box.right + left, box.bottom + top)

    result.words = [replace(word, box=moved(word.box), place=moved(word.place)) for word in result.words]
    result.horizontal = [(at + top, start + left, end + left) for at, start, end in result.horizontal]
    result.vertical = [(at + left, start + top, end + top) for at, start, end in result.vertical]


def _with_typed(result: Result, content: Content) -> Layout:
    """What OCR read of a page, and the typed words that stand there besides."""
    result.words = _fresh(result.words, content.kept)
    layout = layout_of(result)
    if not content.kept:
        return layout
    upright = all(abs(w.box.left - w.place.left) + abs(w.box.top - w.place.top) < _SKEWED for w in result.words)
    if upright and not content.turned:
        for order, segment in enumerate(content.kept, len(layout.segments)):
            segment.order = order
            layout.segments.append(segment)
        layout.margins = margins_of(layout.segments, result.width, result.height)
    else:
        layout.aside += content.kept
    layout.aside += content.layout.aside
    return layout


def _fresh(words: list[OcrWord], typed: Sequence[Segment]) -> list[OcrWord]:
    """The words without those that are typed at the same place."""
    tokens = [token for segment in typed for token in segment.words]
    places = [(token.box, token.text.casefold()) for token in tokens]
    return [
        word
        for word in words
        if not any(
            _is_on(word.box, box) and SequenceMatcher(None, word.text.casefold(), text).ratio() >= _ALIKE
            for box, text in places
        )
    ]


def _is_on(box: Box, other: Box) -> bool:
    wide = min(box.right, other.right) - max(box.left, other.left)
    high = min(box.bottom, other.bottom) - max(box.top, other.top)
    return wide > 0 and high > 0 and wide * high > 0.4 * (box.right - box.left) * (box.bottom - box.top)


def _insert(segments: list[Segment], inset: Segment) -> None:
    """Put the inset after the last segment that stands above it, where it begins within the same column."""
    above = [
        index
        for index, segment in enumerate(segments)
        if segment.middle < inset.top and segment.left < inset.right and segment.right > inset.left
    ]
    segments.insert(above[-1] + 1 if above else 0, inset)
    for order, segment in enumerate(segments):
        segment.order = order
