"""What was filled into a PDF: form fields, text boxes and stamps lie beside a page's content, where its text does not show them."""

import ctypes
import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nlp.pages import Box
from nlp.unicode import clean

_SHOWN = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP})
# Of these, comments most often, only what has text or a picture for its look.
_DRAWN = frozenset(
    {raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_POLYLINE, raw.FPDF_ANNOT_LINE,
     raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_CARET, raw.FPDF_ANNOT_WATERMARK}
)  # fmt: skip
# What marks the text or is drawn beside it, and may have a note.
_MARKING = (_DRAWN | {raw.FPDF_ANNOT_SQUIGGLY, raw.FPDF_ANNOT_STRIKEOUT}) - {raw.FPDF_ANNOT_WATERMARK}
_SAYING = frozenset({raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM})
_MAX_OBJECTS = 200  # looked at of an appearance
_COPIED = 3  # words; a shorter note may stand in the text by chance
_BREAK, _TAG = re.compile(r"</p>|<br\s*/?>"), re.compile(r"<[^<>]*>")
_MAX_ANNOTATIONS = 20_000
_TYPED = frozenset({raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX})
_LONGEST_BYTES = 100_000  # of a value
_HIDDEN = 2 | 32  # annotation flags: hidden, no view

Value = tuple[str, Box]
"""The text of a field without an appearance of its own, and where the field stands (page coordinates, origin bottom left)."""


@dataclass(slots=True)
class Filled:
    """What was filled into a page: whether it was drawn into it, the values without a drawing, whether there is more.

    `pinned`: files attached at places of the page; `noted`: whether somebody stuck a note to it; `remarks`: notes on what is marked.
    """

    drawn: bool = False
    values: list[Value] = field(default_factory=list)
    more: bool = False
    pinned: int = 0
    noted: bool = False
    remarks: list[str] = field(default_factory=list)


def fill_in(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Filled:
    """Draw what was filled in into the page's content; when `drawn`, the page must be loaded anew."""
    count = raw.FPDFPage_GetAnnotCount(page.raw)
    filled = Filled(more=count > _MAX_ANNOTATIONS)
    drawn = False
    for index in range(min(count, _MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            filled.pinned += kind == raw.FPDF_ANNOT_FILEATTACHMENT
            filled.noted = filled.noted or (kind == raw.FPDF_ANNOT_TEXT and bool(_text(annotation)))
            if kind in _MARKING and (remark := _text(annotation)):
                filled.remarks.append(remark)
            if raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                continue
            if kind not in _SHOWN:
                drawn = drawn or (kind in _DRAWN and _says_something(annotation))
                continue
            if raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2:
                drawn = True
                continue
            text = _text(annotation)
            if not text and kind == raw.FPDF_ANNOT_WIDGET:
                text = _inherited(document, annotation)
            if value := _placed(annotation, text):
                filled.values.append(value)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    filled.drawn = drawn and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    return filled


def say_more(remarks: Iterable[str], text: str) -> bool:
    """Whether one of the notes says what the page's text does not: many programs copy the words there that are marked."""
    seen = _letters(text)
    return any(len(remark.split()) < _COPIED or _letters(remark) not in seen for remark in remarks)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _text(annotation: "raw.FPDF_ANNOTATION") -> str:
    for key in (b"V", b"Contents", b"RC"):
        if raw.FPDFAnnot_GetValueType(annotation, key) == raw.FPDF_OBJECT_STRING:
            text = _string(partial(raw.FPDFAnnot_GetStringValue, annotation, key))
            if key == b"RC":
                return html.unescape(_TAG.sub("", _BREAK.sub("\n", text))).strip()
            if text:
                return text
    return ""


def _says_something(annotation: "raw.FPDF_ANNOTATION") -> bool:
    """Whether its appearance holds more than lines and areas."""
    count = min(raw.FPDFAnnot_GetObjectCount(annotation), _MAX_OBJECTS)
    return any(raw.FPDFPageObj_GetType(raw.FPDFAnnot_GetObject(annotation, index)) in _SAYING for index in range(count))


def _inherited(document: pdfium.PdfDocument, annotation: "raw.FPDF_ANNOTATION") -> str:
    """The value that the field has from the field above it."""
    if document.formenv is None:
        document.init_forms()
    form = document.formenv
    if form is None or raw.FPDFAnnot_GetFormFieldType(form.raw, annotation) not in _TYPED:
        return ""
    return _string(partial(raw.FPDFAnnot_GetFormFieldValue, form.raw, annotation))


def _string(ask: Callable[[Any, int], int]) -> str:
    """What a function of PDFium writes as UTF-16 into a buffer; asked first for its size in bytes."""
    size = ask(None, 0)
    if not 2 < size < _LONGEST_BYTES:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return clean(buffer.raw[: size - 2].decode("utf-16-le", "replace")).strip()


def _placed(annotation: "raw.FPDF_ANNOTATION", text: str) -> Value | None:
    place = raw.FS_RECTF()
    if not text or not raw.FPDFAnnot_GetRect(annotation, place):
        return None
    return text, Box(place.left, place.bottom, place.right, place.top)


def told_about(document: pdfium.PdfDocument, pinned: int) -> list[str]:
    """What staff must know of a document whose text is not on its pages: a portfolio, a form that only Adobe Reader draws.

    `pinned`: files attached at places of its pages.
    """
    warnings = []
    if raw.FPDF_GetFormType(document.raw) == raw.FORMTYPE_XFA_FULL:
        warnings.append(
            "Berkas ini formulir dinamis (XFA) yang isinya hanya tampil di Adobe Reader; buka di sana, cetak ke PDF, lalu unggah "
            "hasilnya."
        )
    count = max(0, raw.FPDFDoc_GetAttachmentCount(document.raw)) + pinned
    if count > 0:
        warnings.append(
            f"Berkas PDF ini memuat {count} berkas lampiran yang tidak dibaca; simpan lampirannya, lalu unggah satu per satu."
        )
    return warnings
