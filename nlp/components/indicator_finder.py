"""Performance figures in running text: the name, its value, whose it is and the year that is scored, within a sentence or line."""

import re
from dataclasses import replace
from typing import Final

from nlp.components.indicator_measures import ANY, MEASURES, VALUES
from nlp.components.indicator_notes import Notes
from nlp.components.indicator_values import Said
from nlp.components.indicator_words import (
    AND_THEN,
    KEPT,
    OPENS,
    REACHED,
    SAME_AS,
    TARGET,
    WITHIN,
    YEAR,
    Owner,
    year_of,
)

# `Opini BPK atas laporan keuangan kedua daerah tahun 2024 sama-sama WTP`
_BOTH: Final = re.compile(
    r"\b(?:kedua\s+(?:daerah|pemerintah\s+daerah|pemda|kabupaten|kota|provinsi|instansi|dinas|badan)|keduanya)\b[^.;]{0,60}?\b(?:sama-sama|sama|meraih|memperoleh|mendapat|berpredikat|adalah)\b",
    re.IGNORECASE,
)
_THOUSANDS: Final = re.compile(r"\d{1,3}\.\d{3}")
_JUST_BEFORE: Final = 40  # characters
# `Posisi terakhir (2024):`, a line between a figure's name and what each has.
_ANNOUNCES: Final = re.compile(r"[^.;\n]{3,50}:\s*")
_AIMS_AT: Final = re.compile(
    r"\W*(?:target|sasaran|harapan)\b[^.:]{0,60}:", re.IGNORECASE
)  # `Sasaran 2026: SAKIP CC, SPBE 2,60`
# Behind a semicolon, of the same owner: `tahun 2024 naik menjadi B`.
_LATER: Final = re.compile(
    r"\W*(?:(?:dan|lalu|kemudian|pada|di)\s+)*(?:tahun\s+)?(?P<year>20\d\d)\s*(?:[:=,]|(?:(?:sudah|telah|kembali|juga)\s+)*(?:naik|turun|meningkat|menurun|menjadi|meraih|memperoleh|mendapat|mencapai|tetap)\b(?:\s+(?:menjadi|ke|sebesar))?)\s*(?:(?:nilai|predikat)\s+)?",
    re.IGNORECASE,
)
_A_YEAR_BEFORE: Final = re.compile(r"\W*(?:pada\s+)?(?:setahun|tahun)\s+sebelumnya,?\s+", re.IGNORECASE)
# `WTP 12 kali berturut-turut`
_TIMES: Final = re.compile(
    r"\s*(?:(?:sebanyak|selama|untuk)\s+)?\d{1,2}\s+(?:\(\w+\)\s+)?(?:kali|tahun)\s+(?:secara\s+)?berturut",
    re.IGNORECASE,
)
_NOTHING_COUNTED: Final = re.compile(r"\s*(?:[.,;:()]|$|pada\b|tahun\b|poin\b|persen\b|%)")
# A year behind one of these is not the one that is scored.
_NOT_SCORED: Final = re.compile(TARGET.pattern + r"|\b(?:sejak|mulai|hingga|sampai|nomor|no)\b", re.IGNORECASE)


