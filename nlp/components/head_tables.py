"""How the participants break down in a table: a column of figures, or a matrix of ranks and units."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.head_words import NUMBER, TEAM_HEADING, number
from nlp.components.tables import Row, Table
from nlp.extraction import Group

_I = re.IGNORECASE
TOTAL_LINE = re.compile(r"^(?:jumlah|total|semua(?:nya)?|seluruh(?:nya)?|keseluruhan|jml|grand\s+total)\b", _I)
_FIGURES = re.compile(
    r"^\W*(?:jumlah|banyaknya|jml)(?:\s+(?:peserta|orang|pegawai|ASN))?(?:\s*\(orang\))?$|^\W*(?:peserta|orang|org|pax)$",
    _I,
)
_KINDS = re.compile(
    r"\bjabatan\b|\bjenjang\b|\bgolongan\b|\bunsur\b|\basal\b|perangkat\s+daerah|\bopd\b|unit\s+kerja|instansi|kategori|kelompok|angkatan|gelombang|kloter|\bbatch\b|profesi|pangkat|eselon",
    _I,
)
_RANKS = re.compile(
    r"^(?:pejabat\s+)?(?:JPT|pimpinan|administrator|pengawas|fungsional|pelaksana|staf|eselon|ahli\s+\w+|JF\b)", _I
)
_ORDINAL = re.compile(r"[IVX]{1,4}|\d|[A-D]|(?:ke)?(?:satu|dua|tiga|empat)|pertama", _I)
_NAMES = re.compile(r"\bnama\b|\bpeserta\b", _I)
# Who came, beside who was to come: `Ditugaskan | Hadir`, `Usulan | Berangkat | Batal`.
_CAME = re.compile(
    r"^\W*(?:jumlah\s+)?(?:yang\s+)?(?:hadir|datang|berangkat|diberangkatkan|ikut|mengikuti|realisasi|aktual|terlaksana|jadi)\b(?!\s+tidak)",
    _I,
)
_PLANNED = re.compile(
    r"\b(?:ditugaskan|ditugasi|diusulkan|usulan|diundang|undangan|rencana|direncanakan|target|kuota|alokasi|terdaftar|pendaftar|mendaftar|dicalonkan|calon|tidak|absen|berhalangan|izin|sakit|batal|mundur|cadangan|selisih|persentase|%)",
    _I,
)
_TWO = 2  # columns, of which none is the sum of the others
_MARRED = re.compile(r"[\"'“”‘’]")
_FIGURE_CELL = re.compile(rf"[\"'“”‘’]*(?P<n>{NUMBER})(?:\s*(?:orang|org))?$|[-–]$", _I)


def groups_of_table(table: Table, stated: set[int]) -> tuple[Group, ...]:
    """From a column of figures beside one of ranks or units, or from several columns of figures."""
    figures, labels = table.column(_FIGURES), table.column(_KINDS)
    if labels is not None and _ELSEWHERE.search(table.headers[labels]):
        labels = None
    if figures is not None and labels is not None and figures != labels:
        found = tuple(_rows_of_figures(table, labels, figures))
        # Where a scan has marred the figures, another may be misread too: their sum must be said elsewhere.
        marred = any(_MARRED.match(row[figures].text) for row in table.rows if figures in row)
        return () if marred and sum(group.count for group in found) not in stated else found
    where = figures is not None and _ELSEWHERE.search(table.headers.get(figures - 1, "")) is not None
    if figures is not None and figures > 0 and labels is None and len(table.headers) <= 3 and not where:
        found = tuple(_rows_of_figures(table, figures - 1, figures))
        team = TEAM_HEADING.search(f"{table.lead} {table.headers.get(figures - 1, '')}")
        if len(found) >= 2 and (team or sum(group.count for group in found) in stated):
            return found
    return _of_matrix(table, labels, stated) or _of_merged_cells(table, labels) or _among_names(table)


# `Perencana Ahli Pertama (4 orang)` where the other rows name one person each.
_SOME_IN_ROW = re.compile(rf"(?P<label>[A-Z][^()\d]{{3,70}}?)\s*(?:\(|[:–-]\s*)(?P<n>{NUMBER})\s*(?:orang|org)\)?", _I)


def _among_names(table: Table) -> tuple[Group, ...]:
    column = table.column(_NAMES)
    cells = [row[column].text for row in table.rows if column in row] if column is not None else []
    found = [match for text in cells if (match := _SOME_IN_ROW.fullmatch(text))]
    return tuple(Group(match["label"].strip(), number(match["n"])) for match in found) if len(found) >= _TWO else ()


_PERSONS = re.compile(r"\b(?:orang|org|peserta|pegawai|ASN|PNS)\b", _I)


# Where they worked, not whence they come.
_ELSEWHERE = re.compile(r"\b(?:tujuan|lokus|tempat|penempatan|magang|mentor|pembimbing)\b", _I)


def total_of_tables(tables: Sequence[Table]) -> int | None:
    """How many persons the last line of a table's figures gives, where it is their sum: `Jumlah | | 16 orang`."""
    for table in tables:
        figures = table.column(_FIGURES)
        if figures is None:
            continue
        lines = [(row, _FIGURE_CELL.match(row[figures].text)) for row in table.rows if figures in row]
        counts = [(row, number(match["n"])) for row, match in lines if match and match["n"]]
        totals = [n for row, n in counts if any(TOTAL_LINE.match(cell.text) for cell in row.values())]
        said = table.headers.get(figures, "") + "".join(row[figures].text for row, _ in counts)
        if len(totals) == 1 and 2 * totals[0] == sum(n for _, n in counts) and _PERSONS.search(said):
            return totals[0]
    return None


