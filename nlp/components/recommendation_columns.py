"""The columns of a table by their headers: what is to be done, who is to act, by when."""

import re
from collections.abc import Sequence

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_marks import Unit, flat
from nlp.components.recommendation_timelines import UNIT_ALONE
from nlp.components.recommendation_words import has_modal, is_action

_I = re.IGNORECASE
# From the surest name of the column to the least sure; the first that a table has is the one.
ACTION_COLUMNS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        r"\brekomendasi|\brecommendations?\b",
        r"\bsaran\b|\busul(?:an)?\b|\bmasukan\b|\byang\s+(?:kami\s+|kita\s+)?(?:di)?(?:usulkan|sarankan|anjurkan|ajukan|minta)\b",
        r"(?:dapat|bisa|perlu|akan|layak|patut|untuk|hendak)\s+(?:(?:kita|kami)\s+)?(?:di\s?)?(?:adopsi|replikasi|tiru|terapkan|adaptasi|tindaklanjuti|ambil|bawa\s+pulang|contoh|ubah|perbaiki|benahi|tempuh)\b|^(?:adopsi|adaptasi|tiru|modifikasi|replikasi|terapkan|ubah)(?=\W*$|\s*[(/&])|^hal\s+yang\s+di",
        r"rencana\s+tindak\s+lanjut|\brtl\b|rencana\s+aksi|action\s+plan|next\s+steps?",
        r"\btindak\s+lanjut\b|\blangkah|\bupaya\s+perbaikan|\bsolusi\b|\btindakan\b|jalan\s+keluar|\baksi\b|(?:rencana|usulan)\s+perbaikan|\bgagasan\b|yang\s+(?:akan|harus|perlu)\s+(?:di|kami|kita)|^(?:akan|harus|mesti|nanti|to\s+do|to\s+be|ke\s+depan)\W*$|^(?:tawaran|permintaan|janji)\b",
        r"^(?:rencana\s+|upaya\s+)?(?:mitigasi|mitigations?|antisipasi|penanganan|pengendalian)(?:\s+risiko)?\W*$",
    )
)
NO_ACTION = re.compile(
    r"status|progres|realisasi|capaian|hasil\s+tindak|bukti|eviden|kondisi|catatan|jumlah|penanggung|waktu|target", _I
)
# Inside a section of recommendations a plainer name will do.
PLAIN_ACTION = re.compile(
    r"^(?:uraian|kegiatan|aksi|program|rencana|aktivitas|nama\s+kegiatan|action|bentuk\s+kegiatan|deskripsi|tahapan|langkah|pekerjaan|butir|rincian|inovasi|gagasan|ide|hal|apa|what|activit(?:y|ies))\b",
    _I,
)
# `Tahapan | Kegiatan`, `Program | Kegiatan`: the broader name groups what the other holds.
_BROAD_ACTION = re.compile(r"(?:tahapan|program|bentuk\s+kegiatan|hal|apa|what|rencana)\b", _I)
OWNER = re.compile(
    r"(?:pen|t)anggung\s*-?\s*jawab|satuan\s+kerja|\bpic\b|\bopd\b|perangkat\s+daerah|\bskpd\b|pelaksana\b|unit\s+(?:kerja|pengampu|pelaksana|penanggung)|instansi|ditujukan|leading\s+sector|\bpengampu|\bkepada\b|\bowner\b|tujuan\s+rekomendasi|pihak\s+yang|\bp\.?j\.?\b|^(?:untuk|bagi|buat|alamat|aktor|pelaku|penerima)\W*$|^(?:bidang|bagian|seksi|unit|dinas|siapa|who|lead|oleh|penanggungjawab|satuan\s+kerja|satker|koordinator|pemilik(?!\s+(?:usaha|lahan|kios|risiko|data|proses)))\b|\bby\s+whom|responsible|yang\s+(?:melaksanakan|bertanggung|menindaklanjuti|mengerjakan|menangani)",
    _I,
)
_FROM_WHERE = re.compile(r"\b(?:asal|peserta|lokus|tujuan\s+magang)\b", _I)  # `OPD Asal` beside `Pelaksana`
_PLAIN_OWNER = re.compile(r"(?:bidang|bagian|seksi|unit|dinas)\b(?!\s+(?:pengampu|pelaksana|penanggung))", _I)
TIME = re.compile(
    r"\bwaktu\b|jadwal|tenggat|batas|\bselambat|paling\s+lambat|^(?:sebelum|hingga|sampai)\W*$|\bkapan\b|time\s*line|timeframe|periode|deadline|\bdue\b|tahun\b|target\s+(?:selesai|penyelesaian|tanggal|pelaksanaan|waktu)|^target$|^tanggal|^bila(?:mana)?\W*$|bulan\b|^jangka\b|\bwhen\b|^tahap$|^selesai\b|^minggu\b|triwulan|penyelesaian",
    _I,
)
_SPAN = re.compile(
    r"jangka\s+(?:pendek|menengah|panjang)|short[\s-]term|(?:mid|medium|long)[\s-]term|quick\s+wins?|^(?:tahun|ta)\s+20\d\d$|^20\d\d$|^(?:triwulan|tw|semester)\s",
    _I,
)
# `Rekomendasi untuk daerah asal (Disdukcapil X)`, `Bagi instansi penerima` above a column of actions.
FOR_WHOM = re.compile(r"\b(?:untuk|bagi|kepada)\s+\w", _I)
# A table of who is placed where: what its column `Kegiatan` holds is the programme.
_PEOPLE = re.compile(r"\bnip\b|\bmentor\b|\bpembimbing\b|\blokus\b|\bditempatkan\b|\bpenempatan\b|\bnarasumber\b", _I)
# Where a table lists documents their `Tanggal` is no time to act by.
_OF_DOCUMENT = re.compile(r"\W*(?:berakhir|judul|naskah|masa\s+berlaku)", _I)
_DATE_ONLY = re.compile(r"\W*(?:tanggal|tgl\.?|tahun)\W*$", _I)
_LONGEST_TIME = 48  # characters of a cell that holds but a time
_FIRST_NUMBER = re.compile(r"\(?(?:0?1|a)[.)]?", _I)


