"""Participants that a sentence names after counting them, or by `mereka adalah`."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.head_words import TOGETHER, counted_in, has_figure, number, together_in
from nlp.components.people_names import find_nips
from nlp.components.people_rows import MOST_NAMES, POLITE_BEFORE, names_in_row, people_from
from nlp.components.person_tables import names_others
from nlp.components.recommendation_units import Unit
from nlp.extraction import Person

_NAMED_AFTER = re.compile(
    r"(?:\b(?:yaitu|yakni|ialah|adalah|terdiri\s+(?:dari|atas)|atas\s+nama|masing-masing|antara\s+lain)\b\s*:?|[(:])\s*(?=[A-Z1(])"
)
_TOGETHER_NAMED = re.compile(r"[,(:]\s*(?:(?:yaitu|yakni|saya)\b\s*:?\s*)?(?=[A-Z])")
_THEY_ARE = re.compile(
    r"\b(?:[Mm]ereka|[Pp]eserta(?:nya)?(?:\s+magang)?(?:\s+dari\s+[A-Z][\w ]{3,60})?|[Kk]e(?:dua|tiga|empat|lima|enam|tujuh|delapan)(?:nya|\s+(?:peserta|orang|pegawai|ASN)(?:\s+(?:itu|tersebut|ini))?))"
    r"\s+(?:itu\s+|tersebut\s+)?(?:adalah|ialah|yaitu|yakni)\s*:?\s+(?=[A-Z])"
)
_THEY_ARE_CUE = re.compile(r"adalah|ialah|yaitu|yakni")
_LEAST = 2
_FAR = 120  # characters between a figure and the first name


_TOOK_PART = re.compile(r"(?:peserta|pemagang|utusan)$")
# `dipimpin X dengan anggota A, B, dan C`
_MEMBERS = re.compile(r"\b(?:dengan\s+(?:para\s+)?anggota(?:nya)?|beranggotakan)\s*:?\s+(?=[A-Z][a-z]|[A-Z]\.)")
# Whom the visitors met: hosts and mentors.
_HOSTS = re.compile(
    r"\b(?:di(?:temui|terima|sambut|bimbing|pandu|dampingi|layani|jamu|ajari|latih)|(?:bertemu|berdiskusi|berdialog)(?:\s+dengan)?|menemui|mewawancarai)\b[^.]*$"
)
# `dua camat (A dan B)`, `tiga orang dari (A, B dan C)`: in brackets stand the places.
_OF_PLACES = re.compile(
    r"\b(?:camat|lurah|penghulu|keuchik|geuchik|reje|(?:kepala|perangkat|sekretaris)\s+(?:desa|distrik|kampung|puskesmas|sekolah|kelurahan|kecamatan|dusun|upt[db]?))$"
)
_FROM = re.compile(r"\b(?:dari|asal|se)\W*$")


def people_in_sentences(units: Sequence[Unit]) -> Iterator[Person]:
    """`tiga pegawai …, yaitu A, B, dan C`: as many names as the sentence counts."""
    for unit in units:
        if not has_figure(unit.text):
            continue
        for counted in [*counted_in(unit.text), *together_in(unit.text)]:
            size = number(counted["n"])
            close = counted.re is TOGETHER or _TOOK_PART.search(counted.group())
            named_after = _TOGETHER_NAMED if close else _NAMED_AFTER
            if size < _LEAST:
                continue
            lead, people = _named_behind(unit.text, counted.end(), named_after, size)
            names = [person.name for person in people]
            if lead is None or "." in unit.text[counted.end() : lead.start()]:
                continue
            if _HOSTS.search(unit.text, 0, counted.start()):
                continue
            places = _OF_PLACES.search(counted.group().lower()) or _FROM.search(unit.text, 0, lead.start())
            if places and not any("," in name for name in names):
                continue
            if len(names) == size and not any(find_nips(unit.text[lead.end() : lead.end() + 60]) for _ in names):
                yield from people


def _named_behind(
    text: str, position: int, lead: re.Pattern[str], size: int
) -> tuple[re.Match[str] | None, list[Person]]:
    """Those whom the first lead names behind which a name stands: `6 orang: 2 pengawas dan 4 pelaksana, yaitu A; B; …`."""
    first = None
    for match in lead.finditer(text, position, position + _FAR):
        first = first or match
        if people := people_from(text[match.end() :], size):
            return match, people
    return first, []


def people_they_are(units: Sequence[Unit]) -> Iterator[Person]:
    """`Mereka adalah A, B, C, dan D.`: as many names as persons are counted somewhere, or names with titles."""
    counted = {number(match["n"]) for unit in units for match in counted_in(unit.text)}
    for unit in units:
        if _THEY_ARE_CUE.search(unit.text) is None:
            continue
        for lead in _THEY_ARE.finditer(unit.text):
            people = people_from(unit.text[lead.end() :], MOST_NAMES)
            names = [person.name for person in people]
            if len(names) >= _LEAST and (len(names) in counted or _have_titles(names, unit.text)):
                yield from people


def members(units: Sequence[Unit]) -> Iterator[Person]:
    """Two names at least behind `dengan anggota`, who went with somebody named before."""
    for unit in units:
        if "anggota" in unit.text and (lead := _MEMBERS.search(unit.text)):
            names = names_in_row(unit.text[lead.end() :], MOST_NAMES)
            before = unit.text[: lead.start()]
            if len(names) >= 2 and not names_others(before) and not _HOSTS.search(before):
                yield from (Person(name, None, None, None) for name in names)


def _have_titles(names: Sequence[str], text: str) -> bool:
    """Degrees, or a title of politeness before one of them."""
    return all("," in name for name in names) or POLITE_BEFORE.search(text) is not None
