"""Proposals: how likely each piece of text is a recommendation, by a trained classifier.

The classifier is a spaCy `textcat` (bag of word pairs, linear) over what `features` makes of a piece: its stems, the heading
above it, the kind of place it stands in, and what the word lists say of it. `make train` trains it from the corpus;
`nlp/model/proposals` holds it. The rules of `recommendation_sections` and these probabilities decide together.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
import Stemmer
from spacy.language import Language
from spacy.pipeline import TextCategorizer
from spacy.tokens import Doc

from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_units import Unit, flat, sentences_of, units_of
from nlp.components.recommendation_words import (
    MODAL,
    PROPOSES,
    first_words,
    is_action,
    is_rejected,
    is_state,
    of_others,
    opens_section,
)
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.pages import BlockKind
from nlp.source import Source

MODEL = Path(__file__).parents[1] / "model"
_LONGEST = 60  # words of a piece that count
_HEADING_WORDS = 8
LABEL = "PROPOSAL"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that may be a recommendation and where it stands. `place`: item | paragraph | sentence | cell | note."""

    start: int
    end: int
    text: str
    place: str
    headings: tuple[str, ...] = ()  # nearest first
    column: str | None = None  # the header of the cell's column
    kind: Kind = Kind.REPORT


def features(piece: Piece) -> list[str]:
    """The words that stand for a piece in the classifier."""
    stem = _stemmer().stemWord
    found = [f"@place={piece.place}", f"@kind={piece.kind.value}"]
    heading = next(iter(piece.headings), "")
    if any(opens_section(line) for line in piece.headings[:2]):
        found.append("@opened")
    found += [f"@h={stem(word)}" for word in _words(heading)[:_HEADING_WORDS]]
    found += [f"@c={stem(word)}" for word in _words(piece.column or "")[:4]]
    text = piece.text
    for name, holds in (
        ("@action", is_action(text)),
        ("@modal", MODAL.search(text)),
        ("@proposes", PROPOSES.search(text)),
        ("@state", is_state(text)),
        ("@rejected", is_rejected(text)),
        ("@others", of_others(text)),
    ):
        if holds:
            found.append(name)
    words = _words(text)
    found.append(f"@length={min(len(words), 40) // 5}")
    found += [f"@first={word}" for word in first_words(text)[:2]]
    found += [stem(word) for word in words[:_LONGEST]]
    return found


def pieces_of(source: Source, units: Sequence[Unit], kind: Kind) -> Iterator[Piece]:
    """Every piece of the document that may be a recommendation: items, cells, notes, and the sentences of paragraphs."""
    headings: list[str] = []
    for unit in units:
        if is_heading(unit):
            headings = [unit.text, *headings[:2]]
            continue
        above = tuple(headings)
        if unit.kind is BlockKind.CELL:
            yield Piece(unit.start, unit.end, unit.text, "cell", above, unit.owner.header, kind)
        elif unit.mark_kind is not None:
            yield Piece(unit.start, unit.end, unit.text, "item", above, kind=kind)
        else:
            place = "note" if unit.kind is BlockKind.NOTE else "paragraph"
            parts = list(sentences_of(source, unit))
            if len(parts) == 1 or len(unit.pieces) > 1:
                yield Piece(unit.start, unit.end, unit.text, place, above, kind=kind)
                continue
            for start, end in parts:
                yield Piece(start, end, flat(source.text[start:end]), "sentence", above, kind=kind)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def may_be(piece: Piece) -> bool:
    """Whether a piece is worth judging: it has words enough, and a cue in it or above it speaks for a recommendation."""
    return piece.text.count(" ") > 0 and (
        any(opens_section(line) for line in piece.headings)
        or opens_section(piece.column or "")
        or is_action(piece.text)
        or bool(MODAL.search(piece.text))
    )


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("indonesian")


class Proposals:
    """Fills `facts.proposals`: the pieces of the document with their probability. Agreements have none."""

    def __init__(self, trained: Language | None) -> None:
        self.trained = trained

    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind not in (Kind.MOU, Kind.AGREEMENT, Kind.OTHER):
            facts.units = units_of(source)
            pieces = [piece for piece in pieces_of(source, facts.units, facts.kind) if may_be(piece)]
            if self.trained is not None:
                facts.proposals = Judged(pieces, judge(self.trained, pieces))
        return doc


def judge(trained: Language, pieces: Sequence[Piece]) -> list[float]:
    """The probability of each piece, 0–1."""
    textcat = trained.get_pipe("textcat")
    assert isinstance(textcat, TextCategorizer)
    docs = [Doc(trained.vocab, words=features(piece)) for piece in pieces]
    if not docs:
        return []
    column = textcat.labels.index(LABEL)
    return [float(row[column]) for row in textcat.predict(docs)]


class Judged:
    """Pieces with their probabilities, found by where they stand."""

    def __init__(self, pieces: Sequence[Piece], probabilities: Sequence[float]) -> None:
        rows = sorted(zip(pieces, probabilities, strict=True), key=lambda row: row[0].start)
        self.rows = rows
        self._starts = [piece.start for piece, _ in rows]

    def within(self, start: int, end: int) -> float | None:
        """The highest probability of the pieces that overlap `start`–`end`; None where there is none."""
        index = max(0, bisect_right(self._starts, start) - 1)
        best: float | None = None
        while index < len(self.rows) and self._starts[index] < end:
            piece, probability = self.rows[index]
            if piece.end > start and (best is None or probability > best):
                best = probability
            index += 1
        return best


def load(name: str) -> Language | None:
    """A trained part of `nlp/model`; None where it has not been trained yet."""
    folder = MODEL / name
    return spacy.load(folder) if (folder / "config.cfg").exists() else None


@Language.factory("proposals")
def make_proposals(nlp: Language, name: str) -> Proposals:
    """The component that sets `facts.proposals`."""
    return Proposals(load("proposals"))
