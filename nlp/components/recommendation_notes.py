"""Speaker notes of a slide that hold proposals: `Usulan kami kepada Kepala Dinas:` above numbered lines, `Masukan untuk X: memasang …`."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_units import SENTENCE_END
from nlp.components.recommendation_walk import last_sentence
from nlp.components.recommendation_wordings import is_to_unit, speaks_of_recommending
from nlp.components.recommendation_words import is_action, is_rejected, unit_acts
from nlp.pages import BlockKind
from nlp.source import Source

_OURS = re.compile(r"\b(?:kami|kita|saya|tim)\b", re.IGNORECASE)
# `Masukan untuk Disdukcapil Kota Yogyakarta, sampaikan dengan santun: memasang …`
_ADVICE = re.compile(
    r"(?:masukan|saran|usul(?:an)?|rekomendasi|titipan)\s+(?:kami\s+)?(?P<who>(?:untuk|kepada|bagi)\s+[^:,]{3,90})(?:,[^:]{3,60})?:\s+",
    re.IGNORECASE,
)


# `Tambahan usul dari saya pribadi: Dinas X mematikan …`
_OWN_ADVICE = re.compile(
    r"(?:(?:tambahan|satu|titipan)\s+(?:lagi\s+)?)?(?:masukan|saran|usul(?:an)?|rekomendasi|titipan)(?:\s+tambahan|\s+lain)?\s+(?:dari\s+)?(?:saya|kami|kita|tim|kelompok)(?:\s+\w+){0,2}:\s+",
    re.IGNORECASE,
)


def of_notes(source: Source, units: Sequence[Unit]) -> Iterator[Candidate]:
    """The proposals in the notes of one slide."""
    lead: str | None = None
    for unit in units:
        if len(unit.pieces) != 1:
            lead = None
            continue
        if unit.text.endswith(":"):
            said = last_sentence(unit.text)
            lead = said if speaks_of_recommending(said) and _OURS.search(said) else None
        elif unit.mark_kind is not None and lead is not None:
            if not is_rejected(unit.text):
                yield _candidate(unit, unit.start, unit.end, unit.text, lead)
        elif lead is not None and is_to_unit(unit.text):
            yield _candidate(unit, unit.start, unit.end, unit.text, None)
        else:
            lead = None
            yield from _advice(source, unit)


def last_note(units: Sequence[Unit], index: int) -> int:
    """The end of the notes of one slide that begin at `index`."""
    last = index
    while last < len(units) and units[last].kind is BlockKind.NOTE and units[last].page == units[index].page:
        last += 1
    return last


def _advice(source: Source, unit: Unit) -> Iterator[Candidate]:
    text = source.text[unit.start : unit.end]
    match = _ADVICE.match(text) or _OWN_ADVICE.match(text)
    if match is None or not (is_action(text[match.end() :]) or unit_acts(text[match.end() :])):
        return
    end = SENTENCE_END.search(text, match.end())
    last = end.start() if end else len(text)
    action = " ".join(text[match.end() : last].split())
    if not is_rejected(action):
        yield _candidate(unit, unit.start + match.end(), unit.start + last, action, match.groupdict().get("who"))


def _candidate(unit: Unit, start: int, end: int, text: str, lead: str | None) -> Candidate:
    return Candidate(start, end, text, ((start, end),), (lead,) if lead else (), confidence=0.9)
