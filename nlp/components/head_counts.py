"""How many took part and how they break down: figures beside words for persons, told apart from the other figures of a text."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.people_names import find_nips
from nlp.components.recommendation_units import Unit
from nlp.components.tables import Table, is_label
from nlp.extraction import Group

_I = re.IGNORECASE
_UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_WORDS = {**_UNITS, "seorang": 1, "sepuluh": 10, "sebelas": 11}
_UNIT_WORD = "|".join(_UNITS)
NUMBER = (
    rf"(?:\d{{1,3}}(?![\d.,]\d)(?:\s*\([a-z ]{{3,30}}\))?"
    rf"|(?:{_UNIT_WORD})\s?(?:belas|puluh(?:\s+(?:{_UNIT_WORD})\b)?)|sepuluh|sebelas|{_UNIT_WORD})"
)
_PERSON = (
    r"(?:orang|peserta|pegawai|ASN|PNS|PPPK|aparatur(?:\s+sipil\s+negara)?|personel|personil|pejabat|staf|staff|anggota|auditor"
    r"|delegasi|lurah|camat|guru|dokter|perawat|bidan|penyuluh|analis|widyaiswara|dosen|operator|arsiparis|pustakawan"
    r"|perencana|pranata|kepala\s+(?:desa|sekolah|bidang|bagian|seksi|puskesmas)|tenaga|petugas|nakes|abdi\s+negara)"
)
_WHO = r"(?:peserta|rombongan|delegasi|tim(?:\s+magang|\s+studi\s+tiru|\s+kecil)?|pelaksana|anggota\s+rombongan|jumlah\s+(?:peserta|pelaksana|personel|anggota))"
_EVENT = r"(?:magang|studi\s+(?:tiru|banding|lapangan)|benchmarking|patok\s+banding|kunjungan|kunker|mengunjungi|berkunjung|bertolak|berangkat|ikut\s+serta|mengikuti|bertandang|belajar|menimba\s+ilmu|praktik\s+kerja)"
COUNTED = re.compile(rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{_PERSON}\b", _I)
TOGETHER = re.compile(rf"\b(?:kami|kita|mereka)\s+ber(?P<n>{_UNIT_WORD}|sepuluh)\b", _I)
_ALL_OF_THEM = re.compile(
    rf"\bke(?P<n>(?:{_UNIT_WORD})(?:\s?belas|\s?puluh(?:\s+(?:{_UNIT_WORD}))?)?|sepuluh|sebelas)\s+(?:orang\s+)?(?:peserta|ASN|pegawai|aparatur|PNS|orang\s+(?:ini|itu|tersebut))\b",
    _I,
)
# From the surest wording to the least sure.
_COUNTS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"\b{_WHO}(?:\s+(?:magang|kegiatan|ini|kunjungan|studi\s+tiru))*\s*(?:[:(]|\bsebanyak|\bberjumlah|\bberanggotakan|\bterdiri\s+(?:dari|atas)|\badalah|\s)+\s*(?P<n>{NUMBER})\s+{_PERSON}\b",
        # A command (`Mengirim 6 penyuluh …` as an item) is a proposal: somebody must have sent them.
        rf"(?:\b(?:sebanyak|berjumlah|beranggotakan|diikuti(?:\s+oleh)?|terdiri\s+(?:dari|atas))|(?<=\w\s)(?:mengirim(?:kan)?|mengutus|memberangkatkan|menugaskan))\s+(?P<n>{NUMBER})\s+{_PERSON}\b(?![^.]{{0,25}}\b(?:OPD|jabatan)\b)",
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{_PERSON}\b(?!\s+(?:dari\s+)?OPD)[^.;]{{0,200}}\b{_EVENT}",
        rf"\b{_EVENT}[^.;]{{0,60}}\b(?:oleh|bagi|bersama)\s+(?P<n>{NUMBER})\s+{_PERSON}\b",
        rf"\b{_EVENT}\s+(?P<n>{NUMBER})\s+{_PERSON}\b",
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?(?:pegawai|ASN|PNS|aparatur|peserta)\s+(?:kita|kami|Saudara|yang\s+(?:Saudara|kami))\b",
        rf"\bjumlah(?:\s+(?:rombongan|anggota|tim))?\s*:?\s*(?P<n>{NUMBER})\s+(?:orang|peserta)\b",
    )
)
_SURE = 2  # of these the first, which outweigh a sum of groups
_NOT_COUNT = re.compile(
    r"\b(?:lebih\s+dari|salah|setiap|tiap|minimal|paling\s+(?:sedikit|banyak)|maksimal|target|beserta|bersama|rata-rata|per|masing-masing|kurang|kuota|tambahan|selain|pasal|ayat|nomor|lampiran|pukul|tanggal|tahun)\s*$",
    _I,
)
# What somebody proposes is no account of who took part.
_PROPOSED = re.compile(
    r"\b(?:menyarankan|disarankan|merekomendasikan|mengusulkan|diusulkan|sebaiknya|hendaknya|setiap\s+OPD|setiap\s+tahun|perlu|target(?:nya)?|melatih|pelatihan\s+bagi|merekrut|menambah)\b",
    _I,
)
_COMMAND = re.compile(
    r"^\W*(?:me\w+|kirim\w*|latih|tugaskan|libatkan|ikutkan|rekrut|tambah\w*)(?:\s+(?:kembali|lagi|minimal))?\s*$", _I
)
_TEAM_HEADING = re.compile(
    r"\b(?:peserta|tim|rombongan|delegasi|anggota|pelaksana|penyusun|siapa|penempatan|sekilas|snapshot|angka)\b", _I
)
_IN_HEADING = re.compile(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN|personel|personil|anggota)\b(?!\s+(?:per|setiap|tiap))",
    _I,
)
_PARTS_LEAD = re.compile(
    r"\b(?:terdiri\s+(?:dari|atas)|yakni|yaitu|ikut\s+serta|meliputi|rincian(?:nya)?|berasal\s+dari)\s*:?|\b(?:orang|peserta|pegawai|ASN|itu)\s*[:(]|^(?:peserta|rombongan|tim|pelaksana|delegasi|komposisi)\b[^:]{0,30}:",
    _I,
)
_NEXT_PART = re.compile(rf"\s*(?:[,;]|\bdan\b|\bserta\b|\s&\s)\s*(?:dan\s+|serta\s+)?(?={NUMBER}\s)", _I)
_FIGURE_FIRST = re.compile(
    rf"(?P<n>{NUMBER})\s+(?:orang\s+)?(?:lainnya\s+(?:adalah\s+)?|(?:berasal\s+)?dari\s+)*(?P<label>[A-Za-z][\w/ .'-]{{1,60}})",
    _I,
)
_FIGURE_LAST = re.compile(
    rf"(?:dan\s+|serta\s+)?(?P<label>[A-Z][\w/ .'&()-]{{1,80}}?)\s*(?:sebanyak\s+|[:=–(-]\s*)?(?P<n>\d{{1,3}}|{NUMBER})(?:\s*(?:orang|peserta|org|pegawai))?\)?"
)
_LABEL_END = re.compile(
    r"\s+(?:berangkat|mengikuti|yang|melakukan|mengunjungi|akan|telah|resmi|bertolak|itu|tersebut|ke|di|pada|dari|\d)\b|\(|[.]\s|\s-{2,}",
    _I,
)
_NO_LABEL = re.compile(
    r"orang|hari(?:\s.*)?|minggu|pekan|bulan(?:\s.*)?|tahun(?:\s.*)?|JP.*|jam.*|OPD.*|pihak.*|kali.*|persen.*|hektar.*|unit|buah|desa|kelurahan|kecamatan|perangkat\s+daerah|aplikasi.*|layanan.*|tanggal.*|angkatan.*|pasal.*|nomor.*",
    _I,
)
_LINE = re.compile(
    rf"^(?P<label>[A-Za-z][\w/ .,'&()-]{{2,80}}?)\s*(?:\.{{2,}}|[:\-–(|])?\s*(?P<n>{NUMBER})\s*(?:orang|peserta|org|pegawai)?\)?(?:\s*-{{2,}})?$",
    _I,
)
_TOTAL_LINE = re.compile(r"^(?:jumlah|total)\b", _I)
_MOST_PARTS = 25

_AGREED_EVENT = re.compile(
    r"\bmagang\b|\bpelatihan\b|\bpraktik\s+kerja\b|\buji\s+kompetensi\b|\bpertukaran\b|\bstudi\s+(?:tiru|banding)\b|\bpeserta\b",
    _I,
)
_AGREED_NOT = re.compile(
    r"\b(?:setiap|tiap|tiap-tiap|per)\s+(?:angkatan|tahun|gelombang|periode|kelas|bulan|semester|kegiatan|desa|kelurahan|kecamatan|OPD|perangkat\s+daerah)\b|\bpaling\s+(?:banyak|sedikit)\b|\bsekurang-kurangnya\b|\bmahasiswa\b|\bdiubah|\bsemula\b",
    _I,
)


def number(text: str) -> int:
    """The figure that NUMBER matched, in digits or in words."""
    text = re.sub(r"\(.*", "", text).strip().casefold()
    if text.isdigit():
        return int(text)
    found = re.findall(rf"{_UNIT_WORD}|belas|puluh|sepuluh|sebelas|seorang", text)
    if "belas" in found:
        return 10 + _WORDS[found[0]]
    if "puluh" in found:
        return 10 * _WORDS[found[0]] + (_WORDS[found[2]] if len(found) > 2 else 0)
    return _WORDS[text]


# ---- how many -----------------------------------------------------------------------------------------------------------


def stated_count(units: Sequence[Unit], groups: Sequence[Group]) -> int | None:
    """How many took part: as a sentence says, the sum of the groups where its figure is one of them, else as a heading's line says."""
    total = sum(group.count for group in groups)
    return (
        _count_of_sentences(units, groups, _COUNTS[:_SURE])
        or total
        or _count_of_sentences(units, groups, _COUNTS[_SURE:])
        or _count_below_heading(units)
        or _count_of_all(units)
    )


