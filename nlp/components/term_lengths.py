"""How long an agreement runs: the stated length as an ISO 8601 duration, and the day on which it ends."""

import re
from calendar import monthrange
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


_THE_TERM = re.compile(r"\b(?:masa|waktu|jangka\s+waktu)\s*$", re.I)
_SINCE = re.compile(r"\W*(?:yang\s+)?(?:di|ter)hitung\s+(?:sejak|mulai|dari)\b", re.I)
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


def length_of(sentence: str, begin: int, since: int = 0) -> tuple[str, tuple[int, int], str | None, bool] | None:
    """The stated length of the term: ISO duration, its place, a warning where word and figure differ, whether a budget year.

    `since`: what stands before it says nothing of the length (the old wording that is replaced).
    """
    parts: list[tuple[int, str]] = []
    span: tuple[int, int] | None = None
    warning: str | None = None
    budget = False
    for match in _LENGTH.finditer(sentence, begin):
        stated = match.group("figure") or match.group("words") or match.group("bare")
        if stated is None:
            continue
        clause_start = max(
            sentence.rfind(",", 0, match.start()),
            sentence.rfind(" dan ", 0, match.start()),
            sentence.rfind(";", 0, match.start()),
            0,
        )
        clause_start = max(clause_start, match.start() - 110, since)
        lead = sentence[clause_start : match.start()] if not parts else ""
        tail = sentence[match.end() : match.end() + 45]
        if span is not None and match.start() - span[1] > 8:
            break
        whole_term = _THE_TERM.search(lead) and _SINCE.match(
            tail
        )  # `… sebelum masa 4 tahun, yang dihitung sejak …, habis`
        if (_NOT_TERM.search(lead) and not whole_term) or re.match(
            r"\s*(?:\S+\s+){0,2}?(?:sebelum(?:nya)?|setelah|sesudah|setiap|sekali|in\s+advance|terlebih\s+dahulu|di\s+muka)\b|\s*,?\s*(?:sebelum|"
            r"setelah)\b|\s+sejak\s+(?:keadaan|kejadian|diterima)",
            tail,
            re.I,
        ):
            if parts:
                break
            continue
        if (match.group("after") or "").strip().casefold() == "kerja":
            continue  # working days measure the work that is owed
        words = match.group("words") or match.group("bare")
        spelled = _spelled(words) if words else None
        figure = int(match.group("figure")) if match.group("figure") else None
        value = spelled if spelled is not None else figure
        if value is None or value == 0 or value > 400:
            continue
        if spelled is not None and figure is not None and spelled != figure:
            warning = f"jangka waktu: angka {figure} dan kata “{words}” berbeda; yang dipakai kata"
        unit = match.group("unit").casefold()
        if (match.group("after") or "").strip().casefold() in ("anggaran", "takwim"):
            budget = True
        if match.group("half") is not None:
            if _UNITS[unit] != "Y":
                continue
            value, unit = 12 * value + 6, "bulan"
        parts.append((value, _UNITS[unit]))
        span = (span[0] if span else match.start(), match.end())
        if _AND_MONTHS.match(sentence, match.end()) is None:
            break
    if not parts or span is None:
        return None
    while span[0] < span[1] and sentence[span[0]].isspace():
        span = (span[0] + 1, span[1])
    duration = "P" + "".join(f"{value}{unit}" for value, unit in parts)
    return duration, span, warning, budget and parts == [(1, "Y")]


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
