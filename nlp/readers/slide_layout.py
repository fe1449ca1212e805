"""A slide saved as a page: its text boxes and the shapes drawn around them, in the order in which a viewer reads them.

Programs write a slide's shapes one after the other, each with all its lines. So lines that follow one another in the source and
stand below one another are one text box; boxes inside one drawn shape (a card) belong together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nlp.pages import Box
from nlp.readers.lines import Flow, Line, lines_of
from nlp.readers.segments import Segment
from nlp.readers.visual_order import reading_order

_LEAST_WIDTH, _LEAST_HEIGHT = 24.0, 12.0  # points: smaller shapes are marks and rules
_MOST = 0.6  # of the slide: larger ones are its background
_MOST_SHAPES = 1_000  # of a slide; what has more is a drawing, and each is held against each text
_NUMBER = re.compile(r"\W*\d")
_PAPER, _HUGGED = 2**0.5, 0.88
_SLIDE_LETTERS = 1 / 46  # of the page's height: letters of a report set across are smaller


@dataclass(slots=True)
class _Part:
    """A text box, a table, or a drawn shape with what stands in it."""

    left: float
    top: float
    right: float
    bottom: float
    segments: list[Segment] = field(default_factory=list)
    children: list["_Part"] = field(default_factory=list)
    frame: Box | None = None  # the shape drawn around this text alone, or the room that it has in one


def is_slide(segments: Sequence[Segment], width: float, height: float, *, scanned: bool = False) -> bool:
    """Whether a page is a slide by its letters: wider than high, and set as large as for a wall.

    `scanned`: the engine's boxes hug the letters, so that smaller ones will do where the page has not the shape of paper.
    """
    if width <= height:
        return False
    heights = sorted(segment.height for segment in segments for _ in segment.words)
    least = _SLIDE_LETTERS * height
    if scanned and abs(width / height - _PAPER) > 0.03:
        least *= _HUGGED
    return bool(heights) and heights[len(heights) // 2] >= least


def flows_of_slide(
    segments: Sequence[Segment], shapes: Sequence[Box], size: float, *, trust_order: bool = True
) -> list[Flow]:
    """The slide's text boxes as flows in reading order. `shapes`: what is drawn, `size`: the slide's area."""
    frames = _frames(shapes, segments, size)
    if not trust_order:
        _number(segments, frames)
    rows = _rows_of_figures(segments)
    taken = {id(segment) for row in rows for segment in row}
    rest = [segment for segment in segments if id(segment) not in taken]
    parts = _nested([*_text_boxes(rest, frames), *map(_part, rows)], frames)
    return [_flow(part) for part in _leaves(parts)]


def _leaves(parts: Sequence[_Part]) -> list[_Part]:
    return [leaf for part in reading_order(parts) for leaf in (_leaves(part.children) if part.children else [part])]


def _frames(shapes: Sequence[Box], segments: Sequence[Segment], size: float) -> list[Box]:
    """The drawn shapes that may hold text, the smallest first, each place once."""
    fitting = [
        shape
        for shape in shapes[:_MOST_SHAPES]
        if shape.right - shape.left >= _LEAST_WIDTH
        and shape.bottom - shape.top >= _LEAST_HEIGHT
        and _area(shape) <= _MOST * size
        and any(_holds(shape, segment) for segment in segments)
    ]
    found: list[Box] = []
    for shape in sorted(fitting, key=_area):
        if not any(
            abs(shape.left - other.left)
            + abs(shape.top - other.top)
            + abs(shape.right - other.right)
            + abs(shape.bottom - other.bottom)
            < 12
            for other in found
        ):
            found.append(shape)
    return found


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _holds(frame: Box, part: _Part | Segment) -> bool:
    return (
        part.left > frame.left - 3
        and part.right < frame.right + 3
        and part.top > frame.top - 3
        and part.bottom < frame.bottom + 3
    )


def _number(segments: Sequence[Segment], frames: Sequence[Box]) -> None:
    """Put the segments of a scan in the order in which a program would have written them: one text box after the other."""
    boxes: list[tuple[Box | None, _Part]] = []
    for segment in sorted(segments, key=lambda item: (item.top, item.left)):
        around = next((frame for frame in frames if _holds(frame, segment)), None)
        part = next((part for frame, part in reversed(boxes) if frame is around and _goes_on(part, segment)), None)
        if part is None or segment.table:
            boxes.append((around, _Part(segment.left, segment.top, segment.right, segment.bottom, [segment])))
            continue
        part.segments.append(segment)
        part.left, part.right = min(part.left, segment.left), max(part.right, segment.right)
    for order, segment in enumerate(segment for _, part in boxes for segment in part.segments):
        segment.order = order


def _text_boxes(segments: Sequence[Segment], frames: Sequence[Box]) -> list[_Part]:
    found: list[_Part] = []
    held: Box | None = None
    for segment in sorted(segments, key=lambda item: item.order):
        around = next((frame for frame in frames if _holds(frame, segment)), None)
        if found and not segment.table and around is held and _goes_on(found[-1], segment):
            part = found[-1]
            part.segments.append(segment)
            part.left, part.top = min(part.left, segment.left), min(part.top, segment.top)
            part.right, part.bottom = max(part.right, segment.right), max(part.bottom, segment.bottom)
        else:
            found.append(_Part(segment.left, segment.top, segment.right, segment.bottom, [segment]))
        held = around
    return found


def _rows_of_figures(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The rows of a table without rules: at least three lines with as many cells below one another, one column of numbers."""
    lines: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda item: (item.middle, item.left)):
        if lines and not segment.table and abs(lines[-1][0].middle - segment.middle) < 0.3 * segment.height:
            lines[-1].append(segment)
        else:
            lines.append([segment])
    for line in lines:
        line.sort(key=lambda item: item.left)
    found: list[list[Segment]] = []
    first = 0
    for last in range(1, len(lines) + 1):
        if last < len(lines) and _like_row(lines[last - 1], lines[last]):
            continue
        if last - first >= 3 and _has_numbers(lines[first + 1 : last]):
            found += lines[first:last]
            if first and lines[first - 1][0].table is None and _heads(lines[first - 1], lines[first]):
                found.append(lines[first - 1])
        first = last
    return found


