"""Short names of agencies that a document itself explains: `BPPKAD = Badan …`, `Badan … (BPPKAD)`."""

import re

from nlp.components.institution_names import agency_names, bodies
from nlp.names import title_case

_LONG = r"(?P<long>(?:Dinas|Badan|Inspektorat|Satuan|Sekretariat|Bagian|Biro|Balai|Rumah\s+Sakit|Unit\s+Pelaksana)\s+[^()=;:|\n]{6,120}?)"
_SHORT = r"(?P<short>[A-Z][\w-]{2,20})"
_EQUATION = re.compile(
    r"(?<![\w/])" + _SHORT + r"\s*(?P<sign>=|:|\badalah\b|\b(?:singkatan|kependekan)\s+dari\b)\s*" + _LONG + r"(?=\s*(?:[;|\n]|\.\s|\.$|$))"
)  # fmt: skip
_EQUATES = re.compile(
    r"[=:hi]\s*+(?:Dinas|Badan|Inspektorat|Satuan|Sekretariat|Bagian|Biro|Balai|Rumah|Unit)\s"
)  # a sign's end and a name
_BRACKETED = re.compile(
    _LONG
    + r"\s*\(\s*(?:(?:yang\s+|untuk\s+)?(?:selanjutnya\s+)?(?:disebut|disingkat)(?:\s+sebagai)?\s+)?"
    + _SHORT
    + r"\s*\)"
)
_HEAD = re.compile(r"\b(?:Dinas|Badan|Inspektorat|Satuan|Sekretariat|Bagian|Biro|Balai|Rumah\s+Sakit)\s")
_REGION = re.compile(r"\s+(?:Kabupaten|Kab\.|Kota|Provinsi|Prov\.)\s.*$|\s*,?\s*$", re.S)


def glossary(text: str) -> dict[str, str]:
    """What the document's own short names, in small letters, stand for, without a region.

    An equation overrules every list; a bracket explains what no list has.
    """
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        short = match.group("short")
        long = _last_name(match.group("long"))
        if short.casefold() not in agency_names().branches and short.casefold() not in bodies().branches:
            _add(found, short, long)
    for match in _EQUATION.finditer(text) if _EQUATES.search(text) else ():
        if (
            match.group("sign") != ":" or sum(letter.isupper() for letter in match.group("short")) > 2
        ):  # no label of a row
            _add(found, match.group("short"), match.group("long"))
    return found


def _last_name(long: str) -> str:
    """The last of several agencies that stand before the bracket."""
    heads = [head.start() for head in _HEAD.finditer(long)]
    return long[heads[-1] :] if heads else long


def _add(found: dict[str, str], short: str, long: str) -> None:
    name = _REGION.sub("", " ".join(long.split()))
    if len(name.split()) >= 2 and len(name) > len(short) and _abbreviates(short, " ".join(long.split())):
        found[short.casefold()] = title_case(name)


def _abbreviates(short: str, long: str) -> bool:
    """Every letter of the short name stands in the long one, in order, and it begins with the same letter."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    rest = iter(long.casefold())
    return len(letters) > 2 and letters[0] == long[0].casefold() and all(letter in rest for letter in letters)
