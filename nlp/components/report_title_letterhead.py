"""The letterhead above a report's title: which of the lines above its heading belong to it."""

import re

from nlp.components.report_title_words import BYLINE, REPORT_LINE
from nlp.components.title_lines import INSTITUTION_LINE

LONGEST = 400  # characters: no line of a title
_ADDRESS = re.compile(r"\d|\bjl\b|jalan|telp|@|:|\bkomple[kx]s?\b|perkantoran", re.I)
_PART_LINE = re.compile(r"\W*(?:bidang|seksi|sub\s?bag\w*|subdit|urusan)\s", re.I)


def below_letterhead(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A heading that names the report is its title; what stands above it is the letterhead."""
    for index, (start, stop) in enumerate(lines):
        if REPORT_LINE.search(text[start:stop]) and not BYLINE.match(text[start : min(stop, start + LONGEST)]):
            if index and INSTITUTION_LINE.match(text[slice(*lines[0])]):
                return lines[_letterhead(text, lines[:index]) :]
            break
    return lines


def _letterhead(text: str, lines: list[tuple[int, int]]) -> int:
    """How many of the lines above the report's heading are letterhead; fewer than all where a title stands between."""
    between = [
        index
        for index, line in enumerate(lines)
        if not (INSTITUTION_LINE.match(text[slice(*line)]) or (index and _PART_LINE.match(text[slice(*line)])))
    ]
    plain = [index for index in between if _ADDRESS.search(text[slice(*lines[index])]) is None]
    title = sum(stop - start for start, stop in (lines[index] for index in plain))
    if (
        plain
        and plain[0] == between[0]
        and ((plain == between and title >= 25) or _has_rows(text, lines[plain[0] + 1 :]))
    ):
        return plain[0]
    return len(lines)


def _has_rows(text: str, lines: list[tuple[int, int]]) -> bool:
    """Lines `Siapa : …` stand below: the line above them is no part of an address."""
    return sum(re.match(r"\W*[A-Z][\w ]{2,20}\s*:\s", text[slice(*line)]) is not None for line in lines) > 1
