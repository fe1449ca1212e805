"""A date found in the text as one of the document's own."""

from datetime import date

from nlp.extraction import DatedFact, DateType
from nlp.facts import DateMention
from nlp.source import Source


def dated(
    source: Source, kind: DateType, mention: DateMention, day: date, derived: bool, confidence: float
) -> DatedFact:
    return DatedFact(kind, day, mention.text, derived, source.evidence(mention.start, mention.end), confidence)
