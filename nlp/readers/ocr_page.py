"""One page read by OCR: turned upright, set level, rendered finer where that helps, freed of stamps."""

from dataclasses import dataclass, field

from PIL import Image, ImageOps, ImageStat

from nlp.pages import Box
from nlp.readers import light
from nlp.readers.ink import without_stamps
from nlp.readers.ocr_angles import skew, turned, turns
from nlp.readers.ocr_engine import Found, read_picture
from nlp.readers.ocr_marks import with_marks
from nlp.readers.ocr_sources import NO_PICTURE, Source
from nlp.readers.ocr_stamps import both
from nlp.readers.ocr_words import OcrWord, lines_of, placed, quality_of
from nlp.readers.scan_rules import rules_in
from nlp.readers.shading import legible

DPI = 200
RETRY_DPI = 300
READ = 0.80  # quality from which a page counts as read
DOUBTFUL = 0.55  # below: not read
_NEGATIVE = 70  # mean shade: white letters on black
_HOPELESS = 0.35  # below: a photograph or a drawing


@dataclass(slots=True)
class Result:
    """What OCR made of one page."""

    number: int
    width: float = 0.0
    height: float = 0.0
    words: list[OcrWord] = field(default_factory=list)
    quality: float = 0.0
    error: str = ""
    damaged: bool = False  # the error is the picture's, which cannot be taken apart; else the engine's, which gave up
    late: bool = False  # not read, for the time was over
    blank: bool = False
    cut: bool = False  # a part of the page's picture is missing
    horizontal: list[tuple[float, float, float]] = field(default_factory=list)  # rules: at, start, end
    vertical: list[tuple[float, float, float]] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)  # filled areas


def read_page(source: Source, number: int) -> Result:
    """What OCR makes of the page; `damaged` where there is no picture. Raises what the engine does: `RuntimeError`, `ValueError` …"""
    try:
        shown, scale, cut = source.picture(number, DPI)
    except NO_PICTURE as error:
        return Result(number, error=str(error) or type(error).__name__, damaged=True)
    picture = shown.convert("L")
    if ImageStat.Stat(picture).mean[0] < _NEGATIVE:
        shown = picture = ImageOps.autocontrast(ImageOps.invert(picture), cutoff=1)
    result = Result(number, picture.width / scale, picture.height / scale, cut=cut)
    if _is_blank(picture):
        result.blank, result.quality = True, 1.0
        return result
    piece = source.is_piece(number)
    dpi = round(scale * 72)
    if scale == 1.0 or dpi > 2 * DPI:  # no points known, or a page smaller than paper is
        dpi = _guessed_dpi(picture)
    drawn, picture = picture, legible(picture)
    angle = skew(picture)
    found = read_picture(turned(picture, angle, 0), dpi)
    even = light.evened(picture)
    if even is not None:
        # The engine takes all that is darker than one shade for ink, and says nothing of what lies in the shadow.
        again = read_picture(turned(even, angle, 0), dpi)
        if _sure_letters(again) > 1.05 * _sure_letters(found):
            found, shown, picture = again, even, even
    quality = quality_of(found)
    turn = 0
    if (quality < 0.6 or _stands_on_end(found)) and not piece:
        for candidate in turns(picture):
            again = read_picture(turned(picture, angle, candidate), dpi)
            better = quality_of(again)
            if better > max(quality + 0.1, _HOPELESS) or (
                better >= READ and _stands_on_end(found) and not _stands_on_end(again)
            ):
                found, quality, turn = again, better, candidate
            if quality >= READ and not _stands_on_end(found):
                break
    if quality < 0.7 and scale != 1.0 and turn == 0 and not (piece and quality < _HOPELESS):
        finer, fine_scale, _ = source.picture(number, RETRY_DPI)
        again = read_picture(turned(legible(finer.convert("L")), angle, 0), round(fine_scale * 72))
        if quality_of(again) > quality + 0.03:
            ratio = scale / fine_scale
            found = [(t, a * ratio, b * ratio, c * ratio, d * ratio, e, f) for t, a, b, c, d, e, f in again]
            quality = quality_of(again)
    if quality >= DOUBTFUL and (cleared := without_stamps(shown)) is not None:
        found = both(found, read_picture(turned(legible(cleared), angle, turn), dpi))
    result.quality = round(quality, 3)
    result.words = placed(with_marks(found), picture.size, angle, turn, scale)
    level = turned(drawn, angle, turn)
    result.horizontal, result.vertical, result.shapes = rules_in(level, scale, lines_of(result.words))
    return result


def _stands_on_end(found: Found) -> bool:
    """Whether most words are taller than wide: the engine can read lines that climb, but puts them in a wrong order."""
    words = [(right - left, bottom - top) for text, left, top, right, bottom, _, _ in found if len(text) >= 4]
    return len(words) >= 5 and 2 * sum(height > width for width, height in words) > len(words)


def _sure_letters(found: Found) -> float:
    return sum(len(text) * confidence for text, _, _, _, _, confidence, _ in found)


def _is_blank(picture: Image.Image) -> bool:
    shades = picture.convert("L").resize((200, 200), Image.Resampling.BOX).tobytes()
    return max(shades) - min(shades) < 8


def _guessed_dpi(picture: Image.Image) -> int:
    """A photo or scan of an A4 page: its longer side is 11.7 inches."""
    return min(600, max(70, round(max(picture.size) / 11.7)))
