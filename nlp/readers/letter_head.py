"""The head of a letter typed in two columns, number and subject left, date and addressee right: each column's lines together."""

import re

_LEFT = re.compile(r"^\s*(?:nomor|no|sifat|lampiran|lamp|hal|perihal|tanggal|klasifikasi)\b\s*\.?\s*:", re.I)
_RIGHT = re.compile(r"\s{3,}(?P<text>(?:k\s?e\s?p\s?a\s?d\s?a\b|yth\b|yang\s+terhormat\b).*)$", re.I)
_SEARCHED = 40  # lines of the letter's top
_LONGEST = 14  # lines of the head


def parted_head(lines: list[str]) -> list[str]:
    """The lines, where the letter's head stands in two columns its left one first."""
    for index, line in enumerate(lines[:_SEARCHED]):
        found = _RIGHT.search(line)
        if (
            found is None
            or found.start("text") < 25
            or not any(_LEFT.match(other) for other in lines[index : index + 3])
        ):
            continue
        gutter = found.start("text")
        first = index
        while first > 0 and _LEFT.match(lines[first - 1]) and len(lines[first - 1]) < gutter:
            first -= 1
        left: list[str] = []
        right: list[str] = []
        last = first
        for other in lines[first : first + _LONGEST]:
            if not other.strip() and (right or left):
                break
            own, addressed = _halves(other, gutter)
            if addressed is None and not _LEFT.match(other) and len(other) > gutter + 10:
                break  # running text
            left += [own] if own else []
            right += [addressed] if addressed else []
            last += 1
        if len(right) >= 2 and left:
            return [*lines[:first], *left, "", *right, "", *lines[last:]]
    return lines


def _halves(line: str, gutter: int) -> tuple[str, str | None]:
    """What stands left and right of the gutter; the right is None where the line has one column."""
    if len(line) - len(line.lstrip()) >= gutter - 4:
        return "", line.strip()
    for gap in re.finditer(r"\s{2,}", line):
        if gap.end() >= gutter - 4 and gap.start() < gutter:
            return line[: gap.start()].strip(), line[gap.end() :].strip()
    return line.strip(), None
