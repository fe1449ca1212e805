"""What the structure of a document and the classifier make of it together: which candidates stay, and how sure they are."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from nlp.components.proposals import Judged
from nlp.components.recommendation_additions import LEAST_FELLOW, Beside, additions
from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_english import advises, is_english
from nlp.components.recommendation_least import is_below_plain, is_planned, least_for
from nlp.extraction import Kind

SURE_ITEM = 0.75  # the structure's confidence in a marked item of a list of recommendations, whatever its words
# What structure and classifier say together, and the share that is right; between the points on a straight line. The shares lie below
# those that `nlp.training.compare` prints for families that the classifier never saw: the rules were written beside those documents.
CALIBRATED = ((0.0, 0.4), (0.3, 0.6), (0.5, 0.75), (0.65, 0.82), (0.75, 0.88), (0.85, 0.93), (0.95, 0.97), (1.0, 0.98))
_TITLED_ITEM = re.compile(r"[^:?!\"“”()]{6,90}[.;]?$")  # a phrase of one piece


def together(
    candidates: Sequence[Candidate],
    judged: Judged,
    *,
    alone: bool = False,
    slides: bool = False,
    beside: Beside = MappingProxyType({}),
    settled: Sequence[tuple[int, int]] = (),
) -> list[Candidate]:
    """What structure and classifier make of the document together, in reading order.

    `settled`: stretches of which the structure knows which parts recommend; the classifier alone adds none there.
    """
    kept: list[Candidate] = []
    outvoted: list[tuple[Candidate, float]] = []
    letter = bool(judged.rows) and judged.rows[0][0].kind is Kind.LETTER
    for candidate in candidates:
        likely = _vote(candidate, judged)
        if likely is None:
            kept.append(candidate)
        elif likely >= least_for(candidate, letter=letter):
            kept.append(replace(candidate, confidence=_both(candidate, likely)))
        elif not candidate.running and not candidate.in_table:
            outvoted.append((candidate, likely))
    kept += _below_plain(outvoted, kept)
    taken = [*settled, *((candidate.start, candidate.end) for candidate in candidates)]
    kept += additions(judged, taken, alone=alone, slides=slides, beside=beside)
    return sorted(kept, key=lambda candidate: candidate.start)


def _vote(candidate: Candidate, judged: Judged) -> float | None:
    """How likely the classifier takes a candidate for a recommendation; None where it cannot tell."""
    if (candidate.running and advises(candidate.text)) or is_english(candidate.text):
        return None  # the classifier has read no English
    likely = judged.within(candidate.start, candidate.end)
    if likely is not None and candidate.owner and candidate.time and is_planned(candidate):
        return max(likely, LEAST_FELLOW)  # a plan's row, whatever its words
    return likely


def _below_plain(outvoted: Sequence[tuple[Candidate, float]], kept: Sequence[Candidate]) -> list[Candidate]:
    """`Loket prioritas untuk lansia` among other items below `Saran`: what such a heading lists is one, if most of its list is."""
    found: list[Candidate] = []
    for candidate, likely in outvoted:
        if not is_below_plain(candidate) or candidate.confidence < SURE_ITEM:
            continue
        if not _TITLED_ITEM.match(candidate.text) or not candidate.text[:1].isupper():
            continue
        beside = sum(other.above == candidate.above and not other.running for other in kept)
        if beside >= max(1, sum(other.above == candidate.above for other, _ in outvoted)):
            found.append(replace(candidate, confidence=_both(candidate, likely)))
    return found


def _both(candidate: Candidate, likely: float) -> float:
    """The confidence of structure and classifier together: the mean of their log odds."""
    odds = [math.log(share / (1 - share)) for share in (candidate.confidence, min(max(likely, 0.01), 0.99))]
    return 1 / (1 + math.exp(-sum(odds) / 2))


def calibrated(confidence: float) -> float:
    """The share that is right of the recommendations of this confidence."""
    for (low, share), (high, next_share) in pairwise(CALIBRATED):
        if confidence <= high:
            return round(share + (next_share - share) * (confidence - low) / (high - low), 3)
    return CALIBRATED[-1][1]
