"""Visits with an end that is no party of the document: `singgah di Pemkot X`, `rombongan Kota Y meneruskan kunjungan ke Z`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nlp.components.institutions import find_institutions, government_of, region_of
from nlp.components.visit_ends import Way
from nlp.components.visit_levels import GOES, LED, OF, ONLY_TO, Levels
from nlp.components.visit_names import Side
from nlp.components.visit_sides import Sides
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.source import Source
from nlp.words.places import find_regions

_I = re.IGNORECASE
_HERE = re.compile(
    r"\b(?:ke|di)\s+(?:sini|(?:tempat|kantor|daerah|wilayah|instansi|dinas|badan|kota|kabupaten|kampus|rumah\s+sakit|sekretariat|lingkungan|unit\s+kerja)\s+(?:kami|kita))\b|\b(?:mengunjungi|menengok|menyambangi|menjumpai)\s+(?:kami|kita)\b",
    _I,
)
_THERE = re.compile(r"\bke\s+(?:sana|(?:tempat|kantor|daerah|wilayah)\s+mereka)\b", _I)
_THEY = re.compile(r"\b(?:mereka|pihaknya|beliau|rombongan\s+mereka|(?:rombongan|tim)(?!\s+(?:kami|kita)\b))\b", _I)
_WE = re.compile(
    r"\b(?:kami|kita|peserta|rombongan\s+(?:kami|kita)|Bupati|Wali\s*[Kk]ota|Gubernur|Bapak\s+(?:Bupati|Gubernur)|disepakati|diusulkan|mengusulkan|menganggarkan|dianggarkan|direncanakan|dijadwalkan)\b",
    _I,
)
_TASK = re.compile(r"\W*(?:\w{1,2}[.)]\s*)?(?:me|ber)[a-z]{3,}\b", _I)  # no subject: the paper's own people
# `ke Balai Besar Pelatihan Vokasi Y, …`: an office that no list knows.
_OFFICE = re.compile(
    r"\bke\s+(?P<name>(?:Badan|Balai|Pusat|Kantor|Lembaga|Universitas|Institut|Politeknik|Rumah\s+Sakit|Unit|UPT|UPTD|Perum|Perumda|PT|Yayasan|Museum|Otorita|Biro)"
    r"\s+[A-Z][\w./-]*(?:\s+(?:dan\s+)?[A-Z][\w./-]*){1,8})"
)
_TEAM = re.compile(r"\b(?:tim|rombongan|delegasi)\b", _I)
# `Dari X, rombongan …`, `sepulang dari X`: where they come from that day.
_LEFT = re.compile(
    r"(?:^\W*|\b(?:sepulang|pulang|kembali|bertolak|berangkat|selepas|setelah|usai)\s+(?:\w+\s+)?)dari\s+(?:\w+\s+)?$",
    _I,
)
_RECEIVES = re.compile(r"\b(?:menerima|menyambut|menjamu)\b", _I)
_COMES = re.compile(
    r"\b(?:datang|tiba|hadir|diterima|berkunjung|singgah|mampir|bertandang|melihat|meninjau|menengok)\b", _I
)
# `Pemkot X menawarkan kunjungan balasan`, to those who write it down.
_OFFERS = re.compile(
    r"\b(?:menawarkan|merencanakan|mengajukan|meminta|memohon|menjadwalkan|menjanjikan|berjanji|menyampaikan\s+rencana)\b[^.;]{0,40}\b(?:kunjungan|lawatan|studi)\b",
    _I,
)
_HEAD = 400  # characters of a document's head in which its own institution stands


@dataclass(frozen=True, slots=True)
class _End:
    name: str
    start: int
    outside: bool


class Thirds(Levels):
    """The ends of a visit where one of them is an institution that is no party."""

    def __init__(self, source: Source, facts: Facts, sides: Sides) -> None:
        super().__init__(facts, sides)
        self.regions = {region for _, region in sides.regions if region}
        self.source = source
        self.ours = self._ours(source)
        self.our_region = region_of(self.ours) if self.ours else None

    def _ours(self, source: Source) -> str | None:
        """The institution whose paper it is: the sender, the home side, else the one in the document's head."""
        if self.sides.sender is not None:
            return self.sides.sender.name
        if self.facts.kind is not Kind.OTHER:
            return None
        head = (m for m in self.facts.institutions if m.start < _HEAD and m.sure and m.region)
        text = source.text
        return next((m.name for m in head if not text[text.rfind("\n", 0, m.start) + 1 : m.start].strip()), None)

    @cached_property
    def _with_institutions(self) -> set[str]:
        return {mention.region for mention in self.facts.institutions if mention.region and mention.sure}

    def _is_told(self, region: str) -> bool:
        """Whether the document names the region in full somewhere, so that it may name it by its bare name."""
        text = self.source.text
        return region in self._with_institutions or region in text or region.upper() in text

    def spoken_of(self, first: int, last: int, line: str) -> str | None:
        """The last institution named between two places of the text that is not ours: `mereka` of the sentence `line` behind."""
        if (
            self.sides.home
            and self.sides.host
            and self.facts.kind is not Kind.LETTER
            and self.facts.kind is not Kind.OTHER
        ):  # a story of two sides: `mereka` are those of the other side, `ke sana` is where one was just spoken of
            return self._third_before(first, last) if _THERE.search(line) else None
        named = [
            mention
            for mention in self.facts.institutions
            if first <= mention.start < last
            and mention.sure
            and mention.name != self.ours
            and (mention.region is None or mention.region != self.our_region)
        ]
        if not named:
            return None
        return self.sides.names.party_name(named[-1].name, named[-1].region) or named[-1].name

    def _third_before(self, first: int, last: int) -> str | None:
        """The institution named last between two places, where it is no party."""
        named = [mention for mention in self.facts.institutions if first <= mention.start < last and mention.sure]
        if not named or named[-1].region is None or self.sides.names.party_name(named[-1].name, named[-1].region):
            return None
        return named[-1].name

    def way(self, line: str, sides: Sequence[Side], they: str | None) -> Way | None:
        """Who comes to whom where one end is no party; None where both are or the sentence does not say."""
        found = self.ends(line, sides, they)
        ours = self._parties()
        if found is None or (found[0] in ours and found[1] in ours and self.facts.kind is not Kind.OTHER):
            return None
        return [found[0]], found[1]

    def ends(self, line: str, sides: Sequence[Side], they: str | None) -> tuple[str, str] | None:
        """The one who comes and the one who receives, as the sentence names them."""
        if self.sides.agreement or (goes := GOES.search(line)) is None:
            return None
        ends = self._ends(line, sides)
        host = self._host(line, ends, goes, they)
        visitor = self._visitor(line, ends, goes, they, host)
        if (
            host is None
            and visitor is not None
            and visitor != self.ours
            and (_COMES.search(line, goes.start()) or (_OFFERS.search(line) and not _RECEIVES.search(line)))
        ):
            host = self.ours
        if host is None and visitor is not None and (receives := _RECEIVES.search(line)):
            before = [end.name for end in ends if end.start < receives.start()]
            host = before[-1] if before else self.ours
        return None if visitor is None or host is None or visitor == host else (visitor, host)

    def to_there(self, line: str) -> tuple[str, str] | None:
        """Our own visit: `Persiapan Kunjungan Balasan ke Kota Z`."""
        goes = GOES.search(line)
        host = self._host(line, self._ends(line, self.sides.named(line)), goes, None) if goes else None
        return (self.ours, host) if host and self.ours and host != self.ours else None

    def _parties(self) -> set[str]:
        return {party.name for party in self.facts.parties if party.role != "facilitator"}

    def _ends(self, line: str, sides: Sequence[Side]) -> list[_End]:
        """The parties and the other institutions that the sentence names, in its order."""
        ends = [_End(side.name, side.start, outside=False) for side in sides]
        spans: list[tuple[int, int]] = []
        for mention in find_institutions(line):
            spans.append((mention.start, mention.end))
            own = mention.region in self.regions or (self.our_region and mention.region == self.our_region)
            if not mention.sure or mention.name in self._parties() or mention.region in self.regions:
                continue
            if own:
                ends.append(_End(mention.name, mention.start, outside=False))
                continue
            ends.append(_End(mention.name, mention.start, outside=True))
        for region in find_regions(line):
            official = next((each.official for each in region.candidates if self._is_told(each.official)), None)
            if official is None and region.explicit and len(region.candidates) == 1:
                official = region.candidates[0].official
            inside = any(start <= region.start <= end + 12 for start, end in spans)
            if official is None or inside or official in self.regions:
                continue
            if official == self.our_region:
                ends.append(_End(self.ours or "", region.start, outside=False))
            else:
                ends.append(_End(government_of(official), region.start, outside=True))
        if not ends and (place := _OFFICE.search(line)):
            ends.append(_End(place["name"], place.start("name"), outside=True))
        return sorted(ends, key=lambda end: end.start)

    def _host(self, line: str, ends: Sequence[_End], goes: re.Match[str], they: str | None) -> str | None:
        led = [end for end in ends if end.start >= goes.start() and LED.search(line, 0, end.start)]
        to = [end for end in led if ONLY_TO.search(line, goes.start(), end.start)]
        here = _HERE.search(line, goes.start())
        if here and not any(ONLY_TO.search(line, here.end(), end.start) for end in to if end.start > here.end()):
            to = [end for end in to if end.start < here.start()]
        if to:
            return to[0].name
        if here or _HERE.search(line):
            return self.ours
        if led:
            return led[0].name
        return they if they and _THERE.search(line) else None

    def _visitor(
        self, line: str, ends: Sequence[_End], goes: re.Match[str], they: str | None, host: str | None
    ) -> str | None:
        goers = [
            end for end in ends
            if end.name != host and not _LEFT.search(line, 0, end.start) and not LED.search(line, 0, end.start)
            and (end.start < goes.start() or OF.search(line, 0, end.start))
        ]  # fmt: skip
        if goers:
            return goers[-1].name
        if they and they != host and _THEY.search(line):
            return they
        told = (
            _WE.search(line)
            or (they is None and _TEAM.search(line))
            or (self.facts.kind in (Kind.LETTER, Kind.OTHER) and _TASK.match(line))
        )
        return self.ours if host != self.ours and told else None
