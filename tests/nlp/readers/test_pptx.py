"""PowerPoint files: slides in order, shapes as a viewer reads them."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Inches, Pt

from nlp.pages import BlockKind, Box, Page
from nlp.readers import read
from tests.hostile.package_files import changed, rels
from tests.nlp.readers.blocks import cell, cells, texts

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paparan.pptx"


def of(path: Path, *slides: Callable[[Slide], None], layout: int = 6) -> list[Page]:
    made = pptx.Presentation()
    for fill in slides:
        fill(made.slides.add_slide(made.slide_layouts[layout]))
    made.save(str(path))
    return list(read(path).pages)


def box(slide: Slide, text: str, left: float, top: float, width: float = 3, height: float = 1, size: int = 18) -> None:
    frame = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height)).text_frame
    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.font.size = Pt(size)


def test_a_block_knows_the_shape_that_holds_it(path: Path) -> None:
    def fill(slide: Slide) -> None:
        box(slide, "satu\ndua", 1, 2, width=3, height=1)
        box(slide, "tiga", 5, 2, width=3, height=1)

    (page,) = of(path, fill)
    boxes = [block.box for block in page.blocks]
    assert boxes[0] is boxes[1]
    assert boxes[0] == Box(72, 144, 288, 216)
    assert boxes[2] == Box(360, 144, 576, 216)


def test_columns_are_read_one_after_the_other_whatever_the_files_order(path: Path) -> None:
    def fill(slide: Slide) -> None:
        for text, left, top in (
            ("kanan bawah", 5, 4),
            ("kiri bawah", 0.5, 4),
            ("kanan atas", 5, 2),
            ("kiri atas", 0.5, 2),
        ):
            box(slide, text, left, top, height=1.8)

    (page,) = of(path, fill)
    assert texts(page) == ["kiri atas", "kiri bawah", "kanan atas", "kanan bawah"]


def test_rows_of_cards_are_read_row_by_row(path: Path) -> None:
    def fill(slide: Slide) -> None:
        for row, column in ((1, 2), (0, 1), (1, 0), (0, 2), (0, 0), (1, 1)):
            box(slide, f"kartu {row}{column}", 0.3 + 3.1 * column, 1.5 + 3 * row, height=1)

    (page,) = of(path, fill)
    assert texts(page) == ["kartu 00", "kartu 01", "kartu 02", "kartu 10", "kartu 11", "kartu 12"]


def test_shapes_in_groups_stand_where_the_group_puts_them(path: Path) -> None:
    def fill(slide: Slide) -> None:
        box(slide, "di bawah kelompok", 1, 5)
        outer = slide.shapes.add_group_shape()
        inner = outer.shapes.add_group_shape()
        inner.shapes.add_textbox(Inches(1), Inches(2), Inches(3), Inches(1)).text_frame.text = "di dalam kelompok"

    (page,) = of(path, fill)
    assert texts(page) == ["di dalam kelompok", "di bawah kelompok"]


def test_a_hidden_slide_is_read_and_tagged(path: Path) -> None:
    def hidden(slide: Slide) -> None:
        box(slide, "cadangan", 1, 1)
        slide._element.set("show", "0")

    first, second = of(path, lambda slide: box(slide, "tampil", 1, 1), hidden)
    assert (first.hidden, second.hidden) == (False, True)
    assert second.text == "cadangan"


@pytest.mark.parametrize(
    "again", ["Rekomendasi (lanjutan)", "Rekomendasi (2)", "Rekomendasi (2/3)", "REKOMENDASI - lanjutan"]
)
def test_a_title_that_goes_on_marks_the_same_section(path: Path, again: str) -> None:
    def titled(text: str) -> Callable[[Slide], None]:
        return lambda slide: setattr(slide.shapes.title, "text", text)

    pages = of(path, titled("Rekomendasi"), titled(again), titled("Penutup"), titled("Anggaran (2024)"), layout=5)
    assert [page.continues for page in pages] == [False, True, False, False]
    assert pages[0].blocks[0].kind is BlockKind.HEADING


def test_notes_are_notes_and_feet_are_running(path: Path) -> None:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "Evaluasi"
    slide.notes_slide.notes_text_frame.text = "Sampaikan pelan-pelan"
    foot = parse_xml(
        f'<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {_A}><p:nvSpPr><p:cNvPr id="9" name="f"/><p:cNvSpPr/>'
        '<p:nvPr><p:ph type="sldNum" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>7</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    slide.shapes._spTree.append(foot)
    made.save(str(path))
    (page,) = read(path).pages
    assert texts(page, BlockKind.NOTE) == ["Sampaikan pelan-pelan"]
    assert texts(page, BlockKind.RUNNING) == ["7"]


def test_merged_cells_of_a_table_stand_once(path: Path) -> None:
    def fill(slide: Slide) -> None:
        grid = slide.shapes.add_table(3, 3, Inches(1), Inches(1), Inches(8), Inches(3)).table
        for row in range(3):
            for column in range(3):
                grid.cell(row, column).text = f"r{row}k{column}"
        grid.cell(0, 0).merge(grid.cell(0, 1))
        grid.cell(0, 0).text = "Kegiatan"
        grid.cell(1, 2).merge(grid.cell(2, 2))
        grid.cell(1, 2).text = "selesai"

    (page,) = of(path, fill)
    assert cell(page, "Kegiatan").column_span == 2
    assert cell(page, "selesai").row_span == 2
    assert len(cells(page)) == 7


def test_automatic_numbers_of_points_are_computed(path: Path) -> None:
    def fill(slide: Slide) -> None:
        box(slide, "Susun pedoman\nLatih pegawai\nEvaluasi", 1, 1)
        frame = slide.shapes[-1].text_frame
        for paragraph in frame.paragraphs:
            paragraph._p.get_or_add_pPr().append(parse_xml(f'<a:buAutoNum {_A} type="alphaLcParenR" startAt="3"/>'))

    (page,) = of(path, fill)
    assert texts(page, BlockKind.LIST_ITEM) == ["c) Susun pedoman", "d) Latih pegawai", "e) Evaluasi"]


def test_a_shape_that_is_hidden_is_not_shown(path: Path) -> None:
    def fill(slide: Slide) -> None:
        box(slide, "tampil", 1, 1)
        box(slide, "tersembunyi", 1, 3)
        slide.shapes[-1]._element.nvSpPr.cNvPr.set("hidden", "1")

    (page,) = of(path, fill)
    assert page.text == "tampil"


def test_smart_art_is_read_where_it_stands(path: Path) -> None:
    def fill(slide: Slide) -> None:
        box(slide, "di atas", 1, 0.5)
        frame = parse_xml(
            f'<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {_A} '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvGraphicFramePr><p:cNvPr id="8" name="d"/>'
            '<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="914400" y="2000000"/><a:ext cx="900000" cy="900000"/></p:xfrm>'
            '<a:graphic><a:graphicData><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId1"/>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )
        slide.shapes._spTree.append(frame)
        box(slide, "di bawah", 1, 5)

    of(path, fill)
    data = (
        f'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" {_A}><dgm:pt><dgm:t><a:p><a:r>'
        "<a:t>Perencanaan</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"
    )
    relations = rels("slideLayout ../slideLayouts/slideLayout7.xml", "diagramData ../diagrams/data1.xml")
    parts = {"ppt/diagrams/data1.xml": data.encode(), "ppt/slides/_rels/slide1.xml.rels": relations.encode()}
    path.write_bytes(changed(path.read_bytes(), parts))
    assert read(path).pages[0].text == "di atas\nPerencanaan\ndi bawah"


def test_a_comment_on_a_slide_is_said(path: Path) -> None:
    of(path, lambda slide: box(slide, "Rekomendasi", 1, 1))
    relations = rels("slideLayout ../slideLayouts/slideLayout7.xml", "comments ../comments/comment1.xml")
    comment = b"<cmLst><cm><text>tambahkan sumber datanya</text></cm></cmLst>"
    parts = {"ppt/comments/comment1.xml": comment, "ppt/slides/_rels/slide1.xml.rels": relations.encode()}
    path.write_bytes(changed(path.read_bytes(), parts))
    assert any("memuat komentar" in warning for warning in read(path).warnings)


def test_a_strict_file_is_read_like_any_other(path: Path) -> None:
    of(path, lambda slide: box(slide, "Rekomendasi", 1, 1))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}
    usual = re.compile(rb"http://schemas\.openxmlformats\.org/(presentationml|drawingml|officeDocument)/2006/(\w+)")
    strict = {name: usual.sub(rb"http://purl.oclc.org/ooxml/\1/\2", content) for name, content in parts.items()}
    path.write_bytes(changed(path.read_bytes(), strict))
    assert read(path).pages[0].text == "Rekomendasi"


def test_a_formula_is_read(path: Path) -> None:
    def fill(slide: Slide) -> None:
        box(slide, "Pagu: ", 1, 1)
        formula = f'<m:oMath xmlns:m="{_MATH}"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
        slide.shapes[-1].text_frame.paragraphs[0]._p.append(parse_xml(formula))

    assert of(path, fill)[0].text == "Pagu: a+b"
