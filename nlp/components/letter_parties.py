"""Who is home and who is host in a letter about an internship or a visit, and who signs it."""

import re

from nlp.components.institutions import region_of
from nlp.components.letter_arrangers import arranged_parties
from nlp.components.letter_ends import Chosen, addressee_of
from nlp.components.letter_frame import letter_frame
from nlp.components.letter_other_side import other_side
from nlp.components.letter_role import is_about_programme, sender_role
from nlp.extraction import Party, Representative
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source

_TITLED = 0.85
_REPORTED_TO = 0.7


def letter_parties(source: Source, facts: Facts, mentions: list[InstitutionMention]) -> list[Party]:
    """Sender and addressee as home and host, or the sender as facilitator between two others; empty where it is no such letter."""
    subject = facts.title or ""
    letter = letter_frame(source, mentions)
    if letter is None or not is_about_programme(letter, subject):
        return []
    sender, signer = letter.sender, letter.signer
    if arranged := arranged_parties(source, letter.mentions, letter.begin, letter.closing, sender, signer):
        return arranged
    role = sender_role(letter, subject)
    other = other_side(letter, sends=role == "home")
    parties = [_party(source, sender, role, _TITLED, signer)]
    if other is not None:
        parties.append(_party(source, other, "home" if role == "host" else "host", _TITLED))
    return parties


def _party(source: Source, chosen: Chosen, role: str, confidence: float, signer: Representative | None = None) -> Party:
    name, at = chosen
    written = " ".join(source.text[at.start : at.end].split())
    return Party(name, written, role, signer, source.evidence(at.start, at.end), confidence)


_REPORTS_TO = re.compile(r"^\W*(?:kepada|yth)\b\.?(?:\s*yth\b\.?)?\s*:?", re.I | re.M)


def with_reported_to(source: Source, mentions: list[InstitutionMention], parties: list[Party]) -> list[Party]:
    """The house in which a report goes up to its head (`Kepada : Inspektur Daerah Kabupaten X`), where nothing else tells who went."""
    hosts = [party for party in parties if party.role == "host"]
    addressed = _REPORTS_TO.search(source.text, 0, 700)
    if len(hosts) != 1 or len(parties) != 1 or addressed is None:
        return parties
    chosen = addressee_of(source, mentions, addressed.end(), None)
    if chosen is None or chosen[1].region in (None, region_of(hosts[0].name)) or chosen[1].start > addressed.end() + 60:
        return parties
    return [_party(source, chosen, "home", _REPORTED_TO), *parties]