def _like_row(above: Sequence[Segment], line: Sequence[Segment]) -> bool:
    return len(line) == len(above) >= 2 and all(map(_below_another, above, line))


def _has_numbers(rows: Sequence[Sequence[Segment]]) -> bool:
    return any(all(_NUMBER.match(row[column].text) for row in rows) for column in range(1, len(rows[0])))


def _heads(line: Sequence[Segment], row: Sequence[Segment]) -> bool:
    """Whether each piece of the line above stands over a column of the row, the first left out."""
    return all(any(_below_another(cell, below) for below in row[1:]) for cell in line)


def _below_another(above: Segment, cell: Segment) -> bool:
    """Whether two cells stand in one column: set to the same side, or to the same middle."""
    return cell.top - above.bottom < 4 * cell.height and (
        abs(above.left - cell.left) < 6
        or abs(above.right - cell.right) < 6
        or abs(above.left + above.right - cell.left - cell.right) < 12
    )


def _part(row: list[Segment]) -> _Part:
    left, right = min(s.left for s in row), max(s.right for s in row)
    return _Part(left, min(s.top for s in row), right, max(s.bottom for s in row), row)


def _goes_on(part: _Part, segment: Segment) -> bool:
    """Whether a line belongs to the text box of the lines before it: beside the last one, or below it and set in line with it."""
    before = part.segments[-1]
    if before.table:
        return False
    height = max(before.height, segment.height)
    if min(before.bottom, segment.bottom) - max(before.top, segment.top) > 0.5 * min(before.height, segment.height):
        return 0 <= segment.left - before.right < 2 * height
    if not before.top < segment.top < before.bottom + 0.9 * height or min(before.height, segment.height) < 0.6 * height:
        return False
    in_line = min(
        abs(before.left - segment.left),
        abs(part.left - segment.left),
        abs(before.left + before.right - segment.left - segment.right) / 2,
        abs(before.right - segment.right),
    )
    indented = segment.left > part.left and segment.left - part.left < 4 * height
    return in_line < 3 or (indented and segment.left < before.right)


def _nested(parts: list[_Part], frames: Sequence[Box]) -> list[_Part]:
    """The parts of one drawn shape as one part; a text that stands alone in its shape takes the shape's place."""
    for frame in frames:  # the smallest first: a card's parts come together before the row of cards
        inside = [part for part in parts if _holds(frame, part)]
        if not inside:
            continue
        if len(inside) == 1:
            part = inside[0]
            if not part.children and part.frame is None and not part.segments[0].table:
                part.frame = frame
                part.left, part.top, part.right, part.bottom = frame.left, frame.top, frame.right, frame.bottom
            continue
        if _is_one_text(inside):
            texts = [segment for part in inside for segment in part.segments]
            group = _Part(frame.left, frame.top, frame.right, frame.bottom, texts, frame=frame)
        else:
            for part in inside:
                _stretch(part, frame, inside)
            group = _Part(frame.left, frame.top, frame.right, frame.bottom, children=inside)
        parts = [part for part in parts if not any(part is one for one in inside)] + [group]
    return parts


def _is_one_text(parts: Sequence[_Part]) -> bool:
    """Whether the parts in one drawn shape are its own text, in several sizes: written in one go, one below the other."""
    if any(part.children or part.frame is not None or part.segments[0].table for part in parts):
        return False
    orders = [segment.order for part in parts for segment in part.segments]
    below = all(before.bottom <= part.top + 2 for before, part in pairwise(parts))
    return below and orders == list(range(orders[0], orders[0] + len(orders)))


def _stretch(part: _Part, frame: Box, siblings: Sequence[_Part]) -> None:
    """Give a text among others in one drawn shape the room that it has there, as the box had in which it was typed."""
    if part.children or part.frame is not None or part.segments[0].table:
        return
    beside = [one for one in siblings if one is not part and one.top < part.bottom and one.bottom > part.top]
    below = [one for one in siblings if one.top >= part.bottom and one.left < part.right and one.right > part.left]
    part.frame = Box(
        max([frame.left, *(one.right for one in beside if one.right <= part.left)]),
        part.top,
        min([frame.right, *(one.left for one in beside if one.left >= part.right)]),
        min([frame.bottom, *(one.top for one in below)]),
    )


def _flow(part: _Part) -> Flow:
    lines = lines_of(part.segments)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    if part.frame is not None:
        pad = min(left - part.frame.left, part.frame.right - right)
        pad = min(max(pad, 2.0), 12.0)
        left, right = min(left, part.frame.left + pad), max(right, part.frame.right - pad)
    box = part.frame or Box(part.left, part.top, part.right, part.bottom)
    return Flow(lines, left, right, box=box, loose=part.frame is None or _are_sentences(lines))


def _are_sentences(lines: Sequence[Line]) -> bool:
    """Whether each line of a card says something of its own: all begin with a capital and go on in small letters."""
    heights = [line.height for line in lines]
    return (
        len(lines) > 2
        and max(heights) < 1.1 * min(heights)
        and all(line.words[0].text[0].isupper() for line in lines)
        and all(any(word.text[0].islower() for word in line.words[1:]) for line in lines)
    )
