"""What is set into Word and PowerPoint files: letter heads that are pictures, objects, whole files, pictures that are not there."""

from pathlib import Path

import pptx
import pytest
from pptx.oxml import parse_xml

from nlp.pages import BlockKind, Pages
from nlp.readers import ocr_engine, read
from tests.conftest import needs
from tests.hostile.case import SENTENCE
from tests.hostile.package_files import PARAGRAPH, W, packed, parts, rels, word
from tests.hostile.picture_files import saved, scan
from tests.nlp.readers.blocks import cells, texts

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_FILE = "Dokumen menyisipkan berkas lain yang tidak dibaca."
_EMF = b"\x01\0\0\0".ljust(40, b"\0") + b" EMF"
_SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId0"/></w:sectPr>'


def of(folder: Path, body: str, relations: str, **more: str | bytes) -> Pages:
    path = folder / "surat.docx"
    named = {name.replace("__", "/").replace("_xml", ".xml"): content for name, content in more.items()}
    path.write_bytes(packed(parts(body, **{"word/_rels/document.xml.rels": relations}, **named)))
    return read(path)


def paragraph(inside: str) -> str:
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def ole(program: str) -> str:
    return paragraph(
        f'<w:object {_V}><v:shape><v:imagedata r:id="rId0"/></v:shape><o:OLEObject ProgID="{program}" r:id="rId1"/></w:object>'
    )


def unread(reading: Pages) -> bool:
    return any("1 gambar di dalam berkas tidak dibaca" in warning for warning in reading.warnings)


def test_a_letter_head_that_is_a_picture_is_read(tmp_path: Path) -> None:
    needs(not ocr_engine.missing(), "tesseract")
    drawing = paragraph(f'<w:drawing><a:blip {_A} {_R} r:embed="rId0"/></w:drawing>')
    path = tmp_path / "surat.docx"
    path.write_bytes(
        packed(
            parts(
                PARAGRAPH + _SECTION,
                **{
                    "word/_rels/document.xml.rels": rels("header header1.xml"),
                    "word/header1.xml": f"<w:hdr {W}>{drawing}</w:hdr>",
                    "word/_rels/header1.xml.rels": rels("image media/kop.png"),
                    "word/media/kop.png": saved(scan(), "PNG"),
                },
            )
        )
    )
    assert "Kesepahaman" in " ".join(texts(read(path).pages[0], BlockKind.RUNNING))


def test_wordart_in_a_header_is_read(tmp_path: Path) -> None:
    drawn = paragraph(f'<w:pict><v:shape {_V}><v:textpath string="DINAS SOSIAL"/></v:shape></w:pict>')
    reading = of(
        tmp_path, PARAGRAPH + _SECTION, rels("header header1.xml"), word__header1_xml=f"<w:hdr {W}>{drawn}</w:hdr>"
    )
    assert texts(reading.pages[0], BlockKind.RUNNING) == ["DINAS SOSIAL"]


@pytest.mark.parametrize(("program", "said"), [("Excel.Sheet.12", True), ("Equation.DSMT4", False)])
def test_a_sheet_set_in_is_told_and_a_formula_is_not(tmp_path: Path, program: str, said: bool) -> None:
    reading = of(
        tmp_path,
        PARAGRAPH + ole(program),
        rels("image media/a.emf", "package embeddings/a.xlsx"),
        **{"word/media/a.emf": _EMF + bytes(3_000), "word/embeddings/a.xlsx": b"PK\x03\x04"},
    )
    assert (_FILE in reading.warnings, unread(reading)) == (said, said)


def test_a_document_set_in_is_read_where_it_stands(tmp_path: Path) -> None:
    body = ole("Word.Document.12") + paragraph("<w:t>Penutup</w:t>")
    relations = rels("image media/a.emf", "package embeddings/a.docx")
    reading = of(tmp_path, body, relations, **{"word/media/a.emf": _EMF, "word/embeddings/a.docx": word()})
    assert reading.pages[0].text.split("\n") == ["Laporan Magang", SENTENCE, "Penutup"]
    assert reading.warnings == ()


def test_a_page_that_a_program_put_in_is_read(tmp_path: Path) -> None:
    """Programs that make DOCX of HTML write nothing else."""
    page = "<html><body><p>Surat</p><table><tr><td>No</td><td>Isi</td></tr><tr><td>1</td><td>Bappeda</td></tr></table></body></html>"
    reading = of(tmp_path, '<w:altChunk r:id="rId0"/>', rels("aFChunk a.html"), **{"word/a.html": page})
    assert texts(reading.pages[0])[0] == "Surat"
    assert (1, 1, "Bappeda") in cells(reading.pages[0])


