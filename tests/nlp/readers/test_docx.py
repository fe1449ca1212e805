"""Word files: what Word shows is read, once, and nothing else."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from nlp.pages import BlockKind, Page
from nlp.readers import read
from tests.hostile.package_files import W, packed, parts, rels
from tests.nlp.readers.blocks import cell, cells, only_page, texts

_DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "laporan.docx"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def of(path: Path, body: str, **more: str) -> Page:
    """The page of a document with this body; `more`: further parts, which the document's relations name."""
    kinds = {f"word/{name}.xml": content for name, content in more.items()}
    if more:
        kinds["word/_rels/document.xml.rels"] = rels(*(f"{name.rstrip('0123456789')} {name}.xml" for name in more))
    path.write_bytes(packed(parts(body, **kinds)))
    return only_page(path)


# -------------------------------------------------------------------------------------------------- tracked changes


def test_tracked_insertions_are_read_and_deletions_are_not(path: Path) -> None:
    body = paragraph(
        run("Masa berlaku "),
        f'<w:del w:id="1">{run("dua").replace("w:t", "w:delText")}</w:del>',
        f'<w:ins w:id="2">{run("tiga")}</w:ins>',
        run(" tahun."),
    )
    assert of(path, body).text == "Masa berlaku tiga tahun."


def test_comments_are_said(path: Path) -> None:
    comments = (
        f'<w:comments {W}><w:comment w:id="0">{paragraph(run("mohon tambahkan dasar hukum"))}</w:comment></w:comments>'
    )
    assert of(path, paragraph(run("Pasal 1")), comments=comments).text == "Pasal 1"
    assert any("memuat komentar" in warning for warning in read(path).warnings)


@pytest.mark.parametrize("place", ["{}", "<w:p>{}</w:p>"])
def test_a_part_of_a_master_document_is_said(path: Path, place: str) -> None:
    of(path, paragraph(run("Bab I")) + place.format('<w:subDoc r:id="rId9"/>'))
    assert any("menyisipkan berkas lain" in warning for warning in read(path).warnings)


def test_moved_text_stands_only_where_it_went(path: Path) -> None:
    moved = run("Pihak Kedua wajib melapor.")
    body = (
        paragraph(f"<w:moveFrom>{moved}</w:moveFrom>")
        + paragraph(run("Pasal 2"))
        + paragraph(f"<w:moveTo>{moved}</w:moveTo>")
    )
    assert of(path, body).text == "Pasal 2\nPihak Kedua wajib melapor."


def test_a_deleted_paragraph_mark_joins_two_paragraphs(path: Path) -> None:
    body = paragraph(run("Kedua pihak "), properties="<w:rPr><w:del/></w:rPr>") + paragraph(run("sepakat."))
    assert of(path, body).text == "Kedua pihak sepakat."


def test_a_deleted_table_row_is_left_out(path: Path) -> None:
    def row(first: str, second: str, properties: str = "") -> str:
        return (
            f"<w:tr><w:trPr>{properties}</w:trPr>"
            + "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in (first, second))
            + "</w:tr>"
        )

    page = of(path, f"<w:tbl>{row('1', 'satu')}{row('2', 'dua', '<w:del/>')}{row('3', 'tiga')}</w:tbl>")
    assert [text for _, _, text in cells(page)] == ["1", "satu", "3", "tiga"]


# ------------------------------------------------------------------------------------- text boxes, controls, fields


