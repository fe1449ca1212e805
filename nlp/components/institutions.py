"""Every mention of an institution, written short or long, with its official full name and its region.

Names are looked up word by word (regions, agencies, central bodies, universities); what no table knows is read by pattern:
`Dinas …`, `Badan …`, `Biro … Sekretariat Daerah …` up to the region that ends it. A short form without a region (`BKD`)
takes the region of the same agency elsewhere in the text, else of its context, else the one named last before it.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import InstitutionMention
from nlp.words import Agency, Body, Region, agencies, central, regions, universities
from nlp.words.places import LEVELS, RegionMention, Trie, find_regions, joined, region_at, words_of

_GOVERNMENT_SHORT: Final = {
    "pemprov": "provinsi", "pemprop": "provinsi", "pemkab": "kabupaten", "pemkot": "kota", "pemko": "kota", "pemda": None,
}  # fmt: skip
_OFFICES: Final = {"gubernur": "provinsi", "bupati": "kabupaten", "walikota": "kota", "wali": "kota", "sekda": None,
                   "sekdaprov": "provinsi", "sekdakab": "kabupaten", "sekdako": "kota", "sekdakot": "kota"}  # fmt: skip
_SETDA: Final = {"setda", "setdaprov", "setdakab", "setdako", "setdakot", "sekretariat"}
_AGENCY_HEADS: Final = {
    "dinas", "badan", "biro", "bagian", "inspektorat", "satuan", "sekretariat", "rsud", "kecamatan", "puskesmas", "balai", "upt",
    "uptd", "kelurahan", "rumah", "bidang", "subbagian", "seksi", "perpustakaan", "museum", "unit",
}  # fmt: skip
_SETDA_SECTIONS: Final = {
    "organisasi",
    "hukum",
    "pemerintahan",
    "perekonomian",
    "kerja",
    "kesejahteraan",
    "protokol",
    "pengadaan",
    "tata",
}
_INNER_HEADS: Final = {"bidang", "bagian", "subbagian", "seksi", "sekretariat", "upt", "uptd", "unit"}
_LEARNING_HEADS: Final = {
    "universitas",
    "institut",
    "politeknik",
    "akademi",
    "sekolah",
    "university",
    "poltekkes",
    "stikes",
    "uin",
    "iain",
}
_COMPANY_HEADS: Final = {
    "pt",
    "cv",
    "perumda",
    "perusahaan",
    "perseroda",
    "yayasan",
    "koperasi",
    "bank",
    "bumd",
    "pdam",
    "perseroan",
}
_CENTRAL_HEADS: Final = {
    "kementerian", "direktorat", "pengadilan", "kejaksaan", "polres", "polresta", "polda", "kepolisian", "kantor", "perwakilan", "dprd",
    "dewan", "komisi", "kodim", "korem",
}  # fmt: skip
_NOT_BEFORE: Final = {
    "perjalanan",
    "rumah",
    "surat",
    "naskah",
    "nota",
    "kendaraan",
    "mobil",
    "jam",
    "tugas",
    "kartu",
    "biaya",
    "pakaian",
}
_NOT_AFTER: Final = {
    "dinas": {"luar", "dalam", "terkait", "ini", "tersebut", "yang", "dan", "lain", "lainnya", "teknis", "daerah"},
    "badan": {"usaha", "hukum", "publik", "eksekutif", "legislatif", "ini", "tersebut", "yang", "dan", "atau", "permusyawaratan"},
    "bagian": {"dari", "ini", "yang", "kesatu", "kedua", "ketiga", "keempat", "kelima", "tersebut", "dan", "penting", "integral"},
    "unit": {"kerja", "usaha", "organisasi", "yang", "dan"},
    "satuan": {"kerja", "pendidikan", "tugas", "waktu"},
    "balai": {"kota", "desa", "diklat"},
    "sekretariat": {"yang", "bersama"},
    "rumah": set(),
    "bidang": {"yang", "kerja", "dan", "lain"},
    "seksi": {"yang"},
    "museum": set(),
    "perpustakaan": {"dan", "yang"},
}  # fmt: skip
_STOP: Final = frozenset(
    """di yang untuk dengan pada dari ke oleh dalam selaku nomor tahun tanggal jalan jl telp telepon pihak selanjutnya tentang antara
    sebagai para adalah akan telah sudah agar perlu juga terkait setempat tersebut ini itu nama nip jabatan kepala direktur sekretaris
    ketua rektor dekan gubernur bupati wali walikota pemerintah pemprov pemkab pemkot pemda atas bahwa berkedudukan beralamat bertempat
    melalui kepada bagi seperti yaitu yakni antaranya hingga sampai serta atau tidak dapat harus wajib no hal perihal lampiran sifat yth
    rencana laporan hasil kegiatan magang studi tiru tindak lanjut rekomendasi perjanjian kesepahaman kesepakatan disusun tempat waktu
    senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november desember
    pasal bab the of and with between saat sejak selama karena sehingga maka kami saya anda mereka kita bapak ibu sdr menyusun
    setda setdaprov setdakab setdako setdakot sekretariat plt plh pj pjs drs dr ir prof hj h s m st sh mm kode email website peserta target triwulan semester status output lokus pic""".split()
)  # fmt: skip
_VOCABULARY_MORE: Final = """
    pengadaan barang jasa umum hukum organisasi perekonomian pemerintahan kesejahteraan rakyat protokol pimpinan administrasi otonomi
    kerja sama keuangan pembangunan perlengkapan humas hubungan masyarakat tata usaha program evaluasi pelaporan kepegawaian arsip
    pertanahan transmigrasi energi mineral pemuda olahraga ekonomi kreatif kawasan permukiman pertanahan persandian statistik sipil
    bina marga cipta karya sumber air tata ruang kelautan perikanan peternakan tanaman pangan hortikultura perkebunan ketahanan kesehatan
    hewan keluarga berencana perempuan anak penduduk pengendalian perlindungan pemberdayaan pemadam kebakaran penyelamatan polisi pamong
    praja kesatuan bangsa politik riset inovasi pendapatan pajak retribusi aset pengelola pengelolaan kearsipan kehutanan lingkungan hidup
    kampung adat gampong syariat islam dayah istimewa transportasi fiskal penghubung layanan mental spiritual logistik tenaga""".split()
_ACRONYMS: Final = frozenset(
    "DPRD RSUD ASN UPT UPTD PIAK UKM UMKM SDM PPKB II III IV VI VII VIII IX XI XII BLUD LPSE PTSP TIK KB".split()
)
_SMALL: Final = frozenset({"dan", "atas", "di", "dengan", "untuk", "serta", "of", "pada"})
_SCOPE: Final = re.compile(r"\b(?:lingkungan|lingkup|milik|jajaran)\s+$", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s+[A-Z“\"]|\s*$)|\n\s*\n")
_BRACKET: Final = re.compile(r"\s*\(\s*([A-Za-z][\w/&. \-]{0,28}?)\s*\)")


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention before its region is settled: `stem` is the name without the region."""

    start: int
    end: int
    after: int
    stem: str
    kind: str
    region: RegionMention | None = None
    short: str = ""  # the short form it was written in
    takes_region: bool = True
    level: str | None = None  # of the region it must have
    known: bool = (
        True  # made of words that agencies bear; a name with others (`Geopark Belitong`) takes no guessed region
    )


