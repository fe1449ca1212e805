"""Lines of a column as paragraphs, list items and headings, each with its level; and these as blocks of a page."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from nlp.pages import BlockKind, Box, PageBuilder
from nlp.readers.columns import Flow, Line
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
    box: Box | None = None
    joined: bool = False  # goes on in the text line of the paragraph before (a value after its label)

    @property
    def left(self) -> float:
        return self.lines[0].left


def arrange(segments: list[Segment], flows: list[Flow]) -> list[Paragraph]:
    """The page's segments as paragraphs in the order of their flows, with kinds and levels."""
    heights = [segment.height for segment in segments if segment.words for _ in range(len(segment.words))]
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
        paragraph = Paragraph([line], box=flow.box)
        if mark:
            paragraph.kind, paragraph.mark = BlockKind.LIST_ITEM, mark
        found.append(paragraph)
    if flow.box is None:  # of a slide only the title is a heading
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
    text_before = last.text
    ended = text_before.endswith(_SENTENCE_END)
    continues = not ended and _continues(paragraph, before, line, flow)
    if not (last.hyphen or continues) and (room > width + 0.45 * height or _begins_anew(before, line, flow)):
        return False
    if len(before.segments) > 1 and line.left < before.segments[-1].left - height:
        return False  # below the first of several columns
    if _OWN_LINE.match(first.text) or _labelled(line):
        return False
    mark = list_mark(first.text, line.words[1].text if len(line.words) > 1 else "")
    if mark and flow.box is not None:
        return False
    if mark and (ended or text_before.endswith(",") or text_before.casefold() in {"dan", "atau", "dan/atau", "serta", "and", "or"}
                 or first.text in "•-–▪●○◦‣✓"):  # fmt: skip
        return False
    if mark and paragraph.mark and abs(line.left - paragraph.left) < 4:
        return False
    if mark and paragraph.mark is None and (_centred(before, flow) or (before.bold and line.bold)):
        return False
    # Centred lines: both margins differ from the column's on both lines.
    indent = line.left - before.left
    if (
        indent > 0.9 * height
        and not continues
        and (len(paragraph.lines) > 1 or (paragraph.mark is None and room > 2 * height))
    ):
        return False
    if _PLAIN_HEADING.match(" ".join(word.text for word in line.words)) or (
        len(paragraph.lines) == 1 and _PLAIN_HEADING.match(" ".join(word.text for word in before.words))
    ):
        return False
    if before.bold != line.bold and len(paragraph.lines) <= 3:
        return False
    centred = _centred(before, flow) and _centred(line, flow)
    return continues or not (centred and before.left - flow.left > 2 * height)


# A line that ends in one of these, and words that begin the second line of a name: they go on whatever room there was.
_OPEN = frozenset(
    {"dan", "serta", "atau", "di", "ke", "dari", "pada", "untuk", "oleh", "dengan", "bagi", "yang", "dalam", "kepada", "tentang", "antara",
     "terhadap", "sebagai", "and", "or", "of", "for", "the", "to", "in", "&"}
)  # fmt: skip
_LABEL = re.compile(
    r"Nomor|Tanggal|Lampiran|Perihal|Hal|Sifat|Nama|N[IR]P|Jabatan|Tempat|Waktu|Pukul|Hari|Kepada|Tentang|Dari", re.I
)
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.){1,3},?$")
_AGENCY = re.compile(r"(?:Dinas|Badan|Biro|Inspektorat|UPTD?|RSUD|Satuan|Bappeda|Bapenda|Setda)$")
_OFFICE = re.compile(
    r"\b(?:Dinas|Badan|Biro|Bagian|Bidang|Seksi|Kantor|Sekretariat|Balai|UPTD?|Rumah Sakit|RSUD|Pemerintah|Kementerian|Lembaga|Universitas|"
    r"Kabupaten|Provinsi|Kota|Kecamatan|Kelurahan|Unit|Pusat)\b"
)


def _continues(paragraph: Paragraph, before: Line, line: Line, flow: Flow) -> bool:
    """Whether a line goes on with the one before although that one had room: it begins as no paragraph does, or that one is open."""
    first, second = line.words[0].text, line.words[1].text if len(line.words) > 1 else ""
    last = before.words[-1].text
    if flow.box is None and _centred(before, flow) and _centred(line, flow):
        return False  # a title set line by line
    if last.casefold() in _OPEN and len(before.words) > 1:
        return list_mark(first, second) is None
    if last.endswith(",") and _DEGREE.match(first):
        return True
    left = paragraph.lines[-1].left
    axis = abs(before.left + before.right - line.left - line.right) < 5
    return (
        first[0].islower()
        and first.rstrip(",").isalpha()
        and list_mark(first, second) is None
        and (axis or abs(line.left - left) < 1.2 * line.height)
    )


def _labelled(line: Line) -> bool:
    """`Nomor : 800/12`, below another line of the kind."""
    words = [word.text for word in line.words[:3]]
    colon = next((place for place, word in enumerate(words) if word.startswith(":") or word.endswith(":")), None)
    return colon is not None and _LABEL.fullmatch(" ".join(words[: colon + 1]).split(":")[0].strip()) is not None


def _begins_anew(before: Line, line: Line, flow: Flow) -> bool:
    """Whether a line of a slide's text box is one of its own: it begins with a capital, and no name or sentence goes on.

    In a box whose width nobody knows every such line may be one; in others only one behind a full stop or a degree.
    """
    first, last = line.words[0].text, before.words[-1].text
    if flow.box is not None and _AGENCY.match(first) and last[-1] not in ",-/&(":
        return True
    if flow.box is None or (not flow.loose and last[-1] not in _SENTENCE_END):
        return False
    if not first[0].isupper() or last[-1] in ",-/" or (first.isupper() and len(first) > 1) or _OFFICE.match(first):
        return False
    if last[0].isupper() and last[-1] not in _SENTENCE_END:
        # `Indah Sulistiawati`, and below it what she is; longer lines may break within a name.
        short = len(before.words) <= 4 and len(line.words) <= 5
        return short and not last.isupper() and _OFFICE.search(" ".join(word.text for word in before.words)) is None
    return True


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
        builder.add(piece.text, paragraph.kind, words=piece.words, level=paragraph.level, mark=paragraph.mark,
                    box=paragraph.box)  # fmt: skip
        index += 1
