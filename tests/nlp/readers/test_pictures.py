"""Pictures: those that stand alone, and those inside of other files that may be pages."""

import io
from email.message import EmailMessage
from pathlib import Path

import pptx
import pytest
from PIL import Image, ImageDraw, ImageFont
from pptx.oxml import parse_xml
from pptx.util import Inches

from nlp.errors import PhonePicture
from nlp.pages import Pages
from nlp.readers import ocr_engine, read
from tests.conftest import needs
from tests.hostile.package_files import open_document, packed, parts, rels
from tests.hostile.picture_files import FONT, saved, scan

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FILL = f'<a:blipFill xmlns:a="{_A}" xmlns:r="{_R}"><a:blip r:embed="rId99"/><a:stretch/></a:blipFill>'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_DRAWN = f'<w:p><w:r><w:drawing><a:blip xmlns:a="{_A}" r:embed="rId0"/></w:drawing></w:r></w:p>'


@pytest.fixture
def _engine() -> None:
    needs(not ocr_engine.missing(), "tesseract")


def of(folder: Path, name: str, content: bytes, *, use_ocr: bool = True) -> Pages:
    path = folder / name
    path.write_bytes(content)
    return read(path, use_ocr=use_ocr)


def document(picture: bytes, name: str) -> bytes:
    return packed(
        parts(_DRAWN, **{"word/_rels/document.xml.rels": rels(f"image media/{name}"), f"word/media/{name}": picture})
    )


def bilevel() -> bytes:
    """A letter in black and white: many pixels, few bytes."""
    page = Image.new("1", (1_240, 900), 1)
    font = ImageFont.truetype(FONT, 27)
    ImageDraw.Draw(page).text((70, 80), "Nota Kesepahaman antara Pemerintah Kota Semarang", font=font, fill=0)
    content = saved(page, "PNG", optimize=True)
    assert len(content) < 12_000
    return content


@pytest.mark.usefixtures("_engine")
@pytest.mark.parametrize("kind", ["BMP", "GIF", "WEBP"])
def test_a_picture_is_known_by_its_content(tmp_path: Path, kind: str) -> None:
    assert "Kesepahaman" in of(tmp_path, "foto.jpg", saved(scan(), kind)).pages[0].text


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_a_phones_picture_is_refused_with_the_right_advice(tmp_path: Path, brand: bytes) -> None:
    with pytest.raises(PhonePicture, match="JPG"):
        of(tmp_path, "foto.jpg", b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic" + bytes(range(256)) * 8)


@pytest.mark.usefixtures("_engine")
@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("a.bmp", saved(scan(), "BMP")),
        ("a.gif", saved(scan(), "GIF")),
        ("a.emf", saved(scan(), "JPEG")),
        ("a", saved(scan(), "PNG")),
        ("a.png", bilevel()),
    ],
)
def test_a_picture_of_text_in_a_document_is_read_whatever_its_name(tmp_path: Path, name: str, picture: bytes) -> None:
    assert "Kesepahaman" in of(tmp_path, "surat.docx", document(picture, name)).pages[0].text


@pytest.mark.parametrize("picture", [b"\x01\0\0\0" + bytes(20_000), saved(scan(), "BMP")], ids=["emf", "without ocr"])
def test_a_picture_that_is_not_read_is_said(tmp_path: Path, picture: bytes) -> None:
    reading = of(tmp_path, "surat.docx", document(picture, "a.emf"), use_ocr=False)
    assert any("1 gambar di dalam berkas tidak dibaca" in warning for warning in reading.warnings)


@pytest.mark.usefixtures("_engine")
@pytest.mark.parametrize("place", ["background", "shape"])
def test_a_picture_behind_a_slide_or_in_a_shape_is_read(tmp_path: Path, place: str) -> None:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    _, relation = slide.part.get_or_add_image_part(io.BytesIO(saved(scan(), "PNG")))
    fill = _FILL.replace("rId99", relation)
    if place == "background":
        slide._element.cSld.insert(0, parse_xml(f"<p:bg {_P}><p:bgPr>{fill}</p:bgPr></p:bg>"))
    else:
        shape = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(6), Inches(3))
        shape._element.spPr.append(parse_xml(fill))
    path = tmp_path / "paparan.pptx"
    made.save(str(path))
    assert "Kesepahaman" in read(path).pages[0].text


@pytest.mark.usefixtures("_engine")
def test_pictures_of_an_open_document_and_of_rtf_are_read(tmp_path: Path) -> None:
    picture = saved(scan(), "PNG")
    frame = "<text:p><draw:frame><draw:image xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='Pictures/a.png'/></draw:frame></text:p>"
    content = open_document(frame, kind="text", **{"Pictures/a.png": picture})
    assert "Kesepahaman" in of(tmp_path, "surat.odt", content).pages[0].text
    rtf = (
        b"{\\rtf1 Awal{\\*\\shppict{\\pict\\pngblip\\picw100\n"
        + picture.hex("\n", -40).encode()
        + b"}}\\par Akhir\\par}"
    )
    text = of(tmp_path, "surat.rtf", rtf).pages[0].text
    assert text.index("Awal") < text.index("Kesepahaman") < text.index("Akhir")


@pytest.mark.usefixtures("_engine")
def test_a_page_set_into_a_mail_is_read_and_a_logo_is_not(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@contoh.go.id", "b@contoh.go.id", "Pindaian"
    mail.set_content('<p>Lihat <img src="cid:surat"></p>', subtype="html")
    mail.add_related(saved(scan(), "PNG"), maintype="image", subtype="png", cid="<surat>")
    mail.add_related(saved(Image.new("L", (80, 80)), "PNG"), maintype="image", subtype="png", cid="<logo>")
    reading = of(tmp_path, "surat.eml", mail.as_bytes())
    assert len(reading.pages) == 2
    assert "Kesepahaman" in reading.pages[1].text
