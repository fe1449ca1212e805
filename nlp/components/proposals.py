"""Proposals: how likely each piece of text is a recommendation, by a trained classifier.

The classifier is a spaCy `textcat` (bag of words, linear) over what `features` makes of a piece: its stems, the heading
above it, the kind of place it stands in, and what the word lists say of it. `make train` trains it from the corpus;
`nlp/model/proposals` holds it. The rules of `recommendation_sections` and these probabilities decide together.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import spacy
import Stemmer
from spacy.language import Language
from spacy.pipeline import TextCategorizer
from spacy.tokens import Doc

from nlp import untokenized
from nlp.bag_of_words import probabilities
from nlp.components.recommendation_cells import parts_of, said_at
from nlp.components.recommendation_heading_words import (
    AIMS,
    AVOID,
    BOUNDARY,
    MIXED,
    opens_section,
)
from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_sentences import stretches_of
from nlp.components.recommendation_units import units_of
from nlp.components.recommendation_words import (
    bare_heading,
    first_words,
    has_modal,
    is_action,
    is_own_voice,
    is_passive,
    is_rejected,
    is_state,
    is_weak,
    of_others,
    speaks_of_proposing,
)
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.pages import BlockKind
from nlp.source import Source

MODEL = Path(__file__).parents[1] / "model"
_LONGEST = 60  # words of a piece that count
_HEADING_WORDS = 8
_PROSE = 400  # characters; a longer cell is a column of the page's layout
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
    before: str = ""  # the text just before it
    share: float = 0.0  # how much of the document stands before it, 0–1


def features(piece: Piece) -> list[str]:
    """The words that stand for a piece in the classifier: what surrounds it, what the word lists say of it, its stems."""
    words = _words(piece.text)
    first = first_words(piece.text)
    return [
        f"@place={piece.place}",
        f"@kind={piece.kind.value}",
        f"@share={int(piece.share * 5)}",
        f"@length={min(len(words), 40) // 5}",
        *(f"@first={_stem(word)}" for word in first[:2]),
        *(f"@form={_form(word)}" for word in first[:1]),
        *_around(piece),
        *(name for name, holds in _SAYS if holds(piece.text)),
        *map(_stem, words[:_LONGEST]),
    ]


@lru_cache(maxsize=512)  # the pieces below one heading ask alike
def _above(headings: tuple[str, ...], place_of_piece: str, column: str | None) -> tuple[str, ...]:
    """What the headings and the column's header say."""
    return tuple(_said_above(headings, place_of_piece, column))


def _said_above(headings: tuple[str, ...], place_of_piece: str, column: str | None) -> Iterator[str]:
    heading = next(iter(headings), "")
    place = next((str(depth) for depth, line in enumerate(headings[:3]) if opens_section(line)), None)
    if place is not None:
        yield "@opened"
        yield f"@opened={place}"
        yield f"@opened&{place_of_piece}"
    if place is None and BOUNDARY.match(bare_heading(heading)):
        yield "@elsewhere"
    if place is None and AIMS.search(heading):
        yield "@aims"
    if AVOID.match(bare_heading(heading)):
        yield "@avoid"
    if MIXED.search(heading):
        yield "@mixed"
    if column:
        yield "@column" if opens_section(column) else "@other_column"
    yield from (f"@h={_stem(word)}" for word in _words(heading)[:_HEADING_WORDS])
    yield from (f"@c={_stem(word)}" for word in _words(column or "")[:4])


def _around(piece: Piece) -> Iterator[str]:
    """What the headings, the column's header and the text before say."""
    yield from _above(piece.headings, piece.place, piece.column)
    if piece.before.endswith(":"):
        yield "@led"
    if piece.before:
        yield from (name for name, holds in _SAYS_BEFORE if holds(piece.before))


_FORMS = (
    ("me", re.compile(r"me[a-z]{4,}$")),
    ("di", re.compile(r"di[a-z]{4,}$")),
    ("ber", re.compile(r"ber[a-z]{3,}$")),
    ("ter", re.compile(r"ter[a-z]{3,}$")),
    ("nya", re.compile(r"[a-z]{3,}nya$")),
    ("pe-an", re.compile(r"(?:pe|ke)[a-z]{3,}an$")),
    ("kan", re.compile(r"[a-z]{3,}kan$")),
    ("isasi", re.compile(r"[a-z]{3,}[aio]si$")),
)


