"""What the readers of institutions' names share: words and gaps, how far a name goes, which region follows it and is meant."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from nlp.components.institution_names import (
    AGENCY_HEADS,
    COMPANY_HEADS,
    FACULTIES,
    GOVERNMENT_SHORT,
    LEARNING_HEADS,
    OFFICES,
    STOP,
    TITLES,
    agency_names,
    bodies,
    cased,
    vocabulary,
)
from nlp.words import Region
from nlp.words.places import LEVELS, RegionMention, find_regions, joined, region_at, words_of

_BRACKET: Final = re.compile(r"\s*\(\s*([A-Za-z][\w/&. \-]{0,28}?)\s*\)")
_OVER_A_LINE: Final = re.compile(r"[ \t]*\n?[ \t]*")
_UPT: Final = frozenset({"upt", "uptd", "uptb"})
# The degree behind a name that a hospital bears: `RSUD dr. Adhyatma, MPH`.
_DEGREE: Final = re.compile(
    r"(?:MPH|MARS|MM|SKM|DTM|PhD|M\.\s?(?:Kes|Si|M|Sc|Ked|H)|S\.\s?(?:K\.M|Ked|H|E)|Sp\.\s?[A-Z]\w*)\b"
)
# Words that begin the next institution in a list, so that none of them goes on with the name before.
_DAY_FOLLOWS: Final = re.compile(
    r",\s*(?:tanggal\s+)?(?:\d{1,2}\b|[.…_]{2,}|(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu|Januari|Februari|Pebruari|Maret|April|Mei|"
    r"Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember)\b)"
)
_NEXT_NAME: Final = (
    AGENCY_HEADS
    | LEARNING_HEADS
    | COMPANY_HEADS
    | set(FACULTIES)
    | set(GOVERNMENT_SHORT)
    | {"pemerintah", "kementerian"}
)
# A name that a line end breaks does not go on with one of these: there the next agency of a list or a table begins.
_HEADS_OF_LINES: Final = frozenset(
    "dinas badan inspektorat kecamatan kelurahan satuan biro bagian rumah rsud puskesmas upt uptd".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before its region is settled: `stem` is the name without the region."""

    start: int
    end: int
    after: int
    stem: str
    kind: str
    region: RegionMention | None = None
    short: str = ""  # the short form it was written in
    takes_region: bool = True
    level: str | None = None  # of the region it must have
    known: bool = (
        True  # made of words that agencies bear; a name with others (`Geopark Belitong`) takes no guessed region
    )


