"""Where a text begins to state a day or a span of days, and what that ranges over: the walk over its tokens."""

import re
from typing import Final

from nlp.components.date_periods import ENGLISH_ORDINALS, JOINED_PERIODS, PERIODS, VAGUE, PeriodsReader
from nlp.components.date_points import DAY_PREFIX, Point
from nlp.components.date_tokens import Token

_NUMBERED: Final = re.compile(
    r"(?:\b(?:nomor|nomer|number|no|pasal|ayat|versi|version|telp|telepon|fax|hp|rp)\b[.:]*)\s*[^\s;,]*$", re.IGNORECASE
)
_LAST_DAY: Final = 31
_FIRST_YEAR: Final = 1000
_STARTERS: Final = frozenset(
    {*DAY_PREFIX, *PERIODS, *VAGUE, *ENGLISH_ORDINALS, "bulan", "bln", "minggu", "pekan", "tahun", "thn", "ta", "t", "apbd",
     "perubahan", "anggaran", "p", "pak", "papbd", "apbdp"}
)  # fmt: skip


class DatesParser(PeriodsReader):
    """The whole text: where a mention starts, and what it ranges over."""

    def run(self) -> list[tuple[Point, Point | None]]:
        found: list[tuple[Point, Point | None]] = []
        after = 0
        for index, (kind, _, _, _, value, month, weekday, _, lower) in enumerate(self.tokens):
            if index < after or kind == "mark":
                continue
            if kind == "word":
                if month is None and weekday is None and lower not in _STARTERS and lower not in JOINED_PERIODS:
                    continue
            elif kind == "num" and (value is None or _LAST_DAY < value < _FIRST_YEAR):
                continue
            result = self.mention(index)
            if result is not None:
                first, last, after = result
                found.append((first, last))
        return found

    def mention(self, index: int) -> tuple[Point, Point | None, int] | None:
        """The day, span or range that begins at `index`, and the index after it."""
        token = self.tokens[index]
        if token.lower in {"bulan", "bln"} and self.at(index + 1) is None:
            return None
        named = token.weekday is not None or token.lower in DAY_PREFIX
        if (named or token.kind in {"num", "numeral", "date"}) and not self._numbered(token, index):
            several = self.days(index) if named or not self._is_a_name(index) else None
            if several is not None:
                return several
            between = self._between_weekdays(index)
            if between is not None:
                return between
            single = self.point(index)
            if single is not None:
                return self._maybe_range(*single)
        if token.month is not None or token.lower in {"bulan", "bln", "minggu", "pekan"} or token.lower in VAGUE:
            month = self._months_listed(index) or self.months_first(index)
            if month is not None:
                return month
            single = self.month_first(index) or self.months(index)
            if single is not None:
                ranged = self._maybe_range(*single)
                if ranged[0].precision:
                    return ranged
        period = self.period(index)
        return self._maybe_range(*period) if period is not None else None

    def _numbered(self, token: Token, index: int) -> bool:
        """Whether what stands before makes a number of it: `Nomor: 12/03/2024`, `440/5 Mei`."""
        before = self.text[max(0, token.start - 40) : token.start]
        if token.kind == "date":
            if before[-1:] in {"-", "–"} and before[-2:-1].isdigit():
                earlier = self.at(index - 2)
                return earlier is None or earlier.kind != "date"
            return _NUMBERED.search(before) is not None and not re.search(r"tanggal\W*$", before, re.IGNORECASE)
        return (
            token.kind == "num"
            and before[-1:] in {"/", "."}
            and before[-2:-1].isalnum()
            and not re.search(r"\(\s*[A-Za-z][A-Za-z .]{1,20}/$", before)  # `(tim/10 Mei 2024)`
            and not re.search(r"s[./]\s?d\.?$|\b1[34]\d\d\s?H/$|\b(?:tgl|tanggal|per)\.$", before, re.IGNORECASE)
        )

    # -- ranges --------------------------------------------------------------------------------------------------------
    def _between_weekdays(self, index: int) -> tuple[Point, Point | None, int] | None:
        """`Kamis-Sabtu (29/2-2/3/2024)`, `Senin dan Jumat, 4 Maret s.d. 8 April 2024`."""
        first_weekday, last_weekday, here = self.weekdays(index)
        if last_weekday is None:
            return None
        opened = self.mark(here) == "("
        here += opened
        if self.word(here) in DAY_PREFIX:
            here += 1
        start = self.day_and_month(here, cue=True)
        if start is None:
            return None
        first, last, after = self._maybe_range(*start)
        if last is None:
            return None
        first.start, first.weekday, last.weekday = self.tokens[index].start, first_weekday, last_weekday
        if opened and self.mark(after) == ")":
            after += 1
            last.end = self.tokens[after - 1].end
        return first, last, after

    def _months_listed(self, index: int) -> tuple[Point, Point, int] | None:
        """`Maret dan April 2024`, `Maret, April, dan Mei 2024`."""
        first_named = here = index + (self.word(index) in {"bulan", "bln"})
        joined = False
        while True:
            token = self.at(here)
            if token is None or token.month is None:
                return None
            listed = self.mark(here + 1) == "," or self.word(here + 1) in {"dan", "serta"}
            if not listed:
                break
            joined = joined or self.word(here + 1) in {"dan", "serta"}
            here += 2 if self.mark(here + 1) != "," or self.word(here + 2) not in {"dan", "serta"} else 3
        last = self.months(here) if joined else None
        name = self.tokens[first_named]
        first = name.month
        if last is None or last[0].year is None or first is None or first >= (last[0].month or 0):
            return None
        return Point(name.start, name.end, last[0].year, first, precision="month"), last[0], last[1]

    def _range_end(self, index: int) -> tuple[Point, int] | None:
        after = self.separator(index)
        if after is None:
            return None
        if self.mark(after) == "(":
            after += 1
        if self.word(after) in {"pada", "akhir"} and self.word(after + 1) in {"tanggal", "tgl"}:
            after += 1
        found = self.point(after)
        if found is None and self.mark(index) == "-":  # `29/2-2/3/2024`
            found = self.day_and_month(after, cue=True)
        return found or self.months(after) or (self.period(after) if self.at(after) else None)

    def _maybe_range(self, point: Point, index: int) -> tuple[Point, Point | None, int]:
        """`point` and the end of the range that it begins, if it begins one; the index after both."""
        here = index + 1 if self.mark(index) == ")" and self.separator(index + 1) is not None else index
        # `26 Februari 2024 (Senin) s.d. …`
        named = self.at(index + 1)
        if self.mark(index) == "(" and named is not None and named.weekday is not None and self.mark(index + 2) == ")":
            point.weekday, here = named.weekday, index + 3
            point.end, index = self.tokens[index + 2].end, here
        found = self._range_end(here)
        if found is None:
            return point, None, index
        last, after = found
        if not _fits(point, last):
            return point, None, index
        if point.year is None and last.year is not None:
            point.year = last.year - (in_year(point) > in_year(last) and last.month is not None)
        elif last.year is None and point.year is not None:
            last.year = point.year + (in_year(point) > in_year(last) and point.day is not None)
            last.derived = True
        first_span, last_span = point.span(), last.span()
        if first_span is not None and last_span is not None and first_span[0] > last_span[1]:
            return point, None, index
        last.precision = last.precision or point.precision or "month"
        point.precision = point.precision or last.precision
        closing = self.text[point.start : last.end]
        if self.mark(after) == ")" and "(" in closing and ")" not in self.text[last.start : last.end]:
            after += 1
            last.end = self.tokens[after - 1].end
        return point, last, after


def _fits(point: Point, last: Point) -> bool:
    """Whether the two may be one range: days with days, months with months."""
    if (last.day is None) == (point.day is None) and (last.precision or last.year):
        return True
    if point.day is not None and point.month is not None and last.precision != "day":
        return False
    return point.precision == last.precision


def in_year(point: Point) -> tuple[int, int]:
    """Month and day, to tell which of two points is the earlier in one year."""
    return point.month or 0, point.day or 0
