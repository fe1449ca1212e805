"""Names of persons with their titles, and NIP numbers, as lists and tables of participants write them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.components.small_letters import small_letters

# 8 digits of birth, 6 of appointment (PPPK: 21 or another code for the month), sex, 3 serial; blanks and line ends between.
# OCR reads `O` and `l` for 0 and 1; a run with fewer than ten true digits is a word.
_DIGIT = r"[0-9OoQlI|]"
# Between the groups of digits; quotes and commas are what OCR makes of a table's lines.
_GAP = r"[\s.,/'\"‘’“”_-]{0,4}"
_IN_GAPS = re.compile(r"[\s.,/'\"‘’“”_-]")
_NIP = re.compile(
    rf"(?<!\w)(?<!\d[./])((?:[1lI|]9[4-9]{_DIGIT}|2[0OoQ][0OoQ1lI|]{_DIGIT})\s?[01OoQlI|]{_DIGIT}[0-3OoQlI|]{_DIGIT}){_GAP}"
    rf"((?:[1lI|]9|2[0OoQ]){_DIGIT}{{2}}\s?{_DIGIT}{{2}}){_GAP}([12lI|]){_GAP}({_DIGIT}{{3}})(?![\w/])"
)
# Wrapped anywhere by a narrow column: `1988021720110110 04`.
_WRAPPED = re.compile(r"(?<![\w./])(?:19[4-9]|20[01])\d(?:\s{0,2}\d){14}(?![\w/])")
# The line of a table before its second line, read as a digit: `1983091420060410` above `105`.
_RULED = re.compile(r"(?<![\w./])((?:19[4-9]|20[01])\d{10,14})\s+[1lI|](\d{1,4})(?!\w)")
_PLAUSIBLE = re.compile(r"\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d{4}[12]\d{3}$")
_OCR_DIGITS = str.maketrans("OoQlI|", "000111")
_LEAST_DIGITS = 10
_ENOUGH_DIGITS = re.compile(rf"\d(?:\D*+\d){{{_LEAST_DIGITS - 1}}}")
NIP_LABEL = re.compile(r"\bN\s?\.?I\s?\.?P(?:PPK|3K)?\b\.?\s*[:.]?", re.IGNORECASE)

_FRONT = r"(?:(?:Prof|Dr|dr|drg|drh|[Bb]dn?|Ir|Drs|Dra|H|Hj|KH|Hi|Apt|apt|Ns|R|T|St|A|Abd|Muh|Moh|M|Md|L|I|Tb|Rd|Rr)(?:\.\s*|\s+))"
_WORD = r"(?:[A-Z][A-Za-z'’`.-]*|[A-Z]\.|(?:d[ei]|bin|binti|van|al)\b)"
# Atomic: `S.STP., M.Si. Pembina Utama` can be cut in so many ways that trying them took a second.
_DEGREE = (
    r"(?>[A-Z][A-Za-z]{0,4}\.(?:\s?[A-Z][A-Za-z.]{0,6})*\.?|S\.\s?[A-Z][A-Za-z.]*|M\.\s?[A-Z][A-Za-z.]*|A\.\s?Md\.?[A-Za-z.]*"
    r"|Amd\.?|SE|SH|MM|MSi|M\.?Si|ST|MT|SKM|MH|CA|Ak|CPA|IPU|IPM|Ph\.?D|SP|MP|SSTP|S\.?STP|MAP|CRMO|QIA|CGCAE)"
)
NAME = re.compile(rf"^{_FRONT}*{_WORD}(?:\s+{_WORD}){{0,5}}(?:\s*,\s*{_DEGREE}(?:\s*,\s*{_DEGREE})*)?\.?$")
_LEADING_NAME = re.compile(
    rf"{_FRONT}*{_WORD}(?:\s+{_WORD}){{0,5}}(?:\s*,\s*{_DEGREE}(?![a-z])(?:\s*,\s*{_DEGREE}(?![a-z]))*)?"
)
# The full stop after a name's last word; `Prof.` and `Moch.` are short forms.
_SENTENCE_END = re.compile(r"\b(?!Prof\b|Moch\b|Mohd\b|Drs\b)[A-Z][a-z]{3,}(?P<dot>\.)\s+(?=[A-Z])")
# `dr. Ana Maria, Ns. Budi`: the title before the next name.
_NEXT_PERSON = re.compile(r",\s*(?:Drs?|Dra|Ir|Hj?|Prof|dr|drg|drh|Ns|[Aa]pt|Sdri?)\.\s*(?=[A-Z][a-z]{2})")
_LAST_DEGREE = re.compile(rf"(?:\s*,\s*{_DEGREE})+\.?$")
# Of small letters.
_NOT_NAME = re.compile(
    r"\b(?:dinas|badan|biro|bagian|bidang|kabupaten|kota|provinsi|pemerintah|sekretariat|inspektorat|rsud|upt|uptd|kepala|sekretaris|analis|peserta|jumlah|total|nama|nip|jabatan|pangkat|golongan|unit|instansi|magang"
    r"|tim|laporan|pembimbing|waktu|tempat|tanggal|tahun|orang|hari|senin|selasa|rabu|kamis|jumat|sabtu|januari|februari|maret|(?:april|mei|juni|juli)(?!\s+[a-z][a-z]{2})|agustus|september|oktober|november|desember|pejabat|pelaksana|staf|staff"
    r"|pembina|penata|pengatur|juru|muda|madya|pertama|terampil|mahir|penyelia|lokus|lokasi|asal|fungsional|administrator|pengawas|indeks|nilai|spbe|sakip|asn|pns|gubernur|bupati|wali|walikota|ketua|anggota|koordinator|diskominfo\w*|bpkad|bkad|bpkd|bpkpd|bapenda|dpmptsp|dpmd|dpupr|dlh|bpbd|setda|setwan|satpol|dinsos|dinkes|disdik\w*|dishub|disduk\w*|kesbangpol|bkpp\w*|siapa|mana|bappeda\w*|bkd|bkpsdm\w*|bpsdm\w*|asisten|direktur|inspektur|irban\w*|wilayah|kadis|kaban|kasatpol|sekdis|sekban|sekcam|sekwan|kabiro|camat|lurah|sekda|widyaiswara|dosen|rektor|dekan|wakil|plt|pj|perekonomian|pembangunan|administrasi|umum|perencanaan|perencana|kesejahteraan|rakyat|menteri|auditor|asesor|pengelola|penyuluh|perawat|dokter|bidan|pranata(?=\s+(?:komputer|humas|hubungan|labor\w+|siaran))|(?<!\w\s)pranata|komputer|arsiparis|subbagian|subbag|seksi|kasubag|kasubbag|kasi|kabid|kabag|kasubbid|puskesmas|desa|kecamatan|kelurahan|dan|di|ke|untuk|yang|dari|dengan|pada|hasil|profil|daftar|terima|bendahara|operator|pengurus|pengadministrasi|p2upd|ppupd|statistisi|pustakawan|guru|ahli|kasih|salam|rencana|kegiatan|dasar|maksud|tujuan|surat|nomor|perihal|pihak|bapak|ibu|saudara|kerja|peraturan|kelompok|teknis|daerah|nasional|sistem|informasi|layanan|pelayanan|pengadaan|keuangan|bidang|humas|rombongan|delegasi|kunjungan|mereka|kami|seluruh|para|menurut|kata|ujar|oleh"
    # Offices of other kinds, and places that stand between a team's names.
    r"|petugas|perbekel|pokdarwis|pelaku|pengusaha|protokol|relawan|kader|teknisi|pengemudi|sopir|ajudan|honorer|fotografer|pengolah|penyusun|pemeriksa|penelaah|perancang|peneliti|perisalah|sandiman|apoteker|nutrisionis|sanitarian|epidemiolog|verifikator|instruktur|fasilitator|adyatama|pramubakti|front\s+office"
    r"|bahan|materi|mentor|gelombang|angkatan|kloter|batch|apa|kapan|bagaimana|mengapa|kenapa|why|when|where|what|how"
    r"|depo|arsip|jalan|gedung|kantor|balai|aula|museum|pendopo|loket|gerai|klinik|laboratorium|instalasi|ruang|perpustakaan|kearsipan|universitas|politeknik|sekolah|taman|kampung|pasar|pantai|mal|stasiun|terminal|hotel|wisma|asrama|masjid)\b",
)
_LOST_COMMA = re.compile(r"(?<=[a-z]{3})\.\s+(?=(?:S|M|A)\.\s?[A-Z])")
_LIST_MARK = re.compile(r"\s*(?:\(?\d{1,2}\s*[.)]|[lI|][.)]|[a-z][.)]|[-•*–—✓:])\s+")


@dataclass(frozen=True, slots=True)
class NipMention:
    start: int
    end: int
    digits: str


@lru_cache(maxsize=2048)  # of each cell and line half a dozen readers ask
def find_nips(text: str) -> tuple[NipMention, ...]:
    """Every NIP in `text`, 18 digits however they are spaced, broken over lines or misread."""
    if _ENOUGH_DIGITS.search(text) is None:
        return ()
    found: list[NipMention] = []
    for match in _NIP.finditer(text):
        written = _IN_GAPS.sub("", match.group())
        digits = written.translate(_OCR_DIGITS)
        if len(digits) == 18 and sum(character.isdigit() for character in written) >= _LEAST_DIGITS:
            found.append(NipMention(match.start(), match.end(), digits))
    if not found:
        wrapped = [(match, re.sub(r"\s", "", match.group())) for match in _WRAPPED.finditer(text)]
        wrapped += [(match, "".join(match.groups())) for match in _RULED.finditer(text)]
        found = [
            NipMention(match.start(), match.end(), digits) for match, digits in wrapped if _PLAUSIBLE.match(digits)
        ]
    return tuple(found)


def nip_of(cell: str) -> str | None:
    """The NIP that a cell holds; OCR's letters for digits are read as digits when that gives 18."""
    if found := find_nips(cell):
        return found[0].digits
    digits = re.sub(r"[\s.\-–]", "", NIP_LABEL.sub("", cell)).lstrip(":").translate(_OCR_DIGITS)
    return digits if len(digits) == 18 and digits.isdigit() and digits[:2] in {"19", "20"} else None


