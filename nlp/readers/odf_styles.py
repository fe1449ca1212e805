"""What the styles of an OpenDocument file say: how lists count, which paragraphs are bold or centred, which slides are hidden."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from nlp.readers.numbering import written
from nlp.readers.odf import FO, MAX_DEPTH, PARAGRAPHS, PRESENTATION, STYLE, TEXT, whole

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class _Level(NamedTuple):
    """How a list counts on one level; `number` is `""` for bullets, `shown`: how many levels a number names."""

    number: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


class Lists:
    """The list styles of a document, and how far its lists have counted."""

    def __init__(self, roots: Sequence[Any]) -> None:
        self._continued: dict[str, int] = {}
        self._styles: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for style in root.iter(TEXT + "list-style"):
                levels = self._styles.setdefault(style.get(STYLE + "name", ""), {})
                for level in style:
                    if isinstance(level.tag, str):
                        levels[whole(level.get(TEXT + "level"), 1)] = _level(level)

    def items(
        self, element: Any, level: int = 1, style: str = "", outer: Sequence[int] = (), depth: int = 0
    ) -> Iterator[tuple[Any, str | None, int]]:
        """What stands in a list and in those inside of it: the element, the mark of a paragraph that begins an item, the level."""
        if depth > MAX_DEPTH:
            return
        style = element.get(TEXT + "style-name", "") or style
        look = self._styles.get(style, {}).get(level, _Level())
        count = look.start - 1
        if level == 1 and element.get(TEXT + "continue-numbering") == "true":
            count = self._continued.get(style, count)
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            mark: str | None = None
            if item.tag == TEXT + "list-item":
                count = whole(item.get(TEXT + "start-value"), count + 1)
                mark = _mark(look, [*outer, count])
            for child in item:
                if child.tag == TEXT + "list":
                    yield from self.items(child, level + 1, style, [*outer, count], depth + 1)
                elif child.tag in PARAGRAPHS:
                    yield child, mark, level
                    mark = None
                elif isinstance(child.tag, str):
                    yield child, None, level
        if level == 1:
            self._continued[style] = count


def _level(element: Any) -> _Level:
    numbered = element.tag == TEXT + "list-level-style-number"
    return _Level(
        _FORMATS.get(element.get(STYLE + "num-format", ""), "") if numbered else "",
        element.get(STYLE + "num-prefix", ""),
        element.get(STYLE + "num-suffix", ""),
        whole(element.get(TEXT + "start-value"), 1),
        whole(element.get(TEXT + "display-levels"), 1),
    )


def _mark(look: _Level, counts: list[int]) -> str:
    if not look.number:
        return "•"
    values = counts[-look.shown :] if look.shown > 1 else counts[-1:]
    return look.prefix + ".".join(written(value, look.number) for value in values) + look.suffix


def bold_styles(root: Any) -> dict[str, tuple[bool, bool]]:
    """Paragraph styles made for this document: (bold, centred)."""
    found = {}
    for style in root.iter(STYLE + "style"):
        text = style.find(STYLE + "text-properties")
        paragraph = style.find(STYLE + "paragraph-properties")
        found[style.get(STYLE + "name", "")] = (
            text is not None and text.get(FO + "font-weight") == "bold",
            paragraph is not None and paragraph.get(FO + "text-align") == "center",
        )
    return found


def hidden_slides(roots: Sequence[Any]) -> set[str]:
    """The styles of slides that a show leaves out."""
    return {
        style.get(STYLE + "name", "")
        for root in roots
        for style in root.iter(STYLE + "style")
        for look in style.iterchildren(STYLE + "drawing-page-properties")
        if look.get(PRESENTATION + "visibility") == "hidden"
    }
