"""Recommendations that stand in a table: the column that holds them, who is to act, by when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_cards import cards_of
from nlp.components.recommendation_cells import EMPTY, Action, parts_of, said_at, share
from nlp.components.recommendation_columns import (
    FOR_WHOM,
    OWNER,
    TIME,
    action_columns,
    column_for,
    headers_of,
    is_header,
    nameless_times,
)
from nlp.components.recommendation_heading_words import opens_section
from nlp.components.recommendation_lists import acts_behind_label
from nlp.components.recommendation_marks import Unit, flat, lines
from nlp.components.recommendation_matrix import matrix_of
from nlp.components.recommendation_schedules import (
    charged_owners,
    group_rows,
    ticked_owners,
    ticked_times,
    with_year,
)
from nlp.components.recommendation_who_when import states_time
from nlp.components.recommendation_words import (
    has_modal,
    is_action,
    is_rejected,
)
from nlp.source import Source

_I = re.IGNORECASE
_SAME = re.compile(
    r"^\W*(?:s\.?\s?d\.?\s?a\.?|sda|idem|sama(?:\s+dengan\s+(?:di\s+)?atas)?|[〃″\"]+)\W*$|^[〃″\"]$", _I
)  # as the row above
_STRETCH = re.compile(
    r"\W*(?:(?:rencana|program|aksi|target)\s+)?(?:jangka\s+(?:pendek|menengah|panjang)|quick\s+wins?|(?:short|mid|medium|long)[\s-]term)\b[^\n]{0,30}",
    _I,
)
_OF_PROGRAMME = re.compile(
    r"(?:(?:jumlah\s+)?peserta|lokus|tempat|lokasi|biaya|pembiayaan|(?:nara)?hubung|penghubung|kontak|lama(?:nya)?|durasi|yang\s+(?:ingin|akan)\s+dipelajari|materi|pembimbing|akomodasi)\b",
    _I,
)
_LEAST_FIELDS = 3
_STATUS = re.compile(r"^(?:status|progres\w*|keadaan|posisi|realisasi|capaian|keterangan|ket\.?)\b", _I)
# The follow-up of a list of recommendations: they stay so though carried out. Of steps that are done none is proposed any more.
_RECOMMENDED = re.compile(r"\b(?:rekomendasi|saran|usul(?:an)?|recommendations?)\b", _I)
_DONE = re.compile(
    r"^\W*(?:sudah\s+(?:selesai|dilaksanakan|terlaksana|dikerjakan|tuntas)|selesai|tuntas|rampung|terlaksana|done|100\s?%)(?!\s+(?:di\w+|pada|sebelum|bulan|tahun|tw|triwulan|paling))\b",
    _I,
)


def actions_of(
    source: Source, cells: Sequence[Unit], *, in_section: bool, before: Mapping[int, str] = MappingProxyType({})
) -> list[Action]:
    """The recommendations of one table; none if it has no column for them.

    `before`: the headers of the table that this one may carry on, with which it shares its columns but not its header row.
    """
    if _is_of_programme(cells):
        return []
    if cards := cards_of(source, cells, in_section=in_section):
        return cards
    if matrix := matrix_of(source, cells, in_section=in_section):
        return matrix
    headers = headers_of(cells)
    columns, sure = action_columns(headers, cells, in_section)
    if before and (carried := action_columns(dict(before), cells, in_section=True))[0] and not (columns and sure):
        headers, (columns, sure) = dict(before), carried
    if not columns:
        return list(_from_row_heads(source, cells))
    return list(_Table(source, cells, headers, columns, sure=sure).actions())


class _Table:
    """A table with columns of actions: where it says who is to act and by when, which rows are done, which head others."""

    def __init__(
        self, source: Source, cells: Sequence[Unit], headers: dict[int, str], columns: Sequence[int], *, sure: bool
    ) -> None:
        self.source, self.cells, self.headers, self.columns, self.sure = source, cells, headers, columns, sure
        self.width = len({cell.owner.column for cell in cells})
        self.groups = group_rows(cells, columns[0], self.width)
        charged = charged_owners(source.text, cells, headers, set(columns))
        self.owner_column = column_for(headers, OWNER, set(columns)) if not charged else None
        taken = {*columns, *([self.owner_column] if self.owner_column is not None else [])}
        self.time_column = column_for(headers, TIME, taken)
        if self.time_column is None and len(columns) == 1:
            self.time_column = nameless_times(cells, headers, taken)
        untimed = self.time_column is None and len(columns) == 1
        self.ticked_times = ticked_times(cells, headers, taken) if untimed else {}
        self.ticked_owners = charged
        if self.owner_column is None and not charged:
            self.ticked_owners = ticked_owners(cells, headers, taken)
        named = any(_RECOMMENDED.search(headers.get(column, "")) for column in columns)
        self.done = set() if named else _done_rows(headers, cells, set(columns))

    def actions(self) -> Iterator[Action]:
        """The actions row by row."""
        row_heading: str | None = None
        for cell in self.cells:
            block = cell.owner
            if block.row is None or block.column is None or block.row in self.done or is_header(cell, self.headers):
                continue
            heading = self._heading(cell)
            if heading is not None:
                row_heading = heading
            elif block.column in self.columns:
                yield from self._actions_in(cell, row_heading)

    def _heading(self, cell: Unit) -> str | None:
        """What the cell says of the rows below it; None if it heads none."""
        block = cell.owner
        if block.row in self.groups:
            return self.groups[block.row]
        if (
            block.column_span > 1
            and block.column_span >= max(2, self.width - 1)
            and block.column not in self.columns[1:]
        ):
            return cell.text
        if block.column in self.columns and _STRETCH.fullmatch(cell.text):  # `Jangka pendek | | | 2024`
            return " ".join((cell.text, *self._beside(cell, self.time_column)))
        return None

    def _actions_in(self, cell: Unit, row_heading: str | None) -> Iterator[Action]:
        head = self._head(cell)
        whom = row_heading or (head if FOR_WHOM.search(head) else None)
        owners = self._owners(cell)
        owners, mixed = _parted(owners) if self.time_column is None and len(self.columns) == 1 else (owners, [])
        times = mixed or self._times(cell, owners)
        parts = list(parts_of(self.source, cell))
        for place, pieces in enumerate(parts):
            text = said_at(self.source, pieces)
            if EMPTY.match(text) or is_rejected(text) or len(text) < 8 or len(text.split()) < 2:
                continue
            owner, time = share(owners, place, len(parts)), share(times, place, len(parts))
            start, end = pieces[0][0], pieces[-1][1]
            time = with_year(time, row_heading)
            yield Action(start, end, text, owner, time, cell.page, self.sure, whom, pieces)

    def _owners(self, cell: Unit) -> list[str]:
        """Who is to act, as the row says: in the owners' column, or by a tick below a unit's name."""
        if cell.owner.row in self.ticked_owners:
            return [self.ticked_owners[cell.owner.row]]
        return self._beside(cell, self.owner_column)

    def _times(self, cell: Unit, owners: Sequence[str]) -> list[str]:
        """By when, as the row or the column says."""
        stated = self._beside(cell, self.time_column)
        if len(self.columns) > 1:
            return stated or [self._head(cell)]
        if cell.owner.row in self.ticked_times:
            return [self.ticked_times[cell.owner.row]]
        if self.time_column is None and len(owners) == 1:
            return _time_behind(owners[0])  # `Pelaksana dan waktu`: `Inspektorat, Triwulan I 2025`
        return stated

    def _head(self, cell: Unit) -> str:
        return self.headers.get(cell.owner.column, "") if cell.owner.column is not None else ""

    def _beside(self, cell: Unit, column: int | None) -> list[str]:
        row = cell.owner.row
        return [] if row is None or column is None else _lines_at(self.source, self.cells, row, column)


def _parted(said: list[str]) -> tuple[list[str], list[str]]:
    """The owners and the times of a cell with both, on a line each: `Diskominfo`, below it `Juni 2026`, once or again and again."""
    times = [line for line in said if states_time(line)]
    return ([line for line in said if line not in times], times) if 0 < len(times) < len(said) else (said, [])


def _time_behind(owner: str) -> list[str]:
    """The time that the owner's cell states beside the owner."""
    stated = find_deadline(owner, column=True)
    return [stated.text] if stated is not None and stated.last is not None else []


