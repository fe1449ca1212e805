"""Words with places, and the stretches of a line that they form: the bricks of the page's layout.

A blank that may part two columns ends a segment; blanks that only justify a line, or letter-space a heading, do not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from nlp.pages import Box
from nlp.readers.marks import list_mark

_GAP = 1.3  # of the line's height: a wider blank may part two columns, a narrower one may be a justified line's
_CLOSE = 2.5  # of the line's height: a value that belongs to the label before it
_STRETCHED = 7.0  # of the line's height: the widest blank of a justified line


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


def segments_of(
    words: Sequence[Token], is_bold: Callable[[int, int], bool] | None = None, *, glue: bool = True
) -> list[Segment]:
    """The words' segments in source order.

    `is_bold(first, last)` says whether both words are set bold. `glue`: words without room between them are one (the OCR engine knows
    better). It is the one loop over all words of a page: no call and no lookup that it does not need.
    """
    found: list[Segment] = []
    if not words:
        return found
    part: list[Token] = []
    first = singles = 0
    left = top = right = bottom = 0.0
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
                    if len(word.text) == 1:
                        singles += 1
                if word.right > right:
                    right = word.right
                if word_top < top:
                    top = word_top
                if word_bottom > bottom:
                    bottom = word_bottom
                continue
            bold = is_bold is not None and is_bold(first, index - 1)
            found.append(Segment(unspaced(part) if singles >= 4 else part, left, top, right, bottom, len(found), bold, None, first))  # fmt: skip
        part = [word]
        first, singles = index, len(word.text) == 1
        left, top, right, bottom = word_left, word_top, word.right, word_bottom
    bold = is_bold is not None and is_bold(first, len(words) - 1)
    found.append(Segment(unspaced(part) if singles >= 4 else part, left, top, right, bottom, len(found), bold, None, first))  # fmt: skip
    return _labels_whole(_justified(found)) if len(found) > 2 else found


def struck_once(segments: list[Segment]) -> list[Segment]:
    """The segments without those set a second time in their place: a shadow, or bold made by writing over."""
    known: dict[tuple[str, int], list[Segment]] = {}
    found: list[Segment] = []
    for segment in segments:
        alike = known.setdefault((segment.words[0].text, len(segment.words)), [])
        below = next((other for other in alike if _covers(other, segment)), None) if alike else None
        if below is None:
            alike.append(segment)
            found.append(segment)
        else:
            below.bold = True
    return found


def _covers(one: Segment, other: Segment) -> bool:
    hair = 0.2 * min(one.height, other.height)
    return (
        abs(one.left - other.left) < hair
        and abs(one.right - other.right) < hair
        and abs(one.top - other.top) < hair
        and abs(one.bottom - other.bottom) < hair
        and one.text == other.text
    )


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


def _labels_whole(segments: list[Segment]) -> list[Segment]:
    """Names in a narrow column whose blanks were stretched to its edge, before their values (`: …`), made whole again."""
    values = [segment for segment in segments if segment.words[0].text.startswith(":")]
    if not values:
        return segments
    found: list[Segment] = []
    run: list[Segment] = []
    for segment in [*segments, None]:
        if segment is not None and (not run or (run[-1].right < segment.left and _stretched(run[-1], segment))):
            run.append(segment)
            continue
        found += _label_joined(run, values)
        run = [segment] if segment is not None else []
    for order, segment in enumerate(found):
        segment.order = order
    return found


def _label_joined(run: list[Segment], values: list[Segment]) -> list[Segment]:
    """The stretches of one line, those before its value as one: not the mark that stands before a label."""
    inside = next((index for index, segment in enumerate(run) if segment in values), None)
    end = len(run) if inside is None else inside
    first = 1 if len(run[0].words) == 1 and list_mark(run[0].words[0].text, "Kata") else 0
    if end - first < 2:
        return run
    last = run[end - 1]
    beside = [run[end]] if inside is not None else values
    if any(_stretched(last, value) and 0 < value.left - last.right < _CLOSE * last.height for value in beside):
        return [*run[:first], _whole(run[first:end]), *run[end:]]
    return run


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
