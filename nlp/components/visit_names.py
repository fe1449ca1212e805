"""Where a sentence names the parties of the document: by name, label, region, initials or the town in which one sits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp.components.institutions import find_institutions, region_of
from nlp.components.visit_initials import abbreviated, short_names
from nlp.components.visit_labels import labels, labels_of_record
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention
from nlp.names import starts_of
from nlp.words import seats
from nlp.words.places import find_regions

_I = re.IGNORECASE
_PARTY_WORD = re.compile(r"\bP[Il1]HAK\s+(?P<n>PERTAMA|KE\s?-?\s?(?:SATU|DUA|TIGA|EMPAT|LIMA|\d)|I{1,3}V?|[1-5])\b", _I)
_PARTY_NUMBER = {
    "SATU": 1,
    "PERTAMA": 1,
    "DUA": 2,
    "TIGA": 3,
    "EMPAT": 4,
    "LIMA": 5,
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
}
_DIRECTION = re.compile(
    r"\b(?:Utara|Selatan|Barat|Timur|Tengah|Tenggara|Daya|Besar|Raya|Jaya|Hulu|Hilir|Ilir|Ulu|Laut|Kepulauan)\b"
)
_PARENT = r"(?:Universitas|Institut|Politeknik|Sekolah|Provinsi|Kabupaten|Kota|Sekretariat|Pemerintah|Kementerian)\b"
_HOME_ROLE = re.compile(
    r"\b(?:daerah|instansi|kampung|kota|kabupaten)\s+(?:asal|halaman)(?:\s+(?:peserta|mereka))?\b", _I
)
_HOST_ROLE = re.compile(
    r"(?<!menjadi )(?<!sebagai )\btuan\s+rumah\b(?!\s+bagi)|\bpara\s+(?:mentor|pembimbing)\b|\b(?:mentor|pembimbing)(?:\s+lapangan)?\s+kami\b",
    _I,
)
_NEAR = 70  # characters between two names of the same side that count as one
_OF_PARENT = re.compile(rf"\s+(?={_PARENT})")


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a visit: the party and where in the sentence it is named."""

    name: str
    start: int


