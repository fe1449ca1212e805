"""Labelled documents in the forms in which offices pass them on."""

import shutil
from pathlib import Path

import docx
import pytest

from nlp.corpus.renderings import rendered
from nlp.readers import ocr_engine, read
from tests.conftest import needs

SENTENCE = "Bappeda Kota Solok menyusun peta jalan arsip sebelum Juni 2026"


@pytest.mark.parametrize("form", ["pdf", "scan"])
def test_a_word_file_says_the_same_in_another_form(tmp_path: Path, form: str) -> None:
    needs(shutil.which("soffice") is not None, "LibreOffice")
    if form == "scan":
        needs(not ocr_engine.missing(), "tesseract")
    path = tmp_path / "laporan.docx"
    made = docx.Document()
    made.add_paragraph(SENTENCE)
    made.save(str(path))
    ((source, rendering),) = [(one, read(other)) for one, other in rendered([path, tmp_path / "lain.txt"], form)]
    assert source == path
    assert rendering.pages[0].source == ("text" if form == "pdf" else "ocr")
    assert " ".join(rendering.pages[0].text.split()) == SENTENCE
