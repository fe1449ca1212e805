"""Who sent and who received, as those whose figures a document tells."""

from nlp.components.indicator_words import SENTENCE, Owner
from nlp.components.institutions import government_of, region_of
from nlp.facts import Facts


def party_of(facts: Facts, role: str) -> Owner | None:
    """Who sent or received, as whose a figure may be."""
    name = next((party.name for party in facts.parties if party.role == role), None)
    region = region_of(name) if name else None
    return Owner(0, 0, government_of(region) if region else None, name) if name else None


def signs(facts: Facts, role: str) -> bool:
    """Whether who has that role signs the document."""
    return any(party.role == role and party.representative is not None for party in facts.parties)


def agencies_of(facts: Facts) -> dict[str, str]:
    """The agency that a region sends or receives with, by the region's government: its own scores are told by the region's name.

    Also the like agency of a region that the document names beside these: three secretariats of councils compared with each other.
    """
    found: dict[str, str] = {}
    kinds: set[str] = set()
    for party in facts.parties:
        region = region_of(party.name)
        if party.role in {"home", "host"} and region and not party.name.startswith("Pemerintah"):
            found.setdefault(government_of(region), party.name)
            kinds.add(party.name.removesuffix(region).rstrip())
    for item in facts.institutions:
        if item.kind == "agency" and item.region and item.name.removesuffix(item.region).rstrip() in kinds:
            found.setdefault(government_of(item.region), item.name)
    for party in facts.parties:
        if party.role != "facilitator" and (region := region_of(party.name)) is not None:
            found.setdefault(government_of(region), government_of(region))
    return found


def scored(agencies: dict[str, str], who: str | None, between: str) -> str | None:
    """Whose score a unit's is that is told by the region's name; `between`: what stands between that name and the figure.

    None for a region that takes no part and was only mentioned in a sentence before: of whatever unit this is the score.
    """
    return agencies.get(who or "") or (None if SENTENCE.search(between) else who)