@cache
def _agency_names() -> Trie[tuple[str, bool]]:
    trie: Trie[tuple[str, bool]] = Trie()
    for agency in agencies():
        if not agency.region or agency.short not in {other.short for other in agencies() if not other.region}:
            trie.add(agency.short, (agency.short, True))
        trie.add(agency.long, (agency.long, False))
    return trie


@cache
def _by_short() -> dict[str, list[Agency]]:
    found: dict[str, list[Agency]] = {}
    for agency in agencies():
        found.setdefault(agency.short.casefold(), []).append(agency)
    return found


@cache
def _bodies() -> Trie[tuple[Body, str]]:
    trie: Trie[tuple[Body, str]] = Trie()
    for kind, bodies in (("central", central()), ("university", universities())):
        for body in bodies:
            for form in (body.short, body.long, *body.other_forms):
                trie.add(form, (body, kind))
    return trie


@cache
def _vocabulary() -> frozenset[str]:
    found = set(_VOCABULARY_MORE)
    for agency in agencies():
        found |= {word.lower for word in words_of(agency.long)}
    return frozenset(found - _STOP - {"kota"})


@cache
def _starts() -> frozenset[str]:
    return frozenset(
        {
            *_GOVERNMENT_SHORT, *_OFFICES, *_AGENCY_HEADS, *_LEARNING_HEADS, *_COMPANY_HEADS, *_CENTRAL_HEADS, "pemerintah", "wakil",
            "fakultas", "sekretaris", *_agency_names().branches, *_bodies().branches,
        }
    )  # fmt: skip


def _long_of(short: str, region: Region | None) -> str | None:
    lines = _by_short().get(short.casefold())
    if not lines:
        return None
    special = next((line.long for line in lines if region is not None and line.region == region.code), None)
    return special or next((line.long for line in lines if not line.region), lines[0].long)


