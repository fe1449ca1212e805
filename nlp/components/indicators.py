"""Stated performance figures of an institution: SAKIP, Indeks Reformasi Birokrasi, IP ASN, SPBE and their like.

A figure counts where its name, its value and whose it is stand together: in one sentence or line, in two that follow each other,
or in a table whose rows or columns name them. Targets, hopes and the scores of single agencies within a region are no figures
achieved.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.indicator_measures import ANY, MEASURES, VALUES, cues_of
from nlp.components.indicator_words import (
    AND_THEN,
    CAME_FROM,
    KEPT,
    NEXT_YEARS,
    OPENS,
    REACHED,
    RISE,
    SAME_AS,
    SAME_YEAR,
    SENTENCE,
    STATES_OWNER,
    TARGET,
    UNITS,
    WITHIN,
    YEAR,
    YEAR_BEHIND,
    Owner,
    Owners,
    year_of,
)
from nlp.components.institutions import government_of, region_of
from nlp.extraction import Indicator
from nlp.facts import Facts
from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock

Values = list[tuple[re.Match[str], int | None]]
_LED: Final = re.compile(r"\b(?:predikat|nilai|skor|kategori|meraih|memperoleh|level)\s+$", re.IGNORECASE)
_LEADS_TO_NAME: Final = re.compile(
    r"(?:untuk|pada|dalam|atas|di)?\s*(?:nilai|penilaian|evaluasi|hasil evaluasi|indeks)?", re.IGNORECASE
)
_RISES_FROM: Final = re.compile(r"\b(?:dari|semula)\s+$", re.IGNORECASE)
_NO_ACHIEVEMENT: Final = re.compile(r"target|sasaran|rencana|selisih|gap|bobot|no\b", re.IGNORECASE)
# Formats whose paragraphs come whole; of the others a line may be half a sentence.
_WHOLE_PARAGRAPHS: Final = frozenset({"docx", "pptx", "odt", "odp"})
_ROW: Final = re.compile(r"[^.:=\n]{3,40}[ \t][:=][ \t]")
_NOTHING_COUNTED: Final = re.compile(r"\s*(?:[.,;:()]|$|pada\b|tahun\b|poin\b|persen\b|%)")
_NUMBERING: Final = re.compile(r"\W*(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\W*")
# A year behind one of these is not the one that is scored.
_NOT_SCORED: Final = re.compile(TARGET.pattern + r"|\b(?:sejak|mulai|hingga|sampai|nomor|no)\b", re.IGNORECASE)
_LIST_MARK: Final = re.compile(r"\s*(?:[-•–>*»✓➢❖]|\(?(?:\d{1,2}|[a-z])[.)]\s)")


@dataclass(slots=True)
class _Said:
    """The measure last spoken of, for what the next sentence says of another institution."""

    number: int
    name: str
    end: int
    year: int | None
    valued: bool  # it had a value
    owner: Owner | None


class _Finder:
    """Looks for figures in one document, passage by passage."""

    def __init__(self, source: Source, facts: Facts) -> None:
        self.source = source
        self.text = source.text
        home = next((party.name for party in facts.parties if party.role == "home"), None)
        region = region_of(home) if home else None
        writer = Owner(0, 0, government_of(region) if region else None, home) if home else None
        self.owners = Owners(self.text, facts.institutions, writer)
        self.last_year: int | None = None
        self.said: _Said | None = None
        self.found: list[Indicator] = []

    def add(
        self, number: int, owner: Owner | None, value: str, year: int | None, start: int, end: int, sure: float, said: str,
        *, apart: bool = False,
    ) -> None:  # fmt: skip
        """Note a figure, unless it is noted already; `apart`: a further one of the same owner, of another year."""
        measure = MEASURES[number]
        who = owner.name(measure) if owner is not None else None
        if owner is None and self.owners.home is not None:
            who = self.owners.home.government
        value = " ".join(value.split())
        name = measure.name or " ".join(re.sub(r"\([^)]*\)", "", said).split())
        known = any(
            item.name == name and item.owner == who
            and ((item.year == year and not (apart and year is None)) or item.value == value)
            for item in self.found
        )  # fmt: skip
        if not known and measure.plausible(value):
            self.found.append(Indicator(name, who, value, year, self.source.evidence(start, end), sure))

    # -- running text --------------------------------------------------------------------------------------------------
    def sentence(self, start: int, end: int) -> None:
        """Every figure in `text[start:end]`, one sentence or line."""
        cues = list(ANY.finditer(self.text, start, end))
        if not cues:
            self.goes_on(start, end)
            return
        first = len(self.found)
        for position, cue in enumerate(cues):
            following = cues[position + 1].start() if position + 1 < len(cues) else end
            number = int((cue.lastgroup or "m0")[1:])
            hit = self.value_after(number, cue.end(), following)
            if hit is None:
                hit = self.value_before(number, cues[position - 1].end() if position else start, cue.start())
            named = next(iter(self.owners.between(cue.end(), following)), None)
            owner = named or self.owners.before(cue.start(), MEASURES[number])
            self.said = _Said(number, cue.group(), end, self.year_within(cue.end(), following), False, owner)
            before = self.text[start : cue.start()]
            aimed = TARGET.search(before.rsplit(",", 1)[-1][-60:])
            if WITHIN.search(before) or (aimed and not (hit is not None and self.reached(cue, hit))):
                self.said = None
            elif hit is not None:
                self.take(number, start, cue, hit, following)
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
        first, last = min(cue.start(), hit.start()), max(cue.end(), hit.end())
        sure = 0.9 if owner else 0.6
        series = self.series(number, hit, year, following)
        self.said = _Said(number, cue.group(), following, series[-1][1], True, owner)
        for value, its_year in series:
            place = (first, last) if value is hit else value.span()
            self.add(number, owner, value.group(), its_year, *place, sure, cue.group(), apart=value is not series[0][0])
        self.others(number, cue.group(), series[-1][0], series[-1][1], following)

    def others(self, number: int, said: str, value: re.Match[str], year: int | None, following: int) -> None:
        """`…, sedangkan Pemkab Ngada masih B`, `…, sama dengan Kabupaten Purworejo`."""
        same = SAME_AS.match(self.text, value.end(), following)
        alike = self.owners.between(same.end(), following)[:1] if same is not None else []
        if alike and alike[0].start == (same.end() if same else 0):
            self.add(number, alike[0], value.group(), year, value.start(), alike[0].end, 0.85, said)
        position = value.end()
        while True:
            nearby = self.owners.between(position, following)[:1]
            ours = self.owners.ours(self.text, position, following)
            if ours is not None and (not nearby or ours.start < nearby[0].start):
                nearby = [ours]
            if not nearby or nearby[0].start - position >= 70:
                return
            other = nearby[0]
            bridge = self.text[position : other.start]
            if re.search(r"[.!?]\s", bridge) or len(re.findall(r"\w+", AND_THEN.sub(" ", bridge, count=1))) > 4:
                return
            after = self.value_after(number, other.end, following)
            if after is None or TARGET.search(self.text[other.end : after.start()]):
                return
            its_year = self.year_for(other.start, other.start, after, following) or year
            self.add(number, other, after.group(), its_year, other.start, after.end(), 0.85, said)
            position = after.end()

    def goes_on(self, start: int, end: int) -> None:
        """A sentence without a figure's name: `Adapun Kalimantan Tengah meraih 298`, of the figure spoken of just before.

        A line that is a value and nothing else gives the line above its value, as on a slide.
        """
        said = self.said
        if said is None or not 0 <= start - said.end < 40:
            self.said = None
            return
        number = said.number
        alone = VALUES[number].match(self.text, start)
        if (
            alone is not None
            and not said.valued
            and not re.search(r"\w", re.sub(r"\([^)]*\)", "", self.text[alone.end() : end]))
        ):
            self.add(number, said.owner, alone.group(), said.year, start, alone.end(), 0.75, said.name)
            self.said = None
            return
        opening = OPENS.match(self.text, start, end)
        first = opening.end() if opening is not None else start
        other = next((owner for owner in self.owners.between(first, end) if owner.start == first), None)
        other = other or self.owners.ours(self.text, first, min(end, first + 5))
        value = self.value_after(number, other.end, end) if other is not None else None
        if other is None or value is None or not self.is_figure(said, value, end):
            self.said = None
            return
        year = self.year_for(other.start, other.start, value, end) or said.year
        series = self.series(number, value, year, end)
        for later, its_year in series:
            self.add(number, other, later.group(), its_year, other.start, later.end(), 0.8, said.name, apart=True)
        self.said = replace(said, end=end, year=year, valued=True)

    def is_figure(self, said: _Said, value: re.Match[str], end: int) -> bool:
        """Whether a value without its name is more than a count: by decimals or letters, or because nothing counted follows it."""
        if re.search(r"[,.]\d|^\D", value.group()):
            return True
        return said.valued and _NOTHING_COUNTED.match(self.text, value.end(), end) is not None

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
                replace(item, year=year) if item.year is None else item for item in self.found[first:]
            ]

    # -- values --------------------------------------------------------------------------------------------------------
    def series(self, number: int, hit: re.Match[str], year: int | None, following: int) -> Values:
        """`62,11 (2020), 63,40 (2021)`, `tahun 2022 B dan tahun 2023 BB`, `dari B menjadi BB`: values of the years of one owner."""
        limit = min(following, hit.end() + 160)
        rising = _RISES_FROM.search(self.text, max(0, hit.start() - 12), hit.start()) is not None
        found: Values = [(hit, year)]
        position = hit.end()
        for match in VALUES[number].finditer(self.text, position, limit):
            if _is_year(match):
                continue
            bridge = self.text[position : match.start()]
            own, joint = None, NEXT_YEARS.match(bridge)
            if joint is None and (own := YEAR_BEHIND.match(bridge)) is not None:
                joint = NEXT_YEARS.match(bridge, own.end() + (bridge[own.end() : own.end() + 1] == ")"))
            behind = YEAR_BEHIND.match(self.text, match.end(), min(following, match.end() + 45))
            joint = joint or CAME_FROM.match(bridge, own.end() if own is not None else 0)
            rise = RISE.fullmatch(bridge) if rising and len(found) == 1 else None
            if rise is not None:
                found = [(hit, int(rise["year"]) if rise["year"] else None)]
                found.append((match, year_of(behind["year"]) if behind else None if rise["year"] else year))
            elif (
                joint is not None and (joint["before"] or behind) and not UNITS.match(self.text, match.end(), following)
            ):
                if own is not None:
                    found[-1] = (found[-1][0], year_of(own["year"]))
                stated = joint["before"] or (behind["year"] if behind else None)
                # `predikat B, masing-masing 62,11 (2020), …`: the letter sums up what follows.
                found = [] if "masing-masing" in bridge else found
                found.append((match, year_of(stated) if stated else None))
            else:
                break
            position = match.end()
        return found

    def value_after(self, number: int, start: int, end: int) -> re.Match[str] | None:
        """The first value after a name with only words of stating between them."""
        for match in VALUES[number].finditer(self.text, start, min(end, start + 170)):
            if (UNITS.match(self.text, match.end(), end) and not match.group().isupper()) or _is_year(match):
                continue
            stated = self.owners.only_states(self.text, start, match.start())
            return match if stated and not TARGET.search(self.text, start, match.start()) else None
        return None

    def value_before(self, number: int, start: int, cue: int) -> re.Match[str] | None:
        """`predikat A untuk SAKIP`, `nilai 4,1 pada indeks SPBE`, `meraih WTP … opini`."""
        last: re.Match[str] | None = None
        for match in VALUES[number].finditer(self.text, max(start, cue - 60), cue):
            last = match
        if last is None or _is_year(last) or not _LED.search(self.text, max(start, last.start() - 20), last.start()):
            return None
        return last if _LEADS_TO_NAME.fullmatch(self.text[last.end() : cue].strip()) else None

    def owner_for(self, start: int, cue: re.Match[str], hit: re.Match[str], following: int) -> Owner | None:
        """Whose the value is: who is named between name and value, else just behind, else last before."""
        if cue.start() < hit.start():
            between = self.owners.between(cue.start(), hit.start())
            ours = self.owners.ours(self.text, cue.end(), hit.start())
            if between or ours is not None:
                return between[0] if between else ours
        before = self.owners.before(cue.start(), MEASURES[int((cue.lastgroup or "m0")[1:])])
        behind = [
            owner
            for owner in self.owners.between(hit.end(), min(max(following, cue.end()), hit.end() + 80))
            if STATES_OWNER.fullmatch(self.text[max(hit.end(), cue.start()) : owner.start])
        ]
        # `Dengan predikat A, Kabupaten Badung menjadi rujukan`: who follows counts where the sentence named nobody before.
        named = before is not None and before.start >= start
        return behind[0] if behind and (hit.start() < cue.start() or not named) else before

    # -- years ---------------------------------------------------------------------------------------------------------
    def year_for(self, start: int, cue: int, hit: re.Match[str], following: int) -> int | None:
        """The year stated between name and value, just after the value, or at the sentence's head."""
        low, high = min(cue, hit.start()), max(hit.end(), cue)
        behind = YEAR_BEHIND.match(self.text, hit.end(), min(following, hit.end() + 60))
        inside = list(YEAR.finditer(self.text, low, high + 20 if hit.start() < cue else high))
        if inside:
            self.last_year = year_of(inside[-1].group(1))
        elif behind is not None:
            self.last_year = year_of(behind["year"])
        elif not SAME_YEAR.search(self.text, start, high):
            ahead = list(YEAR.finditer(self.text, start, low))
            if not ahead or re.search(r"\b(?:nomor|no)\b", self.text[start:low], re.IGNORECASE):
                return None
            self.last_year = year_of(ahead[-1].group(1))
        return self.last_year

    def year_within(self, start: int, end: int) -> int | None:
        match = YEAR.search(self.text, start, end)
        return year_of(match.group(1)) if match is not None else None

    # -- tables --------------------------------------------------------------------------------------------------------
    def table(self, cells: list[SourceBlock]) -> None:
        """Figures of a table: the name in the row's first cells or in the column's header, the owner in the other."""
        rows: dict[int, list[SourceBlock]] = {}
        for cell in cells:
            rows.setdefault(cell.block.row or 0, []).append(cell)
        heads = {cell.block.column or 0: cell for cell in rows.get(min(rows), [])}
        caption = self.owners.before(cells[0].start, MEASURES[-1])
        for number_of_row, row in sorted(rows.items()):
            if number_of_row == min(rows):
                continue
            row.sort(key=lambda cell: cell.block.column or 0)
            named = next((cell for cell in row[:3] if ANY.search(cell.text)), None)
            for cell in row:
                head = heads.get(cell.block.column or 0)
                if _NO_ACHIEVEMENT.search(head.text if head is not None else cell.block.header or ""):
                    continue
                if named is not None and cell is not named:
                    if cell.start > named.start:
                        self.cell(cell, named, head, caption)
                elif named is None and head is not None and ANY.search(head.text):
                    owner = next(iter(self.owners.between(row[0].start, row[-1].end)), None)
                    self.cell(cell, head, None, owner or caption)

    def cell(self, cell: SourceBlock, named: SourceBlock, head: SourceBlock | None, fallback: Owner | None) -> None:
        """The value in one cell; `named` holds the figure's name, `head` the column's."""
        cue = ANY.search(named.text)
        if cue is None or re.search(r"target|sasaran", named.text, re.IGNORECASE):
            return
        number = int((cue.lastgroup or "m0")[1:])
        match = VALUES[number].match(cell.text.strip())
        if match is None or _is_year(match):
            return
        if len(re.findall(r"\w+", re.sub(r"\([^)]*\)", "", cell.text.strip()[match.end() :]))) > 2:
            return
        owners = self.owners.between(head.start, head.end) if head is not None else []
        if head is not None and (ours := self.owners.ours(self.text, head.start, head.end)) is not None:
            owners = owners or [ours]
        owner = owners[0] if owners else next(iter(self.owners.between(named.start, named.end)), fallback)
        years = [YEAR.search(part) for part in (cell.text, head.text if head else "", named.text)]
        year = next((year_of(found.group(1)) for found in years if found is not None), None)
        offset = cell.start + (len(cell.text) - len(cell.text.lstrip()))
        sure = 0.9 if owners else 0.75
        self.add(
            number, owner, match.group(), year, offset, offset + match.end(), sure, cue.group(), apart=year is not None
        )


