"""Running text cut into what may be proposed: its sentences, and the items that a sentence counts off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.components.recommendation_enumerations import enumeration, listed, parts_by_agar
from nlp.components.recommendation_marks import Unit, flat
from nlp.components.recommendation_units import SENTENCE_END, sentences_of
from nlp.components.recommendation_words import (
    MODAL,
    NOT_OPENER,
    is_action,
    is_rejected,
    is_state,
    may_propose,
    of_others,
    proposes,
)
from nlp.extraction import Kind
from nlp.pages import BlockKind
from nlp.source import Source

OPENING_SENTENCE = re.compile(
    r"\b(?:rekomendasi|saran|usul(?:an)?|masukan|tindak\s+lanjut|rencana\s+aksi|langkah(?:[\s-]langkah)?\s+(?:perbaikan|yang|tindak)"
    r"|(?:me|di)?rekomendasikan|(?:meny|di\s?s|s)arankan|(?:meng|di)?usulkan"
    r"|(?:dapat|perlu|bisa)\s+(?:di\s?)?(?:adopsi|tindaklanjuti|terapkan|replikasi|lakukan))\b",
    re.IGNORECASE,
)
LEAD_IN = re.compile(
    r":\s*$|\b(?:sebagai\s+berikut|berikut\s+ini|antara\s+lain|yaitu|adalah|di\s+bawah\s+ini)\s*[:.]?\s*$",
    re.IGNORECASE,
)
# A sentence that only says that proposals follow, or where they stand.
TO_SELF = re.compile(
    r"\b(?:rekomendasi|saran|usulan|masukan)\b[^.]{0,60}\b(?:berikut|disampaikan|lampiran|tercantum|dimuat|kami\s+muat|terlampir|kami\s+bagi)\b|\b(?:matriks|tabel)\s+(?:berikut|di\s+bawah)"
    r"|\b(?:hal(?:-hal)?|langkah(?:-langkah)?|beberapa\s+\w+|apa\s+yang\s+akan\s+kami\s+\w+)\s+(?:sebagai\s+)?(?:berikut|kepada\s+pimpinan)\b"
    r"|\b(?:dua|tiga|empat|lima|enam|tujuh|sejumlah|beberapa|berbagai)\s+(?:butir\s+|poin\s+)?(?:rekomendasi|usul(?:an)?|saran|masukan|hal)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_PROPOSALS = re.compile(
    r"\b(?:rekomendasi|usul(?:an)?|saran|masukan|mengusulkan|merekomendasikan|menyarankan)\b", re.I
)
_OWN = re.compile(r"\b(?:kami|penulis|tim|peserta)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:kita|kami)\b", re.IGNORECASE)
_TWO_SIDES = {"agar", "supaya", "wajib"}  # a purpose or a duty as often as a proposal


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or an item that is counted off; `lead`: the words before the first item, None for a sentence."""

    start: int
    end: int
    text: str
    lead: str | None = None


def stretches_of(source: Source, unit: Unit) -> list[Stretch]:
    """The unit's text cut; one that a page broke in the middle stays whole."""
    if len(unit.pieces) > 1 and not SENTENCE_END.search(unit.text):
        return [Stretch(unit.start, unit.end, unit.text)]
    if len(unit.pieces) == 1:
        counted = _counted(source, unit)
        if counted:
            return counted
    return [part for start, end in sentences_of(source, unit) for part in _parts(source, start, end)]


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


def _parts(source: Source, start: int, end: int) -> Iterator[Stretch]:
    """A sentence with several actions in it is several stretches."""
    raw = source.text[start:end]
    actions = listed(raw)
    if actions and _SPEAKS_OF_PROPOSALS.search(source.text, max(0, start - 200), end):
        lead = flat(source.text[max(0, start - 200) : start + actions[0][0]])
        for first, last in actions:
            yield Stretch(start + first, start + last, flat(raw[first:last]), lead)
        return
    for first, last in parts_by_agar(raw):
        yield Stretch(start + first, start + last, flat(raw[first:last]))


def announces(lead: str) -> bool:
    """Whether the words before counted items say that those are proposals of the writers."""
    if not OPENING_SENTENCE.search(lead) or NOT_OPENER.search(lead) or is_rejected(lead):
        return False
    return bool(_OWN.search(lead)) or not of_others(lead)


def likely_in_section(text: str, *, mixed: bool, led: bool) -> float | None:
    """How sure a sentence below a heading of recommendations is one; None where it is none. `led`: a lead-in announced it."""
    if is_rejected(text) or is_state(text) or of_others(text):
        return None
    if proposes(text):
        return 0.95
    modal = MODAL.search(text)
    if (modal and modal.group().casefold() not in _TWO_SIDES) or (is_action(text) and not mixed):
        return 0.85
    if modal and re.match(r"(?:kepada|bagi|untuk|agar|[A-Z][\w ,]{2,80}\bagar\b)", text, re.IGNORECASE):
        return 0.8
    return 0.7 if led and not mixed and re.search(r"\bdi[a-z]{4,}\b", text) else None


def likely_in_running(text: str, unit: Unit, kind: Kind, *, aims: bool) -> float | None:
    """How sure a sentence outside such a section is one. `aims`: it stands where aims, duties or findings are told."""
    if proposes(text):
        return 0.9
    if not may_propose(text) or (unit.kind is BlockKind.NOTE and not _OURS.search(text)):
        return None
    if kind is Kind.NEWS and _SPEAKS_OF_PROPOSALS.search(unit.text.replace(text, " ")):
        return 0.82
    if any(proposes(other) for other in SENTENCE_END.split(unit.text.split(text)[0])):
        return 0.82
    return None if kind is Kind.LETTER or aims else 0.72
