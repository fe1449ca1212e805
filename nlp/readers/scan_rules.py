"""The rules of tables in a scanned page: long straight runs of dark pixels."""

import numpy
from numpy.typing import NDArray
from PIL import Image

_DARK = 150
_LONGEST_GAP = 3  # pixels of a broken rule
_THICKEST = 9

Rules = list[tuple[float, float, float]]


def rules_in(picture: Image.Image, scale: float) -> tuple[Rules, Rules]:
    """Horizontal and vertical rules as (place, start, end) in page units; `scale`: pixels a unit. The picture stands level."""
    dark = numpy.asarray(picture) < _DARK
    length = max(40, round(min(picture.size) * 0.045))
    horizontal = _runs(dark, length)
    vertical = _runs(dark.T, max(28, round(length * 0.6)))
    if len(horizontal) < 2 or len(vertical) < 2:
        return [], []
    return [_scaled(rule, scale) for rule in horizontal], [_scaled(rule, scale) for rule in vertical]


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