def is_name(text: str, *, single: bool = False) -> bool:
    """Whether `text` reads as one person's name: two to six capitalised words, titles before and after, no office.

    `single`: one word without a title will do, where a NIP or a list of names vouches for it.
    """
    text = " ".join(text.split()).strip(" -–•:")
    if len(text) > 70 or any(character.isdigit() for character in text):
        return False
    bare = _LAST_DEGREE.sub("", text)
    words = [word for word in bare.split() if word.strip(".")]
    if not 1 <= len(words) <= 7:
        return False
    if len(words) < 2 and bare == text and not (single and len(bare) > 2):
        return False
    return bool(NAME.match(text)) and not names_office(text)


def names_office(text: str) -> bool:
    """Whether a word of `text` belongs to offices or institutions, not to names."""
    return _NOT_NAME.search(small_letters(text)) is not None


def leading_name(text: str, *, single: bool = False) -> str | None:
    """The person's name that `text` begins with, titles included; an office right after it is left out."""
    mark = _LIST_MARK.match(text)
    text = text[mark.end() :] if mark else text.lstrip()
    match = _LEADING_NAME.match(text)
    if match is None:
        return None
    name = _NEXT_PERSON.split(NIP_LABEL.split(match.group())[0])[0]
    if over := _SENTENCE_END.search(name):
        name = name[: over.start("dot")]
    if "," not in name and (office := _NOT_NAME.search(small_letters(name))):
        name = name[: office.start()]
    name = name.rstrip(" ,-–")
    if "," not in name:
        name = re.sub(r"(?<=[a-z]{2})\.$", "", name)  # the sentence's full stop
    return name if is_name(name, single=single) else None


