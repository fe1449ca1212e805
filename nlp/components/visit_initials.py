"""Parties by initials and abbreviations, as a document uses them."""

import re
from collections.abc import Sequence

from nlp.extraction import Party
from nlp.facts import Facts
from nlp.names import starts_of

_INITIALS = re.compile(
    r"\s*\(\s*(?:(?:yang\s+)?selanjutnya\s+(?:di)?sebut\s+)?[“\"'‘]?([A-Z][A-Za-z-]{1,11})[”\"'’]?\s*\)"
)
# `DAPD`, `DisParpora`
_ABBREVIATION = re.compile(r"[A-Z]{3,10}|[A-Z][a-z]*[A-Z][A-Za-z]{1,10}")
_ACRONYM = 4  # letters at least; shorter ones stand for many offices


def short_names(parties: Sequence[Party], text: str) -> dict[str, tuple[str, ...]]:
    """The initials of each party, those that are its alone."""
    return _of_one_party({party.name: _short_names(party, text) for party in parties})


def abbreviated(facts: Facts, regions: Sequence[tuple[Party, str | None]], text: str) -> dict[str, str]:
    """The side of each abbreviation of an office that the document only ever uses for one side's: `DAPD`."""
    sides = {region: party.name for party, region in regions if region and party.role in ("home", "host")}
    if len(sides) < 2:
        return {}
    found: dict[str, set[str | None]] = {}
    for mention in facts.institutions:
        written = text[mention.start : mention.end]
        if mention.kind == "agency" and _ABBREVIATION.fullmatch(written):
            found.setdefault(written, set()).add(mention.region if mention.sure else None)
    one = {short: next(iter(regions_)) for short, regions_ in found.items() if len(regions_) == 1}
    return {short: sides[region] for short, region in one.items() if region in sides}


def _short_names(party: Party, text: str) -> tuple[str, ...]:
    """The initials that the document gives a party in brackets after its name."""
    # Found by plain search: a pattern of the name would be compiled for each party of each document.
    start = text.find(party.as_written) if party.as_written else -1
    while start >= 0:
        match = _INITIALS.match(text, start + len(party.as_written))
        if match is not None:
            return (match.group(1),)
        start = text.find(party.as_written, start + 1)
    return _acronym(party.name, text)


def _of_one_party(names: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Without the initials that stand for the kind of office that another party is too: `RSUD` between two hospitals."""
    letters = {name: _letters(name) for name in names}
    return {
        name: tuple(
            short
            for short in shorts
            if not any(other != name and initials.startswith(short) for other, initials in letters.items())
        )
        for name, shorts in names.items()
    }


def _letters(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _acronym(name: str, text: str) -> tuple[str, ...]:
    """The first letters of a name where the document uses them unexplained: `BAST` of `Balai Arsip Statis dan Tsunami`."""
    letters = _letters(name)
    for length in range(len(letters), _ACRONYM - 1, -1):
        short = letters[:length]
        if short in text and next(starts_of(short, text), None) is not None:
            return (short,)
    return ()
