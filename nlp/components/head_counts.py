"""How many took part: figures beside words for persons, told apart from the other figures of a text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from nlp.components.head_words import (
    EVENT,
    IN_HEADING,
    NUMBER,
    PERSON,
    TEAM_HEADING,
    WHO,
    all_of_them_in,
    has_figure,
    may_count,
    number,
    together_in,
)
from nlp.components.recommendation_units import Unit
from nlp.components.tables import Table, is_label
from nlp.extraction import Group

_I = re.IGNORECASE
_ALONE = re.compile(r"\b(?:saya|penulis)\b[^.]{0,80}\b(?:seorang\s+diri|sendirian)\b", _I)
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
        # `Dari 10 orang yang diusulkan, tujuh orang yang jadi berangkat.`
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\s+yang\s+(?:jadi|akhirnya)\s+(?:jadi\s+)?(?:berangkat|magang|ikut|hadir)\b",
        # `Dari 20 orang yang ditugaskan, 18 orang hadir`
        rf"\bdari\s+{NUMBER}\s+(?:orang|peserta|pegawai|ASN)(?:\s+\w+)?\s+yang\s+(?:semula\s+)?(?:ditugaskan|ditunjuk|diusulkan|direncanakan|dicalonkan|didaftarkan|mendaftar|terdaftar)\s*,\s*(?:hanya\s+)?(?P<n>{NUMBER})\s+(?:orang\s+|peserta\s+|pegawai\s+)?(?:yang\s+)?(?:dapat\s+|bisa\s+|jadi\s+)?(?:hadir|berangkat|ikut|datang)\b",
        # A command (`Mengirim 6 penyuluh …` as an item) is a proposal: somebody must have sent them.
        rf"(?:\b(?:sebanyak|berjumlah|berkekuatan|beranggotakan|diikuti(?:\s+oleh)?|terdiri\s+(?:dari|atas))|(?<=\w\s)(?:mengirim(?:kan)?|mengutus|memberangkatkan|menugaskan|dikirim(?:kan)?|diutus|diberangkatkan))\s+(?P<n>{NUMBER})\s+{PERSON}\b(?![^.]{{0,25}}\b(?:(?:setiap|tiap|per|masing-masing)\s+\w+|jabatan)\b)",
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
        # `Tujuh belas orang dari lima perangkat daerah berada di Banyuwangi pada …`
        rf"(?:\A\W*|[.!?]\s+)(?:sebanyak\s+)?(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\b[^.;]{{0,120}}?\b(?:berada|tinggal|menetap|menginap|bermukim)\s+(?:di|selama)\b",
        # `Delapan orang dipimpin langsung kepala dinas …`: a party on its way, whatever verb follows.
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\s+(?:(?:itu|tersebut|yang|ini)\s+)?(?:dipimpin|diketuai|dikomandoi|dikoordinasi(?:kan)?|dikepalai)\b",
    )
)
# `Kiranya Saudara menugaskan dua orang asesor`, `mengirim dua orang lagi`: no participants of this journey.
_ASKED_FOR = re.compile(
    r"\b(?:Saudara|Bapak|Ibu|berkenan|kiranya|tuan\s+rumah)\b[^.;]{0,60}\b(?:menugaskan|mengirim(?:kan)?|mengutus|menunjuk|menyediakan|memberangkatkan)\s*$",
    _I,
)
_PLANNED = re.compile(
    r"\bdari\s+(?:\w+\s+)?\w+(?:\s*\([^)]*\))?\s+(?:orang|peserta|pegawai|ASN)(?:\s+\w+)?\s+yang\s+(?:semula\s+)?(?:diusulkan|direncanakan|dicalonkan|diundang|didaftarkan|mendaftar)\b",
    _I,
)
_FURTHER = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:lagi|tambahan|berikutnya|tahun\s+depan)\b",
    _I,
)
# `Empat kepala distrik bersama Kabag Tata Pemerintahan mengunjungi …`: one more.
_AND_ONE = re.compile(
    rf"[^.;\d]{{3,50}}?\s(?:bersama|beserta)\s+(?:Kabag|Kabid|Kepala|Sekretaris|Sekda|Asisten|Camat|Kasi|Kasubbag)\b[^.,;\d]{{0,60}}?\s{EVENT}"
)
_SURE = 7  # of these the first, which outweigh a sum of groups
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
_BARE_FIGURE = re.compile(r"[1-9]\d{0,2}")
_WHO_BELOW = re.compile(
    r"(?:orang\s+)?(?:(?P<sure>peserta|pemagang)|ASN|pegawai)(?:\s+(?:magang|ASN|studi\s+tiru))?", _I
)
_LABEL_ABOVE = re.compile(
    r"(?:berapa(?:\s+orang)?|jumlah(?:\s+(?:peserta|personel|rombongan|orang))?|peserta|personel|rombongan|siapa)", _I
)
_HOW_MANY = re.compile(r"\bberapa\s+(?:orang|peserta|pegawai|ASN|aparatur)\b[^?]{0,60}\?", _I)
_REPLY = re.compile(rf"\W*(?:[A-Z][a-z]{{0,9}}\s*:\s*)?(?P<n>{NUMBER})(?=\W)(?!\s*[/:])", _I)


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
                    or _PROPOSED.search(_PLANNED.sub(" ", sentence))
                    or _EARLIER.search(_CLAUSE.split(sentence)[-1])
                    or _COMMAND.match(sentence)
                    or _ASKED_FOR.search(sentence)
                    or _FURTHER.match(unit.text, match.end())
                    or any(it.start() <= match.start("n") < it.end() for it in _PLANNED.finditer(unit.text))
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
    """`12`, large on a slide, and `peserta` below it; `BERAPA` above `6 orang`."""
    for index, (figure, label) in enumerate(pairwise(units)):
        if _LABEL_ABOVE.fullmatch(figure.text.strip(" :?")) and (stated := IN_HEADING.fullmatch(label.text.strip())):
            return number(stated["n"])
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
