"""Lines as one running text with the places of its words: joined by blanks, or over the hyphen of a word that a line's end cut."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from nlp.pages import Placed
from nlp.readers.lines import Line
from nlp.readers.segments import Token

_KEPT_PREFIXES = frozenset(
    {"non", "pra", "anti", "e", "ke", "se", "sub", "twenty", "thirty", "forty", "fifty", "sixty", "co", "multi"}
)


@dataclass(slots=True)
class Piece:
    """Text under construction with its words' places."""

    parts: list[str] = field(default_factory=list)
    words: list[Placed] = field(default_factory=list)
    length: int = 0

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def line(self, words: Sequence[Token]) -> None:
        """Append a line's words."""
        if self.parts and self.parts[-1] != "\n":
            self.put(" ")
        self._add(words)

    def _add(self, words: Sequence[Token]) -> None:
        start = self.length
        append = self.words.append
        for word in words:
            end = start + len(word.text)
            shown = word.shown
            append(
                (start, end, word.left, word.top, word.right, word.bottom, word.confidence)
                if shown is None
                else (start, end, shown.left, shown.top, shown.right, shown.bottom, word.confidence)
            )
            start = end + 1
        self.put(" ".join([word.text for word in words]))

    def joined(self, lines: Iterable[Line], known: Container[str] = ()) -> None:
        """Append lines as one text line, joined by blanks or over hyphens."""
        for line in lines:
            words = line.words
            if not words:
                continue
            if self.parts and self.parts[-1] != "\n":
                self._join(words[0], known)
            self._add(words)

    def _join(self, word: Token, known: Container[str]) -> None:
        before = self.parts[-1]
        if _is_cut(before[-24:].rpartition(" ")[2], word.text):
            return
        if not (before.endswith("-") and len(before) > 1 and before[-2].isalnum()):
            self.put(" ")
        elif _hyphenation(before[:-1].rpartition(" ")[2], word.text, known):
            self.parts[-1] = before[:-1]
            self.length -= 1
            start, end, *place = self.words[-1]
            self.words[-1] = (start, end - 1, *place)  # type: ignore[assignment]  # the same numbers

    @property
    def text(self) -> str:
        return "".join(self.parts)


# What no Indonesian word is, but what one ends with; the last figures of a year in a number (`…/BKPSDM/20` + `25`).
_ENDING = re.compile(r"(?:[b-hj-z]|k?an|nya)(?=[^\w-]|$)")
_WORD_BEGUN = re.compile(r"[A-Z]?[a-z]{3,}$")
_YEAR_BEGUN = re.compile(r"/\w*?(?<!\d)(?:19\d?|20[0-4]?|[12])$")


def _is_cut(before: str, after: str) -> bool:
    """Whether a narrow column cut a word without a hyphen: `Membangu` + `n`, `menyampaik` + `an`."""
    if after[0].isdigit():
        begun = _YEAR_BEGUN.search(before)
        figures = re.match(r"\d+", after)
        return begun is not None and figures is not None and len(re.findall(r"\d+$", before)[0] + figures.group()) == 4
    return _ENDING.match(after) is not None and _WORD_BEGUN.search(before) is not None


def _hyphenation(before: str, after: str, known: Container[str]) -> bool:
    """Whether the hyphen at a line's end only cuts a word: `kesepa-` + `katan`, but not `undang-` + `undang` or `2023-` + `2025`."""
    head = re.split(r"[^\w]", before)[-1]
    tail = re.match(r"\w*", after)
    rest = tail.group() if tail else ""
    if not head.isalpha() or not rest.isalpha() or not rest[0].islower() or head.isupper():
        return False
    low, end = head.casefold(), rest.casefold()
    whole = low + end
    if whole in known:
        return True
    if f"{low}-{end}" in known or low in _KEPT_PREFIXES or len(low) == 1:
        return False
    return not _reduplicated(low, end)


def _reduplicated(before: str, after: str) -> bool:
    """`undang` + `undangan`, `sekurang` + `kurangnya`, `sayur` + `mayur`: the halves share their core."""
    size = min(len(before), len(after))
    if size >= 3:
        for length in range(size, 2, -1):
            if length < 3 or length < 0.55 * size:
                break
            if before[-length:] in after or after[:length] in before:
                return True
    return False
