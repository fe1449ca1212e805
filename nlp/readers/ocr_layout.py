"""From the words that OCR read of a page to its layout."""

from collections.abc import Sequence
from statistics import median

from nlp.readers.compose import Layout
from nlp.readers.grid import Rule, grids_of
from nlp.readers.ocr_page import Result
from nlp.readers.ocr_words import OcrWord
from nlp.readers.running import margins_of
from nlp.readers.segments import Token, segments_of

_NARROW = "1Iiljtfr"
_COLON_WIDTH = 0.3  # of a line's height


def layout_of(result: Result) -> Layout:
    """The page's words for the layout.

    The engine's boxes hug the letters: a line without `g` or `l` is lower than its neighbours. So the words of a line share one
    top and bottom, and lines of about the usual height get just that.
    """
    layout = Layout(result.number, result.width, result.height)
    lines: dict[int, list[OcrWord]] = {}
    for word in result.words:
        lines.setdefault(word.line, []).append(word)
    heights = {line: _tall(words) for line, words in lines.items()}
    usual = median([heights[word.line] for word in result.words]) if result.words else 0.0
    tokens: list[Token] = []
    for line, words in lines.items():
        height = usual if 0.62 * usual <= heights[line] <= 1.42 * usual else heights[line]
        height *= 1.3  # as a font's own box: the letters' do not count the room above and below
        middle = median([(word.place.top + word.place.bottom) / 2 for word in words])
        for word in words:
            place = word.place
            tokens.append(
                Token(
                    ":" if _is_colon(word, usual) else word.text,
                    place.left,
                    middle - height / 2,
                    place.right,
                    middle + height / 2,
                    word.box,
                    word.confidence,
                )
            )
    layout.segments = segments_of(tokens, glue=False)
    layout.margins = margins_of(layout.segments, result.width, result.height)
    layout.grids = grids_of([Rule(*rule) for rule in result.horizontal], [Rule(*rule) for rule in result.vertical])
    return layout


def _is_colon(word: OcrWord, usual: float) -> bool:
    """A colon that stands alone between two columns is read as a figure or a letter: no such sign is as narrow."""
    return (
        len(word.text) == 1
        and word.text.isalnum()
        and word.text not in _NARROW
        and word.place.right - word.place.left < _COLON_WIDTH * usual
    )


def _tall(words: Sequence[OcrWord]) -> float:
    """A line's height: that of its taller words, which have letters with stems."""
    heights = sorted(word.place.bottom - word.place.top for word in words)
    return heights[int(0.7 * (len(heights) - 1))]
