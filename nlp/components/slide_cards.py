"""Cards and columns of a slide: who is to act and by when, found by where the boxes stand.

A box that only says who or when belongs to the actions in its own card (above it, below it, beside it) or heads a column or a
row of them. Which of these holds is asked once for all such boxes of a slide: the same relation must give each of them an action.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_heading_words import opens_section
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_timelines import UNIT_ALONE
from nlp.components.recommendation_words import (
    is_action,
)
from nlp.pages import BlockKind, Box

_MAY_BE_TIME = re.compile(r"\d|segera|tiap|bulan|rutin|berkala|jangka|tahun", re.IGNORECASE)
_LONGEST_TIME = 48  # characters
_LONGEST_SAID = 90
# What may stand beside the time itself: `TAHUN INI (2025)`, `Tahap 1 — Maret 2025`, `Jangka pendek: 2025`.
_PHASE = re.compile(
    r"(?:\b(?:tahun|ini|depan|nanti|kelak|jangka|pendek|menengah|panjang|tahap(?:an)?|fase|periode|segera|cepat|kilat|quick|wins?|mulai|target|waktu|kapan|tenggat|gelombang|langkah|short|mid|medium|long|term|phase|step|by|bulan|awal|akhir|pada|sampai|dengan|pertama|kedua|ketiga|keempat|[ivx]{1,4})\b|\d{1,2}\b|[^\w]|_)+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:\s[·•|–—/-]\s|[·•|]|\n|;\s|,\s(?=\D*\d)|\((?=[^()]*\d[^()]*\)\s*$))\s*")
# `TANTANGAN KITA`, `Masalah:` above what is amiss, on card after card.
_PROBLEM = re.compile(
    r"\W*(?:tantangan|masalah|permasalahan|persoalan|kendala|hambatan|ganjalan|kondisi|keadaan|isu|temuan|keluhan|kesenjangan|gap|fakta|akar|sebab|penyebab|risiko|risks?|problems?|issues?|challenges?|sekarang|saat\s+ini|dulu|as\s+is)\b[^.]{0,24}$",
    re.IGNORECASE,
)
_ICON = re.compile(r"^[^\w(]+")  # a picture before the words
_OWNER_LABEL = re.compile(
    r"(?:penanggung\s*-?\s*jawab|pic|p\.?j\.?|pelaksana|pengampu|leading\s+sector|opd(?:\s+pengampu)?|oleh|siapa|who|owner)\s*[:=]\s*(?=[A-Z])",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"D(?!A[KU]|PA\b|IPA\b)[A-Z][A-Z0-9]{1,8}")  # `DLH`, `DKUKM`
_LONGEST_LABEL = 5  # words
_MOST_LINES = 3  # of a box that only says who or when: `Tahap 1`, below it `Maret 2026`
_LEAST_TEXT = 12  # characters of a box that may hold an action
_NEAR = 40.0  # points between an action and what stands on the same card
_OVERLAP = 0.5  # of the narrower of two boxes one above the other
_ABOUT = 3.0  # points by which boxes of one size may differ
_COVERED = 0.5  # share of the actions that a relation must reach

Said = tuple[str | None, str | None]
Relation = Callable[[Box, Box], float | None]


@dataclass(slots=True)
class Cards:
    """`beside`: owner and time of units by their ids; `lines`: the units that say nothing else; `pages`: slides understood so."""

    beside: dict[int, Said] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    headings: dict[int, set[str]] = field(
        default_factory=dict
    )  # by slide what heads a column: it stands above that one only


@dataclass(slots=True)
class Shape:
    """One box of a slide with its units; `said`: owner and time, if it says nothing else."""

    box: Box
    units: list[Unit]
    said: Said = (None, None)
    acts: bool = False


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


def shapes_of(slide: Iterable[Unit]) -> list[Shape]:
    """The boxes of a slide with text of their own, and what they are for: by their words, or as most boxes of their row or column."""
    shapes: list[Shape] = []
    for unit in slide:
        box = unit.owner.box
        if box is None or unit.kind in (BlockKind.CELL, BlockKind.HEADING, BlockKind.NOTE):
            continue
        if shapes and shapes[-1].box is box:
            shapes[-1].units.append(unit)
        else:
            shapes.append(Shape(box, [unit]))
    for shape in shapes:
        shape.acts = any(is_action(unit.text) and _is_long(unit) for unit in shape.units)
    if not any(shape.acts for shape in shapes):
        return shapes  # what the others say is asked only beside actions
    for shape in shapes:
        if len(shape.units) <= _MOST_LINES:
            shape.said = says("\n".join(unit.text for unit in shape.units))
            shape.acts = shape.acts and shape.said == (None, None)
    for shape in [shape for shape in shapes if not shape.acts and shape.said == (None, None)]:
        _as_its_like(shape, shapes)
    return shapes


def _as_its_like(shape: Shape, shapes: Sequence[Shape]) -> None:
    """`DLH` in the column of `Diskominfo` is an agency; a box among those of actions holds an action too, whatever its words."""
    like = [other for other in shapes if other is not shape and _are_alike(shape.box, other.box)]
    text = shape.units[0].text
    if like and 2 * sum(other.acts for other in like) >= len(like) and all(_is_long(unit) for unit in shape.units):
        shape.acts = True
    elif len(shape.units) == 1 and len(text.split()) <= _LONGEST_LABEL and text[:1].isupper():
        owners = sum(other.said[0] is not None and other.said[1] is None for other in like)
        if owners and 2 * owners >= len(like):
            shape.said = (text, None)


def _are_alike(box: Box, other: Box) -> bool:
    """Two boxes of one size in one row or one column."""
    return (
        abs(box.right - box.left - other.right + other.left) <= _ABOUT
        and abs(box.bottom - box.top - other.bottom + other.top) <= _ABOUT
        and (abs(box.left - other.left) <= _ABOUT or abs(box.top - other.top) <= _ABOUT)
    )


def says(text: str) -> Said:
    """Owner and time, if `text` says nothing else: `DPMPTSP`, `TW II 2025`, `BKPSDM · Maret 2026`."""
    if len(text) > _LONGEST_SAID:
        return None, None
    text = _ICON.sub("", text)
    *phases, last = text.split("\n")
    if phases and all(_PHASE.fullmatch(line) for line in phases):
        text = last  # `Tahap 1` is no day of the month below it
    if label := _OWNER_LABEL.match(text):
        owner, *rest = _PARTS.split(text[label.end() :])
        return owner, next((part.strip(" ()") for part in rest if _is_time(part.strip(" ()"))), None)
    if _is_time(text):
        return None, " ".join(text.split())
    if (UNIT_ALONE.match(text) and not any(character.isdigit() for character in text)) or _AGENCY.fullmatch(text):
        return text, None
    parts = [part.strip(" ()") for part in _PARTS.split(text) if part.strip(" ()")]
    if len(parts) < 2:
        return None, None
    times = [part for part in parts if _is_time(part)]
    owners = [part for part in parts if part not in times]
    if len(times) != 1 or not owners or not (UNIT_ALONE.match(owners[0]) or _AGENCY.fullmatch(owners[0])):
        return None, None
    return owners[0], times[0]


def _is_time(text: str) -> bool:
    if len(text) > _LONGEST_TIME or not _MAY_BE_TIME.search(text):
        return False
    stated = find_deadline(text, column=True)
    if stated is None:
        return False
    rest = text.replace(stated.text, " ", 1).strip()
    return not rest or (stated.last is not None and _PHASE.fullmatch(rest) is not None)


def _is_long(unit: Unit) -> bool:
    return len(unit.text) >= _LEAST_TEXT and (not unit.text.isupper() or unit.text.count(" ") > 2)


def _add_inside(cards: Cards, shape: Shape) -> None:
    """What is to be done and below it, in the same box, who and by when; once or again and again."""
    *above, last = shape.units
    said_last = says(last.text)
    if not above or not any(said_last):
        return
    if said_last[1] is None and not all(is_action(unit.text) or not _is_long(unit) for unit in above):
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
    first = Counter(shape.units[0].text for shape in shapes if len(shape.units[0].text.split()) <= _LONGEST_LABEL)
    for shape in shapes:
        label, *below = shape.units
        if first[label.text] < 2 or opens_section(label.text):
            continue
        cards.lines.add(id(label))
        if _PROBLEM.match(label.text):
            cards.lines |= {id(unit) for unit in below}


def _add_slide(cards: Cards, page: int, shapes: Sequence[Shape]) -> None:
    for kind in (0, 1):
        sayers = [shape for shape in shapes if shape.said[kind] is not None]
        for target, sayer in _pairs(shapes, sayers):
            for unit in target.units:
                owner, time = cards.beside.get(id(unit), (None, None))
                cards.beside[id(unit)] = (owner, sayer.said[1]) if kind else (sayer.said[0], time)
            cards.pages.add(page)
            cards.lines |= {id(unit) for unit in sayer.units}
            cards.headings.setdefault(page, set()).update(unit.text for unit in sayer.units)


def _pairs(shapes: Sequence[Shape], sayers: Sequence[Shape]) -> list[tuple[Shape, Shape]]:
    """Each box with the one that says who or when, by the relation that fits the slide best."""
    if not sayers:
        return []
    acting = [shape for shape in shapes if shape.acts]
    scores = [(score, relation) for relation in _RELATIONS if (score := _score(acting, sayers, relation)) is not None]
    if not scores and _score(acting, sayers, _over_or_under) is not None:
        scores = [((0.0, 0.0), _over_or_under)]
    if not scores:
        return []
    _, best = max(scores, key=lambda scored: scored[0])
    targets = [shape for shape in shapes if shape.said == (None, None)]
    found = ((shape, _nearest(shape, sayers, best)) for shape in targets)
    return [(shape, sayer[0]) for shape, sayer in found if sayer is not None]


def _score(acting: Sequence[Shape], sayers: Sequence[Shape], relation: Relation) -> tuple[float, float] | None:
    """The share of the actions reached and how near (negative); None where the relation does not fit."""
    found = [near for shape in acting if (near := _nearest(shape, sayers, relation)) is not None]
    if {id(sayer) for sayer, _ in found} != {id(sayer) for sayer in sayers}:
        return None
    share = len(found) / len(acting)
    gaps = [gap for _, gap in found]
    same_card = relation in (_inside, _below, _right) and max(gaps) <= _NEAR
    if (share < _COVERED or len(sayers) < 2) and not same_card:
        return None
    return share, -sum(gaps) / len(gaps)


def _nearest(shape: Shape, sayers: Sequence[Shape], relation: Relation) -> tuple[Shape, float] | None:
    """The box in that direction that stands nearest, and how far."""
    gaps = [(gap, place) for place, sayer in enumerate(sayers) if (gap := relation(shape.box, sayer.box)) is not None]
    if not gaps:
        return None
    gap, place = min(gaps)
    return sayers[place], gap


def _share(low: float, high: float, other_low: float, other_high: float) -> float:
    """How much of the narrower of two stretches lies in the other."""
    narrower = min(high - low, other_high - other_low)
    return (min(high, other_high) - max(low, other_low)) / narrower if narrower > 0 else 0.0


def _below(action: Box, said: Box) -> float | None:
    if said.top < action.top + (action.bottom - action.top) / 2:
        return None
    same = _share(action.left, action.right, said.left, said.right) >= _OVERLAP
    return max(0.0, said.top - action.bottom) if same else None


def _above(action: Box, said: Box) -> float | None:
    return _below(said, action)


def _right(action: Box, said: Box) -> float | None:
    if said.left < action.left + (action.right - action.left) / 2:
        return None
    same = _share(action.top, action.bottom, said.top, said.bottom) >= _OVERLAP
    return max(0.0, said.left - action.right) if same else None


def _left(action: Box, said: Box) -> float | None:
    return _right(said, action)


def _inside(action: Box, said: Box) -> float | None:
    middle, height = (said.left + said.right) / 2, (said.top + said.bottom) / 2
    return 0.0 if action.left <= middle <= action.right and action.top <= height <= action.bottom else None


def _over_or_under(action: Box, said: Box) -> float | None:
    """A timeline whose actions stand over and under its times in turn."""
    gaps = [gap for gap in (_above(action, said), _below(action, said)) if gap is not None]
    return min(gaps, default=None)


_RELATIONS: tuple[Relation, ...] = (_inside, _below, _right, _above, _left)
