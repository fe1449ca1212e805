"""The passages in which performance figures are looked for: paragraphs, items and lines, those that a line's end broke joined."""

import re
from collections.abc import Iterator
from typing import Final

from nlp.components.indicator_measures import ANY
from nlp.components.indicator_words import SENTENCE
from nlp.pages import BlockKind
from nlp.source import Source

# Formats whose paragraphs come whole; of the others a line may be half a sentence.
_WHOLE_PARAGRAPHS: Final = frozenset({"docx", "pptx", "odt", "odp"})
# `SAKIP : BB`, `Pemkab Tuban ........ 268`: a line that says all it has to say.
_ROW: Final = re.compile(r"[^.:=\n]{3,40}[ \t](?:[:=][ \t]|\.{3,})")
# A line that ends with a value, before one that begins with a figure's name: two rows.
_ROW_END: Final = re.compile(r"(?:\)|\d[.,]\d+\s?%?|[—–])$")
_NEXT_ROW: Final = re.compile(rf"(?i:target|capaian|realisasi)\b|{ANY.pattern}")
_NUMBERING: Final = re.compile(r"\W*(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\W*")
_LIST_MARK: Final = re.compile(r"\s*(?:[-•–>*»✓➢❖]|\(?(?:\d{1,2}|[a-z])[.)]\s)")
# The headlines of other articles that a page offers.
_OTHER_STORIES: Final = re.compile(
    r"(?:^|\n)\W*(?:berita|artikel|kabar)\s+(?:lain(?:nya)?|terkait|terpopuler|sebelumnya)\b|(?:^|\n)\W*(?:baca|simak|lihat)\s+(?:juga|pula)\b",
    re.IGNORECASE,
)
_OTHERS_CUE: Final = re.compile(r"berita|artikel|kabar|baca|simak|lihat")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]`; a number and its point are none."""
    position = start
    for match in SENTENCE.finditer(text, start, end):
        if _NUMBERING.fullmatch(text, position, match.start()) is None:
            yield position, match.start()
        position = match.end()
    yield position, end


def passages(source: Source) -> Iterator[tuple[int, int]]:
    """Paragraphs, list items and lines outside of tables, the lines of a broken paragraph joined; headlines of other stories cut off."""
    for start, end in _joined(source):
        passage = source.text[start:end]
        others = _OTHER_STORIES.search(passage) if _OTHERS_CUE.search(passage.lower()) else None
        if others is None:
            yield start, end
        elif others.start() > 0:
            yield start, start + others.start()


def _joined(source: Source) -> Iterator[tuple[int, int]]:
    begun: tuple[int, int] | None = None
    by_lines = source.form not in _WHOLE_PARAGRAPHS
    for block in source.blocks:
        if block.block.kind is BlockKind.RUNNING or (
            block.block.kind is BlockKind.CELL and block.block.table is not None
        ):
            continue
        listed = block.block.kind is BlockKind.LIST_ITEM
        if begun is not None and by_lines and _broken(source.text, *begun, block.start, listed=listed):
            begun = begun[0], block.end
            continue
        if begun is not None:
            yield begun
        begun = block.start, block.end
    if begun is not None:
        yield begun


def _broken(text: str, start: int, end: int, following: int, *, listed: bool) -> bool:
    """Whether the line at `following` goes on with the sentence that the one before it, ending at `end`, has begun."""
    last_line = text[max(start, text.rfind("\n", start, end) + 1) : end].rstrip()
    if text[end:following].strip(" \t") != "\n":
        return False
    if "|" in last_line or "|" in text[following : text.find("\n", following) % (len(text) + 1)]:
        return False  # the row of a typed table
    if last_line.count("(") > last_line.count(")"):  # `82,37 (predikat` / `A) serta …`
        return True
    if listed or last_line[-1:] in ".!?:;" or _LIST_MARK.match(text, following) or _ROW.match(text, following):
        return False
    if _NEXT_ROW.match(text, following) and (_ROW_END.search(last_line) or _names_twice(text, following)):
        return False
    return len(last_line) >= 45 or text[following : following + 1].islower()


def _names_twice(text: str, start: int) -> bool:
    """`Indeks SPBE 4,22 (2024) Indeks SPBE 3,67 (2024)`: a line with the cells of two columns."""
    end = text.find("\n", start)
    cues = [cue.lastgroup for cue in ANY.finditer(text, start, end if end >= 0 else len(text))]
    return len(cues) >= 2 and len(set(cues)) == 1
