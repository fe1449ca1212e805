"""Indonesian numerals in words, months, day names, Roman numerals and plain formats: pure functions."""

import re
from calendar import monthrange
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

MONTH_NAMES: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
DAY_NAMES: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_MONTH_FORMS: Final = {
    1: "januari jan january januar januarie",
    2: "februari pebruari feb peb february febuari pebuari februwari",
    3: "maret mar march maart mrt",
    4: "april apr avril",
    5: "mei may",
    6: "juni jun june",
    7: "juli jul july juii jull",
    8: "agustus agt ags agts agust agu august aug agsts agst",
    9: "september sept sep septembar sepetember",
    10: "oktober okt october oct",
    11: "november nopember nov nop novenber",
    12: "desember des december dec disember",
}
MONTHS: Final[dict[str, int]] = {form: number for number, forms in _MONTH_FORMS.items() for form in forms.split()}
_MONTH_LETTERS: Final = frozenset(form[0] for form in MONTHS)
# Too short or too much like a common word to count as a month without a day or a year beside it.
MONTH_ABBREVIATIONS: Final = frozenset(form for form in MONTHS if len(form) <= 5 and form not in {"maret", "april"})

DAYS: Final[dict[str, int]] = {
    "senin": 0, "senen": 0, "selasa": 1, "rabu": 2, "rebo": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "jum at": 4,
    "sabtu": 5, "minggu": 6, "ahad": 6, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
    "saturday": 5, "sunday": 6,
}  # fmt: skip

_UNITS: Final = {
    "nol": 0, "kosong": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "lapan": 8,
}  # fmt: skip
_WHOLE: Final = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_SCALES: Final = {"belas": 10, "puluh": 10, "ratus": 100, "ribu": 1000, "juta": 1_000_000}
NUMBER_WORDS: Final = frozenset({*_UNITS, *_WHOLE, *_SCALES})
_NUMBER_PART = re.compile("|".join(sorted(NUMBER_WORDS, key=len, reverse=True)))

ORDINALS: Final[dict[str, int]] = {
    "kesatu": 1, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7,
    "kedelapan": 8, "kesembilan": 9, "kesepuluh": 10,
}  # fmt: skip
ROMAN: Final[dict[str, int]] = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip


def split_number_word(word: str) -> list[str] | None:
    """The number words that `word` is made of (`duapuluh` gives two), None where a part is none."""
    word = word.casefold()
    if word in NUMBER_WORDS:
        return [word]
    parts: list[str] = []
    position = 0
    while position < len(word):
        match = _NUMBER_PART.match(word, position)
        if match is None:
            return None
        parts.append(match.group())
        position = match.end()
    return parts or None


def number_from_words(words: str) -> int | None:
    """The value of an Indonesian numeral in words, None where `words` is none: `dua ribu dua puluh empat` is 2024."""
    parts: list[str] = []
    for word in re.findall(r"[^\W\d_]+", words):
        split = split_number_word(word)
        if split is None:
            return None
        parts += split
    return number_from_parts(parts)


def number_from_parts(parts: list[str]) -> int | None:
    """As `number_from_words`, of words already split; None where they make no numeral (`puluh dua`, `dua tiga`)."""
    if not parts:
        return None
    total = 0
    group = 0  # below a thousand
    unit: int | None = None
    last_scale = 1_000_000_000
    for part in parts:
        if part in _UNITS:
            if unit is not None:
                return None
            unit = _UNITS[part]
        elif part in _WHOLE:
            if unit is not None:
                return None
            value = _WHOLE[part]
            if value == 1000:
                total += 1000
                group, last_scale = 0, 1000
            elif value == 100:
                group += 100
            else:
                group += value
        else:
            scale = _SCALES[part]
            if part in {"ribu", "juta"}:
                group += unit or 0
                if group == 0 or scale >= last_scale:
                    return None
                total += group * scale
                group, unit, last_scale = 0, None, scale
                continue
            if unit is None:
                return None
            group += 10 + unit if part == "belas" else unit * scale
            unit = None
    return total + group + (unit or 0)


def month_number(word: str, *, fuzzy: bool = False) -> int | None:
    """1 to 12 for a month's name in any usual form; with `fuzzy` also for a slip such as `Sepetember`."""
    folded = word.casefold().rstrip(".")
    found = MONTHS.get(folded)
    return _misspelt_month(folded) if found is None and fuzzy and len(folded) >= 5 else found


@lru_cache(maxsize=4096)
def _misspelt_month(word: str) -> int | None:
    if word[0] not in _MONTH_LETTERS:
        return None
    close = get_close_matches(word, [form for form in MONTHS if len(form) >= 5], n=1, cutoff=0.8)
    return MONTHS[close[0]] if close else None


def weekday_number(word: str) -> int | None:
    """0 (Monday) to 6 for a day's name; apostrophes of `Jum'at` in any shape."""
    folded = word.lower()
    if folded[:3] != "jum":
        return DAYS.get(folded)
    return DAYS.get(re.sub(r"\s+", " ", re.sub(r"[’‘`´ʼ′]", "'", folded)))


def ordinal_number(word: str) -> int | None:
    """1 to 12 of `2`, `II`, `kedua`, `ke-2`, `dua`."""
    folded = re.sub(r"^ke[-\s]*(?=\d|[ivx]+$)", "", word.casefold().strip())
    if folded.isdecimal():
        return int(folded)
    return ROMAN.get(folded) or ORDINALS.get(folded) or _UNITS.get(folded)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def day_in_words(day: date) -> str:
    """`20 Februari 2024`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
