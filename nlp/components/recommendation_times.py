"""By when a recommendation is to be carried out: what its column, its own words or the lines above it say."""

import re
from collections.abc import Sequence
from datetime import date

from nlp.components.deadline_relative import find_relative
from nlp.components.deadlines import Deadline, find_deadline, find_last_year, find_month
from nlp.components.recommendation_candidates import Candidate
from nlp.extraction import DateType, Kind
from nlp.facts import Facts

_STATES_TIME = re.compile(r"jangka|tonggak|triwulan|semester|tahun|\bTA\b|20\d\d|segera|term\b", re.IGNORECASE)
# `Rekomendasi Peserta Magang Tahun 2026`: the year of the journey.
_OF_JOURNEY = re.compile(
    r"\b(?:magang|kunjungan|studi\s+\w+|benchmarking|kaji\s+\w+)\s+(?:\w+\s+){0,3}?(?:tahun|TA)(?:\s+anggaran)?\s+20\d\d\b(?!\s*[)–-])",
    re.IGNORECASE,
)
_SHORT_LINE = 40  # characters of a line above that may be but a time


class Days:
    """The days of a document from which its deadlines count, and before which nothing can still be due."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        dates = facts.dates
        started = next((fact.date for fact in dates if fact.type is DateType.START), None)
        signed = max((fact.date for fact in dates if fact.type is DateType.SIGNED), default=None)
        written = max((fact.date for fact in dates if fact.type is not DateType.SIGNED), default=None)
        self.after = started or written
        self.said = signed or started or written
        # A letter or a memo asks for what is to be done before the guests come; a day to come is of another visit.
        looks_back = facts.kind in (Kind.REPORT, Kind.NEWS) and not (started and signed and signed < started)
        self.begun = started if looks_back else None

    def deadline(self, candidate: Candidate) -> Deadline | None:
        """By when the candidate is to be carried out; None where a day in it only tells of the journey."""
        stated = deadline_of(candidate, self.after, self.said)
        if stated is None or stated.last is None:
            return stated
        is_past = self.begun is not None and candidate.time is None and stated.last < self.begun
        return None if is_past or (self.facts.kind is Kind.LETTER and self._is_told(stated.last)) else stated

    def _is_told(self, day: date) -> bool:
        """A letter's own day or one before, a day of the journey: nothing is to be done by then."""
        journey = {fact.date for fact in self.facts.dates if fact.type in (DateType.START, DateType.END)}
        return day in journey or any(fact.type is DateType.PUBLISHED and day <= fact.date for fact in self.facts.dates)


def deadline_of(candidate: Candidate, after: date | None, said: date | None) -> Deadline | None:
    """The time column first, then the words themselves, then the lines above; last what only the year or the month says.

    `after`: the day that the months without a year follow; `said`: the day from which `tahun depan` counts.
    """
    if candidate.time and (stated := find_deadline(candidate.time, column=True)):
        whole = candidate.time.strip()
        if stated.last is None and said and (relative := find_relative(candidate.time, said)):
            stated = relative
        return Deadline(whole if len(whole) <= 60 else stated.text, stated.last, 0, 0)
    if candidate.time and said and (relative := find_relative(candidate.time, said)):
        return Deadline(candidate.time.strip(), relative.last, 0, 0)
    own = find_deadline(candidate.text)
    if own is not None and own.last is not None:
        return own
    if said and (relative := find_relative(candidate.text, said)):
        return relative
    if plain := find_last_year(candidate.text) or (find_month(candidate.text, after) if after else None):
        return plain
    if candidate.time and after and (month := find_month(f", {candidate.time}", after)):
        return month
    if said and own is None:
        for near in candidate.above[:2]:  # `bulan depan (Februari)` above its items
            if len(near) <= _SHORT_LINE and (relative := find_relative(near, said)):
                return Deadline(near.strip(" :"), relative.last, 0, 0)
    line = _first_time(candidate.above)
    return _of_line(line) if line else own


def _of_line(line: str) -> Deadline | None:
    stated = find_deadline(line, column=True)
    return Deadline(line.strip(" :") if len(line) <= 60 else stated.text, stated.last, 0, 0) if stated else None


def _first_time(lines: Sequence[str]) -> str | None:
    """The nearest line above that states a time, such as `Jangka pendek (2024)`."""
    for line in lines[:3]:
        if _STATES_TIME.search(line) and not _OF_JOURNEY.search(line) and (found := find_deadline(line, column=True)):
            return line if found.last else None
    return None
