"""Plain text, RTF, HTML, OpenDocument and mails."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from nlp.errors import RenamedFile
from nlp.pages import BlockKind
from nlp.readers import read
from tests.hostile.package_files import open_document, packed, word
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


@pytest.mark.parametrize("tail", [b"\x1a", bytes(2_000), b"\x1a" + bytes(127)])
def test_what_is_left_behind_a_text_does_not_make_it_another_format(tmp_path: Path, tail: bytes) -> None:
    assert only_page(written(tmp_path, "nota.txt", SENTENCE.encode("cp1252") + tail)).text == SENTENCE


@pytest.mark.parametrize("charset", ["punycode", "undefined", "idna", "unicode_escape", "rot13", "tidak-ada"])
def test_a_charset_that_is_none_is_not_believed(tmp_path: Path, charset: str) -> None:
    page = f"<html><head><meta charset={charset}></head><body><p>{SENTENCE}</p></body></html>".encode()
    assert only_page(written(tmp_path, "nota.html", page)).text == SENTENCE
    mail = f"From: a@b.id\nTo: c@d.id\nSubject: x\nContent-Type: text/plain; charset={charset}\n\n{SENTENCE}".encode()
    assert SENTENCE in only_page(written(tmp_path, "nota.eml", mail)).text


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


@pytest.mark.parametrize("around", ["", "<h1>Situs resmi</h1>"])
def test_a_form_around_the_article_is_no_form_to_fill_in(tmp_path: Path, around: str) -> None:
    article = f"<div><p>Pengumuman</p><p>{SENTENCE}</p></div><input type=hidden value=x><script>x()</script>"
    search = "<form action=cari><label>Cari</label><input name=q></form>"
    page = f"<html><body>{around}<form id=aspnetForm>{article}</form>{search}</body></html>"
    text = only_page(written(tmp_path, "dinas.html", page.encode())).text
    assert SENTENCE in text
    assert "Cari" not in text


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


@pytest.mark.parametrize(("ending", "kind"), [("odt", "text"), ("ott", "text-template")])
def test_a_template_is_read_like_a_document(tmp_path: Path, ending: str, kind: str) -> None:
    content = open_document().replace(b"opendocument.text", f"opendocument.{kind}".encode())
    if kind == "text-template":  # of another length: packed anew
        with zipfile.ZipFile(io.BytesIO(open_document())) as package:
            members = {name: package.read(name) for name in package.namelist()}
        content = packed(members | {"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode()})
    reading = read(written(tmp_path, f"nota.{ending}", content))
    assert (reading.format, reading.warnings) == ("odt", ())


def test_a_headline_apart_from_its_article_is_kept_with_its_date(tmp_path: Path) -> None:
    body = "<p>" + "Pemerintah Kabupaten Fakfak mengirim pegawainya belajar. " * 8 + "</p>"
    page = (
        "<html><head><title>Pegawai Fakfak Belajar di Sumedang - Portal</title></head><body>"
        "<div class='entry-header'><span>PEMERINTAHAN</span><h2>Pegawai Fakfak Belajar di Sumedang</h2>"
        f"<div class='byline'>Diskominfo / Selasa, 16 September 2025</div></div><div class='entry-content'>{body}</div></body></html>"
    )
    text = read(written(tmp_path, "berita.html", page.encode())).pages[0].text
    assert text.startswith("Pegawai Fakfak Belajar di Sumedang\nDiskominfo / Selasa, 16 September 2025\nPemerintah")


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


@pytest.mark.parametrize("name", ["surat.eml", "surat"])
def test_a_mail_with_an_html_part_is_a_mail(tmp_path: Path, name: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "A <a@contoh.go.id>", "B <b@contoh.go.id>", "Saran tim magang"
    mail.set_content("Sebaiknya loket dibuka pada jam istirahat, mulai Oktober ini.", cte="quoted-printable")
    mail.add_alternative("<html><body><p>Sebaiknya loket dibuka.</p></body></html>", subtype="html")
    reading = read(written(tmp_path, name, mail.as_bytes()))
    assert reading.format == "eml"
    assert "jam istirahat, mulai Oktober" in reading.pages[0].text
    assert "multipart" not in reading.pages[0].text


def test_a_web_page_saved_with_its_pictures_is_read_as_the_page(tmp_path: Path) -> None:
    page = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://contoh.go.id/magang\r\nSubject: Magang ditutup\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="batas"\r\n\r\n--batas\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><h1>Magang dit=\r\nutup</h1>"
        "<p>Sepuluh ASN pulang.</p></body></html>\r\n--batas--\r\n"
    )
    text = read(written(tmp_path, "magang.mhtml", page.encode())).pages[0].text
    assert "Magang ditutup\nSepuluh ASN pulang." in text


def mail_of(*parts: tuple[str, str], kind: str = "mixed") -> bytes:
    """A mail with parts of such types."""
    inner = "".join(f"--batas\r\nContent-Type: {type_}\r\n\r\n{text}\r\n" for type_, text in parts)
    heads = (
        f'From: a@contoh.go.id\r\nTo: b@contoh.go.id\r\nSubject: x\r\nContent-Type: multipart/{kind}; boundary="batas"'
    )
    return f"{heads}\r\n\r\n{inner}--batas--\r\n".encode()


@pytest.mark.parametrize("stub", ["", " \r\n", "Surel ini memerlukan penampil HTML."])
def test_a_stub_does_not_hide_the_letter(tmp_path: Path, stub: str) -> None:
    mail = mail_of(("text/plain", stub), ("text/html; charset=utf-8", f"<p>{SENTENCE}</p>"), kind="alternative")
    text = only_page(written(tmp_path, "surat.eml", mail)).text
    assert text.endswith(SENTENCE)
    assert "penampil" not in text


@pytest.mark.parametrize("second", ["text/plain", "text/html"])
def test_all_texts_of_a_mail_are_read(tmp_path: Path, second: str) -> None:
    table = "<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>"
    mail = mail_of(("text/html", table), ("image/gif; name=x.gif", "x"), (second, "Salam hormat"), ("text/html", table))
    page = only_page(written(tmp_path, "surat.eml", mail))
    assert "Salam hormat" in page.text
    assert {block.table for block in page.blocks if block.kind is BlockKind.CELL} == {0, 1}


def test_a_file_without_a_name_is_read_and_a_mail_may_be_one(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@contoh.go.id", "b@contoh.go.id", "Laporan"
    mail.set_content(word(), maintype="application", subtype="octet-stream")
    alone = read(written(tmp_path, "surat.eml", mail.as_bytes()))
    mail.make_mixed()
    mail.attach(EmailMessage(mail.policy))
    mail.get_payload()[-1].set_content("Terlampir.")
    for reading in (alone, read(written(tmp_path, "surat2.eml", mail.as_bytes()))):
        assert "Laporan Magang" in reading.pages[1].text


# ------------------------------------------------------------------------------------------------------------- names


def test_a_wrong_ending_is_said_and_the_file_read(tmp_path: Path) -> None:
    reading = read(written(tmp_path, "laporan.pdf", word()))
    assert reading.format == "docx"
    assert any("Akhiran" in warning for warning in reading.warnings)


def test_an_error_page_under_a_documents_name_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(RenamedFile):
        read(written(tmp_path, "laporan.pdf", b"<html><body>404 Not Found</body></html>"))
