"""Pictures and whole files inside of office files: pictures that may hold text go to OCR when it is there, files are told of."""

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
_SMALLEST_BYTES = (
    12_000  # logos and lines are smaller; pages and screenshots are not, but for those that a program drew:
)
_SMALLEST_PIXELS = 300_000  # letters without noise pack to a hundredth of their pixels
_SMALLEST_SIDE = 200
_SMALLEST_DRAWING = 1_500  # EMF and WMF draw letters as text: a small table packs as small as this
_EMBLEM = (0.74, 1.4)  # width by height
_ICON = 260  # pixels: what is about as wide as high, and no larger, says nothing worth reading
_SURE, _WORDS = 0.72, 4  # quality, and how many words
_VERY_SURE, _FEW_WORDS = 0.88, 3  # of a short text; of fewer words a logo is made
_MANY_WORDS = 15  # what is doubtful and as long as this is text; shorter, a photo's pattern

Relations = dict[str, tuple[str, str]]


class Pictures:
    """Reads each picture of a document once; `warnings` says what was not read."""

    def __init__(self, package: Package | None, options: Options) -> None:
        """`package` holds the pictures that `lines` and `member` name."""
        self.files_inside = False
        """Whether the document holds a whole file, a table of Excel for instance, which its reader does not read."""
        self.in_margin = False
        """Whether what comes stands in a header or a footer: there a letter head is read, and no emblem, as most headers have one."""
        self._package = package
        self._options = options
        self._done: set[str] = set()
        self._tried = 0
        self._unread = 0

    @property
    def warnings(self) -> list[str]:
        found = ["Dokumen menyisipkan berkas lain yang tidak dibaca."] if self.files_inside else []
        if self._unread:
            found.append(
                f"{self._unread} gambar di dalam berkas tidak dibaca; teks di dalamnya mungkin belum termasuk."
            )
        return found

    def lines(self, relations: Relations, relation: str) -> list[str]:
        """The paragraphs of text in the picture that a relation names; empty when there is none or it is doubtful."""
        target = relations.get(relation)
        if target is None:
            self._missing(relation)
            return []
        return self.member(target[1]) if target[0] in ("image", "hdphoto") else []

    def member(self, name: str) -> list[str]:
        """The paragraphs of text in the picture of that name."""
        if name in self._done or self._package is None or self._package.find(name) is None:
            return []
        self._done.add(name)
        return self.text_in(self._package.read(name))

    def _missing(self, relation: str) -> None:
        """A picture that is not in the package: linked from elsewhere, or lost."""
        if f"?{relation}" not in self._done:
            self._done.add(f"?{relation}")
            self._unread += 1

    def text_in(self, content: bytes) -> list[str]:
        """The paragraphs of text in a picture."""
        if is_small(content) or (self.in_margin and _is_emblem(content)):
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
            quality = page.quality or 0
            if (quality >= _SURE and words >= _WORDS) or (quality >= _VERY_SURE and words >= _FEW_WORDS):
                found += [page.text[block.start : block.end] for block in page.blocks]
            elif words >= _MANY_WORDS:
                self._unread += 1
        return found


def is_small(content: bytes) -> bool:
    """Whether a picture is too small for a page or a screenshot: by its bytes and pixels, and by a look at it where they do not tell."""
    if len(content) >= _SMALLEST_BYTES:
        return False
    if not is_picture(content[:64]):
        return len(content) < _SMALLEST_DRAWING or not _is_drawing(content)
    try:
        size = _size(content)
    except Image.DecompressionBombError:
        return False
    if size is None or (_as_wide_as_high(size) and max(size) <= _ICON):
        return True
    if size[0] * size[1] >= _SMALLEST_PIXELS and min(size) >= _SMALLEST_SIDE:
        return False
    look = importlib.import_module("nlp.readers.text_look")  # as heavy as reading a picture
    return not look.may_hold_line(content)


def _is_emblem(content: bytes) -> bool:
    """Whether a picture is about as wide as high: neither a strip nor a sheet of paper."""
    try:
        size = _size(content) if is_picture(content[:64]) else None
    except Image.DecompressionBombError:
        return False
    return size is not None and _as_wide_as_high(size)


def _as_wide_as_high(size: tuple[int, int]) -> bool:
    return _EMBLEM[0] < size[0] / max(1, size[1]) < _EMBLEM[1]


def _size(content: bytes) -> tuple[int, int] | None:
    """The picture's width and height, told without reading it; None where they cannot be."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, KeyError, TypeError):
        return None


def _is_drawing(content: bytes) -> bool:
    """Whether it is a Windows metafile: EMF, or WMF with or without the head that Word and Excel put before it."""
    return content[40:44] == b" EMF" or content.startswith((b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x02\0\x09\0"))