class _Scanner:
    def __init__(self, text: str, context: Region | None) -> None:
        self.text = text
        self.words = words_of(text)
        self.context = context

    # -- pieces --------------------------------------------------------------------------------------------------------
    def lower(self, index: int) -> str:
        return self.words[index].lower if index < len(self.words) else ""

    def adjacent(self, index: int) -> bool:
        """Whether the word at `index` may go on the name of the word before it."""
        return 0 < index < len(self.words) and joined(self.text, self.words[index - 1], self.words[index])

    def bracket(self, index: int) -> tuple[int, int] | None:
        """A short bracket after the word before `index`: where it ends, and the index of the word after it."""
        match = _BRACKET.match(self.text, self.words[index - 1].end)
        if match is None:
            return None
        after = index
        while after < len(self.words) and self.words[after].start < match.end():
            after += 1
        return match.end(), after

    def region(self, index: int, *, level: str | None = None) -> RegionMention | None:
        """The region that goes on a name at `index`, over a line end or a bracket."""
        if self.adjacent(index) and "," not in self.text[self.words[index - 1].end : self.words[index].start]:
            found = region_at(self.text, self.words, index, level=level)
            if found is not None and (found.explicit or self._proper(index)):
                return found
        bracket = self.bracket(index)
        if bracket is not None and bracket[1] < len(self.words):
            end, after = bracket
            if re.fullmatch(r"[ \t]*\n?[ \t]*", self.text[end : self.words[after].start]):
                found = region_at(self.text, self.words, after, level=level)
                if found is not None and (found.explicit or self._proper(after)):
                    return found
        return None

    def _proper(self, index: int) -> bool:
        return self.words[index].text[0].isupper() or self.words[index].lower in LEVELS

    def written(self, first: int, after: int) -> str:
        """The words `first` to `after` as a name: capitals set right, marks kept."""
        said = self.words[first:after]
        shouting = all(word.text.isupper() or not word.text.isalpha() for word in said)
        parts: list[str] = []
        for position, word in enumerate(said):
            if position:
                gap = self.text[said[position - 1].end : word.start]
                mark = next((mark for mark in ",./-" if mark in gap), "")
                parts.append({",": ", ", ".": ". ", "/": "/", "-": "-"}.get(mark, " "))
            parts.append(_cased(word.text, shouting=shouting))
        return "".join(parts).replace("&", "dan")

    def name_end(self, index: int, *, unknown: int = 5, small: bool = True) -> int:
        """The index after the words that go on a name at `index`: words that agencies bear, and capitalised ones."""
        vocabulary = _vocabulary()
        position = last = index
        while position < len(self.words) and self.adjacent(position):
            word = self.words[position]
            gap = self.text[self.words[position - 1].end : word.start]
            if "." in gap and self.words[position - 1].lower not in {"dr", "prof", "h", "kh", "ir"}:
                break
            if "," in gap and not self._list_goes_on(position):
                break
            if word.lower == "dan" and small:
                if not self._goes_on_after_dan(position + 1):
                    break
                position += 1
                continue
            if self._region_here(position):
                break
            if (
                word.lower in vocabulary
                and (word.text[0].isupper() or position == index or not self.words[index - 1].text[0].isupper())
            ) or (
                word.lower in {"dr", "prof", "h", "kh", "ir"}
                and self.words[index - 1].lower
                in {
                    "rsud",
                    "daerah",
                    "sakit",
                }
            ):
                pass
            elif (
                word.text[0].isupper() and word.lower not in _STOP and word.lower not in LEVELS and "\n" not in gap and unknown > 0
                and word.lower not in _AGENCY_HEADS and not (self.words[position - 1].text.isupper() and len(self.words[position - 1].text) > 4 and not word.text.isupper())
            ):  # fmt: skip
                unknown -= 1
            else:
                break
            position += 1
            last = position
        return last

    def _region_here(self, position: int) -> bool:
        found = region_at(self.text, self.words, position)
        return found is not None and self._proper(position)

    def _goes_on_after_dan(self, position: int) -> bool:
        if not self.adjacent(position):
            return False
        word = self.words[position]
        return (
            word.lower in _vocabulary()
            and word.lower not in _AGENCY_HEADS
            and (word.text[0].isupper() or self.words[position - 2].text.islower())
            and word.lower not in _agency_names().branches.keys() - _vocabulary()
        )

    def _list_goes_on(self, position: int) -> bool:
        """Whether `, X` goes on one agency's name (`Komunikasi, Informatika dan Statistik`), not a list of agencies."""
        for step in range(position, min(position + 9, len(self.words))):
            word = self.words[step]
            if word.lower == "dan":
                return step > position and self._goes_on_after_dan(step + 1)
            if (
                word.lower not in _vocabulary()
                or not word.text[0].isupper()
                or word.lower in _AGENCY_HEADS
                or not self.adjacent(step)
            ):
                return False
        return False

    # -- kinds of institutions -----------------------------------------------------------------------------------------
    def government(self, index: int) -> _Found | None:
        word = self.words[index]
        after, level = index + 1, _GOVERNMENT_SHORT.get(word.lower)
        if word.lower == "pemerintah":
            if not word.text[0].isupper() and self.lower(after) not in {*LEVELS, "daerah", "aceh"}:
                return None
            if (
                self.lower(after) == "daerah"
                and self.lower(after + 1) != "istimewa"
                and self.lower(after + 1) != "khusus"
            ):
                after += 1
        named = self.region(after, level=level)
        if named is None and (said := LEVELS.get(self.lower(after))) is not None and (level is None or level == said):
            # `Pemerintah Kota (Pemkot) Malang`
            named = self.region(after + 1, level=said)
            if named is None:
                foreign = self.name_end(after + 1, unknown=2)
                if foreign > after + 1 and word.lower == "pemerintah" and self.words[after].text[0].isupper():
                    return _Found(
                        word.start,
                        self.words[foreign - 1].end,
                        foreign,
                        self.written(index, foreign),
                        "government",
                        takes_region=False,
                    )
                end = self.words[after].end
                return (
                    _Found(word.start, end, after + 1, "", "government", level=said) if word.text[0].isupper() else None
                )
        if named is None:
            if word.lower == "pemerintah":
                return None
            return _Found(word.start, word.end, index + 1, "", "government", level=level)
        return _Found(word.start, named.end, named.after, "", "government", named, level=level)

    def office(self, index: int) -> _Found | None:
        word = self.words[index]
        first, after = index, index + 1
        if word.lower == "wakil":
            word, first, after = self.words[after] if after < len(self.words) else word, after, after + 1
        level = _OFFICES.get(word.lower, "")
        if word.lower == "wali":
            if self.lower(after) != "kota":
                return None
            after += 1
        if word.lower == "sekretaris":
            if self.lower(after) != "daerah":
                return None
            level, after = None, after + 1
        if level == "" or first >= len(self.words):
            return None
        named = self.region(after, level=level)
        if named is None:
            return None
        return _Found(self.words[index].start, named.end, named.after, "", "government", named, level=level)

    def body(self, index: int) -> _Found | None:
        values, after = _bodies().longest(self.text, self.words, index)
        if not values:
            return None
        body, kind = values[0]
        said = self.text[self.words[index].start : self.words[after - 1].end]
        if after - index == 1 and len(said) <= 4 and not said.isupper():
            return None
        if said.islower():
            return None
        end = self.words[after - 1].end
        if kind == "university":
            return _Found(
                self.words[index].start, *self._with_bracket(end, after, body), body.long, kind, takes_region=False
            )
        stem = body.long
        local = after
        if self.lower(local) == "perwakilan":
            local += 1
        named = self.region(local)
        if named is not None and (named.explicit or local > after):
            middle = " Perwakilan" if local > after else ""
            return _Found(
                self.words[index].start,
                named.end,
                named.after,
                f"{stem}{middle} {self._suffix(named)}",
                "central",
                takes_region=False,
            )
        end, after = self._with_bracket(end, after, body)
        return _Found(self.words[index].start, end, after, stem, "central", takes_region=False)

    def _with_bracket(self, end: int, after: int, body: Body) -> tuple[int, int]:
        match = _BRACKET.match(self.text, end)
        if match is not None and match.group(1).casefold().startswith(body.short.casefold()[:3]):
            bracket = self.bracket(after)
            return bracket if bracket is not None else (end, after)
        return end, after

    def _suffix(self, named: RegionMention) -> str:
        return self.choose(named, None)[0].suffix if self.choose(named, None)[0] else self.text[named.start : named.end]  # type: ignore[union-attr]

    def central_office(self, index: int) -> _Found | None:
        word = self.words[index]
        if not word.text[0].isupper():
            return None
        after = index + 1
        if word.lower in {"kantor", "perwakilan"}:
            if self.lower(after) in {"regional", "wilayah", "perwakilan"}:
                after += 2 if self.lower(after) == "regional" else 1
            inner = self.body(after) or self.central_office(after) if after < len(self.words) else None
            if inner is not None and inner.kind == "central":
                return replace(inner, start=word.start, stem=f"{self.written(index, after)} {inner.stem}")
            if word.lower == "kantor" and self.lower(index + 1) in {
                "pertanahan",
                "imigrasi",
                "bersama",
                "pelayanan",
                "urusan",
            }:
                return self._central_with_region(index)
            return None
        if word.lower == "dprd" or (word.lower == "dewan" and self.lower(after) == "perwakilan"):
            if word.lower == "dewan":
                after = self.name_end(after)
            named = self.region(after)
            if named is None:
                return None
            return _Found(word.start, named.end, named.after, "Dewan Perwakilan Rakyat Daerah", "other", named)
        if word.lower == "direktorat" and self.lower(after) != "jenderal":
            return None
        if word.lower == "dewan" or word.lower == "komisi":
            return None
        return self._central_with_region(index)

    def _central_with_region(self, index: int) -> _Found | None:
        word = self.words[index]
        after = self.name_end(index + 1, unknown=6)
        bare = region_at(self.text, self.words, after) if self.adjacent(after) else None
        if after == index + 1 and bare is None:
            return None
        stem = self.written(index, after)
        if bare is not None and self._proper(after):
            region = self.choose(bare, None)[0] if bare.explicit else None
            tail = region.suffix if region is not None else self.written(after, bare.after)
            return _Found(word.start, bare.end, bare.after, f"{stem} {tail}", "central", takes_region=False)
        inner = (
            self.at(after)
            if after < len(self.words) and self.adjacent(after) and self.lower(after) in {"kementerian"}
            else None
        )
        if inner is not None:
            return replace(inner, start=word.start, stem=f"{stem} {inner.stem}")
        return _Found(word.start, self.words[after - 1].end, after, stem, "central", takes_region=False)

    def learning(self, index: int) -> _Found | None:
        word = self.words[index]
        if not word.text[0].isupper():
            return None
        if word.lower == "sekolah" and self.lower(index + 1) != "tinggi":
            return None
        if word.lower in {"uin", "iain", "stikes", "poltekkes"} and not self.adjacent(index + 1):
            return None
        after = index + 1
        while after < len(self.words) and self.adjacent(after) and after - index < 9:
            here = self.words[after]
            gap = self.text[self.words[after - 1].end : here.start]
            if (
                "," in gap
                or "." in gap
                or here.lower in _STOP
                or not here.text[0].isupper()
                or here.lower in _AGENCY_HEADS
            ):
                break
            if "\n" in gap and not (word.text.isupper() and here.text.isupper()):
                break
            if word.text.isupper() != here.text.isupper() and len(here.text) > 3:
                break
            after += 1
        if after == index + 1:
            return None
        return _Found(
            word.start, self.words[after - 1].end, after, self.written(index, after), "university", takes_region=False
        )

    def faculty(self, index: int) -> _Found | None:
        if not self.words[index].text[0].isupper():
            return None
        after = index + 1
        while after < len(self.words) and self.adjacent(after) and after - index < 10:
            inner = self.body(after) or (self.learning(after) if self.lower(after) in _LEARNING_HEADS else None)
            if inner is not None and inner.kind == "university":
                return replace(inner, start=self.words[index].start, stem=f"{self.written(index, after)} {inner.stem}")
            here = self.words[after]
            if here.lower in _STOP or not (here.text[0].isupper() or here.lower == "dan"):
                return None
            after += 1
        return None

    def company(self, index: int) -> _Found | None:
        word = self.words[index]
        if not word.text[0].isupper() or (word.lower in {"pt", "cv", "bumd", "pdam"} and not word.text.isupper()):
            return None
        after = index + 1
        if word.lower == "perusahaan":
            if self.lower(after) not in {"umum", "daerah", "perseroan"}:
                return None
        elif word.lower == "perseroan" and self.lower(after) not in {"terbatas", "daerah"}:
            return None
        while after < len(self.words) and after - index < 14:
            here = self.words[after]
            gap = self.text[self.words[after - 1].end : here.start]
            if not re.fullmatch(r"[ \t]*[.\-]?[ \t]*\n?[ \t]*[(]?|\)[ \t]*|,[ \t]*(?=Tbk)", gap):
                break
            if "\n" in gap and not (word.text.isupper() and here.text.isupper() and here.lower not in _STOP):
                break
            if "." in gap and after > index + 1:
                break
            if "(" in gap and here.lower not in {"persero", "perseroda"}:
                break
            if here.lower in LEVELS and word.lower not in {"pt", "cv", "bank"}:
                break
            if (
                here.lower in {"dan"}
                and after + 1 < len(self.words)
                and self.words[after + 1].text[0].isupper()
                and self._region_or_capital(after + 1)
            ):
                after += 1
                continue
            if not here.text[0].isupper() or here.lower in _STOP - {"atas"}:
                break
            after += 1
        if after == index + 1:
            return None
        while self.words[after - 1].lower == "dan":
            after -= 1
        stem = self.written(index, after)
        stem = re.sub(r"^(PT|CV)\. ", r"\1 ", re.sub(r"^(Pt|Cv)\b", lambda match: match.group().upper(), stem))
        stem = re.sub(r"^Perumda\b", "Perusahaan Umum Daerah", stem)
        stem = re.sub(r"^PDAM\b|^Pdam\b", "Perusahaan Daerah Air Minum", stem)
        stem = re.sub(r"\s?\b(Persero|Perseroda)\b", r" (\1)", stem)
        named = self.region(after) if word.lower not in {"pt", "cv", "bank"} else None
        end = named.end if named is not None else self.words[after - 1].end
        return _Found(
            word.start,
            end,
            named.after if named is not None else after,
            stem,
            "company",
            named,
            takes_region=named is not None,
        )

    def _region_or_capital(self, index: int) -> bool:
        return self._region_here(index) or self.lower(index) not in {*_STOP, *_COMPANY_HEADS, *_AGENCY_HEADS}

    def agency(self, index: int) -> _Found | None:
        word = self.words[index]
        values, after = _agency_names().longest(self.text, self.words, index)
        if values:
            form, is_short = values[0]
            said = self.text[word.start : self.words[after - 1].end]
            short_ok = not is_short or not said.islower() or len(said) > 5
            if is_short and len(said) <= 4 and not said.isupper() and not (said[0].isupper() and self.region(after)):
                short_ok = False
            if short_ok:
                return self._known_agency(index, after, form if is_short else "", form)
        if word.lower not in _AGENCY_HEADS:
            return None
        if (self.lower(index - 1) in _NOT_BEFORE and index > 0) or self.lower(index + 1) in _NOT_AFTER.get(
            word.lower, set()
        ):
            return None
        if word.text[0].islower() and (
            word.lower not in {"dinas", "badan", "biro"} or self.lower(index + 1) not in _vocabulary()
        ):
            return None
        if word.lower == "rumah" and self.lower(index + 1) != "sakit":
            return None
        if word.lower in _INNER_HEADS:
            inner = self._inner(index)
            if inner is not None or word.lower not in {"bagian", "upt", "uptd", "sekretariat"}:
                return inner
        return self._pattern_agency(index)

    def _known_agency(self, index: int, after: int, short: str, form: str) -> _Found | None:
        word = self.words[index]
        head = word.lower
        stem = form
        first = after
        if head in {"rsud", "rsjd"} or form.startswith("Rumah Sakit"):
            after = self.name_end(after, small=False)
            if after > first:
                stem = f"{_long_of(short, None) or form} {self.written(first, after)}"
                short = ""
        elif form == "Inspektorat Daerah" and self.lower(after) in {"istimewa", "khusus"}:
            stem = "Inspektorat"
        elif (
            not short
            and after < len(self.words)
            and not self._region_here(after)
            and self.lower(after) not in {"istimewa", "khusus"}
        ):
            longer = self.name_end(after)
            if longer > after:
                after = longer
                stem = self.written(index, after)
        # `Badan Kepegawaian Daerah Istimewa Yogyakarta` writes the word that both names share once.
        if self.lower(after - 1) == "daerah" and self.lower(after) in {"istimewa", "khusus"}:
            named = region_at(self.text, self.words, after - 1)
        else:
            named = self.region(after)
        level = {"setdaprov": "provinsi", "setdakab": "kabupaten", "setdako": "kota", "setdakot": "kota", "itprov": "provinsi",
                 "itkab": "kabupaten", "itko": "kota"}.get(head)  # fmt: skip
        if named is None and level is not None:
            named = self.region(after, level=level)
        if named is None and stem == "Inspektorat" and not self.words[index].text[0].isupper():
            return None
        end = named.end if named is not None else self.words[after - 1].end
        end_after = named.after if named is not None else after
        secretariat = stem == "Sekretariat Daerah" or short.casefold().startswith("setda")
        if secretariat and re.search(r"\bAsisten\b[^.;:]{0,60}$", self.text[max(0, word.start - 80) : word.start]):
            return (
                _Found(word.start, end, end_after, "", "government", named, level=level) if named is not None else None
            )
        return _Found(word.start, end, end_after, stem, "agency", named, short=short, level=level)

    def _inner(self, index: int) -> _Found | None:
        """`Bidang PIAK Dinas … Kabupaten Sorong`, `Bagian Keuangan RSUD …`: a unit within an agency."""
        after = index + 1
        while after < len(self.words) and self.adjacent(after) and after - index < 12:
            here = self.words[after]
            if self.lower(after) == "pada" or (here.lower in _STOP and here.lower not in {"di"}):
                return None
            if here.lower in _SETDA and self.words[index].lower in {"bagian", "subbagian"}:
                return None
            if after > index and (here.lower in _AGENCY_HEADS - _INNER_HEADS or here.lower in _agency_names().branches):
                values, _end = _agency_names().longest(self.text, self.words, after)
                inner = self.agency(after) if values or here.lower in _AGENCY_HEADS else None
                if inner is not None and (inner.region is not None or values):
                    name = self.written(index, after)
                    stem = _long_of(inner.short, None) or inner.stem if inner.short else inner.stem
                    return replace(inner, start=self.words[index].start, stem=f"{name} {stem}", short="")
            gap = self.text[self.words[after - 1].end : here.start]
            if not (here.text[0].isupper() or here.lower == "dan") or ("\n" in gap and here.lower not in _vocabulary()):
                return None
            after += 1
        return None

    def _pattern_agency(self, index: int) -> _Found | None:
        word = self.words[index]
        after = self.name_end(index + 1)
        if after == index + 1 and word.lower != "inspektorat":
            return None
        stem = self.written(index, after)
        end, named_at = self.words[after - 1].end, after
        if word.lower in {"biro", "bagian"}:
            # The bracket of an abbreviation, then `pada Sekretariat Daerah`.
            here = after + 1 if self.lower(after) in {"pada"} else after
            if (self.lower(here) == "sekretariat" and self.lower(here + 1) == "daerah") or self.lower(
                here
            ) in _SETDA - {"sekretariat"}:
                named_at = here + (2 if self.lower(here) == "sekretariat" else 1)
                end = self.words[named_at - 1].end
                stem += " Sekretariat Daerah"
            named = self.region(named_at)
            if "Sekretariat Daerah" not in stem:
                inner = self.learning(after) if self.adjacent(after) and self.lower(after) in _LEARNING_HEADS else None
                if inner is not None:
                    return replace(inner, start=word.start, stem=f"{stem} {inner.stem}")
                if word.lower == "bagian" and named is None and self.lower(index + 1) not in _SETDA_SECTIONS:
                    return None  # agencies, hospitals and schools have a Bagian Keuangan of their own
                stem += " Sekretariat Daerah"
            if named is None and not word.text[0].isupper():
                return None
        else:
            named = self.region(after)
        if stem.startswith("Rsud"):
            stem = "Rumah Sakit Umum Daerah" + stem[4:]
        if named is None:
            known = word.lower in {"dinas", "biro", "bagian"} or all(
                part.lower in _vocabulary() for part in self.words[index + 1 : after]
            )
            return _Found(word.start, end, named_at, stem, "agency", known=known)
        return _Found(word.start, named.end, named.after, stem, "agency", named)

    # -- the whole text ------------------------------------------------------------------------------------------------
    def at(self, index: int) -> _Found | None:
        """The longest institution that begins at `words[index]`."""
        lower = self.words[index].lower
        candidates: list[_Found | None] = []
        if lower in _GOVERNMENT_SHORT or lower == "pemerintah":
            candidates.append(self.government(index))
        if lower in _OFFICES or lower in {"wakil", "sekretaris"}:
            candidates.append(self.office(index))
        if lower in _bodies().branches:
            candidates.append(self.body(index))
        if lower in _agency_names().branches or lower in _AGENCY_HEADS:
            candidates.append(self.agency(index))
        if lower in _CENTRAL_HEADS:
            candidates.append(self.central_office(index))
        if lower in _LEARNING_HEADS:
            candidates.append(self.learning(index))
        if lower == "fakultas":
            candidates.append(self.faculty(index))
        if lower in _COMPANY_HEADS:
            candidates.append(self.company(index))
        found = [candidate for candidate in candidates if candidate is not None]
        return max(found, key=lambda item: item.end) if found else None

    def run(self) -> list[_Found]:
        starts = _starts()
        found: list[_Found] = []
        index = 0
        while index < len(self.words):
            if self.words[index].lower not in starts:
                index += 1
                continue
            mention = self.at(index)
            if mention is None or (not mention.stem and mention.kind != "government"):
                index += 1
                continue
            found.append(mention)
            index = max(mention.after, index + 1)
        return found

    def choose(self, named: RegionMention, level: str | None) -> tuple[Region | None, bool]:
        """The one region meant, and whether that is sure; None where the text leaves a twin name open."""
        candidates = [region for region in named.candidates if level is None or region.kind == level] or list(
            named.candidates
        )
        if len(candidates) == 1:
            return candidates[0], True
        said = self.explicit_regions()
        known = [region for region in candidates if said[region.code]]
        if len(known) == 1:
            return known[0], True
        if known:
            return max(known, key=lambda region: said[region.code]), False
        if self.context in candidates:
            return self.context, False
        province = next((region for region in candidates if region.kind == "provinsi"), None)
        return (province, False) if province is not None else (None, False)

    @lru_cache(maxsize=1)  # noqa: B019 -- the scanner lives for one text
    def explicit_regions(self) -> Counter[str]:
        """How often each region is named with its level: what settles a bare twin name."""
        return Counter(
            mention.candidates[0].code for mention in find_regions(self.text) if len(mention.candidates) == 1
        )


