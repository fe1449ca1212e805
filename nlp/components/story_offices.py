"""Offices of one kind in two regions: where the text tells one side of a programme, the office of its kind is the other."""

from nlp.components.story_candidates import Candidate


def same_office(pool: list[Candidate]) -> None:
    """The office of the same kind in another region is who receives, even where no word before it says so."""
    senders = [candidate for candidate in pool if candidate.home > candidate.host and candidate.mention.region]
    if not senders:
        _same_office_sends(pool)
        return
    home = max(senders, key=lambda candidate: candidate.home)
    office = home.mention.name.removesuffix(home.mention.region or "").strip().casefold()
    for candidate in pool:
        region = candidate.mention.region
        if not candidate.named or region is None or region == home.mention.region:
            continue
        if home.mention.kind != candidate.mention.kind:
            continue
        other = candidate.mention.name.removesuffix(region).strip().casefold()
        alike = (
            other == office
            or other.split()[:2] == office.split()[:2]
            or {other.split()[0], office.split()[0]} <= {"biro", "bagian"}
        )
        candidate.add(
            "host", (1.0 if alike else 0.2) + min(candidate.count, 4) * (0.4 if alike else 0.1), candidate.mention
        )


def _same_office_sends(pool: list[Candidate]) -> None:
    """Where only the receiving agency is told, that of its kind in another region is who sends, if there is one only."""
    receivers = [candidate for candidate in pool if candidate.host >= 2 and candidate.mention.kind == "agency"]
    if not receivers:
        return
    host = max(receivers, key=lambda candidate: candidate.host)
    office = host.mention.name.removesuffix(host.mention.region or "").casefold().split()[:2]
    alike = [
        candidate
        for candidate in pool
        if candidate.named
        and candidate.mention.sure
        and candidate.mention.region not in (None, host.mention.region)
        and candidate.mention.name.casefold().split()[:2] == office
    ]
    if len(alike) == 1:
        alike[0].add("home", 1.0, alike[0].mention)
