"""Places of an internship in a table of ticks: a column for each unit, a row for each participant."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.people_names import clean_name, is_name
from nlp.components.placement_found import Found, Places
from nlp.components.tables import Table

_TICK = re.compile(r"\W*(?:[✓✔√☑●■•◉xXvV]|ya|\d{1,2}\s*(?:hari|pekan|minggu))\W*")
_EMPTY = re.compile(r"[\s–—.-]*")
_AREA = re.compile(r"(?:Kec|Kel|Kap|Kem)\.?\s")
_WEEK = re.compile(r"^\W*(?:minggu|pekan|rotasi|putaran|tahap|periode|hari)\b", re.IGNORECASE)
_LEAST = 2  # columns of units


def from_ticks(places: Places, tables: Sequence[Table]) -> Iterator[Found]:
    """Each unit that heads a column of ticks, with how many participants have one there."""
    for table in tables:
        if len(table.headers) <= _LEAST or not _begins_with_names(table):
            continue
        found = [item for column in sorted(table.headers)[1:] for item in _of_column(places, table, column)]
        if len(found) >= _LEAST:
            yield from found


def from_rotation(places: Places, tables: Sequence[Table]) -> Iterator[Found]:
    """`Nama | Minggu 1 | Minggu 2`, with a unit in each cell: every unit of them."""
    for table in tables:
        weeks = [column for column, header in table.headers.items() if _WEEK.match(header)]
        if len(weeks) < _LEAST or not _begins_with_names(table):
            continue
        cells = [row[column] for row in table.rows for column in weeks if column in row]
        named = [(cell, places.names.find(cell.text)) for cell in cells]
        if len(cells) < _LEAST * sum(bool(found) for _, found in named):
            yield from (Found(cell.start, cell.end, name) for cell, found in named for _, _, name in found[:1])


def _begins_with_names(table: Table) -> bool:
    """Most rows name a participant in one of their first two cells."""
    named = sum(
        any(is_name(clean_name(cell.text), single=True) for _, cell in sorted(row.items())[:2]) for row in table.rows
    )
    return named > len(table.rows) / 2


def _of_column(places: Places, table: Table, column: int) -> Iterator[Found]:
    cells = [row[column] for row in table.rows if column in row and not _EMPTY.fullmatch(row[column].text)]
    if not cells or not all(_TICK.fullmatch(cell.text) for cell in cells):
        return
    header = table.headers[column]
    named = places.names.find(header, whole=_AREA.match(header) is not None)
    start = places.source.text.rfind(header, 0, min(cell.start for row in table.rows for cell in row.values()))
    for first, last, name in named[:1]:
        where = (start + first, start + last) if start >= 0 else (cells[0].start, cells[0].end)
        yield Found(*where, name, len(cells))
