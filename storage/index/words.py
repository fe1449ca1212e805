"""Words as the index sees them: folded, stemmed, short forms beside their long forms; a person's query taken apart."""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import Stemmer

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
_LONGEST_QUERY = 400  # characters; a pasted page is no question
_MOST_TERMS = 24
_SYNONYMS = Path(__file__).parent / "synonyms.tsv"
# Words in almost every text: they say nothing unless nothing else was asked for.
_COMMON = frozenset(
    ("dan", "di", "ke", "dari", "yang", "untuk", "pada", "dengan", "dalam", "oleh", "atau", "ini", "itu", "the", "of")
)
_local = threading.local()  # a stemmer keeps a state of its own and is not shared between threads


class Word(NamedTuple):
    start: int
    end: int
    folded: str
    stem: str


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: any of `phrases` (stems in a row) will do; `exact` are words as written, in a row.

    `typed` is what the person wrote; the first phrase stands for it.
    """

    typed: str
    phrases: tuple[tuple[str, ...], ...] = ()
    exact: tuple[str, ...] = ()


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Lower case, without diacritics, as the FTS5 tokenizer makes it."""
    word = word.lower()
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """The Indonesian stem (Snowball) of a folded word; what holds a digit stays as it is."""
    if not folded.isalpha():
        return folded
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = Stemmer.Stemmer("indonesian")
    stemmed: str = stemmer.stemWord(folded)
    return stemmed or folded


def words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        folded = fold(match.group())
        yield Word(match.start(), match.end(), folded, stem(folded))


def stems(text: str) -> str:
    """The text as a row of stems, for the index's first column."""
    return " ".join([stem(fold(word)) for word in _WORD.findall(text)])


def parse(query: str) -> list[Term]:
    """What a person typed as terms that must all hold; an empty list when there is no word in it."""
    terms: list[Term] = []
    row: list[tuple[str, tuple[str, ...]]] = []  # what was typed and its stems, until a quoted phrase ends the row

    def close_row() -> None:
        terms.extend(_with_synonyms(row))
        row.clear()

    for quoted, plain in _PART.findall(query[:_LONGEST_QUERY]):
        folded = tuple(fold(word) for word in _WORD.findall(quoted or plain))
        if not folded:
            continue
        if quoted:
            close_row()
            terms.append(Term(typed=quoted, exact=folded))
        else:
            row.append((plain, tuple(stem(word) for word in folded)))
    close_row()
    telling = [term for term in terms if term.exact or term.typed.lower() not in _COMMON]
    return (telling or terms)[:_MOST_TERMS]


def with_stem(term: Term, replacement: str) -> Term:
    """The term for `replacement` instead, its other forms with it."""
    found = _with_synonyms([(replacement, (replacement,))])
    return Term(typed=replacement, phrases=found[0].phrases) if found else term


def spans(text: str, terms: list[Term]) -> list[tuple[int, int]]:
    """Where the terms stand in the text, in order, without overlap.

    Of a long form that the text does not have in a row, its words are given.
    """
    row = list(words(text))
    by_stem = _first_of(phrase for term in terms for phrase in term.phrases)
    by_form = _first_of(term.exact for term in terms)
    said = {word.stem for word in row}
    for term in terms:
        for one in term.phrases[0] if len(term.phrases) > 1 else ():
            if one in said and not any(_stands(row, phrase) for phrase in term.phrases):
                by_stem.setdefault(one, []).append((one,))
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(row):
        length = max(
            _length_at(row, position, by_stem.get(row[position].stem, ()), stemmed=True),
            _length_at(row, position, by_form.get(row[position].folded, ()), stemmed=False),
        )
        if length:
            found.append((row[position].start, row[position + length - 1].end))
        position += length or 1
    return found


def known_short_forms() -> tuple[str, ...]:
    """Stems of one-word forms of the list of synonyms, for correcting a typo."""
    return tuple({phrase[0] for forms in _forms() for phrase in forms if len(phrase) == 1})


@cache
def _forms() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The list of synonyms: a tuple of equal forms a line, each form a tuple of stems."""
    lines = _SYNONYMS.read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(dict.fromkeys(tuple(stems(form).split()) for form in line.split("\t") if form.strip()))
        for line in lines
        if line and not line.startswith("#")
    )


@cache
def _by_first() -> dict[str, list[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]]:
    table: dict[str, list[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]] = {}
    for forms in _forms():
        for form in forms:
            table.setdefault(form[0], []).append((form, forms))
    return table


def _with_synonyms(row: list[tuple[str, tuple[str, ...]]]) -> list[Term]:
    """Terms of the words in a row; the longest known form at each place becomes one term with its other forms."""
    flat = [(number, one) for number, (_, stemmed) in enumerate(row) for one in stemmed]
    starts: dict[int, int] = {}
    for index, (number, _) in enumerate(flat):
        starts.setdefault(number, index)
    terms: list[Term] = []
    number = 0
    while number < len(row):
        at = starts[number]
        rest = tuple(one for _, one in flat[at:])
        matching = [(form, forms) for form, forms in _by_first().get(rest[0], ()) if rest[: len(form)] == form]
        # A form must end where a typed word ends: `e-kinerja` is not cut into pieces.
        matching = [
            (f, fs)
            for f, fs in matching
            if at + len(f) == len(flat) or flat[at + len(f)][0] != flat[at + len(f) - 1][0]
        ]
        if matching:
            length = max(len(form) for form, _ in matching)
            phrases = dict.fromkeys(p for form, forms in matching if len(form) == length for p in (form, *forms))
            last = flat[at + length - 1][0]
        else:
            phrases, last = {row[number][1]: None}, number
        terms.append(Term(typed=" ".join(typed for typed, _ in row[number : last + 1]), phrases=tuple(phrases)))
        number = last + 1
    return terms


def _first_of(phrases: Iterator[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase:
            table.setdefault(phrase[0], []).append(phrase)
    return table


def _stands(row: list[Word], phrase: tuple[str, ...]) -> bool:
    return any(_length_at(row, position, [phrase], stemmed=True) for position in range(len(row)))


def _length_at(row: list[Word], position: int, phrases: list[tuple[str, ...]] | tuple[()], *, stemmed: bool) -> int:
    best = 0
    for phrase in phrases:
        piece = row[position : position + len(phrase)]
        forms = tuple(word.stem if stemmed else word.folded for word in piece)
        if forms == phrase:
            best = max(best, len(phrase))
    return best
