"""How many took part: figures beside words for persons, told apart from the other figures of a text."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from nlp.components.recommendation_units import Unit
from nlp.components.small_letters import small_letters
from nlp.components.tables import Table, is_label
from nlp.extraction import Group

_I = re.IGNORECASE
_UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_WORDS = {**_UNITS, "seorang": 1, "sepuluh": 10, "sebelas": 11}
UNIT_WORD = "|".join(_UNITS)
NUMBER = (
    rf"(?:\d{{1,3}}(?![\d.,]\d)(?:\s*\([a-z ]{{3,30}}\))?"
    rf"|(?:{UNIT_WORD})\s?(?:belas|puluh(?:\s+(?:{UNIT_WORD})\b)?)|sepuluh|sebelas|{UNIT_WORD})"
)
PERSON = (
    r"(?:orang|org|peserta|pegawai|ASN|PNS|PPPK|aparatur(?:\s+sipil\s+negara)?|personel|personil|pejabat|staf|staff|anggota|auditor"
    r"|delegasi|utusan|perwakilan|pemagang|kader|lurah|camat|guru|dokter|perawat|bidan|apoteker|penyuluh|analis|widyaiswara|dosen|operator|arsiparis|pustakawan"
    r"|perangkat\s+(?:desa|kampung|nagari|gampong)|perencana|pranata|kabid|kabag|kasubbag|kasubbid|kasi|sekretaris|asisten|kepala\s+(?:desa|sekolah|bidang|bagian|seksi|puskesmas|distrik|sub\s?bagian|sub\s?bidang|subbag|upt[db]?|kampung|lingkungan|dusun)|tenaga|petugas|nakes|abdi\s+negara)"
)
WHO = r"(?:peserta|rombongan|delegasi|tim(?:\s+magang|\s+studi\s+tiru|\s+kecil)?|pelaksana|anggota\s+rombongan|jumlah\s+(?:peserta|pelaksana|personel|anggota))"
EVENT = r"(?:magang|studi\s+(?:tiru|banding|lapangan)|benchmarking|patok\s+banding|kunjungan|kunker|mengunjungi|berkunjung|bertolak|berangkat|ikut\s+serta|mengikuti|bertandang|belajar|menimba\s+ilmu|praktik\s+kerja)"
_COUNTED = rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\b"
COUNTED = re.compile(_COUNTED, _I)
_COUNTED_SMALL = re.compile(_COUNTED.replace(PERSON, PERSON.lower()))  # of small letters
TOGETHER = re.compile(rf"\b(?:kami|kita|mereka)\s+ber(?P<n>{UNIT_WORD}|sepuluh)\b", _I)
ALL_OF_THEM = re.compile(
    rf"\bke-?(?P<n>\d{{1,2}}(?!\d)|(?:{UNIT_WORD})(?:\s?belas|\s?puluh(?:\s+(?:{UNIT_WORD}))?)?|sepuluh|sebelas)\s+(?:orang\s+)?(?:peserta|ASN|pegawai|aparatur|PNS|orang\s+(?:ini|itu|tersebut))\b",
    _I,
)
_ORDINAL = re.compile(rf"ke(?:{UNIT_WORD}|sepuluh|sebelas|-\d)")
_ALONE = re.compile(r"\b(?:saya|penulis)\b[^.]{0,80}\b(?:seorang\s+diri|sendirian)\b", _I)
_DIGIT = re.compile(r"\d")
_FIGURE_WORDS = (*_UNITS, "puluh", "belas")


@lru_cache(maxsize=4096)
def has_figure(text: str) -> bool:
    """Whether NUMBER can match in `text`: asked first, because most lines have no figure and the patterns are slow."""
    if _DIGIT.search(text):
        return True
    small = text.lower()
    return any(word in small for word in _FIGURE_WORDS)


# How the words of PERSON begin.
_PERSON_CUES = (
    "orang", "peserta", "pegawai", "asn", "pejabat", "staf", "anggota", "aparatur", "pns", "pppk", "person", "org", "auditor",
    "delegasi", "lurah", "camat", "guru", "dokter", "perawat", "bidan", "penyuluh", "analis", "widyaiswara", "dosen", "operator",
    "arsiparis", "pustakawan", "perencana", "pranata", "kepala", "tenaga", "petugas", "nakes", "abdi", "apoteker", "perangkat",
    "utusan", "perwakilan", "pemagang", "kader", "kabid", "kabag", "kasub", "kasi", "sekretaris", "asisten",
)  # fmt: skip


@lru_cache(maxsize=4096)
def may_count(text: str) -> bool:
    """Whether `text` has both a figure and a word for persons, as every pattern that counts persons asks."""
    if not has_figure(text):
        return False
    small = text.lower()
    return any(word in small for word in _PERSON_CUES)


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


# From the surest wording to the least sure.
_COUNTS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        # What a reply grants, whatever was asked for: `jumlah yang dapat kami tampung lima orang`.
        rf"\b(?:dapat|bisa|mampu|bersedia)\s+(?:kami\s+)?(?:di|me)?(?:tampung|nampung|n?erima|terima|akomodasi|ngakomodasi|setujui|nyetujui|fasilitasi|layani)\s+(?:(?:hanya|adalah|ialah|sebanyak|sejumlah|paling\s+banyak|untuk|magang|peserta|sebagai)\s+){{0,3}}(?P<n>{NUMBER})\s+{PERSON}\b(?!\s*(?:per|setiap|tiap|/))",
        # `Anggota: 6 (enam) orang`, a line of its own.
        rf"\A\W{{0,3}}(?:anggota|personel|personil|regu|utusan|kontingen|pemagang|yang\s+berangkat|banyaknya|kekuatan\s+tim)(?:\s+(?:tim|rombongan|magang))?\s*[:=|]\s*(?P<n>{NUMBER})\s+{PERSON}\b",
        rf"\b(?:{WHO}|(?:kelompok|regu)(?=\s+(?:kami|kita)))(?:\s+(?:magang|kegiatan|ini|kunjungan|studi\s+tiru|kami|kita))*\s*(?:[:(|]|\bsebanyak|\bberjumlah|\bberanggotakan|\bterdiri\s+(?:dari|atas)|\badalah|\s)+\s*(?P<n>{NUMBER})\s+{PERSON}\b",
        # `dari rencana 10 orang, yang berangkat hanya 8 orang`
        rf"\byang\s+(?:akhirnya\s+|jadi\s+)?(?:berangkat|diberangkatkan|diutus|dikirim|magang|(?:mengikuti|menjalani)\s+(?:magang|studi\s+\w+|benchmarking))(?:\s+(?:itu|hanya|ada|adalah|ialah|sebanyak|sejumlah|berjumlah|tercatat|cuma))*\s*:?\s*(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\b",
        # A command (`Mengirim 6 penyuluh …` as an item) is a proposal: somebody must have sent them.
        rf"(?:\b(?:sebanyak|berjumlah|beranggotakan|diikuti(?:\s+oleh)?|terdiri\s+(?:dari|atas))|(?<=\w\s)(?:mengirim(?:kan)?|mengutus|memberangkatkan|menugaskan|dikirim(?:kan)?|diutus|diberangkatkan))\s+(?P<n>{NUMBER})\s+{PERSON}\b(?![^.]{{0,25}}\b(?:(?:setiap|tiap|per|masing-masing)\s+\w+|jabatan)\b)",
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\b(?!\s+(?:dari\s+)?OPD)[^.;]{{0,200}}\b{EVENT}",
        rf"\b{EVENT}[^.;]{{0,60}}\b(?:oleh|bagi|bersama)\s+(?P<n>{NUMBER})\s+{PERSON}\b",
        rf"\b{EVENT}[^.;:]{{0,60}}\(\s*(?P<n>{NUMBER})\s*(?:orang|org|peserta|pegawai|ASN)\b",
        rf"\b{EVENT}\s+(?P<n>{NUMBER})\s+{PERSON}\b",
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?(?:pegawai|ASN|PNS|aparatur|peserta)\s+(?:kita|kami|Saudara|yang\s+(?:Saudara|kami))\b",
        rf"\bjumlah(?:\s+(?:rombongan|anggota|tim))?\s*:?\s*(?P<n>{NUMBER})\s+(?:orang|peserta)\b",
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?peserta(?:\s+(?:magang|itu|ini|tersebut))*\s+(?:ditempatkan|dibagi|disebar|terbagi|tersebar|berasal|terdiri)\b",
        rf"\b(?:dari|terdapat|tercatat|ada)\s+(?P<n>{NUMBER})\s+(?:orang\s+)?peserta\b",
        rf"\b(?:{EVENT}|{WHO})\b[^.;:]{{0,120}}?\b(?:seluruhnya|semuanya|keseluruhannya|total(?:nya)?|jumlahnya|diberangkatkan\s+adalah|magang\s+ada)\s*:?\s*(?:ada\s+|sebanyak\s+)?(?P<n>{NUMBER})\s+(?:orang|peserta)\b",
        rf"\A\W{{0,3}}total(?:nya)?\s*:\s*(?P<n>{NUMBER})\s+(?:orang\s+)?peserta\b",
        # `Delapan orang dipimpin langsung kepala dinas …`: a party on its way, whatever verb follows.
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\s+(?:(?:itu|tersebut|yang|ini)\s+)?(?:dipimpin|diketuai|dikomandoi|dikoordinasi(?:kan)?|dikepalai)\b",
    )
)
# `Empat kepala distrik bersama Kabag Tata Pemerintahan mengunjungi …`: one more.
_AND_ONE = re.compile(
    rf"[^.;\d]{{3,50}}?\s(?:bersama|beserta)\s+(?:Kabag|Kabid|Kepala|Sekretaris|Sekda|Asisten|Camat|Kasi|Kasubbag)\b[^.,;\d]{{0,60}}?\s{EVENT}"
)
_SURE = 5  # of these the first, which outweigh a sum of groups
NOT_COUNT = re.compile(
    r"\b(?:lebih\s+dari|salah|setiap|tiap|minimal|paling\s+(?:sedikit|banyak)|maksimal|target|beserta|bersama|rata-rata|per|masing-?masing|masing2|kurang|kuota|tambahan|memiliki|mempunyai|didukung(?:\s+oleh)?|selain|(?:ditemui|diterima|disambut|dibimbing|dipandu|didampingi|dilayani)(?:\s+oleh)?|rencana(?:nya)?|direncanakan|diusulkan|pasal|ayat|nomor|lampiran|pukul|tanggal|tahun)\s*$",
    _I,
)
_COUNT_CELL = re.compile(rf"(?P<n>{NUMBER})\s*(?:{PERSON}\b(?!\s*(?:per|setiap|tiap|/))|$)", _I)
# `2 (dua) orang pembimbing`, `40 orang menyambut rombongan`
OTHERS = re.compile(
    r"\s*(?:pembimbing|mentor|instruktur|narasumber|fasilitator|pengajar|pendamping|tenaga\s+ahli|panitia|(?:me(?:nyambut|nerima|njamu))\s+(?:rombongan|peserta|tim|kami))\b",
    _I,
)
# An earlier journey, another batch.
_EARLIER = re.compile(
    r"\b(?:pernah|tahun\s+(?:lalu|sebelumnya|kemarin)|(?:angkatan|gelombang|batch|tahap)\s+(?:pertama|sebelumnya|lalu|terdahulu)|sebelum\s+ini|semula|awalnya)\b",
    _I,
)
_CLAUSE = re.compile(r"[,;]\s|\b(?:namun|tetapi|tapi|sedangkan)\b", _I)
# What somebody proposes is no account of who took part.
_PROPOSED = re.compile(
    r"\b(?:menyarankan|disarankan|merekomendasikan|mengusulkan|diusulkan|sebaiknya|hendaknya|setiap\s+OPD|setiap\s+tahun|perlu|target(?:nya)?|melatih|pelatihan\s+bagi|merekrut|menambah|memiliki|mempunyai)\b",
    _I,
)
_COMMAND = re.compile(
    r"^\W*(?:me\w+|kirim\w*|latih|tugaskan|libatkan|ikutkan|rekrut|tambah\w*)(?:\s+(?:kembali|lagi|minimal))?\s*$", _I
)
TEAM_HEADING = re.compile(
    r"\b(?:peserta|tim|rombongan|delegasi|anggota|pelaksana|penyusun|siapa|penempatan|sekilas|snapshot|angka|ringkas(?:an)?|komposisi|who|participants?|team|grup)\b",
    _I,
)
IN_HEADING = re.compile(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang|org|peserta|pegawai|ASN|personel|personil|anggota)\b(?!\s*(?:per|setiap|tiap|/))",
    _I,
)

_BARE_FIGURE = re.compile(r"[1-9]\d{0,2}")
_WHO_BELOW = re.compile(
    r"(?:orang\s+)?(?:(?P<sure>peserta|pemagang)|ASN|pegawai)(?:\s+(?:magang|ASN|studi\s+tiru))?", _I
)
_HOW_MANY = re.compile(r"\bberapa\s+(?:orang|peserta|pegawai|ASN|aparatur)\b[^?]{0,60}\?", _I)
_REPLY = re.compile(rf"\W*(?:[A-Z][a-z]{{0,9}}\s*:\s*)?(?P<n>{NUMBER})(?=\W)(?!\s*[/:])", _I)


def number(text: str) -> int:
    """The figure that NUMBER matched, in digits or in words."""
    text = re.sub(r"\(.*", "", text).strip().casefold()
    if text.isdigit():
        return int(text)
    found = re.findall(rf"{UNIT_WORD}|belas|puluh|sepuluh|sebelas|seorang", text)
    if "belas" in found:
        return 10 + _WORDS[found[0]]
    if "puluh" in found:
        return 10 * _WORDS[found[0]] + (_WORDS[found[2]] if len(found) > 2 else 0)
    return _WORDS[text]


# ---- how many -----------------------------------------------------------------------------------------------------------


def stated_count(
    units: Sequence[Unit], groups: Sequence[Group], tables: Sequence[Table] = (), *, listed: int = 0
) -> int | None:
    """How many took part: as a sentence says, the sum of the groups where its figure is one of them, else as a heading's line says.

    `listed`: how many are listed with their NIP; a figure that is only near words for persons and smaller counts some of them.
    """
    total = sum(group.count for group in groups)
    if sure := _count_of_sentences(units, groups, _COUNTS[:_SURE]) or total:
        return sure
    found = (
        _count_of_sentences(units, groups, _COUNTS[_SURE:])
        or _count_of_cells(tables)
        or _count_below_heading(units)
        or _count_on_card(units)
        or _count_of_all(units)
        or _count_asked_for(units)
    )
    return listed if found is not None and listed > max(found, 1) else found


def _count_of_sentences(
    units: Sequence[Unit], groups: Sequence[Group], patterns: Sequence[re.Pattern[str]]
) -> int | None:
    total = sum(group.count for group in groups)
    figured = [unit for unit in units if may_count(unit.text)]
    if total and any(number(m["n"]) == total for p in patterns for unit in figured for m in p.finditer(unit.text)):
        return total  # another figure counts another batch or a part
    for pattern in patterns:
        for unit in figured:
            for match in pattern.finditer(unit.text):
                before = unit.text[: match.start("n")]
                sentence = _sentence_before(before)
                if (
                    OTHERS.match(unit.text, match.end())
                    or NOT_COUNT.search(before)
                    or NOT_COUNT.search(unit.text[: match.start()])
                    or _PROPOSED.search(sentence)
                    or _EARLIER.search(_CLAUSE.split(sentence)[-1])
                    or _COMMAND.match(sentence)
                ):
                    continue
                found = number(match["n"])
                is_part = found in {group.count for group in groups} or starts_groups(unit.text, match.start("n"))
                if total > found and is_part:
                    return total
                if found:
                    return found + bool(_AND_ONE.match(unit.text, match.end("n")))
    return None


def _count_of_cells(tables: Sequence[Table]) -> int | None:
    """`Jumlah peserta | 24 orang`, in a row of a form."""
    for table in tables:
        for row in [table.headers, *({column: cell.text for column, cell in row.items()} for row in table.rows)]:
            texts = [text.strip(" :") for _, text in sorted(row.items())]
            for label, value in pairwise(texts):
                match = _COUNT_CELL.match(value)
                if match and re.search(rf"\b{WHO}$", label, _I):
                    return number(match["n"])
    return None


def _sentence_before(text: str) -> str:
    return re.split(r"(?<=[a-z)])\.\s", text)[-1]


def starts_groups(text: str, position: int) -> bool:
    """`Lima orang pejabat fungsional dan dua pelaksana berangkat …`: the first figure is a part, not the whole."""
    return bool(
        re.match(rf"{NUMBER}\s+(?:orang\s+)?[\w ]{{3,40}}?\s*(?:,|\bdan\b|\bserta\b)\s*{NUMBER}\s", text[position:], _I)
    )


def _count_below_heading(units: Sequence[Unit]) -> int | None:
    heading = ""
    for unit in units:
        if is_label(unit):
            heading = unit.text
        if len(unit.text) >= 120 or not may_count(unit.text) or not TEAM_HEADING.search(heading):
            continue
        if match := IN_HEADING.search(unit.text):
            before = unit.text[: match.start()]
            if not NOT_COUNT.search(before) and not _PROPOSED.search(before):
                return number(match["n"])
    return None


def _count_on_card(units: Sequence[Unit]) -> int | None:
    """`12`, large on a slide, and `peserta` below it."""
    for index, (figure, label) in enumerate(pairwise(units)):
        if not _BARE_FIGURE.fullmatch(figure.text) or not (who := _WHO_BELOW.fullmatch(label.text.strip())):
            continue
        heading = next((unit.text for unit in reversed(units[:index]) if is_label(unit)), "")
        if who["sure"] or TEAM_HEADING.search(heading):
            return int(figure.text)
    return None


def _count_of_all(units: Sequence[Unit]) -> int | None:
    """`kami bertiga`, `kesembilan ASN itu`."""
    figured = [unit.text for unit in units if has_figure(unit.text)]
    for matches_in in (together_in, all_of_them_in):
        for text in figured:
            if matches := matches_in(text):
                return number(matches[0]["n"])
    return (
        1
        if any(_ALONE.search(unit.text) for unit in units if " diri" in unit.text or "sendirian" in unit.text)
        else None
    )


def _count_asked_for(units: Sequence[Unit]) -> int | None:
    """`T: Berapa orang yang berangkat?` and its answer."""
    for question, answer in pairwise(units):
        text = question.text
        asked = _HOW_MANY.search(text)
        if asked is None:
            continue
        reply = text[asked.end() :] if text[asked.end() :].strip() else answer.text
        if match := _REPLY.match(reply):
            return number(match["n"])
    return None
