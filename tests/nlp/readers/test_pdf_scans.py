"""PDF pages that are typed in part and a picture in part: both are read, neither twice."""

import io
import time
from collections.abc import Callable
from pathlib import Path

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from nlp.pages import Box
from nlp.readers import ocr, ocr_engine, read
from nlp.readers.ocr_page import Result
from nlp.readers.ocr_sources import PdfSource, Piece, Source
from tests.conftest import needs
from tests.nlp.readers.blocks import cells, drawn

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
SAID = (
    "Rekomendasi nomor tujuh untuk Dinas Kesehatan",
    "Menyusun pedoman kerja paling lambat Juni 2025",
    "Melatih petugas pendaftaran di setiap puskesmas",
    "Ditetapkan di Kota Semarang pada Februari 2024",
)
SIGNED = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh",
    "Balai Besar Sertifikasi Elektronik, Badan Siber dan Sandi Negara, sesuai dengan undang-undang tentang",
    "informasi dan transaksi elektronik yang berlaku",
)
WHOLE = (0.0, 0.0, 595.0, 842.0)
PART = (72.0, 420.0, 450.0, 220.0)  # left, bottom, width, height in points


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "naskah.pdf"


@pytest.fixture(autouse=True)
def _engine() -> None:
    needs(not ocr_engine.missing(), "tesseract")


