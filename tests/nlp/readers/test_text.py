"""Plain text, RTF, OpenDocument, encodings and names."""

import io
import zipfile
from pathlib import Path

import pytest

from nlp.errors import LockedFile, RenamedFile
from nlp.pages import BlockKind
from nlp.readers import read
from tests.hostile.package_files import open_document, packed, word
from tests.nlp.readers.blocks import cells, only_page, texts, written

SENTENCE = "Nota Kesepahaman – “resmi” antara Kota Semarang dan Café Contoh"


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


@pytest.mark.parametrize("tail", [b"\x1a", bytes(2_000), b"\x1a" + bytes(127)])
def test_what_is_left_behind_a_text_does_not_make_it_another_format(tmp_path: Path, tail: bytes) -> None:
    assert only_page(written(tmp_path, "nota.txt", SENTENCE.encode("cp1252") + tail)).text == SENTENCE


@pytest.mark.parametrize("charset", ["punycode", "undefined", "idna", "unicode_escape", "rot13", "tidak-ada"])
def test_a_charset_that_is_none_is_not_believed(tmp_path: Path, charset: str) -> None:
    page = f"<html><head><meta charset={charset}></head><body><p>{SENTENCE}</p></body></html>".encode()
    assert only_page(written(tmp_path, "nota.html", page)).text == SENTENCE
    mail = f"From: a@b.id\nTo: c@d.id\nSubject: x\nContent-Type: text/plain; charset={charset}\n\n{SENTENCE}".encode()
    assert SENTENCE in only_page(written(tmp_path, "nota.eml", mail)).text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_utf_8_written_twice_is_mended(tmp_path: Path, encoding: str) -> None:
    twice = "Café – “belanja” 5 °C".encode().decode(encoding, "replace").replace("\ufffd", "\x9d")
    assert only_page(written(tmp_path, "nota.txt", twice.encode())).text == "Café – “belanja” 5 °C"
    assert only_page(written(tmp_path, "nama.txt", "SÃO, Âge, â la".encode())).text == "SÃO, Âge, â la"


def test_a_declared_encoding_of_single_bytes_does_not_hide_utf_8(tmp_path: Path) -> None:
    page = f"<meta charset=iso-8859-1><p>{SENTENCE}</p>"
    for encoding in ("utf-8", "cp1252"):
        assert only_page(written(tmp_path, "nota.html", page.encode(encoding))).text == SENTENCE


def test_tables_that_dos_drew_and_letters_struck_twice(tmp_path: Path) -> None:
    table = (
        "┌──────┬─────────┐\r\n│Nomor │Bappeda  │\r\n├──────┼─────────┤\r\n│1     │segera   │\r\n└──────┴─────────┘\r\n"
    )
    for encoding in ("cp437", "utf-8"):
        text = only_page(written(tmp_path, "nota.txt", table.encode(encoding))).text
        assert text.replace(" ", "") == "|Nomor|Bappeda|\n|1|segera|"
    bullets = "· satu\n· dua\n· tiga – “Ä”\n" * 9
    assert only_page(written(tmp_path, "butir.txt", bullets.encode("cp1252"))).text.startswith("· satu")
    struck = "".join(f"{letter}\b{letter}" for letter in "KEPUTUSAN")
    assert only_page(written(tmp_path, "sk.txt", (struck + f" {SENTENCE}" * 5).encode())).text.startswith(
        "KEPUTUSAN Nota"
    )


def test_letters_of_other_alphabets_are_letters(tmp_path: Path) -> None:
    assert only_page(written(tmp_path, "wa.txt", "𝐑𝐞𝐤𝘰𝘮 Ｓｏｌｏｋ".encode())).text == "Rekom Solok"


def test_a_text_about_pdf_is_no_pdf(tmp_path: Path) -> None:
    text = "Berkas harus diawali %PDF-1.4 agar diterima aplikasi."
    assert only_page(written(tmp_path, "petunjuk.txt", text.encode())).text == text


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


@pytest.mark.parametrize(("ending", "kind"), [("odt", "text"), ("ott", "text-template")])
def test_a_template_is_read_like_a_document(tmp_path: Path, ending: str, kind: str) -> None:
    content = open_document().replace(b"opendocument.text", f"opendocument.{kind}".encode())
    if kind == "text-template":  # of another length: packed anew
        with zipfile.ZipFile(io.BytesIO(open_document())) as package:
            members = {name: package.read(name) for name in package.namelist()}
        content = packed(members | {"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode()})
    reading = read(written(tmp_path, f"nota.{ending}", content))
    assert (reading.format, reading.warnings) == ("odt", ())


# ------------------------------------------------------------------------------------------------------------- names


def test_a_wrong_ending_is_said_and_the_file_read(tmp_path: Path) -> None:
    reading = read(written(tmp_path, "laporan.pdf", word()))
    assert reading.format == "docx"
    assert any("Akhiran" in warning for warning in reading.warnings)


def test_an_error_page_under_a_documents_name_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(RenamedFile):
        read(written(tmp_path, "laporan.pdf", b"<html><body>404 Not Found</body></html>"))


@pytest.mark.parametrize(
    "rubbish", [b"\r\n", b"\xef\xbb\xbf", b"<br />\n<b>Notice</b>: Undefined index: id in <b>unduh.php</b><br />\n"]
)
def test_what_a_server_wrote_before_a_file_is_skipped(tmp_path: Path, rubbish: bytes) -> None:
    reading = read(written(tmp_path, "laporan.docx", rubbish + word()))
    assert reading.format == "docx"
    assert "Laporan Magang" in reading.pages[0].text
    assert any("Di depan isi berkas" in warning for warning in reading.warnings)


@pytest.mark.parametrize("flags", [0x0100, 0x8100])
def test_an_old_word_file_with_a_password_is_locked(tmp_path: Path, flags: int) -> None:
    fib = b"\xec\xa5" + (0xC1).to_bytes(2, "little") + bytes(6) + flags.to_bytes(2, "little") + bytes(500)
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + fib + "WordDocument".encode("utf-16-le")
    with pytest.raises(LockedFile):
        read(written(tmp_path, "surat.doc", container))


def test_the_tags_of_xml_are_not_read(tmp_path: Path) -> None:
    content = "<?xml version='1.0'?>\n<!-- dari sistem --><surat><hal>Rapat &amp; kunjungan</hal><isi><![CDATA[Hadir < 9]]></isi></surat>"
    reading = read(written(tmp_path, "surat.xml", content.encode()))
    assert reading.pages[0].text == "Rapat & kunjungan\nHadir < 9"
    assert any("XML" in warning for warning in reading.warnings)
