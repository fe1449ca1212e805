"""Stated performance figures of an institution: SAKIP, Indeks Reformasi Birokrasi, IP ASN, SPBE and their like.

A figure counts where its name, its value and whose it is stand together: in one sentence or line, or in a table whose rows
or columns name them. Targets, hopes and the scores of single agencies within a region are no figures achieved.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.institutions import government_of, region_of
from nlp.extraction import Indicator
from nlp.facts import Facts, InstitutionMention
from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock
from nlp.words import Region
from nlp.words.places import find_regions

_GRADE = r"(?<![\w.])(?:AA|A-|A|BB|B\+|B|CC|C|D)(?![\w.’'&/-]\w|\w)"
_NUMBER = r"(?<![\w.,/])\d{1,3}(?:[.,]\d{1,4})?(?![\w/]|[.,]\d)"
_LEVEL = r"(?i:level)\s+(?:\d(?:[.,]\d+)?|I{1,3}|IV|V)(?!\w)"
_OPINION = (
    r"WTP(?:-DPP)?|WDP|TMP|(?:W|w)ajar (?:T|t)anpa (?:P|p)engecualian|(?:W|w)ajar (?:D|d)engan (?:P|p)engecualian|WTP"
)
_CATEGORY = r"(?i:zona hijau|zona kuning|sangat tinggi|sangat baik|sangat inovatif|terinovatif|inovatif)(?!\w)"


@dataclass(frozen=True, slots=True)
class _Measure:
    name: str
    cue: str
    value: str
    low: float = 0.0
    high: float = 100.0
    of_agency: bool = False  # the score is the unit's own, not its government's


_MEASURES: Final = (
    _Measure(
        "SAKIP", r"SAKIP|AKIP|(?:Sistem\s+)?Akuntabilitas\s+Kinerja(?:\s+Instansi\s+Pemerintah)?", f"{_GRADE}|{_NUMBER}"
    ),
    _Measure(
        "Indeks Reformasi Birokrasi",
        r"(?:indeks|nilai|predikat|skor|hasil\s+evaluasi)\s+(?:pelaksanaan\s+)?(?:Reformasi\s+Birokrasi|RB)(?:\s+General)?(?:\s*\(RB\))?",
        f"{_NUMBER}|{_GRADE}",
        high=120,
    ),
    _Measure(
        "IP ASN",
        r"(?:indeks\s+)?IP[\s-]ASN|Indeks\s+Profesionalitas\s+(?:ASN|Aparatur(?:\s+Sipil\s+Negara)?)(?:\s*\(IP[\s-]?ASN\))?",
        _NUMBER,
    ),
    _Measure(
        "SPBE",
        r"(?:indeks\s+)?(?:SPBE|Sistem\s+Pemerintahan\s+Berbasis\s+Elektronik(?:\s*\(SPBE\))?)|Indeks\s+Pemerintah(?:an)?\s+Digital",
        _NUMBER,
        high=5,
    ),
    _Measure("Indeks Sistem Merit", r"(?:indeks\s+|penerapan\s+)?Sistem\s+Merit|Indeks\s+Merit", _NUMBER, high=410),
    _Measure(
        "MCP",
        r"MC?S?P(?=\W)(?<=MCP|CSP)|Monitoring\s+Cent(?:er|re)\s+for\s+Prevention(?:\s*\(MCP\))?",
        _NUMBER + r"\s?%?",
    ),
    _Measure("SPI", r"(?:indeks\s+)?SPI(?!P)|Survei\s+Penilaian\s+Integritas(?:\s*\(SPI\))?", _NUMBER),
    _Measure(
        "IKM",
        r"IKM|SKM|Indeks\s+Kepuasan\s+Masyarakat(?:\s*\(IKM\))?|Survei\s+Kepuasan\s+Masyarakat",
        _NUMBER,
        of_agency=True,
    ),
    _Measure(
        "Maturitas SPIP",
        r"(?:tingkat\s+)?Maturitas\s+(?:penyelenggaraan\s+)?SPIP(?:\s+Terintegrasi)?|SPIP",
        f"{_LEVEL}|{_NUMBER}",
        high=5,
    ),
    _Measure("Kapabilitas APIP", r"Kapabilitas\s+APIP|IACM", f"{_LEVEL}|{_NUMBER}", high=5),
    _Measure(
        "Opini BPK",
        r"Opini\s+BPK(?:\s+RI)?(?:\s+atas\s+(?:LKPD|Laporan\s+Keuangan(?:\s+Pemerintah\s+Daerah)?))?|Opini",
        _OPINION,
    ),
    _Measure("EPPD", r"EPPD|LPPD", f"{_NUMBER}", high=5),
    _Measure(
        "Indeks Pelayanan Publik",
        r"Indeks\s+Pelayanan\s+Publik(?:\s*\(IPP\))?|IPP",
        f"{_NUMBER}|{_GRADE}",
        high=5,
        of_agency=True,
    ),
    _Measure(
        "Kepatuhan Ombudsman",
        r"(?:Indeks\s+|nilai\s+)?Kepatuhan\s+(?:Standar\s+)?Pelayanan\s+Publik(?:\s+Ombudsman(?:\s+RI)?)?|Kepatuhan\s+Ombudsman",
        f"{_NUMBER}|{_CATEGORY}",
    ),
    _Measure("Indeks Inovasi Daerah", r"Indeks\s+Inovasi\s+Daerah(?:\s*\(IID\))?", _NUMBER),
    _Measure("Indeks BerAKHLAK", r"Indeks\s+(?:Implementasi\s+)?(?:Core\s+Values\s+)?BerAKHLAK", f"{_NUMBER}|{_GRADE}"),
    _Measure("Indeks NSPK", r"Indeks\s+(?:Implementasi\s+)?NSPK(?:\s+Manajemen\s+ASN)?", f"{_NUMBER}|{_GRADE}"),
    _Measure("Indeks Tata Kelola Pengadaan", r"Indeks\s+Tata\s+Kelola\s+Pengadaan(?:\s*\(ITKP\))?|ITKP", _NUMBER),
    _Measure("Indeks Kualitas Kebijakan", r"Indeks\s+Kualitas\s+Kebijakan(?:\s*\(IKK\))?", _NUMBER),
    # Any other index by its own name, in capitals: Indeks Kualitas Lingkungan Hidup, Indeks Pembangunan Manusia.
    _Measure(
        "",
        r"Indeks(?-i:(?:\s+(?:(?!Provinsi|Kabupaten|Kota|Pem[kp]|Pemerintah\s|Dinas|Badan|Tahun|Kab|Prov)[A-Z][a-z]+|dan)){1,5})(?:\s*\(\w{2,6}\))?",
        _NUMBER,
    ),
)
_ANY: Final = re.compile(
    "|".join(f"(?P<m{index}>(?<!\\w)(?<!e-)(?i:{measure.cue})(?!\\w))" for index, measure in enumerate(_MEASURES))
)
_QUICK: Final = re.compile(
    r"AKIP|kuntabilitas|indeks|\bRB\b|Reformasi\s+Birokrasi|IP[ -]ASN|SPBE|Merit|MCP|MCSP|SPI|IPP|IKM|SKM|APIP|IACM|opini|PPD|Kepatuhan"
    r"|Kepuasan",
    re.IGNORECASE,
)
_VALUES: Final = tuple(re.compile(measure.value) for measure in _MEASURES)
_YEAR: Final = re.compile(r"(?<![\w/.-])(?:(?i:tahun|thn|ta)\.?\s+(?:anggaran\s+)?)?((?:19|20)\d\d)(?![\w/]|[.,-]\d)")
_SAME_YEAR: Final = re.compile(r"tahun\s+yang\s+sama|periode\s+yang\s+sama", re.IGNORECASE)
_SENTENCE: Final = re.compile(
    r"(?<=[.!?])(?<!\b[dD]r\.)(?<!\bIr\.)(?<!\bNo\.)(?<!\bProv\.)(?<!\bKab\.)(?<!\bH\.)[”\"’]?\s+(?=[A-Z“\"])|\n\s*\n|(?<=;)\s+|[“”]"
)
_TARGET: Final = re.compile(
    r"\b(?:target\w*|menargetkan|ditargetkan|harapan|diharapkan|berharap|agar|supaya|menuju|meningkatkan|peningkatan|mendorong|mengejar|"
    r"mewujudkan|minimal|paling\s+sedikit|bobot|rencana|ingin|hendak|perlu|harus|akan)\b",
    re.IGNORECASE,
)
_UNITS: Final = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?(?:kali|orang|OPD|SKPD|perangkat|unit|aspek|area|komponen|indikator|tahun(?!\s+(?:anggaran\s+)?(?:19|20)\d\d)|bulan|hari|kabupaten|kota|provinsi|"
    r"instansi|peserta|jam|JP|miliar|juta|triliun|ribu|dokumen|domain|peringkat|besar|dari)\b",
    re.IGNORECASE,
)
_SOFT: Final = frozenset(
    """nilai skor predikat kategori indeks sebesar adalah mencapai yaitu yakni ialah dengan memperoleh meraih mendapat mendapatkan mendapatkannya
    baru juga masih sudah telah pada kategori tercatat berada di sebanyak tahun ini dan untuk hasil kini capaian realisasi angka sangat naik
    menjadi turun meningkat dari atas oleh pemerintah daerah provinsi kabupaten kota level tingkat dalam posisi bernilai berpredikat penilaian
    evaluasi kami kita begitu sama hanya atau lalu lkpd secara terintegrasi rata rata-rata opini wajar kinerja instansi publik asn saat sekarang
    terakhir yang diperoleh dicapai mempertahankan berhasil dinilai bpk ri kemenpanrb umum general baik wilayah dan/atau sendiri secara
    nasional pemprov pemkab pemkot tersebut berturut turut kpk bkn kasn bpkp ombudsman kemendagri diterima diperoleh diraih yakni""".split()
)  # fmt: skip
_AND_THEN: Final = re.compile(
    r"\s*[,;(]?\s*(?:sementara(?:\s+itu)?|sedangkan|dan|adapun|lalu|serta|sementara\s+untuk|versus|vs\.?|dibanding(?:kan)?)?\s*,?\s*",
    re.IGNORECASE,
)
# After a value: the year that is scored, and a further value of another year.
_YEAR_BEHIND: Final = re.compile(
    r"(?:(?!\b(?:naik|turun|dari\s+(?:\d|tahun|nilai|[A-D]{1,2}\b)|dibanding\w*|meningkat|menjadi|target\w*)\b)(?:[^.;,\n]|(?<=\d)[.,](?=\d))){0,34}?"
    r"(?:\(?\s*(?:penilaian\s+|pada\s+|untuk\s+)?tahun\s+(?:anggaran\s+)?|\(\s*|\bpada\s+)(?P<year>(?:19|20)\d\d)(?![\d/–-])",
    re.IGNORECASE,
)
_NEXT_YEARS: Final = re.compile(
    r"\s*(?:\([^)\d]*\))?\s*(?:,\s*(?:dan|lalu|kemudian)?|dan|lalu|kemudian|serta|menjadi|ke)\s*(?:pada\s+)?(?:(?:tahun\s+)?(?P<before>(?:19|20)\d\d)\s*)?"
    r"(?:sebesar\s+|adalah\s+|menjadi\s+|naik\s+menjadi\s+|:\s*|=\s*)?$",
    re.IGNORECASE,
)
_RISE: Final = re.compile(
    r"\s*(?:\([^)\d]*\)\s*)?(?:(?:pada\s+)?(?:tahun\s+)?\(?(?P<year>(?:19|20)\d\d)\)?\s*)?(?:,\s*)?(?:menjadi|ke)\s+",
    re.I,
)
_STATES_OWNER: Final = re.compile(
    r"\s*(?:\([^)]*\))?\s*(?:,|diterima(?:\s+oleh)?|diperoleh|diraih|untuk|bagi|di|pada|milik)?\s*", re.IGNORECASE
)
_WITHIN: Final = re.compile(r"\b(?:OPD|SKPD|perangkat\s+daerah|unit\s+kerja)\b[^.;,]{0,50}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Owner:
    start: int
    end: int
    government: str | None
    agency: str | None

    def name(self, measure: _Measure) -> str | None:
        return self.agency or self.government if measure.of_agency else self.government or self.agency


class _Finder:
    """Looks for figures in one document."""

    def __init__(self, source: Source, institutions: list[InstitutionMention], home: str | None) -> None:
        self.source = source
        self.text = source.text
        self.owners = _owners(self.text, institutions)
        self.starts = [owner.start for owner in self.owners]
        self.home = home
        self.last_year: int | None = None
        self.found: list[Indicator] = []

    def add(
        self,
        measure: _Measure,
        owner: str | None,
        value: str,
        year: int | None,
        start: int,
        end: int,
        sure: float,
        *,
        said: str = "",
        apart: bool = False,
    ) -> None:
        value = " ".join(value.split())
        name = measure.name or " ".join(re.sub(r"\([^)]*\)", "", said).split())
        same = [
            item
            for item in self.found
            if item.name == name
            and item.owner == owner
            and ((item.year == year and not (apart and year is None)) or item.value == value)
        ]
        if same or not _plausible(measure, value):
            return
        self.found.append(Indicator(name, owner, value, year, self.source.evidence(start, end), sure))

    def owner_before(self, position: int) -> _Owner | None:
        index = bisect_right(self.starts, position) - 1
        return self.owners[index] if index >= 0 else None

    def owners_in(self, start: int, end: int) -> list[_Owner]:
        return [
            owner
            for owner in self.owners[bisect_right(self.starts, start - 1) : bisect_right(self.starts, end)]
            if owner.end <= end
        ]

    # -- running text --------------------------------------------------------------------------------------------------
    def sentence(self, start: int, end: int) -> None:
        """Every figure in `text[start:end]`, one sentence or line."""
        cues = list(_ANY.finditer(self.text, start, end))
        for position, cue in enumerate(cues):
            following = cues[position + 1].start() if position + 1 < len(cues) else end
            number = int((cue.lastgroup or "m0")[1:])
            measure = _MEASURES[number]
            before = self.text[start : cue.start()]
            clause = before.rsplit(",", 1)[-1]
            if _TARGET.search(clause[-60:]) or _WITHIN.search(before):
                continue
            hit = self.value_after(number, cue.end(), following)
            if hit is None:
                hit = self.value_before(number, cues[position - 1].end() if position else start, cue.start())
            if hit is None:
                continue
            self.take(measure, number, start, cue, hit, following)

    def take(
        self, measure: _Measure, number: int, start: int, cue: re.Match[str], hit: re.Match[str], following: int
    ) -> None:
        owner = self.owner_for(start, cue.start(), hit)
        name = owner.name(measure) if owner else self.home
        year = self.year_for(start, cue.start(), hit, following)
        first, last = min(cue.start(), hit.start()), max(cue.end(), hit.end())
        sure = 0.9 if owner else 0.6
        series = self.series(number, hit, year, following)
        year = series[0][1] if series else year
        self.add(measure, name, hit.group(), year, first, last, sure, said=cue.group())
        for later, its_year in series[1:]:
            self.add(
                measure, name, later.group(), its_year, later.start(), later.end(), sure, said=cue.group(), apart=True
            )
        # `…, sedangkan Pemkab Ngada masih B`
        position = series[-1][0].end() if series else hit.end()
        while True:
            nearby = [item for item in self.owners_in(position, following) if item.start - position < 70]
            if not nearby:
                return
            other = nearby[0]
            bridge = self.text[position : other.start]
            if re.search(r"[.!?]\s", bridge) or len(re.findall(r"\w+", _AND_THEN.sub(" ", bridge, count=1))) > 4:
                return
            after = self.value_after(number, other.end, following)
            if after is None or _TARGET.search(self.text[other.end : after.start()]):
                return
            its_year = self.year_for(other.start, other.start, after, following) or year
            self.add(
                measure, other.name(measure), after.group(), its_year, other.start, after.end(), 0.85, said=cue.group()
            )
            position = after.end()

    def series(
        self, number: int, hit: re.Match[str], year: int | None, following: int
    ) -> list[tuple[re.Match[str], int | None]]:
        """`62,11 (2020), 63,40 (2021)`, `tahun 2022 B dan tahun 2023 BB`, `dari B menjadi BB`: values of the years of one owner.

        Empty where the value stands alone.
        """
        limit = min(following, hit.end() + 160)
        rising = (
            re.search(r"\b(?:dari|semula)\s+$", self.text[max(0, hit.start() - 12) : hit.start()], re.IGNORECASE)
            is not None
        )
        found: list[tuple[re.Match[str], int | None]] = [(hit, year)]
        position = hit.end()
        for match in _VALUES[number].finditer(self.text, position, limit):
            if self._is_year(match) or match.start() < position:
                continue
            bridge = self.text[position : match.start()]
            own, joint = None, _NEXT_YEARS.match(bridge)
            if joint is None and (own := _YEAR_BEHIND.match(bridge)) is not None:
                joint = _NEXT_YEARS.match(bridge, own.end() + (bridge[own.end() : own.end() + 1] == ")"))
            behind = _YEAR_BEHIND.match(self.text, match.end(), min(following, match.end() + 45))
            rise = _RISE.fullmatch(bridge) if rising and len(found) == 1 else None
            if rise is not None:
                found = [(hit, int(rise["year"]) if rise["year"] else None)]
                found.append((match, int(behind["year"]) if behind is not None else None if rise["year"] else year))
            elif (
                joint is not None
                and (joint["before"] or behind is not None)
                and not _UNITS.match(self.text, match.end())
            ):
                if own is not None:
                    found[-1] = (found[-1][0], int(own["year"]))
                stated = joint["before"] or (behind["year"] if behind is not None else None)
                found.append((match, int(stated) if stated else None))
            else:
                break
            position = match.end()
        return found if len(found) > 1 else []

    def value_after(self, number: int, start: int, end: int) -> re.Match[str] | None:
        """The first value after a cue with only words of stating between them."""
        limit = min(end, start + 170)
        for match in _VALUES[number].finditer(self.text, start, limit):
            if (_UNITS.match(self.text, match.end()) and not match.group().isupper()) or self._is_year(match):
                continue
            between = self.text[start : match.start()]
            if not self._soft(start, match.start()) or _TARGET.search(between):
                return None
            return match
        return None

    def value_before(self, number: int, start: int, cue: int) -> re.Match[str] | None:
        """`predikat A untuk SAKIP`, `nilai 4,1 pada indeks SPBE`, `meraih WTP … opini`."""
        last: re.Match[str] | None = None
        for match in _VALUES[number].finditer(self.text, max(start, cue - 60), cue):
            last = match
        if last is None or self._is_year(last):
            return None
        led = re.search(
            r"\b(?:predikat|nilai|skor|kategori|meraih|memperoleh|level)\s+$",
            self.text[max(start, last.start() - 20) : last.start()],
            re.IGNORECASE,
        )
        gap = self.text[last.end() : cue].strip().casefold()
        return (
            last
            if led
            and re.fullmatch(
                r"(?:untuk|pada|dalam|atas|di)?\s*(?:nilai|penilaian|evaluasi|hasil evaluasi|indeks)?", gap
            )
            else None
        )

    def _is_year(self, match: re.Match[str]) -> bool:
        return _YEAR.fullmatch(match.group()) is not None

    def _soft(self, start: int, end: int) -> bool:
        text = self.text[start:end]
        for owner in reversed(self.owners_in(start, end)):
            text = text[: owner.start - start] + " " + text[owner.end - start :]
        text = re.sub(r"\([^)]*\)?", " ", _YEAR.sub(" ", text))
        hard = [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in _SOFT]
        return len(hard) <= 1 and "\n\n" not in text

    def owner_for(self, start: int, cue: int, hit: re.Match[str]) -> _Owner | None:
        between = self.owners_in(cue, hit.start()) if cue < hit.start() else []
        if between:
            return between[0]
        before = self.owner_before(cue)
        behind = [
            owner
            for owner in self.owners_in(hit.end(), hit.end() + 80)
            if _STATES_OWNER.fullmatch(self.text[max(hit.end(), cue) : owner.start])
        ]
        # `Dengan predikat A, Kabupaten Badung menjadi rujukan`: who follows counts where the sentence named nobody before.
        named = before is not None and before.start >= start
        return behind[0] if behind and (hit.start() < cue or not named) else before

    def year_for(self, start: int, cue: int, hit: re.Match[str], following: int) -> int | None:
        """The year stated between name and value, just after the value, or at the sentence's head."""
        low, high = min(cue, hit.start()), max(hit.end(), cue)
        tail_year = _YEAR_BEHIND.match(self.text, hit.end(), min(following, hit.end() + 60))
        inside = list(_YEAR.finditer(self.text, low, high + 20 if hit.start() < cue else high))
        if inside:
            self.last_year = int(inside[-1].group(1))
        elif tail_year is not None:
            self.last_year = int(tail_year["year"])
        elif _SAME_YEAR.search(self.text, start, high):
            return self.last_year
        else:
            ahead = list(_YEAR.finditer(self.text, start, low))
            if not ahead or re.search(r"\b(?:nomor|no)\b", self.text[start:low], re.IGNORECASE):
                return None
            self.last_year = int(ahead[-1].group(1))
        return self.last_year

    # -- tables --------------------------------------------------------------------------------------------------------
    def table(self, cells: list[SourceBlock]) -> None:
        """Figures of a table: the name in the row's first cells or in the column's header, the owner in the other."""
        rows: dict[int, list[SourceBlock]] = {}
        for cell in cells:
            rows.setdefault(cell.block.row or 0, []).append(cell)
        top = rows.get(min(rows), [])
        heads = {cell.block.column or 0: cell for cell in top}
        caption = self.owner_before(cells[0].start)
        for number_of_row, row in sorted(rows.items()):
            if number_of_row == min(rows):
                continue
            row.sort(key=lambda cell: cell.block.column or 0)
            named = next((cell for cell in row[:3] if _ANY.search(cell.text)), None)
            for cell in row:
                head = heads.get(cell.block.column or 0)
                head_text = head.text if head is not None else cell.block.header or ""
                if re.search(r"target|rencana|selisih|gap|bobot|no\b", head_text, re.IGNORECASE):
                    continue
                if named is not None and cell is not named:
                    if cell.start > named.start:
                        self._cell(cell, named, head, caption)
                elif named is None and head is not None and _ANY.search(head.text):
                    owner = next(iter(self.owners_in(row[0].start, row[-1].end)), None)
                    self._cell(cell, head, None, owner or caption)

    def _cell(self, cell: SourceBlock, named: SourceBlock, head: SourceBlock | None, fallback: _Owner | None) -> None:
        cue = _ANY.search(named.text)
        if cue is None or re.search(r"target", named.text, re.IGNORECASE):
            return
        number = int((cue.lastgroup or "m0")[1:])
        match = _VALUES[number].match(cell.text.strip())
        if (
            match is None
            or len(re.findall(r"\w+", re.sub(r"\([^)]*\)", "", cell.text.strip()[match.end() :]))) > 2
            or self._is_year(match)
        ):
            return
        owners = self.owners_in(head.start, head.end) if head is not None else []
        owner = owners[0] if owners else next(iter(self.owners_in(named.start, named.end)), fallback)
        years = [_YEAR.search(part) for part in (cell.text, head.text if head else "", named.text)]
        year = next((int(found.group(1)) for found in years if found is not None), None)
        offset = cell.start + (len(cell.text) - len(cell.text.lstrip()))
        measure = _MEASURES[number]
        self.add(
            measure, owner.name(measure) if owner else self.home, match.group(), year, offset, offset + match.end(),
            0.9 if owners else 0.75, said=cue.group(),
        )  # fmt: skip


