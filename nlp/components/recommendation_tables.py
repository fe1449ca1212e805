"""Recommendations that stand in a table: the column that holds them, who is to act, by when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_enumerations import enumeration
from nlp.components.recommendation_marks import Unit, flat, lines, split_marked
from nlp.components.recommendation_words import MODAL, is_action, is_rejected, opens_section
from nlp.source import Source

_I = re.IGNORECASE
# From the surest name of the column to the least sure; the first that a table has is the one.
_ACTION_COLUMNS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        r"\brekomendasi|\brecommendations?\b",
        r"\bsaran\b|\busul(?:an)?\b|\bmasukan\b|\byang\s+(?:kami\s+|kita\s+)?(?:di)?(?:usulkan|sarankan|anjurkan|ajukan|minta)\b",
        r"(?:dapat|bisa|perlu|akan|layak|patut|untuk|hendak)\s+(?:(?:kita|kami)\s+)?(?:di\s?)?(?:adopsi|replikasi|tiru|terapkan|adaptasi|tindaklanjuti|ambil|bawa\s+pulang|contoh|ubah|perbaiki|benahi|tempuh)\b|^(?:adopsi|adaptasi|tiru|modifikasi|replikasi|terapkan|ubah)(?=\W*$|\s*[(/&])|^hal\s+yang\s+di",
        r"rencana\s+tindak\s+lanjut|\brtl\b|rencana\s+aksi|action\s+plan|next\s+steps?",
        r"\btindak\s+lanjut\b|\blangkah|\bupaya\s+perbaikan|\bsolusi\b|\btindakan\b|jalan\s+keluar|\baksi\b|(?:rencana|usulan)\s+perbaikan|\bgagasan\b|yang\s+(?:akan|harus|perlu)\s+(?:di|kami|kita)|^(?:akan|harus|mesti|nanti|to\s+do|to\s+be|ke\s+depan)\W*$",
    )
)
_NO_ACTION = re.compile(
    r"status|progres|realisasi|capaian|hasil\s+tindak|bukti|eviden|kondisi|catatan|jumlah|penanggung|waktu|target", _I
)
# Inside a section of recommendations a plainer name will do.
_PLAIN_ACTION = re.compile(
    r"^(?:uraian|kegiatan|aksi|program|rencana|aktivitas|nama\s+kegiatan|action|bentuk\s+kegiatan|deskripsi|tahapan|langkah|pekerjaan|butir|rincian|inovasi|gagasan|ide|hal|apa|what|activit(?:y|ies))\b",
    _I,
)
_OWNER = re.compile(
    r"(?:pen|t)anggung\s*-?\s*jawab|satuan\s+kerja|\bpic\b|\bopd\b|perangkat\s+daerah|\bskpd\b|pelaksana\b|unit\s+(?:kerja|pengampu|pelaksana|penanggung)|instansi|ditujukan|leading\s+sector|\bpengampu|\bkepada\b|\bowner\b|tujuan\s+rekomendasi|pihak\s+yang|\bp\.?j\.?\b|^(?:untuk|bagi|buat|alamat|aktor|pelaku|penerima)\W*$|^(?:bidang|bagian|seksi|unit|dinas|siapa|who|lead|oleh|penanggungjawab|satuan\s+kerja|satker|koordinator)\b|\bby\s+whom|responsible|yang\s+(?:melaksanakan|bertanggung|menindaklanjuti|mengerjakan|menangani)",
    _I,
)
_PLAIN_OWNER = re.compile(r"(?:bidang|bagian|seksi|unit|dinas)\b(?!\s+(?:pengampu|pelaksana|penanggung))", _I)
_TIME = re.compile(
    r"\bwaktu\b|jadwal|tenggat|batas|\bselambat|paling\s+lambat|^(?:sebelum|hingga|sampai)\W*$|\bkapan\b|time\s*line|timeframe|periode|deadline|\bdue\b|tahun\b|target\s+(?:selesai|penyelesaian|tanggal|pelaksanaan|waktu)|^target$|^tanggal|^bila(?:mana)?\W*$|bulan\b|^jangka\b|\bwhen\b|^tahap$|^selesai\b|^minggu\b|triwulan|penyelesaian",
    _I,
)
_SPAN = re.compile(
    r"jangka\s+(?:pendek|menengah|panjang)|short[\s-]term|(?:mid|medium|long)[\s-]term|quick\s+wins?|^(?:tahun|ta)\s+20\d\d$|^20\d\d$|^(?:triwulan|tw|semester)\s",
    _I,
)
_EMPTY = re.compile(
    r"^[\W_]*$|^\W*(?:(?:tetap|sama(?:\s+saja)?|cukup)\s*,?\s*)?tidak\s+(?:perlu\s+)?di\w+\W*$|^\W*(?:tetap|sama(?:\s+saja)?|sudah\s+(?:sama|baik|cukup))\W*$|^(?:tidak\s+ada|nihil|n/?a|s\.?d\.?a\.?|idem|belum\s+(?:ada|di\w+|final))\W*$|^lihat\s+(?:butir|nomor|no|angka|tabel|lampiran)\b",
    _I,
)
_SAME = re.compile(
    r"^\W*(?:s\.?\s?d\.?\s?a\.?|sda|idem|sama(?:\s+dengan\s+(?:di\s+)?atas)?|[〃″\"]+)\W*$|^[〃″\"]$", _I
)  # as the row above
_STATUS = re.compile(r"^(?:status|progres\w*|keadaan|posisi|realisasi|capaian|keterangan|ket\.?)\b", _I)
_DONE = re.compile(
    r"^\W*(?:sudah\s+(?:selesai|dilaksanakan|terlaksana|dikerjakan|tuntas)|selesai|tuntas|rampung|terlaksana|done|100\s?%)(?!\s+(?:di\w+|pada|sebelum|bulan|tahun|tw|triwulan|paling))\b",
    _I,
)
_WRAPPED = {"pdf", "image"}  # formats in which a cell's line ends where its column does
_UNFINISHED = re.compile(
    r"(?:,|-|/|\b(?:dan|serta|atau|yang|untuk|dengan|pada|di|ke|dari|bagi|oleh|agar|dalam|sebagai|secara))$", _I
)
_LABEL = re.compile(r"^[A-Z][\w/ ]{1,24}:\s")
_FIRST_NUMBER = re.compile(r"\(?(?:0?1|a)[.)]?", _I)


@dataclass(frozen=True, slots=True)
class Action:
    """An action in a cell: `start` to `end` in the whole text, the owner's and the time's words as their cells hold them."""

    start: int
    end: int
    text: str
    owner: str | None
    time: str | None
    page: int
    sure: bool
    row_heading: str | None = None


def actions_of(
    source: Source, cells: Sequence[Unit], *, in_section: bool, before: Mapping[int, str] = MappingProxyType({})
) -> list[Action]:
    """The recommendations of one table; none if it has no column for them.

    `before`: the headers of the table that this one may carry on, with which it shares its columns but not its header row.
    """
    headers = headers_of(cells)
    columns, sure = _action_columns(headers, cells, in_section)
    if before and (carried := _action_columns(dict(before), cells, in_section=True))[0] and not (columns and sure):
        headers, (columns, sure) = dict(before), carried
    if not columns:
        return list(_from_row_heads(source, cells))
    owner_column = _column(headers, _OWNER, set(columns))
    time_column = _column(headers, _TIME, {*columns, *([owner_column] if owner_column is not None else [])})
    done = _done_rows(headers, cells, set(columns))
    found: list[Action] = []
    row_heading: str | None = None
    width = len({cell.owner.column for cell in cells})
    for cell in cells:
        block = cell.owner
        if block.row is None or block.column is None or block.row in done or _is_header(cell, headers):
            continue
        if block.column_span > 1 and block.column_span >= max(2, width - 1) and block.column not in columns[1:]:
            row_heading = cell.text
            continue
        if block.column not in columns:
            continue
        owners = _beside(source, cells, block.row, owner_column)
        times = _beside(source, cells, block.row, time_column)
        if len(columns) > 1:
            times = times or [headers.get(block.column, "")]
        parts = list(parts_of(source, cell))
        for place, (start, end) in enumerate(parts):
            owner, time = _share(owners, place, len(parts)), _share(times, place, len(parts))
            text = flat(source.text[start:end])
            if _EMPTY.match(text) or is_rejected(text) or len(text) < 8 or len(text.split()) < 2:
                continue
            found.append(Action(start, end, text, owner, time, cell.page, sure, row_heading))
    return found


def _done_rows(headers: Mapping[int, str], cells: Sequence[Unit], taken: set[int]) -> set[int]:
    """The rows whose column of states says that the action is done."""
    states = {column for column, header in headers.items() if column not in taken and _STATUS.search(header)}
    return {
        cell.owner.row
        for cell in cells
        if cell.owner.row is not None and cell.owner.column in states and _DONE.match(cell.text)
    }


def headers_of(cells: Sequence[Unit]) -> dict[int, str]:
    """The header of each column; the first row where the file names none, no names where that row bears the number one already."""
    headers: dict[int, str] = {}
    if cells and _FIRST_NUMBER.fullmatch(cells[0].text) and not cells[0].owner.header and _speaks(cells):
        return {cell.owner.column: "" for cell in cells if cell.owner.column is not None}
    for cell in cells:
        if cell.owner.column is not None and cell.owner.header:
            headers.setdefault(cell.owner.column, flat(cell.owner.header))
    for cell in cells:
        if cell.owner.row == 0 and cell.owner.column is not None:
            headers.setdefault(cell.owner.column, cell.text)
    return headers


def _speaks(cells: Sequence[Unit]) -> bool:
    """The first row holds words, not just the numbers of the columns."""
    return any(" " in cell.text for cell in cells if cell.owner.row == cells[0].owner.row)


def _is_header(cell: Unit, headers: dict[int, str]) -> bool:
    """The head row; a later row that repeats the head (on the next page) too."""
    column = cell.owner.column
    return column is not None and flat(cell.text).casefold() == headers.get(column, "").casefold()


def _action_columns(headers: dict[int, str], cells: Sequence[Unit], in_section: bool) -> tuple[list[int], bool]:
    for pattern in _ACTION_COLUMNS:
        found = [
            column
            for column, header in sorted(headers.items())
            if len(header) <= 80 and pattern.search(header) and not _NO_ACTION.search(header)
        ]
        if found:
            return found, True
    if not in_section:
        return [], False
    spans = [column for column, header in sorted(headers.items()) if len(header) <= 60 and _is_span(header)]
    if len(spans) > 1:
        return spans, True
    found = [
        column
        for column, header in sorted(headers.items())
        if _PLAIN_ACTION.search(header) and not _NO_ACTION.search(header)
    ]
    if found:
        return found[:1], True
    share = {column: _share_of_actions(cells, column, headers) for column in headers}
    best = max(share, key=lambda column: share[column], default=None)
    return ([best], False) if best is not None and share[best] >= 0.6 else ([], False)


def _is_span(header: str) -> bool:
    """A column for what is to be done in one stretch of time: `Jangka pendek`, `2025`, `6 bulan pertama (s.d. Agustus 2025)`."""
    if _SPAN.search(header):
        return True
    stated = find_deadline(header, column=True)
    return stated is not None and stated.last is not None


def _share_of_actions(cells: Sequence[Unit], column: int, headers: dict[int, str]) -> float:
    texts = [cell.text for cell in cells if cell.owner.column == column and not _is_header(cell, headers)]
    good = sum(
        1 for text in texts if len(text.split()) >= 3 and (is_action(text.split(". ", 1)[-1]) or MODAL.search(text))
    )
    return good / len(texts) if len(texts) >= 2 else 0.0


def _column(headers: dict[int, str], pattern: re.Pattern[str], taken: set[int]) -> int | None:
    found = [
        column
        for column, header in sorted(headers.items())
        if column not in taken and len(header) <= 60 and pattern.search(header)
    ]
    if pattern is _OWNER:
        # `Penanggung jawab` before `Bidang`: the latter may be the field that the row is about.
        found.sort(key=lambda column: (bool(_PLAIN_OWNER.match(headers[column])), column))
    if pattern is _TIME:
        # `Target Waktu` before `Target`: the latter may be a quantity.
        found.sort(
            key=lambda column: (not re.search(r"waktu|jadwal|tenggat|batas|kapan|time", headers[column], _I), column)
        )
    return found[0] if found else None


def _beside(source: Source, cells: Sequence[Unit], row: int, column: int | None) -> list[str]:
    """The lines of the cell of `column` in that row, or of the merged one that spans it."""
    if column is None or row < 0:
        return []
    for cell in cells:
        block = cell.owner
        if block.row is None or block.column is None or (block.column_span > 2 and block.column == 0):
            continue
        if block.column <= column < block.column + block.column_span and block.row <= row < block.row + block.row_span:
            text = source.text[cell.start : cell.end]
            if _SAME.match(cell.text):
                return _beside(source, cells, row - 1, column)
            return [] if _EMPTY.match(cell.text) else [flat(text[start:end]) for start, end in lines(text)]
    return []


def _share(beside: Sequence[str], place: int, count: int) -> str | None:
    """What of a neighbouring cell belongs to the action at `place`: its own line where there are as many lines as actions, else all."""
    if not beside:
        return None
    if len(beside) == count:
        return beside[place]
    return flat("\n".join(dict.fromkeys(beside)))


def parts_of(source: Source, cell: Unit) -> Iterator[tuple[int, int]]:
    """The actions of one cell: its marked lines, its lines where each is an action, its parts between semicolons, or the whole."""
    start, end = cell.start, cell.end
    text = source.text[start:end]
    marked = split_marked(text)
    if sum(1 for _, _, kind in marked if kind) > 1 or (marked and marked[0][2]):
        for first, last, kind in marked:
            if kind or not flat(text[first:last]).endswith(":"):
                yield start + first, start + last
        return
    counted = enumeration(text)
    if counted is not None and len(counted.lead.split()) < 8:
        yield from ((start + first, start + last) for first, last in counted.items)
        return
    several = list(lines(text))
    if len(several) > 1 and _is_line_each([text[first:last].strip() for first, last in several], source.pages.format):
        yield from ((start + first, start + last) for first, last in several)
        return
    parts = [(match.start(), match.end()) for match in re.finditer(r"[^;]+;?", text) if match.group().strip()]
    if len(parts) > 1 and all(is_action(text[first:last].strip()) for first, last in parts):
        yield from ((start + first, start + last) for first, last in parts)
        return
    yield start, end


def _is_line_each(several: Sequence[str], file_format: str) -> bool:
    """Whether each line of a cell is an action of its own. Where a cell's lines are paragraphs most must begin as one, else all."""
    if any(not line[:1].isupper() or len(line.split()) < 3 for line in several):
        return False
    actions = sum(1 for line in several if is_action(line))
    if file_format in _WRAPPED:
        return actions == len(several)
    whole = not any(_UNFINISHED.search(line) for line in several[:-1]) and not any(
        _LABEL.match(line) for line in several
    )
    return whole and 2 * actions >= len(several)


def _from_row_heads(source: Source, cells: Sequence[Unit]) -> Iterator[Action]:
    """A form whose left column, behind a number or not, says `Saran` or `Rekomendasi` and whose next one holds the text."""
    for head in cells:
        column = head.owner.column
        if column not in (0, 1) or len(head.text) > 60 or not opens_section(head.text):
            continue
        for cell in cells:
            if cell.owner.row == head.owner.row and cell.owner.column == column + 1:
                yield from _of_form_cell(source, cell)


def _of_form_cell(source: Source, cell: Unit) -> Iterator[Action]:
    """The actions of a form's cell; the line before a list in it may say who is to act."""
    parts = list(parts_of(source, cell))
    lead = flat(source.text[cell.start : parts[0][0]]) if len(parts) > 1 else ""
    for start, end in parts:
        text = flat(source.text[start:end])
        if len(text.split()) < 3 or is_rejected(text):
            continue
        if len(parts) > 1 or is_action(text) or MODAL.search(text):
            yield Action(start, end, text, None, None, cell.page, True, lead.rstrip(" :1aA.()") or None)


def time_of(action: Action) -> str | None:
    """The words of the time column if they state a time."""
    return action.time if action.time and find_deadline(action.time, column=True) else None
