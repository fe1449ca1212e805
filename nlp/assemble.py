"""Facts -> Extraction: order, drop doubles, carry the readers' warnings."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from nlp.extraction import Extraction
from nlp.facts import Facts
from nlp.source import Source

T = TypeVar("T")


def assemble(source: Source, facts: Facts) -> Extraction:
    pages = source.pages
    return Extraction(
        file=pages.file,
        sha256=pages.sha256,
        kind=facts.kind,
        language=facts.language,
        title=facts.title,
        numbers=tuple(dict.fromkeys(facts.numbers)),
        place=facts.place,
        parties=_once(facts.parties, lambda party: party.name.casefold()),
        dates=_once(facts.dates, lambda fact: (fact.type, fact.date)),
        term=facts.term,
        participants=facts.participants,
        placements=_once(facts.placements, lambda placement: placement.unit.casefold()),
        recommendations=_once(facts.recommendations, lambda item: " ".join(item.text.casefold().split())),
        visits=_once(facts.visits, lambda visit: (visit.visitor, visit.host, visit.reciprocal, visit.start)),
        indicators=_once(facts.indicators, lambda item: (item.name, item.owner, item.value, item.year)),
        warnings=tuple(dict.fromkeys([*pages.warnings, *facts.warnings])),
    )


def _once(items: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    found: dict[object, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())
