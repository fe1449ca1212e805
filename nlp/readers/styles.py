"""Word's styles, each looked at when a paragraph first names it.

A template brings hundreds of styles, often more XML than the document itself (350 KB beside 140 KB): parsing them all took a third
of the time of a document. So their places are found by their ids, and single ones are parsed.
"""

import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from nlp.errors import DamagedFile
from nlp.readers import archive
from nlp.readers.wordml import W, child, is_on, number_of, properties, value, whole

_ROOT = re.compile(rb"<w:styles\b[^>]*>")
_QUOTE = {'"': "&quot;"}
_BEGIN, _END = b"<w:style ", b"</w:style>"


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
        self._hiding: dict[str | None, bool] = {}
        self._chains: dict[str | None, list[Style]] = {}
        root = _ROOT.search(content, 0, 8_192)
        self._root = root.group() if root else b""
        self._elements: dict[str, Any] = {}
        if not root and content:
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

    def hides(self, style_id: str | None) -> bool:
        """Whether the style, or one that it is based on, hides its text."""
        found = self._hiding.get(style_id)
        if found is None:
            found = self._hiding[style_id] = any(style.hidden for style in self.chain(style_id))
        return found

    def _style(self, style_id: str) -> Style | None:
        if style_id not in self._found:
            element = self._element(style_id)
            self._found[style_id] = None if element is None else _style_of(element)
        return self._found[style_id]

    def _element(self, style_id: str) -> Any | None:
        place = self._place(style_id)
        if place < 0:
            return self._elements.get(style_id)
        end = self._content.find(_END, place)
        part = self._content[place : end + len(_END)] if end >= 0 else self._content[place:]
        try:
            return archive.parse(self._root + part + b"</w:styles>", "style").find(W + "style")
        except DamagedFile:
            return None

    def _place(self, style_id: str) -> int:
        """Where the style begins in the part; below 0 when it is not there."""
        if not self._root:
            return -1
        name = self._content.find(f' w:styleId="{escape(style_id, _QUOTE)}"'.encode())
        return self._content.rfind(_BEGIN, 0, name) if name >= 0 else -1


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
