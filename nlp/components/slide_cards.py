"""Cards and columns of a slide: who is to act and by when, found by where the boxes stand.

A box that only says who or when belongs to the actions in its own card (above it, below it, beside it) or heads a column or a
row of them. Which of these holds is asked once for all such boxes of a slide: the same relation must give each of them an action.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from nlp.components.recommendation_heading_words import opens_section
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_words import is_action
from nlp.components.slide_relations import pairs
from nlp.components.slide_shapes import LONGEST_LABEL, Said, Shape, is_labelled, is_long, says, shapes_of

# `TANTANGAN KITA`, `Masalah:` above what is amiss, on card after card.
_PROBLEM = re.compile(
    r"\W*(?:tantangan|masalah|permasalahan|persoalan|kendala|hambatan|ganjalan|kondisi|keadaan|isu|temuan|keluhan|kesenjangan|gap|fakta|akar|sebab|penyebab|risiko|risks?|problems?|issues?|challenges?|sekarang|saat\s+ini|dulu|as\s+is)\b[^.]{0,24}$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Cards:
    """`beside`: owner and time of units by their ids; `lines`: the units that say nothing else; `pages`: slides understood so."""

    beside: dict[int, Said] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    headings: dict[int, set[str]] = field(
        default_factory=dict
    )  # by slide what heads a column: it stands above that one only


def cards_of(units: Sequence[Unit]) -> Cards:
    """What the places of the boxes say, slide by slide."""
    cards = Cards()
    for page, slide in groupby(units, key=lambda unit: unit.page):
        shapes = shapes_of(slide)
        _add_labels(cards, shapes)
        if any(shape.acts for shape in shapes):
            for shape in shapes:
                _add_inside(cards, shape)
            _add_slide(cards, page, shapes)
    return cards


def _add_inside(cards: Cards, shape: Shape) -> None:
    """What is to be done and below it, in the same box, who and by when; once or again and again."""
    *above, last = shape.units
    said_last = says(last.text)
    if not above or not any(said_last):
        return
    if said_last[1] is None and not all(is_action(unit.text) or not is_long(unit) for unit in above):
        return  # a list of agencies, or of names with theirs
    actions: list[Unit] = []
    owner = time = None
    for unit in shape.units:
        said = says(unit.text)
        if not any(said):
            if owner or time:
                actions, owner, time = [], None, None
            actions.append(unit)
        elif actions:
            owner, time = owner or said[0], time or said[1]
            cards.beside |= {id(action): (owner, time) for action in actions}
            cards.lines.add(id(unit))
            cards.pages.add(unit.page)


def _add_labels(cards: Cards, shapes: Sequence[Shape]) -> None:
    """`TANTANGAN KITA` on card after card is no heading, and what follows it in its box is no proposal."""
    first = Counter(shape.units[0].text for shape in shapes if len(shape.units[0].text.split()) <= LONGEST_LABEL)
    for shape in shapes:
        label, *below = shape.units
        if first[label.text] < 2 or opens_section(label.text):
            continue
        cards.lines.add(id(label))
        if _PROBLEM.match(label.text):
            cards.lines |= {id(unit) for unit in below}


def _of_only_card(shapes: Sequence[Shape], sayers: Sequence[Shape]) -> list[tuple[Shape, Shape]]:
    """The slide's one action with the one box that bears the label of who or when: wherever it stands it speaks of that."""
    acting = [shape for shape in shapes if shape.acts]
    if len(acting) != 1 or len(sayers) != 1 or len(acting[0].units) > 1:
        return []
    return [(acting[0], sayers[0])] if is_labelled(sayers[0]) else []


def _add_slide(cards: Cards, page: int, shapes: Sequence[Shape]) -> None:
    for kind in (0, 1):
        sayers = [shape for shape in shapes if shape.said[kind] is not None]
        for target, sayer in _of_only_card(shapes, sayers) or pairs(shapes, sayers):
            for unit in target.units:
                owner, time = cards.beside.get(id(unit), (None, None))
                cards.beside[id(unit)] = (owner, sayer.said[1]) if kind else (sayer.said[0], time)
            cards.pages.add(page)
            cards.lines |= {id(unit) for unit in sayer.units}
            cards.headings.setdefault(page, set()).update(unit.text for unit in sayer.units)
