"""Agencies' short names that no list holds, read by their syllables: `Diskumindag`, `Disdagperin`, `Diskominfosandi`."""

from functools import cache
from typing import Final

from nlp.words import syllables

_LEADS: Final = ("dis", "din")
_SHORTEST: Final = 7  # letters: shorter ones stand for too many things
_MOST: Final = 5  # syllables


def may_be_short(word: str) -> bool:
    """A cheap test of a word in small letters."""
    return word.startswith(_LEADS) and len(word) >= _SHORTEST


@cache
def spelled_out(word: str) -> str | None:
    """`Dinas Perdagangan dan Perindustrian` for `disdagperin`; None where a syllable is not known or a field comes twice."""
    word = word.casefold()
    if not may_be_short(word):
        return None
    read = _read(word[3:], _MOST) or (_read(word[6:], _MOST) if word[3:6] == "per" else None)
    if read is None:
        return None
    fields = [field for syllable in read for field in syllables()[syllable]]
    if len(set(fields)) < len(fields):
        return None
    *before, last = fields
    return f"Dinas {', '.join(before)} dan {last}" if before else f"Dinas {last}"


def _read(rest: str, most: int) -> list[str] | None:
    """The syllables that make up `rest`, long ones tried first."""
    if not rest:
        return []
    if most == 0:
        return None
    for size in range(min(len(rest), _longest()), 1, -1):
        if rest[:size] in syllables() and (read := _read(rest[size:], most - 1)) is not None:
            return [rest[:size], *read]
    return None


@cache
def _longest() -> int:
    return max(map(len, syllables()))
