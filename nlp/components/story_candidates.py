"""An institution that may be a side of a story, with what the words around its mentions say of its role."""

from dataclasses import dataclass, field

from nlp.extraction import Party
from nlp.facts import InstitutionMention
from nlp.source import Source

GUESSED = 0.6
OPENING = 1500  # characters
ARRANGING = 2.5  # the weight from which on an institution is believed to arrange
Chosen = tuple[str, InstitutionMention]


@dataclass(slots=True)
class Candidate:
    mention: InstitutionMention
    named: int = 0  # mentions of the institution itself, not of its region alone
    home: float = 0.0
    host: float = 0.0
    facilitator: float = 0.0
    count: int = 0
    best: dict[str, tuple[float, InstitutionMention]] = field(default_factory=dict)
    places: list[InstitutionMention] = field(default_factory=list)  # where the opening names it, if only by its region

    def add(self, role: str, weight: float, mention: InstitutionMention) -> None:
        setattr(self, role, getattr(self, role) + weight)
        if role not in self.best or weight > self.best[role][0]:
            self.best[role] = (weight, mention)

    @property
    def arranges(self) -> bool:
        """An agency of a region, the province's for instance, that stands between those who send and those who receive."""
        strongest = max(self.home, self.host)
        return self.mention.kind == "agency" and self.facilitator >= ARRANGING and self.facilitator > strongest

    @property
    def trains(self) -> bool:
        """The office that trains a region's officials: between governments it arranges though it is one side's own."""
        return self.mention.name.startswith("Badan Pengembangan Sumber Daya Manusia")


def story_party(source: Source, name: str, mention: InstitutionMention, role: str, score: float) -> Party:
    return Party(
        name=name,
        as_written=" ".join(source.text[mention.start : mention.end].split()),
        role=role,
        representative=None,
        evidence=source.evidence(mention.start, mention.end),
        confidence=0.9 if score >= 5 else 0.8 if score >= 3 else GUESSED,
    )
