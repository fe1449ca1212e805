"""The words, numbers and marks of a text as far as dates need them: numerals in words joined, months and day names known."""

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, NamedTuple

from nlp.indonesian import NUMBER_WORDS, month_number, number_from_parts, split_number_word, weekday_number

# Words first, being most of a text: `plain` ones, which nothing goes on with; one that may be a figure as OCR reads it (`l2`,
# `O5`, `lO/1O/2024`) is left to the others.
_TOKEN: Final = re.compile(
    r"""
    (?P<plain>(?![OolIJj])[A-Za-z]++(?![\w’‘'`´ʼ′-]))
  | (?P<slip>\b[JjAaNnSsDdOo](?:u1[iy]|pri1|gu5tus|0[vp]ember|5eptember|ep7ember|e5ember|kt0ber)\b)
  | (?P<word>(?![OolI](?:[OolI]?[ ]?[/.\-–][ ]?[\dOolI]|\d))
        (?:[Jj](?:um|UM)[ ](?:at|AT)\b|[A-Za-z]+(?:[’‘'`´ʼ′][A-Za-z]+|-[ ]?\n[ \t]*[a-z]+)?))
  | (?P<iso>(?<![\w/])(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?=T\d\d:|(?![\w/]|[-.]\d)))
  | (?P<dmy>(?<![\w/])[0-9OolI]{1,2}[ ]?(?P<sep>[/.\-–])[ ]?[0-9OolI]{1,2}[ ]?(?P=sep)[ ]?(?:(?:19|2[0Oo])[0-9OolI]{2}|['’‘`]?\d\d)
        (?=[-–]\d\d?(?P=sep)\d\d?(?P=sep)|(?![\w/]|[-.]\d)))
  | (?P<num>(?<![A-Za-z0-9])(?=[OolI]?\d)[0-9OolI]+(?![A-Za-z0-9])|\d+)
  | (?P<letters>[A-Za-z]+(?:[’‘'`´ʼ′][A-Za-z]+|-[ ]?\n[ \t]*[a-z]+)?)
  | (?P<mark>[^\s\w])
    """,
    re.VERBOSE,
)  # fmt: skip
OCR: Final = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_FIGURES: Final = str.maketrans({"1": "l", "5": "s", "0": "o", "7": "t"})
_BROKEN: Final = re.compile(r"-\s+")
# How number words begin: most words need not be looked at further.
_NUMBER_BEGINNINGS: Final = frozenset(word[:3] for word in NUMBER_WORDS)


class Token(NamedTuple):
    kind: str  # num | word | mark | date | numeral
    text: str
    start: int
    end: int
    value: int | None = None
    month: int | None = None
    weekday: int | None = None
    day: tuple[int, int, int] | None = None  # year, month, day of a numeric date
    lower: str = ""


# Nearly every word becomes a token: a named tuple made directly takes half the time.
_new = tuple.__new__


def tokens_of(text: str) -> list[Token]:
    """The tokens of `text` in order; numerals in words are one token each, with their value."""
    found: list[Token] = []
    before = ""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        written = match.group()
        if kind == "plain" and before != "numeral" and before != "0":
            number, month, weekday = _reading(lower := written.lower())
            if number is None:
                if written == "minggu" and _counts(found):
                    weekday = None
                found.append(_new(Token, ("word", written, start, end, None, month, weekday, None, lower)))
                before = "word"
                continue
        if kind == "slip":  # `Ju1i`: a figure for a letter in a month's name
            written, kind = written.translate(_FIGURES), "word"
        if kind in {"plain", "word", "letters"}:
            number, month, weekday = _reading(lower := written.lower())
            if number is None and before != "numeral" and before != "0" and "\n" not in lower:  # nearly every word
                found.append(Token("word", written, start, end, None, month, weekday, None, lower))
                before = "word"
                continue
            _add_word(found, text, written, start, end)
        elif kind == "num":
            digits = written.translate(OCR)
            if digits.isdecimal() and (digits == written or len(digits) <= 4):
                found.append(Token("num", digits, start, end, int(digits) if len(digits) <= 4 else None))
        elif kind == "mark":
            found.append(_new(Token, ("mark", written, start, end, None, None, None, None, written)))
        else:
            found.append(_numeric_date(written, start, end, iso=match.group("iso") is not None))
        before = "0" if found and found[-1].text == "0" else found[-1].kind if found else ""
    return found


