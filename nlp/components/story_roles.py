"""Which of a story's institutions is its home, host and facilitator, once each mention has been weighed."""

from nlp.components.institutions import region_of
from nlp.components.story_beside import other_homes, other_hosts
from nlp.components.story_candidates import ARRANGING, Candidate, Chosen, story_party
from nlp.components.story_governments import as_government, of_many, of_title, those_who_train
from nlp.components.story_hosts import listed_regions
from nlp.components.story_levels import level
from nlp.components.story_sides import narrowest, side_of, sides_of, supports
from nlp.components.story_titled import from_many_offices, names_region, titled
from nlp.extraction import Kind, Party
from nlp.facts import Facts
from nlp.source import Source

Sides = tuple[str | None, str | None]  # home's and host's


def roles(source: Source, facts: Facts, candidates: dict[str, Candidate]) -> list[Party]:
    """The parties of the story: home and host, those beside them, and who arranges."""
    pool = list(candidates.values())
    support = supports(pool)
    sides = sides_of(pool, support)
    home, host = _home_and_host(source, facts, pool, sides)
    parties: list[Party] = []
    for role, chosen in (("home", home), ("host", host)):
        if chosen is not None:
            score: float = getattr(support.get(side_of(chosen[1]) or ""), role, 0.0)
            parties.append(story_party(source, *chosen, role, score))
    if host is not None:
        parties += other_hosts(source, pool, home, host)
        if facts.kind is Kind.NEWS and home is not None:
            parties += other_homes(source, pool, home, {party.name for party in parties})
        parties += _listed_hosts(source, parties, home, host)
    if (arranger := _arranger(pool, sides, home, host)) is not None:
        at = arranger.best["facilitator"][1]
        parties.append(story_party(source, arranger.mention.name, at, "facilitator", arranger.facilitator))
    elif home is not None and (host is None or not (_named(pool, host) or names_region(facts.title, host[1].region))):
        parties = _received_by_ministry(source, pool, parties)
    return parties


def _home_and_host(
    source: Source, facts: Facts, pool: list[Candidate], sides: Sides
) -> tuple[Chosen | None, Chosen | None]:
    home_side, host_side = sides
    home = of_many(source, pool, narrowest(pool, home_side, "home"), "home")
    host = of_many(source, pool, narrowest(pool, host_side, "host"), "host")
    if home is not None and host is not None:
        home, host = _at_one_level(source, facts, pool, home, host)
    if home is not None:
        home = those_who_train(source, pool, home) or home
    return home, host


def _at_one_level(
    source: Source, facts: Facts, pool: list[Candidate], home: Chosen, host: Chosen
) -> tuple[Chosen, Chosen]:
    """Home and host at one level, which may be that of the title."""
    home, host = level(source, pool, home, host)
    agencies = home[1].kind == host[1].kind == "agency"
    if agencies and names_region(facts.title, host[1].region) and from_many_offices(source):
        home, host = as_government(pool, home, "home"), as_government(pool, host, "host")
    if (named_in_title := titled(source, facts)) is not None:
        home, host = of_title(home, named_in_title.home), of_title(host, named_in_title.host)
    return home, host


def _listed_hosts(source: Source, parties: list[Party], home: Chosen | None, host: Chosen) -> list[Party]:
    """The further regions of a list of hosts, where governments receive."""
    if host[1].kind != "government":
        return []
    known = {home[1].region if home is not None else None, *(region_of(party.name) for party in parties)}
    return [
        story_party(source, mention.name, mention, "host", 0.0)
        for mention in listed_regions(source, host[1])
        if mention.region not in known
    ]


def _arranger(pool: list[Candidate], sides: Sides, home: Chosen | None, host: Chosen | None) -> Candidate | None:
    """Who stands between home and host: a central institution, an agency of a third side, a training office between governments."""
    governments = all(chosen[0].startswith("Pemerintah ") for chosen in (home, host) if chosen is not None)

    def may_arrange(candidate: Candidate) -> bool:
        if candidate.mention.kind == "central":
            return True
        if not candidate.arranges:
            return False
        return side_of(candidate.mention) not in sides or (governments and candidate.trains and candidate.mention.sure)

    arranging = [c for c in pool if c.facilitator >= ARRANGING and c.facilitator >= c.host and may_arrange(c)]
    return max(arranging, key=lambda candidate: candidate.facilitator, default=None)


def _named(pool: list[Candidate], chosen: Chosen) -> bool:
    """The text names the institution itself, not its region alone."""
    return any(candidate.named for candidate in pool if candidate.mention.name == chosen[0])


_RECEIVING = 2.5  # the weight from which on a central institution is believed to receive


def _received_by_ministry(source: Source, pool: list[Candidate], parties: list[Party]) -> list[Party]:
    """The parties with a ministry or its regional office as host, which receives where no region does."""
    central = [candidate for candidate in pool if candidate.mention.kind == "central"]
    receiving = max(central, key=lambda candidate: candidate.host, default=None)
    if receiving is None or receiving.host < _RECEIVING:
        return parties
    host = story_party(source, receiving.mention.name, receiving.best["host"][1], "host", receiving.host)
    return [*(party for party in parties if party.role != "host"), host]
