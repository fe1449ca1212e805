"""The performance figures of regional administration: by which words each is named, what its value looks like, whose it is."""

import re
from dataclasses import dataclass
from typing import Final

from nlp.components.small_letters import small_letters

GRADE: Final = r"(?<![\w.])(?:AA|A-|A|BB|B\+|B|CC|C|D)(?![\w.’'&/-]\w|\w)"
NUMBER: Final = r"(?<![\w.,/])\d{1,3}(?:[.,]\d{1,4})?(?![\w/]|[.,]\d)"
LEVEL: Final = r"(?i:level)\s+(?:\d(?:[.,]\d+)?|I{1,3}|IV|V)(?!\w)"
OPINION: Final = (
    r"WTP(?:-DPP)?|WDP|TMP|(?:W|w)ajar (?:T|t)anpa (?:P|p)engecualian|(?:W|w)ajar (?:D|d)engan (?:P|p)engecualian|WTP"
)
# What a survey of satisfaction asked about: `IKM layanan ketertiban`, `SKM sekretariat`.
_SERVED: Final = r"(?:\s+(?-i:(?:unit\s+)?(?:layanan|pelayanan)(?:\s+(?!tahun|pada|di\b|kami|kita|kota|kab|yang)(?:uji\s+)?[a-z]{4,})?|sekretariat|parkir))?"
# `SPM Trantibumlinmas`, `SPM Bidang Kesehatan`
_OF_KIND: Final = r"(?:\s+(?:bidang\s+|urusan\s+)?(?-i:(?!Provinsi|Kabupaten|Kota|Pem[kp]|Kab|Prov|Tahun)[A-Z][a-z]+))?"
CATEGORY: Final = r"(?i:zona hijau|zona kuning|sangat tinggi|sangat baik|sangat inovatif|terinovatif|inovatif)(?!\w)"


@dataclass(frozen=True, slots=True)
class Measure:
    name: str
    cue: str
    value: str
    low: float = 0.0
    high: float = 100.0
    of_agency: bool = False  # the score is the unit's own, not its government's
    of_both: bool = False  # agencies have such a score too: it is theirs where they are named right beside it
    thing: bool = False  # the name is that of a thing which is scored: a figure counts only where it is called a score

    def plausible(self, value: str) -> bool:
        """Whether a number lies on the measure's scale; letters and levels always do."""
        digits = re.match(r"(\d+(?:[.,]\d+)?)", value)
        return digits is None or self.low < float(digits.group(1).replace(",", ".")) <= self.high


