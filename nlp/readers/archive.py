"""ZIP packages (DOCX, PPTX, ODT): judged before anything is unpacked, and their XML parsed by one hardened parser.

Limits after the measured tricks: doubled or climbing names, overlapping members, links, bombs by size or by ratio, entities.
"""

import posixpath
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree

from nlp.errors import DamagedFile, LockedFile, SuspiciousArchive
from nlp.readers import salvage
from nlp.readers.salvage import CHUNK_BYTES, LOCAL, MAX_MEMBERS, MAX_PART_BYTES, MAX_UNPACKED_BYTES

MAX_RATIO = 200  # of a member over 1 MB
MAX_REPETITIVE_BYTES = 16 * 1024 * 1024  # an XML part of like rows packs to a thousandth and is no bomb up to here
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")  # ISO/IEC 29500-1, "strict"
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_REFERENCE = re.compile(rb"&#(x?)([0-9a-fA-F]{1,12});", re.IGNORECASE)
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


_DAMAGED = "Berkas rusak; yang dapat dibaca ditampilkan, tetapi sebagian isinya mungkin hilang."
_NO_PART = etree.Element("none")


class Package:
    """An opened and judged ZIP package. Parts are read by name into memory; nothing is ever extracted.

    `warnings`: what its reader must pass on.
    """

    def __init__(self, sizes: dict[str, int], fetch: Callable[[str, int], tuple[bytes, bool]]) -> None:
        """`fetch(name, limit)` gives at most `limit` bytes of a member, and whether they are sound."""
        self.warnings: list[str] = []
        self._sizes = sizes
        self._fetch = fetch
        # Programs that write `word\\document.xml` or `WORD/DOCUMENT.XML` mean the same part.
        self._real = {name.replace("\\", "/").lower(): name for name in reversed(sizes)}
        self._spent = 0
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}

    @property
    def names(self) -> list[str]:
        return list(self._sizes)

    def find(self, name: str) -> str | None:
        """The member's real name, whatever its case and leading slash."""
        return name if name in self._sizes else self._real.get(name.replace("\\", "/").lstrip("/").lower())

    def read(self, name: str) -> bytes:
        """The bytes of a member; counts what really comes out, not what the directory promises."""
        real = self.find(name)
        if real is None:
            raise DamagedFile(f"no part {name}")
        content, sound = self._fetch(real, self._sizes[real] + 1)
        if not sound and _DAMAGED not in self.warnings:
            self.warnings.append(_DAMAGED)
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
        return parse(usual(self.read(real)), name)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The part's relationships inside the package: id -> (last word of the type, member name). External ones are left out."""
        if part not in self._relations:
            self._relations[part] = self._relations_of(part)
        return self._relations[part]

    def related(self, relations: dict[str, tuple[str, str]], relation: str) -> Any:
        """The root of the part that a relation names; an empty element, with a warning, when it is not there or damaged."""
        target = relations.get(relation)
        if target is not None:
            try:
                return self.tree(target[1])
            except DamagedFile:
                pass
        self.warnings.append(_DAMAGED)
        return _NO_PART

    def _relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        folder, base = posixpath.split(part)
        name = self.find(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        if name is None:
            return {}
        found: dict[str, tuple[str, str]] = {}
        try:
            root = self.tree(name)
        except DamagedFile:
            self.warnings.append(_DAMAGED)
            return {}
        for relation in root.iter(_RELATIONSHIPS):
            target = relation.get("Target", "")
            if relation.get("TargetMode") == "External" or not target:
                continue
            resolved = target if target.startswith("/") else posixpath.join("/", folder, target)
            member = self.find(posixpath.normpath(resolved))
            if member:
                found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], member)
        return found


def usual(content: bytes) -> bytes:
    """The part under the names that most files use: strict ones say the same under others."""
    return (
        _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", content)
        if b"purl.oclc.org" in content[:4096]
        else content
    )


def parse(content: bytes, name: str) -> Any:
    """The root element of an XML document. A DOCTYPE refuses the file; damage is recovered from as far as there is a root."""
    refuse_doctype(content, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
                             remove_pis=True)  # fmt: skip
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        lenient = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
                                  remove_comments=True, remove_pis=True)  # fmt: skip
        try:
            root = etree.fromstring(_scrubbed(content), lenient)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DamagedFile(f"{name}: {error}") from error
        if root is None:
            raise DamagedFile(f"{name}: no root") from None
        root.set("damaged", "1")
        return root
    except ValueError as error:
        raise DamagedFile(f"{name}: {error}") from error


def refuse_doctype(content: bytes, name: str) -> None:
    """No office program writes a DOCTYPE; who does wants entities to be expanded or fetched."""
    if b"<!DOCTYPE" in content[:2048] or b"<!ENTITY" in content or "<!DOCTYPE".encode("utf-16-le") in content[:4096]:
        raise SuspiciousArchive(f"{name}: DOCTYPE")


