"""Which of a story's institutions is its home, host and facilitator, once each mention has been weighed."""

import re
from collections import defaultdict

from nlp.components.institutions import government_of, region_of
from nlp.components.story_beside import other_homes, other_hosts
from nlp.components.story_candidates import OPENING, Candidate, Chosen, story_party
from nlp.components.story_hosts import listed_regions
from nlp.components.story_titled import from_many_offices, names_region, titled
from nlp.extraction import Kind, Party
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source


def roles(source: Source, facts: Facts, candidates: dict[str, Candidate]) -> list[Party]:
    pool = list(candidates.values())
    by_side: dict[str, dict[str, float]] = defaultdict(lambda: {"home": 0.0, "host": 0.0})
    for candidate in pool:
        if (side := _side(candidate.mention)) is not None and not _arranges(candidate):
            by_side[side]["home"] += candidate.home
            by_side[side]["host"] += candidate.host
    home_side, host_side = _sides(pool, by_side)
    home = _narrowest(pool, home_side, "home") if home_side is not None else None
    host = _narrowest(pool, host_side, "host") if host_side is not None else None
    home, host = _of_many(source, pool, home, "home"), _of_many(source, pool, host, "host")
    if home is not None and host is not None:
        home, host = _level(source, pool, home, host)
        if (
            home[1].kind == host[1].kind == "agency"
            and names_region(facts.title, host[1].region)
            and from_many_offices(source)
        ):
            home, host = (
                _as_government(_own_government(pool, home), home, "home"),
                _as_government(_own_government(pool, host), host, "host"),
            )
        if (named_in_title := titled(source, facts)) is not None:
            home, host = _of_title(home, named_in_title.home), _of_title(host, named_in_title.host)
    if home is not None and (trained := _those_who_train(source, pool, home)) is not None:
        home = trained
    parties: list[Party] = []
    for role, chosen in (("home", home), ("host", host)):
        if chosen is not None:
            score = by_side.get(_side(chosen[1]) or "", {}).get(role, 0.0)
            parties.append(story_party(source, chosen[0], chosen[1], role, score))
    if host is not None:
        parties += other_hosts(source, pool, home, host)
        if facts.kind is Kind.NEWS and home is not None:
            parties += other_homes(source, pool, home, {party.name for party in parties})
        sides = {home[1].region if home is not None else None, *(region_of(party.name) for party in parties)}
        parties += [
            story_party(source, mention.name, mention, "host", 0.0)
            for mention in (listed_regions(source, host[1]) if host[1].kind == "government" else [])
            if mention.region not in sides
        ]
    central = [c for c in pool if c.mention.kind == "central"]
    taken = {home_side, host_side}
    arranging = [c for c in pool if c.facilitator >= 2.5 and c.facilitator >= c.host]
    named = {chosen[0] for chosen in (home, host) if chosen is not None}
    governments = all(name.startswith("Pemerintah ") for name in named)
    arranging = [
        c
        for c in arranging
        if c in central
        or (_arranges(c) and (_side(c.mention) not in taken or (governments and _trains(c) and c.mention.sure)))
    ]
    if arranging:
        best = max(arranging, key=lambda candidate: candidate.facilitator)
        parties.append(
            story_party(source, best.mention.name, best.best["facilitator"][1], "facilitator", best.facilitator)
        )
    elif home is not None and (host is None or not (_named(pool, host) or names_region(facts.title, host[1].region))):
        # A ministry or its regional office receives where no region does.
        receiving = max(central, key=lambda candidate: candidate.host, default=None)
        if receiving is not None and receiving.host >= 2.5:
            parties = [party for party in parties if party.role != "host"]
            parties.append(
                story_party(source, receiving.mention.name, receiving.best["host"][1], "host", receiving.host)
            )
    return parties


_COURSE = re.compile(
    r"\b(?:pelatihan\s+(?:kepemimpinan|dasar|struktural)|PK[APN]|PKN|latsar|diklat(?:pim)?|studi\s+lapangan|STULA)\b",
    re.I,
)


def _those_who_train(source: Source, pool: list[Candidate], home: Chosen) -> Chosen | None:
    """The government whose people a course of its training office takes along; that office arranges."""
    office = next((c for c in pool if c.mention.name == home[0]), None)
    government = _own_government(pool, home)
    if office is None or government is None or not (government.named and government.home and _trains(office)):
        return None
    if _COURSE.search(source.text, 0, OPENING) is None:
        return None
    office.add("facilitator", 3 + office.home, home[1])
    return _as_government(government, home, "home")


