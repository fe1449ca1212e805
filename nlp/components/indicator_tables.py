"""Performance figures in tables: the name in a row's first cells or in the column's header, whose it is in the other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlp.components.indicator_cards import like
from nlp.components.indicator_finder import Finder
from nlp.components.indicator_measures import ANY, MEASURES, VALUES
from nlp.components.indicator_values import is_year
from nlp.components.indicator_words import SCORED, YEAR, Owner, year_of
from nlp.components.recommendation_words import is_action
from nlp.source import SourceBlock

_NO_ACHIEVEMENT: Final = re.compile(
    r"target|sasaran|rencana|selisih|gap|bobot|standar|no\b|"
    # How many are placed where, what is asked of them.
    r"^\W*(?:(?:jumlah|jml|jlh|kuota|banyak(?:nya)?)\W*(?:(?:peserta|orang|org|pegawai|asn|hari|jp)\W*)?|orang|org|hari|jp|jam|durasi|lama)\W*$",
    re.IGNORECASE,
)
# A table whose rows are measures of performance, and a row of it that no list of names knows.
_OF_MEASURES: Final = re.compile(
    r"\W*(?:indikator|ukuran|parameter|indeks|capaian|kinerja)\b(?!.*\b(?:target|sasaran)\b)", re.IGNORECASE
)
_MEASURE_NAME: Final = re.compile(r"(?!(?:target|sasaran|jumlah)\b)[A-Za-z][^\d%:;.]{5,60}", re.IGNORECASE)
_SHARE: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|persen)")
_SHARES: Final = next(place for place, measure in enumerate(MEASURES) if not measure.name and measure.of_both)
_LONGEST_NAME: Final = 3  # blanks
Rows = dict[int, list[SourceBlock]]


def read_table(finder: Finder, cells: Sequence[SourceBlock]) -> None:
    """Note every figure of one table."""
    rows: Rows = {}
    for cell in cells:
        rows.setdefault(cell.block.row or 0, []).append(cell)
    for row in rows.values():
        row.sort(key=lambda cell: cell.block.column or 0)
    header_rows = _header_rows(rows)
    caption = finder.owners.before(cells[0].start, MEASURES[-1])
    for row in [row for number, row in sorted(rows.items()) if number not in header_rows]:
        named = next((cell for cell in row[:3] if ANY.search(cell.text)), None)
        for cell in row:
            heads = _heads(cell, [rows[number] for number in header_rows])
            if _NO_ACHIEVEMENT.search(_header(cell, heads)):
                continue
            if named is not None and cell is not named:
                if cell.start > named.start:
                    _read_cell(finder, cell, named, heads, caption, row)
            elif named is None and cell is not row[0] and (measured := _measured(row[0], rows[header_rows[0]])):
                _read_share(finder, cell, measured, heads, row)
            elif named is None and heads and ANY.search(heads[-1].text):
                owner = next(iter(finder.owners.between(row[0].start, row[-1].end)), None)
                _read_cell(finder, cell, heads[-1], [], owner or caption, row)


def _header_rows(rows: Rows) -> list[int]:
    """The first row, those below it that stand above the first cell with a header, and a row of years."""
    numbers = sorted(rows)
    body = next((number for number in numbers if any(cell.block.header for cell in rows[number])), None)
    heads = [number for number in numbers if body is not None and number < body] or numbers[:1]
    scored = next((place for place, number in enumerate(heads) if place and _is_scored(rows[number])), len(heads))
    heads = heads[:scored]
    below = next((number for number in numbers if number > heads[-1]), None)
    years = [cell.text.strip() for cell in rows[below] if cell.text.strip()] if below is not None else []
    if below is not None and len(years) > 1 and all(YEAR.fullmatch(year) for year in years):
        heads.append(below)  # `Sleman`, `Biak Numfor`, and below each `2022`, `2023`
    return heads


def _is_scored(row: Sequence[SourceBlock]) -> bool:
    """`Nilai SAKIP | B | A | 2024`: a row of values, though a reader took its short cells for headings."""
    cue = ANY.search(row[0].text)
    if cue is None or len(row) < 2:
        return False
    values = VALUES[int((cue.lastgroup or "m0")[1:])]
    return any((found := values.fullmatch(cell.text.strip())) and not is_year(found) for cell in row[1:])


def _heads(cell: SourceBlock, header_rows: Sequence[Sequence[SourceBlock]]) -> list[SourceBlock]:
    """The header cells above a cell, from the top; one that spans columns heads all of them."""
    found: list[SourceBlock] = []
    for row in header_rows:
        above = [head for head in row if (head.block.column or 0) <= (cell.block.column or 0)]
        head = above[-1] if above else None
        exact = head is not None and head.block.column == cell.block.column
        header = " ".join((cell.block.header or "").split())
        if head is not None and (exact or " ".join(head.text.split()) in header):
            found.append(head)
    return found


def _measured(first: SourceBlock, header: Sequence[SourceBlock]) -> str | None:
    """What a row of a table of performance measures is called, where it is none of those known by name."""
    head = next((cell.text for cell in header if cell.block.column == first.block.column), first.block.header or "")
    name = " ".join(first.text.split())
    return name if _OF_MEASURES.match(head) and _MEASURE_NAME.fullmatch(name) else None


def _read_share(
    finder: Finder, cell: SourceBlock, name: str, heads: Sequence[SourceBlock], row: Sequence[SourceBlock]
) -> None:
    """`Risalah tepat waktu | 2025 | 41% | 97%`: a share below the column of each of those compared."""
    text = cell.text.strip()
    owner = next((owner for head in reversed(heads) for owner in finder.owners.between(head.start, head.end)), None)
    if owner is None or not _SHARE.fullmatch(text):
        return
    parts = (*(head.text for head in reversed(heads)), *(beside.text for beside in row))
    year = next((year_of(found.group(1)) for part in parts if (found := YEAR.search(part))), None)
    offset = cell.start + (len(cell.text) - len(cell.text.lstrip()))
    owner = replace(owner, itself=owner.agency is not None)
    finder.add(_SHARES, owner, text, year, offset, offset + len(text), 0.75, name, apart=year is not None)


def _header(cell: SourceBlock, heads: Sequence[SourceBlock]) -> str:
    return " ".join(head.text for head in heads) or cell.block.header or ""


def _read_cell(
    finder: Finder,
    cell: SourceBlock,
    named: SourceBlock,
    heads: Sequence[SourceBlock],
    fallback: Owner | None,
    row: Sequence[SourceBlock],
) -> None:
    """The value in one cell of `row`; `named` holds the figure's name, `heads` are the column's."""
    cue = ANY.search(named.text)
    if cue is None or re.search(r"target|sasaran", named.text, re.IGNORECASE):
        return
    if named.text.count(" ") > _LONGEST_NAME and is_action(named.text):
        return  # `Menyebar tautan SKM otomatis …`: what is to be done
    number = int((cue.lastgroup or "m0")[1:])
    rest = YEAR.sub(" ", named.text[: cue.start()] + " " + named.text[cue.end() :])
    if MEASURES[number].thing and not SCORED.search(named.text) and re.search(r"\w", rest):
        return
    match = VALUES[number].match(cell.text.strip())
    if match is None or is_year(match):
        return
    if len(re.findall(r"\w+", re.sub(r"\([^)]*\)", "", cell.text.strip()[match.end() :]))) > 2:
        return
    owners = [owner for head in reversed(heads) for owner in finder.owners.between(head.start, head.end)]
    ours = [finder.owners.ours(finder.text, head.start, head.end) for head in heads]
    owners = owners or [owner for owner in ours if owner is not None]
    owners = [replace(owner, itself=True) if owner.agency else owner for owner in owners]
    owner = owners[0] if owners else next(iter(finder.owners.between(named.start, named.end)), fallback)
    kind = next((other.agency for other in finder.owners.between(named.start, named.end) if other.agency), None)
    if owners and kind and owner is not None:
        owner = like(owner, kind)  # `SAKIP DPMD` in the row, `Klaten` above
    years = [YEAR.search(part) for part in (cell.text, *(head.text for head in reversed(heads)), named.text)]
    years += [YEAR.fullmatch(beside.text.strip()) for beside in row]  # a column of years
    year = next((year_of(found.group(1)) for found in years if found is not None), None)
    offset = cell.start + (len(cell.text) - len(cell.text.lstrip()))
    sure = 0.9 if owners else 0.75
    finder.add(
        number, owner, match.group(), year, offset, offset + match.end(), sure, cue.group(), apart=year is not None
    )
