"""The words by which a text counts persons: figures, who is counted, on which journey; base of what finds how many took part."""

import re
from functools import lru_cache

from nlp.components.small_letters import holds_any, small_letters

_I = re.IGNORECASE
_UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_WORDS = {**_UNITS, "seorang": 1, "sepuluh": 10, "sebelas": 11}
UNIT_WORD = "|".join(_UNITS)
ENGLISH = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
NUMBER = (
    rf"(?:\d{{1,3}}(?![\d.,]\d)(?:\s*\([a-z ]{{3,30}}\))?"
    rf"|(?:{UNIT_WORD})\s?(?:belas|puluh(?:\s+(?:{UNIT_WORD})\b)?)|sepuluh|sebelas|{UNIT_WORD})"
)
PERSON = (
    r"(?:orang|org|peserta|pegawai|ASN|PNS|PPPK|aparatur(?:\s+sipil\s+negara)?|personel|personil|pejabat|staf|staff|anggota|auditor"
    r"|delegasi|utusan|perwakilan|pemagang|kader|lurah|camat|guru|dokter|perawat|bidan|apoteker|penyuluh|analis|widyaiswara|dosen|operator|arsiparis|pustakawan"
    r"|perangkat\s+(?:desa|kampung|nagari|gampong)|perencana|pranata|kabid|kabag|kasubbag|kasubbid|kasi|sekretaris|asisten|kepala\s+(?:desa|sekolah|bidang|bagian|seksi|puskesmas|distrik|sub\s?bagian|sub\s?bidang|subbag|upt[db]?|kampung|lingkungan|dusun)|tenaga|petugas|nakes|abdi\s+negara|pengelola|teknisi|verifikator|bendahara|penelaah)"
)
WHO = r"(?:peserta|rombongan|delegasi|tim(?:\s+magang|\s+studi\s+tiru|\s+kecil)?|pelaksana|anggota\s+rombongan|jumlah\s+(?:peserta|pelaksana|personel|anggota))"
EVENT = r"(?:magang|kaji\s+(?:banding|tiru)|studi\s+(?:tiru|banding|lapangan|komparasi|komparatif)|perjalanan\s+dinas|benchmarking|patok\s+banding|kunjungan|kunker|mengunjungi|berkunjung|bertolak|berangkat|ikut\s+serta|mengikuti|bertandang|belajar|menimba\s+ilmu|praktik\s+kerja)"
_COUNTED = rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\b"
COUNTED = re.compile(_COUNTED, _I)
_COUNTED_SMALL = re.compile(_COUNTED.replace(PERSON, PERSON.lower()))  # of small letters
TOGETHER = re.compile(
    rf"\b(?:kami|kita|mereka)\s+(?:(?:berangkat|pergi|magang|datang|bertolak)\s+)?ber(?P<n>{UNIT_WORD}|sepuluh)\b", _I
)
ALL_OF_THEM = re.compile(
    rf"\bke-?(?P<n>\d{{1,2}}(?!\d)|(?:{UNIT_WORD})(?:\s?belas|\s?puluh(?:\s+(?:{UNIT_WORD}))?)?|sepuluh|sebelas)\s+(?:orang\s+)?(?:peserta|ASN|pegawai|aparatur|PNS|orang\s+(?:ini|itu|tersebut))\b",
    _I,
)
_ORDINAL = re.compile(rf"ke(?:{UNIT_WORD}|sepuluh|sebelas|-\d)")
_DIGIT = re.compile(r"\d")
_FIGURE_WORDS = (*_UNITS, "puluh", "belas", " of ")


@lru_cache(maxsize=4096)
def has_figure(text: str) -> bool:
    """Whether NUMBER, or an English figure (`team of six`), can match in `text`: asked first, because most lines have no figure and the patterns are slow."""
    if _DIGIT.search(text):
        return True
    return holds_any(text.lower(), _FIGURE_WORDS)


# How the words of PERSON begin.
_PERSON_CUES = (
    "orang", "peserta", "pegawai", "asn", "pejabat", "staf", "anggota", "aparatur", "pns", "pppk", "person", "org", "auditor",
    "delegasi", "lurah", "camat", "guru", "dokter", "perawat", "bidan", "penyuluh", "analis", "widyaiswara", "dosen", "operator",
    "arsiparis", "pustakawan", "perencana", "pranata", "kepala", "tenaga", "petugas", "nakes", "abdi", "apoteker", "perangkat",
    "officer", "official", "civil servant", "members", "participants", "people", "employees", "pengelola", "teknisi", "verifikator", "bendahara", "penelaah", "utusan", "perwakilan", "pemagang", "kader", "kabid", "kabag", "kasub", "kasi", "sekretaris", "asisten",
)  # fmt: skip


@lru_cache(maxsize=4096)
def may_count(text: str) -> bool:
    """Whether `text` has both a figure and a word for persons, as every pattern that counts persons asks."""
    if not has_figure(text):
        return False
    return holds_any(text.lower(), _PERSON_CUES)


@lru_cache(maxsize=2048)  # four readers ask in turn
def counted_in(text: str) -> tuple[re.Match[str], ...]:
    """Every match of COUNTED in `text`, its words in small letters."""
    return tuple(_COUNTED_SMALL.finditer(small_letters(text))) if may_count(text) else ()


@lru_cache(maxsize=2048)
def together_in(text: str) -> tuple[re.Match[str], ...]:
    """Every match of TOGETHER in `text`."""
    small = text.lower()
    return tuple(TOGETHER.finditer(text)) if any(word in small for word in ("kami", "kita", "mereka")) else ()


@lru_cache(maxsize=2048)
def all_of_them_in(text: str) -> tuple[re.Match[str], ...]:
    """Every match of ALL_OF_THEM in `text`."""
    return tuple(ALL_OF_THEM.finditer(text)) if _ORDINAL.search(text.lower()) else ()


TEAM_HEADING = re.compile(
    r"\b(?:peserta|tim|rombongan|delegasi|anggota|pelaksana|penyusun|siapa|penempatan|sekilas|snapshot|angka|ringkas(?:an)?|komposisi|who|participants?|team|grup|yang\s+(?:berangkat|ikut|diutus|ditugaskan|magang|pergi|diberangkatkan))\b",
    _I,
)
IN_HEADING = re.compile(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang|org|peserta|pegawai|ASN|personel|personil|anggota)\b(?!\s*(?:per|setiap|tiap|/))",
    _I,
)


def number(text: str) -> int:
    """The figure that NUMBER matched, in digits or in words."""
    text = re.sub(r"\(.*", "", text).strip().casefold()
    if text.isdigit():
        return int(text)
    if text in ENGLISH:
        return ENGLISH[text]
    found = re.findall(rf"{UNIT_WORD}|belas|puluh|sepuluh|sebelas|seorang", text)
    if "belas" in found:
        return 10 + _WORDS[found[0]]
    if "puluh" in found:
        return 10 * _WORDS[found[0]] + (_WORDS[found[2]] if len(found) > 2 else 0)
    return _WORDS[text]