def _counts(found: list[Token]) -> bool:
    """Whether a number stands last: `2 (dua) minggu` are weeks, no Sunday."""
    return bool(found) and (found[-1].text == ")" or found[-1].kind in {"num", "numeral"})


def _add_word(found: list[Token], text: str, written: str, start: int, end: int) -> None:
    lower = written.lower()
    if "\n" in lower:  # `Feb-\nruari`
        lower = _BROKEN.sub("", lower)
    previous = found[-1] if found else None
    if previous is not None and previous.text == "0" and previous.end == start and month_number("o" + lower):
        start, lower = found.pop().start, "o" + lower  # OCR: `0ktober`
    number, month, weekday = _reading(lower)
    goes_on = previous is not None and previous.kind == "numeral" and _joined(text, previous.end, start)
    if number is None and goes_on and previous is not None and "ribu" in previous.lower:
        number = _misspelt_number(lower)
    if number is None:
        if written == "minggu" and _counts(found):
            weekday = None
        found.append(Token("word", written, start, end, None, month, weekday, None, lower))
        return
    if goes_on and previous is not None:
        parts = [*previous.lower.split(), *number]
        value = _year_by_digits(parts) or number_from_parts(parts)
        # `dua ribu dua` + `tiga`: keep the parts, a later word may complete them; a wrong whole gives no value.
        if value is not None or len(parts) < 8:
            whole = text[previous.start : end]
            found[-1] = Token("numeral", whole, previous.start, end, value, lower=" ".join(parts))
            return
    found.append(Token("numeral", written, start, end, number_from_parts(number), lower=" ".join(number)))


@lru_cache(maxsize=8192)
def _reading(word: str) -> tuple[list[str] | None, int | None, int | None]:
    """The number words in `word`, the month and the day that it names."""
    number = split_number_word(word) if word[:3] in _NUMBER_BEGINNINGS else None
    return number, month_number(word), weekday_number(word)


def _joined(text: str, start: int, end: int) -> bool:
    return end - start <= 12 and text[start:end].strip(" \t\n\f-") == ""


def _misspelt_number(word: str) -> list[str] | None:
    """`pulu`, `ernpat` (OCR) within a year in words."""
    if len(word) < 4 or word in {"tempat", "dengan"}:
        return None
    close = get_close_matches(word.replace("rn", "m"), NUMBER_WORDS, n=1, cutoff=0.8)
    return [close[0]] if close else None


def _year_by_digits(parts: list[str]) -> int | None:
    """`dua nol dua empat` and the slip `dua ribu dua empat` read as 2024."""
    if len(parts) != 4:
        return None
    values = [number_from_parts([part]) for part in parts]
    small = [value is not None and value < 10 for value in values]
    if all(small):
        return int("".join(str(value) for value in values))
    if parts[1] == "ribu" and all(small[2:]):
        return (values[0] or 0) * 1000 + (values[2] or 0) * 10 + (values[3] or 0)
    return None


def _numeric_date(written: str, start: int, end: int, *, iso: bool) -> Token:
    parts = re.findall(r"[0-9OolI]+", written)
    # `14-II-2023`: strokes alone in the middle are a Roman month, no badly read figure.
    if not iso and re.fullmatch(r"[Il]{1,2}", parts[1]):
        parts[1] = str(len(parts[1]))
    numbers = [int(part.translate(OCR)) for part in parts]
    year, month, day = numbers if iso else reversed(numbers)
    if year < 100:
        year += 2000 if year < 70 else 1900
    return Token("date", written, start, end, day=(year, month, day))
