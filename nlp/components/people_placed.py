"""`a. N, S.Psi. dan M, S.E. pada Dinas X;`: the items of a reply that say who is placed where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.components.people_rows import MOST_NAMES, names_in_row
from nlp.components.recommendation_units import Unit
from nlp.extraction import Person

# In small letters, of the lead-in: `… dengan penempatan:`, `ditempatkan sebagai berikut:`
_LEAD_IN = re.compile(
    r"\b(?:penempatan|ditempatkan|menempatkan|lokus|pembagian|tempat\s+magang|magang)\b(?:[^.]|(?<=s)\.(?=d)|(?<=s\.d)\.)*:$"
)
_TO = re.compile(
    r"(?:\s*\([^()]{2,60}\))?\s*[,;]?\s*(?:(?:akan\s+)?(?:ditempatkan|bertugas|magang|belajar)\s+)?(?:pada|di|ke)\s+(?=[A-Z])"
)
_OFFICE = re.compile(r"\((?P<said>(?!NI?P\b)[^()\d]{4,60})\)")  # `Petrus (tenaga honorer) di …`
_TITLED = re.compile(r",\s*[A-Z]|\b(?:Drs?|Dra|Ir|Hj?|dr|drg)\.\s")


@dataclass(frozen=True, slots=True)
class Placed:
    """The names of one item, and where in the unit's text the place begins."""

    unit: Unit
    names: tuple[str, ...]
    place: int


def placed_people(units: Sequence[Unit]) -> list[Placed]:
    """The items that name people and their place, below a lead-in that announces them; none where only one does."""
    found: list[Placed] = []
    inside = False
    for unit in units:
        if unit.mark_kind is None or unit.text.endswith(":"):
            inside = unit.text.endswith(":") and _LEAD_IN.search(unit.text.lower()) is not None
            continue
        if not inside or unit.owner.table is not None:
            continue
        names = names_in_row(unit.text, MOST_NAMES)
        behind = unit.text.find(names[-1]) + len(names[-1]) if names else 0
        to = _TO.match(unit.text, behind) if names else None
        if to is not None:
            found.append(Placed(unit, tuple(names), to.end()))
    titled = sum(_TITLED.search(name) is not None for item in found for name in item.names)
    return found if len(found) > 1 and titled else []


def people_placed(units: Sequence[Unit]) -> Iterator[Person]:
    """Those people, in order."""
    for item in placed_people(units):
        office = _OFFICE.search(item.unit.text, 0, item.place) if len(item.names) == 1 else None
        yield from (Person(name, None, office["said"] if office else None, None) for name in item.names)