class Finder(Notes):
    """Looks for figures in one document, passage by passage."""

    # -- running text --------------------------------------------------------------------------------------------------
    def sentence(self, start: int, end: int) -> None:
        """Every figure in `text[start:end]`, one sentence or line."""
        cues = list(ANY.finditer(self.text, start, end))
        if not cues:
            self.goes_on(start, end)
            return
        first = len(self.found)
        of_another = self.respectively(cues, end)
        for position, cue in enumerate(cues):
            following = cues[position + 1].start() if position + 1 < len(cues) else end
            if of_another is not None and position + 1 == len(cues):
                following = of_another[0].start
            number = int((cue.lastgroup or "m0")[1:])
            hit = self.value_after(number, cue.end(), following)
            if hit is None:
                hit = self.value_before(number, cues[position - 1].end() if position else start, cue.start())
            named = next(iter(self.owners.between(cue.end(), following)), None)
            owner = named or self.owners.before(cue.start(), MEASURES[number])
            self.said = Said(number, cue.group(), end, self.year_within(cue.end(), following), False, owner)
            before = self.text[start : cue.start()]
            aimed = TARGET.search(before.rsplit(",", 1)[-1][-60:]) or _AIMS_AT.match(before)
            if WITHIN.search(before) or (aimed and not (hit is not None and self.reached(cue, hit))):
                self.said = None
            elif hit is not None:
                self.take(number, start, cue, hit, following)
        if of_another is not None and len(self.found) - first == len(cues):
            owner, values = of_another
            owner = replace(owner, itself=bool(self.said and self.said.owner and self.said.owner.itself))
            years = [item.year for item in self.found[first:]]
            for cue, value, year in zip(cues, values, years, strict=True):
                number = int((cue.lastgroup or "m0")[1:])
                stated = self.year_for(owner.start, owner.start, value, end) or year
                self.add(number, owner, value.group(), stated, owner.start, value.end(), 0.8, cue.group())
        self.share_year(start, end, first)

    def reached(self, cue: re.Match[str], hit: re.Match[str]) -> bool:
        """Whether a figure that words of hope stand before is one that is reached all the same."""
        if REACHED.search(self.text, cue.end(), hit.start()) is not None:
            return True
        return KEPT.match(self.text, hit.end()) is not None

    def take(self, number: int, start: int, cue: re.Match[str], hit: re.Match[str], following: int) -> None:
        """A value with its name: whose it is, of which year, and what the sentence says of others and of other years."""
        owner = self.owner_for(start, cue, hit, following)
        year = self.year_for(start, cue.start(), hit, following)
        if each := self.bracketed(number, hit, following):
            for value, its_owner in each:
                self.add(number, its_owner, value.group(), year, value.start(), its_owner.end, 0.85, cue.group())
            self.said = Said(number, cue.group(), following, year, True, each[-1][1])
            return
        first, last = min(cue.start(), hit.start()), max(cue.end(), hit.end())
        sure = 0.9 if owner else 0.6
        if not YEAR.search(self.text, hit.end(), following) and _TIMES.match(self.text, hit.end(), following):
            year = None  # of no one year
            self.lasting.add(hit.start())
        series = self.series(number, hit, year, following)
        self.said = Said(number, cue.group(), following, series[-1][1], True, owner)
        for value, its_year in series:
            place = (first, last) if value is hit else value.span()
            self.add(number, owner, value.group(), its_year, *place, sure, cue.group(), apart=value is not series[0][0])
        alone = owner is not None and owner.itself
        if _BOTH.search(self.text, start, following) and self.owners.home and self.both:
            for both in (self.owners.home, self.both):
                self.add(number, replace(both, itself=alone), hit.group(), year, first, last, 0.8, cue.group())
        self.others(number, cue.group(), series[-1][0], series[-1][1], following, after=cue.end(), alone=alone)

    def others(
        self, number: int, said: str, value: re.Match[str], year: int | None, following: int, *, after: int = 0, alone: bool
    ) -> None:  # fmt: skip
        """`…, sedangkan Pemkab Ngada masih B`, `…, sama dengan Kabupaten Purworejo`; `after`: where the figure's name ends."""
        same = SAME_AS.match(self.text, value.end(), following)
        alike = self.owners.between(same.end(), following)[:1] if same is not None else []
        if alike and alike[0].start == (same.end() if same else 0):
            self.add(
                number, replace(alike[0], itself=alone), value.group(), year, value.start(), alike[0].end, 0.85, said
            )
        position = max(value.end(), after)
        while True:
            nearby = self.owners.between(position, following)[:1]
            ours = self.owners.ours(self.text, position, following)
            if ours is not None and (not nearby or ours.start < nearby[0].start):
                nearby = [ours]
            if not nearby or nearby[0].start - position >= 70:
                return
            other = nearby[0]
            bridge = self.text[position : other.start]
            joint = len(re.findall(r"\w+", AND_THEN.sub(" ", bridge, count=1))) <= 4
            joint = joint or self.owners.only_states(self.text, position, other.start)
            if re.search(r"[.!?]\s", bridge) or not joint:
                return
            theirs = self.value_after(number, other.end, following)
            if theirs is None or TARGET.search(self.text[other.end : theirs.start()]):
                return
            its_year = self.year_for(other.start, other.start, theirs, following) or year
            self.add(
                number, replace(other, itself=alone), theirs.group(), its_year, other.start, theirs.end(), 0.85, said
            )
            position = theirs.end()

    def goes_on(self, start: int, end: int) -> None:
        """A sentence without a figure's name: a value alone, a later year's, or another's, of the figure spoken of just before."""
        said = self.said
        if said is None or not 0 <= start - said.end < _JUST_BEFORE or self._is_value_alone(said, start, end):
            self.said = None
        elif _ANNOUNCES.fullmatch(self.text, start, end):
            self.said = replace(said, end=end, year=self.year_within(start, end) or said.year)
        elif (then := self._of_later_year(said, start, end)) is not None:
            self.said = replace(said, end=end, year=then)
        else:
            self.said = self._of_another(said, start, end)

    def _is_value_alone(self, said: Said, start: int, end: int) -> bool:
        """A line that is a value and nothing else gives the line above its value, as on a slide."""
        value = VALUES[said.number].match(self.text, start)
        if value is None or said.valued or re.search(r"\w", re.sub(r"\([^)]*\)", "", self.text[value.end() : end])):
            return False
        self.add(said.number, said.owner, value.group(), said.year, start, value.end(), 0.75, said.name)
        return True

    def _of_later_year(self, said: Said, start: int, end: int) -> int | None:
        """`tahun 2024 naik menjadi B`, of the same owner: the year; None where the sentence says nothing of the kind."""
        later = _LATER.match(self.text, start, end) if said.valued else None
        value = VALUES[said.number].match(self.text, later.end(), end) if later is not None else None
        if later is None or value is None or not self.is_figure(said, value, end):
            return None
        year = year_of(later["year"])
        self.add(said.number, said.owner, value.group(), year, start, value.end(), 0.8, said.name, apart=True)
        return year

    def _of_another(self, said: Said, start: int, end: int) -> Said | None:
        """`Adapun Kalimantan Tengah meraih 298`: the figure as it was said here, None where it is no longer spoken of."""
        earlier = _A_YEAR_BEFORE.match(self.text, start, end) if said.year else None
        if earlier is not None and said.year is not None:
            said = replace(said, year=said.year - 1)
            start = earlier.end()
        other = self._owner_at_opening(start, end)
        value = self.value_after(said.number, other.end, end) if other is not None else None
        if other is None or value is None or not self.is_figure(said, value, end):
            return None
        if not self.owners.only_states(self.text, other.end, value.start(), but=0):
            return None  # `Di Lampung tunggakan mencapai 41 persen`
        other = replace(other, itself=said.owner is not None and said.owner.itself)
        year = self.year_for(other.start, other.start, value, end) or said.year
        for later, its_year in self.series(said.number, value, year, end):
            self.add(said.number, other, later.group(), its_year, other.start, later.end(), 0.8, said.name, apart=True)
        if earlier is not None:
            self.others(said.number, said.name, value, year, end, alone=other.itself)
        return replace(said, end=end, year=year, valued=True)

    def _owner_at_opening(self, start: int, end: int) -> Owner | None:
        """The institution that the sentence begins with, behind words that open one; also `kami`."""
        opening = OPENS.match(self.text, start, end)
        first = opening.end() if opening is not None else start
        other = next((owner for owner in self.owners.between(first, end) if owner.start == first), None)
        return other or self.owners.ours(self.text, first, min(end, first + 5))

    def is_figure(self, said: Said, value: re.Match[str], end: int) -> bool:
        """Whether a value without its name is more than a count: by decimals or letters, or because nothing counted follows it."""
        if _THOUSANDS.fullmatch(value.group()):
            return False
        if re.search(r"[,.]\d|^\D", value.group()):
            return True
        if self.text[max(0, value.start() - 8) : value.start()].rstrip().endswith(("|", "hal", "hal.")):
            return False  # a page's number
        return said.valued and _NOTHING_COUNTED.match(self.text, value.end(), end) is not None

    def is_lasting(self, start: int, end: int) -> bool:
        """Whether the sentence tells of what was had again and again."""
        return any(start <= place < end for place in self.lasting)

    def share_year(self, start: int, end: int, first: int) -> None:
        """The sentence's one year is that of its figures that have none: `… 82,37 serta Indeks RB 91,02 pada tahun 2023`."""
        years = {
            year_of(match.group(1))
            for match in YEAR.finditer(self.text, start, end)
            if not _NOT_SCORED.search(self.text[max(start, match.start() - 40) : match.start()])
        }
        if len(years) == 1 and not re.search(r"\b(?:naik|turun)\b", self.text[start:end], re.IGNORECASE):
            (year,) = years
            self.found[first:] = [
                replace(item, year=year) if item.year is None and not self.is_lasting(start, end) else item
                for item in self.found[first:]
            ]
