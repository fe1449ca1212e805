"""Running text cut into what may be proposed: its sentences, and the items that a sentence counts off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.components.recommendation_enumerations import enumeration, listed, listed_by_number, parts_by_agar
from nlp.components.recommendation_leads import may_address
from nlp.components.recommendation_marks import Unit, flat
from nlp.components.recommendation_units import SENTENCE_END, sentences_of
from nlp.components.recommendation_wordings import FOR_HOME, SPEAKS_OF_PROPOSALS, UNIT
from nlp.components.recommendation_words import speaks_of_proposing
from nlp.components.small_letters import holds_any, small_letters
from nlp.source import Source

LEAD_IN = re.compile(
    r":\s*$|\b(?:berikut(?:\s+ini)?|antara\s+lain|yaitu|adalah|di\s+bawah\s+ini)\s*[:.]?\s*$",
    re.IGNORECASE,
)
# A sentence that only says that proposals follow, or where they stand.
TO_SELF = re.compile(
    r"\b(?:rekomendasi|saran|usulan|masukan)\b[^.]{0,60}\b(?:berikut|disampaikan|lampiran|tercantum|dimuat|kami\s+muat|terlampir|kami\s+bagi)\b|\b(?:matriks|tabel)\s+(?:berikut|di\s+bawah)"
    r"|\b(?:hal(?:-hal)?|langkah(?:-langkah)?|beberapa\s+\w+|apa\s+yang\s+akan\s+kami\s+\w+)\s+(?:sebagai\s+)?(?:berikut|kepada\s+pimpinan)\b"
    r"|\b(?:dua|tiga|empat|lima|enam|tujuh|sejumlah|beberapa|berbagai)\s+(?:butir\s+|poin\s+)?(?:rekomendasi|usul(?:an)?|saran|masukan|hal)\b",
    re.IGNORECASE,
)
# `… sudah diputuskan bahwa Bidang X harus menyelesaikan …`: settled among the writers, yet to be done.
_DECIDED = re.compile(
    rf"\b(?:di(?:putuskan|sepakati)|memutuskan|menyepakati|bersepakat|sepakat|putuskan|sepakati)\s+(?:bahwa|agar|supaya)\s+(?={UNIT}\b[^.;:]{{0,90}}?\b(?:harus|perlu|wajib|hendaknya)\s+(?:segera\s+)?(?:me[a-z]{{4,}}|di[a-z]{{4,}}|ber[a-z]{{3,}})\b)",
    re.IGNORECASE,
)
_DECIDED_CUES = ("putuskan", "sepakat")
_AGAR = re.compile(r"\b(?:agar|supaya)\s+", re.IGNORECASE)
_PAIR = 2
_ENDED = (".", "!", "?", "”", '"', ":", ";")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or an item that is counted off; `lead`: the words before the first item, None for a sentence; `owner`: who it is for."""

    start: int
    end: int
    text: str
    lead: str | None = None
    owner: str | None = None
    pieces: tuple[tuple[int, int], ...] = ()  # where a page's end cuts it, the parts


def stretches_of(source: Source, unit: Unit) -> Sequence[Stretch]:
    """The unit's text cut; one that a page broke in the middle stays whole. Kept with the unit: two components ask."""
    if unit.stretches is None:
        unit.stretches = _stretches_of(source, unit)
    return unit.stretches


def _stretches_of(source: Source, unit: Unit) -> list[Stretch]:
    if len(unit.pieces) > 1 and not SENTENCE_END.search(unit.text):
        return [Stretch(unit.start, unit.end, unit.text)]
    if len(unit.pieces) == 1:
        counted = _counted(source, unit)
        if counted:
            return counted
    spans = list(sentences_of(source, unit))
    if len(unit.pieces) == 1:
        return [part for start, end in spans for part in _parts(source, start, end, unit.start)]
    return list(_across_breaks(source, unit, spans))


def _across_breaks(source: Source, unit: Unit, spans: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """The sentences of a unit in several pieces; one that a page's end cuts is put together again."""
    beginnings = {start for start, _ in unit.pieces[1:]}
    open_at: list[tuple[int, int]] = []
    for place, (start, end) in enumerate(spans):
        following = spans[place + 1][0] if place + 1 < len(spans) else None
        cut = following in beginnings and not source.text[start:end].rstrip().endswith(_ENDED)
        if cut or open_at:
            open_at.append((start, end))
            if not cut:
                text = flat(" ".join(source.text[first:last] for first, last in open_at))
                yield Stretch(open_at[0][0], end, text, pieces=tuple(open_at))
                open_at = []
            continue
        yield from _parts(source, start, end, unit.start)


def _counted(source: Source, unit: Unit) -> list[Stretch]:
    """The sentences before the first item, each item, and the sentences behind the last."""
    raw = source.text[unit.start : unit.end]
    found = enumeration(raw)
    if found is None:
        return []
    first, last = found.items[0][0], found.items[-1][1]
    before = [
        span
        for span in sentences_of(source, unit)
        if span[1] <= unit.start + first and span[0] < unit.start + len(found.lead)
    ]
    after = [span for span in sentences_of(source, unit) if span[0] >= unit.start + last]
    lead = flat(found.lead)
    lead = SENTENCE_END.split(lead)[-1] if lead else ""
    return [
        *(Stretch(start, end, flat(source.text[start:end])) for start, end in before),
        *(Stretch(unit.start + start, unit.start + end, flat(raw[start:end]), lead) for start, end in found.items),
        *(Stretch(start, end, flat(source.text[start:end])) for start, end in after),
    ]


def _parts(source: Source, start: int, end: int, floor: int) -> Iterator[Stretch]:
    """A sentence with several actions in it is several stretches. `floor`: where its paragraph begins."""
    raw = source.text[start:end]
    actions = listed(raw) or listed_by_number(raw)
    spoken = actions and SPEAKS_OF_PROPOSALS.search(source.text, max(0, start - 200), end)
    if actions and (spoken or speaks_of_proposing(raw[: actions[0][0]])):
        before = flat(source.text[max(0, start - 200) : start + actions[0][0]])
        own = SENTENCE_END.split(flat(source.text[max(floor, start - 200) : start + actions[0][0]]))[-1]
        said = SPEAKS_OF_PROPOSALS.search(own) or speaks_of_proposing(own) or may_address(own)
        lead = own if said else before
        for first, last in actions:
            yield Stretch(start + first, start + last, flat(raw[first:last]), lead)
        return
    if actions and (home := FOR_HOME.search(small_letters(raw), 0, actions[0][0])):
        lead = flat(raw[: actions[0][0]])
        unit = raw[home.start("unit") : home.end("unit")] or None
        for first, last in actions:
            yield Stretch(start + first, start + last, flat(raw[first:last]), lead, unit)
        return
    decided = _DECIDED.search(raw) if holds_any(raw.lower(), _DECIDED_CUES) else None
    several = parts_by_agar(raw)
    proposed = _AGAR.search(raw, *several[0]) if len(several) > _PAIR else None
    if proposed is not None and speaks_of_proposing(raw[: proposed.start()]):
        # `Kami menyarankan agar A, agar B, dan agar C`
        lead = flat(raw[: proposed.start()])
        for place, (first, last) in enumerate(several):
            first = proposed.end() if not place else first
            yield Stretch(start + first, start + last, flat(raw[first:last]), lead)
        return
    for first, last in several:
        if decided is None or last <= decided.end():
            yield Stretch(start + first, start + last, flat(raw[first:last]))
            continue
        first = max(first, decided.end())
        yield Stretch(start + first, start + last, flat(raw[first:last]), flat(raw[: decided.end()]))
