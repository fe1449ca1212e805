"""An agreement's numbers where no word `Nomor` with a colon leads to them: registers, labels, tables, the foot of the paper."""

import re

from nlp.components.label_rows import label_rows
from nlp.components.number_forms import (
    BLANK_INSIDE,
    CITED_AFTER,
    CITED_BEFORE,
    OTHER_NUMBER,
    STRICT,
    VALUE,
    is_date,
    tidy,
)
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.zones import zones

_LABEL = r"(?:no(?:mor)?|reg(?:ister|istrasi)?|agenda|arsip|ref)"
# `Nomor Setwan`, `Reg. Bitung`, `No. Register (Pihak II)`, `arsip`, at the start of a line or behind a rule.
_LABELLED = re.compile(
    r"(?:^|[·•|—–;,(]|\s{3}|(?<=[\d_]\s))[^\w\n]{0,8}(?P<label>(?i:"
    + _LABEL
    + r")\b\.?(?:[ ]+(?i:"
    + _LABEL
    + r")\b\.?)?"
    r"(?:[ ]+\(?[A-Z][\w.&]*\)?){0,4}?)\s*[:.]?\s*(?P<value>" + STRICT + r")",
    re.M,
)
# A short label in place of the word: `P-I : 12/KS/2024  P-II : 34/KS/2024`.
_SHORT = re.compile(r"(?:^|\s)\(?P-?\s?(?:[IVX]{1,4}|\d)\)?\s*:\s*(?P<value>" + STRICT + r")", re.M)
# `Dibukukan pada RUMAH SAKIT di bawah nomor 445/217/2023`.
_ENTERED = re.compile(r"\b(?:di\s*bawah|dengan)\s+(?:nomor|no\.?)\s*:?\s*(?P<value>" + STRICT + r")", re.I)
_ENTERED_BY = re.compile(
    r"\b(?:dibukukan|dicatat|didaftar\w*|(?:di|ter)?regist\w*|terdaftar|tercatat|diagendakan)\b", re.I
)
# A further number behind one: `(Metro) · 100.3.7.1/29/2025 (Pesawaran)`.
_FURTHER = re.compile(r"\s*(?:\([^()\n]{2,40}\))?\s*(?:[;&·•|,—–]|\bdan\b)\s*(?P<value>" + STRICT + r")")
_ROW_LABEL = re.compile(rf"^{_LABEL}\b", re.I)
_COLUMN = re.compile(
    rf"^\W*{_LABEL}\W*(?:\s*(?:agenda|naskah|dokumen|register|registrasi|surat|perjanjian|kesepakatan|nota|pks|mou|kerja\s?sama))?\W*$",
    re.I,
)
_TAIL = 900  # characters: signatures and what stands below them


def labelled_numbers(source: Source, title_end: int) -> list[str]:
    """The numbers of an identity sheet, of labels in the title block, of the paper's foot; the first of these that has any."""
    text = source.text
    parts = zones(source)
    foot = parts.ending if parts.ending > 0.4 * parts.end else parts.end - _TAIL
    if not parts.title_end:  # no opening: the block ends where it was cut off, maybe amid a line
        title_end = max(title_end, text.find("\n", title_end))
        title_end = title_end if "\n" in text[title_end:] else len(text)
    foot = max(0, min(foot, len(source.flat.text) - 1))
    start = source.flat.span(foot, foot + 1)[0] if source.flat.text else 0
    return (
        row_numbers(source)
        or _labelled(text[:title_end])
        or _alone(source, title_end)
        or _of_columns(source)
        or _across(source)
        or _labelled(text[start:])
        or _entered(text[start:])
        or _labelled("\n".join(dict.fromkeys(text[first:last] for first, last in source.running)))
    )


# On a line of the title block with nothing beside it but whose it is: `PRM : 119/07/NK/IV-2025`.
_ALONE = re.compile(r"^[^\w\n]*(?:[A-Z][A-Z-]{1,9}\s*[:=]\s*)?(?P<value>" + STRICT + r")[^\w\n]*$", re.M)


def _alone(source: Source, title_end: int) -> list[str]:
    """Outside of tables, whose cells say in another cell what they hold."""
    blocks = [
        block.text for block in source.blocks if block.end <= title_end and block.block.kind is not BlockKind.CELL
    ]
    text = "\n".join(blocks)
    values = [found.group("value") for found in _ALONE.finditer(text) if _own(text, found.end(), found.group("value"))]
    return list(dict.fromkeys(map(tidy, values)))


_FOOT = re.compile(
    r"^\W*(?:(?:siaran\s+pers|press\s+release|rilis|dokumen|naskah|laporan)\s+)?(?:no(?:mor)?|reg(?:ister|istrasi)?|arsip|kode)\b"
    r"\.?(?:\s+(?:reg(?:ister|istrasi)?|dokumen|naskah|arsip)\b\.?)?\s*[:.]?\s*(?P<value>" + STRICT + r")",
    re.I | re.M,
)


