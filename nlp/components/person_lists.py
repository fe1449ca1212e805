"""Participants without NIP in lists: below a heading on the team, below their units, behind a label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.components.head_words import EVENT, counted_in
from nlp.components.people_names import clean_name, find_nips, is_blank, is_field, is_name, leading_name, names_office
from nlp.components.people_rows import MOST_NAMES, names_in_row, people_in_row, person_with_role
from nlp.components.person_tables import names_others, names_team
from nlp.components.recommendation_units import Unit
from nlp.components.tables import is_label
from nlp.extraction import Person
from nlp.pages import BlockKind

_I = re.IGNORECASE
_NAME_AND_OFFICE = re.compile(
    r"(?P<name>[^()–—:|]{3,70}?)\s*(?:(?:\s[-–—]\s|[–—:|]\s*)(?P<office>[^;]{3,90}?)|\((?P<bracket>[^()]{3,80})\))?[;.]?$"
)
# `catatan rapat -- rombongan`: a heading that a reader joined to the line above.
_ENDS_WITH_TEAM = re.compile(
    r"^[^.]{0,120}[-–—:|]\s*(?:(?:daftar|nama(?:-nama)?|susunan|anggota|komposisi)\s+)*(?:rombongan|peserta|tim|delegasi|yang\s+berangkat)(?:\s+(?:magang|studi\s+\w+))?\W*$",
    _I,
)
# `Kegiatan diikuti oleh:` below `Pelaksana`; `Ketua : A, S.T.` in a team.
_LEAD_IN = re.compile(
    r"^[^.:]{0,80}\b(?:diikuti|dilaksanakan|dihadiri|berikut|beranggotakan|terdiri|susunan|yakni|yaitu|adalah|nama)\b[^.:]{0,30}:$",
    _I,
)
_ROLE_IN_TEAM = re.compile(
    r"(?:wakil\s+)?(?:ketua|koordinator|sekretaris|bendahara|anggota)(?:\s+(?:tim|kelompok|\d))?\s*:\s*", _I
)
# `Pembagian lokus`, below which names stand under their units.
_WHO_IS_WHERE = re.compile(r"\b(?:lokus|penempatan|ditempatkan|disebar|pembagian|sebaran)\b", _I)
# `… saya bagikan pembagian lokus:`, below which each name stands beside its unit.
_PLACED_BELOW = re.compile(
    r"\b(?:pembagian|penempatan|sebaran|daftar|rincian)\s+(?:lokus|penempatan|tempat|lokasi|OPD|peserta)\b[^:.]{0,40}:$",
    _I,
)
# `Nama: A / Jabatan: B / Lokus: C`
_NEXT_FIELD = re.compile(r"\s*[/;|]\s*(?=(?:jabatan|pangkat|gol|unit|instansi|opd|lokus|penempatan)\b[^:]{0,20}:)", _I)
_SHORT_LABEL = 8  # words
_LONGEST_LEAD = 400  # characters
_FOLLOW = re.compile(rf"\b(?:berikut|yaitu|yakni|antara\s+lain|{EVENT})\b", _I)
# Between two names of a list.
_FIELD = re.compile(
    r"(?:jabatan|pangkat|gol(?:ongan)?|unit(?:\s+kerja)?|instansi|asal|opd|lokus|tugas)\b[^:]{0,20}:", _I
)
_AND_NEXT = re.compile(r"[;,]?\s*\b(?:dan|serta)?\s*$")
_LEADER = re.compile(r"(?:ketua|koordinator|pimpinan)(?:\s+(?:tim|kelompok|rombongan|delegasi))?\s*:\s*", _I)
_AS = re.compile(r"^(?:selaku|sebagai)\s+", _I)
# What a team does, not who is in it.
_BY = re.compile(r"\W*oleh\b", _I)
_DEED = re.compile(r"(?:(?:Mem[bpf]|Men[cdjt]|Meng|Meny)[a-z]+|Pe(?:m|n|ng|ny|r|l)[a-z]{3,}an)\b")
_PARTED = re.compile(r"([|:])")  # a label from what it names
_SIGN = re.compile(r"\s*[|·•]\s*")
_ITEM = re.compile(r"(?:^|\s)(?=\(?\d{1,2}[.)]\s*[A-Z])")


def people_of_lists(units: Sequence[Unit]) -> Iterator[Person]:
    """Names without NIP below a heading or a lead-in about the team."""
    inside = placed = False
    listed = 0
    for unit in units:
        if unit.owner.table is not None:
            continue
        if inside and unit.kind is not BlockKind.HEADING and _LEAD_IN.search(unit.text):
            inside = not names_others(unit.text)
            continue
        if is_label(unit) or _is_team_label(unit) or _ENDS_WITH_TEAM.search(unit.text):
            short = names_team(unit.text) and len(unit.text) < 90
            placed = _PLACED_BELOW.search(unit.text) is not None
            inside = (short or placed or _announces(unit.text)) and not names_others(unit.text)
            listed = 0
            continue
        if inside and _FIELD.match(unit.text):
            continue
        if inside and (row := people_in_row(unit.text)):
            yield from row
            continue
        if not inside or find_nips(unit.text) or len(unit.text) > 150:
            continue
        if person := _person_of_line(unit):
            listed += 1
            yield replace(person, position=None) if placed else person
        elif listed > 1 and unit.mark_kind is not None and is_name(unit.text, single=True):
            yield Person(unit.text, None, None, None)  # `3. Yohanes`, after others
        elif led := person_with_role(unit.text):
            yield led
        elif role := _ROLE_IN_TEAM.match(unit.text):
            said, _, office = unit.text[role.end() :].partition(" – ")
            if is_name(name := clean_name(said)):
                yield Person(name, None, office.strip() or None, None)
        elif unit.mark_kind is None:
            inside = False


def _announces(text: str) -> bool:
    """`kami hadapkan tiga orang pegawai untuk mengikuti magang, sebagai berikut:`"""
    return text.endswith(":") and len(text) < _LONGEST_LEAD and bool(counted_in(text)) and bool(_FOLLOW.search(text))


def people_below_units(units: Sequence[Unit]) -> Iterator[Person]:
    """Names below the unit where each works, in a section on who is where: two at least."""
    inside = unit_named = False
    found: list[Person] = []
    for unit in units:
        if len(unit.text.split()) <= _SHORT_LABEL and _WHO_IS_WHERE.search(unit.text):
            inside, unit_named = not names_others(unit.text), False
        elif not inside or unit.owner.table is not None:
            inside = False
        elif unit_named and is_name(name := clean_name(unit.text)) and ("," in name or unit.mark_kind is not None):
            found.append(Person(name, None, None, None))
        elif row := _names_behind_unit(unit.text):
            unit_named = True
            found += [Person(each, None, None, None) for each in row]
        elif names_office(unit.text) and len(unit.text.split()) <= _SHORT_LABEL and not unit.text.endswith("."):
            unit_named = not names_others(unit.text)
        else:
            inside = False
    if len(found) > 1:
        yield from found


def _names_behind_unit(text: str) -> list[str]:
    """`Dinas Perdagangan: A, S.E. dan B`, `Bappeda – A, S.T.`"""
    label, colon, rest = (
        text.partition(":") if ":" in text else text.partition(" – ") if " – " in text else text.partition(" - ")
    )
    if not colon or not names_office(label) or names_others(label) or find_nips(rest):
        return []
    return [name for name in names_in_row(rest.strip(), MOST_NAMES) if is_name(name)]


def _person_of_line(unit: Unit) -> Person | None:
    """`A. B, S.Sos. (Kabid)`, `A B – Kabid`; without an office only a name of several words in a list, or one with a title."""
    labelled = unit.mark_kind is None or unit.text.casefold().startswith("nama")
    text = _NEXT_FIELD.split(clean_name(unit.text) if labelled else unit.text, maxsplit=1)[0]
    if match := _NAME_AND_OFFICE.match(text):
        name, office = clean_name(match["name"]), match["office"] or match["bracket"]
        if office is None and "." in name.rpartition(",")[2]:
            name = clean_name(text)  # the last full stop is the degree's own
        if _DEED.match(name) or is_blank(office or "") or is_field(name):
            return None
        single = office is not None and ":" not in text
        if is_name(name, single=single) and (unit.mark_kind is not None or office or "," in name):
            return Person(name, None, _AS.sub("", office) if office else None, None)
    if unit.mark_kind is not None and (leading := leading_name(text)):
        rest = _AND_NEXT.sub("", text[text.find(leading) + len(leading) :]).strip(" ,;-–—(:.")
        if "," not in leading and not (names_office(rest) and text.startswith(f"{leading}, ")):
            return None
        return Person(leading, None, _AS.sub("", rest.rstrip(")")) or None, None)
    return None


def people_of_labels(units: Sequence[Unit]) -> Iterator[Person]:
    """`Pelaksana : 1. A - Kabid 2. B - Staf`, joined on one line by a reader; `Anggota tim: A; B; C.`"""
    for above, unit in pairwise([None, *units]):
        assert unit is not None
        label, mark, rest = _PARTED.split(unit.text, maxsplit=1) if _PARTED.search(unit.text) else (unit.text, "", "")
        if (
            not mark
            or len(label) > 40
            or not names_team(f"{label.rstrip()}:")
            or names_others(label)
            or find_nips(rest)
        ):
            continue
        if signed := _between_signs(rest):
            yield from _leader(above)
            yield from (Person(name, None, None, None) for name in signed)
            continue
        items = [item for item in _ITEM.split(rest.split("|")[0]) if item.strip()]
        found = [person for item in items for person in _person_of_item(item, single=len(items) > 1)]
        if len(found) < 2:
            if not _BY.match(label) and (row := people_in_row(rest.strip())):
                yield from _leader(above)
                yield from row
                continue
            names = names_in_row(rest.lstrip(), MOST_NAMES)
            found = [Person(name, None, None, None) for name in names if is_name(name)]
            if _BY.match(label) and not all("," in person.name for person in found):
                continue  # reporters
        if len(found) >= 2:
            yield from _leader(above)
            yield from found


def _between_signs(text: str) -> list[str]:
    """`A, S.Kep. | B | C, A.Md.`: names that nothing but signs part, a title among them."""
    parts = [part.strip(" .") if part.count(".") < 2 else part for part in _SIGN.split(text.strip())]
    names = [part for part in parts if is_name(part)]
    return parts if len(parts) > 1 and len(names) == len(parts) and any("," in part for part in parts) else []


def _leader(unit: Unit | None) -> Iterator[Person]:
    """`Ketua: A` on the line above the members'."""
    lead = _LEADER.match(unit.text) if unit is not None else None
    if unit is not None and lead and is_name(name := clean_name(unit.text[lead.end() :])):
        yield Person(name, None, None, None)