def _is_year(match: re.Match[str]) -> bool:
    return YEAR.fullmatch(match.group()) is not None


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in SENTENCE.finditer(text, start, end):
        if _NUMBERING.fullmatch(text, position, match.start()) is None:
            yield position, match.start()
        position = match.end()
    yield position, end


def _passages(source: Source) -> Iterator[tuple[int, int]]:
    """Paragraphs, list items and lines outside of tables, the lines of a broken paragraph joined."""
    begun: tuple[int, int] | None = None
    by_lines = source.pages.format not in _WHOLE_PARAGRAPHS
    for block in source.blocks:
        if block.block.kind is BlockKind.RUNNING or (
            block.block.kind is BlockKind.CELL and block.block.table is not None
        ):
            continue
        listed = block.block.kind is BlockKind.LIST_ITEM
        if begun is not None and by_lines and _broken(source.text, *begun, block.start, listed=listed):
            begun = begun[0], block.end
            continue
        if begun is not None:
            yield begun
        begun = block.start, block.end
    if begun is not None:
        yield begun


def _broken(text: str, start: int, end: int, following: int, *, listed: bool) -> bool:
    """Whether the line at `following` goes on with the sentence that the one before it, ending at `end`, has begun."""
    last_line = text[max(start, text.rfind("\n", start, end) + 1) : end].rstrip()
    if text[end:following].strip(" \t") != "\n":
        return False
    if last_line.count("(") > last_line.count(")"):  # `82,37 (predikat` / `A) serta …`
        return True
    if listed or last_line[-1:] in ".!?:;" or _LIST_MARK.match(text, following) or _ROW.match(text, following):
        return False
    return len(last_line) >= 45 or text[following : following + 1].islower()


