"""Segments in reading order: where a gutter parts the page, whether it is read column by column or row by row.

Words come in the order of their source (the content stream, the OCR's own order): where that order is sane it decides, for
geometry alone cannot know.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Any

from nlp.readers.marks import list_mark
from nlp.readers.segments import Segment, Token

_middle, _left = attrgetter("middle"), attrgetter("left")
_MIN_GUTTER = 6.0
_BEFORE_VALUE = 3.0  # a name that is justified to its column's edge stands close to the colon
_ALIGNED = 1.5  # points
_LABEL_END = re.compile(r"^[:=]")


@dataclass(slots=True)
class Line:
    """Segments that stand beside one another, from left to right."""

    segments: list[Segment]
    words: list[Token] = field(init=False)
    left: float = field(init=False)
    top: float = field(init=False)
    right: float = field(init=False)
    bottom: float = field(init=False)
    height: float = field(init=False)
    bold: bool = field(init=False)
    table: Any = field(init=False)

    def __post_init__(self) -> None:
        segments = self.segments
        first = segments[0]
        self.left, self.table = first.left, first.table
        if len(segments) == 1:
            self.words, self.bold = first.words, first.bold
            self.top, self.right, self.bottom, self.height = first.top, first.right, first.bottom, first.height
            return
        self.words = [word for segment in segments for word in segment.words]
        self.top = min(segment.top for segment in segments)
        self.right = max(segment.right for segment in segments)
        self.bottom = max(segment.bottom for segment in segments)
        self.height = max(segment.height for segment in segments)
        self.bold = all(segment.bold for segment in segments)


@dataclass(slots=True)
class Flow:
    """Lines of one column (or of the full width) from top to bottom."""

    lines: list[Line]
    left: float
    right: float
    label: bool = False  # the next flow is the value of this one and stands beside it


@dataclass(slots=True)
class _Gutter:
    low: float
    high: float
    first: int
    last: int  # of the last segment that faces another over the gutter
    support: int = 1
    least: float = 0.0  # how narrow it may become
    seen: list[int] = field(default_factory=list)


def flows_of(segments: list[Segment], *, trust_order: bool) -> list[Flow]:
    """The segments in reading order: full-width lines and columns, each a flow."""
    if not segments:
        return []
    left, right = _bounds(segments)
    ordered = sorted(segments, key=lambda item: (item.top, item.left))
    found: list[Flow] = []
    full: list[Segment] = []
    done = 0
    for first, last, gutter in _regions(ordered):
        if first < done:
            continue
        above, split = _split_above(ordered[done:first], gutter)
        columns = _columns([*split, *ordered[first : last + 1]], gutter, trust_order)
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


def _bounds(segments: list[Segment]) -> tuple[float, float]:
    """Where the column's text begins and ends: a single line that sticks out (a heading, a stamp's edge) does not widen it."""
    texts = [segment for segment in segments if segment.table is None] or segments
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


def _split_above(segments: list[Segment], gutter: _Gutter) -> tuple[list[Segment], list[Segment]]:
    """Lines just above whose blank at the gutter is narrow: they belong to the columns too, parted there."""
    rest = list(segments)
    split: list[Segment] = []
    while rest:
        parts = _parted(rest[-1], gutter.low, gutter.high)
        if parts is None:
            break
        rest.pop()
        split = [*parts, *split]
    return rest, split


def _parted(segment: Segment, low: float, high: float) -> tuple[Segment, Segment] | None:
    """The segment in two at the gutter when its words leave that blank."""
    for index in range(1, len(segment.words)):
        before, after = segment.words[index - 1], segment.words[index]
        gap = after.left - before.right
        if (gap >= 4.5 and min(after.left, high) - max(before.right, low) >= 3.5) or (
            gap >= 1.5 and abs(after.left - high) < 1.0 and _is_wide(gap, segment.words)
        ):
            return _segment(segment, segment.words[:index]), _segment(segment, segment.words[index:])
        if before.left > high:
            break
    return None


def _is_wide(gap: float, words: list[Token]) -> bool:
    """Whether a blank is more than the other blanks of its line, which may begin a word at a column's edge by chance."""
    return gap > 1.2 * median(after.left - before.right for before, after in pairwise(words)) or len(words) < 4


def _segment(of: Segment, words: list[Token]) -> Segment:
    return Segment(
        words,
        words[0].left,
        min(w.top for w in words),
        words[-1].right,
        max(w.bottom for w in words),
        of.order,
        of.bold,
    )


