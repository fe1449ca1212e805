"""The topic of a recommendation by a table of weighted keywords (`nlp/words/topics.tsv`)."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from nlp.components.topic_frames import framed
from nlp.extraction import Topic

_TABLE = "topics.tsv"
_CONTEXT_SHARE = 0.12  # what the heading and the title weigh beside the words of the recommendation itself
_CONTEXT_MOST = 0.9  # context breaks ties; it does not outweigh a word
_CONTEXT_ALONE = 0.36  # where those say nothing
_LEAST = 1.0
_FIRST_SHARE = 1.2  # the action itself stands first
_LOOKS_INTO = frozenset(("reviu", "review"))  # `Reviu pohon kinerja`: what is looked into says more
_LOOKED_INTO_SHARE = 0.6
_PLACE_SHARE = 0.8  # `… di pasar`, `… ke desa`: where it is done says less than what
_TO_PLACE = frozenset(("di", "ke", "dari"))
_WITH_SHARE = 0.7  # `… bersama BPBD`, `… oleh Bagian Hukum`: who helps says less, too
_WITH_WHOM = frozenset(("bersama", "oleh", "menggandeng", "melibatkan"))
_PLACE_WORDS = 2  # words behind such a word that name the place
_WORD = re.compile(r"\w+")
# A unit's name tells of its duties, not of what it is asked to do: it counts with the context.
_UNIT_NAME = re.compile(
    r"\b(?=[BDKLS])(?:Dinas|Badan|Biro|Bagian|Bidang|Seksi|Kantor|Kementerian|Lembaga)(?:,?\s+(?:dan\s+|serta\s+)?[A-Z][\w-]*){1,8}"
)


Weights = tuple[tuple[Topic, float], ...]
Entry = tuple[tuple[str, ...], Weights]


@dataclass(frozen=True, slots=True)
class _Table:
    """`entries`: the keywords with their weights by their first word, the longest first; `beginnings`: those that end in `*`."""

    entries: dict[str, tuple[Entry, ...]]
    beginnings: tuple[Entry, ...]
    first_words: tuple[str, ...]  # what the beginnings begin with


@cache
def _keywords() -> _Table:
    weights: dict[str, list[tuple[Topic, float]]] = defaultdict(list)
    table = resources.files("nlp").joinpath("words", _TABLE).read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        topic, weight, words = line.split("\t")
        for word in words.split(","):
            weights[word.strip().casefold()].append((Topic(topic), float(weight)))
    whole = {tuple(_WORD.findall(word)): tuple(found) for word, found in weights.items() if not word.endswith("*")}
    beginnings = [(tuple(_WORD.findall(word)), tuple(found)) for word, found in weights.items() if word.endswith("*")]
    entries: dict[str, list[Entry]] = defaultdict(list)
    for keyword in sorted(whole, key=len, reverse=True):
        entries[keyword[0]].append((keyword, whole[keyword]))
    by_first = {first: tuple(alike) for first, alike in entries.items()}
    return _Table(by_first, tuple(beginnings), tuple(keyword[0] for keyword, _ in beginnings))


def tabled(text: str, *, context: str = "") -> Topic:
    """The topic whose keywords weigh most in `text`; `context` (heading, addressee, title) decides where the text says little."""
    units = _UNIT_NAME.findall(text)
    scores = _scores(_UNIT_NAME.sub(" ", text) if units else text)
    for topic, weight in framed(text):
        scores[topic] += weight
    context = " ".join((context, *units))
    share = _CONTEXT_SHARE if scores else _CONTEXT_ALONE
    for topic, score in _scores(context).items():
        scores[topic] += min(score * share, _CONTEXT_MOST) if share == _CONTEXT_SHARE else score * share
    if not scores:
        return Topic.LAINNYA
    best = max(scores, key=lambda topic: scores[topic])
    return best if scores[best] >= _LEAST else Topic.LAINNYA


def _scores(text: str) -> defaultdict[Topic, float]:
    """What the keywords of `text` weigh together; each counts once, and the longest counts where several begin."""
    words = _WORD.findall(text.casefold())
    scores: defaultdict[Topic, float] = defaultdict(float)
    seen: set[tuple[str, ...]] = set()
    place = 0
    while place < len(words):
        keyword, weights = _longest_at(words, place)
        place += max(1, len(keyword))
        if keyword and keyword not in seen:
            seen.add(keyword)
            share = _share_at(words, place - max(1, len(keyword)))
            for topic, weight in weights:
                scores[topic] += weight * share
    return scores


def _share_at(words: Sequence[str], place: int) -> float:
    """What a keyword at `place` counts by where it stands."""
    if place == 0:
        return _LOOKED_INTO_SHARE if words[0] in _LOOKS_INTO else _FIRST_SHARE
    before = words[max(0, place - _PLACE_WORDS) : place]
    if _WITH_WHOM.intersection(before):
        return _WITH_SHARE
    return _PLACE_SHARE if _TO_PLACE.intersection(before) else 1.0


def _longest_at(words: list[str], place: int) -> Entry:
    """The longest keyword that begins with the word at `place`; empty without one."""
    table = _keywords()
    for keyword, weights in table.entries.get(words[place], ()):
        if len(keyword) == 1 or tuple(words[place : place + len(keyword)]) == keyword:
            return keyword, weights
    if not words[place].startswith(table.first_words):
        return (), ()
    for keyword, weights in table.beginnings:
        *whole, last = keyword
        end = place + len(whole)
        if words[place:end] == whole and end < len(words) and words[end].startswith(last):
            return keyword, weights
    return (), ()
