"""What a file is, by its content: the name is only looked at to tell a renamed file from an unknown one."""

import re
from pathlib import Path

from nlp.errors import (
    DamagedFile,
    EmptyFile,
    LockedFile,
    PhonePicture,
    RenamedFile,
    SuspiciousArchive,
    SuspiciousZip,
    UnsupportedFormat,
    ZipArchive,
)
from nlp.readers import archive

_HEAD_BYTES = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM_STEP = 64  # bytes: short streams begin at any of these, long ones at every eighth
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"GIF87a", b"GIF89a")
# ISO base media files: what Apple's and newer phones' cameras save. Their video has other brands.
_PHONE_PICTURE = re.compile(rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])", re.DOTALL)
_BITMAP = re.compile(rb"BM....\0\0\0\0....[\x0c\x28\x38\x40\x6c\x7c]\0\0\0", re.DOTALL)
_BEGINNING = re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\xff\xd8\xff[\xdb\xe0-\xef]|\x89PNG\r\n\x1a\n")
_MOST_RUBBISH = 1_024  # bytes before the beginning of a file
_PACKAGES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.text-master": "odt",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.oasis.opendocument.presentation-template": "odp",
}
_PDF_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")
# What one file of XML begins with when an office program wrote it; with a DOCTYPE before it, none did.
_OFFICE_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*)*<(office:document|pkg:package|w:wordDocument)\s")
_OPEN_KIND = re.compile(rb"office:mimetype\s*=\s*[\"']([\w.+/-]+)")
_PADDING = b"\0\x1a"  # what CP/M, DOS and a copy by blocks leave behind a text
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|article|div|p|h1)[\s>]", re.IGNORECASE)
_OFFICE_PAGE = re.compile(rb"urn:schemas-microsoft-com:office|content\s*=\s*[\"']?Word\.Document", re.IGNORECASE)
_ERROR_PAGE = re.compile(rb"type\s*=\s*[\"']?password|<script|captcha|\b[45]0\d\b[^<]{0,40}(?:not found|forbidden|error|denied|gateway)|<title>\s*(?:error|[45]0\d)",
                         re.IGNORECASE)  # fmt: skip
