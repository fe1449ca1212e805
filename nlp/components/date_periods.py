"""Months, weeks, quarters, halves, budget years: spans that are named as one."""

import re
from typing import Final

from nlp.components.date_points import DASHES, LAST_WEEK, Point
from nlp.components.date_several_days import SeveralDaysReader
from nlp.components.date_tokens import Token
from nlp.indonesian import MONTH_ABBREVIATIONS

PERIODS: Final = {
    "triwulan": 3, "tw": 3, "triw": 3, "kuartal": 3, "kwartal": 3, "quarter": 3, "q": 3, "trw": 3, "triwulanan": 3,
    "semester": 6, "sem": 6, "smt": 6, "paruh": 6, "half": 6, "caturwulan": 4, "cawu": 4, "caturwulanan": 4,
}  # fmt: skip
# `TWII`, `TwIV`: short form and number run together.
JOINED_PERIOD: Final = re.compile(r"(tw|smt|q)(i{1,3}|iv)")
JOINED_PERIODS: Final = frozenset(short + number for short in ("tw", "smt", "q") for number in ("i", "ii", "iii", "iv"))
_PRECISIONS: Final = {3: "quarter", 6: "half", 4: "quarter"}
VAGUE: Final = {"awal": 0, "permulaan": 0, "pertengahan": 1, "akhir": 2, "penghujung": 2}
ENGLISH_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_BEFORE_BARE_YEAR: Final = {
    "pada", "mulai", "sejak", "hingga", "sampai", "sebelum", "selama", "akhir", "awal", "di", "dalam", "lambat", "target",
    "per", "pertengahan",
}  # fmt: skip
_BEFORE_BARE_MONTH: Final = {
    "pada", "bulan", "mulai", "sejak", "hingga", "sampai", "sebelum", "lambat", "akhir", "awal", "pertengahan", "per",
    "target", "dalam", "sekitar", "di",
}  # fmt: skip
_BUDGETS: Final = {"apbd", "perubahan", "anggaran", "p", "pak", "papbd", "apbdp"}
_COUNTED: Final = {"orang", "unit", "peserta", "rupiah", "juta", "ribu", "jiwa", "ha", "km", "pegawai", "asn"}
_LAW: Final = re.compile(
    r"\b(?:nomor|nomer|no|number|undang-undang|uu|pp|perpres|perda|pergub|perbup|perwali|perwal|permen\w*|inpres|keppres)"
    r"\b[.:]*(?:\s*(?!pada\b|mulai\b|di\b|untuk\b|tentang\b|dalam\b)[\w./\-]+){0,2}\s*$|\b(?:lembaran|berita)\s+(?:negara|daerah)\b[^()\n.;]{0,60}$",
    re.IGNORECASE,
)
_BLANK_DAY: Final = re.compile(r"(?:(?:[.…_]{2,}|…)[\s,]*(?:\bbulan\s+\w+)?|\bbulan)[\s,.…_]*$", re.IGNORECASE)
_YEAR_BEFORE: Final = re.compile(r"(?:tahun|TA)\s+((?:19|20)\d\d)[\s,(-]*$")


