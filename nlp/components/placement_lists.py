"""Where labels, headings and the items below them name the places of an internship or a visit."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.components.head_words import NUMBER, number
from nlp.components.institutions import region_of
from nlp.components.people_names import clean_name, is_name
from nlp.components.people_placed import placed_people
from nlp.components.placement_found import HEADS, OFFICE_BEFORE, Found, Places, with_heads_behind
from nlp.components.recommendation_units import Unit
from nlp.components.recommendation_words import bare_heading, speaks_of_proposing
from nlp.components.small_letters import holds_any
from nlp.components.tables import is_label
from nlp.names import title_case
from nlp.pages import BlockKind

_I = re.IGNORECASE
_LOCUS_LABEL = re.compile(
    rf"^(?:\W*(?:(?:waktu|hari|tanggal|jadwal|kapan)\s*(?:,|dan|/|&)\s*)?(?:lokus|lokasi|tempat|penempatan|(?:instansi|opd|perangkat\s+daerah|unit(?:\s+kerja)?)\s+(?:tujuan|magang|penempatan|lokus)|tujuan|(?:sasaran|obje[kc]t?|obyek)\s+(?:kunjungan|magang|studi|belajar|peninjauan)|tuan\s+rumah|host|instansi\s+(?:yang\s+)?dituju|yang\s+(?:di(?:tuju|kunjungi)|(?:kami|kita|peserta|rombongan)\s+(?:tuju|kunjungi|datangi|tempati|singgahi|sambangi))|ke\s+mana|(?:dinas|badan|opd|perangkat\s+daerah|instansi|unit(?:\s+kerja)?)\s+(?:yang\s+(?:menerima|ditempati|dikunjungi|didatangi)|penerima))(?:\s+(?:magang|kunjungan|kegiatan|studi\s+tiru|penempatan|dan\s+waktu|\d|[IVX]+|belajar|kerja|kami|praktik|tugas|peserta|pegawai|ASN|ada|{NUMBER}(?:\s+(?:tempat|unit|opd|dinas|instansi|puskesmas|perangkat\s+daerah))?))*)\s*[:–-]",
    _I,
)
# In each of its labels, in small letters.
_LABEL_CUES = (
    "lok",
    "empat",
    "tuju",
    "kunjung",
    "host",
    "tuan",
    "mana",
    "magang",
    "erima",
    "datangi",
    "sasaran",
    "singgahi",
    "sambangi",
)
_LOCUS_HEADING = re.compile(
    rf"^(?:(?:daftar|nama|sebaran|pembagian|data|{NUMBER})\s+)?(?:lokus(?:nya)?(?:\s+(?:ada\s+)?{NUMBER})?|lokasi\s+(?:magang|penempatan|kunjungan)|penempatan|tempat\s+(?:kami\s+|peserta\s+)?(?:magang|penempatan|kegiatan|belajar)|(?:kami|kita|peserta)\s+(?:belajar|magang|berada|ditempatkan)\s+(?:di|pada)\s+(?:sini|mana)|(?:(?:tempat|instansi|opd|dinas|unit|perangkat\s+daerah)\s+)?yang\s+(?:(?:kami|kita|peserta)\s+(?:datangi|kunjungi|tempati|singgahi|sambangi|tuju)|di(?:datangi|kunjungi|tempati|singgahi|sambangi|tuju))|di\s*mana|ke\s*mana|(?:waktu|jadwal)(?:\s*,\s*\w+)?\s*(?:,|dan|&)\s*(?:lokus|tempat|lokasi)|where\s+we\s+(?:were|went|stayed)|placements?|(?P<spread>sebaran\s+(?:peserta|pegawai|pemagang|ASN)(?!\s+(?:asal|menurut|berdasarkan|dari|per)\b))|(?:instansi|opd|unit)\s+(?:lokus|tujuan|magang|penempatan))\b"
    r"|\b(?:tinggal|berada|magang|belajar|ditempatkan|bekerja|bertugas)\s+di\W*$",
    _I,
)
_LIST_LEAD = re.compile(
    r"\b(?:magang|ditempatkan|menempatkan|disebar|penempatan|lokus|instansi|OPD|lokasi|tempat)\b.*(?:meliputi|yakni|yaitu|antara\s+lain|sebagai\s+berikut|di)?\s*:$|\bmenempatkan\s+(?:mereka|peserta|kami)\b[^.]*:$",
    _I,
)
# In each of these, in small letters.
_LIST_CUE = re.compile(
    r"magang|empat|sebar|lokus|lokasi|instansi|opd|yang|mana|kami|kita|peserta|waktu|jadwal|where|placement|tujuan|di\W*$"
)
_LOCUS_WORD = re.compile(r"(?:[Ll]okasi|[Ll]okus|[Tt]empat)(?:\s+magang)?\s*:?\s+(?=[A-Z])")
_WHERE_HEADING = re.compile(r"\b(?:di\s+mana|lokus|penempatan|tempat\s+magang|where|ditempatkan)\b", _I)
_PERSON_AND_UNIT = re.compile(r"\W*(?P<name>[A-Z][^\n–—:|-]{2,60}?)\s*(?:\s-\s|[–—:|])\s*(?P<unit>[A-Z])")
_WHEN_LINE = re.compile(r"\W*(?:periode|waktu|tanggal|tgl|hari|durasi|lama|jadwal|kapan)\b[^:]{0,25}:", _I)
# `Senin - Selasa, 27-28 Januari 2025`: when, above where.
_DAY_LINE = re.compile(
    r"\W*(?:(?:(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu|Ahad)\b|\d{1,2}\b|(?:dan|s\.?d\.?|sampai|hingga|tanggal|pukul)\b|20\d\d\b"
    r"|(?:hari|pekan|minggu|bulan)(?:\s+kerja)?\b|(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)[a-z]*)\W*)+",
    _I,
)
# `Kunjungan: Bappeda, Dinas Sosial`: two units at least, for a day's plan begins the same way.
_VISITED_LABEL = re.compile(r"\W*(?:kunjungan|yang\s+dikunjungi|dikunjungi|mengunjungi)(?:\s+ke)?\s*:\s*", _I)
# A visit to see something within the programme, no place of it.
FIELD_TRIP = re.compile(
    r",?\s*\b(?:(?:dengan|serta|disertai|diselingi|dan)\s+(?:kunjungan|peninjauan|tinjauan|studi)\s+(?:lapangan|singkat)\b"
    r"|(?:dengan|termasuk|disertai|diselingi|ditambah)\s+(?:kunjungan|peninjauan|tinjauan|lawatan)\b)",
    _I,
)
_SENTENCE_OR_HEADS = re.compile(
    r"(?<=[a-z)”\"])\.\s+(?=(?:Lokus|Tempat|Lokasi|Penempatan)\b)|\s+(?=(?:Lokus|Penempatan|(?:Lokasi|Tempat)\s+[Mm]agang)\s*:)"
)
_LAST_FIGURE = re.compile(r"\s(?P<n>\d{1,3})$")
# `Bagian yang didatangi: …`, on a visit to the agency as a whole.
_ROOMS_SEEN = re.compile(
    r"\W*(?:bagian|bidang|seksi|ruang(?:an)?)\s+yang\s+(?:kami\s+)?(?:di)?(?:datangi|kunjungi|temui|lihat|tinjau)\b", _I
)
_WAS_PLANNED = re.compile(
    r"(?:semula|sebelum(?:nya)?|lama|rencana\s+awal)\b", _I
)  # heads a cell of what has been changed
_FIGURES_BEHIND = re.compile(r"\b(?:jumlah|jml|banyaknya)(?:\s+(?:peserta|orang|pegawai))?\W*$", _I)


_NUMBERED = re.compile(r"(?:(?P<chapter>\d{1,2}\.(?:\d{1,2}\.)*)\d{1,2}|(?P<plain>[A-Z]|\d{1,2}))\.?\s")
_LAST_SENTENCE = re.compile(r"\.(?<=[a-z\d)]\.)(?<!\bs\.d\.)(?<!\b[Dd]r\.)\s+(?=[A-Z])")
_ROW = 2  # units named in short and in full


def from_labels(places: Places) -> Iterator[Found]:
    for unit in places.units:
        text = places.source.text[unit.start : unit.end]
        if not holds_any(text.lower(), _LABEL_CUES):
            continue
        starts = [0, *(match.end() for match in _SENTENCE_OR_HEADS.finditer(text))]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            piece = bare_heading(text[start:end])
            match = _LOCUS_LABEL.match(piece)
            if match and len(piece) > match.end() + 3:
                trip = FIELD_TRIP.search(piece, match.end())
                last = unit.start + end - (len(piece) - trip.start() if trip else 0)
                found = places.named(unit.start + end - len(piece) + match.end(), last, anywhere=True)
                yield from with_heads_behind(places.source.text, found)
            elif visited := _VISITED_LABEL.match(piece):
                found = places.named(unit.start + end - len(piece) + visited.end(), unit.start + end)
                yield from found if len(found) >= _ROW else ()


def from_clauses(places: Places) -> Iterator[Found]:
    """`3) Lokasi Balai Benih Ikan X`: an item whose label no colon parts from its value."""
    for unit in places.units:
        match = _LOCUS_WORD.match(unit.text) if unit.mark_kind is not None else None
        if match:
            yield from places.named(unit.end - len(unit.text) + match.end(), unit.end)


def from_person_lines(places: Places) -> Iterator[Found]:
    """`Ani Sari - Bidang Cipta Karya` below a heading that asks who is where; how many lines name each."""
    asked = False
    found: dict[str, Found] = {}
    for unit in places.units:
        if is_label(unit):
            asked = bool(_WHERE_HEADING.search(unit.text))
        match = _PERSON_AND_UNIT.match(places.source.text, unit.start, unit.end) if asked else None
        if match is None or not is_name(match["name"], single=True):
            continue
        for item in places.named(match.start("unit"), unit.end, whole=True)[:1]:
            before = found.get(item.name)
            found[item.name] = replace(before or item, rows=(before.rows or 0) + 1 if before else 1)
    yield from found.values()


def from_placed_people(places: Places) -> Iterator[Found]:
    """`a. N, S.Psi. dan M, S.E. pada Dinas X;`: the unit behind the names, with how many they are."""
    told: dict[str, Found] = {}
    for item in placed_people(places.units):
        start = item.unit.end - len(item.unit.text) + item.place
        for found in places.named(start, item.unit.end, whole=True)[:1]:
            before = told.get(found.name)
            told[found.name] = replace(
                before or found, rows=len(item.names) + ((before.rows or 0) if before is not None else 0)
            )
    yield from told.values()


def from_headings(places: Places) -> Iterator[Found]:
    """A heading for each unit of the host, as slides have them: nothing but its name with the host's region."""
    region = places.names.region
    headings = [unit for unit in places.units if unit.kind is BlockKind.HEADING and region]
    named = [
        (unit, item)
        for unit in headings
        for item in places.named(unit.start, unit.end)
        if item.end - item.start >= len(unit.text) - 8
    ]
    found = [(unit, item) for unit, item in named if region_of(unit.text) == region]
    if len({item.name for _, item in found}) >= 2:
        # `2.5 Kecamatan X`, in one row with `2.1 Dinas Y Kota Z`.
        chapters = {chapter for unit, _ in found if (chapter := _chapter_of(unit))}
        yield from (
            item
            for unit, item in named
            if (unit, item) in found or (region_of(unit.text) is None and _chapter_of(unit) in chapters)
        )


