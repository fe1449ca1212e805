"""Recommendations that bear codes (`U-1`, `R2`, `Saran 3`) and the table or list elsewhere that says by these who acts and by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from nlp.components.recommendation_columns import OWNER, TIME, column_for, headers_of
from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_meta import Meta
from nlp.components.recommendation_who_when import who_and_when
from nlp.components.recommendation_words import is_action, is_rejected
from nlp.pages import BlockKind
from nlp.source import Source

_I = re.IGNORECASE
_WORD = r"(?:no(?:mor)?\.?|butir|poin|usul(?:an)?|saran|rekomendasi|rek|aksi|gagasan|masukan)"
_CODE = rf"(?:[A-Z]{{1,4}}[\s.-]?\d{{1,2}}|(?i:{_WORD})[\s.-]?(?:ke-?)?\d{{1,2}})"
_OPENING = re.compile(rf"\W{{0,2}}(?P<code>{_CODE}|\d{{1,2}})\s*[\])]?\s*(?:[.:)=|–—-]|->|=>|→)*\s*")
_CODED = re.compile(rf"[\[(]?(?P<code>{_CODE})[\])]?\s*(?:[.:)=|–—]|->|=>|→)*\s+(?=\S)")
_ONE = re.compile(rf"{_CODE}|\d{{1,2}}")
_CELL = re.compile(
    rf"\W*(?:{_CODE}|\d{{1,2}})(?:\s*(?:,|;|/|&|dan|s\.?d\.?|s/d|sampai|[–-])\s*(?:{_CODE}|\d{{1,2}}))*\W*", _I
)
_SPAN = re.compile(r"\s*(?:s\.?d\.?|s/d|sampai|[–-])\s*", _I)
_PROPOSED = re.compile(r"usul|saran|rekomendasi|masukan|gagasan|aksi|butir|rtl|tindak\s+lanjut", _I)
_LEAST = 2  # rows
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Row:
    codes: tuple[str, ...]
    owner: str | None
    time: str | None
    proposed: bool  # the plan says that its codes are proposals'
    place: int  # of the unit, before which or behind which the items stand


def join(source: Source, units: Sequence[Unit], meta: Meta) -> dict[int, int]:
    """By the id of each unit that bears a code that a plan names where its own words begin; what the plan says is put beside it."""
    joined: dict[int, int] = {}
    rows = list(_of_tables(units))
    coded = {code: (unit, start) for unit, code, start in _items(source, units)} if rows or _may_list(units) else {}
    if len(coded) >= _LEAST:
        rows += _of_lines(source, units, meta)
    for row in rows:
        numbers = _numbered(source, units, row) if all(code.isdigit() for code in row.codes) else {}
        for code in row.codes:
            found = numbers.get(code) or coded.get(code)
            if found is None:
                continue
            unit, start = found
            meta.add(unit, row.owner, row.time)
            text = unit.text[start:]
            sure = not code.isdigit() and (row.proposed or is_action(text))
            if sure and not is_rejected(text) and len(unit.pieces) == 1:
                joined[id(unit)] = start
    return joined


def _may_list(units: Sequence[Unit]) -> bool:
    return sum(unit.mark_kind == "n." or _CODED.match(unit.text) is not None for unit in units) >= 2 * _LEAST


def _key(code: str) -> str:
    """`U-1`, `U1`, `u 1` are one; `Saran 3` and `No. 3` are `3`."""
    if re.match(_WORD, code, _I) and not re.match(r"rek[\s.-]?\d", code, _I):
        code = re.sub(r"\D", "", code)
    return re.sub(r"\W", "", code).upper().lstrip("0")


def _codes(text: str) -> tuple[str, ...]:
    """`U-1 s.d. U-3`, `2, 4 dan 5`: the codes one by one."""
    named = list(_ONE.finditer(text))
    keys = [_key(match.group()) for match in named]
    if len(named) == 2 and _SPAN.fullmatch(text, named[0].end(), named[1].start()):
        first, last = (re.match(r"(\D*)(\d+)$", key) for key in keys)
        if first and last and last[1] in ("", first[1]) and int(first[2]) < int(last[2]) < int(first[2]) + 20:
            return tuple(f"{first[1]}{number}" for number in range(int(first[2]), int(last[2]) + 1))
    return tuple(keys)


def _of_tables(units: Sequence[Unit]) -> Iterator[_Row]:
    """The rows of each table that has a column of codes, one of owners or times, and none that says what is to be done."""
    places = {id(unit): place for place, unit in enumerate(units) if unit.kind is BlockKind.CELL}
    cells = (unit for unit in units if unit.kind is BlockKind.CELL)
    for _, group in groupby(cells, key=lambda unit: (unit.owner.table, unit.owner.table is None and unit.page)):
        table = list(group)
        rows: dict[int, dict[int, str]] = {}
        for cell in table:
            if cell.owner.row and cell.owner.column is not None:
                rows.setdefault(cell.owner.row, {})[cell.owner.column] = cell.text
        if len(rows) < _LEAST:
            continue
        headers = headers_of(table)
        column = _code_column(rows)
        if column is None:
            continue
        owner, time = (column_for(headers, pattern, {column}) for pattern in (OWNER, TIME))
        header = headers.get(column, "")
        numbers = all(code.isdigit() for row in rows.values() for code in _codes(row.get(column, "")))
        proposed = bool(_PROPOSED.search(header))
        if (owner is None and time is None) or (numbers and not proposed and (owner is None or time is None)):
            continue
        if any(_tells_what(rows, at) for at in headers if at not in (column, owner, time)):
            continue  # what is to be done stands in the table itself
        place = places[id(table[0])]
        for row in rows.values():
            yield _Row(
                _codes(row.get(column, "")),
                row.get(owner) if owner is not None else None,
                row.get(time) if time is not None else None,
                proposed,
                place,
            )


def _tells_what(rows: dict[int, dict[int, str]], column: int) -> bool:
    """Most cells of the column are actions, and no mere notes of two or three words."""
    texts = [row[column] for row in rows.values() if column in row]
    acts = sum(is_action(text) and len(text.split()) > _LEAST_WORDS for text in texts)
    return 2 * acts > len(texts)


def _code_column(rows: dict[int, dict[int, str]]) -> int | None:
    columns = sorted({column for row in rows.values() for column in row})
    return next((at for at in columns if all(_CELL.fullmatch(row.get(at, "-")) for row in rows.values())), None)


def _items(source: Source, units: Sequence[Unit]) -> Iterator[tuple[Unit, str, int]]:
    """The units that begin with a code and say something of their own behind it."""
    for unit in units:
        if unit.kind in (BlockKind.CELL, BlockKind.NOTE) or is_heading(unit):
            continue
        code, start = _code_of(source, unit)
        text = unit.text[start:]
        if code and not code.isdigit() and len(text.split()) >= _LEAST_WORDS and who_and_when(text) is None:
            yield unit, code, start


def _code_of(source: Source, unit: Unit) -> tuple[str, int]:
    """The code that a unit begins with and where its own words begin; empty without one."""
    if unit.mark_kind is not None:
        line = source.text.rfind("\n", 0, unit.start) + 1
        mark = unit.owner.mark or source.text[line : unit.start]
        if match := _OPENING.fullmatch(mark.strip()):
            return _key(match["code"]), 0
    match = _CODED.match(unit.text)
    return (_key(match["code"]), match.end()) if match else ("", 0)


def _of_lines(source: Source, units: Sequence[Unit], meta: Meta) -> Iterator[_Row]:
    """`U-1: Kepala DLH, 31 Maret 2026`, `R1 dan R3 → Dinas Sosial`: lines that say who and when of codes."""
    for place, unit in enumerate(units):
        if unit.kind in (BlockKind.CELL, BlockKind.HEADING) or len(unit.pieces) != 1:
            continue
        line = source.text.rfind("\n", 0, unit.start) + 1
        text = source.text[line : unit.end]
        match = re.match(
            rf"\W{{0,3}}(?P<codes>{_CODE}(?:\s*(?:,|;|/|&|dan|s\.?d\.?|[–-])\s*{_CODE})*)\s*(?:[.:)=|–—-]|->|=>|→|\boleh\b)+\s*",
            text,
        )
        if match is None or (said := who_and_when(" ".join(text[match.end() :].split()))) is None:
            continue
        meta.lines.add(id(unit))
        yield _Row(_codes(match["codes"]), *said, True, place)


def _numbered(source: Source, units: Sequence[Unit], row: _Row) -> dict[str, tuple[Unit, int]]:
    """The items of the numbered list nearest before the plan, by their numbers."""
    found: dict[str, tuple[Unit, int]] = {}
    last: int | None = None
    for unit in reversed(units[: row.place]):
        if unit.kind in (BlockKind.CELL, BlockKind.NOTE) or unit.mark_kind is None:
            continue
        code, start = _code_of(source, unit)
        if not code.isdigit():
            continue
        if last is not None and int(code) != last - 1:
            break
        last = int(code)
        found[code] = (unit, start)
        if last == 1:
            break
    return found
