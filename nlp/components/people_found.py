"""The persons who took part, from tables, forms, lists, cards and sentences; signers, mentors and hosts are none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.components.head_squads import people_of_squads
from nlp.components.people_names import NIP_LABEL, find_nips, mended_name
from nlp.components.people_placed import people_placed
from nlp.components.person_cards import people_of_cards
from nlp.components.person_covers import people_of_covers
from nlp.components.person_desks import people_of_desks
from nlp.components.person_forms import people_of_forms
from nlp.components.person_leaders import leaders
from nlp.components.person_lists import people_below_units, people_of_labels, people_of_lists
from nlp.components.person_nips import people_beside_nips, people_in_cells, people_with_nip
from nlp.components.person_sections import people_of_heads, people_of_sections
from nlp.components.person_sentences import members, people_in_sentences, people_sent, people_they_are
from nlp.components.person_slides import people_of_slides, people_of_title
from nlp.components.person_stories import companions, people_taking_part
from nlp.components.person_tables import (
    people_of_bare_rows,
    people_of_boxes,
    people_of_tables,
    people_of_teams,
)
from nlp.components.person_units import with_unit
from nlp.components.recommendation_units import Unit
from nlp.components.tables import Table
from nlp.extraction import Person
from nlp.source import Source


def find_people(
    source: Source,
    units: Sequence[Unit],
    tables: Sequence[Table],
    *,
    in_parts: Sequence[Person] = (),
    authors: bool = False,
) -> list[Person]:
    """Every participant that the document names, once, in order: tables first, then text.

    `in_parts`: whom a sentence names part by part. `authors`: those who wrote it took part, as with a report.
    """
    listed = [
        *people_of_tables(tables),
        *people_of_bare_rows(tables),
        *people_of_boxes(tables),
        *people_of_forms(tables),
        *people_of_teams(tables),
    ]
    people = _once(
        [
            *listed,
            *people_with_nip(source, units, frozenset(person.nip for person in listed if person.nip)),
            *people_beside_nips(units),
            *people_in_cells(source, units),
            *people_of_slides(units),
            *people_of_cards(units),
            *people_of_desks(units),
            *people_placed(units),
            *in_parts,
            *people_of_squads(units),
            *people_of_lists(units),
            *people_below_units(units),
            *people_of_labels(units),
            *people_of_sections(units),
            *(people_of_heads(units) if authors else ()),
            *people_in_sentences(units),
            *people_they_are(units),
            *people_sent(units),
            *members(units),
            *leaders(units),
            *people_taking_part(units),
            *companions(units)[1],
            *(people_of_title(units) if authors else ()),
            *(people_of_covers(units) if authors else ()),
        ]
    )
    return [with_unit(_with_own_nip(source.text, person)) for person in people]


def _with_own_nip(text: str, person: Person) -> Person:
    """A listed person whose NIP stands elsewhere below the name: who signs the report took part."""
    if person.nip is not None or "," not in person.name:
        return person
    place = text.find(person.name)
    while place >= 0:
        end = place + len(person.name)
        blank = _BLANK.match(text, end)
        label = NIP_LABEL.match(text, blank.end()) if blank else None
        nips = find_nips(text[label.end() : label.end() + _NIP_LENGTH]) if label else ()
        if nips and nips[0].start < 3:
            return replace(person, nip=nips[0].digits)
        place = text.find(person.name, end)
    return person


# Between name and NIP; the grade may stand there.
_BLANK = re.compile(r"[\s(.,]*(?:(?:Pembina|Penata|Pengatur|Juru)\b[^\n:\d]{0,40}\n\s*)?")
_NIP_LENGTH = 40  # characters in which a NIP with blanks ends
_POLITE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Sdr\.?i?|Saudara|Saudari|Bapak|Ibu)\.?\s+(?=[A-Z])")
_ONLY_DEGREES = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}\.(?:[A-Z][A-Za-z]{0,4}\.?)*|Ak\.?|CA|MM|SE|SH)(?:,\s*(?:[A-Z][A-Za-z]{0,3}\.(?:[A-Z][A-Za-z]{0,4}\.?)*|Ak\.?|CA|MM|SE|SH))*"
)


def _once(people: Sequence[Person]) -> list[Person]:
    found: dict[str, Person] = {}
    names: dict[str, str] = {}
    for person in people:
        mended = _POLITE.sub("", mended_name(person.name))
        if _ONLY_DEGREES.fullmatch(mended):
            continue  # `S.E., Ak.` on a line of its own, behind somebody's name
        if mended != person.name:
            person = replace(person, name=mended)
        name_key = re.sub(r"[\W_]+", " ", person.name.casefold()).strip()
        key = person.nip or names.get(name_key) or name_key
        names.setdefault(name_key, key)
        if person.nip is None and any(
            name_key and (name_key in other or other in name_key) for other in names if other != name_key
        ):
            continue
        found.setdefault(key, person)
    return list(found.values())
