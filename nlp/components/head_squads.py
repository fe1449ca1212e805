"""A team told part by part: `Regu Mawar (4 orang), Dinas X`, and below it the names of its members, each with office and unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.components.head_words import NUMBER, number
from nlp.components.people_names import find_nips, is_name, leading_name
from nlp.components.person_tables import names_others
from nlp.components.person_units import begins_as_unit, is_unit
from nlp.components.recommendation_units import Unit
from nlp.components.small_letters import holds_any
from nlp.extraction import Group, Person

_I = re.IGNORECASE
_HEADS = re.compile(rf"\(?\b(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN|anggota|personel)\b\)?", _I)
_WHICH = r"(?:[IVX]{1,4}|[A-Z]|\d{1,2}|[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+)?|pertama|kedua|ketiga|keempat|kelima)"
_PART = r"(?i:regu|tim|kelompok|grup|kloter|gelombang|rombongan|unit\s+kecil|pokja|skuad)"
_CUES = (
    "regu ",
    "tim ",
    "kelompok ",
    "grup ",
    "kloter ",
    "gelombang ",
    "rombongan ",
    "unit kecil ",
    "pokja ",
    "skuad ",
)
_LABEL = re.compile(rf"(?P<label>{_PART}\s+{_WHICH})(?=\s*(?:$|[(,:;–—|-])|\s+(?:di|pada|ke)\s)")
_LEAD = re.compile(r"(?:[\s,;:.|()–—-]|\b(?:di|pada|ke|bertempat|ditempatkan|magang|lokus|tempat|dengan|sebanyak)\b)+")
_MARK = re.compile(r"\s*(?:[-–—•*]|\(?\d{1,2}[.)]|[a-z][.)])\s+")
_PARTED = re.compile(r"\s*(?:,|;|\s[–—-]\s|\()\s*")
_BESIDE_NIP = re.compile(r"[\s,;:(/–—-]*(?:NI\s?P(?:PPK|3K)?\b)?[\s.:]*$", _I)
_LONGEST_HEAD = 140
_LONGEST_MEMBER = 150
_MOST_WORDS = 9  # of an office or a unit behind a name
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Squad:
    """One part of the team; `place`: where in the text its unit stands, an empty stretch where none is named."""

    label: str
    count: int
    place: tuple[int, int]
    members: tuple[Person, ...]


def squads(units: Sequence[Unit]) -> list[Squad]:
    """Every part that a line heads with the names of its members below, two parts at least, each figure that of its names."""
    heads = [place for place, unit in enumerate(units) if _may_head(unit)]
    if len(heads) < _LEAST:
        return []
    found: list[Squad] = []
    for place in heads:
        label = _LABEL.search(units[place].text)
        members = [*_members(units, place + 1)] if label else []
        if label is None or not members:
            continue
        head = units[place].text
        said = _HEADS.search(head)
        if said is not None and number(said["n"]) != len(members):
            return []
        found.append(Squad(label["label"], len(members), _place_in(units[place]), tuple(members)))
    sure = len({squad.label for squad in found}) == len(found) >= _LEAST
    return found if sure and any(_is_told(person) for squad in found for person in squad.members) else []


def groups_of_squads(found: Sequence[Squad]) -> tuple[Group, ...]:
    return tuple(Group(squad.label, squad.count) for squad in found)


def people_of_squads(units: Sequence[Unit]) -> Iterator[Person]:
    for squad in squads(units):
        yield from squad.members


def _may_head(unit: Unit) -> bool:
    if unit.owner.table is not None or len(unit.text) > _LONGEST_HEAD or not holds_any(unit.text.lower(), _CUES):
        return False
    return _LABEL.search(unit.text) is not None


def _is_told(person: Person) -> bool:
    return person.position is not None or person.unit is not None or "," in person.name


def _members(units: Sequence[Unit], first: int) -> Iterator[Person]:
    for unit in units[first:]:
        if unit.owner.table is not None or len(unit.text) > _LONGEST_MEMBER or _LABEL.search(unit.text):
            return
        mark = _MARK.match(unit.text)
        marked = unit.mark_kind is not None or mark is not None
        person = member_of(unit.text[mark.end() :] if mark else unit.text)
        if person is None or not (marked or _is_told(person)):
            return
        yield person


def member_of(text: str) -> Person | None:
    """`A B, S.E., Kepala Bidang Y, Dinas X`, `A B – Dinas X`, `A B`: a name, then the office and the unit or nothing."""
    text = text.strip(" ;")
    nips = find_nips(text)
    if len(nips) > 1 or names_others(text):
        return None
    if nips:
        told = member_of(_BESIDE_NIP.sub("", text[: nips[0].start]) + text[nips[0].end :].lstrip(" )"))
        return replace(told, nip=nips[0].digits) if told else None
    name = leading_name(text)
    if name is None or not text.startswith(name):
        return None
    rest = text[len(name) :]
    if rest.startswith(".") and re.match(r"\.\s*(?:,|$|\()", rest) and "," in name:
        name, rest = f"{name}.", rest[1:]  # the full stop of the last degree
    if not rest.strip(" .)"):
        return Person(name, None, None, None)
    gap = _PARTED.match(rest)
    said = rest[gap.end() :].strip(" .)") if gap else ""
    if not said or len(said.split()) > _MOST_WORDS + 4 or is_name(said):
        return None
    office, unit = _office_and_unit(said)
    if office is not None and len(office.split()) > _MOST_WORDS:
        return None
    return Person(name, None, office, unit)


def _office_and_unit(text: str) -> tuple[str | None, str | None]:
    """What stands behind a name: the unit alone, the office alone, or the office and behind a mark the unit."""
    if is_unit(text) and begins_as_unit(text):
        return None, text
    for gap in _PARTED.finditer(text):
        if begins_as_unit(text[gap.end() :]):
            return text[: gap.start()], text[gap.end() :].strip(" )")
    return text, None


def _place_in(unit: Unit) -> tuple[int, int]:
    """What a head names beside its label and its figure."""
    text = unit.text
    for match in filter(None, (_LABEL.search(text), _HEADS.search(text))):
        text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    end = len(text.rstrip(" ,;:.|(–—-"))
    if begin >= end:
        return unit.start, unit.start
    if len(unit.pieces) > 1:
        return unit.start, unit.end
    shift = unit.end - unit.start - len(unit.text)  # a mark before the text
    return unit.start + shift + begin, unit.start + shift + end
