"""OCR by Tesseract: through tesserocr where its models are found, else through the command, else a sentence that says what is missing.

One thread a page (with the default it takes eight times the CPU), pages side by side over the cores in forked processes.
"""

import os

os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # before the engine's library is loaded

import csv
import importlib.util
import io
import math
import pickle
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, Protocol

import pypdfium2 as pdfium
from PIL import Image, ImageFile

from nlp.pages import Box
from nlp.readers.compose import Layout
from nlp.readers.grid import Rule, grids_of
from nlp.readers.ink import without_stamps
from nlp.readers.running import margins_of
from nlp.readers.scan_rules import rules_in
from nlp.readers.segments import Token, segments_of
from nlp.unicode import clean

DPI = 200
RETRY_DPI = 300
PAGE_SECONDS = 60
READ = 0.80  # quality from which a page counts as read
DOUBTFUL = 0.55  # below: not read
_MODEL_FOLDERS = (
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_MISSING = "mesin OCR (Tesseract) tidak terpasang. Pasang paket tesseract-ocr, tesseract-ocr-ind, dan tesseract-ocr-eng, lalu baca ulang."
_MISSING_INDONESIAN = (
    "model bahasa Indonesia untuk OCR tidak terpasang. Pasang paket tesseract-ocr-ind, lalu baca ulang."
)
_ALNUM = re.compile(r"[^\W_]")
_GLUED = re.compile(
    r"^(Pasal|Article|Bab|BAB|PASAL|ARTICLE)(\d{1,3}|[IVX]{1,5})$"
)  # the engine loses short blanks in headings
_PUNCTUATION = re.compile(r"[:;.,()/&%+=\"'“”-]+|[-–•*]|\.{3,}|…+")


@dataclass(frozen=True, slots=True)
class OcrWord:
    text: str
    box: Box  # in points (pixels for a picture) on the page as it is shown
    place: Box  # on the page as it was read, set right
    confidence: float
    line: int


@dataclass(slots=True)
class Result:
    """What OCR made of one page."""

    number: int
    width: float = 0.0
    height: float = 0.0
    words: list[OcrWord] = field(default_factory=list)
    quality: float = 0.0
    error: str = ""
    blank: bool = False
    horizontal: list[tuple[float, float, float]] = field(default_factory=list)  # rules: at, start, end
    vertical: list[tuple[float, float, float]] = field(default_factory=list)


class Source(Protocol):
    """Where page pictures come from; opened anew in every process."""

    def picture(self, number: int, dpi: int) -> tuple[Image.Image, float]:
        """Page `number` in grey or colour, and how many pixels make one unit of the page."""


@dataclass(frozen=True, slots=True)
class PdfSource:
    path: Path

    def picture(self, number: int, dpi: int) -> tuple[Image.Image, float]:
        document = pdfium.PdfDocument(self.path)
        try:
            page = document[number - 1]
            width, height = page.get_size()
            scale = min(dpi / 72, (60_000_000 / max(1.0, width * height)) ** 0.5, 15_000 / max(width, height, 1.0))
            bitmap = page.render(scale=scale)
            picture = bitmap.to_pil().convert("RGB")
            picture.load()
            copy = picture.copy()
            bitmap.close()
            page.close()
            return copy, scale
        finally:
            document.close()


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture file; `number` is its frame. Unit: pixels of the file, turned as its EXIF says."""

    path: Path

    def picture(self, number: int, dpi: int) -> tuple[Image.Image, float]:
        try:
            with Image.open(self.path) as opened:
                opened.seek(number - 1)
                return upright(opened), 1.0
        except (OSError, SyntaxError):
            # Cut off in transfer, most often: the lines that arrived are a page's upper part.
            return self._as_far_as_it_goes(number), 1.0

    def _as_far_as_it_goes(self, number: int) -> Image.Image:
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            with Image.open(self.path) as opened:
                opened.seek(number - 1)
                return upright(opened)
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False


def upright(opened: Image.Image) -> Image.Image:
    """The frame in grey or colour on white, turned as its EXIF orientation says."""
    turns = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_270, 8: Image.Transpose.ROTATE_90,
             2: Image.Transpose.FLIP_LEFT_RIGHT, 4: Image.Transpose.FLIP_TOP_BOTTOM}  # fmt: skip
    turn = turns.get(opened.getexif().get(274, 1))
    if opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info:
        layer = opened.convert("RGBA")
        picture = Image.new("RGBA", layer.size, "white")
        picture.alpha_composite(layer)
        made = picture.convert("RGB")
    elif opened.mode in ("I", "I;16", "F"):
        made = opened.point(lambda v: v / 256).convert("L")
    else:
        made = opened.convert("L" if opened.mode in ("1", "L") else "RGB")
    return made.transpose(turn) if turn is not None else made.copy()


# ------------------------------------------------------------------------------------------------------- the engine


@cache
def models_folder() -> str | None:
    """The folder with `ind.traineddata`, else one with any model, else None."""
    folders = [Path(os.environ["TESSDATA_PREFIX"])] if os.environ.get("TESSDATA_PREFIX") else []
    for name in _MODEL_FOLDERS:
        base = Path(name)
        folders += [base, *sorted(base.glob("*/tessdata"), reverse=True)]
    for folder in folders:
        if (folder / "ind.traineddata").is_file():
            return str(folder)
    return None


@cache
def languages() -> str:
    folder = models_folder()
    return "ind+eng" if folder and (Path(folder) / "eng.traineddata").is_file() else "ind"


@cache
def _has_wheel() -> bool:
    return importlib.util.find_spec("tesserocr") is not None


@cache
def _command() -> str | None:
    return shutil.which("tesseract")


def missing() -> str:
    """Empty when OCR can run, else what is missing and how to install it (the end of a sentence)."""
    if models_folder() and (_has_wheel() or _command()):
        return ""
    return _MISSING_INDONESIAN if _command() and not models_folder() else _MISSING


@cache
def _engine() -> Any:
    module = importlib.import_module("tesserocr")
    return module, module.PyTessBaseAPI(path=models_folder(), lang=languages(), psm=module.PSM.AUTO)


_Found = list[tuple[str, float, float, float, float, float, int]]


def _read_picture(picture: Image.Image, dpi: int) -> _Found:
    """(text, left, top, right, bottom, confidence 0–1, line) of every word, in the engine's order."""
    if _has_wheel():
        return _by_wheel(picture, dpi)
    return _by_command(picture, dpi)


def _by_wheel(picture: Image.Image, dpi: int) -> _Found:
    _, engine = _engine()
    engine.SetImageBytes(picture.tobytes(), picture.width, picture.height, 1, picture.width)
    engine.SetSourceResolution(dpi)
    found: _Found = []
    try:
        if not engine.Recognize(PAGE_SECONDS * 1000):
            return found
        tsv = engine.GetTSVText(0)
    finally:
        engine.Clear()
    return _parse_tsv(tsv)


def _parse_tsv(tsv: str) -> _Found:
    found: _Found = []
    line = -1
    for row in csv.reader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) < 12 or not row[0].isdigit():
            continue
        if row[0] == "4":
            line += 1
        if row[0] == "5" and row[11].strip():
            left, top, width, height = map(float, row[6:10])
            found.append((row[11].strip(), left, top, left + width, top + height, max(0.0, float(row[10]) / 100), line))
    return found


