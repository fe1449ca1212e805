"""An agreement's term: the sentence that states it, its length, its first and its last day."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nlp.components.changed_columns import replaced_cells
from nlp.components.date_labels import BEGINS, ENDS, LASTS, day_of, labelled
from nlp.components.dated import dated
from nlp.components.term_lengths import after, length_of
from nlp.components.term_words import (
    AFTER_SIGNING,
    CHANGED_TO,
    CITED_TERM,
    DAYS_AFTER,
    FIRST_OF_NEXT,
    FROM,
    FROM_SIGNING,
    HEADS_ROW,
    IN_FORCE_FROM_SIGNING,
    MONTHS_RUN,
    NEW_WORDING,
    OPEN_END,
    SENTENCE_END,
    TERM_SENTENCE,
    UNTIL,
    term_cue,
)
from nlp.extraction import DatedFact, DateType, Term
from nlp.facts import DateMention, Facts
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.zones import Zones


@dataclass(slots=True)
class _TermFound:
    duration: str | None = None
    start: DateMention | None = None
    end: DateMention | None = None
    from_signing: bool = False
    told: re.Match[str] | None = None  # a day told from the signing: the first of the next month
    told_at: int = 0  # where the sentence that tells it begins
    budget_year: bool = False
    open_end: bool = False
    place: tuple[int, int] = (0, 0)
    score: float = 0.0
    warning: str | None = None

    def states_something(self) -> bool:
        has_bound = self.start is not None or self.end is not None
        return has_bound or self.duration is not None or self.open_end or self.budget_year

    def fullness(self) -> float:
        """How much is stated: a length and a last day weigh most."""
        return (
            2.0 * (self.duration is not None or self.budget_year)
            + 2.0 * (self.end is not None)
            + 1.0 * (self.start is not None)
            + 1.0 * self.from_signing
            + 0.5 * self.open_end
        )


def term_of(source: Source, facts: Facts, parts: Zones, signed: DatedFact | None) -> Term:
    found = _find_term(source, facts, parts) or _in_a_form(source, facts)
    if found is None:
        return Term()
    if found.warning:
        facts.warnings.append(found.warning)
    start: date | None = None
    if found.start is not None:
        start = found.start.first
        facts.dates.append(dated(source, DateType.START, found.start, start, found.start.derived, 0.95))
    elif signed is not None and found.told is not None:
        start = _day_told(signed.date, found.told)
        where = source.evidence(*source.flat.span(found.told_at + found.told.start(), found.told_at + found.told.end()))
        facts.dates.append(DatedFact(DateType.START, start, " ".join(where.quote.split()), True, where, 0.9))
    elif signed is not None and _counts_from_signing(source, found, parts):
        start = signed.date
        facts.dates.append(DatedFact(DateType.START, start, signed.text, False, signed.evidence, 0.95))
    if found.open_end and found.end is None and found.duration is None:
        return Term(start, None, None)  # `sejak ditandatangani sampai dengan selesainya …`: only the first day is known
    end: date | None = None
    if found.end is not None:
        end = found.end.last
        facts.dates.append(dated(source, DateType.END, found.end, end, found.end.derived, 0.95))
    elif found.budget_year and (begun := start or (signed.date if signed else None)) is not None:
        end = date(begun.year, 12, 31)
        facts.dates.append(_derived_end(source, found, end))
    elif found.duration is not None and start is not None:
        end = after(start, found.duration)
        if end is not None:
            facts.dates.append(_derived_end(source, found, end))
    if start is not None and end is not None and end < start:
        facts.warnings.append(f"masa berlaku berakhir ({end:%d-%m-%Y}) sebelum dimulai ({start:%d-%m-%Y})")
    return Term(start, end, found.duration)


def _counts_from_signing(source: Source, found: _TermFound, parts: Zones) -> bool:
    body = source.flat.text[parts.body :]
    said = found.from_signing or IN_FORCE_FROM_SIGNING.search(body) is not None
    return said and AFTER_SIGNING.search(body) is None


def _told_from_signing(sentence: str) -> re.Match[str] | None:
    """The words for a day that follows the signing, where the term is said to begin then."""
    first = FIRST_OF_NEXT.search(sentence)
    if first is not None and _FROM_THEN.search(sentence, 0, first.start()):
        behind = sentence[first.end() :]
        if not re.match(r"\s+(?:setelah|sesudah)\b", behind, re.I) or AFTER_SIGNING.search(sentence, first.start()):
            return first
    return DAYS_AFTER.search(sentence)


_FROM_THEN = re.compile(FROM.pattern + r"|\b(?:berlaku|pada)\s+$", re.I)


def _day_told(signed: date, told: re.Match[str]) -> date:
    """The day that `told` counts from the signing."""
    if told.re is DAYS_AFTER:
        return signed + timedelta(days=int(told["days"]))
    if told["year"]:
        return date(signed.year + 1, 1, 1)
    return date(signed.year + signed.month // 12, signed.month % 12 + 1, 1)


def _derived_end(source: Source, found: _TermFound, end: date) -> DatedFact:
    start, stop = source.flat.span(*found.place)
    where = source.evidence(start, stop)
    return DatedFact(DateType.END, end, " ".join(source.text[start:stop].split()), True, where, 0.93)


def _find_term(source: Source, facts: Facts, parts: Zones) -> _TermFound | None:
    flat = source.flat.text
    replaced = _replaced(source)
    cells = _in_flat(source, replaced_cells(source))
    best: _TermFound | None = None
    for start, end in _sentences(flat, parts.body, _cell_starts(source)):
        sentence = flat[start:end]
        cue = term_cue(sentence)
        if cue is None:
            continue
        # A sentence that gives the old wording and then the new one is read behind the old.
        old = any(first <= (start + end) // 2 < last for first, last in replaced)
        if old and NEW_WORDING.search(sentence) is None:
            continue
        if any(
            first <= (start + end) // 2 < last and not NEW_WORDING.search(flat, first, last) for first, last in cells
        ):
            continue  # `menjadi` is the heading of the column beside it
        before = flat[max(0, start - 120) : start]
        found = _read_term(source, facts, sentence, start)
        if found is None:
            continue
        headed = re.search(r"jangka\s+waktu|masa\s+berlaku|duration|waktu\s+pelaksanaan", before + sentence[:60], re.I)
        found.score += 2.0 if headed else 0.0
        found.score += 1.0 if re.search(r"\bini\b.{0,40}\bberlaku\b|\bberlaku\b", sentence, re.I) else 0.0
        found.score += 1.0 if CHANGED_TO.search(before + sentence[: cue.end()]) else 0.0
        if re.search(r"\b(?:semula|mula-mula)\b", before[-60:], re.I):
            found.score -= 4.0
        if CITED_TERM.search(sentence):
            continue
        if best is None or found.score > best.score:
            best = found
    return best


def _in_a_form(source: Source, facts: Facts) -> _TermFound | None:
    """The term where labels state it: `Mulai | 1-2-2025`, `Habis | 31-7-2026`, `Lama pekerjaan | 150 hari`; two of the three at least."""
    found = _TermFound(start=day_of(source, facts, BEGINS), end=day_of(source, facts, ENDS))
    flat = source.flat
    for item in labelled(source):
        if found.end is not None or LASTS.fullmatch(item.label) is None:
            continue
        first, last = flat.place(item.start), flat.place(item.end - 1) + 1
        value = flat.text[first:last]
        if (length := length_of(value, 0)) is not None and not length[3]:
            found.duration, span, found.warning, _ = length
            found.place = (first + span[0], first + span[1])
            found.from_signing = FROM_SIGNING.search(value) is not None
            break
    stated = (found.start is not None or found.from_signing) and (found.end is not None or found.duration is not None)
    return found if stated else None


def _cell_starts(source: Source) -> list[int]:
    """Where a table's cells begin in the flat text: a sentence does not run from one into the next."""
    starts = [block.start for block in source.blocks if block.block.kind is BlockKind.CELL and block.end > block.start]
    starts += [found.end() for found in re.finditer(r"\|", source.text)]
    return sorted(source.flat.place(start) for start in starts)


