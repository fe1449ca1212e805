"""The side that sends and the side that receives in a story, each a region with its institutions, and who acts for it."""

import re
from collections import defaultdict
from dataclasses import dataclass

from nlp.components.story_candidates import Candidate, Chosen
from nlp.components.story_governments import by_region
from nlp.facts import InstitutionMention

OWN_SIDE = re.compile(r"(?:Rumah Sakit|Universitas|Institut|Politeknik|Sekolah Tinggi|PT|Perum)\b")


def side_of(mention: InstitutionMention) -> str | None:
    """The region that the institution belongs to; of a hospital, a university or a company without one, itself."""
    if mention.kind == "central":
        return None
    if mention.region is not None:
        return mention.region
    return mention.name if OWN_SIDE.match(mention.name) else None


@dataclass(slots=True)
class Support:
    """How much the story says for a side's being home, and for its being host."""

    home: float = 0.0
    host: float = 0.0


def supports(pool: list[Candidate]) -> dict[str, Support]:
    """What the institutions of each side bring together, without those that arrange."""
    by_side: dict[str, Support] = defaultdict(Support)
    for candidate in pool:
        if (side := side_of(candidate.mention)) is not None and not candidate.arranges:
            by_side[side].home += candidate.home
            by_side[side].host += candidate.host
    return by_side


def sides_of(pool: list[Candidate], by_side: dict[str, Support]) -> tuple[str | None, str | None]:
    """The side that sends and the side that receives. Where the text tells one of them, the only other one is the other."""
    if not by_side:
        return None, None
    home = max(by_side, key=lambda side: by_side[side].home - 0.7 * by_side[side].host)
    if by_side[home].home <= 0:
        host = max(by_side, key=lambda side: by_side[side].host)
        if by_side[host].host <= 0:
            return None, None
        # What is only told to receive does not send: they are two hosts of those who come from nowhere.
        hosts = {side for side, told in by_side.items() if told.host >= 2 and told.home == 0}
        return _other_side([c for c in pool if side_of(c.mention) not in hosts], host), host
    others = [side for side in by_side if side != home]
    host_side = max(others, key=lambda side: by_side[side].host - 0.7 * by_side[side].home, default=None)
    if host_side is None or by_side[host_side].host <= 0:
        host_side = _other_side(pool, home)
    return home, host_side


def _other_side(pool: list[Candidate], known: str) -> str | None:
    """The side, apart from the known one, that the story speaks of most; None where two are alike."""
    counts: dict[str, int] = defaultdict(int)
    for candidate in pool:
        side = side_of(candidate.mention)
        if side is not None and side != known and candidate.named and not candidate.arranges:
            counts[side] += candidate.named
    ranked = sorted(counts, key=lambda side: -counts[side])
    if not ranked or (len(ranked) > 1 and counts[ranked[0]] < 2 * counts[ranked[1]]):
        return None
    return ranked[0]


def narrowest(pool: list[Candidate], side: str | None, role: str) -> Chosen | None:
    """The best-supported institution of the side in that role: its government, or the one agency that acts as a whole."""
    if side is None:
        return None
    own = [candidate for candidate in pool if side_of(candidate.mention) == side]
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
            return by_region((chosen.mention.name, chosen.mention))
        return chosen.mention.name, chosen.mention
    return by_region((named[0].mention.name, named[0].mention)) if named else None
