"""Recommendations: what the writers propose should be done, with who, by when, and what it is about."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

import Stemmer
from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.date_lines import in_teaser
from nlp.components.deadlines import find_deadline
from nlp.components.proposals import Judged
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_judgement import COUNTED_OFF, SURE_PLACE, calibrated, together
from nlp.components.recommendation_legend import code_before, codes_of, marks_of, time_behind
from nlp.components.recommendation_refusals import is_correspondence, is_name
from nlp.components.recommendation_rows import beside_cells
from nlp.components.recommendation_sections import SectionReader
from nlp.components.recommendation_sentences import announces, is_his_proposal
from nlp.components.recommendation_tails import without_tail
from nlp.components.recommendation_timelines import is_time
from nlp.components.recommendation_times import deadline_of
from nlp.components.recommendation_units import Unit, units_of
from nlp.components.recommendation_walk import SLIDES
from nlp.components.recommendation_words import proposes
from nlp.components.topics import topic_of
from nlp.extraction import DateType, Evidence, Kind, Recommendation
from nlp.facts import Facts
from nlp.pages import BlockKind
from nlp.source import Source

_NEAR_PROPOSALS = 0.8  # the structure's confidence in a sentence among others that propose
_YEARS = re.compile(r"\b20\d\d\s*[-–—]\s*20\d\d\b")  # `Peta jalan 2025–2027`, which boxes of years part
_WORD = re.compile(r"\w+")
_TRAILING_TIME = re.compile(r"\s*\((?:tahun\s+)?[^()]{3,30}\)\s*$", re.IGNORECASE)
# `Satu aplikasi pengaduan untuk semua OPD [Diskominfo]`: who is to act, at the end.
_TRAILING_OWNER = re.compile(r"\s*\[(?P<owner>[A-Z][^][\d]{1,80})\]\W*$")
# `…; dan`, `…;`: what binds an item to the next one of its list.
_LIST_END = re.compile(r"\s*(?:[;,]\s*(?:dan|serta|atau|dan/atau)|;)\s*$", re.IGNORECASE)
_SAME = 0.9  # share of common words from which two recommendations are one; one unit's name must not join two
_WHOLE = 4  # words from which one that stands whole in another says the same
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
    units = facts.units if facts.units is not None else units_of(source)
    owner_codes, time_codes = codes_of(units, source.text)
    marks = marks_of(source.text)
    addressees = Addressees(facts, source.text, owner_codes)
    reader = SectionReader(source, units, facts.kind)
    candidates = list(reader.candidates()) if rules else []
    stated = reader.walk.meta.beside
    beside = {unit.start: stated[id(unit)] for unit in units if id(unit) in stated}
    beside |= beside_cells(source, units)
    if judged is not None:
        candidates = together(
            candidates,
            judged,
            alone=not rules,
            slides=source.form in SLIDES,
            beside=beside,
            settled=reader.walk.settled,
        )
    if facts.kind is Kind.NEWS:
        candidates = [candidate for candidate in candidates if not _is_teaser(source.text, candidate)]
    if not all(candidate.summary for candidate in candidates):
        candidates = [candidate for candidate in candidates if not candidate.summary]
    started = next((fact.date for fact in facts.dates if fact.type is DateType.START), None)
    begun = (
        started if facts.kind in (Kind.REPORT, Kind.NEWS) else None
    )  # a letter or a memo asks for what is to be done before the guests come
    signed = max((fact.date for fact in facts.dates if fact.type is DateType.SIGNED), default=None)
    written = max((fact.date for fact in facts.dates if fact.type is not DateType.SIGNED), default=None)
    if begun is not None and signed is not None and signed < begun:
        begun = None  # a day to come: of another visit
    titles = _titles(units) if reader.walk.deck else {}
    found: list[Recommendation] = []
    for candidate in candidates:
        candidate = _without_label(_without_mark(candidate, addressees, marks), addressees)
        candidate = replace(candidate, time=time_behind(candidate.time, time_codes))
        page = source.page_at(candidate.start).number
        if columns := reader.walk.meta.headings.get(page):
            candidate = replace(candidate, above=tuple(line for line in candidate.above if line not in columns))
        if page in reader.walk.meta.scattered:
            candidate = replace(candidate, above=tuple(line for line in candidate.above if not _YEARS.search(line)))
        if is_time(candidate.text) or is_name(candidate.text):
            continue
        if facts.kind is Kind.LETTER and candidate.running and is_correspondence(candidate.text):
            continue
        above = candidate.above if page not in titles else (*candidate.above, titles[page])
        addressee = addressees.resolve(
            candidate.text, candidate.owner, above, strict=candidate.running, start=candidate.start
        )
        if rules and candidate.running and not _fits_running(candidate, addressee, addressees, facts.kind):
            continue
        deadline = deadline_of(candidate, started or written, signed or started or written)
        if deadline and deadline.last and begun and candidate.time is None and deadline.last < begun:
            deadline = None
        if deadline is not None and facts.kind is Kind.LETTER and deadline.last and _is_told(deadline.last, facts):
            deadline = None
        found.append(
            Recommendation(
                text=_text(candidate),
                addressee=addressee,
                topic=topic_of(
                    candidate.text, context=_context(candidate, addressee, facts.title), addressee=addressee
                ),
                due=deadline.last if deadline else None,
                due_text=deadline.text if deadline else None,
                evidence=_evidence(source, candidate),
                confidence=calibrated(candidate.confidence),
            )
        )
    return _once(found)


def _is_teaser(text: str, candidate: Candidate) -> bool:
    """A link to another article: below `Terpopuler`, a headline between the paragraphs."""
    sure = candidate.running or candidate.confidence >= SURE_PLACE
    return not sure and in_teaser(text, candidate.start)


def _is_told(day: date, facts: Facts) -> bool:
    """A letter's own day or one before, a day of the journey: nothing is to be done by then."""
    journey = {fact.date for fact in facts.dates if fact.type in (DateType.START, DateType.END)}
    return day in journey or any(fact.type is DateType.PUBLISHED and day <= fact.date for fact in facts.dates)


