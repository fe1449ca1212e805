"""Guests of an article who came on a day and left on another: `turun dari bus, Rabu (5/11) pagi … hingga Jumat (7/11)`.

Nothing says of the first day that something begins on it; the last one does say that it ends.
"""

import re
from datetime import date
from typing import Final

from nlp.components.date_lines import WEEKDAY, sentence_around, sentence_start
from nlp.components.date_programme import Span, excluded
from nlp.extraction import Kind
from nlp.facts import DateMention

_STAYS: Final = re.compile(
    r"\b(?:hingga|sampai(?:\s+dengan)?|s\.?\s?d\.?|s/d|meninggalkan\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}|"
    r"(?:bertolak|pulang|kembali)(?:\s+(?:pulang|kembali))?(?:\s+(?:ke|menuju)\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}|\s+ke\s+daerah\w*)?)"
    r"(?:\s+(?:pada|hari|tanggal))*[\s,(]*$"
)
_OF_WEEK: Final = re.compile(rf"{WEEKDAY}\b", re.I)
_DEADLINE: Final = re.compile(
    r"\b(?:mendaftar|pendaftaran|lamaran|lowongan|buka|dibuka|pameran|promo|berlaku|layanan|jam)\b", re.I
)
_TOP: Final = 2000  # characters in which an article tells of the visit
_NEAR: Final = 700  # characters between both days
_LONGEST: Final = 31  # days
_OPENING: Final = re.compile(r"\b(?:(?:pe)?magang(?:an)?|studi|kaji|praktik\s+kerja)\b", re.I)


def came_until(text: str, mentions: list[DateMention]) -> tuple[DateMention, DateMention] | None:
    """The day on which the guests of an article were there first, and the one until which they stayed."""
    single = [mention for mention in mentions if mention.start < _TOP and not mention.is_range]
    for last in single:
        sentence = sentence_around(text, last.start, last.end)
        stays = _STAYS.search(text, max(0, last.start - 90), last.start) is not None
        if not stays or _DEADLINE.search(sentence) or excluded(text, last, sentence, Kind.NEWS):
            continue
        for first in single:
            if (
                0 < last.start - first.end < _NEAR
                and 0 < (last.first - first.first).days <= _LONGEST
                and _OF_WEEK.match(first.text)
                and not excluded(text, first, sentence_around(text, first.start, first.end), Kind.NEWS)
            ):
                return first, last
    return None


# `Sebelumnya, pada 12-14 Mei 2025, …`
_EARLIER: Final = re.compile(
    r"\W*(?:sebelumnya|terdahulu|tahun\s+lalu|tahun\s+sebelumnya|pada\s+tahun\s+sebelumnya)\b", re.I
)


def of_days_to_come(text: str, span: Span, published: date) -> bool:
    """Whether the days lie behind that of the article and are not said to be those of the internship, or are told as earlier ones."""
    first, last, _ = span
    if _EARLIER.match(text, sentence_start(text, first.start), first.start):
        return True
    return first.first > published and _OPENING.search(sentence_around(text, first.start, last.end)) is None
