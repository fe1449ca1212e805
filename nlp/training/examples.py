"""Labelled pieces out of the corpus: which pieces of a document are recommendations, and what those are about."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.components.proposals import Piece, may_be, pieces_of
from nlp.components.recommendation_units import units_of
from nlp.corpus.noise import noisy
from nlp.corpus.yardstick import word_f1
from nlp.extraction import Kind
from nlp.pages import Pages
from nlp.readers import read
from nlp.source import Source

CORPUS = Path(__file__).parents[1] / "corpus"
PARTS = ("train", "dev")  # of the corpus, to learn from
_SAME = 0.75  # word F1 from which a piece is the gold's recommendation: the yardstick's own
_NEITHER = 0.4  # between the two it is a part of one or holds several: not used
_NOISY = 3  # every so many documents are learned from a second time, as scanning would have damaged them


@dataclass(frozen=True, slots=True)
class Labelled:
    """A piece, whether it is a recommendation, its topic if so, and the family of its document (a corpus folder)."""

    piece: Piece
    proposal: bool
    topic: str | None
    family: str


def gold_files(parts: tuple[str, ...], more: Sequence[Path] = ()) -> list[Path]:
    """The lists of labelled documents of the corpus's parts, and of folders that `flask corpus export` writes."""
    own = sorted(path for part in parts for path in (CORPUS / part).rglob("gold.json"))
    return [*own, *(folder / "gold.json" for folder in more)]


def labelled(parts: tuple[str, ...], more: Sequence[Path] = ()) -> Iterator[Labelled]:
    """Every piece of the parts' documents that the classifier would be asked about, except what is neither one nor none.

    `more`: folders with a `gold.json` beside its documents, such as `flask corpus export` writes.
    """
    number = 0
    for gold_file in gold_files(parts, more):
        family = str(gold_file.parent)
        for entry in json.loads(gold_file.read_text("utf-8")):
            if "recommendations" not in entry["gold"]:
                continue
            pages = read(gold_file.parent / entry["file"])
            yield from _of_document(pages, entry, family)
            number += 1
            if number % _NOISY == 0:
                yield from _of_document(noisy(pages), entry, family)


def _of_document(pages: Pages, entry: dict[str, Any], family: str) -> Iterator[Labelled]:
    source = Source(pages)
    kind = Kind(entry["gold"]["kind"])
    if kind in (Kind.MOU, Kind.AGREEMENT):
        return
    gold = [
        (text, item.get("topic"))
        for item in entry["gold"]["recommendations"]
        for text in [item["text"], *item.get("text_also_ok", [])]
    ]
    unsure = [text for text in (entry.get("also_ok") or {}).get("recommendations") or [] if isinstance(text, str)]
    for piece in pieces_of(source, units_of(source), kind):
        if not may_be(piece):
            continue
        score, topic = max(((word_f1(text, piece.text), topic) for text, topic in gold), default=(0.0, None))
        if score >= _SAME:
            yield Labelled(piece, True, topic, family)
        elif score < _NEITHER and not any(word_f1(text, piece.text) >= _NEITHER for text in unsure):
            yield Labelled(piece, False, None, family)
