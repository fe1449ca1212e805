"""Performance figures that lie apart from their names: a value on the line above its name, and rows of values below a line of owners."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from nlp.components.indicator_finder import Finder
from nlp.components.indicator_measures import ANY, MEASURES, VALUES
from nlp.components.indicator_values import is_year
from nlp.components.indicator_words import TARGET, YEAR, Owner, year_of
from nlp.components.institutions import region_of

_LONE: Final = re.compile(r"\s*(?:\d{1,3}[.,]\d{1,4}|\d{1,3}|AA|A-|A|BB|B|CC|C|WTP|WDP)\s*(?:\([^)]{2,30}\)\s*)?")
_LONGEST_CARD: Final = 90  # characters of the line that names what a card's value is
_NO_OWNER: Final = re.compile(r"\b(?:target|standar|sasaran|SPM|rata-rata)\b", re.IGNORECASE)
_HEAD_WORDS: Final = frozenset(
    {
        "indikator",
        "uraian",
        "aspek",
        "ukuran",
        "nama",
        "nilai",
        "dan",
        "tahun",
        "vs",
        "angka",
        "data",
        "capaian",
        "pembanding",
        "perkara",
        "hal",
    }
)
_ROWS_BELOW: Final = 10  # passages that a line of owners heads
# What stands for a value that was not told.
_NOT_TOLD: Final = re.compile(r"\((?:tidak|belum)\s[^)]{3,30}\)|(?<=\s)(?:[—–-]|n/a|N/A)(?=\s|$)")
_BETWEEN_VALUES: Final = re.compile(r"[\s|;/–-]*(?:\([^)]{1,30}\)[\s|;/–-]*)?")


@dataclass(frozen=True, slots=True)
class Column:
    """Whose the values below are, None of a column of targets; the year that stands beside the name."""

    owner: Owner | None
    year: int | None = None


@dataclass(slots=True)
class Layout:
    """What stood before the passage in hand: a lone value not used yet, the line of owners above."""

    value: tuple[int, int] | None = None
    values: list[tuple[int, int]] = field(default_factory=list)  # the lone values above, one after another
    columns: list["Column"] = field(default_factory=list)
    rows_left: int = 0

    def read(self, finder: Finder, start: int, end: int) -> bool:
        """Whether the passage was a card's name or a row of values, and is noted."""
        taken = _cards(finder, self.values, start) if len(self.values) > 1 else False
        if taken:
            self.value = None
        taken = taken or (_card(finder, self.value, start, end) if self.value else False)
        taken = taken or (bool(self.columns) and _row(finder, self.columns, start, end))
        if taken:
            finder.said = None
        return taken

    def pass_by(self, finder: Finder, start: int, end: int, *, used: bool) -> None:
        """Note what the passage is for the next ones; `used`: it gave a figure its value."""
        self.value = (start, end) if not used and _LONE.fullmatch(finder.text, start, end) else None
        self.values = [*self.values, self.value] if self.value is not None else []
        self.rows_left -= 1
        first_line = finder.text.find("\n", start, end)
        if columns := _owners_only(finder, start, end) or (first_line > 0 and _owners_only(finder, start, first_line)):
            self.columns, self.rows_left = columns, _ROWS_BELOW
        elif self.rows_left <= 0:
            self.columns = []


def _cards(finder: Finder, values: list[tuple[int, int]], start: int) -> bool:
    """`BB`, `3,42`, then `SAKIP Kabupaten X 2023`, `Indeks SPBE 2023`: a row of values above the row of their names."""
    names: list[tuple[int, int]] = []
    position = start
    for _ in values:
        end = finder.text.find("\n", position)
        end = end if end >= 0 else len(finder.text)
        cues = list(ANY.finditer(finder.text, position, end))
        if len(cues) != 1 or end - position > _LONGEST_CARD:
            return False
        names.append((position, end))
        position = end + 1
    fits = [
        VALUES[_number_of(finder, name)].match(
            finder.text, value[0] + _margin(finder.text[value[0] : value[1]]), value[1]
        )
        for name, value in zip(names, values, strict=True)
    ]
    if not all(fits):
        return False
    for name, value in zip(names, values, strict=True):
        _card(finder, value, *name, near=False)
    return True


def _number_of(finder: Finder, name: tuple[int, int]) -> int:
    """Which measure a line names."""
    cue = ANY.search(finder.text, *name)
    return int(((cue.lastgroup if cue else None) or "m0")[1:])


def _card(finder: Finder, value: tuple[int, int], start: int, end: int, *, near: bool = True) -> bool:
    """`4,31` above `Indeks SPBE Kota Surakarta, 2024`."""
    cues = list(ANY.finditer(finder.text, start, end))
    if len(cues) != 1 or end - start > _LONGEST_CARD or (near and not 0 <= start - value[1] < 10):
        return False
    number = int((cues[0].lastgroup or "m0")[1:])
    hit = VALUES[number].match(finder.text, value[0] + _margin(finder.text[value[0] : value[1]]), value[1])
    if hit is None or is_year(hit) or TARGET.search(finder.text, start, end):
        return False
    if finder.value_after(number, cues[0].end(), end) is not None:
        return False
    named = finder.owners.between(start, end)
    ours = finder.owners.ours(finder.text, start, end)
    owner = named[0] if named else ours or finder.owners.before(start, MEASURES[number])
    sure = 0.85 if named else 0.65
    finder.add(
        number, owner, hit.group(), finder.year_within(start, end), hit.start(), cues[0].end(), sure, cues[0].group()
    )
    return True


