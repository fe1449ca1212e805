"""The topic of a recommendation: a trained classifier decides, and the table of keywords weighs in.

The table knows the terms of the field, the classifier the turns that nobody listed; together they get more of unseen documents right
than either (docs/decisions/0007). It lives in `nlp/model/topics.npz`, written by `make train`.
"""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from nlp.components.topic_table import tabled
from nlp.extraction import Topic
from nlp.log_linear import LogLinear

TOPICS = Path(__file__).parents[1] / "model" / "topics.npz"
_TABLE_WEIGHS = 30.0  # how many times the topic counts that the table names
_WORD = re.compile(r"\w+")


def topic_of(text: str, *, context: str = "", addressee: str | None = None) -> Topic:
    """The topic of the recommendation `text`; `context` (heading, addressee, title) helps the table where the text says little."""
    table = tabled(text, context=context)
    model = _model()
    return table if model is None else decided(model.probabilities(features(text, addressee)), table)


def decided(shares: dict[str, float], table: Topic) -> Topic:
    """The likeliest topic by the classifier's probabilities and the table's word."""
    shares = {**shares, table.value: shares[table.value] * _TABLE_WEIGHS}
    return Topic(max(shares, key=shares.__getitem__))


def features(text: str, addressee: str | None) -> list[str]:
    """What the classifier sees: the words, their pairs, and the words of who is asked to act."""
    words = _WORD.findall(text.casefold())
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    return [*words, *pairs, *(f"@={word}" for word in _WORD.findall((addressee or "").casefold()))]


@cache
def _model() -> LogLinear | None:
    return LogLinear.load(TOPICS) if TOPICS.exists() else None
