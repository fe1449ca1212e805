"""Recommendations: what the writers propose should be done, with who, by when, and what it is about."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.date_lines import in_teaser
from nlp.components.proposals import Judged
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_correspondence import is_correspondence
from nlp.components.recommendation_doubles import once
from nlp.components.recommendation_judgement import calibrated, together
from nlp.components.recommendation_labels import action_text, without_label, without_mark
from nlp.components.recommendation_least import COUNTED_OFF, SURE_PLACE
from nlp.components.recommendation_legend import codes_of, marks_of, time_behind
from nlp.components.recommendation_refusals import is_name
from nlp.components.recommendation_rows import beside_cells
from nlp.components.recommendation_sections import SectionReader
from nlp.components.recommendation_timelines import is_time
from nlp.components.recommendation_times import Days
from nlp.components.recommendation_units import Unit, units_of
from nlp.components.recommendation_walk import SLIDES
from nlp.components.recommendation_wordings import announces, is_his_proposal
from nlp.components.recommendation_words import proposes
from nlp.components.topics import topic_of
from nlp.extraction import Evidence, Kind, Recommendation
from nlp.facts import Facts
from nlp.pages import BlockKind
from nlp.source import Source

_NEAR_PROPOSALS = 0.8  # the structure's confidence in a sentence among others that propose
_YEARS = re.compile(r"\b20\d\d\s*[-–—]\s*20\d\d\b")  # `Peta jalan 2025–2027`, which boxes of years part
_EVERYWHERE = re.compile(
    r"\b(?:studi\s+(?:tiru|banding|lapangan)|magang|benchmarking|lokakarya|laporan|paparan|kunjungan|rencana\s+aksi)\b",
    re.IGNORECASE,
)
# `Seluruh perangkat daerah perlu menunjuk …`
_TO_ALL = re.compile(
    r"\W*(?:seluruh|semua|setiap|masing[\s-]masing)\s+(?:perangkat\s+daerah|opd|skpd|dinas|unit\s+kerja|kecamatan|kelurahan|desa|puskesmas|sekolah)\s+"
    r"(?:juga\s+|pun\s+)?(?:perlu|hendaknya|sebaiknya|diharapkan|diminta)\s",
    re.IGNORECASE,
)
_HOST_ONLY_VERBS = re.compile(r"\b(?:wajib|bertugas|bertanggung\s+jawab)\b", re.IGNORECASE)


class Recommendations:
    """Fills `facts.recommendations`; agreements have none."""

    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind not in (Kind.MOU, Kind.AGREEMENT):
            facts.recommendations = find_recommendations(source, facts, facts.proposals)
        return doc


def find_recommendations(
    source: Source, facts: Facts, judged: Judged | None = None, *, rules: bool = True
) -> list[Recommendation]:
    """All recommendations of the document in reading order, each once.

    Structure proposes and the classifier judges: what a section or a table holds stays unless the classifier is sure that it
    is none; what stands elsewhere needs the classifier's word. Without `judged` the rules decide alone, without `rules` the classifier.
    """
    writing = _Writing(source, facts, rules=rules)
    read = (writing.read(candidate) for candidate in writing.candidates(judged))
    return once(recommendation for recommendation in read if recommendation is not None)


class _Writing:
    """One document: the candidates in it, and what the whole of it says of each (its short names and marks, its days, its titles)."""

    def __init__(self, source: Source, facts: Facts, *, rules: bool) -> None:
        self.source = source
        self.facts = facts
        self.rules = rules
        self.units = facts.units if facts.units is not None else units_of(source)
        owner_codes, self.time_codes = codes_of(self.units, source.text)
        self.marks = marks_of(source.text)
        self.addressees = Addressees(facts, source.text, owner_codes)
        self.reader = SectionReader(source, self.units, facts.kind)
        self.days = Days(facts)
        self.titles = _titles(self.units) if self.reader.walk.deck else {}

    def candidates(self, judged: Judged | None) -> list[Candidate]:
        """What structure and classifier take for a recommendation; a summary's only where nothing else stands."""
        found = list(self.reader.candidates()) if self.rules else []
        if judged is not None:
            found = together(
                found,
                judged,
                alone=not self.rules,
                slides=self.source.form in SLIDES,
                beside=self._beside(),
                settled=self.reader.walk.settled,
            )
        if self.facts.kind is Kind.NEWS:
            found = [candidate for candidate in found if not _is_teaser(self.source.text, candidate)]
        if all(candidate.summary for candidate in found):
            return found
        return [candidate for candidate in found if not candidate.summary]

    def _beside(self) -> dict[int, tuple[str | None, str | None]]:
        """Owner and time that stand beside a unit or in its row, by the unit's start."""
        said = self.reader.walk.meta.beside
        beside = {unit.start: said[id(unit)] for unit in self.units if id(unit) in said}
        return beside | beside_cells(self.source, self.units)

    def read(self, candidate: Candidate) -> Recommendation | None:
        """Who is to act, by when and about what; None where the words, read on their own, recommend nothing."""
        candidate = self._cleaned(candidate)
        if self._is_refused(candidate):
            return None
        addressee = self._addressee(candidate)
        if (
            self.rules
            and candidate.running
            and not _fits_running(candidate, addressee, self.addressees, self.facts.kind)
        ):
            return None
        deadline = self.days.deadline(candidate)
        context = _context(candidate, addressee, self.facts.title)
        return Recommendation(
            text=action_text(candidate),
            addressee=addressee,
            topic=topic_of(candidate.text, context=context, addressee=addressee),
            due=deadline.last if deadline else None,
            due_text=deadline.text if deadline else None,
            evidence=_evidence(self.source, candidate),
            confidence=calibrated(candidate.confidence),
        )

    def _cleaned(self, candidate: Candidate) -> Candidate:
        """The action without marks and labels, and above it only the lines that are about it."""
        candidate = without_label(without_mark(candidate, self.addressees, self.marks), self.addressees)
        page = self.source.page_at(candidate.start).number
        above = candidate.above
        if columns := self.reader.walk.meta.headings.get(page):
            above = tuple(line for line in above if line not in columns)
        if page in self.reader.walk.meta.scattered:
            above = tuple(line for line in above if not _YEARS.search(line))
        return replace(candidate, time=time_behind(candidate.time, self.time_codes), above=above)

    def _is_refused(self, candidate: Candidate) -> bool:
        """A mere time or name, or what a letter only says to its reader."""
        if is_time(candidate.text) or is_name(candidate.text):
            return True
        return self.facts.kind is Kind.LETTER and candidate.running and is_correspondence(candidate.text)

    def _addressee(self, candidate: Candidate) -> str | None:
        title = self.titles.get(self.source.page_at(candidate.start).number)
        above = candidate.above if title is None else (*candidate.above, title)
        return self.addressees.resolve(
            candidate.text, candidate.owner, above, strict=candidate.running, start=candidate.start
        )