def _by_command(picture: Image.Image, dpi: int) -> _Found:
    command = _command()
    if command is None:
        return []
    with tempfile.TemporaryDirectory(prefix="tilik-ocr-") as folder:
        image = Path(folder) / "page.png"
        picture.save(image, compress_level=1)
        arguments = [
            command,
            str(image),
            "stdout",
            "-l",
            languages(),
            "--dpi",
            str(dpi),
            "--tessdata-dir",
            models_folder() or "",
            "tsv",
        ]
        try:
            done = subprocess.run(arguments, capture_output=True, timeout=PAGE_SECONDS, check=False,
                                  env={**os.environ, "OMP_THREAD_LIMIT": "1"})  # fmt: skip
        except subprocess.TimeoutExpired:
            return []
    return _parse_tsv(done.stdout.decode("utf-8", "replace"))


# --------------------------------------------------------------------------------------------------------- one page


def _page(source: Source, number: int) -> Result:
    shown, scale = source.picture(number, DPI)
    picture = shown.convert("L")
    result = Result(number, picture.width / scale, picture.height / scale)
    if _is_blank(picture):
        result.blank, result.quality = True, 1.0
        return result
    dpi = round(scale * 72) if scale != 1.0 else _guessed_dpi(picture)
    angle = skew(picture)
    found = _read_picture(_turned(picture, angle, 0), dpi)
    quality = _quality(found)
    turn = 0
    if quality < 0.6:
        for candidate in _turns(picture):
            again = _read_picture(_turned(picture, angle, candidate), dpi)
            better = _quality(again)
            if better > quality + 0.1:
                found, quality, turn = again, better, candidate
            if quality >= READ:
                break
    if quality < 0.7 and scale != 1.0 and turn == 0:
        finer, fine_scale = source.picture(number, RETRY_DPI)
        again = _read_picture(_turned(finer.convert("L"), angle, 0), round(fine_scale * 72))
        if _quality(again) > quality + 0.03:
            ratio = scale / fine_scale
            found = [(t, a * ratio, b * ratio, c * ratio, d * ratio, e, f) for t, a, b, c, d, e, f in again]
            quality = _quality(again)
    if quality >= DOUBTFUL and (cleared := without_stamps(shown)) is not None:
        found = _both(found, _read_picture(_turned(cleared, angle, turn), dpi))
    result.quality = round(quality, 3)
    result.words = _placed(found, picture.size, angle, turn, scale)
    level = _turned(picture, angle, turn)
    result.horizontal, result.vertical = rules_in(level, scale)
    return result


