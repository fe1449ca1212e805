"""How many an agreement sends, as its clauses on the internship say."""

import re
from collections.abc import Sequence
from functools import lru_cache

from nlp.components.head_sentences import NOT_COUNT, OTHERS
from nlp.components.head_words import COUNTED, NUMBER, may_count, number
from nlp.components.recommendation_units import Unit
from nlp.components.tables import is_label
from nlp.extraction import Group

_I = re.IGNORECASE
AGREED_EVENT = re.compile(
    r"\bmagang\b|\bpelatihan\b|\bpraktik\s+kerja\b|\buji\s+kompetensi\b|\bpertukaran\b|\bstudi\s+(?:tiru|banding)\b|\bpeserta\b",
    _I,
)
AGREED_NOT = re.compile(
    r"\b(?:setiap|tiap|tiap-tiap|per)\s+(?:angkatan|tahun|gelombang|periode|kelas|bulan|semester|kegiatan|desa|kelurahan|kecamatan|OPD|perangkat\s+daerah)\b|\bpaling\s+(?:banyak|sedikit)\b|\bsekurang-kurangnya\b|\bmahasiswa\b|\bdiubah|\bsemula\b|\b(?:telah|sudah)\s+(?:menyelesaikan|menamatkan|mengikuti|menjalani|lulus|tamat|dilatih)\b|\bgelombang\s+(?:\d|[IVXl]+\b|pertama|ke)",
    _I,
)
_CLAUSE_END = re.compile(r"(?<=[a-z)])[.;:]\s")
# `Angkatan I, 12 (dua belas) orang, pada bulan Maret; Angkatan II, 8 (delapan) orang, …`
_WAVE = re.compile(
    rf"\b(?P<label>(?:angkatan|gelombang|tahap|kelompok|batch)\s+(?P<which>[IVX]{{1,4}}|\d{{1,2}}|pertama|kedua|ketiga|keempat))\b"
    rf"[^.;:\d]{{0,50}}?(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\b(?!\s*(?:per|setiap|tiap|/))",
    _I,
)
_WAVE_LINE = re.compile(
    rf"\W*(?P<label>(?:angkatan|gelombang|tahap|kelompok|kelas|batch)\s+(?:[IVX]{{1,5}}|\d{{1,3}}|pertama|kedua|ketiga|keempat|[A-F])(?:\s*\([^()\d]{{2,40}}\))?)"
    rf"\s*(?:[:=–-]|\bsebanyak\b|\bberjumlah\b)\s*(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\b(?:\s+(?:peserta|pegawai|ASN))?\s*[.;,]?(?:\s*(?:dan|serta))?\s*",
    _I,
)
_WHOLE = re.compile(r"\bjumlah\s+(?:seluruh\s+)?peserta\b|\bseluruhnya\b|\bsecara\s+keseluruhan\b|\btotal\b", _I)
_WAVES = 2
_CHANGED = re.compile(r"\b(?:diubah|semula)\b", _I)


@lru_cache(maxsize=1024)  # a clause's heading is asked about with each of its sentences
def is_agreed_event(text: str) -> bool:
    """Whether `text` speaks of an internship, a training or who takes part in it."""
    return AGREED_EVENT.search(text) is not None


def agreed_waves(units: Sequence[Unit]) -> tuple[Group, ...]:
    """The batches of a clause that gives each its own figure."""
    for unit in units:
        if not may_count(unit.text) or _CHANGED.search(unit.text):
            continue
        found = {match["which"].casefold(): match for match in _WAVE.finditer(unit.text)}
        if len(found) >= _WAVES:
            return tuple(Group(match["label"], number(match["n"])) for match in found.values())
    return _waves_on_lines(units)


def _waves_on_lines(units: Sequence[Unit]) -> tuple[Group, ...]:
    """`a. Angkatan XIV (Golongan II) : 38 orang;`, one batch a line, one below the other."""
    found: list[Group] = []
    for unit in units:
        match = _WAVE_LINE.fullmatch(unit.text) if may_count(unit.text) else None
        if match:
            found.append(Group(" ".join(match["label"].split()), number(match["n"])))
        elif len(found) >= _WAVES:
            break
        else:
            found = []
    return tuple(found) if len(found) >= _WAVES else ()


def agreed_count(units: Sequence[Unit], groups: Sequence[Group]) -> int | None:
    """How many an agreement sends: the one figure that its clauses on the internship give, or the sum of the groups.

    None where the clauses give several figures.
    """
    total = sum(group.count for group in groups)
    found: set[int] = set()
    wholes: set[int] = set()
    clause = ""
    for unit in units:
        if is_label(unit) or (unit.mark_kind is None and len(unit.text) < 60):
            clause = unit.text
        for sentence in _CLAUSE_END.split(unit.text) if may_count(unit.text) else ():
            if not may_count(sentence) or not (is_agreed_event(sentence) or is_agreed_event(clause)):
                continue
            if AGREED_NOT.search(sentence):
                continue
            counts = [
                number(m["n"])
                for m in COUNTED.finditer(sentence)
                if not NOT_COUNT.search(sentence[: m.start()]) and not OTHERS.match(sentence, m.end())
            ]
            if counts:
                whole = next((each for each in (counts[0], counts[-1]) if 2 * each == sum(counts)), None)
                found.add(whole or sum(counts))
                if len(counts) == 1 and _WHOLE.search(sentence):
                    wholes.add(counts[0])
    if total and (total in found or found <= {group.count for group in groups}):
        return total
    if len(wholes) == 1:
        return wholes.pop()
    return found.pop() if len(found) == 1 else None