class PeriodsReader(SeveralDaysReader):
    """Reads months and longer spans."""

    def months(self, index: int) -> tuple[Point, int] | None:
        """A month with or without its year; `bulan Maret`, `akhir Maret 2024`, `minggu ke-2 Maret 2024`."""
        token = self.at(index)
        if token is None:
            return None
        here = index
        part: int | None = None
        week: int | None = None
        cue = False
        if token.lower in VAGUE:
            part = VAGUE[token.lower]
            here += 1
        elif token.lower in {"minggu", "pekan"}:
            counted = self._week(here + 1)
            if counted is None:
                return None
            week, here = counted
        if self.word(here) in {"bulan", "bln"}:
            cue = True
            here = self.skip_marks(here + 1, ":")
        named = self.month_at(here, said=cue)
        if named is None or self.blank_before(token.start) or self._no_such_day_before(index):
            return None
        month, after = named
        name = self.tokens[here]
        begin = token.start if part is not None or week is not None else name.start
        precision = "month" if part is None and week is None else "vague"
        point = Point(begin, self.tokens[after - 1].end, None, month, part=part, week=week, precision=precision)
        if (joined := self.year_joined(after, "-/")) is not None and not self._span_of_years(joined[1]):
            after = joined[1]
            point.year, point.spelled, point.end = joined[0], joined[2], self.tokens[after - 1].end
            return point, after
        dated = self.with_year(point, after)
        if dated is None:
            return None
        point, after = dated
        if point.year is None:
            marked = cue or precision == "vague" or self.word(index - 1) in _BEFORE_BARE_MONTH
            short = name.lower in MONTH_ABBREVIATIONS and name.lower not in {"mei", "juni", "juli"}
            if not marked or (not cue and (short or name.text[:1].islower())):
                point.precision = ""  # good only as the first half of a range
        return point, after

    def _week(self, index: int) -> tuple[int, int] | None:
        """The number of `minggu ke-2`, `pekan kedua`, `Minggu II`, `minggu terakhir`, and the index after it."""
        counted = self.word(index) == "ke"
        here = self.skip_marks(index + 1, "-") if counted else index
        token = self.at(here)
        if token is None:
            return None
        if token.lower == "terakhir":
            return LAST_WEEK, here + 1
        if not counted and not (
            token.lower.startswith(("ke", "pertama")) or token.text in {"I", "II", "III", "IV", "V"}
        ):
            return None
        number = self.ordinal(here)
        return (number, here + 1) if number is not None and 1 <= number <= 5 else None

    def _no_such_day_before(self, index: int) -> bool:
        """`32 Januari 2024`: no such day, and the month alone is not what it says."""
        before = self.at(index - 1)
        if before is None or self.gap(index).strip():
            return False
        return (before.kind == "num" and len(before.text) <= 2) or (
            before.kind == "numeral" and before.value is not None
        )

    def period(self, index: int) -> tuple[Point, int] | None:
        """Quarters, halves, budget years, changed budgets, years."""
        token = self.tokens[index]
        if token.lower in PERIODS or token.lower in JOINED_PERIODS:
            return self._numbered_period(index)
        if token.lower in ENGLISH_ORDINALS:
            return self._english_period(index)
        budget = self._changed_budget(index)
        if budget is not None:
            return budget
        if token.lower in VAGUE:
            return self._vague_year(index)
        if token.lower in {"tahun", "thn", "ta"} or (
            token.lower == "t" and self.mark(index + 1) == "." and self.word(index + 2) == "a"
        ):
            return self._said_year(index)
        if token.kind == "num" and len(token.text) == 4 and token.value is not None and 1990 <= token.value <= 2100:
            return self._bare_year(index)
        return None

    def _vague_year(self, index: int) -> tuple[Point, int] | None:
        """`akhir tahun 2025`, `akhir triwulan II 2025`."""
        token = self.tokens[index]
        here = index + 1
        if self.word(here) in PERIODS:
            found = self._numbered_period(here)
            if found is not None:
                found[0].start = token.start
            return found
        if self.word(here) in {"tahun", "thn"}:
            here += 1
        if self.word(here) == "anggaran":
            here += 1
        year = self.year(here)
        if year is None or self._span_of_years(year[1]):
            return None
        months = ((1, 4), (5, 8), (9, 12))[VAGUE[token.lower]]
        end = self.tokens[year[1] - 1].end
        return Point(token.start, end, year[0], months=months, precision="vague", spelled=year[2]), year[1]

    def _said_year(self, index: int) -> tuple[Point, int] | None:
        """`Tahun 2024`, `T.A. 2024`, but not the year of a law, of a plan's span, of a date left blank."""
        token = self.tokens[index]
        year = self.year_after(index)
        if year is None or self._span_of_years(year[1]) or (token.lower == "ta" and token.text != "TA"):
            return None
        if _LAW.search(self.text, max(0, token.start - 90), token.start) or self._numbers_a_law(year[1]):
            return None
        if _BLANK_DAY.search(self.text, max(0, token.start - 40), token.start):
            return None
        return Point(token.start, self.tokens[year[1] - 1].end, year[0], precision="year", spelled=year[2]), year[1]

    def _numbers_a_law(self, index: int) -> bool:
        """`Tahun 2018 Nomor 97`, of a gazette."""
        return (
            self.word(index) in {"nomor", "no"} and "\n" not in self.gap(index) and self.number(index + 1) is not None
        )

    def _bare_year(self, index: int) -> tuple[Point, int] | None:
        token = self.tokens[index]
        if self.text.strip() != token.text and self.word(index - 1) not in _BEFORE_BARE_YEAR:
            return None
        earlier = self.at(index - 2)
        if self.word(index - 1) in {"sampai", "hingga"} and earlier is not None and len(earlier.text) == 4:
            return None  # `masa jabatan 2019 sampai 2024`
        after = self.at(index + 1)
        if self._span_of_years(index + 1) or (after is not None and not self._ends_a_year(token, after)):
            return None
        return Point(token.start, token.end, token.value, precision="year"), index + 1

    def _ends_a_year(self, token: Token, after: Token) -> bool:
        if after.kind == "mark":
            return True
        return not self.text[token.end : after.start].strip(" ") and after.lower not in _COUNTED

    def _span_of_years(self, index: int) -> bool:
        """`2025–2029`, `2021/2022`: the span of a plan, an office or a school year, no date."""
        after = index + 1 if self.mark(index) in DASHES or self.mark(index) == "/" else self.separator(index)
        token = self.at(after) if after is not None else None
        return token is not None and token.kind == "num" and len(token.text) in {2, 4} and (token.value or 0) > 20

    def _numbered_period(self, index: int) -> tuple[Point, int] | None:
        token = self.tokens[index]
        run_together = JOINED_PERIOD.fullmatch(token.lower)
        if run_together is not None:
            length = PERIODS[run_together.group(1)]
            first: int | None = ("i", "ii", "iii", "iv").index(run_together.group(2)) + 1
            here = index
        else:
            length = PERIODS[token.lower]
            here = self.skip_marks(index + 1, ".-:" if token.lower in {"tw", "smt", "sem", "trw", "triw"} else "-:")
            if self.word(here) == "ke":
                here = self.skip_marks(here + 1, "-–")
            first = self.ordinal(here)
        if first is None or not 1 <= first <= 12 // length or (token.lower == "q" and self.gap(index + 1)):
            return None
        here += 1
        last = first
        after = self.separator(here)
        if after is None and (self.word(here) in {"dan", "atau"} or self.mark(here) in {"&", "/"}):
            after = here + 1
        if after is not None:
            if self.word(after) in PERIODS:
                after += 1
            second = self.ordinal(after)
            if second is not None and first < second <= 12 // length:
                last, here = second, after + 1
        point = Point(
            token.start, self.tokens[here - 1].end, months=(length * (first - 1) + 1, length * last),
            precision=_PRECISIONS[length],
        )  # fmt: skip
        return self._period_year(point, here)

    def _period_year(self, point: Point, here: int) -> tuple[Point, int]:
        year = self.year_joined(here, "-/–")
        if year is None and self.mark(here) == "(":
            year = self.year_after(here + 1)
        if year is not None and not self._span_of_years(year[1]):
            point.year, here = year[0], year[1]
            point.end = self.tokens[here - 1].end
            return point, here
        if (said := self.year_by_reference(here)) is not None:
            point.year, point.shift, here = said
            point.derived, point.end = point.year is not None, self.tokens[here - 1].end
            return point, here
        before = _YEAR_BEFORE.search(self.text[max(0, point.start - 24) : point.start])
        if before is not None:
            point.year = int(before.group(1))
        return point, here

    def _english_period(self, index: int) -> tuple[Point, int] | None:
        """`second quarter of 2025`, `first semester of 2024`."""
        length = PERIODS.get(self.word(index + 1))
        number = ENGLISH_ORDINALS[self.tokens[index].lower]
        if length is None or number > 12 // length:
            return None
        point = Point(
            self.tokens[index].start, self.tokens[index + 1].end, months=(length * (number - 1) + 1, length * number),
            precision=_PRECISIONS[length],
        )  # fmt: skip
        return self._period_year(point, index + 2)

    def _changed_budget(self, index: int) -> tuple[Point, int] | None:
        if self.word(index) not in _BUDGETS:
            return None
        words = [self.word(index + step) for step in range(3)]
        marks = [self.mark(index + step) for step in range(3)]
        if words[:2] in (["apbd", "perubahan"], ["perubahan", "apbd"], ["anggaran", "perubahan"]):
            here = index + 2
        elif (words[0] == "p" and marks[1] == "-" and words[2] == "apbd") or (
            words[0] == "apbd" and marks[1] == "-" and words[2] == "p"
        ):
            here = index + 3
        elif words[0] in {"pak", "papbd", "apbdp"} and self.tokens[index].text.isupper():
            here = index + 1
        else:
            return None
        year = self.year_after(here)
        if year is None or self._span_of_years(year[1]):
            return None
        end = self.tokens[year[1] - 1].end
        return Point(self.tokens[index].start, end, year[0], months=(7, 12), precision="half"), year[1]
