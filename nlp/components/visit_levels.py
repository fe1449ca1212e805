"""At which level the ends of a visit meet: agencies of governments, or the governments of agencies."""

import re

from nlp.components.institutions import find_institutions, government_of, region_of
from nlp.components.visit_offices import OUR_OFFICE, SENDS_TEAM, heads_in_full, office_of
from nlp.components.visit_sides import Sides
from nlp.extraction import Kind
from nlp.facts import Facts

_I = re.IGNORECASE
# The journey itself; what stands before it goes, what `ke` leads to behind it receives.
GOES = re.compile(
    r"\b(?:ber)?kunjung(?:an|i)?\b|\bmengunjungi\b|\blawatan\b|\bmelawat\b|\bstudi\s+(?:tiru|banding|lapangan|komparasi|referensi)\b|\bkaji\s+(?:tiru|banding)\b"
    r"|\bbenchmarking\b|\bbertandang\b|\bmenyambangi\b|\bbertamu\b|\bdatang\b|\bhadir\b|\btiba\b|\b(?:mampir|singgah)\b|\bbertolak\b|\bberangkat\b|\bkembali\s+ke\b"
    r"|\bmenengok\b|\bmeninjau\b|\bmenyinggahi\b|\bmendatangi\b|\bbelajar\b(?=[^.;]{0,30}\ske\s)|\b(?:akan|ingin|hendak|mau)\s+ke\b|\b(?:minta|meminta|memohon|ingin)\s+diterima\b|\bperjalanan\b(?=\s+ke\s)|\bvisit\b",
    _I,
)
LED = re.compile(
    r"(?:\b(?:ke|di|pada|menuju|kepada)|(?:mengunjungi|menyambangi|mendatangi|menyinggahi|menengok|meninjau|\bto))\s+"
    r"(?:(?:kantor|wilayah|daerah|lingkungan|Pemerintah|Pemkot|Pemkab|Pemprov|Kabupaten|Kota|Provinsi|the)\s+)*$",
    _I,
)
ONLY_TO = re.compile(r"\bke\s|menuju\s|mengunjungi\s|menyambangi\s|mendatangi\s|menyinggahi\s", _I)
# `kunjungan balasan tim X`, `rombongan dari X`
OF = re.compile(
    r"(?:kunjungan|lawatan|kedatangan|kehadiran|visitasi|studi\s+\w+)(?:\s+(?:kerja|balasan|balik|lanjutan|studi|resmi))?"
    r"(?:\s+(?:dari|oleh|tim|rombongan|coach|pelatih|pejabat|delegasi|jajaran|kepala|pimpinan|fasilitator|mentor|narasumber|Pemerintah))*\s+$",
    _I,
)
_HEAD_OF = re.compile(
    r"\b(?:Kepala|Direktur|Sekretaris|Pimpinan|Ketua|Inspektur|Plt\.?|Kabid|Kabag)\s+$"
)  # who speaks for more
_OUR_HEAD = re.compile(r"\b(?:Bupati|Wali\s*[Kk]ota|Gubernur)\s+(?:kami|kita)\b")
_THEIR_HEAD = re.compile(r"\s+(?:\w+\s+){0,3}?(?:Bupati|Wali\s*[Kk]ota|Gubernur|Pemerintah|Pemkab|Pemkot|Pemprov)\b")
_THAT = re.compile(r"\b(?:bahwa|agar|supaya)\b")  # who says it stands before


class Levels:
    """The ends of a visit as a sentence names them, beside the parties of the document."""

    def __init__(self, facts: Facts, sides: Sides) -> None:
        self.facts = facts
        self.sides = sides

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
        if visitor != ours or regions[0] is None or regions[1] is None or (goes := GOES.search(line)) is None:
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
            if (office := office_of(mention, regions[1])) is not None and LED.search(line, 0, mention.start)
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
        if region is None or (goes := GOES.search(line)) is None:
            return name
        sends = SENDS_TEAM.search(line, 0, goes.start())
        told = [match.end() for match in _THAT.finditer(line, 0, goes.start())]
        agencies = {
            office
            for mention in find_institutions(line)
            if (office := office_of(mention, region)) is not None and mention.start >= (told[-1] if told else 0)
            and (mention.start < goes.start() or OF.search(line, 0, mention.start))
            and not LED.search(line, 0, mention.start)
            and (sends or not _HEAD_OF.search(line, 0, mention.start))
        }  # fmt: skip
        return agencies.pop() if len(agencies) == 1 else name


def _clause(line: str) -> str:
    """The last of the clauses that semicolons part, where it alone tells who goes where to."""
    *before, last = line.split(";")
    return last if before and GOES.search(last) and ONLY_TO.search(last) else line
