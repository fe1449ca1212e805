"""Who leads the visiting party or speaks for it."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.head_led import brings_staff
from nlp.components.head_words import COUNTED, may_count
from nlp.components.people_names import find_nips, leading_name, names_office
from nlp.components.people_rows import (
    MOST_NAMES,
    end_of_office,
    first_named,
    last_named,
    names_in_row,
    person_with_role,
)
from nlp.components.person_voices import another, in_brackets, mended, one_among, speakers
from nlp.components.recommendation_units import Unit
from nlp.components.small_letters import holds_any
from nlp.extraction import Person

_I = re.IGNORECASE
_LED = re.compile(
    r"\b(?:dipimpin|diketuai|dikepalai|dikomandoi)(?:\s+langsung)?(?:\s+oleh)?\s+(?:(?:Bapak|Ibu|Pak|Bu|Sdri?\.|Saudar[ai])\s+)?(?P<rest>[^\n]{3,140})"
)
_SPOKEN = re.compile(
    r"\b(?:juru\s+bicara|ketua|koordinator|(?:per|me)?wakil(?:an|i)?|salah\s+(?:satu|seorang)|atas\s+nama|a\.n\.?)(?:\s+seluruh|\s+para|\s+rekan)?\s+(?:peserta|pemagang|rombongan|tim|delegasi|kelompok)(?:\s+(?:magang|peserta|\d|[IVX]+))*(?:\s+(?:asal|dari)\s+[\w ]{3,50}(?=,))?\s*(?:,|\badalah\b|\bialah\b|\s)\s*(?P<rest>[A-Z][^\n]{3,80})",
    _I,
)
_LEADS = re.compile(
    r"(?:,\s+[a-z][a-z ]{3,50}?)?,?\s+(?:(?:yang|selaku|sebagai)\s+(?=[mkp])|(?=memimpin|mengetuai))(?:memimpin|mengetuai|ketua|pimpinan|koordinator)\s+(?:(?:sendiri|langsung)\s+)?(?:rombongan|tim|delegasi|peserta|kelompok)"
    # `A, memimpin langsung.`, `kata A, ketua kelompok,`
    r"|,\s+(?:yang\s+)?memimpin\s+(?:sendiri|langsung)(?=\s*[.,;]|\s*$)|,\s+(?:ketua|koordinator|pimpinan)\s+(?:rombongan|delegasi|kelompok|peserta)(?=\s*[.,;]|\s+(?:magang|itu|tersebut|ini|yang\s+(?:sehari|juga|kesehari))|\s*$)"
)
# `ketua rombongan yang sehari-hari Kepala Bidang X`
_EVERYDAY = re.compile(
    r"\s+yang\s+(?:sehari-hari(?:nya)?|juga|kesehariannya)\s+(?:(?:menjabat|bertugas|bekerja|adalah)\s+)?(?:(?:sebagai|selaku)\s+)?(?P<office>[A-Za-z][^,.;:()\d]{3,80})"
)

# `X, salah seorang peserta, …`
_ONE_OF_THEM = re.compile(
    r"\b(?=[pys])(?:(?:salah\s+(?:satu|seorang)|seorang|yang\s+juga)\s+(?:peserta|pemagang|anggota\s+(?:rombongan|tim|delegasi))|(?<=,\s)peserta\s+(?:magang|asal|dari|studi|termuda|tertua|lain))\b"
)
# Words without which _LED, and _SPOKEN and _LEADS, do not match: asked first, being quick.
_LED_CUES = ("dipimpin", "diketuai", "dikepalai", "dikomandoi")
_TEAM_CUES = ("peserta", "pemagang", "rombongan", "tim", "delegasi", "kelompok")

_CEREMONY = re.compile(r"\b(?:acara|rapat|upacara|sidang|apel|pelepasan|penutupan|pembukaan|diterima)\b[^.]{0,40}$", _I)
_RECEIVED = re.compile(r"\b(?:diterima|disambut|ditemui)\b[^.]{0,40}$", _I)
_OFFICE_WORDS = re.compile(r"[A-Z](?:[^.;:\d]|(?<=\bPj)\.|(?<=\bPlt)\.|(?<=\bPlh)\.){3,110}")
_OFFICE_BEHIND = re.compile(
    r",\s+(?:selaku\s+|yang\s+juga\s+)?(?P<office>(?:Kepala|Sekretaris|Asisten|Wakil|Bupati|Wali\s?[Kk]ota|Gubernur|Inspektur|Direktur|Camat|Kabid|Kabag|Staf\s+Ahli|Analis|Ketua\s+DPRD)\b[^,.;:()\d]{0,80}?)(?=[,.;]|$)"
)
# `menerima kunjungan kerja Bupati X, A`: without a comma only before a title, for the region's name goes before.
_CAME = re.compile(
    r"\b(?:[Mm]enerima|[Mm]enyambut|[Tt]erima)\s+(?:langsung\s+)?(?:kunjungan|kedatangan|rombongan|Kunjungan|Rombongan)(?:\s+(?:kerja|[Kk]unker|studi\s+\w+|kaji\s+\w+|dari|rombongan|balasan))*\s+"
    r"(?P<office>(?:(?:Pj|Plt|Plh)\.?\s+)?(?:Wakil\s+)?(?:Bupati|Wali\s?[Kk]ota|Gubernur|Sekretaris\s+Daerah|Sekda)(?:\s+(?:Kota|Kabupaten|Provinsi))?(?:\s+[A-Z][a-z'-]+){1,4}?)(?:,\s+|\s+(?=(?:Hj?|Dr|Drs|Dra|Ir|KH|Prof)\.?\s?[A-Z]))(?P<rest>[A-Z][^\n]{3,80})"
)
_CAME_CUES = ("kunjungan", "kedatangan", "rombongan")
# Who went with the leader, right behind the leader's name.
_TOGETHER = re.compile(
    r"(?:\s*\([^()]{2,80}\))?[,\s]+(?:bersama(?:-sama)?(?:\s+dengan)?|beserta|didampingi(?:\s+oleh)?|disertai|diikuti(?:\s+oleh)?"
    r"|dengan\s+(?:para\s+)?anggota(?:nya)?)\s*:?\s+(?=[A-Z])"
)
# `didampingi Sekretaris Daerah (Sekda), X`: one companion, the office before the name.
_BESIDE = re.compile(
    r"\s*,?\s+(?:bersama|beserta|didampingi(?:\s+oleh)?)\s+(?=[A-Z])(?P<office>[^,.;:]{3,90}),\s+(?P<rest>[A-Z][^\n]{3,80})"
)
_OFFICE = re.compile(r"\s*\((?P<office>[A-Za-z][^()\d]{2,80})\)")
# `Sembilan orang berangkat: … Ketua: X (Kepala Bagian Umum).`
_HEADED = re.compile(
    r"(?<=[.;]\s)(?:Ketua|Koordinator|Pimpinan)(?:\s+(?:tim|rombongan|delegasi))?\s*:\s*(?P<rest>[A-Z][^\n]{3,120})"
)


# `Ketua kelompok: A, S.Kep. Sekretaris: B, A.Md.`
_ROLES = re.compile(
    r"\b(?P<role>Ketua|Wakil\s+ketua|Sekretaris|Koordinator|Bendahara|Pimpinan)(?:\s+(?:tim|rombongan|delegasi|kelompok))?(?:\s+[A-Z\d])?\s*:\s*(?=[A-Z])",
    _I,
)


_NEXT_SENTENCE = re.compile(
    r"(?<=[A-Za-z]\.)\s+(?=(?:Kelompok|Tim|Rombongan|Anggota|Mereka|Peserta|Seluruh|Kegiatan|Semua)\b)"
)


# `Ketua kelas: A, S.T.`, a line of its own
_LEADER_LINE = re.compile(
    r"\W*(?:wakil\s+)?(?:ketua|koordinator)\s+(?:kelompok|rombongan|delegasi|peserta|kelas|angkatan|kontingen)\s*:|\W*koordinator\s*:",
    _I,
)
# `kelompok X melalui ketuanya, A, menilai …`
_THEIR_HEAD = re.compile(
    r"\b(?:melalui|lewat|oleh|kata|ujar|tutur|menurut)\s+(?:ketua|koordinator|juru\s+bicara|wakil|perwakilan|pimpinan)nya\s*,?\s+(?P<rest>[A-Z][^\n]{3,80})"
)


_OFFICE_OF_HEADED = re.compile(r"\s*\((?P<office>[A-Z][^()]{3,80})\)")


def leaders(units: Sequence[Unit]) -> Iterator[Person]:
    """Who leads the visiting party or speaks for it."""
    for unit in units:
        yield from _leaders_in(unit.text)


def _leaders_in(text: str) -> Iterator[Person]:
    """Whom one line names, by each way of saying it; whether its words stand there at all is asked first, being quick."""
    small = text.lower()
    of_team = holds_any(small, _TEAM_CUES)
    if holds_any(small, _LED_CUES):
        yield from _led(text)
    if of_team:
        yield from _spoken_for(text)
    if holds_any(small, _CAME_CUES):
        yield from _came(text)
    if of_team and text.count(":") > 1:
        yield from _by_role(text)
    if ":" in text and _LEADER_LINE.match(text) and (led := person_with_role(text)):
        yield led
    if "salah s" in small and "antara" in small:
        yield from one_among(text)
    if of_team and "nya" in small:
        yield from _their_head(text)
    yield from _who_brings_staff(text)
    if "(" in text and (of_team or "(Sdr" in text):
        yield from in_brackets(text)
    if " yang " in small:
        yield from speakers(text)
    if may_count(text):
        yield from _head_of_counted(text)
    if of_team:
        yield from _named_before_role(text)
        yield from another(text)


def _led(text: str) -> Iterator[Person]:
    """`… dipimpin A, bersama B (Kasubbag)`: the leader and those named beside."""
    for match in _LED.finditer(text):
        before = text[: match.start()]
        if _CEREMONY.search(before) or _signs(match, before):
            continue
        if name := first_named(match["rest"]):
            yield Person(name, None, _office_beside(match["rest"], name), None)
            yield from _with_leader(text, text.index(name, match.start("rest")) + len(name))


def _spoken_for(text: str) -> Iterator[Person]:
    """`juru bicara peserta, A`, `mewakili rombongan, A`"""
    for match in _SPOKEN.finditer(text):
        before = text[: match.start()]
        if _RECEIVED.search(before) or _signs(match, before):
            continue
        if name := first_named(match["rest"]):
            yield Person(name, None, None, None)


def _came(text: str) -> Iterator[Person]:
    """`menerima kunjungan kerja Bupati X, A`"""
    came = _CAME.search(text)
    if came and (name := leading_name(came["rest"])):
        yield Person(name, None, came["office"].rstrip(" ,"), None)


def _their_head(text: str) -> Iterator[Person]:
    head = _THEIR_HEAD.search(text)
    if head and (name := leading_name(head["rest"])):
        yield Person(mended(name, head["rest"]), None, None, None)


def _who_brings_staff(text: str) -> Iterator[Person]:
    """The head of an office who comes with its staff: office and name as the sentence has them."""
    brought = brings_staff(text)
    said = brought.group() if brought else ""
    place = end_of_office(said) if brought else None
    if place and (name := leading_name(said[place:])):
        yield Person(name, None, said[:place].strip(" ,"), None)


def _head_of_counted(text: str) -> Iterator[Person]:
    """`Ketua: A (Kepala Bagian Umum)` behind the number of those who went."""
    headed = _HEADED.search(text)
    if headed and COUNTED.search(text, 0, headed.start()) and (name := leading_name(headed["rest"])):
        office = _OFFICE_OF_HEADED.match(headed["rest"][len(name) :])
        yield Person(name, None, office["office"] if office else None, None)


def _named_before_role(text: str) -> Iterator[Person]:
    """`A, ketua rombongan yang sehari-hari Kepala Bidang X`; `A, salah seorang peserta`"""
    for pattern in (_LEADS, _ONE_OF_THEM):
        behind = pattern.search(text)
        if behind and (name := last_named(text[: behind.start()])):
            everyday = _EVERYDAY.match(text, behind.end()) or _EVERYDAY.search(behind.group())
            daily = everyday["office"] if everyday and names_office(everyday["office"]) else None
            yield Person(name, None, daily, None)


def _office_beside(text: str, name: str) -> str | None:
    """`Sekretaris Daerah X, A`, `A (Kepala Bidang Y)`, `A, Kepala Dinas Z,`: the office of the one who leads."""
    place = text.find(name)
    before = text[:place].strip(" ,")
    if before:
        return before if names_office(before) and _OFFICE_WORDS.match(before) else None
    bracket = _OFFICE.match(text, place + len(name))
    behind = bracket or _OFFICE_BEHIND.match(text, place + len(name))
    return behind["office"] if behind and names_office(behind["office"]) else None


def _by_role(text: str) -> Iterator[Person]:
    """`Ketua kelompok: A, S.Kep. Sekretaris: B, A.Md.`: two at least, one behind the other."""
    roles = [*_ROLES.finditer(text)]
    if len(roles) < 2 or not roles[0]["role"].casefold().startswith(("ketua", "koordinator", "pimpinan")):
        return
    ends = [*(role.start() for role in roles[1:]), len(text)]
    names = [
        leading_name(_NEXT_SENTENCE.split(text[role.end() : end])[0]) for role, end in zip(roles, ends, strict=True)
    ]
    if all(name and "," in name for name in names):
        yield from (Person(mended(name, text), None, None, None) for name in names if name)


def _with_leader(text: str, position: int) -> Iterator[Person]:
    """`… dipimpin X, bersama A (Kasubbag), B (analis) dan C`: two names at least, or one with an office in brackets."""
    lead = _TOGETHER.match(text, position)
    names = names_in_row(text[lead.end() :], MOST_NAMES) if lead else []
    place = lead.end() if lead else position
    found: list[Person] = []
    for name in names:
        place = text.index(name, place) + len(name)
        office = _OFFICE.match(text, place)
        found.append(Person(name, None, office["office"] if office else None, None))
    if len(found) > 1 or any(person.position for person in found):
        yield from found
    elif not found and (beside := _BESIDE.match(text, position)) and (one := leading_name(beside["rest"])):
        yield Person(one, None, beside["office"], None)


def _signs(match: re.Match[str], before: str) -> bool:
    """`Ketua Tim, X` below a report, a NIP or nothing after the name: who signs is listed elsewhere if he took part."""
    if re.search(r"[a-z]{3}\s+$", before):
        return False  # `kata ketua rombongan, X`
    name = leading_name(match["rest"])
    after = match["rest"][len(name) :] if name else ""
    signs = match.group().casefold().startswith(("ketua", "koordinator"))
    return signs and (bool(find_nips(after)) or not after.strip(" .,"))