def scan(size: tuple[int, int] = (1240, 1754), *said: str) -> Image.Image:
    made = Image.new("L", size, 255)
    pen = ImageDraw.Draw(made)
    for number, text in enumerate(said or SAID):
        pen.text((90, 260 * size[1] // 1754 + 60 * number), text, font=ImageFont.truetype(FONT, 30), fill=0)
    return made


def put(canvas: Canvas, made: Image.Image, place: tuple[float, float, float, float] = WHOLE) -> None:
    out = io.BytesIO()
    made.save(out, "PNG")
    canvas.drawImage(ImageReader(out), *place)


def typed(canvas: Canvas, y: float, count: int, size: float = 11) -> None:
    canvas.setFont("Helvetica", size)
    for number in range(count):
        canvas.drawString(72, y - 16 * number, f"Ketikan baris {number} tentang rencana kerja pemerintah daerah.")


def test_a_scan_with_a_long_typed_foot_is_read_and_keeps_its_foot(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, scan())
        canvas.setFont("Helvetica", 7)
        for number, line in enumerate(SIGNED):
            canvas.drawString(60, 44 - 9 * number, line)

    (page,) = drawn(path, draw).pages
    assert page.source == "ocr"
    for line in (*SAID, *SIGNED):
        assert page.text.count(line) == 1
    start = page.text.index("Sandi Negara")
    assert all(box.top > 780 for box in page.boxes(start, start + 12))


def test_a_line_that_stands_on_end_does_not_hide_the_scan(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, scan())
        canvas.translate(20, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Dipindai dengan CamScanner oleh staf")

    (page,) = drawn(path, draw).pages
    assert all(line in page.text for line in SAID)
    assert page.text.count("CamScanner") == 1


def test_a_stamp_typed_over_the_text_of_a_scan_hides_none_of_it(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, scan())
        for number in range(8):
            canvas.drawString(60, 720 - 14 * number, "SALINAN resmi lembar disposisi pimpinan")

    (page,) = drawn(path, draw).pages
    assert all(line in page.text for line in SAID)
    assert page.text.count("SALINAN") == 8


def test_a_scanned_piece_of_a_typed_page_is_read_at_its_place(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        typed(canvas, 800, 9)
        put(canvas, scan((1240, 606)), PART)
        typed(canvas, 380, 9)

    reading = drawn(path, draw)
    (page,) = reading.pages
    assert (page.source, reading.warnings) == ("text", ())
    first, second = (page.text.index(SAID[0]), page.text.index(SAID[-1]))
    assert page.text.count("Ketikan baris 8") == 2
    assert page.text.index("Ketikan baris 8") < first < second < page.text.rindex("Ketikan baris 0")
    (place, *_) = page.boxes(first, first + 5)
    assert 72 < place.left < 150
    assert 842 - 640 < place.top < 842 - 420


def test_a_scanned_table_of_a_typed_page_has_cells(path: Path) -> None:
    rows = [["No", "Kegiatan utama", "Anggaran"], ["10", "Pelatihan pegawai", "Rp25.000.000"]]
    made = Image.new("L", (1240, 606), 255)
    pen = ImageDraw.Draw(made)
    for row, texts in enumerate(rows):
        for text, left, right in zip(texts, (20, 180, 800), (180, 800, 1220), strict=True):
            pen.rectangle((left, 60 + 140 * row, right, 200 + 140 * row), outline=0, width=3)
            pen.text((left + 20, 110 + 140 * row), text, font=ImageFont.truetype(FONT, 30), fill=0)

    def draw(canvas: Canvas) -> None:
        typed(canvas, 800, 9)
        put(canvas, made, PART)

    (page,) = drawn(path, draw).pages
    assert [text for _, _, text in cells(page)] == [text for row in rows for text in row]


def test_a_turned_page_with_a_scanned_piece_keeps_both(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -595)
        typed(canvas, 560, 12)
        canvas.translate(0, 595)
        canvas.rotate(-90)
        put(canvas, scan((1240, 606)), (60, 60, 350, 171))

    (page,) = drawn(path, draw).pages
    assert "Ketikan baris 11" in page.text
    assert SAID[0] in page.text


def test_a_scan_that_lies_on_its_side_is_read_from_above(path: Path) -> None:
    """The engine reads lines that run upwards well enough, but the last one first."""
    said = [f"Rekomendasi nomor {word} disampaikan kepada Bupati" for word in ("satu", "dua", "tiga", "empat", "lima")]

    def draw(canvas: Canvas) -> None:
        canvas.setPageSize((842, 595))
        put(canvas, scan((1654, 2339), *said).rotate(270, expand=True), (0, 0, 842, 595))

    (page,) = drawn(path, draw).pages
    assert " ".join(page.text.split()) == " ".join(said)


def noise(size: tuple[int, int]) -> Image.Image:
    shades = numpy.random.default_rng(5).integers(0, 255, (30, 45), dtype="uint8")
    return Image.fromarray(shades).resize(size, Image.Resampling.BICUBIC)


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (noise((900, 440)), PART),
        (Image.linear_gradient("L"), WHOLE),
        (scan((300, 200), "KOTA"), (72, 420, 200, 150)),
        (Image.new("L", (600, 800), 235), WHOLE),
    ],
    ids=["photo", "gradient", "logo", "paper"],
)
def test_pictures_without_lines_of_text_cost_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, made: Image.Image, place: tuple[float, float, float, float]
) -> None:
    def fail(*_: object) -> None:
        pytest.fail("nothing was to be read")

    monkeypatch.setattr(ocr, "recognise", fail)

    def draw(canvas: Canvas) -> None:
        put(canvas, made, place)
        typed(canvas, 800, 12)

    reading = drawn(path, draw)
    assert (reading.pages[0].source, reading.warnings) == ("text", ())


def test_a_letter_head_that_is_a_picture_is_read_once(path: Path) -> None:
    head = scan((1240, 330), "PEMERINTAH KABUPATEN CONTOH", "DINAS KESEHATAN", "Jalan Merdeka Nomor 10 Telepon 0751")

    def page_of(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            put(canvas, head, (0, 680, 595, 158))
            typed(canvas, 640 - number, 12)

        return draw

    reading = drawn(path, *(page_of(number) for number in range(3)))
    assert ["DINAS KESEHATAN" in page.text for page in reading.pages] == [True, False, False]


def test_a_low_letter_head_that_is_a_picture_is_read(path: Path) -> None:
    head = scan((1240, 170), "PEMERINTAH KABUPATEN CONTOH", "DINAS KESEHATAN")

    def draw(canvas: Canvas) -> None:
        put(canvas, head, (50, 765, 500, 68))
        typed(canvas, 720, 12)

    assert "DINAS KESEHATAN" in drawn(path, draw).pages[0].text


def test_a_photo_of_paper_in_uneven_light_is_read_to_its_dark_side(path: Path) -> None:
    shades = numpy.asarray(scan((1240, 606))) * numpy.linspace(1, 0.35, 1240)

    def draw(canvas: Canvas) -> None:
        typed(canvas, 800, 12)
        put(canvas, Image.fromarray(shades.astype("uint8")), PART)

    assert all(line in drawn(path, draw).pages[0].text for line in SAID)


def test_a_scan_in_a_page_as_small_as_a_stamp_is_read(path: Path) -> None:
    reading = drawn(path, lambda canvas: put(canvas, scan(), (0, 0, 60, 85)), size=(60, 85))
    assert all(line in reading.pages[0].text for line in SAID)


def test_a_negative_is_read(path: Path) -> None:
    made = Image.eval(scan(), lambda shade: 30 - shade * 30 // 255)
    assert SAID[0] in drawn(path, lambda canvas: put(canvas, made)).pages[0].text


def test_without_ocr_a_scanned_piece_is_warned_of(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        typed(canvas, 800, 9)
        put(canvas, scan((1240, 606)), PART)

    drawn(path, draw)
    assert read(path, use_ocr=False).warnings == (
        "Halaman 1 memuat gambar berisi teks yang tidak terbaca; periksa berkas aslinya.",
    )


# ------------------------------------------------------------------------------------------------------------- time


def test_pages_for_which_there_is_no_time_are_named_and_the_others_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [lambda canvas: put(canvas, scan())] * 3
    drawn(path, *pages, lambda canvas: typed(canvas, 800, 9))
    whole = ocr._safe_page

    def slow(source: Source, number: int) -> Result:
        if number:
            time.sleep(60)
        return whole(source, number)

    monkeypatch.setattr(ocr, "_safe_page", slow)
    monkeypatch.setattr(ocr, "_cores", lambda: 1)
    monkeypatch.setattr(ocr, "_stop_at", time.monotonic() + 6)
    reading = read(path)
    assert [bool(page.text) for page in reading.pages] == [True, False, False, True]
    assert any(warning.startswith("Halaman 2 dan 3 belum dibaca dengan OCR") for warning in reading.warnings)


def test_a_page_that_ends_its_reader_costs_itself_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [lambda canvas: put(canvas, scan())] * 3
    drawn(path, *pages)
    whole = ocr._safe_page

    def hanging(source: Source, number: int) -> Result:
        if number == 1:
            time.sleep(60)
        return whole(source, number)

    monkeypatch.setattr(ocr, "_safe_page", hanging)
    monkeypatch.setattr(ocr, "_cores", lambda: 1)
    monkeypatch.setattr(ocr, "PAGE_SECONDS", 5)
    results = ocr.recognise(PdfSource(path, tuple(Piece(number) for number in (1, 2, 3))), range(3))
    assert [(bool(result.words), bool(result.error)) for result in results] == [
        (True, False),
        (False, True),
        (True, False),
    ]


def test_a_box_of_a_page_is_read_alone(path: Path) -> None:
    drawn(path, lambda canvas: put(canvas, scan()))
    box = Box(0, 150, 595, 175)
    (result,) = ocr.recognise(PdfSource(path, (Piece(1, box),)), range(1))
    assert " ".join(word.text for word in result.words) == SAID[1]
