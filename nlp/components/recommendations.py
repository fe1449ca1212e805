"""Recommendations: what the writers propose should be done, with who, by when, and what it is about."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.deadlines import Deadline, find_deadline
from nlp.components.proposals import Judged
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_sections import SectionReader, first_time
from nlp.components.recommendation_units import units_of
from nlp.components.recommendation_words import AIMS, opens_section, proposes
from nlp.components.topics import topic_of
from nlp.extraction import DateType, Evidence, Kind, Recommendation
from nlp.facts import Facts
from nlp.source import Source

# Probabilities below which the classifier outvotes the structure, and above which it needs none; `nlp.training.compare` measures them.
LEAST_ITEM = 0.03
LEAST_TABLE = 0.02
LEAST_RUNNING = 0.05
LEAST_SAID = 0.01  # the sentence itself says that it proposes
LEAST_ALONE = 0.9
# What structure and classifier say together, and the share that is right; between the points on a straight line. The shares lie below
# those that `nlp.training.compare` prints for families that the classifier never saw: the rules were written beside those documents.
CALIBRATED = ((0.0, 0.4), (0.3, 0.6), (0.5, 0.75), (0.65, 0.82), (0.75, 0.88), (0.85, 0.93), (0.95, 0.97), (1.0, 0.98))
_NEAR_PROPOSALS = 0.8  # the structure's confidence in a sentence among others that propose
_WORD = re.compile(r"\w+")
_TRAILING_TIME = re.compile(r"\s*\((?:tahun\s+)?[^()]{3,30}\)\s*$", re.IGNORECASE)
_SAME = 0.9  # share of common words from which two recommendations are one; one unit's name must not join two
_WHOLE = 4  # words from which one that stands whole in another says the same
_EVERYWHERE = re.compile(
    r"\b(?:studi\s+(?:tiru|banding|lapangan)|magang|benchmarking|lokakarya|laporan|paparan|kunjungan|rencana\s+aksi)\b",
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
    addressees = Addressees(facts)
    units = facts.units if facts.units is not None else units_of(source)
    candidates = list(SectionReader(source, units, facts.kind).candidates()) if rules else []
    if judged is not None:
        candidates = together(candidates, judged, alone=not rules)
    if not all(candidate.summary for candidate in candidates):
        candidates = [candidate for candidate in candidates if not candidate.summary]
    started = next((fact.date for fact in facts.dates if fact.type is DateType.START), None)
    found: list[Recommendation] = []
    for candidate in candidates:
        addressee = addressees.resolve(candidate.text, candidate.owner, candidate.above)
        if rules and candidate.running and not _fits_running(candidate, addressee, addressees, facts.kind):
            continue
        deadline = _deadline(candidate)
        if deadline is not None and deadline.last is not None and started is not None and deadline.last < started:
            deadline = None
        found.append(
            Recommendation(
                text=_text(candidate),
                addressee=addressee,
                topic=topic_of(candidate.text, context=_context(candidate, addressee, facts.title)),
                due=deadline.last if deadline else None,
                due_text=deadline.text if deadline else None,
                evidence=_evidence(source, candidate),
                confidence=calibrated(candidate.confidence),
            )
        )
    return _once(found)


def together(candidates: Sequence[Candidate], judged: Judged, *, alone: bool = False) -> list[Candidate]:
    """What structure and classifier make of the document together, in reading order."""
    kept: list[Candidate] = []
    taken: list[tuple[int, int]] = []
    for candidate in candidates:
        likely = judged.within(candidate.start, candidate.end)
        least = LEAST_RUNNING if candidate.running else LEAST_TABLE if candidate.in_table else LEAST_ITEM
        if candidate.running and proposes(candidate.text):
            least = LEAST_SAID
        taken.append((candidate.start, candidate.end))
        if likely is None or likely >= least:
            kept.append(candidate if likely is None else replace(candidate, confidence=_both(candidate, likely)))
    for piece, likely in judged.rows:
        if likely < (0.5 if alone else LEAST_ALONE) or any(
            start < piece.end and piece.start < end for start, end in taken
        ):
            continue
        opened = any(opens_section(line) for line in piece.headings)
        aims = piece.kind is Kind.OTHER or any(AIMS.search(line) for line in piece.headings[:1])
        if piece.text.endswith(":") or (aims and not opened):
            continue
        kept.append(
            Candidate(
                piece.start,
                piece.end,
                piece.text,
                ((piece.start, piece.end),),
                piece.headings if opened else (),
                confidence=0.75 * likely,
                in_table=piece.place == "cell",
                running=not opened,
            )
        )
    return sorted(kept, key=lambda candidate: candidate.start)


def _both(candidate: Candidate, likely: float) -> float:
    """The confidence of structure and classifier together: the mean of their log odds."""
    odds = [math.log(share / (1 - share)) for share in (candidate.confidence, min(max(likely, 0.01), 0.99))]
    return 1 / (1 + math.exp(-sum(odds) / 2))


def calibrated(confidence: float) -> float:
    """The share that is right of the recommendations of this confidence."""
    for (low, share), (high, next_share) in pairwise(CALIBRATED):
        if confidence <= high:
            return round(share + (next_share - share) * (confidence - low) / (high - low), 3)
    return CALIBRATED[-1][1]


def _context(candidate: Candidate, addressee: str | None, title: str | None) -> str:
    """What stands around a recommendation, without the words that every such report has."""
    return _EVERYWHERE.sub(" ", " ".join((*candidate.above, addressee or "", title or "")))


def _fits_running(candidate: Candidate, addressee: str | None, addressees: Addressees, kind: Kind) -> bool:
    """A sentence of running text must come from the home side: in an article only with a unit of home as the one to act."""
    if proposes(candidate.text) or candidate.confidence > _NEAR_PROPOSALS:
        return not addressees.speaks_for_others(candidate.text)
    if kind is Kind.NEWS and addressee is None:
        return False
    if _HOST_ONLY_VERBS.search(candidate.text):
        return False
    return addressee is not None or not addressees.is_about_host(candidate.text)


def _deadline(candidate: Candidate) -> Deadline | None:
    if candidate.time and (stated := find_deadline(candidate.time, column=True)):
        whole = candidate.time.strip()
        return Deadline(whole if len(whole) <= 60 else stated.text, stated.last, 0, 0)
    if own := find_deadline(candidate.text):
        if own.last is not None:
            return own
        line = first_time(candidate.above)
        return _of_line(line) if line else own
    line = first_time(candidate.above)
    return _of_line(line) if line else None


def _of_line(line: str) -> Deadline | None:
    stated = find_deadline(line, column=True)
    return Deadline(line.strip(" :") if len(line) <= 60 else stated.text, stated.last, 0, 0) if stated else None


def _text(candidate: Candidate) -> str:
    """As written, without the label of who is to act or a time in brackets at the end."""
    text = candidate.text
    tail = _TRAILING_TIME.search(text)
    if tail and find_deadline(tail.group(), column=True):
        text = text[: tail.start()]
    return text.strip(" \t•")


def _evidence(source: Source, candidate: Candidate) -> Evidence:
    pages = {source.page_at(start).number for start, _ in candidate.pieces}
    if len(pages) > 1:
        start, end = max(candidate.pieces, key=lambda piece: piece[1] - piece[0])
        return source.evidence(start, end)
    return source.evidence(candidate.start, candidate.end)


def _once(found: Iterable[Recommendation]) -> list[Recommendation]:
    """What is said twice counts once, from its fuller place."""
    kept: list[tuple[frozenset[str], Recommendation]] = []
    for item in found:
        words = frozenset(_WORD.findall(item.text.casefold()))
        same = next((index for index, (other, _) in enumerate(kept) if _alike(words, other)), None)
        if same is None:
            kept.append((words, item))
        elif _fullness(item) > _fullness(kept[same][1]):
            kept[same] = (words, item)
    return [item for _, item in kept]


def _alike(words: frozenset[str], other: frozenset[str]) -> bool:
    if not words or not other:
        return False
    shorter, longer = sorted((words, other), key=len)
    if len(shorter) >= _WHOLE and shorter <= longer:
        return True
    return 2 * len(words & other) / (len(words) + len(other)) >= _SAME


def _fullness(item: Recommendation) -> tuple[int, int]:
    return (item.due_text is not None) + (item.addressee is not None), len(item.text)


@Language.factory("recommendations")
def make_recommendations(nlp: Language, name: str) -> Recommendations:
    return Recommendations()
