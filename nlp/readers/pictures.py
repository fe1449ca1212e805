"""Pictures inside of office files: those that may hold text go to OCR when it is there."""

import importlib
import io
import tempfile
from pathlib import Path

from PIL import Image

from nlp.errors import ReadError
from nlp.readers import ocr_engine
from nlp.readers.archive import Package
from nlp.readers.formats import is_picture
from nlp.readers.reading import Options

_MAX_PICTURES = 12
_SMALLEST_BYTES = 12_000  # logos and lines are smaller; pages and screenshots are not,
_SMALLEST_PIXELS = 300_000  # but for pages in black and white, which pack to a hundredth of their pixels
_SMALLEST_SIDE = 200
_SURE = 0.72
_MANY_WORDS = 15  # what is doubtful and as long as this is text; shorter, a photo's pattern

Relations = dict[str, tuple[str, str]]


class Pictures:
    """Reads each picture of a document once; `warnings` says what was not read."""

    def __init__(self, package: Package | None, options: Options) -> None:
        """`package` holds the pictures that `lines` and `member` name."""
        self._package = package
        self._options = options
        self._done: set[str] = set()
        self._tried = 0
        self._unread = 0

    @property
    def warnings(self) -> list[str]:
        if not self._unread:
            return []
        return [f"{self._unread} gambar di dalam berkas tidak dibaca; teks di dalamnya mungkin belum termasuk."]

    def lines(self, relations: Relations, relation: str) -> list[str]:
        """The paragraphs of text in the picture that a relation names; empty when there is none or it is doubtful."""
        target = relations.get(relation)
        return self.member(target[1]) if target is not None and target[0] in ("image", "hdphoto") else []

    def member(self, name: str) -> list[str]:
        """The paragraphs of text in the picture of that name."""
        if name in self._done or self._package is None or self._package.find(name) is None:
            return []
        self._done.add(name)
        return self.text_in(self._package.read(name))

    def text_in(self, content: bytes) -> list[str]:
        """The paragraphs of text in a picture."""
        if is_small(content):
            return []
        self._tried += 1
        if not is_picture(content[:64]) or self._tried > _MAX_PICTURES or not self._options.use_ocr:
            self._unread += 1
            return []
        if ocr_engine.missing():
            self._unread += 1
            return []
        return self._recognised(content)

    def _recognised(self, content: bytes) -> list[str]:
        image = importlib.import_module("nlp.readers.image")  # heavy, and most documents have no such picture
        with tempfile.NamedTemporaryFile(prefix="tilik-") as kept:
            kept.write(content)
            kept.flush()
            try:
                reading = image.read(Path(kept.name), self._options)
            except ReadError:
                self._unread += 1
                return []
        found: list[str] = []
        for page in reading.pages:
            words = sum(len(word) > 2 for word in page.text.split())
            if (page.quality or 0) >= _SURE and words >= 4:
                found += [page.text[block.start : block.end] for block in page.blocks]
            elif words >= _MANY_WORDS:
                self._unread += 1
        return found


def is_small(content: bytes) -> bool:
    """Whether a picture is too small for a page or a screenshot, by its pixels where these can be told without reading it."""
    if len(content) >= _SMALLEST_BYTES:
        return False
    if not is_picture(content[:64]):
        return True
    try:
        with Image.open(io.BytesIO(content)) as picture:
            width, height = picture.size
    except Image.DecompressionBombError:
        return False
    except (OSError, ValueError, SyntaxError, KeyError, TypeError):
        return True
    return width * height < _SMALLEST_PIXELS or min(width, height) < _SMALLEST_SIDE
