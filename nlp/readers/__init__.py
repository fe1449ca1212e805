"""The first door: `read(path) -> Pages` looks at the content and picks the reader of its format.

Readers are imported when their format comes: a text file loads neither PDFium nor the OCR engine.
"""

import gc
import hashlib
import importlib
import tempfile
from pathlib import Path

from nlp.errors import DamagedFile, ReadError, TooLarge
from nlp.pages import Pages
from nlp.readers import formats
from nlp.readers.reading import Options, Reader, Reading

MAX_BYTES = 200 * 1024 * 1024
_CHUNK_BYTES = 1024 * 1024
_MODULES = {
    "pdf": "nlp.readers.pdf",
    "docx": "nlp.readers.docx",
    "pptx": "nlp.readers.pptx",
    "odt": "nlp.readers.opendocument",
    "odp": "nlp.readers.opendocument",
    "doc": "nlp.readers.old_office",
    "ppt": "nlp.readers.old_office",
    "image": "nlp.readers.image",
    "txt": "nlp.readers.text",
    "rtf": "nlp.readers.rtf",
    "html": "nlp.readers.html",
    "eml": "nlp.readers.mail",
}
_RUBBISH = "Di depan isi berkas ada tulisan lain, misalnya pesan galat situs; berkas dibaca tanpa tulisan itu."
_NAMES = {name: name.upper() for name in _MODULES} | {"image": "gambar"}


def read(path: str | Path, *, name: str | None = None, use_ocr: bool = True) -> Pages:
    """The document's pages with text, blocks and the places of words. `name` is the file's own name where `path` is a store's.

    Raises a `ReadError` with a sentence for staff; what can be read of a damaged file comes back with a warning.
    """
    path = Path(path)
    file = Path(name or path.name).name
    try:
        digest = sha256(path)
        found, reading = read_as(path, file, Options(use_ocr=use_ocr))
    except OSError as error:
        raise ReadError(f"{file}: {error}") from error
    return Pages(file, digest, found, reading.pages, tuple(dict.fromkeys(reading.warnings)))


def read_as(path: Path, name: str, options: Options) -> tuple[str, Reading]:
    """The format found in the content and the reading by its reader; for attachments too."""
    if path.stat().st_size > MAX_BYTES:
        raise TooLarge(name)
    if rubbish := formats.rubbish_before(path, name):
        return _read_behind(path, name, rubbish, options)
    found = formats.detect(path, name)
    reader: Reader = importlib.import_module(_MODULES[found]).read
    collecting = gc.isenabled()
    gc.disable()  # readers make many objects and few cycles: looking for these takes a tenth of the time
    try:
        reading = reader(path, options)
    except RecursionError as error:
        raise DamagedFile("nested too deeply") from error
    finally:
        if collecting:
            gc.enable()
    warnings = [*reading.warnings, *_told_of_pages(reading)]
    if formats.mismatch(found, name):
        warnings.insert(0, f"Akhiran nama berkas tidak cocok dengan isinya; berkas dibaca sebagai {_NAMES[found]}.")
    return found, Reading(reading.pages, tuple(warnings))


def _told_of_pages(reading: Reading) -> list[str]:
    """What staff must know of pages, whatever the format: that a show leaves them out, that none of them says anything."""
    hidden = [page.number for page in reading.pages if page.hidden]
    empty = not reading.warnings and not any(page.text for page in reading.pages)
    if not hidden and not empty:
        return []
    from nlp.readers import ocr_doubts  # here: it loads the OCR engine

    return [
        *ocr_doubts.hiddenness(hidden),
        *(ocr_doubts.emptiness([page.number for page in reading.pages]) if empty else ()),
    ]


def _read_behind(path: Path, name: str, rubbish: int, options: Options) -> tuple[str, Reading]:
    """The reading of a file before which a server wrote something of its own."""
    with tempfile.TemporaryDirectory(prefix="tilik-") as folder:
        kept = Path(folder) / path.name
        kept.write_bytes(path.read_bytes()[rubbish:])
        found, reading = read_as(kept, name, options)
    return found, Reading(reading.pages, (_RUBBISH, *reading.warnings))


def sha256(path: Path) -> str:
    """The file's digest in hexadecimal, read by chunks."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
