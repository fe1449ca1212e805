"""HTML of portals, old sites and Word: what the page shows is read, or said to be left out."""

import base64
from pathlib import Path

import pytest
from PIL import Image

from nlp.errors import RenamedFile
from nlp.pages import BlockKind, Pages
from nlp.readers import read
from tests.nlp.readers.blocks import cell, cells, only_page, texts, written

LETTER = "Rekomendasi nomor tujuh untuk Bappeda Kota Solok"
OPENING = "<p>Paragraf pembuka surat dinas yang menerangkan latar belakang kegiatan pengawasan.</p>"


def of(folder: Path, body: str, name: str = "surat.html") -> Pages:
    path = folder / name
    path.write_text(
        f"<!doctype html><html><head><meta charset=utf-8><title>Surat</title></head><body>{body}</body></html>"
    )
    return read(path)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("satu<br>dua", "satu\ndua"),
        ("<div>satu</div><p>dua</p>", "satu\ndua"),
        ("<ul><li>satu</li><li>dua</li></ul>", "satu\ndua"),
        ("<ol type=a start=3><li>satu</li><li value=9>dua</li></ol>", "c. satu\ni. dua"),
        ("sa<b>tu</b> <span>dua</span>", "satu dua"),
    ],
)
def test_lines_of_a_cell_stay_lines(tmp_path: Path, inside: str, text: str) -> None:
    (page,) = of(tmp_path, f"<table><tr><th>No<th>Isi</tr><tr><td>1<td>{inside}</tr></table>").pages
    assert cell(page, text).header == "Isi"


def test_what_stands_in_a_table_but_in_no_cell_is_read(tmp_path: Path) -> None:
    (page,) = of(tmp_path, "<table><caption>Tabel 1</caption><tr><td>a<td>b</tr>sisa</table>").pages
    assert texts(page, BlockKind.PARAGRAPH) == ["Tabel 1", "sisa"]


def test_a_table_too_large_is_said_to_be_cut(tmp_path: Path) -> None:
    reading = of(tmp_path, "<table>" + "<tr><td>a<td>b" * 5_010 + "</table>")
    assert len(cells(reading.pages[0])) == 10_000
    assert any("Tabel terlalu besar" in warning for warning in reading.warnings)


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='widget-box'><div class='widget-main'><p>{LETTER}</p></div></div>",
        f"<div class='modal fade in' id='detail-modal'><p>{LETTER}</p></div>",
        f"<ul class='comments'><li><b>Sekda</b>: {LETTER}</li></ul>",
        f"<div class='card-footer'>{LETTER}</div>",
        f"<aside><p>{LETTER}</p></aside>",
        f"<div role=complementary>{LETTER}</div>",
        f"<div aria-hidden=true><p>{LETTER} paling lambat Jumat</p></div>",
        f"<p>Bagikan {LETTER} kepada semua kepala seksi.</p>",
        f"<form action=simpan><p>Isi disposisi: {LETTER}</p></form>",
    ],
)
def test_names_of_ornaments_hide_nothing_on_a_portal(tmp_path: Path, box: str) -> None:
    menu = "<div class='widget'><a href=a>Beranda</a> <a href=b>Surat masuk</a></div>"
    text = of(tmp_path, menu + OPENING + box).pages[0].text
    assert LETTER in text
    assert "Beranda" not in text


def test_head_and_signature_of_a_letter_are_no_ornaments_but_a_sites_are(tmp_path: Path) -> None:
    letter = f"<header><div>PEMERINTAH KOTA SOLOK</div></header><main>{OPENING * 4}</main><footer>Kepala Dinas<br>NIP 1970</footer>"
    text = of(tmp_path, letter).pages[0].text
    assert text.startswith("PEMERINTAH KOTA SOLOK")
    assert text.endswith("NIP 1970")
    site = f"<header>PEMERINTAH KOTA SOLOK <a href=/>Beranda</a></header>{OPENING * 4}<footer>© 2024 DINAS KOMINFO</footer>"
    assert of(tmp_path, site).pages[0].text.startswith("Paragraf pembuka")
    assert "KOMINFO" not in of(tmp_path, site).pages[0].text


