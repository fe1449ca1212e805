"""Photos of paper in uneven light: the paper's shade from place to place."""

import numpy
from numpy.typing import NDArray
from PIL import Image

_TILE = 32  # pixels across, within which light is even and more than half is paper
_STEP = 4  # pixels looked at: every fourth of every fourth row
_UNEVEN = 60  # shades between the bright and the dark tenth of a page's tiles
_JUMP = 40  # shades between neighbours:
_MOST_JUMPS = 0.1  # of them; photographs and pictures have edges everywhere
_WHITE = 235.0

Shades = NDArray[numpy.uint8]


def papers_of(shades: Shades) -> Shades | None:
    """The middle shade of each tile; None of a picture that is too small for tiles."""
    return _middles(shades[::_STEP, ::_STEP])


def _middles(few: Shades) -> Shades | None:
    side = _TILE // _STEP
    rows, columns = len(few) // side, few.shape[1] // side
    if rows < 4 or columns < 4:
        return None
    tiles = few[: rows * side, : columns * side].reshape(rows, side, columns, side)
    middles: Shades = numpy.median(tiles, axis=(1, 3)).astype(numpy.uint8)
    return middles


def spread(papers: Shades, size: tuple[int, int]) -> Shades:
    """The papers' shades for every pixel of a picture of this width and height."""
    return numpy.asarray(Image.fromarray(papers).resize(size, Image.Resampling.BILINEAR))


def evened(picture: Image.Image) -> Image.Image | None:
    """The grey picture as if its light were even; None where it is even, or where this is no paper."""
    few = picture.resize((picture.width // _STEP, picture.height // _STEP), Image.Resampling.NEAREST)
    papers = _middles(numpy.asarray(few))  # of all its pixels it takes three times as long
    if papers is None:
        return None
    dark, bright = numpy.percentile(papers, (10, 90))
    if bright - dark < _UNEVEN:
        return None
    steps = numpy.abs(numpy.diff(papers.astype(numpy.int16), axis=0)), numpy.abs(numpy.diff(papers.astype(numpy.int16)))
    if max(float((step > _JUMP).mean()) for step in steps) > _MOST_JUMPS:
        return None
    paper = numpy.maximum(spread(papers, picture.size), 16).astype(numpy.float32)
    return Image.fromarray(numpy.minimum(numpy.asarray(picture) * (_WHITE / paper), 255.0).astype(numpy.uint8))