_ALIKE = str.maketrans("OolI", "0011")


def _both(found: _Found, cleared: _Found) -> _Found:
    """What was read without the stamps, and of what was read with them what stands elsewhere; the page as it is when that is more.

    Taking ink away takes thin strokes with it: words that differ in no letter stay as they stand on the page (`800/12/BKD`).
    """
    lines = 1 + max((item[6] for item in cleared), default=0)
    instead: dict[int, _Found] = {}
    covered: set[int] = set()
    extra: _Found = []
    for own, others in _overlapping(found, cleared):
        if not others:
            extra += [(*found[index][:6], lines + found[index][6]) for index in own if found[index][5] > 0.6]
        elif own and _is_fuller([found[index] for index in own], [cleared[index] for index in others]):
            instead[others[0]] = [(*found[index][:6], cleared[others[0]][6]) for index in own]
            covered.update(others)
    together: _Found = []
    for index, item in enumerate(cleared):
        together += instead.get(index, [] if index in covered else [item])
    together += extra
    return together if _weight(together) > _weight(found) else found


def _is_fuller(words: _Found, others: _Found) -> bool:
    """Whether `words` have the letters of `others`, and strokes between them besides."""
    own, its = ("".join(item[0] for item in group).translate(_ALIKE) for group in (words, others))
    return own.count("/") > its.count("/") and list(filter(str.isalnum, own)) == list(filter(str.isalnum, its))


def _weight(found: _Found) -> float:
    return sum(len(item[0]) * item[5] for item in found)


def _overlapping(found: _Found, cleared: _Found) -> Iterator[tuple[list[int], list[int]]]:
    """The words of either reading in groups that stand on one another, by their places in the readings."""
    order = sorted(range(len(found)), key=lambda index: found[index][2])
    owner: dict[int, int] = {}
    groups: dict[int, tuple[set[int], set[int]]] = {}
    for other, word in enumerate(cleared):
        own: set[int] = set()
        others = {other}
        for index in order:
            item = found[index]
            if item[2] >= word[4]:
                break
            if item[1] < word[3] and word[1] < item[3] and word[2] < item[4]:
                own.add(index)
        for number in {owner[index] for index in own if index in owner}:
            before = groups.pop(number)
            own |= before[0]
            others |= before[1]
        groups[other] = own, others
        owner.update(dict.fromkeys(own, other))
    yield from ((sorted(own), sorted(others)) for own, others in groups.values())
    yield from (([index], []) for index in range(len(found)) if index not in owner)


def _turned(picture: Image.Image, angle: float, turn: int) -> Image.Image:
    if abs(angle) >= 0.3:
        picture = picture.rotate(angle, Image.Resampling.BILINEAR, expand=False, fillcolor=255)
    return picture if not turn else picture.rotate(90 * turn, expand=True)


