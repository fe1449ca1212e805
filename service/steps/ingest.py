"""Many files at once from disk: files, folders and ZIP archives, each through the same door as an upload."""

import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, cast

from tqdm import tqdm

from nlp.errors import DamagedFile, LockedFile, ReadError, SuspiciousArchive
from service.resources import Resources
from service.steps.receive import Received, receive
from storage.errors import Full

MOST_MEMBERS = 10_000
LARGEST_RATIO = 200  # unpacked to packed, of a member over a megabyte
# NotImplementedError is a RuntimeError to Python, but to zipfile a packing that it does not know.
_BROKEN_MEMBER = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)
_NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(slots=True)
class Receipt:
    """What became of each file; the parts add up to `total`."""

    stored: int = 0
    already_there: int = 0
    refused: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        return self.stored + self.already_there + self.refused + self.failed


@dataclass(frozen=True, slots=True)
class Source:
    """One file to take in: its name, and how to open it."""

    name: str
    open: Callable[[], IO[bytes]]


def ingest(
    resources: Resources,
    paths: Iterable[Path],
    *,
    say: Callable[[str], None],
    by: int | None = None,
    batch: str | None = None,
) -> Receipt:
    """Take in everything below `paths`; `say` gets a line for each file that is refused or fails, and the rest goes on."""
    receipt = Receipt()
    for source in tqdm(list(_sources(paths, receipt, say)), unit=" berkas", desc="Memasukkan", disable=None):
        try:
            with source.open() as stream:
                received: Received = receive(resources, cast(BinaryIO, stream), name=source.name, by=by, batch=batch)
        except ReadError as error:
            receipt.refused += 1
            say(f"{source.name}: {error}")
        except Full:
            receipt.failed += 1
            say(f"{source.name}: penyimpanan penuh")
        except _BROKEN_MEMBER:
            receipt.failed += 1
            say(f"{source.name}: {DamagedFile()}")
        except RuntimeError:  # zipfile's word for a member with a password
            receipt.refused += 1
            say(f"{source.name}: {LockedFile()}")
        except OSError as error:
            receipt.failed += 1
            # bzip2 speaks of a damaged member with an OSError that has no number.
            say(f"{source.name}: {f'tidak dapat dibaca ({error.strerror})' if error.errno else DamagedFile()}")
        else:
            receipt.stored += received.is_new
            receipt.already_there += not received.is_new
    return receipt


def _sources(paths: Iterable[Path], receipt: Receipt, say: Callable[[str], None]) -> Iterator[Source]:
    for path in paths:
        if path.is_dir():
            below = sorted(found for found in path.rglob("*") if found.is_file() and not found.is_symlink())
            yield from _sources((found for found in below if not _is_noise(str(found))), receipt, say)
        elif not path.exists():
            receipt.failed += 1
            say(f"{path}: berkas tidak ada")
        elif path.suffix.lower() == ".zip":
            try:
                yield from _members(path)
            except (zipfile.BadZipFile, OSError):
                receipt.failed += 1
                say(f"{path}: arsip ZIP rusak")
            except ReadError as error:
                receipt.refused += 1
                say(f"{path}: {error}")
        else:
            yield Source(path.name, lambda path=path: path.open("rb"))  # type: ignore[misc]  # bound now, not later


def _members(path: Path) -> list[Source]:
    """The files in a ZIP archive. Nothing is unpacked by name; the size limit counts the bytes that really come out."""
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir() and not _is_noise(member.filename)]
    if len(members) > MOST_MEMBERS:
        raise SuspiciousArchive(f"{len(members)} members")
    for member in members:
        if member.file_size > 1 << 20 and member.file_size > LARGEST_RATIO * max(member.compress_size, 1):
            raise SuspiciousArchive(member.filename)
    return [
        Source(f"{path.name}/{member.filename}", lambda member=member: _open_member(path, member))  # type: ignore[misc]
        for member in members
    ]


def _open_member(path: Path, member: zipfile.ZipInfo) -> IO[bytes]:
    return zipfile.ZipFile(path).open(member)


def _is_noise(name: str) -> bool:
    return name.startswith(_NOISE[0]) or name.replace("\\", "/").rsplit("/", 1)[-1].startswith((".", "~$", *_NOISE[1:]))
