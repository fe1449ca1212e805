"""How a document's number is written, and what shows that a number is another paper's."""

import re

# `1/A/2024 / No. 2/B/2024`: the stroke before a second number belongs to neither.
VALUE = r"[A-Za-z0-9][\w.\-–()&:]*(?:\s?[/\\]\s?(?!(?i:no(?:mor)?)\b\s*[.:])[\w.\-–()&]+)+|[A-Za-z]{0,6}[.\-]?\d[\w]*(?:[.\-–][\w]+){2,}"
# `11 Tahun 2021`, as an office numbers its decrees, with nothing behind it on the line.
OF_YEAR = r"\d{1,4}\s(?:TAHUN|Tahun)\s(?:19|20)\d{2}(?=[^\S\n]*(?:\n|$))"
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
# The box of a controlled document numbers the form, not the paper: `No. Dokumen FM-12/REV.01`, `No. Formulir : F-03/00`.
CONTROL = re.compile(r"\b(?:form(?:ulir)?|borang)\b\.?\s*[:.]?\s|\Wrev(?:isi)?[./ -]?\d{1,2}\b", re.I)
BOXED = re.compile(r"no(?:mor)?\b\.?\s*dok(?:umen)?\b", re.I)
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
    """A number without what follows it in the sentence, and without the line's end amid it."""
    value = re.sub(r"(?<=[/\\])\s*\n\s*|\s*\n\s*(?=[/\\])", "", value)
    value = " ".join(value.split()).rstrip(".:-–(&,;")
    return value.rstrip(")").split("(")[0] if value.count("(") != value.count(")") else value


# What a broken number goes on with on the next line: `…/BKD-` `III/2025`, `…/2.1/` `Disdik/2025`.
_REST = re.compile(r"[^\S\n]*(?P<rest>[\w.]+(?:[/-][\w.]+)*)[^\S\n]*(?:\n|$)")
# On its own line behind a blank: `…/BKD – III/2025`, `…/Bag. Org/2025`.
_SPACED_REST = re.compile(r"(?:\.[ ]|[ ]?[-–&][ ]?)[A-Za-z][\w.]*(?:/[\w.-]+)*/(?:19|20)\d{2}\b")
# `010/SPK/Pendidikan Kimia/SPM.`, a name of two words between the strokes.
_WORD_REST = re.compile(r"[ ][A-Z][a-z]+(?:/[\w.-]+)+")
# `100.3.7.1-14 TAHUN 2025` at the line's end.
_OF_YEAR = re.compile(r"[ ]TAHUN[ ](?:19|20)\d{2}(?=[ ]*(?:\n|$))")
_SPACED_YEAR = re.compile(r"[ ](?:19|20)\d{2}\b")
_YEAR_LAST = re.compile(r"(?:19|20)\d{2}$")
# The letter's place and day beside it, which its last stroke drew in: `…/III/ Lahat, 11 Agustus`.
_TOWN = re.compile(r"(?P<own>.+/)\s(?:[A-Z][a-z]+\s?)+")


def whole(text: str, start: int, value: str) -> str:
    """`value`, written at `start`, with the rest that a blank or the line's end cut off."""
    if (word := _WORD_REST.match(text, start + len(value))) is not None and re.search(r"/[A-Z][a-z]+$", value):
        value += word.group().rstrip(".")
    stop = start + len(value)
    if not text.startswith(value, start) or _YEAR_LAST.search(value):
        return value
    if value.upper().endswith("/TAHUN") and (year := _SPACED_YEAR.match(text, stop)) is not None:
        return value + year.group()
    if (of_year := _OF_YEAR.match(text, stop)) is not None:
        return value + of_year.group()
    spaced = _SPACED_REST.match(text, stop)
    if spaced is not None:
        return value + spaced.group()
    town = _TOWN.fullmatch(value)
    if town is not None and re.match(r"(?: [A-Z]\w+)?,\s*\d{1,2}\s", text[stop : stop + 30]):
        begun = town.group("own")
    else:
        begun = value + text[stop : stop + 2].strip(" \n")[:1]
    if begun[-1] not in "-/–.":
        return value
    below = text.find("\n", stop)
    rest = _REST.match(text, below + 1) if below >= 0 else None
    if (
        rest is None
        or not re.search(r"\d", rest.group("rest"))
        or (begun[-1] == "." and "/" not in rest.group("rest") and not _YEAR_LAST.fullmatch(rest.group("rest")))
    ):
        return begun.rstrip("/") if town is not None else value
    return begun + rest.group("rest")


def is_number(value: str, following: str) -> bool:
    """No blank to be filled in, no day, two figures at least."""
    if BLANK_INSIDE.search(value) or re.match(r"\s*/(?!\s*no)|\.{2,}|…|_{2}", following, re.I):
        return False
    return sum(sign.isdigit() for sign in value) > 1 and not is_date(value)
