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
# `Peserta lain, X, menyoroti …`, `Peserta lain, pranata komputer X, …`
_ANOTHER = re.compile(
    r"\b(?:[Rr]ekan(?:nya|\s+se\w+nya)|[Tt]emannya|[Kk]oleganya|[Pp]eserta|[Pp]emagang)(?:\s+(?:lain(?:nya)?|termuda|tertua|magang|terbaik|senior|perempuan))*(?:\s+(?:asal|dari)\s+[A-Z][\w ]{2,50})?,\s+(?P<office>[a-z][a-z ]{3,40}?\s)?(?=[A-Z])"
)
_MANY = re.compile(r"\b(?:para|seluruh|semua|\d+|segenap|bagi|oleh|kepada)\s+$", _I)
# `X, salah seorang peserta, …`
_ONE_OF_THEM = re.compile(
    r"\b(?=[pys])(?:(?:salah\s+(?:satu|seorang)|seorang|yang\s+juga)\s+(?:peserta|pemagang|anggota\s+(?:rombongan|tim|delegasi))|(?<=,\s)peserta\s+(?:magang|asal|dari|studi|termuda|tertua|lain))\b"
)
# Words without which _LED, and _SPOKEN and _LEADS, do not match: asked first, being quick.
_LED_CUES = ("dipimpin", "diketuai", "dikepalai", "dikomandoi")
_TEAM_CUES = ("peserta", "pemagang", "rombongan", "tim", "delegasi", "kelompok")
_SPEAKS = re.compile(
    r"\s*(?:\([^()]{2,50}\)|(?:dari|asal)\s+[A-Z][\w .]{2,50})?\s*,(?!\s*(?:dan|serta)\b)|\s+(?:me[a-z]{4,}|ber[a-z]{4,}|ingin|kagum|terkesan)\b"
)
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


_NAMED_IN_BRACKETS = re.compile(
    r"\b(?P<role>(?:[Kk]etua|[Kk]oordinator|[Ww]akil|[Jj]uru\s+[Bb]icara)\s+(?i:kelompok|rombongan|tim|peserta|delegasi)(?:\s+(?i:magang))?)\s*"
    r"\((?:Sdri?\.|Saudar[ai]|Bapak|Ibu|Pak|Bu)?\s*(?P<said>[A-Z][^()]{3,80})\)"
)
_NEXT_SENTENCE = re.compile(
    r"(?<=[A-Za-z]\.)\s+(?=(?:Kelompok|Tim|Rombongan|Anggota|Mereka|Peserta|Seluruh|Kegiatan|Semua)\b)"
)
_SAYS = re.compile(r"\b(?:tutur|ujar|kata|ungkap|cerita|kisah|terang|papar|kenang)(?:nya)?\s+(?=[A-Z])")
_WHO_TOOK_PART = re.compile(
    r",\s+(?P<office>[a-z][a-z ]{3,40}?)\s+(?:asal\s+[A-Z]\w+\s+)?yang\s+(?:[a-z]+\s+){0,3}?(?:mengikuti|magang|belajar|berguru|ditempatkan|bertugas\s+di)\b"
)


