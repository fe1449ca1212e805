"""Who signs a record of handing over for each side: `Nama X`, `NIP …`, `Jabatan Y`, `selanjutnya disebut PIHAK YANG MENYERAHKAN`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.components.institutions import region_of
from nlp.components.people_names import clean_name, is_name
from nlp.extraction import Party, Representative
from nlp.source import Source

_RECORD = re.compile(r"^\W*berita\s+acara\b", re.I | re.M)
_SIDE = re.compile(r"\b(?:selanjutnya\s+)?disebut\s+(?:juga\s+|sebagai\s+)?[“\"]?PIHAK\b", re.I)
_NAME = re.compile(r"(?:^|\n)\W*(?:(?:[IVX]{1,4}|\d{1,2})[.)]?\s+)?Nama\b\s*:?\s*(?P<name>[^\n]{3,80})\n", re.I)
_OFFICE = re.compile(
    r"\n\W*Jabatan\b\s*:?\s*(?P<office>.{4,200}?)(?=\s*[,;]?\s*\b(?:yang\s+)?(?:bertindak|dalam\s+hal\s+ini|selanjutnya|selaku)\b|\n\W*[A-Z][a-z]+\s*:|$)",
    re.I | re.S,
)
_HEAD = 600  # characters in which the paper says what it is
_SPAN = 700  # characters from a name to the end of its formula


def with_handing_over(source: Source, parties: list[Party]) -> list[Party]:
    """The parties with the person whose office or formula names the party's region; only in a record with sides."""
    if not parties or _RECORD.search(source.text, 0, _HEAD) is None:
        return parties
    sides = _sides(source.text)
    return [
        replace(party, representative=_of(party, sides)) if party.representative is None else party for party in parties
    ]


def _sides(text: str) -> list[tuple[str, Representative]]:
    """What is said of each side, and who it is."""
    found: list[tuple[str, Representative]] = []
    begin = 0
    for side in _SIDE.finditer(text):
        start = max(begin, side.start() - _SPAN)
        begin = side.end()
        said = text[start : side.start()]
        named = [*_NAME.finditer(said)][-1:]
        office = _OFFICE.search(said, named[0].end() - 1) if named else None
        name = clean_name(named[0]["name"]) if named else ""
        if office is not None and is_name(name):
            position = " ".join(office["office"].split()).rstrip(" ,;")
            found.append((" ".join(said[named[0].start() :].split()), Representative(name, position)))
    return found


def _of(party: Party, sides: Sequence[tuple[str, Representative]]) -> Representative | None:
    region = region_of(party.name)
    mine = [signer for said, signer in sides if region is not None and region in said]
    return mine[0] if len(mine) == 1 else None
