"""`python -m nlp.training.compare`: recommendations by rules alone, by the classifier alone, and by both.

Each document is judged by a classifier that was trained without its family.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from nlp import pipeline
from nlp.components.proposals import LABEL, Judged, features, judge, may_be, pieces_of
from nlp.components.recommendation_units import units_of
from nlp.components.recommendations import find_recommendations
from nlp.corpus.yardstick import word_f1
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.readers import read
from nlp.source import Source
from nlp.training.__main__ import folds, train
from nlp.training.examples import CORPUS, labelled

WAYS = ("rules alone", "classifier alone", "both")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with the facts that recommendations need."""

    source: Source
    facts: Facts
    entry: dict[str, Any]
    family: str


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
            yield Prepared(source, doc._.facts, entry, str(gold_file.parent.relative_to(CORPUS)))


def tally(gold: list[dict[str, Any]], texts: list[str], unsure: list[str]) -> tuple[int, int, int]:
    """Found, falsely given and missed."""
    left = list(texts)
    found = 0
    for item in gold:
        answers = [item["text"], *item.get("text_also_ok", [])]
        hit = next((text for text in left if max(word_f1(answer, text) for answer in answers) >= 0.75), None)
        if hit is not None:
            left.remove(hit)
            found += 1
    left = [text for text in left if not any(word_f1(other, text) >= 0.6 for other in unsure)]
    return found, len(left), len(gold) - found


def main() -> int:
    documents = list(prepared(("train", "dev")))
    items = list(labelled(("train", "dev")))
    sums = {way: [0, 0, 0] for way in WAYS}
    for held_out in folds(items, 5):
        trained = train(
            [item for item in items if item.family not in held_out],
            lambda item: LABEL if item.proposal else "OTHER",
            features,
            [LABEL, "OTHER"],
        )
        for document in documents:
            if document.family not in held_out or document.facts.kind in (Kind.MOU, Kind.AGREEMENT, Kind.OTHER):
                continue
            pieces = [
                piece
                for piece in pieces_of(document.source, document.facts.units or [], document.facts.kind)
                if may_be(piece)
            ]
            judged = Judged(pieces, judge(trained, pieces))
            also = (document.entry.get("also_ok") or {}).get("recommendations") or []
            unsure = [text for text in also if isinstance(text, str)]
            for way in WAYS:
                found = find_recommendations(
                    document.source,
                    document.facts,
                    None if way == "rules alone" else judged,
                    rules=way != "classifier alone",
                )
                texts = [item.text for item in found]
                figures = tally(document.entry["gold"]["recommendations"], texts, unsure)
                sums[way] = [a + b for a, b in zip(sums[way], figures, strict=True)]
    for way, (found_count, false, missed) in sums.items():
        precision = found_count / max(1, found_count + false)
        recall = found_count / max(1, found_count + missed)
        f1 = 2 * found_count / max(1, 2 * found_count + false + missed)
        print(f"{way:18}precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
