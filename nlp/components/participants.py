"""Who took part: how many, in which groups, and each named participant; signers, mentors and hosts are none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.delimited_tables import delimited_tables
from nlp.components.head_agreed import agreed_count, agreed_waves
from nlp.components.head_boxes import count_of_boxes, of_boxes
from nlp.components.head_counts import stated_count
from nlp.components.head_groups import agreed_groups, find_groups
from nlp.components.head_led import parts_led
from nlp.components.head_letters import announced_waves, count_in_english, count_invited
from nlp.components.head_offices import groups_of_offices
from nlp.components.head_records import recorded_count
from nlp.components.head_squads import groups_of_squads, squads
from nlp.components.head_sums import states_whole, warning_of_sum
from nlp.components.head_tables import total_of_tables
from nlp.components.institutions import region_of
from nlp.components.people_found import find_people
from nlp.components.person_forms import people_of_forms
from nlp.components.person_leaders import leaders
from nlp.components.person_parts import told_in_parts
from nlp.components.person_stories import companions, lone_author
from nlp.components.person_tables import people_of_tables
from nlp.components.recommendation_units import units_of
from nlp.components.tables import Table, tables_of
from nlp.extraction import Group, Kind, Participants, Party, Person
from nlp.facts import Facts
from nlp.source import Source

_I = re.IGNORECASE
_JOURNEY = re.compile(
    r"\b(?=[mskb])(?:magang|studi\s+(?:tiru|banding|lapangan)|kunjungan|kaji\s+\w+|benchmarking)\b", _I
)
_ROLL = re.compile(r"\W*(?:daftar\s+hadir|presensi|absensi)\b", _I)  # of whoever came to a meeting
_TOP = 8  # units
_GUEST = re.compile(r"\b(?:data|identitas|biodata)\s+(?:diri\s+)?(?:peserta|pemagang)\b", _I)


class ParticipantsFinder:
    """Fills `facts.participants`."""

    def __call__(self, doc: Doc) -> Doc:
        facts: Facts = doc._.facts
        if facts.kind in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            letter = facts.kind is Kind.LETTER
            homeward = () if letter else _homeward(facts.parties)
            facts.participants = find_participants(
                doc._.source, letter=letter, authors=facts.kind is Kind.REPORT, homeward=homeward
            )
            found = facts.participants
            if found.groups and _at_hosts(found.groups, facts.parties):
                found = facts.participants = replace(found, groups=())
            if warning := warning_of_sum(units_of(doc._.source), found.count, found.groups):
                facts.warnings.append(warning)
        elif facts.kind is Kind.OTHER:
            signers = [party.representative.name for party in facts.parties if party.representative]
            facts.participants = find_recorded(doc._.source, signers=[name for name in signers if name])
        else:
            facts.participants = find_annexed(doc._.source)
        return doc


def _at_hosts(groups: Sequence[Group], parties: Sequence[Party]) -> bool:
    """Every group is called after the host's region: where the participants went, not whence they come."""
    regions = {role: {region_of(p.name) for p in parties if p.role == role} for role in ("home", "host")}
    hosts = tuple(region for region in regions["host"] - regions["home"] if region)
    return bool(hosts) and all(group.label.endswith(hosts) for group in groups)


def _homeward(parties: Sequence[Party]) -> tuple[str, ...]:
    """Home's regions, to which those go who are to come in return: `… enam petugas melakukan kunjungan balasan ke Kolaka`."""
    regions = {role: {region_of(p.name) for p in parties if p.role == role} for role in ("home", "host")}
    own = {region.split(" ", 1)[-1] for region in regions["home"] if region}
    others = " ".join(region for region in regions["host"] if region)
    return tuple(name for name in own if others and name not in others)