def _turns(picture: Image.Image) -> tuple[int, ...]:
    """Quarter turns to try, the likelier first: text lines across the page show as rows, turned ones as columns."""
    small = picture.copy()
    small.thumbnail((500, 500))
    return (2, 1, 3) if _striped(small) >= _striped(small.transpose(Image.Transpose.ROTATE_90)) else (1, 3, 2)


def _striped(picture: Image.Image) -> float:
    rows = picture.resize((1, picture.height), Image.Resampling.BOX).tobytes()
    return float(sum((a - b) ** 2 for a, b in pairwise(rows))) / max(1, len(rows))


def skew(picture: Image.Image) -> float:
    """By how many degrees to turn the picture (counter-clockwise) so that its lines run level: within ±8, 0 when unsure."""
    coarse_size, fine_size = (_shrunk(picture, side) for side in (350, 700))
    coarse = max(range(-8, 9), key=lambda angle: _level(coarse_size, angle))
    best = max((coarse + step / 4 for step in range(-3, 4)), key=lambda angle: _level(fine_size, angle))
    sure = abs(best) >= 0.3 and _level(fine_size, best) > 1.15 * _level(fine_size, 0)
    return best if sure else 0.0


def _shrunk(picture: Image.Image, side: int) -> Image.Image:
    small = picture.copy()
    small.thumbnail((side, side), Image.Resampling.BILINEAR)
    return small


def _level(picture: Image.Image, angle: float) -> float:
    """How clearly text lines show as rows when the picture is turned by `angle`."""
    return _striped(picture.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255))


def _is_blank(picture: Image.Image) -> bool:
    shades = picture.convert("L").resize((200, 200), Image.Resampling.BOX).tobytes()
    return max(shades) - min(shades) < 8


def _guessed_dpi(picture: Image.Image) -> int:
    """A photo or scan of an A4 page: its longer side is 11.7 inches."""
    return min(600, max(70, round(max(picture.size) / 11.7)))


def _quality(found: _Found) -> float:
    """Mean confidence by length of what looks like words, lowered when much does not."""
    total = sum(len(text) for text, *_ in found)
    if total < 12:
        return 0.0
    mean = sum(len(item[0]) * item[5] for item in found) / total
    words = sum(len(item[0]) for item in found if len(item[0]) > 1 and _ALNUM.search(item[0]))
    return mean * (0.5 + 0.5 * words / total)


def _placed(found: _Found, size: tuple[int, int], angle: float, turn: int, scale: float) -> list[OcrWord]:
    """The words with their places on the page as shown: turned and skewed back."""
    width, height = size
    radians = math.radians(angle if abs(angle) >= 0.3 else 0.0)
    cosine, sine = math.cos(radians), math.sin(radians)
    words: list[OcrWord] = []
    for text, left, top, right, bottom, confidence, line in found:
        cleaned = clean(text).replace("\n", " ").strip()
        if not cleaned or (not _ALNUM.search(cleaned) and (confidence < 0.6 or not _PUNCTUATION.fullmatch(cleaned))):
            continue  # specks, stamps and pieces of rules
        corners = []
        for x, y in ((left, top), (right, top), (right, bottom), (left, bottom)):
            if turn == 1:  # read turned to the left
                x, y = width - y, x
            elif turn == 2:
                x, y = width - x, height - y
            elif turn == 3:
                x, y = y, height - x
            dx, dy = x - width / 2, y - height / 2
            corners.append((width / 2 + dx * cosine - dy * sine, height / 2 + dx * sine + dy * cosine))
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        box = Box(min(xs) / scale, min(ys) / scale, max(xs) / scale, max(ys) / scale)
        place = Box(left / scale, top / scale, right / scale, bottom / scale)
        parts = _GLUED.sub(r"\1 \2", cleaned).split()
        for text, its_box, its_place in zip(parts, _shared(box, parts), _shared(place, parts), strict=True):
            words.append(OcrWord(text, its_box, its_place, round(confidence, 3), line))
    return words


def _shared(box: Box, parts: Sequence[str]) -> list[Box]:
    """The box among the parts of its text, by their letters."""
    if len(parts) == 1:
        return [box]
    letter = (box.right - box.left) / (sum(map(len, parts)) + len(parts) - 1)
    found = []
    left = box.left
    for part in parts:
        found.append(Box(left, box.top, left + letter * len(part), box.bottom))
        left += letter * (len(part) + 1)
    return found