def headers_of(cells: Sequence[Unit]) -> dict[int, str]:
    """The header of each column; the first row where the file names none, no names where that row bears the number one already."""
    headers: dict[int, str] = {}
    if cells and _FIRST_NUMBER.fullmatch(cells[0].text) and not cells[0].owner.header and _speaks(cells):
        return {cell.owner.column: "" for cell in cells if cell.owner.column is not None}
    if _is_of_plan(cells):
        return {cell.owner.column: "" for cell in cells if cell.owner.column is not None}
    for cell in cells:
        if cell.owner.column is not None and cell.owner.header:
            headers.setdefault(cell.owner.column, flat(cell.owner.header))
    for cell in cells:
        if cell.owner.row == 0 and cell.owner.column is not None:
            headers.setdefault(cell.owner.column, cell.text)
    return headers


def _is_of_plan(cells: Sequence[Unit]) -> bool:
    """The first row names a unit and says what it is to do, as the rows below do: it is no head."""
    rows: dict[int, list[str]] = {}
    for cell in cells:
        if cell.owner.row is not None:
            rows.setdefault(cell.owner.row, []).append(cell.text)
    return len(rows) > 1 and all(
        any(UNIT_ALONE.match(text) for text in row)
        and any(is_action(text) and text.count(" ") > 1 and not UNIT_ALONE.match(text) for text in row)
        for row in rows.values()
    )


def _speaks(cells: Sequence[Unit]) -> bool:
    """The first row holds words, not just the numbers of the columns."""
    return any(" " in cell.text for cell in cells if cell.owner.row == cells[0].owner.row)


def is_header(cell: Unit, headers: dict[int, str]) -> bool:
    """The head row; a later row that repeats the head (on the next page) too."""
    column = cell.owner.column
    return column is not None and flat(cell.text).casefold() == headers.get(column, "").casefold()


def action_columns(headers: dict[int, str], cells: Sequence[Unit], in_section: bool) -> tuple[list[int], bool]:
    """The columns that hold what is to be done, and whether their names say so."""
    for pattern in ACTION_COLUMNS:
        found = [
            column
            for column, header in sorted(headers.items())
            if len(header) <= 80 and pattern.search(header) and not NO_ACTION.search(header)
        ]
        if found:
            return found, True
    if not in_section or any(len(header) <= 60 and _PEOPLE.search(header) for header in headers.values()):
        return [], False
    spans = [column for column, header in sorted(headers.items()) if len(header) <= 60 and _is_span(header)]
    if len(spans) > 1:
        return spans, True
    told = [column for column, header in sorted(headers.items()) if len(header) <= 90 and FOR_WHOM.match(header)]
    if len(told) > 1:
        return told, True
    found = [
        column
        for column, header in sorted(headers.items())
        if PLAIN_ACTION.search(header) and not NO_ACTION.search(header)
    ]
    if found:
        plainest = min(found, key=lambda column: bool(_BROAD_ACTION.match(headers[column])))
        return [plainest], True
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
    texts = [cell.text for cell in cells if cell.owner.column == column and not is_header(cell, headers)]
    good = sum(
        1 for text in texts if len(text.split()) >= 3 and (is_action(text.split(". ", 1)[-1]) or has_modal(text))
    )
    return good / len(texts) if len(texts) >= 2 else 0.0


def column_for(headers: dict[int, str], pattern: re.Pattern[str], taken: set[int]) -> int | None:
    """The column that `pattern` names, none of those `taken`."""
    found = [
        column
        for column, header in sorted(headers.items())
        if column not in taken and len(header) <= 60 and pattern.search(header)
    ]
    if pattern is OWNER:
        # `Penanggung jawab` before `Bidang`: the latter may be the field that the row is about.
        found.sort(
            key=lambda column: (
                bool(_FROM_WHERE.search(headers[column])),
                bool(_PLAIN_OWNER.match(headers[column])),
                column,
            )
        )
    if pattern is TIME and any(_OF_DOCUMENT.match(header) for header in headers.values()):
        found = [column for column in found if not _DATE_ONLY.match(headers[column])]
    if pattern is TIME:
        # `Target Waktu` before `Target`: the latter may be a quantity.
        found.sort(
            key=lambda column: (not re.search(r"waktu|jadwal|tenggat|batas|kapan|time", headers[column], _I), column)
        )
    return found[0] if found else None


def nameless_times(cells: Sequence[Unit], headers: dict[int, str], taken: set[int]) -> int | None:
    """The column without a name whose every cell states a time: `Cepat (s.d. Juni 2025)`, `Menengah (2026)`."""
    columns: dict[int, list[str]] = {}
    for cell in cells:
        column = cell.owner.column
        if column is not None and column not in taken and not headers.get(column, "").strip():
            columns.setdefault(column, []).append(cell.text)
    for column, texts in sorted(columns.items()):
        if max(map(len, texts)) <= _LONGEST_TIME and any(any(map(str.isdigit, text)) for text in texts):
            stated = [find_deadline(text, column=True) for text in texts]
            if all(time is not None and time.last is not None for time in stated):
                return column
    return None
