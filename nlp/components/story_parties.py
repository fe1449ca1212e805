"""Who sends and who receives in a report or an article, from what stands before and after each institution's name."""

from nlp.components.story_actors import story_end
from nlp.components.story_candidates import OPENING, Candidate
from nlp.components.story_offices import same_office
from nlp.components.story_regions import bare_regions, weigh_region
from nlp.components.story_roles import roles
from nlp.components.story_students import with_campus
from nlp.components.story_weights import weigh
from nlp.extraction import Party
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source


def story_parties(source: Source, facts: Facts, mentions: list[InstitutionMention]) -> list[Party]:
    """Who sends, receives and arranges, from what stands before and after each mention."""
    candidates: dict[str, Candidate] = {}
    for mention in mentions:
        candidate = candidates.setdefault(mention.name, Candidate(mention))
        candidate.count += 1
        candidate.named += 1
        if mention.start < OPENING:
            candidate.places.append(mention)
        weigh(source, facts, mentions, mention, candidate)
    for mention in bare_regions(source, facts, story_end(source, facts.kind)):
        candidate = candidates.setdefault(mention.name, Candidate(mention))
        candidate.places.append(mention)
        weigh_region(source, mention, candidate)
    same_office(list(candidates.values()))
    return with_campus(source, facts, mentions, roles(source, facts, candidates))
