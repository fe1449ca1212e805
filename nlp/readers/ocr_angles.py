"""How a scanned page stands: by how much its lines lean, and which quarter turn may set it upright."""

from itertools import pairwise

from PIL import Image


def skew(picture: Image.Image) -> float:
    """By how many degrees to turn the picture (counter-clockwise) so that its lines run level: within ±8, 0 when unsure."""
    coarse_size, fine_size = (_shrunk(picture, side) for side in (350, 700))
    coarse = max(range(-8, 9), key=lambda angle: _level(coarse_size, angle))
    best = max((coarse + step / 4 for step in range(-3, 4)), key=lambda angle: _level(fine_size, angle))
    sure = abs(best) >= 0.3 and _level(fine_size, best) > 1.15 * _level(fine_size, 0)
    return best if sure else 0.0


def turned(picture: Image.Image, angle: float, turn: int) -> Image.Image:
    """The picture turned by `angle` degrees, then by so many quarter turns, both counter-clockwise."""
    if abs(angle) >= 0.3:
        picture = picture.rotate(angle, Image.Resampling.BILINEAR, expand=False, fillcolor=255)
    return picture if not turn else picture.rotate(90 * turn, expand=True)


def turns(picture: Image.Image) -> tuple[int, ...]:
    """Quarter turns to try, the likelier first: text lines across the page show as rows, turned ones as columns."""
    small = picture.copy()
    small.thumbnail((500, 500))
    return (2, 1, 3) if _striped(small) >= _striped(small.transpose(Image.Transpose.ROTATE_90)) else (1, 3, 2)


def _striped(picture: Image.Image) -> float:
    rows = picture.resize((1, picture.height), Image.Resampling.BOX).tobytes()
    return float(sum((a - b) ** 2 for a, b in pairwise(rows))) / max(1, len(rows))


def _shrunk(picture: Image.Image, side: int) -> Image.Image:
    small = picture.copy()
    small.thumbnail((side, side), Image.Resampling.BILINEAR)
    return small


def _level(picture: Image.Image, angle: float) -> float:
    """How clearly text lines show as rows when the picture is turned by `angle`."""
    return _striped(picture.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255))
