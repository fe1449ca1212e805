"""The head of a letter on a page: number and subject on the left, date and addressee on the right, each column read on its own.

Read line by line, `Perihal : Tanggapan atas Rencana Kunjungan | Yth. Kepala Dinas Perpustakaan dan` mixes a subject that goes on
in the next line with an addressee that does so too. (`letter_head.py` does the same for typed text.)
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.readers.gutters import parted
from nlp.readers.segments import Segment

_LABELS = frozenset(("nomor", "no", "sifat", "lampiran", "lamp", "hal", "perihal", "klasifikasi"))
_TO = re.compile(r"(?:K\s?[Ee]\s?[Pp]\s?[Aa]\s?[Dd]\s?[Aa]|Y[Tt][Hh]|Yang\b\s*T)")
_SEARCHED = 80  # segments from the page's top
_BESIDE = 90.0  # points from the labels to what stands in another column
_INDENT = 50.0  # points by which lines of the right column may begin before `Yth.`
_BLANK = 4.0  # points before the other column: more than between two words
_FARTHEST = 2.6  # heights of a line: a wider blank below ends the head


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a letter's head, and where it begins and ends among the segments of the page from top to bottom."""

    left: list[Segment]
    right: list[Segment]
    first: int
    end: int


def letter_head(ordered: Sequence[Segment]) -> Head | None:
    """The head in two columns; None where the page has none. `ordered`: the page's segments from top to bottom."""
    top = ordered[:_SEARCHED]
    labels = [segment for segment in top if segment.words and _is_label(segment)]
    if len(labels) < 2:
        return None
    margin = min(label.left for label in labels)
    labels = [label for label in labels if label.left - margin < 8]
    edge = _edge(top, margin + _BESIDE)
    if edge is None or len(labels) < 2:
        return None
    first = next(index for index, segment in enumerate(top) if segment.middle > labels[0].top)
    head = _columns(ordered, first, edge)
    addressed = any(_TO.match(segment.text) for segment in head.right)
    beside = any(abs(one.middle - other.middle) < 0.5 * one.height for one in head.left for other in head.right)
    return head if addressed and beside and labels[1] in head.left else None


def _is_label(segment: Segment) -> bool:
    return segment.words[0].text.rstrip(".:").casefold() in _LABELS


def _edge(segments: Sequence[Segment], beyond: float) -> float | None:
    """Where the addressee's column begins: at `Kepada` or `Yth.`, alone on its line or behind the end of the subject."""
    for segment in segments:
        for index, word in enumerate(segment.words):
            blank = index == 0 or word.left - segment.words[index - 1].right > _BLANK
            if word.left > beyond and blank and _TO.match(word.text):
                return word.left
    return None


def _columns(ordered: Sequence[Segment], first: int, edge: float) -> Head:
    """The segments left and right of the edge, up to the first that runs over it or stands far below all."""
    left: list[Segment] = []
    right: list[Segment] = []
    lowest = ordered[first].bottom
    end = first
    for segment in ordered[first:]:
        if segment.table is not None or segment.top - lowest > _FARTHEST * segment.height:
            break
        if segment.left >= edge - _INDENT:
            right.append(segment)
        elif segment.right <= edge:
            left.append(segment)
        elif halves := parted(segment, edge - 6, edge):
            left.append(halves[0])
            right.append(halves[1])
        else:
            break
        lowest = max(lowest, segment.bottom)
        end += 1
    return Head(left, right, first, end)
