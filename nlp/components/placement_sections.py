"""Places of an internship that running text below a heading names: `Tempat bekerja`, `Kami dibagi`, `Di mana kami ditempatkan`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.components.head_words import NUMBER, number
from nlp.components.placement_found import HEADS_NEXT, ROOM, Found, Places
from nlp.components.recommendation_words import bare_heading
from nlp.components.tables import is_label

_I = re.IGNORECASE
_HEADING = re.compile(
    r"^(?:penempatan|(?:pembagian|sebaran)\s+(?:tempat|penempatan|peserta|lokus|tugas)|lokus|(?:kami|kita|peserta)\s+(?:dibagi|terbagi|disebar|ditempatkan)"
    r"|(?:tempat|lokasi)\s+(?:(?:kami|kita|peserta)\s+)?(?:bekerja|kerja|magang|belajar|bertugas|penempatan|tugas|praktik)|(?:siapa\s+)?di\s*mana\b|peserta\s+dan\s+(?:tempat|penempatan|lokus)|penempatan\s+peserta)\b",
    _I,
)
_LONGEST_HEADING = 60
# Right before a unit: they were there; `di kantor yang sejenis, Inspektorat X`.
_THERE = re.compile(
    r"\b(?:di|pada|bergabung\s+dengan|ke(?<=dikirim\ske)|ke(?<=masuk\ske)|mengikuti|menempati|ikut)\s+(?:kantor\s+|lingkungan\s+|(?:dinas|kantor|badan|bagian|instansi)\s+[a-z ]{2,25},\s+)?$",
    _I,
)
# What does not say where they worked.
_OTHER = re.compile(
    r"\b(?:semula|rencana(?:nya)?|tidak\s+ikut|batal|berasal|dibuka|dilepas|diterima\s+oleh|ditutup|upacara|apel|rapat|audiensi|kunjungan|singgah|pembimbing|mentor|penghubung)\b",
    _I,
)
_CLAUSE = re.compile(
    r"[.;]\s+(?=[A-Z])|,\s+(?=(?:tetapi|sedangkan|sementara|dan|adapun|sehingga)\s)|\s(?=sedangkan\s|sementara\s)"
)
_HEADS_IN_CLAUSE = re.compile(
    rf"\b(?:(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|rekan|ASN)|ke(?P<all>{NUMBER})\s+(?:rekan|orang|peserta|pegawai)|(?P<one>seorang|sendirian|sendiri))\b",
    _I,
)
_LEAST = 2  # units below one heading, unless a place is strongly said


def from_sections(places: Places) -> Iterator[Found]:
    """The units at which the text below such a heading says that participants were, two at least."""
    inside = False
    found: list[Found] = []
    for unit in [*places.units, None]:
        if unit is None or is_label(unit):
            yield from found if len({item.name for item in found}) >= _LEAST else ()
            found = []
            heading = bare_heading(unit.text) if unit is not None else ""
            inside = len(heading) <= _LONGEST_HEADING and _HEADING.match(heading) is not None
        elif inside and unit.owner.table is None:
            found += _of_text(places, unit.start, unit.end)


def _of_text(places: Places, start: int, end: int) -> Iterator[Found]:
    text = places.source.text
    begins = [start, *(match.end() for match in _CLAUSE.finditer(text, start, end))]
    named = places.named(start, end)
    for item in named:
        begin = max(place for place in begins if place <= item.start)
        before = " ".join(text[begin : item.start].split()) + " "
        if not _THERE.search(before) or _OTHER.search(before):
            continue
        behind = HEADS_NEXT.match(text, item.end)
        counts = [*_HEADS_IN_CLAUSE.finditer(before)]
        rows = number(behind["n"]) if behind else _figure(counts[0]) if len(counts) == 1 else None
        yield replace(item, rows=rows, parted=True, passing=ROOM.match(item.name) is not None)


def _figure(match: re.Match[str]) -> int:
    return 1 if match["one"] else number(match["n"] or match["all"])
