"""Participants on cards, as slides have them: a name on one line, the office on the next, below a heading on the team."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.people_names import find_nips, is_name, names_office
from nlp.components.person_tables import NOT_TEAM, TEAM
from nlp.components.recommendation_units import Unit
from nlp.components.tables import is_label
from nlp.extraction import Person

_LONGEST_NAME = 70
_LONGEST_OFFICE = 90
_FILLER = re.compile(r"(?:foto|gambar|photo|\d{1,2})\W*(?:\d{1,2})?", re.IGNORECASE)
_SHORT_HEAD = 5  # words of a line that may head the cards


def people_of_cards(units: Sequence[Unit]) -> Iterator[Person]:
    """The persons of every run of cards that holds two at least."""
    run: list[Person] = []
    inside = False
    skipped = False
    for unit, following in zip(units, [*units[1:], None], strict=True):
        if skipped:
            skipped = False
            continue
        text = " ".join(unit.text.split())
        plain = unit.owner.table is None and not find_nips(text)
        if _FILLER.fullmatch(text):
            continue
        if _heads(unit, text):
            if len(run) >= 2:
                yield from run
            run, inside = [], bool(TEAM.search(text)) and not NOT_TEAM.search(text)
        elif inside and plain and _is_on_card(text, after_others=bool(run)):
            office = following.text if following is not None and _is_office(following) else None
            if office is not None or "," in text or run:
                run.append(Person(text, None, office, None))
            skipped = office is not None
        else:
            inside = False
    if len(run) >= 2:
        yield from run


def _heads(unit: Unit, text: str) -> bool:
    short = len(text.split()) <= _SHORT_HEAD and unit.mark_kind is None and unit.owner.table is None
    return is_label(unit) or (short and bool(TEAM.search(text) or NOT_TEAM.search(text)) and "," not in text)


def _is_on_card(text: str, *, after_others: bool) -> bool:
    """A name; of one word only where others stand above."""
    return len(text) <= _LONGEST_NAME and is_name(text, single=after_others)


def _is_office(unit: Unit) -> bool:
    text = unit.text.strip()
    return (
        unit.owner.table is None
        and 3 < len(text) <= _LONGEST_OFFICE
        and text[0].isupper()
        and not text.endswith((".", ":", ";", "?", "!"))
        and names_office(text)
        and not NOT_TEAM.search(text)
        and not any(character.isdigit() for character in text)
        and "," not in text
    )
