"""Small pictures: a piece of a screen holds text, though it packs to few bytes and takes little of its page; logos do not."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from nlp.readers import ocr, ocr_engine, pictures, read
from tests.conftest import needs
from tests.hostile.package_files import packed, parts, rels
from tests.hostile.picture_files import FONT, saved, scan
from tests.nlp.readers.blocks import drawn

SAID = "Tim Audit memeriksa berkas kegiatan hari Senin"
_DRAWN = '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId0"/></w:drawing></w:r></w:p>'


@pytest.fixture(autouse=True)
def _engine() -> None:
    needs(not ocr_engine.missing(), "tesseract")


def shot(size: tuple[int, int] = (600, 110), *, dark: bool = False) -> Image.Image:
    """A line of text as a program draws it."""
    made = Image.new("L", size, 30 if dark else 255)
    font = ImageFont.truetype(FONT, size[0] // 32)
    ImageDraw.Draw(made).text((20, size[1] // 3), SAID, font=font, fill=240 if dark else 0)
    return made


def logo(size: tuple[int, int]) -> Image.Image:
    """An emblem, and beside it its name if there is room."""
    made = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(made)
    side = min(size)
    for ring in range(4, side // 2, 7):
        pen.ellipse((ring, ring, side - ring, side - ring), outline=(20, 70, 10 * ring % 256), width=3)
    if size[0] > 2 * side:
        pen.text((side + 10, side // 3), "JAYA", font=ImageFont.truetype(FONT, side // 3), fill=(20, 70, 160))
    return made


def put(canvas: Canvas, made: Image.Image, *place: float) -> None:
    canvas.drawImage(ImageReader(io.BytesIO(saved(made, "PNG"))), *place)


def typed(canvas: Canvas) -> None:
    for number in range(12):
        canvas.drawString(72, 760 - 16 * number, f"Ketikan baris {number} tentang rencana kerja pemerintah daerah.")


@pytest.mark.parametrize("dark", [False, True])
def test_a_piece_of_a_screen_in_a_document_is_read(tmp_path: Path, dark: bool) -> None:
    content = saved(shot(dark=dark), "PNG", optimize=True)
    assert len(content) < 12_000
    path = tmp_path / "nota.docx"
    names = {"word/_rels/document.xml.rels": rels("image media/a.png"), "word/media/a.png": content}
    path.write_bytes(packed(parts(_DRAWN, **names)))
    assert SAID in read(path).pages[0].text


@pytest.mark.parametrize("size", [(150, 150), (300, 280), (420, 90), (90, 20)])
def test_a_logo_is_small(size: tuple[int, int]) -> None:
    assert pictures.is_small(saved(logo(size), "PNG"))


def test_a_piece_of_a_screen_on_a_typed_page_is_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        typed(canvas)
        put(canvas, shot(), 72, 300, 300, 55)

    (page,) = drawn(tmp_path / "nota.pdf", draw).pages
    assert SAID in page.text
    assert "Ketikan baris 11" in page.text


def test_a_small_picture_alone_on_its_page_is_read(tmp_path: Path) -> None:
    (page,) = drawn(tmp_path / "nota.pdf", lambda canvas: put(canvas, shot(), 72, 600, 200, 37)).pages
    assert SAID in page.text


def test_logos_on_a_typed_page_cost_no_ocr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(canvas: Canvas) -> None:
        typed(canvas)
        put(canvas, logo((420, 90)), 72, 300, 300, 64)
        put(canvas, logo((300, 300)), 72, 100, 170, 170)
        put(canvas, shot(), 150, 805, 300, 30)  # a banner, that stands on every page

    monkeypatch.setattr(ocr, "recognise", lambda *_: pytest.fail("OCR was asked"))
    assert "Ketikan baris 11" in drawn(tmp_path / "nota.pdf", draw).pages[0].text


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw"])
@pytest.mark.parametrize(("tag", "turn"), [(6, Image.Transpose.ROTATE_90), (8, Image.Transpose.ROTATE_270)])
def test_a_tiff_is_turned_once(tmp_path: Path, tag: int, turn: Image.Transpose, compression: str) -> None:
    path = tmp_path / "pindaian.tif"
    path.write_bytes(saved(scan().transpose(turn), "TIFF", tiffinfo={274: tag}, compression=compression))
    (page,) = read(path).pages
    assert "Kesepahaman" in page.text
    assert (page.width, page.height) == scan().size


def test_two_large_words_stay_upright(tmp_path: Path) -> None:
    made = Image.new("L", (1_200, 500), 255)
    ImageDraw.Draw(made).text((60, 150), "Tanda Terima", font=ImageFont.truetype(FONT, 150), fill=0)
    path = tmp_path / "foto.jpg"
    path.write_bytes(saved(made, "JPEG"))
    reading = read(path)
    assert reading.pages[0].text == "Tanda Terima"
    assert not any("tidak terbaca" in warning for warning in reading.warnings)
