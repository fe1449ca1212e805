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
from nlp.components.recommendation_schedules import group_rows, ticked_owners, ticked_times, with_year
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
    owner_column = column_for(headers, OWNER, set(columns))
    taken = {*columns, *([owner_column] if owner_column is not None else [])}
    time_column = column_for(headers, TIME, taken)
    if time_column is None and len(columns) == 1:
        time_column = nameless_times(cells, headers, taken)
    named = any(_RECOMMENDED.search(headers.get(column, "")) for column in columns)
    done = set() if named else _done_rows(headers, cells, set(columns))
    found: list[Action] = []
    row_heading: str | None = None
    width = len({cell.owner.column for cell in cells})
    groups = group_rows(cells, columns[0], width)
    ticked = ticked_times(cells, headers, taken) if time_column is None and len(columns) == 1 else {}
    whose = ticked_owners(cells, headers, taken) if owner_column is None else {}
    for cell in cells:
        block = cell.owner
        if block.row is None or block.column is None or block.row in done or is_header(cell, headers):
            continue
        if block.row in groups:
            row_heading = groups[block.row]
            continue
        if block.column_span > 1 and block.column_span >= max(2, width - 1) and block.column not in columns[1:]:
            row_heading = cell.text
            continue
        if block.column not in columns:
            continue
        if _STRETCH.fullmatch(cell.text):  # `Jangka pendek | | | 2024`: a row that heads those below it
            row_heading = " ".join((cell.text, *_beside(source, cells, block.row, time_column)))
            continue
        owners = _beside(source, cells, block.row, owner_column)
        if owner_column is None and block.row in whose:
            owners = [whose[block.row]]
        times = _beside(source, cells, block.row, time_column)
        head = headers.get(block.column, "")
        whom = row_heading or (head if FOR_WHOM.search(head) else None)
        if len(columns) > 1:
            times = times or [head]
        elif block.row in ticked:
            times = [ticked[block.row]]
        elif time_column is None and len(owners) == 1:
            times = _time_behind(owners[0])  # `Pelaksana dan waktu`: `Inspektorat, Triwulan I 2025`
        parts = list(parts_of(source, cell))
        for place, pieces in enumerate(parts):
            owner, time = share(owners, place, len(parts)), share(times, place, len(parts))
            text = said_at(source, pieces)
            if EMPTY.match(text) or is_rejected(text) or len(text) < 8 or len(text.split()) < 2:
                continue
            start, end = pieces[0][0], pieces[-1][1]
            found.append(Action(start, end, text, owner, with_year(time, row_heading), cell.page, sure, whom, pieces))
    return found


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


def _beside(source: Source, cells: Sequence[Unit], row: int, column: int | None) -> list[str]:
    """The lines of the cell of `column` in that row, or of the merged one that spans it."""
    if column is None or row < 0:
        return []
    for cell in cells:
        block = cell.owner
        if block.row is None or block.column is None or (block.column_span > 2 and block.column == 0):
            continue
        if block.column <= column < block.column + block.column_span and block.row <= row < block.row + block.row_span:
            text = cell.written(source)
            if _SAME.match(cell.text):
                return _beside(source, cells, row - 1, column)
            return [] if EMPTY.match(cell.text) else [flat(text[start:end]) for start, end in lines(text)]
    return []


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
