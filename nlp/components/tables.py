"""The tables of a document, those that the reader found and those typed with `|`: headers and rows of cells with their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from nlp.components.people_names import find_nips, leading_name
from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_units import Unit, flat, units_of
from nlp.source import Source

_RULE = re.compile(r"[-+=|\s]+")
# Rows that the reader joined into one paragraph part before their running number, at a rule, after a number of persons.
_NEXT_ROW = re.compile(
    r"\s+-{3,}[-+\s]*(?=\w|$)|(?<=orang)\s+(?=[A-Z][^|]*\|)"
    # The last three digits of a NIP printed with blanks are no running number.
    r"|(?<!\d\d\s[12])\s+(?=\d{1,3}\.?\s*\|)|\n|\s+(?=\|\s*\d{1,3}\.?\s*\|)"
)
_SHORT = 80  # characters of a line that may be a table's caption
_SAME_AS_ABOVE = re.compile(r"(?:sda|s\.d\.a|idem|[〃″\"“”]|-\s*[\"”″]\s*-)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` on one line; its place in the whole text. A cell that says `sda` has the text and place of the one above."""

    text: str
    start: int
    end: int
    row_span: int = 1


Row = dict[int, Cell]


@dataclass(slots=True)
class Table:
    """`lead`: the heading above the table and the short line right before it. `headers` by column; `rows` without the header row."""

    lead: str
    headers: dict[int, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    typed: bool = False

    def column(self, pattern: re.Pattern[str], *, taken: Sequence[int | None] = ()) -> int | None:
        """The first column whose header matches."""
        return next(
            (
                column
                for column, text in sorted(self.headers.items())
                if column not in taken and len(text) < 60 and pattern.search(text)
            ),
            None,
        )


def is_label(unit: Unit) -> bool:
    """A heading, or a line that announces what follows."""
    return is_heading(unit) or unit.text.endswith(":")


def tables_of(source: Source, units: Sequence[Unit]) -> list[Table]:
    """Every table in reading order. Not to be changed: the callers share those of a document's own units."""
    return _all_tables(source) if units is units_of(source) else _tables(source, units)


@lru_cache(maxsize=1)  # two components ask in turn, one of them twice
def _all_tables(source: Source) -> list[Table]:
    return _tables(source, units_of(source))


def _tables(source: Source, units: Sequence[Unit]) -> list[Table]:
    found: list[Table] = []
    heading = before = ""
    run: list[Unit] = []
    for unit in [*units, None]:
        if run and (unit is None or not _goes_on(run, unit)):
            lead = f"{heading} {before}".strip()
            if run[0].owner.table is None:
                found.append(_typed(source, run, lead))
            else:
                found += [_native(cells, lead) for cells in _by_table(run)]
            run = []
        if unit is None:
            break
        if unit.owner.table is not None or _is_typed_row(unit):
            run.append(unit)
        elif is_label(unit):
            heading, before = unit.text, ""
        else:
            before = unit.text if len(unit.text) <= _SHORT and not unit.text.endswith(".") else ""
    return [table for table in found if table.rows]


def _by_table(cells: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The cells of each table among cells that follow each other: a table within a cell parts those around it."""
    by_number: dict[int | None, list[Unit]] = {}
    for unit in cells:
        by_number.setdefault(unit.owner.table, []).append(unit)
    for run in by_number.values():
        begin = 0
        for place in range(1, len(run)):
            # A table goes on over the page's end when its rows count on.
            same = run[place].page == run[place - 1].page
            if not same and (run[place].owner.row or 0) <= (run[place - 1].owner.row or 0):
                yield run[begin:place]
                begin = place
        yield run[begin:]


def _goes_on(run: Sequence[Unit], unit: Unit) -> bool:
    before = run[-1]
    if unit.owner.table is None:
        return before.owner.table is None and (_is_typed_row(unit) or _RULE.fullmatch(unit.text) is not None)
    return before.owner.table is not None


def _is_typed_row(unit: Unit) -> bool:
    return unit.owner.table is None and unit.text.count("|") >= 2


def _native(cells: Sequence[Unit], lead: str) -> Table:
    rows: dict[int, Row] = {}
    marked: dict[int, str] = {}
    below: list[int] = []  # rows that stand below a head
    for unit in cells:
        block = unit.owner
        if block.row is None or block.column is None:
            continue
        rows.setdefault(block.row, {})[block.column] = Cell(unit.text, unit.start, unit.end, block.row_span)
        if block.header:
            marked.setdefault(block.column, block.header)
            below.append(block.row)
    first = min(rows, default=0)
    headers = {**{column: cell.text for column, cell in rows.get(first, {}).items()}, **marked}
    has_header = bool(marked) and all(
        " ".join(headers[column].split()) == cell.text for column, cell in rows[first].items() if column in marked
    )
    heads = {
        number for number in rows if number < min(below, default=0)
    }  # a head of two rows: `Peserta` above `Nama`, `NIP`
    if has_header:
        heads.add(first)
    if _is_of_person(headers):
        headers, heads = {}, set()
    body = [rows[number] for number in sorted(rows) if number not in heads]
    return Table(lead, headers, _filled(_unwrapped(body, headers)))


_TOTAL = re.compile(r"\W*(?:jumlah|total|grand\s+total)\b[\w\s]{0,20}\W*$", re.I)


def _is_of_person(first: dict[int, str]) -> bool:
    """A person's row or the `Nama | X` of a form, no header."""
    texts = list(first.values())
    named = len(texts) == 2 and texts[0].casefold().startswith("nama")
    return any(find_nips(text) for text in texts) or (named and leading_name(texts[1].lstrip(": ")) is not None)


def _unwrapped(rows: Sequence[Row], headers: dict[int, str]) -> list[Row]:
    """The rows of a table with running numbers, what a wrapped cell left in a row of its own put back."""
    joined: list[Row] = []
    for row in rows:
        numbered = headers.get(0, "").strip(" .").casefold() in {"no", "nomor"}
        if joined and numbered and 0 not in row and not _is_total(row) and _wraps(joined[-1], row, len(headers)):
            _append(joined[-1], row)
        else:
            joined.append(row)
    return joined


def _is_total(row: Row) -> bool:
    """`Jumlah | 16` below the last row."""
    return any(_TOTAL.match(cell.text) for cell in row.values())


def _wraps(above: Row, row: Row, width: int) -> bool:
    return above.get(0, Cell("", 0, 0)).row_span == 1 and len(row) <= width // 2


def _append(above: Row, row: Row) -> None:
    for column, cell in row.items():
        before = above.get(column)
        text = f"{before.text} {cell.text}" if before else cell.text
        above[column] = Cell(text, before.start if before else cell.start, (before or cell).end)


def _typed(source: Source, lines: Sequence[Unit], lead: str) -> Table:
    rows: list[Row] = []
    for unit in lines:
        for start, end in _typed_rows(source.text[unit.start : unit.end]):
            cells = dict(enumerate(_cells(source, unit.start + start, unit.start + end)))
            filled = {column: cell for column, cell in cells.items() if cell.text}
            if rows and filled and _is_continuation(rows[-1], cells, filled):
                _append(rows[-1], filled)
            elif filled:
                rows.append(filled)
    headers = {column: cell.text for column, cell in rows[0].items()} if rows else {}
    return Table(lead, headers, _filled(rows[1:]), typed=True)


def _typed_rows(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _NEXT_ROW.finditer(text):
        if text[start : match.start()].count("|") >= 1:
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def _cells(source: Source, start: int, end: int) -> Iterator[Cell]:
    text = source.text[start:end]
    inner = text.strip()
    if _RULE.fullmatch(inner):
        return
    lead = len(text) - len(text.lstrip())
    if inner.startswith("|"):
        lead, inner = lead + 1, inner[1:]
    position = start + lead
    for part in inner.removesuffix("|").split("|"):
        left = len(part) - len(part.lstrip())
        words = part.strip()
        yield Cell(flat(words), position + left, position + left + len(words))
        position += len(part) + 1


def _is_continuation(above: Row, cells: Row, filled: Row) -> bool:
    """A wrapped cell: its row has no number and most of it is empty."""
    return (
        0 not in filled and len(cells) >= 3 and len(filled) <= len(cells) // 2 and 0 in above and not _is_total(filled)
    )


def _filled(rows: Sequence[Row]) -> list[Row]:
    """The rows, `sda` replaced by the cell above."""
    last: Row = {}
    for row in rows:
        for column, cell in row.items():
            if column in last and _SAME_AS_ABOVE.fullmatch(cell.text):
                row[column] = last[column]
        last = {**last, **row}
    return list(rows)
