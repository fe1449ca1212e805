"""Signs that the engine takes for others: bullets read as letters, the Roman one read as a rule. Their shapes tell."""

import re
from statistics import median

from nlp.readers.ocr_engine import Found

_COUNTED = re.compile(
    r"(?:TW|Triwulan|Semester|Smt|Tahap|Gelombang|Angkatan|Tk\.?|Tingkat|Golongan|Gol\.?|Eselon|BAB|Bagian|Ad?dendum|Jilid|Kelas|Lampiran|Wilayah"
    r"|Pembina|Penata|Asisten)",
    re.I,
)  # what a Roman one follows
_WIDE = 1.3  # of a line's height: a blank that may part two columns
_SMALL, _CENTRED = 0.66, 0.2  # of a line's height: a bullet's size, and how far its middle is from the line's
_BEFORE_TEXT = 2.5  # of a line's height: the blank behind a mark
_DASHES = frozenset("-–—:.,;")
_TICKS = frozenset("YVvy√")  # what a tick is taken for
_INDENT = 0.4  # of a line's height, within which marks stand below one another


def with_marks(found: Found) -> Found:
    """What was read with bullets, ticks and Roman ones as such."""
    lines: dict[int, list[int]] = {}
    for index, word in enumerate(found):
        lines.setdefault(word[6], []).append(index)
    result = list(found)
    ticks: list[tuple[int, float]] = []
    for line in lines.values():
        height = _tall(found, line)
        for place, index in enumerate(line):
            text, left, _, right, _, confidence, number = found[index]
            if len(text) != 1:
                continue
            before = found[line[place - 1]] if place else None
            after = found[line[place + 1]] if place + 1 < len(line) else None
            if text in "Ii" and before is None and after is not None and after[1] - right > _WIDE * height:
                result[index] = ("I.", *found[index][1:])  # of a party, in a column of its own
            begins = before is None or left - before[3] > _WIDE * height
            if begins and after is not None and after[1] - right < _BEFORE_TEXT * height and len(after[0]) > 1:
                if _is_bullet(found, index, line, height):
                    result[index] = ("•", *found[index][1:5], max(confidence, 0.6), number)
                elif text in _TICKS:
                    ticks.append((index, height))
            elif text == "|" and before is not None and _COUNTED.fullmatch(before[0]) and left - before[3] < height:
                result[index] = ("I", *found[index][1:])
    for index, height in ticks:
        if sum(abs(found[other][1] - found[index][1]) < _INDENT * height for other, _ in ticks) >= 2:
            result[index] = ("✓", *found[index][1:5], max(found[index][5], 0.6), found[index][6])
    return result


def _tall(found: Found, line: list[int]) -> float:
    """A line's height: that of its taller words."""
    heights = sorted(found[index][4] - found[index][2] for index in line)
    return heights[round(0.7 * (len(heights) - 1))]


def _is_bullet(found: Found, index: int, line: list[int], height: float) -> bool:
    """Whether a sign is small and stands half-way up: a letter as small stands on the line."""
    text, left, top, right, bottom, *_ = found[index]
    middle = median((found[other][2] + found[other][4]) / 2 for other in line if other != index)
    return (
        text not in _DASHES
        and max(bottom - top, right - left) < _SMALL * height
        and 0.5 < (right - left) / max(1.0, bottom - top) < 2.0
        and abs((top + bottom) / 2 - middle) < _CENTRED * height
    )
