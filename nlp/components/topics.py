"""The topic of a recommendation by a table of weighted keywords (`nlp/words/topics.tsv`)."""

import re
from collections import defaultdict
from functools import cache
from importlib import resources

from nlp.extraction import Topic

_TABLE = "topics.tsv"
_CONTEXT_SHARE = 0.12  # what the heading and the title weigh beside the words of the recommendation itself
_CONTEXT_MOST = 0.9  # context breaks ties; it does not outweigh a word
_CONTEXT_ALONE = 0.36  # where those say nothing
_LEAST = 1.0


@cache
def _keywords() -> tuple[re.Pattern[str], dict[str, tuple[tuple[Topic, float], ...]]]:
    """One pattern for all keywords, longest first, and what each says. A keyword that ends in `*` is the beginning of a word."""
    weights: dict[str, list[tuple[Topic, float]]] = defaultdict(list)
    table = resources.files("nlp").joinpath("words", _TABLE).read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        topic, weight, words = line.split("\t")
        for word in words.split(","):
            weights[word.strip().casefold()].append((Topic(topic), float(weight)))
    ordered = sorted(weights, key=len, reverse=True)
    pattern = "|".join(
        re.escape(word.rstrip("*")).replace(r"\ ", r"[\s-]+") + (r"\w*" if word.endswith("*") else r"\b")
        for word in ordered
    )
    return re.compile(rf"\b(?:{pattern})"), {word: tuple(found) for word, found in weights.items()}


def topic_of(text: str, *, context: str = "") -> Topic:
    """The topic whose keywords weigh most in `text`; `context` (heading, addressee, title) decides where the text says little."""
    scores = _scores(text)
    share = _CONTEXT_SHARE if scores else _CONTEXT_ALONE
    for topic, score in _scores(context).items():
        scores[topic] += min(score * share, _CONTEXT_MOST) if share == _CONTEXT_SHARE else score * share
    if not scores:
        return Topic.LAINNYA
    best = max(scores, key=lambda topic: scores[topic])
    return best if scores[best] >= _LEAST else Topic.LAINNYA


def _scores(text: str) -> defaultdict[Topic, float]:
    pattern, weights = _keywords()
    scores: defaultdict[Topic, float] = defaultdict(float)
    seen: set[str] = set()
    for match in pattern.finditer(text.casefold()):
        word = _entry(match.group(), weights)
        if word is None or word in seen:
            continue
        seen.add(word)
        for topic, weight in weights[word]:
            scores[topic] += weight
    return scores


def _entry(found: str, weights: dict[str, tuple[tuple[Topic, float], ...]]) -> str | None:
    """The table's entry that matched: the whole word, or the longest beginning of one."""
    found = " ".join(found.replace("-", " ").split())
    if found in weights:
        return found
    for length in range(len(found), 2, -1):
        if (entry := found[:length] + "*") in weights:
            return entry
    return next((word for word in weights if word.replace("-", " ") == found), None)
