"""ZIP packages (DOCX, PPTX, ODT): judged before anything is unpacked, and their XML parsed by one hardened parser.

Limits after the measured tricks: doubled or climbing names, overlapping members, links, bombs by size or by ratio, entities.
"""

import posixpath
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree

from nlp.errors import DamagedFile, LockedFile, SuspiciousArchive

MAX_MEMBERS = 10_000
MAX_UNPACKED_BYTES = 300 * 1024 * 1024
MAX_PART_BYTES = 80 * 1024 * 1024  # one XML part: its tree takes about ten times that
MAX_RATIO = 200  # of a member over 1 MB
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    struct.error,
    NotImplementedError,
    ValueError,
    RuntimeError,
)


class Package:
    """An opened and judged ZIP package. Parts are read by name into memory; nothing is ever extracted."""

    def __init__(self, stream: zipfile.ZipFile) -> None:
        self._stream = stream
        self._sizes = {info.filename: info.file_size for info in stream.infolist()}
        self._real = {name.lower(): name for name in self._sizes}
        self._spent = 0

    @property
    def names(self) -> list[str]:
        return list(self._sizes)

    def find(self, name: str) -> str | None:
        """The member's real name, whatever its case and leading slash."""
        return self._real.get(name.lstrip("/").lower())

    def read(self, name: str) -> bytes:
        """The bytes of a member; counts what really comes out, not what the directory promises."""
        real = self.find(name)
        if real is None:
            raise DamagedFile(f"no part {name}")
        try:
            with self._stream.open(real) as member:
                content = member.read(self._sizes[real] + 1)
        except _BROKEN as error:
            if "password" in str(error):
                raise LockedFile(name) from error
            raise DamagedFile(f"{name}: {error}") from error
        self._spent += len(content)
        if self._spent > 2 * MAX_UNPACKED_BYTES:
            raise SuspiciousArchive(name)
        return content

    def tree(self, name: str) -> Any:
        """The root element of an XML part; a broken part gives what stands before the break."""
        real = self.find(name)
        if real is None:
            raise DamagedFile(f"no part {name}")
        if self._sizes[real] > MAX_PART_BYTES:
            raise SuspiciousArchive(name)
        return parse(self.read(real), name)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The part's relationships inside the package: id -> (last word of the type, member name). External ones are left out."""
        folder, base = posixpath.split(part)
        name = self.find(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        if name is None:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for relation in self.tree(name).iter(_RELATIONSHIPS):
            target = relation.get("Target", "")
            if relation.get("TargetMode") == "External" or not target:
                continue
            resolved = target if target.startswith("/") else posixpath.join("/", folder, target)
            member = self.find(posixpath.normpath(resolved))
            if member:
                found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], member)
        return found


def parse(content: bytes, name: str) -> Any:
    """The root element of an XML document. A DOCTYPE refuses the file; damage is recovered from as far as there is a root."""
    if b"<!DOCTYPE" in content[:2048] or b"<!ENTITY" in content or "<!DOCTYPE".encode("utf-16-le") in content[:4096]:
        raise SuspiciousArchive(f"{name}: DOCTYPE")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
                             remove_pis=True)  # fmt: skip
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        lenient = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
                                  remove_comments=True, remove_pis=True)  # fmt: skip
        try:
            root = etree.fromstring(content, lenient)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DamagedFile(f"{name}: {error}") from error
        if root is None:
            raise DamagedFile(f"{name}: no root") from None
        root.set("damaged", "1")
        return root
    except ValueError as error:
        raise DamagedFile(f"{name}: {error}") from error


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The package at `path` after its directory was judged."""
    try:
        stream = zipfile.ZipFile(path)
    except _BROKEN as error:
        raise DamagedFile(str(error)) from error
    with stream:
        _judge(stream.infolist())
        yield Package(stream)


def _judge(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise SuspiciousArchive(f"{len(members)} members")
    if sum(info.file_size for info in members) > MAX_UNPACKED_BYTES:
        raise SuspiciousArchive("unpacked size")
    seen: set[str] = set()
    end = 0
    for info in sorted(members, key=lambda member: member.header_offset):
        name = info.filename
        if name.lower() in seen or name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/"):
            raise SuspiciousArchive(f"name {name!r}")
        seen.add(name.lower())
        if stat.S_ISLNK(info.external_attr >> 16):
            raise SuspiciousArchive(f"link {name!r}")
        if info.flag_bits & 0x1:
            raise LockedFile(name)
        if info.file_size > 1024 * 1024 and info.file_size > MAX_RATIO * max(1, info.compress_size):
            raise SuspiciousArchive(f"ratio of {name!r}")
        if info.header_offset < end:
            raise SuspiciousArchive(f"overlap at {name!r}")
        end = info.header_offset + 30 + info.compress_size
