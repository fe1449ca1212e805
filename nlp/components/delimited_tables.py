"""Tables that an export writes with semicolons or tabs between its fields, one line a row."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from nlp.components.tables import Cell, Row, Table
from nlp.source import Source

_LEAST_FIELDS = 3
_LEAST_ROWS = 2
_WORD = re.compile(r"[A-Za-z]{2}")
_SIGNS = (";", "\t")
_LONGEST_HEADER = 40


def delimited_tables(source: Source) -> list[Table]:
    """Every run of lines with as many fields as its first line, which names the columns."""
    return [table for sign in _SIGNS if sign in source.text for table in _tables(source, sign)]


def _tables(source: Source, sign: str) -> Iterator[Table]:
    lines = [(start, end) for start, end in source.lines if source.text.count(sign, start, end) >= _LEAST_FIELDS - 1]
    fields = [(start, end, next(csv.reader([source.text[start:end]], delimiter=sign))) for start, end in lines]
    for count, run in groupby(fields, key=lambda line: len(line[2])):
        rows = list(run)
        head = next((place for place, (_, _, names) in enumerate(rows) if _is_header(names)), None)
        if count < _LEAST_FIELDS or head is None or len(rows) - head <= _LEAST_ROWS:
            continue
        lead = " ".join(text for _, _, names in rows[:head] for text in names if text)
        headers = {column: name.strip() for column, name in enumerate(rows[head][2]) if name.strip()}
        table = Table(lead, headers, [_row(source, *line) for line in rows[head + 1 :]])
        table.rows = [row for row in table.rows if len(row) >= _LEAST_FIELDS - 1]
        yield table


def _is_header(names: Sequence[str]) -> bool:
    """Short words in every field."""
    written = [name.strip() for name in names if name.strip()]
    return len(written) >= _LEAST_FIELDS and all(
        len(name) <= _LONGEST_HEADER and _WORD.match(name) and not any(c.isdigit() for c in name) for name in written
    )


def _row(source: Source, start: int, end: int, fields: Sequence[str]) -> Row:
    row: Row = {}
    position = start
    for column, written in enumerate(fields):
        text = " ".join(written.split())
        place = source.text.find(written, position, end) if written else -1
        if place >= 0:
            position = place + len(written)
            if text:
                row[column] = Cell(text, place, place + len(written))
    return row
