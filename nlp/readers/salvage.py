"""The members of a damaged ZIP archive, by what they say of themselves, and how much may come out of any archive."""

import struct
import zipfile
import zlib
from pathlib import Path

from nlp.errors import SuspiciousArchive

MAX_MEMBERS = 10_000
MAX_UNPACKED_BYTES = 300 * 1024 * 1024
MAX_PART_BYTES = 80 * 1024 * 1024  # one XML part: its tree takes about ten times that
LOCAL = b"PK\x03\x04"  # a member's own header
CHUNK_BYTES = 1 << 20


def member(content: bytes, place: int, limit: int) -> bytes:
    """What comes out of the member whose local header stands at `place`, as far as it is sound."""
    if content[place : place + 4] != LOCAL or len(content) < place + 30:
        return b""
    method, packed_size, name_size, extra_size = (
        *struct.unpack("<H", content[place + 8 : place + 10]),
        *struct.unpack("<I", content[place + 18 : place + 22]),
        *struct.unpack("<HH", content[place + 26 : place + 30]),
    )
    start = place + 30 + name_size + extra_size
    if method == zipfile.ZIP_STORED:
        end = start + packed_size if packed_size else content.find(b"PK", start)
        return content[start : end if end >= 0 else len(content)][:limit]
    if method != zipfile.ZIP_DEFLATED:
        return b""
    packer = zlib.decompressobj(-15)
    parts: list[bytes] = []
    length = 0
    try:
        for at in range(start, len(content), CHUNK_BYTES):
            part = packer.decompress(content[at : at + CHUNK_BYTES], limit - length)
            parts.append(part)
            length += len(part)
            if packer.eof or length >= limit:
                break
    except zlib.error:
        pass  # what came out before the damage is kept
    return b"".join(parts)


def members(path: Path) -> dict[str, bytes]:
    """The members of an archive whose directory is cut off or damaged, found by their local headers."""
    if path.stat().st_size > MAX_UNPACKED_BYTES:
        return {}
    content = path.read_bytes()
    found: dict[str, bytes] = {}
    total = 0
    place = content.find(LOCAL)
    while place >= 0 and len(found) < MAX_MEMBERS and len(content) >= place + 30:
        flags = struct.unpack("<H", content[place + 6 : place + 8])[0]
        name = content[place + 30 : place + 30 + struct.unpack("<H", content[place + 26 : place + 28])[0]].decode(
            "utf-8", "replace"
        )
        if not flags & 0x1 and name.lower().endswith((".xml", ".rels", "mimetype")) and name not in found:
            found[name] = member(content, place, MAX_PART_BYTES + 1)
            total += len(found[name])
            if total > MAX_UNPACKED_BYTES or len(found[name]) > MAX_PART_BYTES:
                raise SuspiciousArchive("unpacked size")
        place = content.find(LOCAL, place + 4)
    return found
