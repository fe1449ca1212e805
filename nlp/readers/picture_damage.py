"""Pictures of which a part is missing: cut off in transfer, or not to be decoded. Decoders mostly give what there is, and say nothing."""

import ctypes
import zlib

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nlp.readers.pdf_damage import unpacked

_PNG = b"\x89PNG\r\n\x1a\n"
_DEPTH = 12  # forms within forms
_MAX_PICTURES = 300
_MAX_BYTES = 64 * 1024 * 1024  # of a picture as it is stored


def is_cut(content: bytes) -> bool:
    """Whether a part of a JPEG or PNG did not arrive, though a decoder may find no fault: zeros often stand in its place."""
    return _is_png_cut(content) if content.startswith(_PNG) else _is_jpeg_cut(content)


def _is_png_cut(content: bytes) -> bool:
    """Whether a piece of the picture's data is short or has another check sum."""
    place = len(_PNG)
    while place + 8 <= len(content):
        size = int.from_bytes(content[place : place + 4], "big")
        kind, end = content[place + 4 : place + 8], place + 8 + size
        if kind == b"IDAT" and zlib.crc32(content[place + 4 : end]) != int.from_bytes(content[end : end + 4], "big"):
            return True
        place = end + 4
    return False


def _is_jpeg_cut(jpeg: bytes) -> bool:
    """Whether the end mark is missing behind the picture's data (a preview in the head, or a second picture, has its own)."""
    place = jpeg.find(b"\xff\xd8") + 2
    while jpeg[place : place + 1] == b"\xff" and place + 4 <= len(jpeg):
        mark = jpeg[place + 1]
        if mark == 0xDA:
            break
        if mark == 0xFF:
            place += 1
        elif mark == 0x01 or 0xD0 <= mark <= 0xD9:
            place += 2
        else:
            place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
    return jpeg.find(b"\xff\xd9", place) < 0


def has_broken(page: pdfium.PdfPage, *, thoroughly: bool) -> bool:
    """Whether a picture on the page is not whole; `thoroughly`: decode those of which their bytes do not tell."""
    pictures = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEPTH)
    return any(_is_broken(picture, thoroughly) for picture, _ in zip(pictures, range(_MAX_PICTURES), strict=False))


def _is_broken(picture: pdfium.PdfObject, thoroughly: bool) -> bool:
    filters = [_filter(picture, index) for index in range(raw.FPDFImageObj_GetImageFilterCount(picture.raw))]
    if filters in (["DCTDecode"], ["FlateDecode"]):
        content = _stored(picture)
        if content is None:
            return False
        return _is_jpeg_cut(content) if filters == ["DCTDecode"] else unpacked(content, _MAX_BYTES) is None
    if not thoroughly:
        return False
    bitmap = raw.FPDFImageObj_GetBitmap(picture.raw)
    if not bitmap:
        return True
    raw.FPDFBitmap_Destroy(bitmap)
    return False


def _filter(picture: pdfium.PdfObject, index: int) -> str:
    name = ctypes.create_string_buffer(64)
    raw.FPDFImageObj_GetImageFilter(picture.raw, index, name, len(name))
    return name.value.decode("ascii", "replace")


def _stored(picture: pdfium.PdfObject) -> bytes | None:
    """The picture's bytes in the file; None when there are too many."""
    size = raw.FPDFImageObj_GetImageDataRaw(picture.raw, None, 0)
    if size > _MAX_BYTES:
        return None
    content = ctypes.create_string_buffer(size)
    raw.FPDFImageObj_GetImageDataRaw(picture.raw, content, size)
    return content.raw
