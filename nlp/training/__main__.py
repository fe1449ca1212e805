"""`python -m nlp.training`: trains the classifiers from the corpus and writes them to `nlp/model`.

Three: what a document is (`nlp.training.kinds`), what a recommendation is about (`nlp.training.topics`), and which pieces of text are
recommendations, a spaCy `textcat` of a bag of words (`settings.cfg`). They learn from the train and dev parts; the frozen test part is
never read. Figures printed come from cross-validation by family, so that no document is judged by a classifier that has seen its like.
"""

import argparse
import random
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_config
from thinc.api import Adam, fix_random_seed

from nlp.components.proposals import LABEL, MODEL, Piece, features
from nlp.training import kinds, topics
from nlp.training.examples import PARTS, Labelled, gold_files, labelled
from nlp.training.folds import folds

SETTINGS = Path(__file__).parent / "settings.cfg"
Label = Callable[[Labelled], str]
Features = Callable[[Piece], list[str]]


def train(items: Sequence[Labelled], label: Label, words: Features, labels: Sequence[str]) -> Language:
    """A pipeline with one `textcat` trained on the items."""
    settings = load_config(SETTINGS)
    seed, rounds, size = (settings["training"][name] for name in ("seed", "rounds", "batch"))
    fix_random_seed(seed)
    pipeline = spacy.blank("id")
    textcat = pipeline.add_pipe("textcat", config={"model": settings["model"]})
    examples = [
        Example.from_dict(
            Doc(pipeline.vocab, words=words(item.piece)),
            {"cats": {name: float(name == label(item)) for name in labels}},
        )
        for item in items
    ]
    textcat.initialize(lambda: examples, nlp=pipeline, labels=list(labels))  # type: ignore[attr-defined]
    optimizer = Adam(settings["training"]["learn_rate"])
    draw = random.Random(seed)  # noqa: S311 - an order, no secret
    for _ in range(rounds):
        draw.shuffle(examples)
        for first in range(0, len(examples), size):
            textcat.update(examples[first : first + size], sgd=optimizer, drop=settings["training"]["dropout"])  # type: ignore[attr-defined]
    return pipeline


def predicted(
    pipeline: Language, items: Sequence[Labelled], words: Features
) -> "numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]]":
    """One row an item, one column a label."""
    textcat = pipeline.get_pipe("textcat")
    docs = [Doc(pipeline.vocab, words=words(item.piece)) for item in items]
    return numpy.asarray(textcat.predict(docs))  # type: ignore[attr-defined]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--folds", type=int, default=5, help="for cross-validation; 0 leaves it out")
    parser.add_argument("--more", type=Path, action="append", default=[], help="a folder of `flask corpus export`")
    chosen = parser.parse_args()
    files = gold_files(PARTS, chosen.more)
    _train_kinds(files, validate=bool(chosen.folds))
    _train_topics(files, validate=bool(chosen.folds))
    items = list(labelled(PARTS, chosen.more))
    proposals = [item for item in items if item.proposal]
    print(f"{len(items)} pieces, {len(proposals)} of them recommendations")
    jobs: list[tuple[str, list[Labelled], Label, Features, list[str]]] = [
        ("proposals", items, lambda item: LABEL if item.proposal else "OTHER", features, [LABEL, "OTHER"]),
    ]
    for name, rows, label, words, labels in jobs:
        if chosen.folds:
            _cross_validate(name, rows, label, words, labels, chosen.folds)
        folder = MODEL / name
        shutil.rmtree(folder, ignore_errors=True)
        # Without the vocabulary's strings: the classifier knows words by their hash.
        train(rows, label, words, labels).to_disk(folder, exclude=["vocab"])
        print(
            f"{name}: written, {sum(path.stat().st_size for path in folder.rglob('*') if path.is_file()) / 1e6:.1f} MB"
        )
    return 0


def _train_kinds(files: Sequence[Path], *, validate: bool) -> None:
    items = list(kinds.examples(files))
    if validate:
        for way, share in kinds.compared(items).items():
            print(f"kinds, {way}: accuracy {share:.3f} over {len(items)}, of families never seen")
    print(f"kinds: written, {kinds.write(items).stat().st_size / 1e6:.1f} MB")


def _train_topics(files: Sequence[Path], *, validate: bool) -> None:
    items = list(topics.examples(files))
    if validate:
        for way, share in topics.compared(items).items():
            print(f"topics, {way}: accuracy {share:.3f} over {len(items)}, of families never seen")
    print(f"topics: written, {topics.write(items).stat().st_size / 1e6:.1f} MB")


def _cross_validate(
    name: str, rows: Sequence[Labelled], label: Label, words: Features, labels: Sequence[str], count: int
) -> None:
    right = wrong = 0
    found = false = missed = 0
    for held_out in folds([item.family for item in rows], count):
        inside = [item for item in rows if item.family in held_out]
        pipeline = train([item for item in rows if item.family not in held_out], label, words, labels)
        order = pipeline.get_pipe("textcat").labels  # type: ignore[attr-defined]
        for item, row in zip(inside, predicted(pipeline, inside, words), strict=True):
            given = order[int(row.argmax())]
            right, wrong = right + (given == label(item)), wrong + (given != label(item))
            found += given == label(item) == LABEL
            false += given == LABEL != label(item)
            missed += given != LABEL == label(item)
    print(f"{name}: accuracy {right / (right + wrong):.3f} over {right + wrong}, of families never seen")
    if LABEL in labels:
        print(f"{name}: precision {found / (found + false):.3f}, recall {found / (found + missed):.3f}")


if __name__ == "__main__":
    sys.exit(main())
