"""For whom and by whom a record of handing over is signed on each side: `Nama X`, `NIP …`, `Jabatan Y`, `selanjutnya disebut PIHAK YANG MENYERAHKAN`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.components.institutions import region_of
from nlp.components.party_names import official_party_name
from nlp.components.people_names import clean_name, is_name
from nlp.extraction import Party, Representative
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source

_RECORD = re.compile(r"^\W*berita\s+acara\b", re.I | re.M)
_SIDE = re.compile(r"\b(?:selanjutnya\s+)?disebut\s+(?:juga\s+|sebagai\s+)?[“\"]?PIHAK\b", re.I)
_NAME = re.compile(r"(?:^|\n)\W*(?:(?:[IVX]{1,4}|\d{1,2})[.)]?\s+)?Nama\b\s*:?\s*(?P<name>[^\n]{3,80})\n", re.I)
_OFFICE = re.compile(
    r"\n\W*Jabatan\b\s*:?\s*(?P<office>.{4,200}?)(?=\s*[,;]?\s*\b(?:yang\s+)?(?:bertindak|mewakili|dalam\s+hal\s+ini|selanjutnya|selaku)\b|\n\W*[A-Z][a-z]+\s*:|$)",
    re.I | re.S,
)
# `bertindak untuk dan atas nama Badan X`, up to the end of what is said.
_FOR_WHOM = re.compile(
    r"\b(?:bertindak\s+(?:selaku\s+wakil\s+|untuk\s+)?(?:dan\s+)?(?:atas\s+nama\s+)?|atas\s+nama\s+|mewakili\s+)\W*(?P<body>[A-Z][^:;|]{5,160}?)"
    r"(?=\s*[,;(]?\s*(?:(?:yang|untuk|dan)\s+)*$|\s*,\s+(?:berkedudukan|beralamat|sesuai|berdasarkan)\b)",
    re.I | re.S,
)
_HEAD = 600  # characters in which the paper says what it is
_SPAN = 700  # characters from a name to the end of its formula


@dataclass(frozen=True, slots=True)
class _Side:
    said: str
    signer: Representative
    body: tuple[str, int, int] | None  # for whom one acts: the official name and where it stands


def with_handing_over(source: Source, facts: Facts, parties: list[Party]) -> list[Party]:
    """The parties with the person whose office or formula names the party's region; only in a record with sides.

    For whom that person acts is the party.
    """
    if not parties or _RECORD.search(source.text, 0, _HEAD) is None:
        return parties
    sides = _sides(source, facts.institutions)
    return [_told(source, party, sides) for party in parties]


def _told(source: Source, party: Party, sides: Sequence[_Side]) -> Party:
    region = region_of(party.name)
    mine = [side for side in sides if region is not None and region in side.said]
    if len(mine) != 1:
        return party
    side = mine[0]
    if side.body is not None and region_of(side.body[0]) == region:
        name, start, end = side.body
        written = " ".join(source.text[start:end].split())
        party = replace(party, name=name, as_written=written, evidence=source.evidence(start, end))
    return party if party.representative is not None else replace(party, representative=side.signer)


def _sides(source: Source, mentions: list[InstitutionMention]) -> list[_Side]:
    """What is said of each side, who it is and for whom."""
    text = source.text
    found: list[_Side] = []
    begin = 0
    for side in _SIDE.finditer(text):
        start = max(begin, side.start() - _SPAN)
        begin = side.end()
        said = text[start : side.start()]
        named = [*_NAME.finditer(said)][-1:]
        office = _OFFICE.search(said, named[0].end() - 1) if named else None
        name = clean_name(named[0]["name"]) if named else ""
        if office is None or not is_name(name):
            continue
        position = " ".join(office["office"].split()).rstrip(" ,;")
        acts = _FOR_WHOM.search(said, named[0].end())
        body: tuple[str, int, int] | None = None
        if acts is not None:
            first, last = start + acts.start("body"), start + acts.end("body")
            official = official_party_name(text[first:last], first, last, mentions)
            body = (official, first, last) if official is not None else None
        found.append(_Side(" ".join(said[named[0].start() :].split()), Representative(name, position), body))
    return found
