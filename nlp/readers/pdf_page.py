"""One PDF page through PDFium: its words with boxes, its rules, and whether its text is all that it shows."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nlp.pages import Box
from nlp.readers import pdf_covered, pdf_levels, pdf_scans, pdf_slant
from nlp.readers.compose import Layout
from nlp.readers.grid import grids_of
from nlp.readers.pdf_forms import Value
from nlp.readers.pdf_rubbish import is_rubbish
from nlp.readers.pdf_scans import Picture
from nlp.readers.pdf_words import Frame, Look, PageWords, words_of
from nlp.readers.rules import Drawn, drawn_on
from nlp.readers.running import margins_of
from nlp.readers.segments import Segment, Token, segments_of, struck_once

_TINY_POINTS = 4.0
_FEW_WORDS = 25  # on a page that shows a picture: a footer or a stamp of the scanner, not its text
_PAINTING = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
_LETTERS, _STROKES = 400, 1_200  # drawn shapes, and the pieces of all: text set as outlines
_MOST_LETTERS, _MOST_STROKES = 15_000, 150_000  # a map has more


@dataclass(slots=True)
class Content:
    """A page as typed, and what OCR must add: all of it (`needs_ocr`), or the pictures at `pieces`.

    `kept`: typed segments that stand besides what OCR reads on a page that needs it.
    """

    layout: Layout
    needs_ocr: bool = False
    pieces: list[Picture] = field(default_factory=list)
    kept: list[Segment] = field(default_factory=list)
    turned: bool = False  # its typed words stand on end
    rubbish: bool = False  # its text is not what it shows
    tiny: bool = False
    invisible: bool = False


def content_of(page: pdfium.PdfPage, number: int, values: Sequence[Value] = ()) -> Content:
    """The page's words, segments and tables, and which pictures of text it shows beyond them.

    `values`: what stands in form fields that have no drawing.
    """
    width, height = page.get_size()
    shown = _frame(page)
    layout = Layout(number, width, height)
    drawn = drawn_on(page.raw, outlines=width > height)
    textpage = raw.FPDFText_LoadPage(page.raw)  # bare: what pypdfium2 wraps around it is for handles that nobody closes
    if not textpage:
        raise pdfium.PdfiumError("no text page")
    try:
        words = words_of(page, textpage, shown)
        if pdf_levels.is_uneven(words) and not words.turn and not page.get_rotation():
            pdf_levels.level(ctypes.addressof(textpage.contents), words, page.get_bbox()[3])
        if words.leans:
            pdf_slant.set_level(words, textpage, width, height)
        look = Look(textpage)
        firsts = words.firsts
        layout.segments = struck_once(
            segments_of(words.tokens, lambda first, last: look.bold(firsts[first], firsts[last]))
        )
        layout.aside = segments_of(words.aside, glue=False)
        unseen = [segment for segment in layout.segments if look.unseen(firsts[segment.first])]
        unprinted = {id(segment) for segment in unseen if look.unprinted(firsts[segment.first])}
        covered = not unseen and pdf_covered.covers_words(
            page, drawn, words.tokens, shown, lambda index: look.item(firsts[index])
        )
    finally:
        raw.FPDFText_ClosePage(textpage)
    across, down = (height, width) if words.turn % 2 else (width, height)
    unseen_there = covered or (bool(unseen) and not _painted_over(page, unseen, shown))
    invisible = unseen_there or _outside(layout.segments, across, down)
    typed = list(layout.segments) if unprinted else layout.segments
    for text, place in values:
        layout.segments += _field(text, place, shown, len(layout.segments))
    layout.margins = margins_of(layout.segments, across, down)
    content = Content(layout, turned=bool(words.turn), invisible=invisible)
    if not words.turn:
        layout.grids = grids_of(*drawn.rules(shown, width, height))
        layout.shapes = drawn.shapes(shown) if width > height else []
        content.tiny = sum(len(segment.words) for segment in layout.segments if segment.height < _TINY_POINTS) >= 3
    content.rubbish = is_rubbish(words.tokens)
    if content.rubbish:
        content.needs_ocr = True
    elif drawn.pictures or len(words.tokens) < _FEW_WORDS:
        hidden = {id(word) for segment in typed if id(segment) in unprinted for word in segment.words}
        _judge_pictures(content, page, drawn, words, hidden, pdf_scans.pictures_of(drawn, shown, width, height))
        if content.needs_ocr:
            content.kept = [segment for segment in layout.segments if id(segment) not in unprinted]
    content.invisible = content.invisible and not content.needs_ocr
    return content


def _judge_pictures(
    content: Content, page: pdfium.PdfPage, drawn: Drawn, words: PageWords, hidden: set[int], pictures: list[Box]
) -> None:
    """Whether the page, or which of its pictures, must be read by OCR beside its typed words."""
    size = content.layout.width * content.layout.height
    few = len(words.tokens) < _FEW_WORDS
    if few and (sum(map(pdf_scans.area, pictures)) > 0.3 * size or _is_outlined(drawn) or _is_wordless(drawn, words)):
        content.needs_ocr = True
        return
    found = pdf_scans.unread(page, pictures, [*words.tokens, *words.aside], hidden)
    wordless = not (content.layout.segments or content.layout.aside)
    if (found and wordless) or any(pdf_scans.area(box) >= pdf_scans.WHOLE * size for box, _ in found):
        content.needs_ocr = True
    elif wordless and not drawn.is_empty:
        # As a pattern, say, or in a picture of a kind that is not known.
        content.needs_ocr = pdf_scans.shows_lines(page)
    else:
        content.pieces = found


def _is_outlined(drawn: Drawn) -> bool:
    """Whether shapes are drawn in the place of text."""
    if drawn.curved > _MOST_LETTERS or drawn.strokes > _MOST_STROKES:
        return False
    return drawn.curved > _LETTERS or drawn.strokes > _STROKES


def _is_wordless(drawn: Drawn, words: PageWords) -> bool:
    """Whether glyphs are drawn, but all of them are blanks to the text layer."""
    return drawn.texts > 0 and not words.tokens and not words.aside


def _frame(page: pdfium.PdfPage) -> Frame:
    """From page coordinates (origin bottom left, before /Rotate) to the page as shown, origin top left."""
    x0, y0, x1, y1 = page.get_bbox()
    rotation = page.get_rotation()
    if rotation == 90:
        return lambda x, y: (y - y0, x - x0)
    if rotation == 180:
        return lambda x, y: (x1 - x, y - y0)
    if rotation == 270:
        return lambda x, y: (y1 - y, x1 - x)
    return lambda x, y: (x - x0, y1 - y)


def _painted_over(page: pdfium.PdfPage, segments: Sequence[Segment], shown: Frame) -> bool:
    """Whether something is painted below every one of the words: a scan with its text layer, white letters on a dark bar."""
    areas = []
    for item in page.get_objects(filter=_PAINTING, max_depth=4):
        try:
            left, bottom, right, top = item.get_bounds()
        except pdfium.PdfiumError:
            continue
        (x0, y0), (x1, y1) = shown(left, top), shown(right, bottom)
        areas.append((min(x0, x1) - 2, min(y0, y1) - 2, max(x0, x1) + 2, max(y0, y1) + 2))
        if len(areas) > 3_000:
            break
    for segment in segments:
        box = segment.words[0].box
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        if not any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in areas):
            return False
    return True


def _outside(segments: Sequence[Segment], width: float, height: float) -> bool:
    """Whether words stand wholly off the page."""
    return any(
        segment.right < -1 or segment.bottom < -1 or segment.left > width + 1 or segment.top > height + 1
        for segment in segments
    )


def _field(text: str, place: Box, shown: Frame, order: int) -> list[Segment]:
    """A field's value as lines in its rectangle, its words spread over them by their letters."""
    (x0, y0), (x1, y1) = shown(place.left, place.top), shown(place.right, place.bottom)
    left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    lines = [line.split() for line in text.split("\n") if line.strip()]
    found: list[Segment] = []
    for number, words in enumerate(lines):
        upper = top + (bottom - top) * number / len(lines)
        lower = top + (bottom - top) * (number + 1) / len(lines)
        letter = (right - left) / (sum(map(len, words)) + len(words))
        at = left
        tokens = []
        for word in words:
            end = at + letter * len(word)
            tokens.append(Token(word, at, upper, end, lower))
            at = end + letter
        found.append(Segment(tokens, left, upper, tokens[-1].right, lower, order + number))
    return found