# `Kelompok DPMD (Sdri. A): …`, who reports for it; `Satu orang (Sdr. B) pulang lebih awal`
_ONE_IN_BRACKETS = re.compile(
    r"\b(?:[Kk]elompok\s+[A-Z\d][\w ]{0,30}?|(?:[Ss]atu|[Ss]eorang|[Ss]alah\s+(?:satu|seorang))\s+(?:orang|peserta|pegawai|anggota)(?:nya)?)\s*"
    r"\((?:Sdri?\.|Saudar[ai])\s*(?P<said>[A-Z][^()]{3,80})\)"
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
# `berbincang dengan salah seorang di antaranya, A, S.Sos.,`
_ONE_AMONG = re.compile(
    r"\bsalah\s+(?:seorang|satu)\s+(?:di\s+)?antara(?:nya|\s+mereka)\s*,\s*(?P<rest>[A-Z][^\n]{3,80})"
)


def leaders(units: Sequence[Unit]) -> Iterator[Person]:
    """Who leads the visiting party or speaks for it."""
    for unit in units:
        small = unit.text.lower()
        of_team = holds_any(small, _TEAM_CUES)
        patterns = [_LED] if holds_any(small, _LED_CUES) else []
        for pattern in [*patterns, _SPOKEN] if of_team else patterns:
            for match in pattern.finditer(unit.text):
                before = unit.text[: match.start()]
                if (_CEREMONY if pattern is _LED else _RECEIVED).search(before) or _signs(match, before):
                    continue
                if name := first_named(match["rest"]):
                    yield Person(name, None, _office_beside(match["rest"], name) if pattern is _LED else None, None)
                    if pattern is _LED:
                        yield from _with_leader(unit.text, unit.text.index(name, match.start("rest")) + len(name))
        if (came := _CAME.search(unit.text) if holds_any(small, _CAME_CUES) else None) and (
            name := leading_name(came["rest"])
        ):
            yield Person(name, None, came["office"].rstrip(" ,"), None)
        if of_team and unit.text.count(":") > 1:
            yield from _by_role(unit.text)
        if ":" in unit.text and _LEADER_LINE.match(unit.text) and (led := person_with_role(unit.text)):
            yield led
        one = _ONE_AMONG.search(unit.text) if "salah s" in small and "antara" in small else None
        if one and (name := leading_name(one["rest"])) and one["rest"][len(name) : len(name) + 1] in {",", ""}:
            yield Person(mended(name, one["rest"]), None, None, None)
        head = _THEIR_HEAD.search(unit.text) if of_team and "nya" in small else None
        if head and (name := leading_name(head["rest"])):
            yield Person(mended(name, head["rest"]), None, None, None)
        if (brought := brings_staff(unit.text)) and (place := end_of_office(brought.group())):
            said = brought.group()
            if name := leading_name(said[place:]):
                yield Person(name, None, said[:place].strip(" ,"), None)
        if "(" in unit.text and (of_team or "(Sdr" in unit.text):
            yield from _in_brackets(unit.text)
        if " yang " in small:
            yield from _speakers(unit.text)
        headed = _HEADED.search(unit.text) if may_count(unit.text) else None
        if headed and COUNTED.search(unit.text, 0, headed.start()) and (name := leading_name(headed["rest"])):
            office = re.match(r"\s*\((?P<office>[A-Z][^()]{3,80})\)", headed["rest"][len(name) :])
            yield Person(name, None, office["office"] if office else None, None)
        for pattern in (_LEADS, _ONE_OF_THEM) if of_team else ():
            behind = pattern.search(unit.text)
            if behind and (name := last_named(unit.text[: behind.start()])):
                everyday = _EVERYDAY.match(unit.text, behind.end()) or _EVERYDAY.search(behind.group())
                daily = everyday["office"] if everyday and names_office(everyday["office"]) else None
                yield Person(name, None, daily, None)
        if of_team:
            yield from _another(unit.text)


def _office_beside(text: str, name: str) -> str | None:
    """`Sekretaris Daerah X, A`, `A (Kepala Bidang Y)`, `A, Kepala Dinas Z,`: the office of the one who leads."""
    place = text.find(name)
    before = text[:place].strip(" ,")
    if before:
        return before if names_office(before) and _OFFICE_WORDS.match(before) else None
    bracket = _OFFICE.match(text, place + len(name))
    behind = bracket or _OFFICE_BEHIND.match(text, place + len(name))
    return behind["office"] if behind and names_office(behind["office"]) else None


def _in_brackets(text: str) -> Iterator[Person]:
    """`Ketua kelompok (Sdr. A, S.T., Dishub) memaparkan …`"""
    for match in _NAMED_IN_BRACKETS.finditer(text):
        name = leading_name(match["said"])
        rest = match["said"][len(name) :].strip(" ,.") if name else ""
        if name and match["said"].startswith(name) and (not rest or names_office(rest)) and not find_nips(rest):
            yield Person(mended(name, match["said"] + " "), None, match["role"], rest or None)
    for one in _ONE_IN_BRACKETS.finditer(text):
        if (name := leading_name(one["said"])) and not find_nips(one["said"]):
            yield Person(mended(name, one["said"] + " "), None, None, None)


def _speakers(text: str) -> Iterator[Person]:
    """`… tutur A, pengawas lingkungan yang sebulan mengikuti magang di X`: a participant who speaks."""
    for match in _SAYS.finditer(text):
        name = leading_name(text[match.end() : match.end() + 80])
        place = match.end() + len(name) if name else 0
        told = _WHO_TOOK_PART.match(text, place) if name and text.startswith(name, match.end()) else None
        if name and told:
            yield Person(name, None, told["office"], None)


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


def mended(name: str, text: str) -> str:
    """The name with the full stop of its last degree."""
    return f"{name}." if not name.endswith(".") and f"{name}. " in text else name


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


def _another(text: str) -> Iterator[Person]:
    """Participants that a story lets speak one by one."""
    for match in _ANOTHER.finditer(text):
        name = leading_name(text[match.end() : match.end() + 80])
        behind = text[match.end() + len(name) :] if name else ""
        if name and not _MANY.search(text, 0, match.start()) and _SPEAKS.match(behind):
            office = match["office"].strip() if match["office"] else None
            if office is None or names_office(office):
                yield Person(name, None, office, None)


def _signs(match: re.Match[str], before: str) -> bool:
    """`Ketua Tim, X` below a report, a NIP or nothing after the name: who signs is listed elsewhere if he took part."""
    if re.search(r"[a-z]{3}\s+$", before):
        return False  # `kata ketua rombongan, X`
    name = leading_name(match["rest"])
    after = match["rest"][len(name) :] if name else ""
    signs = match.group().casefold().startswith(("ketua", "koordinator"))
    return signs and (bool(find_nips(after)) or not after.strip(" .,"))
