"""Where a sentence that says when the internship was held says where too: `berlangsung Senin s.d. Kamis, 7-10 Oktober 2024, di …`."""

import re
from collections.abc import Iterator

from nlp.components.placement_found import Found, Places
from nlp.components.placement_lists import FIELD_TRIP
from nlp.components.recommendation_words import bare_heading
from nlp.components.small_letters import holds_any
from nlp.components.tables import is_label

_I = re.IGNORECASE
# `1.4 Waktu dan Tempat`, `Jadwal dan Lokasi Kegiatan`: what stands below needs no verb.
_WHEN_AND_WHERE = re.compile(
    r"(?=.*\b(?:tempat|lokasi|lokus)\b)(?:waktu|jadwal|hari|tanggal|tempat|lokasi|lokus|pelaksanaan)\b"
    r"(?:\s*[,/&]\s*|\s+(?:dan|serta)\s+|\s+)(?:\w+\W+){0,5}\w*\W*$",
    _I,
)
_HELD = re.compile(
    r"\b(?:dilaksanakan|berlangsung|diselenggarakan|diadakan|digelar|dijalani|dilakukan|dijalankan)\b", _I
)
_HELD_CUES = ("laksanakan", "langsung", "selenggarakan", "diadakan", "digelar", "dijalan", "dilakukan")
_EVENT = re.compile(
    r"\b(?:magang|studi|kunjungan|kegiatan|kaji|benchmarking|perjalanan|praktik|orientasi|program|pembelajaran|lawatan|sekolah\s+lapang)\b",
    _I,
)
# The end of a date or of a length of time, then the place.
_THEN_PLACE = re.compile(
    r"(?:\b20\d\d\b\)?|\b(?:hari(?:\s+kerja)?|pekan|minggu|bulan)\b\)?)\s*,?\s*(?:\([^)]{2,30}\)\s*,?\s*)?"
    r"(?:(?:yang\s+)?(?:bertempat|berlokasi|berpusat|dipusatkan)\s+)?(?P<lead>di|pada)\s+(?=[A-Z]|kantor\s)",
    _I,
)
_BARE_PLACE = re.compile(r"\b20\d\d\b\)?\s*[,;–-]\s*(?=(?:[Kk]antor\s+)?[A-Z])")
# Below the heading the place may come first: `Dinas Sosial Kabupaten X, 3 s.d. 14 Maret 2025`.
_BEGINS = re.compile(
    r"\W*(?:(?:[Dd]i|[Pp]ada)\s+)?(?=(?:[Kk]antor\s+)?[A-Z][A-Za-z]+\s)(?!(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Tanggal|Hari|Magang|Kegiatan)\b)"
)
_SENTENCE_END = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
_YEAR_OR_SPAN = re.compile(r"20\d\d|\b(?:hari|pekan|minggu|bulan)\b", _I)
_LONGEST_BEFORE = 260  # characters of a sentence before its place


def from_when_and_where(places: Places) -> Iterator[Found]:
    """The units behind the date of a sentence on the whole journey, or of a line below `Waktu dan Tempat`."""
    below = False
    for unit in places.units:
        if unit.owner.table is not None:
            continue
        if is_label(unit):
            below = _WHEN_AND_WHERE.match(bare_heading(unit.text)) is not None
            continue
        small = unit.text.lower()
        if not below and not holds_any(small, _HELD_CUES):
            continue
        if _YEAR_OR_SPAN.search(unit.text) is None:
            continue
        yield from _of_unit(places, unit.start, unit.end, below=below)


def _of_unit(places: Places, start: int, end: int, *, below: bool) -> Iterator[Found]:
    text = places.source.text[start:end]
    begin = 0
    for stop in [*(match.start() for match in _SENTENCE_END.finditer(text)), len(text)]:
        sentence = text[begin:stop]
        if below or _speaks_of_it(sentence):
            place = _THEN_PLACE.search(sentence)
            if place is None and below:
                place = _BARE_PLACE.search(sentence) or _BEGINS.match(sentence)
            if place is not None and place.start() < _LONGEST_BEFORE:
                trip = FIELD_TRIP.search(sentence, place.end())
                last = begin + (trip.start() if trip else len(sentence))
                yield from places.in_row(start + begin + place.end(), start + last, anywhere=below)
        begin = stop


def _speaks_of_it(sentence: str) -> bool:
    """The sentence's subject, before the verb of holding, is the journey."""
    held = _HELD.search(sentence)
    return held is not None and _EVENT.search(sentence, 0, held.start()) is not None and held.start() < 120
