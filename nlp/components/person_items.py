"""The persons of one cell: its one name, or its numbered items."""

import re
from collections.abc import Iterator

from nlp.components.people_names import NIP_LABEL, clean_name, find_nips, is_name, leading_name, nip_of
from nlp.extraction import Person

_I = re.IGNORECASE
IN_BRACKETS = re.compile(r"\s*\((?P<said>[^()]{2,80})\)\s*$")
# `(Non ASN)` where the others have a NIP.
_NO_NIP = re.compile(
    r"\s*[-–—,/(]*\s*\b(?:non\W{0,2}(?:ASN|PNS|PPPK)|bukan\s+(?:ASN|PNS)|honorer|PTT|THL|PHL|outsourcing|tenaga\s+(?:kontrak|honorer|alih\s+daya|harian\s+lepas)|tidak\s+ada)\b.*$",
    _I,
)
ITEMS = re.compile(r"(?:^|\s)(?=\d{1,2}[.)]\s+[A-Z])")


def name_of_cell(text: str) -> str | None:
    nips = find_nips(text)
    if nips:
        text = text[: nips[0].start] if nips[0].start > 3 else text[nips[0].end :]
    text = NIP_LABEL.split(text)[0]
    if not nips:
        text = _NO_NIP.sub("", text)
        if (said := IN_BRACKETS.search(text)) and is_name(clean_name(text[: said.start()])):
            text = text[: said.start()]
    name = clean_name(text)
    return name if len(name) > 2 and any(character.isalpha() for character in name) else None


def _office_in(line: str, name: str) -> str | None:
    """`Kabid Aset` in `1. Hamdani, S.E. - Kabid Aset`."""
    match = re.match(
        r"\s*[-–—(]\s*(?P<office>[A-Z][^()|]{3,70}?)[\s);.]*(?:-{3,}.*)?$", line[line.find(name) + len(name) :]
    )
    return match["office"] if match else None


def _office_after_nip(line: str) -> str | None:
    """`Pranata Komputer` in `2) Asrul, S.Kom.; NIP 19910909 201903 1 005; Pranata Komputer`."""
    nips = find_nips(line)
    match = re.match(r"\s*[;,(–-]\s*(?P<office>[A-Z][^;()|]{3,70}?)[\s);.]*$", line[nips[-1].end :]) if nips else None
    return match["office"] if match else None


def people_of_items(text: str) -> Iterator[Person]:
    """The persons of a cell's numbered items, each with a NIP, an office or a degree."""
    found: list[Person] = []
    for line in ITEMS.split(text):
        nip = nip_of(line) if find_nips(line) else None
        name = leading_name(line, single=True) or name_of_cell(line)
        office = _office_in(line, name) if name and nip is None else _office_after_nip(line)
        if name and (nip or office or (is_name(name) and "," in name)):
            found.append(Person(name, nip, office, None))
        elif name and len(found) > 1 and is_name(name) and ITEMS.match(line):
            found.append(Person(name, None, None, None))  # `3. Abdul Karim`, after others
    yield from found