def lines_of(segments: Iterable[Segment]) -> list[Line]:
    """Segments beside one another as lines, from top to bottom."""
    groups: list[list[Segment]] = []
    top = bottom = 0.0
    for segment in sorted(segments, key=_middle):
        if groups and not segment.table and not groups[-1][0].table:
            overlap = min(bottom, segment.bottom) - max(top, segment.top)
            if overlap > 0.55 * min(segment.height, bottom - top):
                groups[-1].append(segment)
                top, bottom = min(top, segment.top), max(bottom, segment.bottom)
                continue
        groups.append([segment])
        top, bottom = segment.top, segment.bottom
    for group in groups:
        if len(group) > 1:
            group.sort(key=_left)
    return [Line(group) for group in groups]


def _regions(ordered: list[Segment]) -> list[tuple[int, int, _Gutter]]:
    """Stretches (first, last index) of segments that stand on two sides of a gutter."""
    facing = _facing(ordered)
    if not facing:
        return []
    active: list[_Gutter] = []
    closed: list[_Gutter] = []
    for index, segment in enumerate(ordered):
        still: list[_Gutter] = []
        supported = False
        faced = facing.get(index, ())
        for gutter in active:
            low, high = gutter.low, gutter.high
            if segment.right <= high and segment.left < low:
                low = max(low, segment.right)
            elif segment.left >= low:
                high = min(high, segment.left)
            elif segment.right > low and segment.left < high:
                parts = _parted(segment, low, high)
                if parts is None:
                    low, high = 0.0, 0.0
                elif abs(parts[1].left - high) < _ALIGNED and parts[0].right > low:
                    # A long line of the left column that comes close to the right one: it goes on there, at the column's edge.
                    low, gutter.last, gutter.support = parts[0].right, index, gutter.support + 1
            if high - low < gutter.least:
                closed.append(gutter)
                continue
            gutter.low, gutter.high = low, high
            if any(ordered[other].right <= low + 0.1 and segment.left >= high - 0.1 for other in faced) or any(
                segment.right <= low + 0.1 and ordered[other].left >= high - 0.1 for other in faced
            ):
                gutter.support += 1
                gutter.last = index
                supported = True
            still.append(gutter)
        active = still
        if not supported:
            for other in faced:
                beside = ordered[other]
                low, high = min(beside.right, segment.right), max(beside.left, segment.left)
                if high - low >= max(_MIN_GUTTER, 0.7 * min(segment.height, beside.height)):
                    active.append(_Gutter(low, high, other, index, least=_MIN_GUTTER))
                elif high - low >= _BEFORE_VALUE and (_begins_value(segment) or _begins_value(beside)):
                    active.append(_Gutter(low, high, other, index, least=_BEFORE_VALUE))
    closed.extend(active)
    return _disjoint(ordered, closed)


def _begins_value(segment: Segment) -> bool:
    """`: Kepala Dinas …`, behind its label."""
    return bool(segment.words) and _LABEL_END.match(segment.words[0].text) is not None


def _facing(ordered: list[Segment]) -> dict[int, list[int]]:
    """For each segment the earlier ones that stand at the same height, beside it, the nearest first."""
    found: dict[int, list[int]] = {}
    near: list[int] = []
    for index, segment in enumerate(ordered):
        top, bottom, height = segment.top, segment.bottom, segment.height
        near = [
            other
            for other in near
            if ordered[other].bottom > top and index - other <= 12 and ordered[other].top >= top - 60
        ]
        for other in near:
            beside = ordered[other]
            if (beside.right <= segment.left or segment.right <= beside.left) and min(
                beside.bottom, bottom
            ) - top > 0.3 * min(height, beside.height):
                found.setdefault(index, []).insert(0, other)
        near.append(index)
    return found


def _disjoint(ordered: list[Segment], gutters: list[_Gutter]) -> list[tuple[int, int, _Gutter]]:
    """The best gutters whose stretches do not overlap, from top to bottom."""
    wanted = [gutter for gutter in gutters if gutter.support >= 2 and gutter.last > gutter.first]
    wanted.sort(key=lambda gutter: (-gutter.support, gutter.low - gutter.high))
    taken: list[tuple[int, int, _Gutter]] = []
    for gutter in wanted:
        last = _tail(ordered, gutter)
        if all(last < first or gutter.first > end for first, end, _ in taken):
            taken.append((gutter.first, last, gutter))
    return sorted(taken, key=lambda item: item[0])


