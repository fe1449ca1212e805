"""Pictures and PDFs of which a part is missing: what arrived is read, and staff is told."""

import zlib
from pathlib import Path

import numpy
import pytest
from PIL import ExifTags, Image, PngImagePlugin
from reportlab.lib.pdfencrypt import StandardEncryption

from nlp.errors import DamagedFile, LockedFile
from nlp.pages import Pages
from nlp.readers import ocr_engine, read
from tests.conftest import needs
from tests.hostile.case import SENTENCE
from tests.hostile.pdf_files import LINE, drawn, one_page, pdf, stream
from tests.hostile.picture_files import saved, scan

CUT = "rusak atau terpotong; sebagian isinya mungkin hilang"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    needs(not ocr_engine.missing(), "tesseract")
    return tmp_path / "naskah"


def of(path: Path, content: bytes) -> Pages:
    path.write_bytes(content)
    return read(path)


def warned(pages: Pages, words: str) -> bool:
    return any(words in warning for warning in pages.warnings)


def two_letters() -> Image.Image:
    made = Image.new("L", (1_240, 1_754), 255)
    made.paste(scan(), (0, 0))
    made.paste(scan(), (0, 1_200))
    return made


# ------------------------------------------------------------------------------------------------------------- pictures


@pytest.mark.parametrize(
    ("kind", "filled"),
    [("PNG", False), ("PNG", True), ("JPEG", False), ("JPEG", True), ("TIFF", False), ("BMP", False)],
)
def test_a_picture_cut_off_is_read_as_far_as_it_goes_and_said(path: Path, kind: str, filled: bool) -> None:
    content = saved(two_letters(), kind)
    assert of(path, content).warnings == ()
    kept = len(content) * 3 // 5
    pages = of(path, content[:kept] + bytes(len(content) - kept if filled else 0))
    assert pages.pages[0].text.count("Kesepahaman") == 1
    assert warned(pages, CUT)


@pytest.mark.parametrize("compression", ["group4", "tiff_lzw"])
@pytest.mark.parametrize("share", [0.6, 0.9, 0.99])
def test_the_whole_pages_of_a_cut_off_tiff_are_read(path: Path, compression: str, share: float) -> None:
    made = scan("1")
    content = saved(made, "TIFF", save_all=True, append_images=[made, made], compression=compression)
    pages = of(path, content[: round(share * len(content))])
    assert [("Kesepahaman" in page.text) for page in pages.pages] == [True] * (1 if share < 0.67 else 2)
    assert warned(pages, "dan seterusnya rusak atau terpotong")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_set_upright_as_its_camera_says(path: Path, orientation: int) -> None:
    back = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90", 7: "TRANSVERSE", 8: "ROTATE_270"}  # fmt: skip
    made = scan().transpose(Image.Transpose[back[orientation]]) if orientation in back else scan()
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    assert SENTENCE in of(path, saved(made, "JPEG", exif=exif)).pages[0].text


def test_a_long_note_inside_of_a_picture_does_no_harm(path: Path) -> None:
    note = PngImagePlugin.PngInfo()
    note.add_text("mxfile", "x" * 3_000_000, zip=True)
    assert SENTENCE in of(path, saved(scan(), "PNG", pnginfo=note)).pages[0].text


def test_letters_in_the_shadow_of_a_hand_are_read(path: Path) -> None:
    shades = numpy.asarray(two_letters()).astype(float)
    down, across = numpy.mgrid[0 : shades.shape[0], 0 : shades.shape[1]]
    shadow = 0.4 + 0.6 / (1 + numpy.exp((across + 0.3 * down - 900) / 40))
    (page,) = of(path, saved(Image.fromarray((shades * shadow).astype("uint8")), "JPEG")).pages
    assert page.text.count(SENTENCE) == 2


def test_a_file_without_a_word_is_said_to_be_empty(path: Path) -> None:
    assert warned(of(path, saved(Image.new("L", (900, 600), 255), "PNG")), "tampak kosong")
    assert warned(of(path, pdf(one_page(b""))), "tampak kosong")


# ----------------------------------------------------------------------------------------------------------------- PDF


def scanned(data: bytes, how: bytes, content: bytes = b"q 595 0 0 842 0 0 cm /I Do Q") -> bytes:
    size = b"/Width 1240/Height 1754/BitsPerComponent 8/ColorSpace/DeviceGray"
    picture = stream(data, b"/Type/XObject/Subtype/Image%s/Filter/%s" % (size, how))
    return pdf(one_page(content, resources=b"/XObject<</I 6 0 R>>", more={6: picture}))


