"""Stamps, seals and pen strokes over the text of a scan: taken away, so that the letters below them are read."""

import numpy
from numpy.typing import NDArray
from PIL import Image, ImageChops

_PAPER, _GREY_INK, _BLACK = 215, 130, 95
_COLOURED = 60  # difference between the strongest and the weakest colour
_LEAST, _MOST = 0.0004, 0.06  # of the page: less is a speck, more a photograph or a tinted page
_REACH = 2  # pixels around a letter in which grey is its soft edge


def without_stamps(picture: Image.Image) -> Image.Image | None:
    """The page in grey without ink that is coloured, or grey but no letter's edge; None when there is none worth it."""
    grey = picture.convert("L")
    shades = numpy.asarray(grey)
    ink = (shades > _BLACK) & (shades < _PAPER) & (_darkest_near(shades) > _BLACK)
    ink &= numpy.roll(ink, 1, axis=0) & numpy.roll(ink, 1, axis=1)  # a stroke, not the noise of a scanner
    light = grey
    if picture.mode == "RGB":
        red, green, blue = picture.split()
        light = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        weakest = ImageChops.darker(ImageChops.darker(red, green), blue)
        coloured = numpy.asarray(ImageChops.subtract(light, weakest)) > _COLOURED
        ink |= coloured & (numpy.asarray(light) > _BLACK)
    share = float(ink.mean())
    if not _LEAST < share < _MOST:
        return None
    steep = [
        min(255, max(0, round((shade - _BLACK) * 255 / (_GREY_INK - _BLACK)))) if shade > _BLACK else shade // 2
        for shade in range(256)
    ]
    cleared = light.point(steep)
    cleared.paste(255, mask=Image.fromarray((ink * 255).astype("uint8")))
    return cleared


def _darkest_near(shades: NDArray[numpy.uint8]) -> NDArray[numpy.uint8]:
    """For each pixel the darkest shade within reach, row by row and then column by column."""
    found = shades
    for axis in (0, 1):
        reached = found.copy()
        for step in range(1, _REACH + 1):
            numpy.minimum(reached, numpy.roll(found, step, axis), out=reached)
            numpy.minimum(reached, numpy.roll(found, -step, axis), out=reached)
        found = reached
    return found