def _own_government(pool: list[Candidate], chosen: Chosen) -> Candidate | None:
    return next((c for c in pool if c.mention.region == chosen[1].region and c.mention.kind == "government"), None)


def _of_title(chosen: Chosen, titled: InstitutionMention) -> Chosen:
    """The government that the title names in place of one of its agencies."""
    same = chosen[1].region == titled.region and chosen[1].kind == "agency"
    return (titled.name, titled) if same else chosen


def _arranges(candidate: Candidate) -> bool:
    """An agency of a region, the province's for instance, that stands between those who send and those who receive."""
    strongest = max(candidate.home, candidate.host)
    return candidate.mention.kind == "agency" and candidate.facilitator >= 2.5 and candidate.facilitator > strongest


def _trains(candidate: Candidate) -> bool:
    """The office that trains a region's officials: between governments it arranges though it is one side's own."""
    return candidate.mention.name.startswith("Badan Pengembangan Sumber Daya Manusia")


_LISTED = re.compile(r"^\s*(?:\([^)\n]{1,25}\))?\s*(?:,|;|\bdan\b|\bserta\b|&|,\s*dan\b|\n\W{0,3}(?:\d{1,2}[.)])?)\s*$")


def _of_many(source: Source, pool: list[Candidate], chosen: Chosen | None, role: str) -> Chosen | None:
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
    government = next(
        (c for c in pool if c.mention.region == chosen[1].region and c.mention.kind == "government"), None
    )
    return _as_government(government, chosen, role)


def _named(pool: list[Candidate], chosen: Chosen) -> bool:
    """The text names the institution itself, not its region alone."""
    return any(candidate.named for candidate in pool if candidate.mention.name == chosen[0])


OWN_SIDE = re.compile(r"(?:Rumah Sakit|Universitas|Institut|Politeknik|Sekolah Tinggi|PT|Perum)\b")


def _side(mention: InstitutionMention) -> str | None:
    """The region that the institution belongs to; of a hospital, a university or a company without one, itself."""
    if mention.kind == "central":
        return None
    if mention.region is not None:
        return mention.region
    return mention.name if OWN_SIDE.match(mention.name) else None


def _sides(pool: list[Candidate], by_side: dict[str, dict[str, float]]) -> tuple[str | None, str | None]:
    """The side that sends and the side that receives. Where the text tells one of them, the only other one is the other."""
    if not by_side:
        return None, None
    home = max(by_side, key=lambda side: by_side[side]["home"] - 0.7 * by_side[side]["host"])
    if by_side[home]["home"] <= 0:
        host = max(by_side, key=lambda side: by_side[side]["host"])
        if by_side[host]["host"] <= 0:
            return None, None
        # What is only told to receive does not send: they are two hosts of those who come from nowhere.
        hosts = {side for side, told in by_side.items() if told["host"] >= 2 and told["home"] == 0}
        return _other_side([c for c in pool if _side(c.mention) not in hosts], host), host
    others = [side for side in by_side if side != home]
    host_side = max(others, key=lambda side: by_side[side]["host"] - 0.7 * by_side[side]["home"], default=None)
    if host_side is None or by_side[host_side]["host"] <= 0:
        host_side = _other_side(pool, home)
    return home, host_side


def _other_side(pool: list[Candidate], known: str) -> str | None:
    """The side, apart from the known one, that the story speaks of most; None where two are alike."""
    counts: dict[str, int] = defaultdict(int)
    for candidate in pool:
        side = _side(candidate.mention)
        if side is not None and side != known and candidate.named and not _arranges(candidate):
            counts[side] += candidate.named
    ranked = sorted(counts, key=lambda side: -counts[side])
    if not ranked or (len(ranked) > 1 and counts[ranked[0]] < 2 * counts[ranked[1]]):
        return None
    return ranked[0]


