"""Pictures (JPEG, PNG, TIFF, BMP, GIF, WebP): every frame a page (of what moves, the first), read by OCR. Boxes are in pixels of the picture set upright."""

import itertools
from pathlib import Path

from PIL import Image, PngImagePlugin, UnidentifiedImageError

from nlp.errors import DamagedFile, TooManyPages, TooManyPixels
from nlp.pages import PageBuilder
from nlp.readers import ocr, ocr_doubts, ocr_engine
from nlp.readers.compose import Composer
from nlp.readers.ocr_layout import layout_of
from nlp.readers.ocr_sources import PictureSource, forgiving
from nlp.readers.reading import Options, Reading

MAX_PIXELS = 60_000_000  # of a frame: A3 at 600 dpi has 70, A4 at 600 dpi 35 million
MAX_SIDE = 32_000  # Tesseract's own limit is 32,767
MAX_FRAMES = 500
PngImagePlugin.MAX_TEXT_CHUNK = 16 * 1024 * 1024  # drawing programs keep the whole drawing beside the picture
KINDS = ("JPEG", "PNG", "TIFF", "BMP", "GIF", "WEBP")


def read(path: Path, options: Options) -> Reading:
    """The frames as pages. Raises `TooManyPixels`, `TooManyPages`, `DamagedFile`; a frame cut off is read as far as it goes.

    A whole picture that the engine gives up on, as it does on mere noise, is a page without text and a warning.
    """
    sizes, warnings = _judged(path)
    missing = ocr_engine.missing() if options.use_ocr else "belum dibaca dengan OCR."
    if missing:
        pages = tuple(PageBuilder(number, *size).build(source="ocr") for number, size in enumerate(sizes, 1))
        return Reading(
            pages, (*warnings, *(f"Halaman {page.number} tidak memiliki teks dan {missing}" for page in pages))
        )
    results = ocr.recognise(PictureSource(path), range(1, len(sizes) + 1))
    layouts = [layout_of(result) for result in results]
    composer = Composer()
    found = []
    for index, (result, layout) in enumerate(zip(results, layouts, strict=True)):
        if result.error or result.late:
            result.width, result.height = sizes[index]
        builder = PageBuilder(result.number, result.width, result.height)
        near = [layouts[k].margins for k in range(max(0, index - 2), min(len(layouts), index + 3)) if k != index]
        composer.fill(builder, layout, near, trust_order=False)
        found.append(builder.build(source="ocr", quality=result.quality))
        warnings += ocr_doubts.doubts(result)
    warnings += ocr_doubts.cuts([result.number for result in results if result.cut])
    warnings += ocr_doubts.lateness([result.number for result in results if result.late])
    if all(result.damaged for result in results):
        raise DamagedFile(results[0].error)
    if not warnings and not any(page.text for page in found):
        warnings += ocr_doubts.emptiness([page.number for page in found])
    return Reading(tuple(found), tuple(warnings))


def _judged(path: Path) -> tuple[list[tuple[float, float]], list[str]]:
    """The sizes of the frames, before any is decoded."""
    sizes: list[tuple[float, float]] = []
    warnings: list[str] = []
    try:
        with forgiving(), Image.open(path, formats=KINDS) as picture:
            for index in itertools.count():
                # Elsewhere further frames are previews (MPO) or an animation.
                if index and picture.format != "TIFF":
                    break
                # Not by their number: it cannot be told when the last ones did not arrive.
                try:
                    picture.seek(index)
                except EOFError:
                    break
                except (OSError, ValueError, SyntaxError, KeyError, TypeError):
                    warnings.append(f"Halaman {index + 1} dan seterusnya rusak atau terpotong dan tidak dapat dibaca.")
                    break
                if index >= MAX_FRAMES:
                    raise TooManyPages(str(index))
                width, height = picture.size
                if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
                    raise TooManyPixels(f"{width} x {height}")
                if width < 8 or height < 8:
                    raise DamagedFile(f"{width} x {height} pixels")
                sizes.append((float(width), float(height)))
    except Image.DecompressionBombError as error:
        raise TooManyPixels(str(error)) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError, TypeError) as error:
        raise DamagedFile(str(error)) from error
    if not sizes:
        raise DamagedFile("no picture in it")
    return sizes, warnings