def find_indicators(source: Source, facts: Facts) -> list[Indicator]:
    """Every stated figure with whose it is, its value as written and the year that is scored, in order."""
    cues = cues_of(source.text)
    if not cues:
        return []

    def has_cue(start: int, end: int) -> bool:
        index = bisect_left(cues, start)
        return index < len(cues) and cues[index] < end

    finder = _Finder(source, facts)
    for start, end in _passages(source):
        if has_cue(start, end) or finder.said is not None:
            for sentence in _sentences(source.text, start, end):
                finder.sentence(*sentence)
    tables: dict[tuple[int, int], list[SourceBlock]] = {}
    for block in source.blocks:
        if block.block.kind is BlockKind.CELL and block.block.table is not None:
            tables.setdefault((block.page.number, block.block.table), []).append(block)
    for cells in tables.values():
        named = [cell for cell in cells if has_cue(cell.start, cell.end)]
        if named:
            finder.table(cells)
        for cell in named:
            if not re.search(r"target|rekomendasi|saran|rencana", cell.block.header or "", re.IGNORECASE):
                finder.said = None
                for sentence in _sentences(source.text, cell.start, cell.end):
                    finder.sentence(*sentence)
    return sorted(finder.found, key=lambda item: (item.evidence.page, item.evidence.start))


class Indicators:
    """Fills `facts.indicators`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.facts.indicators = find_indicators(doc._.source, doc._.facts)
        return doc


@Language.factory("indicators")
def make_indicators(nlp: Language, name: str) -> Indicators:
    """The factory spaCy calls."""
    return Indicators()
