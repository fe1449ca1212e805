"""The last day where the text counts it: `5 hari kerja terhitung mulai 21 April`, `dua hari sampai Jumat`."""

import re
from datetime import date, timedelta
from typing import Final

from nlp.components.date_apart import FARTHEST, says
from nlp.components.date_lines import sentence_around
from nlp.components.date_programme import excluded
from nlp.extraction import Kind
from nlp.facts import DateMention
from nlp.indonesian import DAYS, number_from_words
from nlp.source import Source

_WORKING_DAYS: Final = re.compile(
    r"\b(?P<figure>\d{1,2})?\s*(?:\((?P<words>[a-z ]{3,20})\)|(?P<bare>(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|"
    r"sebelas|[a-z]{3,9}\s+belas|[a-z]{3,9}\s+puluh)))?\s+hari\b"
    r"(?P<working>\s+kerja\b)?(?!\s+(?:kalender|libur|setelah|sesudah|sebelum|lagi|lalu))",
    re.I,
)
_WORKING_WEEK: Final = 5  # days
_LIMIT: Final = re.compile(r"\b(?:paling|lambat|setiap|tiap|batas|tenggat|cuti|libur|dalam\s+waktu)\b", re.I)
_FARTHEST_DOWN: Final = 3000  # characters from the top in which such words stand
_UNTIL_WEEKDAY: Final = re.compile(
    r"(?:\b(?P<days>[2-7]|dua|tiga|empat|lima|enam|tujuh)\s+hari(?:\s+penuh)?,?\s+)?\b(?:sampai(?:\s+dengan)?|hingga|s\.d\.)\s+(?:hari\s+)?"
    r"(?P<weekday>senin|selasa|rabu|kamis|jum['’]?at|sabtu|(?-i:Minggu))\b(?!\W{0,3}\d)(?!\s+(?:depan|lalu|ini|tanggal|pertama|kedua|ketiga|terakhir|pagi|berikut))",
    re.I,
)
_MOST_DAYS: Final = 90
_FOR: Final = re.compile(r"\b(?:berlangsung|selama)\b")


def lasting(source: Source, mentions: list[DateMention]) -> tuple[DateMention, date] | None:
    """`5 (lima) hari kerja terhitung mulai tanggal 21 April 2025`, `tiga hari sejak Selasa`: the first day and the last one, counted."""
    text = source.text
    for place, mention in enumerate(mentions):
        if mention.is_range or mention.start > _FARTHEST_DOWN:
            continue
        lead = " ".join(text[max(0, mention.start - 90) : mention.start].split()) + " "
        behind = text[mention.end : mention.end + 90].split(".")[0]
        counted = _WORKING_DAYS.search(behind if _FOR.search(behind) else lead)
        if counted is None or says(text, mention, mentions[place - 1] if place else None) != "begins":
            continue
        days = _days(counted)
        if days is None or not (counted["working"] or _within_a_week(mention.first, days, lead)):
            continue
        return mention, _working_day(mention.first, days)
    return None


def _days(counted: re.Match[str]) -> int | None:
    words = counted["words"] or counted["bare"]
    number = number_from_words(words.casefold()) if words else int(counted["figure"] or 0)
    return number if number and number <= _MOST_DAYS else None


def _within_a_week(first: date, days: int, lead: str) -> bool:
    """Plain days count like working days only within one working week; `paling lambat 3 hari sejak …` is a time limit."""
    return days >= 2 and first.weekday() + days <= _WORKING_WEEK and _LIMIT.search(lead) is None


def _working_day(first: date, count: int) -> date:
    """The last of so many working days from the first on."""
    last = first
    left = count - 1
    while left:
        last += timedelta(days=1)
        left -= last.weekday() < _WORKING_WEEK
    return last


def until_weekday(source: Source, kind: Kind, mentions: list[DateMention]) -> tuple[DateMention, date] | None:
    """`diterima Kamis (6/11). Studi tiru dilaksanakan dua hari sampai Jumat`: the first day and the weekday that closes it."""
    text = source.text
    for until in _UNTIL_WEEKDAY.finditer(text, 0, _FARTHEST_DOWN):
        place = next((i for i in reversed(range(len(mentions))) if mentions[i].end <= until.start()), None)
        if place is None or mentions[place].is_range or until.start() - mentions[place].end > FARTHEST:
            continue
        mention = mentions[place]
        sentence = sentence_around(text, mention.start, mention.end)
        days = (DAYS[until["weekday"].lower().replace("’", "'")] - mention.first.weekday()) % 7
        if not days or excluded(text, mention, sentence, kind):
            continue
        if until["days"]:
            # Two days from a Thursday close on the Friday: where they do not, the words are of something else.
            agrees = _number(until["days"]) == days + 1
        else:
            near = re.search(r"[.;!?]\s|\n", text[mention.end : until.start()]) is None
            agrees = near and says(text, mention, mentions[place - 1] if place else None) == "begins"
        if agrees:
            return mention, mention.first + timedelta(days)
    return None


def _number(said: str) -> int | None:
    return int(said) if said.isdecimal() else number_from_words(said.casefold())
