"""OpenDocument as its readers use it: the names of its elements, lengths, the text of a paragraph."""

from collections.abc import Iterator
from typing import Any

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
CHART = "{urn:oasis:names:tc:opendocument:xmlns:chart:1.0}"
FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
MAX_DEPTH = 60
PARAGRAPHS = (TEXT + "p", TEXT + "h")
SKIPPED = frozenset(
    {
        TEXT + "tracked-changes",
        OFFICE + "annotation",
        OFFICE + "forms",
        TEXT + "sequence-decls",
        OFFICE + "annotation-end",
    }
)
_BESIDE = frozenset({TEXT + "note", OFFICE + "annotation", TEXT + "ruby-text"})
_UNITS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}


def inline(element: Any, depth: int = 0) -> str:
    """The text of a paragraph without its notes, comments and what is drawn in it."""
    if depth > MAX_DEPTH:
        return ""
    parts = [element.text or ""]
    for child in element:
        tag = child.tag
        if tag == TEXT + "s":
            parts.append(" " * min(200, whole(child.get(TEXT + "c"), 1)))
        elif tag == TEXT + "tab":
            parts.append(" ")
        elif tag == TEXT + "line-break":
            parts.append("\n")
        elif isinstance(tag, str) and tag not in _BESIDE and not tag.startswith(DRAW):
            parts.append(inline(child, depth + 1))
        parts.append(child.tail or "")
    return "".join(parts)


def drawn_in(element: Any, depth: int = 0) -> Iterator[Any]:
    """The frames and shapes that hang on a paragraph; of those inside of one another the outer."""
    if depth > MAX_DEPTH:
        return
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _BESIDE:
            continue
        if tag.startswith(DRAW):
            yield child
        elif len(child):
            yield from drawn_in(child, depth + 1)


def own_tables(cell: Any) -> list[Any]:
    """The tables right in a cell, not those inside of them."""
    return [inner for inner in cell.iter(TABLE + "table") if _cell_of(inner) is cell]


def _cell_of(table: Any) -> Any:
    return next(table.iterancestors(TABLE + "table-cell"), None)


def rows(table: Any) -> Iterator[Any]:
    """The rows of a table, through the groups that it makes of them."""
    for element in table:
        if element.tag == TABLE + "table-row":
            yield element
        elif element.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            yield from rows(element)


def whole(value: str | None, default: int) -> int:
    """A whole number that is not absurd, else the default."""
    return int(value) if value and value.isdecimal() and len(value) < 7 else default


def length(value: str | None) -> float:
    """A length in points; 0 for what is none."""
    if not value:
        return 0.0
    try:
        return float(value.rstrip("cminptx")) * _UNITS.get(value[-2:], 1.0)
    except ValueError:
        return 0.0
