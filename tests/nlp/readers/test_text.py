"""Plain text, RTF, HTML, OpenDocument and mails."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from nlp.errors import RenamedFile
from nlp.pages import BlockKind
from nlp.readers import read
from tests.hostile.package_files import open_document, word
from tests.nlp.readers.blocks import cell, cells, only_page, texts

SENTENCE = "Nota Kesepahaman – “resmi” antara Kota Semarang dan Café Contoh"


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


# -------------------------------------------------------------------------------------------------------- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    assert only_page(written(tmp_path, "nota.txt", SENTENCE.encode(encoding))).text == SENTENCE


def test_a_few_broken_bytes_do_not_make_another_encoding(tmp_path: Path) -> None:
    path = written(tmp_path, "nota.txt", (SENTENCE + "\n").encode() * 4 + b"\xe2\x80")
    reading = read(path)
    assert SENTENCE in reading.pages[0].text
    assert any("rusak" in warning for warning in reading.warnings)


def test_controls_do_not_reach_the_text(tmp_path: Path) -> None:
    path = written(tmp_path, "nota.txt", b"\x1b[2JNota\x00 Kesepahaman\x07\xe2\x80\xae resmi")
    assert only_page(path).text == "[2JNota Kesepahaman resmi"


# ------------------------------------------------------------------------------------------------------------- text


def test_lines_broken_at_a_width_are_joined_and_items_kept_apart(tmp_path: Path) -> None:
    text = (
        "Para pihak sepakat untuk melaksanakan kerja sama di bidang kepegawaian\n"
        "dan pelatihan aparatur di wilayah masing-masing dengan ketentuan yang\n"
        "diatur dalam pasal berikut ini sampai dengan berakhirnya perjanjian ini\n"
        "1. Pihak Kesatu menyediakan tempat pelatihan bagi seluruh peserta magang;\n"
        "2. Pihak Kedua menyediakan peserta.\n"
    )
    page = only_page(written(tmp_path, "pks.txt", text.encode()))
    assert [block.mark for block in page.blocks] == [None, "1.", "2."]
    assert "kepegawaian dan pelatihan" in page.text


def test_what_hangs_below_the_words_of_an_item_belongs_to_it(tmp_path: Path) -> None:
    lines = """
     A.  Dinas Perikanan Kabupaten Contoh
         1)  Menyusun peta tambatan perahu bersama nelayan di Teluk
             Biru, selesai sebelum musim barat.
         2)  Memasang papan harga ikan.

     Demikian disampaikan kepada pimpinan untuk menjadi bahan arahan
     selanjutnya pada rapat triwulan.
