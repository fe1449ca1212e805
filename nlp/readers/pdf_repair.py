"""A PDF that PDFium refuses, put together anew from the objects that are still in it.

PDFium itself finds its way over a wrong cross-reference; it gives up where the catalog or the page tree is cut off. The pages'
own objects then mostly are there: they get a new tree, catalog and trailer behind them.
"""

import re
import zlib

MAX_BYTES = 100 * 1024 * 1024
_OBJECT = re.compile(rb"(?<![\d.])(\d{1,8})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_LOCK = re.compile(
    rb"/Filter\s*/(?:Standard|Adobe\.PubSec)\b"
)  # what a trailer names as `/Encrypt`; that may be cut off
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_NUMBER = {key: re.compile(rb"/%s\s+(\d{1,8})" % key) for key in (b"N", b"First")}
_HEAD_BYTES = 4_096  # of an object: its dictionary, and of a page all that matters
_MAX_UNPACKED_BYTES = 50 * 1024 * 1024
_MAX_PAGES = 3_001


def repaired(content: bytes) -> bytes | None:
    """The file with a page tree made of the pages found in it; None when there are none or it is encrypted."""
    if b"/Encrypt" in content or _LOCK.search(content):
        return None
    start = max(0, content.find(b"%PDF-"))
    content = content[start:]
    objects = {int(match.group(1)): match.end() for match in _OBJECT.finditer(content)}
    # A cut inside of a string or stream must not swallow what is appended.
    appended = [b"\n>>)endstream\nendobj\n"]
    pages: dict[int, None] = {}
    for number, place in objects.items():
        head = content[place : place + _HEAD_BYTES].partition(b"endobj")[0]
        if _PAGE.search(head.partition(b"stream")[0]):
            pages[number] = None
        elif _PACKED.search(head):
            for inner, body in _unpacked(content, place, head):
                if inner not in objects:
                    appended.append(b"%d 0 obj\n%s\nendobj\n" % (inner, body))
                    if _PAGE.search(body):
                        pages[inner] = None
        if len(pages) >= _MAX_PAGES:
            break
    if not pages:
        return None
    free = max(objects, default=0) + 1_000_000
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    appended.append(b"%d 0 obj\n<</Type/Pages/Count %d/Kids[%s]>>\nendobj\n" % (free, len(pages), kids))
    appended.append(b"%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (free + 1, free))
    # Not to be found by an old table: that knows nothing of what was appended.
    appended.append(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n0\n%%%%EOF\n" % (free + 2, free + 1))
    head = b"" if content.startswith(b"%PDF-") else b"%PDF-1.7\n"
    return head + content + b"".join(appended)


def _unpacked(content: bytes, place: int, head: bytes) -> list[tuple[int, bytes]]:
    """The objects inside of an object stream, as far as it can be unpacked."""
    count, first = (pattern.search(head) for pattern in _NUMBER.values())
    begin = content.find(b"stream", place)
    if count is None or first is None or begin < 0:
        return []
    begin += 8 if content[begin + 6 : begin + 8] == b"\r\n" else 7
    data = content[begin : content.find(b"endstream", begin)]
    if b"/FlateDecode" in head:
        try:
            data = zlib.decompressobj().decompress(data, _MAX_UNPACKED_BYTES)
        except zlib.error:
            return []
    offset = int(first.group(1))
    index = data[:offset].split()[: 2 * int(count.group(1))]
    if len(index) % 2 or not all(item.isdigit() and len(item) < 9 for item in index):
        return []
    numbers, places = [int(item) for item in index[::2]], [offset + int(item) for item in index[1::2]]
    return [
        (number, data[at:until].strip())
        for number, at, until in zip(numbers, places, [*places[1:], len(data)], strict=True)
    ]
