"""Recommendations: what the writers propose should be done, with who, by when, and what it is about."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from types import MappingProxyType

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.deadlines import find_deadline
from nlp.components.proposals import Judged, Piece
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_rows import beside_cells
from nlp.components.recommendation_sections import SLIDES, SectionReader
from nlp.components.recommendation_sentences import is_to_unit
from nlp.components.recommendation_timelines import is_time
from nlp.components.recommendation_times import deadline_of
from nlp.components.recommendation_units import units_of
from nlp.components.recommendation_words import (
    AIMS,
    AVOID,
    bare_heading,
    is_action,
    is_rejected,
    opens_section,
    proposes,
)
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
# An item counts with less among fellows that it takes for recommendations, if of one of them it is surer.
LEAST_AMONG = 0.15
LEAST_FELLOW = 0.5
LEAST_SURE = 0.85
# What structure and classifier say together, and the share that is right; between the points on a straight line. The shares lie below
# those that `nlp.training.compare` prints for families that the classifier never saw: the rules were written beside those documents.
CALIBRATED = ((0.0, 0.4), (0.3, 0.6), (0.5, 0.75), (0.65, 0.82), (0.75, 0.88), (0.85, 0.93), (0.95, 0.97), (1.0, 0.98))
_NEAR_PROPOSALS = 0.8  # the structure's confidence in a sentence among others that propose
Beside = Mapping[int, tuple[str | None, str | None]]
"""Owner and time that stand beside a piece of text, by its start."""
_WORD = re.compile(r"\w+")
_TRAILING_TIME = re.compile(r"\s*\((?:tahun\s+)?[^()]{3,30}\)\s*$", re.IGNORECASE)
# `Satu aplikasi pengaduan untuk semua OPD [Diskominfo]`: who is to act, at the end.
_TRAILING_OWNER = re.compile(r"\s*\[(?P<owner>[A-Z][^][\d]{1,80})\]\W*$")
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
    addressees = Addressees(facts, source.text)
    units = facts.units if facts.units is not None else units_of(source)
    reader = SectionReader(source, units, facts.kind)
    candidates = list(reader.candidates()) if rules else []
    beside = {unit.start: reader.meta.beside[id(unit)] for unit in units if id(unit) in reader.meta.beside}
    beside |= beside_cells(source, units)
    if judged is not None:
        candidates = together(
            candidates,
            judged,
            alone=not rules,
            slides=source.pages.format in SLIDES,
            beside=beside,
            settled=reader.settled,
        )
    if not all(candidate.summary for candidate in candidates):
        candidates = [candidate for candidate in candidates if not candidate.summary]
    started = next((fact.date for fact in facts.dates if fact.type is DateType.START), None)
    signed = max((fact.date for fact in facts.dates if fact.type is DateType.SIGNED), default=None)
    written = max((fact.date for fact in facts.dates if fact.type is not DateType.SIGNED), default=None)
    found: list[Recommendation] = []
    for candidate in candidates:
        candidate = _without_label(candidate, addressees)
        if is_time(candidate.text):
            continue
        addressee = addressees.resolve(candidate.text, candidate.owner, candidate.above, strict=candidate.running)
        if rules and candidate.running and not _fits_running(candidate, addressee, addressees, facts.kind):
            continue
        deadline = deadline_of(candidate, started or written, signed or started or written)
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


def together(
    candidates: Sequence[Candidate],
    judged: Judged,
    *,
    alone: bool = False,
    slides: bool = False,
    beside: Beside = MappingProxyType({}),
    settled: Sequence[tuple[int, int]] = (),
) -> list[Candidate]:
    """What structure and classifier make of the document together, in reading order.

    `settled`: stretches of which the structure knows which parts recommend; the classifier alone adds none there.
    """
    kept: list[Candidate] = []
    taken: list[tuple[int, int]] = list(settled)
    for candidate in candidates:
        likely = judged.within(candidate.start, candidate.end)
        least = LEAST_RUNNING if candidate.running else LEAST_TABLE if candidate.in_table else LEAST_ITEM
        if candidate.running and (proposes(candidate.text) or is_to_unit(candidate.text)):
            least = LEAST_SAID
        taken.append((candidate.start, candidate.end))
        if likely is None or likely >= least:
            kept.append(candidate if likely is None else replace(candidate, confidence=_both(candidate, likely)))
    covered = Stretches(taken)
    fellows = _fellows(judged, slides=slides) if not alone else frozenset()
    for piece, likely in judged.rows:
        least = 0.5 if alone else LEAST_AMONG if piece in fellows else LEAST_ALONE
        if likely < least or covered.touches(piece.start, piece.end):
            continue
        opening = [depth for depth, line in enumerate(piece.headings) if opens_section(line)]
        aims = piece.kind is Kind.OTHER or any(AIMS.search(line) for line in piece.headings[:1])
        avoided = any(AVOID.match(bare_heading(line)) for line in piece.headings[:1])
        if piece.text.endswith(":") or (aims and not opening) or avoided or is_rejected(piece.text):
            continue
        kept.append(
            Candidate(
                piece.start,
                piece.end,
                piece.text,
                ((piece.start, piece.end),),
                piece.headings[: opening[0] + 1] if opening else piece.headings[:1] if slides else (),
                *beside.get(piece.start, (None, None)),
                confidence=0.75 * likely,
                in_table=piece.place == "cell",
                running=not opening,
            )
        )
    return sorted(kept, key=lambda candidate: candidate.start)


class Stretches:
    """Stretches of a text, asked whether one of them shares a character with another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))  # the farthest end up to here

    def touches(self, start: int, end: int) -> bool:
        place = bisect_left(self._starts, end)
        return place > 0 and self._ends[place - 1] > start


def _fellows(judged: Judged, *, slides: bool) -> frozenset[Piece]:
    """Actions in a list most of which the classifier takes for recommendations, one of them for sure: they share its trust.

    On slides the boxes of one slide are such a list.
    """
    places = {"item", "paragraph"} if slides else {"item"}
    lists: dict[tuple[str, ...], list[tuple[Piece, float]]] = {}
    for piece, likely in judged.rows:
        if piece.place in places and piece.headings and is_action(piece.text) and piece.text.count(" ") > 1:
            lists.setdefault(piece.headings, []).append((piece, likely))
    return frozenset(
        piece
        for items in lists.values()
        if 2 * sum(likely >= LEAST_FELLOW for _, likely in items) >= max(2, len(items))
        and max(likely for _, likely in items) >= LEAST_SURE
        for piece, _ in items
    )


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


def _without_label(candidate: Candidate, addressees: Addressees) -> Candidate:
    """`Bappeda: masukkan …`, `Masukkan … [Bappeda]`: the label says who is to act and is no part of the action."""
    if tail := _TRAILING_OWNER.search(candidate.text):
        candidate = replace(candidate, text=candidate.text[: tail.start()], owner=candidate.owner or tail["owner"])
    owner, length = addressees.label(candidate.text)
    if length == 0 or len(candidate.pieces) > 1:
        return candidate
    return replace(candidate, text=candidate.text[length:], owner=candidate.owner or owner)


def _fits_running(candidate: Candidate, addressee: str | None, addressees: Addressees, kind: Kind) -> bool:
    """A sentence of running text must come from the home side: in an article only with a unit of home as the one to act."""
    if proposes(candidate.text) or candidate.confidence > _NEAR_PROPOSALS:
        return not addressees.speaks_for_others(candidate.text)
    if kind is Kind.NEWS and addressee is None:
        return False
    if _HOST_ONLY_VERBS.search(candidate.text):
        return False
    return addressee is not None or not addressees.is_about_host(candidate.text)


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
