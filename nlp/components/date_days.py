"""Days as they are written: one with its day name and bracket, in words or figures, English too."""

import re

from nlp.components.date_points import DAY_PREFIX, Point
from nlp.components.date_references import ReferencesReader
from nlp.components.date_tokens import OCR

_COUNTS_ISSUES = frozenset({"edisi", "nomor", "no", "vol", "volume", "terbitan"})
_TIMES_OF_DAY = {"pagi", "siang", "sore", "malam", "petang", "dini", "lalu", "kemarin", "ini"}
# Behind the day's name the Javanese one of the five: `Jumat Pahing, 25 April 2025`.
MARKET_DAYS = frozenset("legi manis pahing paing pon wage kliwon keliwon".split())
# `Gedung 20 Mei`, `Universitas 17 Agustus 1945` bear a day's name.
_NAMED_AFTER = frozenset(
    "universitas institut stadion gedung jalan jl gor lapangan monumen museum jembatan rsud rs sma smp sd bandara taman gang".split()
)


class DaysReader(ReferencesReader):
    """Reads days. What is None in a point is borrowed by who asks."""

    def day_and_month(self, index: int, *, cue: bool) -> tuple[Point, int] | None:
        """`20 Februari 2024`, `dua puluh bulan Februari tahun dua ribu …`, `20-02-2024`, `14/12` after a cue, `Mei 20, 2025`."""
        token = self.at(index)
        if token is None:
            return None
        if token.kind == "date" and token.day is not None:
            year, month, day = token.day
            if not cue and "." in token.text and not re.search(r"\d{4}", token.text.translate(OCR)):
                return None  # `3.12.24`: a version, a clause, a score
            return Point(token.start, token.end, year, month, day), index + 1
        if token.month is not None:
            return self.month_first(index)
        if token.lower == "ke" and self.word(index - 1) in DAY_PREFIX:  # `tanggal ke-5 bulan Mei`
            index = self.skip_marks(index + 1, "-")
        found = self.number(index)
        if found is None or not 1 <= found[0] <= 31:
            return None
        if cue and (short := self.day_by_month(index, found[1])) is not None:
            return short
        if cue and (roman := self.roman_month(index, found[1])) is not None:
            return roman
        return self._named_month(index, *found)

    def day_by_month(self, index: int, after: int) -> tuple[Point, int] | None:
        """`14/12`, which counts only beside a day name or `tanggal`."""
        day, month = self.tokens[index], self.at(after + 1)
        if self.mark(after) not in {"/", "-", "."} or self.gap(after) or self.gap(after + 1):
            return None
        if month is None or month.kind != "num" or month.value is None or not 1 <= month.value <= 12:
            return None
        if len(month.text) > 2 or self.mark(after + 2) == self.mark(after):
            return None
        return Point(day.start, month.end, None, month.value, day.value), after + 2

    def _named_month(
        self, index: int, day: int, after: int, spelled: bool, warning: str | None
    ) -> tuple[Point, int] | None:
        token = self.tokens[index]
        if token.kind == "num" and len(token.text) > 2:
            return None
        here = self.skip_marks(after, ",-/." if not spelled else ",")
        if here - after > 1 or (self.mark(after) == "/" and self.gap(after)):  # `Edisi 8 / Agustus 2025`
            return None
        if self.mark(after) == "," and self.word(index - 1) in _COUNTS_ISSUES:  # `Edisi 3, September 2025`
            return None
        if self.word(here) in {"of", "day", "hari"}:
            here += 2 if self.word(here + 1) == "of" else 1
        said = False
        if self.word(here) in {"bulan", "bln"}:
            here, said = self.skip_marks(here + 1, ",:."), True
            if (same := self.same_month(here)) is not None:
                point, after = same
                point.start, point.day, point.spelled = token.start, day, spelled
                return point, after
        dated = self.year_after(here + 1) is not None
        named = self.month_at(here, said=said or spelled or dated)
        if named is None and said and dated:  # `tanggal 23 bulan 11 tahun 2022`
            number = self.number(here)
            in_words = None if number else self.ordinal(here)  # `bulan ketiga`
            named = (number[0], number[1]) if number is not None and 1 <= number[0] <= 12 else None
            named = (in_words, here + 1) if in_words is not None and in_words <= 12 else named
        if named is None:
            return None
        month, here = named
        point = Point(token.start, self.tokens[here - 1].end, None, month, day, spelled=spelled)
        if warning:
            point.warnings.append(warning)
        return self.with_year(point, here, joined="-/.")

    def month_first(self, index: int) -> tuple[Point, int] | None:
        """`May 20, 2025`."""
        token = self.tokens[index]
        day = self.number(index + 1)
        if token.month is None or day is None or not 1 <= day[0] <= 31 or len(self.tokens[index + 1].text) > 2:
            return None
        year = self.year(self.skip_marks(day[1], ","))
        if year is None:
            return None
        return Point(token.start, self.tokens[year[1] - 1].end, year[0], token.month, day[0]), year[1]

    def months_first(self, index: int) -> tuple[Point, Point, int] | None:
        """`March 4-8, 2024`, `March 4 – April 2, 2024`."""
        token = self.tokens[index]
        if token.month is None:
            return None
        day = self.number(index + 1)
        after = self.separator(day[1]) if day is not None and len(self.tokens[index + 1].text) <= 2 else None
        if day is None or after is None or not 1 <= day[0] <= 31:
            return None
        later = self.at(after)
        month = later.month if later is not None and later.month is not None else token.month
        last_day = self.number(after + 1 if later is not None and later.month is not None else after)
        year = self.year(self.skip_marks(last_day[1], ",")) if last_day is not None else None
        if last_day is None or year is None or not 1 <= last_day[0] <= 31:
            return None
        first_year = year[0] - ((token.month, day[0]) > (month, last_day[0]))
        first = Point(token.start, self.tokens[index + 1].end, first_year, token.month, day[0])
        return first, Point(token.start, self.tokens[year[1] - 1].end, year[0], month, last_day[0]), year[1]

    def point(self, index: int) -> tuple[Point, int] | None:
        """One day, with its day name, the word `tanggal` and a bracket that says it again."""
        start_token = self.at(index)
        if start_token is None:
            return None
        here, weekday, cue = index, None, False
        if start_token.weekday is not None:
            weekday, cue = start_token.weekday, True
            here += 1
            if self.word(here) in _TIMES_OF_DAY:
                here += 2 if self.word(here) == "dini" else 1
            if self.word(here) in MARKET_DAYS:
                here += 1
            here = self.skip_marks(here, ",.:/")
            if self.word(here) == "pada":
                here += 1
        if self.word(here) in DAY_PREFIX:
            cue = True
            here = self.skip_marks(here + 1, ".,:")
        opened = False
        if self.mark(here) == "(" and cue:
            opened = True
            here += 1
            if self.word(here) in DAY_PREFIX:
                here += 1
        found = self.day_and_month(here, cue=cue)
        if found is None or (not cue and self._is_a_name(index)):
            return None
        point, after = found
        if opened and self.mark(after) == ")":
            after += 1
            point.end = self.tokens[after - 1].end
        if weekday is not None:
            point.start, point.weekday = start_token.start, weekday
        point, after = self._said_again(point, after)
        if self.word(after) in {"m", "masehi"} and not self.mark(after - 1):
            point.end = self.tokens[after].end
            after += 1
        return point, after

    def _is_a_name(self, index: int) -> bool:
        before = self.skip_marks_back(index - 1)
        return self.word(before) in _NAMED_AFTER and self.tokens[before].text[:1].isupper()

    def skip_marks_back(self, index: int) -> int:
        return index - 1 if self.mark(index) == "." else index

    def _said_again(self, point: Point, index: int) -> tuple[Point, int]:
        opening = self.mark(index)
        if opening not in {"(", "/", "["} or point.day is None:
            return point, index
        inner = index + 1
        if self.word(inner) in DAY_PREFIX:
            inner += 1
        found = self.day_and_month(inner, cue=opening != "/")
        if found is None:
            return point, index
        other, after = found
        if opening in "([":
            if self.mark(after) not in {")", "]"}:
                return point, index
            after += 1
        elif point.year is None:
            return point, index
        if other.year is None:
            other.year = point.year
        point.year = other.year if point.year is None else point.year
        if (other.year, other.month, other.day) != (point.year, point.month, point.day):
            words = other if other.spelled and not point.spelled else point
            said = " ".join(self.text[point.start : self.tokens[after - 1].end].split())
            point.warnings.append(f"Tanggal ditulis dua kali dan berbeda: “{said}”")
            point.year, point.month, point.day = words.year, words.month, words.day
        point.warnings += other.warnings
        point.spelled = point.spelled or other.spelled
        point.end = self.tokens[after - 1].end
        return point, after
