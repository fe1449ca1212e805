"""Visits that a document proposes, promises, asks for or hopes for; those that took place are none."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.date_letters import thanks
from nlp.components.date_lines import in_teaser
from nlp.components.programme_words import STUDY
from nlp.components.recommendation_units import Unit, flat, units_of
from nlp.components.story_dates import end_of_story
from nlp.components.tables import is_label
from nlp.components.visit_merging import merged, one_way
from nlp.components.visit_plans import of_subject
from nlp.components.visit_rows import of_rows
from nlp.components.visit_runs import is_day_heading, runs, sentences
from nlp.components.visit_sentences import SentenceVisits
from nlp.components.visit_travel import speaks_of_journey
from nlp.components.visit_words import RETURN, is_past, speaks_of_visit
from nlp.extraction import DateType, Kind, Visit
from nlp.facts import Facts
from nlp.pages import BlockKind
from nlp.source import Source

_I = re.IGNORECASE
_VISIT_LABEL = re.compile(r"\b(?:kunjungan|lawatan|visitasi|" + STUDY + r"|visits?)\b", _I)
_ASKS_FOR_VISIT = re.compile(
    r"\b(?:undangan|permohonan|rencana|pemberitahuan|izin|pelaksanaan|konfirmasi|jadwal|kesediaan)\b.*\b(?:kunjungan|"
    + STUDY
    + r")\b",
    _I,
)
_LONGEST_CELL = 800  # characters; what is longer is a page's column, and the cells beside it are other columns
_LONGEST_LABEL = 60  # characters
_ENTRY = re.compile(r"^\W*(?P<who>[^:;\n]{3,80}?)\s+(?:ke|menuju)\s+(?P<where>[^:;\n]{3,80}).*$", re.M)


class Visits:
    """Fills `facts.visits`."""

    def __call__(self, doc: Doc) -> Doc:
        facts: Facts = doc._.facts
        facts.visits = find_visits(doc._.source, facts)
        return doc


def find_visits(source: Source, facts: Facts) -> list[Visit]:
    """Every visit to come, one entry for each visitor, host and time."""
    finder = _Finder(source, facts)
    found = merged(finder.all())
    if facts.kind is Kind.LETTER:
        found = one_way(found)
    subject = facts.title or ""
    if found and (RETURN.search(subject) or is_past(subject) or not all(visit.reciprocal for visit in found)):
        return found
    # A letter that asks for a return visit too still has the one of its subject.
    ends = {(visit.visitor, visit.host) for visit in found}
    asked = finder.asked_for_by_letter()
    return [visit for visit in asked if (visit.visitor, visit.host) not in ends] + found


class _Finder(SentenceVisits):
    """Walks through a document to its sentences on visits and its lists of them."""

    def all(self) -> Iterator[Visit]:
        """The visit that is the paper's subject, and those of its sentences."""
        yield from of_subject(self.source, self.facts, self.thirds, self.times.today)
        yield from self.visits()
        yield from of_rows(self.source, self.facts, self.thirds, self.times, units_of(self.source))

    def visits(self) -> Iterator[Visit]:
        beside = ""
        above = None
        passed: list[tuple[Unit, bool, bool]] = []
        units = units_of(self.source)
        if self.facts.kind is Kind.NEWS:  # other articles of the page tell of other visits
            end = end_of_story(self.source, self.facts.kind)
            units = [unit for unit in units if unit.start < end and not in_teaser(self.source.text, unit.start)]
        lists = self.agreement and any(
            _VISIT_LABEL.search(unit.text) for unit in units if len(unit.text) <= _LONGEST_LABEL
        )
        for run in runs(units, slides=self.source.form == "pptx"):
            first = run[0]
            cell = first.kind is BlockKind.CELL
            speaks = any(speaks_of_visit(unit.text) for unit in run)
            passed.append((first, len(run) == 1, speaks))
            if self.facts.kind is Kind.OTHER and len(run) == 1 and is_day_heading(first.text):
                self.day = first.text
            self.paragraph = above.start if above is not None and not cell else first.start
            above = first if len(first.text) <= _LONGEST_LABEL and not cell else None
            if lists and (entries := list(self._entries(run, beside if cell else _heading(passed)))):
                yield from entries
            elif speaks:
                heading, row = (
                    _heading(passed),
                    self._row_of(first) if cell and len(first.text) <= _LONGEST_CELL else "",
                )
                for start, end in sentences(self.source.text, first.start, run[-1].end):
                    yield from self._of_sentence(start, end, heading, row)
            elif not is_label(first) and any(speaks_of_journey(unit.text) for unit in run):
                for start, end in sentences(self.source.text, first.start, run[-1].end):
                    yield from self._of_sentence(start, end, "")
            beside = first.text if cell else ""

    def asked_for_by_letter(self) -> Iterator[Visit]:
        """What a letter's subject announces, on the days that its rows state."""
        subject = self.facts.title or ""
        when = self.times.of_letter() if self.letter and _ASKS_FOR_VISIT.search(subject) else None
        home, host = self.sides.home, self.sides.host
        start = next((fact for fact in self.facts.dates if fact.type is DateType.START), None)
        if when is None or home is None or host is None or start is None:
            return
        returns = RETURN.search(subject) is not None
        # Those who thank for a visit ask for one in return; who announces a return or is invited to it is home.
        visitor, visited = (host, home) if returns and thanks(self.source.text) else (home, host)
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

    def _row_of(self, cell: Unit) -> str:
        """The text of the cells of the row that the cell stands in; it may state the time of what the cell plans."""
        place = cell.owner.table, cell.owner.row, cell.page
        return "; ".join(unit.text for unit in self._rows[place] if unit.start != cell.start)

    @cached_property
    def _rows(self) -> dict[tuple[object, object, int], list[Unit]]:
        """The cells of each row, by table, row and page."""
        rows: dict[tuple[object, object, int], list[Unit]] = {}
        for unit in units_of(self.source):
            if unit.kind is BlockKind.CELL:
                rows.setdefault((unit.owner.table, unit.owner.row, unit.page), []).append(unit)
        return rows

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


def _heading(passed: Sequence[tuple[Unit, bool, bool]]) -> str:
    """The label above the last of the runs `passed`: each its first unit, whether it is alone, whether it speaks of a visit."""
    for first, alone, speaks in reversed(passed):
        if is_label(first):
            if alone:
                return first.text
        elif not speaks and not first.mark_kind and first is not passed[-1][0]:
            return ""
    return ""


@Language.factory("visits")
def make_visits(nlp: Language, name: str) -> Visits:
    return Visits()
