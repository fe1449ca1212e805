"""Words of a PDF page that something opaque was painted over afterwards: blacked out, pasted over.

Ordinary pages pay nothing: fills stand below the words there. Order tells most, and a look at the page the rest (what is clipped or
multiplied covers nothing).
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence

import numpy
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from nlp.pages import Box
from nlp.readers.pdf_words import Frame, call
from nlp.readers.rules import Drawn
from nlp.readers.segments import Token

_WIDE, _HIGH = 8.0, 5.0  # points: what is smaller covers no word
_LARGEST = 0.5  # of the page: a larger picture is a scan over its text layer
_MAX_AREAS, _MAX_LOOKS = 400, 40
_FLAT = 16  # shades: where there is less between light and dark, no letter shows
_LETTERS = 4  # so many covered letters are more than a page number
_FINE = 2.0  # pixels a point
_DEPTH = 4
_ANNOTATIONS = (
    raw.FPDF_ANNOT_SQUARE,
    raw.FPDF_ANNOT_POLYGON,
    raw.FPDF_ANNOT_REDACT,
    raw.FPDF_ANNOT_FREETEXT,
    raw.FPDF_ANNOT_STAMP,
)

Area = tuple[float, float, float, float]

_pointer, _int = ctypes.c_void_p, ctypes.c_int
_kind_of = call(raw.FPDFPageObj_GetType, _int, _pointer)
_object_of_page = call(raw.FPDFPage_GetObject, _pointer)
_bounds_of = call(raw.FPDFPageObj_GetBounds, _int, _pointer)
_is_transparent = call(raw.FPDFPageObj_HasTransparency, _int, _pointer)
_draw_mode = call(raw.FPDFPath_GetDrawMode, _int, _pointer)
_edges = (ctypes.c_float * 4)()
_edge_places = tuple(ctypes.byref(_edges, 4 * number) for number in range(4))
_fill, _stroke = ctypes.c_int(), ctypes.c_int()


def covers_words(
    page: pdfium.PdfPage, drawn: Drawn, words: Sequence[Token], shown: Frame, item_of: Callable[[int], int]
) -> bool:
    """Whether something was painted over words that were painted before; `item_of`: the text object of a word by its place."""
    annotated, candidates = list(_annotated(page.raw)), _candidates(drawn, page)
    if not words or not (annotated or candidates):
        return False
    boxes = [word.box for word in words]
    middles = numpy.array([((box.left + box.right) / 2, (box.top + box.bottom) / 2) for box in boxes])
    under = {index for area in annotated for index in _below(area, middles, shown)}
    if any(_below(area, middles, shown) for area in candidates):
        for area, before in _painted_later(page):
            under.update(index for index in _below(area, middles, shown) if item_of(index) in before)
    letters = 0
    for index in sorted(under)[:_MAX_LOOKS]:
        if _is_flat(page, boxes[index]):
            letters += sum(map(str.isalnum, words[index].text))
    return letters >= _LETTERS


def _candidates(drawn: Drawn, page: pdfium.PdfPage) -> list[Area]:
    """The places of what the page draws, as far as it may cover a word."""
    width, height = page.get_size()
    found = [
        area
        for area in (*drawn.boxes, *drawn.pictures)
        if abs(area[2] - area[0]) > _WIDE
        and abs(area[3] - area[1]) > _HIGH
        and abs((area[2] - area[0]) * (area[3] - area[1])) < _LARGEST * width * height
    ]
    return found[:_MAX_AREAS]


def _painted_later(page: pdfium.PdfPage) -> Iterator[tuple[Area, set[int]]]:
    """The places of what is opaque, each with the text objects painted before it."""
    before: set[int] = set()
    width, height = page.get_size()
    areas = 0
    holder = ctypes.byref(page.raw.contents)
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = _object_of_page(holder, index)
        kind = _kind_of(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            before.add(item)
        elif before and _is_opaque(item, kind) and _bounds_of(item, *_edge_places):
            left, bottom, right, top = _edges[:]
            wide, high = right - left, top - bottom
            if wide > _WIDE and high > _HIGH and wide * high < _LARGEST * width * height:
                yield (left, bottom, right, top), before
                areas += 1
                if areas >= _MAX_AREAS:
                    return
        if kind == raw.FPDF_PAGEOBJ_FORM:
            before.update(_texts_of(item, 0))


def _is_opaque(item: int, kind: int) -> bool:
    """Whether it is a picture, a filled path, or a form of only such (an annotation made part of the page)."""
    if _is_transparent(item):
        return False
    if kind == raw.FPDF_PAGEOBJ_PATH:
        return bool(_draw_mode(item, ctypes.byref(_fill), ctypes.byref(_stroke)) and _fill.value)
    return kind == raw.FPDF_PAGEOBJ_IMAGE or (
        kind == raw.FPDF_PAGEOBJ_FORM and not any(True for _ in _texts_of(item, 0))
    )


def _texts_of(form: int, depth: int) -> Iterator[int]:
    holder = ctypes.cast(form, raw.FPDF_PAGEOBJECT)
    for index in range(raw.FPDFFormObj_CountObjects(holder)):
        item = ctypes.cast(raw.FPDFFormObj_GetObject(holder, index), ctypes.c_void_p).value or 0
        kind = _kind_of(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield item
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            yield from _texts_of(item, depth + 1)


def _annotated(page: "raw.FPDF_PAGE") -> Iterator[Area]:
    """The places of annotations that may be filled."""
    for index in range(min(_MAX_AREAS, raw.FPDFPage_GetAnnotCount(page))):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        rectangle = raw.FS_RECTF()
        if raw.FPDFAnnot_GetSubtype(annotation) in _ANNOTATIONS and raw.FPDFAnnot_GetRect(annotation, rectangle):
            yield rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
        raw.FPDFPage_CloseAnnot(annotation)


def _below(area: Area, middles: NDArray[numpy.float64], shown: Frame) -> list[int]:
    """The words whose middle lies in an area of the page."""
    (x0, y0), (x1, y1) = shown(area[0], area[1]), shown(area[2], area[3])
    x, y = middles[:, 0], middles[:, 1]
    inside = (x > min(x0, x1)) & (x < max(x0, x1)) & (y > min(y0, y1)) & (y < max(y0, y1))
    found: list[int] = numpy.flatnonzero(inside).tolist()
    return found


def _is_flat(page: pdfium.PdfPage, box: Box) -> bool:
    """Whether nothing shows where the word stands."""
    width, height = page.get_size()
    inset = 0.15 * (box.bottom - box.top)  # the cover's edge may run along the word
    crop = (box.left, height - box.bottom + inset, width - box.right, box.top + inset)
    if min(crop) < 0 or box.right - box.left < 1 or box.bottom - box.top < 3:
        return False
    bitmap = page.render(scale=_FINE, crop=crop, grayscale=True)
    low, high = bitmap.to_pil().getextrema()
    bitmap.close()
    return bool(high - low < _FLAT)
