"""Segments beside one another as lines, and the lines of a column as a flow."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from nlp.pages import Box
from nlp.readers.segments import Segment, Token

_middle, _left = attrgetter("middle"), attrgetter("left")


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
    whole: bool = False  # its lines are one paragraph, however short they are
    box: Box | None = None  # the slide's text box, or the shape drawn around it
    cell: bool = False  # of a table
    loose: bool = False  # of a text box that nobody knows the width of, or whose lines all begin with a capital


def lines_of(segments: Iterable[Segment]) -> list[Line]:
    """Segments beside one another as lines, from top to bottom."""
    groups: list[list[Segment]] = []
    top = bottom = 0.0
    for segment in sorted(segments, key=_middle):
        upper, lower = segment.top, segment.bottom
        if groups and upper < bottom and not segment.table and not groups[-1][0].table:
            overlap = min(bottom, lower) - max(top, upper)
            if overlap > 0.55 * min(segment.height, bottom - top):
                groups[-1].append(segment)
                top, bottom = min(top, upper), max(bottom, lower)
                continue
        groups.append([segment])
        top, bottom = upper, lower
    for group in groups:
        if len(group) > 1:
            group.sort(key=_left)
    return [Line(group) for group in groups]