def _narrowest(pool: list[Candidate], side: str, role: str) -> Chosen | None:
    """The best-supported institution of the side in that role: its government, or the one agency that acts as a whole."""
    own = [candidate for candidate in pool if _side(candidate.mention) == side]
    scored = [candidate for candidate in own if getattr(candidate, role) > 0]
    if not scored:
        return _most_general(own)
    best = max(scored, key=lambda candidate: getattr(candidate, role) + 0.2 * candidate.count)
    if best.mention.name.startswith("Sekretariat Daerah"):
        # The secretariat stands above the one section that goes or receives.
        sections = [candidate for candidate in scored if candidate.mention.name.endswith(f" {best.mention.name}")]
        best = max([*sections, best], key=lambda candidate: getattr(candidate, role))
    return best.mention.name, best.best[role][1]


def _most_general(own: list[Candidate]) -> Chosen | None:
    """Of a side whose role nothing tells: the one agency that is spoken of, else the government of them all."""
    named = [candidate for candidate in own if candidate.named]
    agencies = [
        candidate
        for candidate in named
        if candidate.mention.kind == "agency"
        and candidate.mention.sure
        and not candidate.mention.name.startswith("Sekretariat Daerah")
    ]
    governments = [candidate for candidate in named if candidate.mention.kind == "government"]
    if governments and len(agencies) != 1:
        return governments[0].mention.name, governments[0].mention
    if len(agencies) == 1 or (not governments and len(named) == 1):
        chosen = agencies[0] if agencies else named[0]
        if chosen.mention.name.startswith("Sekretariat Daerah"):
            return _as_government(None, (chosen.mention.name, chosen.mention), "home")
        return chosen.mention.name, chosen.mention
    return _as_government(None, (named[0].mention.name, named[0].mention), "home") if named else None


def _level(source: Source, pool: list[Candidate], home: Chosen, host: Chosen) -> tuple[Chosen, Chosen]:
    """Agencies of both sides, or governments of both: many agencies at one side mean its government."""

    def agencies(chosen: Chosen, role: str) -> list[Candidate]:
        return [
            candidate
            for candidate in pool
            if _side(candidate.mention) == _side(chosen[1])
            and candidate.mention.kind == "agency"
            and getattr(candidate, role) > 0
        ]

    def government(chosen: Chosen) -> Candidate | None:
        own = (c for c in pool if c.mention.region == chosen[1].region and c.mention.kind == "government")
        return next(own, None)

    if home[0].startswith("Sekretariat Daerah ") and host[1].kind == "government":
        home = _as_government(government(home), home, "home")  # the secretariat acts for the government that it serves
        if government(home) is None:
            return home, host
    home_is_government = home[1].kind == "government"
    host_is_government = host[1].kind == "government"
    if home_is_government and not host_is_government and host[1].kind == "agency":
        above = government(host)
        if len(agencies(host, "host")) > 1 or (above is not None and (above.named or above.host)):
            host = _as_government(above, host, "host")
    elif host_is_government and not home_is_government and home[1].kind == "agency":
        above, receiving = government(home), agencies(host, "host")
        sender = next((c.home for c in agencies(home, "home") if c.mention.name == home[0]), 0.0)
        many = len(agencies(home, "home")) > 1 or from_many_offices(source)
        if many or (above is not None and above.home > 0.6 * sender):
            home = _as_government(above, home, "home")
        elif len(receiving) == 1 and receiving[0].host >= 1 and (own := government(host)) is not None and not own.named:
            host = receiving[0].mention.name, receiving[0].best["host"][1]
    if home[1].kind == host[1].kind == "government":
        return _both_agencies(agencies(home, "home"), agencies(host, "host")) or (home, host)
    return home, host


def _both_agencies(senders: list[Candidate], receivers: list[Candidate]) -> tuple[Chosen, Chosen] | None:
    """The one agency that sends and the one of its kind that receives, each clearly said: they are the parties."""
    senders = [candidate for candidate in senders if candidate.home >= 2.5]
    receivers = sorted((c for c in receivers if c.host >= 2), key=lambda candidate: candidate.best["host"][1].start)
    if len(senders) != 1 or not receivers:
        return None
    head = senders[0].mention.name.split()[:2]
    if any(candidate.mention.name.split()[:2] != head for candidate in receivers):
        return None
    sender, receiver = senders[0], receivers[0]
    return (sender.mention.name, sender.best["home"][1]), (receiver.mention.name, receiver.best["host"][1])


def _as_government(government: Candidate | None, chosen: Chosen, role: str) -> Chosen:
    if government is not None:
        mention = government.best.get(role, (0.0, government.mention))[1]
        return government.mention.name, mention
    region = chosen[1].region
    return (government_of(region), chosen[1]) if region else chosen
