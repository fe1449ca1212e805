"""Both ends of a visit: the parties of a document, by their roles and as a sentence names them."""

import re
from collections.abc import Sequence

from nlp.components.institutions import region_of
from nlp.components.visit_names import Names, Side
from nlp.extraction import Kind, Party
from nlp.facts import Facts

_I = re.IGNORECASE
# `untuk berkunjung ke X`, `kehadiran Bapak di X`: X is where the visit goes, not who comes.
PLACE_BEFORE = re.compile(
    r"\b(?:ke|di|kepada|menuju)\s+(?:(?:wilayah|daerah|kantor|lingkungan)\s+)?(?:(?:Pemerintah|Kabupaten|Kota|Provinsi)\s+)*$",
    _I,
)
Way = tuple[list[str], str | None]


class Ends:
    """The parties of a document as the two ends of a visit."""

    def __init__(self, facts: Facts, text: str) -> None:
        self.facts = facts
        self.home = self._party("home")
        self.host = self._party("host")
        self.hosts = {party.name for party in facts.parties if party.role == "host"}
        self.agreement = facts.kind in (Kind.MOU, Kind.AGREEMENT)
        self.sender = (
            next((party for party in facts.parties if party.representative is not None), self.home)
            if facts.kind is Kind.LETTER
            else self.home
        )
        self.regions = [(party, region_of(party.name)) for party in facts.parties]
        self.names = Names(facts, text)

    def _party(self, role: str) -> Party | None:
        return next((party for party in self.facts.parties if party.role == role), None)

    def named(self, line: str) -> list[Side]:
        """The parties that the sentence names, in its order."""
        return self.names.named(line)

    def destination(self, line: str, sides: Sequence[Side], where: int) -> str | None:
        """The side to which the visit goes: `kunjungan pejabat X ke Y`."""
        return next(
            (side.name for side in sides if side.start > where and PLACE_BEFORE.search(line, 0, side.start)), None
        )

    def at(self, sides: Sequence[Side], start: int, end: int) -> str | None:
        """The side that is named between the two places."""
        return next((side.name for side in sides if start - 1 <= side.start <= end), None)

    def other(self, name: str | None) -> str | None:
        """The party at the other end of a visit, where there is one only."""
        if name is None:
            return None
        others = [party.name for party in self.facts.parties if party.name != name and party.role != "facilitator"]
        if self.home and self.host and (name == self.home.name or name in self.hosts):
            return self.host.name if name == self.home.name else self.home.name
        return others[0] if len(others) == 1 else None
