"""Where a text shares participants out, unit by unit with their heads, or group by group."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.components.head_words import NUMBER, number
from nlp.components.placement_found import HEADS, HEADS_NEXT, Found, Places
from nlp.components.placement_sentences import SENTENCE
from nlp.components.small_letters import holds_any

_I = re.IGNORECASE
# `Kelompok A (5 orang): Dinas Kesehatan`
_GROUP = re.compile(
    rf"\b(?:kelompok|tim|regu|grup)\s+(?:\d{{1,2}}|[IVX]{{1,4}}|[A-F]|satu|dua|tiga|empat|lima|pertama|kedua|ketiga|keempat|kelima)\s*"
    rf"(?:\(\s*(?P<n>{NUMBER})\s*(?:\([^)]*\)\s*)?(?:orang|peserta|org|pegawai|ASN)\s*\)\s*)?[:=–→-]+\s*(?:di\s+|pada\s+|ke\s+)?(?-i:(?=[A-Z]))",
    _I,
)
_GROUP_CUES = ("kelompok ", "tim ", "regu ", "grup ")
_AT_ONCE = 10  # characters
# `dengan pembagian: Bidang X 2 orang, serta UPT Y 3 orang`
_SHARED = re.compile(
    r"\b(?:pembagian|(?:pe)?rincian|sebaran|penempatan|komposisi|distribusi|alokasi)(?:nya)?(?:\s+(?!di\b|pada\b)\w+){0,3}?"
    r"\s*(?::|\b(?:yakni|yaitu|adalah|ialah|sebagai\s+berikut)\b\s*:?)\s*",
    _I,
)
_SHARED_CUES = ("pembagian", "rincian", "sebaran", "penempatan", "komposisi", "distribusi", "alokasi")
# `Magang 14 pejabat di X: – Dinas A (8 orang) – Bappeda (6 orang)`, in a cell of a programme.
_SHARED_IN_CELL = re.compile(r"\b(?:magang|praktik\s+kerja|belajar)\b[^:.]{0,90}:\s*(?=\W*[A-Z])", _I)
_TWO = 2  # units with their heads


def from_shares(places: Places) -> Iterator[Found]:
    """`dengan pembagian: Bidang X 2 orang, serta UPT Y 3 orang`: each unit with its heads right behind it."""
    for unit in places.units:
        pattern = _SHARED if unit.owner.table is None else _SHARED_IN_CELL
        if pattern is _SHARED and not holds_any(unit.text.lower(), _SHARED_CUES):
            continue
        if pattern is _SHARED_IN_CELL and (":" not in unit.text or len(HEADS.findall(unit.text)) < _TWO):
            continue
        opening = pattern.search(places.source.text, unit.start, unit.end)
        if opening is None:
            continue
        stop = SENTENCE.search(places.source.text, opening.end(), unit.end)
        for item in places.named(opening.end(), stop.start() if stop else unit.end):
            if heads := HEADS_NEXT.match(places.source.text, item.end, unit.end):
                yield replace(item, rows=number(heads["n"]))


def from_groups(places: Places) -> Iterator[Found]:
    """`Kelompok A (5 orang): Dinas Kesehatan`, in a line of its own or one after another."""
    for unit in places.units:
        if not holds_any(unit.text.lower(), _GROUP_CUES):
            continue
        groups = [*_GROUP.finditer(places.source.text, unit.start, unit.end)]
        ends = [*(group.start() for group in groups[1:]), unit.end]
        for group, end in zip(groups, ends, strict=False):
            item = next(iter(places.named(group.end(), end)), None)
            if item is not None and item.start - group.end() < _AT_ONCE:
                heads = HEADS.search(places.source.text, item.end, min(end, item.end + 20))
                stated = group["n"] or (heads["n"] if heads else None)
                yield replace(item, rows=number(stated) if stated else None, parted=True)
