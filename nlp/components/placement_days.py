"""Where a plan of the days or an answer names the places of an internship: `Sel 30 Sep : UPT X`, `Di mana mereka ditempatkan?`"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nlp.components.placement_found import Found, Places
from nlp.components.placement_sentences import SENTENCE

_I = re.IGNORECASE
_DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu|Sen|Sel|Rab|Kam|Jum|Sab|Min)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Ags|Agt|Sep|Okt|Nov|Des)[a-z]*"
# `Sel 30 Sep : UPT X`, `Rabu (1/10) - Dinas Y`, `Hari ke-2: Puskesmas Z`, `> Kam 2 Okt : …`
_LINE = re.compile(
    rf"[\W_]*(?:{_DAY}\b[\s,.]*\(?(?:\d{{1,2}}(?:\s*[-/]\s*\d{{1,2}}|\s+{_MONTH})?(?:\s*[-/]?\s*(?:20)?\d\d)?)?\)?|(?:hari|pekan|minggu)\s+(?:ke-?\s?)?(?:\d{{1,2}}|[IVX]{{1,4}}))"
    rf"\s*(?::|\s[-–—]|=)\s*(?:di\s+|ke\s+)?(?=[A-Z])",
    _I,
)
_DAY_HEADING = re.compile(
    r"Hari\s+(?:ke-?\s?)?(?:\d{1,2}|[IVX]{1,4})\s*(?::|[-–—])\s*(?:di\s+|ke\s+|kembali\s+ke\s+)?(?=[A-Z])", _I
)
_SHORT = 70  # characters of a heading
_PLAN = re.compile(r"\b(?:jadwal|rundown|agenda|susunan\s+acara|rencana\s+perjalanan|itinerary)\b", _I)
_INTERNSHIP = re.compile(r"\bmagang\b", _I)
_LEAST = 2
_AT_ONCE = 4  # characters before the unit
_ASKS = re.compile(
    r"\b(?:ditempatkan|penempatan(?:nya)?|magang|belajar|bertugas|lokus(?:nya)?)\b[^.?]{0,40}\b(?:di\s*mana|ke\s*mana|apa)\b[^.?]{0,30}\?\s*$"
    r"|\b(?:di\s*mana|ke\s*mana)\b[^.?]{0,40}\b(?:ditempatkan|magang|belajar|bertugas)\b[^.?]{0,30}\?\s*$",
    _I,
)
_ANSWER = re.compile(
    r"\W*(?:[A-Z][a-z]{0,9}\s*:\s*)?(?:Ada\s+yang\s+|Sebagian\s+|Mereka\s+(?:ada\s+)?)?(?:di|ke|pada)\s+(?=[A-Z])", _I
)
# `Pada hari pertama`, `Hari ke-2`, `Keesokan harinya`, before what was done on that day.
_ON_DAY = re.compile(
    r"\W*(?:(?:pada|memasuki|di)\s+)?(?:hari\s+(?:pertama|kedua|ketiga|keempat|kelima|terakhir|berikutnya|selanjutnya|(?:ke-?\s?)?(?:\d|I{1,3}|IV|V))|(?:ke)?esok(?:an)?\s+hari(?:nya)?)\b",
    _I,
)
# `di Dinas X`, `menyambangi Dinas X`: the unit at once behind.
_AT_UNIT = re.compile(
    r"\b(?:di|ke|pada|mengunjungi|menyambangi|mendatangi|menyinggahi|menuju|giliran)\s+(?:kantor\s+)?(?=[A-Z])"
)
_NO_DAY_OF_IT = re.compile(r"\b(?:balasan|balik|rencana(?:nya)?|direncanakan|bertolak\s+dari|pulang)\b", _I)


def from_day_sentences(places: Places) -> list[Found]:
    """`Hari pertama peserta mengikuti paparan di Dinas X. Hari kedua mereka menyambangi Dinas Y.`: of two days at least."""
    found: list[Found] = []
    days = 0
    for unit in places.units:
        if unit.owner.table is not None or "hari" not in unit.text.lower():
            continue
        text = places.source.text
        starts = [unit.start, *(match.end() for match in SENTENCE.finditer(text, unit.start, unit.end))]
        for start, end in zip(starts, [*starts[1:], unit.end], strict=True):
            day = _ON_DAY.match(text, start, end)
            if day is None or _NO_DAY_OF_IT.search(text, start, end):
                continue
            at = {match.end() for match in _AT_UNIT.finditer(text, day.end(), end)}
            first = next((item for item in places.named(day.end(), end) if item.start in at), None)
            if first is not None:
                days += 1
                found += places.in_row(first.start, end)
    return [replace(item, passing=True) for item in found] if days >= _LEAST else []


def from_days(places: Places) -> Iterator[Found]:
    """The units of a plan's lines, one a day, two at least; what a unit does stands in brackets behind it."""
    if found := _headed_days(places):
        yield from found
        return
    if not any(
        _INTERNSHIP.search(unit.text) and _PLAN.search(unit.text)
        for unit in places.units
        if len(unit.text) < 120 and "magang" in unit.text.lower()
    ):
        return
    found = []
    for start, end in places.source.lines:
        line = _LINE.match(places.source.text, start, end)
        if line is None:
            continue
        stop = _bracket(places.source.text, line.end(), end)
        item = next(iter(places.named(line.end(), stop, whole=True)), None)
        if item is not None and item.start - line.end() <= _AT_ONCE:
            found.append(item)
    if len(found) >= _LEAST:
        yield from found


def _headed_days(places: Places) -> list[Found]:
    """`Hari 1 – Balai Kota`, `Hari 2 – Kecamatan X`: the units of short headings, two at least, that say nothing but where."""
    days = [
        (start, end, line)
        for start, end in places.source.lines
        if end - start < _SHORT
        and places.source.text[start] in "Hh"
        and (line := _DAY_HEADING.match(places.source.text, start, end))
    ]
    found: list[Found] = []
    if len(days) >= _LEAST:
        for _, end, line in days:
            named = places.named(line.end(), end)
            if len(named) == 1 and named[0].start - line.end() <= _AT_ONCE and end - named[0].end <= _AT_ONCE:
                found += named
    return found


def _bracket(text: str, start: int, end: int) -> int:
    opened = text.find("(", start, end)
    comma = text.find(", ", start, end)
    return min(place for place in (opened, comma, end) if place >= 0)


def from_answers(places: Places) -> Iterator[Found]:
    """`Pegawai kita ditempatkan di mana saja?` and the answer that begins with `Di …`."""
    for question, answer in pairwise(places.units):
        if "?" in question.text and _ASKS.search(question.text) and (lead := _ANSWER.match(answer.text)):
            yield from places.in_row(answer.start + lead.end(), answer.end)
