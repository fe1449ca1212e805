"""How much text the elements of a web page hold: counted once for all of them, for a page may nest thousands deep."""

from typing import Any

from lxml import etree

UNSEEN = frozenset({"script", "style", "head", "template", "canvas", "video", "audio", "map", "math"})
_MOSTLY = 0.5  # of the letters
_GLUED = frozenset({"b", "strong", "i", "em", "u", "span", "font", "a", "sup", "sub", "small", "big", "mark", "ins", "del", "s", "label",
                    "code", "tt", "abbr", "cite", "q", "time", "bdi", "bdo", "wbr"})  # fmt: skip


class Sizes:
    """The letters of each element: all that are seen, those of links, those of paragraphs; and which hold an `h1`."""

    def __init__(self, root: Any) -> None:
        self._found: dict[Any, tuple[int, int, int, int]] = {}
        sums = [[0, 0, 0, 0]]
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                sums.append([0 if element.tag in UNSEEN else _length(element.text), 0, 0, 0])
                if element.tag in UNSEEN:
                    walker.skip_subtree()
                continue
            letters, linked, prose, titles = sums.pop()
            if element.tag == "a" and element.get("href") is not None:
                linked = letters
            if element.tag == "p":
                prose = letters
            self._found[element] = (letters, linked, prose, titles)
            around = sums[-1]
            around[0] += letters + _length(element.tail)
            around[1] += linked
            around[2] += prose
            around[3] += titles + (element.tag == "h1")

    def letters(self, element: Any) -> int:
        return self._found[element][0] if element in self._found else 0

    def prose(self, element: Any) -> int:
        return self._found[element][2] if element in self._found else 0

    def has_title(self, element: Any) -> bool:
        return element in self._found and self._found[element][3] > 0

    def has_links(self, element: Any) -> bool:
        return element in self._found and self._found[element][1] > 0

    def is_linked(self, element: Any) -> bool:
        """Whether most of what the element shows leads elsewhere."""
        return element in self._found and self._found[element][1] > _MOSTLY * self._found[element][0]


def _length(text: str | None) -> int:
    return len(" ".join(text.split())) if text else 0


def plain(element: Any) -> str:
    """The words of an element in one line; those of two lines or blocks are never glued."""
    parts: list[str] = []
    for event, item in etree.iterwalk(element, events=("start", "end")):
        if item.tag not in _GLUED:
            parts.append(" ")
        if event == "start":
            parts.append(item.text or "")
        elif item is not element:
            parts.append(item.tail or "")
    return " ".join("".join(parts).split())


def inside(element: Any, holder: Any) -> bool:
    return element is holder or any(ancestor is holder for ancestor in element.iterancestors())
