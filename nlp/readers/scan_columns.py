"""What the layout of a scan must find by shape alone: colons that stand apart from their values, a letter's head in two columns."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.readers.gutters import Gutter, begins_value, parted
from nlp.readers.marks import list_mark
from nlp.readers.segments import Segment

_LEFT = re.compile(r"(?:nomor|no|sifat|lampiran|lamp|hal|perihal|tanggal|klasifikasi)\b[\s.:]*", re.I)
_RIGHT = re.compile(r"(?:k\s?e\s?p\s?a\s?d\s?a\b|yth\b|yang\s+terhormat\b)", re.I)
_ROOM = 0.6  # of a line's height, before the value
_APART, _BLANK = 40.0, 6.0  # points between labels and addressee, and between the columns
_HEAD = 30  # segments of a letter's head


def with_colons(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, each lone colon with the value to its right: a table without rules sets it in a column of its own."""
    colons = [segment for segment in segments if len(segment.words) == 1 and segment.words[0].text == ":"]
    places = [colon.left for colon in colons]
    colons += [
        segment
        for segment in segments
        if len(segment.text) == 1 and segment.text != ":" and any(abs(segment.left - left) < 4 for left in places)
    ]  # misread, below others
    values = [(colon, value) for colon in colons if (value := _beside(colon, segments)) is not None]
    found: dict[int, Segment] = {}
    taken: set[int] = set()
    for colon, value in values:
        column = min(other.left for one, other in values if abs(one.left - colon.left) < 4)
        if value.left < column + _APART and id(value) not in found:
            found[id(value)] = colon
            taken.add(id(colon))
    return [
        _joined(found[id(segment)], segment) if id(segment) in found else segment
        for segment in segments
        if id(segment) not in taken
    ]


def _beside(colon: Segment, segments: Sequence[Segment]) -> Segment | None:
    """The next segment to the right of a colon."""
    level = [one for one in segments if one.left > colon.right and abs(one.middle - colon.middle) < 0.35 * colon.height]
    value = min(level, key=lambda other: other.left, default=None)
    return value if value is not None and value.words and value.words[0].text != ":" else None


def _joined(colon: Segment, value: Segment) -> Segment:
    """The value with the colon moved to it: between them there is no gutter."""
    height = value.height
    left = max(colon.left, value.left - _ROOM * height)
    word = colon.words[0]
    moved = replace(word, text=":", left=left, right=min(left + _ROOM * height / 2, value.left), shown=word.box)
    top, bottom = min(colon.top, value.top), max(colon.bottom, value.bottom)
    return Segment([moved, *value.words], left, top, value.right, bottom, value.order, value.bold)


def head_columns(
    ordered: Sequence[Segment], first: int, last: int
) -> tuple[list[Segment], list[Segment], range] | None:
    """A letter's head between `first` and about `last`: number and subject, date and addressee, and which segments it is."""
    if last - first > _HEAD:
        return None
    stretch = ordered[first : last + 1]
    labels = [segment for segment in stretch if _LEFT.fullmatch(segment.text.partition(":")[0])]
    addressed = next((segment for segment in stretch if _RIGHT.match(segment.text)), None)
    if len(labels) < 2 or addressed is None or addressed.left < max(label.right for label in labels) + _APART:
        return None
    first, edge = first + next(at for at, segment in enumerate(stretch) if segment is labels[0]), addressed.left - 3
    margin = max(label.left for label in labels) + _APART
    left: list[Segment] = []
    right: list[Segment] = []
    end = last
    for index, segment in enumerate(ordered[first : first + _HEAD], first):
        goes_on = segment.left >= edge or margin < segment.left < segment.right < edge
        if index > last and (not goes_on or segment.top - ordered[index - 1].bottom > segment.height):
            break
        halves = parted(segment, edge - _BLANK, edge) if segment.left < edge < segment.right else None
        if halves is None and segment.left < edge < segment.right:
            return None
        for part in halves or (segment,):
            (left if part.left < edge else right).append(part)
        end = index
    return left, right, range(first, end + 1)


def raised(ordered: Sequence[Segment], first: int, done: int, gutter: Gutter) -> int:
    """The first segment of a stretch, with the lines just above it that stand on both sides of its gutter too."""
    while first > done and abs(ordered[first - 1].middle - ordered[first].middle) < 0.5 * ordered[first].height:
        first -= 1  # beside it
    while first > done:
        below, above = ordered[first], ordered[first - 1]
        start = first - 1
        while start > done and abs(ordered[start - 1].middle - above.middle) < 0.5 * above.height:
            start -= 1
        line = ordered[start:first]
        left = [segment for segment in line if segment.right <= gutter.low + 1]
        edge = gutter.high - 1
        right = [one for one in line if one.left >= edge or (begins_value(one) and one.left > gutter.low)]
        if not left or not right or len(left) + len(right) < len(line) or below.top - above.bottom > above.height:
            break
        first = start
    return first


def is_mark(segment: Segment) -> bool:
    return len(segment.words) == 1 and list_mark(segment.words[0].text, "Kata") is not None


def row_marks(left: list[Segment], pairs: list[tuple[Segment, Segment]]) -> list[Segment]:
    """The marks (`I.`, `II.`) that stand left of all else, each beside a value: rows of a table without rules."""
    edge = min(segment.left for segment in left)
    marks = [segment for segment in left if is_mark(segment) and segment.left < edge + segment.height]
    paired = {id(a) for a, _ in pairs}
    others = [segment for segment in left if segment not in marks]
    rows = marks and others and all(segment.left > max(mark.right for mark in marks) for segment in others)
    return marks if rows and all(id(mark) in paired for mark in marks) else []
