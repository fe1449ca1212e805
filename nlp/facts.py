"""What the pipeline's components find and hand on: one `Facts` a document, hung at `doc._.facts`.

All offsets are into `Source.text` (`doc._.source`). Components fill their own field and may read those filled before them.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from nlp.extraction import (
    DatedFact,
    Indicator,
    Kind,
    Participants,
    Party,
    Placement,
    Recommendation,
    Term,
    Visit,
)

if TYPE_CHECKING:
    from nlp.components.proposals import Judged
    from nlp.components.recommendation_units import Unit


@dataclass(frozen=True, slots=True)
class InstitutionMention:
    """`text[start:end]` names an institution. `name`: its official full name. `region`: official name of the region it belongs
    to (`Provinsi Jawa Timur`, `Kabupaten Malang`, `Kota Malang`), None for central and private bodies or where unknown.
    `kind`: government | agency | central | university | company | other. `sure` is False where the region is a guess."""

    start: int
    end: int
    name: str
    region: str | None
    kind: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class DateMention:
    """`text[start:end]` states a day or a span of days, first to last inclusive (equal for one day).

    `precision`: day | month | quarter | half | year | vague. `range`: the text says "from … to …". `derived`: a part (the year,
    usually) was taken from elsewhere. `text`: the words that state it. `warnings`: contradictions found in it (weekday, bracket).
    """

    start: int
    end: int
    first: date
    last: date
    text: str
    precision: str = "day"
    is_range: bool = False
    derived: bool = False
    spelled: bool = False  # written in words, as in an agreement's opening
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Facts:
    kind: Kind = Kind.OTHER
    language: str | None = None
    title: str | None = None
    numbers: list[str] = field(default_factory=list)
    place: str | None = None
    institutions: list[InstitutionMention] = field(default_factory=list)
    date_mentions: list[DateMention] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    dates: list[DatedFact] = field(default_factory=list)
    term: Term = field(default_factory=Term)
    participants: Participants = field(default_factory=Participants)
    placements: list[Placement] = field(default_factory=list)
    units: "list[Unit] | None" = None  # the pieces of text that may be recommendations, as the reader of them cut them
    proposals: "Judged | None" = None  # how likely each is one
    recommendations: list[Recommendation] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
