"""Where the government stands in a story for one of its agencies."""

import re

from nlp.components.institutions import government_of
from nlp.components.story_candidates import OPENING, Candidate, Chosen
from nlp.facts import InstitutionMention
from nlp.source import Source


def own_government(pool: list[Candidate], chosen: Chosen) -> Candidate | None:
    """The government of the institution's region, where the story names it."""
    return next((c for c in pool if c.mention.region == chosen[1].region and c.mention.kind == "government"), None)


def as_government(pool: list[Candidate], chosen: Chosen, role: str) -> Chosen:
    """The government of the institution, as the story names it in that role; the institution itself where it has no region."""
    government = own_government(pool, chosen)
    if government is not None:
        mention = government.best.get(role, (0.0, government.mention))[1]
        return government.mention.name, mention
    return by_region(chosen)


def by_region(chosen: Chosen) -> Chosen:
    """The government of the institution's region, by the institution's own mention."""
    region = chosen[1].region
    return (government_of(region), chosen[1]) if region else chosen


def of_title(chosen: Chosen, titled: InstitutionMention) -> Chosen:
    """The government that the title names in place of one of its agencies."""
    same = chosen[1].region == titled.region and chosen[1].kind == "agency"
    return (titled.name, titled) if same else chosen


_LISTED = re.compile(r"^\s*(?:\([^)\n]{1,25}\))?\s*(?:,|;|\bdan\b|\bserta\b|&|,\s*dan\b|\n\W{0,3}(?:\d{1,2}[.)])?)\s*$")


def of_many(source: Source, pool: list[Candidate], chosen: Chosen | None, role: str) -> Chosen | None:
    """The government of an agency that is one of several listed together: people of many agencies, or at many, are the government's."""
    if chosen is None or chosen[1].kind != "agency" or chosen[1].region is None:
        return chosen
    place = chosen[1].end
    listed = [
        other.mention
        for other in pool
        if other.mention.kind == "agency"
        and other.mention.region == chosen[1].region
        and other.mention.name != chosen[0]
        and not other.mention.name.endswith(f" {chosen[0]}")  # a section of it, on the next line of the letterhead
    ]
    near = [mention for mention in listed if place <= mention.start < place + 45]
    if not any(_LISTED.match(source.text[place : mention.start]) for mention in near):
        return chosen
    return as_government(pool, chosen, role)


_COURSE = re.compile(
    r"\b(?:pelatihan\s+(?:kepemimpinan|dasar|struktural)|PK[APN]|PKN|latsar|diklat(?:pim)?|studi\s+lapangan|STULA)\b",
    re.I,
)


def those_who_train(source: Source, pool: list[Candidate], home: Chosen) -> Chosen | None:
    """The government whose people a course of its training office takes along; that office arranges."""
    office = next((c for c in pool if c.mention.name == home[0]), None)
    government = own_government(pool, home)
    if office is None or government is None or not (government.named and government.home and office.trains):
        return None
    if _COURSE.search(source.text, 0, OPENING) is None:
        return None
    office.add("facilitator", 3 + office.home, home[1])
    return as_government(pool, home, "home")
