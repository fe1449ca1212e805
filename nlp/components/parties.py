"""Parties: who contracts, from the comparition, the title and last the signatures; who sends and receives, from the story.

`untuk dan atas nama X` names the party whatever the office of who signs. Institutions only cited, witnesses, copies and
letterheads are none.
"""

import re
from dataclasses import replace
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.comparition import party_of_segment, several
from nlp.components.comparition_names import ending_right
from nlp.components.institutions import region_of
from nlp.components.letter_been import been_at
from nlp.components.letter_guests import with_guest
from nlp.components.letter_parties import letter_parties, with_reported_to
from nlp.components.letter_signature import letter_signature, stated_office
from nlp.components.other_parties import other_parties
from nlp.components.other_story import of_programme, tells_of_programme
from nlp.components.party_defined import defined_parties
from nlp.components.party_handover import with_handing_over
from nlp.components.party_names import BLANK
from nlp.components.party_signers import represented_parties, rows_of_heads, signed_bodies, signing_heads, with_signers
from nlp.components.party_table import signed_rows, tabled_parties
from nlp.components.signature_pairs import signed_by, signing_bodies
from nlp.components.signatures import with_signature
from nlp.components.story_actors import acting
from nlp.components.story_parties import story_parties
from nlp.components.title_parties import headed_parties, jointly_named, titled_parties
from nlp.extraction import Kind, Party
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source
from nlp.zones import Zones, zones


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
        elif facts.kind is Kind.NEWS and not tells_of_programme(source.text):
            facts.parties = []  # who signs, opens or hands over something sends and receives nobody
        elif facts.kind in (Kind.REPORT, Kind.NEWS):
            mentions = acting(source, facts)
            facts.parties = story_parties(source, facts, mentions)
            if facts.kind is Kind.REPORT:
                facts.parties = with_reported_to(source, mentions, facts.parties)
        elif of_programme(source):
            facts.parties = with_handing_over(source, facts, other_parties(source, facts))
        return doc


def _letter_parties(source: Source, facts: Facts) -> list[Party]:
    """Sender and addressee, and who arranges; in a letter within one house (a memo, an invitation) those of the visit it tells of."""
    mentions = acting(source, facts)
    found = letter_parties(source, facts, mentions)
    if any(party.role == "facilitator" for party in found):
        return found  # of who arranges between two others
    told = {party.role: party for party in story_parties(source, facts, mentions)}
    arranging = [told["facilitator"]] if found and "facilitator" in told else []
    regions = [region_of(party.name) for party in found]
    outward = len(found) == 2 and (regions[0] is None or regions[0] != regions[1] or been_at(source, found[1]))
    within_house = not outward or stated_office(source.text) is not None  # `Dari : Kepala Bagian X`
    if found and within_house and (guests := with_guest(source, mentions, found[0], regions[0])):
        return [_signing(source, party) for party in guests]
    if outward and not (regions[1] is None and _AGENCY.match(found[1].name) and "host" in told):
        return [*map(partial(_signing, source), found), *arranging]
    sender = found[0] if found else told.get("home")
    host = told.get("host")
    if sender is None or host is None or sender.role == "host" or region_of(host.name) == region_of(sender.name):
        return [_signing(source, party) for party in found[:1]]
    if not found and (signed := letter_signature(source, 0)) is not None:
        sender = replace(sender, representative=signed[0])
    return [_signing(source, sender), host, *arranging]


# The name of an agency without a region, as one house calls its own (`Yth. Kepala Bapperida`).
_AGENCY = re.compile(r"(?:Dinas|Badan|Inspektorat|Bagian|Biro|Sekretariat|Satuan)\b")


def _signing(source: Source, party: Party) -> Party:
    """The party whose signer has the office that the head of the note states (`Dari : …`)."""
    office = stated_office(source.text)
    if party.representative is None or office is None:
        return party
    if office.casefold() in (party.representative.position or "").casefold():
        return party
    return replace(party, representative=replace(party.representative, position=office))


# An office's letters in a paper's number: `800/29/PPPK/2026/BKPSDM`
_IN_A_NUMBER = re.compile(r"\d[\w.-]*(?:/[\w.-]+)*/$")


def contract_parties(source: Source, mentions: list[InstitutionMention]) -> list[Party]:
    """Those that contract, in the order of the comparition, or of the title where there is no comparition."""
    parts = zones(source)
    mentions = [
        mention
        for mention in mentions
        if not _IN_A_NUMBER.search(source.text, max(0, mention.start - 40), mention.start)
    ]
    found = _in_comparition(source, mentions, parts)
    tabled = tabled_parties(source, mentions)
    if len(tabled) >= max(2, len(found)):
        found = tabled
    for otherwise in (defined_parties, represented_parties, _loosely_named):
        if len(found) < 2:
            found = otherwise(source, mentions, parts) or found
    found = _with_titled(source, mentions, parts, found)
    if len(found) < 2:
        found = signing_bodies(source, mentions, parts) or found
    found = _with_those_who_sign(source, mentions, parts, found)
    found = [party for party in found if not BLANK.search(party.as_written)]  # a form: `ANTARA ………… DENGAN X`
    return signed_by(source, parts, [ending_right(source, mentions, party) for party in found])


def _in_comparition(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The parties segment by segment, each once."""
    found: list[Party] = []
    for segment in (part for whole in parts.segments for part in several(source, whole)):
        party = party_of_segment(source, mentions, parts, segment, len(found) + 1)
        if party is not None and all(party.name.casefold() != other.name.casefold() for other in found):
            found.append(party)
    return found


def _with_titled(source: Source, mentions: list[InstitutionMention], parts: Zones, found: list[Party]) -> list[Party]:
    """Those of the title where the opening names too few, or the one more that the opening could not be read for."""
    titled = titled_parties(source, mentions, parts)
    if len(titled) < 2 and len(found) < 2:
        titled = headed_parties(source, mentions, parts)
    if len(found) < 2 <= len(titled):
        return [with_signature(source, parts, party) for party in titled]
    names = {party.name for party in found}
    if len(found) > 2 and names < {party.name for party in titled}:
        rest = [party for party in titled if party.name not in names]
        return [*found, *(replace(party, role=f"party_{len(found) + at}") for at, party in enumerate(rest, start=1))]
    return found


def _with_those_who_sign(
    source: Source, mentions: list[InstitutionMention], parts: Zones, found: list[Party]
) -> list[Party]:
    """The parties with signers that tables and signatures name, where the opening leaves one out or there is none."""
    if any(party.representative is None for party in found):
        found = with_signers(found, signed_rows(source, mentions))
        found = with_signers(found, signed_bodies(source, mentions, parts))
        found = with_signers(found, rows_of_heads(source, mentions, parts))
        return with_signers(found, signing_heads(source, mentions, parts))
    return found if parts.segments else with_signers(found, signing_heads(source, mentions, parts))


def _loosely_named(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The parties of an opening without the formula: of a table row by row, of bodies with their signers, of bodies alone."""
    by_row = signed_rows(source, mentions)
    by_signer = signed_bodies(source, mentions, parts)
    if by_row or by_signer:
        return by_row if len(by_row) >= len(by_signer) else by_signer
    by_head = rows_of_heads(source, mentions, parts) or signing_heads(source, mentions, parts)
    return by_head or jointly_named(source, mentions, parts)
