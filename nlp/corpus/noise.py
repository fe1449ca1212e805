"""Damages texts as scanning and copying do: letters for digits, split words, lost bullets, lines broken elsewhere."""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from nlp.pages import Page, PageBuilder, Pages

_BULLET = re.compile(r"^\s*[•\-–*▪●]\s+")
_DIGITS = re.compile(r"\d+")


def noisy(pages: Pages, *, seed: int = 20240226, share: float = 0.02) -> Pages:
    """The document with about `share` of its words damaged; the same seed damages the same words."""
    draw = random.Random(f"{seed} {pages.file}")  # noqa: S311 - repeatable damage, no secret
    return replace(pages, pages=tuple(_page(page, draw, share) for page in pages.pages))


def _page(page: Page, draw: random.Random, share: float) -> Page:
    builder = PageBuilder(page.number, page.width, page.height)
    for block in page.blocks:
        text = damaged(page.text[block.start : block.end], draw, share)
        if text.strip():
            builder.add(
                text,
                block.kind,
                level=block.level,
                mark=block.mark,
                table=block.table,
                row=block.row,
                column=block.column,
                row_span=block.row_span,
                column_span=block.column_span,
                header=block.header,
            )
    return builder.build(source=page.source, quality=page.quality, hidden=page.hidden, continues=page.continues)


def damaged(text: str, draw: random.Random, share: float) -> str:
    """`text` with some words changed, at times without its bullet, its lines broken elsewhere."""
    if draw.random() < share:
        text = _BULLET.sub("", text)
    lines = [" ".join(_word(word, draw, share) for word in line.split(" ")) for line in text.split("\n")]
    text = "\n".join(lines)
    return _rebroken(text, draw) if "\n" in text and draw.random() < 0.3 else text


def _word(word: str, draw: random.Random, share: float) -> str:
    if draw.random() >= share or len(word) < 2:
        return word
    changes: list[Callable[[str, random.Random], str]] = [_split, _doubled]
    if _DIGITS.search(word):
        changes = [_letters_for_digits]
    elif word.isupper() and len(word) > 4:
        changes.append(_spaced)
    return draw.choice(changes)(word, draw)


def _letters_for_digits(word: str, draw: random.Random) -> str:
    """`2024` → `2O24`, `12` → `l2`: what OCR reads. One letter a number, so that a reader can still know it."""
    places = [index for index, letter in enumerate(word) if letter in "01"]
    if not places:
        return word
    place = draw.choice(places)
    return word[:place] + {"0": "O", "1": "l"}[word[place]] + word[place + 1 :]


def _split(word: str, draw: random.Random) -> str:
    """A blank in the middle of a long word."""
    if len(word) < 8 or not word.isalpha():
        return word
    place = draw.randrange(3, len(word) - 3)
    return f"{word[:place]} {word[place:]}"


def _doubled(word: str, draw: random.Random) -> str:
    """A blank too many after a word."""
    return word + " "


def _spaced(word: str, draw: random.Random) -> str:
    """`SURABAYA` → `S U R A B A Y A`."""
    return " ".join(word) if word.isalpha() else word


def _rebroken(text: str, draw: random.Random) -> str:
    """The lines of a paragraph broken at another width."""
    words, width = text.split(), draw.randrange(50, 100)
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])
