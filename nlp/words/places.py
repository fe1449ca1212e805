"""Words of a text and the regions they name: the lookup tables behind institutions, without spaCy."""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final, Generic, NamedTuple, TypeVar

from nlp.words import Region, regions

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+|&")
LEVELS: Final = {
    "provinsi": "provinsi", "propinsi": "provinsi", "prov": "provinsi", "prop": "provinsi",
    "kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota", "kotamadya": "kota",
}  # fmt: skip
# What OCR makes of the words that names hang on, and `&`.
_READ_AS: Final = {
    "&": "dan", "pernerintah": "pemerintah", "pemerlntah": "pemerintah", "pemenntah": "pemerintah", "pemerintab": "pemerintah",
    "pernprov": "pemprov", "pernkab": "pemkab", "pernkot": "pemkot", "provlnsi": "provinsi", "provinsl": "provinsi", "provlnsl": "provinsi",
    "kabupalen": "kabupaten", "kabupatcn": "kabupaten", "kahupaten": "kabupaten", "kabupaien": "kabupaten", "gubemur": "gubernur",
    "1nspektorat": "inspektorat", "lnspektorat": "inspektorat", "dlnas": "dinas",
}  # fmt: skip
# Between two words of one name: blanks, one line end, and the marks that names hold. An empty line ends a name.
NAME_GAP: Final = re.compile(r"[ \t]*[.\-/'’,]?[ \t]*(?:\n[ \t]*)?")


class Word(NamedTuple):
    """A run of letters or digits, or `&`, with its place in the text; `lower` is how it reads, OCR slips of key words mended."""

    text: str
    lower: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of `text` in order; `&` reads as `dan`. Not to be changed: several components share a document's."""
    return _words_of_document(text) if len(text) > 600 else _words_of_line(text)


_new = tuple.__new__


@lru_cache(maxsize=4)
def _words_of_document(text: str) -> list[Word]:
    return _words(text)


@lru_cache(maxsize=1024)
def _words_of_line(text: str) -> list[Word]:
    return _words(text)


def _words(text: str) -> list[Word]:
    # Every component that looks for names asks for the words of a text: a named tuple made directly takes half the time.
    return [
        _new(Word, (written := match.group(), _READ_AS.get(lower := written.lower(), lower), *match.span()))
        for match in _WORD.finditer(text)
    ]


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
    gap = after.start - before.end
    if gap == 1 and text[before.end] == " ":  # nearly always
        return True
    return gap <= 12 and NAME_GAP.fullmatch(text, before.end, after.start) is not None


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
    for phrase in ("Daerah Khusus Jakarta", "DKJ"):
        trie.add(phrase, JAKARTA_SINCE_2024)
    return trie


# The province's name by UU 2/2024, beside the one that older documents write.
JAKARTA_SINCE_2024: Final = Region("31", "provinsi", "Daerah Khusus Jakarta", ())


@cache
def _names_by_kind() -> dict[str, dict[str, Region]]:
    found: dict[str, dict[str, Region]] = {"provinsi": {}, "kabupaten": {}, "kota": {}}
    for region in regions():
        for name in (region.name, *region.other_forms):
            # Of the many regencies' short forms (`Mateng`) another is soon as like as a slip.
            if len(name) >= 6 and (region.kind == "provinsi" or name == region.name or " " in name or len(name) >= 9):
                found[region.kind][name.lower()] = region
    return found


@lru_cache(maxsize=4096)
def _misspelt(kind: str, phrase: str) -> Region | None:
    """The region of that kind whose name `phrase` misspells (`Purwerejo`, OCR `Tirnur`), if it comes close to one."""
    names = _names_by_kind()[kind]
    # There are few provinces and many regencies: a name is the surer, the fewer there are.
    close = get_close_matches(phrase, names, n=1, cutoff=0.8 if kind == "provinsi" else 0.88)
    close = close or get_close_matches(phrase.replace("rn", "m"), names, n=1, cutoff=0.94)
    return names[close[0]] if close and close[0][0] == phrase[0] else None


class RegionMention(NamedTuple):
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
    first = words[index].lower
    said = LEVELS.get(first)
    if said is None and first not in region_names().branches:
        return _near(text, words, index, level) if level is not None else None
    named, after = region_names().longest(text, words, index)
    best: RegionMention | None = None
    if named:
        fitting = [region for region in named if level is None or region.kind == level]
        if fitting or level is None:
            best = RegionMention(
                tuple(fitting or named), words[index].start, words[after - 1].end, after, level is not None
            )
    if said is not None and (level is None or said == level) and index + 1 < len(words):
        below = index + 1
        # `enam kabupaten. Manggarai Timur memperoleh …`: a level that ends its sentence belongs to no name.
        ends = "." in text[words[index].end : words[below].start] and len(first) > 4
        if joined(text, words[index], words[below]) and not ends:
            named, after = region_names().longest(text, words, below)
            # `Prov. Kab. X` does not occur; `Provinsi Daerah Istimewa Yogyakarta` and `Provinsi DKI Jakarta` do.
            fitting = [region for region in named if region.kind == said]
            if fitting and (best is None or after >= best.after):
                best = RegionMention(tuple(fitting), words[index].start, words[after - 1].end, after, True)
            if best is None and not named:
                best = _near(text, words, below, said)
                best = best and best._replace(start=words[index].start)
    return best or (_near(text, words, index, level) if level is not None and said is None else None)


def _near(text: str, words: list[Word], index: int, kind: str) -> RegionMention | None:
    """A region of which the text says the level and misspells the name, the longest one."""
    if not words[index].text[0].isupper():
        return None
    after = index + 1
    while (
        after < min(index + 4, len(words))
        and words[after].text[0].isupper()
        and joined(text, words[after - 1], words[after])
    ):
        after += 1
    while after > index:
        phrase = " ".join(word.lower for word in words[index:after])
        region = _misspelt(kind, phrase) if len(phrase) >= 6 else None
        if region is not None:
            return RegionMention((region,), words[index].start, words[after - 1].end, after, True)
        after -= 1
    return None


def find_regions(text: str) -> list[RegionMention]:
    """Every region named in `text`, longest name first, without overlaps; bare names only where written with a capital."""
    words = words_of(text)
    names = region_names().branches
    found: list[RegionMention] = []
    after = 0
    # Few words begin a name: the others are passed over in one go.
    for index in [
        index
        for index, (written, lower, _, _) in enumerate(words)
        if lower in LEVELS or (lower in names and written[0].isupper())
    ]:
        mention = region_at(text, words, index) if index >= after else None
        if mention is not None:
            found.append(mention)
            after = mention.after
    return found
