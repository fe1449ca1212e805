"""A point in time as far as a text says it, and the pieces that days and periods are both read from."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from nlp.components.date_tokens import Token, tokens_of
from nlp.indonesian import MONTH_ABBREVIATIONS, month_end, month_number, ordinal_number

DAY_PREFIX: Final = frozenset({"tanggal", "tgl", "tangggal"})
DASHES: Final = frozenset("-–—‑−")
_SEPARATOR_WORDS: Final = {"hingga", "sampai", "sarnpai", "sd", "sampe", "until", "to", "through"}
_VAGUE_DAYS: Final = {0: (1, 10), 1: (11, 20), 2: (21, 31)}
LAST_WEEK: Final = 6
# `tahun depan` and its like, in years from the document's own.
YEARS_AWAY: Final = {"ini": 0, "depan": 1, "mendatang": 1, "berikutnya": 1, "lalu": -1, "kemarin": -1, "silam": -1}
_BLANK: Final = re.compile(
    r"(?:[.…_]{2,}|…|/\s{2,}|:\s{2,}|,\s{3,}|-{3,}|\[[^\]\w]{0,9}\]|\([^)\w]{0,9}\)|\b[xX]{2})[\s.…_/,-]*(?:\b(?:bulan|bln)\s+)?$"
)
# `tanggal      Maret 2024`, `tanggal [●] Mei 2024`, `tanggal <tanggal> Mei 2024`, `tanggal - Mei 2024`
_NO_DAY: Final = re.compile(r"\b(?:tanggal|tgl)\.?(?:[^\w\n]|\[[^\]]{0,20}\]|<[^>]{0,20}>)*$", re.IGNORECASE)


# No reader looks further than this beyond the last token, nor before the first one (an index below zero counts from the end).
_BEYOND: Final = [None] * 12
_EMPTY: Final = [""] * 12


@dataclass(slots=True)
class Point:
    """A day, a month or a longer span as far as the text says it; what is None is borrowed or looked for later."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    spelled: bool = False
    precision: str = "day"
    months: tuple[int, int] | None = None  # of a quarter, a half, a budget: first and last month
    part: int | None = None  # of awal, pertengahan, akhir
    week: int | None = None
    derived: bool = False
    shift: int | None = None  # of `tahun depan` (1), `tahun lalu` (-1) against the document's own year
    warnings: list[str] = field(default_factory=list)

    def span(self) -> tuple[date, date] | None:
        """First and last day; None where the year is unknown or there is no such day."""
        if self.year is None or not 1900 <= self.year <= 2100:
            return None
        try:
            if self.months is not None:
                return date(self.year, self.months[0], 1), month_end(self.year, self.months[1])
            if self.month is None:
                return date(self.year, 1, 1), date(self.year, 12, 31)
            last = month_end(self.year, self.month)
            if self.part is not None:
                low, high = _VAGUE_DAYS[self.part]
                return last.replace(day=low), last.replace(day=min(high, last.day))
            if self.week == LAST_WEEK:
                return last - timedelta(6), last
            if self.week is not None:
                first = last.replace(day=7 * self.week - 6)
                return first, min(first + timedelta(6), last)
            if self.day is None:
                return last.replace(day=1), last
            day = last.replace(day=self.day)
        except ValueError:
            return None
        return day, day

    def is_refuted(self) -> bool:
        """In the borrowed year the day does not bear its day's name: the year is another matter's."""
        day = self.span() if self.derived and self.weekday is not None and self.day is not None else None
        return day is not None and day[0].weekday() != self.weekday