class Names:
    """The parties of a document as sentences name them."""

    def __init__(self, facts: Facts, text: str) -> None:
        self.facts = facts
        self.agreement = facts.kind in (Kind.MOU, Kind.AGREEMENT)
        self.home = next((party for party in facts.parties if party.role == "home"), None)
        self.host = next((party for party in facts.parties if party.role == "host"), None)
        self.regions = [(party, region_of(party.name)) for party in facts.parties]
        self.short_names = short_names(facts.parties, text)
        self.seats = self._seats()
        self.abbreviated = {} if self.agreement else abbreviated(facts, self.regions, text)
        self.heads = self._heads() if self.agreement else {}
        self.labels = labels(text, facts) if self.agreement else labels_of_record(text, facts)

    def _heads(self) -> dict[str, str]:
        """An agreement's party by its name without whose it is, where no other party has that: `Fakultas Teknik`, `Dinas Sosial`."""
        names = [party.name for party in self.facts.parties]
        heads = {name: _OF_PARENT.split(name)[0] for name in names}
        return {
            head: name
            for name, head in heads.items()
            if head != name
            and " " in head
            and not head.startswith("Pemerintah")
            and sum(head in other for other in names) == 1
        }

    def _seats(self) -> dict[str, str]:
        """The town of each regency and province among the parties, where no other party has that town's name."""
        found: dict[str, str] = {}
        for party, region in self.regions:
            seat = seats().get((region or "").removeprefix("Kabupaten "))
            if seat is not None and not any(seat in (other or "") for _, other in self.regions):
                found[party.name] = seat
        return {name: seat for name, seat in found.items() if list(found.values()).count(seat) == 1}

    def named(self, line: str) -> list[Side]:
        """The parties that the sentence names, in its order."""
        found: list[Side] = []
        for match in _PARTY_WORD.finditer(line) if self.agreement else ():
            said = re.sub(r"^KE\W*", "", match["n"].upper())
            number = int(said) if said.isdecimal() else _PARTY_NUMBER.get(said)
            party = next((party for party in self.facts.parties if party.role == f"party_{number}"), None)
            if party is not None:
                found.append(Side(party.name, match.start()))
        for mention in find_institutions(line):
            if name := self._by_own_name(mention) or self.party_name(mention.name, mention.region):
                found.append(Side(name, mention.start))
            elif mention.region is None and mention.name in self.heads:
                found.append(Side(self.heads[mention.name], mention.start))
        for head, name in self.heads.items():
            if head in line and not any(side.name == name for side in found):
                own = re.compile(rf"\b{re.escape(head)}\b(?!\s+{_PARENT})")
                found += [Side(name, match.start()) for match in own.finditer(line)]
        for party, region in self.regions:
            place = _place_of(region) if region else _own_words(party.name)
            for start in _mentions(place, line):
                near = any(abs(side.start - start) < _NEAR and side.name == party.name for side in found)
                near = near and not line.endswith((" ke ", " menuju "), 0, start)
                if region and _is_namesake(region, line, start):
                    continue
                if not near and not self._names_both(place):
                    found.append(Side(party.name, start))
        for party in self.facts.parties:
            for short in (name for name in self.short_names.get(party.name, ()) if name in line):
                found += [Side(party.name, start) for start in starts_of(short, line)]
        for label, name in self.labels.items():
            if label in line:
                found += [Side(name, start) for start in starts_of(label, line)]
        for short, name in self.abbreviated.items():
            if short in line and not any(side.name == name for side in found):
                found += [Side(name, start) for start in starts_of(short, line)]
        found += self._by_role(line, found)
        found += self._at_town(line, found)
        found += self._at_seats(line, found)
        return sorted(found, key=lambda side: side.start)

    def _by_role(self, line: str, found: Sequence[Side]) -> list[Side]:
        """Home and host by their part in the story: `daerah asal peserta`, `tuan rumah`, `para mentor`."""
        named = {side.name for side in found}
        roles = ((self.home, _HOME_ROLE), (self.host, _HOST_ROLE))
        if self.agreement or not (self.home and self.host):
            return []
        return [
            Side(party.name, match.start())
            for party, role in roles
            if party is not None and party.name not in named
            for match in role.finditer(line)
        ]

    def _at_town(self, line: str, found: Sequence[Side]) -> list[Side]:
        """The host by the town where the story takes place."""
        town = self.facts.place
        if not town or self.host is None or any(side.name == self.host.name for side in found):
            return []
        if self.home and town in self.home.name:
            return []
        if region_of(self.host.name) is None and self._has_government(town):
            return []  # what another government's town is, is no place of a body of the state
        named = next(starts_of(town, line), None)
        if named is None or _is_namesake(region_of(self.host.name) or "", line, named):
            return []
        return [Side(self.host.name, named)]

    def _has_government(self, town: str) -> bool:
        """Whether the document names an institution of the town or of its regency that is no party."""
        return any(
            mention.sure
            and (mention.region or "").split(" ", 1)[-1] == town
            and not self.party_name(mention.name, mention.region)
            for mention in self.facts.institutions
        )

    def _at_seats(self, line: str, found: Sequence[Side]) -> list[Side]:
        """A regency or a province by the town in which it sits: `akan ke Labuan Bajo`."""
        seats_: list[Side] = []
        for name, seat in self.seats.items():
            if seat in line:
                near = [side.start for side in found if side.name == name]
                seats_ += [
                    Side(name, start)
                    for start in starts_of(seat, line)
                    if not any(abs(other - start) < _NEAR for other in near)
                    or line.endswith(("ke ", "di ", "menuju "), 0, start)
                ]
        return seats_

    def _names_both(self, place: str) -> bool:
        return sum(1 for _, region in self.regions if region and place in region) > 1

    def _by_own_name(self, mention: InstitutionMention) -> str | None:
        """The one party with the name of an institution whose region the sentence leaves open: `RSUD Selong`, whatever region follows."""
        if mention.sure or mention.kind == "government":
            return None
        base = mention.name.removesuffix(mention.region or "").strip().casefold()
        alike = [party.name for party in self.facts.parties if party.name.casefold().startswith(base)]
        return alike[0] if len(alike) == 1 and " " in base else None

    def party_name(self, name: str, region: str | None) -> str | None:
        for party in self.facts.parties:
            if party.name == name and party.role != "facilitator":
                return party.name
        for party, party_region in self.regions:
            if region and party_region == region and party.role != "facilitator":
                return party.name
        return None


