from datetime import date
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from service.outputs.sheets import HEADINGS, FollowUpRow, follow_up_matrix

ROW = FollowUpRow(
    text='=HYPERLINK("http://contoh")',
    topic="Kepegawaian",
    addressee=None,
    unit="Biro Organisasi",
    person=None,
    progress="Berjalan",
    due=date(2026, 12, 15),
    due_text="Triwulan IV 2026",
    done_on=None,
    proofs=2,
    last_word=None,
    document="Laporan",
    page=14,
)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(content: bytes) -> tuple[etree._Element, list[str]]:
    with ZipFile(BytesIO(content)) as packed:
        sheet = etree.fromstring(packed.read("xl/worksheets/sheet1.xml"))
        shared = etree.fromstring(packed.read("xl/sharedStrings.xml"))
    return sheet, [node.text or "" for node in shared.iter(f"{MAIN}t")]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    sheet, strings = parts(follow_up_matrix([ROW], title="Matriks", subtitle="Semua"))
    assert ROW.text in strings
    assert not list(sheet.iter(f"{MAIN}f"))
    assert not list(sheet.iter(f"{MAIN}hyperlink"))


def test_every_column_has_its_heading_and_a_day_is_a_day() -> None:
    sheet, strings = parts(follow_up_matrix([ROW], title="Matriks", subtitle="Semua"))
    assert [heading for heading, _ in HEADINGS] == [text for text in strings if text in dict(HEADINGS)]
    cell = next(node for node in sheet.iter(f"{MAIN}c") if node.get("r") == "H5")
    assert cell.findtext(f"{MAIN}v") == "46371"  # 15 December 2026 in the sheet's own count of days


def test_no_row_still_makes_a_file() -> None:
    _, strings = parts(follow_up_matrix([], title="Matriks", subtitle="Semua"))
    assert "Matriks" in strings
