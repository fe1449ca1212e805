"""ODT and ODP: nothing that stands in lists, cells, frames and margins is lost, and slides are read as a viewer reads them."""

import zipfile
from pathlib import Path

import pytest

from nlp.pages import BlockKind, Page
from nlp.readers import ocr_engine, read
from tests.conftest import needs
from tests.hostile.package_files import open_document, open_styles
from tests.hostile.picture_files import saved, scan
from tests.nlp.readers.blocks import cells, only_page, texts

_NUMBERS = open_styles(
    "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
    "</text:list-style>"
)


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def table(inside: str) -> str:
    """A row of two cells."""
    return f"<table:table><table:table-row><table:table-cell>{inside}</table:table-cell><table:table-cell>{p('kanan')}</table:table-cell></table:table-row></table:table>"


def framed(text: str, x: float, y: float, more: str = "") -> str:
    place = f"svg:x='{x}cm' svg:y='{y}cm'" if "transform" not in more else ""
    return f"<draw:frame {place} svg:width='8cm' svg:height='2cm' {more}><draw:text-box>{p(text)}</draw:text-box></draw:frame>"


def of(folder: Path, body: str, **more: str | bytes) -> Page:
    path = folder / "nota.odt"
    path.write_bytes(open_document(body, **{name.replace("styles", "styles.xml"): part for name, part in more.items()}))
    return only_page(path)


def slides(folder: Path, *bodies: str, styles: str = "") -> tuple[Page, ...]:
    path = folder / "paparan.odp"
    pages = "".join(f"<draw:page draw:style-name='dp{number}'>{body}</draw:page>" for number, body in enumerate(bodies))
    path.write_bytes(open_document(pages, "presentation", **{"styles.xml": open_styles(styles)}))
    return read(path).pages


@pytest.mark.parametrize("inside", [table(p("isi")), f"<text:section>{p('isi')}</text:section>"])
def test_what_stands_in_a_list_is_read(tmp_path: Path, inside: str) -> None:
    body = f"<text:list><text:list-item>{p('butir')}{inside}</text:list-item></text:list>"
    assert of(tmp_path, body).text.split("\n")[:2] == ["butir", "isi"]


def test_all_tables_in_a_cell_are_read_once(tmp_path: Path) -> None:
    page = of(tmp_path, table(table(table(p("a"))) + table(p("b"))))
    assert [page.text.split().count(word) for word in ("a", "b", "kanan")] == [1, 1, 4]


def test_a_cell_keeps_its_numbers_and_leaves_out_comments_and_notes(tmp_path: Path) -> None:
    items = "".join(f"<text:list-item>{p(word)}</text:list-item>" for word in ("susun", "kirim"))
    note = f"<text:note><text:note-body>{p('catatan')}</text:note-body></text:note>"
    comment = f"<office:annotation>{p('komentar')}</office:annotation>"
    inside = f"<text:list text:style-name='L'>{items}</text:list>{p('Bappeda' + note + comment)}"
    page = of(tmp_path, table(inside), styles=_NUMBERS)
    assert cells(page)[0] == (0, 0, "1. susun\n2. kirim\nBappeda")
    assert texts(page, BlockKind.NOTE) == ["catatan"]


def test_boxes_and_shapes_stand_once_behind_their_paragraph(tmp_path: Path) -> None:
    inner = f"<draw:frame><draw:text-box>{p('dalam')}</draw:text-box></draw:frame>"
    outer = f"<draw:frame><draw:text-box>{p('tengah' + inner)}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{p('satu')}{p('dua')}</draw:custom-shape>"
    assert of(tmp_path, p(f"luar{outer}{shape}")).text == "luar\ntengah\ndalam\nsatu\ndua"


def test_headers_of_first_and_left_pages_are_read(tmp_path: Path) -> None:
    parts = "".join(f"<style:{name}>{p(name)}</style:{name}>" for name in ("header", "header-first", "footer-left"))
    assert of(tmp_path, p("isi"), styles=open_styles(parts)).text == "header\nheader-first\nisi\nfooter-left"


def test_a_letter_head_that_is_a_picture_is_read(tmp_path: Path) -> None:
    needs(not ocr_engine.missing(), "tesseract")
    head = "<style:header><text:p><draw:frame><draw:image xlink:href='Pictures/kop.png'/></draw:frame></text:p></style:header>"
    page = of(tmp_path, p("isi"), styles=open_styles(head), **{"Pictures/kop.png": saved(scan(), "PNG")})
    assert "Kesepahaman" in " ".join(texts(page, BlockKind.RUNNING))


def test_a_sheet_and_a_chart_set_in_are_read_and_another_file_is_told(tmp_path: Path) -> None:
    sheet = open_document(table(p("pagu")), "spreadsheet")
    drawn = f"<chart:chart><chart:title>{p('Serapan')}</chart:title>{table(p('4711'))}</chart:chart>"
    members = {}
    for name, content in (("Object 1", sheet), ("Object 2", open_document(drawn, "chart"))):
        (tmp_path / "inner").write_bytes(content)
        with zipfile.ZipFile(tmp_path / "inner") as package:
            members[f"{name}/content.xml"] = package.read("content.xml")
    objects = "".join(f"<draw:frame><draw:object xlink:href='./Object {number}'/></draw:frame>" for number in (1, 2, 3))
    path = tmp_path / "nota.odt"
    path.write_bytes(open_document(p(objects), **members))
    reading = read(path)
    assert reading.pages[0].text == "pagu\nkanan\nSerapan"
    assert reading.warnings == ("Dokumen menyisipkan berkas lain yang tidak dibaca.",)


def test_a_filled_form_is_read(tmp_path: Path) -> None:
    form = "<office:forms><form:form><form:text form:id='c1' form:current-value='Budi'/></form:form></office:forms>"
    assert of(tmp_path, form + p("Nama<draw:control draw:control='c1'/>")).text == "Nama\nBudi"


def test_a_slide_is_hidden_by_its_style(tmp_path: Path) -> None:
    style = (
        "<style:style style:name='dp1'><style:drawing-page-properties presentation:visibility='hidden'/></style:style>"
    )
    assert [page.hidden for page in slides(tmp_path, framed("a", 1, 1), framed("b", 1, 1), styles=style)] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    "body",
    [
        framed("a", 1, 5) + framed("c", 14, 5) + framed("b", 1, 8) + framed("d", 14, 8),
        f"<draw:g>{framed('d', 1, 16)}{framed('c', 1, 12)}</draw:g>{framed('b', 1, 6)}{framed('a', 1, 1)}",
        framed("d", 0, 0, "draw:transform='rotate (1.5708) translate (2cm 18cm)'")
        + framed("a", 1, 1)
        + framed("b", 1, 3)
        + framed("c", 1, 6),
    ],
    ids=["columns", "group", "turned"],
)
def test_a_slide_is_read_as_a_viewer_does(tmp_path: Path, body: str) -> None:
    assert slides(tmp_path, body)[0].text == "a\nb\nc\nd"


def test_the_picture_of_a_table_is_no_unread_picture(tmp_path: Path) -> None:
    shown = f"<draw:frame>{table(p('kiri'))}<draw:image xlink:href='Pictures/t.svm'/></draw:frame>"
    path = tmp_path / "paparan.odp"
    path.write_bytes(
        open_document(
            f"<draw:page>{shown}</draw:page>", "presentation", **{"Pictures/t.svm": b"VCLMTF" + bytes(20_000)}
        )
    )
    assert read(path).warnings == ()
