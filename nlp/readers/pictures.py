"""Pictures inside of office files: those that may hold text go to OCR when it is there."""

import importlib
import tempfile
from pathlib import Path

from nlp.errors import ReadError
from nlp.readers.archive import Package
from nlp.readers.reading import Options

_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
_MAX_PICTURES = 12
_SMALLEST_BYTES = 12_000  # logos and lines are smaller; pages and screenshots are not
_SURE = 0.72


class Pictures:
    """Reads each picture of a package once; `warnings` says what was not read."""

    def __init__(self, package: Package, options: Options) -> None:
        self._package = package
        self._options = options
        self._done: dict[str, list[str]] = {}
        self._unread = 0

    @property
    def warnings(self) -> list[str]:
        if not self._unread:
            return []
        return [f"{self._unread} gambar di dalam berkas tidak dibaca; teks di dalamnya mungkin belum termasuk."]

    def lines(self, relations: dict[str, tuple[str, str]], relation: str) -> list[str]:
        """The paragraphs of text that stand in the picture; empty when there is none or it is doubtful."""
        target = relations.get(relation)
        if target is None or not target[1].lower().endswith(_SUFFIXES):
            return []
        name = target[1]
        if name in self._done:
            return []
        self._done[name] = []
        content = self._package.read(name)
        if len(content) < _SMALLEST_BYTES:
            return []
        if len(self._done) > _MAX_PICTURES or not self._options.use_ocr:
            self._unread += 1
            return []
        ocr = importlib.import_module("nlp.readers.ocr")  # heavy, and most documents have no such picture
        if ocr.missing():
            self._unread += 1
            return []
        return self._recognised(content, Path(name).suffix)

    def _recognised(self, content: bytes, suffix: str) -> list[str]:
        image = importlib.import_module("nlp.readers.image")
        with tempfile.NamedTemporaryFile(prefix="tilik-", suffix=suffix) as kept:
            kept.write(content)
            kept.flush()
            try:
                reading = image.read(Path(kept.name), self._options)
            except ReadError:
                self._unread += 1
                return []
        page = reading.pages[0]
        if (page.quality or 0) < _SURE or sum(len(word) > 2 for word in page.text.split()) < 4:
            return []
        return [page.text[block.start : block.end] for block in page.blocks]