# `yang berbunyi: “… 2 Januari 2024.” diubah menjadi: “…”`
_OLD_WORDING = re.compile(
    r"\b(?:yang|semula|sebelumnya)\s+(?:berbunyi|tertulis|menyatakan)\b\s*:?(?P<old>.{5,1500}?)(?=(?<!tidak )\b(?:diubah|dirubah|diganti)\b)",
    re.I | re.S,
)


def _replaced(source: Source) -> list[tuple[int, int]]:
    """The cells of the `Semula` column in an addendum's table, as spans of the flat text: what they say holds no longer."""
    return _in_flat(source, replaced_cells(source)) + [
        found.span("old") for found in _OLD_WORDING.finditer(source.flat.text)
    ]


def _in_flat(source: Source, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(source.flat.place(start), source.flat.place(end)) for start, end in spans]


def _sentences(flat: str, start: int, cells: list[int]) -> list[tuple[int, int]]:
    ends = [(found.start(), found.end()) for found in SENTENCE_END.finditer(flat, start)]
    # The first cell of a row may be the heading of the next: `Masa berlaku | 13 Juni 2023 sampai dengan …`.
    ends += [(cell, cell) for cell in cells if cell > start and not HEADS_ROW.search(flat, max(start, cell - 40), cell)]
    found: list[tuple[int, int]] = []
    position = start
    for stop, following in sorted(ends):
        if following - position > 15:
            found.append((position, stop))
            position = following
    found.append((position, len(flat)))
    return found


