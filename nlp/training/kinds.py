"""Training of the classifier of kinds, and how it does on families that it has not seen."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.components.kind import KINDS, decided
from nlp.components.kind_features import features
from nlp.components.kind_rules import ruled
from nlp.corpus.evaluate import CORPUS
from nlp.corpus.yardstick import Item
from nlp.extraction import Kind
from nlp.log_linear import LogLinear, fit
from nlp.readers import read
from nlp.source import Source
from nlp.training.folds import unseen

SHORT = CORPUS / "kinds"
LABELS = tuple(kind.value for kind in Kind)
_FOLDS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A document: what the classifier sees of it, what the rules say, what it is, and its family (a corpus folder)."""

    features: list[str]
    ruled: Kind | None
    kind: Kind
    family: str


def examples(gold_files: Sequence[Path]) -> Iterator[Example]:
    """Every labelled document beside the gold files, and the short ones of which only the kind is labelled."""
    yield from _of_kind_only()
    for gold_file in gold_files:
        entries: list[Item] = json.loads(gold_file.read_text("utf-8"))
        for entry in entries:
            yield _example(gold_file.parent / entry["file"], entry["gold"]["kind"], str(gold_file.parent))


def _of_kind_only() -> Iterator[Example]:
    """`nlp/corpus/kinds`: texts by many hands, numbered by hundreds for each author, who is a family."""
    for line in (SHORT / "kinds.tsv").read_text("utf-8").splitlines():
        name, kind = line.split("\t")
        yield _example(SHORT / name, kind, f"kinds/{name[0]}")


def _example(path: Path, kind: str, family: str) -> Example:
    source = Source(read(path))
    return Example(features(source), ruled(source), Kind(kind), family)


def trained(items: Sequence[Example]) -> LogLinear:
    return fit([(item.features, item.kind.value) for item in items], LABELS)


def write(items: Sequence[Example]) -> Path:
    """Train on all and write `nlp/model/kinds.npz`."""
    trained(items).save(KINDS)
    return KINDS


def compared(items: Sequence[Example]) -> dict[str, float]:
    """The share of documents right, each judged by a classifier that was trained without its family."""
    right = {"rules alone": 0, "classifier alone": 0, "both": 0}
    for item, model in unseen(items, trained, _FOLDS):
        shares = model.probabilities(item.features)
        right["rules alone"] += item.ruled is item.kind
        right["classifier alone"] += max(shares, key=shares.__getitem__) == item.kind.value
        right["both"] += decided(shares, item.ruled) is item.kind
    return {way: count / max(1, len(items)) for way, count in right.items()}
