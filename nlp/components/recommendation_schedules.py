"""What a table states of an action in the head of a ticked column (by when, or who is to act) or in the row that heads a group."""

import re
from collections.abc import Mapping, Sequence

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_marks import Unit

# What fills the field of a schedule: a tick, a cross, a bullet, a bar.
_TICK = re.compile(r"[\s√✓✔☑☒✗xXvV●•■▪◆▲★*=→>–—-]{1,8}|\d{1,3}\s?%")
_BLANK = re.compile(r"[\s.–—-]*")
# What a matrix of responsibilities says of each unit: `P` or `D`, `R/A`, `PJ`, `U1`.
_ROLE = re.compile(r"[A-Z]{1,2}(?:\s*[/,]\s*[A-Z]{1,2})?|●|○|■|□|▲|△|★|☆")
# Who is to act, by the names that the document gives it or by those of everyone: `P = penanggung jawab`, `R: responsible`.
_LEADS = re.compile(
    r"(?<!\w)(?P<role>[A-Z]{1,2}|[●○■□▲△★☆])\s*[=:–]\s*(?:penanggung\s*-?\s*jawab|pelaksana\s+utama|utama\b|pengampu|responsible|lead(?:ing|er)?\b|koordinator|pemilik|pemimpin)",
    re.IGNORECASE,
)
_USUAL_LEADS = ("PJ", "P", "R", "L", "U")
_YEAR = re.compile(r"\b20[1-6]\d\b")
_MOST_IN_GROUP_ROW = 3  # cells of a row that heads a group: its letter, its name, its time


def ticked_times(cells: Sequence[Unit], headers: Mapping[int, str], taken: set[int]) -> dict[int, str]:
    """By row the head of the last ticked of the columns whose heads state times: `30 hari (s.d. akhir Maret 2026)`, `April 2026`."""
    columns = {
        column: header
        for column, header in headers.items()
        if column not in taken and (stated := find_deadline(header, column=True)) and stated.last is not None
    }
    for cell in cells:
        block = cell.owner
        if block.column in columns and block.row and not _TICK.fullmatch(cell.text):
            return {}
    if len(columns) < 2:
        return {}
    found: dict[int, tuple[int, str]] = {}
    for cell in cells:
        block = cell.owner
        if block.row and block.column in columns and not _BLANK.fullmatch(cell.text):
            last = block.column + block.column_span - 1
            last = last if last in columns else block.column
            found[block.row] = max(found.get(block.row, (-1, "")), (last, columns[last]))
    return {row: header for row, (_, header) in found.items()}


def ticked_owners(cells: Sequence[Unit], headers: Mapping[int, str], taken: set[int]) -> dict[int, str]:
    """By row the head of the one ticked of the columns that hold ticks alone: `Bappeda | BKPSDM`, `Asal | Tujuan`."""
    held = _below(cells, headers, taken)
    columns = {
        column
        for column, below in held.items()
        if headers[column].strip()
        and find_deadline(headers[column], column=True) is None
        and all(_TICK.fullmatch(cell.text) for cell in below)
        and not all(cell.text.strip().isdigit() or _BLANK.fullmatch(cell.text) for cell in below)
    }
    if len(columns) < 2:
        return {}
    marked: dict[int, list[int]] = {}
    for column in sorted(columns):
        for cell in held[column]:
            if cell.owner.row and not _BLANK.fullmatch(cell.text):
                marked.setdefault(cell.owner.row, []).append(column)
    return {row: headers[found[0]] for row, found in marked.items() if len(found) < len(columns)}


def charged_owners(text: str, cells: Sequence[Unit], headers: Mapping[int, str], taken: set[int]) -> dict[int, str]:
    """By row the head of the one column in which a matrix of responsibilities has the role that is to act: `P`, not `D`."""
    held = {
        column: below
        for column, below in _below(cells, headers, taken).items()
        if headers[column].strip() and all(_ROLE.fullmatch(cell.text) or _BLANK.fullmatch(cell.text) for cell in below)
    }
    roles = {role for below in held.values() for cell in below for role in _roles(cell)}
    if len(held) < 2 or len(roles) < 2:
        return {}
    told = next((match["role"].upper() for match in _LEADS.finditer(text) if match["role"].upper() in roles), None)
    leads = told or next((role for role in _USUAL_LEADS if role in roles), None)
    found: dict[int, list[str]] = {}
    for column, below in sorted(held.items()):
        for cell in below:
            if cell.owner.row and leads in _roles(cell):
                found.setdefault(cell.owner.row, []).append(headers[column])
    return {row: heads[0] for row, heads in found.items() if told or len(heads) == 1}


def _roles(cell: Unit) -> list[str]:
    return [] if _BLANK.fullmatch(cell.text) else re.split(r"\s*[/,]\s*", cell.text)


def _below(cells: Sequence[Unit], headers: Mapping[int, str], taken: set[int]) -> dict[int, list[Unit]]:
    """By column the cells below its head, those of the columns `taken` left out."""
    held: dict[int, list[Unit]] = {}
    for cell in cells:
        column = cell.owner.column
        if cell.owner.row and column is not None and column in headers and column not in taken:
            held.setdefault(column, []).append(cell)
    return held


def group_rows(cells: Sequence[Unit], column: int, width: int) -> dict[int, str]:
    """The rows that head a group of others, such as `A | Jangka pendek (over three columns) | 2024`, and what they say."""
    rows: dict[int, list[Unit]] = {}
    for cell in cells:
        if cell.owner.row is not None and cell.owner.column is not None:
            rows.setdefault(cell.owner.row, []).append(cell)
    found: dict[int, str] = {}
    for row, group in rows.items():
        spans = any(
            cell.owner.column_span > 1 and cell.owner.column <= column < cell.owner.column + cell.owner.column_span
            for cell in group
            if cell.owner.column is not None
        )
        if row and spans and len(group) <= _MOST_IN_GROUP_ROW and 1 < len(group) < width:
            found[row] = " ".join(cell.text for cell in group if len(cell.text) > 1)
    return found


def with_year(time: str | None, heading: str | None) -> str | None:
    """`Triwulan IV` in a group headed `Jangka pendek 2024` is that of its year."""
    if not time or not heading or _YEAR.search(time):
        return time
    years = set(_YEAR.findall(heading))
    if len(years) != 1:
        return time
    dated = f"{time} {years.pop()}"
    stated = find_deadline(dated, column=True)
    return (
        dated if stated is not None and stated.last is not None and find_deadline(time, column=True) is None else time
    )
