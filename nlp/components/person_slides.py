"""Participants in the boxes of a slide on the team: a name alone or with the office below it, in columns, rows or one box."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from nlp.components.head_words import IN_HEADING, may_count
from nlp.components.people_names import find_nips, is_name, names_office
from nlp.components.people_rows import MOST_NAMES, names_in_row, people_in_row, person_with_role
from nlp.components.person_cards import card_of, is_office_line
from nlp.components.person_tables import names_others, names_team
from nlp.components.person_units import begins_as_unit
from nlp.components.recommendation_units import Unit
from nlp.extraction import Person
from nlp.pages import BlockKind, Box

_I = re.IGNORECASE
_OURSELVES = re.compile(
    r"\b(?:kenalan|perkenalan|siapa|personil|kami\s+ber\w+|para\s+pejuang|pejuang|duta|alumni|angkatan"
    r"|(?:kelompok|gelombang|regu|grup|kloter|batch)\s+(?:[IVX]{1,4}|\d|[A-D]|pertama|kedua|ketiga|keempat)|(?:sebaran|pembagian)\s+(?:peserta|tim|kelompok|tugas|lokus))\b",
    _I,
)
_BYLINE = re.compile(r"\W*(?:(?:di)?(?:susun|buat|tulis|sampaikan|sajikan|paparkan)\s+)?oleh\s*:\s*(?=[A-Z])", _I)
_AND = re.compile(r"\s(?:dan|serta|&)\s")  # without it lines may have been joined in the midst of a degree
_TOP = 10  # units
_SHORT_LINE = 90  # characters of a line that counts the team
_LONGEST_HEAD = 60
_SAME_COLUMN = 0.5  # of the narrower of two boxes
_LEAST = 2  # persons on a slide
_NAME_AND_UNIT = 2  # parts of a line
_IN_BRACKETS = re.compile(r"(?P<name>[^()]{3,60})\((?P<said>[^()\d]{3,80})\)")
_BESIDE = re.compile(r"\s+[-–—]\s+")
_PARTED = re.compile(r"\s*[|·•;]\s*")


@dataclass(slots=True)
class _Shape:
    box: Box
    units: list[Unit] = field(default_factory=list)


def people_of_title(units: Sequence[Unit]) -> Iterator[Person]:
    """`Oleh: A dan B` at the top of a presentation or a report: two names at least and nothing else."""
    for unit in units[:_TOP]:
        byline = _BYLINE.match(unit.text)
        if byline is None:
            continue
        row = unit.text[byline.end() :].strip()
        names = names_in_row(row, MOST_NAMES)
        if (
            len(names) >= _LEAST
            and _AND.search(row)
            and row.endswith(names[-1])
            and all(is_name(name, single=True) for name in names)
        ):
            yield from (Person(name, None, None, None) for name in names)


def people_of_slides(units: Sequence[Unit]) -> Iterator[Person]:
    """The persons of each slide whose heading speaks of the team or one of whose lines counts it."""
    for _, slide in groupby(units, key=lambda unit: unit.page):
        page = list(slide)
        if not any(unit.owner.box is not None for unit in page) or not _is_on_team(page):
            continue
        shapes = _shapes(page)
        found = [person for shape in shapes if not _is_of_others(shape, shapes) for person in _people_in(shape, shapes)]
        titled = sum("," in person.name or person.position is not None for person in found)
        if len(found) >= _LEAST and 2 * titled >= len(found):
            yield from found


def _is_on_team(page: Sequence[Unit]) -> bool:
    headings = [unit.text for unit in page if unit.kind is BlockKind.HEADING] or [page[0].text]
    heading = " ".join(headings)
    if len(heading) > _SHORT_LINE or names_others(heading):
        return False
    if names_team(heading) or _OURSELVES.search(heading):
        return True
    return any(
        len(unit.text) <= _SHORT_LINE and may_count(unit.text) and _counts_team(unit.text)
        for unit in page
        if unit.owner.table is None
    )


def _counts_team(line: str) -> bool:
    """`11 peserta · 5 perangkat daerah`, a line of nothing but figures."""
    return any(IN_HEADING.fullmatch(part) for part in _PARTED.split(line.strip(" .")))


def _shapes(page: Sequence[Unit]) -> list[_Shape]:
    shapes: list[_Shape] = []
    for unit in page:
        box = unit.owner.box
        if box is None or unit.owner.table is not None or unit.kind is BlockKind.NOTE:
            continue
        if not shapes or shapes[-1].box != box:
            shapes.append(_Shape(box))
        shapes[-1].units.append(unit)
    return shapes


def _is_of_others(shape: _Shape, shapes: Sequence[_Shape]) -> bool:
    """A box of mentors or hosts: its first line says so, or the line that stands above it."""
    if names_others(shape.units[0].text):
        return True
    head = _above(shape, shapes)
    return head is not None and names_others(head.units[0].text) and len(head.units) == 1


def _people_in(shape: _Shape, shapes: Sequence[_Shape]) -> Iterator[Person]:
    unit_above = _unit_above(shape, shapes)
    position = 0
    while position < len(shape.units):
        unit = shape.units[position]
        position += 1
        text = unit.text.strip()
        if find_nips(text) or names_others(text):
            continue
        if row := _names_in_line(text):
            yield from (replace(person, unit=person.unit or unit_above) for person in row)
            continue
        beside = _BESIDE.search(text) is not None  # `Hermanto Singa – Protokol`, whatever he does
        over_unit = position < len(shape.units) and _names_unit(shape.units[position].text)
        if led := person_with_role(text):
            yield replace(led, unit=led.unit or unit_above)
            continue
        single = over_unit or (beside and not names_office(_BESIDE.split(text)[0]))
        person = card_of(unit, text, after_others=single)
        if person is None:
            continue
        office, own_unit = person.position, unit_above
        if office is None and over_unit:
            yield replace(person, unit=shape.units[position].text.strip())
            position += 1
            continue
        if office is None and position < len(shape.units) and is_office_line(shape.units[position]):
            office = shape.units[position].text.strip()
            position += 1
            if position < len(shape.units) and _names_unit(shape.units[position].text):
                own_unit = shape.units[position].text.strip()
                position += 1
        if office is None and len(shape.units) == 1 and (below := _office_below(shape, shapes)):
            office = below
        yield Person(person.name, None, office, own_unit)


def _office_below(shape: _Shape, shapes: Sequence[_Shape]) -> str | None:
    """The office in the box right below a name's own."""
    below = [other for other in shapes if other is not shape and _above(other, shapes) is shape]
    return below[0].units[0].text.strip() if len(below) == 1 and is_office_line(below[0].units[0]) else None


