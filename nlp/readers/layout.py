"""From words with places to blocks in reading order: lines, columns, paragraphs, list items, headings.

Used for PDF pages and for OCR alike. Words come in the order of their source (the content stream, the OCR's own order): where
that order is sane it decides between "column by column" and "row by row", which geometry alone cannot know.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Any

from nlp.pages import BlockKind, Box, PageBuilder, Placed
from nlp.readers.marks import list_mark

_middle, _left = attrgetter("middle"), attrgetter("left")
_GAP = 1.3  # of the line's height: a wider blank may part two columns, a narrower one may be a justified line's
_STRETCHED = 7.0  # of the line's height: the widest blank of a justified line
_MIN_GUTTER = 6.0
_SENTENCE_END = (".", ";", ":", "?", "!")
_HEADING = re.compile(
    r"(?:BAB|PASAL|Pasal|Bab|BAGIAN|Bagian|ARTICLE|Article|LAMPIRAN|Lampiran)\s+(?:[IVXLC]+|\d+|Ke\w+|KE\w+)\b"
)
_PLAIN_HEADING = re.compile(r"(?:BAB|PASAL|Pasal|Bab|ARTICLE|Article)\s+(?:[IVXLC]+|\d+)\.?$")
_NUMBERED_HEADING = re.compile(r"(?:[IVX]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\.?\s+[A-Z]")
_OWN_LINE = re.compile(r"(?:NIP|NRP|NIDN|NIK)\b")
_NAME = re.compile(r",\s*(?:S|M|A|Sp)\.|\b(?:Drs?|Ir|Prof|H|Hj)\.\s|\bNIP\b|\bNomor\b")
_LETTER = re.compile(r"[^\W\d_]")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_LABEL_END = re.compile(r"^[:=]")
_DOUBLED = re.compile(r"(\w{4,})")
_KEPT_PREFIXES = frozenset(
    {"non", "pra", "anti", "e", "ke", "se", "sub", "twenty", "thirty", "forty", "fifty", "sixty", "co", "multi"}
)


@dataclass(slots=True)
class Token:
    """A word: its text, where the layout sees it (origin top left) and where it stands on the page as shown, if elsewhere."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    shown: Box | None = None
    confidence: float | None = None
    hyphen: bool = False  # the source says: this word is cut at the line's end

    @property
    def box(self) -> Box:
        return self.shown or Box(self.left, self.top, self.right, self.bottom)


@dataclass(slots=True)
class Segment:
    """Words of one line without a wide gap between them, or a table in their place. `first`: index of its first word."""

    words: list[Token]
    left: float
    top: float
    right: float
    bottom: float
    order: int
    bold: bool = False
    table: Any = None
    first: int = 0
    middle: float = field(init=False)
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.middle = (self.top + self.bottom) / 2
        self.height = self.bottom - self.top

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


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
class Paragraph:
    """Lines that belong together, with what they look like."""

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    mark: str | None = None
    table: Any = None
    joined: bool = False  # goes on in the text line of the paragraph before (a value after its label)

    @property
    def left(self) -> float:
        return self.lines[0].left


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
    seen: list[int] = field(default_factory=list)


# --------------------------------------------------------------------------------------------------------- segments


def segments_of(
    words: Sequence[Token], is_bold: Callable[[int], bool] | None = None, *, glue: bool = True
) -> list[Segment]:
    """The words' segments in source order.

    `is_bold(index)` says whether a word is set bold. `glue`: words without room between them are one (the OCR engine knows better).
    """
    found: list[Segment] = []
    if not words:
        return found
    part: list[Token] = []
    first = singles = 0
    left = top = right = bottom = 0.0

    def close(end: int) -> None:
        bold = is_bold is not None and is_bold(first) and is_bold(end - 1)  # from its first to its last word
        texts = unspaced(part) if singles >= 4 else part
        found.append(Segment(texts, left, top, right, bottom, len(found), bold, None, first))

    for index, word in enumerate(words):
        word_left, word_top, word_bottom = word.left, word.top, word.bottom
        if part:
            low, high = (word_bottom if word_bottom < bottom else bottom), (word_top if word_top > top else top)
            height = word_bottom - word_top
            if bottom - top < height:
                height = bottom - top
            gap = word_left - right
            if low - high > 0.5 * height and -0.5 * height < gap < _GAP * (height if height > 4.0 else 4.0):
                if glue and gap < 0.07 * height and part[-1].text[-1].isalnum() and word.text[0].isalnum():
                    _glue(part, word)
                else:
                    part.append(word)
                    singles += len(word.text) == 1
                if word.right > right:
                    right = word.right
                if word_top < top:
                    top = word_top
                if word_bottom > bottom:
                    bottom = word_bottom
                continue
            close(index)
        part = [word]
        first, singles = index, len(word.text) == 1
        left, top, right, bottom = word_left, word_top, word.right, word_bottom
    close(len(words))
    return _justified(found) if len(found) > 2 else found