def _count_of_sentences(
    units: Sequence[Unit], groups: Sequence[Group], patterns: Sequence[re.Pattern[str]]
) -> int | None:
    total = sum(group.count for group in groups)
    for pattern in patterns:
        for unit in units:
            for match in pattern.finditer(unit.text):
                before = unit.text[: match.start("n")]
                if (
                    _NOT_COUNT.search(before)
                    or _NOT_COUNT.search(unit.text[: match.start()])
                    or _PROPOSED.search(_sentence_before(before))
                    or _COMMAND.match(_sentence_before(before))
                ):
                    continue
                found = number(match["n"])
                is_part = found in {group.count for group in groups} or _starts_groups(unit.text, match.start("n"))
                if total > found and is_part:
                    return total
                if found:
                    return found
    return None


def _sentence_before(text: str) -> str:
    return re.split(r"(?<=[a-z)])\.\s", text)[-1]


def _starts_groups(text: str, position: int) -> bool:
    """`Lima orang pejabat fungsional dan dua pelaksana berangkat …`: the first figure is a part, not the whole."""
    return bool(
        re.match(rf"{NUMBER}\s+(?:orang\s+)?[\w ]{{3,40}}?\s*(?:,|\bdan\b|\bserta\b)\s*{NUMBER}\s", text[position:], _I)
    )


