"""Pictures of text on a PDF page that also has typed words: which of them hold lines that nobody typed."""

from collections.abc import Iterable, Sequence

import numpy
import pypdfium2 as pdfium
from numpy.typing import NDArray

from nlp.pages import Box
from nlp.readers import light, text_look
from nlp.readers.pdf_words import Frame
from nlp.readers.rules import Drawn
from nlp.readers.segments import Token

WHOLE = 0.8  # of the page: a picture from this size on is the page
_LEAST = 0.09  # of the page: smaller pictures are logos, stamps, signatures, unless a second look shows lines of text:
_LEAST_STRIP, _STRIP, _LEAST_SHOT = 0.015, 2.0, 0.05  # of those so many times as wide as high, and of others
_LOWEST_STRIP = 20.0  # points
_EDGE = 0.08  # of the page, at its head and foot: the banners that stand on every page
_FINE = 2.0  # pixels a point, for small letters in a small picture
_MAX_STRIPS = 12
_HEAD_WIDTH, _HEAD_FOOT, _LEAST_HEAD = 0.6, 0.25, 0.03  # of the page: a letter head, low and wide
_NARROWEST, _LOWEST = 90.0, 36.0  # points
_MAX_PICTURES = 300
_TOUCHING = 3.0  # points between the strips of one scan
_INK = 48  # shades away from the paper
_PAPER_SHARE = 0.55  # of a page of text or a table that is paper; photographs have no paper
_INK_IN_SHADE, _MOST_SHINING, _MOST_INK = 32, 0.01, 0.3
_BUSY = 16  # changes between ink and paper along a row of pixels: some words
_ROWS, _ROWS_SHARE = 8, 0.02  # busy rows of pixels (points), and their share: more than a line at a picture's foot

Picture = tuple[Box, int]
"""Where a picture stands, and a number that it shares with the same picture on other pages: a letter head is read once."""

Pixels = NDArray[numpy.uint8]


def pictures_of(drawn: Drawn, shown: Frame, width: float, height: float) -> list[Box]:
    """The places of the page's pictures as it is shown, cut at its edges, the strips of one scan as one."""
    found: list[Box] = []
    for x0, y0, x1, y1 in drawn.pictures[:_MAX_PICTURES]:
        (xa, ya), (xb, yb) = shown(x0, y0), shown(x1, y1)
        box = Box(max(0.0, min(xa, xb)), max(0.0, min(ya, yb)), min(width, max(xa, xb)), min(height, max(ya, yb)))
        if box.right <= box.left or box.bottom <= box.top:
            continue
        while (other := next((other for other in found if _are_one(box, other)), None)) is not None:
            found.remove(other)
            box = _around(box, other)
        found.append(box)
    return found


def area(box: Box) -> float:
    return max(0.0, box.right - box.left) * max(0.0, box.bottom - box.top)


def _are_one(box: Box, other: Box) -> bool:
    apart = (
        max(box.left, other.left) - min(box.right, other.right) > _TOUCHING
        or max(box.top, other.top) - min(box.bottom, other.bottom) > _TOUCHING
    )
    return not apart and area(_around(box, other)) < 1.1 * (area(box) + area(other))


def _around(box: Box, other: Box) -> Box:
    return Box(
        min(box.left, other.left), min(box.top, other.top), max(box.right, other.right), max(box.bottom, other.bottom)
    )


def unread(page: pdfium.PdfPage, pictures: Iterable[Box], words: Sequence[Token], hidden: set[int]) -> list[Picture]:
    """The pictures that show lines of text where the page has no words; `hidden`: ids of words that only copy what a scan shows.

    A look at the page in few pixels: OCR takes a second, this some milliseconds, and most pictures are photographs.
    """
    size = page.get_size()
    large: list[Box] = []
    small: list[Box] = []
    for box in pictures:
        if _may_hold_text(box, *size):
            large.append(box)
        elif len(small) < _MAX_STRIPS and _may_hold_line(box, *size, alone=not words):
            small.append(box)
    found = []
    if large:
        shades, scale = _look(page)
        for box in large:
            left, top, right, bottom = (round(side * scale) for side in (box.left, box.top, box.right, box.bottom))
            piece = shades[top:bottom, left:right]
            if piece.size and _shows_more(piece, scale, box, words, hidden):
                found.append((box, hash(piece.tobytes())))
    for box in small:
        piece = _closer(page, box)
        if text_look.shows_line(piece, [_within(word.box, box) for word in words]):
            found.append((box, hash(piece.tobytes())))
    return found