def _plausible(measure: _Measure, value: str) -> bool:
    digits = re.match(r"(\d+(?:[.,]\d+)?)", value)
    return digits is None or measure.low < float(digits.group(1).replace(",", ".")) <= measure.high


def _owners(text: str, institutions: list[InstitutionMention]) -> list[_Owner]:
    """Governments and agencies with their regions, and regions named alone, in order."""
    found = [
        _Owner(
            item.start,
            item.end,
            government_of(item.region) if item.region else None,
            item.name if item.kind != "government" else None,
        )
        for item in institutions
        if item.kind in {"government", "agency"} and (item.region or item.kind == "agency")
    ]
    taken = [(item.start, item.end) for item in institutions]
    for mention in find_regions(text):
        region = _one(mention.candidates)
        if region is None or any(start < mention.end and mention.start < end for start, end in taken):
            continue
        found.append(_Owner(mention.start, mention.end, government_of(region.official), None))
    return sorted(found, key=lambda owner: owner.start)


def _one(candidates: tuple[Region, ...]) -> Region | None:
    return (
        candidates[0] if len(candidates) == 1 else next((item for item in candidates if item.kind == "provinsi"), None)
    )


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in _SENTENCE.finditer(text, start, end):
        yield position, match.start()
        position = match.end()
    yield position, end


