"""Probabilities of a trained bag-of-words `textcat`, asked with the words themselves.

spaCy's way is a `Doc` for each bag: it takes most of the time, and puts every word into a vocabulary that only grows. The layers
are the same, so are the figures: a test holds them beside `textcat.predict`.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy
from spacy.attrs import ORTH  # type: ignore[import-not-found] # written in Cython
from spacy.pipeline import TextCategorizer
from spacy.strings import get_string_id
from thinc.api import Model


def probabilities(textcat: TextCategorizer, bags: Sequence[Sequence[str]]) -> Any:
    """One row a bag, one column a label. `bags` must not be empty."""
    layers: dict[str, Model[Any, Any]] = {layer.name: layer for layer in textcat.model.walk()}
    counted = layers["extract_ngrams"].attrs
    if counted != {"ngram_size": 1, "attr": ORTH}:
        raise ValueError(f"the classifier counts {counted}, not single words as written")
    rows = [Counter(map(get_string_id, bag)) for bag in bags]
    keys = numpy.fromiter(chain.from_iterable(rows), dtype="uint64")
    values = numpy.fromiter(chain.from_iterable(row.values() for row in rows), dtype="float32")
    lengths = numpy.array([len(row) for row in rows], dtype="int32")
    scores = layers["sparse_linear"].predict((keys, values, lengths))
    return layers["softmax_activation"].predict(scores)
