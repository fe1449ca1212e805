"""Every mention of a day or a span of days, written in figures or words, with what it means.

A hand-written parser over one pass of tokens: months, day names, numerals and period words start it, everything else is
skipped. Laws, document numbers, NIP, clock times and blanks left for handwriting look like dates and give nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import DateMention
from nlp.indonesian import (
    DAY_NAMES,
    MONTH_ABBREVIATIONS,
    ROMAN,
    day_in_words,
    month_end,
    month_number,
    number_from_parts,
    ordinal_number,
    split_number_word,
    weekday_number,
)

_TOKEN = re.compile(
    r"""
    (?P<iso>(?<![\w/])(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?![\w/]|[-.]\d))
  | (?P<dmy>(?<![\w/])[0-9OolI]{1,2}[ ]?(?P<sep>[/.\-–])[ ]?[0-9OolI]{1,2}[ ]?(?P=sep)[ ]?(?:(?:19|2[0Oo])[0-9OolI]{2}|\d\d)
        (?![\w/]|[-.]\d))
  | (?P<num>(?<![A-Za-z0-9])(?=[OolI]?\d)[0-9OolI]+(?![A-Za-z0-9])|\d+)
  | (?P<word>[A-Za-z]+(?:[’‘'`´ʼ′][A-Za-z]+)?)
  | (?P<mark>[^\s\w])
    """,
    re.VERBOSE,
)  # fmt: skip
_OCR = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})

_DAY_PREFIX = {"tanggal", "tgl", "tangggal"}
_SEPARATOR_WORDS = {"hingga", "sampai", "sd", "sampe", "until", "to", "through"}
_DASHES = {"-", "–", "—", "‑", "−"}
_BLANK = re.compile(r"(?:[.…_]{2,}|…|/\s{2,}|:\s{2,}|,\s{3,}|-{3,})[\s.…_/,-]*$")
_NUMBERED = re.compile(
    r"(?:\b(?:nomor|nomer|number|no|pasal|ayat|versi|version|telp|telepon|fax|hp|rp)\b[.:]*)\s*[^\s;,]*$", re.IGNORECASE
)
_LAW = re.compile(
    r"\b(?:nomor|nomer|no|number|undang-undang|uu|pp|perpres|perda|pergub|perbup|perwali|perwal|permen\w*|inpres|keppres)"
    r"\b[.:]*(?:\s*[\w./\-]+){0,2}\s*$",
    re.IGNORECASE,
)
_PERIODS = {
    "triwulan": 3, "tw": 3, "kuartal": 3, "kwartal": 3, "quarter": 3, "q": 3, "trw": 3, "triwulanan": 3,
    "semester": 6, "smt": 6, "caturwulan": 4, "cawu": 4, "caturwulanan": 4,
}  # fmt: skip
_NAMES = {3: "quarter", 6: "half", 4: "quarter"}
_VAGUE = {"awal": 0, "permulaan": 0, "pertengahan": 1, "akhir": 2, "penghujung": 2}
_VAGUE_DAYS = {0: (1, 10), 1: (11, 20), 2: (21, 31)}
_BEFORE_BARE_YEAR = {
    "pada", "mulai", "sejak", "hingga", "sampai", "sebelum", "selama", "akhir", "awal", "di", "dalam", "lambat", "target",
    "per", "pertengahan",
}  # fmt: skip
_BEFORE_BARE_MONTH = {
    "pada", "bulan", "mulai", "sejak", "hingga", "sampai", "sebelum", "lambat", "akhir", "awal", "pertengahan", "per",
    "target", "dalam", "sekitar", "di",
}  # fmt: skip


@dataclass(slots=True)
class _Token:
    kind: str  # num | word | mark | date | numeral
    text: str
    start: int
    end: int
    value: int | None = None
    month: int | None = None
    weekday: int | None = None
    day: tuple[int, int, int] | None = None  # year, month, day of a numeric date
    lower: str = ""


@dataclass(slots=True)
class _Point:
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
            if self.part is not None:
                low, high = _VAGUE_DAYS[self.part]
                return date(self.year, self.month, low), min(
                    month_end(self.year, self.month),
                    date(self.year, self.month, min(high, 28)) + timedelta(max(0, high - 28)),
                )
            if self.week is not None:
                first = date(self.year, self.month, 7 * self.week - 6)
                return first, min(first + timedelta(6), month_end(self.year, self.month))
            if self.day is None:
                return date(self.year, self.month, 1), month_end(self.year, self.month)
            day = date(self.year, self.month, self.day)
        except ValueError:
            return None
        return day, day


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        written = match.group()
        if kind == "word":
            lower = written.lower()
            if (
                found and found[-1].text == "0" and found[-1].end == start and month_number("o" + lower)
            ):  # OCR: `0ktober`
                start, lower = found.pop().start, "o" + lower
            number = split_number_word(lower) if lower[0] in "nkstdlepr" or lower[0] == "b" else None
            token = _Token("word", written, start, end, lower=lower)
            if number is not None:
                token.kind = "numeral"
                previous = found[-1] if found else None
                if previous is not None and previous.kind == "numeral" and _joined(text, previous.end, start):
                    parts = [*previous.lower.split(), *number]
                    value = _year_by_digits(parts) or number_from_parts(parts)
                    if value is not None:
                        found[-1] = _Token(
                            "numeral", text[previous.start : end], previous.start, end, value, lower=" ".join(parts)
                        )
                        continue
                    # `dua ribu dua` + `tiga`: keep the parts, a later word may complete them; a wrong whole gives no value.
                    if len(parts) < 8:
                        found[-1] = _Token(
                            "numeral", text[previous.start : end], previous.start, end, None, lower=" ".join(parts)
                        )
                        continue
                token.value = number_from_parts(number)
                token.lower = " ".join(number)
            else:
                token.month = month_number(lower)
                token.weekday = weekday_number(lower)
            found.append(token)
        elif kind == "num":
            digits = written.translate(_OCR)
            if not digits.isdecimal() or (digits != written and len(digits) > 4):
                continue
            found.append(_Token("num", digits, start, end, int(digits) if len(digits) <= 4 else None))
        elif kind in {"iso", "dmy", "sep"}:
            found.append(_numeric_date(written, start, end, iso=match.group("iso") is not None))
        else:
            found.append(_Token("mark", written, start, end, lower=written))
    return found


def _joined(text: str, start: int, end: int) -> bool:
    return text[start:end].strip(" \t\n\f-") == "" and end - start <= 12


def _year_by_digits(parts: list[str]) -> int | None:
    """`dua nol dua empat` and the slip `dua ribu dua empat` read as 2024."""
    small = [split_number_word(part) for part in parts]
    values = [number_from_parts(item) if item else None for item in small]
    if len(values) == 4 and all(value is not None and value < 10 for value in values):
        return int("".join(str(value) for value in values))
    if len(values) == 4 and parts[1] == "ribu" and all(value is not None and value < 10 for value in values[2:]):
        return (values[0] or 0) * 1000 + (values[2] or 0) * 10 + (values[3] or 0)
    return None


def _numeric_date(written: str, start: int, end: int, *, iso: bool) -> _Token:
    numbers = [int(part) for part in re.findall(r"\d+", written.translate(_OCR))]
    year, month, day = numbers if iso else reversed(numbers)
    if year < 100:
        year += 2000 if year < 70 else 1900
    return _Token("date", written, start, end, day=(year, month, day))


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.points: list[tuple[_Point, _Point | None]] = []

    # -- looking at tokens ---------------------------------------------------------------------------------------------
    def at(self, index: int) -> _Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def word(self, index: int) -> str:
        token = self.at(index)
        return token.lower if token is not None and token.kind in {"word", "numeral"} else ""

    def mark(self, index: int) -> str:
        token = self.at(index)
        return token.text if token is not None and token.kind == "mark" else ""

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
        if token.text in _DASHES:
            after = index + 1
            return after + 1 if self.mark(after) in _DASHES else after
        if token.lower in _SEPARATOR_WORDS:
            after = index + 1
            if token.lower == "sampai" and self.word(after) in {"dengan", "dgn"}:
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

    def year(self, index: int) -> tuple[int, int, bool, str | None] | None:
        found = self.number(index)
        if found is not None and 1900 <= found[0] <= 2100:
            token = self.tokens[index]
            if token.kind == "num" and len(token.text) != 4:
                return None
            return found
        if self.mark(index) in {"'", "’", "‘", "`"}:
            token2 = self.at(index + 1)
            if token2 is not None and token2.kind == "num" and len(token2.text) == 2 and token2.value is not None:
                return 2000 + token2.value, index + 2, False, None
        return None

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

    # -- days and months -----------------------------------------------------------------------------------------------
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
        return month, after

    def day_and_month(self, index: int, *, cue: bool) -> tuple[_Point, int] | None:
        """`20 Februari 2024`, `dua puluh bulan Februari tahun dua ribu …`, `20-02-2024`, `14/12` after a cue, `Mei 20, 2025`."""
        token = self.at(index)
        if token is None:
            return None
        if token.kind == "date" and token.day is not None:
            year, month, day = token.day
            if not cue and "." in token.text and not re.search(r"\d{4}", token.text.translate(_OCR)):
                return None  # `3.12.24`: a version, a clause, a score
            return _Point(token.start, token.end, year, month, day), index + 1
        found = self.number(index)
        if found is not None and 1 <= found[0] <= 31:
            value, after, spelled, warning = found
            if cue and self.mark(after) in {"/", "-", "."} and not self.gap(after) and not self.gap(after + 1):
                second = self.at(after + 1)
                if (
                    second is not None and second.kind == "num" and second.value is not None and 1 <= second.value <= 12
                    and len(second.text) <= 2 and self.mark(after + 2) != self.mark(after)
                ):  # fmt: skip
                    return _Point(token.start, second.end, None, second.value, value), after + 2
            if token.kind == "num" and len(token.text) > 2:
                return None
            here = self.skip_marks(after, ",-/." if not spelled else ",")
            if here - after > 1:
                return None
            if self.word(here) in {"of", "day", "hari"}:
                here += 2 if self.word(here + 1) == "of" else 1
            said = False
            if self.word(here) in {"bulan", "bln"}:
                here, said = self.skip_marks(here + 1, ",:."), True
            named = self.month_at(here, said=said or spelled or self.year_after(here + 1) is not None)
            if named is None:
                return None
            month, here = named
            point = _Point(token.start, self.tokens[here - 1].end, None, month, value, spelled=spelled)
            if warning:
                point.warnings.append(warning)
            return self._with_year(point, here, joined="-/.")
        return None

    def _with_year(self, point: _Point, index: int, *, joined: str = "") -> tuple[_Point, int] | None:
        here = index
        if self.mark(here) and self.mark(here) in joined and not self.gap(here):
            here += 1
        year = self.year_after(here)
        if year is None and self._blank_after(index):
            return None
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

    def _blank_after(self, index: int) -> bool:
        """A place for the year by hand: `tahun ……`, `20…`."""
        token = self.at(index)
        if token is None:
            return False
        tail = self.text[token.start : token.start + 24]
        return re.match(r"(?:tahun|thn)?[\s:]*(?:20)?(?:[.…_]{2,}|…)", tail, re.IGNORECASE) is not None

    def point(self, index: int) -> tuple[_Point, int] | None:
        """One day, with its day name, the word `tanggal` and a bracket that says it again."""
        start_token = self.at(index)
        if start_token is None:
            return None
        here, weekday, cue = index, None, False
        if start_token.weekday is not None:
            weekday, cue = start_token.weekday, True
            here = self.skip_marks(here + 1, ",.:")
            if self.word(here) in {"pada"}:
                here += 1
        if self.word(here) in _DAY_PREFIX:
            cue = True
            here = self.skip_marks(here + 1, ".,:")
        opened = False
        if self.mark(here) == "(" and cue:
            opened = True
            here += 1
            if self.word(here) in _DAY_PREFIX:
                here += 1
        found = self.day_and_month(here, cue=cue)
        if found is None:
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

    def _said_again(self, point: _Point, index: int) -> tuple[_Point, int]:
        opening = self.mark(index)
        if opening not in {"(", "/", "["} or point.day is None:
            return point, index
        inner = index + 1
        if self.word(inner) in _DAY_PREFIX:
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
            point.warnings.append(
                f"Tanggal ditulis dua kali dan berbeda: “{self._words(point.start, self.tokens[after - 1].end)}”"
            )
            point.year, point.month, point.day = words.year, words.month, words.day
        point.warnings += other.warnings
        point.spelled = point.spelled or other.spelled
        point.end = self.tokens[after - 1].end
        return point, after

    def _words(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())

    # -- lists and ranges ----------------------------------------------------------------------------------------------
    def days(self, index: int) -> tuple[_Point, _Point, int] | None:
        """`22 s.d. 24 September 2016`, `18-19 Februari 2013`, `4, 5 dan 7 Juni 2024`, `Senin–Rabu, 5–7 Februari 2024`."""
        first_token = self.at(index)
        if first_token is None:
            return None
        here, weekdays = index, [None, None]
        if first_token.weekday is not None:
            weekdays[0] = first_token.weekday  # type: ignore[call-overload]
            here = self.skip_marks(here + 1, ",")
            after = self.separator(here)
            if after is None and self.word(here) in {"dan"}:
                after = here + 1
            second = self.at(after) if after is not None else None
            if after is not None and second is not None and second.weekday is not None:
                weekdays[1] = second.weekday  # type: ignore[call-overload]
                here = self.skip_marks(after + 1, ",")
        if self.mark(here) == "(":
            here += 1
        if self.word(here) in _DAY_PREFIX:
            here = self.skip_marks(here + 1, ".:")
        start = here
        values: list[int] = []
        spelled = joined = False
        warnings: list[str] = []
        while True:
            found = self.number(here)
            if found is None or not 1 <= found[0] <= 31:
                return None
            token = self.tokens[here]
            if token.kind == "num" and len(token.text) > 2:
                return None
            if values and found[0] <= values[-1]:
                return None
            values.append(found[0])
            spelled = spelled or found[2]
            if found[3]:
                warnings.append(found[3])
            here = found[1]
            after = self.separator(here)
            if after is not None:
                joined = True
            elif self.mark(here) == "," and self.word(here + 1) in {"dan", "serta"}:
                after, joined = here + 2, True
            elif self.mark(here) == "," and self.number(here + 1):
                after = here + 1
            elif self.word(here) in {"dan", "serta", "and"} or self.mark(here) == "&":
                after, joined = here + 1, True
            if after is None:
                break
            middle = self.at(after)
            if middle is not None and middle.weekday is not None:
                if weekdays[1] is None:
                    weekdays[1] = middle.weekday  # type: ignore[call-overload]
                after = self.skip_marks(after + 1, ",")
            if self.word(after) in _DAY_PREFIX:
                after = self.skip_marks(after + 1, ".")
            here = after
        if len(values) < 2 or not joined:
            return None
        said = False
        if self.word(here) in {"bulan", "bln"}:
            here, said = here + 1, True
        named = self.month_at(here, said=said or spelled)
        if named is None:
            return None
        month, here = named
        begin = first_token.start if first_token.weekday is not None else self.tokens[start].start
        last = _Point(begin, self.tokens[here - 1].end, None, month, values[-1], spelled=spelled, warnings=warnings)
        dated = self._with_year(last, here)
        if dated is None:
            return None
        last, here = dated
        first = replace(last, day=values[0], warnings=[], weekday=weekdays[0])
        last.weekday = weekdays[1]
        return first, last, here

    def months(self, index: int) -> tuple[_Point, int] | None:
        """A month with or without its year; `bulan Maret`, `akhir Maret 2024`, `minggu ke-2 Maret 2024`."""
        token = self.at(index)
        if token is None:
            return None
        here = index
        part: int | None = None
        week: int | None = None
        cue = False
        if token.lower in _VAGUE:
            part = _VAGUE[token.lower]
            here += 1
        elif token.lower in {"minggu", "pekan"}:
            here += 1
            if self.word(here) == "ke":
                here = self.skip_marks(here + 1, "-")
                ordinal = ordinal_number(self.tokens[here].text) if self.at(here) else None
            else:
                name = self.at(here)
                ordinal = (
                    ordinal_number(name.text)
                    if name is not None
                    and (
                        name.lower in {"pertama", "terakhir"}
                        or name.lower.startswith("ke")
                        or name.text in {"I", "II", "III", "IV", "V"}
                    )
                    else None
                )
            if ordinal is None or not 1 <= ordinal <= 5:
                return None
            week = ordinal
            here += 1
        if self.word(here) in {"bulan", "bln"}:
            cue = True
            here = self.skip_marks(here + 1, ":")
        named = self.month_at(here, said=cue)
        if named is None:
            return None
        month, after = named
        name = self.tokens[here]
        begin = token.start if part is not None or week is not None else name.start
        if self._blank_before(token.start):
            return None
        before = self.at(index - 1)
        if before is not None and before.kind == "num" and len(before.text) <= 2 and not self.gap(index).strip():
            return None  # `32 Januari 2024`: no such day, and the month alone is not what it says
        precision = "month" if part is None and week is None else "vague"
        point = _Point(begin, self.tokens[after - 1].end, None, month, part=part, week=week, precision=precision)
        dated = self._with_year(point, after)
        if dated is None:
            return None
        point, after = dated
        if point.year is None:
            marked = cue or part is not None or week is not None or self.word(index - 1) in _BEFORE_BARE_MONTH
            if not marked or (
                name.lower in MONTH_ABBREVIATIONS and not cue and name.lower not in {"mei", "juni", "juli"}
            ):
                point.precision = ""  # good only as the first half of a range
            if name.text[:1].islower() and not cue:
                point.precision = ""
        return point, after

    def _blank_before(self, start: int) -> bool:
        return _BLANK.search(self.text, max(0, start - 24), start) is not None or bool(
            re.search(r"\b(?:tanggal|tgl)\.?[\s:]*$", self.text[max(0, start - 16) : start], re.IGNORECASE)
        )

    # -- longer periods ------------------------------------------------------------------------------------------------
    def period(self, index: int) -> tuple[_Point, int] | None:
        """Quarters, halves, budget years, changed budgets, years."""
        token = self.tokens[index]
        if token.lower in _PERIODS:
            return self._numbered_period(index)
        budget = self._changed_budget(index)
        if budget is not None:
            return budget
        if token.lower in _VAGUE:
            here = index + 1
            if self.word(here) in _PERIODS:
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
            part = _VAGUE[token.lower]
            months = ((1, 4), (5, 8), (9, 12))[part]
            point = _Point(
                token.start, self.tokens[year[1] - 1].end, year[0], months=months, precision="vague", spelled=year[2]
            )
            return point, year[1]
        if token.lower in {"tahun", "thn", "ta"} or (
            token.lower == "t" and self.mark(index + 1) == "." and self.word(index + 2) == "a"
        ):
            year = self.year_after(index)
            if (
                year is None
                or self._span_of_years(year[1])
                or _LAW.search(self.text, max(0, token.start - 60), token.start)
            ):
                return None
            if self._blank_before_year(token.start):
                return None
            if token.lower == "ta" and token.text != "TA":
                return None
            return _Point(token.start, self.tokens[year[1] - 1].end, year[0], precision="year", spelled=year[2]), year[
                1
            ]
        if token.kind == "num" and len(token.text) == 4 and token.value is not None and 1990 <= token.value <= 2100:
            alone = self.text.strip() == token.text
            earlier = self.at(index - 2)
            spanned = (
                earlier is not None
                and earlier.kind == "num"
                and len(earlier.text) == 4
                and self.word(index - 1) in {"sampai", "hingga"}
            )
            if (
                (alone or self.word(index - 1) in _BEFORE_BARE_YEAR)
                and not spanned
                and not self._span_of_years(index + 1)
            ):
                after = self.at(index + 1)
                if (
                    after is None
                    or after.kind == "mark"
                    or (self.text[token.end : after.start].strip(" ") == "" and not _counted(after))
                ):
                    return _Point(token.start, token.end, token.value, precision="year"), index + 1
        return None

    def _blank_before_year(self, start: int) -> bool:
        """`tanggal … bulan … tahun 2024`: a blank for day and month, so the year alone is no date."""
        return (
            re.search(r"(?:[.…_]{2,}|…|\bbulan)[\s,.…_]*$", self.text[max(0, start - 40) : start], re.IGNORECASE)
            is not None
        )

    def _span_of_years(self, index: int) -> bool:
        """`2025–2029`, `2021/2022`: the span of a plan, an office or a school year, no date."""
        after = index + 1 if self.mark(index) in _DASHES or self.mark(index) == "/" else self.separator(index)
        token = self.at(after) if after is not None else None
        return token is not None and token.kind == "num" and len(token.text) in {2, 4} and (token.value or 0) > 20

    def _numbered_period(self, index: int) -> tuple[_Point, int] | None:
        token = self.tokens[index]
        length = _PERIODS[token.lower]
        here = self.skip_marks(index + 1, ".-:" if token.lower in {"tw", "smt", "trw"} else "-:")
        if self.word(here) == "ke":
            here = self.skip_marks(here + 1, "-–")
        first = self._ordinal(here)
        if first is None or not 1 <= first <= 12 // length:
            return None
        if token.lower == "q" and self.gap(index + 1):
            return None
        here += 1
        last = first
        after = self.separator(here)
        if after is None and (self.word(here) in {"dan", "atau"} or self.mark(here) in {"&", "/"}):
            after = here + 1
        if after is not None:
            if self.word(after) in _PERIODS:
                after += 1
            second = self._ordinal(after)
            if second is not None and first < second <= 12 // length:
                last, here = second, after + 1
        months = (length * (first - 1) + 1, length * last)
        point = _Point(token.start, self.tokens[here - 1].end, months=months, precision=_NAMES[length])
        year = self.year_after(here)
        if year is None and self.mark(here) == "(":
            year = self.year_after(here + 1)
        if year is not None and not self._span_of_years(year[1]):
            point.year, here = year[0], year[1]
            point.end = self.tokens[here - 1].end
            return point, here
        before = re.search(
            r"(?:tahun|TA)\s+((?:19|20)\d\d)[\s,(-]*$", self.text[max(0, token.start - 24) : token.start]
        )
        if before is not None:
            point.year = int(before.group(1))
        return point, here

    def _ordinal(self, index: int) -> int | None:
        token = self.at(index)
        if token is None or token.kind == "mark" or token.kind == "date":
            return None
        if token.kind == "num":
            return token.value if len(token.text) == 1 else None
        if token.lower in ROMAN and token.text.isupper():
            return ROMAN[token.lower]
        if token.lower == "l":  # OCR of I
            return 1
        return ordinal_number(token.lower)

    def _changed_budget(self, index: int) -> tuple[_Point, int] | None:
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
        point = _Point(
            self.tokens[index].start, self.tokens[year[1] - 1].end, year[0], months=(7, 12), precision="half"
        )
        return point, year[1]

    # -- the whole text ------------------------------------------------------------------------------------------------
    def run(self) -> list[tuple[_Point, _Point | None]]:
        found: list[tuple[_Point, _Point | None]] = []
        index = 0
        tokens = self.tokens
        while index < len(tokens):
            token = tokens[index]
            if (
                token.kind == "mark"
                or (token.kind == "num" and token.value is None)
                or (
                    token.kind == "word"
                    and token.month is None
                    and token.weekday is None
                    and token.lower not in _STARTERS
                )
            ):
                index += 1
                continue
            result = self.mention(index)
            if result is None:
                index += 1
                continue
            first, last, after = result
            found.append((first, last))
            index = max(after, index + 1)
        return found

    def mention(self, index: int) -> tuple[_Point, _Point | None, int] | None:
        token = self.tokens[index]
        if token.lower in {"bulan", "bln"} and self.at(index + 1) is None:
            return None
        if (
            token.kind in {"num", "numeral", "date"} or token.weekday is not None or token.lower in _DAY_PREFIX
        ) and not self._numbered(token):
            several = self.days(index)
            if several is not None:
                first, last, after = several
                further = self._range_end(after)
                if further is not None and further[0].day is not None and (first.year is None or last.year is None):
                    pass
                return first, last, after
            single = self.point(index)
            if single is not None:
                return self._maybe_range(*single)
        if token.month is not None or token.lower in {"bulan", "bln", "minggu", "pekan"} or token.lower in _VAGUE:
            month = self._english(index) or self.months(index)
            if month is not None:
                ranged = self._maybe_range(*month)
                if ranged[0].precision:
                    return ranged
        found = self.period(index)
        if found is not None:
            return self._maybe_range(*found)
        return None

    def _english(self, index: int) -> tuple[_Point, int] | None:
        """`May 20, 2025`."""
        token = self.tokens[index]
        day = self.number(index + 1)
        if token.month is None or day is None or not 1 <= day[0] <= 31 or len(self.tokens[index + 1].text) > 2:
            return None
        year = self.year(self.skip_marks(day[1], ","))
        if year is None:
            return None
        return _Point(token.start, self.tokens[year[1] - 1].end, year[0], token.month, day[0]), year[1]

    def _numbered(self, token: _Token) -> bool:
        before = self.text[max(0, token.start - 40) : token.start]
        if token.kind == "date":
            if before[-1:] in {"-", "–"} and before[-2:-1].isdigit():
                previous = self.points[-1] if self.points else None
                return previous is None
            return _NUMBERED.search(before) is not None and not re.search(r"tanggal\W*$", before, re.IGNORECASE)
        return (
            token.kind == "num"
            and before[-1:] in {"/", "."}
            and before[-2:-1].isalnum()
            and not re.search(r"s[./]\s?d\.?$", before)
        )

    def _range_end(self, index: int) -> tuple[_Point, int] | None:
        after = self.separator(index)
        if after is None:
            return None
        if self.mark(after) == "(":
            after += 1
        if self.word(after) in {"pada", "akhir"} and self.word(after + 1) in {"tanggal", "tgl"}:
            after += 1
        return self.point(after) or self.months(after) or (self.period(after) if self.at(after) else None)

    def _maybe_range(self, point: _Point, index: int) -> tuple[_Point, _Point | None, int]:
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
        if (last.day is None) != (point.day is None) or not (last.precision or last.year):
            if point.day is not None and point.month is not None and last.precision != "day":
                return point, None, index
            if point.precision != last.precision:
                return point, None, index
        if point.year is None and last.year is not None:
            point.year = last.year
            if (point.month or 0, point.day or 0) > (last.month or 0, last.day or 0) and last.month is not None:
                point.year -= 1
        elif last.year is None and point.year is not None:
            last.year = point.year
            last.derived = True
        first_span, last_span = point.span(), last.span()
        if first_span is not None and last_span is not None and first_span[0] > last_span[1]:
            return point, None, index
        if not last.precision:
            last.precision = point.precision or "month"
        point.precision = point.precision or last.precision
        last_end = last.end
        if (
            self.mark(after) == ")"
            and "(" in self.text[point.start : last_end]
            and ")" not in self.text[last.start : last_end]
        ):
            after += 1
            last.end = self.tokens[after - 1].end
        return point, last, after


def _counted(token: _Token) -> bool:
    return token.lower in {"orang", "unit", "peserta", "rupiah", "juta", "ribu", "jiwa", "ha", "km", "pegawai", "asn"}


_STARTERS = frozenset(
    {*_DAY_PREFIX, *_PERIODS, *_VAGUE, "bulan", "bln", "minggu", "pekan", "tahun", "thn", "ta", "t", "apbd", "perubahan", "anggaran", "p",
     "pak", "papbd", "apbdp"}
)  # fmt: skip


def find_dates(text: str, *, default_year: int | None = None) -> list[DateMention]:
    """Every day or span that `text` states, in order, without overlaps.

    A mention without a year takes `default_year`, else the year of the nearest full mention, and is then `derived`; where
    neither is known it is left out. A day name that contradicts its date, or a bracket that differs from the words, gives
    a warning; the words win.
    """
    found = _Parser(text).run()
    years = [(point.start, (last or point).year) for point, last in found if (last or point).year is not None]
    mentions: list[DateMention] = []
    for first, last in found:
        _borrow(first, last, years, default_year)
        mention = _mention(text, first, last)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _borrow(
    first: _Point, last: _Point | None, years: Sequence[tuple[int, int | None]], default_year: int | None
) -> None:
    for point in (last, first):
        if point is None or point.year is not None:
            continue
        if default_year is not None:
            point.year = default_year
        elif years:
            point.year = min(years, key=lambda item: (item[0] > point.start, abs(item[0] - point.start)))[1]
        else:
            continue
        point.derived = True
        if point.weekday is not None and point.month is not None and point.day is not None and point.year is not None:
            for year in (point.year, point.year + 1, point.year - 1):
                try:
                    fits = date(year, point.month, point.day).weekday() == point.weekday
                except ValueError:
                    continue
                if fits:
                    point.year = year
                    break


def _mention(text: str, first: _Point, last: _Point | None) -> DateMention | None:
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
