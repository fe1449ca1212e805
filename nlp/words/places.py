"""Words of a text and the regions they name: the lookup tables behind institutions, without spaCy."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Generic, TypeVar

from nlp.words import Region, regions

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+|&")
LEVELS: Final = {
    "provinsi": "provinsi", "propinsi": "provinsi", "prov": "provinsi", "prop": "provinsi",
    "kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota", "kotamadya": "kota",
}  # fmt: skip
# Between two words of one name: blanks, one line end, and the marks that names hold. An empty line ends a name.
NAME_GAP: Final = re.compile(r"[ \t]*[.\-/'’,]?[ \t]*(?:\n[ \t]*)?")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters or digits, or `&`, with its place in the text."""

    text: str
    lower: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of `text` in order; `&` reads as `dan`."""
    found = []
    for match in _WORD.finditer(text):
        written = match.group()
        found.append(Word(written, "dan" if written == "&" else written.lower(), match.start(), match.end()))
    return found


@dataclass(slots=True)
class Trie(Generic[T]):
    """Phrases by their words; `longest` finds the longest one that begins at a word."""

    branches: dict[str, "Trie[T]"] = field(default_factory=dict)
    values: list[T] = field(default_factory=list)

    def add(self, phrase: str, value: T) -> None:
        node = self
        for word in words_of(phrase):
            node = node.branches.setdefault(word.lower, Trie())
        if value not in node.values:
            node.values.append(value)

    def longest(self, text: str, words: list[Word], index: int) -> tuple[list[T], int]:
        """The values of the longest phrase at `words[index]` and the index after it; no values where none begins there."""
        node, found, after, position = self, [], index, index
        while position < len(words):
            branch = node.branches.get(words[position].lower)
            if branch is None or (position > index and not joined(text, words[position - 1], words[position])):
                break
            node = branch
            position += 1
            if node.values:
                found, after = node.values, position
        return found, after


def joined(text: str, before: Word, after: Word) -> bool:
    """Whether two words may stand in one name."""
    return after.start - before.end <= 12 and NAME_GAP.fullmatch(text, before.end, after.start) is not None


@cache
def region_names() -> Trie[Region]:
    """Every region by each of its names; one name may be two regions' (`Malang`, `Jambi`)."""
    trie: Trie[Region] = Trie()
    for region in regions():
        names = {region.name, *region.other_forms}
        if region.name.startswith("Kepulauan "):
            names.add("Kep " + region.name.removeprefix("Kepulauan "))
        for name in names:
            trie.add(name, region)
    for phrase in ("Daerah Khusus Jakarta", "Daerah Khusus Ibu Kota Jakarta", "DKJ"):
        trie.add(phrase, next(region for region in regions() if region.code == "31"))
    return trie


@dataclass(frozen=True, slots=True)
class RegionMention:
    """`text[start:end]` names one of `candidates`; one only where the text says the level or the name has but one owner."""

    candidates: tuple[Region, ...]
    start: int
    end: int
    after: int  # index of the word after it
    explicit: bool  # the level is said: Kabupaten Malang, Pemkot …


def region_at(text: str, words: list[Word], index: int, *, level: str | None = None) -> RegionMention | None:
    """The region named at `words[index]`, its level word included; `level` is known from elsewhere (`Pemkot`, `Bupati`)."""
    if index >= len(words):
        return None
    named, after = region_names().longest(text, words, index)
    best: RegionMention | None = None
    if named:
        fitting = [region for region in named if level is None or region.kind == level]
        if fitting or level is None:
            best = RegionMention(
                tuple(fitting or named), words[index].start, words[after - 1].end, after, level is not None
            )
    said = LEVELS.get(words[index].lower)
    if said is not None and (level is None or said == level) and index + 1 < len(words):
        below = index + 1
        if joined(text, words[index], words[below]):
            named, after = region_names().longest(text, words, below)
            # `Prov. Kab. X` does not occur; `Provinsi Daerah Istimewa Yogyakarta` and `Provinsi DKI Jakarta` do.
            fitting = [region for region in named if region.kind == said]
            if fitting and (best is None or after >= best.after):
                best = RegionMention(tuple(fitting), words[index].start, words[after - 1].end, after, True)
    return best


def find_regions(text: str) -> list[RegionMention]:
    """Every region named in `text`, longest name first, without overlaps; bare names only where written with a capital."""
    words = words_of(text)
    found: list[RegionMention] = []
    index = 0
    while index < len(words):
        mention = (
            region_at(text, words, index) if words[index].text[0].isupper() or words[index].lower in LEVELS else None
        )
        if mention is None:
            index += 1
            continue
        found.append(mention)
        index = mention.after
    return found