def _justified(segments: list[Segment]) -> list[Segment]:
    """Lines of a narrow column whose blanks were stretched to its edge made whole again: they are no columns of their own."""
    runs: list[list[Segment]] = [[segments[0]]]
    for before, segment in pairwise(segments):
        if before.right < segment.left and _stretched(before, segment):
            runs[-1].append(segment)
        else:
            runs.append([segment])
    if len(runs) == len(segments):
        return segments
    found: list[Segment] = []
    for index, run in enumerate(runs):
        near = [runs[other] for other in (index - 1, index + 1) if 0 <= other < len(runs)]
        if len(run) > 1 and (_even(run) or any(_same_edges(run, other) for other in near)):
            run = [_whole(run)]
        found.extend(run)
    for order, segment in enumerate(found):
        segment.order = order
    return found


def _stretched(before: Segment, segment: Segment) -> bool:
    height = min(before.height, segment.height)
    level = min(before.bottom, segment.bottom) - max(before.top, segment.top) > 0.5 * height
    return level and segment.left - before.right < _STRETCHED * height


def _even(run: list[Segment]) -> bool:
    """Whether the blanks between all words are as good as the same."""
    words = [word for segment in run for word in segment.words]
    gaps = [after.left - before.right for before, after in pairwise(words)]
    if len(gaps) < 2 or max(gaps) - min(gaps) > 0.6 + 0.06 * max(gaps):
        return False
    return len(gaps) > 2 or gaps[0] < 3 * run[0].height  # three names side by side may stand at even distances too


def _same_edges(run: list[Segment], other: list[Segment]) -> bool:
    """Whether the line next to it begins and ends where this one does: a column justified on both sides."""
    pitch = abs(other[0].middle - run[0].middle)
    return (
        abs(other[0].left - run[0].left) < 1
        and abs(other[-1].right - run[-1].right) < 1
        and 0.5 * run[0].height < pitch < 2 * run[0].height
        and (len(other) == 1 or _even(other))
    )


def _whole(run: list[Segment]) -> Segment:
    first = run[0]
    return Segment(
        [word for segment in run for word in segment.words],
        first.left,
        min(segment.top for segment in run),
        run[-1].right,
        max(segment.bottom for segment in run),
        first.order,
        all(segment.bold for segment in run),
        None,
        first.first,
    )


def _glue(words: list[Token], word: Token) -> None:
    """A blank that takes no room on the page is none: the word before goes on."""
    before = words[-1]
    words[-1] = Token(
        before.text + word.text,
        before.left,
        min(before.top, word.top),
        word.right,
        max(before.bottom, word.bottom),
        before.shown and word.shown and _around(before.shown, word.shown),
        before.confidence,
        word.hyphen,
    )


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left), min(one.top, other.top), max(one.right, other.right), max(one.bottom, other.bottom)
    )


def unspaced(words: list[Token]) -> list[Token]:
    """`S U R A B A Y A` as one word: runs of four or more single letters or digits, parted at the wider blanks."""
    if sum(len(word.text) == 1 for word in words) < 4:
        return words
    found: list[Token] = []
    run: list[Token] = []
    for word in [*words, None]:
        if word is not None and len(word.text) == 1 and word.text.isalnum():
            run.append(word)
            continue
        if len(run) >= 4:
            gaps = [after.left - before.right for before, after in pairwise(run)]
            wide = median(gaps) * 1.7 + 0.5
            part = [run[0]]
            for gap, item in zip(gaps, run[1:], strict=True):
                if gap > wide:
                    found.append(_one(part))
                    part = [item]
                else:
                    part.append(item)
            found.append(_one(part))
        else:
            found.extend(run)
        run = []
        if word is not None:
            found.append(word)
    return found


