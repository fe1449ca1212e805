"""How the participants break down on a slide: large figures in a row of boxes, below each what it counts."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from nlp.components.head_parts import Groups
from nlp.components.head_words import PERSON
from nlp.extraction import Group
from nlp.pages import Box
from nlp.source import Source

_FIGURE = re.compile(r"(?P<n>[1-9]\d{0,2})(?:\s+(?:orang|org))?", re.IGNORECASE)
_WHO = re.compile(
    rf"(?:{PERSON}|pelaksana|fungsional|administrator|pengawas|struktural|eselon)\b[A-Za-z /-]{{0,40}}", re.IGNORECASE
)
_GUESTS = re.compile(r"(?:orang\s+)?(?:peserta|pemagang|ASN\s+magang)(?:\s+(?:magang|ASN|studi\s+\w+))?", re.IGNORECASE)
Line = tuple[str, Box | None]
_ABOUT = 6.0  # points by which two boxes of one column may differ
_NEAR = 60.0  # points between a figure and the words below it
_LEAST = 2
_LONGEST = 80  # characters of such a line


def of_boxes(source: Source, stated: Set[int]) -> Groups:
    """The figures of one slide that count persons of some kind; they add up to a figure that the document gives."""
    for page in _pages(source):
        if sum(_FIGURE.fullmatch(text) is not None for text, _ in page) < _LEAST:
            continue
        found = [*_pairs(page)]
        if len(found) >= _LEAST and sum(group.count for group in found) in stated:
            return tuple(found)
    return ()


def count_of_boxes(source: Source) -> int | None:
    """`6`, large in a box, and `peserta` in the box below it."""
    for page in _pages(source):
        for figure, label in _labelled(page):
            if _GUESTS.fullmatch(label):
                return figure
    return None


def _pages(source: Source) -> Iterator[Sequence[Line]]:
    """The short lines of each slide with the boxes that hold them."""
    boxed = [
        block
        for block in source.blocks
        if block.block.box is not None and block.block.table is None and len(block.text) < _LONGEST
    ]
    for _, slide in groupby(boxed, key=lambda block: block.page.number):
        yield [(block.text.strip(), block.block.box) for block in slide]


def _pairs(page: Sequence[Line]) -> Iterator[Group]:
    """The figures that count persons of some kind."""
    return (Group(label, figure) for figure, label in _labelled(page) if _WHO.fullmatch(label))


def _labelled(page: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Each figure with the words in its own box, or in the box below it."""
    for place, (text, box) in enumerate(page):
        figure = _FIGURE.fullmatch(text)
        if figure is None:
            continue
        following, its_box = page[place + 1] if place + 1 < len(page) else ("", None)
        label = following if its_box == box else next((said for said, other in page if _is_below(box, other)), "")
        yield int(figure["n"]), label


def _is_below(figure: Box | None, label: Box | None) -> bool:
    if figure is None or label is None:
        return False
    same = abs(figure.left - label.left) <= _ABOUT and abs(figure.right - label.right) <= _ABOUT
    return same and label.top > figure.top and label.top - figure.bottom <= _NEAR