def _chapter_of(unit: Unit) -> str | None:
    """`2.`, of the heading `2.5 …`; a letter of `C. …`, whichever it is."""
    match = _NUMBERED.match(unit.text)
    if match is None:
        return None
    return match["chapter"] or ("1" if match["plain"].isdigit() else "A")


def from_lists(places: Places) -> list[Found]:
    """The items below `Lokus` or `magang di berbagai instansi meliputi:`; not the short names that head cards with the full ones."""
    found = [*_from_items(places)]
    short = [item for item in found if " " not in places.source.text[item.start : item.end]]
    full = [item for item in found if item not in short]
    twice = {item.name for item in short} & {item.name for item in full}
    return full if len(twice) >= _ROW else found


def _from_items(places: Places) -> Iterator[Found]:
    """With the heads that stand beside or below each item."""
    inside = figures = spread = False
    last: Found | None = None  # the unit named last, its people perhaps below it
    for index, unit in enumerate(places.units):
        if _opens_list(unit):
            inside, figures = True, _FIGURES_BEHIND.search(unit.text) is not None
            heading = _LOCUS_HEADING.search(bare_heading(unit.text).rstrip(": "))
            spread = heading is not None and heading["spread"] is not None
            yield from _told(last)
            last = None
            continue
        if HEADS.fullmatch(unit.text):
            continue
        if not inside or _WAS_PLANNED.match(unit.owner.header or ""):
            continue
        if last is not None and is_name(name := clean_name(unit.text)) and ("," in name or unit.mark_kind):
            last = replace(last, rows=(last.rows or 0) + 1)
            continue
        if is_label(unit) and not places.names.find(title_case(unit.text)):
            inside = False
            continue
        if len(unit.text) > 160 or (unit.mark_kind is None and len(unit.text.split()) > 14):
            inside = False
            continue
        if _WHEN_LINE.match(unit.text) or _DAY_LINE.fullmatch(unit.text):
            continue
        found = next(iter(places.named(unit.start, unit.end, whole=True, cased=True, anywhere=True)), None)
        if found and OFFICE_BEFORE.search(places.source.text, unit.start, found.start):
            continue
        if spread and not _says_region(places, unit):
            inside = False  # whence they come as likely as where they went
            continue
        if found is None or found.start - unit.start > 25:
            inside = found is not None
            continue
        yield from _told(last)
        heads = _heads(places, index) or (_figure_behind(unit) if figures else None)
        last = Found(found.start, found.end, found.name, heads, passing=_ROOMS_SEEN.match(unit.text) is not None)
    yield from _told(last)