class Reader:
    """A text's tokens, and the small pieces at a place among them: numbers, years, months, `s.d.`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        # Looked at a quarter of a million times in a large document; what is asked for beside the ends is empty.
        self._at: list[Token | None] = [*self.tokens, *_BEYOND]
        self._words = [
            lower if kind in {"word", "numeral"} else "" for kind, _, _, _, _, _, _, _, lower in self.tokens
        ] + _EMPTY
        self._marks = [text if kind == "mark" else "" for kind, text, _, _, _, _, _, _, _ in self.tokens] + _EMPTY

    # -- looking at tokens ---------------------------------------------------------------------------------------------
    def at(self, index: int) -> Token | None:
        return self._at[index]

    def word(self, index: int) -> str:
        return self._words[index]

    def mark(self, index: int) -> str:
        return self._marks[index]

    def gap(self, index: int) -> str:
        """The blanks between the token before `index` and the one at it."""
        before, here = self.at(index - 1), self.at(index)
        return self.text[before.end : here.start] if before and here else ""

    def skip_marks(self, index: int, marks: str) -> int:
        while (mark := self.mark(index)) and mark in marks:
            index += 1
        return index

    # -- pieces --------------------------------------------------------------------------------------------------------
    def separator(self, index: int) -> int | None:
        """The index after `s.d.`, `sampai dengan`, `–` … at `index`, None where there is none."""
        token = self.at(index)
        if token is None:
            return None
        if token.text in DASHES:
            after = index + 1
            return after + 1 if self.mark(after) in DASHES else after
        if token.lower in _SEPARATOR_WORDS:
            after = index + 1
            if token.lower in {"sampai", "sarnpai"} and self.word(after) in {"dengan", "dgn"}:
                after += 1
            return self.skip_marks(after, ".")
        if token.lower == "s":
            after = self.skip_marks(index + 1, "./")
            if self.word(after) in {"d", "dgn"}:
                return self.skip_marks(after + 1, "./")
        return None

    def number(self, index: int) -> tuple[int, int, bool, str | None] | None:
        """Value, index after it, whether in words, warning: `5`, `lima`, `5 (lima)`, `lima (5)`, `20th`."""
        token = self.at(index)
        if token is None or token.kind not in {"num", "numeral"} or token.value is None:
            return None
        value, spelled, warning = token.value, token.kind == "numeral", None
        after = index + 1
        if self.mark(after) == "(":
            inner = self.at(after + 1)
            if (
                inner is not None
                and inner.kind in {"num", "numeral"}
                and self.mark(after + 2) == ")"
                and inner.kind != token.kind
            ):
                if inner.value is not None and inner.value != value:
                    warning = f"Angka dan huruf berbeda: “{self.text[token.start : self.tokens[after + 2].end]}”"
                    value = inner.value if inner.kind == "numeral" else value
                spelled = True
                after += 3
        if self.word(after) in {"st", "nd", "rd", "th"} and not self.gap(after):
            after += 1
        return value, after, spelled, warning

    def ordinal(self, index: int) -> int | None:
        """1 to 12 of a figure, a Roman number (OCR: `lI`), an ordinal in words."""
        token = self.at(index)
        if token is None or token.kind in {"mark", "date"}:
            return None
        if token.kind == "num":
            return token.value if len(token.text) == 1 else None
        roman = token.text.replace("l", "I")
        return ordinal_number(roman if roman.isupper() else token.lower)

    def year(self, index: int) -> tuple[int, int, bool, str | None] | None:
        """As `number`, of a year: four figures, words, `'24`."""
        found = self.number(index)
        if found is not None and 1900 <= found[0] <= 2100:
            token = self.tokens[index]
            return None if token.kind == "num" and len(token.text) != 4 else found
        if self.mark(index) in {"'", "’", "‘", "`"}:
            short = self._two_figures(index + 1)
            return (2000 + short, index + 2, False, None) if short is not None else None
        if found is not None and found[0] in {19, 20} and self.gap(index + 1) == " ":  # OCR: `20 24`
            century, short = self._two_figures(index), self._two_figures(index + 1)
            if century is not None and short is not None:
                return 100 * century + short, index + 2, False, None
        return None

    def _two_figures(self, index: int) -> int | None:
        token = self.at(index)
        return token.value if token is not None and token.kind == "num" and len(token.text) == 2 else None

    def year_after(self, index: int) -> tuple[int, int, bool, str | None] | None:
        """A year at `index`, with `tahun`, `TA`, `tahun anggaran`, a comma, `of` before it."""
        here = self.skip_marks(index, ",.")
        if self.word(here) in {"of", "pada", "di"}:
            here += 1
        if self.word(here) in {"tahun", "thn", "th", "ta", "year"}:
            here = self.skip_marks(here + 1, ".,:")
            if self.word(here) in {"anggaran", "ajaran", "akademik", "pelajaran"}:
                here += 1
        elif self.word(here) == "t" and self.mark(here + 1) == "." and self.word(here + 2) == "a":
            here = self.skip_marks(here + 3, ".")
        return self.year(here)

    def year_joined(self, index: int, marks: str) -> tuple[int, int, bool, str | None] | None:
        """As `year_after`, also over one of `marks`: `Mei/2024`, `TW.II-2025`."""
        if self.mark(index) and self.mark(index) in marks:
            found = self.year(index + 1)
            return found if found is not None and self.tokens[index + 1].kind == "num" else None
        return self.year_after(index)

    def month_at(self, index: int, *, said: bool) -> tuple[int, int] | None:
        """Month and the index after it; slips in the name are forgiven only where the text says `bulan` or a day precedes."""
        token = self.at(index)
        if token is None:
            return None
        month = token.month
        if month is None and said and token.kind == "word" and len(token.lower) >= 5 and token.weekday is None:
            month = month_number(token.lower, fuzzy=True)
        if month is None:
            return None
        after = index + 1
        if token.lower in MONTH_ABBREVIATIONS and self.mark(after) == ".":
            after += 1
        again = self.number(after + 1) if self.mark(after) == "(" else None
        if again is not None and again[0] == month and self.mark(again[1]) == ")":  # `bulan Mei (05)`
            after = again[1] + 1
        return month, after

    def with_year(self, point: Point, index: int, *, joined: str = "") -> tuple[Point, int] | None:
        """`point` with the year at `index`, and the index after it; None where a place for the year is left blank."""
        here = index
        if self.mark(here) and self.mark(here) in joined and not self.gap(here):
            here += 1
        year = self.year_after(here)
        if year is None and self._blank_after(index):
            return None
        if year is None and (said := self.year_by_reference(index)) is not None:
            point.year, point.shift, index = said
            point.derived = point.year is not None
            point.end = self.tokens[index - 1].end
            return point, index
        if year is None:
            token, named = self.at(here), self.tokens[index - 1]
            # `20 Feb 24`, `31-Jan-20`
            if (
                token is not None and token.kind == "num" and len(token.text) == 2 and token.value is not None
                and (named.lower in MONTH_ABBREVIATIONS or here > index) and not self.word(here + 1)
            ):  # fmt: skip
                year = (2000 + token.value, here + 1, False, None)
        if year is not None:
            point.year, index, spelled, warning = year
            point.spelled = point.spelled or spelled
            if warning:
                point.warnings.append(warning)
            point.end = self.tokens[index - 1].end
        return point, index

    def year_by_reference(self, index: int) -> tuple[int | None, int | None, int] | None:
        """`tahun yang sama`, `tahun tersebut (di atas)`, `tahun depan`: the year meant or how far it is away, the index after it."""
        here = self.skip_marks(index, ",")
        if self.word(here) not in {"tahun", "thn", "th"}:
            return None
        here += 1
        first, second = self.word(here), self.word(here + 1)
        if first in {"tersebut", "dimaksud"} and second == "di" and self.word(here + 2) == "atas":
            return self._year_stated(range(index)), None, here + 3
        if first == "yang" and second == "sama":
            return self._year_stated(range(index - 1, max(-1, index - 400), -1)), None, here + 2
        if first in {"itu", "tersebut"}:
            after = here + 1 + (second == "juga")
            return self._year_stated(range(index - 1, max(-1, index - 400), -1)), None, after
        if first in YEARS_AWAY:
            return None, YEARS_AWAY[first], here + 1
        return (None, -1, here + 2) if first == "yang" and second in {"lalu", "silam"} else None

    def _year_stated(self, places: range) -> int | None:
        """The year of the first of the tokens at `places` that states one."""
        for place in places:
            token = self.tokens[place]
            if token.day is not None:
                return token.day[0]
            if token.month is None and token.lower not in {"tahun", "thn", "th"}:
                continue
            year = self.year_after(place + (token.month is not None))
            if year is not None:
                return year[0]
        return None

    def _blank_after(self, index: int) -> bool:
        """A place for the year by hand: `tahun ……`, `20…`."""
        token = self.at(index)
        if token is None:
            return False
        tail = self.text[token.start : token.start + 24]
        return re.match(r"(?:tahun|thn)?[\s:]*(?:20)?(?:[.…_]{2,}|…)", tail, re.IGNORECASE) is not None

    def blank_before(self, start: int) -> bool:
        """Whether a place for the day by hand stands before `start`."""
        return (
            _BLANK.search(self.text, max(0, start - 32), start) is not None
            or _NO_DAY.search(self.text, max(0, start - 32), start) is not None
        )
