"""Damage to a PDF that PDFium reads over without a word: an end that did not arrive, streams that do not unpack, pages left out."""

import mmap
import re
import zlib
from pathlib import Path

_MAX_BYTES = 50 * 1024 * 1024
_MAX_UNPACKED_BYTES = 8 * 1024 * 1024  # looked at in all: 30 ms
_HEAD_BYTES = 500
_CUT = "Berkas terpotong sehingga isi atau perubahan terakhirnya mungkin hilang; mintalah berkas yang utuh."
_BROKEN = "Sebagian isi berkas rusak dan mungkin tidak terbaca; periksa berkas aslinya."
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_UNPACKS = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")
_HEAVY = (b"/Image", b"/Length1", b"/FontFile", b"/Encrypt")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]{1,200000})\]")
_COUNT = re.compile(rb"/Count\s+(\d{1,7})\b")
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")


def damages(path: Path) -> list[str]:
    """What staff must know of a PDF that was read."""
    if not 0 < path.stat().st_size <= _MAX_BYTES:
        return []
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if _is_cut(content):
            return [_CUT]
        if _has_left_out_pages(content) or (content.find(b"/Encrypt") < 0 and _has_broken_stream(content)):
            return [_BROKEN]
    return []


def _is_cut(content: mmap.mmap) -> bool:
    """Whether objects stand behind the last end: of the file, or of a revision (a signature, a filled form) that was added to it."""
    last = content.rfind(b"endobj")
    for begun in _OBJECT.finditer(content, max(0, last)):
        last = begun.start()
    return last >= 0 and content.find(b"%%EOF", last) < 0 and content.find(b"startxref", last) < 0


def _has_left_out_pages(content: mmap.mmap) -> bool:
    """Whether a node of the page tree says that it has fewer pages than it names: only so many are shown."""
    for kids in _KIDS.finditer(content):
        begin = max(content.rfind(b"obj", max(0, kids.start() - _HEAD_BYTES), kids.start()), 0)
        end = content.find(b"endobj", kids.end(), kids.end() + _HEAD_BYTES)
        body = content[begin : kids.start()] + content[kids.end() : max(end, kids.end())]
        count = _COUNT.search(body)
        if count and b"/Pages" in body and int(count.group(1)) < kids.group(1).count(b" R"):
            return True
    return False


def _has_broken_stream(content: mmap.mmap) -> bool:
    """Whether one of the first streams (pictures and fonts aside) does not unpack to its end."""
    left = _MAX_UNPACKED_BYTES
    for found in _STREAM.finditer(content):
        head = content[max(0, found.start() - _HEAD_BYTES) : found.start()].rpartition(b" obj")[2]
        if not _UNPACKS.search(head) or any(word in head for word in _HEAVY):
            continue
        data = content[found.end() : content.find(b"endstream", found.end())]
        size = unpacked(data, left)
        if size is None:
            return True
        left -= size
        if left <= 0:
            return False
    return False


def unpacked(data: bytes, most: int) -> int | None:
    """How many bytes it unpacks to, as far as asked; None when it does not."""
    if not data.strip():
        return 0
    unpacker = zlib.decompressobj()
    try:
        size = len(unpacker.decompress(data, most))
    except zlib.error:
        return None
    # The check sum behind the data may be missing: nobody looks at it.
    return size if unpacker.eof or unpacker.unconsumed_tail or size >= most or _ends(data) else None


def _ends(data: bytes) -> bool:
    bare = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        bare.decompress(data[2:])
    except zlib.error:
        return False
    return bare.eof
