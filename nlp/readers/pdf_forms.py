"""What was filled into a PDF: form fields, text boxes and stamps lie beside a page's content, where its text does not show them."""

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nlp.pages import Box
from nlp.unicode import clean

_SHOWN = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP})
_MAX_ANNOTATIONS = 2_000
_HIDDEN = 2 | 32  # annotation flags: hidden, no view

Value = tuple[str, Box]
"""The text of a field without an appearance of its own, and where the field stands (page coordinates, origin bottom left)."""


def fill_in(page: pdfium.PdfPage) -> tuple[bool, list[Value]]:
    """Draw what was filled in into the page's content; whether the page must be loaded anew, and the values that have no drawing."""
    count = raw.FPDFPage_GetAnnotCount(page.raw)
    drawn = False
    values: list[Value] = []
    for index in range(min(count, _MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) not in _SHOWN or raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                continue
            if raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2:
                drawn = True
            elif value := _value(annotation):
                values.append(value)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    flat = drawn and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    return flat, values


def _value(annotation: "raw.FPDF_ANNOTATION") -> Value | None:
    for key in (b"V", b"Contents"):
        if raw.FPDFAnnot_GetValueType(annotation, key) == raw.FPDF_OBJECT_STRING:
            break
    else:
        return None
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size < 100_000:
        return None
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    text = clean(buffer.raw[: size - 2].decode("utf-16-le", "replace")).strip()
    place = raw.FS_RECTF()
    if not text or not raw.FPDFAnnot_GetRect(annotation, place):
        return None
    return text, Box(place.left, place.bottom, place.right, place.top)
