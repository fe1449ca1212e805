"""Places of an internship on a slide: a row or a column of boxes each of which begins with a unit, below a heading on the loci."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from nlp.components.head_words import NUMBER, number
from nlp.components.institutions import region_of
from nlp.components.people_names import is_name
from nlp.components.placement_found import HEADS, Found, Places
from nlp.components.recommendation_units import Unit
from nlp.pages import BlockKind, Box

_HEADING = re.compile(
    rf"\b(?:lokus|penempatan|ditempatkan|lokasi|sebaran|pembagian|placements?|di\s*mana|tempat\s+(?:\w+\s+)?(?:magang|belajar|kerja|tugas|praktik|kunjungan)"
    rf"|{NUMBER}\s+tempat|yang\s+(?:di|kami\s+)(?:kunjungi|datangi|tempati|tuju))\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 80
_LONGEST_LINE = 90
_LONGEST_SLIDE = 900  # characters
_LEAST_PAGES = 3
_LEAST = 2  # boxes of a row
_ABOUT = 6.0  # points by which the edges of one row's boxes may differ
_MARK = 3  # characters of a picture or a dash before the unit
_SHORT_FORM = re.compile(r"[A-Z]\w{2,12}\s*\(")  # `UPTPK (Unit Pelayanan Terpadu …)`
_GOES_ON = re.compile(r"(?:,|\b(?:dan|serta))$")
_SIGNS = re.compile(r"\s*[·•|;]\s*")


def from_cards(places: Places) -> Iterator[Found]:
    """The units of each such slide, with the heads that stand in their boxes or in a box below."""
    for _, slide in groupby(places.units, key=lambda unit: unit.page):
        page = list(slide)
        headings = [unit for unit in page if unit.kind is BlockKind.HEADING] or page[:1]
        if not any(len(unit.text) <= _LONGEST_HEADING and _HEADING.search(unit.text) for unit in headings):
            continue
        boxes = _boxes([unit for unit in page if unit not in headings])
        found = [*_of_rows(places, boxes, by_row=True)] or [*_of_rows(places, boxes, by_row=False)]
        if not found and _is_slide(places, page):
            found = _of_lines(places, [unit for unit in page if unit not in headings])
        yield from _in_full(places, found)


def _is_slide(places: Places, page: Sequence[Unit]) -> bool:
    """One short page of several, with the heading on the loci at its top."""
    short = page[-1].end - page[0].start <= _LONGEST_SLIDE and len(places.source.pages.pages) >= _LEAST_PAGES
    return short and page[0].kind is BlockKind.HEADING and _HEADING.search(page[0].text) is not None


def _in_full(places: Places, found: Sequence[Found]) -> list[Found]:
    """Not the short names that head the cards of the full ones."""
    full = [item for item in found if " " in places.source.text[item.start : item.end]]
    twice = {item.name for item in full} & {item.name for item in found if item not in full}
    return full if len(twice) >= _LEAST else list(found)


def _of_lines(places: Places, lines: Sequence[Unit]) -> list[Found]:
    """The lines of a page, or within its boxes, that name units, two at least with the host's region written out."""
    region = places.names.region
    found: list[Found] = []
    stated = 0
    plain = [unit for unit in lines if unit.owner.table is None]
    for before, unit, after in zip([None, *plain], plain, [*plain[1:], None], strict=False):
        if len(unit.text) > _LONGEST_LINE or (before is not None and _GOES_ON.search(before.text)):
            continue
        end = after.end if after is not None and _GOES_ON.search(unit.text) else unit.end
        item = next(iter(places.named(unit.start, end)), None)
        if item is not None and item.start - unit.start <= _MARK:
            found.append(item)
            stated += region is not None and region_of(places.source.text[item.start : item.end]) == region
    full = [
        item for item in found if " " in places.source.text[item.start : item.end]
    ]  # not the short names that head them
    return full if stated >= _LEAST else []


Shape = tuple[Box, list[Unit]]


def _boxes(units: Sequence[Unit]) -> list[Shape]:
    shapes: list[Shape] = []
    for unit in units:
        box = unit.owner.box
        if box is None or unit.owner.table is not None or unit.kind is BlockKind.NOTE:
            continue
        if not shapes or shapes[-1][0] != box:
            shapes.append((box, []))
        shapes[-1][1].append(unit)
    return shapes


def _of_rows(places: Places, shapes: Sequence[Shape], *, by_row: bool) -> Iterator[Found]:
    """Of each run of like boxes all of which begin with a unit; a further run below them tells what was done there."""

    def edges(box: Box) -> tuple[float, float]:
        return (box.top, box.bottom) if by_row else (box.left, box.right)

    taken: list[Shape] = []
    ordered = sorted(shapes, key=lambda shape: edges(shape[0]))
    for _, run in groupby(ordered, key=lambda shape: round(edges(shape[0])[0] / _ABOUT)):
        row = list(run)
        named = [_unit_of(places, units[0]) for _, units in row]
        if len(row) < _LEAST or not all(named):
            continue
        below = any(_is_over(upper, lower) for upper, _ in taken for lower, _ in row)
        if below and any(len(units) == 1 for _, units in row):
            continue
        taken += row
        for (box, units), item in zip(row, named, strict=True):
            if item is not None:
                yield replace(item, rows=_heads(box, units, shapes))


def _is_over(upper: Box, lower: Box) -> bool:
    return upper.bottom <= lower.top + _ABOUT and abs(upper.left - lower.left) <= _ABOUT


def _unit_of(places: Places, unit: Unit) -> Found | None:
    """The unit that the line names, if it says nothing else before it."""
    if len(unit.text) > _LONGEST_LINE or unit.text.endswith((".", ":")):
        return None
    found = places.named(unit.start, unit.end, whole=True, cased=True, anywhere=True)[:1]
    if not found:
        return None
    before = places.source.text[unit.end - len(unit.text) : found[0].start]
    return found[0] if len(before) <= _MARK or _SHORT_FORM.fullmatch(before) else None


def _heads(box: Box, units: Sequence[Unit], shapes: Sequence[Shape]) -> int | None:
    """`2 orang`, or as many names as stand there."""
    below = [unit for other, lines in shapes if _is_over(box, other) for unit in lines]
    for unit in [*units[1:], *below]:
        if heads := HEADS.fullmatch(unit.text.strip(" ()")):
            return number(heads["n"])
        names = _SIGNS.split(unit.text)
        if len(names) > 1 and all(is_name(name, single=True) for name in names):
            return len(names)
    return None
