"""The names of WordprocessingML (ECMA-376, part 1, section 17) and the few ways in which the readers ask its elements."""

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W_B = W + "b"
W_GRID_BEFORE = W + "gridBefore"
W_GRID_SPAN = W + "gridSpan"
W_JC = W + "jc"
W_OUTLINE_LVL = W + "outlineLvl"
W_P_STYLE = W + "pStyle"
W_VANISH = W + "vanish"
W_DEL = W + "del"
W_MOVE_FROM = W + "moveFrom"
W_INSTR_TEXT = W + "instrText"
W_DEL_TEXT = W + "delText"
W_DEL_INSTR_TEXT = W + "delInstrText"
W_P_PR = W + "pPr"
W_R_PR = W + "rPr"
W_SECT_PR = W + "sectPr"
W_SDT_PR = W + "sdtPr"
W_SDT_END_PR = W + "sdtEndPr"
W_PROOF_ERR = W + "proofErr"
W_BOOKMARK_START = W + "bookmarkStart"
W_BOOKMARK_END = W + "bookmarkEnd"
W_TBL_PR = W + "tblPr"
W_TBL_GRID = W + "tblGrid"
W_RUBY_PR = W + "rubyPr"
W_RT = W + "rt"
W_BODY = W + "body"
W_HEADER_REFERENCE = W + "headerReference"
W_FOOTER_REFERENCE = W + "footerReference"
W_P = W + "p"
W_TBL = W + "tbl"
W_TR = W + "tr"
W_TC = W + "tc"
W_ALT_CHUNK = W + "altChunk"
W_SUB_DOC = W + "subDoc"
W_TR_PR = W + "trPr"
W_TBL_HEADER = W + "tblHeader"
W_TC_PR = W + "tcPr"
W_V_MERGE = W + "vMerge"
W_H_MERGE = W + "hMerge"
W_VAL = W + "val"
W_R = W + "r"
W_T = W + "t"
W_TAB = W + "tab"
W_PTAB = W + "ptab"
W_BR = W + "br"
W_CR = W + "cr"
W_NO_BREAK_HYPHEN = W + "noBreakHyphen"
W_SYM = W + "sym"
W_FOOTNOTE_REFERENCE = W + "footnoteReference"
W_ENDNOTE_REFERENCE = W + "endnoteReference"
W_ID = W + "id"
W_FLD_CHAR = W + "fldChar"
W_FLD_CHAR_TYPE = W + "fldCharType"
W_R_STYLE = W + "rStyle"
W_DRAWING = W + "drawing"
W_PICT = W + "pict"
W_OBJECT = W + "object"
W_RUBY = W + "ruby"
W_TXBX_CONTENT = W + "txbxContent"
W_SDT = W + "sdt"
W_SDT_CONTENT = W + "sdtContent"
W_INS = W + "ins"
W_MOVE_TO = W + "moveTo"
W_CUSTOM_XML = W + "customXml"
W_SMART_TAG = W + "smartTag"
W_FOOTNOTE = W + "footnote"
W_ENDNOTE = W + "endnote"
W_IND = W + "ind"
W_LEFT = W + "left"
W_START = W + "start"
W_CHAR = W + "char"
W_FONT = W + "font"
ALTERNATE = _MC + "AlternateContent"
CHOICES = frozenset({_MC + "Choice", _MC + "Fallback"})
_NUMBERS = W + "numPr"
_MAX_DEPTH = 256  # libxml2 parses no deeper
_SHOWN = (W + "t", W + "drawing", W + "pict", W + "object")
_BLOCKS = frozenset({W_P, W_TBL, W_TR, W_TC, W_ALT_CHUNK, W_SUB_DOC})
_WRAPPERS = frozenset({W_SDT, W_SDT_CONTENT, W_INS, W_MOVE_TO, W_CUSTOM_XML, W_SMART_TAG, W_FOOTNOTE, W_ENDNOTE})


def blocks(holder: Any, depth: int = 0) -> Iterator[Any]:
    """Block elements, through content controls, tracked insertions and the like; of alternatives the first."""
    for element in holder:
        tag = element.tag
        if tag in _BLOCKS:
            yield element
        elif depth >= _MAX_DEPTH:
            continue
        elif tag in _WRAPPERS:
            yield from blocks(element, depth + 1)
        elif tag == ALTERNATE:
            yield from blocks(chosen(element), depth + 1)


def chosen(alternatives: Any) -> Any:
    """Of the ways to say the same the first that shows something, for some programs leave the first empty."""
    ways = [way for way in alternatives if way.tag in CHOICES]
    return next((way for way in ways if next(way.iter(*_SHOWN), None) is not None), ways[0] if ways else ())


def leading(element: Any, tag: str) -> Any | None:
    """The element's properties, which the schema puts first: half the time of a search by name, and asked of every cell."""
    first = next(iter(element), None)
    return first if first is not None and first.tag == tag else None


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
    return None if found is None else found.get(W_VAL)


def is_on(of: Properties, tag: str) -> bool:
    """Whether a property is there and not switched off."""
    found = of.get(tag)
    return found is not None and found.get(W_VAL, "1") not in ("0", "false", "off", "none")


def number_of(of: Properties) -> tuple[str | None, int | None]:
    """The list and the level that a paragraph's properties name."""
    numbers = of.get(_NUMBERS)
    if numbers is None:
        return None, None
    named = properties(numbers)
    depth = value(named, W + "ilvl")
    return value(named, W + "numId"), whole(depth) if depth is not None else None


def whole(value: str | None, default: int = 0) -> int:
    """A small whole number of 0 or more; what is none or absurd counts as not said."""
    return int(value) if value and value.isdecimal() and len(value) < 5 else default
