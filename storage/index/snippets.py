"""Snippets: the piece of a text that shows most of what was asked for, cut into marked and unmarked segments."""

import re

from storage.index import words
from storage.index.hits import Segment
from storage.index.words import Term

LENGTH = 260  # characters
_SPACE = re.compile(r"\s+")


def snippet(text: str, terms: list[Term], *, whole: bool = False) -> tuple[tuple[Segment, ...], tuple[int, int] | None]:
    """The snippet, and where in `text` its first marked place stands; `whole` shows all of the text.

    White space is one blank each; an ellipsis stands where text was left out.
    """
    found = words.spans(text, terms)
    start, end = (0, len(text)) if whole else _window(text, found)
    segments: list[Segment] = []
    position = start
    inside = [(s, e) for s, e in found if start <= s and e <= end]
    for hit_start, hit_end in inside:
        _add(segments, text[position:hit_start], hit=False)
        _add(segments, text[hit_start:hit_end], hit=True)
        position = hit_end
    _add(segments, text[position:end], hit=False)
    if start > 0:
        segments.insert(0, Segment("… ", hit=False))
    if end < len(text):
        segments.append(Segment(" …", hit=False))
    return tuple(segments), inside[0] if inside else None


def _window(text: str, found: list[tuple[int, int]]) -> tuple[int, int]:
    """The stretch of about `LENGTH` characters with the most different words of the query in it, cut between words."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best, best_score = (0, 0), -1
    for index, (first, _) in enumerate(found[:200]):
        inside = [text[s:e].lower() for s, e in found[index : index + 20] if e <= first + LENGTH * 3 // 4]
        score = 100 * len(set(inside)) + len(inside)
        if score > best_score:
            best, best_score = (first, first), score
    start = max(0, best[0] - LENGTH // 4)
    end = min(len(text), start + LENGTH)
    start = max(0, end - LENGTH) if end == len(text) else start
    while 0 < start < best[0] and not text[start - 1].isspace():
        start += 1
    while end < len(text) and not text[end].isspace() and end - start < LENGTH + 30:
        end += 1
    return start, end


def _add(segments: list[Segment], text: str, *, hit: bool) -> None:
    text = _SPACE.sub(" ", text)
    if text:
        segments.append(Segment(text, hit))