# What a form leaves open, `[Nama]`, `........`, `<isi>`, and what it asks for.
_BLANK = re.compile(r"\W*(?:\[[^\]]*\]|<[^>]*>|[.…_]{3,})|.*[.…_]{5,}")
_FIELD = re.compile(
    r"(?:NIM|NPM|NIS|NISN|NIK|NIDN|(?:nama\s+)?program\s+studi|prodi|jurusan|fakultas|semester|angkatan|kelas|alamat|(?:nomor\s+|no\.?\s+)?(?:telepon|hp|wa)|e-?mail|agama|tempat\W+tanggal\s+lahir|jenis\s+kelamin|pendidikan|waktu\s+magang)",
    re.IGNORECASE,
)


def is_blank(value: str) -> bool:
    """Whether a form's value has been left open."""
    return _BLANK.match(value) is not None


def is_field(label: str) -> bool:
    """Whether `label` is what a form asks for beside a name."""
    return _FIELD.fullmatch(label) is not None


_BARE_MARK = re.compile(r"^(?:\d{1,2}[.)]|[-•*:])")
_BEFORE_NAME = re.compile(
    r"^(?:nama(?:\s+(?:tim|lengkap|peserta))?|sdr[i]?\.?|saudara|saudari)\s*[:.]?\s+", re.IGNORECASE
)


def clean_name(text: str) -> str:
    """A name without its list number, label or trailing punctuation."""
    text = " ".join(text.split())
    text = _LIST_MARK.sub("", text, count=1) if _LIST_MARK.match(text) else _BARE_MARK.sub("", text)
    return _BEFORE_NAME.sub("", text).strip(' ,;:/-–(|"“”‘_')


def mended_name(name: str) -> str:
    """A name whose commas OCR has read as full stops: `Dewi. S.Psi.`, `S.IP.. M.Si.`."""
    if ".." in name:
        name = re.sub(r"\.\.+$", ".", re.sub(r"\.\.+(?=\s)", ".,", name))
    return _LOST_COMMA.sub(", ", name) if ". " in name else name