def _form(word: str) -> str:
    """How a word is built: by its prefix or ending."""
    return next((name for name, pattern in _FORMS if pattern.match(word)), "plain")


_SAYS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("@action", is_action),
    ("@modal", has_modal),
    ("@proposes", speaks_of_proposing),
    ("@own", is_own_voice),
    ("@passive", is_passive),
    ("@weak", is_weak),
    ("@state", is_state),
    ("@rejected", is_rejected),
    ("@others", of_others),
    ("@done", re.compile(r"\b(?:telah|sudah|pernah|sejak)\b", re.IGNORECASE).search),
    ("@figure", re.compile(r"\d[.,]\d").search),
    ("@year", re.compile(r"\b20\d\d\b").search),
    ("@semicolon", re.compile(r";\s*(?:dan|serta)?$").search),
    ("@stop", re.compile(r"\.$").search),
    ("@colon", lambda text: ":" in text),
    ("@quoted", lambda text: "”" in text or '"' in text or text.startswith("“")),
    ("@lower", lambda text: "a" <= text[:1] <= "z"),
)

_SAYS_BEFORE = (
    ("@after_action", is_action),
    ("@after_proposal", speaks_of_proposing),
    ("@after_modal", has_modal),
)


def pieces_of(source: Source, units: Sequence[Unit], kind: Kind) -> Iterator[Piece]:
    """Every piece of the document that may be a recommendation: items, cells, notes, and the sentences of paragraphs."""
    headings: list[str] = []
    before = ""
    whole = max(1, len(source.text))
    for unit in units:
        if is_heading(unit):
            headings = [unit.text, *headings[:2]]
            before = ""
            continue
        for start, end, text, place in _cut(source, unit):
            column = unit.owner.header if place == "cell" else None
            yield Piece(start, end, text, place, tuple(headings), column, kind, before, start / whole)
            before = text


def _cut(source: Source, unit: Unit) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, text and place of each piece of a unit."""
    if unit.kind is BlockKind.CELL:
        if len(unit.text) > _PROSE:
            yield from ((part.start, part.end, part.text, "sentence") for part in stretches_of(source, unit))
            return
        parts = list(parts_of(source, unit))
        for pieces in parts:
            text = unit.text if len(parts) == 1 else said_at(source, pieces)
            yield pieces[0][0], pieces[-1][1], text, "cell"
        return
    if unit.mark_kind is not None:
        yield unit.start, unit.end, unit.text, "item"
        return
    place = "note" if unit.kind is BlockKind.NOTE else "paragraph"
    stretches = stretches_of(source, unit)
    if len(stretches) == 1:
        yield unit.start, unit.end, unit.text, place
        return
    for stretch in stretches:
        yield stretch.start, stretch.end, stretch.text, "item" if stretch.lead is not None else "sentence"


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def may_be(piece: Piece) -> bool:
    """Whether a piece is worth judging: it has words enough, and it is a list item, or a cue in it or above it speaks for a recommendation."""
    return piece.text.count(" ") > 0 and (
        piece.place == "item"
        or any(opens_section(line) for line in piece.headings)
        or opens_section(piece.column or "")
        or is_action(piece.text)
        or has_modal(piece.text)
    )


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


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
        if facts.kind not in (Kind.MOU, Kind.AGREEMENT):
            facts.units = units_of(source)
            pieces = [piece for piece in pieces_of(source, facts.units, facts.kind) if may_be(piece)]
            if self.trained is not None:
                facts.proposals = Judged(pieces, judge(self.trained, pieces))
        return doc


def judge(trained: Language, pieces: Sequence[Piece]) -> list[float]:
    """The probability of each piece, 0–1."""
    textcat = trained.get_pipe("textcat")
    assert isinstance(textcat, TextCategorizer)
    if not pieces:
        return []
    column = textcat.labels.index(LABEL)
    return [float(row[column]) for row in probabilities(textcat, [features(piece) for piece in pieces])]


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
    if not (folder / "config.cfg").exists():
        return None
    return spacy.load(folder, exclude=["tokenizer"], config=untokenized.CONFIG)


@Language.factory("proposals")
def make_proposals(nlp: Language, name: str) -> Proposals:
    """The component that sets `facts.proposals`."""
    return Proposals(load("proposals"))
