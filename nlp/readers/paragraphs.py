"""Lines of a column as paragraphs, list items and headings, each with its level; and these as blocks of a page."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from nlp.pages import BlockKind, Box, PageBuilder
from nlp.readers.line_joins import PLAIN_HEADING, goes_on, is_centred, is_section
from nlp.readers.lines import Flow, Line
from nlp.readers.marks import list_mark
from nlp.readers.running_text import Piece
from nlp.readers.segments import Segment

_HEADING = re.compile(
    r"(?:BAB|PASAL|Pasal|Bab|BAGIAN|Bagian|ARTICLE|Article|LAMPIRAN|Lampiran)\s+(?:[IVXLC]+|\d+|Ke\w+|KE\w+)\b"
)
_NUMBERED_HEADING = re.compile(r"(?:[IVX]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\.?\s+[A-Z]")
_NAME = re.compile(r",\s*(?:S|M|A|Sp)\.|\b(?:Drs?|Ir|Prof|H|Hj)\.\s|\bNIP\b|\bNomor\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]+")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, with what they look like."""

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    mark: str | None = None
    table: Any = None
    box: Box | None = None
    joined: bool = False  # goes on in the text line of the paragraph before (a value after its label)

    @property
    def left(self) -> float:
        return self.lines[0].left


def arrange(segments: list[Segment], flows: list[Flow]) -> list[Paragraph]:
    """The page's segments as paragraphs in the order of their flows, with kinds and levels."""
    heights: list[float] = []  # of the words
    for segment in segments:
        heights += [segment.height] * len(segment.words)
    body = median(heights) if heights else 10.0
    found: list[Paragraph] = []
    label = False
    for flow in flows:
        paragraphs = paragraphs_of(flow, body)
        if label and paragraphs and paragraphs[0].table is None:
            paragraphs[0].joined = True
            name = found[-1]
            first = name.lines[0].words
            mark = list_mark(first[0].text, first[1].text if len(first) > 1 else paragraphs[0].lines[0].words[0].text)
            name.kind, name.mark, name.level = (BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH), mark, None
        label = flow.label and bool(paragraphs) and paragraphs[-1].table is None
        found.extend(paragraphs)
    for before, paragraph in pairwise(found):
        if _names_section(before, paragraph):
            paragraph.kind, paragraph.level = BlockKind.HEADING, before.level
    set_levels(found)
    return found


def paragraphs_of(flow: Flow, body_height: float) -> list[Paragraph]:
    """The flow's paragraphs, and which of them are headings."""
    found = parted(flow)
    if flow.box is None:  # of a slide only the title is a heading
        for paragraph in found:
            if paragraph.table is None:
                _judge_heading(paragraph, flow, body_height)
    return found


def parted(flow: Flow) -> list[Paragraph]:
    """The flow's lines joined where a line was full and the next goes on."""
    found: list[Paragraph] = []
    for line in flow.lines:
        if line.table is not None:
            found.append(Paragraph([line], table=line.table))
            continue
        above = found[-1] if found and found[-1].table is None else None
        if above is not None and (flow.whole or goes_on(above.lines, above.mark, line, flow)):
            above.lines.append(line)
            continue
        words = line.words
        mark = list_mark(words[0].text, words[1].text if len(words) > 1 else "")
        paragraph = Paragraph([line], box=flow.box)
        if mark:
            paragraph.kind, paragraph.mark = BlockKind.LIST_ITEM, mark
        found.append(paragraph)
    return found


def _judge_heading(paragraph: Paragraph, flow: Flow, body_height: float) -> None:
    lines = paragraph.lines
    line = lines[0]
    words = line.words if len(lines) == 1 else [word for item in lines for word in item.words]
    count = len(words)
    if count > 30 or len(lines) > 3:
        return
    text = " ".join([word.text for word in words])
    if text[-1] in ".;," and not PLAIN_HEADING.match(text):
        return
    letters = sum(map(len, _LETTERS.findall(text)))
    if letters < 3:
        return
    height = _letters_height(paragraph)
    large = height >= 1.15 * body_height
    capital = sum(map(len, _CAPITALS.findall(text))) >= 0.85 * letters
    named = count <= 14 and bool(_HEADING.match(text))
    if paragraph.mark and not (large or line.bold or (capital and _NUMBERED_HEADING.match(text))):
        return
    if (text[-1] == ":" and not large) or (":" in text and not named) or _NAME.search(text):
        return
    bold = count <= 14 and all(item.bold for item in lines)
    alone = is_centred(line, flow) or flow.right - line.right > 0.25 * (flow.right - flow.left)
    if large or bold or (named and (alone or capital)) or (capital and count <= 14 and letters > 3 and alone):
        paragraph.kind = BlockKind.HEADING
        paragraph.level = 1 if height >= 1.45 * body_height or text.startswith(("BAB ", "Bab ")) else 2
        if not large and _NUMBERED_HEADING.match(text) and not capital:
            paragraph.level = 3


def _letters_height(paragraph: Paragraph) -> float:
    """How high the first line is set; its list mark apart, which often comes from another font."""
    line = paragraph.lines[0]
    if paragraph.mark is None or len(line.words) < 2:
        return line.height
    return max(word.bottom - word.top for word in line.words[1:])


def set_levels(paragraphs: list[Paragraph]) -> None:
    """List items' levels by how far in they stand, among the items of the page."""
    lefts = sorted({round(paragraph.left) for paragraph in paragraphs if paragraph.kind is BlockKind.LIST_ITEM})
    ranks: list[int] = []
    for left in lefts:
        if not ranks or left - ranks[-1] > 7:
            ranks.append(left)
    for paragraph in paragraphs:
        if paragraph.kind is BlockKind.LIST_ITEM:
            paragraph.level = sum(rank <= round(paragraph.left) + 1 for rank in ranks)


def _names_section(before: Paragraph, paragraph: Paragraph) -> bool:
    """`Pasal 3` and under it, centred like it, the section's name."""
    if (
        before.table is not None
        or paragraph.table is not None
        or paragraph.kind is not BlockKind.PARAGRAPH
        or paragraph.joined
    ):
        return False
    above, line = before.lines[-1], paragraph.lines[0]
    words = line.words
    return (
        before.kind is BlockKind.HEADING
        and is_section(above)
        and len(paragraph.lines) == 1
        and len(words) <= 9
        and abs(above.left + above.right - line.left - line.right) < 8
        and not words[-1].text.endswith((".", ";", ",", ":"))
    )


def add_paragraphs(builder: PageBuilder, paragraphs: list[Paragraph], known: Container[str],
                   add_table: Callable[[PageBuilder, Any], None]) -> None:  # fmt: skip
    """Append the paragraphs as blocks; a label and its value make one."""
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        if paragraph.table is not None:
            add_table(builder, paragraph.table)
            index += 1
            continue
        piece = Piece()
        piece.joined(paragraph.lines, known)
        while index + 1 < len(paragraphs) and paragraphs[index + 1].joined:
            index += 1
            piece.joined(paragraphs[index].lines, known)
        builder.add(piece.text, paragraph.kind, words=piece.words, level=paragraph.level, mark=paragraph.mark,
                    box=paragraph.box)  # fmt: skip
        index += 1
