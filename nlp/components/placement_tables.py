"""Where a table names the places of an internship or a visit: a column of loci, a row of a form."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.components.head_words import NUMBER, number
from nlp.components.institutions import region_of
from nlp.components.people_names import clean_name, is_name
from nlp.components.placement_found import HEADS, Found, Places
from nlp.components.placement_units import UnitNames
from nlp.components.tables import Cell, Row, Table

_I = re.IGNORECASE
_LOCUS_COLUMN = re.compile(
    r"\blokus\b|penempatan|ditempatkan|^placements?\b|^placed\b|^stayed\s+(?:with|at)\b|^worked\s+(?:with|at)\b|^host\s+(?:unit|team|office|department)\b|\bditerima\s+di\b|^(?:belajar|magang|bertugas|ditugaskan|praktik|bekerja|berguru|menimba\s+ilmu)\s+(?:di|pada|ke)\W*$"
    r"|\b(?:tempat|lokasi|ruang|instansi|unit(?:\s+kerja)?|opd|perangkat\s+daerah)\s+(?:magang|tujuan|tugas|bertugas|praktik|belajar|penerima|yang\s+(?:dituju|dikunjungi|ditempati|menerima))\b",
    _I,
)
# A column of units that is one of loci only where the table's caption says so, or where it stands beside the days of a visit.
_UNIT_COLUMN = re.compile(
    r"^(?:nama\s+)?(?:perangkat\s+daerah|opd|skpd|satuan\s+kerja|unit(?:\s+kerja)?|instansi|instalasi|ruang(?:an)?|tempat|lokasi|tujuan)"
    r"(?:\s*(?:/|dan|atau)\s*\w+(?:\s+\w+)?)?\W*$",
    _I,
)
# `Tempat`, `Tempat di Jakarta`, beside those who were there.
_PLACE_COLUMN = re.compile(r"^(?:tempat|lokasi|di\s*mana|berada\s+di)(?:\s+(?:di|pada|se)[- ]\w[\w .]*)?\W*$", _I)
_WHO_COLUMN = re.compile(
    r"^(?:kelompok|tim|regu|rombongan|gelombang|(?:unit\s+|instansi\s+)?asal|peserta|jumlah|orang)\b", _I
)
_DEEDS_COLUMN = re.compile(r"\b(?:kegiatan|acara|agenda|materi|uraian|pelajaran|tindak\s+lanjut)\b", _I)
# `Perangkat Daerah | Perintah | Waktu`: who is to do what by when.
_ORDERS_COLUMN = re.compile(
    r"^\W*(?:perintah|usul(?:an)?|saran|rekomendasi|langkah|tindakan|(?:rencana\s+)?(?:tindak\s+lanjut|aksi)|tugas(?:nya)?|yang\s+(?:harus|perlu|akan)\s+di\w+|pekerjaan)\b",
    _I,
)
_CAPTION = re.compile(
    r"\b(?:penempatan|lokus|daya\s+tampung|(?:tempat|lokasi|unit|instansi|instalasi|opd|perangkat\s+daerah|sebaran|pembagian)\s+(?:kerja\s+)?(?:\w+\s+)?(?:magang|tugas|praktik|belajar|penerima))",
    _I,
)
_SENDING = re.compile(r"\b(?:asal|pengirim|pengutus|mengirim|rombongan)\b", _I)
# `kami terima adalah 12 orang dengan pembagian:`, above a table whose other column counts them.
_SHARES = re.compile(
    r"\b(?:(?:pem)?bagi(?:an)?|(?:pe)?rinci(?:an)?|sebaran|alokasi|kuota|komposisi|distribusi|susunan|berikut|di\s+bawah\s+ini)(?:nya)?\b[^.:]{0,60}[:.]?\s*$",
    _I,
)
_TAKEN_IN = re.compile(
    r"\b(?:(?:kami|dapat|dapat\s+kami)\s+(?:terima|tampung|tempatkan|bagi|sebar)|menerima|menampung|diterima|ditampung|ditempatkan|magang|belajar|praktik)\b",
    _I,
)
_QUOTA = re.compile(
    r"^(?:kuota|alokasi|daya\s+tampung|kapasitas|jumlah\s+(?:peserta|orang|pegawai|pemagang|ASN)|peserta|orang)\b", _I
)
_LONGEST_CAPTION = 120  # characters of a line of it
_CAPTION_LINES = 3  # text right above a table
_DAY_COLUMN = re.compile(r"^(?:hari|tanggal|tgl|waktu|pekan|minggu|kapan)\b", _I)
_AT_UNIT = re.compile(r"\W*(?:di|pada|ke)\s+(?=[A-Z])")
_LEAST_CELLS = 2
_NEAR = 8  # characters between a bar and the cell behind it
_RUNNING = re.compile(r"\W*(?:no|nomor|nr)\W*$", _I)
_TOTAL = re.compile(r"\s+(?:jumlah|total)\W*$", _I)  # of a last row that has run into the one above
# `Praktik di lokus`, `Kondisi lokus`: a column of what was seen there.
_FINDINGS = re.compile(r"\b(?:praktik|kondisi|temuan|pelajaran|hasil|catatan|contoh|keadaan|di)\s+(?:\w+\s+)?lokus", _I)
_PERSON_COLUMN = re.compile(r"\bnama\b|\bnip\b|^(?:names?|officers?|officials?|participants?)\b", _I)
_GUESTS = re.compile(r"^(?:calon\s+)?peserta\b", _I)  # named there, unless the cells count them
_FIGURES = re.compile(r"^(?:jumlah|jml|banyaknya|orang|org|kuota|alokasi|daya\s+tampung|kapasitas)\b", _I)
_LOCUS_CELL = re.compile(
    r"^\W*(?:lokus|(?:tempat|lokasi)(?:\s+(?:magang|kegiatan|penempatan|belajar|tujuan|kunjungan|tugas|praktik))?|penempatan|(?:instansi|opd|unit|tempat|perangkat\s+daerah|dinas|badan)\s+(?:yang\s+)?(?:(?:di)?tuju(?:an)?|penerima|menerima|dikunjungi|lokus)|yang\s+dikunjungi|tuan\s+rumah|tujuan)\W*$",
    _I,
)
# `Semula | Menjadi`: what holds now.
_CHANGED = re.compile(r"^(?:(?:diubah\s+)?menjadi|sesudah|setelah|perubahan|usulan\s+baru|baru|penyesuaian)\b", _I)
_JOINT = re.compile(r"\s*(?:[,;/&+]|\bdan\b|\bserta\b|\s)+\s*")
_OF_THE_SAME = re.compile(
    r"\s*(?:pada|di|milik)\s+(?:badan|dinas|biro|kantor|instansi|perangkat\s+daerah|rumah\s+sakit)\s+(?:yang\s+sama|tersebut|itu)\b",
    _I,
)
_HEADS_BEHIND = re.compile(rf"\s*\(\s*(?P<n>{NUMBER})\s*(?:orang|peserta|org|pegawai|ASN)\s*\)", _I)
_BARE_FIGURE = re.compile(r"(?P<n>\d{1,3})")
# `Puskesmas Ngegong 2`, alone in a cell.
_NUMBERED = re.compile(r"(?P<name>(?:Puskesmas|Pustu|Samsat|UPPD|UPT[DB]?|Balai|SMPN?|SDN?)\s[^\d(),;]+?)\s+\d{1,2}\s*")
# What else a column `Jumlah` counts.
_OTHER_FIGURES = re.compile(r"\b(?:hari|JP|jam|dokumen|kegiatan|hibah|dana|anggaran|unit|layanan|OPD|biaya)\b", _I)


def from_tables(places: Places, tables: Sequence[Table]) -> Iterator[Found]:
    """Every unit of a column `Lokus` / `Penempatan`, with how many rows name it."""
    for table in tables:
        column, whole = _column_of(places, table)
        days = not whole
        if column is None:
            continue
        # `Lokus (Kab. X)`: where all units of the column are.
        names = places.names.within(region_of(table.headers[column]))
        figures = -1 if (figured := table.column(_FIGURES)) is None else figured
        counts: dict[str, int] = {}
        first: dict[str, Found] = {}
        unclear: set[str] = set()  # whose figure cannot be read
        told = False  # the cells themselves say how many
        for row in _rejoined(places.source.text, table):
            names = next((called for cell in row.values() if (called := places.of_party(cell.text))), names)
            cell = row.get(column)
            if cell is None or cell.text == " ".join(table.headers[column].split()):
                continue  # a head of two rows leaves its own cells among the rows
            figure = row[figures].text if figures in row else ""
            if total := _TOTAL.search(cell.text):
                cell = replace(cell, text=cell.text[: total.start()])
                figure = figure.partition(" ")[0]
            heads = _figure_of(table.headers[figures], figure) if figures in row else None
            for found in _of_cell(names, cell, whole=whole):
                if figures in row and heads is None and found.rows is None:
                    unclear.add(found.name)
                stated = found.rows or (number(heads["n"]) if heads else None)
                told = told or found.rows is not None
                counts[found.name] = counts.get(found.name, 0) + (stated or cell.row_span)
                first.setdefault(found.name, found)
        many = told or table.column(_PERSON_COLUMN) is not None or figures >= 0 or _names_guests(table)
        for name, item in first.items():
            rows = counts[name] if many and name not in unclear else None
            yield Found(item.start, item.end, name, rows, passing=days)


def told_of_people(tables: Sequence[Table]) -> Sequence[Table]:
    """Not those that propose something for each locus, where another table says who was at which: they call it by a short name."""
    who = [table for table in tables if _has_loci(table) and table.column(_ORDERS_COLUMN) is None]
    if not any(table.column(_PERSON_COLUMN) is not None or table.column(_FIGURES) is not None for table in who):
        return tables
    return [table for table in tables if table.column(_ORDERS_COLUMN) is None or not _has_loci(table)]


def _has_loci(table: Table) -> bool:
    return table.column(_LOCUS_COLUMN) is not None


def _rejoined(text: str, table: Table) -> Sequence[Row]:
    """The rows, those put back that typed bars have moved: `| Daya Manusia Kota X | 5` goes on below `1 | Badan … Sumber |`."""
    if not table.typed or not _RUNNING.match(table.headers.get(0, "")):
        return table.rows
    joined: list[Row] = []
    for row in table.rows:
        above = joined[-1] if joined else {}
        moved = {column + 1: cell for column, cell in row.items()}
        fits = all(column in table.headers and (column == 1 or column not in above) for column in moved)
        opens = 0 in row and _opens_with_bar(text, row[0]) and 0 in above and not _opens_with_bar(text, above[0])
        if not (fits and opens and 1 in above):
            joined.append(dict(row))
            continue
        for column, cell in moved.items():
            before = above.get(column)
            above[column] = replace(before, text=f"{before.text} {cell.text}") if before else cell
    return joined


def _opens_with_bar(text: str, cell: Cell) -> bool:
    return text[max(0, cell.start - _NEAR) : cell.start].rstrip(" ").endswith("|")


def _names_guests(table: Table) -> bool:
    """`Peserta (Asal)`: one name a row."""
    column = table.column(_GUESTS)
    cells = [row[column].text for row in table.rows if column in row] if column is not None else []
    return bool(cells) and all(is_name(clean_name(text.partition("(")[0]), single=True) for text in cells)


def _column_of(places: Places, table: Table) -> tuple[int | None, bool]:
    """The column of loci, and whether a cell of it is a unit whatever it is called."""
    if len(table.headers) < 2:
        return None, False
    column = table.column(_LOCUS_COLUMN)
    if column is not None:
        return (None if _FINDINGS.search(table.headers[column]) else column), True
    column = table.column(_PLACE_COLUMN)
    if column is not None and _is_where_they_were(places, table, column):
        return column, True
    column = table.column(_UNIT_COLUMN)
    if column is None or table.column(_PERSON_COLUMN) is not None:
        return None, False
    if table.column(_DAY_COLUMN) is not None:
        return (None if table.column(_ORDERS_COLUMN) is not None else column), False
    lead = f"{table.lead} {_above(places, table)}"
    shared = table.column(_QUOTA) is not None and _TAKEN_IN.search(lead) and _SHARES.search(lead)
    if (shared or _CAPTION.search(lead)) and not _SENDING.search(f"{lead} {table.headers[column]}"):
        return column, True
    return None, False


def _is_where_they_were(places: Places, table: Table, column: int) -> bool:
    """Whether most cells below `Tempat` are units, and the other columns tell whose place each is."""
    who = table.column(_PERSON_COLUMN) is not None or table.column(_WHO_COLUMN, taken=[column]) is not None
    if not who or table.column(_DAY_COLUMN) is not None or table.column(_DEEDS_COLUMN) is not None:
        return False
    cells = {row[column].text for row in table.rows if column in row}
    return 0 < len(cells) <= 2 * sum(bool(places.names.find(text)) for text in cells)


def _above(places: Places, table: Table) -> str:
    """The lines right above a table, of which a caption may take several."""
    start = min((cell.start for row in table.rows[:1] for cell in row.values()), default=0)
    last = bisect_left(places.units, start, key=lambda unit: unit.start) - 1
    while last >= 0 and places.units[last].owner.table is not None:
        last -= 1
    lines = places.units[max(0, last + 1 - _CAPTION_LINES) : last + 1]
    return " ".join(unit.text for unit in lines if len(unit.text) <= _LONGEST_CAPTION)


def _of_cell(names: UnitNames, cell: Cell, *, whole: bool) -> list[Found]:
    """The units of a cell, whose text may go on in rows below; several only where nothing but a joint parts them."""
    found: list[Found] = []
    end = 0
    if names.is_host(cell.text):
        return [Found(cell.start, cell.end, names.host_name)]
    for first, last, name in names.find(cell.text, whole=whole, anywhere=True):
        if not whole and not found and first > 0:
            break  # `Aula Dinas X`
        if found and not _JOINT.fullmatch(cell.text, end, first):
            break
        heads = _HEADS_BEHIND.match(cell.text, last)
        own = _of_the_same(names, cell.text[last:], name, found)
        if whole and (figure := _NUMBERED.fullmatch(cell.text, first)):
            own = own.replace(figure["name"], figure.group().strip(), 1)
        found.append(Found(cell.start, cell.end, own, number(heads["n"]) if heads else None))
        end = heads.end() if heads else last
    return found


def _of_the_same(names: UnitNames, after: str, name: str, before: Sequence[Found]) -> str:
    """`BKD dan UPT X pada badan yang sama`: the UPT belongs to the agency named before it."""
    region = names.region
    if not before or not region or not _OF_THE_SAME.match(after):
        return name
    return f"{name.removesuffix(region).rstrip()} {before[-1].name}"


def from_forms(places: Places, tables: Sequence[Table]) -> Iterator[Found]:
    """`Instansi dituju | Sekretariat DPRD Kota X`, in a row of a form."""
    for table in tables:
        yield from _in_first_row(places, table)
        for row in table.rows:
            cells = [cell for _, cell in sorted(row.items()) if cell.text.strip(" :")]
            for label, value in pairwise(cells):
                if _LOCUS_CELL.match(label.text):
                    value = _changed(table, row, value)
                    yield from places.named(value.start, value.end, anywhere=True)


def _in_first_row(places: Places, table: Table) -> Iterator[Found]:
    """`Tempat magang | : | Dinas X`, in the row of a form that was taken for its head."""
    heads = [text for _, text in sorted(table.headers.items()) if text.strip(" :")]
    if len(heads) == _LEAST_CELLS and _LOCUS_CELL.match(heads[0]):
        last = min(cell.start for row in table.rows for cell in row.values())
        start = places.source.text.rfind(heads[1], 0, last)
        if start >= 0:
            yield from places.named(start, start + len(heads[1]), anywhere=True)


def _changed(table: Table, row: Row, value: Cell) -> Cell:
    """The cell below `Menjadi`, where a letter changes what was planned."""
    column = table.column(_CHANGED)
    return value if column is None else row.get(column, value)


def from_bare_rows(places: Places, tables: Sequence[Table]) -> Iterator[Found]:
    """`Wening, S.Si. | (NIP …) | di Bidang Statistik`, two rows at least: a list that was set in columns."""
    for table in tables:
        found: dict[str, Found] = {}
        for row in table.rows:
            cells = [cell for _, cell in sorted(row.items())]
            if len(cells) < _LEAST_CELLS or not any(is_name(clean_name(cell.text)) for cell in cells[:2]):
                continue
            at = _AT_UNIT.match(cells[-1].text)
            named = places.names.find(cells[-1].text[at.end() :], whole=True) if at else []
            for _, _, name in named[:1]:
                last = found.get(name)
                found[name] = Found(cells[-1].start, cells[-1].end, name, ((last.rows or 0) if last else 0) + 1)
        if sum(item.rows or 0 for item in found.values()) > 1:
            yield from found.values()


def _figure_of(header: str, cell: str) -> re.Match[str] | None:
    """How many persons a cell of the column `Jumlah` gives; a bare figure where nothing else is counted."""
    return HEADS.fullmatch(cell) or (None if _OTHER_FIGURES.search(header) else _BARE_FIGURE.fullmatch(cell))
