"""The words of a PDF page with their places, their weight, and whether they can be seen.

Two calls a word, for its first and its last letter: a call for every letter takes twice as long (1.9 s against 0.7 s for 320 pages).
"""

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nlp.pages import Box
from nlp.readers.segments import Token
from nlp.unicode import clean

Frame = Callable[[float, float], tuple[float, float]]

_HYPHENS = "\ufffe\x02"  # PDFium's sign for a hyphen at the end of a line
_WORD = re.compile(r"[^\s\0\u00a0\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")  # a word cut at a line's end gives two
_ODD = re.compile(r"[^\s!-~]|[\x02\x1c-\x1f]")
_LONG_WORD = re.compile(r"(?<!\S)\S{3,}")
_SAMPLE = 9
_WHITE = 240  # a lighter shade is not seen on paper
_HAIR = 0.005  # of its height a letter may stand out of its font without counting


def call(function: object, result: type, *arguments: type) -> Callable[..., int]:
    """PDFium's function without the types of its declaration, which take most of a call's time.

    Name only the arguments that come as addresses in plain numbers (`c_void_p`), from the first on. What `byref` made and small
    numbers pass unnamed, and in half the time: nothing is made anew for them.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]  # it is a C function
    assert address
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_pointer, _int = ctypes.c_void_p, ctypes.c_int
_char_box = call(raw.FPDFText_GetLooseCharBox, _int)
_text_object = call(raw.FPDFText_GetTextObject, _pointer)
_font_of = call(raw.FPDFTextObj_GetFont, _pointer, _pointer)
_angle_of = call(raw.FPDFText_GetCharAngle, ctypes.c_float, _pointer)
_render_mode = call(raw.FPDFTextObj_GetTextRenderMode, _int, _pointer)
_fill_colour = call(raw.FPDFPageObj_GetFillColor, _int, _pointer)

# PDFium fills these; a process reads one page at a time.
_boxes = (ctypes.c_float * 8)()  # left, top, right, bottom of two letters
_first, _last = ctypes.byref(_boxes), ctypes.byref(_boxes, 16)
_sides: Callable[[], Sequence[float]] = (
    memoryview(_boxes).cast("B").cast("f").tolist
)  # faster than a slice of the array
_shades = (ctypes.c_uint * 4)()
_shade_places = tuple(ctypes.byref(_shades, 4 * number) for number in range(4))
_name = ctypes.create_string_buffer(128)
_flags = ctypes.c_int()


@dataclass(slots=True)
class PageWords:
    """`tokens` stand as most of the page's text does, turned upright by `turn` quarters to the left; `aside` are at other angles.

    `firsts`: the index of each token's first letter in PDFium's text; `uneven`: how many words have letters of several heights.
    """

    tokens: list[Token]
    firsts: list[int]
    aside: list[Token]
    turn: int = 0
    uneven: int = 0
    aside_firsts: list[int] = field(default_factory=list)
    leans: bool = False  # whether a word is slanted, if but a little


def words_of(page: pdfium.PdfPage, textpage: Any, frame: Frame) -> PageWords:
    """The page's words in the order of its content."""
    text = _text(textpage)
    handle = ctypes.byref(textpage.contents)
    turn = _turn(handle, text, frame)
    if turn or page.get_rotation():
        return _turned(handle, text, frame, turn, *page.get_size())
    return _upright(handle, text, frame)


def _upright(handle: object, text: str, frame: Frame) -> PageWords:
    """The words of a page that stands as it was written: nearly every page, and so the one place where a microsecond counts."""
    found = PageWords([], [], [])
    add, add_first = found.tokens.append, found.firsts.append
    box, sides, first, last = _char_box, _sides, _first, _last
    odd = _ODD.search(text) is not None
    x, y = frame(0.0, 0.0)
    find = text.find
    end = 0
    for word in _WORD.findall(text):
        start = find(word, end)
        end = start + len(word)
        hyphen = False
        if odd and _ODD.search(word):
            hyphen, word = _cleaned(word)
            if not word:
                continue
        if not box(handle, start, first):
            continue
        if end - start == 1 or not box(handle, end - 1, last):
            left, top, right, bottom = sides()[:4]
        else:
            left, top, right, bottom, l1, t1, r1, b1 = sides()
            if t1 != top or b1 != bottom:
                tall = top - bottom
                if not -_HAIR * tall < t1 - top < _HAIR * tall or not -_HAIR * tall < b1 - bottom < _HAIR * tall:
                    found.uneven += 1
                if not found.leans and (top - t1 > 0.3 * tall or t1 - top > 0.3 * tall):
                    found.leans = _angle_of(handle, start) != 0
                if (top - t1 > 0.6 * tall or t1 - top > 0.6 * tall) and found.leans and _angle_of(handle, start):
                    # It climbs or falls: a watermark, or a text that stands on end; no word of letters and a full stop.
                    token, straight = _token(word, hyphen, sides(), frame, 0, 0.0, 0.0)
                    if token is not None and not straight:
                        found.aside.append(token)
                        found.aside_firsts.append(start)
                        continue
                if t1 > top:
                    top = t1
                if b1 < bottom:
                    bottom = b1
            if l1 < left:
                left = l1
            if r1 > right:
                right = r1
        if right > left or top > bottom:
            add(Token(word, left + x, y - top, right + x, y - bottom, None, None, hyphen))
            add_first(start)
    return found


def _cleaned(word: str) -> tuple[bool, str]:
    """Whether the word is cut at a line's end, and its text."""
    return word[-1] in _HYPHENS, clean(word.translate({0xFFFE: "-", 0x02: "-"})).strip()