def _tail(ordered: list[Segment], gutter: _Gutter) -> int:
    """The last index of the stretch: lines that go on below on one side alone belong to it while they follow closely,
    or when the source wrote them before it came to the other side."""
    last = gutter.last
    bottom: dict[bool, float] = {}
    edges: dict[bool, list[tuple[float, float]]] = {}
    orders: dict[bool, int] = {}
    for segment in ordered[gutter.first : last + 1]:
        side = segment.left >= gutter.high - 0.1
        bottom[side] = segment.bottom
        edges.setdefault(side, []).append((segment.left, segment.right))
        orders[side] = max(orders.get(side, -1), segment.order)
    for index in range(last + 1, len(ordered)):
        segment = ordered[index]
        right = segment.left >= gutter.high - 0.1
        if segment.table or (not right and segment.right > gutter.low + 0.1) or right not in bottom:
            break
        if not any(
            abs(segment.left - a) < 3 or abs(segment.left + segment.right - a - b) < 10 for a, b in edges[right]
        ):
            break
        if segment.top - bottom[right] > 0.8 * segment.height and segment.order > orders.get(not right, -1):
            break
        bottom[right] = segment.bottom
        last = index
    return last


def _columns(segments: list[Segment], gutter: _Gutter, trust_order: bool) -> list[Flow] | None:
    """The flows of a stretch with a gutter; None when it is to be read line by line over the gutter."""
    middle = (gutter.low + gutter.high) / 2
    parts: list[Segment] = []
    for segment in segments:
        crossing = _parted(segment, gutter.low, gutter.high) if segment.left < middle < segment.right else None
        parts.extend(crossing or (segment,))
    left = [segment for segment in parts if segment.left < middle]
    right = [segment for segment in parts if segment.left >= middle]
    if not left or not right:
        return None
    if sum(_is_mark(segment) for segment in left) >= 0.8 * len(left):
        return _anchored(left, right, left, trust_order)
    pairs = _pairs(left, right)
    starts = [segment for segment in right if segment.words and _LABEL_END.match(segment.words[0].text)]
    if pairs and (len(starts) >= 0.5 * len(pairs) or _labels_lead(left, starts)):
        return _anchored(left, right, starts, trust_order)
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


def _labels_lead(left: list[Segment], starts: list[Segment]) -> bool:
    """Whether each group of lines on the left begins beside a value (`: …`): names that wrap in a column of their own."""
    if not starts:
        return False
    groups: list[Segment] = []
    bottom = 0.0
    for segment in sorted(left, key=_middle):
        if not groups or segment.top - bottom > 0.9 * segment.height:
            groups.append(segment)
        bottom = segment.bottom
    return len(groups) == len(starts) and all(
        any(abs(start.middle - group.middle) < 0.35 * group.height for start in starts) for group in groups
    )


def _one_line(pairs: list[tuple[Segment, Segment]]) -> bool:
    """Whether the gutter is only a chain of wide blanks in justified lines: written in one go, and not very wide."""
    return bool(pairs) and all(
        b.order - a.order <= 1 and b.left - a.right < 2.4 * min(a.height, b.height) for a, b in pairs
    )


def _is_mark(segment: Segment) -> bool:
    return len(segment.words) == 1 and list_mark(segment.words[0].text, "Kata") is not None


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
    if _LABEL_END.match(following[0].words[0].text) or _is_mark(chunk[0]) or chunk[-1].text.endswith(":"):
        return True
    return len(chunk) == 1 and len(chunk[0].words) <= 3 and len(following) > 1 and not chunk[0].text.isupper()


def _anchored(left: list[Segment], right: list[Segment], anchors: list[Segment], trust_order: bool) -> list[Flow]:
    """Rows that begin at the anchors (`1.`, `: …`): each label with its value, either going on over several lines."""
    anchors = sorted(anchors, key=lambda item: item.top)
    tops = [anchor.top - 0.5 * anchor.height for anchor in anchors]
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
        found += [*flows, *texts]
    return found


def _running_text(segments: list[Segment]) -> bool:
    texts = [segment for segment in segments if segment.words]
    return len(texts) >= 4 and sum(len(segment.words) for segment in texts) >= 3.2 * len(texts)


_SIGNATURE = re.compile(
    r"\b(?:PIHAK|NIP|Kepala|KEPALA|Direktur|DIREKTUR|REKTOR|BUPATI|WALI|GUBERNUR|Mengetahui|ttd|Materai)\b"
)


def _signatures(left: list[Segment], right: list[Segment]) -> bool:
    if len(left) < 2 or len(right) < 2 or len(left) + len(right) > 30:
        return False
    text = " ".join(segment.text for segment in [*left, *right])
    return bool(_SIGNATURE.search(text)) and any(_SIGNATURE.search(segment.text) for segment in right)
