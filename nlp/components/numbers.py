"""The document's own numbers, as written: in the title block, in the letter's head, in a running head."""

import re

from nlp.extraction import Kind
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.zones import zones

ABOUT_LINE = re.compile(r"^\W*(?:tentang|mengenai|perihal|concerning|regarding)\W*$", re.I)
_NUMBER_WORD = re.compile(r"^\W*(?:nomor|no|number)\b", re.I)
_VALUE = r"[A-Za-z0-9][\w.\-–()&:]*(?:\s?[/\\]\s?[\w.\-–()&]+)+|[A-Za-z]{0,6}[.\-]?\d[\w]*(?:[.\-–][\w]+){2,}"
# `Nomor : 1/A/2024`, `Nomor Pihak I : …`, `Nomor (PIHAK KEDUA) : …`, `No. 1: …`, `NOMOR 1/A/2024`.
_NUMBER = re.compile(
    r"\b(?:nomor|no|number|n o m o r)\b\.?(?:(?P<whose>[ ]+(?!nomor|pihak\s*:)(?:\([A-Za-z][A-Za-z ]{1,40}\)|[A-Za-z][A-Za-z .]{1,40}?|\d))\s*:|"
    r"\s*[:.])[\s:.]*(?P<value>" + _VALUE + r")|"
    r"\b(?:nomor(?:\s+laporan)?|no)\b\.?\s+(?P<bare>" + _VALUE + r")",
    re.I,
)
# The number of a decree or a regulation on its own line: `NOMOR 312 TAHUN 2024`.
_OF_YEAR = re.compile(r"^\W*NOMOR\s*:?\s*(?P<value>\d+[\w./-]*\s+TAHUN\s+\d{4})\W*$", re.I | re.M)
# A label in place of the word: `PIHAK KESATU : 18/-1.799.21`.
_OF_PARTY = re.compile(r"^\W*PIHAK\s+(?:KE\w+|PERTAMA|[IVX]{1,4}|\d)\s*:\s*(?P<value>" + _VALUE + r")\W*$", re.I | re.M)
# In the running text of a short paper: `Memorandum ini bernomor X (Lebak) dan Y (Sukabumi)`.
_SAID = re.compile(
    r"\bini\s+bernomor\s+(?P<first>"
    + _VALUE
    + r")(?:\s*\([^)]{2,40}\))?(?:\s*(?:,|dan|,\s*dan)\s+(?P<second>"
    + _VALUE
    + r"))?",
    re.I,
)
_BLANK_INSIDE = re.compile(r"/\s*/|\.{3,}|…|_{2,}|/\s{2,}|\s{2,}/")
_CITED_AFTER = re.compile(r"^\s*,?\s*(?:dan\s+nomor\b.{0,60})?(?:tanggal|tgl|tertanggal|dated)\b", re.I | re.S)
_CITED_BEFORE = re.compile(
    r"\b(?:atas|surat(?!\s+perjanjian)|keputusan|peraturan|undang-undang|akta|sk|berdasarkan|induk|sprint?|payung|rujukan|referensi|merujuk|mengacu|"
    r"spt)\b[^\n]{0,60}$",
    re.I,
)


def numbers_of(source: Source, kind: Kind) -> list[str]:
    """The document's own numbers as written, blanks left out."""
    if kind in (Kind.MOU, Kind.AGREEMENT):
        return _contract_numbers(source)
    text = source.text
    if kind is Kind.LETTER:
        end = min(
            (
                found.start()
                for found in re.finditer(r"\b(?:dengan\s+hormat|menjawab|menindaklanjuti|sehubungan)\b", text, re.I)
            ),
            default=1500,
        )
        return _numbers_in(text[: max(end, 300)], limit=1, lines_only=True)
    if kind is Kind.NEWS:
        return _numbers_in(text[:400], limit=1, lines_only=True, heads=True)
    head = text[:500]
    if (of_year := _OF_YEAR.search(head)) is not None:
        return [" ".join(of_year.group("value").split())]
    section = re.search(r"^\W*(?:[A-Z]\.|I\.|1\.|BAB|DASAR)\s", head, re.M)
    own = _numbers_in(head[: section.start()] if section else head, limit=1, lines_only=True)
    return own or _numbers_in(_running_text(source), limit=1, lines_only=False)


def _running_text(source: Source) -> str:
    return "\n".join(dict.fromkeys(source.text[start:end] for start, end in source.running))


def _contract_numbers(source: Source) -> list[str]:
    text = source.text
    parts = zones(source)
    end = source.flat.span(parts.title_end - 1, parts.title_end)[1] if parts.title_end else min(len(text), 1500)
    block = text[:end]
    for first, last in source.running:
        if first < end:
            block = block[:first] + " " * (min(last, end) - first) + block[min(last, end) :]
    block = _without_parent(block)
    found = _numbers_in(block, limit=12, lines_only=False) or _numbers_in_row(block) or _numbers_below(block)
    if not found:
        found = _column_numbers(source, end) or [match.group("value") for match in _OF_PARTY.finditer(block)]
    if not found and (said := _SAID.search(source.flat.text)) is not None:
        found = [value for value in said.groups() if value]
    if not found:
        found = _numbers_in(_running_text(source), limit=12, lines_only=False)
    if not found:  # a title in a text box that stands below the opening
        about = [start for start, stop in source.lines if ABOUT_LINE.match(text[start:stop])]
        if about and about[0] > end:
            found = _numbers_in(text[max(0, about[0] - 600) : about[0] + 600], limit=12, lines_only=False)
    return found


