"""Where the pictures of pages come from: a PDF, or a piece of its page, and a picture file."""

import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw
from PIL import Image, ImageFile

from nlp.pages import Box
from nlp.readers import picture_damage

# What Pillow's and PDFium's decoders raise of a picture that is damaged.
NO_PICTURE = (
    OSError,
    SyntaxError,
    ValueError,
    KeyError,
    TypeError,
    RuntimeError,
    MemoryError,
    pdfium.PdfiumError,
    Image.DecompressionBombError,
)
_MISSING_BYTES = 8 * 1024 * 1024
_SMALLEST_PAGE, _PAPER = 300.0, 842.0  # points: of a card, below which a scan was put into a wrong page; of A4


class Shown(NamedTuple):
    """A page in grey or colour, how many pixels make one unit of it, and whether a part of its picture is missing."""

    picture: Image.Image
    scale: float
    cut: bool = False


class Source(Protocol):
    """Where page pictures come from; opened anew in every process."""

    def picture(self, number: int, dpi: int) -> Shown:
        """Page `number`."""

    def is_piece(self, number: int) -> bool:
        """Whether it is a picture on a typed page: that stands upright, if it holds text at all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is to be read of a PDF: a page, or what stands in a box of it.

    `bare`: without its typed words. `turned`: they stand on end, and perhaps all else with them.
    """

    page: int
    box: Box | None = None
    bare: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class PdfSource:
    """`number` is the index of a piece. Unit: points of the page."""

    path: Path
    pieces: tuple[Piece, ...]

    def picture(self, number: int, dpi: int) -> Shown:
        piece = self.pieces[number]
        document = pdfium.PdfDocument(self.path)
        try:
            page = document[piece.page - 1]
            if piece.bare:
                for item in list(page.get_objects(filter=(pdfium_raw.FPDF_PAGEOBJ_TEXT,), max_depth=1)):
                    page.remove_obj(item)
            width, height = page.get_size()
            scale = _scale(width, height, dpi)
            bitmap = page.render(scale=scale)
            picture = bitmap.to_pil().convert("RGB")
            if piece.box is not None:
                box = piece.box
                sides = (box.left * scale, box.top * scale, box.right * scale, box.bottom * scale)
                copy = picture.crop(tuple(round(side) for side in sides))
            else:
                copy = picture.copy()
            bitmap.close()
            low, high = copy.resize((150, 200), Image.Resampling.NEAREST).convert("L").getextrema()
            cut = picture_damage.has_broken(page, thoroughly=low == high)
            page.close()
            return Shown(copy, scale, cut)
        finally:
            document.close()

    def is_piece(self, number: int) -> bool:
        return self.pieces[number].box is not None and not self.pieces[number].turned


def _scale(width: float, height: float, dpi: int) -> float:
    """Pixels a point: those of `dpi`, more on a page that is smaller than paper is, fewer where memory would not do."""
    longest = max(width, height, 1.0)
    scale = dpi / 72 if longest >= _SMALLEST_PAGE else dpi / 72 * _PAPER / longest
    return min(scale, math.sqrt(30_000_000 / max(1.0, width * height)), 15_000 / longest)


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture file; `number` is its frame. Unit: pixels of the file, turned as its EXIF says."""

    path: Path

    def picture(self, number: int, dpi: int) -> Shown:
        try:
            # As a stream: Pillow maps a file of plain pixels, and a TIFF that is to be turned then with its sides swapped.
            with self.path.open("rb") as stream, Image.open(stream) as opened:
                opened.seek(number - 1)
                # Zeros may stand for what did not arrive, which a decoder takes for a picture.
                cut = opened.format in ("JPEG", "MPO", "PNG") and picture_damage.is_cut(self.path.read_bytes())
                return Shown(upright(opened), 1.0, cut)
        except (OSError, SyntaxError, ValueError):
            # Cut off in transfer, most often: the lines that arrived are a page's upper part.
            return Shown(self._as_far_as_it_goes(number), 1.0, cut=True)

    def is_piece(self, number: int) -> bool:
        return False

    def _as_far_as_it_goes(self, number: int) -> Image.Image:
        content = self.path.read_bytes()
        if content.startswith((b"II", b"MM")):
            content += bytes(_MISSING_BYTES)  # TIFF's decoders give nothing of a strip that is short
        with forgiving(), Image.open(io.BytesIO(content)) as opened:
            opened.seek(number - 1)
            return upright(opened)


@contextmanager
def forgiving() -> Iterator[None]:
    """Pictures that are cut off, and wrong check sums beside the picture itself, are let pass."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def upright(opened: Image.Image) -> Image.Image:
    """The frame in grey or colour on white, turned as its EXIF orientation says."""
    turns = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_270, 8: Image.Transpose.ROTATE_90,
             2: Image.Transpose.FLIP_LEFT_RIGHT, 4: Image.Transpose.FLIP_TOP_BOTTOM,
             5: Image.Transpose.TRANSPOSE, 7: Image.Transpose.TRANSVERSE}  # fmt: skip
    opened.load()  # first: a TIFF is turned as it is loaded, and its tag is gone then
    turn = turns.get(opened.getexif().get(274, 1))
    if opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info:
        layer = opened.convert("RGBA")
        picture = Image.new("RGBA", layer.size, "white")
        picture.alpha_composite(layer)
        made = picture.convert("RGB")
    elif opened.mode in ("I", "F") or opened.mode.startswith("I;16"):
        whole = opened.convert("I") if opened.mode == "I;16B" else opened
        made = whole.point(lambda v: v / 256).convert("L")
    else:
        made = opened.convert("L" if opened.mode in ("1", "L") else "RGB")
    return made.transpose(turn) if turn is not None else made.copy()
