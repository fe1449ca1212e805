"""The document's own numbers, as written: in the title block, in the letter's head, in a running head."""

import re

from nlp.components.contract_numbers import foot_numbers, labelled_numbers, row_numbers
from nlp.components.label_rows import label_rows
from nlp.components.number_forms import (
    OTHER_NUMBER,
    STRICT,
    VALUE,
    is_date,
    tidy,
)
from nlp.components.number_labels import numbers_in
from nlp.components.number_places import (
    below_label,
    below_lone_word,
    in_third_column,
    of_minutes,
    of_offices,
    referenced,
)
from nlp.extraction import Kind
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.zones import zones

ABOUT_LINE = re.compile(r"^\W*(?:tentang|mengenai|perihal|concerning|regarding)\W*$", re.I)
_NUMBER_WORD = re.compile(r"^\W*(?:nomor|no|number)\b", re.I)
# The number of a decree or a regulation on its own line: `NOMOR 312 TAHUN 2024`.
_OF_YEAR = re.compile(r"^\W*NOMOR\s*:?\s*(?P<value>\d+[\w./-]*\s+TAHUN\s+\d{4})\W*$", re.I | re.M)
# The same below the name of a circular, which may stand below its addressees.
_BELOW_NAME = re.compile(
    r"^\W*(?:SURAT\s+EDARAN|INSTRUKSI|MAKLUMAT|PENGUMUMAN)\b[^\n]*\n(?:[^\na-z]{4,120}\n){0,2}?\W*NOMOR\s*:?\s*(?P<value>\d+[\w./-]*\s+TAHUN\s+\d{4})\W*$",
    re.M,
)
# A label in place of the word: `PIHAK KESATU : 18/-1.799.21`.
_OF_PARTY = re.compile(r"^\W*PIHAK\s+(?:KE\w+|PERTAMA|[IVX]{1,4}|\d)\s*:\s*(?P<value>" + VALUE + r")\W*$", re.I | re.M)
# In the running text of a short paper: `Memorandum ini bernomor X (Lebak) dan Y (Sukabumi)`.
_SAID = re.compile(
    r"\bini\s+bernomor\s+(?P<first>"
    + VALUE
    + r")(?:\s*\([^)]{2,40}\))?(?:\s*(?:,|dan|,\s*dan)\s+(?P<second>"
    + VALUE
    + r"))?",
    re.I,
)


def numbers_of(source: Source, kind: Kind) -> list[str]:
    """The document's own numbers as written, blanks left out."""
    if kind in (Kind.MOU, Kind.AGREEMENT):
        return _contract_numbers(source)
    text = source.text
    if kind is Kind.LETTER:
        end = min((found.start() for found in _SALUTATION.finditer(text)), default=1500)
        head = text[: max(end, 300)]
        return (
            numbers_in(head, limit=1, lines_only=True, letter=True)
            or _bare_number(head)
            or _entries(source)
            or referenced(text[:_HEAD])
        )
    if kind is Kind.NEWS:
        return numbers_in(text[:400], limit=1, lines_only=True, heads=True) or foot_numbers(source)
    head = text[:_HEAD]
    if (of_year := _OF_YEAR.search(head[:500]) or _BELOW_NAME.search(text, 0, 1800)) is not None:
        return [" ".join(of_year.group("value").split())]
    section = _BODY_BEGINS.search(head)
    return (
        numbers_in(head[: section.start()] if section else head, limit=4, lines_only=True, together=True)
        or numbers_in(_running_text(source), limit=1, lines_only=False)
        or _entries(source)
        or referenced(head)
        or below_label(head)
        or of_minutes(text)
        or foot_numbers(source)
    )


_HEAD = 900  # characters: letterhead, the rows below it, a cover
_SALUTATION = re.compile(r"\b(?:dengan\s+hormat|menjawab|menindaklanjuti|sehubungan)\b", re.I)
_BODY_BEGINS = re.compile(r"^\W*(?:[A-Z]\.|I\.|1\.|BAB|DASAR|Dengan\s+hormat|Pada\s+hari|Berdasarkan)\s", re.M)


def _bare_number(head: str) -> list[str]:
    """The number that stands alone on its line below the letterhead."""
    alone = (re.fullmatch(r"\W*(" + STRICT + r")\W*", line.strip()) for line in head.split("\n")[:12])
    return next(([tidy(found.group(1))] for found in alone if found and not is_date(found.group(1))), [])


def _entries(source: Source) -> list[str]:
    """The row `Nomor` of a letter's head that is laid out as a table."""
    rows = label_rows(source, typed=False, until=_HEAD)
    found = (
        row.value
        for row in rows
        if re.fullmatch(r"no(?:mor)?(?:\s+(?:laporan|dokumen|naskah|surat))?", row.label, re.I)
        and re.fullmatch(VALUE, row.value)
    )
    return [tidy(value) for value in found][:1]


