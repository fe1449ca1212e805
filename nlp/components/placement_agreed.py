"""Where an agreement sends participants: the clause or the column that says so, and the party that takes them in."""

import re
from collections.abc import Mapping, Sequence

from nlp.components.institutions import region_of
from nlp.components.placement_found import Found, Places, once, with_heads_behind
from nlp.components.placement_glossary import glossary_of
from nlp.components.placement_lists import from_clauses, from_labels, from_lists
from nlp.components.placement_tables import from_tables
from nlp.components.placement_unit_names import is_agency
from nlp.components.placement_units import UnitNames
from nlp.components.recommendation_units import Unit
from nlp.components.tables import tables_of
from nlp.extraction import Party
from nlp.facts import Facts
from nlp.source import Source

_I = re.IGNORECASE
# In an agreement: who goes where.
_AGREED_PLACE = re.compile(
    r"(?:\b(?:me|di|pe)?magang(?:kan|an)?\b|\b(?:mereka|peserta|pegawai|penyuluh|aparatur|staf)\s+(?:akan\s+)?(?:bekerja|belajar)\b|\bditempatkan\b|\bpenempatan\b|\blokus\b|\bpraktik\s+kerja\b)[^.;]{0,110}?\b(?:pada|di|adalah|meliputi|yaitu)\s*(?::\s*)?(?:\(?[a1][.)]\s+)?(?<=\s)(?-i:(?=[A-Z]))",
    _I,
)
_PLACE_CUE = re.compile(r"magang|bekerja|belajar|empat|lokus|praktik")  # in each of its beginnings, in small letters
_SENDING = re.compile(r"\b(?:mengirim|menugaskan|mengutus|menempatkan)", _I)
_STUDENTS = re.compile(r"\b(?:mahasiswa|peserta\s+didik|siswa)\b", _I)
_PRACTICE = re.compile(r"praktik\s+kerja\b", _I)  # with a school: of those who study there
_SCHOOL = re.compile(
    r"(?:Fakultas|Universitas|Politeknik|Institut|Sekolah|Akademi|SMK|SMA|Program\s+Studi|Jurusan|Departemen|STI[A-Z]+)\b",
    _I,
)
_PARTY = r"(?:PIHAK\s+(?P<{0}>KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|I{{1,3}}|IV|V)\b)"
_SENDS = re.compile(
    _PARTY.format("first") + r"[^.;]{0,30}\b(?:mengirim|menugaskan|mengutus)"
    r"|\b(?:(?i:aparatur|pegawai|peserta|penyuluh|petugas|auditor)|ASN)\s+(?:magang\s+)?(?:(?:dari|asal|utusan)\s+)?"
    + _PARTY.format("second")
)
_RECEIVES = re.compile(
    r"\b(?:magang|ditempatkan|praktik)\b[^.;]{0,60}\b(?:pada|di)\s+(?:[\w ]{0,80}?)"
    + _PARTY.format("first")
    + "|"
    + _PARTY.format("second")
    + r"\s+(?:(?:wajib\s+|bersedia\s+)?(?:menerima|menyediakan\s+(?:mentor|pembimbing|tempat\s+magang))"
    # `PIHAK KEDUA berhak …; wajib menyediakan mentor`
    r"|[^.;]{3,140};\s+(?:dan\s+|serta\s+)?(?:wajib|berkewajiban)\s+menyediakan\s+(?:mentor|pembimbing|tempat\s+magang))"
)
_NUMBERS = {
    "KESATU": 1, "PERTAMA": 1, "I": 1, "KEDUA": 2, "II": 2, "KETIGA": 3, "III": 3, "KEEMPAT": 4, "IV": 4, "KELIMA": 5, "V": 5,
}  # fmt: skip


