"""A look at a picture that tells, in a millisecond, whether it may hold a line of text: OCR takes a second, and most pictures are logos."""

import io
from collections.abc import Sequence

import numpy
from numpy.typing import NDArray
from PIL import Image

_NARROWEST, _LOWEST = 110, 24  # pixels: four words in letters of a size that can be read
_STEP = 48  # shades between neighbouring pixels: a letter's edge
_BUSY = 16  # edges along a row of pixels: some words
_OF_BUSIEST = 0.5  # of the busiest rows' edges: between two lines only some letters reach up and down
_FLATTEST, _TALLEST = 5, 60  # pixels: how tall the letters of a line may be,
_LONG = 12  # by how many times as long the line is,
_DENSE = 0.8  # and how many edges the place of a letter has: most have two or more, and blanks none

Sides = tuple[int, int, int, int]
Shades = NDArray[numpy.uint8]


def may_hold_line(content: bytes) -> bool:
    """Whether the picture of a file may hold a line of text; False too where it cannot be decoded."""
    try:
        with Image.open(io.BytesIO(content)) as opened:
            if max(opened.size) < _NARROWEST or min(opened.size) < _LOWEST:
                return False
            return shows_line(numpy.asarray(_grey(opened)))
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, Image.DecompressionBombError):
        return False


def shows_line(shades: Shades, known: Sequence[Sides] = ()) -> bool:
    """Whether a line of text stands in it, level, or on end in what is higher than wide.

    `known`: left, top, right, bottom of what does not count.
    """
    if _has_line(shades, known):
        return True
    turned = [(top, left, bottom, right) for left, top, right, bottom in known]
    return len(shades) > shades.shape[1] and _has_line(shades.T, turned)


def _grey(opened: Image.Image) -> Image.Image:
    """The picture in grey, on white."""
    if opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info:
        layer = opened.convert("RGBA")
        below = Image.new("RGBA", layer.size, "white")
        below.alpha_composite(layer)
        return below.convert("L")
    return opened.convert("L")


def _has_line(shades: Shades, known: Sequence[Sides]) -> bool:
    """Whether rows of pixels that are full of edges form a flat band: a pattern's and a photograph's are as tall as it is."""
    edges = numpy.abs(numpy.diff(shades.astype(numpy.int16), axis=1)) > _STEP
    for left, top, right, bottom in known:
        edges[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = False
    counts = edges.sum(axis=1)
    busy = counts[counts >= _BUSY]
    if len(busy) < _FLATTEST:
        return False
    rows = numpy.flatnonzero(counts >= max(_BUSY, _OF_BUSIEST * float(numpy.percentile(busy, 90))))
    for band in numpy.split(rows, numpy.flatnonzero(numpy.diff(rows) > 1) + 1):
        if _FLATTEST <= len(band) <= _TALLEST:
            across = numpy.flatnonzero(edges[band[0] : band[-1] + 1].any(axis=0))
            letters = (across[-1] - across[0]) / len(band)  # as far as they are about as wide as high
            if letters >= _LONG and float(numpy.median(counts[band])) >= _DENSE * letters:
                return True
    return False
