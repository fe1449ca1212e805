"""One PDF page through PDFium: its words with boxes, its rules, and whether its text is worth anything."""

import ctypes
import re
from dataclasses import dataclass
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nlp.pages import Box
from nlp.readers.compose import Layout
from nlp.readers.grid import grids_of
from nlp.readers.layout import Token, segments_of
from nlp.readers.rules import Frame, rules_of
from nlp.readers.running import margins_of
from nlp.unicode import clean

_HYPHENS = "\ufffe\x02"  # PDFium's sign for a hyphen at the end of a line
_WORD = re.compile(r"[^\s\0\u00a0\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")  # a word cut at a line's end gives two
_ODD = re.compile("[^!-~]")
_TINY_POINTS = 4.0
_READABLE = re.compile(r"[^\W\d_]*[aeiouAEIOU][^\W\d_]*|[\d.,/:()-]+|\W+")
_VOWELS = frozenset("aeiouAEIOU")


@dataclass(slots=True)
class Content:
    layout: Layout
    needs_ocr: bool = False
    tiny: bool = False
    invisible: bool = False


@dataclass(slots=True)
class _Word:
    text: str
    first: int  # index of its first character
    boxes: tuple[
        float, float, float, float, float, float, float, float
    ]  # of the first and the last character, page coordinates
    hyphen: bool = False


def content_of(page: pdfium.PdfPage, number: int) -> Content:
    """The page's words, segments and tables; `needs_ocr` when it shows a picture and has no text worth the name."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        words = _words(textpage.raw)
        shown = _frame(page)
        turn = _turn(words, shown)
        layout_width, layout_height = (height, width) if turn % 2 else (width, height)
        layout = Layout(number, width, height)
        tokens: list[Token] = []
        aside: list[Token] = []
        first_characters: list[int] = []
        for word in words:
            token, straight = _token(word, shown, turn, width, height)
            if token is None:
                continue
            if straight:
                tokens.append(token)
                first_characters.append(word.first)
            else:
                aside.append(token)
        handle = textpage.raw
        layout.segments = segments_of(tokens, lambda index: _is_bold(handle, first_characters[index]))
        layout.aside = segments_of(aside)
    finally:
        textpage.close()
    if turn:
        layout.margins = margins_of(layout.segments, layout_width, layout_height)
        return Content(layout, needs_ocr=False)
    horizontal, vertical = rules_of(page.raw, shown, width, height)
    layout.grids = grids_of(horizontal, vertical)
    layout.margins = margins_of(layout.segments, width, height)
    needs_ocr = _poor(tokens) and _shows_picture(page, width, height)
    heights = [token.bottom - token.top for token in tokens]
    tiny = sum(height < _TINY_POINTS for height in heights) >= 3
    return Content(layout, needs_ocr, tiny)


_name_buffer = ctypes.create_string_buffer(128)
_flags = ctypes.c_int()


def _is_bold(handle: "raw.FPDF_TEXTPAGE", index: int) -> bool:
    """By the font's name: fonts that are not embedded carry no weight."""
    raw.FPDFText_GetFontInfo(handle, index, _name_buffer, 128, _flags)
    name = _name_buffer.value
    return b"Bold" in name or b"bold" in name or b"Black" in name or raw.FPDFText_GetFontWeight(handle, index) >= 600


def _words(handle: "raw.FPDF_TEXTPAGE") -> list[_Word]:
    count = raw.FPDFText_CountChars(handle)
    if count <= 0:
        return []
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "surrogatepass")
    if len(text) != count:
        # Some characters give none or two: ask for each.
        text = "".join(_character(raw.FPDFText_GetUnicode(handle, index)) for index in range(count))
    first, last = raw.FS_RECTF(), raw.FS_RECTF()
    box = raw.FPDFText_GetLooseCharBox
    found: list[_Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        hyphen = word[-1] in _HYPHENS
        if _ODD.search(word):
            if hyphen:
                word = word[:-1] + "-"
            word = clean(word.translate({0xFFFE: "-", 0x02: "-"})).strip()
            if not word:
                continue
        if not box(handle, start, first):
            continue
        l0, t0, r0, b0 = first.left, first.top, first.right, first.bottom
        if end - start == 1 or not box(handle, end - 1, last):
            found.append(_Word(word, start, (l0, t0, r0, b0, l0, t0, r0, b0), hyphen))
        else:
            found.append(_Word(word, start, (l0, t0, r0, b0, last.left, last.top, last.right, last.bottom), hyphen))
    return found


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


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


def _turn(words: list[_Word], frame: Frame) -> int:
    """By how many quarter turns to the left the shown page must be turned so that most of its text stands upright."""
    votes = [0, 0, 0, 0]
    sample = [word for word in words if len(word.text) > 2]
    for word in sample[:: max(1, len(sample) // 24)]:
        l0, t0, r0, b0, l1, t1, r1, b1 = word.boxes
        xa, ya = frame((l0 + r0) / 2, (t0 + b0) / 2)
        xb, yb = frame((l1 + r1) / 2, (t1 + b1) / 2)
        dx, dy = xb - xa, yb - ya
        if abs(dx) >= abs(dy):
            votes[0 if dx >= 0 else 2] += 1
        else:
            votes[1 if dy > 0 else 3] += 1
    return votes.index(max(votes)) if sum(votes) else 0


def _token(word: _Word, frame: Frame, turn: int, width: float, height: float) -> tuple[Token | None, bool]:
    l0, t0, r0, b0, l1, t1, r1, b1 = word.boxes
    xa, ya = frame(l0 if l0 < l1 else l1, t0 if t0 > t1 else t1)
    xb, yb = frame(r0 if r0 > r1 else r1, b0 if b0 < b1 else b1)
    left, right = (xa, xb) if xa < xb else (xb, xa)
    top, bottom = (ya, yb) if ya < yb else (yb, ya)
    if right - left <= 0 and bottom - top <= 0:
        return None, True
    box = Box(left, top, right, bottom)
    if turn == 1:  # text runs downwards
        left, top, right, bottom = top, width - right, bottom, width - left
    elif turn == 2:
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
    elif turn == 3:  # text runs upwards
        left, top, right, bottom = height - bottom, left, height - top, right
    straight = not (len(word.text) > 2 and bottom - top > 1.5 * (right - left) and bottom - top > 14)
    if straight and len(word.text) > 2 and abs(t0 - t1) > 0.6 * abs(t0 - b0) and abs(l1 - l0) > 0.6 * abs(t0 - b0):
        straight = False  # slanted: a watermark
    return Token(word.text, left, top, right, bottom, box, None, word.hyphen), straight


def _poor(tokens: list[Token]) -> bool:
    """Whether the text layer is missing, only a footer, or rubbish."""
    if len(tokens) < 25:
        return True
    good = sum(bool(_READABLE.fullmatch(token.text)) or not _VOWELS.isdisjoint(token.text) for token in tokens)
    odd = sum("\ufffd" in token.text or "•" in token.text[1:] for token in tokens)
    long = [len(token.text) for token in tokens]
    return (
        good < 0.55 * len(tokens)
        or odd > 0.15 * len(tokens)
        or median(long) > 25
        or sum(size == 1 for size in long) > 0.7 * len(long)
    )


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