def agreed_places(source: Source, units: Sequence[Unit], facts: Facts) -> list[Found]:
    """The units that an agreement names for the internship: a table's column, else the clause that says where."""
    regions = tuple(region for party in facts.parties if (region := region_of(party.name)))
    receiver = _receiver(units, facts.parties)
    glossary = glossary_of(source.text)
    places = Places(source, units, UnitNames(receiver, regions, glossary), _by_party(facts.parties, glossary))
    if found := once([*from_tables(places, tables_of(source, units))]):
        return found
    found = list(from_clauses(places))
    names = UnitNames(receiver, regions, glossary, sections=True)
    school = any(_SCHOOL.match(party.name) for party in facts.parties)
    for unit in units:
        text = source.text[unit.start : unit.end]
        if _PLACE_CUE.search(text.lower()) is None:
            continue
        for match in _AGREED_PLACE.finditer(text):
            sentence = text[: match.end()].rpartition(". ")[2]
            if found and unit.owner.table is not None:
                continue
            if _STUDENTS.search(sentence) or (school and _PRACTICE.match(match.group())):
                found += _of_students(places.source, facts.parties, glossary, unit.start + match.end(), unit.end)
                continue
            rest = re.split(
                r"(?<!\b[Dd]r)(?<!\bdrg)(?<!\bProf)(?<!\b[A-Z])\.\s|;\s(?!(?:dan\s+|serta\s+)?\(?(?:[a-z]|\d)[.)])|[.;]$|\bselama\b|\bmulai\b|\buntuk\b",
                text[match.end() :],
                maxsplit=1,
            )[0]
            base = unit.start + match.end()
            if rest.startswith("PIHAK "):
                if receiver is not None and is_agency(receiver) and _SENDING.search(sentence):
                    found.append(Found(base, base + len(rest.rstrip()), receiver.name))
                continue
            named = names.find(rest)
            if named and named[0][0] < 4:
                found += [Found(base + first, base + last, name) for first, last, name in named]
    agreed = once(found or [*from_labels(places), *from_lists(places)])
    return [item for item in agreed if len(agreed) == 1 or receiver is None or item.name != receiver.name]


def _of_students(
    source: Source, parties: Sequence[Party], glossary: Mapping[str, str], start: int, end: int
) -> list[Found]:
    """`Mahasiswa ditempatkan pada Unit X (10 orang) dan Unit Y (8 orang)`: units of the party that is no school, each with its heads."""
    others = [party for party in parties if not _SCHOOL.match(party.name)]
    if len(others) != 1 or len(parties) < 2:
        return []
    names = UnitNames(others[0], (), glossary, sections=True)
    stop = source.text.find(". ", start, end)
    found = [
        Found(start + first, start + last, name)
        for first, last, name in names.find(source.text[start : stop if stop > 0 else end])
    ]
    told = with_heads_behind(source.text, found)
    return told if found and all(item.rows for item in told) else []


def _by_party(parties: Sequence[Party], glossary: Mapping[str, str]) -> list[tuple[frozenset[str], UnitNames]]:
    """How a table's cell calls each party, in small letters, and the names of its units."""
    found = []
    for party in parties:
        ordinals = [word for word, place in _NUMBERS.items() if party.role == f"party_{place}"]
        region = region_of(party.name) or party.name
        called = [f"pihak {word}" for word in ordinals] or [party.name]
        names = frozenset(name.casefold() for name in (*called, region, f"Pemerintah {region}"))
        found.append((names, UnitNames(party, (), glossary)))
    return found


def _receiver(units: Sequence[Unit], parties: Sequence[Party]) -> Party | None:
    """The party that takes the participants in, as the clauses say; of two the one that does not send."""
    by_number = {party.role: party for party in parties}
    for pattern, receives in ((_RECEIVES, True), (_SENDS, False)):
        for unit in units:
            if "PIHAK" in unit.text and (match := pattern.search(unit.text)):
                place = _NUMBERS[(match["first"] or match["second"]).upper()]
                if receives:
                    return by_number.get(f"party_{place}")
                if len(parties) == 2:
                    return by_number.get(f"party_{3 - place}")
    return None
