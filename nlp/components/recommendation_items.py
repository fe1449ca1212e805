"""An item of a list with others below it: an action of its own, their title, or the one who is to act on them."""

import re
from collections.abc import Sequence

from nlp.components.recommendation_headings import stands_inside
from nlp.components.recommendation_lists import LABELLED
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_offices import end_of_for_whom
from nlp.components.recommendation_words import has_modal, is_action

_VERB = re.compile(r"\b(?:me|di|ber)[a-z]{4,}")


def names_addressee(unit: Unit) -> bool:
    """`B. Bagi Dinas Sosial` above its own items: it says who is to act and is no action."""
    text = unit.text
    told = is_action(text) or LABELLED.match(text) or has_modal(text) or _VERB.search(text) or text.endswith((".", ";"))
    return len(text.split()) <= 14 and stands_inside(text) and not told and not end_of_for_whom(text)


def is_whole(items: Sequence[Unit], depths: Sequence[int], position: int) -> bool:
    """Whether an item with sub-items is an action itself and not the title of those below."""
    unit = items[position]
    if not is_action(unit.text) and not has_modal(unit.text):
        return False
    below: list[Unit] = []
    for other, depth in zip(items[position + 1 :], depths[position + 1 :], strict=True):
        if depth <= depths[position]:
            break
        below.append(other)
    actions = sum(1 for other in below if is_action(other.text) or has_modal(other.text))
    return actions * 2 < len(below) or (len(unit.text.split()) >= 7 and unit.text.endswith((".", ";")))