def summed_up(tables: Sequence[Table], total: int) -> bool:
    """Whether the last line of a table's column of figures gives just this sum: `Jumlah | 9`."""
    for table in tables:
        figures = table.column(_FIGURES)
        for row in table.rows if figures is not None else ():
            says_so = figures in row and row[figures].text == str(total)
            if says_so and any(TOTAL_LINE.match(cell.text) for cell in row.values()):
                return True
    return False


def _of_merged_cells(table: Table, labels: int | None) -> tuple[Group, ...]:
    """`Dokter`, one cell beside the rows of two persons: each kind with as many as it spans."""
    names = table.column(_NAMES)
    if labels is None or names is None or labels == names or _ELSEWHERE.search(table.headers[labels]):
        return ()
    # A heading that spans two lines comes again as a row, with the second line's headings beside it.
    rows = [row for row in table.rows if not _repeats_heading(row, table, labels)]
    cells = [row[labels] for row in rows if labels in row]
    people = sum(names in row for row in rows)
    if not any(cell.row_span > 1 for cell in cells) or sum(cell.row_span for cell in cells) != people:
        return ()
    found: dict[str, int] = {}
    for cell in cells:
        found[cell.text] = found.get(cell.text, 0) + cell.row_span
    return tuple(Group(label, count) for label, count in found.items()) if len(found) >= 2 else ()


def _repeats_heading(row: Row, table: Table, labels: int) -> bool:
    return labels in row and row[labels].text == table.headers.get(labels)


def _rows_of_figures(table: Table, labels: int, figures: int) -> Iterator[Group]:
    for row in table.rows:
        if labels not in row or figures not in row:
            continue
        match = re.match(rf"[\"'“”‘’]*(?P<n>{NUMBER})(?:\s*orang)?$", row[figures].text, _I)
        if match and not TOTAL_LINE.match(row[labels].text) and row[labels].text != table.headers.get(labels):
            label = row[labels].text
            # `Angkatan` above `I` and `II`
            yield Group(
                f"{table.headers.get(labels, '')} {label}" if _ORDINAL.fullmatch(label) else label, number(match["n"])
            )


def _of_matrix(table: Table, labels: int | None, stated: set[int]) -> tuple[Group, ...]:
    """Several columns of figures: added up by rank where ranks head them, else by the rows' kind."""
    rows = [row for row in table.rows if not any(TOTAL_LINE.match(cell.text) for cell in row.values())]
    columns = [
        column
        for column in table.headers
        if column != labels and rows and all(column in row and _FIGURE_CELL.match(row[column].text) for row in rows)
    ]
    if len(columns) < 2 or not (TEAM_HEADING.search(table.lead) or stated):
        return ()
    columns = list(_who_came(table, rows, columns))
    if all(_RANKS.match(table.headers[column]) for column in columns):
        found = [Group(table.headers[column], sum(_figure(row, column) for row in rows)) for column in columns]
    elif labels is not None:
        found = [Group(row[labels].text, sum(_figure(row, c) for c in columns)) for row in rows if labels in row]
    else:
        return ()
    total = sum(group.count for group in found)
    return tuple(group for group in found if group.count) if total in stated or TEAM_HEADING.search(table.lead) else ()


def _who_came(table: Table, rows: Sequence[Row], columns: Sequence[int]) -> Sequence[int]:
    """The columns that count those who came, none that plans; the one of sums alone, where it is there."""
    came = [column for column in columns if _CAME.search(table.headers[column])]
    planned = [column for column in columns if _PLANNED.search(table.headers[column])]
    kept = [column for column in came or columns if column not in planned] or list(columns)
    if len(kept) <= _TWO or all(_RANKS.match(table.headers[column]) for column in kept):
        return kept
    for column in kept:
        others = [other for other in kept if other != column]
        if all(_figure(row, column) == sum(_figure(row, other) for other in others) for row in rows):
            return [column]
    return kept


def _figure(row: Row, column: int) -> int:
    match = _FIGURE_CELL.match(row[column].text)
    return number(match["n"]) if match and match["n"] else 0
