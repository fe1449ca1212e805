"""Signatures typed side by side in plain text, put one below the other: who signs under which label is told by the column."""

import re
from itertools import pairwise

_GAP = re.compile(r"\s{3,}")
_PART = re.compile(r"\S+(?:\s{1,2}\S+)*")
# What stands above a signature: a party's label, an office, `Untuk …`, `Mengetahui`.
_HEAD = re.compile(
    r"^(?:(?:the\s+)?(?:first|second|third)\s+party|pihak\s+[\w() ]{1,20},?|(?:a\.?\s?n\.?\s+|(?:pj|pjs|plt|plh)\.?\s+)?(?:gubernur|bupati|"
    r"wali\s?kota|kepala|direktur|ketua|rektor|dekan|sekretaris|inspektur|camat|lurah|asisten|deputi|pimpinan|manajer|"
    r"menteri|mayor|governor|director|head|rector|[gk]eu?chik|wali\s+nagari|koordinator)\b.*|untuk\s+.*|(?:for|on\s+behalf)\b.*|"
    r"mengetahui\b.*|menyetujui\b.*|notulis\b.*|pelapor\b.*|penyusun\b.*|(?:yang\s+)?melapor\w*\b.*|"
    r"[A-Z][A-Z .]{2,25},\s+\d{1,2}[ ./-].*)$",
    re.I,
)
_LONGEST_PART = 60  # characters: more is running text
_BLANK_LINES = 7  # room for stamps and hands


def parted(lines: list[str]) -> list[str]:
    """The lines, where two or more signatures stand side by side each column's lines together, left column first."""
    result: list[str] = []
    filled = [index for index, line in enumerate(lines) if line.strip()]
    earliest = filled[int(len(filled) * 0.4)] if filled else 0
    index = 0
    while index < len(lines):
        starts = _columns(lines[index]) if index >= earliest else []
        block = _block(lines, index, starts) if starts else []
        if len(block) < 2:
            result.append(lines[index])
            index += 1
            continue
        columns: list[list[str]] = [[] for _ in starts]
        for line in block:
            for part in _PART.finditer(line):
                columns[_nearest(starts, part)].append(part.group())
        for column in columns:
            result += [*column, ""]
        index += len(block)
    return result


def _columns(line: str) -> list[int]:
    """Where the columns begin on a line of two or more heads of signatures; empty of any other line."""
    if _GAP.search(line.strip()) is None or "|" in line or len(line) > 160:
        return []
    parts = list(_PART.finditer(line))
    if not 2 <= len(parts) <= 4 or not all(_HEAD.match(part.group()) for part in parts):
        return []
    return [part.start() for part in parts]


def _block(lines: list[str], first: int, starts: list[int]) -> list[str]:
    """The lines of the signatures from `first` on: those whose parts are short and stand in the columns."""
    block: list[str] = []
    blank = 0
    for line in lines[first : first + 25]:
        if not line.strip():
            blank += 1
            if blank > _BLANK_LINES:
                break
            block.append("")
            continue
        parts = list(_PART.finditer(line))
        if len(parts) > len(starts) or "|" in line or any(len(part.group()) > _LONGEST_PART for part in parts):
            break
        if len(parts) == 1 and block and _runs_over(parts[0], starts):
            break
        if len({_nearest(starts, part) for part in parts}) < len(parts):
            break
        if re.match(r"\s*(?:(?:di)?saksi\w*|tembusan|lampiran|catatan|mengetahui|\d{1,2}[.)])\b", line, re.I) and block:
            break
        blank = 0
        block.append(line)
    while block and not block[-1]:
        block.pop()
    return block


def _runs_over(part: re.Match[str], starts: list[int]) -> bool:
    """The only part of its line lies across two columns or between them, as a centred line or a sentence does."""
    return any(part.start() < (before + start) / 2 and part.end() > start + 6 for before, start in pairwise(starts))


def _nearest(starts: list[int], part: re.Match[str]) -> int:
    return min(range(len(starts)), key=lambda column: abs(starts[column] - part.start()))