def _count_below_heading(units: Sequence[Unit]) -> int | None:
    heading = ""
    for unit in units:
        if is_label(unit):
            heading = unit.text
        if _TEAM_HEADING.search(heading) and len(unit.text) < 120 and (match := _IN_HEADING.search(unit.text)):
            before = unit.text[: match.start()]
            if not _NOT_COUNT.search(before) and not _PROPOSED.search(before):
                return number(match["n"])
    return None


def _count_of_all(units: Sequence[Unit]) -> int | None:
    """`kami bertiga`, `kesembilan ASN itu`."""
    for pattern in (TOGETHER, _ALL_OF_THEM):
        for unit in units:
            if match := pattern.search(unit.text):
                return number(match["n"])
    return None


def agreed_count(units: Sequence[Unit], groups: Sequence[Group]) -> int | None:
    """How many an agreement sends: the one figure that its clauses on the internship give, or the sum of the groups.

    None where the clauses give several figures.
    """
    total = sum(group.count for group in groups)
    found: set[int] = set()
    clause = ""
    for unit in units:
        if is_label(unit) or (unit.mark_kind is None and len(unit.text) < 60):
            clause = unit.text
        for sentence in re.split(r"(?<=[a-z)])[.;]\s", unit.text):
            if not (_AGREED_EVENT.search(sentence) or _AGREED_EVENT.search(clause)) or _AGREED_NOT.search(sentence):
                continue
            counts = [
                number(m["n"]) for m in COUNTED.finditer(sentence) if not _NOT_COUNT.search(sentence[: m.start()])
            ]
            if counts:
                found.add(counts[0] if sum(counts[1:]) in (0, counts[0]) else sum(counts))
    if total in found:
        return total
    return found.pop() if len(found) == 1 else None


