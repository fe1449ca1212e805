"""What is said of pages whatever the format: none says anything, a show leaves some out."""

from pathlib import Path

import pytest

from nlp.readers import read
from tests.hostile.package_files import deck, document, open_document, packed, parts, slide_changed
from tests.nlp.readers.blocks import written


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("surat.docx", packed(parts(**{"word/document.xml": document("<w:p/>")}))),
        ("surat.odt", open_document("<text:p/>")),
        ("surat.rtf", rb"{\rtf1\ansi\par}"),
    ],
)
def test_a_file_without_a_word_is_said_to_be_empty(tmp_path: Path, name: str, content: bytes) -> None:
    assert read(written(tmp_path, name, content)).warnings == ("Halaman 1 tampak kosong; periksa berkas aslinya.",)


def test_a_hidden_slide_is_read_and_said(tmp_path: Path) -> None:
    assert read(written(tmp_path, "paparan.pptx", deck())).warnings == ()
    hidden = slide_changed(b"<p:sld ", b'<p:sld show="0" ')
    reading = read(written(tmp_path, "paparan.pptx", hidden))
    assert reading.pages[0].text.startswith("Paparan 1")
    assert reading.warnings == ("Halaman 1 tersembunyi saat ditayangkan; isinya tetap dibaca.",)
