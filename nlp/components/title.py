"""Title, numbers and language: what the document is about, its own numbers, and in which language it is written."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.contract_title import contract_title
from nlp.components.headline import headline
from nlp.components.letter_title import letter_title
from nlp.components.numbers import numbers_of
from nlp.components.other_title import certified, exported, handed_over, listed, ordered, subject_of_decree
from nlp.components.report_title import report_title
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.source import Source
from nlp.words.places import words_of

_ENGLISH = frozenset("the and of to in for with shall this is by on as be".split())
_INDONESIAN = frozenset("yang dan di untuk dengan dalam ini pada dari tahun oleh atas sebagai ke bagi adalah".split())
_SAMPLE = 20_000  # characters


@Language.factory("title")
def make_title(nlp: Language, name: str) -> "TitleFinder":
    """The component that sets `facts.title`, `facts.numbers` and `facts.language`."""
    return TitleFinder()


class TitleFinder:
    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        facts.language = language_of(source.text)
        facts.title = title_of(source, facts.kind)
        facts.numbers = numbers_of(source, facts.kind)
        return doc


def language_of(text: str) -> str | None:
    """`id` or `en`; None of a text without words. A bilingual paper is Indonesian here, its first language."""
    words = [word.lower for word in words_of(text) if word.start < _SAMPLE and word.text != "&"]
    if not any(len(word) > 1 and word.isalpha() for word in words):
        return None
    english, indonesian = (sum(map(common.__contains__, words)) for common in (_ENGLISH, _INDONESIAN))
    return "en" if english > 2 * indonesian else "id"


def title_of(source: Source, kind: Kind) -> str | None:
    """What the document is about, None where it does not say."""
    if kind in (Kind.MOU, Kind.AGREEMENT):
        return contract_title(source)
    if kind is Kind.LETTER:
        return letter_title(source)
    if kind is Kind.NEWS:
        return headline(source)
    if kind is Kind.OTHER:
        occasion = exported(source) or certified(source) or listed(source) or handed_over(source)
        if occasion is not None:
            return occasion
    title = subject_of_decree(source) or report_title(source)
    return title or (ordered(source) if kind is Kind.OTHER else None)