def test_a_text_box_is_read_once_although_the_file_holds_it_twice(path: Path) -> None:
    box = f"<w:txbxContent>{paragraph(run('Kotak penting'))}</w:txbxContent>"
    body = paragraph(
        run("Sebelum"),
        f"<w:r><mc:AlternateContent {_DRAWING}><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert of(path, body + paragraph(run("Sesudah"))).text == "Sebelum\nKotak penting\nSesudah"


@pytest.mark.parametrize(
    "body",
    [
        f"<w:sdt><w:sdtContent>{paragraph(run('Nama Peserta'))}</w:sdtContent></w:sdt>",
        paragraph(f"<w:sdt><w:sdtContent>{run('Nama Peserta')}</w:sdtContent></w:sdt>"),
        paragraph(f'<w:hyperlink><w:smartTag w:element="x">{run("Nama Peserta")}</w:smartTag></w:hyperlink>'),
        paragraph(f'<w:fldSimple w:instr="MERGEFIELD nama">{run("Nama Peserta")}</w:fldSimple>'),
        paragraph('<w:r><w:instrText>PAGEREF x</w:instrText></w:r>', run("Nama Peserta")),
        f"<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>{paragraph(run('Nama Peserta'))}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
        f"<w:sdt><w:sdtContent><w:customXml>{paragraph(run('Nama Peserta'))}</w:customXml></w:sdtContent></w:sdt>",
    ],
)  # fmt: skip
def test_text_inside_controls_links_and_fields_is_read(path: Path, body: str) -> None:
    assert of(path, body).text == "Nama Peserta"


def test_hidden_text_is_left_out_and_said(path: Path) -> None:
    path.write_bytes(packed(parts(paragraph(run("Terlihat"), run(" rahasia", "<w:vanish/>")))))
    reading = read(path)
    assert reading.pages[0].text == "Terlihat"
    assert any("tersembunyi" in warning for warning in reading.warnings)


def test_footnotes_follow_the_text_with_their_number(path: Path) -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="7">{paragraph(run("Lihat UU 23/2014."))}</w:footnote></w:footnotes>'
    page = of(
        path, paragraph(run("Menurut undang-undang"), '<w:r><w:footnoteReference w:id="7"/></w:r>'), footnotes=notes
    )
    (note,) = [block for block in page.blocks if block.kind is BlockKind.NOTE]
    assert (page.text[note.start : note.end], note.mark) == ("Lihat UU 23/2014.", "1")


def test_headers_and_footers_are_running_text(path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Isi laporan")
    made.sections[0].header.paragraphs[0].text = "Laporan Akhir"
    made.sections[0].footer.paragraphs[0].text = "Rahasia dinas"
    made.save(str(path))
    page = only_page(path)
    assert texts(page, BlockKind.RUNNING) == ["Laporan Akhir", "Rahasia dinas"]
    assert texts(page, BlockKind.PARAGRAPH) == ["Isi laporan"]


def test_points_of_smart_art_and_titles_of_charts_are_read(path: Path) -> None:
    a, c = (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/drawingml/2006/chart",
    )
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    body = paragraph(f'<w:r><w:drawing><c:chart xmlns:c="{c}" r:id="rId0"/></w:drawing></w:r>') + paragraph(
        f'<w:r><w:drawing><dgm:relIds xmlns:dgm="{dgm}" r:dm="rId1"/></w:drawing></w:r>'
    )
    text = f'<a:p xmlns:a="{a}"><a:r><a:t>{{}}</a:t></a:r></a:p>'
    page = of(
        path,
        body,
        chart=f'<c:chartSpace xmlns:c="{c}"><c:title>{text.format("Capaian 2024")}</c:title></c:chartSpace>',
        diagramData=f'<dgm:dataModel xmlns:dgm="{dgm}"><dgm:pt>{text.format("Perencanaan")}</dgm:pt></dgm:dataModel>',
    )
    assert page.text == "Capaian 2024\nPerencanaan"


# ---------------------------------------------------------------------------------------------------- list numbers


def numbered(depth: int, text: str, number: int = 1) -> str:
    return paragraph(run(text), properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def numbering(*levels: tuple[str, str], override: str = "") -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (style, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="3">{made}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="3"/>{override}</w:num></w:numbering>'
    )


def test_list_numbers_are_computed_over_levels(path: Path) -> None:
    body = (
        numbered(0, "Umum")
        + numbered(1, "Maksud")
        + numbered(1, "Tujuan")
        + numbered(0, "Isi")
        + numbered(1, "Ruang lingkup")
    )
    page = of(path, body, numbering=numbering(("upperRoman", "%1."), ("decimal", "%1.%2")))
    assert texts(page) == ["I. Umum", "I.1 Maksud", "I.2 Tujuan", "II. Isi", "II.1 Ruang lingkup"]


def test_a_list_may_begin_anew(path: Path) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = numbered(0, "apel") + numbered(0, "jeruk") + numbered(0, "mangga", 2)
    page = of(path, body, numbering=numbering(("lowerLetter", "%1)"), override=restart))
    assert texts(page, BlockKind.LIST_ITEM) == ["a) apel", "b) jeruk", "a) mangga"]


def test_a_numbered_empty_paragraph_is_the_heading_that_word_shows(path: Path) -> None:
    page = of(path, numbered(0, "") + paragraph(run("Maksud dan Tujuan")), numbering=numbering(("decimal", "Pasal %1")))
    assert texts(page, BlockKind.HEADING)[0] == "Pasal 1"


def test_levels_of_headings_and_lists_are_kept(path: Path) -> None:
    made = docx.Document()
    made.add_heading("Pendahuluan", 1)
    made.add_heading("Latar belakang", 2)
    made.add_paragraph("butir", style="List Bullet")
    made.save(str(path))
    page = only_page(path)
    assert [(block.kind, block.level) for block in page.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.LIST_ITEM, 1),
    ]
    assert page.blocks[2].mark == "•"


# ---------------------------------------------------------------------------------------------------------- tables


def test_merged_cells_stand_once_with_their_spans(path: Path) -> None:
    made = docx.Document()
    grid = made.add_table(4, 3)
    for row in range(4):
        for column in range(3):
            grid.cell(row, column).text = f"r{row}k{column}"
    grid.cell(0, 0).merge(grid.cell(0, 2)).text = "Jadwal kegiatan"
    grid.cell(1, 0).merge(grid.cell(3, 0)).text = "Kelompok A"
    made.save(str(path))
    page = only_page(path)
    wide, tall = cell(page, "Jadwal kegiatan"), cell(page, "Kelompok A")
    assert (wide.row, wide.column, wide.row_span, wide.column_span) == (0, 0, 1, 3)
    assert (tall.row, tall.column, tall.row_span, tall.column_span) == (1, 0, 3, 1)
    assert page.text.count("Kelompok A") == 1
    assert len(cells(page)) == 1 + 1 + 6


def test_each_cell_names_the_header_of_its_column(path: Path) -> None:
    made = docx.Document()
    grid = made.add_table(3, 2)
    for row, values in enumerate(
        (("Rekomendasi", "Tenggat"), ("Susun pedoman", "Mei 2025"), ("Latih pegawai", "Juni 2025"))
    ):
        for column, text in enumerate(values):
            grid.cell(row, column).text = text
    made.save(str(path))
    page = only_page(path)
    assert cell(page, "Juni 2025").header == "Tenggat"
    assert cell(page, "Rekomendasi").header is None


def test_a_table_in_a_cell_is_a_table_of_its_own(path: Path) -> None:
    made = docx.Document()
    outer = made.add_table(1, 2)
    outer.cell(0, 0).text = "luar"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "dalam 1", "dalam 2"
    made.save(str(path))
    page = only_page(path)
    assert [text for _, _, text in cells(page, 1)] == ["dalam 1", "dalam 2"]
    assert page.text.count("dalam 1") == 1


def test_a_table_of_one_column_is_a_frame_around_text(path: Path) -> None:
    made = docx.Document()
    made.add_table(1, 1).cell(0, 0).text = "Catatan dalam bingkai"
    made.save(str(path))
    assert texts(only_page(path), BlockKind.PARAGRAPH) == ["Catatan dalam bingkai"]


def test_a_strict_file_is_read_like_any_other(path: Path) -> None:
    path.write_bytes(packed({name: content.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                                   "http://purl.oclc.org/ooxml/wordprocessingml/main")
                             for name, content in parts(paragraph(run("Isi"))).items() if isinstance(content, str)}))  # fmt: skip
    assert only_page(path).text == "Isi"


def test_breaks_tabs_and_symbols_do_not_glue_words(path: Path) -> None:
    made = docx.Document()
    line = made.add_paragraph().add_run("Nama")
    line.add_tab()
    line.add_text(": Budi")
    line.add_break()
    line.add_text("Jabatan")
    line._r.append(parse_xml(f"<w:noBreakHyphen {W}/>"))
    line.add_text("dua")
    made.save(str(path))
    assert only_page(path).text == "Nama : Budi\nJabatan-dua"


# ------------------------------------------------------------------------------------------------- rarer ways to write


def field(*steps: str) -> str:
    """A field's marks, its instruction in `<>`, its text as it is."""
    made = []
    for step in steps:
        if step in ("begin", "separate", "end"):
            made.append(f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>')
        else:
            made.append(f"<w:r><w:instrText>{step[1:-1]}</w:instrText></w:r>" if step[0] == "[" else run(step))
    return "".join(made)


def test_of_a_field_in_a_field_only_the_outer_result_is_shown(path: Path) -> None:
    inner = ("begin", "[MERGEFIELD x]", "separate", "dalam", "end")
    assert of(path, paragraph(field("begin", "[IF]", *inner, "separate", "luar", "end"))).text == "luar"


@pytest.mark.parametrize(("result", "shown"), [('<w:result w:val="1"/>', "Mendesak"), ("", "Rendah")])
def test_the_choice_of_a_drop_down_field_is_read(path: Path, result: str, shown: str) -> None:
    choices = f'<w:ddList>{result}<w:listEntry w:val="Rendah"/><w:listEntry w:val="Mendesak"/></w:ddList>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{choices}</w:ffData></w:fldChar></w:r>'
    assert of(path, paragraph(run("Prioritas: "), begin, field("[FORMDROPDOWN]", "end"))).text == f"Prioritas: {shown}"


def test_of_two_ways_to_write_a_block_the_one_that_shows_something_is_read(path: Path) -> None:
    ways = f"<mc:Choice Requires='w99'><w:p/></mc:Choice><mc:Fallback>{paragraph(run('Isi'))}</mc:Fallback>"
    assert of(path, f"<mc:AlternateContent {_DRAWING}>{ways}</mc:AlternateContent>").text == "Isi"


@pytest.mark.parametrize(
    "drawn",
    [
        f'<w:pict {_DRAWING}><v:shape><v:textpath string="Laporan Magang"/></v:shape></w:pict>',
        f"<w:drawing {_DRAWING}><a:graphic><a:graphicData><a:txSp><a:txBody><a:p><a:r><a:t>Laporan Magang</a:t></a:r></a:p>"
        "</a:txBody></a:txSp></a:graphicData></a:graphic></w:drawing>",
    ],
)
def test_word_art_and_text_in_a_canvas_are_read(path: Path, drawn: str) -> None:
    assert of(path, paragraph(f"<w:r>{drawn}</w:r>")).text == "Laporan Magang"


def test_text_that_a_style_hides_is_left_out_and_said(path: Path) -> None:
    kinds = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:rPr><w:vanish/></w:rPr></w:style>'
        for kind, name in (("paragraph", "P"), ("character", "C"))
    )
    body = paragraph(run("rahasia"), properties='<w:pStyle w:val="P"/>') + paragraph(
        run("Terlihat"), run(" juga rahasia", '<w:rStyle w:val="C"/>')
    )
    assert of(path, body, styles=f"<w:styles {W}>{kinds}</w:styles>").text == "Terlihat"
    assert any("tersembunyi" in warning for warning in read(path).warnings)


@pytest.mark.parametrize("wrapper", ["smartTag", "sdt", "sdtContent"])
def test_controls_may_be_nested_deep(path: Path, wrapper: str) -> None:
    inner = f"<w:{wrapper}>" * 100 + "{}" + f"</w:{wrapper}>" * 100
    assert of(path, inner.format(paragraph(run("Isi")))).text == "Isi"
    assert of(path, paragraph(inner.format(run("Isi")))).text == "Isi"


def test_labels_of_a_chart_are_read_without_its_numbers(path: Path) -> None:
    c = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    cache = "<c:strRef><c:strCache><c:pt><c:v>{}</c:v></c:pt></c:strCache></c:strRef>"
    values = "<c:val><c:numRef><c:numCache><c:pt><c:v>17</c:v></c:pt></c:numCache></c:numRef></c:val>"
    series = (
        f"<c:ser><c:tx>{cache.format('Realisasi')}</c:tx><c:cat>{cache.format('Triwulan I')}</c:cat>{values}</c:ser>"
    )
    body = paragraph(f'<w:r><w:drawing><c:chart xmlns:c="{c}" r:id="rId0"/></w:drawing></w:r>')
    assert (
        of(path, body, chart=f'<c:chartSpace xmlns:c="{c}">{series * 2}</c:chartSpace>').text == "Realisasi; Triwulan I"
    )


def test_a_large_table_of_like_rows_is_no_bomb(path: Path) -> None:
    row = "<w:tr>" + 2 * "<w:tc><w:p><w:r><w:t>-</w:t></w:r></w:p></w:tc>" + "</w:tr>"
    path.write_bytes(packed(parts(paragraph(run("Daftar hadir")) + f"<w:tbl>{row * 20_000}</w:tbl>")))
    assert only_page(path).text.startswith("Daftar hadir\n-")


def test_names_of_pictures_may_differ_by_case_alone(path: Path) -> None:
    path.write_bytes(packed(parts(paragraph(run("Isi")), **{"word/media/a.png": b"x", "word/media/A.png": b"y"})))
    assert only_page(path).text == "Isi"
