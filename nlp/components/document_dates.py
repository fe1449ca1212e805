"""Which of the dates found are the document's own: signed, start and end, published, event; and an agreement's term.

Dates of cited decrees, laws, deeds, letters and parent agreements are nobody's: a date counts by the formula around it.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.dated import dated
from nlp.components.other_story import of_programme
from nlp.components.signing import signed_on
from nlp.components.story_dates import other_dates, story_dates
from nlp.components.terms import term_of
from nlp.extraction import DateType, Kind
from nlp.facts import Facts
from nlp.source import Source
from nlp.zones import zones


@Language.factory("document_dates")
def make_document_dates(nlp: Language, name: str) -> "DocumentDates":
    """The component that sets `facts.dates` and `facts.term`."""
    return DocumentDates()


class DocumentDates:
    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind in (Kind.MOU, Kind.AGREEMENT):
            _contract(source, facts)
        elif facts.kind in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            story_dates(source, facts)
        elif facts.kind is Kind.OTHER:
            if of_programme(source):
                other_dates(source, facts)
            _decree(source, facts)
        return doc


_ENACTED = re.compile(r"\bditetapkan\s+di\s+[^\n]{2,40}\s+pada\s+tanggal\s*:?\s*$", re.I)


def _decree(source: Source, facts: Facts) -> None:
    """The day on which a decree or a regulation was signed: `Ditetapkan di … pada tanggal …`."""
    for mention in facts.date_mentions:
        if mention.precision == "day" and _ENACTED.search(source.text[max(0, mention.start - 90) : mention.start]):
            facts.dates.append(dated(source, DateType.SIGNED, mention, mention.first, mention.derived, 0.9))
            return


def _contract(source: Source, facts: Facts) -> None:
    parts = zones(source)
    signed = signed_on(source, facts, parts)
    if signed is not None:
        facts.dates.append(signed[0])
        facts.warnings.extend(signed[1].warnings)
    facts.term = term_of(source, facts, parts, signed[0] if signed else None)
