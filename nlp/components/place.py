"""Place: the town where an agreement was signed, or where the internship or visit took place, as written."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.signed_place import signed_at
from nlp.components.took_place import took_place
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.source import Source


@Language.factory("place")
def make_place(nlp: Language, name: str) -> "PlaceFinder":
    """The component that sets `facts.place`."""
    return PlaceFinder()


class PlaceFinder:
    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind in (Kind.MOU, Kind.AGREEMENT):
            facts.place = signed_at(source)
        elif facts.kind in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            facts.place = took_place(source, facts)
        return doc
