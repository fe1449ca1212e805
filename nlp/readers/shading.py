"""What shades draw on a scanned page: cards and bars filled with colour, tables whose cells are told apart by their fill alone."""

from collections.abc import Iterable, Iterator

import numpy
from numpy.typing import NDArray
from PIL import Image

Shades = NDArray[numpy.uint8]
Rules = list[tuple[float, float, float]]
Box = tuple[int, int, int, int]  # left, top, right, bottom

TILE = 16  # pixels: a tile's paper is the shade that most of it has, whatever letters stand on it
_TINTED = 8  # shades below the paper's
_EDGE, _RIDGE = 5, 5  # by how many shades two fills differ; by how many a light rule stands out between them
_STROKE = 25  # by how many shades a dark rule stands out
_FAR, _NEAR = 6, 3  # pixels on either side of an edge between which the fill is looked at
_LEAST = 0.004  # of the page: less that is tinted is a stamp or a signature
_LIGHT_END = 64  # per cent: where the middle of the light end is, that a strip's fill is taken from
_FULL = 0.9  # of a column of tiles
_ROOM = 3  # pixels around a line
_DEEP = 190  # darker fills may bear light letters
_FLAT, _INK = 30, 45  # shades from the fill: less is its noise, more a letter
_LONG, _RUN, _SOFT = 5 * TILE, TILE, 5  # pixels: of an area, of a row of it, of its edge
_SOLID, _MOST_INK = 0.8, 0.3  # shares that are fill, and letters
_MOST_LINES = 80  # of a strip: a photograph has more
_APART = 10  # pixels between two lines
_BESIDE = 20  # pixels: lower than a line of text
_MEET = 36  # pixels between a rule's end and the rule that it ends at
_BROKEN = 4  # strips that a line may lack
_DRIFT = 3  # pixels by which a rule may lean from one strip to the next


def fills(shades: Shades) -> NDArray[numpy.float32]:
    """The shade that each tile is filled with."""
    high, wide = shades.shape[0] // TILE, shades.shape[1] // TILE
    tiles = shades[: high * TILE, : wide * TILE].reshape(high, TILE, wide, TILE).swapaxes(1, 2)
    found: NDArray[numpy.float32] = numpy.median(tiles.reshape(high, wide, TILE * TILE), axis=2).astype(numpy.float32)
    return found


def paper_of(tiles: NDArray[numpy.float32]) -> float:
    """The paper's shade: the commonest."""
    return float(numpy.bincount(numpy.rint(tiles).astype(int).ravel(), minlength=256).argmax())


def filled(shades: Shades) -> list[Box]:
    """The places of connected filled areas, in pixels. `shades`: without letters."""
    tiles = fills(shades)
    tinted = tiles < paper_of(tiles) - _TINTED
    if tinted.mean() < _LEAST:
        return []
    return [part for area in areas(tinted) for part in _side_by_side(tinted, area)]


