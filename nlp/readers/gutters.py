"""Gutters: the blanks that part a stretch of the page into a left and a right side, and which lines the stretch holds."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from nlp.readers.segments import Segment, Token

_MIN_GUTTER = 6.0
_BEFORE_VALUE = 3.0  # a name that is justified to its column's edge stands close to the colon
_ALIGNED = 1.5  # points
_BLANK = 0.7  # of a line's height: narrower ones justify a line
LABEL_END = re.compile(r"^[:=]")


@dataclass(slots=True)
class Gutter:
    low: float
    high: float
    first: int
    last: int  # of the last segment that faces another over the gutter
    support: int = 1
    least: float = 0.0  # how narrow it may become
    seen: list[int] = field(default_factory=list)


def split_above(segments: list[Segment], gutter: Gutter) -> tuple[list[Segment], list[Segment]]:
    """Lines just above whose blank at the gutter is narrow: they belong to the columns too, parted there."""
    rest = list(segments)
    split: list[Segment] = []
    while rest:
        parts = parted(rest[-1], gutter.low, gutter.high)
        if parts is None:
            break
        rest.pop()
        split = [*parts, *split]
    return rest, split


def parted(segment: Segment, low: float, high: float) -> tuple[Segment, Segment] | None:
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


def regions(ordered: list[Segment], *, every: bool = False) -> list[list[tuple[int, int, Gutter]]]:
    """Stretches (first, last index) of segments that stand on two sides of a gutter; `every`: of each gutter of a line."""
    facing = _facing(ordered)
    if not facing:
        return []
    active: list[Gutter] = []
    closed: list[Gutter] = []
    for index, segment in enumerate(ordered):
        still: list[Gutter] = []
        supported = False
        faced = facing.get(index, ())
        for gutter in active:
            low, high = gutter.low, gutter.high
            if segment.right <= high and segment.left < low:
                low = max(low, segment.right)
            elif segment.left >= low:
                high = min(high, segment.left)
            elif segment.right > low and segment.left < high:
                parts = parted(segment, low, high)
                if parts is None or (every and parts[1].left - parts[0].right < _BLANK * segment.height):
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
        if not supported or every:
            for other in faced:
                beside = ordered[other]
                low, high = min(beside.right, segment.right), max(beside.left, segment.left)
                if every and any(gutter.low < high and gutter.high > low for gutter in active):
                    continue
                if high - low >= max(_MIN_GUTTER, 0.7 * min(segment.height, beside.height)):
                    active.append(Gutter(low, high, other, index, least=_MIN_GUTTER))
                elif high - low >= _BEFORE_VALUE and (begins_value(segment) or begins_value(beside)):
                    active.append(Gutter(low, high, other, index, least=_BEFORE_VALUE))
    closed.extend(active)
    return _disjoint(ordered, closed)


def begins_value(segment: Segment) -> bool:
    """`: Kepala Dinas …`, behind its label."""
    return bool(segment.words) and LABEL_END.match(segment.words[0].text) is not None


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


def _disjoint(ordered: list[Segment], gutters: list[Gutter]) -> list[list[tuple[int, int, Gutter]]]:
    """The best gutters whose stretches do not overlap, from top to bottom, each with the others that part its stretch."""
    wanted = [gutter for gutter in gutters if gutter.support >= 2 and gutter.last > gutter.first]
    wanted.sort(key=lambda gutter: (-gutter.support, gutter.low - gutter.high))
    taken: list[list[tuple[int, int, Gutter]]] = []
    for gutter in wanted:
        last = _tail(ordered, gutter)
        over = [choices for choices in taken if last >= choices[0][0] and gutter.first <= choices[0][1]]
        if not over:
            taken.append([(gutter.first, last, gutter)])
        elif len(over) == 1:
            over[0].append((gutter.first, last, gutter))
    return sorted(taken, key=lambda choices: choices[0][0])


def _tail(ordered: list[Segment], gutter: Gutter) -> int:
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