# ---- the groups ---------------------------------------------------------------------------------------------------------


def find_groups(units: Sequence[Unit], tables: Sequence[Table]) -> tuple[Group, ...]:
    """How the participants break down, from a sentence, from the lines below one, or from a table with a column of figures."""
    for index, unit in enumerate(units):
        found = _groups_of_sentence(unit.text) or _groups_of_own_line(unit, units[max(0, index - 2) : index])
        if len(found) < 2 and _announces_parts(unit):
            found = _groups_of_lines(unit, units[index + 1 : index + 1 + _MOST_PARTS])
        if len(found) >= 2:
            return found
    return next((found for table in tables if (found := _groups_of_table(table))), ())


def _groups_of_own_line(unit: Unit, before: Sequence[Unit]) -> tuple[Group, ...]:
    """`Administrator 2, Pengawas 4` right below `Peserta 6 orang`."""
    totals = {number(match["n"]) for other in before if (match := _IN_HEADING.search(other.text))}
    found = _parts(unit.text) if totals and len(unit.text) < 200 else ()
    return found if sum(group.count for group in found) in totals else ()


def _announces_parts(unit: Unit) -> bool:
    counted = bool(COUNTED.search(unit.text))
    return counted or (is_label(unit) and bool(_TEAM_HEADING.search(unit.text)))


def _groups_of_sentence(text: str) -> tuple[Group, ...]:
    if not re.search(r"\d|" + _UNIT_WORD, text, _I):
        return ()
    for lead in _PARTS_LEAD.finditer(text):
        found = _parts(text[lead.end() :].lstrip(" :("))
        if len(found) >= 2 and _vouched(text, lead.start(), found):
            return found
    for match in COUNTED.finditer(text):
        # `Lima orang pejabat fungsional dan dua pelaksana berangkat …`
        sentence = re.split(r"(?<=[a-z)])\.(?:\s|$)", text[match.start() :], maxsplit=1)[0]
        event = re.search(_EVENT, sentence, _I)
        if event and match.start() in (0, len(text) - len(text[match.start() :])) and _starts_groups(sentence, 0):
            found = _parts(sentence[: event.start()])
            if len(found) >= 2:
                return found
    return ()


