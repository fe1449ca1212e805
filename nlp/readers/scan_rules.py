"""The rules of tables in a scanned page: long straight runs of dark pixels, and lines at which fills meet."""

from collections.abc import Sequence
from itertools import pairwise

import numpy
from numpy.typing import NDArray
from PIL import Image

from nlp.pages import Box
from nlp.readers.shading import TILE, filled, fills, shaded_rules, without_lines

_DARK = 150
_LOWEST, _LOW = 20, 60  # pixels between the rules of such a row
_MOSTLY = 0.85  # of its height
_FILL = 190  # of a tile as a whole
_LONGEST_GAP = 3  # pixels of a broken rule
_THICKEST = 9

Rules = list[tuple[float, float, float]]


def rules_in(picture: Image.Image, scale: float, lines: Sequence[Box]) -> tuple[Rules, Rules, list[Box]]:
    """Horizontal and vertical rules as (place, start, end), and filled areas, in page units; `scale`: pixels a unit.

    The picture stands level; `lines`: the places of its words, those of a line together, in page units.
    """
    shades = numpy.asarray(picture)
    dark = (shades < _DARK) & ~_deep(shades)
    length = max(40, round(min(picture.size) * 0.045))
    horizontal = _runs(dark, length)
    vertical = _runs(dark.T, max(28, round(length * 0.6)))
    plain = without_lines(shades, [_pixels(line, scale) for line in lines])
    level, upright = shaded_rules(plain, length)
    horizontal, vertical = horizontal + level, vertical + upright
    vertical += _in_low_rows(dark, horizontal, vertical)
    shapes = [Box(*(side / scale for side in box)) for box in filled(plain)]
    if len(horizontal) < 2 or len(vertical) < 2:
        return [], [], shapes
    return [_scaled(rule, scale) for rule in horizontal], [_scaled(rule, scale) for rule in vertical], shapes


def _in_low_rows(dark: NDArray[numpy.bool_], horizontal: Rules, vertical: Rules) -> Rules:
    """Pieces of the upright rules in rows that are one line high, below or above a row without them."""
    found: Rules = []
    ordered = sorted(horizontal)
    for place in {round(at) for at, _, _ in vertical}:
        crossed = [at for at, start, end in ordered if start - _LONGEST_GAP <= place <= end + _LONGEST_GAP]
        for above, below in pairwise(crossed):
            if _LOWEST <= below - above < _LOW:
                part = dark[round(above) : round(below), max(0, place - _LONGEST_GAP) : place + _LONGEST_GAP + 1]
                if part.size and part.mean(axis=0).max() > _MOSTLY:
                    found.append((place, above, below))
    return found


def _deep(shades: NDArray[numpy.uint8]) -> NDArray[numpy.bool_]:
    """The pixels of tiles filled with a dark shade: its noise is no rule."""
    high, wide = shades.shape
    tiles = numpy.repeat(numpy.repeat(fills(shades) < _FILL, TILE, axis=0), TILE, axis=1)
    return numpy.pad(tiles, ((0, high - len(tiles)), (0, wide - tiles.shape[1])))


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    return round(box.left * scale), round(box.top * scale), round(box.right * scale), round(box.bottom * scale)


def _scaled(rule: tuple[float, float, float], scale: float) -> tuple[float, float, float]:
    return rule[0] / scale, rule[1] / scale, rule[2] / scale


def _runs(dark: NDArray[numpy.bool_], length: int) -> list[tuple[float, float, float]]:
    """Runs of at least `length` pixels along the rows; neighbouring rows make one rule, thick bars none."""
    # A rule that leans by a pixel is dark in one of two neighbouring rows.
    thick = dark[:-1] | dark[1:]
    sums = numpy.cumsum(thick, axis=1, dtype=numpy.int32)
    window = sums[:, length:] - sums[:, :-length]
    hits = window >= length - _LONGEST_GAP
    rows = numpy.flatnonzero(hits.any(axis=1))
    found: list[tuple[float, float, float]] = []
    open_rules: list[list[float]] = []  # first row, last row, start, end
    for row in rows.tolist():
        columns = numpy.flatnonzero(hits[row])
        breaks = numpy.flatnonzero(numpy.diff(columns) > length)
        starts = columns[numpy.concatenate(([0], breaks + 1))]
        ends = columns[numpy.concatenate((breaks, [len(columns) - 1]))] + length
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            for rule in open_rules:
                if row - rule[1] <= 2 and start < rule[3] and end > rule[2]:
                    rule[1], rule[2], rule[3] = row, min(rule[2], start), max(rule[3], end)
                    break
            else:
                open_rules.append([row, row, start, end])
        for rule in [rule for rule in open_rules if row - rule[1] > 2]:
            open_rules.remove(rule)
            _close(rule, found)
    for rule in open_rules:
        _close(rule, found)
    return found


def _close(rule: list[float], found: list[tuple[float, float, float]]) -> None:
    if rule[1] - rule[0] <= _THICKEST:
        found.append(((rule[0] + rule[1] + 1) / 2, rule[2], rule[3]))
