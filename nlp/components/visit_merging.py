"""One entry a visit, though several sentences speak of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from nlp.extraction import Visit


def merged(visits: Iterator[Visit]) -> list[Visit]:
    """One entry a visit: a sentence without a day is part of the one that states it."""
    found: list[Visit] = []
    for visit in visits:
        same = next((index for index, other in enumerate(found) if _same(visit, other)), None)
        if same is None:
            found.append(visit)
        else:
            other = found[same]
            fuller, poorer = (visit, other) if other.start is None and visit.start is not None else (other, visit)
            found[same] = replace(
                fuller,
                purpose=fuller.purpose or poorer.purpose,
                when_text=fuller.when_text or poorer.when_text,
                reciprocal=fuller.reciprocal or poorer.reciprocal,
            )
    return found


def _same(visit: Visit, other: Visit) -> bool:
    if (visit.visitor, visit.host) != (other.visitor, other.host):
        return False
    days: tuple[date | None, date | None] = visit.start, other.start
    return None in days or days[0] == days[1]


def one_way(found: Sequence[Visit]) -> list[Visit]:
    """The visits but those that lead back on the days of an earlier one: a letter speaks of the same journey twice."""
    kept: list[Visit] = []
    for visit in found:
        back = (visit.host, visit.visitor, visit.start)
        if visit.start is None or back not in {(other.visitor, other.host, other.start) for other in kept}:
            kept.append(visit)
    return kept
