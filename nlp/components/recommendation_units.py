"""The pieces of text that may be a recommendation: list items, paragraphs, cells, notes; whole, though a page or a slide broke them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlp.extraction import Evidence
from nlp.pages import Block, BlockKind
from nlp.source import Source, SourceBlock

BULLETS = "•‣◦●○▪▫■□◆◇❖➢➤►▶✓✔☑✅→⇒»§·∙*–—-"
MARK = re.compile(
    rf"\s*(?:(?P<bullet>[{re.escape(BULLETS)}]+(?=\s)|[{re.escape(BULLETS[:-4])}]+|o(?=\s+[A-Z]))"
    r"|(?P<paren>\((?:\d{1,2}|[a-z]|[ivx]{2,5})\))"
    r"|(?P<digit>\d{1,2})(?P<digit_end>[.)])(?=\s)(?!\s*\d)"
    r"|(?P<roman>[IVXLivxl]{2,6}|[IVXivx])(?P<roman_end>[.)])(?=\s)"
    r"|(?P<letter>[a-zA-Z])(?P<letter_end>[.)])(?=\s+\S{2}))\s*"
)
_TERMINAL = (".", ";", ":", "!", "?", "”", '"')
_INITIAL = re.compile(r"\s*[A-Z]\.\s+[A-Z][\w' ]+,\s+[A-Z]")  # `T. Zulfikar, S.E.`
SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']?\s+(?=[“\"‘']?[A-Z0-9(])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|dr|Drs|Dra|Ir|H|Hj|Prof|No|Nomor|hal|Hal|dll|dsb|dst|a\.n|u\.p|s\.d|Jl|St|Kab|Prov|Kec|Tk|Gol|Sdr|Sdri|Yth|Abd|Muh|M|PT|CV|Plt|Pj|Plh|Rp|cq|c\.q|[A-Z]|S\.[A-Z]\w{0,3}|M\.[A-Z]\w{0,3})\.)$"
)
_SPACE = re.compile(r"\s+")
_BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_CONTINUED = re.compile(r"\(?\b(?:lanjutan|continued|sambungan)\b\)?|\(\d+\s*/\s*\d+\)", re.IGNORECASE)


@dataclass(slots=True)
class Unit:
    """One piece of text. `pieces`: its offsets in the whole text; more than one where a page, a slide or a column broke it.

    `mark_kind`: what marks it as a list item (`bullet`, `1.`, `a)` …), None for a plain paragraph. `level`: of a heading or a
    list item as the reader gives it. `owner`: the block it comes from.
    """

    kind: BlockKind
    pieces: list[tuple[int, int]]
    text: str
    mark_kind: str | None
    level: int | None
    owner: Block
    page: int
    leading: str = ""
    children: list["Unit"] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    def evidence(self, source: Source) -> Evidence:
        """The evidence of the whole unit; of its longest piece where pages part it."""
        if len({source.page_at(start).number for start, _ in self.pieces}) > 1:
            start, end = max(self.pieces, key=lambda piece: piece[1] - piece[0])
            return source.evidence(start, end)
        return source.evidence(self.start, self.end)


def flat(text: str) -> str:
    """`text` on one line, a word broken by a hyphen at the line's end put together."""
    return _SPACE.sub(" ", _BROKEN_WORD.sub("", text)).strip()


def mark_of(text: str) -> tuple[int, str | None]:
    """How many characters the bullet or number at the beginning of `text` takes, and its kind; (0, None) without one."""
    match = MARK.match(text)
    if match is None or match.end() >= len(text):
        return 0, None
    if match["bullet"]:
        return match.end(), "bullet"
    if match["paren"]:
        return match.end(), "(1)" if match["paren"][1].isdigit() else "(a)"
    if match["digit"]:
        return match.end(), "1" + match["digit_end"]
    if match["roman"]:
        kind = "I" if match["roman"].isupper() else "i"
        return match.end(), kind + match["roman_end"]
    kind = "A" if match["letter"].isupper() else "a"
    return match.end(), kind + match["letter_end"]


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the lines of `text` that hold something."""
    position = 0
    for line in text.split("\n"):
        if line.strip():
            yield position, position + len(line)
        position += len(line) + 1


def split_marked(text: str) -> list[tuple[int, int, str | None]]:
    """`text` cut before every line that begins with a mark: (start, end, kind of mark), the mark left out of the slice."""
    parts: list[tuple[int, int, str | None]] = []
    for start, end in lines(text):
        length, kind = mark_of(text[start:end])
        if kind in {"A.", "I."} and _INITIAL.match(text[start:end]):
            kind = None
        if kind in {"A.", "I."} and parts and _is_initial(text, start, parts[-1][1]):
            kind = None
        if kind is not None or not parts:
            parts.append((start + (length if kind else 0), end, kind))
        else:
            first, _, before = parts[-1]
            parts[-1] = (first, end, before)
    return parts


def _is_initial(text: str, start: int, before: int) -> bool:
    """A capital letter and a full stop at a line's start belong to a name when the line before is unfinished."""
    return not text[:before].rstrip().endswith(_TERMINAL)


