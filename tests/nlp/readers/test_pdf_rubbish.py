"""Text layers that say something else than the page shows: such a page is read by OCR, all others never are."""

from pathlib import Path

import pytest
from PIL import ImageFont
from reportlab.pdfbase.ttfonts import TTFontFace
from reportlab.pdfgen.canvas import Canvas

from nlp.readers import ocr, ocr_engine, read
from nlp.readers.pdf_rubbish import agrees, is_rubbish
from nlp.readers.segments import Token
from tests.conftest import needs
from tests.hostile.pdf_files import pdf, stream
from tests.nlp.readers.blocks import drawn

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
SAID = (
    "Rekomendasi nomor tujuh untuk Badan Perencanaan Pembangunan Daerah",
    "Menyusun pedoman kerja pertukaran pegawai dan melatih petugas",
    "Laporan disampaikan kepada bupati setiap semester pada tahun berjalan",
)
LETTERS = sorted(set("".join(SAID)))


def shown(path: Path, signs: dict[str, int] | None) -> None:
    """A page that shows SAID; its font says of each glyph that it is another character, or nothing at all."""
    glyphs = {letter: number for number, letter in enumerate(LETTERS, 40)}
    places = b"".join(_glyph_of(letter).to_bytes(2, "big") for letter in LETTERS)
    widths = b" ".join(b"%d" % (ImageFont.truetype(FONT, 1000).getlength(letter)) for letter in LETTERS)
    lines = b" 0 -22 Td ".join(b"<%s> Tj" % b"".join(b"%04x" % glyphs[letter] for letter in line) for line in SAID)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        4: stream(b"BT /F1 13 Tf 60 760 Td %s ET" % lines),
        5: b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]%s>>"
        % (b"/ToUnicode 9 0 R" if signs else b""),
        6: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor 7 0 R/W[40[%s]]/CIDToGIDMap 10 0 R>>" % widths,
        7: b"<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200"
        b"/CapHeight 700/StemV 80/FontFile2 8 0 R>>",
        8: stream(FONT.read_bytes()),
        10: stream(bytes(80) + places),
    }
    if signs:
        pairs = b" ".join(b"<%04x> <%04x>" % (glyphs[letter], sign) for letter, sign in signs.items())
        objects[9] = stream(
            b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange %d beginbfchar %s endbfchar endcmap"
            % (len(signs), pairs)
        )
    path.write_bytes(pdf(objects))


def _glyph_of(letter: str) -> int:
    return int(TTFontFace(str(FONT)).charToGlyph[ord(letter)])


def test_a_font_that_says_the_truth_needs_no_ocr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "jujur.pdf"
    shown(path, {letter: ord(letter) for letter in LETTERS})
    monkeypatch.setattr(ocr, "recognise", lambda *_: pytest.fail("nothing was to be read"))
    assert all(line in " ".join(read(path).pages[0].text.split()) for line in SAID)


@pytest.mark.parametrize(
    "signs",
    [
        None,
        {letter: 0xE000 + ord(letter) for letter in LETTERS},
        dict.fromkeys(LETTERS, 0xFFFD),
        dict.fromkeys(LETTERS, 0x20),
        {letter: ord(letter) + 3 * letter.isalpha() for letter in LETTERS},
    ],
    ids=["no signs", "private use", "replacement", "blanks", "shifted"],
)
def test_a_font_whose_signs_are_wrong_is_read_by_its_look(tmp_path: Path, signs: dict[str, int] | None) -> None:
    needs(not ocr_engine.missing(), "tesseract")
    path = tmp_path / "salah.pdf"
    shown(path, signs)
    reading = read(path)
    (page,) = reading.pages
    assert page.source == "ocr"
    assert all(line in " ".join(page.text.split()) for line in SAID)
    assert reading.warnings == ()


def tokens(text: str) -> list[Token]:
    return [Token(word, 0, 0, 1, 1) for word in text.split()]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(SAID) * 4,
        "The parties agree to cooperate in the field of civil service training within their own regions. " * 4,
        "1.250.000 3.400.000 12,5 2024 17/01/2024 98,3 " * 8,
        "Muh. Rizky Pratama, S.STP. Siti Nurhaliza Ir. Bambang " * 5,
        "السلام عليكم ورحمة الله وبركاته " * 8,
    ],
    ids=["Indonesian", "English", "figures", "people", "Arabic"],
)
def test_words_are_no_rubbish(text: str) -> None:
    assert not is_rubbish(tokens(text))


def test_a_text_layer_that_ocr_confirms_stays(tmp_path: Path) -> None:
    """A list of short names has hardly a vowel; what is seen on the page is what its text says."""
    needs(not ocr_engine.missing(), "tesseract")
    path = tmp_path / "singkatan.pdf"

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 13)
        for number, line in enumerate(("BKPSDM DPMPTSP DPRKPP BPKPD BPBD DPUPR",) * 9):
            canvas.drawString(60, 760 - 24 * number, line)

    reading = drawn(path, draw)
    assert (reading.pages[0].source, reading.warnings) == ("text", ())


def test_agreement_needs_words() -> None:
    assert agrees(
        "Nota Kesepahaman antara dua pemerintah daerah ini".split(),
        "Nota Kesepahaman antara dua pemerintah daerah".split(),
    )
    assert not agrees("Qrwd Nhvhsdkdpdq dqwdud".split(), "Nota Kesepahaman antara dua pemerintah daerah".split())
    assert not agrees([], [])
