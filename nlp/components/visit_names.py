"""Where a sentence names the parties of the document: by name, label, region, initials or the town in which one sits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.components.institutions import find_institutions, region_of
from nlp.components.visit_initials import abbreviated, short_names
from nlp.components.visit_labels import labels, labels_of_record
from nlp.components.visit_places import is_namesake, mentions_of, own_words, place_of
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention
from nlp.names import starts_of
from nlp.words import seats

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
        found = [*self._by_number(line), *self._by_institution(line)]
        found += self._by_head(line, found)
        found += self._by_region(line, found)
        found += self._by_short_name(line)
        found += self._by_initials(line, found)
        found += self._by_role(line, found)
        found += self._at_town(line, found)
        found += self._at_seats(line, found)
        return sorted(found, key=lambda side: side.start)

    def _by_number(self, line: str) -> Iterator[Side]:
        """An agreement's `PIHAK KEDUA`."""
        for match in _PARTY_WORD.finditer(line) if self.agreement else ():
            said = re.sub(r"^KE\W*", "", match["n"].upper())
            number = int(said) if said.isdecimal() else _PARTY_NUMBER.get(said)
            party = next((party for party in self.facts.parties if party.role == f"party_{number}"), None)
            if party is not None:
                yield Side(party.name, match.start())

    def _by_institution(self, line: str) -> Iterator[Side]:
        for mention in find_institutions(line):
            if name := self._by_own_name(mention) or self.party_name(mention.name, mention.region):
                yield Side(name, mention.start)
            elif mention.region is None and mention.name in self.heads:
                yield Side(self.heads[mention.name], mention.start)

    def _by_head(self, line: str, found: Sequence[Side]) -> list[Side]:
        """An agreement's party without whose it is: `Fakultas Teknik`."""
        named = {side.name for side in found}
        return [
            Side(name, match.start())
            for head, name in self.heads.items()
            if head in line and name not in named
            for match in re.finditer(rf"\b{re.escape(head)}\b(?!\s+{_PARENT})", line)
        ]

    def _by_region(self, line: str, found: Sequence[Side]) -> list[Side]:
        """The parties by their region's name alone, where they are not just named in full."""
        new: list[Side] = []
        for party, region in self.regions:
            place = place_of(region) if region else own_words(party.name)
            for start in mentions_of(place, line):
                if region and is_namesake(region, line, start):
                    continue
                near = any(abs(side.start - start) < _NEAR and side.name == party.name for side in (*found, *new))
                near = near and not line.endswith((" ke ", " menuju "), 0, start)
                if not near and not self._names_both(place):
                    new.append(Side(party.name, start))
        return new

    def _by_short_name(self, line: str) -> Iterator[Side]:
        """The parties by the short names and labels that the document gives them."""
        for party in self.facts.parties:
            for short in self.short_names.get(party.name, ()):
                if short in line:
                    yield from (Side(party.name, start) for start in starts_of(short, line))
        for label, name in self.labels.items():
            if label in line:
                yield from (Side(name, start) for start in starts_of(label, line))

    def _by_initials(self, line: str, found: Sequence[Side]) -> list[Side]:
        """The parties that nothing else names, by the first of their abbreviations that the sentence has."""
        named = {side.name for side in found}
        new: list[Side] = []
        for short, name in self.abbreviated.items():
            if short in line and name not in named:
                starts = [*starts_of(short, line)]
                new += [Side(name, start) for start in starts]
                named |= {name} if starts else set()
        return new

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
        if named is None or is_namesake(region_of(self.host.name) or "", line, named):
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
