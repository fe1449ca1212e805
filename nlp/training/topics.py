"""Training of the classifier of topics, and how it does on families that it has not seen."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.components.topic_table import tabled
from nlp.components.topics import TOPICS, decided, features
from nlp.corpus.yardstick import Item
from nlp.extraction import Topic
from nlp.log_linear import LogLinear, fit
from nlp.training.folds import unseen

LABELS = tuple(topic.value for topic in Topic)


@dataclass(frozen=True, slots=True)
class Example:
    """A recommendation: what the classifier sees of it, what the table says, what is right, and its family (a corpus folder)."""

    features: list[str]
    tabled: Topic
    topic: Topic
    also_ok: frozenset[str]
    family: str


def examples(gold_files: Sequence[Path]) -> Iterator[Example]:
    """Every labelled recommendation."""
    for gold_file in gold_files:
        entries: list[Item] = json.loads(gold_file.read_text("utf-8"))
        for entry in entries:
            for item in entry["gold"].get("recommendations") or []:
                if item.get("topic"):
                    yield _example(item, str(gold_file.parent))


def _example(item: Item, family: str) -> Example:
    text, addressee = item["text"], item.get("addressee")
    also_ok = frozenset(item.get("topic_also_ok") or ())
    return Example(
        features(text, addressee), tabled(text, context=addressee or ""), Topic(item["topic"]), also_ok, family
    )


def trained(items: Sequence[Example]) -> LogLinear:
    return fit([(item.features, item.topic.value) for item in items], LABELS)


def write(items: Sequence[Example]) -> Path:
    """Train on all and write `nlp/model/topics.npz`."""
    trained(items).save(TOPICS)
    return TOPICS


def compared(items: Sequence[Example]) -> dict[str, float]:
    """The share of topics right, each judged by a classifier that was trained without its family."""
    right = {"table alone": 0, "classifier alone": 0, "both": 0}
    for item, model in unseen(items, trained):
        shares = model.probabilities(item.features)
        likeliest = Topic(max(shares, key=shares.__getitem__))
        answers = {"table alone": item.tabled, "classifier alone": likeliest, "both": decided(shares, item.tabled)}
        for way, answer in answers.items():
            right[way] += answer is item.topic or answer.value in item.also_ok
    return {way: count / max(1, len(items)) for way, count in right.items()}
