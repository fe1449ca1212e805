"""What the units are called in which participants are placed, agencies and what stands below them, and their official names."""

import re
from collections.abc import Mapping, Sequence, Set
from copy import copy

from nlp.components.institutions import find_institutions, region_of
from nlp.components.placement_unit_names import (
    OF_ONE_WORD,
    OFFICE,
    SECTION,
    Named,
    full_name,
    in_regencies,
    is_agency,
    with_areas,
)
from nlp.extraction import Party
from nlp.facts import InstitutionMention

_SCHOOL = re.compile(
    r"\b(?:(?:SD|SMP|SMA|SMK|TK|SLB)\s+Negeri|(?:SD|SMP|SMA|SMK|TK|SLB)N)\s+(?:\d{1,3}(?!\s+orang)(?:\s+[A-Z][\w'’-]+)*|[A-Z][\w'’-]+(?:\s+[A-Z\d][\w'’-]*)*)"
)
# Words that begin the name of a unit which no list of agencies holds.
_HEAD = (
    r"(?:BLUD?\s+)?UPT[DB]?\.?(?:\s+BLUD?)?|UPPD|KPPD|UP3AD|Balai(?!\s+(?:Kota|Desa|Kelurahan|Pertemuan|Provinsi|Kabupaten)\b)(?:\s+Besar)?|BPP|Unit(?:\s+(?:Pelaksana|Pengelola|Layanan|Pengolahan))?|Kelurahan|Kecamatan|Kemantren|Kapanewon|Kalurahan|Distrik|Desa|Nagari"
    r"|Gampong|Pekon|Lembang|Taman\s+Bacaan|Puskesmas|Pustu|Labkesda|Laboratorium|RSUD|RSUP|RSJD?|RSD|Rumah\s+Sakit|Mal\s+Pelayanan\s+Publik|MPP|Museum|Perpustakaan|Samsat"
    r"|Terminal|Pelabuhan|Instalasi|Panti|Rumah\s+Potong(?:\s+Hewan)?|RPH|Badan\s+Pengelola|Biro|TPST|TPS3R|TPA|Bank\s+Sampah|Pos|Loket|Rumah\s+(?:Aman|Kompos|Singgah|Data|Kemasan?|Produksi)|BUMDes(?:ma)?|Command\s+Center|TPI|PPI|Sentra|Perumda|Perseroda|PDAM"
)
_TAIL = r"(?:\s+(?:[A-Z][\w'’.-]*|[IVX]+|\d{1,2}(?=\s*\((?!\d+\)))|[1-4](?=\s+(?:dan|serta)\s)|dan(?=\s+(?!Taman\s+Bacaan\b)[A-Z])|di(?=\s+[A-Z])))*"
_NAMED = re.compile(rf"\b(?:{_HEAD})\s+[A-Z][\w'’.-]*{_TAIL}|\bMal\s+Pelayanan\s+Publik\b|\bMPP\b(?!\s+[A-Z])")
# `Bidang Perencanaan, Pengendalian dan Evaluasi`: one section, where no other head follows the comma.
_NO_HEAD = rf"(?!(?:{SECTION}|{_HEAD}|Dinas|Badan|Kantor)\b)[A-Z][a-z][\w'’-]*"
_MORE_WORDS = rf"(?:(?:,\s+{_NO_HEAD}(?:\s+[A-Z][a-z][\w'’-]*)*)+,?\s+(?:dan|serta)\s+{_NO_HEAD}{_TAIL})?"
_NAMED_SECTION = re.compile(rf"\b(?:{SECTION})\s+[A-Z][\w'’.-]*{_TAIL}{_MORE_WORDS}")
# `Dinas Kearsipan dan Perpustakaan` is one agency, `Museum X dan Perpustakaan Y` are two.
_AND_LIBRARY = r"(?<![Aa]rsip)(?<!ARSIP)(?<!(?i:arsipan))(?<!(?i:iterasi))\s+dan\s+(?=Perpustakaan\b)"
_ANOTHER = re.compile(
    rf"\s+dan\s+(?=(?:UPT[DB]?|Balai|Biro|Kantor|Dinas|Badan|Pos|Puskesmas|Kecamatan|Kelurahan|Mal|MPP|RSUD|Museum|TPA|TPST|Terminal|Perumda|Samsat|Taman\s+Bacaan|{SECTION})\b)|{_AND_LIBRARY}|\s*,\s+(?:dan\s+|serta\s+)?(?=(?:{_HEAD})\s)"
    # `Bagian Organisasi, BPKPD dan Diskominfo`: a Bagian belongs to the secretariat, not to the agency named next.
    r"|(?<=\w)\s*,\s+(?=(?:[A-Z]{3,}\w*|Dinas|Badan|Inspektorat)\b)"
)
# What a province has in the regencies.
_FIELD_UNIT = re.compile(r"(?:Unit\s+P|UPT[DB]?|UPPD|KPPD|Balai|Samsat|Cabang\s+Dinas|Kantor\s+Cabang)\w*\b")
_LEVEL = re.compile(r"\b(?:Kota|Kabupaten|Kab)\b")
_ORDINAL = re.compile(r"\s+(?:[IVX]+|\d{1,2}(?!\s*(?:orang|peserta|org|pegawai|ASN)))\b")
# What stands right before an agency's name and is a part of it.
_PART_BEFORE = re.compile(
    rf"(?<![\w-])(?P<part>(?:IGD|ICU|ICCU|NICU|PICU|IBS|IPSRS|Pusdalops(?:[ -]?PB)?|LPSE|UPT[DB]?(?:\s+BLUD?)?|(?:{SECTION})\s+[A-Z][\w'’-]*{_TAIL}))\s+$"
)
# `Bagian Humas` names a unit itself, whatever `Humas` alone stands for.
# `paparan di ruang Pusdalops BPBD`: at the agency.
_IN_ROOM = re.compile(r"\b(?:ruang|aula|gedung|kantor)\s+$")
_HEAD_BEFORE = re.compile(rf"\b(?:{SECTION}|{_HEAD}|Dinas|Badan|Kantor)\s+$")
# A part of the host agency that has no name but its kind.
_SECRETARIAT = re.compile(
    r"(?:\b(?:di|pada|ke|dan|serta)\s+|[,;:]\s*|^\W*)(?P<part>Sekretariat)(?=\s+(?:dan|serta|bagian|sub\w+|sebanyak|untuk|selama)\b|\s*[,.;:()]|\s*$|\s+\d)"
)
_PART_CELL = re.compile(
    r"\W*(?P<part>IGD|ICU|ICCU|NICU|PICU|IBS|IPSRS|PONEK|Pusdalops(?:[ -]?PB)?|LPSE|PPID|Command\s+Center|Laboratorium|Farmasi|Radiologi|Rekam\s+Medi[sk]|Gizi|Poliklinik|Hemodialisis?|Sekretariat|Tata\s+Usaha)\s*(?:\([^()]{2,40}\))?\W*"
)
_PARTY = re.compile(r"\s+(?:PIHAK|PARA)\b.*$", re.DOTALL)
# `Kantor Dinsos`: the agency itself, not an office that is called so.
_OFFICE_OF = re.compile(
    r"\b[Kk]antor(?=\s+(?:Dis[a-z]{2,}|Din[a-z]{2,}|Bap[a-z]{3,}|Set[dw]a|BK(?:D|PSDM|PP|PSDMD)|BP[KBP][A-Z]*|DP[A-Z]{2,}|DLH)\b)(?!\s+Dinas\s)"
)
_HEADS = re.compile(r"\s*(?:[.…]{2,}|[-–:(|])?\s*\(?\d+\s*(?:orang|peserta|org|pegawai|ASN)\b.*$", re.DOTALL)
_PROPER = re.compile(r"[A-Z][\w'’.-]*(?:\s+(?:[A-Z][\w'’.-]*|dan|di|untuk|&))*$")
# `Difasilitasi Lembaga X`, `Dipimpin Sekretaris`: what was done, no unit.
_DEED = re.compile(
    r"Di(?:(?!nas|klat|gital|rektorat|strik|visi|s[a-z]+|mensi)[a-z]{4,})\b|(?:Bersama|Oleh|Kerja\s+Sama|Angkatan|Periode|Tahun|Melalui)\b"
)
_MOST_WORDS = 9
_JOINT = re.compile(r"\s*(?:,|\bdan|\bserta|;)*\s*$")
_SHORTEST = 6  # characters of a name
# The licensing agency is hardly ever written out in full.
_HALF_SHORT = re.compile(
    r"\bDinas\s+Penanaman\s+Modal\s*(?:,|dan|&)\s*P(?:TSP|tsp)\b(?!\s*(?:,|dan|&)\s*(?:Tenaga|Naker))"
)
_ONE_DOOR = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
_HOST_ITSELF = re.compile(
    r"\W*kantor\s+(?:dinas|badan|satuan|sekretariat|inspektorat|biro|bagian|induk|pusat|utama)\W*", re.IGNORECASE
)
_IN_ADDRESS = re.compile(r"[.@/]\w|\w?[\w.]*@")  # of a web page or for letters


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
        self.patterns = (
            (_SCHOOL, _NAMED, _NAMED_SECTION) if sections or (host and is_agency(host)) else (_SCHOOL, _NAMED)
        )
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
        return self.host is not None and is_agency(self.host) and _HOST_ITSELF.fullmatch(text) is not None

    def find(self, text: str, *, whole: bool = False, anywhere: bool = False) -> list[Named]:
        """(start, end, official name) of each; `whole`: the text is a cell or an item and itself a name where it holds none.

        `anywhere`: an agency that the text names with another region counts too, unless it is of those who were sent.
        """
        region = self.region or next((name for name in self.regions if name.split(" ", 1)[-1] in text), None)
        if whole and OF_ONE_WORD.fullmatch(text.strip()):
            return [(text.index(text.strip()), len(text.rstrip()), text.strip())]
        found = self._of_glossary(text, region)
        text = _OFFICE_OF.sub("      ", text)
        mentions = [
            mention
            for mention in find_institutions(text, context_region=region)
            if (self._can_be(mention, region, anywhere=anywhere) or self._works_below(text, mention, region))
            and not self._called_after_area(text, mention)
            and not _IN_ADDRESS.match(text, max(0, mention.start - 1))
            and not any(s < mention.end and e > mention.start for s, e, _ in found)
        ]
        for mention in mentions:
            if self._works_below(text, mention, region):
                ordinal = _ORDINAL.match(text, mention.end)
                last = ordinal.end() if ordinal else mention.end
                found.append((mention.start, last, f"{mention.name}{text[mention.end : last]}"))
                continue
            longer = _NAMED.match(text, mention.start) if mention.region is None and mention.kind == "agency" else None
            rest = text[mention.end : longer.end()].strip(" .") if longer else ""
            if rest and not rest.isupper() and not rest.startswith("di "):
                continue  # `UPT Laboratorium Jalan dan Bahan`: the name goes on
            found += self._within(text, mention, region) or self._split(text, mention, region)
        for pattern in self.patterns:
            for match in pattern.finditer(text):
                end = min(
                    (start for start, last, _ in found if match.start() < start < match.end() < last + 90),
                    default=match.end(),
                )
                if end < match.end():  # what is named next has been found already
                    end = match.start() + len(_JOINT.sub("", text[match.start() : end]))
                if (end - match.start() > _SHORTEST or match.group() == "MPP") and not any(
                    s < end and e > match.start() for s, e, _ in found
                ):
                    found += self._pieces(text, match.start(), end, region)
        found += self._bare_parts(text, [(start, end) for start, end, _ in found], whole=whole)
        if not found and whole and (name := self._whole(text)):
            start = text.index(name)
            found = [(start, start + len(name), self._full(name, region))]
        return in_regencies(text, with_areas(text, sorted(found)), region)

    def _bare_parts(self, text: str, taken: Sequence[tuple[int, int]], *, whole: bool) -> list[Named]:
        """`Sekretariat` of the host agency, in a sentence or a cell; `IGD`, `Laboratorium (lantai 2)` in a cell."""
        if self.host is None or not is_agency(self.host) or self.host.name.startswith("Sekretariat"):
            return []
        if whole and not taken and (cell := _PART_CELL.fullmatch(_HEADS.sub("", text))):
            return [(cell.start("part"), cell.end("part"), f"{cell['part']} {self.host.name}")]
        return [
            (match.start("part"), match.end("part"), f"Sekretariat {self.host.name}")
            for match in _SECRETARIAT.finditer(text)
            if not any(start < match.end("part") and end > match.start("part") for start, end in taken)
        ]

    def _of_glossary(self, text: str, region: str | None) -> list[Named]:
        """The document's own short forms, as it explains them, and names that are half a short form."""
        half_short = [
            (match.start(), match.end(), self._full(_ONE_DOOR, region)) for match in _HALF_SHORT.finditer(text)
        ]
        return half_short + [
            (match.start(), match.end(), self._full(name, region))
            for short, name in self.glossary.items()
            if region_of(name) in {None, region} or region_of(name) not in self.own
            for match in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text)
            if not _HEAD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        ]

    def _within(self, text: str, mention: InstitutionMention, region: str | None) -> list[Named]:
        """`IGD RSUD X`, `Pusdalops BPBD Y`, `UPT Balai Z`: a part of the host agency, named right before it."""
        before = _PART_BEFORE.search(text, max(0, mention.start - 80), mention.start)
        if before is None or _IN_ROOM.search(text, 0, before.start("part")):
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
            for match in _NAMED.finditer(text)
        )

    def _works_below(self, text: str, mention: InstitutionMention, region: str | None) -> bool:
        """`Unit Pengelolaan Pendapatan Daerah Kota X I`: a province's unit, named after the regency where it works."""
        return (
            region is not None
            and region.startswith("Provinsi")
            and mention.region is not None
            and not mention.region.startswith("Provinsi")
            and mention.region not in self.own
            and _FIELD_UNIT.match(mention.name) is not None
            and _LEVEL.search(text, mention.start, mention.end) is not None
        )

    def _split(self, text: str, mention: InstitutionMention, region: str | None) -> list[Named]:
        """`Bidang X dan UPT Y Badan Z` names two units of one agency."""
        written = text[mention.start : mention.end]
        cut = _ANOTHER.search(written)
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
        for part in _ANOTHER.split(text[start:end]):
            name = _PARTY.sub("", part).rstrip(" .,")
            first = text.index(part, position)
            found.append((first, first + len(name), self._full(" ".join(name.split()), region)))
            position = first + len(part)
        return found

    def _whole(self, text: str) -> str | None:
        name = _HEADS.sub("", text).strip(" .;,:-–•*")
        proper = _PROPER.fullmatch(name)
        if _DEED.match(name) or region_of(name) == name:
            return None
        return name if proper and 2 <= len(name.split()) <= _MOST_WORDS and not name.isupper() else None

    def _full(self, name: str, region: str | None, *, known: bool = False) -> str:
        """The name with what it belongs to; the host's own region is not said twice."""
        return full_name(name, region, self.host, self.region, known=known)