def _row(finder: Finder, columns: list[Column], start: int, end: int) -> bool:
    """`SKM, 2025 77,31 88,90`: as many values as the line above has owners."""
    cues = list(ANY.finditer(finder.text, start, end))
    if not cues or TARGET.search(finder.text, start, cues[0].start()):
        return False
    if len(cues) > 1:
        return _named_each(finder, columns, cues, end)
    number = int((cues[0].lastgroup or "m0")[1:])
    hits = [hit for hit in VALUES[number].finditer(finder.text, cues[0].end(), end) if not is_year(hit)]
    if len(hits) > len(columns):  # `A (80,12) | BB (71,40)`
        hits = [hit for hit in hits if finder.text[: hit.start()].rstrip()[-1:] != "("]
    if len(hits) < len(columns):
        hits += _NOT_TOLD.finditer(finder.text, cues[0].end(), end)
        hits.sort(key=lambda hit: hit.start())
    if len(hits) != len(columns):
        return False
    kind = next((owner.agency for owner in finder.owners.between(cues[0].end(), hits[0].start())), None)
    gaps = [finder.text[one.end() : other.start()] for one, other in pairwise(hits)]
    rest = re.sub(r"\([^)]*\)", "", finder.text[hits[-1].end() : end])
    before = finder.text[cues[0].end() : hits[0].start()]
    if not all(_BETWEEN_VALUES.fullmatch(gap) for gap in gaps) or re.search(r"\w", rest) or len(before.split()) > 4:
        return False
    year = YEAR.search(finder.text, start, hits[0].start())
    for column, hit in zip(columns, hits, strict=True):
        owner = column.owner
        if owner is not None and _NOT_TOLD.fullmatch(hit.group()) is None:
            its_year = year_of(year.group(1)) if year else column.year
            its_owner = like(owner, kind) if kind else owner
            finder.add(
                number, its_owner, hit.group(), its_year, hit.start(), hit.end(), 0.75, cues[0].group(),
                apart=column.year is not None,
            )  # fmt: skip
    return True


def _named_each(finder: Finder, columns: list[Column], cues: list[re.Match[str]], end: int) -> bool:
    """`Indeks SPBE 4,22 (2024) Indeks SPBE 3,67 (2024)`: the cells of two columns in one line, each with the figure's name."""
    if len(cues) != len(columns) or len({cue.lastgroup for cue in cues}) > 1:
        return False
    number = int((cues[0].lastgroup or "m0")[1:])
    ends = [*(cue.start() for cue in cues[1:]), end]
    hits = [finder.value_after(number, cue.end(), last) for cue, last in zip(cues, ends, strict=True)]
    if not all(hits):
        return False
    for cue, last, column, hit in zip(cues, ends, columns, hits, strict=True):
        if column.owner is not None and hit is not None:
            year = finder.year_within(cue.start(), last) or column.year
            finder.add(number, column.owner, hit.group(), year, cue.start(), hit.end(), 0.75, cue.group())
    return True


def like(owner: Owner, kind: str) -> Owner:
    """The agency of that kind in a column's region: `SAKIP Setwan` in a row, `Kota Salatiga` above."""
    if owner.government is None or owner.agency is not None:
        return owner
    kind = kind.removesuffix(region_of(kind) or "").rstrip()
    return replace(owner, agency=f"{kind} {owner.government.removeprefix('Pemerintah ')}", bare=False, itself=True)


def _owners_only(finder: Finder, start: int, end: int) -> list[Column]:
    """The columns that a line heads which names nothing but owners and targets."""
    owners = finder.owners.between(start, end)
    if len(owners) < 2 or end - start > 160:
        return []
    rest = finder.text[start:end]
    for owner in reversed(owners):
        rest = rest[: owner.start - start] + " " * (owner.end - owner.start) + rest[owner.end - start :]
    targets = [(start + match.start(), None) for match in _NO_OWNER.finditer(rest)]
    rest = YEAR.sub(" ", _NO_OWNER.sub(" ", rest))
    if any(word.casefold() not in _HEAD_WORDS for word in re.findall(r"[^\W\d_]+", rest)):
        return []
    places: list[tuple[int, Owner | None]] = sorted(
        [*((owner.start, owner) for owner in owners), *targets], key=lambda place: place[0]
    )
    following = [*(place for place, _ in places[1:]), end]
    return [
        Column(owner, finder.year_within(owner.end, last) if owner is not None else None)
        for (_, owner), last in zip(places, following, strict=True)
    ]


def _margin(text: str) -> int:
    return len(text) - len(text.lstrip())
