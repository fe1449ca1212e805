"""Places of an internship that begin a line of those who were there: `Dinas X: A, S.E.; B, S.T.`, `• Dua orang di Dinas Y: …`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.components.head_squads import squads
from nlp.components.head_words import NUMBER, number
from nlp.components.institutions import find_institutions, region_of
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
_PART = rf"[A-Z][^()\d;:]{{4,90}}?\s*\((?:{NUMBER})\s+(?:orang|org|peserta|pegawai|ASN)\)"
_COUNTED_LINE = re.compile(rf"\W*{_PART}(?:\s*(?:[,;]\s*(?:dan\s+|serta\s+)?|\bdan\s+|\bserta\s+){_PART}){{1,9}}\W*")
_COUNTED_PART = re.compile(
    rf"(?P<name>[A-Z][^()\d;:]{{4,90}}?)\s*\((?P<n>{NUMBER})\s+(?:orang|org|peserta|pegawai|ASN)\)"
)
_PROPER = re.compile(r"(?:[A-Z][\w'-]+\s+(?:dan\s+)?){0,5}")
_LONGEST_LINE = 400


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


def from_counted_line(places: Places) -> Iterator[Found]:
    """`Bagian A Setwan X (2 orang), UPTD B (1 orang)`, a line that says nothing else, the host's region in one of them."""
    region = places.names.region
    for unit in places.units:
        if (
            unit.owner.table is not None
            or unit.text.count("(") < _LEAST
            or unit.end - unit.start > _LONGEST_LINE
            or _COUNTED_LINE.fullmatch(unit.text) is None
        ):
            continue
        if all(mention.region != region for mention in find_institutions(unit.text)):
            continue
        base = unit.end - len(unit.text)
        parts = [*_COUNTED_PART.finditer(unit.text)]
        found = []
        for part in parts:
            for item in places.named(base + part.start("name"), base + part.end("name"), whole=True)[:1]:
                # `Perpustakaan dan Arsip DPRD X`: the part of an agency that has its name before it.
                of_it = unit.text[part.start("name") : item.start - base]
                if _PROPER.fullmatch(of_it):
                    found.append(replace(item, name=f"{of_it}{item.name}", rows=number(part["n"]), parted=True))
        if len(found) == len(parts):
            yield from found


def from_squads(places: Places) -> Iterator[Found]:
    """`Regu Mawar (4 orang), Dinas X` above the names of its members: every part of the team with its place, or none."""
    parts = squads(places.units)
    at = [next(iter(places.named(*part.place, whole=True)), None) for part in parts]
    if all(at):
        yield from (replace(item, rows=part.count, parted=True) for part, item in zip(parts, at, strict=True) if item)


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
