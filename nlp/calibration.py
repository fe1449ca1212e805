"""Confidence that means something: of the values given 0.9, nine in ten shall be right.

A component knows how sure it is beside its own other values. What that is worth was counted on labelled documents that nobody had
seen when the rules were written (60 by authors who knew no rule, and the frozen test part): `SHARES` holds, by field, points of
(what the component says, the share that was right); between two points it is a straight line (Zadrozny and Elkan, KDD 2002).
`docs/quality.md` shows the table that came out.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

Points = Sequence[tuple[float, float]]

SHARES: Mapping[str, Points] = {
    "parties": ((0.0, 0.4), (0.6, 0.76), (0.8, 0.86), (0.92, 0.88), (0.96, 0.97), (1.0, 0.99)),
    "dates": ((0.0, 0.5), (0.8, 0.85), (0.93, 0.92), (0.96, 0.98), (1.0, 0.99)),
    "placements": ((0.0, 0.3), (0.8, 0.6), (0.85, 0.8), (0.92, 0.85), (0.96, 0.9), (1.0, 0.97)),
    "recommendations": ((0.0, 0.2), (0.6, 0.42), (0.7, 0.48), (0.8, 0.6), (0.87, 0.76), (0.94, 0.94), (0.98, 0.98), (1.0, 0.99)),
    "visits": ((0.0, 0.3), (0.7, 0.55), (0.8, 0.62), (0.9, 0.82), (1.0, 0.95)),
    "indicators": ((0.0, 0.3), (0.8, 0.65), (0.86, 0.88), (0.9, 0.91), (1.0, 0.97)),
}  # fmt: skip
SIGNABLE = 0.95  # from here on so few are wrong (about two in a hundred) that a person may confirm them together


def calibrated(field: str, confidence: float) -> float:
    """The share that is right of the field's values with this confidence; the confidence itself where it was not counted."""
    points = SHARES.get(field)
    if points is None:
        return confidence
    for (low, share), (high, next_share) in pairwise(points):
        if confidence <= high:
            return round(share + (next_share - share) * (confidence - low) / (high - low), 3)
    return points[-1][1]
