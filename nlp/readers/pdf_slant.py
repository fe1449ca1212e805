"""Slanted words of a PDF page (a stamp, labels below a chart) set level, so that their lines come out whole."""

import ctypes
import math
from typing import Any

import pypdfium2.raw as raw

from nlp.readers.pdf_words import PageWords
from nlp.readers.segments import Token

_SLANTED = math.radians(6)  # less is read as if it were level
_LINE = 1.1  # of its size: a font's height


def set_level(words: PageWords, textpage: Any, width: float, height: float) -> None:
    """Give slanted words, short ones among them, places as on a level page; they are the page's text where most of it is slanted."""
    placed = [*zip(words.firsts, words.tokens, strict=True), *zip(words.aside_firsts, words.aside, strict=True)]
    placed.sort(key=lambda item: item[0])
    straight: list[tuple[int, Token]] = []
    aside: list[tuple[int, Token]] = []
    known = set(words.aside_firsts)
    slanted = 0
    for first, token in placed:
        level = _level(token, first, textpage, width / 2, height / 2)
        if level is not None:
            slanted += 1
            aside.append((first, level))
        else:
            (aside if first in known else straight).append((first, token))
    if 2 * slanted > len(placed) and len({round(item.top) for _, item in aside}) > 1:
        straight, aside = aside, straight
    words.firsts, words.tokens = [first for first, _ in straight], [token for _, token in straight]
    words.aside_firsts, words.aside = [first for first, _ in aside], [token for _, token in aside]


def _level(token: Token, first: int, textpage: Any, x0: float, y0: float) -> Token | None:
    """The word turned around a point until it is level; None where it is level, or stands on end."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(textpage, first, ctypes.byref(matrix)):
        return None
    angle = math.atan2(matrix.b, matrix.a)
    if abs((angle + math.pi / 4) % (math.pi / 2) - math.pi / 4) < _SLANTED:
        return None
    cosine, sine = math.cos(angle), math.sin(angle)
    box = token.box
    x, y = (box.left + box.right) / 2 - x0, (box.top + box.bottom) / 2 - y0
    x, y = x0 + x * cosine - y * sine, y0 + x * sine + y * cosine
    tall = _LINE * raw.FPDFText_GetFontSize(textpage, first) * math.hypot(matrix.c, matrix.d)
    across, down = abs(cosine), abs(sine)
    wide, high = box.right - box.left, box.bottom - box.top
    long = max(0.2 * tall, (wide - tall * down) / across if across > down else (high - tall * across) / down)
    return Token(
        token.text, x - long / 2, y - tall / 2, x + long / 2, y + tall / 2, box, token.confidence, token.hyphen
    )
