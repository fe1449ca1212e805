"""What a document recommends twice: in the text and in the table, in the summary and in its chapter."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import Stemmer

from nlp.extraction import Recommendation

_WORD = re.compile(r"\w+")
_SAME = 0.9  # share of common words from which two recommendations are one; one unit's name must not join two
_WHOLE = 4  # words from which one that stands whole in another says the same


def once(found: Iterable[Recommendation]) -> list[Recommendation]:
    """What is said twice counts once, from its fuller place."""
    kept: list[tuple[frozenset[str], Recommendation]] = []
    for item in found:
        words = frozenset(_stem(word) for word in _WORD.findall(item.text.casefold()))
        same = next((index for index, (other, _) in enumerate(kept) if _alike(words, other)), None)
        if same is None:
            kept.append((words, item))
        elif _fullness(item) > _fullness(kept[same][1]):
            kept[same] = (words, item)
    return [item for _, item in kept]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """`membentuk` and `pembentukan` say the same."""
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("indonesian")


def _alike(words: frozenset[str], other: frozenset[str]) -> bool:
    if not words or not other:
        return False
    shorter, longer = sorted((words, other), key=len)
    if len(shorter) >= _WHOLE and shorter <= longer:
        return True
    return 2 * len(words & other) / (len(words) + len(other)) >= _SAME


def _fullness(item: Recommendation) -> tuple[int, int]:
    return (item.due_text is not None) + (item.addressee is not None), len(item.text)
