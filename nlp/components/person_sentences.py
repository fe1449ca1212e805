"""Participants that a sentence names after counting them, or by `mereka adalah`."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.head_words import EVENT, TOGETHER, UNIT_WORD, counted_in, has_figure, number, together_in
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
    r"\b(?:[Mm]ereka|[Pp]eserta(?:nya)?(?:\s+magang)?(?:\s+dari\s+[A-Z][\w ]{3,60})?|[Kk]e(?:dua|tiga|empat|lima|enam|tujuh|delapan)(?:nya|\s+(?:orang\s+)?(?:peserta|orang|pegawai|ASN|aparatur|personel|staf|[a-z]{5,20})(?:\s+(?:itu|tersebut|ini|dimaksud|kami|kita|tadi|di\s+atas))?))"
    r"(?:\s+(?:itu|tersebut|dimaksud))?,?\s+(?:adalah|ialah|yaitu|yakni|atas\s+nama)\s*:?\s+(?=[A-Z])"
)
# `Ketujuh pegawai itu, A, B, … dan G, akan magang`: as many names as are counted.
_ALL_NAMED = re.compile(
    rf"\b[Kk]e(?P<n>{UNIT_WORD}|sepuluh|sebelas)(?:nya|\s+(?:orang\s+)?(?:peserta|orang|pegawai|ASN|aparatur|staf|petugas|pemagang)(?:\s+(?:itu|tersebut|ini|dimaksud|kami|magang|asal\s+[A-Z]\w+))*)\s*[,:(]\s*(?=[A-Z])"
)
# `Kami mengirimkan Saudara A, S.T., Kepala Bidang Jalan, dan Saudari B, S.T., Pengawas Jalan, untuk mengikuti magang`
_SENT = re.compile(
    r"\b(?:mengirim(?:kan)?|menugas(?:kan|i)|mengusulkan|mengutus|menghadapkan|mengajukan|menunjuk|memberangkatkan)\s+(?=(?:Sdri?\.|Saudar[ai]|Bapak|Ibu)\s+[A-Z])"
)
_POLITELY = re.compile(r"\b(?:Sdri?\.|Saudar[ai]|Bapak|Ibu)\s+(?=[A-Z])")
_SENT_OFFICE = re.compile(
    r",\s+(?P<office>[A-Z][^,;()]{3,70}?)(?=,|;|\s+untuk\b|\s+(?:dan|serta)\s+(?:Sdr|Saudar|Bapak|Ibu))"
)
_FOR = re.compile(rf"\b(?:untuk|guna|agar|sebagai|dalam\s+rangka)\b[^.;]{{0,60}}?\b(?:{EVENT}|peserta)\b")
# `… yaitu A dan B, tidak jadi diikutsertakan`
_NOT_GOING = re.compile(
    r"[\s,)]*(?:\([^()]*\)\s*)?(?:(?:akhirnya|ternyata|yang)\s+)?(?:(?:tidak|tak|belum)\s+(?:jadi|ikut|diikutsertakan|diikutkan|berangkat|hadir|(?:dapat|bisa)\s+(?:ikut|hadir|berangkat|mengikuti|diikutsertakan))|batal|urung|mengundurkan\s+diri|berhalangan|digantikan|dibatalkan)\b"
)
_THEY_ARE_CUE = re.compile(r"adalah|ialah|yaitu|yakni|atas nama")
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
            if people and _stays_home(unit.text, people):
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


def _stays_home(text: str, people: Sequence[Person]) -> bool:
    """Whether those whom a sentence names did not go after all."""
    last = people[-1].name
    return _NOT_GOING.match(text, text.rindex(last) + len(last)) is not None


def people_they_are(units: Sequence[Unit]) -> Iterator[Person]:
    """`Mereka adalah A, B, C, dan D.`: as many names as persons are counted somewhere, or names with titles."""
    counted = {number(match["n"]) for unit in units for match in counted_in(unit.text)}
    for unit in units:
        if _THEY_ARE_CUE.search(unit.text) is None:
            continue
        for lead in _THEY_ARE.finditer(unit.text):
            people = people_from(unit.text[lead.end() :], MOST_NAMES)
            names = [person.name for person in people]
            if names_others(lead.group()) or (people and _stays_home(unit.text, people)):
                continue  # `Kedua pembimbing, yakni …`
            if len(names) >= _LEAST and (len(names) in counted or _have_titles(names, unit.text)):
                yield from people


def people_sent(units: Sequence[Unit]) -> Iterator[Person]:
    """Those whom a letter names with a title of politeness behind `mengirimkan`, and all of a number: `Ketujuh pegawai itu, A, B, …`."""
    for unit in units:
        for lead in _ALL_NAMED.finditer(unit.text) if has_figure(unit.text) else ():
            people = people_from(unit.text[lead.end() :], MOST_NAMES)
            if len(people) == number(lead["n"]) and not _stays_home(unit.text, people):
                yield from people
        sent = _SENT.search(unit.text) if "Saudar" in unit.text or "Sdr" in unit.text else None
        purpose = _FOR.search(unit.text, sent.end()) if sent else None
        if sent is None or purpose is None:
            continue
        for polite in _POLITELY.finditer(unit.text, sent.end(), purpose.start()):
            names = names_in_row(unit.text[polite.end() : purpose.start()], 1)
            if names and not find_nips(unit.text[polite.end() : purpose.start()]):
                behind = unit.text.index(names[0], polite.end()) + len(names[0])
                office = _SENT_OFFICE.match(unit.text, behind)
                yield Person(names[0], None, office["office"] if office else None, None)


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