def _vouched(text: str, place: int, found: Sequence[Group]) -> bool:
    """The parts add up to a figure named before, or words before them speak of those who took part."""
    before = text[:place] + text[place : place + 20]
    totals = [number(match["n"]) for match in re.finditer(rf"(?<![\w.,/-])(?P<n>{NUMBER})\b", text[: place + 12], _I)]
    if sum(group.count for group in found) in totals:
        return True
    return bool(re.search(rf"\b{_WHO}\b|\b(?:ASN|pegawai|orang)\s+(?:itu|tersebut)", before, _I))


def _parts(text: str) -> tuple[Group, ...]:
    text = re.split(r"(?<=[a-z)])\.(?:\s|$)|\)\.?(?:\s|$)", text, maxsplit=1)[0]
    return _figure_first(text) or _figure_last(text)


def _figure_first(text: str) -> tuple[Group, ...]:
    found: list[Group] = []
    for part in _NEXT_PART.split(text):
        match = _FIGURE_FIRST.match(part.strip())
        if match is None:
            break
        label = _LABEL_END.split(match["label"], maxsplit=1)[0].strip(" .,")
        if not label or _NO_LABEL.fullmatch(label):
            break
        found.append(Group(label, number(match["n"])))
    return tuple(found) if len(found) >= 2 else ()


def _figure_last(text: str) -> tuple[Group, ...]:
    found: list[Group] = []
    for part in re.split(r"\s*[,;]\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+(?=[A-Z][^,;]*\d)", text):
        match = _FIGURE_LAST.fullmatch(part.strip(" ."))
        if match is None:
            break
        found.append(Group(match["label"].strip(" ,-–:("), number(match["n"])))
    return tuple(found) if len(found) >= 2 else ()


def _groups_of_lines(lead: Unit, lines: Sequence[Unit]) -> tuple[Group, ...]:
    found: list[Group] = []
    total = number(match["n"]) if (match := _IN_HEADING.search(lead.text)) else None
    heads = True  # whether every line says that its figure counts persons
    for unit in lines:
        if find_nips(unit.text):
            return ()
        text = unit.text.strip(" ;.,")
        text = re.sub(r"[;,]?\s+(?:dan|serta)$", "", text).rstrip(";., ")
        match = _LINE.match(text)
        first = _FIGURE_FIRST.fullmatch(text)
        if match and _TOTAL_LINE.match(match["label"]):
            total = number(match["n"])
            break
        if match is None and first is None:
            if found or len(unit.text) > 60:
                break
            continue
        chosen = match or first
        assert chosen is not None
        heads = heads and _IN_HEADING.search(text) is not None
        found.append(Group(chosen["label"].strip(" ,-–:(."), number(chosen["n"])))
    if len(found) < 2 or (total is not None and sum(group.count for group in found) != total):
        return ()
    return tuple(found) if total is not None or (heads and re.search(rf"\b{_WHO}\b", lead.text, _I)) else ()


_FIGURES = re.compile(r"^(?:jumlah|banyaknya|jml)(?:\s+(?:peserta|orang|pegawai|ASN))?(?:\s*\(orang\))?$|^peserta$", _I)
_KINDS = re.compile(
    r"\bjabatan\b|\bjenjang\b|\bgolongan\b|\bunsur\b|\basal\b|perangkat\s+daerah|\bopd\b|unit\s+kerja|instansi|kategori|kelompok",
    _I,
)


def _groups_of_table(table: Table) -> tuple[Group, ...]:
    figures, labels = table.column(_FIGURES), table.column(_KINDS)
    if figures is None or labels is None or figures == labels:
        return ()
    return tuple(_rows_of_figures(table, labels, figures))


def _rows_of_figures(table: Table, labels: int, figures: int) -> Iterator[Group]:
    for row in table.rows:
        if labels not in row or figures not in row:
            continue
        match = re.match(rf"(?P<n>{NUMBER})(?:\s*orang)?$", row[figures].text, _I)
        if match and not _TOTAL_LINE.match(row[labels].text) and row[labels].text != table.headers.get(labels):
            yield Group(row[labels].text, number(match["n"]))
