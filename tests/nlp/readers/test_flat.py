"""Documents written as one file of XML."""

import base64
from pathlib import Path

import pytest

from nlp.errors import SuspiciousArchive, UnsupportedFormat
from nlp.readers import ocr_engine, read
from tests.conftest import needs
from tests.hostile.case import SENTENCE
from tests.hostile.package_files import W, open_flat, rels
from tests.hostile.picture_files import saved, scan
from tests.nlp.readers.blocks import written

_PKG = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'


def test_a_flat_document_is_read_with_its_margins(tmp_path: Path) -> None:
    head = "<office:master-styles><style:master-page><style:header><text:p>Kop surat</text:p></style:header></style:master-page></office:master-styles>"
    reading = read(written(tmp_path, "nota.fodt", open_flat(head=head)))
    assert (reading.format, reading.pages[0].text, reading.warnings) == ("odt", f"Kop surat\n{SENTENCE}", ())


def test_flat_slides_are_read(tmp_path: Path) -> None:
    slide = "<draw:page><draw:frame><draw:text-box><text:p>Satu</text:p></draw:text-box></draw:frame></draw:page>"
    reading = read(written(tmp_path, "paparan.fodp", open_flat(slide * 2, "presentation")))
    assert (reading.format, [page.text for page in reading.pages]) == ("odp", ["Satu", "Satu"])


def test_a_picture_in_a_flat_document_is_read(tmp_path: Path) -> None:
    needs(not ocr_engine.missing(), "tesseract")
    data = base64.b64encode(saved(scan(), "PNG")).decode()
    frame = f"<draw:frame><draw:image><office:binary-data>{data}</office:binary-data></draw:image></draw:frame>"
    assert SENTENCE in read(written(tmp_path, "nota.fodt", open_flat(f"<text:p>{frame}</text:p>"))).pages[0].text


def test_a_flat_document_cut_off_is_said(tmp_path: Path) -> None:
    content = open_flat()
    reading = read(written(tmp_path, "nota.fodt", content[: content.find(SENTENCE.encode()) + 12]))
    assert SENTENCE[:12] in reading.pages[0].text
    assert any("rusak" in warning for warning in reading.warnings)


def test_words_own_xml_is_read(tmp_path: Path) -> None:
    relations = rels("officeDocument word/document.xml").partition("?>")[2]
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:body></w:document>"
    members = "".join(
        f'<pkg:part pkg:name="{name}" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml"><pkg:xmlData>{part}</pkg:xmlData></pkg:part>'
        for name, part in (("/_rels/.rels", relations), ("/word/document.xml", body))
    )
    content = (
        f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package {_PKG}>{members}</pkg:package>'
    )
    reading = read(written(tmp_path, "surat.xml", content.encode()))
    assert (reading.format, reading.pages[0].text) == ("docx", SENTENCE)


def test_what_no_reader_knows_or_no_program_writes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat):
        read(written(tmp_path, "tabel.fods", open_flat("", "spreadsheet")))
    entity = open_flat().replace(b"<office:body", b"<!ENTITY a 'b'><office:body")
    with pytest.raises(SuspiciousArchive):
        read(written(tmp_path, "nota.fodt", entity))