def _one(parts: list[Token]) -> Token:
    joined = [parts[0]]
    for part in parts[1:]:
        _glue(joined, part)
    return joined[0]


# ---------------------------------------------------------------------------------------------------- reading order


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
            gap >= 1.5 and abs(after.left - high) < 1.0
        ):
            return _segment(segment, segment.words[:index]), _segment(segment, segment.words[index:])
        if before.left > high:
            break
    return None


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
            elif segment.right > low and segment.left < high and _parted(segment, low, high) is None:
                low, high = 0.0, 0.0
            if high - low < _MIN_GUTTER:
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
                    active.append(_Gutter(low, high, other, index))
    closed.extend(active)
    return _disjoint(ordered, closed)


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
    if pairs and len(starts) >= 0.5 * len(pairs):
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


# ------------------------------------------------------------------------------------------------------- paragraphs


def paragraphs_of(flow: Flow, body_height: float) -> list[Paragraph]:
    """The flow's lines joined where a line was full and the next goes on."""
    found: list[Paragraph] = []
    lines = flow.lines
    lefts = sorted(line.left for line in lines if not line.table)
    edge = lefts[len(lefts) // 4] if lefts else flow.left
    for index, line in enumerate(lines):
        if line.table is not None:
            found.append(Paragraph([line], table=line.table))
            continue
        before = lines[index - 1] if index else None
        if (
            before is not None
            and before.table is None
            and found
            and _goes_on(found[-1], before, line, flow, lines, index)
        ):
            found[-1].lines.append(line)
            continue
        words = line.words
        mark = list_mark(words[0].text, words[1].text if len(words) > 1 else "")
        paragraph = Paragraph([line])
        if mark:
            paragraph.kind, paragraph.mark = BlockKind.LIST_ITEM, mark
        found.append(paragraph)
    for paragraph in found:
        if paragraph.table is None:
            _judge_heading(paragraph, flow, edge, body_height)
    return found


def _goes_on(paragraph: Paragraph, before: Line, line: Line, flow: Flow, lines: list[Line], index: int) -> bool:
    first = line.words[0]
    height = max(before.height, line.height)
    if min(before.height, line.height) < 0.8 * height or line.top - before.bottom > 0.75 * height:
        return False
    pitch = line.top - before.top
    if len(paragraph.lines) >= 2:
        usual = paragraph.lines[1].top - paragraph.lines[0].top
        if pitch > 1.25 * usual + 1:
            return False
    last = before.words[-1]
    # A line that had room for the next word was ended on purpose.
    width = first.right - first.left
    room = flow.right - before.right
    axis = abs((before.left + before.right) - (line.left + line.right)) < 5
    if axis and abs(before.left - line.left) > 5:  # both centred
        room = (flow.right - flow.left) - (before.right - before.left)
    if room > width + 0.45 * height and not last.hyphen:
        return False
    text_before = last.text
    ended = text_before.endswith(_SENTENCE_END)
    if _OWN_LINE.match(first.text):
        return False
    mark = list_mark(first.text, line.words[1].text if len(line.words) > 1 else "")
    if mark and (ended or text_before.endswith(",") or text_before.casefold() in {"dan", "atau", "dan/atau", "serta", "and", "or"}
                 or first.text in "•-–▪●○◦‣✓"):  # fmt: skip
        return False
    if mark and paragraph.mark and abs(line.left - paragraph.left) < 4:
        return False
    if mark and paragraph.mark is None and (_centred(before, flow) or (before.bold and line.bold)):
        return False
    # Centred lines: both margins differ from the column's on both lines.
    indent = line.left - before.left
    if paragraph.mark is None and len(paragraph.lines) == 1 and indent > 0.9 * height and room > 2 * height:
        return False
    if len(paragraph.lines) > 1 and indent > 0.9 * height:
        return False
    if _PLAIN_HEADING.match(" ".join(word.text for word in line.words)) or (
        len(paragraph.lines) == 1 and _PLAIN_HEADING.match(" ".join(word.text for word in before.words))
    ):
        return False
    if before.bold != line.bold and len(paragraph.lines) <= 3:
        return False
    centred = _centred(before, flow) and _centred(line, flow)
    return not (centred and before.left - flow.left > 2 * height)


def _centred(line: Line, flow: Flow) -> bool:
    return abs((line.left - flow.left) - (flow.right - line.right)) < 6 and line.left - flow.left > 12


def _judge_heading(paragraph: Paragraph, flow: Flow, edge: float, body_height: float) -> None:
    lines = paragraph.lines
    line = lines[0]
    words = line.words if len(lines) == 1 else [word for item in lines for word in item.words]
    count = len(words)
    if count > 30 or len(lines) > 3:
        return
    text = " ".join([word.text for word in words])
    if text[-1] in ".;," and not _PLAIN_HEADING.match(text):
        return
    letters = len(_LETTER.findall(text))
    if letters < 3:
        return
    large = line.height >= 1.15 * body_height
    capital = len(_CAPITAL.findall(text)) >= 0.85 * letters
    named = count <= 14 and bool(_HEADING.match(text))
    if paragraph.mark and not (large or line.bold or (capital and _NUMBERED_HEADING.match(text))):
        return
    if (text[-1] == ":" and not large) or (":" in text and not named) or _NAME.search(text):
        return
    bold = count <= 14 and all(item.bold for item in lines)
    alone = _centred(line, flow) or flow.right - line.right > 0.25 * (flow.right - flow.left)
    if large or bold or (named and (alone or capital)) or (capital and count <= 14 and letters > 3 and alone):
        paragraph.kind = BlockKind.HEADING
        paragraph.level = 1 if line.height >= 1.45 * body_height or text.startswith(("BAB ", "Bab ")) else 2
        if not large and _NUMBERED_HEADING.match(text) and not capital:
            paragraph.level = 3


def set_levels(paragraphs: list[Paragraph]) -> None:
    """List items' levels by how far in they stand, among the items of the page."""
    lefts = sorted({round(paragraph.left) for paragraph in paragraphs if paragraph.kind is BlockKind.LIST_ITEM})
    ranks: list[int] = []
    for left in lefts:
        if not ranks or left - ranks[-1] > 7:
            ranks.append(left)
    for paragraph in paragraphs:
        if paragraph.kind is BlockKind.LIST_ITEM:
            paragraph.level = sum(rank <= round(paragraph.left) + 1 for rank in ranks)


# -------------------------------------------------------------------------------------------------------- into text


@dataclass(slots=True)
class Piece:
    """Text under construction with its words' places."""

    parts: list[str] = field(default_factory=list)
    words: list[Placed] = field(default_factory=list)
    length: int = 0

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def line(self, words: Sequence[Token]) -> None:
        """Append a line's words."""
        if self.parts and self.parts[-1] != "\n":
            self.put(" ")
        self._add(words)

    def _add(self, words: Sequence[Token]) -> None:
        start = self.length
        texts: list[str] = []
        for word in words:
            text = word.text
            end = start + len(text)
            shown = word.shown
            self.words.append(
                (start, end, word.left, word.top, word.right, word.bottom, word.confidence)
                if shown is None
                else (start, end, shown.left, shown.top, shown.right, shown.bottom, word.confidence)
            )
            texts.append(text)
            start = end + 1
        self.put(" ".join(texts))

    def joined(self, lines: Iterable[Line], known: Container[str] = ()) -> None:
        """Append lines as one text line, joined by blanks or over hyphens."""
        for line in lines:
            words = line.words
            if not words:
                continue
            if self.parts and self.parts[-1] != "\n":
                self._join(words[0], known)
            self._add(words)

    def _join(self, word: Token, known: Container[str]) -> None:
        before = self.parts[-1]
        if not (before.endswith("-") and len(before) > 1 and before[-2].isalnum()):
            self.put(" ")
        elif _hyphenation(before[:-1].rpartition(" ")[2], word.text, known):
            self.parts[-1] = before[:-1]
            self.length -= 1
            start, end, *place = self.words[-1]
            self.words[-1] = (start, end - 1, *place)  # type: ignore[assignment]  # the same numbers

    @property
    def text(self) -> str:
        return "".join(self.parts)


def _hyphenation(before: str, after: str, known: Container[str]) -> bool:
    """Whether the hyphen at a line's end only cuts a word: `kesepa-` + `katan`, but not `undang-` + `undang` or `2023-` + `2025`."""
    head = re.split(r"[^\w]", before)[-1]
    tail = re.match(r"\w*", after)
    rest = tail.group() if tail else ""
    if not head.isalpha() or not rest.isalpha() or not rest[0].islower() or head.isupper():
        return False
    low, end = head.casefold(), rest.casefold()
    whole = low + end
    if whole in known:
        return True
    if f"{low}-{end}" in known or low in _KEPT_PREFIXES or len(low) == 1:
        return False
    return not _reduplicated(low, end)


def _reduplicated(before: str, after: str) -> bool:
    """`undang` + `undangan`, `sekurang` + `kurangnya`, `sayur` + `mayur`: the halves share their core."""
    size = min(len(before), len(after))
    if size >= 3:
        for length in range(size, 2, -1):
            if length < 3 or length < 0.55 * size:
                break
            if before[-length:] in after or after[:length] in before:
                return True
    return False


def add_paragraphs(builder: PageBuilder, paragraphs: list[Paragraph], known: Container[str],
                   add_table: Callable[[PageBuilder, Any], None]) -> None:  # fmt: skip
    """Append the paragraphs as blocks; a label and its value make one."""
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        if paragraph.table is not None:
            add_table(builder, paragraph.table)
            index += 1
            continue
        piece = Piece()
        piece.joined(paragraph.lines, known)
        while index + 1 < len(paragraphs) and paragraphs[index + 1].joined:
            index += 1
            piece.joined(paragraphs[index].lines, known)
        builder.add(piece.text, paragraph.kind, words=piece.words, level=paragraph.level, mark=paragraph.mark)
        index += 1


def arrange(segments: list[Segment], *, trust_order: bool) -> list[Paragraph]:
    """The page's segments as paragraphs in reading order, with kinds and levels."""
    heights = [segment.height for segment in segments if segment.words for _ in range(len(segment.words))]
    body = median(heights) if heights else 10.0
    found: list[Paragraph] = []
    label = False
    for flow in flows_of(segments, trust_order=trust_order):
        paragraphs = paragraphs_of(flow, body)
        if label and paragraphs and paragraphs[0].table is None:
            paragraphs[0].joined = True
            name = found[-1]
            first = name.lines[0].words
            mark = list_mark(first[0].text, first[1].text if len(first) > 1 else paragraphs[0].lines[0].words[0].text)
            name.kind, name.mark, name.level = (BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH), mark, None
        label = flow.label and bool(paragraphs) and paragraphs[-1].table is None
        found.extend(paragraphs)
    for before, paragraph in pairwise(found):
        if _names_section(before, paragraph):
            paragraph.kind, paragraph.level = BlockKind.HEADING, before.level
    set_levels(found)
    return found


def _names_section(before: Paragraph, paragraph: Paragraph) -> bool:
    """`Pasal 3` and under it, centred like it, the section's name."""
    if (
        before.table is not None
        or paragraph.table is not None
        or paragraph.kind is not BlockKind.PARAGRAPH
        or paragraph.joined
    ):
        return False
    above, line = before.lines[-1], paragraph.lines[0]
    words = line.words
    return (
        before.kind is BlockKind.HEADING
        and bool(_PLAIN_HEADING.match(" ".join(word.text for word in above.words)))
        and len(paragraph.lines) == 1
        and len(words) <= 9
        and abs(above.left + above.right - line.left - line.right) < 8
        and not words[-1].text.endswith((".", ";", ",", ":"))
    )
