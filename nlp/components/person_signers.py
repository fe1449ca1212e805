"""Whose NIP is not that of a participant: signers, mentors, hosts and the sides of a record."""

import re
from collections.abc import Sequence

from nlp.components.head_words import EVENT
from nlp.components.people_names import NIP_LABEL, find_nips
from nlp.components.person_tables import names_others, names_team
from nlp.components.recommendation_units import Unit
from nlp.source import Source

_I = re.IGNORECASE
_OFFICE_LINE = re.compile(
    r"(?:^|\n)\s*(?:(?:ditetapkan\s+di\s+[\w ]{2,30}?\s+)?(?:pada\s+)?tanggal\s*:?\s*\d{1,2}\s+\w+\s+\d{4}\s+)?(?:a\.n\.?\s|u\.b\.?\s|plt\.?\s|pj\.?\s|plh\.?\s)?\s*(?:kepala|ketua|sekretaris|inspektur|direktur|gubernur|bupati|wali\s*kota|asisten|camat|lurah|kabid|kabag|kasi|kasubbag|kasubag|sekda|sekdis|pelapor|pembuat|yang\s+melapor|penanggung|mengetahui|notulis|petugas|penyelenggara|panitia|menyetujui|pelaksana|rektor|dekan|koordinator|pimpinan)\b[^\n]{0,90},?\s*(?:\n|$)",
    _I,
)
_PLACE_DATE = re.compile(
    r"(?:^|\n)\s*[A-Z][\w ]{2,30}\s?,\s*(?:(?:\d{1,2}\s+)?[A-Z][a-z]+\s+|\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*)\d{4}\s*(?:\n|$|(?=(?:Kepala|Ketua|Pimpinan|Pelapor|Mengetahui|Plt)\b))"
)
_PLACE_AND_DAY = re.compile(
    r"(?!(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu)\b)(?:[A-Z][\w'-]+ ?){1,3},\s*(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}\b"
)
_THANKS = re.compile(r"\b(?:ber)?terima\s*kasih\b|\bpenghargaan\s+kepada\b", _I)
# Who is met, heard or cited there.
_MET = re.compile(
    r"\b(?:menurut|kata|ujar|jelas|tutur|diterima|disambut|ditemui|bertemu|dijamu|diantar|dikawal|didampingi|(?:meng|di)?hubungi|dipandu|dibimbing|diajari|dilatih|dijelaskan|dipaparkan|diserahkan\s+oleh|penjelasan|keterangan|wawancara)\b",
    _I,
)
# `Di sana kami didampingi Bapak X (NIP …)`, whatever the section tells of.
_BY_A_HOST = re.compile(
    r"\b(?:kami|rombongan|peserta|tim)\s+(?:\w+\s+)?(?:didampingi|dipandu|dibimbing|diterima|disambut|ditemani|diajari|dijamu)(?:\s+(?:langsung|oleh))*\s+(?:Bapak|Ibu|Pak|Bu|Sdr\.?|Saudara|Saudari)\s[^.;:()]{0,60}(?:\.\w+\.?|\()*[^;:()]{0,20}\(?\s*(?:NIP\b\.?\s*)?$",
    _I,
)
# `ditempatkan pada X, dengan pengarah A (NIP …)`, `di bawah asuhan B (NIP …)`
_UNDER = re.compile(
    r"\b(?:dengan|di\s+bawah)\s+(?:pengarah(?:an)?|arahan|bimbingan|asuhan|pembina(?:an)?|pengampu(?:an)?|pengasuh|penyelia|atasan)(?:\s+\w+){0,2}\s+[^;:]{3,70}$",
    _I,
)
_GOES_ON = re.compile(r"[\w,]$")
SENTENCE = re.compile(r"(?<=[a-z]{4})\.\s+(?=[A-Z])")
_SLIDES = frozenset({"pptx", "odp", "ppt"})
_TOGETHER_WITH = re.compile(r"\bbersama\s+(?:(?:Bapak|Ibu|Pak|Bu)\s+)?[^,;()]{3,60}\(?\s*(?:NIP\b\.?\s*)?$")
# `menerima ASN kami untuk mengikuti magang sebagai berikut:`
_ANNOUNCED = re.compile(
    rf"\b(?:{EVENT}|menugaskan|mengusulkan|menghadapkan)\b[^.:]{{0,80}}\b(?:berikut|yaitu|yakni|nama(?:-nama)?|atas\s+nama)\b[^.:]{{0,20}}:\s*$",
    _I,
)
_FIRST_ITEM = re.compile(r"\s\(?1\s?[.)]\s+(?=[A-Z])")
_SIDE = re.compile(r"\b(?:[Ss]elanjutnya\s+)?[Dd]isebut\s+(?:juga\s+|sebagai\s+)?[“\"]?PIHAK\b")
_FORMULA = 420  # characters from a NIP to the end of the formula that makes its owner a side
_LONGEST_TITLE = 90  # characters of a line above a signature: place, date and office that a reader joined
_AROUND = 260  # characters before a NIP in which a signature shows
_NEAR = 160  # characters before a NIP in which a word says whose it is


