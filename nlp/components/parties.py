"""Parties: who contracts, from the comparition, the title and last the signatures; who sends and receives, from the story.

`untuk dan atas nama X` names the party whatever the office of who signs. Institutions only cited, witnesses, copies and
letterheads are none.
"""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.comparition import party_of_segment, represented_parties
from nlp.components.institutions import region_of
from nlp.components.letter_parties import letter_parties
from nlp.components.party_table import tabled_parties
from nlp.components.signatures import with_signature
from nlp.components.story_parties import acting, story_parties
from nlp.components.title_parties import headed_parties, titled_parties
from nlp.extraction import Kind, Party
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source
from nlp.zones import zones


@Language.factory("parties")
def make_parties(nlp: Language, name: str) -> "PartyFinder":
    """The component that sets `facts.parties`."""
    return PartyFinder()


class PartyFinder:
    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind in (Kind.MOU, Kind.AGREEMENT):
            facts.parties = contract_parties(source, facts.institutions)
        elif facts.kind is Kind.LETTER:
            facts.parties = _letter_parties(source, facts)
        elif facts.kind in (Kind.REPORT, Kind.NEWS):
            facts.parties = story_parties(source, facts, acting(source, facts))
        return doc


def _letter_parties(source: Source, facts: Facts) -> list[Party]:
    """Sender and addressee; in a letter within one house (a memo, an invitation) those of the visit that it tells of."""
    mentions = acting(source, facts)
    found = letter_parties(source, facts, mentions)
    regions = [region_of(party.name) for party in found]
    if len(found) == 2 and (regions[0] is None or regions[0] != regions[1]):
        return found
    told = {party.role: party for party in story_parties(source, facts, mentions)}
    sender = found[0] if found else told.get("home")
    host = told.get("host")
    if sender is None or host is None or sender.role == "host" or region_of(host.name) == region_of(sender.name):
        return found[:1]
    return [sender, host]


def contract_parties(source: Source, mentions: list[InstitutionMention]) -> list[Party]:
    """Those that contract, in the order of the comparition, or of the title where there is no comparition."""
    parts = zones(source)
    found: list[Party] = []
    for segment in parts.segments:
        party = party_of_segment(source, mentions, parts, segment, len(found) + 1)
        if party is not None and all(party.name.casefold() != other.name.casefold() for other in found):
            found.append(party)
    tabled = tabled_parties(source, mentions)
    if len(tabled) >= max(2, len(found)):
        found = tabled
    if len(found) < 2:
        found = represented_parties(source, mentions, parts) or found
    titled = titled_parties(source, mentions, parts)
    if len(titled) < 2 and len(found) < 2:
        titled = headed_parties(source, mentions, parts)
    if len(found) >= 2 or len(found) >= len(titled):
        return found
    return [with_signature(source, parts, party) for party in titled] if len(titled) >= 2 else found
