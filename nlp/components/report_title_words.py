"""What a line of a report's first page is, by its words: the sort of paper, who wrote it, a chapter, a row, prose."""

import re

REPORT_LINE = re.compile(
    r"\b(?:laporan|paparan|hasil|magang|studi|benchmark\w*|catatan|lessons?|kunjungan|patok|presentasi|"
    r"pembelajaran|rekomendasi|ringkasan|"
    r"resume|ekspose|visitasi|report)\b",
    re.I,
)
BYLINE = re.compile(
    r"^\W*(?:oleh\b(?!-)|disusun|tim\b|nama\b|nip\b|(?:kepada\s+)?yth\b|penyusun\b|penulis\b|ditulis|disajikan|dipresentasikan|dibuat|peserta\b|kelompok|angkatan|difasilitasi|"
    r"disampaikan|dipaparkan|tahun\b|"
    r"pada\s+tanggal|[A-Z][\w .]{2,25},\s+(?:\d{1,2}\s+)?(?:januari|februari|pebruari|maret|april|mei|juni|juli|"
    r"agustus|september|"
    r"oktober|november|nopember|desember)\b|.*\b\d{1,2}\s*(?:[-–]|s\.?d\.?|s/d|sampai)\s*\d{1,2}\s+\w+\s+\d{4}|"
    r"\d{4}\W*$|[A-Z][\w .]{2,25},\s+(?:19|20)\d\d\W*$)",
    re.I,
)
_MONTHS = (
    r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)"
)
_DATE_TAIL = re.compile(
    rf"[,–-]?\s?(?:(?<!\d)\d{{1,2}}(?!\d)\s?(?:[-–]|s\.?\s?d\.?|s/d|sampai dengan)?\s?){{0,4}}{_MONTHS}\s+\d{{4}}\W*$",
    re.I,
)
# `pada Biro X, 19 Februari s.d. 1 Maret 2024`, below a title in capitals: where and when.
DAYS = re.compile(
    rf"\b\d{{1,2}}\s+(?:{_MONTHS}\s+)?(?:[-–]|s\.?\s?d\.?|s/d|sampai\s+dengan|hingga)\s*\d{{1,2}}\s+{_MONTHS}\s+\d{{4}}",
    re.I,
)
CONTINUES = re.compile(r"^\W*(?:di|pada|ke|dan|dengan|untuk|dalam|melalui|tentang|bagi|serta)\b", re.I)
SECTION = re.compile(
    r"^\W*(?:bab\b|bagian\s+(?:[ivx]+|\d|ke\w+|pertama)\b|[ivx]+\.|[a-z]\.|\d+[.)]|kata\s+pengantar|daftar\s+isi|dasar|latar\s+belakang|pendahuluan|"
    r"lembar\s+pengesahan|"
    r"ringkasan\s+eksekutif|pada\s+hari\b|agenda|maksud|(?:jadwal|peserta|waktu|tempat|lokus)\W*$)",
    re.I,
)
# A heading that opens a report without a preface: it is no more of the title above it.
FIRST_CHAPTER = re.compile(
    r"\W*(?:rekomendasi|saran|ke?simpulan|simpulan|temuan|solusi|pembelajaran|praktik\s+baik|penutup|uraian|rencana\s+(?:aksi|tindak\s+lanjut)|"
    r"tindak\s+lanjut)(?:\s*(?:,|&|/|dan)\s*(?:rekomendasi|saran|rencana|aksi|tindak|lanjut|kesimpulan|masukan|\s)+)?\W*",
    re.I,
)
ROW = re.compile(
    r"\W*(?:[A-Z][\w/ ]{1,24}\s:\s|(?:kepada|yth|dari|hal|perihal|tanggal|sifat|lampiran|tembusan|lokus|lokasi|tempat|"
    r"tujuan|waktu|hari|periode|peserta|nama|instansi|mentor|pembimbing|ketua|penanggung\s+jawab|asal|kegiatan)\b[^:]{0,20}:)",
    re.I,
)
NUMBER_LINE = re.compile(r"\W*(?:nomor\b|no\.)|\[?\(?\d{1,2}\)?\]?$|(?:slide|salindia)\s*\d+$", re.I)
PROSE = re.compile(r"[a-z]{3}[.?!]\s+[A-Z]\w+\s+\w+\s+\w")
WHO_AND_WHERE = re.compile(
    r"\W*(?:studi|hasil|ringkasan|laporan|paparan|catatan|cerita|bekal|ikhtisar|presentasi|ekspose)\b.{0,60}\b(?:dinas|badan|rsud|biro|"
    r"inspektorat|bkd|bkpsdm|bpsdm\w*|bpbd|tim|dis[a-z]{3,}|bapp?e\w+|satuan|sekretariat|setwan|pemerintah|pem(?:kab|kot|prov))\b",
    re.I,
)
# The sort of paper, its series and for whom it is, when that is all a line says.
KICKER = re.compile(
    r"^(?=.*\b(?:anggaran\s+biaya|edisi|kertas\s+kerja|policy|working|kebijakan|angkatan|gelombang|kalangan|seri|volume|siar\w*|disiarkan|tayang|"
    r"internal|eksekutif|terbatas|rahasia|lampiran|salinan|draf\w*|bahan)\b)"
    r"(?:\W|edisi|eksekutif|khusus|tunggal|perdana|terbatas|rahasia|kertas|kerja|working|paper|policy|brief|ringkasan|risalah|kebijakan|pulang|"
    r"magang|nasional|daerah|asn|angkatan|gelombang|batch|nomor|no|volume|vol|seri|untuk|kalangan|sendiri|internal|tidak|disiarkan|"
    r"siaran|laporan|bahan|rencana|anggaran|biaya|rab|tayang|rapat|paparan|salinan|draf\w*|lampiran|hasil|studi|tiru|banding|tahun|[ivx]|\d)+$",
    re.I,
)
GENERIC = re.compile(
    r"^(?:\W|laporan|run\s?down|susunan|acara|rangkaian|buku|individu|perorangan|kelompok|hasil|akhir|singkat|pelaksanaan|kegiatan|magang|studi|tiru|banding|benchmarking|kunjungan|"
    r"kerja|lapangan|paparan|presentasi|catatan|"
    r"serah|terima|peserta|penutupan|pelepasan|pembukaan|perjalanan|dinas|ringkasan|komparasi|asn|pns|aparatur|sipil|negara)+$",
    re.I,
)
_ON = re.compile(r"(?:^|\s+)(?:pada\s+)?(?:tanggal|tgl\.?)\s*$", re.I)
# The code and revision of a form behind its name, a remark about the file.
_REMARK = re.compile(
    r"\s*\([^()]*\b(?:rev(?:isi)?|form|F|final|draf\w*|konsep|perbaikan|ketikan|salinan|salah\s+\w+)\b[^()]*\)\s*$",
    re.I,
)
# `… Kepala Sekolah Kabupaten X Dinas Pendidikan Kabupaten X`: the office below the title, drawn into its line.
_OFFICE_DRAWN_IN = re.compile(
    r"(?P<title>.{12,}?\b(?:Kabupaten|Kota|Provinsi)\s+[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s+(?:Dinas|Badan|Inspektorat|Sekretariat|Pemerintah)\s.*"
    r"\b(?:Kabupaten|Kota|Provinsi)\s+[A-Z]\S+(?:\s[A-Z]\S+)?\W*"
)


def without_office(line: str) -> str:
    """A title without the name of the office that stood on the line below it."""
    found = _OFFICE_DRAWN_IN.fullmatch(line) if REPORT_LINE.search(line) else None
    return found["title"] if found is not None and REPORT_LINE.search(found["title"]) else line


def cleaned(line: str) -> str:
    """The line without a date behind it, a remark about the file, ornament."""
    return _REMARK.sub("", _ON.sub("", _DATE_TAIL.sub("", line))).strip(" ,–-_=~*")
