"""The figures noted so far: each once, by the name of its measure and whose it is."""

import re
from typing import Final

from nlp.components.indicator_measures import MEASURES, Measure
from nlp.components.indicator_parties import agencies_of, party_of, scored, signs
from nlp.components.indicator_values import Reader, Said
from nlp.components.indicator_words import Owner, Owners
from nlp.components.institutions import region_of
from nlp.extraction import Indicator, Kind
from nlp.facts import Facts
from nlp.source import Source

_OF_ACHIEVING: Final = re.compile(r"^(?:pen)?capaian\s+|^penerapan\s+(?=SPM)", re.IGNORECASE)
_OF_CUSTOMERS: Final = frozenset({"IKM", "SKM"})  # scores of an agency even where only its region is named
_OF_SERVICE: Final = re.compile(r"\s+(?:unit\s+)?(?:pe)?layanan\b.*$", re.IGNORECASE)  # what the survey asked about
_SPELLED: Final = 3  # words of a name that is written out
_REMARK: Final = re.compile(r"\([^)]*\)")


class Notes(Reader):
    """Reads one document and notes its figures in `found`."""

    def __init__(self, source: Source, facts: Facts) -> None:
        self.source = source
        self.text = source.text
        writer, host = party_of(facts, "home"), party_of(facts, "host")
        if facts.kind is Kind.LETTER and host is not None and signs(facts, "host") and not signs(facts, "home"):
            writer, host = host, writer  # the host's letter: `kami` is the host
        self.agencies = agencies_of(facts)
        self.both = host
        known = {item.region for item in facts.institutions if item.region}
        known |= {region for party in facts.parties if (region := region_of(party.name))}
        self.owners = Owners(self.text, facts.institutions, writer, known, host)
        self.last_year: int | None = None
        self.said: Said | None = None
        self.found: list[Indicator] = []
        self.lasting: set[int] = set()  # where values stand that were had again and again

    def add(
        self, number: int, owner: Owner | None, value: str, year: int | None, start: int, end: int, sure: float, said: str,
        *, apart: bool = False,
    ) -> None:  # fmt: skip
        """Note a figure, unless it is noted already; `apart`: a further one of the same owner, of another year."""
        measure = MEASURES[number]
        who = owner.name(measure) if owner is not None else None
        if owner is not None and owner.bare and measure.name in _OF_CUSTOMERS:
            who = scored(self.agencies, who, self.text[owner.end : start + 1])
        if who is None and self.owners.home is not None:
            who = self.owners.home.government
        value = " ".join(value.split())
        name = _name(measure, said, who)
        known = any(
            item.name == name and item.owner == who
            and (
                (item.year == year and not (apart and year is None))
                or (item.value == value and (None in (item.year, year) or item.year == year))
            )
            for item in self.found
        )  # fmt: skip
        if not known and measure.plausible(value):
            self.found.append(Indicator(name, who, value, year, self.source.evidence(start, end), sure))


def _name(measure: Measure, said: str, who: str | None) -> str:
    """What the figure is called: the measure's short name, unless a survey was written out or the measure has none."""
    spelled_out = measure.name in _OF_CUSTOMERS and "(" not in said and len(said.split()) >= _SPELLED
    if measure.name and not spelled_out:
        return measure.name
    name = _OF_ACHIEVING.sub("", " ".join(_REMARK.sub("", said).split()))
    if spelled_out:
        return _OF_SERVICE.sub("", name)
    return _without_region(name, who) if who is not None else name


def _without_region(name: str, owner: str) -> str:
    """`Indeks Kualitas Air Wajo` without the region's name that has run into it."""
    words = name.split()
    for size in range(min(3, len(words) - 2), 0, -1):
        if owner.endswith(" " + " ".join(words[-size:])):
            return " ".join(words[:-size])
    return name