# ------------------------------------------------------------------------------------------------------- many pages


def recognise(source: Source, numbers: Sequence[int]) -> list[Result]:
    """The results of the pages in the order asked for, read side by side over the cores."""
    workers = min(len(numbers), _cores())
    if workers < 2 or not hasattr(os, "fork"):
        return [_safe_page(source, number) for number in numbers]
    # Plain forks and pipes: the caller is itself a short-lived child, and such may not start managed children of its own.
    children = [_fork(source, numbers[offset::workers]) for offset in range(workers)]
    found: dict[int, Result] = {}
    for pid, stream in children:
        with stream:
            while True:
                try:
                    result = pickle.load(stream)  # noqa: S301 - from our own child over our own pipe
                except EOFError:
                    break
                except pickle.UnpicklingError:
                    break
                found[result.number] = result
        os.waitpid(pid, 0)
    return [found.get(number) or Result(number, error="the reader of the page died") for number in numbers]


def _fork(source: Source, numbers: Sequence[int]) -> tuple[int, Any]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, os.fdopen(reading, "rb")
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as stream:
            for number in numbers:
                pickle.dump(_safe_page(source, number), stream)
                stream.flush()
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's may run at this exit


def _safe_page(source: Source, number: int) -> Result:
    try:
        return _page(source, number)
    except (OSError, RuntimeError, ValueError, MemoryError, pdfium.PdfiumError, Image.DecompressionBombError) as error:
        return Result(number, error=str(error) or type(error).__name__)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# --------------------------------------------------------------------------------------------------------- for pages


_NARROW = "1Iiljtfr"
_COLON_WIDTH = 0.3  # of a line's height


def layout_of(result: Result) -> Layout:
    """The page's words for the layout.

    The engine's boxes hug the letters: a line without `g` or `l` is lower than its neighbours. So the words of a line share one
    top and bottom, and lines of about the usual height get just that.
    """
    layout = Layout(result.number, result.width, result.height)
    lines: dict[int, list[OcrWord]] = {}
    for word in result.words:
        lines.setdefault(word.line, []).append(word)
    heights = {line: _tall(words) for line, words in lines.items()}
    usual = median([heights[word.line] for word in result.words]) if result.words else 0.0
    tokens: list[Token] = []
    for line, words in lines.items():
        height = usual if 0.62 * usual <= heights[line] <= 1.42 * usual else heights[line]
        height *= 1.3  # as a font's own box: the letters' do not count the room above and below
        middle = median([(word.place.top + word.place.bottom) / 2 for word in words])
        for word in words:
            place = word.place
            tokens.append(
                Token(
                    ":" if _is_colon(word, usual) else word.text,
                    place.left,
                    middle - height / 2,
                    place.right,
                    middle + height / 2,
                    word.box,
                    word.confidence,
                )
            )
    layout.segments = segments_of(tokens, glue=False)
    layout.margins = margins_of(layout.segments, result.width, result.height)
    layout.grids = grids_of([Rule(*rule) for rule in result.horizontal], [Rule(*rule) for rule in result.vertical])
    return layout


def _is_colon(word: OcrWord, usual: float) -> bool:
    """A colon that stands alone between two columns is read as a figure or a letter: no such sign is as narrow."""
    return (
        len(word.text) == 1
        and word.text.isalnum()
        and word.text not in _NARROW
        and word.place.right - word.place.left < _COLON_WIDTH * usual
    )


def _tall(words: Sequence[OcrWord]) -> float:
    """A line's height: that of its taller words, which have letters with stems."""
    heights = sorted(word.place.bottom - word.place.top for word in words)
    return heights[int(0.7 * (len(heights) - 1))]


def doubts(result: Result) -> list[str]:
    """What staff must know about a page that OCR read badly."""
    if result.blank:
        return []
    if result.error:
        return [f"Halaman {result.number} tidak dapat dibaca oleh mesin OCR."]
    if result.quality < DOUBTFUL:
        return [f"Halaman {result.number} tidak terbaca oleh OCR (mutu {round(100 * result.quality)} dari 100)."]
    if result.quality < READ:
        return [
            f"Halaman {result.number} terbaca meragukan oleh OCR (mutu {round(100 * result.quality)} dari 100); periksa isinya."
        ]
    return []