_SHORTEST_PAGE = 500  # bytes
_MAIL_HEADER = re.compile(
    rb"^(?:From|To|Received|Return-Path|Date|Subject|MIME-Version|Message-ID|Delivered-To|X-[\w-]+):[ \t]", re.I | re.M
)
_A_HEAD = re.compile(rb"[A-Za-z][\w-]{1,40}:[ \t]|From ")
_MAIL_ENDINGS = frozenset({".eml", ".mht", ".mhtml"})
# Endings that promise a binary format: text under such a name is an error page or a renamed file, not the document.
_BINARY_ENDINGS = frozenset(
    {".pdf", ".docx", ".pptx", ".odt", ".odp", ".doc", ".ppt", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp"}
)  # fmt: skip
_TEXT_ENDINGS = frozenset({".txt", ".text", ".csv", ".md", ".htm", ".html", ".eml", ".mht", ".mhtml", ".log"})
_ENDINGS = {
    "pdf": {".pdf"},
    "docx": {".docx", ".docm", ".dotx"},
    "pptx": {".pptx", ".pptm", ".ppsx"},
    "odt": {".odt", ".ott"},
    "odp": {".odp", ".otp"},
    "doc": {".doc", ".dot", ".wps"},
    "ppt": {".ppt", ".pps"},
    "rtf": {".rtf", ".doc"},
    "html": {".html", ".htm", ".xhtml"},
    "eml": {".eml", ".mht", ".mhtml", ".html", ".htm"},
    "image": {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".jfif", ".bmp", ".gif", ".webp"},
}
_KNOWN_ENDINGS = frozenset().union(*_ENDINGS.values())


def detect(path: Path, name: str) -> str:
    """The format of the file: `pdf`, `docx`, `pptx`, `odt`, `odp`, `doc`, `ppt`, `rtf`, `image`, `eml`, `html` or `txt`.

    Raises the `ReadError` that says why nobody can read it: empty, locked, damaged, renamed, unsupported.
    """
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile(name)
    with path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    if not head.strip(b"\0 \t\r\n"):
        raise EmptyFile(name) if size <= _HEAD_BYTES else DamagedFile("only zeros")
    ending = Path(name).suffix.lower()
    found = _binary(path, head[_rubbish_in(head, ending) :], ending)
    if found:
        return found
    if ending == ".pdf" and b"%%EOF" in head:
        return "pdf"
    if size <= _HEAD_BYTES:
        head = head.rstrip(_PADDING)
    if not _is_text(head, lenient=ending in _TEXT_ENDINGS):
        raise _unknown(ending, head)
    if found := _office_xml(head):
        return found
    if ending in _BINARY_ENDINGS:
        if ending == ".doc" and (found := _page_as_document(head)):
            return found
        raise RenamedFile(name)
    return _text_kind(head, ending)


def rubbish_before(path: Path, name: str) -> int:
    """How many bytes stand before the file itself: a server's error message, an empty line, a mark of UTF-8."""
    with path.open("rb") as stream:
        return _rubbish_in(stream.read(_MOST_RUBBISH), Path(name).suffix.lower())


def _rubbish_in(head: bytes, ending: str) -> int:
    found = _BEGINNING.search(head[:_MOST_RUBBISH]) if ending in _BINARY_ENDINGS else None
    before = head[: found.start()] if found else b""
    own = b"%PDF-" in before or before.lstrip().startswith(b"{\\rtf")  # those hold pictures themselves
    return len(before) if before and not own and _is_text(before, lenient=False) else 0


def mismatch(found: str, name: str) -> bool:
    """Whether the name promises another of the formats that are read."""
    ending = Path(name).suffix.lower()
    return found in _ENDINGS and ending in _KNOWN_ENDINGS and ending not in _ENDINGS[found]


def _binary(path: Path, head: bytes, ending: str) -> str | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        try:
            return _package(path, ending)
        except SuspiciousArchive as error:
            if ending != ".zip":
                raise
            raise SuspiciousZip(error.detail) from error
    if _is_pdf(head):
        return "pdf"
    if head.startswith(_OLE):
        return _compound(path)
    if is_picture(head):
        return "image"
    if _PHONE_PICTURE.match(head):
        raise PhonePicture(path.name)
    return "rtf" if head.lstrip().startswith(b"{\\rtf") else None


def is_picture(head: bytes) -> bool:
    """Whether the file that begins so is a picture of a kind that is read."""
    web = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return head.startswith(_PICTURES) or web or _BITMAP.match(head) is not None


def _is_pdf(head: bytes) -> bool:
    """Whether a PDF's mark stands where readers look for it; a text may name it, but has no object."""
    place = head[:1024].find(b"%PDF-")
    return place >= 0 and (not head[:place].strip(b"\xef\xbb\xbf\0 \t\r\n") or _PDF_OBJECT.search(head) is not None)


def _package(path: Path, ending: str) -> str:
    with archive.opened(path) as package:
        names = set(package.names)
        if "EncryptedPackage" in names:
            raise LockedFile(path.name)
        if "mimetype" in names:
            kind = package.read("mimetype").strip().decode("ascii", "replace")
            if found := _PACKAGES.get(kind):
                manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
                if b"encryption-data" in manifest:
                    raise LockedFile(path.name)
                return found
            raise UnsupportedFormat(kind)
        lowered = {name.lower() for name in names}
        if "word/document.xml" in lowered:
            return "docx"
        if "ppt/presentation.xml" in lowered:
            return "pptx"
        if "[content_types].xml" in lowered:
            types = package.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
            if b"wordprocessingml" in types:
                return "docx"
            if b"presentationml" in types:
                return "pptx"
            raise UnsupportedFormat("zip")
    # By its name too: programs of many kinds pack what they write, and to unpack that would help nobody.
    raise ZipArchive("zip") if ending == ".zip" else UnsupportedFormat("zip")


def _compound(path: Path) -> str:
    """Which old Office file it is, by the names in its directory; encrypted new ones are wrapped in the same container."""
    with path.open("rb") as stream:
        content = stream.read(64 * 1024 * 1024)
    if "EncryptedPackage".encode("utf-16-le") in content or "EncryptionInfo".encode("utf-16-le") in content:
        raise LockedFile(path.name)
    if "WordDocument".encode("utf-16-le") in content:
        if _is_locked_word(content):
            raise LockedFile(path.name)
        return "doc"
    if "PowerPoint Document".encode("utf-16-le") in content:
        if "EncryptedSummary".encode("utf-16-le") in content:
            raise LockedFile(path.name)
        return "ppt"
    raise UnsupportedFormat("ole")


def _is_locked_word(content: bytes) -> bool:
    """Whether a flag at the start of Word's stream says that it is encrypted ([MS-DOC] 2.5.2, FibBase)."""
    place = -1
    while (place := content.find(b"\xec\xa5", place + 1)) >= 0:
        if place % _STREAM_STEP == 0 and 0x65 <= int.from_bytes(content[place + 2 : place + 4], "little") <= 0x200:
            return bool(int.from_bytes(content[place + 10 : place + 12], "little") & 0x100)
    return False


def _is_text(head: bytes, *, lenient: bool) -> bool:
    """Whether the bytes are text. `lenient`: the name says so, and stray controls and zeros are damage, not another format."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    zeros = head.count(0)
    # UTF-16 without a mark: every second byte of Latin text is zero; UTF-32: three of four.
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if zeros > len(head) * 0.3 and (even < zeros * 0.4 or odd < zeros * 0.4):
        return True
    controls = sum(head.count(bytes((code,))) for code in (*range(1, 9), *range(14, 27), *range(28, 32), 127))
    if not zeros and controls <= len(head) * 0.02:
        return True
    if lenient:
        letters = sum(head.count(bytes((code,))) for code in (*range(0x41, 0x5B), *range(0x61, 0x7B), 0x20))
        return zeros + controls <= len(head) * 0.2 and letters > len(head) * 0.5
    return False


def _unknown(ending: str, head: bytes) -> Exception:
    if ending in _BINARY_ENDINGS:
        foreign = head.startswith((b"MZ", b"\x7fELF", b"RIFF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"SQLite"))
        return RenamedFile(ending) if foreign else DamagedFile(ending)
    return UnsupportedFormat(ending)


def _text_kind(head: bytes, ending: str) -> str:
    plain = head.replace(b"\0", b"")
    start = plain[:4096]
    if ending != ".txt" and (ending in _MAIL_ENDINGS or _is_mail(start)):  # before HTML: most mails carry some
        return "eml"
    if ending in {".html", ".htm", ".xhtml"} or (ending != ".txt" and _HTML.search(start)):
        return "html"
    if ending == ".txt" and re.match(rb"(?:\xef\xbb\xbf|\xff\xfe)?\s*<!doctype html|\s*<html", start, re.I):
        return "html"
    return "txt"


def _office_xml(head: bytes) -> str | None:
    """The kind of a document that an office program wrote as one file of XML; Word's of 2003 is left to LibreOffice."""
    begun = _OFFICE_XML.match(head)
    if begun is None:
        return None
    if begun.group(1) == b"w:wordDocument":
        return "doc"
    if begun.group(1) == b"pkg:package":
        kind = "docx" if b"wordprocessingml" in head else "pptx" if b"presentationml" in head else None
    else:
        named = _OPEN_KIND.search(head)
        kind = _PACKAGES.get(named.group(1).decode()) if named else "odt"
    if kind is None:
        raise UnsupportedFormat("xml")
    return kind


def _page_as_document(head: bytes) -> str | None:
    """What an office's portal exports "to Word": a web page, or one with its pictures, that Word opens under the name of its own."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if re.match(rb"MIME-Version:", start, re.IGNORECASE) and b"multipart/related" in start[:2_000].lower():
        return "eml"
    if not _HTML.search(start[:4_096]):
        return None
    return (
        "html" if _OFFICE_PAGE.search(start) or not (len(start) < _SHORTEST_PAGE or _ERROR_PAGE.search(start)) else None
    )


def _is_mail(start: bytes) -> bool:
    """Whether it begins with the heads of a mail, or of a web page saved with its pictures (MHTML, RFC 2557)."""
    heads = re.split(rb"\r?\n\r?\n", start.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    return _A_HEAD.match(heads) is not None and len(_MAIL_HEADER.findall(heads)) >= 3
