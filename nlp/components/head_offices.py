"""How many took part where a label's line names their offices: `Yang ikut: Kabag, 2 Kasubbag, 4 pengelola PBJ`."""

import re
from collections.abc import Sequence

from nlp.components.head_words import NUMBER, PERSON, WHO, has_figure, number
from nlp.components.people_names import names_office
from nlp.components.recommendation_units import Unit
from nlp.extraction import Group

_I = re.IGNORECASE
_LABEL = re.compile(
    rf"\W*(?:{WHO}|yang\s+(?:ikut|berangkat|magang|hadir|diutus|ditugaskan)|utusan|personel|anggota)(?:\s+(?:magang|kami|kita|ini))?\s*:\s*",
    _I,
)
_NEXT = re.compile(r"\s*(?:[,;+&]|\bdan\b|\bserta\b)\s*(?:dan\s+|serta\s+)?", _I)
_SOME = re.compile(rf"(?P<n>{NUMBER}|seorang)\s+(?:orang\s+)?(?P<who>[A-Za-z][\w/ .-]{{2,40}})$", _I)
_PERSONS = re.compile(rf"{PERSON}\b", _I)
_LONGEST = 160  # characters of the line
_MOST_WORDS = 5  # of one office
_LEAST = 2  # items


def groups_of_offices(units: Sequence[Unit]) -> tuple[Group, ...]:
    """What such a line counts, an office without a figure being one person; empty where an item is anything else."""
    for unit in units:
        if len(unit.text) > _LONGEST or ":" not in unit.text or not has_figure(unit.text):
            continue
        label = _LABEL.match(unit.text)
        if label is None:
            continue
        found = [_group(item.strip()) for item in _NEXT.split(unit.text[label.end() :].rstrip(" .;"))]
        groups = tuple(group for group in found if group is not None)
        if len(groups) >= _LEAST and len(groups) == len(found):
            return groups
    return ()


def _group(item: str) -> Group | None:
    """How many persons of which office an item counts; None for what is no office."""
    some = _SOME.match(item)
    who = some["who"] if some else item
    office = (names_office(who) or _PERSONS.match(who) is not None) and len(who.split()) <= _MOST_WORDS
    if not office or (some is None and (has_figure(item) or not item[0].isupper())):
        return None
    return Group(who, number(some["n"]) if some and some["n"].casefold() != "seorang" else 1)
