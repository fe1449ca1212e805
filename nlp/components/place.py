"""Place: the town where an agreement was signed, or where the internship or visit took place, as written."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.contract_kind import is_no_cooperation
from nlp.components.label_rows import label_rows
from nlp.components.minutes import met_online
from nlp.components.other_story import is_minutes
from nlp.components.signed_place import signed_at
from nlp.components.took_place import took_place
from nlp.components.towns import town_of
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.source import Source
from nlp.words.places import find_regions


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
        elif is_no_cooperation(source.text):
            facts.place = signed_at(source)  # an accord on the budget is signed as agreements are
        elif any(party.role == "host" for party in facts.parties):
            minutes = is_minutes(source)
            if minutes and met_online(source):
                return doc
            facts.place = (met_at(source) if minutes else None) or took_place(source, facts)
        return doc


_ROW = re.compile(r"(?:tempat|lokasi|ruang(?:an)?)", re.I)


def met_at(source: Source) -> str | None:
    """The town in the row `Tempat` of a meeting's minutes."""
    rows = (row for row in label_rows(source, until=1200) if _ROW.fullmatch(row.label))
    return next((town for row in rows if (town := _town_in(row.value)) is not None), None)


def _town_in(written: str) -> str | None:
    """The town that ends the words for a room: `R. Rapat Bagian Kerja Sama lt. 2, Bontang`, `Aula BKD Kota Malang`."""
    if (scoped := find_regions(written)) and scoped[-1].end == len(written.rstrip(" .")):
        return re.sub(r"^(?:Kota|Kabupaten|Kab\.)\s+", "", written[scoped[-1].start :].strip(" ."))
    return town_of(written)
