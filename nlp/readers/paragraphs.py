"""Lines of a column as paragraphs, list items and headings, each with its level; and these as blocks of a page."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from nlp.pages import BlockKind, PageBuilder
from nlp.readers.columns import Flow, Line, flows_of
from nlp.readers.marks import list_mark
from nlp.readers.running_text import Piece
from nlp.readers.segments import Segment

_SENTENCE_END = (".", ";", ":", "?", "!")
_HEADING = re.compile(
    r"(?:BAB|PASAL|Pasal|Bab|BAGIAN|Bagian|ARTICLE|Article|LAMPIRAN|Lampiran)\s+(?:[IVXLC]+|\d+|Ke\w+|KE\w+)\b"
)
_PLAIN_HEADING = re.compile(r"(?:BAB|PASAL|Pasal|Bab|ARTICLE|Article)\s+(?:[IVXLC]+|\d+)\.?$")
_NUMBERED_HEADING = re.compile(r"(?:[IVX]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\.?\s+[A-Z]")
_OWN_LINE = re.compile(r"(?:NIP|NRP|NIDN|NIK)\b")
_NAME = re.compile(r",\s*(?:S|M|A|Sp)\.|\b(?:Drs?|Ir|Prof|H|Hj)\.\s|\bNIP\b|\bNomor\b")
_LETTER = re.compile(r"[^\W\d_]")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, with what they look like."""

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    mark: str | None = None
    table: Any = None
    joined: bool = False  # goes on in the text line of the paragraph before (a value after its label)

    @property
    def left(self) -> float:
        return self.lines[0].left


def arrange(segments: list[Segment], *, trust_order: bool) -> list[Paragraph]:
    """The page's segments as paragraphs in reading order, with kinds and levels."""
    heights = [segment.height for segment in segments if segment.words for _ in range(len(segment.words))]
    body = median(heights) if heights else 10.0
    found: list[Paragraph] = []
    label = False
    for flow in flows_of(segments, trust_order=trust_order):
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
    """The flow's lines joined where a line was full and the next goes on."""
    found: list[Paragraph] = []
    lines = flow.lines
    lefts = sorted(line.left for line in lines if not line.table)
    edge = lefts[len(lefts) // 4] if lefts else flow.left
    for index, line in enumerate(lines):
        if line.table is not None:
            found.append(Paragraph([line], table=line.table))
            continue
        before = lines[index - 1] if index else None
        if (
            before is not None
            and before.table is None
            and found
            and _goes_on(found[-1], before, line, flow, lines, index)
        ):
            found[-1].lines.append(line)
            continue
        words = line.words
        mark = list_mark(words[0].text, words[1].text if len(words) > 1 else "")
        paragraph = Paragraph([line])
        if mark:
            paragraph.kind, paragraph.mark = BlockKind.LIST_ITEM, mark
        found.append(paragraph)
    for paragraph in found:
        if paragraph.table is None:
            _judge_heading(paragraph, flow, edge, body_height)
    return found


def _goes_on(paragraph: Paragraph, before: Line, line: Line, flow: Flow, lines: list[Line], index: int) -> bool:
    first = line.words[0]
    height = max(before.height, line.height)
    if min(before.height, line.height) < 0.8 * height or line.top - before.bottom > 0.75 * height:
        return False
    pitch = line.top - before.top
    if len(paragraph.lines) >= 2:
        usual = paragraph.lines[1].top - paragraph.lines[0].top
        if pitch > 1.25 * usual + 1:
            return False
    last = before.words[-1]
    # A line that had room for the next word was ended on purpose.
    width = first.right - first.left
    room = flow.right - before.right
    axis = abs((before.left + before.right) - (line.left + line.right)) < 5
    if axis and abs(before.left - line.left) > 5:  # both centred
        room = (flow.right - flow.left) - (before.right - before.left)
    if room > width + 0.45 * height and not last.hyphen:
        return False
    text_before = last.text
    ended = text_before.endswith(_SENTENCE_END)
    if _OWN_LINE.match(first.text):
        return False
    mark = list_mark(first.text, line.words[1].text if len(line.words) > 1 else "")
    if mark and (ended or text_before.endswith(",") or text_before.casefold() in {"dan", "atau", "dan/atau", "serta", "and", "or"}
                 or first.text in "•-–▪●○◦‣✓"):  # fmt: skip
        return False
    if mark and paragraph.mark and abs(line.left - paragraph.left) < 4:
        return False
    if mark and paragraph.mark is None and (_centred(before, flow) or (before.bold and line.bold)):
        return False
    # Centred lines: both margins differ from the column's on both lines.
    indent = line.left - before.left
    if paragraph.mark is None and len(paragraph.lines) == 1 and indent > 0.9 * height and room > 2 * height:
        return False
    if len(paragraph.lines) > 1 and indent > 0.9 * height:
        return False
    if _PLAIN_HEADING.match(" ".join(word.text for word in line.words)) or (
        len(paragraph.lines) == 1 and _PLAIN_HEADING.match(" ".join(word.text for word in before.words))
    ):
        return False
    if before.bold != line.bold and len(paragraph.lines) <= 3:
        return False
    centred = _centred(before, flow) and _centred(line, flow)
    return not (centred and before.left - flow.left > 2 * height)


def _centred(line: Line, flow: Flow) -> bool:
    return abs((line.left - flow.left) - (flow.right - line.right)) < 6 and line.left - flow.left > 12


def _judge_heading(paragraph: Paragraph, flow: Flow, edge: float, body_height: float) -> None:
    lines = paragraph.lines
    line = lines[0]
    words = line.words if len(lines) == 1 else [word for item in lines for word in item.words]
    count = len(words)
    if count > 30 or len(lines) > 3:
        return
    text = " ".join([word.text for word in words])
    if text[-1] in ".;," and not _PLAIN_HEADING.match(text):
        return
    letters = len(_LETTER.findall(text))
    if letters < 3:
        return
    large = line.height >= 1.15 * body_height
    capital = len(_CAPITAL.findall(text)) >= 0.85 * letters
    named = count <= 14 and bool(_HEADING.match(text))
    if paragraph.mark and not (large or line.bold or (capital and _NUMBERED_HEADING.match(text))):
        return
    if (text[-1] == ":" and not large) or (":" in text and not named) or _NAME.search(text):
        return
    bold = count <= 14 and all(item.bold for item in lines)
    alone = _centred(line, flow) or flow.right - line.right > 0.25 * (flow.right - flow.left)
    if large or bold or (named and (alone or capital)) or (capital and count <= 14 and letters > 3 and alone):
        paragraph.kind = BlockKind.HEADING
        paragraph.level = 1 if line.height >= 1.45 * body_height or text.startswith(("BAB ", "Bab ")) else 2
        if not large and _NUMBERED_HEADING.match(text) and not capital:
            paragraph.level = 3


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
        and bool(_PLAIN_HEADING.match(" ".join(word.text for word in above.words)))
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
        builder.add(piece.text, paragraph.kind, words=piece.words, level=paragraph.level, mark=paragraph.mark)
        index += 1
