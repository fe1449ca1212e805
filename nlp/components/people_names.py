"""Names of persons with their titles, and NIP numbers, as lists and tables of participants write them."""

import re
from dataclasses import dataclass

# 8 digits of birth, 6 of appointment (PPPK: 21 or another code for the month), sex, 3 serial; blanks and line ends between.
NIP = re.compile(
    r"(?<![\d/.])((?:19[4-9]\d|20[01]\d)[01]\d[0-3]\d)[\s.-]{0,3}((?:19|20)\d{2}\s?\d{2})[\s.-]{0,3}([12])[\s.-]{0,3}(\d{3})(?![\d/])"
)
_LOOSE_NIP = re.compile(r"(?<!\d)(?:\d[\s.-]{0,2}){17}\d(?!\d)")
_OCR_DIGITS = str.maketrans("OolI", "0011")

_FRONT = r"(?:(?:Prof|Dr|dr|drg|drh|Ir|Drs|Dra|H|Hj|KH|Hi|Apt|apt|Ns|R|T|St|A|Abd|Muh|Moh|M|Md|L|I)\.?\s*)"
_WORD = r"(?:[A-Z][A-Za-z'’`.-]*|[A-Z]\.|d[ei]|bin|binti|van|al)"
_DEGREE = r"(?:[A-Z][A-Za-z]{0,4}\.(?:\s?[A-Z][A-Za-z.]{0,6})*\.?|S\.\s?[A-Z][A-Za-z.]*|M\.\s?[A-Z][A-Za-z.]*|A\.\s?Md\.?[A-Za-z.]*|Amd\.?|SE|SH|MM|MSi|M\.?Si|ST|MT|SKM|MH|CA|Ak|CPA|IPU|IPM|Ph\.?D|SP|MP|SSTP|S\.?STP|MAP)"
NAME = re.compile(rf"^{_FRONT}*{_WORD}(?:\s+{_WORD}){{0,5}}(?:\s*,\s*{_DEGREE}(?:\s*,\s*{_DEGREE})*)?\.?$")
_LEADING_NAME = re.compile(
    rf"{_FRONT}*{_WORD}(?:\s+{_WORD}){{0,5}}(?:\s*,\s*{_DEGREE}(?![a-z])(?:\s*,\s*{_DEGREE}(?![a-z]))*)?"
)
TITLED = re.compile(rf"(?:{_FRONT.replace('*', '*')}){{1,3}}[A-Z][a-z]|,\s*{_DEGREE}")
_NOT_NAME = re.compile(
    r"\b(?:dinas|badan|biro|bagian|bidang|kabupaten|kota|provinsi|pemerintah|sekretariat|inspektorat|rsud|upt|kepala|sekretaris|analis|peserta|jumlah|total|nama|nip|jabatan|pangkat|golongan|unit|instansi|magang"
    r"|tim|laporan|pembimbing|waktu|tempat|tanggal|tahun|orang|hari|senin|selasa|rabu|kamis|jumat|sabtu|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|pejabat|pelaksana|staf"
    r"|pembina|penata|pengatur|juru|muda|madya|pertama|lokus|lokasi|asal|fungsional|administrator|pengawas|indeks|nilai|spbe|sakip|asn|pns|gubernur|bupati|wali|walikota|ketua|anggota|koordinator|diskominfo\w*|bappeda\w*|bkd|bkpsdm|bpsdm\w*|asisten|direktur|inspektur|camat|lurah|sekda|widyaiswara|dosen|rektor|dekan|wakil|plt|pj|perekonomian|pembangunan|administrasi|umum|perencanaan|kesejahteraan|rakyat|menteri|auditor|asesor|pengelola|penyuluh|perawat|dokter|bidan|pranata|komputer|arsiparis|subbagian|subbag|seksi|kasubag|kabid|kabag|puskesmas|desa|kecamatan|dan|di|ke|untuk|yang|dari|dengan|pada|hasil|profil|daftar|terima)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NipMention:
    start: int
    end: int
    digits: str


def find_nips(text: str) -> list[NipMention]:
    """Every NIP in `text`, 18 digits however they are spaced or broken over lines."""
    return [
        NipMention(match.start(), match.end(), re.sub(r"\D", "", match.group()))
        for match in NIP.finditer(text)
        if len(re.sub(r"\D", "", match.group())) == 18
    ]


def nip_of(cell: str) -> str | None:
    """The NIP that a cell holds; OCR's letters for digits are read as digits when that gives 18."""
    if found := find_nips(cell):
        return found[0].digits
    digits = re.sub(r"[\s.\-–]", "", re.sub(r"(?i)\bNIP\b\.?:?", "", cell)).translate(_OCR_DIGITS)
    return digits if len(digits) == 18 and digits.isdigit() and digits[:2] in {"19", "20"} else None


def is_name(text: str) -> bool:
    """Whether `text` reads as one person's name: two to six capitalised words, titles before and after, no office."""
    text = " ".join(text.split()).strip(" -–•:")
    bare = re.sub(rf"(?:\s*,\s*{_DEGREE})+\.?$", "", text)
    words = [word for word in bare.split() if word.strip(".")]
    if not 1 <= len(words) <= 7 or len(text) > 70 or any(character.isdigit() for character in text):
        return False
    if len(words) < 2 and bare == text:
        return False
    return bool(NAME.match(text)) and not _NOT_NAME.search(bare)


def leading_name(text: str) -> str | None:
    """The person's name that `text` begins with, titles included."""
    text = re.sub(r"^\s*(?:\d{1,2}[.)]|[a-z][.)]|[-•*])\s*", "", text)
    match = _LEADING_NAME.match(text)
    if match is None:
        return None
    name = match.group().strip(" ,")
    return name if is_name(name) else None


def clean_name(text: str) -> str:
    """A name without its list number, label or trailing punctuation."""
    text = " ".join(text.split())
    text = re.sub(r"^(?:\d{1,2}\s*[.)]|[a-z]\)|[-•*:])\s*", "", text)
    text = re.sub(r"^(?:nama(?:\s+tim)?|sdr[i]?\.?|saudara|saudari)\s*[:.]?\s*", "", text, flags=re.IGNORECASE)
    return text.strip(" ,;:/-–(|")