def _person_of_item(item: str, *, single: bool) -> Iterator[Person]:
    """The person of a numbered item, a single name when an office follows it."""
    match = re.match(r"\s*\(?\d{1,2}[.)]\s*(?P<text>.+)$", item)
    name = leading_name(match["text"], single=True) if match else None
    if match and name:
        office = match["text"][len(name) :].strip(" ,;-–—(.)")
        office = re.split(r"\s-{2,}", office)[0].strip(" -")
        if office or single or len(name.split()) > 1:
            yield Person(name, None, office or None, None)


def _is_team_label(unit: Unit) -> bool:
    """`B. Peserta`: a short line with a number that only names the section."""
    return (
        len(unit.text.split()) <= _SHORT_LABEL - 2
        and bool(
            re.match(
                r"(?:lampiran\b(?:\s+(?:[IVX]+|\d))?\W+)?(?:(?:daftar|nama(?:-nama)?|susunan|komposisi|tim|para)\s+)*(?:peserta|pelaksana|tim|rombongan|delegasi|penyusun|anggota|siapa|who|yang\s+(?:berangkat|ditugaskan|magang)|personel)\b",
                unit.text,
                _I,
            )
        )
        and not leading_name(unit.text)
        and not leading_name(unit.text.partition(":")[2].strip())
    )
