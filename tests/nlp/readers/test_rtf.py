"""RTF: what Word shows of it."""

from pathlib import Path

import pytest

from nlp.pages import BlockKind, Pages
from nlp.readers import read
from tests.nlp.readers.blocks import texts


def of(folder: Path, body: bytes) -> Pages:
    path = folder / "surat.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}}" + body + b"}")
    return read(path)


def test_hidden_and_deleted_text_is_left_out_and_hidden_text_said(tmp_path: Path) -> None:
    reading = of(tmp_path, rb"Terlihat{\v rahasia}{\deleted\revauthdel1 dicoret} saja\par")
    assert reading.pages[0].text == "Terlihat saja"
    assert any("tersembunyi" in warning for warning in reading.warnings)


def test_heads_feet_and_notes_are_known_as_such(tmp_path: Path) -> None:
    body = rb"{\header Dinas Contoh\par}{\headerf Dinas Contoh\par}{\footer Halaman}Isi surat{\footnote Lihat UU.}.\par"
    (page,) = of(tmp_path, body).pages
    assert texts(page, BlockKind.RUNNING) == ["Dinas Contoh", "Halaman"]
    assert texts(page, BlockKind.NOTE) == ["Lihat UU."]
    assert texts(page, BlockKind.PARAGRAPH) == ["Isi surat."]


def test_a_text_box_follows_its_paragraph_once(tmp_path: Path) -> None:
    box = rb"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt Di dalam kotak\par}}{\shprslt{\*\do{\dptxbxtext Di dalam kotak\par}}}}"
    (page,) = of(tmp_path, rb"Awal " + box + rb"kalimat\par Akhir\par").pages
    assert texts(page) == ["Awal kalimat", "Di dalam kotak", "Akhir"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (rb"Caf\'e9", "Café"),
        (rb"\f1 \'cc\'ee\'f1", "Мос"),
        (rb"\u8211?kerja", "–kerja"),
        (rb"\uc2\u8211\'96\'96kerja", "–kerja"),
        (rb"\uc0\u-10179\u-8704 ya", "\U0001f600ya"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt tautan}}", "tautan"),
        (rb"{\*\tidakdikenal buang}tetap", "tetap"),
        (rb"{\object{\*\objdata 0102}{\result hasil}}", "hasil"),
        (rb"{\pntext 1.\tab}Butir", "1. Butir"),
        (rb"{\upr{C?}{\*\ud{\u8211?C}}} ya", "–C ya"),
        (rb"{\pict\wmetafile8\bin4 }}{{}tetap", "tetap"),
    ],
)
def test_letters_and_groups(tmp_path: Path, written: bytes, read_as: str) -> None:
    assert of(tmp_path, written + rb"\par").pages[0].text == read_as


def test_one_large_picture_does_not_make_a_text_too_large(tmp_path: Path) -> None:
    reading = of(tmp_path, rb"Isi\par{\pict\wmetafile8 " + b"00" * 11_000_000 + b"}")
    assert reading.pages[0].text == "Isi"
    assert any("gambar" in warning for warning in reading.warnings)
