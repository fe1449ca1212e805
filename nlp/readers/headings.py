"""What looks like a heading in formats that say how text is set but not always what it is."""

import re

_SECTION = re.compile(
    r"(?:BAB|Bab|PASAL|Pasal|BAGIAN|Bagian|ARTICLE|Article|LAMPIRAN|Lampiran)\s+(?:[IVXLC]+|\d+|[Kk]e\w+|KE\w+)\b"
)
_PERSON = re.compile(r",\s*(?:S|M|A|Sp)\.|\b(?:Drs?|Dra|Ir|Prof|H|Hj)\.\s|\bNIP\b|^Nomor\b|:")


def looks_like_heading(text: str, *, bold: bool, centred: bool, listed: bool = False) -> bool:
    """A short line that names what follows: `Pasal 3`, or set bold, or centred in capitals; no sentence, no person."""
    if len(text) > 160 or ("\n" in text and len(text) > 120):
        return False
    words = text.split()
    if _SECTION.match(text) and len(words) <= 12 and not text.endswith((".", ";")):
        return bold or centred or len(words) <= 2 or text.isupper()
    if (
        len(words) > 14
        or text.endswith((".", ";", ",", ":"))
        or _PERSON.search(text)
        or not any(c.isalpha() for c in text)
    ):
        return False
    capital = text.upper() == text and sum(c.isalpha() for c in text) > 3
    if listed:
        return bold
    return bold or (centred and capital) or (capital and len(words) <= 8)
