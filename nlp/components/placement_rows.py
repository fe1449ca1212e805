"""Places of an internship that begin a line of those who were there: `Dinas X: A, S.E.; B, S.T.`, `• Dua orang di Dinas Y: …`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.components.head_words import NUMBER, number
from nlp.components.institutions import region_of
from nlp.components.people_rows import MOST_NAMES, names_in_row
from nlp.components.placement_found import HEADS, Found, Places
from nlp.components.recommendation_units import Unit

_I = re.IGNORECASE
_HEADS_AT = re.compile(
    rf"\W*(?P<n>{NUMBER})\s+(?:orang|org|peserta|pegawai|ASN|rekan)(?:\s+(?:lainnya|lagi|berikutnya))?\s+(?:di|pada|ke)\s+(?-i:(?=[A-Z]))",
    _I,
)
_AT = re.compile(r"\W*(?:di|pada)\s+$", _I)
_LONGEST_UNIT = 150  # characters before the colon
_SHORTEST_ROW = 12
_LEAST = 2  # units


def from_people_rows(places: Places) -> Iterator[Found]:
    """The units of such lines, two at least, one of which the host's region or `di` tells from where people came from."""
    found: dict[str, Found] = {}
    sure = False
    for unit in places.units:
        if unit.owner.table is not None or unit.end - unit.start < _SHORTEST_ROW:
            continue
        item = _of_heads(places, unit) or _of_names(places, unit)
        if item is None:
            continue
        before = found.get(item.name)
        rows = (item.rows or 0) + ((before.rows or 0) if before else 0)
        found[item.name] = replace(before or item, rows=rows or None, parted=True)
        written = places.source.text[item.start : item.end]
        sure = sure or item.parted or (places.names.region is not None and region_of(written) == places.names.region)
    if sure and len(found) >= _LEAST:
        yield from found.values()


def _of_heads(places: Places, unit: Unit) -> Found | None:
    """`Dua orang di Dinas Y: A; B`."""
    text = places.source.text
    opening = _HEADS_AT.match(text, unit.start, unit.end)
    if opening is None or unit.mark_kind is None:
        return None
    item = next(iter(places.named(opening.end(), unit.end)), None)
    if item is None or item.start > opening.end() + 1:
        return None
    return replace(item, rows=number(opening["n"]), parted=True)


def _of_names(places: Places, unit: Unit) -> Found | None:
    """`Dinas X, disingkat Y: A, S.E.; B, S.T.`; nothing but names behind the colon."""
    text = places.source.text
    colon = text.find(":", unit.start, min(unit.end, unit.start + _LONGEST_UNIT))
    if colon < 0 or HEADS.search(text, colon, unit.end):
        return None
    people = text[colon + 1 : unit.end].strip(" .;")
    names = names_in_row(people, MOST_NAMES)
    behind = people[people.rfind(names[-1]) + len(names[-1]) :] if names else ""
    if not names or behind.strip(" .,;)") or not any("," in name or len(names) > 1 for name in names):
        return None
    first = unit.end - len(unit.text)
    item = next(iter(places.named(first, colon)), None)
    if item is None:
        return None
    lead = text[first : item.start]
    if lead.strip() and not _AT.fullmatch(lead):
        return None
    return replace(item, rows=len(names), parted=bool(lead.strip()))
