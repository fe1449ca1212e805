"""Whether a sentence names as many places as it counts: `3 perangkat daerah yaitu`, and four names."""

import re
from collections.abc import Sequence

from nlp.components.head_words import NUMBER, has_figure, number
from nlp.components.recommendation_units import Unit
from nlp.extraction import Placement
from nlp.source import Source

_COUNTED = re.compile(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:perangkat\s+daerah|OPD|SKPD|dinas|instansi|unit\s+kerja|lokus|lokasi|tempat)\b"
    r"(?:\s+(?!yaitu|yakni|ialah|adalah|meliputi)[a-z]+){0,4}\s*,?\s*(?:(?:yaitu|yakni|ialah|adalah|meliputi)\b\s*:?|[:(])\s*(?=[A-Za-z])",
    re.IGNORECASE,
)
_LIST_END = re.compile(
    r"(?<=[a-z)])[.;](?:\s|$)|\n\s*\n|\b(?:sedangkan|sementara|serta\s+didampingi|dengan\s+pendamping|selama|mulai)\b"
)


def warning_of_places(source: Source, units: Sequence[Unit], placements: Sequence[Placement]) -> str | None:
    """What to tell the reader where a sentence names more places than it counts; fewer may only be unknown here."""
    if len(placements) <= 1:
        return None
    starts = {(place.evidence.page, place.evidence.start) for place in placements}
    for unit in units:
        if unit.owner.table is not None or not has_figure(unit.text):
            continue
        match = _COUNTED.search(source.text, unit.start, unit.end)
        if match is None:
            continue
        stop = _LIST_END.search(source.text, match.end(), unit.end)
        first, last = match.end(), stop.start() if stop else unit.end
        page = source.evidence(first, last)
        named = sum(where == page.page and page.start <= start < page.end for where, start in starts)
        if named > number(match["n"]) > 1:
            return f"Disebut {number(match['n'])} tempat magang, tetapi {named} yang ditulis namanya"
    return None