def find_indicators(source: Source, facts: Facts) -> list[Indicator]:
    """Every stated figure with whose it is, its value as written and the year that is scored, in order."""
    if not _QUICK.search(source.text):
        return []
    home = next((region_of(party.name) for party in facts.parties if party.role == "home"), None)
    finder = _Finder(source, facts.institutions, government_of(home) if home else None)
    tables: dict[tuple[int, int], list[SourceBlock]] = {}
    for block in source.blocks:
        if block.block.kind is BlockKind.CELL and block.block.table is not None:
            tables.setdefault((block.page.number, block.block.table), []).append(block)
        elif block.block.kind is not BlockKind.RUNNING and _QUICK.search(block.text):
            for start, end in _sentences(source.text, block.start, block.end):
                finder.sentence(start, end)
    for cells in tables.values():
        if any(_QUICK.search(cell.text) for cell in cells):
            finder.table(cells)
            for cell in cells:
                if _QUICK.search(cell.text) and not re.search(
                    r"target|rekomendasi|saran|rencana", cell.block.header or "", re.IGNORECASE
                ):
                    for start, end in _sentences(source.text, cell.start, cell.end):
                        finder.sentence(start, end)
    return sorted(finder.found, key=lambda item: (item.evidence.page, item.evidence.start))


class Indicators:
    """Fills `facts.indicators`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.facts.indicators = find_indicators(doc._.source, doc._.facts)
        return doc


@Language.factory("indicators")
def make_indicators(nlp: Language, name: str) -> Indicators:
    """The factory spaCy calls."""
    return Indicators()
