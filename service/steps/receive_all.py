"""What was sent came in: a file, or a ZIP archive and each file in it, through the one door of `receive`."""

import lzma
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import IO

from nlp.errors import DamagedFile, EmptyArchive, LockedFile, ReadError, SuspiciousZip, ZipArchive
from service.resources import Resources
from service.steps.receive import Received, receive
from storage.errors import Full

MOST_MEMBERS = 10_000
MOST_SENT = 1_000  # files in an archive that somebody waits for before a page: as many as one form may carry
LARGEST_RATIO = 200  # unpacked to packed, of a member over a megabyte
# NotImplementedError is a RuntimeError to Python, but to zipfile a packing that it does not know.
_BROKEN_MEMBER = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)
_NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to take in: its name, and how to open it."""

    name: str
    open: Callable[[], IO[bytes]]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: `received`, or the `problem` why not. `failed`: it could not even be looked at."""

    name: str
    received: Received | None = None
    problem: ReadError | Full | OSError | None = None
    failed: bool = False


def receive_all(
    resources: Resources, stream: IO[bytes], *, name: str, by: int | None, batch: str | None = None
) -> list[Taken]:
    """Take in a file, or every file of a ZIP archive; an answer for each, and what is refused stops nothing else.

    Of an archive that is damaged, locked, empty or unsafe nothing is taken, and the one answer says so.
    """
    try:
        return [Taken(name, receive(resources, stream, name=name, by=by, batch=batch))]
    except ZipArchive:
        stream.seek(0)
    except (ReadError, Full) as problem:
        return [Taken(name, problem=problem)]
    try:
        with zipfile.ZipFile(stream) as archive:
            sources = members(archive, name, archive.open, most=MOST_SENT)
            return [take(resources, source, by=by, batch=batch) for source in sources]
    except _BROKEN_MEMBER:
        return [Taken(name, problem=DamagedFile())]
    except ReadError as problem:
        return [Taken(name, problem=problem)]


def take(resources: Resources, source: Source, *, by: int | None, batch: str | None = None) -> Taken:
    """Take in one file of several: whatever is wrong with it is told, not raised."""
    name = source.name
    try:
        with source.open() as stream:
            return Taken(name, receive(resources, stream, name=name, by=by, batch=batch))
    except ReadError as problem:
        return Taken(name, problem=problem)
    except Full as problem:
        return Taken(name, problem=problem, failed=True)
    except _BROKEN_MEMBER:
        return Taken(name, problem=DamagedFile(), failed=True)
    except RuntimeError:  # zipfile's word for a member with a password
        return Taken(name, problem=LockedFile())
    except OSError as problem:
        # bzip2 speaks of a damaged member with an OSError that has no number.
        return Taken(name, problem=problem if problem.errno else DamagedFile(), failed=True)


def members(
    archive: zipfile.ZipFile,
    name: str,
    open_member: Callable[[zipfile.ZipInfo], IO[bytes]],
    *,
    most: int = MOST_MEMBERS,
) -> list[Source]:
    """The files in a ZIP archive. Nothing is unpacked by name; the size limit counts the bytes that really come out.

    Raises `SuspiciousZip` for too many files or a bomb, `EmptyArchive` where there is none.
    """
    found = [member for member in archive.infolist() if not member.is_dir() and not is_noise(member.filename)]
    if not found:
        raise EmptyArchive(name)
    if len(found) > most:
        raise SuspiciousZip(f"{len(found)} members")
    for member in found:
        if member.file_size > 1 << 20 and member.file_size > LARGEST_RATIO * max(member.compress_size, 1):
            raise SuspiciousZip(member.filename)
    return [Source(f"{name}/{member.filename}", partial(open_member, member)) for member in found]


def is_noise(name: str) -> bool:
    """Whether a file is what systems leave behind: hidden ones, thumbnails, Office's locks."""
    return name.startswith(_NOISE[0]) or name.replace("\\", "/").rsplit("/", 1)[-1].startswith((".", "~$", *_NOISE[1:]))
