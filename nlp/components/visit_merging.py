"""One entry a visit, though several sentences speak of it."""

from collections.abc import Iterator
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