def is_other(source: Source, units: Sequence[Unit], index: int, before: str, heading: str) -> bool:
    """A signer, a mentor or a host; `before`: what stands before the NIP, `heading`: above the unit of that index."""
    if _is_told_as_other(source, units, index, before, heading):
        return True
    if _is_told_of_team(units, index, before, heading):
        return False
    others_above = any(
        names_others(other.text) and len(other.text) < _LONGEST_TITLE for other in units[max(0, index - 3) : index]
    )
    if source.form in _SLIDES and names_team(heading):
        return others_above  # nobody signs a slide
    signs = _signs(source, units[index], heading, others_above=others_above)
    return signs if signs is not None else names_others(heading) or others_above


def _is_told_as_other(source: Source, units: Sequence[Unit], index: int, before: str, heading: str) -> bool:
    """The words before the NIP, or its sentence, say that the person helps, receives, or is thanked."""
    near, text = before[-_NEAR:], units[index].text
    if names_others(near) or _UNDER.search(near) or _PLACE_AND_DAY.match(before) or _THANKS.search(text):
        return True
    if _is_side(source.text, units[index].end):
        return True
    if _goes_on_from_thanks(units, index) or _BY_A_HOST.search(near):
        return True
    if _MET.search(SENTENCE.split(near)[-1]) and not names_team(heading):
        return True
    # `A (NIP …), B (NIP …) bersama C (NIP …)`: the host on the photograph
    return _TOGETHER_WITH.search(before) is not None and bool(find_nips(text[: len(before)]))


def _is_told_of_team(units: Sequence[Unit], index: int, before: str, heading: str) -> bool:
    """The words before the NIP name the team, or the person is an item of its list."""
    if names_team(NIP_LABEL.sub("", before[-_NEAR:])) and not re.match(r"\s*nama\s*:", before, _I):
        return True
    marked = units[index].mark_kind is not None
    if names_team(heading) and (marked or re.match(r"\s*\d{1,2}[.)]\s", before)):
        return True
    return marked and _below_team_label(units, index)


def _signs(source: Source, unit: Unit, heading: str, *, others_above: bool) -> bool | None:
    """Whether the NIP stands below an office or a place and a day as a signer's does; None where neither is above it."""
    # Whole lines only: the cut of a line may begin with an office.
    cut = unit.start - _AROUND
    first = 0 if cut <= 0 else source.text.find("\n", cut, unit.start) + 1 or unit.start
    surroundings = source.text[first : unit.end]
    if not _is_below_office(surroundings, heading) and not _PLACE_DATE.search(surroundings):
        return None
    if others_above and _PLACE_DATE.search(surroundings[_last_nip(surroundings, unit.text) :]):
        return True
    return not (names_team(heading) and len(find_nips(surroundings)) > 1)


def _is_side(text: str, end: int) -> bool:
    """Who hands over or takes over in a record, `selanjutnya disebut PIHAK KESATU` below the NIP and before the next."""
    side = _SIDE.search(text, end, end + _FORMULA)
    return side is not None and not find_nips(text[end : side.start()])


def _goes_on_from_thanks(units: Sequence[Unit], index: int) -> bool:
    """The sentence of thanks that the line above begins goes on in this one."""
    above = units[max(index - 1, 0)]
    goes_on = above.mark_kind is None and units[index].mark_kind is None and _GOES_ON.search(above.text) is not None
    return goes_on and _THANKS.search(above.text) is not None


def _last_nip(surroundings: str, line: str) -> int:
    """Where the NIP ends that stands above the line."""
    above = find_nips(surroundings[: max(0, len(surroundings) - len(line))])
    return above[-1].end if above else 0


def _is_below_office(surroundings: str, heading: str) -> bool:
    """A line above gives an office as a signature does; below a NIP it is the office of the person listed before.

    `Pelaksana`, the heading of the list, is none; before a signature a comma stands behind it.
    """
    listed = heading.strip() if names_team(heading) and not heading.rstrip().endswith(",") else None
    for match in _OFFICE_LINE.finditer(surroundings):
        if listed is not None and match.group().strip() == listed:
            continue
        line_before = surroundings[: match.start()].rstrip().rpartition("\n")[2]
        if not find_nips(line_before) or re.search(r"(?:[a-z]{2}|\))\.$", line_before):  # none, or in a sentence
            return True
    return False


def _below_team_label(units: Sequence[Unit], index: int) -> bool:
    """An item of the list that `Tim : 1. A` begins, its first item on the label's line."""
    while index > 0 and units[index].mark_kind is not None:
        index -= 1
    if _ANNOUNCED.search(units[index].text) and not names_others(units[index].text):
        return True
    label, colon, _ = units[index].text.partition(":")
    if not colon and (first := _FIRST_ITEM.search(units[index].text)):  # `Pelaksana 1. A`, its colon lost
        label, colon = units[index].text[: first.start()], ":"
    return bool(colon) and len(label) < 40 and names_team(label) and not names_others(label)