def _side_by_side(tinted: NDArray[numpy.bool_], area: Box) -> list[Box]:
    """The parts of an area that touch only here and there, as a row of arrows does."""
    left, top, right, bottom = (side // TILE for side in area)
    full = numpy.flatnonzero(tinted[top:bottom, left:right].mean(axis=0) > _FULL) + left
    runs = [run for run in numpy.split(full, numpy.flatnonzero(numpy.diff(full) > 1) + 1) if len(run) >= 3]
    if len(runs) < 2:
        return [area]
    return [(int(run[0]) * TILE, area[1], int(run[-1] + 1) * TILE, area[3]) for run in runs]


def without_lines(shades: Shades, lines: Iterable[Box]) -> Shades:
    """The picture with the lines of text painted over in the shade around them."""
    plain = shades.copy()
    for left, top, right, bottom in lines:
        place = (slice(max(0, top - _ROOM), bottom + _ROOM), slice(max(0, left - _ROOM), right + _ROOM))
        part = plain[place]
        if part.size:
            ring = (part[:2], part[-2:], part[:, :2], part[:, -2:])
            plain[place] = numpy.percentile(numpy.concatenate([side.ravel() for side in ring]), _LIGHT_END)
    return plain


def legible(picture: Image.Image) -> Image.Image:
    """The grey picture with light letters on filled areas as dark letters on white: the engine reads no others."""
    shades = numpy.asarray(picture)
    found = shades
    for left, top, right, bottom in areas(fills(shades) < _DEEP):
        if right - left < _LONG:
            continue
        place = (slice(max(0, top - TILE), bottom + TILE), slice(max(0, left - TILE), right + TILE))
        part = shades[place].astype(numpy.int16)
        level = float(numpy.median(shades[top:bottom, left:right]))
        inside = _within(numpy.abs(part - level) < _FLAT)
        light, dark = (part > level + _INK) & inside, (part < level - _INK) & inside
        if light.sum() > 2 * dark.sum() and 0.002 < light.sum() / max(1, inside.sum()) < _MOST_INK:
            if found is shades:
                found = shades.copy()
            turned = numpy.clip(255 - (part - level) * (255 / max(_INK, 250 - level)), 0, 255)
            # The soft edge of the area is no stroke of a letter.
            found[place] = numpy.where(inside, turned, numpy.where(_grown(inside), 255, found[place]))
    return picture if found is shades else Image.fromarray(found)


def _within(fill: NDArray[numpy.bool_]) -> NDArray[numpy.bool_]:
    """What stands in each row between the first and the last run of the fill: arrows have slanting sides, corners are round."""
    inside = numpy.zeros_like(fill)
    sums = numpy.cumsum(numpy.pad(fill, ((0, 0), (1, 0))), axis=1, dtype=numpy.int32)
    for row, solid in enumerate(sums[:, _RUN:] - sums[:, :-_RUN] >= _SOLID * _RUN):
        runs = numpy.flatnonzero(solid)
        if runs.size:
            filled_here = numpy.flatnonzero(fill[row, runs[0] : runs[-1] + _RUN]) + runs[0]
            inside[row, filled_here[0] : filled_here[-1] + 1] = True
    return inside


def _grown(marked: NDArray[numpy.bool_]) -> NDArray[numpy.bool_]:
    found = marked
    for axis in (0, 1):
        found = found | numpy.roll(found, _SOFT, axis) | numpy.roll(found, -_SOFT, axis)
    return found


def areas(marked: NDArray[numpy.bool_]) -> Iterator[Box]:
    """The bounds of connected marked tiles, in pixels: at least two by two."""
    left = marked.copy()
    for row, column in numpy.argwhere(marked).tolist():
        if not left[row, column]:
            continue
        top, bottom, first, last = row, row, column, column
        queue = [(row, column)]
        left[row, column] = False
        while queue:
            y, x = queue.pop()
            top, bottom, first, last = min(top, y), max(bottom, y), min(first, x), max(last, x)
            for v, u in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if 0 <= v < left.shape[0] and 0 <= u < left.shape[1] and left[v, u]:
                    left[v, u] = False
                    queue.append((v, u))
        if bottom > top and last > first:
            yield first * TILE, top * TILE, (last + 1) * TILE, (bottom + 1) * TILE


def shaded_rules(shades: Shades, length: int) -> tuple[Rules, Rules]:
    """The level and the upright lines, at least `length` pixels long, at which fills meet, as (place, start, end) in pixels."""
    tiles = fills(shades)
    paper = paper_of(tiles)
    if (tiles < paper - _TINTED).mean() < _LEAST:
        return [], []
    level = _parallels(_edges(shades, paper, length))
    upright = _parallels(_edges(shades.T, paper, round(length * 0.6)))
    for _ in range(4):
        level, upright = _meeting(level, upright, 8 * length), _meeting(upright, level, 4 * length)
    return level, upright


def _meeting(rules: Rules, others: Rules, long: float) -> Rules:
    """The rules that are long, or end at others on both sides as those of cells do."""
    return [
        (at, start, end)
        for at, start, end in rules
        if end - start >= long
        or all(
            any(abs(place - tip) < _MEET and first - _MEET < at < last + _MEET for place, first, last in others)
            for tip in (start, end)
        )
    ]


def _parallels(rules: Rules) -> Rules:
    """The rules without those beside a longer one, nearer than a line of text is high: the soft edges of one border."""
    found: Rules = []
    for at, start, end in sorted(rules, key=lambda rule: rule[1] - rule[2]):
        if not any(abs(at - place) < _BESIDE and start < last and first < end for place, first, last in found):
            found.append((at, start, end))
    return found


def _joined(rules: Rules) -> Rules:
    """Pieces of one line as one."""
    found: Rules = []
    for at, start, end in sorted(rules, key=lambda rule: rule[1]):
        for index, (place, first, last) in enumerate(found):
            if abs(at - place) < _APART and start - last < _BROKEN * TILE:
                share = (last - first) / (last - first + end - start)
                found[index] = (place * share + at * (1 - share), first, max(last, end))
                break
        else:
            found.append((at, start, end))
    return found


def _edges(shades: Shades, paper: float, length: int) -> Rules:
    """Lines along the rows: places where the fill changes, in strip after strip, or where a light rule parts two cells."""
    wide = shades.shape[1] // TILE
    strips = numpy.sort(shades[:, : wide * TILE].reshape(len(shades), wide, TILE), axis=2)
    # The light end of each row of a strip is its fill: letters are darker.
    profile = strips[:, :, TILE // 2 : -3].mean(axis=2)
    around = numpy.pad(profile, ((0, 0), (1, 1)), mode="edge")
    profile = (around[:, :-2] + profile + around[:, 2:]) / 3
    sums = numpy.cumsum(numpy.pad(profile, ((1, 0), (0, 0))), axis=0)
    span = _FAR - _NEAR
    means = (sums[span:] - sums[:-span]) / span
    above, below = means[: -_FAR - _NEAR], means[_FAR + _NEAR :]  # of the place in the middle
    count = len(above)
    here = profile[_FAR : _FAR + count]
    near = numpy.minimum(here, profile[_FAR - 1 : _FAR - 1 + count]) if count else here
    ridge = near - numpy.maximum(above, below)
    stroke = numpy.minimum(above, below) - numpy.maximum(here, profile[_FAR - 1 : _FAR - 1 + count])
    strength = numpy.maximum(numpy.abs(above - below) / _EDGE, numpy.maximum(ridge / _RIDGE, stroke / _STROKE))
    strength[numpy.minimum(above, below) > paper - _TINTED / 2] = 0.0
    found: Rules = []
    chains: list[list[tuple[int, int]]] = []  # (strip, row) from left to right
    for strip in range(wide):
        peaks = _peaks(strength[:, strip])
        for row in peaks if len(peaks) <= _MOST_LINES else ():
            place = row + _FAR
            best = min(
                (
                    c
                    for c in chains
                    if strip - c[-1][0] <= _BROKEN and abs(c[-1][1] - place) <= _DRIFT and c[-1][0] != strip
                ),
                key=lambda chain: abs(chain[-1][1] - place),
                default=None,
            )
            if best is None:
                chains.append([(strip, place)])
            else:
                best.append((strip, place))
        for chain in [chain for chain in chains if strip - chain[-1][0] > _BROKEN or strip == wide - 1]:
            chains.remove(chain)
            start, end = chain[0][0] * TILE, (chain[-1][0] + 1) * TILE
            if len(chain) >= 3:
                found.append((float(numpy.median([row for _, row in chain])), start - TILE / 2, end + TILE / 2))
    return [rule for rule in _joined(found) if rule[2] - rule[1] >= length]


def _peaks(strength: NDArray[numpy.float64]) -> list[int]:
    """The rows of one strip at which its fill changes the most."""
    found: list[int] = []
    for row in numpy.flatnonzero(strength >= 1.0).tolist():
        if found and row - found[-1] <= _APART:
            if strength[row] > strength[found[-1]]:
                found[-1] = row
        else:
            found.append(row)
    return found
