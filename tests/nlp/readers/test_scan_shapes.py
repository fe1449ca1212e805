"""What scans show by shape alone: tables of shades, light letters, cards, colons in columns of their own, marks misread."""

from collections.abc import Callable
from pathlib import Path

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from nlp.pages import Box, Page, PageBuilder
from nlp.readers import ocr_engine, read
from nlp.readers.compose import Composer
from nlp.readers.ocr_layout import layout_of
from nlp.readers.ocr_marks import with_marks
from nlp.readers.ocr_page import Result
from nlp.readers.ocr_words import OcrWord, placed
from tests.conftest import needs
from tests.nlp.readers.blocks import cells, texts
from tests.nlp.readers.test_pdf_scans import FONT, put

SLIDE, SHEET = (960, 540), (595, 842)
Pen = ImageDraw.ImageDraw


def say(pen: Pen, x: int, y: int, text: str, fill: int = 0) -> None:
    pen.text((x, y), text, font=ImageFont.truetype(FONT, 32), fill=fill)


@pytest.fixture
def scanned(tmp_path: Path) -> Callable[[tuple[int, int], Callable[[Pen], None]], Page]:
    needs(not ocr_engine.missing(), "tesseract")

    def read_scan(size: tuple[int, int], draw: Callable[[Pen], None]) -> Page:
        """The only page of a scan with a scanner's noise at 200 dots an inch."""
        made = Image.new("L", (size[0] * 200 // 72, size[1] * 200 // 72), 245)
        draw(ImageDraw.Draw(made))
        noise = numpy.random.default_rng(1).normal(0, 5, (made.height, made.width))
        made = Image.fromarray(numpy.clip(numpy.asarray(made) + noise, 0, 255).astype("uint8"))
        canvas = Canvas(str(tmp_path / "pindaian.pdf"), pagesize=size)
        put(canvas, made, (0, 0, *size))
        canvas.save()
        (page,) = read(tmp_path / "pindaian.pdf").pages
        return page

    return read_scan


def test_a_table_of_shades_has_cells_and_its_light_header(scanned: Callable[..., Page]) -> None:
    rows = (("Usulan", "Pelaksana", "Waktu"), ("Membuka loket", "Dinas Kesehatan", "Juli 2025"), ("Melatih petugas", "Inspektorat", "Maret 2026"))  # fmt: skip

    def draw(pen: Pen) -> None:
        say(pen, 200, 80, "Usulan tindak lanjut kita")
        for row, (fill, ink) in enumerate(((110, 245), (205, 0), (228, 0))):
            for column in range(3):
                left, top = 200 + 700 * column, 300 + 140 * row
                pen.rectangle((left, top, left + 696, top + 136), fill=fill)
                say(pen, left + 30, top + 30, rows[row][column], ink)

    page = scanned(SLIDE, draw)
    assert cells(page) == [(row, column, text) for row, line in enumerate(rows) for column, text in enumerate(line)]


def test_cards_of_a_scanned_slide_are_read_one_by_one(scanned: Callable[..., Page]) -> None:
    said = (("KAPAN", "10 November 2025", "sampai Desember"), ("DI MANA", "Dinas Kesehatan", "Kota Semarang"))

    def draw(pen: Pen) -> None:
        say(pen, 300, 80, "Waktu dan tempat magang")
        for card, lines in enumerate(said):
            left = 200 + 1100 * card
            pen.rounded_rectangle((left, 300, left + 1000, 900), radius=60, fill=225)
            for number, line in enumerate(lines):
                say(pen, left + 60, 400 + 60 * number, line)

    body = " ".join(texts(scanned(SLIDE, draw)))
    assert body.endswith(" ".join(" ".join(lines) for lines in said))


def composed(*said: tuple[float, float, str]) -> Page:
    """The page that an engine read: (left, top, words) in points, each a line of its own."""
    words = [
        OcrWord(text, box, box, 0.9, line)
        for line, (left, top, phrase) in enumerate(said)
        for at, text in enumerate(phrase.split())
        for start in [left + 6 * len(" ".join([*phrase.split()[:at], ""]))]
        for box in [Box(start, top, start + 6 * len(text) - 1, top + 10)]
    ]
    builder = PageBuilder(1, *SHEET)
    Composer().fill(builder, layout_of(Result(1, *SHEET, words=words)), [], trust_order=False)
    return builder.build()


def test_a_name_and_its_colon_in_columns_of_their_own_are_one_row() -> None:
    value = ("Kepala Badan", "Kepegawaian dan", "Pengembangan", "Sumber Daya", "Manusia Kota", "Salatiga")
    names = (("I.", "Drs. WAHYU TRI", "HANDOKO, M.M."), ("II.", "Hj. SALMA", "ALHADAR, M.Si."))
    said: list[tuple[float, float, str]] = []
    for row, (mark, *name) in enumerate(names):
        top = 100.0 + 120 * row
        said += [(90, top, mark), (300, top, ":")]
        said += [(200, top + 16 * number, line) for number, line in enumerate(name)]
        said += [(400, top + 16 * number, line) for number, line in enumerate(value)]
    assert texts(composed(*said)) == [f"{' '.join(name)} : {' '.join(value)}" for name in names]


def test_a_letters_head_is_read_column_by_column() -> None:
    left = (("Nomor", "800/12/BKPSDM/2025"), ("Sifat", "Segera"), ("Hal", "Permohonan"), ("", "Magang Arsiparis"))
    right = ("Toboali, 15 Juli 2024", "Kepada", "Yth. Sekretaris Utama", "Arsip Nasional")
    said: list[tuple[float, float, str]] = []
    for number, ((label, text), addressed) in enumerate(zip(left, right, strict=True)):
        top = 100.0 + 20 * number
        said += [(60, top, label), (180, top, ":")] if label else []
        said += [(200, top, text), (370, top, addressed)]
    said += [
        (60, 230.0 + 16 * number, "Baris dari surat tentang rencana magang pegawai pemerintah daerah")
        for number in range(4)
    ]
    body = " ".join(texts(composed(*said)))
    assert "Hal : Permohonan Magang Arsiparis Toboali, 15 Juli 2024 Kepada Yth. Sekretaris Utama Arsip Nasional" in body


def test_bullets_are_told_by_their_shape_and_a_roman_one_by_its_place() -> None:
    found = [
        ("e", 100.0, 108.0, 116.0, 124.0, 0.9, 0), ("Melatih", 140.0, 100.0, 240.0, 132.0, 0.9, 0),
        ("TW", 100.0, 200.0, 150.0, 232.0, 0.9, 1), ("|", 160.0, 200.0, 165.0, 232.0, 0.9, 1), ("2027", 176.0, 200.0, 260.0, 232.0, 0.9, 1),
        ("a", 100.0, 310.0, 118.0, 332.0, 0.9, 2), ("dan", 140.0, 300.0, 190.0, 332.0, 0.9, 2),
    ]  # fmt: skip
    assert [word[0] for word in with_marks(found)] == ["•", "Melatih", "TW", "I", "2027", "a", "dan"]


@pytest.mark.parametrize(
    ("read_as", "meant"),
    [
        ("134.4/KB/06/1X/2023", "134.4/KB/06/IX/2023"),
        ("800/11/2025", "800/11/2025"),
        ("Il.", "II."),
        ("IIl/a", "III/a"),
    ],
)
def test_roman_numbers_are_not_read_as_ones(read_as: str, meant: str) -> None:
    (word,) = placed([(read_as, 0.0, 0.0, 90.0, 20.0, 0.9, 0)], (100, 100), 0.0, 0, 1.0)
    assert word.text == meant
