"""How many took part where a text counts them team by team: `tiga tim, masing-masing 4 orang`, `Tim A (4 orang) … Tim B (3 orang)`."""

import re
from collections.abc import Sequence, Set

from nlp.components.head_words import EVENT, NUMBER, WHO, has_figure, may_count, number
from nlp.components.recommendation_units import Unit
from nlp.components.small_letters import holds_any
from nlp.extraction import Group

_I = re.IGNORECASE
_TEAM = r"(?:tim|kelompok|regu|gelombang|kloter|rombongan|grup)"
_EACH = re.compile(
    rf"(?<![\w.,/-])(?P<teams>{NUMBER})\s+{_TEAM}\b[^.;:]{{0,40}}?\b(?:masing-masing|tiap\s+{_TEAM}|setiap\s+{_TEAM})\s+(?:(?:beranggotakan|terdiri\s+(?:dari|atas)|berisi|sebanyak)\s+)?"
    rf"(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\b",
    _I,
)
_ONE = re.compile(
    rf"\b{_TEAM}\s+(?P<which>[A-F]|\d{{1,2}}|[IVX]{{1,4}}|pertama|kedua|ketiga|keempat)\s*(?:\(|:|,|berisi|beranggotakan|terdiri\s+(?:dari|atas)|sebanyak|\s)+\s*(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\b",
    _I,
)
_WHICH = r"(?:[IVX]{1,4}|\d|pertama|kedua|ketiga|keempat|kelima)\b"
_WAVE_LABEL = rf"(?P<label>(?:gelombang|angkatan|kloter|batch|tahap|rombongan|kelompok|regu)\s+{_WHICH})"
_HEADS = rf"(?P<n>{NUMBER})\s+(?:orang\s+)?(?:orang|peserta|pegawai|ASN)\b"
_WAVES = (
    # `Gelombang pertama, 10–21 Juni 2024, diikuti delapan orang.`
    re.compile(
        rf"\b{_WAVE_LABEL}[^.;:]{{0,70}}?(?:\b(?:diikuti(?:\s+oleh)?|beranggotakan|terdiri\s+(?:dari|atas)|berjumlah|berisi|sebanyak|membawa|berangkat|memberangkatkan)\s+|[(:,]\s*){_HEADS}",
        _I,
    ),
    # `Enam orang berangkat pada gelombang pertama dan lima orang pada gelombang kedua.`
    re.compile(rf"(?<![\w.,/-]){_HEADS}[^.;,\d]{{0,50}}?\b(?:pada|dalam|di|ikut|masuk)\s+{_WAVE_LABEL}", _I),
)
_WAVE_CUES = ("gelombang", "angkatan", "kloter", "batch", "tahap", "rombongan", "kelompok", "regu")
_TAKES_PART = re.compile(rf"\b(?:{EVENT}|{WHO})\b", _I)
_LEAST = 2
_MOST_TEAMS = 12


def groups_of_waves(units: Sequence[Unit], stated: Set[int]) -> tuple[Group, ...]:
    """The batches in which they went, each with its figure; they add up to a figure that the document gives."""
    told = [unit.text for unit in units if may_count(unit.text) and holds_any(unit.text.lower(), _WAVE_CUES)]
    for pattern in _WAVES:
        found: dict[str, Group] = {}
        for match in (match for text in told for match in pattern.finditer(text)):
            found.setdefault(match["label"].casefold(), Group(match["label"], number(match["n"])))
        if len(found) >= _LEAST and sum(group.count for group in found.values()) in stated:
            return tuple(found.values())
    return ()


# `Kutai Barat datang dengan 19 orang … Rokan Hulu mengutus 11 orang`: several guests on one day.
_GUEST = re.compile(
    r"(?<![\w-])(?P<label>(?:(?:Kabupaten|Kota|Provinsi|Pemkab|Pemkot|Pemprov|DPRD)\s+)?[A-Z][a-z'-]{2,}(?:\s[A-Z][a-z'-]{2,}){0,2})\s+(?:datang\s+(?:dengan|membawa)|mengutus|mengirim(?:kan)?|memberangkatkan|membawa|memboyong|menurunkan|hadir\s+dengan|diwakili)\s+"
    rf"(?i:(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN))\b"
)
_NO_GUEST = frozenset({"Sedangkan", "Sementara", "Adapun", "Kemudian", "Lalu", "Yang", "Selain", "Tahun", "Mereka"})


def groups_of_guests(units: Sequence[Unit]) -> tuple[Group, ...]:
    """Each of the parties that one paragraph lets come, with its figure; two at least."""
    for unit in units:
        if not may_count(unit.text):
            continue
        found: dict[str, Group] = {}
        for match in _GUEST.finditer(unit.text):
            first, _, rest = match["label"].partition(" ")
            label = rest if first in _NO_GUEST else match["label"]
            if label and label not in _NO_GUEST:
                found.setdefault(label, Group(label, number(match["n"])))
        if len(found) >= _LEAST:
            return tuple(found.values())
    return ()


def count_of_teams(units: Sequence[Unit]) -> int | None:
    """So many teams of so many each, else what every team counts, added up."""
    found: dict[str, int] = {}
    for unit in units:
        if not has_figure(unit.text) or not may_count(unit.text):
            continue
        each = _EACH.search(unit.text)
        if each and _TAKES_PART.search(unit.text) and _LEAST <= number(each["teams"]) <= _MOST_TEAMS:
            return number(each["teams"]) * number(each["n"])
        for one in _ONE.finditer(unit.text):
            found.setdefault(one["which"].casefold(), number(one["n"]))
    return sum(found.values()) if len(found) >= _LEAST else None