_PRESS_HEAD = re.compile(r"^\W*(?:siaran\s+pers|press\s+release|rilis(?:\s+pers)?|laporan)\W*$", re.I)


def _numbers_in(text: str, *, limit: int, lines_only: bool, heads: bool = False) -> list[str]:
    """The numbers that the word `Nomor` introduces; `lines_only`: at the start of a line, or with `heads` behind `SIARAN PERS`."""
    found: list[str] = []
    for match in _NUMBER.finditer(text):
        group = "value" if match.group("value") else "bare"
        value = match.group(group)
        before = text[max(0, match.start() - 80) : match.start()]
        line_start = before.rsplit("\n", 1)[-1]
        if (
            lines_only
            and line_start.strip(" \t|:-–")
            and not (heads and _PRESS_HEAD.match(line_start))
            and "|" not in line_start
            and not re.search(r"\s{3,}$", line_start)
        ):
            continue
        if _CITED_BEFORE.search(line_start) or _CITED_AFTER.match(text[match.end() : match.end() + 80]):
            continue
        following = text[match.end() : match.end() + 6]
        if _BLANK_INSIDE.search(value) or re.match(r"\s*/|\.{2,}|…|_{2}", following):
            continue
        if re.search(r"\b(?:jalan|jl|telp|telepon|faks)\b", line_start, re.I) or not any(
            character.isdigit() for character in value
        ):
            continue
        value = " ".join(value.split()).rstrip(".:-–(&")
        if value.count("(") != value.count(")"):
            value = value.rstrip(")").split("(")[0]
        if sum(character.isdigit() for character in value) < 2 or (
            re.fullmatch(r"[\d/\-.]{1,10}", value) and re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}", value)
        ):
            continue
        if value not in found:
            found.append(value)
        position = match.end()
        while limit > 1 and (other := _AND_NUMBER.match(text, position)) is not None:
            position = other.end()
            if other.group("value") not in found and sum(letter.isdigit() for letter in other.group("value")) > 1:
                found.append(other.group("value"))
        if len(found) >= limit:
            break
    return found


# A second number behind the first: `Nomor : 023/PL.26/2023 ; 523/88/2023`.
_AND_NUMBER = re.compile(r"\s*(?:;|&|\bdan\b)\s*(?:nomor\s*:?\s*)?(?P<value>" + _VALUE + r")", re.I)


def _numbers_in_row(text: str) -> list[str]:
    """A row of headings `Nomor A  Nomor B` with the numbers below them."""
    lines = [line.strip() for line in text.split("\n")]
    for index, line in enumerate(lines):
        heads = re.findall(r"\bnomor\b", line, re.I)
        if not heads or ":" in line:
            continue
        values: list[str] = []
        for following in lines[index + 1 : index + 1 + 2 * max(2, len(heads)) + 2]:
            if _NUMBER_WORD.match(following):
                continue
            tokens = following.split()
            good = [
                token
                for token in tokens
                if re.fullmatch(_VALUE, token) and any(character.isdigit() for character in token)
            ]
            if tokens and len(good) != len(tokens):
                break
            values.extend(good)
        if values and len(values) <= 8:
            return list(dict.fromkeys(values))
    return []


_CHANGES = re.compile(r"^\W*(?:add?endum|amandemen|perubahan)\b", re.I | re.M)


def _without_parent(block: str) -> str:
    """The title block of an addendum without the title and the numbers of the agreement that it changes.

    Where numbers stand on both sides of TENTANG, the parent's come with its title and the addendum's own last.
    """
    if _CHANGES.search(block[:400]) is None:
        return block
    about = [found.end() for found in re.finditer(r"^\W*tentang\W*$", block, re.I | re.M)]
    if not about or not _numbers_in(block[: about[-1]], limit=1, lines_only=False):
        return block
    return block[about[-1] :] if _numbers_in(block[about[-1] :], limit=1, lines_only=False) else block


def _numbers_below(block: str) -> list[str]:
    """The lines below a lone `NOMOR`, each a party's short name and its number: `Medan 658.1/9043`."""
    lines = [line.strip() for line in block.split("\n")]
    for index, line in enumerate(lines):
        if re.fullmatch(r"\W*nomor\W*", line, re.I) is None:
            continue
        values = []
        for following in lines[index + 1 : index + 8]:
            own = re.fullmatch(r"(?:[A-Za-z.]+\s+){1,4}:?\s*(?P<value>" + _VALUE + r")", following)
            if own is None:
                break
            if _BLANK_INSIDE.search(own.group("value")) is None:
                values.append(own.group("value"))
        if len(values) >= 2:
            return values
    return []


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
    return [cell.strip() for cell in cells if re.fullmatch(_VALUE, cell.strip()) and re.search(r"\d\D*\d", cell)]
