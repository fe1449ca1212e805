"""The host's units where participants worked: from the column of loci, from lists and sentences that place them, else the host itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.institutions import find_institutions, region_of
from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_units import Unit, units_of
from nlp.extraction import Kind, Party, Placement
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source

_I = re.IGNORECASE
_LOCUS_COLUMN = re.compile(
    r"\blokus\b|\blokasi\s+(?:magang|penempatan)|penempatan|(?:tempat|instansi|unit|opd)\s+(?:magang|tujuan)|ditempatkan",
    _I,
)
_LOCUS_LABEL = re.compile(
    r"^(?:(?:lokus|lokasi|tempat|penempatan|instansi\s+tujuan|opd\s+tujuan|unit\s+tujuan|tujuan)(?:\s+(?:magang|kunjungan|kegiatan|studi\s+tiru|penempatan|dan\s+waktu))*)\s*:",
    _I,
)
# A sentence that says where people were placed; what follows up to its end names the units.
_PLACED = re.compile(
    r"\b(?:ditempatkan|disebar(?:kan)?|tersebar|penempatan(?:nya)?|dibagi\s+(?:ke|di)|ditugaskan|magang|praktik\s+kerja|kunjungan|bertempat|studi\s+tiru|minggu\s+(?:pertama|kedua|ketiga|keempat)|pekan\s+(?:pertama|kedua|ketiga|keempat))\b"
    r"(?P<between>[^.;\n]{0,60}?)\b(?:di|pada|ke|ke\s+dalam|meliputi|yakni|yaitu|antara\s+lain)\b\s*:?\s*(?P<rest>.*)$",
    _I | re.DOTALL,
)
_STRONG = re.compile(
    r"\b(?:ditempatkan|disebar(?:kan)?|tersebar|penempatan|dibagi|bertempat|minggu|pekan|meliputi)\b", _I
)
_LIST_LEAD = re.compile(
    r"\b(?:magang|ditempatkan|disebar|penempatan|lokus|instansi|OPD|lokasi|tempat)\b.*(?:meliputi|yakni|yaitu|antara\s+lain|sebagai\s+berikut|di)?\s*:$",
    _I,
)
_SENTENCE = re.compile(r"(?<=[a-z)”\"])\.\s+(?=[A-Z“\"])")
_MORE = re.compile(r"^\s*(?:Yakni|Yaitu|Meliputi|Antara\s+lain|Di\s+antaranya)\b", _I)
_NAMED_UNIT = re.compile(
    r"\b(?:UPTD?|Balai|Biro|Badan\s+Pengelola)\s+(?:[A-Z][\w'’-]*)(?:\s+(?:[A-Z][\w'’-]*|dan|di))*"
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    name: str
    rows: int | None = None


class Placements:
    """Fills `facts.placements` where the document speaks of an internship or a visit with a host."""

    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind is not Kind.OTHER:
            facts.placements = find_placements(source, facts)
        return doc


def find_placements(source: Source, facts: Facts) -> list[Placement]:
    units = units_of(source)
    host = next((party for party in facts.parties if party.role == "host"), None)
    in_agreement = facts.kind in (Kind.MOU, Kind.AGREEMENT)
    finder = _Finder(source, units, host)
    if found := list(finder.from_tables(_agreement_regions(facts) if in_agreement else ())):
        return [Placement(item.name, item.rows, source.evidence(item.start, item.end), 0.95) for item in _once(found)]
    if in_agreement or host is None:
        return []
    found = _once([*finder.from_labels(), *finder.from_lists(), *finder.from_sentences()])
    if _is_agency(host):
        others = [item for item in found if item.name != host.name and _is_part(item.name, host.name)]
        named = [item for item in found if item.name != host.name and not _is_part(item.name, host.name)]
        own = Placement(host.name, None, host.evidence, 0.9)
        if facts.kind is Kind.LETTER and named:
            return [Placement(item.name, None, source.evidence(item.start, item.end), 0.8) for item in [*found]]
        return [own, *(Placement(item.name, None, source.evidence(item.start, item.end), 0.8) for item in others)]
    return [Placement(item.name, item.rows, source.evidence(item.start, item.end), 0.85) for item in found]


def _agreement_regions(facts: Facts) -> tuple[str, ...]:
    return tuple(region for party in facts.parties if (region := region_of(party.name)))


def _is_agency(party: Party) -> bool:
    return not party.name.casefold().startswith("pemerintah")


def _is_part(name: str, host: str) -> bool:
    """A unit of its own within the host agency that the document names as a locus: a UPT, a laboratory."""
    return bool(re.match(r"(?:UPTD?|Unit\s+Pelaksana|Balai|Laboratorium|Instalasi)\b", name)) and name != host


class _Finder:
    def __init__(self, source: Source, units: Sequence[Unit], host: Party | None) -> None:
        self.source = source
        self.units = units
        self.host = host
        self.region = region_of(host.name) if host else None

    def from_tables(self, regions: Sequence[str]) -> Iterator[_Found]:
        """Every unit of a column `Lokus` / `Penempatan`, with how many rows name it."""
        for key, run in groupby(
            self.units, key=lambda unit: (unit.page, unit.owner.table) if unit.owner.table is not None else None
        ):
            if key is None:
                continue
            cells = list(run)
            rows = {cell.owner.row for cell in cells}
            if len(rows) < 2:
                continue
            heads = {
                cell.owner.column: cell.owner.header or (cell.text if cell.owner.row == 0 else "")
                for cell in reversed(cells)
            }
            columns = [
                column for column, head in heads.items() if head and len(head) < 60 and _LOCUS_COLUMN.search(head)
            ]
            if not columns or len(heads) < 2:
                continue
            counts: dict[str, int] = {}
            first: dict[str, _Found] = {}
            for cell in cells:
                if cell.owner.column != columns[0] or cell.text == heads[columns[0]]:
                    continue
                region = self.region or _named_region(cell.text, regions)
                mentions = find_institutions(cell.text, context_region=region)
                if not mentions:
                    continue
                text = self.source.text[cell.start : cell.end]
                name = mentions[0].name
                counts[name] = counts.get(name, 0) + cell.owner.row_span
                first.setdefault(name, _Found(cell.start, cell.start + len(text), name))
            many = any(re.search(r"\bnama\b|\bnip\b", head, _I) for head in heads.values())
            for name, item in first.items():
                yield _Found(item.start, item.end, name, counts[name] if many else None)

    def from_labels(self) -> Iterator[_Found]:
        for unit in self.units:
            match = _LOCUS_LABEL.match(unit.text)
            if match and len(unit.text) > match.end() + 3:
                yield from self._mentions(unit.start, unit.end)

    def from_lists(self) -> Iterator[_Found]:
        """The items below `Lokus:` or `magang di berbagai instansi meliputi:`."""
        inside = False
        for unit in self.units:
            text = unit.text
            if text.endswith(":") or (unit.mark_kind is None and is_heading(unit)):
                inside = (
                    bool(
                        _LIST_LEAD.search(text)
                        or re.match(r"(?:lokus|penempatan|lokasi\s+magang|tempat\s+magang)\b[^:]{0,40}:?$", text, _I)
                    )
                    and len(text) < 200
                )
                continue
            if not inside:
                continue
            if unit.mark_kind is None and len(text.split()) > 14:
                inside = False
                continue
            found = list(self._mentions(unit.start, unit.end))
            if not found or found[0].start - unit.start > 25:
                inside = inside and bool(found)
                continue
            yield found[0]

    def from_sentences(self) -> Iterator[_Found]:
        for unit in self.units:
            if unit.owner.table is not None:
                continue
            text = self.source.text[unit.start : unit.end]
            starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
            pieces = [(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
            placed = False
            for start, end in pieces:
                sentence = text[start:end]
                match = _PLACED.search(sentence)
                if placed and _MORE.match(sentence):
                    yield from self._mentions(unit.start + start, unit.start + end)
                    continue
                placed = bool(match)
                if match is None or not (
                    _STRONG.search(match.group()[:80])
                    or len(list(self._mentions(unit.start + start + match.start("rest"), unit.start + end))) >= 2
                ):
                    continue
                yield from self._mentions(unit.start + start + match.start("rest"), unit.start + end)

    def _mentions(self, start: int, end: int) -> Iterator[_Found]:
        """The host's units named in `text[start:end]`."""
        text = self.source.text[start:end]
        found = find_institutions(text, context_region=self.region)
        for mention in found:
            if self._can_be(mention):
                yield _Found(start + mention.start, start + mention.end, mention.name)
        for match in _NAMED_UNIT.finditer(text):
            if not any(mention.start < match.end() and mention.end > match.start() for mention in found):
                yield _Found(start + match.start(), start + match.end(), match.group())

    def _can_be(self, mention: InstitutionMention) -> bool:
        if mention.kind == "government":
            return False
        if mention.kind == "central" and not (self.host and self.host.name == mention.name):
            return False
        return not (self.region and mention.region and mention.region != self.region)


def _named_region(text: str, regions: Sequence[str]) -> str | None:
    return next((region for region in regions if region.split(" ", 1)[-1] in text), None)


def _once(found: Sequence[_Found]) -> list[_Found]:
    unique: dict[frozenset[str], _Found] = {}
    for item in found:
        # `Badan Pembangunan dan Perencanaan Daerah (Bappeda)` is one unit whatever the order of the words.
        unique.setdefault(frozenset(re.findall(r"\w+", item.name.casefold())) - {"dan"}, item)
    return list(unique.values())


@Language.factory("placements")
def make_placements(nlp: Language, name: str) -> Placements:
    return Placements()
