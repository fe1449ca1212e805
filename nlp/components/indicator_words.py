"""The words around a performance figure: what states it, what makes it a target, the year that is scored, whose it is."""

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from nlp.components.indicator_measures import Measure
from nlp.components.indicator_others import hosts, in_a_place, in_full, surveys
from nlp.components.institutions import government_of
from nlp.components.recommendation_legend import hospital_initials
from nlp.facts import InstitutionMention
from nlp.words import Region
from nlp.words.places import find_regions

_OCR: Final = str.maketrans({"O": "0", "l": "1", "I": "1"})
_NUMERAL: Final = r"(?:19|2[0O])[\dOlI]{2}"
YEAR: Final = re.compile(rf"(?<![\w/.-])(?:(?i:tahun|thn|ta)\.?\s+(?:(?i:anggaran)\s+)?)?({_NUMERAL})(?![\w/]|[.,-]\d)")
SAME_YEAR: Final = re.compile(r"(?:tahun|periode|semester|triwulan)\s+yang\s+sama", re.IGNORECASE)
SENTENCE: Final = re.compile(
    r"(?<=[.!?])(?<!\b[dD]r\.)(?<!\bIr\.)(?<!\bNo\.)(?<!\bProv\.)(?<!\bKab\.)(?<!\bH\.)(?<!\.\.\.)[”\"’]?\s+(?=[A-Z“\"])|\n\s*\n|(?<=;)\s+|[“”]"
)
TARGET: Final = re.compile(
    r"\b(?:(?:di)?target\w*|menarget\w*|sasaran|harapan|diharapkan|berharap|agar|supaya|menuju|meningkatkan|peningkatan|perbaikan|mendorong|"
    r"mengejar|mewujudkan|minimal|paling\s+sedikit|bobot|rencana|ingin|hendak|perlu|harus|akan)\b",
    re.IGNORECASE,
)
# `perbaikan Indeks RB Banten yang pada 2022 baru mencapai 66,91`: what follows is reached, whatever stands before.
REACHED: Final = re.compile(r"\b(?:baru|masih|sudah|telah)\b", re.IGNORECASE)
# What says that a figure is a score.
SCORED: Final = re.compile(r"\b(?:nilai|skor|predikat|indeks|level|tingkat|capaian|kategori)\b", re.IGNORECASE)
KEPT: Final = re.compile(r"[^.;]{0,40}\b(?:di)?\s?pertahankan\b", re.IGNORECASE)
UNITS: Final = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?(?:kali|orang|OPD|SKPD|perangkat|unit|aspek|area|komponen|indikator|tahun(?!\s+(?:anggaran\s+)?(?:19|20)\d\d)|bulan|"
    r"hari|kabupaten|kota|provinsi|kecamatan|desa|kelurahan|instansi|peserta|jam|JP|miliar|juta|triliun|ribu|dokumen|domain|peringkat|besar|"
    r"dari(?!\s+(?:target|sebelumnya|skala)))\b",
    re.IGNORECASE,
)
_SOFT: Final = frozenset(
    """nilai skor predikat kategori indeks sebesar adalah mencapai yaitu yakni ialah dengan memperoleh meraih mendapat mendapatkan mendapatkannya
    baru juga masih sudah telah pada kategori tercatat berada di sebanyak tahun ini dan untuk hasil kini capaian realisasi angka sangat naik
    menjadi turun meningkat dari atas oleh pemerintah daerah provinsi kabupaten kota level tingkat dalam posisi bernilai berpredikat penilaian
    evaluasi kami kita begitu sama hanya atau lalu lkpd secara terintegrasi rata rata-rata opini wajar kinerja instansi publik asn saat sekarang
    terakhir yang diperoleh dicapai mempertahankan berhasil dinilai bpk ri kemenpanrb umum general baik wilayah dan/atau sendiri secara
    nasional pemprov pemkab pemkot tersebut berturut turut kpk bkn kasn bpkp ombudsman kemendagri diterima diraih bertahan masing menurut
    tertahan ada bertengger menyabet cuma terpaut angka jauh bawah skornya nilainya indeksnya thn
    memberi memberikan menempatkan berdasarkan ssgi ski survei diterbitkan berhenti was is of at stood reached reported scored recorded for the in year same with score
    dinas badan itu rumah sakit satuan
    seluruh semua dua tiga empat lima semester triwulan i ii iii iv""".split()
)  # fmt: skip
# What may lead over to the next institution's value: `…, sedangkan Pemkab Ngada masih B`.
AND_THEN: Final = re.compile(
    r"\s*(?:%|persen\b|poin\b)?\s*[,;(]?\s*(?:sementara(?:\s+itu)?|sedangkan|sedang|padahal|namun|tetapi|tapi|dan|adapun|lalu|serta|sementara\s+untuk|versus|vs\.?|dibanding(?:kan)?)?\s*,?\s*",
    re.IGNORECASE,
)
OPENS: Final = re.compile(
    r"[\W_]*(?:adapun|sedangkan|sedang|sementara(?:\s+itu)?|untuk|sebaliknya|namun|tetapi|lalu)?[\s,]*"
    r"(?:(?:nilai|angka|skor|capaian|indeks|posisi|perolehan|hasil|milik|punya)\s+)?(?:di\s+(?:daerah|tempat|kabupaten|kota|provinsi|kantor)\s+(?=kami|kita)|di\s+|(?:badan|dinas|kantor|rumah\s+sakit|RSUD)\s+(?=kami|kita))?",
    re.IGNORECASE,
)
SAME_AS: Final = re.compile(
    r"\s*(?:\([^)]*\))?(?:\s*(?:pada\s+)?(?:tahun\s+)?20\d\d)?\s*,?\s*(?:sama\s+(?:dengan|seperti|halnya\s+dengan)|setara(?:\s+dengan)?|begitu\s+(?:pula|juga)(?:\s+dengan)?|demikian\s+pula)\s+",
    re.IGNORECASE,
)
# After a value: the year that is scored, and a further value of another year.
YEAR_BEHIND: Final = re.compile(
    r"(?:(?:(?!\b(?:naik|turun|sejak|dari\s+(?:\d|tahun|nilai|[A-D]{1,2}\b)|dibanding\w*|meningkat|menjadi|(?:di)?target\w*|menarget\w*|sasaran|(?:di|ber)?harap\w*)\b)"
    r"(?:[^.;,]|(?<=\d)[.,](?=\d))){0,34}?"
    r"(?:\(?\s*(?:penilaian\s+|pada\s+|untuk\s+)?tahun\s+(?:anggaran\s+)?|\(\s*|\bpada\s+|\bLKPD\s+)|[ ])"
    rf"(?P<year>{_NUMERAL})(?![\d/–-])",
    re.IGNORECASE,
)
NEXT_YEARS: Final = re.compile(
    r"\s*(?:\([^)\d]*\))?\s*(?:,\s*(?:dan|lalu|kemudian|masing-masing)?|dan|lalu|kemudian|serta|menjadi|ke)\s*(?:pada\s+)?"
    r"(?:(?:tahun\s+)?(?P<before>(?:19|20)\d\d)\s*)?(?:sebesar\s+|adalah\s+|menjadi\s+|naik\s+menjadi\s+|:\s*|=\s*)?$",
    re.IGNORECASE,
)
# `2,874 untuk tahun 2023, naik dari 2,41 tahun 2022`
CAME_FROM: Final = re.compile(
    r"[\s),]*(?:(?:naik|turun|meningkat|menurun)\s+(?:dari|dibanding(?:kan)?)|sebelumnya|semula)\s+(?:(?:nilai|hanya|baru|masih)\s+)*(?:tahun\s+(?P<before>(?:19|20)\d\d)\s+(?:sebesar\s+|yang\s+)?)?$",
    re.IGNORECASE,
)
# Behind `turun menjadi 78,66`: `dari 82,05 pada tahun 2024`.
FROM_BEFORE: Final = re.compile(
    r"\s*(?:poin\s*)?dari\s+(?:(?:nilai|angka|semula)\s+)?(?:tahun\s+(?P<before>(?:19|20)\d\d)\s+(?:sebesar\s+)?)?$",
    re.IGNORECASE,
)
RISE: Final = re.compile(
    r"\s*(?:\([^)\d]*\)\s*)?(?:(?:pada\s+)?(?:tahun\s+)?\(?(?P<year>(?:19|20)\d\d)\)?\s*)?(?:,\s*)?(?:menjadi|ke)\s+",
    re.IGNORECASE,
)
STATES_OWNER: Final = re.compile(
    r"\s*(?:\([^)]*\))?\s*(?:tahun\s+\d{4}\s*)?(?:,|diterima(?:\s+oleh)?|diperoleh|diraih|untuk|bagi|di|pada|milik)?\s*",
    re.IGNORECASE,
)
WITHIN: Final = re.compile(r"\b(?:OPD|SKPD|perangkat\s+daerah|unit\s+kerja)\b[^.;,]{0,50}$", re.IGNORECASE)
OURS: Final = re.compile(
    r"\b(?:kita|kami|(?:unit(?:\s+kerja)?|instansi|kantor|dinas|tempat\s+kerja|rumah\s+sakit|RSUD)\s+(?:saya|asal|sendiri))\b",
    re.IGNORECASE,
)
# `SAKIP dinas kami`: the unit that writes, not its government.
_OUR_UNIT: Final = re.compile(
    r"\b(?:dinas|badan|biro|inspektorat|kantor|sekretariat|rumah\s+sakit|RSUD|bagian|kecamatan|puskesmas)\s+$",
    re.IGNORECASE,
)
# A line that heads what is said of one's own: `KONDISI KITA`, `Keadaan di daerah asal`.
_OUR_HEADING: Final = re.compile(
    r"^\W*(?:\d{1,2}[.)]?\s*)?(?:(?:kondisi|keadaan|gambaran|profil|potret|posisi|rapor|cermin|capaian|wajah)\s+(?:saat\s+ini\s+)?)?(?:di\s+)?(?:(?:tempat|daerah|unit|kantor|instansi)\s+)?"
    r"(?:kita|kami|asal)\W*$"
    r"|^\W*(?:\d{1,2}[.)]?\s*)?(?:kenapa|mengapa|alasan)\s+(?:kami|kita)\s+(?:pergi|berangkat|belajar|ke\s|datang|magang|memilih)[^.\n]{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
# A line that heads what was seen at the host's: `Yang kami lihat di sana`, `Kondisi tuan rumah`.
_THEIR_HEADING: Final = re.compile(
    r"^\W*(?:\d{1,2}[.)]?\s*)?(?:(?:apa(?:\s+saja)?\s+)?yang\s+(?:kami\s+|kita\s+)?(?:di)?(?:lihat|dapati|temui|temukan|pelajari|jumpai)(?:\s+di\s+(?:sana|lokus|tempat\s+magang))?"
    r"|(?:kondisi|keadaan|praktik|gambaran|profil|potret|posisi|rapor|capaian|wajah)\s+(?:di\s+)?(?:sana|tuan\s+rumah|lokus|tempat\s+magang)"
    r"|(?:praktik|praktek)\s+(?:baik|terbaik|unggulan)(?:\s+(?:di\s+)?(?:sana|tuan\s+rumah|lokus))?|best\s+practices?|keunggulan(?:\s+(?:lokus|tuan\s+rumah))?)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
# Who gave the score, not whose it is: `SAKIP dinas hasil evaluasi Inspektorat`.
_EVALUATED_BY: Final = re.compile(
    r"\b(?:evaluasi|penilaian|reviu|menurut|dinilai|versi)\s+(?:internal\s+)?(?:(?:oleh|dari)\s+)?$", re.IGNORECASE
)
_IN_A_NUMBER: Final = re.compile(r"\d[\w.-]*/$")  # of a paper: `800/12/BKD-X/2024`
_BRACKET: Final = re.compile(r"\([^)]*\)?")
# `berdasarkan penilaian BPKP Perwakilan`: who says so.
_ACCORDING: Final = re.compile(
    r"\b(?:berdasarkan|menurut|sesuai)\s+(?:hasil\s+)?(?:penilaian|evaluasi|penjaminan(?:\s+kualitas)?|asesmen|survei)(?:\s+(?:oleh|dari))?(?:\s+[A-Z]{3,}\w*)?(?:\s+Perwakilan(?:\s+Provinsi(?:\s+[A-Z][a-z]+)+)?)?",
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def year_of(written: str) -> int:
    """`2023`, OCR `2O2l`."""
    return int(written.translate(_OCR))


@dataclass(frozen=True, slots=True)
class Owner:
    """A place of the text that says whose a figure is."""

    start: int
    end: int
    government: str | None
    agency: str | None
    bare: bool = False  # only a region's name

    itself: bool = False  # named right beside the figure

    def name(self, measure: Measure) -> str | None:
        """Who has that measure's score: the agency itself or its government."""
        own = measure.of_agency or (measure.of_both and self.itself)
        return self.agency or self.government if own else self.government or self.agency


class Owners:
    """All owners of a text in order; `home`: who writes, if that is known; `host`: who received them; `known`: regions that it names in full somewhere."""

    def __init__(
        self,
        text: str,
        institutions: Sequence[InstitutionMention],
        home: Owner | None,
        known: Set[str] = frozenset(),
        host: Owner | None = None,
    ) -> None:
        self.home = home
        self._of_text = text, institutions, known, host

    @cached_property
    def all(self) -> list[Owner]:
        """Found when first asked for: many a text has a word that figures are named by and no figure."""
        text, institutions, known, host = self._of_text
        home = self.home
        found = [
            Owner(
                item.start,
                item.end,
                government_of(item.region) if item.region else None,
                item.name if item.kind != "government" else None,
            )
            for item in institutions
            if item.kind in {"government", "agency"}
            and (item.region or item.kind == "agency")
            # `rumah sakit milik Pemerintah Provinsi Jawa Tengah`: not whose score it is
            and not text[max(0, item.start - 11) : item.start].casefold().endswith(("milik ", "perwakilan "))
            and not _IN_A_NUMBER.search(text, max(0, item.start - 20), item.start)
            and not (
                item.name.startswith("Inspektorat") and _EVALUATED_BY.search(text, max(0, item.start - 30), item.start)
            )
            and not surveys(item.name, text, item.start)
        ]
        found += _bare_regions(text, institutions, known)
        found += _of_initials(text, (home, host))
        if home is not None:
            for heading in _OUR_HEADING.finditer(text):
                found.append(Owner(heading.start(), heading.end(), home.government, home.agency))
        if host is not None:
            for heading in _THEIR_HEADING.finditer(text):
                found.append(Owner(heading.start(), heading.end(), host.government, host.agency))
            for start, end in hosts(text):
                if not any(owner.start < end and start < owner.end for owner in found):
                    found.append(Owner(start, end, host.government, host.agency))
        return sorted(found, key=lambda owner: owner.start)

    def anchor(self, further: Sequence[Owner]) -> None:
        """Owners that the layout names a second time."""
        if further:
            self.all = sorted([*self.all, *further], key=lambda owner: owner.start)
            self.__dict__.pop("_starts", None)

    @cached_property
    def _starts(self) -> list[int]:
        return [owner.start for owner in self.all]

    def before(self, position: int, measure: Measure) -> Owner | None:
        """The last one before `position` that may have the measure's score."""
        index = bisect_right(self._starts, position) - 1
        while index >= 0 and not measure.of_agency and self.all[index].government is None:
            index -= 1
        return self.all[index] if index >= 0 else None

    def last_agency(self, position: int, head: str) -> Owner | None:
        """The agency named last before `position` whose name begins with `head`."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        found = next((owner for owner in self.all[index::-1] if (owner.agency or "").casefold().startswith(head)), None)
        if found is None or found.agency is None:
            return None
        return replace(found, agency=in_full(found.agency, {owner.agency for owner in self.all if owner.agency}))

    def between(self, start: int, end: int) -> list[Owner]:
        """Those that lie within."""
        first, after = bisect_right(self._starts, start - 1), bisect_right(self._starts, end)
        return [owner for owner in self.all[first:after] if owner.end <= end]

    def ours(self, text: str, start: int, end: int) -> Owner | None:
        """`kita`, `kami` within: who writes."""
        said = OURS.search(text, start, end) if self.home is not None else None
        if said is None or self.home is None:
            return None
        itself = self.home.agency is not None and _OUR_UNIT.search(text, start, said.start()) is not None
        return Owner(said.start(), said.end(), self.home.government, self.home.agency, itself=itself)

    def only_states(self, text: str, start: int, end: int, *, but: int = 1) -> bool:
        """Whether nothing but words that state a value, years, brackets and owners stand there, `but` one other at most."""
        said = text[start:end]
        for owner in reversed(self.between(start, end)):
            said = said[: owner.start - start] + " " + said[owner.end - start :]
        said = _BRACKET.sub(" ", YEAR.sub(" ", said))
        said = _ACCORDING.sub(" ", said)
        hard = [word for word in _LETTERS.findall(said.casefold()) if word not in _SOFT]
        return len(hard) <= but and "\n\n" not in said


def _of_initials(text: str, parties: Sequence[Owner | None]) -> list[Owner]:
    """`RSMN`, as a hospital calls itself by the initials of its name."""
    named = {initials: party for party in parties if party and (initials := hospital_initials(party.agency or ""))}
    if not named:
        return []
    return [
        Owner(match.start(), match.end(), named[match.group()].government, named[match.group()].agency)
        for match in re.finditer(rf"\b(?:{'|'.join(named)})\b", text)
    ]


def _bare_regions(text: str, institutions: Sequence[InstitutionMention], known: Set[str]) -> list[Owner]:
    """Regions named without a government or an agency: `Kota Padang`, `Sumbar`."""
    taken = iter(sorted((item.start, item.end) for item in institutions))
    start, end = next(taken, (len(text), len(text)))
    found: list[Owner] = []
    for mention in find_regions(text):
        while end <= mention.start:
            start, end = next(taken, (len(text) + 1, len(text) + 1))
        region = _one(mention.candidates, known)
        if text[max(0, mention.start - 11) : mention.start].casefold().endswith("perwakilan "):
            continue  # `BPKP Perwakilan Provinsi X` evaluates
        if not mention.explicit and in_a_place(text, mention.start):
            continue
        if region is not None and not (start < mention.end and mention.start < end):
            found.append(Owner(mention.start, mention.end, government_of(region.official), None, bare=True))
    return found


def _one(candidates: tuple[Region, ...], known: Set[str]) -> Region | None:
    """The region that a bare name means: the only one of that name, or the only one that the document speaks of otherwise."""
    spoken_of = [region for region in candidates if region.official in known]
    if len(spoken_of) == 1:
        return spoken_of[0]
    if len(candidates) == 1:
        return candidates[0]
    return next((region for region in candidates if region.kind == "provinsi"), None)
