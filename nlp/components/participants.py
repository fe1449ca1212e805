"""Who took part: how many, in which groups, and each named participant; signers, mentors and hosts are none."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.head_agreed import agreed_count, agreed_waves
from nlp.components.head_counts import stated_count
from nlp.components.head_groups import agreed_groups, find_groups
from nlp.components.head_letters import announced_waves, count_in_english, count_invited
from nlp.components.head_offices import groups_of_offices
from nlp.components.head_tables import total_of_tables
from nlp.components.people_found import find_people
from nlp.components.person_parts import told_in_parts
from nlp.components.person_stories import companions, lone_author
from nlp.components.person_tables import people_of_tables
from nlp.components.recommendation_units import units_of
from nlp.components.tables import tables_of
from nlp.extraction import Kind, Participants
from nlp.facts import Facts
from nlp.source import Source


class ParticipantsFinder:
    """Fills `facts.participants`."""

    def __call__(self, doc: Doc) -> Doc:
        facts: Facts = doc._.facts
        if facts.kind in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            facts.participants = find_participants(doc._.source, letter=facts.kind is Kind.LETTER)
        else:
            facts.participants = find_annexed(doc._.source, agreement=facts.kind is not Kind.OTHER)
        return doc


def find_participants(source: Source, *, letter: bool = False) -> Participants:
    """Who took part in what a report, an article or a letter tells of."""
    units = units_of(source)
    tables = tables_of(source, units)
    people = find_people(source, units, tables)
    groups = told_in_parts(units).groups or find_groups(units, tables) or (announced_waves(units) if letter else ())
    with_nip = sum(person.nip is not None for person in people)
    told = count_invited(units) or count_in_english(units) if letter else None
    count = told or companions(units)[0] or stated_count(units, groups, tables, listed=with_nip)
    # Beside persons with a NIP a name alone may be another's.
    listed = [person for person in people if person.nip or person.position] if with_nip else people
    if count is None and not groups:
        groups = groups_of_offices(units)
        count = sum(group.count for group in groups) or None
    if count is None and len(listed) >= 2:
        count = len(listed)
    if count is None and lone_author(units, people):
        count = 1
    if groups and count is not None and sum(group.count for group in groups) > count:
        groups = ()
    return Participants(count, groups, tuple(people))


def find_annexed(source: Source, *, agreement: bool = True) -> Participants:
    """The participants that an agreement or a decree lists in a table; how many, from that list or from its clauses."""
    units = units_of(source)
    tables = tables_of(source, units)
    people = {person.nip: person for person in people_of_tables(tables) if person.nip}
    groups = (agreed_groups(units, tables) or agreed_waves(units)) if agreement else ()
    stated = total_of_tables(tables) or agreed_count(units, groups) if agreement else None
    if sum(group.count for group in groups) != stated:
        groups = ()
    return Participants(stated or len(people) or None, groups, tuple(people.values()))


@Language.factory("participants")
def make_participants(nlp: Language, name: str) -> ParticipantsFinder:
    """The factory spaCy calls."""
    return ParticipantsFinder()
