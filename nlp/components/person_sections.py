"""Participants whom the running text and the items of a section on the team name: `Dinkes: dr. A; B, S.Gz.`, `Rinciannya: A, S.E. (Dinas X), B, S.H. …`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.components.people_names import find_nips, leading_name, names_office
from nlp.components.people_rows import MOST_NAMES, people_from
from nlp.components.person_tables import names_others, names_team
from nlp.components.person_units import is_unit
from nlp.components.person_voices import mended
from nlp.components.recommendation_units import Unit
from nlp.components.tables import is_label
from nlp.extraction import Person

_I = re.IGNORECASE
# `Gelombang pertama`, `Kelompok II`, `Penempatan`: parts of the section on the team.
_PART = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:gelombang|kelompok|regu|tim|grup|kloter|batch|penempatan|sebaran|pembagian|susunan|komposisi|daftar)\b",
    _I,
)
_NO_TEAM = re.compile(
    r"\b(?:usul\w*|rekomendasi|saran|temuan|hasil|catatan|pelajaran|kesan|tanggapan|kerja\s+sama|tindak\s+lanjut|kunjungan|agenda|jadwal|pengalaman|paparan|materi)\b",
    _I,
)
_LONGEST_HEADING = 90
# Where a row of names may begin.
_ROW = re.compile(
    r"(?:^|[:(;]|\b(?:yaitu|yakni|adalah|ialah|nama|oleh|diwakili|menugaskan|mengutus|mengirim)\b)\s*(?=(?:[A-Z]|drh?g?\.\s))"
)
_MEETS = re.compile(
    r"\b(?:di(?:temui|terima|sambut|bimbing|pandu|dampingi|layani|jamu|ajari|latih|pimpin|buka|tutup|resmikan|hadiri|lepas)|bertemu|berdiskusi|berdialog|menemui|mewawancarai|penguji|pejabat)\b[^.]*$",
    _I,
)
_TITLE = re.compile(r",\s*[A-Z]|^(?:Drs?|Dra|Ir|Hj?|dr|drg|drh|Ns|apt)\.\s")
_CLOSES = re.compile(r"\s+(?:ke|di|pada)\s+(?=[A-Z])|\W*(?:\([^()]*\)\W*)?$|\s*\)|\.\s|\.?;")
_SHORT = 40  # characters of the office before a name in brackets: `Kabag Hukum (A, S.H.)`
_LEAST = 2


def people_of_sections(units: Sequence[Unit]) -> Iterator[Person]:
    """Those whom each such section names in rows, two at least and half of them with a title."""
    inside = False
    found: list[Person] = []
    for unit in units:
        if is_label(unit):
            inside = _goes_on_about_team(unit.text, inside=inside)
        elif inside and unit.owner.table is None and "." in unit.text and not find_nips(unit.text):
            found += _named_in(unit.text)
    titled = sum(_TITLE.search(person.name) is not None for person in found)
    if len(found) >= _LEAST and 2 * titled >= len(found):
        yield from found


def _goes_on_about_team(heading: str, *, inside: bool) -> bool:
    if len(heading) > _LONGEST_HEADING or names_others(heading) or _NO_TEAM.search(heading):
        return False
    return names_team(heading) or (inside and _PART.match(heading) is not None)


def _named_in(text: str) -> Iterator[Person]:
    """Every row of names in a text; a name alone only behind its unit: `Bagian Hukum: A, S.H.`"""
    position = 0
    for start in _ROW.finditer(text):
        if start.end() < position:
            continue
        row = people_from(text[start.end() :], MOST_NAMES)
        if not row:
            continue
        last = row[-1].name
        behind = text.rindex(last, start.end()) + len(last)
        before = text[: start.start()].rpartition(". ")[2]
        follows = text[start.start()] == ";" and position > 0
        office = text[start.start()] == "(" and names_office(before[-_SHORT:]) and text.startswith(")", behind)
        alone = (
            len(row) < _LEAST
            and not follows
            and not office
            and not (text[start.start()] == ":" and names_office(before))
        )
        titled = sum(_TITLE.search(person.name) is not None for person in row)
        if alone or 2 * titled < len(row) or names_others(before) or _MEETS.search(before):
            continue
        if _CLOSES.match(text, behind):
            position = behind
            yield from _with_units(row)


def _with_units(row: Sequence[Person]) -> list[Person]:
    """`A, B dan C (Dinas X)`: the unit in brackets is that of all who stand before it without one."""
    found: list[Person] = []
    unit: str | None = None
    for person in reversed(row):
        if person.position and is_unit(person.position):
            unit = person.position
            person = replace(person, position=None)
        elif person.position or person.unit:
            unit = None
        found.append(replace(person, unit=person.unit or unit))
    return found[::-1]


_ROLE = re.compile(
    r"(?:Kepala|Wakil|Sekretaris|Guru|Camat|Lurah|Perawat|Bidan|Dokter|Analis|Perencana|Penyuluh|Pranata|Auditor|Staf|Pengelola|Penata|Operator|Arsiparis|Pustakawan|Pengawas)\b"
)
_LEAST_HEADS = 3
_LONGEST_HEAD, _SHORTEST_TEXT = 110, 60  # characters


def people_of_heads(units: Sequence[Unit]) -> Iterator[Person]:
    """`A, S.Pd., Guru Kelas SD X` alone on its line, three at least, each above what that person tells."""
    found: list[Person] = []
    for unit, below in pairwise(units):
        text = unit.text
        if unit.owner.table is not None or unit.mark_kind or len(text) > _LONGEST_HEAD or "," not in text:
            continue
        if len(below.text) < _SHORTEST_TEXT or below.owner.table is not None or text[-1] in ".:;" or find_nips(text):
            continue
        name = leading_name(text)
        if name is None or not text.startswith(name):
            continue
        office = text[len(name) :].lstrip(" .,–-")
        if _TITLE.search(name) and office and (_ROLE.match(office) or names_office(office)):
            found.append(Person(mended(name, text), None, office, None))
    if len(found) >= _LEAST_HEADS:
        yield from found