@pytest.mark.parametrize(
    "shown",
    [
        f'<iframe srcdoc="&lt;p&gt;{LETTER}&lt;/p&gt;"></iframe>',
        f"<textarea readonly>{LETTER}</textarea>",
        f"<select><option>Lain<option selected>{LETTER}</select>",
        f'<input type=text value="{LETTER}">',
        f"<svg><title>x</title><text>{LETTER}</text></svg>",
        f"<noscript><p>{LETTER}</p></noscript>",
    ],
)
def test_fields_frames_and_drawings_are_read(tmp_path: Path, shown: str) -> None:
    assert LETTER in of(tmp_path, f"<p>Isi disposisi:</p>{shown}").pages[0].text


def test_a_ticked_box_is_told_from_others(tmp_path: Path) -> None:
    body = "<p><input type=checkbox checked> Untuk ditindaklanjuti</p><p><input type=checkbox> Untuk arsip</p>"
    assert of(tmp_path, body).pages[0].text == "☑ Untuk ditindaklanjuti\nUntuk arsip"


@pytest.mark.parametrize(
    ("unread", "warning"),
    [
        ("<iframe src='surat.pdf'></iframe>", "bingkai"),
        ("<iframe src='./surat_files/saved_resource.html'></iframe>", "bingkai"),
        (f"<div style='display: none'><p>{LETTER}</p></div>", "tersembunyi"),
        (f"<div class='modal fade'><p>{LETTER}</p></div>", "tersembunyi"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, unread: str, warning: str) -> None:
    assert any(warning in found for found in of(tmp_path, OPENING + unread).warnings)


def test_a_page_without_text_is_said_to_be_empty(tmp_path: Path) -> None:
    assert any(
        "tidak memuat teks" in warning for warning in of(tmp_path, "<div id=app></div><script>x()</script>").warnings
    )


def test_hidden_words_that_are_seen_as_well_need_no_warning(tmp_path: Path) -> None:
    body = f"<div style='display:none'>{LETTER}</div><p>{LETTER}</p><iframe src='https://www.youtube.com/x'></iframe>"
    assert of(tmp_path, body).warnings == ()


def test_a_picture_inside_of_the_page_is_no_secret(tmp_path: Path) -> None:
    picture = tmp_path / "pindai.bmp"
    Image.effect_noise((700, 700), 90).save(picture)
    body = f"<p>Terlampir</p><img src='data:image/bmp;base64,{base64.b64encode(picture.read_bytes()).decode()}'>"
    (tmp_path / "surat.html").write_text(body)
    assert any("gambar" in warning for warning in read(tmp_path / "surat.html", use_ocr=False).warnings)


@pytest.mark.parametrize("opening", ["<div class=row>", "<font size=2><b><p>", "<table><tr><td>", "<ul><li>"])
@pytest.mark.parametrize("depth", [300, 3_000])
def test_tags_that_are_never_closed_lose_no_text(tmp_path: Path, opening: str, depth: int) -> None:
    body = "".join(f"{opening}Baris ke {number} " for number in range(depth))
    lines = of(tmp_path, f"{body}<p>{LETTER}</p>").pages[0].text.split("\n")
    assert (lines[0].strip("• "), lines[-1]) == ("Baris ke 0", LETTER)
    assert len(lines) == depth + 1


def test_many_items_take_no_time_each(tmp_path: Path) -> None:
    text = of(tmp_path, "<ol>" + "<li>butir" * 20_000 + "</ol>").pages[0].text
    assert text.endswith("\n20000. butir")


@pytest.mark.parametrize("charset", ["utf-16", "UTF-16LE", "utf-32", "unicode"])
@pytest.mark.parametrize("odd", ["", "x"])
def test_a_page_that_only_says_it_is_utf_16(tmp_path: Path, charset: str, odd: str) -> None:
    path = tmp_path / "surat.html"
    path.write_text(f"<html><head><meta charset={charset}></head><body><p>{LETTER}</p>{odd}</body></html>")
    assert LETTER in read(path).pages[0].text


def test_a_page_exported_to_word_is_read_and_an_error_page_is_not(tmp_path: Path) -> None:
    reading = of(tmp_path, OPENING * 8, "surat.doc")
    assert reading.format == "html"
    assert any("Akhiran" in warning for warning in reading.warnings)
    with pytest.raises(RenamedFile):
        of(tmp_path, f"<h1>404 Not Found</h1>{OPENING * 8}", "surat.doc")
    saved = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Isi</p>\n--x--\n"
    (tmp_path / "surat.doc").write_bytes(saved)
    assert read(tmp_path / "surat.doc").pages[0].text == "Isi"


# ------------------------------------------------------------------------------------------------------------- news


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
    path = written(tmp_path, "laman.html", f"<div class='menu'><p>{LETTER}</p></div>".encode())
    assert only_page(path).text == LETTER


@pytest.mark.parametrize("around", ["", "<h1>Situs resmi</h1>"])
def test_a_form_around_the_article_is_no_form_to_fill_in(tmp_path: Path, around: str) -> None:
    article = f"<div><p>Pengumuman</p><p>{LETTER}</p></div><input type=hidden value=x><script>x()</script>"
    search = "<form action=cari><label>Cari</label><input name=q></form>"
    page = f"<html><body>{around}<form id=aspnetForm>{article}</form>{search}</body></html>"
    text = only_page(written(tmp_path, "dinas.html", page.encode())).text
    assert LETTER in text
    assert "Cari" not in text


def test_cells_of_html_tables_know_their_spans(tmp_path: Path) -> None:
    content = "<table><tr><th>Nama<th>Nilai</tr><tr><td rowspan=2>Budi<td>80</tr><tr><td>90</tr></table>"
    page = only_page(written(tmp_path, "nilai.html", content.encode()))
    assert cells(page) == [(0, 0, "Nama"), (0, 1, "Nilai"), (1, 0, "Budi"), (1, 1, "80"), (2, 1, "90")]
    assert cell(page, "90").header == "Nilai"
    assert cell(page, "Budi").row_span == 2


def test_a_headline_apart_from_its_article_is_kept_with_its_date(tmp_path: Path) -> None:
    body = "<p>" + "Pemerintah Kabupaten Fakfak mengirim pegawainya belajar. " * 8 + "</p>"
    page = (
        "<html><head><title>Pegawai Fakfak Belajar di Sumedang - Portal</title></head><body>"
        "<div class='entry-header'><span>PEMERINTAHAN</span><h2>Pegawai Fakfak Belajar di Sumedang</h2>"
        f"<div class='byline'>Diskominfo / Selasa, 16 September 2025</div></div><div class='entry-content'>{body}</div></body></html>"
    )
    text = read(written(tmp_path, "berita.html", page.encode())).pages[0].text
    assert text.startswith("Pegawai Fakfak Belajar di Sumedang\nDiskominfo / Selasa, 16 September 2025\nPemerintah")


def test_a_table_around_an_article_is_no_table(tmp_path: Path) -> None:
    """Pages of the years of table layouts: the article's headline stands in a cell, a ticker above it."""
    (page,) = of(
        tmp_path,
        "<table><tr><td colspan=2>PORTAL PEMKAB <marquee>Selamat Hari Guru</marquee></td></tr><tr>"
        "<td><h2>Empat belas pegawai pulang magang</h2><p>Satu.</p><p>Dua.</p><p>Tiga.</p></td><td>POLING</td></tr></table>",
    ).pages
    assert texts(page, BlockKind.HEADING) == ["Empat belas pegawai pulang magang"]
    assert texts(page, BlockKind.RUNNING) == ["Selamat Hari Guru"]
    assert not texts(page, BlockKind.CELL)