def units_of(source: Source) -> list[Unit]:
    """Every unit in reading order; running heads left out, what a break parted joined."""
    found: list[Unit] = []
    running = _running(source)
    for item in source.blocks:
        if item.block.kind is BlockKind.RUNNING or item.page.hidden:
            continue
        if item.block.kind is BlockKind.PARAGRAPH and (
            item.text.strip() in running or item.text.strip() == str(item.page.number)
        ):
            continue
        for unit in _of_block(item):
            before = _open_before(found, unit)
            if before is not None and _goes_on(before, unit, source.pages.format, landscape=_is_landscape(item)):
                before.pieces.extend(unit.pieces)
                before.text = f"{before.text} {unit.text}"
            else:
                found.append(unit)
    return found


def _running(source: Source) -> frozenset[str]:
    """Short lines that most pages repeat: footers that the reader did not mark."""
    pages: dict[str, set[int]] = {}
    for item in source.blocks:
        if item.block.kind is BlockKind.PARAGRAPH and len(item.text) < 90:
            pages.setdefault(item.text.strip(), set()).add(item.page.number)
    least = max(3, len(source.pages.pages) // 2)
    return frozenset(text for text, numbers in pages.items() if len(numbers) >= least)


def _is_landscape(item: SourceBlock) -> bool:
    """A slide exported as a page: its text seldom goes on overleaf."""
    return (item.page.width or 0) > (item.page.height or 1)


def _of_block(item: SourceBlock) -> Iterator[Unit]:
    block = item.block
    if block.kind in (BlockKind.CELL, BlockKind.HEADING):
        length, kind = mark_of(item.text) if block.kind is BlockKind.HEADING else (0, None)
        yield Unit(
            block.kind,
            [(item.start, item.end)],
            flat(item.text),
            None,
            block.level,
            block,
            item.page.number,
            block.mark or (kind if length else "") or "",
        )
        return
    parts = split_marked(item.text)
    for index, (start, end, kind) in enumerate(parts):
        text = flat(item.text[start:end])
        if not text:
            continue
        mark_kind = kind
        if index == 0 and kind is None and (block.mark or block.kind is BlockKind.LIST_ITEM):
            mark_kind = mark_of(f"{block.mark} x")[1] if block.mark else "bullet"
            mark_kind = mark_kind or "bullet"
        yield Unit(
            block.kind,
            [(item.start + start, item.start + end)],
            text,
            mark_kind,
            block.level if block.kind is BlockKind.LIST_ITEM else None,
            block,
            item.page.number,
        )


def _open_before(found: list[Unit], unit: Unit) -> Unit | None:
    """The unit that `unit` may go on: the one before; after a page break the one before the repeated title."""
    for before in reversed(found[-3:]):
        if before.kind is BlockKind.HEADING and before.page == unit.page and _CONTINUED.search(before.text):
            continue
        return before
    return None


def _goes_on(before: Unit, unit: Unit, file_format: str, *, landscape: bool) -> bool:
    if unit.mark_kind is not None and not (unit.text[:1].islower() and unit.mark_kind == "bullet"):
        return False
    if BlockKind.CELL in (before.kind, unit.kind) or BlockKind.HEADING in (before.kind, unit.kind):
        return False
    if (before.kind is BlockKind.NOTE) != (unit.kind is BlockKind.NOTE) or before.text.endswith(_TERMINAL):
        return False
    if unit.mark_kind == "bullet":
        # A bulleted list in lower case is usual; only what begins with a conjunction on the next slide is a rest.
        return unit.page != before.page and bool(re.match(r"(?:dan|serta|atau|yang|untuk|agar|dengan)\b", unit.text))
    if file_format in {"pptx", "ppt", "odp"} and unit.page == before.page:
        return False
    if unit.text[:1].islower():
        return True
    if before.mark_kind is not None and unit.text[:1].isdigit() and unit.page == before.page:
        return file_format in {"pdf", "image"} and unit.text.endswith((".", ";"))
    if unit.page == before.page or file_format != "pdf" or landscape:
        return False
    return (
        len(before.text) > 60 and before.text[-1].isalnum() and (unit.text.endswith(_TERMINAL) or len(unit.text) > 80)
    )


def sentences_of(source: Source, unit: Unit) -> Iterator[tuple[int, int]]:
    """The sentences of a unit as offsets in the whole text."""
    for first, last in unit.pieces:
        text = source.text[first:last]
        start = 0
        for match in SENTENCE_END.finditer(text):
            if _ABBREVIATION.search(text[start : match.start()]):
                continue
            yield (
                first + start,
                first + match.start() + len(match.group().rstrip())
                if match.group()[:1] in "”\"’'"
                else first + match.start(),
            )
            start = match.end()
        if text[start:].strip():
            yield first + start, last
