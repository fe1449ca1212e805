"""The words that institutions' names are made of, and the tables of known ones as tries."""

import re
from functools import cache
from typing import Final

from nlp.words import Agency, Body, Region, agencies, central, companies, universities
from nlp.words.places import Trie, words_of

GOVERNMENT_SHORT: Final = {
    "pemprov": "provinsi", "pemprop": "provinsi", "pemdaprov": "provinsi", "pemkab": "kabupaten", "pemdakab": "kabupaten",
    "pemkot": "kota", "pemko": "kota", "pemdakot": "kota", "pemda": None,
}  # fmt: skip
OFFICES: Final = {
    "gubernur": "provinsi", "bupati": "kabupaten", "walikota": "kota", "wali": "kota", "sekda": None, "sekdaprov": "provinsi",
    "sekdakab": "kabupaten", "sekdako": "kota", "sekdakot": "kota",
}  # fmt: skip
SETDA: Final = frozenset("setda setdaprov setdakab setdako setdakot setko sekretariat".split())
SETDA_LEVELS: Final = {
    "setdaprov": "provinsi", "setdakab": "kabupaten", "setdako": "kota", "setdakot": "kota", "setko": "kota", "itprov": "provinsi",
    "itkab": "kabupaten", "itko": "kota",
}  # fmt: skip
AGENCY_HEADS: Final = frozenset(
    """dinas badan biro bagian inspektorat satuan sekretariat rsud rsup rsu rsd rsj rsjd kecamatan kapanewon kemantren puskesmas balai upt uptd
    kelurahan rumah bidang subbagian seksi perpustakaan museum unit""".split()
)
SETDA_SECTIONS: Final = frozenset(
    "organisasi hukum pemerintahan perekonomian kerja kesejahteraan kesra protokol prokopim pengadaan pbj tata tapem".split()
)
INNER_HEADS: Final = frozenset("bidang bagian subbagian seksi sekretariat upt uptd unit".split())
HOSPITALS: Final = {
    "rsud": "Rumah Sakit Umum Daerah", "rsup": "Rumah Sakit Umum Pusat", "rsu": "Rumah Sakit Umum", "rsj": "Rumah Sakit Jiwa",
    "rsjd": "Rumah Sakit Jiwa Daerah", "rsd": "Rumah Sakit Daerah",
}  # fmt: skip
LEARNING_HEADS: Final = frozenset(
    "universitas institut politeknik akademi sekolah university poltekkes stikes stie stia stkip uin iain".split()
)
LEARNING_LONG: Final = {
    "stikes": "Sekolah Tinggi Ilmu Kesehatan", "stie": "Sekolah Tinggi Ilmu Ekonomi", "stia": "Sekolah Tinggi Ilmu Administrasi",
    "stkip": "Sekolah Tinggi Keguruan dan Ilmu Pendidikan", "uin": "Universitas Islam Negeri", "iain": "Institut Agama Islam Negeri",
    "poltekkes": "Politeknik Kesehatan",
}  # fmt: skip
FACULTIES: Final = {
    "fisip": "Fakultas Ilmu Sosial dan Ilmu Politik", "fkip": "Fakultas Keguruan dan Ilmu Pendidikan", "feb": "Fakultas Ekonomi dan Bisnis",
    "fe": "Fakultas Ekonomi", "fh": "Fakultas Hukum", "fk": "Fakultas Kedokteran", "fkm": "Fakultas Kesehatan Masyarakat",
    "fia": "Fakultas Ilmu Administrasi", "fib": "Fakultas Ilmu Budaya", "ft": "Fakultas Teknik", "fmipa": "Fakultas Matematika dan Ilmu Pengetahuan Alam",
    "faperta": "Fakultas Pertanian", "fahutan": "Fakultas Kehutanan", "fakultas": "",
}  # fmt: skip
COMPANY_HEADS: Final = frozenset("pt cv perumda perusahaan perseroda yayasan koperasi bank bumd pdam perseroan".split())
CENTRAL_HEADS: Final = frozenset(
    """kementerian direktorat ditjen dirjen itjen setjen pengadilan kejaksaan kejati kejari polres polresta polda kepolisian kantor kanwil kanreg
    perwakilan dprd dewan komisi kodim korem pusat puslatbang pusdiklat pusbangkom deputi""".split()
)
# Units within a central body, named before it: `Ditjen Otda Kemendagri`, `Pusat Jasa Kearsipan ANRI`.
CENTRAL_UNITS: Final = {
    "direktorat": "Direktorat", "ditjen": "Direktorat Jenderal", "dirjen": "Direktorat Jenderal", "itjen": "Inspektorat Jenderal", "setjen": "Sekretariat Jenderal",
    "pusat": "Pusat", "puslatbang": "Pusat Pelatihan dan Pengembangan", "pusdiklat": "Pusat Pendidikan dan Pelatihan",
    "pusbangkom": "Pusat Pengembangan Kompetensi", "deputi": "Deputi", "kanwil": "Kantor Wilayah", "kanreg": "Kantor Regional",
}  # fmt: skip
CENTRAL_LONG: Final = {"kejati": "Kejaksaan Tinggi", "kejari": "Kejaksaan Negeri"}
# What the last words of `Biro …`, `Bagian …` are short for.
SECTION_SHORT: Final = {
    "kesra": "Kesejahteraan Rakyat", "pbj": "Pengadaan Barang dan Jasa", "adpim": "Administrasi Pimpinan", "otda": "Otonomi Daerah",
    "prokopim": "Protokol dan Komunikasi Pimpinan", "tapem": "Tata Pemerintahan", "adbang": "Administrasi Pembangunan",
}  # fmt: skip
NOT_BEFORE: Final = frozenset(
    "perjalanan rumah surat naskah nota kendaraan mobil jam tugas kartu biaya pakaian".split()
)
NOT_AFTER: Final = {
    "dinas": {"luar", "dalam", "terkait", "ini", "tersebut", "yang", "dan", "lain", "lainnya", "teknis", "daerah"},
    "badan": {"usaha", "hukum", "publik", "eksekutif", "legislatif", "ini", "tersebut", "yang", "dan", "atau", "permusyawaratan"},
    "bagian": {"dari", "ini", "yang", "kesatu", "kedua", "ketiga", "keempat", "kelima", "tersebut", "dan", "penting", "integral"},
    "unit": {"kerja", "usaha", "organisasi", "yang", "dan"},
    "satuan": {"kerja", "pendidikan", "tugas", "waktu"},
    "balai": {"kota", "desa", "diklat"},
    "sekretariat": {"yang", "bersama"},
    "bidang": {"yang", "kerja", "dan", "lain"},
    "seksi": {"yang"},
    "perpustakaan": {"dan", "yang"},
}  # fmt: skip
STOP: Final = frozenset(
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
    kampung adat gampong nagari lembang pekon tiyuh nagori ohoi kalurahan syariat islam dayah istimewa transportasi fiskal penghubung layanan mental spiritual logistik tenaga sandi digital
    kebersihan pertamanan ukm umkm kb naker""".split()
_ACRONYMS: Final = frozenset(
    "DPRD RSUD ASN UPT UPTD PIAK UKM UMKM SDM PPKB II III IV VI VII VIII IX XI XII BLUD LPSE PTSP TIK KB UPTB P2TP2A".split()
)
_SMALL: Final = frozenset({"dan", "atas", "di", "dengan", "untuk", "serta", "of", "pada"})
TITLES: Final = frozenset({"dr", "prof", "h", "hj", "kh", "ir", "drg", "r", "ra"})


@cache
def agency_names() -> Trie[tuple[str, bool]]:
    """Regional agencies: the form, and whether it is the short one."""
    trie: Trie[tuple[str, bool]] = Trie()
    general = {agency.short for agency in agencies() if not agency.region}
    for agency in agencies():
        if not agency.region or agency.short not in general:
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
def bodies() -> Trie[tuple[Body, str]]:
    """Central bodies, universities and companies with their kind."""
    trie: Trie[tuple[Body, str]] = Trie()
    for kind, known in (("central", central()), ("university", universities()), ("company", companies())):
        for body in known:
            for form in (body.short, body.long, *body.other_forms):
                trie.add(form, (body, kind))
    return trie


@cache
def vocabulary() -> frozenset[str]:
    """Words that agencies' names are made of."""
    found = set(_VOCABULARY_MORE)
    for agency in agencies():
        found |= {word.lower for word in words_of(agency.long)}
    return frozenset(found - STOP - {"kota"})


@cache
def starts() -> frozenset[str]:
    """Words that an institution's name may begin with."""
    return frozenset(
        {
            *GOVERNMENT_SHORT, *OFFICES, *AGENCY_HEADS, *LEARNING_HEADS, *COMPANY_HEADS, *CENTRAL_HEADS, *FACULTIES,
            "pemerintah", "government", "wakil", "sekretaris", "bag", "suku", *agency_names().branches, *bodies().branches,
        }
    )  # fmt: skip


@cache
def long_of(short: str, region: Region | None) -> str | None:
    """The long form that `short` has in `region`, else the usual one; None for a form that no table has."""
    lines = _by_short().get(short.casefold())
    if not lines:
        return None
    owner = (region.code, region.kind) if region is not None else ()
    special = next((line.long for line in lines if line.region in owner), None)
    return special or next((line.long for line in lines if not line.region), lines[0].long)


_SHORTEST_WORD: Final = 4
_WITHIN: Final = {"KB": "Keluarga Berencana", "Naker": "Tenaga Kerja", "NAKER": "Tenaga Kerja"}
_SHORT_WITHIN: Final = re.compile(r"(?:(?<=\bdan )|(?<=[a-z], ))(?:KB|Naker|NAKER)\b")


def in_full(stem: str) -> str:
    """`Dinas Kesehatan dan KB`: an agency's name whose last matter is written short."""
    return _SHORT_WITHIN.sub(lambda match: _WITHIN[match.group()], stem)


def cased(word: str, *, shouting: bool) -> str:
    """A word of a name in its usual case; `shouting`: the whole name is in capitals."""
    if word.lower() in _SMALL:
        return word.lower()
    if word.upper() in _ACRONYMS or any(letter.isdigit() for letter in word):
        return word.upper()
    if word.isupper() and len(word) > _SHORTEST_WORD and 5 * sum(letter in "AIUEO" for letter in word) < len(word):
        return word  # `Dinas PUPRPKP`: no word has so few vowels
    if word.isupper() and (shouting or len(word) > 5 or word.lower() in vocabulary()) and len(word) > 1:
        return word.capitalize()
    return word if word[0].isupper() else word.capitalize()
