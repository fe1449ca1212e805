"""Segments in reading order: where a gutter parts the page, whether it is read column by column or row by row.

Words come in the order of their source (the content stream, the OCR's own order): where that order is sane it decides, for
geometry alone cannot know.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter
from statistics import median

from nlp.readers.form_labels import form_labels, labels_lead
from nlp.readers.gutters import LABEL_END, Gutter, parted, regions, split_above
from nlp.readers.letter_columns import letter_head
from nlp.readers.lines import Flow, Line, lines_of
from nlp.readers.scan_columns import head_columns, is_mark, raised, row_marks
from nlp.readers.segments import Segment

_middle, _left, _from_top = attrgetter("middle"), attrgetter("left"), attrgetter("top", "left")


def flows_of(segments: list[Segment], *, trust_order: bool) -> list[Flow]:
    """The segments in reading order: full-width lines and columns, each a flow."""
    if not segments:
        return []
    left, right = _bounds(segments)
    ordered = sorted(segments, key=_from_top)
    letter = letter_head(ordered)
    if letter is not None:
        parts = (ordered[: letter.first], letter.left, letter.right, ordered[letter.end :])
        return [flow for part in parts for flow in flows_of(part, trust_order=trust_order)]
    found: list[Flow] = []
    full: list[Segment] = []
    done = 0
    for choices in regions(ordered, every=not trust_order):
        first, last, gutter = choices[0]
        if first < done:
            continue
        lifted = first if trust_order else raised(ordered, first, done, gutter)
        head = None if trust_order else head_columns(ordered, lifted, last)
        if head is not None:
            found += flows_of([*full, *ordered[done : head[2].start]], trust_order=False)
            found += [flow for side in head[:2] for flow in flows_of(side, trust_order=False)]
            full, done = [], head[2].stop
            continue
        above, split = split_above(ordered[done:first], gutter) if lifted == first else (ordered[done:lifted], [])
        first = lifted
        columns = _columns([*split, *ordered[first : last + 1]], gutter, trust_order)
        if columns is None and not trust_order:
            columns = _by_another(ordered[first : last + 1], choices[1:], first, last) if not split else None
        done = last + 1
        if columns is None:
            full += [*above, *split, *ordered[first:done]]
            continue
        full += above
        if full:
            found.append(Flow(lines_of(full), left, right))
            full = []
        found += columns
    full += ordered[done:]
    if full:
        found.append(Flow(lines_of(full), left, right))
    return found


def _by_another(
    segments: list[Segment], choices: list[tuple[int, int, Gutter]], first: int, last: int
) -> list[Flow] | None:
    """The flows of a stretch by another of its gutters than the best: a scan's marks and colons make gutters of their own."""
    for begin, end, gutter in choices:
        if first <= begin and end <= last:
            columns = _columns(segments[begin - first : end - first + 1], gutter, False)
            if columns is not None:
                above, below = segments[: begin - first], segments[end - first + 1 :]
                return [*_flow(above), *columns, *flows_of(below, trust_order=False)]
    return None


def _bounds(segments: list[Segment]) -> tuple[float, float]:
    """Where the column's text begins and ends: a single line that sticks out (a heading, a stamp's edge) does not widen it."""
    texts = [segment for segment in segments if segment.table is None]
    if len(texts) < 6:  # a few lines above a table: they may be as wide as it is
        texts = segments
    rights = sorted((segment.right for segment in texts), reverse=True)
    enough = 1 if len(rights) < 6 else 2 if len(rights) < 16 else 3
    for index, right in enumerate(rights[: -enough + 1 or None]):
        if right - rights[index + enough - 1] < 7:
            return min(segment.left for segment in texts), right
    return min(segment.left for segment in texts), rights[0]


def _flow(segments: list[Segment], left: float | None = None, right: float | None = None) -> list[Flow]:
    if not segments:
        return []
    lines = lines_of(segments)
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    return [Flow(lines, first if left is None else min(left, first), last if right is None else max(right, last))]


def _columns(segments: list[Segment], gutter: Gutter, trust_order: bool) -> list[Flow] | None:
    """The flows of a stretch with a gutter; None when it is to be read line by line over the gutter."""
    middle = (gutter.low + gutter.high) / 2
    parts: list[Segment] = []
    for segment in segments:
        crossing = parted(segment, gutter.low, gutter.high) if segment.left < middle < segment.right else None
        parts.extend(crossing or (segment,))
    left = [segment for segment in parts if segment.left < middle]
    right = [segment for segment in parts if segment.left >= middle]
    if not left or not right:
        return None
    if sum(is_mark(segment) for segment in left) >= 0.8 * len(left):
        return _anchored(left, right, left, trust_order)
    pairs = _pairs(left, right)
    starts = [segment for segment in right if segment.words and LABEL_END.match(segment.words[0].text)]
    labels = form_labels(left, pairs)
    if labels and (not trust_order or not starts):  # a scan loses some of the colons
        return _anchored(left, right, labels, trust_order)
    if pairs and (len(starts) >= 0.5 * len(pairs) or labels_lead(left, starts)):
        return _anchored(left, right, starts, trust_order)
    if not trust_order and starts and any(b is starts[0] and a is min(left, key=_middle) for a, b in pairs):
        return _anchored(left, right, starts, trust_order)
    marks = [] if trust_order else row_marks(left, pairs)
    if marks:
        return _anchored(left, right, marks, trust_order)
    if trust_order:
        if _one_line(pairs):
            return None
        chunks = _chunks(parts, middle)
        if len(chunks) <= 0.75 * len(parts) and _sane(chunks):
            return _chunk_flows(chunks, middle, trust_order)
    if _running_text(left) and _running_text(right):
        return [*flows_of(left, trust_order=trust_order), *flows_of(right, trust_order=trust_order)]
    if _signatures(left, right):
        return [*_flow(left), *_flow(right)]
    return None


