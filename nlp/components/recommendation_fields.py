"""Agencies called by their fields alone, as heads of columns do: `LH, Kehutanan dan Pertanahan` for the `Dinas …` that the paper names."""

import re

from nlp.components.institutions import region_of
from nlp.facts import Facts

_KIND = re.compile(r"(?:Dinas|Badan|Biro|Bagian|Kantor|Satuan)\s+(?=\S)")
_WORD = re.compile(r"[^\W_]+")
_JOINS = frozenset({"dan", "serta", "atau"})
_SHORTEST_CLIP = 4  # letters: `Pert` may stand for `Pertanian`
_LEAST = 2  # letters


class Fields:
    """The home region's agencies that the document names in full."""

    def __init__(self, facts: Facts, region: str | None, text: str) -> None:
        self._words: dict[str, list[str]] = {}
        if region is None:
            return
        for mention in facts.institutions:
            of = region_of(mention.name)
            kind = _KIND.match(mention.name) if mention.kind == "agency" else None
            if kind is None or (of not in (None, region) and _names_place(of, text[mention.start : mention.end])):
                continue
            # One whose place is not written is home's too: it was taken for the other side's from what stands near.
            own = mention.name[kind.end() : -len(of)] if of else mention.name[kind.end() :]
            self._words.setdefault(f"{mention.name[: kind.end()]}{own.strip()} {region}", _words(own))

    def called(self, text: str) -> str | None:
        """The one agency whose fields `text` names, some by their initials; None where there are several or none."""
        said = _words(text)
        if not said or len(text) < _LEAST or not text[:1].isupper():
            return None
        found = [name for name, words in self._words.items() if _stand_for(said, words)]
        return found[0] if len(found) == 1 else None


def _names_place(region: str | None, written: str) -> bool:
    return region is not None and region.split(" ", 1)[-1].casefold() in written.casefold()


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word.casefold() not in _JOINS]


def _stand_for(said: list[str], words: list[str]) -> bool:
    """Each of `said` is the next of `words`, its beginning, or the initials of the next ones; nothing is left over."""
    place = 0
    for word in said:
        rest = words[place:]
        if rest and (rest[0].casefold() == word.casefold() or _clips(word, rest[0])):
            place += 1
        elif word.isupper() and len(word) >= _LEAST and [other[0].upper() for other in rest[: len(word)]] == list(word):
            place += len(word)
        else:
            return False
    return place == len(words)


def _clips(word: str, whole: str) -> bool:
    return len(word) >= _SHORTEST_CLIP and whole.casefold().startswith(word.casefold())