class NameReader:
    """One text's words; `context` is the region that a bare name is likely to belong to."""

    def __init__(self, text: str, context: Region | None) -> None:
        self.text = text
        self.words = words_of(text)
        self.context = context

    def lower(self, index: int) -> str:
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """What stands between the word before `index` and the one at it."""
        return self.text[self.words[index - 1].end : self.words[index].start]

    def adjacent(self, index: int) -> bool:
        """Whether the word at `index` may go on the name of the word before it."""
        return 0 < index < len(self.words) and joined(self.text, self.words[index - 1], self.words[index])

    def proper(self, index: int) -> bool:
        return self.words[index].text[0].isupper() or self.words[index].lower in LEVELS

    # -- regions -------------------------------------------------------------------------------------------------------
    def bracket(self, index: int) -> tuple[int, int, str] | None:
        """A short bracket after the word before `index`: where it ends, the index of the word after it, what it says."""
        match = _BRACKET.match(self.text, self.words[index - 1].end)
        if match is None:
            return None
        after = index
        while after < len(self.words) and self.words[after].start < match.end():
            after += 1
        return match.end(), after, match.group(1)

    def region(self, index: int, *, level: str | None = None) -> RegionMention | None:
        """The region that goes on a name at `index`, over a line end or a bracket."""
        if self.adjacent(index) and "," not in self.gap(index):
            found = region_at(self.text, self.words, index, level=level)
            if found is not None and (found.explicit or (self.proper(index) and not self._heads_a_date(found, index))):
                return found
        bracket = self.bracket(index)
        if bracket is not None and bracket[1] < len(self.words):
            end, after, _ = bracket
            if _OVER_A_LINE.fullmatch(self.text, end, self.words[after].start):
                found = region_at(self.text, self.words, after, level=level)
                if found is not None and (found.explicit or self.proper(after)):
                    return found
        return None

    def _heads_a_date(self, found: RegionMention, index: int) -> bool:
        """`… SUMBER DAYA MANUSIA` above `Kupang, 17 Februari 2025`: the place of the letter is no part of the name."""
        return "\n" in self.gap(index) and _DAY_FOLLOWS.match(self.text, found.end) is not None

    def region_here(self, index: int) -> bool:
        found = region_at(self.text, self.words, index)
        return found is not None and self.proper(index)

    def choose(self, named: RegionMention, level: str | None) -> tuple[Region | None, bool]:
        """The one region meant, and whether that is sure; None where the text leaves a twin name open."""
        candidates = [region for region in named.candidates if level is None or region.kind == level] or list(
            named.candidates
        )
        if len(candidates) == 1:
            return candidates[0], True
        said = self.explicit_regions
        known = [region for region in candidates if said[region.code]]
        if len(known) == 1:
            return known[0], True
        if known:
            return max(known, key=lambda region: said[region.code]), False
        if self.context in candidates:
            return self.context, False
        province = next((region for region in candidates if region.kind == "provinsi"), None)
        return (province, False) if province is not None else (None, False)

    @cached_property
    def explicit_regions(self) -> Counter[str]:
        """How often each region is named with its level (`Kota Malang`, `Pemkot Malang`): what settles a bare twin name."""
        said = [mention.candidates[0].code for mention in find_regions(self.text) if len(mention.candidates) == 1]
        for index, word in enumerate(self.words):
            level = GOVERNMENT_SHORT.get(word.lower) or OFFICES.get(word.lower)
            below = index + 2 if word.lower == "wali" else index + 1
            if level is not None and self.adjacent(below):
                named = region_at(self.text, self.words, below, level=level)
                said += [named.candidates[0].code] if named is not None and len(named.candidates) == 1 else []
        return Counter(said)

    # -- names ---------------------------------------------------------------------------------------------------------
    def written(self, first: int, after: int) -> str:
        """The words `first` to `after` as a name: capitals set right, marks kept."""
        said = self.words[first:after]
        shouting = all(word.text.isupper() or not word.text.isalpha() for word in said)
        shouting = shouting and (
            len(said) > 1 or len(said[0].text) > 6
        )  # one short word in capitals is an abbreviation
        shouting = shouting and not (len(said) == 2 and said[0].lower in _UPT and len(said[1].text) < 5)
        parts: list[str] = []
        for position, word in enumerate(said):
            if position:
                gap = self.text[said[position - 1].end : word.start]
                mark = next((mark for mark in ",./-" if mark in gap), "")
                dot = ". " if " " in gap or "\n" in gap else "."
                parts.append({",": ", ", ".": dot, "/": "/", "-": "-"}.get(mark, " "))
            parts.append(cased(word.text, shouting=shouting))
        return "".join(parts).replace("&", "dan")

    def name_end(self, index: int, *, unknown: int = 5, small: bool = True, person: bool = False) -> int:
        """The index after the words that go on a name at `index`: words that agencies bear, and capitalised ones.

        `person`: the name of one may follow, with titles and initials (`RSUD Prof. Dr. W. Z. Johannes`).
        """
        position = last = index
        while position < len(self.words) and self.adjacent(position):
            word = self.words[position]
            before = self.words[position - 1]
            gap = self.gap(position)
            initial = person and (before.lower in TITLES or len(before.text) == 1 or before.text == "Sp")
            graded = (
                before.lower == "tk" and re.fullmatch("[IVX]{1,3}", word.text) is not None
            )  # `Tk. III` of a hospital
            if "." in gap and not initial and not graded:
                break
            degree = person and "," in gap and _DEGREE.match(self.text, word.start) is not None
            if "," in gap and word.lower != "dan" and not degree and not self._list_goes_on(position):
                break
            if word.lower == "dan" and small:
                if not self._goes_on_after_dan(position + 1):
                    break
                position += 1
                continue
            if self.region_here(position) or ("\n" in gap and word.lower in _HEADS_OF_LINES):
                break
            if person and (word.lower in TITLES or (len(word.text) == 1 and word.text.isupper())):
                unknown = max(unknown, 3)
            elif not self._goes_on(position, index):
                if not self._may_be_of_a_name(position, gap) or unknown <= 0:
                    break
                unknown -= 1
            position += 1
            last = position
        return last

    def _goes_on(self, position: int, index: int) -> bool:
        """Whether the word is one that agencies' names are made of."""
        word = self.words[position]
        return word.lower in vocabulary() and (
            word.text[0].isupper() or position == index or not self.words[index - 1].text[0].isupper()
        )

    def _may_be_of_a_name(self, position: int, gap: str) -> bool:
        word, before = self.words[position], self.words[position - 1]
        return (
            word.text[0].isupper() and word.lower not in STOP and word.lower not in LEVELS and "\n" not in gap
            and word.lower not in AGENCY_HEADS and word.lower not in FACULTIES and word.lower != "kementerian"
            and not (before.text.isupper() and len(before.text) > 4 and not word.text.isupper())
        )  # fmt: skip

    def _goes_on_after_dan(self, position: int) -> bool:
        if not self.adjacent(position):
            return False
        word = self.words[position]
        # `Dinas Arsip dan Perpustakaan`: a library is a matter of agencies too.
        head = word.lower in AGENCY_HEADS and word.lower != "perpustakaan"
        if head or word.lower in agency_names().branches.keys() - vocabulary():
            return False
        if word.lower in vocabulary() and (word.text[0].isupper() or self.words[position - 2].text.islower()):
            return True
        return self._reaches_region(position)

    def _list_goes_on(self, position: int) -> bool:
        """Whether `, X` goes on one agency's name (`Komunikasi, Informatika dan Statistik`), not a list of agencies."""
        for step in range(position, min(position + 9, len(self.words))):
            word = self.words[step]
            if word.lower == "dan":
                return step > position and self._goes_on_after_dan(step + 1)
            if (
                word.lower not in vocabulary()
                or not word.text[0].isupper()
                or word.lower in AGENCY_HEADS
                or not self.adjacent(step)
            ):
                return False
        return False

    def _reaches_region(self, position: int) -> bool:
        """Whether capitalised words lead from here straight to `Kota X`, `Kabupaten X`, `Provinsi X`: then they are of the name."""
        for step in range(position, min(position + 6, len(self.words))):
            word = self.words[step]
            if step > position and (not self.adjacent(step) or "," in self.gap(step) or "\n" in self.gap(step)):
                return False
            found = region_at(self.text, self.words, step)
            if found is not None and self.proper(step):
                return found.explicit and step > position
            if word.lower == "dan":
                continue
            if (
                not word.text[0].isupper() or word.lower in _NEXT_NAME or word.lower in STOP or word.lower in LEVELS
                or word.lower in bodies().branches or word.lower in agency_names().branches.keys() - vocabulary()
            ):  # fmt: skip
                return False
        return False
