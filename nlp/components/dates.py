"""Every mention of a day or a span of days, written in figures or words, with what it means.

A hand-written parser over one pass of tokens: months, day names, numerals and period words start it, everything else is
skipped. Laws, document numbers, NIP, clock times and blanks left for handwriting look like dates and give nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from operator import itemgetter
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.date_parser import DatesParser, in_year
from nlp.components.date_points import Point
from nlp.facts import DateMention
from nlp.indonesian import DAY_NAMES, day_in_words

# A birthday's year is nobody else's.
_BORN: Final = re.compile(r"\blahir\b[^.;]*$", re.IGNORECASE)


def find_dates(text: str, *, default_year: int | None = None) -> list[DateMention]:
    """Every day or span that `text` states, in order, without overlaps.

    A mention without a year takes `default_year`, else the year of the nearest full mention, and is then `derived`; where
    neither is known it is left out. A day name that contradicts its date, or a bracket that differs from the words, gives
    a warning; the words win.
    """
    found = DatesParser(text).run()
    births = "lahir" in text.lower()  # asked once: most papers tell of none
    years = [
        (point.start, (last or point).year)
        for point, last in found
        if (last or point).year is not None
        and not (births and _BORN.search(text, max(0, point.start - 80), point.start))
    ]
    _take_years_of_ends(text, found)
    mentions: list[DateMention] = []
    for first, last in found:
        _borrow(first, last, years, default_year)
        if default_year is None and any(point is not None and point.is_refuted() for point in (first, last)):
            continue
        mention = _mention(text, first, last)
        if mention is not None:
            mentions.append(mention)
    return mentions


# `sejak tanggal 28 April dan berakhir pada tanggal 28 Mei 2025`
_ITS_END: Final = re.compile(
    r"\s*,?\s*(?:(?:dan|lalu|serta)\s+)?(?:berakhir|selesai|ditutup|berlangsung)?\s*(?:(?:sampai|hingga)(?:\s+dengan)?\s+)?(?:pada\s+)?(?:hari\s+\w+\W+)?(?:tanggal\s+)?",
    re.IGNORECASE,
)
_ENDING: Final = re.compile(r"berakhir|selesai|ditutup|sampai|hingga", re.IGNORECASE)


def _take_years_of_ends(text: str, found: Sequence[tuple[Point, Point | None]]) -> None:
    """A first day without its year has that of the last day, which another verb leads to."""
    for (first, own_end), (last, _) in pairwise(found):
        if (
            own_end is not None
            or first.year is not None
            or first.shift
            or last.year is None
            or first.day is None
            or last.day is None
        ):
            continue
        between = text[first.end : last.start]
        if len(between) < _NEAR and _ENDING.search(between) and _ITS_END.fullmatch(between):
            first.year = last.year
            first.year -= in_year(first) > in_year(last)


_NEAR: Final = 60  # characters


def _borrow(
    first: Point, last: Point | None, years: Sequence[tuple[int, int | None]], default_year: int | None
) -> None:
    if last is not None and first.shift is None:
        first.shift = last.shift
    for point in (last, first):
        if point is None or point.year is not None:
            continue
        if default_year is not None:
            point.year = default_year + (point.shift or 0)
        elif point.shift:
            continue  # `tahun depan` of a year that nobody told us
        elif years:
            # The last one before it, else the first: they stand in the order of the text.
            before = bisect_right(years, point.start, key=itemgetter(0)) - 1
            point.year = years[max(before, 0)][1]
        else:
            continue
        point.derived = True
        if point.weekday is not None and point.year is not None:
            point.year = _year_of_weekday(point, point.year)
    # `28 Desember s.d. 3 Januari`, the year being known only of the end.
    if last is not None and first.derived and first.year is not None and first.year == last.year:
        first.year -= in_year(first) > in_year(last) and first.day is not None


def _year_of_weekday(point: Point, year: int) -> int:
    """The one of `year` and its neighbours in which the day bears its day's name."""
    if point.month is None or point.day is None:
        return year
    for near in (year, year + 1, year - 1):
        try:
            if date(near, point.month, point.day).weekday() == point.weekday:
                return near
        except ValueError:
            continue
    return year


def _mention(text: str, first: Point, last: Point | None) -> DateMention | None:
    span = first.span()
    end_span = last.span() if last is not None else span
    if span is None or end_span is None or span[0] > end_span[1]:
        return None
    end = last.end if last is not None else first.end
    warnings = [*first.warnings, *(last.warnings if last is not None else [])]
    for point in (first, last):
        day = point.span() if point is not None else None
        if (
            point is not None
            and day is not None
            and point.weekday is not None
            and point.day is not None
            and day[0].weekday() != point.weekday
        ):
            warnings.append(
                f"Hari {DAY_NAMES[point.weekday]} tidak cocok dengan tanggal {day_in_words(day[0])}, "
                f"yang jatuh pada hari {DAY_NAMES[day[0].weekday()]}"
            )
    return DateMention(
        start=first.start,
        end=end,
        first=span[0],
        last=end_span[1],
        text=text[first.start : end],
        precision=(last or first).precision or "month",
        is_range=last is not None,
        derived=first.derived or (last is not None and last.derived),
        spelled=first.spelled or (last is not None and last.spelled),
        warnings=tuple(dict.fromkeys(warnings)),
    )


class Dates:
    """Fills `facts.date_mentions` and carries the contradictions of the mentions that matter to the components after it."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.facts.date_mentions = find_dates(doc._.source.text)
        return doc


@Language.factory("dates")
def make_dates(nlp: Language, name: str) -> Dates:
    """The factory spaCy calls."""
    return Dates()