def _cased(word: str, *, shouting: bool) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    if word.upper() in _ACRONYMS or any(letter.isdigit() for letter in word):
        return word.upper()
    if word.isupper() and (shouting or len(word) > 5 or word.lower() in _vocabulary()):
        return word.capitalize()
    return word if word[0].isupper() else word.capitalize()


def _region_from_name(name: str | None) -> Region | None:
    if not name:
        return None
    words = words_of(name)
    for index in range(len(words)):
        found = region_at(name, words, index)
        if found is not None:
            return found.candidates[0] if len(found.candidates) == 1 or found.explicit else _plain_choice(found)
    return None


def _plain_choice(found: RegionMention) -> Region | None:
    return next((region for region in found.candidates if region.kind == "provinsi"), None)


def find_institutions(text: str, *, context_region: str | None = None) -> list[InstitutionMention]:
    """Every institution that `text` names, in order, without overlaps, by its official full name.

    `context_region` (`Provinsi Jawa Timur`) is the region that a name without one takes; without it the same agency's
    region elsewhere in the text, else the region named last before it, counts, and the mention is not `sure`.
    """
    context = _region_from_name(context_region)
    scanner = _Scanner(text, context)
    found = scanner.run()
    settled: list[tuple[_Found, Region | None, bool]] = []
    by_stem: dict[str, Counter[str]] = {}
    for item in found:
        region, sure = scanner.choose(item.region, item.level) if item.region is not None else (None, False)
        settled.append((item, region, sure))
        if region is not None and sure and item.kind == "agency":
            by_stem.setdefault(_key(item), Counter())[region.code] += 1
    by_code = {region.code: region for region in regions()}
    mentions: list[InstitutionMention] = []
    last: Region | None = None
    scope: tuple[Region, int] | None = None  # `di lingkungan Pemprov Jatim`, up to the end of the sentence
    for item, region, sure in settled:
        if region is None and item.region is None and item.takes_region:
            same = by_stem.get(_key(item))
            if context is not None and item.known:
                region = context if item.level in {None, context.kind} else None
            elif scope is not None and item.start < scope[1]:
                region, sure = scope[0], True
            elif same is not None and len(same) == 1:
                region, sure = by_code[next(iter(same))], True
            elif not item.known:
                region = None
            elif last is not None and item.level in {None, last.kind}:
                region = last
            sure = sure and region is not None
        elif region is not None and item.takes_region:
            last = region
            if item.kind == "government" and _SCOPE.search(text, max(0, item.start - 40), item.start):
                stop = _SENTENCE_END.search(text, item.end)
                scope = region, stop.start() if stop is not None else len(text)
        mention = _mention(text, item, region, sure=sure)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _key(item: _Found) -> str:
    return (_long_of(item.short, None) if item.short else item.stem) or item.stem


