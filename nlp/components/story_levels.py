"""Home and host at one level: agencies of both sides, or governments of both."""

from nlp.components.story_candidates import Candidate, Chosen
from nlp.components.story_governments import as_government, own_government
from nlp.components.story_sides import side_of
from nlp.components.story_titled import from_many_offices
from nlp.source import Source


def level(source: Source, pool: list[Candidate], home: Chosen, host: Chosen) -> tuple[Chosen, Chosen]:
    """Agencies of both sides, or governments of both: many agencies at one side mean its government."""
    if home[0].startswith("Sekretariat Daerah ") and host[1].kind == "government":
        alone = own_government(pool, home) is None
        home = as_government(pool, home, "home")  # the secretariat acts for the government that it serves
        if alone:
            return home, host
    if home[1].kind == "government" and host[1].kind == "agency":
        if _receives_as_government(pool, host):
            host = as_government(pool, host, "host")
    elif host[1].kind == "government" and home[1].kind == "agency":
        if _sends_as_government(source, pool, home):
            home = as_government(pool, home, "home")
        else:
            host = _receiving_agency(pool, host) or host
    if home[1].kind == host[1].kind == "government":
        return _both_agencies(_agencies(pool, home, "home"), _agencies(pool, host, "host")) or (home, host)
    return home, host


def _agencies(pool: list[Candidate], chosen: Chosen, role: str) -> list[Candidate]:
    """The agencies of the side that the story gives the role."""
    side = side_of(chosen[1])
    return [
        candidate
        for candidate in pool
        if candidate.mention.kind == "agency" and getattr(candidate, role) > 0 and side_of(candidate.mention) == side
    ]


def _receives_as_government(pool: list[Candidate], host: Chosen) -> bool:
    """Several agencies receive, or the story names their government too."""
    above = own_government(pool, host)
    return len(_agencies(pool, host, "host")) > 1 or (above is not None and bool(above.named or above.host))


def _sends_as_government(source: Source, pool: list[Candidate], home: Chosen) -> bool:
    """People of several agencies go, or their government is said nearly as much to send as the agency."""
    senders, above = _agencies(pool, home, "home"), own_government(pool, home)
    if len(senders) > 1 or from_many_offices(source):
        return True
    sender = next((candidate.home for candidate in senders if candidate.mention.name == home[0]), 0.0)
    return above is not None and above.home > 0.6 * sender


def _receiving_agency(pool: list[Candidate], host: Chosen) -> Chosen | None:
    """The one agency that receives, where the story has its government by the region's name alone."""
    receiving, own = _agencies(pool, host, "host"), own_government(pool, host)
    if len(receiving) != 1 or receiving[0].host < 1 or own is None or own.named:
        return None
    return receiving[0].mention.name, receiving[0].best["host"][1]


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
