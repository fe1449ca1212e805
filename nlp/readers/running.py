"""Running heads and feet, page numbers, initials, e-signature footers: what stands at a page's edge and is no text of its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from nlp.readers.lines import Line, lines_of
from nlp.readers.segments import Segment

_TOP_ZONE = 0.11
_BOTTOM_ZONE = 0.885
_SIGNED_ZONE = 0.75  # an e-signature's sentence may stand higher
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:hal(?:aman)?|page|hlm)\b\.?\s*:?\s*)?\d{1,4}(?:\s*(?:dari|of|/)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_PAGE_WORD = re.compile(r"\b(?:hal(?:aman)?|page|hlm)\b\.?\s*:?\s*\d+(?:\s*(?:dari|of|/)\s*\d+)?\s*$", re.IGNORECASE)
_INITIALS = re.compile(r"^\W*paraf\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:ditandatangani|ditanda tangani) secara elektronik|sertifikat elektronik|\bBSrE\b|Balai (?:Besar )?Sertifikasi Elektronik|"
    r"UU ITE|keaslian dokumen",
    re.IGNORECASE,
)


@dataclass(slots=True)
class MarginLine:
    key: str  # the text without digits, the same on every page
    top: float
    head: bool
    sure: bool  # the text alone says so
    segments: list[Segment]


@dataclass(slots=True)
class Margins:
    """The lines in the edges of one page."""

    lines: list[MarginLine] = field(default_factory=list)


def margins_of(segments: list[Segment], width: float, height: float) -> Margins:
    """The lines of the page's edges, judged by their text; of slides only the foot, because their titles stand at the top."""
    if not segments or height <= 0:
        return Margins()
    slides = width > height
    zone = [
        segment
        for segment in segments
        if segment.words
        and (segment.bottom > _SIGNED_ZONE * height or (segment.top < _TOP_ZONE * height and not slides))
    ]
    found = Margins()
    for line in lines_of(zone):
        words = line.words
        if len(words) > 40:
            continue
        text = " ".join(word.text for word in words)
        head = line.top < 0.5 * height
        near = line.top < _TOP_ZONE * height or line.bottom > _BOTTOM_ZONE * height
        if not near and not _SIGNED.search(text):
            continue
        sure = bool(
            (_PAGE_NUMBER.fullmatch(text) and (not slides or line.bottom > 0.93 * height))
            or (_PAGE_WORD.search(text) and len(words) <= 24)
            or _INITIALS.search(text)
            or (_SIGNED.search(text) and not head)
        )
        found.lines.append(MarginLine(_DIGITS.sub("#", text.casefold()), line.top, head, sure, line.segments))
    return found


def running(
    margins: Margins, window: Iterable[Margins], *, tolerance: float = 5.0
) -> tuple[list[Line], list[Line], set[int]]:
    """The heads, the feet and the ids of their segments: lines that say so or that stand at the same place on a near page."""
    others = [line for other in window for line in other.lines]

    def again(line: MarginLine) -> bool:
        return any(other.key == line.key and abs(other.top - line.top) < tolerance for other in others)

    found = [line for line in margins.lines if line.sure]
    # From the page's edge inwards: below the first line that is the page's own, a likeness is chance.
    heads = sorted((line for line in margins.lines if line.head), key=lambda line: line.top)
    feet = sorted((line for line in margins.lines if not line.head), key=lambda line: -line.top)
    for side in (heads, feet):
        for line in side:
            if not line.sure:
                if not again(line):
                    break
                found.append(line)
    found.sort(key=lambda line: line.top)
    taken = {id(segment) for line in found for segment in line.segments}
    return (
        [line for item in found if item.head for line in lines_of(item.segments)],
        [line for item in found if not item.head for line in lines_of(item.segments)],
        taken,
    )
