"""What a chart says: its titles and texts, and in one line the names of its series and of its categories; not its numbers."""

from collections.abc import Iterable
from typing import Any

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_NAMES = (_C + "strCache", _C + "multiLvlStrCache")
_MOST_NAMES = 200


def titles(root: Any) -> list[str]:
    """The texts that somebody wrote into a chart part, in order, each once."""
    return _distinct("".join(part.text or "" for part in line.iter(_A + "t")) for line in root.iter(_A + "p"))


def names(root: Any) -> str:
    """What its axes and its legend name, in one line; empty without any."""
    found = _distinct(part.text or "" for cache in root.iter(*_NAMES) for part in cache.iter(_C + "v"))
    return "; ".join(found[:_MOST_NAMES])


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text.strip() for text in texts if text.strip()))
