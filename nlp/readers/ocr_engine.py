"""Tesseract: through tesserocr where that is installed, else through the command, else a sentence that says what is missing."""

import os

# One thread a page: with the default it takes eight times the CPU. Set before the engine's library is loaded.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

import csv
import importlib.util
import io
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

PAGE_SECONDS = 60  # after which the reader of a page is ended
_MODEL_FOLDERS = (
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_MISSING = "mesin OCR (Tesseract) tidak terpasang. Pasang paket tesseract-ocr, tesseract-ocr-ind, dan tesseract-ocr-eng, lalu baca ulang."
_MISSING_INDONESIAN = (
    "model bahasa Indonesia untuk OCR tidak terpasang. Pasang paket tesseract-ocr-ind, lalu baca ulang."
)
Found = list[tuple[str, float, float, float, float, float, int]]  # text, left, top, right, bottom, confidence 0–1, line


@cache
def models_folder() -> str | None:
    """The folder with `ind.traineddata`, else one with any model, else None."""
    folders = [Path(os.environ["TESSDATA_PREFIX"])] if os.environ.get("TESSDATA_PREFIX") else []
    for name in _MODEL_FOLDERS:
        base = Path(name)
        folders += [base, *sorted(base.glob("*/tessdata"), reverse=True)]
    for folder in folders:
        if (folder / "ind.traineddata").is_file():
            return str(folder)
    return None


@cache
def languages() -> str:
    folder = models_folder()
    return "ind+eng" if folder and (Path(folder) / "eng.traineddata").is_file() else "ind"


@cache
def _has_wheel() -> bool:
    return importlib.util.find_spec("tesserocr") is not None


@cache
def _command() -> str | None:
    return shutil.which("tesseract")


def missing() -> str:
    """Empty when OCR can run, else what is missing and how to install it (the end of a sentence)."""
    if models_folder() and (_has_wheel() or _command()):
        return ""
    return _MISSING_INDONESIAN if _command() and not models_folder() else _MISSING


def load() -> None:
    """Load the models: once, before children are forked that all need them."""
    if _has_wheel() and models_folder():
        _engine()


@cache
def _engine() -> Any:
    module = importlib.import_module("tesserocr")
    return module, module.PyTessBaseAPI(path=models_folder(), lang=languages(), psm=module.PSM.AUTO)


def read_picture(picture: Image.Image, dpi: int) -> Found:
    """(text, left, top, right, bottom, confidence 0–1, line) of every word, in the engine's order."""
    if _has_wheel():
        return _by_wheel(picture, dpi)
    return _by_command(picture, dpi)


def _by_wheel(picture: Image.Image, dpi: int) -> Found:
    _, engine = _engine()
    engine.SetImageBytes(picture.tobytes(), picture.width, picture.height, 1, picture.width)
    engine.SetSourceResolution(dpi)
    found: Found = []
    try:
        if not engine.Recognize(PAGE_SECONDS * 1000):
            return found
        tsv = engine.GetTSVText(0)
    finally:
        engine.Clear()
    return _parse_tsv(tsv)


def _parse_tsv(tsv: str) -> Found:
    found: Found = []
    line = -1
    for row in csv.reader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) < 12 or not row[0].isdigit():
            continue
        if row[0] == "4":
            line += 1
        if row[0] == "5" and row[11].strip():
            left, top, width, height = map(float, row[6:10])
            found.append((row[11].strip(), left, top, left + width, top + height, max(0.0, float(row[10]) / 100), line))
    return found


def _by_command(picture: Image.Image, dpi: int) -> Found:
    command = _command()
    if command is None:
        return []
    with tempfile.TemporaryDirectory(prefix="tilik-ocr-") as folder:
        image = Path(folder) / "page.png"
        picture.save(image, compress_level=1)
        arguments = [
            command,
            str(image),
            "stdout",
            "-l",
            languages(),
            "--dpi",
            str(dpi),
            "--tessdata-dir",
            models_folder() or "",
            "tsv",
        ]
        try:
            done = subprocess.run(arguments, capture_output=True, timeout=PAGE_SECONDS, check=False,
                                  env={**os.environ, "OMP_THREAD_LIMIT": "1"})  # fmt: skip
        except subprocess.TimeoutExpired:
            return []
    return _parse_tsv(done.stdout.decode("utf-8", "replace"))
