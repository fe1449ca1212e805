"""DrawingML as slides use it: the names of its elements, numbers, places, the text of a paragraph."""

from typing import Any

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
M_T = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
EMU = 12_700  # of a point
_FALLBACK = MC + "Fallback"
RUNNING = frozenset({"sldNum", "dt", "ftr", "hdr"})  # placeholders of running heads and feet
_FARTHEST = 1e12

Place = tuple[float, float, float, float]  # left, top, right, bottom, in EMU


def box_of(transform: Any | None, offset: str = "off", extent: str = "ext") -> Place | None:
    """The place that a transform gives, in EMU; `chOff` and `chExt` for the room that a group's shapes share."""
    if transform is None:
        return None
    start, size = transform.find(A + offset), transform.find(A + extent)
    if start is None or size is None:
        return None
    x, y = number_in(start.get("x")), number_in(start.get("y"))
    return x, y, x + number_in(size.get("cx")), y + number_in(size.get("cy"))


def number_in(value: str | None) -> float:
    """The number that an attribute holds; 0 for what is none or stands far off any slide (a slide has some 10 million EMU)."""
    try:
        number = float(value) if value else 0.0
    except ValueError:
        return 0.0
    return number if -_FARTHEST < number < _FARTHEST else 0.0


def text_of(paragraph: Any) -> str:
    """The letters of a paragraph, formulas too; its line breaks kept."""
    parts: list[str] = []
    again: set[Any] = set()  # the second way to say what the first has said
    for element in paragraph.iter(A + "t", A + "br", A + "tab", M_T, _FALLBACK):
        if element in again:
            continue
        if element.tag == _FALLBACK:
            if next(element.getparent().iter(A + "t", M_T), None) not in (first := set(element.iter())):
                again |= first
        elif element.tag == A + "t":
            parts.append((element.text or "").replace("\v", " ").replace("\t", " "))
        elif element.tag == M_T:
            parts.append(element.text or "")
        else:
            parts.append("\n" if element.tag == A + "br" else " ")
    return "".join(parts)
