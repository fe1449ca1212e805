"""Boxes of a slide that hold an action, its time and who is to act: which belong together.

A road map's boxes come out of the file row by row (all times, then all actions) or card by card (who, action, time).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_words import is_action
from nlp.pages import BlockKind

_MAY_BE_TIME = re.compile(r"\d|segera", re.IGNORECASE)
_LONGEST = 32  # characters of a box that holds but a time


def is_time(text: str) -> bool:
    """Whether `text` states a time and nothing else: `Mei 2026`, `TW IV 2026`, `Akhir 2026`."""
    if len(text) > _LONGEST or not _MAY_BE_TIME.search(text):
        return False
    stated = find_deadline(text, column=True)
    return (
        stated is not None and stated.last is not None and len(text.strip(" ()")) - len(stated.text.strip(" ()")) <= 6
    )


def times_of(units: Sequence[Unit]) -> dict[int, Unit]:
    """The box with the time of each action's box, by the action's id, on every slide."""
    found: dict[int, Unit] = {}
    slide: list[tuple[Unit, bool]] = []
    page = 0
    for unit in units:
        if unit.page != page:
            found |= _of_slide(slide)
            slide, page = [], unit.page
        timed = is_time(unit.text)
        if timed or (unit.kind is BlockKind.PARAGRAPH and unit.mark_kind is None and is_action(unit.text)):
            slide.append((unit, timed))
    return found | _of_slide(slide)


def _of_slide(boxes: Sequence[tuple[Unit, bool]]) -> dict[int, Unit]:
    """Times and actions of one slide paired: in turn, or the first time with the first action where all times come first."""
    kinds = [timed for _, timed in boxes]
    times = [unit for unit, timed in boxes if timed]
    actions = [unit for unit, timed in boxes if not timed]
    if not times or not actions:
        return {}
    if len(times) == len(actions) and kinds in (
        [True] * len(times) + [False] * len(actions),
        [False] * len(actions) + [True] * len(times),
    ):
        return {id(action): time for action, time in zip(actions, times, strict=True)}
    if kinds[0]:
        return {}  # the time stands above its actions, as a heading does
    return {id(before): after for (before, was_time), (after, timed) in pairwise(boxes) if timed and not was_time}