def foot_numbers(source: Source) -> list[str]:
    """The number of a report or a press release in its last lines: `Reg. 100.3/27/HUK/2025`."""
    foot = source.text[-400:]
    found = (match for match in _FOOT.finditer(foot) if _own(foot, match.end(), match.group("value")))
    return [tidy(match.group("value")) for match in found][:1]


def row_numbers(source: Source, until: int | None = None) -> list[str]:
    """The numbers in the rows `Nomor` of an identity sheet; `until`: only of rows that begin before the offset."""
    found = [
        tidy(value)
        for row in label_rows(source, typed=False, until=until)
        if _ROW_LABEL.match(row.label) and OTHER_NUMBER.search(row.label) is None
        for value in _values_of(row.value)
    ]
    return [value for value in dict.fromkeys(found) if not is_date(value) and re.search(r"\d\D*\d", value)]


# A line of a row `Nomor` that says whose the number is: `Fakultas Teknik: 12/UN8/2025`, `PIHAK I 12/A/2025`.
_LINE_OF_ROW = re.compile(
    r"\W*(?:[A-Za-z][\w .&()-]{0,60}?(?:\s*[:=–]\s*|\s+))?(?P<value>" + STRICT + r")(?:\s*\([^()]*\))?\W*"
)


def _values_of(written: str) -> list[str]:
    """The number of a row, or the numbers of its lines, one of each party; none where a line holds anything else."""
    if re.fullmatch(VALUE, written):
        return [written]
    lines = [_LINE_OF_ROW.fullmatch(line.strip()) for line in re.split(r"\n|;", written) if line.strip()]
    own = [found.group("value") for found in lines if found is not None and not OTHER_NUMBER.search(found.group())]
    return own if len(own) == len(lines) else []


def _labelled(text: str) -> list[str]:
    found: dict[int, str] = {}
    for pattern in (_LABELLED, _SHORT):
        for match in pattern.finditer(text):
            value = match.group("value")
            line = text[text.rfind("\n", 0, match.start("value")) + 1 : match.start("value")]
            label = match.groupdict().get("label") or ""
            if OTHER_NUMBER.search(label) or CITED_BEFORE.search(line) or not _own(text, match.end(), value):
                continue
            found[match.start("value")] = tidy(value)
            position = match.end()
            while (other := _FURTHER.match(text, position)) is not None:
                position = other.end()
                if _own(text, position, other.group("value")):
                    found[other.start("value")] = tidy(other.group("value"))
    return list(dict.fromkeys(found[place] for place in sorted(found)))


def _own(text: str, end: int, value: str) -> bool:
    """No day, no blank, no paper of another date."""
    return (
        not is_date(value)
        and BLANK_INSIDE.search(value) is None
        and CITED_AFTER.match(text[end : end + 40]) is None
        and re.match(r"\s*/|\.{2,}|…|_{2}", text[end : end + 6]) is None
    )


def _entered(text: str) -> list[str]:
    if _ENTERED_BY.search(text) is None:
        return []
    found = [match for match in _ENTERED.finditer(text) if _own(text, match.end(), match.group("value"))]
    return list(dict.fromkeys(tidy(match.group("value")) for match in found))


def _across(source: Source) -> list[str]:
    """The row `Nomor naskah` of a table with a column for each party."""
    rows: dict[tuple[int, int | None, int | None], list[str]] = {}
    for block in source.blocks:
        if block.block.kind is BlockKind.CELL:
            rows.setdefault((block.page.number, block.block.table, block.block.row), []).append(block.text.strip())
    typed = (source.text[start:stop].strip("| ").split("|") for start, stop in source.lines)
    for head, *cells in [*rows.values(), *([cell.strip() for cell in row] for row in typed if len(row) > _TWO)]:
        if len(cells) < _TWO or _COLUMN.match(head) is None:
            continue
        values = [tidy(cell) for cell in cells if re.fullmatch(STRICT, cell) and _own(cell, len(cell), cell)]
        if len(values) == len(cells) == len(set(values)):
            return values
    return []


_TWO = 2  # parties at least


def _of_columns(source: Source) -> list[str]:
    """The column `No. agenda` of a table of those who sign, typed or laid out."""
    cells = [
        block.text.strip()
        for block in source.blocks
        if block.block.kind is BlockKind.CELL and _COLUMN.match(block.block.header or "")
    ]
    column: int | None = None
    width = 0
    for start, stop in source.lines:
        row = [cell.strip() for cell in source.text[start:stop].split("|")]
        heads = [index for index, cell in enumerate(row) if index and _COLUMN.match(cell)]
        if heads and len(row) > 2:
            column, width = heads[-1], len(row)
        elif column is not None and len(row) == width:
            cells.append(row[column])
    found = [cell for cell in cells if re.fullmatch(VALUE, cell) and re.search(r"\d\D*\d", cell) and not is_date(cell)]
    return list(dict.fromkeys(found))
