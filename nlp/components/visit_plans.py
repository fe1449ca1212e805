"""The visit that a paper is about: `Susunan Acara Kunjungan Balasan X ke Y`, `Acara : Persiapan Kunjungan ke Z`; what a surat tugas orders."""

import re
from collections.abc import Iterator
from datetime import date

from nlp.components.programme_words import STUDY
from nlp.components.recommendation_units import flat
from nlp.components.visit_thirds import Thirds
from nlp.components.visit_times import When
from nlp.components.visit_words import RETURN, is_past
from nlp.extraction import Kind, Visit
from nlp.facts import Facts
from nlp.source import Source

_I = re.IGNORECASE
_HEAD = 1500  # characters of a document in which its subject stands
_BELOW = 160  # characters below the subject in which its day stands
_VISIT = rf"(?:kunjungan|lawatan|anjangsana|{STUDY})\b"
# A row or a title line that plans a visit and says where to.
_SUBJECT = re.compile(
    rf"^[ \t]*(?:(?:acara|agenda|kegiatan|hal|perihal|tentang|pokok\s+bahasan|topik)[ \t]*[:|]\s*)?(?P<what>(?:(?:rapat|pembahasan|persiapan|rencana|pemantapan|koordinasi|susunan\s+acara|rundown|jadwal|agenda|KAK|TOR)\s+)*{_VISIT}[^\n]*(?:\n(?=[^\n]*\bke\s)[^\n:\d]+|\n[^\n:\d]+\n[ \t]*ke\s[^\n]*)?)",
    _I | re.M,
)
_ROW = re.compile(r"\W*(?:acara|agenda|kegiatan|hal|perihal|tentang|pokok\s+bahasan|topik)\s*:", _I)
_PLANS = re.compile(
    r"\b(?:susunan\s+acara|rundown|run\s+down|jadwal|tentative|rencana|persiapan|pemantapan|kerangka\s+acuan|term\s+of\s+reference|pemberitahuan\s+rencana)\b",
    _I,
)
_ORDER = re.compile(r"^[ \t]*(?:SURAT\s+(?:PERINTAH\s+)?TUGAS|SURAT\s+PERINTAH(?:\s+PERJALANAN\s+DINAS)?)\b", re.M)
_TASK = re.compile(
    rf"\W*(?:untuk\W+)?(?:\d{{1,2}}[.)]\s*)?(?:(?:melakukan|melaksanakan|melanjutkan|mengikuti|mengadakan|meneruskan|menghadiri)\s+(?:perjalanan\s+dinas\s+)?(?:dalam\s+rangka\s+)?{_VISIT}|mengunjungi\b|berkunjung\b|bertandang\b)",
    _I,
)

# `1. Menerima rombongan X pada …`: what a note advises.
_ADVICE = re.compile(
    r"\W*(?:\w{1,2}[.)]\s*)?(?:menerima|menyambut|menjamu)\s+(?:kunjungan|rombongan|tim|delegasi|utusan|kedatangan|tamu)\b(?![^.]*\bmagang\b)",
    _I,
)


def is_advice(line: str) -> bool:
    """`Menerima rombongan X pada …`: what a note advises to do."""
    return _ADVICE.match(line) is not None and not is_past(line)


def is_order(source: Source, facts: Facts) -> bool:
    """Whether the paper sends people: what its list of tasks names lies ahead."""
    return facts.kind in (Kind.LETTER, Kind.OTHER) and _ORDER.search(source.text[:_HEAD]) is not None


def is_subject(line: str) -> bool:
    """`Acara : Persiapan Kunjungan ke Z`, a row of the head."""
    return _ROW.match(line) is not None


def is_task(line: str) -> bool:
    """`Melakukan studi tiru … pada X`, `Melanjutkan kunjungan ke Y`: a task that is a visit."""
    return _TASK.match(line) is not None and not is_past(line)


def of_subject(source: Source, facts: Facts, thirds: Thirds, today: date | None) -> Iterator[Visit]:
    """The visit that the subject of a rundown, of minutes or of a plan names, on the day that stands below it."""
    head = source.text[:_HEAD]
    if facts.kind is not Kind.OTHER or _PLANS.search(head) is None:
        return
    for match in _SUBJECT.finditer(head):
        line = flat(match["what"])
        before = head[max(0, match.start() - 40) : match.start("what")]
        if is_past(line) or not _PLANS.search(f"{before} {line}"):
            continue
        ends = thirds.ends(line, thirds.sides.named(line), None)
        when = _below(facts, match.end(), today)
        ends = ends or thirds.to_there(line)
        if ends is None or (when is not None and today is not None and when.first is not None and when.first < today):
            continue
        yield Visit(
            visitor=ends[0],
            host=ends[1],
            reciprocal=RETURN.search(line) is not None,
            start=when.first if when else None,
            end=when.last if when else None,
            when_text=when.text if when else None,
            purpose=None,
            evidence=source.evidence(match.start("what"), match.end("what")),
            confidence=0.8,
        )
        return


def _below(facts: Facts, place: int, today: date | None) -> When | None:
    near = (m for m in facts.date_mentions if place <= m.start <= place + _BELOW and m.precision == "day")
    first = next((m for m in near if today is None or m.first >= today), None)
    return When(first.text, first.first, first.last) if first is not None else None