def _titles(units: Sequence[Unit]) -> dict[int, str]:
    """The title of each slide: all that stands below it may be for the unit that it names."""
    return {unit.page: unit.text for unit in reversed(units) if unit.kind is BlockKind.HEADING and unit.level == 1}


def _context(candidate: Candidate, addressee: str | None, title: str | None) -> str:
    """What stands around a recommendation, without the words that every such report has."""
    return _EVERYWHERE.sub(" ", " ".join((*candidate.above, addressee or "", title or "")))


def _without_mark(candidate: Candidate, addressees: Addressees, marks: Mapping[str, str]) -> Candidate:
    """`(B) papan petunjuk …` without the mark that the document's legend explains, which says for whom it is."""
    codes, end = code_before(candidate.text) if marks else ((), 0)
    if not end or not all(code in marks for code in codes):
        return candidate
    owner = addressees.of_mark(marks[codes[0]]) if len(codes) == 1 else None
    return replace(candidate, text=candidate.text[end:], owner=candidate.owner or owner)


def _without_label(candidate: Candidate, addressees: Addressees) -> Candidate:
    """`Bappeda: masukkan …`, `Masukkan … [Bappeda]`, `… | tenggat Mei 2026`: who is to act and by when are no part of the action."""
    if "[" in candidate.text and (tail := _TRAILING_OWNER.search(candidate.text)):
        candidate = replace(
            candidate, text=candidate.text[: tail.start()], owner=candidate.owner or " ".join(tail["owner"].split())
        )
    if not candidate.running or " | " in candidate.text:
        text, owner, time = without_tail(candidate.text)
        candidate = replace(candidate, text=text, owner=candidate.owner or owner, time=candidate.time or time)
    owner, length = addressees.label(candidate.text)
    if length == 0:
        return candidate
    return replace(candidate, text=candidate.text[length:], owner=owner or candidate.owner)


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


def _text(candidate: Candidate) -> str:
    """As written, without the label of who is to act or a time in brackets at the end."""
    text = candidate.text
    tail = _TRAILING_TIME.search(text) if ")" in text else None
    if tail and find_deadline(tail.group(), column=True):
        text = text[: tail.start()]
    return _LIST_END.sub("", text).strip(" \t•")


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
        words = frozenset(_stem(word) for word in _WORD.findall(item.text.casefold()))
        same = next((index for index, (other, _) in enumerate(kept) if _alike(words, other)), None)
        if same is None:
            kept.append((words, item))
        elif _fullness(item) > _fullness(kept[same][1]):
            kept[same] = (words, item)
    return [item for _, item in kept]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """`membentuk` and `pembentukan` say the same."""
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("indonesian")


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
