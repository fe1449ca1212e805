"""How many took part where a text counts them team by team: `tiga tim, masing-masing 4 orang`, `Tim A (4 orang) … Tim B (3 orang)`."""

import re
from collections.abc import Sequence

from nlp.components.head_words import EVENT, NUMBER, WHO, has_figure, may_count, number
from nlp.components.recommendation_units import Unit

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
_TAKES_PART = re.compile(rf"\b(?:{EVENT}|{WHO})\b", _I)
_LEAST = 2
_MOST_TEAMS = 12


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
