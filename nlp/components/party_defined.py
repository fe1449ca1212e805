"""The parties of an opening that gives each a name in brackets instead of `PIHAK KESATU`: `(1) N, Kepala X, … (“Dinas”); dan (2) …`."""

import re

from nlp.components.comparition import party_of_segment
from nlp.extraction import Party
from nlp.facts import InstitutionMention
from nlp.source import Source
from nlp.zones import PartySegment, Zones

_LABEL = re.compile(
    r"\(\s*(?:(?:untuk\s+)?selanjutnya\s+)?(?:disebut\s+(?:juga\s+)?(?:sebagai\s+)?)?[“\"](?P<label>[A-Z][^”\"\n]{2,40})[”\"]\s*\)",
)
# A capital letter only where it is no initial: `(A) X`, `antara: A. X; dan B. Y`.
_MARK = re.compile(
    r"(?:\(?(?=\d|[a-e]|[IVX]{1,3}[.)])|\((?=[A-E]\))|(?:(?<=^)|(?<=[:;,”\")] )|(?<=\bdan ))(?=[A-E][.)]))(?P<mark>\d|[a-eA-E]|[IVX]{1,3})[.)]\s+(?=[A-Z])"
)
_ACTS = re.compile(r"\b(?:bertindak|mewakili|diwakili|atas\s+nama)\b", re.I)
_BODY = re.compile(r"\b(?:Pasal|PASAL|BAB)\s+(?:\d|[IVX])")
_JOINT = re.compile(r"\W*(?:dan|serta)?\W*$")
_OPENING = 6000  # characters
_LONGEST = 1200  # characters of what is said of one party


def defined_parties(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """Each party as its numbered segment tells it; empty where fewer than two are told so."""
    text = source.flat.text
    body = _BODY.search(text, 0, _OPENING)
    segments: list[PartySegment] = []
    begin = 0
    for label in _LABEL.finditer(text, 0, body.start() if body else min(len(text), _OPENING)):
        mark = _first_mark(text, begin, label.start()) if not segments else _next_mark(text, begin, label.start())
        if mark is None or label.start() - mark > _LONGEST or not _ACTS.search(text, mark, label.start()):
            if segments:
                break
            continue
        segments.append(PartySegment(mark, label.start(), label["label"]))
        begin = label.end()
    if len(segments) < 2:
        return []
    found = [
        party_of_segment(source, mentions, parts, segment, number) for number, segment in enumerate(segments, start=1)
    ]
    parties = [party for party in found if party is not None]
    return parties if len(parties) == len(segments) == len({party.name for party in parties}) else []


def _first_mark(text: str, start: int, end: int) -> int | None:
    """Where what the first mark introduces begins."""
    marks = [mark.end() for mark in _MARK.finditer(text, start, end) if mark["mark"] in "1aAI"]
    return marks[-1] if marks else None


def _next_mark(text: str, start: int, end: int) -> int | None:
    """Where what the next mark introduces begins, right behind the party before."""
    mark = _MARK.search(text, start, min(end, start + 20))
    return mark.end() if mark is not None and _JOINT.match(text[start : mark.start()]) else None
