"""One PDF page through PDFium: its words with boxes, its rules, and whether its text is worth anything."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nlp.pages import Box
from nlp.readers.compose import Layout
from nlp.readers.grid import grids_of
from nlp.readers.pdf_forms import Value
from nlp.readers.pdf_words import Frame, Look, words_of
from nlp.readers.rules import rules_of
from nlp.readers.running import margins_of
from nlp.readers.segments import Segment, Token, segments_of

_TINY_POINTS = 4.0
_FEW_WORDS = 25  # on a page that shows a picture: a footer or a stamp of the scanner, not its text
_PAINTING = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
_READABLE = re.compile(r"[^\W\d_]*[aeiouAEIOU][^\W\d_]*|[\d.,/:()-]+|\W+")
_VOWELS = frozenset("aeiouAEIOU")


@dataclass(slots=True)
class Content:
    layout: Layout
    needs_ocr: bool = False
    rubbish: bool = False  # its text is not what it shows
    tiny: bool = False
    invisible: bool = False


def content_of(page: pdfium.PdfPage, number: int, values: Sequence[Value] = ()) -> Content:
    """The page's words, segments and tables; `needs_ocr` when it shows a picture and has no text worth the name.

    `values`: what stands in form fields that have no drawing.
    """
    width, height = page.get_size()
    shown = _frame(page)
    layout = Layout(number, width, height)
    textpage = page.get_textpage()
    try:
        words = words_of(page, textpage, shown)
        look = Look(textpage)
        firsts = words.firsts
        layout.segments = segments_of(words.tokens, lambda index: look.bold(firsts[index]))
        layout.aside = segments_of(words.aside)
        unseen = [segment for segment in layout.segments if look.unseen(firsts[segment.first])]
    finally:
        textpage.close()
    across, down = (height, width) if words.turn % 2 else (width, height)
    invisible = _outside(layout.segments, across, down) or (bool(unseen) and not _painted_over(page, unseen, shown))
    for text, place in values:
        layout.segments += _field(text, place, shown, len(layout.segments))
    layout.margins = margins_of(layout.segments, across, down)
    if words.turn:
        return Content(layout, invisible=invisible)
    layout.grids = grids_of(*rules_of(page.raw, shown, width, height))
    rubbish = _rubbish(words.tokens)
    needs_ocr = (rubbish or len(words.tokens) < _FEW_WORDS) and _shows_picture(page, width, height)
    tiny = sum(len(segment.words) for segment in layout.segments if segment.height < _TINY_POINTS) >= 3
    return Content(layout, needs_ocr, rubbish, tiny, invisible and not needs_ocr)


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


def _rubbish(tokens: Sequence[Token]) -> bool:
    """Whether the text layer is no language: letters without vowels, replacement signs, single letters, endless words."""
    if len(tokens) < _FEW_WORDS:
        return False
    if len(tokens) > 4 * _FEW_WORDS:
        sample = tokens[:: len(tokens) // (2 * _FEW_WORDS)]
        if _good(sample) > 0.8 * len(sample) or not _rubbish(sample):
            return False
    good = _good(tokens)
    odd = sum("\ufffd" in token.text or "•" in token.text[1:] for token in tokens)
    long = [len(token.text) for token in tokens]
    return (
        good < 0.55 * len(tokens)
        or odd > 0.15 * len(tokens)
        or median(long) > 25
        or sum(size == 1 for size in long) > 0.7 * len(long)
    )


def _good(tokens: Sequence[Token]) -> int:
    """How many could be words, figures or marks."""
    return sum(not _VOWELS.isdisjoint(token.text) or bool(_READABLE.fullmatch(token.text)) for token in tokens)


def _shows_picture(page: pdfium.PdfPage, width: float, height: float) -> bool:
    """Whether a picture covers much of the page, or shapes drawn in its place (outlined text)."""
    area = max(1.0, width * height)
    covered = 0.0
    paths = 0
    for item in page.get_objects(max_depth=3):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            covered += max(0.0, right - left) * max(0.0, top - bottom)
        elif item.type in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING):
            paths += 1
        if covered > 0.3 * area or paths > 400:
            return True
    return False
