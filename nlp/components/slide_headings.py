"""What is a heading on a slide and what is none, by where it stands: the first line of a box, a box among boxes of actions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from nlp.components.recommendation_heading_words import (
    AIMS,
    BOUNDARY,
    KEEP,
    opens_section,
)
from nlp.components.recommendation_marks import TERMINAL, Unit, flat
from nlp.components.recommendation_words import (
    is_action,
)
from nlp.components.slide_shapes import says, shapes_of
from nlp.pages import BlockKind
from nlp.source import Source

_LONGEST = 6  # words of a box's heading
_LEVEL = 2  # below the slide's title


def part_feet(source: Source, units: Sequence[Unit]) -> list[Unit]:
    """The units with the last line of a paragraph apart where it says but who and when: `Menata arsip` and below `BKD · Mei 2026`."""
    found: list[Unit] = []
    for unit in units:
        found.append(unit)
        text = source.text[unit.start : unit.end] if unit.owner.box is not None and len(unit.pieces) == 1 else ""
        cut = text.rfind("\n")
        if cut <= 0 or not is_action(text) or not any(says(flat(text[cut:]))):
            continue
        start, end = unit.pieces[0]
        unit.pieces, unit.text = [(start, start + cut)], flat(text[:cut])
        foot = flat(text[cut:])
        found.append(Unit(unit.kind, [(start + cut + 1, end)], foot, None, None, unit.owner, unit.page))
    return found


def mark_headings(units: Sequence[Unit]) -> None:
    """Sets the kind of a box's first line that heads the lines below, and `inside` of what stands among actions."""
    firsts = list(_first_lines(units))
    often = Counter(unit.text for unit in firsts)
    for unit in firsts:
        if often[unit.text] > 1 or _is_named(unit.text):
            unit.kind, unit.level, unit.mark_kind = BlockKind.HEADING, _LEVEL, None
    for _, slide in groupby(units, key=lambda unit: unit.page):
        shapes = shapes_of(slide)
        if sum(shape.acts for shape in shapes) > 1:
            for shape in shapes:
                if shape.acts and len(shape.units) == 1:
                    shape.units[0].inside = True


def _first_lines(units: Sequence[Unit]) -> Iterator[Unit]:
    """The short first items of boxes that hold a list."""
    before = None
    for place, unit in enumerate(units):
        box = unit.owner.box
        if box is None or box is before:
            continue
        before = box
        below = units[place + 1 : place + 2]
        if unit.kind is not BlockKind.LIST_ITEM or not below or below[0].owner.box is not box:
            continue
        if len(unit.text.split()) <= _LONGEST and not unit.text.endswith(TERMINAL) and not is_action(unit.text):
            yield unit


def _is_named(text: str) -> bool:
    return opens_section(text) or bool(BOUNDARY.match(text) or KEEP.search(text) or AIMS.match(text))
