"""How long an agreement runs: the stated length as an ISO 8601 duration, and the day on which it ends."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from nlp.indonesian import number_from_words

_UNITS = {
    "tahun": "Y",
    "bulan": "M",
    "minggu": "W",
    "pekan": "W",
    "hari": "D",
    "thn": "Y",
    "th": "Y",
    "bln": "M",
    "year": "Y",
    "years": "Y",
    "month": "M",
    "months": "M",
}
_LENGTH = re.compile(
    r"(?P<figure>\d{1,3})?\s*(?:[(（]\s*(?P<words>[a-z][a-z \-]{2,40}?)\s*[)）])?(?P<bare>\b(?:se(?=tahun|bulan)|"
    r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|"
    r"sembilan|sepuluh|sebelas|[a-z]+ belas|[a-z]+ puluh(?: [a-z]+)?|"
    r"one|two|three|four|five|six|nine|ten|twelve|fifteen|eighteen|twenty(?:-four)?|thirty(?:-six)?|forty-eight|sixty)\b)(?:\s*\([\dOolI]{1,3}\))?)?(?P<half>\s+setengah)?\s*(?P<unit>tahun|thn|th|bulan|bln|minggu|pekan|hari|years?|"
    r"months?)\b"
    r"(?P<after>\s+(?:anggaran|takwim|kalender|kerja|akademik|ajaran|pelajaran))?",
    re.I,
)
# `2 tahun 6 bulan`, `dua tahun enam bulan`, `1 (satu) tahun dan 3 (tiga) bulan`
_AND_MONTHS = re.compile(
    r"\s*(?:,?\s*dan\s+)?(?:\d{1,2}\s*(?:\(|bulan|hari)|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)\s+"
    r"(?:\(\d{1,2}\)\s*)?(?:bulan|minggu|hari))",
    re.I,
)
_NOT_TERM = re.compile(
    r"\b(?:paling\s+lambat|paling\s+lama|selambat-lambatnya|sekurang-kurangnya|sebelum\s+(?:jangka|masa|"
    r"berakhir|perjanjian|kesepakatan|nota|akhir)|setelah\s+(?:perjanjian|berakhir|kesepakatan|nota|pks|jangka|"
    r"masa|penandatanganan)|"
    r"memberitahukan|pemberitahuan|rahasia|kerahasiaan|evaluasi|monitoring|ditinjau|setiap|kegiatan\s+magang|"
    r"magang\s+(?:dilaksanakan|berlangsung)|at\s+least|semula|dihitung\s+sebagai|denda|angkatan)\b",
    re.I,
)
# What a length is counted to or from, behind it: `30 hari sebelum …`, `2 minggu terlebih dahulu`.
_BEFORE_OR_AFTER = re.compile(
    r"\s*(?:\S+\s+){0,2}?(?:sebelum(?:nya)?|setelah|sesudah|setiap|sekali|in\s+advance|terlebih\s+dahulu|di\s+muka)\b|\s*,?\s*(?:sebelum|"
    r"setelah)\b|\s+sejak\s+(?:keadaan|kejadian|diterima)",
    re.I,
)
_THE_TERM = re.compile(r"\b(?:masa|waktu|jangka\s+waktu)\s*$", re.I)
_SINCE = re.compile(r"\W*(?:yang\s+)?(?:di|ter)hitung\s+(?:sejak|mulai|dari)\b", re.I)
_APART = 8  # characters between the counts of one length
_MOST = 400  # of any unit
_ENGLISH_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty".split()
)
_ENGLISH_SUMS = {"twenty-four": 24, "thirty": 30, "thirty-six": 36, "forty-eight": 48, "sixty": 60}


def _spelled(words: str) -> int | None:
    folded = re.sub(r"\s*\(.*", "", words.casefold()).strip()
    if folded == "se":
        return 1
    if folded in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS.index(folded) + 1
    if folded in _ENGLISH_SUMS:
        return _ENGLISH_SUMS[folded]
    return number_from_words(folded)


@dataclass(frozen=True, slots=True)
class _Count:
    """`2 (dua) tahun`: one count of one unit."""

    value: int
    unit: str  # as in an ISO 8601 duration
    start: int
    end: int
    of_budget_year: bool
    warning: str | None


def length_of(sentence: str, begin: int, since: int = 0) -> tuple[str, tuple[int, int], str | None, bool] | None:
    """The stated length of the term: ISO duration, its place, a warning where word and figure differ, whether a budget year.

    `since`: what stands before it says nothing of the length (the old wording that is replaced).
    """
    counts: list[_Count] = []
    for match in _LENGTH.finditer(sentence, begin):
        if (match["figure"] or match["words"] or match["bare"]) is None:
            continue
        if counts and match.start() - counts[-1].end > _APART:
            break
        lead = "" if counts else _clause_before(sentence, match.start(), since)
        if _measures_something_else(lead, sentence[match.end() : match.end() + 45]):
            if counts:
                break
            continue
        if (count := _count(match)) is None:
            continue
        counts.append(count)
        if _AND_MONTHS.match(sentence, match.end()) is None:
            break
    if not counts:
        return None
    start, end = counts[0].start, counts[-1].end
    while start < end and sentence[start].isspace():
        start += 1
    duration = "P" + "".join(f"{count.value}{count.unit}" for count in counts)
    warning = next((count.warning for count in reversed(counts) if count.warning), None)
    return duration, (start, end), warning, duration == "P1Y" and counts[0].of_budget_year


def _clause_before(sentence: str, place: int, since: int) -> str:
    """What stands in the clause before the place, its last words where it is long."""
    clause = max(sentence.rfind(end, 0, place) for end in (",", " dan ", ";"))
    return sentence[max(clause, 0, place - 110, since) : place]


def _measures_something_else(lead: str, tail: str) -> bool:
    """A notice, a delay, a report: by what stands before the length, and right behind it."""
    # `… sebelum masa 4 tahun, yang dihitung sejak …, habis` is the whole term all the same
    if _NOT_TERM.search(lead) and not (_THE_TERM.search(lead) and _SINCE.match(tail)):
        return True
    return _BEFORE_OR_AFTER.match(tail) is not None


def _count(match: re.Match[str]) -> _Count | None:
    """The count that a match of `_LENGTH` is; words hold against a figure. None of no number, or where it counts working days."""
    kind_of_year = (match["after"] or "").strip().casefold()
    if kind_of_year == "kerja":
        return None  # working days measure the work that is owed
    words = match["words"] or match["bare"]
    spelled = _spelled(words) if words else None
    figure = int(match["figure"]) if match["figure"] else None
    value = spelled if spelled is not None else figure
    if value is None or value == 0 or value > _MOST:
        return None
    warning = None
    if spelled is not None and figure is not None and spelled != figure:
        warning = f"jangka waktu: angka {figure} dan kata “{words}” berbeda; yang dipakai kata"
    unit = _UNITS[match["unit"].casefold()]
    if match["half"] is not None:
        if unit != "Y":
            return None
        value, unit = 12 * value + 6, "M"
    return _Count(value, unit, match.start(), match.end(), kind_of_year in ("anggaran", "takwim"), warning)


def after(start: date, duration: str) -> date | None:
    """The same calendar day `duration` later, a day that the month lacks falling to its last; None of an odd duration.

    Source: the extraction contract, "term".
    """
    found = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", duration)
    if found is None or not any(found.groups()):
        return None
    years, months, weeks, days = (int(group or 0) for group in found.groups())
    month = start.month - 1 + months
    year = start.year + years + month // 12
    month = month % 12 + 1
    if year > 9000:
        return None
    day = date(year, month, min(start.day, monthrange(year, month)[1]))
    return day + timedelta(weeks=weeks, days=days)
