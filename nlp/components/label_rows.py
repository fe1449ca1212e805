"""Rows of a label and its value: the identity sheet of a document, as a table of two columns or as lines with a colon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock

_LONGEST_LABEL = 50
_TYPED = re.compile(r"^\W*(?P<label>[A-Za-z][\w ./()&-]{1,40}?)\s*(?::|\s\|\s|\s=\s)\s*:?\s*(?P<value>\S.*)$")
_COUNT = re.compile(r"^\W*(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})\W*$")
_THIS = re.compile(r"\b(?:(?:lembar|naskah|dokumen|perjanjian|adendum|addendum|perpanjangan|perubahan)\s+ini)\b", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """`text[start:end]` is the value that stands beside `label`."""

    label: str
    value: str
    start: int
    end: int


def label_rows(source: Source, *, typed: bool = True, until: int | None = None) -> Iterator[Row]:
    """Every row of a label and one value; of a table that compares papers the column of this one (`lembar ini`).

    `typed`: lines with a colon too; `until`: only rows that begin before the offset.
    """
    stop = len(source.text) if until is None else until
    yield from _table_rows(source, stop)
    if not typed:
        return
    for start, end in source.lines:
        if start >= stop:
            break
        line = source.text[start:end]
        found = _TYPED.match(line) if ":" in line or "|" in line or "=" in line else None
        if found is not None:
            first = start + found.start("value")
            yield Row(found.group("label").strip(" ."), found.group("value").strip(), first, end)


def _table_rows(source: Source, stop: int) -> Iterator[Row]:
    rows: dict[tuple[int, int | None, int | None], list[SourceBlock]] = {}
    for block in source.blocks:
        if block.start >= stop:
            break
        if block.block.kind is BlockKind.CELL and block.text.strip():
            rows.setdefault((block.page.number, block.block.table, block.block.row), []).append(block)
    for cells in rows.values():
        if len(cells) > 1 and _COUNT.match(cells[0].text):
            cells = cells[1:]  # the row's own number or letter
        if len(cells) > 2 and not re.sub(r"\W", "", cells[1].text):
            cells = [cells[0], *cells[2:]]  # a column of colons
        if len(cells) < 2 or len(cells[0].text) > _LONGEST_LABEL:
            continue
        if len(cells) == 2:
            value = cells[1]
        else:
            ours = [cell for cell in cells[1:] if _THIS.search(cell.block.header or "")]
            if len(ours) != 1:
                continue
            value = ours[0]
        written = value.text.strip(" \t\n:")
        if written:
            start = value.start + value.text.index(written)
            label = " ".join(cells[0].text.split()).strip(" :.")
            yield Row(label, written, start, start + len(written))
