"""The text in bytes: what a file or a mail says of its encoding is believed where it can be true, else it is found."""

import re

# What browsers read under these names (WHATWG Encoding Standard), and codecs of Python that are no writing of texts.
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
_WIDE = re.compile(r"(?:utf|ucs)[-_]?(?:16|32|2|4)", re.IGNORECASE)
_SINGLE = frozenset({"cp1252", "windows-1252"})
# What DOS drew tables with: `ÄÄÄ`, `ÍÍÍ`, `³`, `º` in Windows-1252, which no text has in rows.
_LINE_ART = re.compile(rb"[\xc4\xcd]{4}")
_ART_SIGNS = bytes([*range(0xB3, 0xDB)])
_ASCII = bytes(range(0x80))
# UTF-8 that some program took for Windows-1252 or Latin-1 and wrote in UTF-8 once more: `â€œ` for `“`.
_TWICE = re.compile(
    "â[\u20ac\u0080][^\\s\\w]|â[\u20ac\u0080][\u0153\u0161\u017e\u0178]|Â[\u00a0-\u00bf]|Ã[\u0080-\u00bf]"
)


def declared(content: bytes, name: str) -> str | None:
    """The text in the encoding that the file names; None where there is none of that name or the bytes are not in it."""
    name = _MEANT.get(name.casefold(), name)
    if name.casefold().replace("-", "_") in _NO_CHARSETS:
        return None
    if _WIDE.match(name) and 0 not in content[:4096]:
        return (
            None  # WHATWG: a page in which that name could be read is in another encoding; Outlook's mails say so too
        )
    try:
        if name.casefold() in _SINGLE and not content.isascii():
            return _mended(_utf8(content) or content.decode(name))
        return _mended(content.decode(name))
    except (LookupError, UnicodeError, ValueError):
        return None


def _utf8(content: bytes) -> str | None:
    """The text, where it is in UTF-8; no text of other bytes than ASCII is by chance, whatever a form or server declares."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def decoded(content: bytes) -> tuple[str, list[str]]:
    """The text of bytes in UTF-8, UTF-16 (with or without a mark) or Windows-1252, and a warning where characters are lost."""
    for mark, encoding in (
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    begun = content[:4096].rstrip(b"\0\x1a")
    if begun.count(0) > 0.3 * len(begun):
        little = content[1:4096:2].count(0) > content[0:4096:2].count(0)
        return _strictly(content, "utf-16-le" if little else "utf-16-be")
    try:
        return _mended(content.decode("utf-8")), []
    except UnicodeDecodeError:
        # A file that is UTF-8 but for a few bytes is damaged UTF-8, not another encoding.
        lenient = content.decode("utf-8", "replace")
        if lenient.count("\ufffd") < 0.25 * sum(letter > "\x7f" for letter in lenient):
            return _strictly(content, "utf-8")
        if _LINE_ART.search(content):
            high = content.translate(None, _ASCII)
            if len(high.translate(None, _ART_SIGNS)) < 0.5 * len(high):
                return content.decode("cp437"), []
        return content.decode("cp1252", "replace").replace("\ufffd", ""), []


def _strictly(content: bytes, encoding: str) -> tuple[str, list[str]]:
    try:
        return content.decode(encoding), []
    except UnicodeDecodeError:
        return content.decode(encoding, "replace"), ["Sebagian huruf dalam berkas rusak dan tidak terbaca."]


def _mended(text: str) -> str:
    return _TWICE.sub(_once, text) if "â" in text or "Â" in text or "Ã" in text else text


def _once(found: re.Match[str]) -> str:
    try:
        return b"".join(letter.encode("latin-1" if letter < "\u0100" else "cp1252") for letter in found.group()).decode(
            "utf-8"
        )
    except UnicodeError:
        return found.group()
