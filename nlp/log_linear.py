"""A multinomial logistic regression over named features (maximum entropy; Berger et al., Computational Linguistics 22, 1996).

For whole documents: some hundreds of examples, thousands of features. Features whose names begin with `@` and hold no `=` say how
much there is of something and weigh one each; the others are words, whose weights share one length, so that a long document is
no surer of itself than a short one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy

Matrix = Any  # numpy.ndarray of float32
_WORDS_LENGTH = 10.0
_RARE = 2  # a feature of a single document teaches nothing
_PULL = 2.0  # towards zero (L2)
_ROUNDS = 300


@dataclass(frozen=True, slots=True)
class LogLinear:
    """`weights`: one row a feature, one column a label; `bias`: one value a label."""

    labels: tuple[str, ...]
    places: Mapping[str, int]
    weights: Matrix
    bias: Matrix

    def probabilities(self, features: Sequence[str]) -> dict[str, float]:
        """Of each label; features that training never saw count for nothing."""
        indexes, values = _row(features, self.places)
        scores = values @ self.weights[indexes] + self.bias
        shares = numpy.exp(scores - scores.max())
        return dict(zip(self.labels, (shares / shares.sum()).tolist(), strict=True))

    def save(self, path: Path) -> None:
        """A compressed file, the same bytes for the same weights."""
        path.parent.mkdir(parents=True, exist_ok=True)
        names = "\n".join(self.places).encode()
        with path.open("wb") as stream:
            numpy.savez_compressed(
                stream,
                labels=numpy.frombuffer("\n".join(self.labels).encode(), dtype="uint8"),
                names=numpy.frombuffer(names, dtype="uint8"),
                weights=self.weights.astype("float16"),
                bias=self.bias,
            )

    @staticmethod
    def load(path: Path) -> "LogLinear":
        with numpy.load(path, allow_pickle=False) as kept:
            labels = tuple(kept["labels"].tobytes().decode().split("\n"))
            names = kept["names"].tobytes().decode().split("\n")
            weights, bias = kept["weights"].astype("float32"), kept["bias"]
        return LogLinear(labels, {name: place for place, name in enumerate(names)}, weights, bias)


def fit(examples: Sequence[tuple[Sequence[str], str]], labels: Sequence[str]) -> LogLinear:
    """Trained on (features, label) pairs; each label weighs the same, however many examples it has.

    The loss is convex: the same weights come out of every run. Nesterov's accelerated gradient, step by the largest singular value.
    """
    seen = Counter(name for names, _ in examples for name in set(names))
    places = {name: place for place, name in enumerate(sorted(name for name, count in seen.items() if count >= _RARE))}
    rows = numpy.zeros((len(examples), len(places)), dtype="float32")
    for number, (names, _) in enumerate(examples):
        indexes, values = _row(names, places)
        rows[number, indexes] = values
    wanted = numpy.array([[float(label == name) for name in labels] for _, label in examples], dtype="float32")
    sizes = wanted.sum(axis=0)
    share = (wanted @ (len(examples) / (len(labels) * numpy.maximum(1, sizes))))[:, None].astype("float32")
    shared = rows * numpy.sqrt(share)
    largest = numpy.linalg.eigvalsh(shared @ shared.T)[
        -1
    ]  # the square of the largest singular value, in a tenth of its time
    rate = 1 / (0.5 * largest + _PULL)
    before = ahead = numpy.zeros((len(places) + 1, len(labels)), dtype="float32")  # the last row is the bias
    for turn in range(_ROUNDS):
        scores = rows @ ahead[:-1] + ahead[-1]
        shares = numpy.exp(scores - scores.max(axis=1, keepdims=True))
        wrong = (shares / shares.sum(axis=1, keepdims=True) - wanted) * share
        slope = numpy.vstack([rows.T @ wrong + _PULL * ahead[:-1], wrong.sum(axis=0)])
        after = ahead - rate * slope
        ahead = after + turn / (turn + 3) * (after - before)
        before = after
    return LogLinear(tuple(labels), places, before[:-1], before[-1])


def _row(features: Sequence[str], places: Mapping[str, int]) -> tuple[Matrix, Matrix]:
    """The places of the known features and their values."""
    measures: list[int] = []
    words: list[int] = []
    for name in dict.fromkeys(features):
        place = places.get(name)
        if place is not None:
            (measures if name[0] == "@" and "=" not in name else words).append(place)
    values = (
        [1.0] * len(measures) + [_WORDS_LENGTH / len(words) ** 0.5] * len(words) if words else [1.0] * len(measures)
    )
    return numpy.array(measures + words, dtype="int64"), numpy.array(values, dtype="float32")
