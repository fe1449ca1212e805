"""Participants told part by part in one sentence: `tiga dari Dinas X, yaitu A (Kabid), B dan C, serta dua pengurus Koperasi Y, yakni D dan E`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.components.head_words import NUMBER, counted_in, number
from nlp.components.people_names import find_nips
from nlp.components.people_rows import names_in_row
from nlp.components.recommendation_units import Unit
from nlp.extraction import Group, Person

_I = re.IGNORECASE
_NAMELY = r"(?:,?\s*\(?\b(?:yaitu|yakni|ialah|adalah|masing-masing|atas\s+nama)\b\s*:?\s*|\s*[:(]\s*)"
# The whole, before its parts: `diikuti lima orang: `, `terdiri atas lima orang, yaitu `
_WHOLE = re.compile(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN|aparatur|personel|anggota)\b[^.;:]{{0,60}}?(?:[:,(]\s*|\b(?:yaitu|yakni|terdiri\s+(?:dari|atas))\s+)(?:yaitu|yakni|terdiri\s+(?:dari|atas))?\s*(?={NUMBER}\s)",
    _I,
)
_PART = re.compile(
    rf"(?P<n>{NUMBER}|seorang)\s+(?:orang\s+)?(?P<from>(?:berasal\s+)?dari\s+)?(?P<label>[A-Za-z][\w/ .'-]{{2,90}}?){_NAMELY}(?=[A-Z])",
    _I,
)
_NEXT = re.compile(r"\s*(?:\([^()]{2,80}\))?\s*\)?\s*(?:[,;]|\bdan\b|\bserta\b|\bditambah\b|\s)+", _I)
_OFFICE = re.compile(r"\s*\((?P<office>[A-Za-z][^()]{2,80})\)")
# `pengurus Koperasi Y`, `staf Dinas X`: the unit behind what they are there.
_UNIT = re.compile(r"(?:[a-z]+\s+){1,3}(?P<unit>[A-Z].+)")
_LEAST_PARTS = 2
_ONE = "seorang"


@dataclass(frozen=True, slots=True)
class Told:
    """The parts of one such sentence, and everyone whom it names."""

    groups: tuple[Group, ...]
    people: tuple[Person, ...]


def told_in_parts(units: Sequence[Unit]) -> Told:
    """Of the first sentence whose parts add up to its whole, each naming as many as it counts; else nothing."""
    for unit in units:
        if not counted_in(unit.text) or find_nips(unit.text):
            continue
        for whole in _WHOLE.finditer(unit.text):
            told = _parts_after(unit.text, whole.end(), number(whole["n"]))
            if told is not None:
                return told
    return Told((), ())


def _parts_after(text: str, position: int, size: int) -> Told | None:
    groups: list[Group] = []
    people: list[Person] = []
    while sum(group.count for group in groups) < size:
        part = _PART.match(text, position)
        if part is None:
            return None
        count = 1 if part["n"].casefold() == _ONE else number(part["n"])
        label = part["label"].strip(" ,")
        names = names_in_row(text[part.end() :], count)
        if len(names) != count:
            return None
        inner = _UNIT.fullmatch(label)
        unit = label if part["from"] else inner["unit"] if inner else None
        position = part.end()
        for name in names:
            position = text.index(name, position) + len(name)
            office = _OFFICE.match(text, position)
            people.append(Person(name, None, office["office"] if office else None, unit))
            position = office.end() if office else position
        groups.append(Group(label, count))
        following = _NEXT.match(text, position)
        position = following.end() if following else position
    whole = len(groups) >= _LEAST_PARTS and sum(group.count for group in groups) == size
    return Told(tuple(groups), tuple(people)) if whole else None