def test_a_scan_cut_off_inside_of_a_pdf_is_said(path: Path) -> None:
    jpeg, packed = saved(two_letters(), "JPEG"), zlib.compress(two_letters().tobytes())
    for data, how in ((jpeg, b"DCTDecode"), (packed, b"FlateDecode")):
        assert of(path, scanned(data, how)).warnings == ()
        pages = of(path, scanned(data[: len(data) // 2], how))
        assert "Kesepahaman" in pages.pages[0].text
        assert warned(pages, CUT)


def test_a_scan_that_cannot_be_decoded_is_said(path: Path) -> None:
    assert warned(of(path, scanned(b"junk" * 200, b"JPXDecode")), CUT)


def test_text_painted_as_a_pattern_is_read_by_ocr(path: Path) -> None:
    text = LINE + b"".join(
        b"BT /F1 11 Tf 60 %d Td (Perjanjian berlaku lima tahun) Tj ET " % (700 - 20 * n) for n in range(4)
    )
    tile = (
        b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 595 842]/XStep 595/YStep 842/Resources<</Font<</F1 4 0 R>>>>"
    )
    painted = one_page(
        b"/Pattern cs /P scn 0 0 595 842 re f", resources=b"/Pattern<</P 6 0 R>>", more={6: stream(text, tile)}
    )
    (page,) = of(path, pdf(painted)).pages
    assert page.source == "ocr"
    assert "Kesepahaman" in page.text


def test_a_scan_deep_inside_of_drawings_is_read(path: Path) -> None:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F %d 0 R>>>>"
    picture = stream(zlib.compress(scan().tobytes()), b"/Type/XObject/Subtype/Image/Width 1240/Height 420/BitsPerComponent 8"
                     b"/ColorSpace/DeviceGray/Filter/FlateDecode")  # fmt: skip
    more = {6 + depth: stream(b"/F Do", form % (7 + depth)) for depth in range(7)}
    more |= {13: stream(b"q 595 0 0 300 0 500 cm /F Do Q", form % 14), 14: picture}
    (page,) = of(path, pdf(one_page(b"/F Do", resources=b"/XObject<</F 6 0 R>>", more=more))).pages
    assert "Kesepahaman" in page.text


def test_a_stream_that_does_not_unpack_is_said(path: Path) -> None:
    lines = b"".join(b"BT /F1 9 Tf 60 %d Td (Baris %d) Tj ET\n" % (740 - n, n * n) for n in range(300))
    packed = bytearray(zlib.compress(LINE + lines))
    packed[len(packed) // 2] ^= 0xFF
    whole = stream(zlib.compress(LINE), b"/Filter/FlateDecode")
    assert of(path, pdf(one_page(contents=whole))).warnings == ()
    broken = one_page(contents=stream(bytes(packed), b"/Filter/FlateDecode"))
    assert warned(of(path, pdf(broken)), "Sebagian isi berkas rusak")


def test_pages_that_the_page_tree_leaves_out_are_said(path: Path) -> None:
    more = {6: one_page()[3], 2: b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 1>>"}
    assert warned(of(path, pdf(one_page(more=more))), "Sebagian isi berkas rusak")
    assert of(path, pdf(one_page(more={**more, 2: b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>"}))).warnings == ()


def test_pages_to_which_no_way_leads_are_found(path: Path) -> None:
    pages = of(path, pdf(one_page(more={2: b"<</Type/Foo>>"})))
    assert SENTENCE in pages.pages[0].text
    assert warned(pages, "halaman yang masih ada dibaca")


def test_a_revision_cut_off_is_said(path: Path) -> None:
    whole = pdf(one_page())
    added = b"5 0 obj\n%s\nendobj\n" % stream(LINE.replace(b"Nota", b"Revisi"))
    assert of(path, whole + b"\n<br>Notice: obj").warnings == ()
    for cut in (len(added) // 2, len(added)):
        assert warned(of(path, whole + added[:cut]), "Berkas terpotong")


@pytest.mark.parametrize("user", ["rahasia", ""])
@pytest.mark.parametrize("share", [0.5, 0.8, 0.98])
def test_a_locked_file_cut_off_is_damaged(path: Path, user: str, share: float) -> None:
    content = drawn(1, encrypt=StandardEncryption(user, "pemilik", strength=128))
    path.write_bytes(content[: int(share * len(content))])
    with pytest.raises((DamagedFile, LockedFile)):
        read(path)
