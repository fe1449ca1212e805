"""What the units are called in which participants are placed, agencies and what stands below them, and their official names."""

import re
from collections.abc import Mapping, Sequence, Set
from copy import copy

from nlp.components.institutions import find_institutions, region_of
from nlp.components.placement_unit_names import (
    OF_ONE_WORD,
    OFFICE,
    Named,
    full_name,
    in_regencies,
    is_agency,
    with_areas,
)
from nlp.components.placement_unit_words import (
    ANOTHER,
    DEED,
    FIELD_UNIT,
    HALF_SHORT,
    HEAD_BEFORE,
    HEADS,
    HOST_ITSELF,
    IN_ADDRESS,
    IN_ROOM,
    JOINT,
    LEVEL,
    MOST_WORDS,
    NAMED,
    NAMED_SECTION,
    OFFICE_OF,
    ONE_DOOR,
    ORDINAL,
    PART_BEFORE,
    PART_CELL,
    PARTY,
    PROPER,
    SCHOOL,
    SECRETARIAT,
    SHORTEST,
)
from nlp.extraction import Party
from nlp.facts import InstitutionMention

_FAR = 90  # characters behind a unit that has been found


def _overlaps(found: Sequence[Named], start: int, end: int) -> bool:
    return any(first < end and last > start for first, last, _ in found)


def _region_of(host: str) -> str | None:
    """The region of a host; an administrative city of Jakarta is one although it has no government of its own."""
    within = re.match(r"Pemerintah\s+(?P<region>(?:Kota|Kabupaten)\s+Administrasi\s+.+)", host)
    return within["region"] if within else region_of(host)