def _mention(text: str, item: _Found, region: Region | None, *, sure: bool) -> InstitutionMention | None:
    if not item.takes_region:
        return InstitutionMention(item.start, item.end, item.stem, None, item.kind, sure=True)
    if item.kind == "government":
        if region is None:
            if item.region is None:
                return None
            bare = text[item.region.start : item.region.end]
            return InstitutionMention(
                item.start, item.end, f"Pemerintah {_title(bare)}", None, "government", sure=False
            )
        return InstitutionMention(item.start, item.end, region.government, region.official, "government", sure=sure)
    stem = _long_of(item.short, region) if item.short else item.stem
    stem = stem or item.stem
    if region is None:
        tail = f" {_title(text[item.region.start : item.region.end])}" if item.region is not None else ""
        return InstitutionMention(item.start, item.end, f"{stem}{tail}", None, item.kind, sure=False)
    # `Badan Kepegawaian Aceh` has its region in its name.
    suffix = "" if stem.endswith(f" {region.suffix}") and region.code == "11" else f" {region.suffix}"
    return InstitutionMention(item.start, item.end, f"{stem}{suffix}", region.official, item.kind, sure=sure)


def _title(name: str) -> str:
    return " ".join(_cased(word, shouting=name.isupper()) for word in name.split())


def official_name(text: str, *, context_region: str | None = None) -> str | None:
    """The official full name of the institution that `text` (a cell, an addressee) names first, None where it names none."""
    found = find_institutions(text, context_region=context_region)
    return found[0].name if found else None


def region_of(name: str) -> str | None:
    """The official name of the region in an institution's name: `Provinsi Jawa Timur`, `Kota Malang`, None without one."""
    best: RegionMention | None = None
    for mention in find_regions(name):
        if best is None or mention.explicit or not best.explicit:
            best = mention
    if best is None:
        return None
    region = best.candidates[0] if len(best.candidates) == 1 else _plain_choice(best)
    return region.official if region is not None else None


def government_of(region: str) -> str:
    """The official name of a region's government: `Provinsi Jawa Timur` gives `Pemerintah Provinsi Jawa Timur`."""
    found = _region_from_name(region)
    return found.government if found is not None else f"Pemerintah {region}"


class Institutions:
    """Fills `facts.institutions`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.facts.institutions = find_institutions(doc._.source.text)
        return doc


@Language.factory("institutions")
def make_institutions(nlp: Language, name: str) -> Institutions:
    """The factory spaCy calls."""
    return Institutions()
