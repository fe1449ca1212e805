"""Facts -> Extraction: order, drop doubles, calibrate confidences, carry the readers' warnings."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from nlp.calibration import calibrated
from nlp.extraction import DatedFact, Extraction, Indicator, Party, Placement, Recommendation, Visit
from nlp.facts import Facts
from nlp.source import Source

T = TypeVar("T")
Rated = TypeVar("Rated", Party, DatedFact, Placement, Recommendation, Visit, Indicator)


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
        parties=_once(_weighed("parties", facts.parties), lambda party: party.name.casefold()),
        dates=_once(_weighed("dates", facts.dates), lambda fact: (fact.type, fact.date)),
        term=facts.term,
        participants=facts.participants,
        placements=_once(_weighed("placements", facts.placements), lambda placement: placement.unit.casefold()),
        recommendations=_once(
            _weighed("recommendations", facts.recommendations), lambda item: " ".join(item.text.casefold().split())
        ),
        visits=_once(
            _weighed("visits", facts.visits), lambda visit: (visit.visitor, visit.host, visit.reciprocal, visit.start)
        ),
        indicators=_once(
            _weighed("indicators", facts.indicators), lambda item: (item.name, item.owner, item.value, item.year)
        ),
        warnings=tuple(dict.fromkeys([*pages.warnings, *facts.warnings])),
    )


def _weighed(field: str, items: Iterable[Rated]) -> Iterator[Rated]:
    """The items with confidences that mean a share of right ones."""
    return (replace(item, confidence=calibrated(field, item.confidence)) for item in items)


def _once(items: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    found: dict[object, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())
