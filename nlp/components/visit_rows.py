"""Visits in the rows of a schedule: `4 Agustus 2025 | Pemerintah Kota X | studi tiru perizinan`, by what the columns are called."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from nlp.components.date_moved import changes
from nlp.components.institutions import find_institutions, government_of
from nlp.components.programme_words import STUDY
from nlp.components.recommendation_units import Unit, flat
from nlp.components.visit_thirds import Thirds
from nlp.components.visit_times import Times
from nlp.components.visit_words import RETURN, is_past
from nlp.extraction import Kind, Visit
from nlp.facts import Facts
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.words.places import find_regions

_I = re.IGNORECASE
_WHERE_TO = re.compile(
    r"\b(?:tujuan(?!\s+(?:kegiatan|kunjungan\s+untuk))|tuan\s+rumah|daerah\s+tujuan|instansi\s+tujuan|yang\s+dikunjungi)\b",
    _I,
)
_WHO = re.compile(
    r"\b(?:tamu|rombongan|pengunjung|asal|dari|instansi\s+pemohon|pemohon|daerah\s+asal|yang\s+berkunjung)\b", _I
)
_WHEN = re.compile(r"\b(?:hari|tanggal|tgl|waktu|jadwal|bulan|pelaksanaan)\b", _I)
_VISIT = re.compile(rf"\b(?:kunjungan|kunker|lawatan|{STUDY})\b", _I)
_LONGEST_NAME = 90  # characters of a cell that names an institution


def of_rows(source: Source, facts: Facts, thirds: Thirds, times: Times, units: Sequence[Unit]) -> Iterator[Visit]:
    """Each row that names another institution as guest or as goal, on a day still to come."""
    if facts.kind not in (Kind.OTHER, Kind.LETTER) or thirds.ours is None:
        return
    yield from _of_changes(source, thirds, times)
    cells = (unit for unit in units if unit.kind is BlockKind.CELL and unit.owner.header)
    for _, row in groupby(cells, key=lambda unit: (unit.page, unit.owner.table, unit.owner.row)):
        yield from _of_row(source, thirds, times, list(row))


_OPEN = re.compile(r"\b(?:ditentukan|menyusul|kemudian|dikabarkan|diberitahukan)\b", _I)
_CALLED_OFF = re.compile(r"\b(?:batal|dibatalkan|ditiadakan|tidak\s+jadi)\b", _I)


def _of_changes(source: Source, thirds: Thirds, times: Times) -> Iterator[Visit]:
    """`Kunjungan X ke Y | 6–8 Oktober | 3–5 November` in a table of what was planned and what holds now."""
    for change in changes(source):
        line = flat(change.what.text)
        if not _VISIT.search(line) or is_past(line) or _CALLED_OFF.search(change.anew.text):
            continue
        ends = thirds.ends(line, thirds.sides.named(line), None)
        when = times.said(change.anew.text) if times.is_later(change.anew.text) else None
        if ends is None or (when is None and not _OPEN.search(change.anew.text)):
            continue
        yield Visit(
            visitor=ends[0],
            host=ends[1],
            reciprocal=RETURN.search(line) is not None,
            start=when.first if when else None,
            end=when.last if when else None,
            when_text=when.text if when else flat(change.anew.text),
            purpose=None,
            evidence=source.evidence(change.what.start, change.what.end),
            confidence=0.75,
        )


def _of_row(source: Source, thirds: Thirds, times: Times, row: Sequence[Unit]) -> Iterator[Visit]:
    headers = " ".join(unit.owner.header or "" for unit in row)
    text = " ; ".join(unit.text for unit in row)
    if len(row) < 3 or not _VISIT.search(f"{headers} {text}") or is_past(text):
        return
    goal = next((unit for unit in row if _WHERE_TO.search(unit.owner.header or "")), None)
    guest = next((unit for unit in row if _WHO.search(unit.owner.header or "")), None)
    day = next((unit for unit in row if _WHEN.search(unit.owner.header or "") and times.is_later(unit.text)), None)
    named = goal or guest
    other = _institution(named.text) if named is not None else None
    if named is None or day is None or other is None or other == thirds.ours:
        return
    receives = _institution(goal.text) if goal is not None else None
    comes = _institution(guest.text) if guest is not None else None
    visitor, host = comes or thirds.ours, receives or thirds.ours
    when = times.said(day.text)
    if visitor == host or thirds.ours not in (visitor, host):
        return
    yield Visit(
        visitor=visitor,
        host=host,
        reciprocal=RETURN.search(text) is not None,
        start=when.first if when else None,
        end=when.last if when else None,
        when_text=when.text if when else None,
        purpose=None,
        evidence=source.evidence(named.start, named.end),
        confidence=0.7,
    )


def _institution(cell: str) -> str | None:
    """The one institution that a cell names: by its name, or a region by its full name."""
    if len(cell) > _LONGEST_NAME:
        return None
    sure = {mention.name for mention in find_institutions(cell) if mention.sure and mention.region}
    if sure:
        return sure.pop() if len(sure) == 1 else None
    regions = {region.candidates[0] for region in find_regions(cell) if region.explicit and len(region.candidates) == 1}
    return government_of(regions.pop().official) if len(regions) == 1 else None
