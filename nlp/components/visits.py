"""Visits that a document proposes, promises, asks for or hopes for; those that took place are none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.letter_parties import ADDRESSED
from nlp.components.programme_words import STUDY
from nlp.components.recommendation_units import Unit, flat, units_of
from nlp.components.tables import is_label
from nlp.components.visit_ends import Way
from nlp.components.visit_names import Side
from nlp.components.visit_sides import Sides
from nlp.components.visit_times import Times, When
from nlp.components.visit_travel import speaks_of_journey, way_of_journey
from nlp.components.visit_words import (
    RETURN,
    VISIT,
    WEAK_VISIT,
    is_past,
    is_planned,
    is_to_come,
    purpose,
    speaks_of_visit,
)
from nlp.extraction import DateType, Kind, Visit
from nlp.facts import Facts
from nlp.pages import BlockKind
from nlp.source import Source

_I = re.IGNORECASE
_LONGEST = 3000  # characters of a sentence; what is longer is no sentence
_SENTENCE = re.compile(
    r"(?:(?<=[a-z0-9)”\"])(?<!\bs\.d)(?<!\bs\. d)|(?<=[A-Z][A-Z]))\.[”\"]?\s+(?=[A-Z“\"(])|\n\s*\n|\n\s*[.*>+~»•–-]\s+(?=[A-Z])"
)
_AND_WILL = re.compile(
    r";\s+(?=[^;]{30})|,\s+(?:dan|sedangkan|sementara|lalu|kemudian|sebaliknya|and|while)\s+(?=[^,.;]{3,70}\s(?:akan|will|berencana|berjanji)\s)",
    _I,
)
_ABBREVIATED = re.compile(r"\b(?:s\.\s?d|tgl|no|jl)\.$", _I)  # a line breaks behind `14 s.d.`, its sentence goes on
_VISIT_LABEL = re.compile(r"\b(?:kunjungan|lawatan|visitasi|" + STUDY + r"|visits?)\b", _I)
# The last lines of `Yth. … di – Tempat`; a letter's first sentence may hang on to them.
_ADDRESS = re.compile(r"\n[ \t]*di\s*[-–—]?\s*[A-Z][A-Za-z .]{2,40}\n")
_LONGEST_ADDRESS = 400  # characters
_ASKS_FOR_VISIT = re.compile(
    r"\b(?:undangan|permohonan|rencana|pemberitahuan|izin|pelaksanaan|konfirmasi|jadwal|kesediaan)\b.*\b(?:kunjungan|"
    + STUDY
    + r")\b",
    _I,
)
_CLOSING = re.compile(r"\W*demikian(?:lah)?\b", _I)
_LONGEST_NOTE = 160  # characters of a line without a verb
_LONGEST_LABEL = 60  # characters
_ENTRY = re.compile(r"^\W*(?P<who>[^:;\n]{3,80}?)\s+(?:ke|menuju)\s+(?P<where>[^:;\n]{3,80}).*$", re.M)


class Visits:
    """Fills `facts.visits`."""

    def __call__(self, doc: Doc) -> Doc:
        facts: Facts = doc._.facts
        if facts.kind is not Kind.OTHER:
            facts.visits = find_visits(doc._.source, facts)
        return doc


def find_visits(source: Source, facts: Facts) -> list[Visit]:
    """Every visit to come, one entry for each visitor, host and time."""
    finder = _Finder(source, facts)
    return _merged(finder.visits()) or list(finder.asked_for_by_letter())


class _Finder:
    def __init__(self, source: Source, facts: Facts) -> None:
        self.source = source
        self.facts = facts
        self.agreement = facts.kind in (Kind.MOU, Kind.AGREEMENT)
        self.letter = facts.kind is Kind.LETTER
        addressed = ADDRESSED.search(source.text) if self.letter else None
        self.body = addressed.end() if addressed is not None else 0
        self.sides = Sides(facts, source.text)
        self.times = Times(source, facts)

    def visits(self) -> Iterator[Visit]:
        heading = beside = ""
        for run in _runs(units_of(self.source)):
            if len(run) == 1 and is_label(run[0]):
                heading = run[0].text
            cell = run[0].kind is BlockKind.CELL
            if self.agreement and (entries := list(self._entries(run, beside if cell else heading))):
                yield from entries
            elif any(speaks_of_visit(unit.text) for unit in run):
                for start, end in self._sentences(run[0].start, run[-1].end):
                    yield from self._of_sentence(start, end, heading, self._row_of(run[0]) if cell else "")
            elif any(speaks_of_journey(unit.text) for unit in run) and not is_label(run[0]):
                for start, end in self._sentences(run[0].start, run[-1].end):
                    yield from self._of_sentence(start, end, "")
                heading = heading if run[0].mark_kind else ""
            elif not is_label(run[0]):
                heading = heading if run[0].mark_kind else ""
            beside = run[0].text if cell else ""

    def asked_for_by_letter(self) -> Iterator[Visit]:
        """What a letter's subject announces, on the days that its rows state."""
        subject = self.facts.title or ""
        when = self.times.of_letter() if self.letter and _ASKS_FOR_VISIT.search(subject) else None
        home, host = self.sides.home, self.sides.host
        start = next((fact for fact in self.facts.dates if fact.type is DateType.START), None)
        if when is None or home is None or host is None or start is None:
            return
        returns = RETURN.search(subject) is not None
        invites = subject.casefold().startswith("undangan")  # its sender is the host of that visit
        visitor, visited = (host, home) if returns and not invites else (home, host)
        yield Visit(
            visitor=visitor.name,
            host=visited.name,
            reciprocal=returns,
            start=when.first,
            end=when.last,
            when_text=when.text,
            purpose=None,
            evidence=start.evidence,
            confidence=0.6,
        )

    def _sentences(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        text = self.source.text[first:last]
        start = 0
        for match in _SENTENCE.finditer(text):
            yield from self._clauses(first + start, first + match.start() + 1)
            start = match.end()
        yield from self._clauses(first + start, last)

    def _clauses(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """`X akan ke Y pada …, dan Y akan membalas kunjungan itu pada …`: two visits, each in a clause of its own."""
        text = self.source.text
        for match in _AND_WILL.finditer(text, start, end):
            sides = flat(text[start : match.start()]), flat(text[match.end() : end])
            if all(VISIT.search(side) or RETURN.search(side) for side in sides):
                yield start, match.start()
                start = match.end()
        yield start, end

    def _row_of(self, cell: Unit) -> str:
        """The text of the cells of the row that the cell stands in; it may state the time of what the cell plans."""
        place = cell.owner.table, cell.owner.row, cell.page
        cells = [unit for unit in units_of(self.source) if unit.kind is BlockKind.CELL]
        return "; ".join(
            unit.text
            for unit in cells
            if (unit.owner.table, unit.owner.row, unit.page) == place and unit.start != cell.start
        )

    def _of_sentence(self, start: int, end: int, heading: str, row: str = "") -> Iterator[Visit]:
        end = min(end, start + _LONGEST)
        if self.letter and (address := _ADDRESS.search(self.source.text, start, min(end, start + _LONGEST_ADDRESS))):
            start = address.end()
        sentence = self.source.text[start:end]
        line = flat(sentence)
        if self.letter and (end <= self.body + 2 or _CLOSING.match(line)):
            return  # the subject among the rows of the head, thanks at the end
        reciprocal = bool(RETURN.search(heading) or RETURN.search(line))
        if not speaks_of_visit(line) and not (speaks_of_journey(line) and self._is_ahead(sentence)):
            return  # the cheap tests come first
        sides = self.sides.named(line)
        visitors, host = self._way(sentence, line, sides, heading, row, reciprocal=reciprocal)
        if host is None and self._is_ahead(sentence):
            visitors, host = way_of_journey(line, sides, self.sides)
        when = self.times.said(sentence) or (self.times.said(row) if row else None)
        if host is None or (self.agreement and when is None and not reciprocal):
            return
        when = when or self.times.of_letter()
        yield from self._each(
            visitors, host, when, self._tight(start, sentence), reciprocal=reciprocal, named=bool(sides)
        )

    def _way(self, sentence: str, line: str, sides: Sequence[Side], heading: str, row: str, *, reciprocal: bool) -> Way:
        """Who comes to whom, by the words for a visit in the sentence."""
        stated = bool(VISIT.search(line) or RETURN.search(line))
        if stated and (
            is_to_come(line, reciprocal=reciprocal, agreement=self.agreement)
            or self._is_noted(sentence, line, heading, row)
            or (reciprocal and self.agreement and "saling" not in line and self.times.is_sharp(sentence))
        ):
            return self.sides.way(line, sides, reciprocal=reciprocal)
        if self.agreement and self.times.is_sharp(sentence):
            return self.sides.in_clause(line, sides)
        return self.sides.weakly(line, sides) if WEAK_VISIT.search(line) else ([], None)

    def _is_ahead(self, sentence: str) -> bool:
        """Whether the sentence states days or a month to come, so that people's being somewhere is a visit."""
        return self.times.is_sharp(sentence) if self.agreement else self.times.is_later(sentence)

    def _is_noted(self, sentence: str, line: str, heading: str, row: str) -> bool:
        """`Kunjungan balasan Batu ke Tomohon: Maret 2026`: no verb, but a day after the document's own, or a heading for plans."""
        if self.agreement or self.letter or not RETURN.search(line) or len(line) > _LONGEST_NOTE:
            return False
        return is_planned(line, heading) or (not is_past(line) and self.times.is_later(f"{sentence} {row}"))

    def _each(
        self,
        visitors: Sequence[str],
        host: str,
        when: When | None,
        place: tuple[int, int],
        *,
        reciprocal: bool,
        named: bool,
    ) -> Iterator[Visit]:
        """The visit of each of the visitors, as the sentence at `place` states it."""
        evidence = self.source.evidence(*place)
        line = flat(self.source.text[slice(*place)])
        for visitor in visitors:
            if visitor != host:
                yield Visit(
                    visitor=visitor,
                    host=host,
                    reciprocal=reciprocal,
                    start=when.first if when else None,
                    end=when.last if when else None,
                    when_text=when.text if when else None,
                    purpose=purpose(line),
                    evidence=evidence,
                    confidence=0.9 if reciprocal and named else 0.8 if named else 0.7,
                )

    def _entries(self, run: Sequence[Unit], heading: str) -> Iterator[Visit]:
        """`Tim Fakultas Teknik ke Rantau: 21–25 April 2025`, on a line below or beside `Kunjungan lapangan`."""
        if not _VISIT_LABEL.search(heading) or len(heading) > _LONGEST_LABEL:
            return
        first = run[0].start
        for entry in _ENTRY.finditer(self.source.text, first, run[-1].end):
            visitors, host = self.sides.of_entry(flat(entry["who"]), flat(entry["where"]))
            when = self.times.said(entry.group())
            if host is not None and when is not None and self.times.is_sharp(entry.group()):
                returns = RETURN.search(entry.group()) is not None
                yield from self._each(visitors, host, when, entry.span(), reciprocal=returns, named=True)

    def _tight(self, start: int, sentence: str) -> tuple[int, int]:
        leading = len(sentence) - len(sentence.lstrip())
        return start + leading, start + len(sentence.rstrip())


def _runs(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The units, those together that a line's end broke within a sentence."""
    run: list[Unit] = []
    for unit in units:
        if run and not (_is_open(run[-1]) and unit.mark_kind is None and unit.kind is BlockKind.PARAGRAPH):
            yield run
            run = []
        run.append(unit)
    if run:
        yield run


def _is_open(unit: Unit) -> bool:
    """Running text that no full stop ends; long enough to be no label."""
    running = unit.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(unit.text) > 50
    ended = unit.text[-1] in '.;:!?”"' and not _ABBREVIATED.search(unit.text)
    return running and not ended and not is_label(unit)


def _merged(visits: Iterator[Visit]) -> list[Visit]:
    """One entry a visit: a sentence without a day is part of the one that states it."""
    found: list[Visit] = []
    for visit in visits:
        same = next((index for index, other in enumerate(found) if _same(visit, other)), None)
        if same is None:
            found.append(visit)
        else:
            other = found[same]
            fuller, poorer = (visit, other) if other.start is None and visit.start is not None else (other, visit)
            found[same] = replace(
                fuller,
                purpose=fuller.purpose or poorer.purpose,
                when_text=fuller.when_text or poorer.when_text,
                reciprocal=fuller.reciprocal or poorer.reciprocal,
            )
    return found


def _same(visit: Visit, other: Visit) -> bool:
    if (visit.visitor, visit.host) != (other.visitor, other.host):
        return False
    days: tuple[date | None, date | None] = visit.start, other.start
    return None in days or days[0] == days[1]


@Language.factory("visits")
def make_visits(nlp: Language, name: str) -> Visits:
    return Visits()