def test_a_document_inside_of_itself_comes_to_an_end(tmp_path: Path) -> None:
    inner = word()
    for _ in range(5):
        inner = packed(
            parts(
                PARAGRAPH + '<w:altChunk r:id="rId0"/>',
                **{"word/_rels/document.xml.rels": rels("aFChunk a.docx"), "word/a.docx": inner},
            )
        )
    (tmp_path / "surat.docx").write_bytes(inner)
    reading = read(tmp_path / "surat.docx")
    assert reading.pages[0].text.count("Kesepahaman") == 3
    assert _FILE in reading.warnings


def test_a_picture_and_a_chart_that_are_not_there_are_told(tmp_path: Path) -> None:
    linked = paragraph(f'<w:drawing><a:blip {_A} {_R} r:link="rId7"/></w:drawing>')
    assert unread(of(tmp_path, PARAGRAPH + linked, rels()))
    chart = paragraph(
        f'<w:drawing><c:chart {_R} xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId7"/></w:drawing>'
    )
    assert any("rusak" in warning for warning in of(tmp_path, PARAGRAPH + chart, rels()).warnings)


def test_titles_of_the_newer_charts_are_read(tmp_path: Path) -> None:
    cx = "http://schemas.microsoft.com/office/drawing/2014/chartex"
    drawn = f'<w:drawing><cx:chart xmlns:cx="{cx}" {_R} r:id="rId0"/></w:drawing>'
    part = (
        f'<cx:chartSpace xmlns:cx="{cx}" {_A}><cx:strDim><cx:lvl><cx:pt>Solok</cx:pt></cx:lvl></cx:strDim>'
        "<a:p><a:r><a:t>Realisasi</a:t></a:r></a:p></cx:chartSpace>"
    )
    reading = of(tmp_path, paragraph(drawn), rels("chartEx charts/c.xml"), **{"word/charts/c.xml": part})
    assert reading.pages[0].text == "Realisasi\nSolok"


def test_text_that_goes_on_over_a_deleted_mark_stands_before_the_table(tmp_path: Path) -> None:
    body = (
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>Awal</w:t></w:r></w:p>'
        f"<w:tbl><w:tr><w:tc>{paragraph('<w:t>a</w:t>')}</w:tc><w:tc>{paragraph('<w:t>b</w:t>')}</w:tc></w:tr></w:tbl>"
        f"{paragraph('<w:t>Akhir</w:t>')}"
    )
    assert of(tmp_path, body, rels()).pages[0].text == "Awal\na\nb\nAkhir"


@pytest.mark.parametrize("picture", ["kop.png", "tabel.emf"])
def test_a_sheet_on_a_slide_is_read_by_its_picture_or_told(tmp_path: Path, picture: str) -> None:
    needs(not ocr_engine.missing(), "tesseract")
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    (tmp_path / "kop.png").write_bytes(saved(scan(), "PNG"))
    _, relation = slide.part.get_or_add_image_part(str(tmp_path / "kop.png"))
    relation = relation if picture == "kop.png" else "rId99"
    slide.shapes._spTree.append(
        parse_xml(
            f'<p:graphicFrame {_P} {_A} {_R}><p:nvGraphicFramePr><p:cNvPr id="9" name="o"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
            '<p:xfrm><a:off x="9" y="9"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData><p:oleObj progId="Excel.Sheet.12">'
            f'<p:pic><p:blipFill><a:blip r:embed="{relation}"/></p:blipFill></p:pic></p:oleObj></a:graphicData></a:graphic></p:graphicFrame>'
        )
    )
    path = tmp_path / "paparan.pptx"
    made.save(str(path))
    reading = read(path)
    assert _FILE in reading.warnings
    assert ("Kesepahaman" in reading.pages[0].text) != unread(reading)
    assert unread(reading) == (picture != "kop.png")


def test_what_a_slide_says_in_two_ways_is_read_once(tmp_path: Path) -> None:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    said = "<a:r><a:t>Rumus</a:t></a:r>"
    slide.shapes.title.text_frame.paragraphs[0]._p.append(
        parse_xml(
            f'<mc:AlternateContent {_A} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:Choice Requires="a14">{said}</mc:Choice><mc:Fallback>{said}</mc:Fallback></mc:AlternateContent>'
        )
    )
    path = tmp_path / "paparan.pptx"
    made.save(str(path))
    assert read(path).pages[0].text == "Rumus"


def test_an_emblem_in_a_header_is_no_unread_picture(tmp_path: Path) -> None:
    picture = saved(scan().resize((600, 640)), "BMP")
    drawing = paragraph(f'<w:drawing><a:blip {_A} {_R} r:embed="rId0"/></w:drawing>')
    more = {"word/header1.xml": f"<w:hdr {W}>{drawing}</w:hdr>", "word/_rels/header1.xml.rels": rels("image a.bmp")}
    reading = of(tmp_path, PARAGRAPH + _SECTION, rels("header header1.xml"), **more, **{"word/a.bmp": picture})
    assert (reading.pages[0].text, reading.warnings) == (SENTENCE, ())