MEASURES: Final = (
    Measure(
        "SAKIP",
        r"SAKIP|AKIP|(?:Sistem\s+)?Akuntabilitas\s+Kinerja(?:\s+Instansi\s+Pemerintah)?",
        f"{GRADE}|{NUMBER}",
        of_both=True,
    ),
    Measure(
        "Indeks Reformasi Birokrasi",
        r"(?:indeks|nilai|predikat|skor|hasil\s+evaluasi)\s+(?:pelaksanaan\s+)?(?:Reformasi\s+Birokrasi|RB)(?:\s+General)?(?:\s*\(RB\))?",
        f"{NUMBER}|{GRADE}",
        high=120,
    ),
    Measure(
        "IP ASN",
        r"(?:indeks\s+)?IP[\s-]ASN|Indeks\s+Profesionalitas\s+(?:ASN|Aparatur(?:\s+Sipil\s+Negara)?)(?:\s*\(IP[\s-]?ASN\))?",
        NUMBER,
        of_both=True,
    ),
    Measure(
        "SPBE",
        r"(?:indeks\s+)?(?:SPBE|Sistem\s+Pemerintahan\s+Berbasis\s+Elektronik(?:\s*\(SPBE\))?)|Indeks\s+Pemerintah(?:an)?\s+Digital",
        NUMBER,
        high=5,
    ),
    Measure(
        "Indeks Sistem Merit", r"(?:(?:indeks|penerapan|nilai|skor)\s+)?Sistem\s+Merit|Indeks\s+Merit", NUMBER, high=410
    ),
    # Its eight areas have scores of their own.
    Measure("", r"MCS?P\s+area(?-i:(?:\s+(?!tahun|pada|sebesar|adalah|mencapai)[A-Za-z]{3,}){1,5})", NUMBER + r"\s?%?"),
    Measure(
        "MCP",
        r"MCP(?=\W)|Monitoring\s+Cent(?:er|re)\s+for\s+Prevention(?:\s*\(MCP\))?",
        NUMBER + r"\s?%?",
    ),
    # What the KPK measures since 2025 under a name of its own.
    Measure(
        "MCSP",
        r"MCSP(?=\W)|Monitoring,?\s+Cont\w+,?\s+Surveillance\s+(?:for|and)\s+Prevention(?:\s*\(MCSP\))?",
        NUMBER + r"\s?%?",
    ),
    Measure("SPI", r"(?:indeks\s+)?SPI(?!P)|Survei\s+Penilaian\s+Integritas(?:\s*\(SPI\))?", NUMBER),
    Measure(
        "IKM",
        r"(?:IKM|Indeks\s+Kepuasan\s+Masyarakat(?:\s*\(IKM\))?)" + _SERVED,
        NUMBER,
        of_agency=True,
    ),
    Measure("SKM", r"(?:SKM|Survei\s+Kepuasan\s+Masyarakat(?:\s*\(SKM\))?)" + _SERVED, NUMBER, of_agency=True),
    Measure(
        "Maturitas SPIP",
        r"(?:tingkat\s+)?Maturitas\s+(?:penyelenggaraan\s+)?SPIP(?:\s+Terintegrasi)?|SPIP",
        f"{LEVEL}|{NUMBER}",
        high=5,
    ),
    Measure("Kapabilitas APIP", r"Kapabilitas\s+APIP|IACM", f"{LEVEL}|{NUMBER}", high=5, of_agency=True),
    Measure(
        "Opini BPK",
        r"Opini\s+BPK(?:\s+RI)?(?:\s+atas\s+(?:LKPD|Laporan\s+Keuangan(?:\s+Pemerintah\s+Daerah)?))?|Opini",
        OPINION,
    ),
    Measure("PEKPPP", r"PEKPPP", f"{NUMBER}|{GRADE}", high=5, of_both=True),
    Measure("", r"EPPD|LPPD", f"{NUMBER}", high=5),
    Measure(
        "Indeks Pelayanan Publik",
        r"Indeks\s+Pelayanan\s+Publik(?:\s*\(IPP\))?|IPP",
        f"{NUMBER}|{GRADE}",
        high=5,
        of_agency=True,
    ),
    Measure(
        "Kepatuhan Ombudsman",
        r"(?:Indeks\s+|nilai\s+)?Kepatuhan\s+(?:Standar\s+)?Pelayanan\s+Publik(?:\s+(?:oleh\s+|dari\s+)?Ombudsman(?:\s+RI)?)?|Kepatuhan\s+Ombudsman",
        f"{NUMBER}|{CATEGORY}",
    ),
    Measure("Indeks Inovasi Daerah", r"Indeks\s+Inovasi\s+Daerah(?:\s*\(IID\))?", NUMBER),
    Measure(
        "Indeks BerAKHLAK",
        r"(?:Indeks|Survei|Nilai|Skor)\s+(?:Implementasi\s+)?(?:Core\s+Values\s+)?BerAKHLAK",
        f"{NUMBER}|{GRADE}",
    ),
    Measure(
        "Indeks NSPK",
        r"Indeks\s+(?:Implementasi\s+)?NSPK(?:\s+Manajemen\s+ASN)?|NSPK\s+Manajemen\s+ASN",
        f"{NUMBER}|{GRADE}",
    ),
    Measure(
        "Manajemen Risiko Indeks",
        r"(?:Manajemen\s+Risiko\s+Indeks|Indeks\s+Manajemen\s+Risiko)(?:\s*\(MRI\))?|(?-i:MRI)(?=\s+(?:tahun|pada|sebesar|\d|Pem|Kab|Kota|Prov))",
        NUMBER,
        high=5,
    ),
    Measure("", r"Indeks\s+Tata\s+Kelola\s+Pengadaan(?:\s*\(ITKP\))?|ITKP", NUMBER),
    Measure("Indeks Kualitas Kebijakan", r"Indeks\s+Kualitas\s+Kebijakan(?:\s*\(IKK\))?", NUMBER),
    Measure(
        "Nilai Pengawasan Kearsipan",
        r"(?:(?:nilai|hasil|indeks)\s+)?pengawasan\s+kearsipan(?:\s+(?:internal|eksternal))?(?:\s+(?:oleh\s+|dari\s+)?(?:ANRI|Arsip\s+Nasional(?:\s+(?:Republik\s+Indonesia|RI))?))?",
        f"{NUMBER}|{GRADE}",
    ),
    Measure("Tingkat Kegemaran Membaca", r"Tingkat\s+Kegemaran\s+Membaca(?:\s*\(TGM\))?", NUMBER),
    Measure("Tingkat Digitalisasi Arsip", r"Tingkat\s+Digitalisasi\s+Arsip", NUMBER),
    Measure(
        "Indeks Risiko Bencana",
        r"Indeks\s+Risiko\s+Bencana(?:\s+Indonesia)?(?:\s*\(IRBI?\))?|(?-i:IRBI)",
        NUMBER,
        high=300,
    ),
    Measure("PPD", r"PPD", NUMBER),
    Measure("Akreditasi", r"Akreditasi", r"(?:Paripurna|Unggul|Utama|Madya)(?!\w)", of_agency=True),
    Measure(
        "Keterbukaan Informasi Publik",
        r"(?:indeks\s+|nilai\s+|skor\s+)?Keterbukaan\s+Informasi\s+Publik(?:\s*\(KIP\))?",
        f"{NUMBER}|{CATEGORY}|(?:(?:Cukup|Menuju|Kurang)\\s+)?Informatif(?!\\w)",
    ),
    Measure(
        "Tingkat Kematangan UKPBJ",
        r"(?:tingkat\s+)?kematangan\s+UKPBJ|(?:level\s+)?maturitas\s+UKPBJ",
        f"{LEVEL}|{NUMBER}",
        high=9,
    ),
    Measure(
        "",
        r"(?:(?:capaian|nilai|indeks|skor|penerapan|pencapaian)\s+SPM"
        + _OF_KIND
        + r"|SPM\s+(?:bidang|(?:sub[\s-]?)?urusan)\s+(?-i:[A-Z][a-z]+))",
        NUMBER,
    ),
    Measure("JDIH", r"(?:nilai\s+|skor\s+|indeks\s+)?(?:pengelolaan\s+)?JDIH", NUMBER, thing=True),
    # Of a reform one speaks in many ways: a figure only where it is called a score, or is all that a table's cell names.
    Measure(
        "Indeks Reformasi Birokrasi", r"Reformasi\s+Birokrasi(?:\s*\(RB\))?|(?-i:RB)", NUMBER, high=120, thing=True
    ),
    # What share obeys a duty: `Kepatuhan LHKPN`, `Tingkat kepatuhan pembayaran PKB`.
    Measure(
        "",
        r"(?:tingkat\s+|nilai\s+)?Kepatuhan\s+(?:(?:pelaporan|penyampaian|pembayaran|pelunasan|wajib\s+pajak)\s+)?(?-i:PKB|LHKPN|LHKASN|PBB(?:-P2)?|SPT|[Ww]ajib\s+[Pp]ajak)",
        NUMBER + r"(?:\s?%|\s+persen)?",
        of_both=True,
    ),
    # A share of the people that regions are compared by.
    Measure("", r"Prevalensi\s+stunting", NUMBER + r"(?:\s?%)?"),
    # What those whom an agency serves think of it: `Indeks Kepuasan Anggota DPRD`, `Indeks Kepuasan Pengguna Perpustakaan`.
    Measure(
        "",
        r"(?:Indeks|Tingkat|Survei)\s+Kepuasan(?-i:(?:\s+(?!Masyarakat|Provinsi|Kabupaten|Kota|Pem[kp]|Pemerintah\s|Dinas|Badan|Tahun|TA\b|Kab|Prov)(?:[A-Z][a-z]+|[A-Z]{2,7}\b)){1,3})(?:\s*\(\w{2,6}\))?",
        NUMBER + r"(?:\s?%)?",
        of_agency=True,
    ),
    # An English report's: `Environmental Quality Index (IKLH)`.
    Measure(
        "",
        r"(?-i:(?:(?!The\s|Our\s|Its\s|Their\s|An?\s)[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s+){1,4}Index)(?:\s*\(\w{2,6}\))?",
        NUMBER,
    ),
    Measure("", r"(?-i:IPM|IKLH|IPG|IDM|IPKD|EPSS|ETPD|IPLM|IDSD|IGA|IID|IKPA)", NUMBER),
    # Any other index by its own name, in capitals: Indeks Kualitas Lingkungan Hidup, Indeks ETPD, Indeks Pembangunan Manusia.
    Measure(
        "",
        r"(?:Indeks|Skor)(?-i:(?:\s+(?:(?!Provinsi|Kabupaten|Kota|Pem[kp]|Pemerintah\s|Dinas|Badan|Tahun|TA\b|Kab|Prov|RSUD|S?AKIP|MC|SPI|[IS]KM|SPBE|APIP|ITKP|TGM|E?L?PPD|IPP|IACM|BPK|USG|APKL|AKPK|ASTRID|SWOT|IFAS|EFAS|NPS|Prioritas|Total|Pre\W?[Tt]est|Post\W?[Tt]est)"
        r"(?:[A-Z][a-z]+|[A-Z]{2,7}\b)|dan)){1,5})(?:\s*\(\w{2,6}\))?",
        NUMBER,
    ),
    # `Indeks ketenteraman 2022`: in small letters only with its year right behind.
    Measure(
        "",
        r"Indeks(?-i:(?:\s+(?!tahun|masing|pada|harga|saham|prestasi)[a-z]{4,}){1,3})(?=\s+(?:tahun\s+)?(?:19|20)\d\d\b)",
        NUMBER,
    ),
)
ANY: Final = re.compile(
    r"(?<!\w)(?<!e-)(?:"
    + "|".join(f"(?P<m{index}>(?i:{measure.cue})(?!\\w))" for index, measure in enumerate(MEASURES))
    + ")"
)
# One of these, in small letters, stands in every text that holds a figure: the rest is not looked at further.
_CUES: Final = (
    "akip", "akuntabilitas", "indeks", "reformasi", "ip asn", "ip-asn", "spbe", "berbasis elektronik", "merit", "mcp", "mcsp",
    "monitoring cent", "spi", "integritas", "ipp", "ikm", "skm", "apip", "iacm", "opini", "ppd", "kepatuhan", "kepuasan", "kearsipan",
    "akreditasi", "skor", "kegemaran", "itkp", "keterbukaan", "kematangan", "maturitas", "spm", "jdih", "nspk", "ipm", "iklh", "ipg",
    "idm", "ipkd", "digitalisasi arsip", "irbi", "prevalensi", "index", "epss", "etpd", "iplm", "idsd",
    "ikpa", "pekppp", "berakhlak",
)  # fmt: skip
_SHORT_CUES: Final = ("RB", "MRI", "IGA", "IID")  # in small letters a part of common words
_SHORT: Final = re.compile(r"\b(?:" + "|".join(_SHORT_CUES) + r")\b")


def cues_of(text: str) -> list[int]:
    """Where words stand that a figure may be named by, in order: plain searches, being ten times as fast as one pattern."""
    small = small_letters(text)
    found = [match.start() for match in _SHORT.finditer(text)] if any(cue in text for cue in _SHORT_CUES) else []
    for cue in _CUES:
        place = small.find(cue)
        while place >= 0:
            found.append(place)
            place = small.find(cue, place + 1)
    return sorted(found)


OPINIONS: Final = re.compile(OPINION)
VALUES: Final = tuple(re.compile(measure.value) for measure in MEASURES)
