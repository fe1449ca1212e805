"""Word's automatic list numbers, computed from numbering.xml as Word shows them."""

import re
from dataclasses import dataclass, field
from typing import Any

from nlp.readers.wordml import W

_PLACE = re.compile(r"%(\d)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(slots=True)
class Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # after which level it begins anew; None: any above
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _Number:
    abstract: str
    levels: dict[int, Level]
    overrides: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, root: Any | None) -> None:
        self._numbers: dict[str, _Number] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        abstracts = {item.get(W + "abstractNumId", ""): item for item in root.iter(W + "abstractNum")}
        linked = {
            link.get(W + "val", ""): key
            for key, item in abstracts.items()
            if (link := item.find(W + "styleLink")) is not None
        }
        for number in root.iter(W + "num"):
            target = number.find(W + "abstractNumId")
            key = target.get(W + "val", "") if target is not None else ""
            item = abstracts.get(key)
            if item is None:
                continue
            style = item.find(W + "numStyleLink")
            if style is not None and style.get(W + "val", "") in linked:
                key = linked[style.get(W + "val", "")]
                item = abstracts[key]
            levels = {_int(level.get(W + "ilvl"), 0): _level(level) for level in item.iterfind(W + "lvl")}
            made = _Number(key, levels)
            for override in number.iterfind(W + "lvlOverride"):
                depth = _int(override.get(W + "ilvl"), 0)
                own = override.find(W + "lvl")
                if own is not None:
                    made.levels[depth] = _level(own)
                start = override.find(W + "startOverride")
                if start is not None:
                    made.overrides[depth] = _int(start.get(W + "val"), 1)
            self._numbers[number.get(W + "numId", "")] = made

    def by_style(self, style: str) -> tuple[str, int] | None:
        """The list and level that a paragraph style is tied to."""
        for number_id, number in self._numbers.items():
            for depth, level in number.levels.items():
                if level.style == style:
                    return number_id, depth
        return None

    def mark(self, number_id: str, depth: int) -> str | None:
        """The mark of the next item of the list at this level; None when the list is unknown or numbers nothing."""
        number = self._numbers.get(number_id)
        if number is None or depth not in number.levels:
            return None
        level = number.levels[depth]
        counts = self._counts.setdefault(number.abstract, {})
        if (number_id, depth) not in self._begun:
            self._begun.add((number_id, depth))
            if depth in number.overrides:
                counts[depth] = number.overrides[depth] - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            restart = number.levels[deeper].restart if deeper in number.levels else None
            if restart != 0 and (restart is None or depth < restart):
                del counts[deeper]
        if level.format == "bullet":
            return "•"
        if level.format == "none" and not _PLACE.search(level.text):
            return level.text.strip() or None

        def shown(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            other = number.levels.get(place, level)
            value = counts.get(place, other.start)
            return written(value, "decimal" if level.legal else other.format)

        return _PLACE.sub(shown, level.text).strip() or None


def _level(element: Any) -> Level:
    def value(name: str, default: str = "") -> str:
        child = element.find(W + name)
        return default if child is None else str(child.get(W + "val", default))

    restart = element.find(W + "lvlRestart")
    legal = element.find(W + "isLgl")
    return Level(
        value("numFmt", "decimal"),
        value("lvlText"),
        _int(value("start", "1"), 1),
        None if restart is None else _int(restart.get(W + "val"), 0),
        legal is not None and legal.get(W + "val", "1") not in ("0", "false"),
        value("pStyle") or None,
    )


def _int(value: str | None, default: int) -> int:
    """A small number; what is absurd counts as not said."""
    return int(value) if value and value.isdecimal() and len(value) < 7 else default


def written(value: int, style: str) -> str:
    """A number in one of Word's styles; those that are not known as plain figures."""
    if style == "none":
        return ""
    if style in ("lowerLetter", "upperLetter") and 0 < value < 1000:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        roman = ""
        for size, sign in _ROMAN:
            while value >= size:
                roman += sign
                value -= size
        return roman.upper() if style == "upperRoman" else roman
    return f"{value:02d}" if style == "decimalZero" else str(value)
