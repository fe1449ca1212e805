"""Word's styles, each looked at when a paragraph first names it.

A template brings hundreds of styles, often more XML than the document itself (350 KB beside 140 KB): parsing them all took a third
of the time of a document. So their places are found by their ids, and single ones are parsed.
"""

import re
from dataclasses import dataclass
from typing import Any

from nlp.errors import DamagedFile
from nlp.readers import archive
from nlp.readers.numbering import W, whole

_ROOT = re.compile(rb"<w:styles\b[^>]*>")
_STYLE = re.compile(rb"<w:style\s[^>]*?w:styleId=\"([^\"]*)\"[^>]*>")
_END = b"</w:style>"
_VAL, _NUMBERS = W + "val", W + "numPr"


@dataclass(slots=True)
class Style:
    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    number: str | None = None
    depth: int | None = None
    bold: bool = False
    centred: bool = False
    hidden: bool = False


class Styles:
    """The styles of one document, by id."""

    def __init__(self, content: bytes) -> None:
        """`content`: the styles part. Raises `DamagedFile` when it is no XML, `SuspiciousArchive` for a DOCTYPE."""
        archive.refuse_doctype(content, "styles")
        self._content = content
        self._found: dict[str, Style | None] = {}
        self._chains: dict[str | None, list[Style]] = {}
        root = _ROOT.search(content, 0, 8_192)
        self._root = root.group() if root else b""
        self._places: dict[bytes, int] = {}
        self._elements: dict[str, Any] = {}
        if root:
            self._places = {match.group(1): match.start() for match in _STYLE.finditer(content)}
        elif content:
            tree = archive.parse(content, "styles")
            self._elements = {element.get(W + "styleId", ""): element for element in tree.iterfind(W + "style")}

    def chain(self, style_id: str | None) -> list[Style]:
        """The style and those that it is based on."""
        found = self._chains.get(style_id)
        if found is None:
            found = self._chains[style_id] = []
            seen: set[str] = set()
            following = style_id
            while following and following not in seen and (style := self._style(following)) is not None:
                seen.add(following)
                found.append(style)
                following = style.based_on
        return found

    def _style(self, style_id: str) -> Style | None:
        if style_id not in self._found:
            element = self._element(style_id)
            self._found[style_id] = None if element is None else _style_of(element)
        return self._found[style_id]

    def _element(self, style_id: str) -> Any | None:
        place = self._places.get(style_id.encode())
        if place is None:
            return self._elements.get(style_id)
        end = self._content.find(_END, place)
        part = self._content[place : end + len(_END)] if end >= 0 else self._content[place:]
        try:
            return archive.parse(self._root + part + b"</w:styles>", "style").find(W + "style")
        except DamagedFile:
            return None


def _style_of(element: Any) -> Style:
    own, paragraph, run = (
        properties(element),
        properties(child(element, W + "pPr")),
        properties(child(element, W + "rPr")),
    )
    outline = value(paragraph, W + "outlineLvl")
    return Style(
        name=(value(own, W + "name") or "").lower(),
        based_on=value(own, W + "basedOn") or None,
        outline=whole(outline, 9) if outline else None,
        number=number_of(paragraph)[0],
        depth=number_of(paragraph)[1],
        bold=is_on(run, W + "b"),
        centred=value(paragraph, W + "jc") == "center",
        hidden=is_on(run, W + "vanish"),
    )


Properties = dict[str, Any]
"""An element's children by their tag: looked at once, where `find` would walk over them for each question."""


def child(element: Any, tag: str) -> Any | None:
    """The first child of that name."""
    return next(element.iterchildren(tag), None)


def properties(element: Any | None) -> Properties:
    return {} if element is None else {item.tag: item for item in element}


def value(of: Properties, tag: str) -> str | None:
    """The `w:val` of a property; None without it."""
    found = of.get(tag)
    return None if found is None else found.get(_VAL)


def is_on(of: Properties, tag: str) -> bool:
    """Whether a property is there and not switched off."""
    found = of.get(tag)
    return found is not None and found.get(_VAL, "1") not in ("0", "false", "off", "none")


def number_of(of: Properties) -> tuple[str | None, int | None]:
    """The list and the level that a paragraph's properties name."""
    numbers = of.get(_NUMBERS)
    if numbers is None:
        return None, None
    named = properties(numbers)
    depth = value(named, W + "ilvl")
    return value(named, W + "numId"), whole(depth) if depth is not None else None
