"""DOC and PPT: made into DOCX and PPTX by LibreOffice where it is installed, else refused with a sentence."""

import importlib
import os
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

from nlp.errors import DamagedFile, LockedFile, OldOfficeFormat, TooHard
from nlp.readers.reading import Options, Reading

_SECONDS = 90
_MOST_BYTES = 64 * 1024 * 1024
_WORD_BEGINS = b"\xec\xa5"  # the file information block, with which the stream of the text begins ([MS-DOC] 2.5.1)
_SMALL_STREAM = 4_096
_LOCKED_SLIDES = b"\x14\0\0\0\xdf\xc4\xd1\xf3"  # what stands in `Current User` of an encrypted PPT ([MS-PPT] 2.3.2)


def read(path: Path, options: Options) -> Reading:
    """The converted document. Raises `OldOfficeFormat` without LibreOffice, `LockedFile` for what needs a password."""
    with path.open("rb") as stream:
        content = stream.read(_MOST_BYTES)
    slides = "PowerPoint Document".encode("utf-16-le") in content
    if _LOCKED_SLIDES in content if slides else _is_locked_text(content):
        raise LockedFile(path.name)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise OldOfficeFormat(path.name)
    target = "pptx" if slides else "docx"
    with tempfile.TemporaryDirectory(prefix="tilik-") as folder:
        source = Path(folder) / f"berkas.{'ppt' if slides else 'doc'}"
        shutil.copyfile(path, source)
        command = [program, f"-env:UserInstallation=file://{folder}/profil", "--headless", "--norestore", "--convert-to", target,
                   "--outdir", folder, str(source)]  # fmt: skip
        try:
            subprocess.run(
                command, capture_output=True, timeout=_SECONDS, check=False, env={**os.environ, "HOME": folder}
            )
        except subprocess.TimeoutExpired as error:
            raise TooHard(path.name) from error
        made = source.with_suffix(f".{target}")
        if not made.is_file():
            raise DamagedFile("cannot be converted")
        reading: Reading = importlib.import_module(f"nlp.readers.{target}").read(made, options)
    warning = "Berkas berformat Office lama; isinya dibaca setelah diubah dengan LibreOffice."
    return Reading(reading.pages, (warning, *reading.warnings))


def _is_locked_text(content: bytes) -> bool:
    """Whether the block at the beginning of a DOC's text says that the text is encrypted."""
    directory = _place(content, *struct.unpack_from("<I", content.ljust(52, b"\0"), 48))
    begin, size = _stream(content, content.rfind("WordDocument".encode("utf-16-le").ljust(64, b"\0")))
    place = _place(content, begin)
    if size < _SMALL_STREAM:  # it stands among other small ones in the root's stream, which is rarely in pieces
        place = _place(content, _stream(content, directory)[0]) + begin * 64
    head = content[place : place + 12]
    return len(head) == 12 and head.startswith(_WORD_BEGINS) and bool(head[11] & 0x01)


def _stream(content: bytes, entry: int) -> tuple[int, int]:
    """Where a stream of a compound file begins, in sectors, and its size, by its entry ([MS-CFB] 2.6.1); zeros without one."""
    return struct.unpack_from("<II", content, entry + 116) if 0 <= entry <= len(content) - 128 else (0, 0)


def _place(content: bytes, sector: int) -> int:
    return (sector + 1) * (4_096 if content[30:32] == b"\x0c\0" else 512)
