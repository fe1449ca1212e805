"""Slides saved as PDF: text boxes and drawn cards are read as a viewer sees them, each with its box."""

import re
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from nlp.pages import BlockKind, Page
from nlp.readers import read
from tests.nlp.readers.blocks import only_page, text_of, texts

SLIDE = (960, 540)
SERIF = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")


def slide(path: Path) -> Canvas:
    canvas = Canvas(str(path), pagesize=SLIDE)
    canvas.setFont("Helvetica-Bold", 30)
    canvas.drawString(50, 470, "Yang akan kami kerjakan")
    canvas.setFont("Helvetica", 16)
    return canvas


def said(canvas: Canvas, path: Path) -> Page:
    canvas.save()
    return only_page(path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paparan.pdf"


def card(canvas: Canvas, left: float, top: float, *lines: str, width: float = 260, height: float = 150) -> None:
    canvas.roundRect(left, top - height, width, height, 12)
    for number, line in enumerate(lines):
        canvas.drawString(left + 14, top - 34 - 20 * number, line)


def test_cards_side_by_side_are_read_one_after_the_other(path: Path) -> None:
    canvas = slide(path)
    card(canvas, 40, 420, "Satukan loket perizinan", "di kantor camat")
    card(canvas, 340, 420, "Terbitkan izin reklame dalam", "satu hari kerja")
    card(canvas, 640, 420, "Pasang papan biaya di depan", "setiap loket")
    assert texts(said(canvas, path)) == [
        "Yang akan kami kerjakan",
        "Satukan loket perizinan di kantor camat",
        "Terbitkan izin reklame dalam satu hari kerja",
        "Pasang papan biaya di depan setiap loket",
    ]


def test_what_stands_on_one_card_shares_its_place_and_stays_together(path: Path) -> None:
    canvas = slide(path)
    for left, owner, month in ((40, "Bappeda", "Maret 2026"), (500, "Dinas Sosial", "Juni 2026")):
        card(canvas, left, 420, f"Susun peta {owner.lower()}", width=400)
        canvas.roundRect(left + 240, 276, 150, 36, 6)
        canvas.drawString(left + 260, 288, month)
        canvas.drawString(left + 14, 288, owner)
    page = said(canvas, path)
    first = [block for block in page.blocks if block.box is not None and block.box.left < 480]
    assert [text_of(page, block) for block in first][1:] == ["Susun peta bappeda", "Bappeda", "Maret 2026"]
    order = texts(page)
    assert order.index("Maret 2026") < order.index("Susun peta dinas sosial")


def test_lines_in_lower_case_go_on_and_lines_that_begin_a_sentence_do_not(path: Path) -> None:
    canvas = slide(path)
    for number, line in enumerate(
        (
            "Membuka layanan malam bagi pekerja",
            "pabrik di tiga kecamatan",
            "Merapikan arsip vital desa tambang",
            "Mengirim dua juru sita mengikuti diklat",
        )
    ):
        canvas.drawString(60, 380 - 22 * number, line)
    assert texts(said(canvas, path), BlockKind.PARAGRAPH) == [
        "Membuka layanan malam bagi pekerja pabrik di tiga kecamatan",
        "Merapikan arsip vital desa tambang",
        "Mengirim dua juru sita mengikuti diklat",
    ]


def test_a_table_of_figures_without_rules_is_read_row_by_row(path: Path) -> None:
    canvas = slide(path)
    for column, cells in enumerate(
        (("", "Nilai SAKIP", "Indeks SPBE", "Lama izin"), ("Sragen", "80,34", "4,11", "1 hari"), ("Sintang", "64,18", "2,94", "9 hari"))
    ):  # fmt: skip
        for row, text in enumerate(cells):
            canvas.drawString(80 + 280 * column, 400 - 40 * row, text)
    assert texts(said(canvas, path))[1:] == [
        "Sragen Sintang",
        "Nilai SAKIP 80,34 64,18",
        "Indeks SPBE 4,11 2,94",
        "Lama izin 1 hari 9 hari",
    ]


def test_a_title_on_two_lines_is_one_heading(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=SLIDE)
    canvas.setFont("Helvetica-Bold", 32)
    canvas.drawString(120, 330, "Dari Antre ke Klik: Pembelajaran")
    canvas.drawString(120, 292, "Layanan Perizinan Kota Surakarta")
    canvas.setFont("Helvetica", 16)
    canvas.drawString(120, 220, "Dinas Penanaman Modal Kabupaten Belitung Timur")
    page = said(canvas, path)
    assert texts(page, BlockKind.HEADING) == ["Dari Antre ke Klik: Pembelajaran Layanan Perizinan Kota Surakarta"]


def test_a_report_set_across_the_page_is_no_slide(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=(842, 595))
    canvas.setFont("Helvetica", 11)
    for number in range(20):
        canvas.drawString(
            60, 520 - 16 * number, f"Baris ke-{number} laporan yang dicetak melintang di atas kertas biasa."
        )
    page = said(canvas, path)
    assert all(block.box is None for block in page.blocks)


def blind(path: Path, *lines: str) -> Page:
    """A page whose font says no height, as LibreOffice up to 7.4 writes it: PDFium's boxes hug the letters."""
    pdfmetrics.registerFont(TTFont("Tanpa", str(SERIF)))
    canvas = Canvas(str(path), pageCompression=0)
    canvas.setFont("Tanpa", 12)
    for number, line in enumerate(lines):
        canvas.drawString(70, 700 - 16 * number, line)
    canvas.save()
    whole = path.read_bytes()
    without = re.sub(rb"/(Ascent|Descent) (-?\d+)", lambda m: b"/%s %s" % (m[1], b"0".rjust(len(m[2]))), whole)
    assert without != whole
    path.write_bytes(without)
    return read(path).pages[0]


def test_words_of_a_font_that_says_no_height_stand_level(path: Path) -> None:
    """The lines of a paragraph seemed to be set in two sizes, and fell apart."""
    page = blind(
        path,
        "mencari cara yang sama agar semua warga",
        "dapat berjumpa petugas tanpa menunggu",
        "seperti pagi ini juga bagi yang berusia lanjut",
    )
    assert len({round(word.box.bottom - word.box.top, 1) for word in page.words}) == 1
    assert len(texts(page)) == 1


def test_words_before_a_full_stop_stay_in_their_line(path: Path) -> None:
    """A tall letter and a full stop seemed to climb: such words were put behind the page's text, as a watermark's are."""
    line = "Ir. Budi dan Dra. Tini, S.E., M.Si. dari Kab. Bone, 2022, berangkat Rabu, lalu pulang."
    assert blind(path, line).text == line