def _place_of(region: str) -> str:
    """The name by which one speaks of a region: `Kota Administrasi Jakarta Selatan` is `Jakarta Selatan`."""
    return re.sub(r"^(?:(?:Provinsi|Kabupaten|Kota|Administrasi|Daerah\s+(?:Istimewa|Khusus)|Ibukota)\s+)+", "", region)


_KIND_BEFORE = re.compile(
    r"(?:(?P<regency>\b(?:Kabupaten|Kab\.|Pemkab|Bupati))|(?P<city>\b(?:Kota|Pemkot|Wali\s?[Kk]ota))|(?P<province>\b(?:Provinsi|Prov\.|Pemprov|Gubernur)))\s+$",
    _I,
)
_KIND_OF = {"Kabupaten": "regency", "Kota": "city", "Provinsi": "province"}


def _is_namesake(region: str, line: str, start: int) -> bool:
    """`Kabupaten Tegal` where the party is of `Kota Tegal`: another government of the same name."""
    before = _KIND_BEFORE.search(line, max(0, start - 12), start)
    kind = _KIND_OF.get(region.split(" ")[0])
    return before is not None and kind is not None and before[kind] is None


def _mentions(place: str, line: str) -> list[int]:
    """Where a region is named, `Rote Ndao` also as `Rote`; `Gorontalo Utara` is never `Gorontalo`."""
    first, _, second = place.partition(" ")
    if (
        first not in line
        and not (first == _ISLANDS and second.split(" ")[0] in line)
        and not (first.casefold() in line.casefold() and _is_informal(line))
    ):
        return []
    found = list(starts_of(place, line))
    if not found and len(place) >= _TELLING and place.casefold() in line.casefold() and _is_informal(line):
        return list(starts_of(place.lower(), line.lower()))
    if found or not second:
        return found
    if _ISLANDS in place.split():
        islands = place.replace(_ISLANDS, "").split()[0]  # `Tidore`, `Selayar`
        return list(starts_of(islands, line)) if _is_their_own(islands) else []
    if len(first) < 4 or _DIRECTION.search(second):
        return found
    return list(starts_of(first, line))


_ISLANDS = "Kepulauan"


@cache
def _is_their_own(islands: str) -> bool:
    """Whether a word of a region's name stands for it alone: `Tidore`, but `Bangka` is a regency of its own."""
    return (
        len(islands) >= _TELLING
        and islands[0].isupper()
        and not any(
            each.official.split(" ", 1)[-1] == islands for region in find_regions(islands) for each in region.candidates
        )
    )


_TELLING = 5  # letters of a place's name that is known without its capital


def _is_informal(line: str) -> bool:
    """A message typed without capitals: places are named in small letters there."""
    words = line.split()
    return len(words) > 5 and sum(word[:1].isupper() for word in words[1:]) <= len(words) // 12


def _own_words(name: str) -> str:
    """What sets a name without a known region apart: `City Government of General Santos` is `General Santos`."""
    return re.sub(
        r"^(?:(?:City|Municipal|Provincial)\s+Government\s+of|Government\s+of|Pemerintah(?:\s+\w+)?)\s+", "", name
    ).split(" Municipal ")[0]