def _text(handle: "raw.FPDF_TEXTPAGE") -> str:
    """The page's text, one character for each of PDFium's."""
    count = raw.FPDFText_CountChars(handle)
    if count <= 0:
        return ""
    # Sizes by powers of two: ctypes keeps a type for every size for ever.
    buffer = (ctypes.c_ushort * (1 << count.bit_length()))()
    written = raw.FPDFText_GetText(handle, 0, count, buffer)
    text = memoryview(buffer).cast("B")[: max(0, written - 1) * 2].tobytes().decode("utf-16-le", "surrogatepass")
    if len(text) != count:
        # Some characters give none or two: ask for each.
        text = "".join(_character(raw.FPDFText_GetUnicode(handle, index)) for index in range(count))
    return text


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _spans(handle: object, text: str) -> Iterator[tuple[int, str, bool]]:
    """(index of the first letter, cleaned text, cut at a line's end) of each word; the letters' boxes are then in `_boxes`."""
    box, first, last = _char_box, _first, _last
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        hyphen = False
        if _ODD.search(word):
            hyphen, word = _cleaned(word)
            if not word:
                continue
        if not box(handle, start, first):
            continue
        if end - start == 1 or not box(handle, end - 1, last):
            ctypes.memmove(last, first, 16)
        yield start, word, hyphen


def _turn(handle: object, text: str, frame: Frame) -> int:
    """By how many quarter turns to the left the shown page must be turned so that most of its text stands upright."""
    votes = [0, 0, 0, 0]
    for place in range(0, len(text), max(1, len(text) // _SAMPLE)):
        match = _LONG_WORD.search(text, place)
        if match is None:
            break
        start, end = match.span()
        if not _char_box(handle, start, _first) or not _char_box(handle, end - 1, _last):
            continue
        l0, t0, r0, b0, l1, t1, r1, b1 = _sides()
        xa, ya = frame((l0 + r0) / 2, (t0 + b0) / 2)
        xb, yb = frame((l1 + r1) / 2, (t1 + b1) / 2)
        dx, dy = xb - xa, yb - ya
        if abs(dx) >= abs(dy):
            votes[0 if dx >= 0 else 2] += 1
        else:
            votes[1 if dy > 0 else 3] += 1
    return votes.index(max(votes))


def _turned(handle: object, text: str, frame: Frame, turn: int, width: float, height: float) -> PageWords:
    found = PageWords([], [], [], turn)
    for start, word, hyphen in _spans(handle, text):
        token, straight = _token(word, hyphen, _sides(), frame, turn, width, height)
        if token is None:
            continue
        if straight:
            found.tokens.append(token)
            found.firsts.append(start)
        else:
            found.aside.append(token)
    return found


def _token(word: str, hyphen: bool, boxes: Sequence[float], frame: Frame, turn: int, width: float, height: float) -> tuple[Token | None, bool]:  # fmt: skip
    """The word where the layout sees it, and whether it stands straight there."""
    l0, t0, r0, b0, l1, t1, r1, b1 = boxes
    xa, ya = frame(min(l0, l1), max(t0, t1))
    xb, yb = frame(max(r0, r1), min(b0, b1))
    left, right, top, bottom = min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb)
    if right - left <= 0 and bottom - top <= 0:
        return None, True
    shown = Box(left, top, right, bottom)
    if turn == 1:  # text runs downwards
        left, top, right, bottom = top, width - right, bottom, width - left
    elif turn == 2:
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
    elif turn == 3:  # text runs upwards
        left, top, right, bottom = height - bottom, left, height - top, right
    straight = not (len(word) > 2 and bottom - top > 1.5 * (right - left) and bottom - top > 14)
    climb = min(abs(t0 - t1), abs(b0 - b1))  # a comma is low, but stands on the line
    if straight and len(word) > 2 and climb > 0.6 * abs(t0 - b0) and abs(l1 - l0) > 0.6 * abs(t0 - b0):
        straight = False  # slanted
    return Token(word, left, top, right, bottom, shown, None, hyphen), straight


class Look:
    """How letters of one page are set."""

    def __init__(self, textpage: Any) -> None:
        self._typed = textpage
        self._handle = ctypes.byref(textpage.contents)
        self._bold: dict[int, bool] = {}  # by the font's address
        self._items: dict[int, int] = {}

    def bold(self, first: int, last: int) -> bool:
        """Whether both letters are, by their fonts' names: fonts that are not embedded carry no weight."""
        item = self.item(first)
        if not self._is_bold(item, first):
            return False
        other = self.item(last)
        return item == other or self._is_bold(other, last)

    def _is_bold(self, item: int, index: int) -> bool:
        font = _font_of(item) if item else 0
        if font not in self._bold:
            raw.FPDFText_GetFontInfo(self._typed, index, _name, 128, _flags)
            named = any(word in _name.value for word in (b"Bold", b"bold", b"Black"))
            self._bold[font] = named or raw.FPDFText_GetFontWeight(self._typed, index) >= 600
        return self._bold[font]

    def unseen(self, index: int) -> bool:
        """Whether the letter is set in the invisible mode, or white, or fully transparent."""
        item = self.item(index)
        if not item or _render_mode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            return bool(item)
        if not _fill_colour(item, *_shade_places):
            return False
        red, green, blue, alpha = _shades[:]
        return bool(alpha < 10 or (min(red, green, blue) > _WHITE))

    def unprinted(self, index: int) -> bool:
        """Whether the letter is set in the invisible mode, as scanners set what they recognised."""
        item = self.item(index)
        return bool(item) and _render_mode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE

    def item(self, index: int) -> int:
        """The text object that the letter belongs to; both questions are asked of the same letters."""
        item = self._items.get(index)
        if item is None:
            item = self._items[index] = _text_object(self._handle, index) or 0
        return item