def _one_line(pairs: list[tuple[Segment, Segment]]) -> bool:
    """Whether the gutter is only a chain of wide blanks in justified lines: written in one go, and not very wide."""
    return bool(pairs) and all(
        b.order - a.order <= 1 and b.left - a.right < 2.4 * min(a.height, b.height) for a, b in pairs
    )


def _pairs(left: list[Segment], right: list[Segment]) -> list[tuple[Segment, Segment]]:
    found = []
    ordered = sorted(right, key=_middle)
    middles = [segment.middle for segment in ordered]
    for a in left:
        reach = 0.35 * a.height
        for b in ordered[bisect_left(middles, a.middle - reach) : bisect_right(middles, a.middle + reach)]:
            if abs(a.middle - b.middle) < 0.35 * min(a.height, b.height):
                found.append((a, b))
    return found


def _chunks(segments: list[Segment], middle: float) -> list[list[Segment]]:
    """Runs of the source order that stay on one side of the gutter and go down."""
    chunks: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda item: item.order):
        if chunks:
            before = chunks[-1][-1]
            same = (before.left >= middle) == (segment.left >= middle)
            if same and segment.top > before.top - 0.5 * before.height and segment.order - before.order <= 1:
                chunks[-1].append(segment)
                continue
        chunks.append([segment])
    return chunks


def _sane(chunks: list[list[Segment]]) -> bool:
    """Whether a reader could follow the source's order: no chunk begins well above where the one before began, but to its right."""
    for before, after in pairwise(chunks):
        if after[0].top < before[0].top - before[0].height and after[0].left < max(item.right for item in before) - 3:
            return False
    return True


def _chunk_flows(chunks: list[list[Segment]], middle: float, trust_order: bool) -> list[Flow]:
    found: list[Flow] = []
    edges = {
        side: max((s.right for chunk in chunks for s in chunk if (s.left >= middle) == side), default=0.0)
        for side in (False, True)
    }
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        index += 1
        label = False
        if following is not None and _beside(chunk, following):
            label = _is_label(chunk, following)
            if label and len(chunk) == 1 and len(following) == 1:
                found.extend(_flow([*chunk, *following]))
                index += 1
                continue
        flows = flows_of(chunk, trust_order=trust_order)
        for flow in flows:
            flow.right = max(flow.right, edges[chunk[0].left >= middle])
        flows[-1].label = label
        found += flows
    return found


def _beside(chunk: list[Segment], following: list[Segment]) -> bool:
    return (
        abs(following[0].middle - chunk[0].middle) < 0.5 * chunk[0].height
        and following[0].left > chunk[0].right
        and bool(chunk[0].words)
        and bool(following[0].words)
    )


def _is_label(chunk: list[Segment], following: list[Segment]) -> bool:
    """`Nama` before `: …`, `1.` before its text, a short name before several lines about it."""
    if LABEL_END.match(following[0].words[0].text) or is_mark(chunk[0]) or chunk[-1].text.endswith(":"):
        return True
    return len(chunk) == 1 and len(chunk[0].words) <= 3 and len(following) > 1 and not chunk[0].text.isupper()


def _anchored(left: list[Segment], right: list[Segment], anchors: list[Segment], trust_order: bool) -> list[Flow]:
    """Rows that begin at the anchors (`1.`, `: …`): each label with its value, either going on over several lines."""
    anchors = sorted(anchors, key=_middle)
    height = median(segment.height for segment in [*left, *right])  # a single word's box may be too tall in a scan
    tops = [anchor.middle - 0.75 * height for anchor in anchors]
    rows: list[tuple[list[Segment], list[Segment]]] = [([], []) for _ in range(len(anchors) + 1)]
    for side, segments in ((0, left), (1, right)):
        for segment in segments:
            rows[sum(top <= segment.middle for top in tops)][side].append(segment)
    found: list[Flow] = []
    edge = max(segment.right for segment in right)
    for labels, values in rows:
        flows = _flow(labels)
        texts = flows_of(values, trust_order=trust_order)
        for flow in texts:
            flow.right = max(flow.right, edge)
        if flows and texts:
            flows[0].label = True
            flows[0].whole = not trust_order and _one_name(flows[0].lines)
        found += [*flows, *texts]
    return found


def _one_name(lines: list[Line]) -> bool:
    """Whether the lines beside a value are one name behind its mark, as in a table without rules: `I. | Dr. H. ASEP`, `SAEFUL …`."""
    first = lines[0].segments
    return len(first) > 1 and is_mark(first[0]) and all(line.left > first[1].left - 4 for line in lines[1:])


def _running_text(segments: list[Segment]) -> bool:
    texts = [segment for segment in segments if segment.words]
    return len(texts) >= 4 and sum(len(segment.words) for segment in texts) >= 3.2 * len(texts)


_SIGNATURE = re.compile(
    r"\b(?:P(?:IHAK|ihak)|NIP|Kepala|KEPALA|Direktur|DIREKTUR|REKTOR|BUPATI|WALI|GUBERNUR|Mengetahui|ttd|Materai)\b"
)


def _signatures(left: list[Segment], right: list[Segment]) -> bool:
    if len(left) < 2 or len(right) < 2 or len(left) + len(right) > 30:
        return False
    text = " ".join(segment.text for segment in [*left, *right])
    return bool(_SIGNATURE.search(text)) and any(_SIGNATURE.search(segment.text) for segment in right)