def _names_in_line(text: str) -> list[Person]:
    """Names that signs part on one line, `A, S.E. · B, S.H. · C`, or a row of them with their offices in brackets."""
    parts = _PARTED.split(text.strip(" ."))
    if len(parts) > 1 and all(is_name(part) for part in parts) and any("," in part for part in parts):
        return [Person(part, None, None, None) for part in parts]
    if len(parts) == _NAME_AND_UNIT and is_name(parts[0]) and _names_unit(parts[1]):
        return [Person(parts[0], None, None, parts[1])]
    if bracket := _IN_BRACKETS.fullmatch(text.strip(" .;")):
        name, said = bracket["name"].strip(), bracket["said"]
        if is_name(name, single=True) and (begins_as_unit(said) or names_office(said)):
            return [Person(name, None, said, None)]
    return people_in_row(text)


def _unit_above(shape: _Shape, shapes: Sequence[_Shape]) -> str | None:
    """The unit that heads the column in which the box stands."""
    head = _above(shape, shapes)
    while head is not None and not _names_unit(head.units[0].text):
        if card_of(head.units[0], head.units[0].text.strip(), after_others=True) is None:
            return None
        head = _above(head, shapes)
    return head.units[0].text.strip() if head is not None and len(head.units) == 1 else None


def _names_unit(text: str) -> bool:
    short = len(text) <= _LONGEST_HEAD and not text.rstrip().endswith((".", ":", "?"))
    return short and "," not in text and begins_as_unit(text) and not any(c.isdigit() for c in text)


def _above(shape: _Shape, shapes: Sequence[_Shape]) -> _Shape | None:
    """The nearest box right above in the same column, of about its width."""
    found: _Shape | None = None
    for other in shapes:
        if other is shape or other.box.bottom > shape.box.top + (shape.box.bottom - shape.box.top) / 4:
            continue
        widths = (shape.box.right - shape.box.left, other.box.right - other.box.left)
        common = min(shape.box.right, other.box.right) - max(shape.box.left, other.box.left)
        if common < _SAME_COLUMN * min(widths) or max(widths) > 2 * min(widths):
            continue
        if found is None or other.box.bottom > found.box.bottom:
            found = other
    return found
