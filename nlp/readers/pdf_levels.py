"""Words of fonts that do not say how tall they are: every word as high as its line.

LibreOffice up to 7.4 writes `/Ascent 0 /Descent 0` for its fonts; PDFium's loose boxes then hug each letter, and one line's
words differ in height by a third, as if set in several sizes.
"""

import ctypes

import pypdfium2.raw as raw

from nlp.readers.pdf_words import PageWords, call

# Of the size of a font, above and below its base line: what most text fonts have.
_ASCENT, _DESCENT = 0.8, 0.2
_UNEVEN = 0.2  # of the words have a first letter of another height than the last

_pointer, _int = ctypes.c_void_p, ctypes.c_int
_matrix_of = call(raw.FPDFText_GetMatrix, _int, _pointer, _int, _pointer)
_size_of = call(raw.FPDFText_GetFontSize, ctypes.c_double, _pointer, _int)
_matrix = (ctypes.c_float * 6)()
_place = ctypes.addressof(_matrix)


def is_uneven(words: PageWords) -> bool:
    """Whether the boxes hug the letters: a font that says its height gives all letters of a word the same."""
    return words.uneven >= 3 and words.uneven > _UNEVEN * len(words.tokens)


def level(handle: int, words: PageWords, y1: float) -> None:
    """Set the words of a page that stands upright to the height of their font. `y1`: the top of the page in its own coordinates."""
    for token, index in zip(words.tokens, words.firsts, strict=True):
        if not _matrix_of(handle, index, _place):
            continue
        _, b, c, d, _, base = _matrix[:]
        size = abs(d) * _size_of(handle, index)
        if b or c or size <= 0:
            continue
        bottom = y1 - base + _DESCENT * size
        # The matrix is its text object's; a letter that stands elsewhere (raised, in a form) keeps its own box.
        if abs(bottom - token.bottom) < 0.5 * size:
            token.top, token.bottom = bottom - (_ASCENT + _DESCENT) * size, bottom
