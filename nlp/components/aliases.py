"""Short names that an office has added: they stand for what it says, before anything that the lists know.

They hold for one extraction, in its thread only (a context variable), because components look for institutions in many places.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from nlp.facts import InstitutionMention
from nlp.words.places import Trie, words_of

_known: ContextVar[Trie[InstitutionMention] | None] = ContextVar("aliases", default=None)


@contextmanager
def known(aliases: Mapping[str, str]) -> Iterator[None]:
    """Within: `aliases` (short form → official name) count."""
    trie: Trie[InstitutionMention] | None = None
    if aliases:
        trie = Trie()
        for written, name in aliases.items():
            trie.add(written, _meant(name))
    token = _known.set(trie)
    try:
        yield
    finally:
        _known.reset(token)


def _meant(name: str) -> InstitutionMention:
    """What an official name says of its institution; of one that no list has, its name only."""
    from nlp.components.institutions import find_institutions  # it asks this module for aliases in turn

    token = _known.set(None)
    try:
        found = [mention for mention in find_institutions(name) if mention.end - mention.start > 0.8 * len(name)]
    finally:
        _known.reset(token)
    if found:
        return replace(found[0], name=name, sure=True)
    return InstitutionMention(0, len(name), name, None, "other")


def with_aliases(text: str, mentions: Sequence[InstitutionMention]) -> list[InstitutionMention]:
    """`mentions` and those that aliases name; where the two overlap the alias holds. In order."""
    trie = _known.get()
    if trie is None:
        return list(mentions)
    words = words_of(text)
    named: list[InstitutionMention] = []
    index = 0
    while index < len(words):
        values, after = trie.longest(text, words, index)
        if values:
            named.append(replace(values[0], start=words[index].start, end=words[after - 1].end))
        index = max(after, index + 1)
    kept = [
        mention
        for mention in mentions
        if not any(alias.start < mention.end and mention.start < alias.end for alias in named)
    ]
    return sorted([*kept, *named], key=lambda mention: mention.start)