"""
    items = [text for text in texts(only_page(written(tmp_path, "saran.txt", lines.encode()))) if "tambatan" in text]
    assert items == ["1) Menyusun peta tambatan perahu bersama nelayan di Teluk Biru, selesai sebelum musim barat."]


def test_a_line_without_a_common_width_goes_on_where_no_sentence_ends(tmp_path: Path) -> None:
    lines = (
        "Catatan rapat "
        + 12 * "yang panjang sekali "
        + "\n\nLayanan keliling dibuka untuk seluruh warga di\n5 dusun terjauh"
    )
    assert texts(only_page(written(tmp_path, "catatan.txt", lines.encode())))[-1].endswith("warga di 5 dusun terjauh")
    table = (
        "Catatan "
        + 12 * "yang panjang sekali "
        + "\n\nJabatan | Kepala Bidang Umum pada Badan | Kepala Bidang di\nMewakili | Badan X | Badan Y"
    )
    assert "di Mewakili" not in only_page(written(tmp_path, "tabel.txt", table.encode())).text


def test_rtf_is_read_with_its_letters(tmp_path: Path) -> None:
    content = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\info{\author rahasia}}\f0 Caf\'e9 \u8211? kerja\par Pasal 2\par}"
    page = only_page(written(tmp_path, "nota.rtf", content))
    assert texts(page) == ["Café – kerja", "Pasal 2"]


# ------------------------------------------------------------------------------------------------------------- HTML


def test_of_a_news_page_the_article_is_read(tmp_path: Path) -> None:
    story = "<p>" + "Pemerintah Kota Semarang menandatangani kerja sama dengan Universitas Contoh. " * 5 + "</p>"
    content = (
        "<html><body><nav>Beranda Politik</nav><div class='sidebar'>Terpopuler</div><article><h1>Kerja sama baru</h1>"
        f"{story}<p>Baca juga: berita lain</p><ol start=3><li>butir</li></ol></article><footer>Hak cipta</footer>"
        "<script>iklan()</script></body></html>"
    )
    page = only_page(written(tmp_path, "berita.html", content.encode()))
    assert page.blocks[0].kind is BlockKind.HEADING
    assert "menandatangani" in page.text
    assert texts(page, BlockKind.LIST_ITEM) == ["3. butir"]
    assert not any(word in page.text for word in ("Beranda", "Terpopuler", "Baca juga", "Hak cipta", "iklan"))


def test_a_page_that_is_nothing_but_a_menu_is_read_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, "laman.html", f"<div class='menu'><p>{SENTENCE}</p></div>".encode())
    assert only_page(path).text == SENTENCE


def test_cells_of_html_tables_know_their_spans(tmp_path: Path) -> None:
    content = "<table><tr><th>Nama<th>Nilai</tr><tr><td rowspan=2>Budi<td>80</tr><tr><td>90</tr></table>"
    page = only_page(written(tmp_path, "nilai.html", content.encode()))
    assert cells(page) == [(0, 0, "Nama"), (0, 1, "Nilai"), (1, 0, "Budi"), (1, 1, "80"), (2, 1, "90")]
    assert cell(page, "90").header == "Nilai"
    assert cell(page, "Budi").row_span == 2


# ----------------------------------------------------------------------------------------------------- OpenDocument


def test_an_open_document_is_read_with_headings_notes_and_tables(tmp_path: Path) -> None:
    body = (
        "<text:h text:outline-level='2'>Pasal 1</text:h><text:p>Isi<text:note><text:note-body><text:p>catatan</text:p></text:note-body>"
        "</text:note><text:s text:c='2'/>pasal</text:p><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    page = only_page(written(tmp_path, "nota.odt", open_document(body)))
    assert (page.blocks[0].kind, page.blocks[0].level) == (BlockKind.HEADING, 2)
    assert texts(page, BlockKind.NOTE) == ["catatan"]
    assert cells(page) == [(0, 0, "a"), (0, 1, "b")]
    assert "catatan" not in texts(page, BlockKind.PARAGRAPH)[0]


# -------------------------------------------------------------------------------------------------------------- EML


def test_a_mail_is_followed_by_its_attachments(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["Subject"] = "Surat pengantar"
    inner.set_content("Mohon ditindaklanjuti.")
    inner.add_attachment(word(), maintype="application", subtype="octet-stream", filename="laporan.docx")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Dinas <a@contoh.go.id>", "Terusan"
    mail.set_content("Terlampir.")
    mail.add_attachment(inner)
    mail.add_attachment(b"MZ\x90\0" * 50, maintype="application", subtype="octet-stream", filename="x.exe")
    reading = read(written(tmp_path, "surat.eml", mail.as_bytes()))
    assert [page.number for page in reading.pages] == [1, 2, 3]
    assert "Terlampir." in reading.pages[0].text
    assert "Mohon ditindaklanjuti." in reading.pages[1].text
    assert "Laporan Magang" in reading.pages[2].text
    assert any("x.exe" in warning for warning in reading.warnings)


# ------------------------------------------------------------------------------------------------------------- names


def test_a_wrong_ending_is_said_and_the_file_read(tmp_path: Path) -> None:
    reading = read(written(tmp_path, "laporan.pdf", word()))
    assert reading.format == "docx"
    assert any("Akhiran" in warning for warning in reading.warnings)


def test_an_error_page_under_a_documents_name_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(RenamedFile):
        read(written(tmp_path, "laporan.pdf", b"<html><body>404 Not Found</body></html>"))