def _read_term(source: Source, facts: Facts, sentence: str, offset: int) -> _TermFound | None:
    """What one sentence of the flat text, which begins at `offset`, states of the term; None where it states nothing."""
    cue = TERM_SENTENCE.search(sentence)
    changed = [change.end() for change in NEW_WORDING.finditer(sentence)]
    replaced = changed[-1] if changed else 0  # what stands before `menjadi` holds no longer
    begin = replaced if changed else cue.start() if cue else 0
    found = _TermFound(
        from_signing=FROM_SIGNING.search(sentence) is not None,
        told=_told_from_signing(sentence),
        told_at=offset,
        open_end=OPEN_END.search(sentence) is not None,
    )
    for mention in facts.date_mentions:
        place = source.flat.place(mention.start) - offset
        if begin <= place < len(sentence):
            first, last = _bounds(mention, sentence[max(0, place - _LEAD) : place])
            found.start, found.end = found.start or first, found.end or last
    if (length := length_of(sentence, begin, replaced)) is not None:
        found.duration, span, found.warning, found.budget_year = length
        found.place = (offset + span[0], offset + span[1])
        if found.budget_year:
            found.duration = None  # it ends with the year, whenever it began
    if found.end is not None:
        found.budget_year = False
    found.score = found.fullness()
    return found if found.states_something() else None


_LEAD = 110  # characters before a day that say what it is


def _bounds(mention: DateMention, lead: str) -> tuple[DateMention | None, DateMention | None]:
    """Which of the term's first and last day a date gives, by the words before it: the one, the other, both or none."""
    if mention.precision == "day":
        if mention.is_range:
            return mention, mention
        if UNTIL.search(lead):
            return None, mention
        return (mention if FROM.search(lead) else None), None
    derived = replace(mention, derived=True)
    if mention.is_range:  # `dari bulan Maret sampai dengan Desember 2024`
        return (derived, derived) if mention.precision == "month" and MONTHS_RUN.search(lead) else (None, None)
    whole = mention.precision in ("month", "year") or _END_OF.match(mention.text)
    return None, derived if whole and UNTIL.search(lead) else None


_END_OF = re.compile(r"(?:akhir|penghujung)\b", re.I)
