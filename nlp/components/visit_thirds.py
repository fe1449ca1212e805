"""Visits with an end that is no party of the document: `singgah di Pemkot X`, `rombongan Kota Y meneruskan kunjungan ke Z`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nlp.components.institutions import find_institutions, government_of, region_of
from nlp.components.visit_ends import Way
from nlp.components.visit_names import Side
from nlp.components.visit_offices import OUR_OFFICE, SENDS_TEAM, heads_in_full, office_of
from nlp.components.visit_sides import Sides
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.source import Source
from nlp.words.places import find_regions

_I = re.IGNORECASE
# The journey itself; what stands before it goes, what `ke` leads to behind it receives.
_GOES = re.compile(
    r"\b(?:ber)?kunjung(?:an|i)?\b|\bmengunjungi\b|\blawatan\b|\bmelawat\b|\bstudi\s+(?:tiru|banding|lapangan|komparasi|referensi)\b|\bkaji\s+(?:tiru|banding)\b"
    r"|\bbenchmarking\b|\bbertandang\b|\bmenyambangi\b|\bbertamu\b|\bdatang\b|\bhadir\b|\btiba\b|\b(?:mampir|singgah)\b|\bbertolak\b|\bberangkat\b|\bkembali\s+ke\b"
    r"|\bmenengok\b|\bmeninjau\b|\bmenyinggahi\b|\bmendatangi\b|\bbelajar\b(?=[^.;]{0,30}\ske\s)|\b(?:akan|ingin|hendak|mau)\s+ke\b|\b(?:minta|meminta|memohon|ingin)\s+diterima\b|\bperjalanan\b(?=\s+ke\s)|\bvisit\b",
    _I,
)
_LED = re.compile(
    r"(?:\b(?:ke|di|pada|menuju|kepada)|(?:mengunjungi|menyambangi|mendatangi|menyinggahi|menengok|meninjau|\bto))\s+"
    r"(?:(?:kantor|wilayah|daerah|lingkungan|Pemerintah|Pemkot|Pemkab|Pemprov|Kabupaten|Kota|Provinsi|the)\s+)*$",
    _I,
)
_ONLY_TO = re.compile(r"\bke\s|menuju\s|mengunjungi\s|menyambangi\s|mendatangi\s|menyinggahi\s", _I)
# `kunjungan balasan tim X`, `rombongan dari X`
_OF = re.compile(
    r"(?:kunjungan|lawatan|kedatangan|kehadiran|visitasi|studi\s+\w+)(?:\s+(?:kerja|balasan|balik|lanjutan|studi|resmi))?"
    r"(?:\s+(?:dari|oleh|tim|rombongan|coach|pelatih|pejabat|delegasi|jajaran|kepala|pimpinan|fasilitator|mentor|narasumber|Pemerintah))*\s+$",
    _I,
)
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
_HEAD_OF = re.compile(
    r"\b(?:Kepala|Direktur|Sekretaris|Pimpinan|Ketua|Inspektur|Plt\.?|Kabid|Kabag)\s+$"
)  # who speaks for more
_OUR_HEAD = re.compile(r"\b(?:Bupati|Wali\s*[Kk]ota|Gubernur)\s+(?:kami|kita)\b")
_THEIR_HEAD = re.compile(r"\s+(?:\w+\s+){0,3}?(?:Bupati|Wali\s*[Kk]ota|Gubernur|Pemerintah|Pemkab|Pemkot|Pemprov)\b")
_THAT = re.compile(r"\b(?:bahwa|agar|supaya)\b")  # who says it stands before
_HEAD = 400  # characters of a document's head in which its own institution stands


@dataclass(frozen=True, slots=True)
class _End:
    name: str
    start: int
    outside: bool


class Thirds:
    """The ends of a visit where one of them is an institution that is no party."""

    def __init__(self, source: Source, facts: Facts, sides: Sides) -> None:
        self.facts = facts
        self.sides = sides
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
        if self.sides.agreement or (goes := _GOES.search(line)) is None:
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
        goes = _GOES.search(line)
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
        led = [end for end in ends if end.start >= goes.start() and _LED.search(line, 0, end.start)]
        to = [end for end in led if _ONLY_TO.search(line, goes.start(), end.start)]
        here = _HERE.search(line, goes.start())
        if here and not any(_ONLY_TO.search(line, here.end(), end.start) for end in to if end.start > here.end()):
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
            if end.name != host and not _LEFT.search(line, 0, end.start) and not _LED.search(line, 0, end.start)
            and (end.start < goes.start() or _OF.search(line, 0, end.start))
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

    def at_level(self, line: str, visitor: str, host: str) -> tuple[str, str]:
        """Both ends as the sentence names them: an agency of a party that is a government, governments where the parties are agencies."""
        line = heads_in_full(_clause(line))
        if heads := self._heads_meet(line, visitor, host):
            return heads
        visitor = self._widened(line, visitor)
        agency = self.narrowed(line, visitor)
        if agency != visitor:
            return agency, self._beside(line, agency, host)
        regions = region_of(visitor), region_of(host)
        if self.sides.agreement or None in regions or regions[0] == regions[1]:
            return visitor, host
        if not all(region and region in line for region in regions):
            return visitor, host
        if any(mention.kind != "government" for mention in find_institutions(line)):
            return visitor, host
        return government_of(regions[0] or ""), government_of(regions[1] or "")

    def _widened(self, line: str, name: str) -> str:
        """The government of an agency where the sentence asks for it: `mengundang jajaran Pemerintah Kota X`."""
        region = region_of(name)
        if region is None or name.startswith("Pemerintah ") or self.facts.kind not in (Kind.REPORT, Kind.NEWS):
            return name
        kinds = {mention.kind for mention in find_institutions(line) if mention.region == region and mention.sure}
        named = kinds == {"government"} and f"Pemerintah {region}" in line
        return government_of(region) if named else name

    def _heads_meet(self, line: str, visitor: str, host: str) -> tuple[str, str] | None:
        """`Bupati kami hendak menyambangi Bupati Karo` in a letter between agencies: the governments are the ends."""
        ours = self.sides.sender.name if self.sides.sender and self.facts.kind is Kind.LETTER else None
        regions = region_of(visitor), region_of(host)
        if visitor != ours or regions[0] is None or regions[1] is None or (goes := _GOES.search(line)) is None:
            return None
        if not _OUR_HEAD.search(line, 0, goes.start()) or not _THEIR_HEAD.match(line, goes.end()):
            return None
        return government_of(regions[0]), government_of(regions[1])

    def _beside(self, line: str, agency: str, host: str) -> str:
        """The end beside an agency: `Inspektorat X ke Y` leads to Y's government, not to another office of Y that is the party."""
        regions = region_of(agency), region_of(host)
        offices = [
            name.removesuffix(region or "").strip() for name, region in zip((agency, host), regions, strict=True)
        ]
        mentions = find_institutions(line)
        same = {
            office
            for mention in mentions
            if (office := office_of(mention, regions[1])) is not None and _LED.search(line, 0, mention.start)
        }
        if len(same) == 1 and host.startswith("Pemerintah "):
            return same.pop()  # `BKD X ke BKD Y`, where the parties are governments
        ours = OUR_OFFICE.search(line)
        if ours is not None and regions[1] and offices[0].casefold().startswith(ours["kind"].casefold()):
            return f"{offices[0]} {regions[1]}"  # `DPMPTSP X ke dinas kami`: its like
        named = host in {mention.name for mention in find_institutions(line)}
        if regions[1] is None or regions[0] == regions[1] or offices[0] == offices[1] or named:
            return host
        return government_of(regions[1]) if self.facts.kind in (Kind.REPORT, Kind.NEWS) else host

    def narrowed(self, line: str, name: str) -> str:
        """The agency of the government `name` where the sentence says that this agency comes: `Bapenda Kota X akan berkunjung`."""
        region = region_of(name) if name.startswith("Pemerintah ") and not self.sides.agreement else None
        if region is None or (goes := _GOES.search(line)) is None:
            return name
        sends = SENDS_TEAM.search(line, 0, goes.start())
        told = [match.end() for match in _THAT.finditer(line, 0, goes.start())]
        agencies = {
            office
            for mention in find_institutions(line)
            if (office := office_of(mention, region)) is not None and mention.start >= (told[-1] if told else 0)
            and (mention.start < goes.start() or _OF.search(line, 0, mention.start))
            and not _LED.search(line, 0, mention.start)
            and (sends or not _HEAD_OF.search(line, 0, mention.start))
        }  # fmt: skip
        return agencies.pop() if len(agencies) == 1 else name


def _clause(line: str) -> str:
    """The last of the clauses that semicolons part, where it alone tells who goes where to."""
    *before, last = line.split(";")
    return last if before and _GOES.search(last) and _ONLY_TO.search(last) else line