def _scrubbed(content: bytes) -> bytes:
    """The XML without what no XML may hold: the lenient parser would let half a character through."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:4]:
        return content
    if content.isascii() or _is_utf8(content):
        return _allowed(content)
    declared = re.search(rb"encoding\s*=\s*[\"']([\w-]+)", content[:200])
    if declared and declared.group(1).lower() not in (b"utf-8", b"utf8"):
        return content
    # It lies about being UTF-8: what Windows writes then is its own code page.
    return _allowed(content.decode("cp1252", "replace").encode())


def _allowed(content: bytes) -> bytes:
    """Without controls and without references to what is no character."""
    return _REFERENCE.sub(_kept, _CONTROLS.sub(b"", content))


def _kept(reference: re.Match[bytes]) -> bytes:
    try:
        code = int(reference.group(2), 16 if reference.group(1) else 10)
    except ValueError:
        return b""
    allowed = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return reference.group() if allowed else b""


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return error.start > len(content) - 4  # cut inside a character
    return True


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The package at `path` after its directory was judged; without a directory, what its members say of themselves."""
    try:
        stream = zipfile.ZipFile(path)
    except _BROKEN as error:
        members = salvage.members(path)
        if not members:
            raise DamagedFile(str(error)) from error
        package = Package(
            {name: len(content) for name, content in members.items()}, lambda name, _: (members[name], False)
        )
        package.warnings.append(_DAMAGED)
        yield package
        return
    with stream:
        _judge(stream.infolist())
        yield Package(
            {info.filename: info.file_size for info in stream.infolist()},
            lambda name, limit: _read(stream, name, limit),
        )


def _read(stream: zipfile.ZipFile, name: str, limit: int) -> tuple[bytes, bool]:
    """The member, and whether it is sound."""
    whole = _at_once(stream, stream.getinfo(name), limit)
    return (whole, True) if whole is not None else _by_pieces(stream, name, limit)


def _at_once(stream: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes | None:
    """A sound member of the usual kind, without the layers of `zipfile`; they take half of the time of a small part."""
    file = stream.fp
    if file is None or info.flag_bits & 0x1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return None
    file.seek(info.header_offset)
    head = file.read(30)
    if head[:4] != LOCAL or len(head) < 30:
        return None
    file.seek(sum(struct.unpack("<HH", head[26:30])), 1)
    content = file.read(info.compress_size)
    if info.compress_type == zipfile.ZIP_DEFLATED:
        try:
            content = zlib.decompressobj(-15).decompress(content, limit)
        except zlib.error:
            return None
    return content if len(content) == info.file_size and zlib.crc32(content) == info.CRC else None


def _by_pieces(stream: zipfile.ZipFile, name: str, limit: int) -> tuple[bytes, bool]:
    parts: list[bytes] = []
    length = 0
    try:
        with stream.open(name) as member:
            while length < limit and (part := member.read(min(CHUNK_BYTES, limit - length))):
                parts.append(part)
                length += len(part)
    except _BROKEN as error:
        if "password" in str(error):
            raise LockedFile(name) from error
        # A wrong checksum is noticed with the last piece; without it, part of the text would be lost for one wrong bit.
        info = stream.getinfo(name)
        content = salvage.member(_bytes(stream), info.header_offset, limit)
        if not content:
            raise DamagedFile(f"{name}: {error}") from error
        return content, False
    return b"".join(parts), True


def _bytes(stream: zipfile.ZipFile) -> bytes:
    assert stream.filename is not None
    return Path(stream.filename).read_bytes()


def _judge(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise SuspiciousArchive(f"{len(members)} members")
    if sum(info.file_size for info in members) > MAX_UNPACKED_BYTES:
        raise SuspiciousArchive("unpacked size")
    seen: set[str] = set()
    end = 0
    for info in sorted(members, key=lambda member: member.header_offset):
        name = info.filename
        key = name.lower() if name.lower().endswith((".xml", ".rels")) else name
        if key in seen or name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/"):
            raise SuspiciousArchive(f"name {name!r}")
        seen.add(key)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise SuspiciousArchive(f"link {name!r}")
        if info.flag_bits & 0x1:
            raise LockedFile(name)
        freely = MAX_REPETITIVE_BYTES if name.lower().endswith(".xml") else 1024 * 1024
        if info.file_size > freely and info.file_size > MAX_RATIO * max(1, info.compress_size):
            raise SuspiciousArchive(f"ratio of {name!r}")
        if info.header_offset < end:
            raise SuspiciousArchive(f"overlap at {name!r}")
        end = info.header_offset + 30 + info.compress_size