def _may_hold_text(box: Box, width: float, height: float) -> bool:
    wide, high = box.right - box.left, box.bottom - box.top
    is_head = (
        wide > _HEAD_WIDTH * width and box.bottom < _HEAD_FOOT * height and wide * high >= _LEAST_HEAD * width * height
    )
    return (is_head or wide * high >= _LEAST * width * height) and wide > _NARROWEST and high > _LOWEST


def _may_hold_line(box: Box, width: float, height: float, *, alone: bool) -> bool:
    """Whether a smaller picture may be a piece of a screen; `alone`: it is all that the page shows."""
    wide, high = box.right - box.left, box.bottom - box.top
    if wide < _NARROWEST or high < _LOWEST_STRIP:
        return False
    least = (_LEAST_STRIP if wide > _STRIP * high else _LEAST_SHOT) * width * height
    is_banner = box.bottom < _EDGE * height or box.top > (1 - _EDGE) * height
    return alone or (wide * high >= least and not is_banner)


def _closer(page: pdfium.PdfPage, box: Box) -> Pixels:
    """A piece of the page in grey, fine enough for small letters."""
    width, height = page.get_size()
    around = (box.left, max(0.0, height - box.bottom), max(0.0, width - box.right), box.top)
    return _shades(page.render(scale=_FINE, crop=around, grayscale=True))


def _within(word: Box, box: Box) -> tuple[int, int, int, int]:
    """Where a word stands in what `_closer` shows, with a hair around it."""
    return (
        round(_FINE * (word.left - box.left)) - 2,
        round(_FINE * (word.top - box.top)) - 2,
        round(_FINE * (word.right - box.left)) + 2,
        round(_FINE * (word.bottom - box.top)) + 2,
    )


def shows_lines(page: pdfium.PdfPage) -> bool:
    """Whether a page on which no word and no picture was found shows lines of text all the same."""
    shades, scale = _look(page)
    return _shows_more(shades, scale, Box(0, 0, *page.get_size()), (), set())


def _look(page: pdfium.PdfPage) -> tuple[Pixels, float]:
    """The page in few grey pixels, and how many of them make a point."""
    longest = max(page.get_size())
    scale = min(1.0, 1_500 / longest) if longest > 400 else 842 / longest
    return _shades(page.render(scale=scale, grayscale=True)), scale


def _shades(bitmap: pdfium.PdfBitmap) -> Pixels:
    shades: Pixels = bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width].copy()
    bitmap.close()
    return shades


def _shows_more(piece: Pixels, scale: float, box: Box, words: Sequence[Token], hidden: set[int]) -> bool:
    """Whether it shows lines of text where the page has no words; `piece`: its shades."""
    left, top = round(box.left * scale), round(box.top * scale)
    ink = _ink(piece)
    if ink is None:
        return False
    all_rows = max(_busy_rows(ink), _busy_rows(ink.T))  # the text may stand on end
    copied = False
    for word in words:
        place = word.box
        x0, y0 = round((place.left - 1) * scale) - left, round((place.top - 1) * scale) - top
        x1, y1 = round((place.right + 1) * scale) - left, round((place.bottom + 1) * scale) - top
        if x1 > 0 and y1 > 0:
            ink[max(0, y0) : y1, max(0, x0) : x1] = False
            copied = copied or id(word) in hidden
    rows = max(_busy_rows(ink), _busy_rows(ink.T))
    return rows >= max(_ROWS, _ROWS_SHARE * len(piece)) and (not copied or rows > 0.5 * all_rows)


def _ink(piece: Pixels) -> NDArray[numpy.bool_] | None:
    """Where it is not of its paper's shade; None where it has no paper."""
    paper = int(numpy.bincount(piece.ravel(), minlength=256).argmax())
    ink = numpy.abs(piece.astype(numpy.int16) - paper) > _INK
    return ink if 1.0 - float(ink.mean()) >= _PAPER_SHARE else _ink_in_shade(piece)


def _ink_in_shade(piece: Pixels) -> NDArray[numpy.bool_] | None:
    """The same of a photo of paper in uneven light: it is bright and smooth around dark letters, and hardly anything shines."""
    papers = light.papers_of(piece)
    if papers is None:
        return None
    away = piece.astype(numpy.int16) - light.spread(papers, (piece.shape[1], len(piece)))
    ink: NDArray[numpy.bool_] = away < -_INK_IN_SHADE
    if float((away > _INK_IN_SHADE).mean()) > _MOST_SHINING or float(ink.mean()) > _MOST_INK:
        return None
    return ink


def _busy_rows(ink: NDArray[numpy.bool_]) -> int:
    changes = (ink[:, 1:] != ink[:, :-1]).sum(axis=1)
    return int((changes >= _BUSY).sum())
