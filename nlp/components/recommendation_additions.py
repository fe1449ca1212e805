"""Recommendations that the classifier alone finds, where the structure saw none."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from nlp.components.proposals import Judged, Piece
from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_heading_words import AIMS, AVOID, BOUNDARY, opens_section
from nlp.components.recommendation_sides import FOR_WHOM
from nlp.components.recommendation_words import (
    DATELINE,
    bare_heading,
    has_modal,
    is_action,
    is_passive,
    is_rejected,
    speaks_of_proposing,
)
from nlp.extraction import Kind

# Probabilities from which the classifier needs no structure; `nlp.training.compare` measures them.
LEAST_ALONE = 0.9
LEAST_WITHOUT_RULES = 0.5
# An item counts with less among fellows that it takes for recommendations, if of one of them it is surer.
LEAST_AMONG = 0.15
LEAST_FELLOW = 0.5
LEAST_SURE = 0.85
Beside = Mapping[int, tuple[str | None, str | None]]
"""Owner and time that stand beside a piece of text, by its start."""
_PLANS = re.compile(
    r"\b(?:(?:di|me)?minta|akan|hendak|segera|rencana\w*|harap\w*|berharap|mulai|target\w*|janji|cukup|bisa|dapat|paling\s+\w+|sebelum)\b",
    re.IGNORECASE,
)
# `Yang dikerjakan peserta magang` above a column: what they themselves do or did.
_OWN_WORK = re.compile(
    r"\W*(?:yang\s+(?:di)?(?:kerjakan|lakukan|pelajari|ikuti)|(?:kegiatan|tugas|pekerjaan|aktivitas|uraian\s+kegiatan))\s+(?:oleh\s+)?(?:peserta|pemagang|mahasiswa|harian)\b|\W*yang\s+(?:telah|sudah)\s+\w+",
    re.IGNORECASE,
)
# `…, lanjutnya, naik setelah …` of one who tells.
_TOLD_BY = re.compile(
    r",\s(?:lanjut|kata|ujar|tutur|jelas|ungkap|terang|papar|tambah|imbuh|sebut|cerita)nya\b", re.IGNORECASE
)


def additions(
    judged: Judged, taken: Iterable[tuple[int, int]], *, alone: bool, slides: bool, beside: Beside
) -> Iterator[Candidate]:
    """The pieces that the classifier adds, in reading order. `taken`: stretches that the structure has decided about; `alone`: no
    rules propose anything."""
    covered = Stretches(taken)
    fellows = frozenset() if alone else _fellows(judged, slides=slides)
    for piece, likely in judged.rows:
        least = LEAST_WITHOUT_RULES if alone else LEAST_AMONG if piece in fellows else LEAST_ALONE
        if likely < least or covered.touches(piece.start, piece.end):
            continue
        opener = next((depth for depth, line in enumerate(piece.headings) if opens_section(line)), None)
        if _is_elsewhere(piece, opener) or _is_none(piece, opener):
            continue
        yield Candidate(
            piece.start,
            piece.end,
            piece.text,
            ((piece.start, piece.end),),
            _for_whom(piece, slides=slides) if opener is None else piece.headings[: opener + 1],
            *beside.get(piece.start, (None, None)),
            confidence=0.75 * likely,
            in_table=piece.place == "cell",
            running=opener is None,
        )


def _is_elsewhere(piece: Piece, opener: int | None) -> bool:
    """Where something else is told: aims, findings, their own work. `opener`: the depth of the heading that announces recommendations."""
    if opener != 0 and piece.column and _OWN_WORK.match(piece.column):
        return True
    nearest = piece.headings[0] if piece.headings else None
    aims = piece.kind is Kind.OTHER or (nearest is not None and AIMS.search(nearest) is not None)
    if aims and opener is None:
        return True
    if nearest is None:
        return False
    bare = bare_heading(nearest)
    return AVOID.match(bare) is not None or (aims and opener != 0 and BOUNDARY.match(bare) is not None)


def _is_none(piece: Piece, opener: int | None) -> bool:
    """By its own words no recommendation: a lead-in, a dateline, what somebody tells, what is not to be done."""
    text = piece.text
    if text.endswith(":") or DATELINE.match(text) or _is_reported(text) or is_rejected(text):
        return True
    return opener is None and _only_tells(piece)


def _for_whom(piece: Piece, *, slides: bool) -> tuple[str, ...]:
    """The heading above a piece where none announces recommendations: a slide's, or one that says for whom they are."""
    return tuple(line for line in piece.headings[:1] if slides or FOR_WHOM.match(line))


def _only_tells(piece: Piece) -> bool:
    """A sentence without any word of proposing, asking or planning."""
    if piece.place not in ("sentence", "paragraph") or not piece.text.rstrip('”"').endswith("."):
        return False
    text = piece.text
    return not (
        is_action(text) or has_modal(text) or speaks_of_proposing(text) or is_passive(text) or _PLANS.search(text)
    )


def _is_reported(text: str) -> bool:
    """What one who was named before tells of: `…, lanjutnya, naik …`."""
    return bool(_TOLD_BY.search(text)) and not (has_modal(text) or speaks_of_proposing(text))


class Stretches:
    """Stretches of a text, asked whether one of them shares a character with another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))  # the farthest end up to here

    def touches(self, start: int, end: int) -> bool:
        place = bisect_left(self._starts, end)
        return place > 0 and self._ends[place - 1] > start


def _fellows(judged: Judged, *, slides: bool) -> frozenset[Piece]:
    """Actions in a list most of which the classifier takes for recommendations, one of them for sure: they share its trust.

    On slides the boxes of one slide are such a list.
    """
    places = {"item", "paragraph"} if slides else {"item"}
    lists: dict[tuple[str, ...], list[tuple[Piece, float]]] = {}
    for piece, likely in judged.rows:
        if piece.place in places and piece.headings and is_action(piece.text) and piece.text.count(" ") > 1:
            lists.setdefault(piece.headings, []).append((piece, likely))
    return frozenset(
        piece
        for items in lists.values()
        if 2 * sum(likely >= LEAST_FELLOW for _, likely in items) >= max(2, len(items))
        and max(likely for _, likely in items) >= LEAST_SURE
        for piece, _ in items
    )