def _is_teaser(text: str, candidate: Candidate) -> bool:
    """A link to another article: below `Terpopuler`, a headline between the paragraphs."""
    sure = candidate.running or candidate.confidence >= SURE_PLACE
    return not sure and in_teaser(text, candidate.start)


def _titles(units: Sequence[Unit]) -> dict[int, str]:
    """The title of each slide: all that stands below it may be for the unit that it names."""
    return {unit.page: unit.text for unit in reversed(units) if unit.kind is BlockKind.HEADING and unit.level == 1}


def _context(candidate: Candidate, addressee: str | None, title: str | None) -> str:
    """What stands around a recommendation, without the words that every such report has."""
    return _EVERYWHERE.sub(" ", " ".join((*candidate.above, addressee or "", title or "")))


def _fits_running(candidate: Candidate, addressee: str | None, addressees: Addressees, kind: Kind) -> bool:
    """A sentence of running text must come from the home side: in an article only with a unit of home as the one to act."""
    if candidate.confidence >= COUNTED_OFF and candidate.above and announces(candidate.above[0]):
        return True  # `… ada dua hal yang kiranya berguna bagi Bapak: pertama, …; kedua, …`
    if proposes(candidate.text) or candidate.confidence > _NEAR_PROPOSALS:
        return not addressees.speaks_for_others(candidate.text)
    to_all = _TO_ALL.match(candidate.text) and not addressees.is_about_host(candidate.text)
    if kind is Kind.NEWS and addressee is None and not to_all and not is_his_proposal(candidate.text):
        return False
    if _HOST_ONLY_VERBS.search(candidate.text):
        return False
    return addressee is not None or not addressees.is_about_host(candidate.text)


def _evidence(source: Source, candidate: Candidate) -> Evidence:
    pages = {source.page_at(start).number for start, _ in candidate.pieces}
    if len(pages) > 1:
        start, end = max(candidate.pieces, key=lambda piece: piece[1] - piece[0])
        return source.evidence(start, end)
    return source.evidence(candidate.start, candidate.end)


@Language.factory("recommendations")
def make_recommendations(nlp: Language, name: str) -> Recommendations:
    return Recommendations()