def _says_region(places: Places, unit: Unit) -> bool:
    """The item names the host's region itself."""
    region = places.names.region
    return region is not None and region.split(" ", 1)[-1] in unit.text


def _figure_behind(unit: Unit) -> int | None:
    """`Dinas Sosial 3`, below `Unit penempatan  Jumlah`."""
    match = _LAST_FIGURE.search(unit.text)
    return int(match["n"]) if match else None


def _heads(places: Places, index: int) -> int | None:
    """`(4 orang)` in the item or alone on the next line."""
    following = places.units[index + 1].text if index + 1 < len(places.units) else ""
    match = HEADS.search(places.units[index].text) or HEADS.fullmatch(following)
    return number(match["n"]) if match else None


def _told(found: Found | None) -> Iterator[Found]:
    if found is not None:
        yield found


def _opens_list(unit: Unit) -> bool:
    if unit.text.endswith(".") or _LIST_CUE.search(unit.text.lower()) is None:
        return False
    text = _LAST_SENTENCE.split(bare_heading(unit.text))[-1]
    if speaks_of_proposing(text):
        return False
    short = len(text.split()) <= 8
    if len(text) >= 200 or not (short or text.endswith(":")):
        return False
    if text.endswith(":") and (short or is_label(unit)) and _LIST_LEAD.search(text):
        return True
    return short and not text.endswith(".") and _LOCUS_HEADING.search(text.rstrip(": ")) is not None