class UnitNames:
    """Finds units of `host` in a piece of text and names them in full.

    `regions`: those it may lie in where no host is known. `glossary`: what the document's own short forms stand for. A section of
    a host agency may be a place of its own; `sections`: one without a known agency too. `own`: the regions of those who were sent.
    """

    def __init__(
        self,
        host: Party | None,
        regions: Sequence[str] = (),
        glossary: Mapping[str, str] | None = None,
        *,
        sections: bool = False,
        own: Set[str] = frozenset(),
    ) -> None:
        self.host = host
        self.own = own
        self.glossary = glossary or {}
        self.patterns = (SCHOOL, NAMED, NAMED_SECTION) if sections or (host and is_agency(host)) else (SCHOOL, NAMED)
        self.region = _region_of(host.name) if host else None
        self.regions = regions

    def within(self, region: str | None) -> "UnitNames":
        """The same for units of the region, where no host says in which they lie."""
        if region is None or self.region is not None:
            return self
        names = copy(self)
        names.region = region
        return names

    @property
    def host_name(self) -> str:
        return self.host.name if self.host is not None else ""

    def is_host(self, text: str) -> bool:
        """`Kantor Dinas`, `Kantor induk`: the host agency itself."""
        return self.host is not None and is_agency(self.host) and HOST_ITSELF.fullmatch(text) is not None

    def find(self, text: str, *, whole: bool = False, anywhere: bool = False) -> list[Named]:
        """(start, end, official name) of each; `whole`: the text is a cell or an item and itself a name where it holds none.

        `anywhere`: an agency that the text names with another region counts too, unless it is of those who were sent.
        """
        region = self.region or next((name for name in self.regions if name.split(" ", 1)[-1] in text), None)
        if whole and OF_ONE_WORD.fullmatch(text.strip()):
            return [(text.index(text.strip()), len(text.rstrip()), text.strip())]
        found = self._of_glossary(text, region)
        text = OFFICE_OF.sub("      ", text)
        for mention in self._mentions(text, region, found, anywhere=anywhere):
            found += self._of_mention(text, mention, region)
        for pattern in self.patterns:
            for match in pattern.finditer(text):
                found += self._of_match(text, match, found, region)
        found += self._bare_parts(text, found, whole=whole)
        if not found and whole and (name := self._whole(text)):
            start = text.index(name)
            found = [(start, start + len(name), self._full(name, region))]
        return in_regencies(text, with_areas(text, sorted(found)), region)

    def _mentions(
        self, text: str, region: str | None, found: Sequence[Named], *, anywhere: bool
    ) -> list[InstitutionMention]:
        """The institutions that may be the host's units, beside those found already."""
        return [
            mention
            for mention in find_institutions(text, context_region=region)
            if (self._can_be(mention, region, anywhere=anywhere) or self._works_below(text, mention, region))
            and not self._called_after_area(text, mention)
            and not IN_ADDRESS.match(text, max(0, mention.start - 1))
            and not _overlaps(found, mention.start, mention.end)
        ]

    def _of_mention(self, text: str, mention: InstitutionMention, region: str | None) -> list[Named]:
        """The unit, or the several, that an institution stands for; none where its name goes on unread."""
        if self._works_below(text, mention, region):
            ordinal = ORDINAL.match(text, mention.end)
            last = ordinal.end() if ordinal else mention.end
            return [(mention.start, last, f"{mention.name}{text[mention.end : last]}")]
        longer = NAMED.match(text, mention.start) if mention.region is None and mention.kind == "agency" else None
        rest = text[mention.end : longer.end()].strip(" .") if longer else ""
        if rest and not rest.isupper() and not rest.startswith("di "):
            return []  # `UPT Laboratorium Jalan dan Bahan`
        return self._within(text, mention, region) or self._split(text, mention, region)

    def _of_match(self, text: str, match: re.Match[str], found: Sequence[Named], region: str | None) -> list[Named]:
        """The units in the words of a pattern, up to what has been found already."""
        start = match.start()
        end = min((first for first, last, _ in found if start < first < match.end() < last + _FAR), default=match.end())
        if end < match.end():
            end = start + len(JOINT.sub("", text[start:end]))
        is_name = end - start > SHORTEST or match.group() == "MPP"
        return self._pieces(text, start, end, region) if is_name and not _overlaps(found, start, end) else []

    def _bare_parts(self, text: str, taken: Sequence[Named], *, whole: bool) -> list[Named]:
        """`Sekretariat` of the host agency, in a sentence or a cell; `IGD`, `Laboratorium (lantai 2)` in a cell."""
        if self.host is None or not is_agency(self.host) or self.host.name.startswith("Sekretariat"):
            return []
        if whole and not taken and (cell := PART_CELL.fullmatch(HEADS.sub("", text))):
            return [(cell.start("part"), cell.end("part"), f"{cell['part']} {self.host.name}")]
        return [
            (match.start("part"), match.end("part"), f"Sekretariat {self.host.name}")
            for match in SECRETARIAT.finditer(text)
            if not _overlaps(taken, *match.span("part"))
        ]

    def _of_glossary(self, text: str, region: str | None) -> list[Named]:
        """The document's own short forms, as it explains them, and names that are half a short form."""
        half_short = [(match.start(), match.end(), self._full(ONE_DOOR, region)) for match in HALF_SHORT.finditer(text)]
        return half_short + [
            (match.start(), match.end(), self._full(name, region))
            for short, name in self.glossary.items()
            if region_of(name) in {None, region} or region_of(name) not in self.own
            for match in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text)
            if not HEAD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        ]

    def _within(self, text: str, mention: InstitutionMention, region: str | None) -> list[Named]:
        """`IGD RSUD X`, `Pusdalops BPBD Y`, `UPT Balai Z`: a part of the host agency, named right before it."""
        before = PART_BEFORE.search(text, max(0, mention.start - 80), mention.start)
        if before is None or IN_ROOM.search(text, 0, before.start("part")):
            return []
        part = " ".join(before["part"].split())
        if part.startswith("UPT"):
            name = f"{part} {mention.name}"
            return [(before.start("part"), mention.end, self._full(name, region))]
        if self.host is None or not is_agency(self.host) or not self.host.name.startswith(mention.name):
            return []
        return [(before.start("part"), mention.end, f"{part} {self.host.name}")]

    def _can_be(self, mention: InstitutionMention, region: str | None, *, anywhere: bool) -> bool:
        if mention.kind == "government":
            return False
        if mention.kind == "central" and not (self.host and self.host.name == mention.name):
            of_state = mention.name.startswith("Badan ") and mention.name.endswith(f" {region}")  # `BPS Kota X`
            return of_state or OFFICE.match(mention.name) is not None
        if anywhere and self.own and mention.kind == "agency" and mention.sure and mention.region not in self.own:
            return True
        return not (region and mention.region and mention.region != region)

    @staticmethod
    def _called_after_area(text: str, mention: InstitutionMention) -> bool:
        """`Puskesmas Kecamatan X`, `Taman Bacaan di Kelurahan Y`: the area is a part of the name."""
        if mention.region is not None or not mention.name.startswith(("Kecamatan ", "Kelurahan ")):
            return False
        return any(
            match.start() < mention.start < match.end()
            and match.group().startswith(("Puskesmas", "Pustu", "Taman Bacaan"))
            for match in NAMED.finditer(text)
        )

    def _works_below(self, text: str, mention: InstitutionMention, region: str | None) -> bool:
        """`Unit Pengelolaan Pendapatan Daerah Kota X I`: a province's unit, named after the regency where it works."""
        return (
            region is not None
            and region.startswith("Provinsi")
            and mention.region is not None
            and not mention.region.startswith("Provinsi")
            and mention.region not in self.own
            and FIELD_UNIT.match(mention.name) is not None
            and LEVEL.search(text, mention.start, mention.end) is not None
        )

    def _split(self, text: str, mention: InstitutionMention, region: str | None) -> list[Named]:
        """`Bidang X dan UPT Y Badan Z` names two units of one agency."""
        written = text[mention.start : mention.end]
        cut = ANOTHER.search(written)
        if cut and cut.group().strip() == ",":
            if (self.host and is_agency(self.host)) or not written.startswith(("Bagian ", "Biro ")):
                cut = None
            else:
                after = mention.start + cut.end()
                bagian = (mention.start, mention.start + cut.start(), self._full(written[: cut.start()], region))
                return [bagian, *((after + a, after + b, name) for a, b, name in self.find(text[after : mention.end]))]
        if cut is None and self._of_the_bureau(mention):
            return [(mention.start, mention.end, full_name(written, region, self.host, self.region))]
        if cut is None or not mention.name.startswith(written[: cut.start()]):
            return [(mention.start, mention.end, self._full(mention.name, region, known=mention.region is not None))]
        second = mention.name[cut.end() :]
        first = self._full(written[: cut.start()], region)
        return [
            (mention.start, mention.start + cut.start(), first),
            (mention.start + cut.end(), mention.end, self._full(second, region, known=mention.region is not None)),
        ]

    def _of_the_bureau(self, mention: InstitutionMention) -> bool:
        """`Bagian X` within a host `Biro Y Sekretariat Daerah Z`: the bureau's, not the secretariat's own."""
        return (
            self.host is not None
            and not mention.sure
            and self.host.name.startswith("Biro ")
            and mention.name.startswith(("Bagian ", "Subbagian "))
            and " Biro " not in mention.name
        )

    def _pieces(self, text: str, start: int, end: int, region: str | None) -> list[Named]:
        found: list[Named] = []
        position = start
        for part in ANOTHER.split(text[start:end]):
            name = PARTY.sub("", part).rstrip(" .,")
            first = text.index(part, position)
            found.append((first, first + len(name), self._full(" ".join(name.split()), region)))
            position = first + len(part)
        return found

    def _whole(self, text: str) -> str | None:
        name = HEADS.sub("", text).strip(" .;,:-–•*")
        proper = PROPER.fullmatch(name)
        if DEED.match(name) or region_of(name) == name:
            return None
        return name if proper and 2 <= len(name.split()) <= MOST_WORDS and not name.isupper() else None

    def _full(self, name: str, region: str | None, *, known: bool = False) -> str:
        """The name with what it belongs to; the host's own region is not said twice."""
        return full_name(name, region, self.host, self.region, known=known)
