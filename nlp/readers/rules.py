"""What a PDF page draws besides text: its rules (straight lines, thin rectangles, the edges of boxes), its pictures, its shapes."""

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw

from nlp.pages import Box
from nlp.readers.grid import Rule
from nlp.readers.pdf_words import Frame, call

_MAX_PATHS = 6_000  # a page with more is a drawing or a map
_MAX_SEGMENTS = 4_000
_MAX_OUTLINES = 400
_THIN = 3.0
_SHORT = 4.0
_DEPTH = 12
_MAX_FORMS = 5_000  # within forms: each may stand in many places
_TEXT = raw.FPDF_PAGEOBJ_TEXT

_pointer, _int = ctypes.c_void_p, ctypes.c_int
_kind_of = call(raw.FPDFPageObj_GetType, _int, _pointer)
_object_of_page = call(raw.FPDFPage_GetObject, _pointer)
_object_of_form = call(raw.FPDFFormObj_GetObject, _pointer, _pointer, ctypes.c_ulong)
_segments_of = call(raw.FPDFPath_CountSegments, _int, _pointer)
_bounds_of = call(raw.FPDFPageObj_GetBounds, _int, _pointer)
_edges = (ctypes.c_float * 4)()  # PDFium fills it: left, bottom, right, top
_edge_places = tuple(ctypes.byref(_edges, 4 * number) for number in range(4))


@dataclass(slots=True)
class Drawn:
    """What a page draws besides its text."""

    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)  # of straight paths, page coordinates
    outlines: list[tuple[float, float, float, float]] = field(default_factory=list)  # of other paths, where asked for
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)  # left, bottom, right, top
    curved: int = 0  # paths that could be letters: neither a line nor a rectangle
    strokes: int = 0  # all pieces of these
    texts: int = 0
    forms: int = 0
    crowded: bool = False  # more paths than a table has
    wants_outlines: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.boxes or self.curved or self.pictures or self.texts)

    def rules(self, frame: Frame, width: float, height: float) -> tuple[list[Rule], list[Rule]]:
        """Horizontal and vertical rules in the coordinates that `frame` makes of page coordinates."""
        horizontal: list[Rule] = []
        vertical: list[Rule] = []
        if len(self.boxes) < 4 or self.crowded:
            return horizontal, vertical
        for x0, y0, x1, y1 in self.boxes:
            left, top = frame(x0, y0)
            right, bottom = frame(x1, y1)
            left, right = min(left, right), max(left, right)
            top, bottom = min(top, bottom), max(top, bottom)
            wide, high = right - left, bottom - top
            if high <= _THIN and wide > _SHORT:
                horizontal.append(Rule((top + bottom) / 2, left, right))
            elif wide <= _THIN and high > _SHORT:
                vertical.append(Rule((left + right) / 2, top, bottom))
            elif wide > _SHORT and high > _SHORT and not (wide > 0.97 * width and high > 0.97 * height):
                horizontal += [Rule(top, left, right), Rule(bottom, left, right)]
                vertical += [Rule(left, top, bottom), Rule(right, top, bottom)]
        return horizontal, vertical

    def shapes(self, frame: Frame) -> list[Box]:
        """The drawn shapes that are no lines, in the coordinates that `frame` makes of page coordinates."""
        found = []
        for x0, y0, x1, y1 in (*self.boxes, *self.outlines):
            (left, top), (right, bottom) = frame(x0, y0), frame(x1, y1)
            if abs(right - left) > _THIN and abs(bottom - top) > _THIN:
                found.append(Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom)))
        return found


def drawn_on(page: Any, *, outlines: bool = False) -> Drawn:
    """The page's paths and pictures, in one walk over its objects; `outlines`: with the places of round shapes."""
    drawn = Drawn(wants_outlines=outlines)
    count = raw.FPDFPage_CountObjects(page)
    _collect(ctypes.byref(page.contents), count, _object_of_page, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), drawn, 0)
    return drawn


Matrix = tuple[float, float, float, float, float, float]


def _collect(holder: Any, count: int, get: Any, matrix: Matrix, drawn: Drawn, depth: int) -> None:
    straight = matrix == (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    boxes = drawn.boxes
    for index in range(count):
        item = get(holder, index)
        kind = _kind_of(item)
        if kind == _TEXT:  # most are
            drawn.texts += 1
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            segments = _segments_of(item)
            if segments > 6:
                drawn.curved += 1
                drawn.strokes += segments
                if drawn.wants_outlines and len(drawn.outlines) < _MAX_OUTLINES and _bounds_of(item, *_edge_places):
                    left, bottom, right, top = _edges[:]
                    drawn.outlines.append((*_apply(matrix, left, bottom), *_apply(matrix, right, top)))
            if len(boxes) > _MAX_PATHS:
                drawn.crowded = True
            elif segments > 6:
                if segments <= _MAX_SEGMENTS:
                    _lines(ctypes.cast(item, raw.FPDF_PAGEOBJECT), segments, matrix, boxes)
            elif _bounds_of(item, *_edge_places):
                left, bottom, right, top = _edges[:]
                if straight:
                    boxes.append((left, bottom, right, top))
                else:
                    boxes.append((*_apply(matrix, left, bottom), *_apply(matrix, right, top)))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            if _bounds_of(item, *_edge_places):
                left, bottom, right, top = _edges[:]
                drawn.pictures.append((*_apply(matrix, left, bottom), *_apply(matrix, right, top)))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH and drawn.forms < _MAX_FORMS:
            drawn.forms += depth > 0
            form = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
            own = raw.FS_MATRIX()
            inner = matrix
            if raw.FPDFPageObj_GetMatrix(form, own):
                inner = _times((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
            _collect(item, raw.FPDFFormObj_CountObjects(form), _object_of_form, inner, drawn, depth + 1)


def _lines(path: Any, count: int, matrix: Matrix, boxes: list[tuple[float, float, float, float]]) -> None:
    """The straight pieces of a path that draws many of them."""
    own = raw.FS_MATRIX()
    if raw.FPDFPageObj_GetMatrix(path, own):
        matrix = _times((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    start: tuple[float, float] | None = None
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = _apply(matrix, x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO and before:
            _straight(before, point, boxes)
        before = point
        if raw.FPDFPathSegment_GetClose(segment) and start:
            _straight(point, start, boxes)


def _straight(a: tuple[float, float], b: tuple[float, float], boxes: list[tuple[float, float, float, float]]) -> None:
    if abs(a[0] - b[0]) < 1 or abs(a[1] - b[1]) < 1:
        boxes.append((a[0], a[1], b[0], b[1]))


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
