"""What this machine has to read documents with, beyond what we bring: the OCR engine and LibreOffice.

The reader looks for the same programs when it needs them (`nlp.readers.ocr_engine`, `nlp.readers.old_office`). Here they are only
looked for, so that the web process need not load the reader, which brings numpy.
"""

import importlib.util
import os
import shutil
from enum import StrEnum
from pathlib import Path

MODEL_FOLDERS = (
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


class Helper(StrEnum):
    """A program of the system, or a part of one, that reading asks for; without it some files stay unread."""

    OCR = "ocr"  # Tesseract: pages that are pictures
    INDONESIAN = "indonesian"  # its Indonesian model
    OLD_OFFICE = "old_office"  # LibreOffice: DOC and PPT


def lacking() -> tuple[Helper, ...]:
    """What is not installed; empty when every kind of file can be read."""
    found = []
    if not (shutil.which("tesseract") or importlib.util.find_spec("tesserocr")):
        found.append(Helper.OCR)
    elif not _has_indonesian_model():
        found.append(Helper.INDONESIAN)
    if not (shutil.which("soffice") or shutil.which("libreoffice")):
        found.append(Helper.OLD_OFFICE)
    return tuple(found)


def _has_indonesian_model() -> bool:
    named = os.environ.get("TESSDATA_PREFIX")
    bases = [Path(name) for name in (*([named] if named else []), *MODEL_FOLDERS)]
    return any((folder / "ind.traineddata").is_file() for base in bases for folder in (base, *base.glob("*/tessdata")))