def _done_rows(headers: Mapping[int, str], cells: Sequence[Unit], taken: set[int]) -> set[int]:
    """The rows whose column of states says that the action is done."""
    states = {column for column, header in headers.items() if column not in taken and _STATUS.search(header)}
    return {
        cell.owner.row
        for cell in cells
        if cell.owner.row is not None and cell.owner.column in states and _DONE.match(cell.text)
    }


def _lines_at(source: Source, cells: Sequence[Unit], row: int, column: int) -> list[str]:
    """The lines of the cell of `column` in that row, or of the merged one that spans it; those above where it only repeats them."""
    for cell in cells:
        block = cell.owner
        if block.row is None or block.column is None or (block.column_span > 2 and block.column == 0):
            continue
        if block.column <= column < block.column + block.column_span and block.row <= row < block.row + block.row_span:
            if _SAME.match(cell.text):
                return _lines_at(source, cells, row - 1, column) if row > 0 else []
            text = cell.written(source)
            return [] if EMPTY.match(cell.text) else [flat(text[start:end]) for start, end in lines(text)]
    return []


def _is_of_programme(cells: Sequence[Unit]) -> bool:
    """`Pokok | Usulan kami` above `Waktu`, `Peserta`, `Lokus`, `Biaya`: what a letter asks its host for."""
    if max((cell.owner.column or 0 for cell in cells), default=0) != 1:
        return False
    labels = [cell.text for cell in cells if cell.owner.column == 0 and cell.owner.row]
    return sum(_OF_PROGRAMME.match(label) is not None for label in labels) >= _LEAST_FIELDS


def _from_row_heads(source: Source, cells: Sequence[Unit]) -> Iterator[Action]:
    """A form whose left column, behind a number or not, says `Saran` or `Rekomendasi` and whose next one holds the text."""
    for head in row_heads(cells):
        for cell in cells:
            if cell.owner.row == head.owner.row and cell.owner.column == (head.owner.column or 0) + 1:
                yield from _of_form_cell(source, cell)


def row_heads(cells: Sequence[Unit]) -> list[Unit]:
    """The cells of a form's left column that say that recommendations stand beside them."""
    return [cell for cell in cells if cell.owner.column in (0, 1) and len(cell.text) <= 60 and opens_section(cell.text)]


def _of_form_cell(source: Source, cell: Unit) -> Iterator[Action]:
    """The actions of a form's cell; the line before a list in it may say who is to act."""
    parts = list(parts_of(source, cell))
    lead = flat(source.text[cell.start : parts[0][0][0]]) if len(parts) > 1 else ""
    for pieces in parts:
        start, end = pieces[0][0], pieces[-1][1]
        text = said_at(source, pieces)
        if len(text.split()) < 3 or is_rejected(text):
            continue
        if len(parts) > 1 or is_action(text) or has_modal(text) or acts_behind_label(text):
            yield Action(start, end, text, None, None, cell.page, True, lead.rstrip(" :1aA.()") or None, pieces)
