"""`python -m nlp.training.compare`: recommendations by rules alone, by the classifier alone, and by both.

Each document is judged by a classifier that was trained without its family. Below stands how often the recommendations of one
confidence are right: the table from which `CALIBRATED` in `nlp.components.recommendations` is read. `--misses` lists what both get wrong.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from nlp import pipeline
from nlp.components.proposals import LABEL, Judged, features, judge, may_be, pieces_of
from nlp.components.recommendation_units import units_of
from nlp.components.recommendations import find_recommendations
from nlp.corpus.yardstick import word_f1
from nlp.extraction import Kind, Recommendation
from nlp.facts import Facts
from nlp.readers import read
from nlp.source import Source
from nlp.training.__main__ import train
from nlp.training.examples import CORPUS, labelled
from nlp.training.folds import folds

WAYS = ("rules alone", "classifier alone", "both")
_SAME = 0.75
_BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with the facts that recommendations need."""

    source: Source
    facts: Facts
    entry: dict[str, Any]
    family: str


@dataclass(slots=True)
class Score:
    """Counts of one way. `given`: the confidence of each recommendation and whether it is right; `remarks`: what is wrong."""

    found: int = 0
    false: int = 0
    missed: int = 0
    given: list[tuple[float, bool]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def line(self) -> str:
        precision = self.found / max(1, self.found + self.false)
        recall = self.found / max(1, self.found + self.missed)
        f1 = 2 * self.found / max(1, 2 * self.found + self.false + self.missed)
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def prepared(parts: tuple[str, ...]) -> Iterator[Prepared]:
    """The documents of the corpus parts, understood up to the recommendations."""
    built = pipeline.build()
    for gold_file in sorted(path for part in parts for path in (CORPUS / part).rglob("gold.json")):
        for entry in json.loads(gold_file.read_text("utf-8")):
            if "recommendations" not in entry["gold"]:
                continue
            source = Source(read(gold_file.parent / entry["file"]))
            doc: Doc = built.make_doc(source.text)
            doc._.source, doc._.facts = source, Facts()
            for name, component in built.pipeline:
                if name == "proposals":
                    break
                doc = component(doc)
            doc._.facts.units = units_of(source)
            yield Prepared(source, doc._.facts, entry, str(gold_file.parent))


def mark(score: Score, entry: dict[str, Any], found: list[Recommendation]) -> None:
    """Adds one document's recommendations to the score; what the gold leaves open counts neither way."""
    also = (entry.get("also_ok") or {}).get("recommendations") or []
    left = list(found)
    for item in entry["gold"]["recommendations"]:
        answers = [item["text"], *item.get("text_also_ok", [])]
        hit = next((one for one in left if max(word_f1(answer, one.text) for answer in answers) >= _SAME), None)
        if hit is None:
            score.missed += 1
            score.remarks.append(f"{entry['file']}\tmissed\t{item['text'][:150]}")
        else:
            left.remove(hit)
            score.found += 1
            score.given.append((hit.confidence, True))
    for one in left:
        if "*" not in also and not any(isinstance(text, str) and word_f1(text, one.text) >= 0.6 for text in also):
            score.false += 1
            score.given.append((one.confidence, False))
            score.remarks.append(f"{entry['file']}\tfalse {one.confidence:.2f}\t{one.text[:150]}")


def compared(parts: tuple[str, ...]) -> dict[str, Score]:
    """The score of each way."""
    documents = list(prepared(parts))
    items = list(labelled(parts))
    scores = {way: Score() for way in WAYS}
    for held_out in folds([item.family for item in items], 5):
        trained = train(
            [item for item in items if item.family not in held_out],
            lambda item: LABEL if item.proposal else "OTHER",
            features,
            [LABEL, "OTHER"],
        )
        for document in documents:
            if document.family not in held_out or document.facts.kind in (Kind.MOU, Kind.AGREEMENT):
                continue
            units = document.facts.units or []
            every = pieces_of(document.source, units, document.facts.kind)
            pieces = [piece for piece in every if may_be(piece)]
            judged = Judged(pieces, judge(trained, pieces))
            for way in WAYS:
                found = find_recommendations(
                    document.source,
                    document.facts,
                    None if way == "rules alone" else judged,
                    rules=way != "classifier alone",
                )
                mark(scores[way], document.entry, found)
    return scores


def reliability(given: list[tuple[float, bool]]) -> Iterator[str]:
    """One line a band of confidence: how many were given, the mean confidence, the share that is right."""
    yield "confidence      given   mean  right"
    for low, high in pairwise(_BANDS):
        inside = [(confidence, right) for confidence, right in given if low <= confidence < high]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            right = sum(right for _, right in inside) / len(inside)
            yield f"{low:.2f}-{min(high, 1):.2f} {len(inside):10d}  {mean:.3f}  {right:.3f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--misses", action="store_true", help="list what both together get wrong")
    chosen = parser.parse_args()
    scores = compared(("train", "dev"))
    if chosen.misses:
        print("\n".join(scores["both"].remarks))
    for way, score in scores.items():
        print(f"{way:18}{score.line()}")
    print("\n".join(reliability(scores["both"].given)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
