"""What a chart of Office says, of the newer kinds (waterfall, funnel) too: its titles and texts, and in one line the names of its series and of its categories; not its numbers."""

from collections.abc import Iterable
from typing import Any

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
CHARTS = (_C + "chart", _CX + "chart")
"""What stands in a drawing for a chart and names its part."""
_NAMES = (_C + "strCache", _C + "multiLvlStrCache", _CX + "strDim")
_MOST_NAMES = 200


def titles(root: Any) -> list[str]:
    """The texts that somebody wrote into a chart part, in order, each once."""
    return _distinct("".join(part.text or "" for part in line.iter(_A + "t")) for line in root.iter(_A + "p"))


def names(root: Any) -> str:
    """What its axes and its legend name, in one line; empty without any."""
    found = _distinct(part.text or "" for cache in root.iter(*_NAMES) for part in cache.iter(_C + "v", _CX + "pt"))
    return "; ".join(found[:_MOST_NAMES])


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text.strip() for text in texts if text.strip()))
