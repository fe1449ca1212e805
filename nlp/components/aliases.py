"""Short names that an office has added: they stand for what it says, before anything that the lists know.

They hold for one extraction, in its thread only (a context variable), because components look for institutions in many places.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from nlp.facts import InstitutionMention
from nlp.words.places import Trie, words_of

# By the short form's words: as written, and the official name.
_known: ContextVar[Trie[tuple[str, str]] | None] = ContextVar("aliases", default=None)


@contextmanager
def known(aliases: Mapping[str, str]) -> Iterator[None]:
    """Within: `aliases` (short form → official name) count. A form without a letter or a digit counts for nothing."""
    trie: Trie[tuple[str, str]] = Trie()
    for written, name in aliases.items():
        if words_of(written) and name.strip():
            trie.add(written, (written, " ".join(name.split())))
    token = _known.set(trie if trie.branches else None)
    try:
        yield
    finally:
        _known.reset(token)


def with_aliases(
    text: str, mentions: Sequence[InstitutionMention], meant: Callable[[str], InstitutionMention]
) -> list[InstitutionMention]:
    """`mentions` and those that aliases name, in order; `meant` tells what an official name is the name of.

    Where the two overlap the alias holds, but not against a longer mention that states a region of its own: `Disdag Kota Solok`
    is not the office's own `Disdag`.
    """
    trie = _known.get()
    if trie is None:
        return list(mentions)
    named = []
    for start, end, name in _written(trie, text):
        alias = replace(meant(name), start=start, end=end, name=name, sure=True)
        if not any(_states_another(mention, alias) for mention in mentions):
            named.append(alias)
    kept = [mention for mention in mentions if not any(_overlap(mention, alias) for alias in named)]
    return sorted([*kept, *named], key=lambda mention: mention.start)


def _written(trie: Trie[tuple[str, str]], text: str) -> Iterator[tuple[int, int, str]]:
    """Where aliases stand in the text: whole words, the longest first; a name is not written small."""
    words = words_of(text)
    index = 0
    while index < len(words):
        values, after = trie.longest(text, words, index)
        if values:
            written, name = values[0]
            start, end = words[index].start, words[after - 1].end
            if written.islower() or not text[start:end].islower():
                yield start, end, name
        index = max(after, index + 1)


def _overlap(one: InstitutionMention, other: InstitutionMention) -> bool:
    return one.start < other.end and other.start < one.end


def _states_another(mention: InstitutionMention, alias: InstitutionMention) -> bool:
    longer = mention.end - mention.start > alias.end - alias.start
    return longer and mention.sure and _overlap(mention, alias) and mention.region not in {None, alias.region}