def find_participants(
    source: Source, *, letter: bool = False, authors: bool = False, homeward: Sequence[str] = ()
) -> Participants:
    """Who took part in what a report, an article or a letter tells of; `authors`, `homeward`: see `find_people`, `stated_count`."""
    units = units_of(source)
    tables = [*tables_of(source, units), *delimited_tables(source)]
    in_parts = told_in_parts(units)
    people = find_people(source, units, tables, in_parts=in_parts.people, authors=authors)
    groups = (
        in_parts.groups
        or groups_of_squads(squads(units))
        or find_groups(units, tables, named=len(people))
        or (announced_waves(units) if letter else parts_led(units))
    )
    with_nip = sum(person.nip is not None for person in people)
    told = count_invited(units) or count_in_english(units) if letter else None
    count = (
        told
        or companions(units)[0]
        or count_of_boxes(source)
        or stated_count(units, groups, tables, listed=with_nip, homeward=homeward)
    )
    # Beside persons with a NIP a name alone may be another's.
    listed = [person for person in people if person.nip or person.position] if with_nip else people
    if count is None and not groups:
        groups = groups_of_offices(units)
        count = sum(group.count for group in groups) or None
    # Those who lead or speak are some of them.
    if count is None and len(listed) >= 2 and {p.name for p in listed} - {p.name for p in leaders(units)}:
        count = len(listed)
    if not groups:
        groups = of_boxes(source, {count or 0, len(people)})
    if count is None and lone_author(units, people):
        count = 1
    if groups and count is not None and sum(group.count for group in groups) > count:
        groups = groups if states_whole(units, count, groups) else ()
    return Participants(count, groups, tuple(people))


def find_recorded(source: Source, *, signers: Sequence[str] = ()) -> Participants:
    """Who took part as minutes, a chat, an export or a form record it: two at least whom it names, or groups that add up.

    A paper on a budget or a meeting counts all manner of persons in passing.
    """
    units = units_of(source)
    tables = [*tables_of(source, units), *delimited_tables(source)]
    if not any(_JOURNEY.search(unit.text) for unit in units) or any(_ROLL.match(unit.text) for unit in units[:_TOP]):
        return Participants(None, (), ())
    found = find_participants(source)
    listed = {person.nip for person in (*people_of_tables(tables), *_of_guest_forms(tables)) if person.nip}
    named = tuple(person for person in found.people if not any(name in person.name for name in signers))
    people = named if len(named) > 1 else tuple(p for p in named if p.nip in listed)
    adds_up = found.groups and sum(group.count for group in found.groups) == found.count
    if not people and not adds_up:
        return Participants(recorded_count(units), (), ())
    # Those who sign a record of handing over are listed beside those whom it hands over.
    return Participants(recorded_count(units) or max(found.count or 0, len(people)), found.groups, people)


def _of_guest_forms(tables: Sequence[Table]) -> Iterator[Person]:
    """The person of a form on one participant: `A. DATA PESERTA` above `Nama | …`."""
    forms = [
        table
        for table in tables
        if _GUEST.search(" ".join([table.lead, *table.headers.values(), *(c.text for c in (*table.rows[0].values(),))]))
    ]
    yield from people_of_forms(forms)


def _listed(table: Table) -> list[Person]:
    """The persons of an annexed list with their NIP; beside two of them those who have an office and none."""
    people = [*people_of_tables([table])]
    rows_with_nip = sum(person.nip is not None for person in people)
    return [person for person in people if person.nip or (person.position and rows_with_nip > 1)]


def find_annexed(source: Source) -> Participants:
    """The participants that an agreement lists in a table; how many, from that list or from its clauses."""
    units = units_of(source)
    tables = tables_of(source, units)
    people = {person.nip or person.name: person for table in tables for person in _listed(table)}
    groups = agreed_groups(units, tables) or agreed_waves(units)
    stated = total_of_tables(tables) or agreed_count(units, groups)
    if sum(group.count for group in groups) != stated:
        groups = ()
    return Participants(stated or len(people) or None, groups, tuple(people.values()))


@Language.factory("participants")
def make_participants(nlp: Language, name: str) -> ParticipantsFinder:
    """The factory spaCy calls."""
    return ParticipantsFinder()
