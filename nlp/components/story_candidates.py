"""An institution that may be a side of a story, with what the words around its mentions say of its role."""

from dataclasses import dataclass, field

from nlp.extraction import Party
from nlp.facts import InstitutionMention
from nlp.source import Source

GUESSED = 0.6
OPENING = 1500  # characters
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


def story_party(source: Source, name: str, mention: InstitutionMention, role: str, score: float) -> Party:
    return Party(
        name=name,
        as_written=" ".join(source.text[mention.start : mention.end].split()),
        role=role,
        representative=None,
        evidence=source.evidence(mention.start, mention.end),
        confidence=0.9 if score >= 5 else 0.8 if score >= 3 else GUESSED,
    )
