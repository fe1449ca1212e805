"""The numbers that the word `Nomor` introduces, those that other papers bear left out."""

import re

from nlp.components.number_forms import (
    BOXED,
    CITED_AFTER,
    CITED_BEFORE,
    CONTROL,
    OF_YEAR,
    STRICT,
    VALUE,
    is_date,
    is_number,
    tidy,
    whole,
)

# `Nomor : 1/A/2024`, `Nomor Pihak I : …`, `Nomor (PIHAK KEDUA) : …`, `No. 1: …`, `NOMOR 1/A/2024`.
_NUMBER = re.compile(
    r"\b(?:nomor|no|number|n o m o r|n[o0]m[o0]r|nornor|nomer)\b\.?(?:(?P<whose>[ ]+(?!nomor|pihak\s*:)(?:\([A-Za-z][A-Za-z ]{1,40}\)|[A-Za-z][A-Za-z .]{0,40}?|\d))\s*:|"
    r"\s*[:.])[\s:.]*(?P<value>" + VALUE + r"|" + OF_YEAR + r")|"
    r"\b(?:nomor|no)\b\.?(?:\s+(?:laporan|dok(?:umen)?|naskah|surat|reg(?:ister)?|pihak\s+(?:pertama|kedua|ketiga|ke\w+|[IVX]{1,4}|\d))\b\.?)?\s+(?P<bare>"
    + VALUE
    + r")",
    re.I,
)
_PRESS_HEAD = re.compile(r"^\W*(?:siaran\s+pers|press\s+release|rilis(?:\s+pers)?|laporan)\W*$", re.I)
# The row `Tanggal 11 Mei 2026` below the row of the number, in a head without colons.
_ROW_BELOW = re.compile(r"[^\S\n]*\nTanggal[^\S\n]+\d{1,2}[^\S\n]+[A-Z][a-z]+[^\S\n]+\d{4}[^\S\n]*(?:\n|$)")
_ADDRESS = re.compile(r"\b(?:jalan|jl|telp|telepon|faks)\b", re.I)
_CITES = re.compile(r"[a-z,](?:\s+[A-Z][\w.]*){0,6}\s*$")
# The letter's place and day before its number on one line.
_TOWN_AND_DAY = re.compile(r"^\W*[A-Z][\w .’'-]{2,25},\s*\d{1,2}[ /.-]\S+[ /.-]\d{4}\W*$")
# The further parties' numbers alone on the lines below the first.
_WHOSE = r"(?:[^\S\n]*\([A-Z][^()\n]{2,40}\))?[^\S\n]*"
_LINE_BELOW = re.compile(
    _WHOSE + r"\n[^\S\n]*(?P<value>(?=\S*[A-Za-z])(?:[\w.-]+/){2,}[\w.-]+)(?=" + _WHOSE + r"(?:\n|$))"
)
# A second number behind the first: `Nomor : 023/PL.26/2023 ; 523/88/2023`.
_AND_NUMBER = re.compile(
    r"\s*(?:(?:;|&|\bdan\b)\s*(?:nomor\s*:?\s*)?(?P<value>"
    + VALUE
    + r")|"
    + _WHOSE
    + r"[,|·•]\s*(?P<strict>"
    + STRICT
    + r"))",
    re.I,
)
_LETTER_HEAD = 400  # characters


def numbers_in(
    text: str, *, limit: int, lines_only: bool, heads: bool = False, together: bool = False, letter: bool = False
) -> list[str]:
    """The numbers that the word `Nomor` introduces, `limit` at most but for those that stand together.

    `lines_only`: at the start of a line, or with `heads` behind `SIARAN PERS`; `together`: those that follow the first
    at once, as in minutes that two offices number; `letter`: `Nomor X tanggal Y` in the head is the paper's own.
    """
    found: list[str] = []
    boxed: list[str] = []  # by which an office keeps the form; the paper's own where it has no other
    position = 0
    for match in _NUMBER.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()][-80:]
        follows = together and bool(found)
        if follows and text[position : match.start()].strip(" \t\n|;,&"):
            break
        if lines_only and not follows and not _begins(line, heads=heads):
            continue
        if _is_cited(text, match, line, may_have_day=letter and match.start() < _LETTER_HEAD):
            continue
        value = _value(text, match)
        if value is None or _ADDRESS.search(line):
            continue
        if BOXED.match(match.group()):
            boxed.append(value)
            continue
        if value not in found:
            found.append(value)
        position = _take_further(text, match.end(), found) if limit > 1 else match.end()
        if len(found) >= limit:
            break
    return found or boxed[:limit]


def _is_cited(text: str, match: re.Match[str], line: str, *, may_have_day: bool) -> bool:
    """Whether the number is that of another paper, or of the form: by the words before it and the day behind it."""
    if CITED_BEFORE.search(line) or _goes_on(text, match.start() - len(line)) or CONTROL.search(match.group()):
        return True
    after = text[match.end() : match.end() + 80]
    if may_have_day or not CITED_AFTER.match(after):
        return False
    return bool(line.strip()) or _ROW_BELOW.match(after) is None


def _value(text: str, match: re.Match[str]) -> str | None:
    group = "value" if match["value"] else "bare"
    value = tidy(whole(text, match.start(group), tidy(match[group])))
    return value if is_number(value, text[match.end() : match.end() + 6]) else None


def _take_further(text: str, position: int, found: list[str]) -> int:
    """Add the numbers that stand behind the first without the word; the offset behind the last."""
    while (other := _AND_NUMBER.match(text, position) or _LINE_BELOW.match(text, position)) is not None:
        position = other.end()
        further = other["value"] or other["strict"]
        if further not in found and sum(sign.isdigit() for sign in further) > 1 and not is_date(further):
            found.append(further)
    return position


def _begins(line: str, *, heads: bool) -> bool:
    """What stands before the number on its line leaves it the line's first word, or a column's."""
    return (
        not line.strip(" \t|:-–")
        or (heads and _PRESS_HEAD.match(line) is not None)
        or "|" in line
        or re.search(r"\s{3,}$", line) is not None
        or _TOWN_AND_DAY.match(line) is not None
    )


def _goes_on(text: str, line: int) -> bool:
    """The line goes on with a sentence that cites another paper: `… Surat Tugas Bupati` / `Nomor 094/12/2025 …`."""
    above = text[max(0, line - 90) : max(0, line - 1)].rsplit("\n", 1)[-1]
    return len(above) > 45 and _CITES.search(above) is not None and CITED_BEFORE.search(above) is not None
