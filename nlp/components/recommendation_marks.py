"""A unit of text and the marks that begin one: bullets, numbers, letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from nlp.extraction import Evidence
from nlp.pages import Block, BlockKind
from nlp.source import Source

BULLETS = "›•‣◦●○▪▫■□◆◇❖➢➤►▶✓✔☑✅→⇒»§·∙>~+*–—-"
# Signs and pictures that typists use as bullets; the letters are what Wingdings' arrows and ticks become in plain text.
_SIGNS = r"(?:[\u2190-\u21ff\u25a0-\u27bf\U0001f300-\U0001faff]\ufe0f?)+(?=\s)|[ovqüØ](?=\s+[A-Z])|=>|->"
MARK = re.compile(
    rf"\s*(?:(?P<bullet>[{re.escape(BULLETS)}]+(?=\s)|[{re.escape(BULLETS[:-7])}]+|{_SIGNS})"
    r"|(?P<named>(?i:butir|poin|usul(?:an)?|saran|rekomendasi)\s+(?:ke-?)?\d{1,2}\s*[.:)])(?=\s+\S)"
    r"|(?P<coded>(?:R|RK|RT|RTL|PR|U|US|T|TL|S)-?\d{1,2})[.):]?(?=\s+[A-Z][a-z])"
    r"|(?P<deep>[1-9]\d?(?:\.[1-9]\d?){1,3}\.?)(?=\s+[^\W\d])"
    r"|(?P<paren>\((?:\d{1,2}|[a-z]|[ivx]{2,5})\))"
    r"|(?P<digit>\d{1,2})(?P<digit_end>[.)])(?=\s)(?!\s*\d)"
    r"|(?P<roman>[IVXLivxl]{2,6}|[IVXivx])(?P<roman_end>[.)])(?=\s)"
    r"|(?P<letter>[a-zA-Z])(?P<letter_end>[.)])(?=\s+\S{2}))\s*"
)
TERMINAL = (".", ";", ":", "!", "?", "”", '"')
# `slide 6 -- WHAT'S NEXT?` in a text typed from slides.
TYPED_SLIDE = re.compile(r"\W{0,4}(?:slide|salindia|layar|tayangan)\s+(?:ke-?\s?)?\d{1,2}\b(?=\W|$)", re.IGNORECASE)
_INITIAL = re.compile(r"\s*[A-Z]\.\s+[A-Z][\w' ]+,\s+[A-Z]")  # `T. Zulfikar, S.E.`
_SENDER = re.compile(
    r"\[?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AP]M)?\]?\s+(?:[-–]\s+)?[^:\n]{2,40}:\s+(?=\S)"
)
_BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


@dataclass(slots=True)
class Unit:
    """One piece of text. `pieces`: its offsets in the whole text; more than one where a page, a slide or a column broke it.

    `mark_kind`: what marks it as a list item (`bullet`, `1.`, `a)` …), None for a plain paragraph. `level`: of a heading or a
    list item as the reader gives it. `owner`: the block it comes from. `inside`: a box of a slide among boxes of actions, no heading.
    `heading`: what `is_heading` found, which half a dozen components ask; None before. `stretches`: what `stretches_of` found.
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
    inside: bool = False
    heading: bool | None = field(default=None, compare=False, repr=False)
    stretches: Sequence[Any] | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    def written(self, source: Source) -> str:
        """The text as it stands, its pieces joined by blanks."""
        return " ".join([source.text[start:end] for start, end in self.pieces])

    def places(self, first: int, last: int) -> tuple[tuple[int, int], ...]:
        """Where `written()[first:last]` stands in the whole text: one place, or one on each page."""
        found = []
        position = 0
        for start, end in self.pieces:
            low, high = max(start, start + first - position), min(end, start + last - position)
            if low < high:
                found.append((low, high))
            position += end - start + 1
        return tuple(found)

    def evidence(self, source: Source) -> Evidence:
        """The evidence of the whole unit; of its longest piece where pages part it."""
        if len({source.page_at(start).number for start, _ in self.pieces}) > 1:
            start, end = max(self.pieces, key=lambda piece: piece[1] - piece[0])
            return source.evidence(start, end)
        return source.evidence(self.start, self.end)


def flat(text: str) -> str:
    """`text` on one line, a word broken by a hyphen at the line's end put together."""
    return " ".join((_BROKEN_WORD.sub("", text) if "\n" in text else text).split())


def end_of_sender(text: str) -> int:
    """Where the message begins behind `03/11/24 19.02 - Rina O: ` in an exported chat; 0 elsewhere."""
    match = _SENDER.match(text)
    return match.end() if match else 0


def begins_message(source: Source, unit: "Unit") -> bool:
    """The unit is the first of a message in an exported chat."""
    line = source.text.rfind("\n", 0, unit.start) + 1
    sender = _SENDER.match(source.text, line, unit.end) if line < unit.start else None
    return sender is not None and sender.end() == unit.start


def mark_of(text: str) -> tuple[int, str | None]:
    """How many characters the bullet or number at the beginning of `text` takes, and its kind; (0, None) without one."""
    match = MARK.match(text)
    if match is None or match.end() >= len(text):
        return 0, None
    if match["bullet"]:
        return match.end(), "bullet"
    if match["named"] or match["coded"]:
        return match.end(), "n."
    if match["deep"]:
        return match.end(), "1.1"
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
    return not text[:before].rstrip().endswith(TERMINAL)