def _running_text(source: Source) -> str:
    return "\n".join(dict.fromkeys(source.text[start:end] for start, end in source.running))


def _contract_numbers(source: Source) -> list[str]:
    text = source.text
    parts = zones(source)
    end = source.flat.span(parts.title_end - 1, parts.title_end)[1] if parts.title_end else min(len(text), 1500)
    if _CHANGES.search(text[:400]) and (parent := _PARENT_SECTION.search(text, 0, end)) is not None:
        end = parent.start()
    block = text[:end]
    for first, last in source.running:
        if first < end:
            block = block[:first] + " " * (min(last, end) - first) + block[min(last, end) :]
    block = _without_parent(block)
    found = numbers_in(block, limit=12, lines_only=False) or _numbers_in_row(block) or below_lone_word(block)
    found = of_offices(block, found or in_third_column(block))
    rows = row_numbers(source, end)
    if len(rows) > len(found) and set(found) <= set(rows):
        found = rows  # an identity sheet whose row, or whose rows, hold a number for each party
    if not found:
        found = _column_numbers(source, end) or [match.group("value") for match in _OF_PARTY.finditer(block)]
    if not found and (said := _SAID.search(source.flat.text)) is not None:
        found = [value for value in said.groups() if value]
    if not found:
        found = numbers_in(_running_text(source), limit=12, lines_only=False)
    if not found:  # a title in a text box that stands below the opening
        about = [start for start, stop in source.lines if ABOUT_LINE.match(text[start:stop])]
        if about and about[0] > end:
            found = numbers_in(text[max(0, about[0] - 600) : about[0] + 600], limit=12, lines_only=False)
    return found or labelled_numbers(source, end)


def _numbers_in_row(text: str) -> list[str]:
    """A row of headings `Nomor A  Nomor B` with the numbers below them."""
    lines = [line.strip() for line in text.split("\n")]
    for index, line in enumerate(lines):
        heads = re.findall(r"\bnomor\b", line, re.I)
        if not heads or ":" in line or OTHER_NUMBER.search(line):
            continue
        values: list[str] = []
        for following in lines[index + 1 : index + 1 + 2 * max(2, len(heads)) + 2]:
            if _NUMBER_WORD.match(following):
                continue
            tokens = following.split()
            good = [
                token
                for token in tokens
                if re.fullmatch(VALUE, token) and any(character.isdigit() for character in token)
            ]
            if tokens and len(good) != len(tokens):
                break
            values.extend(good)
        if values and len(values) <= 8:
            return list(dict.fromkeys(values))
    return []


_CHANGES = re.compile(r"^\W*(?:add?endum|amandemen|perubahan)\b", re.I | re.M)

# `A. DOKUMEN YANG DIUBAH`, above the rows of the agreement that an addendum changes.
_PARENT_SECTION = re.compile(
    r"^\W*(?:(?:[A-Z]|[IVX]{1,4}|\d)[.)]\s+)?(?:data\s+|identitas\s+)?(?:dokumen|naskah|perjanjian|kesepakatan|nota|kontrak|pks)\b(?:\s+\w+){0,3}?\s+"
    r"(?:(?:yang\s+)?(?:akan\s+)?(?:diubah|dirubah|di-?add?endum|diperpanjang)|induk|pokok|asal|semula|sebelumnya|lama|awal)\W*$",
    re.I | re.M,
)


def _without_parent(block: str) -> str:
    """The title block of an addendum without the title and the numbers of the agreement that it changes.

    Where numbers stand on both sides of TENTANG, the parent's come with its title and the addendum's own last.
    """
    if _CHANGES.search(block[:400]) is None:
        return block
    about = [found.end() for found in re.finditer(r"^\W*tentang\W*$", block, re.I | re.M)]
    about = about or [found.end() for found in re.finditer(r"\bTENTANG\b", block)]
    if not about or not numbers_in(block[: about[-1]], limit=1, lines_only=False):
        return block
    return block[about[-1] :] if numbers_in(block[about[-1] :], limit=1, lines_only=False) else block


def _column_numbers(source: Source, end: int) -> list[str]:
    """The column `Nomor` of a table in the title block."""
    cells = [
        block.text
        for block in source.blocks
        if block.start < end
        and block.block.kind is BlockKind.CELL
        and re.fullmatch(r"\W*nomor\W*", block.block.header or "", re.I)
    ]
    column: int | None = None
    for start, stop in source.lines:
        if start >= end:
            break
        row = [cell.strip() for cell in source.text[start:stop].split("|")]
        heads = [index for index, cell in enumerate(row) if cell.casefold() == "nomor"]
        if heads and len(row) > 1:
            column = heads[0]
        elif column is not None and len(row) > column:
            cells.append(row[column])
    return [cell.strip() for cell in cells if re.fullmatch(VALUE, cell.strip()) and re.search(r"\d\D*\d", cell)]
