"""How a document's number is written, and what shows that a number is another paper's."""

import re

VALUE = r"[A-Za-z0-9][\w.\-–()&:]*(?:\s?[/\\]\s?[\w.\-–()&]+)+|[A-Za-z]{0,6}[.\-]?\d[\w]*(?:[.\-–][\w]+){2,}"
# Needs no word before it: three parts or more between strokes, one of them a figure.
STRICT = r"(?<![\w/.@])(?=[^\s/]*\d|[A-Za-z-]{1,12}/\S*\d)[A-Za-z0-9][\w.\-–]*(?:/[\w.\-–&]+){2,}"
BLANK_INSIDE = re.compile(r"/\s*/|\.{3,}|…|_{2,}|/\s{2,}|\s{2,}/")
CITED_AFTER = re.compile(
    r"^\s*,?\s*(?:dan\s+nomor\b.{0,60})?(?:(?:tanggal|tgl|tertanggal|bertanggal|dated)\b(?!\s*:)|\(\d{1,2}\s+[A-Z])",
    re.I | re.S,
)
CITED_BEFORE = re.compile(
    r"\b(?:atas|surat(?!\s+(?:perjanjian|edaran|kehendak))|keputusan|peraturan|undang-undang|akta|sk|berdasarkan|induk|"
    r"sprint?|payung|rujukan|referensi|merujuk|mengacu|kuasa|notaris|waarmerking|legalisasi|menggantikan|mencabut|dpa|"
    r"naskah\s+dasar|dasar|penawaran|negosiasi|menjawab|membalas|menyusul|menunjuk|"
    r"spt)\b[^\n]{0,60}$",
    re.I,
)
# Whose or what `Nomor` may be that is not the paper's own number.
OTHER_NUMBER = re.compile(
    r"\b(?:surat|sk|keputusan|kuasa|spt|sppd|dpa|rekening|akta|induk|pokok|payung|telepon|telp|hp|wa|npwp|nip|nik|peserta|"
    r"seri|izin|polisi|peraturan|perda|uu|undang\S*|kontak|faks?|kode\s+pos|sebelumnya|lama|urut)\b",
    re.I,
)


def is_date(value: str) -> bool:
    """`22/09/2025` and `18-19/9/2025` are days, no numbers."""
    return re.fullmatch(r"(?:\d{1,2}[-–])?\d{1,2}[-/.](?:\d{1,2}|[IVX]{1,4})[-/.]['’]?\d{2,4}", value) is not None


def tidy(value: str) -> str:
    """A number without what follows it in the sentence."""
    value = " ".join(value.split()).rstrip(".:-–(&,;")
    return value.rstrip(")").split("(")[0] if value.count("(") != value.count(")") else value
