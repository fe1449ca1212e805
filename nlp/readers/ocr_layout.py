"""From the words that OCR read of a page to its layout."""

from collections.abc import Sequence
from statistics import median

from nlp.readers.compose import Layout
from nlp.readers.grid import Grid, Rule, grids_of
from nlp.readers.ocr_page import Result
from nlp.readers.ocr_words import OcrWord
from nlp.readers.running import margins_of
from nlp.readers.scan_columns import with_colons
from nlp.readers.segments import Token, segments_of
from nlp.readers.slide_layout import is_slide

_LARGE = 1.42  # of the usual height
_ONE_SIZE = 1.35  # by how much the tallest words of lines in one size differ
_SPECK, _BLANK_COLUMN = 4.0, 30.0  # points: between cards
_NARROW = "1Iiljtfr"
_COLON_WIDTH, _BLANK = 0.3, 1.0  # of a line's height: a colon's width; the blank between a name and its colon


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
    sizes = _sizes([height for height in heights.values() if height > _LARGE * usual])
    tokens: list[Token] = []
    for line, words in lines.items():
        height = usual if 0.62 * usual <= heights[line] <= _LARGE * usual else heights[line]
        height = sizes.get(height, height)
        height *= 1.3  # as a font's own box: the letters' do not count the room above and below
        middle = median([(word.place.top + word.place.bottom) / 2 for word in words])
        for index, word in enumerate(words):
            place = word.place
            parted = index == 0 or place.left - words[index - 1].place.right > _BLANK * usual
            tokens.append(
                Token(
                    ":" if parted and _is_colon(word, usual) else word.text,
                    place.left,
                    middle - height / 2,
                    place.right,
                    middle + height / 2,
                    word.box,
                    word.confidence,
                )
            )
    layout.segments = with_colons(segments_of(tokens, glue=False))
    layout.shapes = result.shapes
    layout.margins = margins_of(layout.segments, result.width, result.height)
    layout.grids = grids_of([Rule(*rule) for rule in result.horizontal], [Rule(*rule) for rule in result.vertical])
    if is_slide(layout.segments, result.width, result.height, scanned=True):
        layout.grids = [grid for grid in layout.grids if _is_table(grid, tokens)]
    return layout


def _is_table(grid: Grid, words: Sequence[Token]) -> bool:
    """Whether what is drawn on a slide is a table: a row of arrows is none, nor are cards with blanks between them."""
    cells = [grid.cell_at((word.left + word.right) / 2, (word.top + word.bottom) / 2) for word in words]
    held = [cell for cell in cells if cell is not None]
    used = {column for cell in held for column in range(cell.column, cell.column + cell.column_span)}
    blanks = [
        grid.xs[at + 1] - grid.xs[at] for at in range(min(used, default=0), max(used, default=0)) if at not in used
    ]
    return len({cell.row for cell in held}) > 1 and not any(_SPECK < blank < _BLANK_COLUMN for blank in blanks)


def _sizes(heights: Sequence[float]) -> dict[float, float]:
    """The heights of large lines, each with the one that stands for its size: a title's lines are one size, with `g` or without."""
    groups: list[list[float]] = []
    for height in sorted(heights):
        if groups and height < _ONE_SIZE * groups[-1][0]:
            groups[-1].append(height)
        else:
            groups.append([height])
    return {height: group[-1] for group in groups for height in group}


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
