"""Recommendations as a spreadsheet: rows in, bytes out."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

HEADINGS = (
    ("No", 5),
    ("Rekomendasi", 60),
    ("Topik", 26),
    ("Disebut untuk", 32),
    ("OPD penanggung jawab", 32),
    ("PIC", 22),
    ("Status", 20),
    ("Tenggat", 13),
    ("Tertulis", 20),
    ("Selesai", 13),
    ("Bukti dukung", 12),
    ("Catatan terakhir atau alasan", 40),
    ("Dokumen sumber", 40),
    ("Halaman", 9),
)


@dataclass(frozen=True)
class FollowUpRow:
    """A line of the follow-up matrix, in the order of its columns."""

    text: str
    topic: str
    addressee: str | None
    unit: str | None
    person: str | None
    progress: str
    due: date | None
    due_text: str | None
    done_on: date | None
    proofs: int
    last_word: str | None
    document: str
    page: int | None


def follow_up_matrix(rows: Iterable[FollowUpRow], *, title: str, subtitle: str) -> bytes:
    """An XLSX file. Text stays text: what begins with `=` or looks like a link is never a formula or a link."""
    kept = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(kept, options) as book:
        sheet = book.add_worksheet("Tindak lanjut")
        head = book.add_format(
            {"bold": True, "bg_color": "#1e2a5c", "font_color": "#ffffff", "text_wrap": True, "border": 1}
        )
        cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": "#dfdacd"})
        day = book.add_format({"num_format": "d mmm yyyy", "valign": "top", "border": 1, "border_color": "#dfdacd"})
        sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
        sheet.write_string(1, 0, subtitle)
        for column, (heading, width) in enumerate(HEADINGS):
            sheet.set_column(column, column, width)
            sheet.write_string(3, column, heading, head)
        last = 3
        for number, row in enumerate(rows, start=1):
            last = 3 + number
            _write(sheet, last, (number, *astuple(row)), cell, day)
        sheet.autofilter(3, 0, last, len(HEADINGS) - 1)
        sheet.freeze_panes(4, 2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(3)
    return kept.getvalue()


def _write(sheet: Worksheet, line: int, values: tuple[object, ...], cell: Format, day: Format) -> None:
    for column, value in enumerate(values):
        if value is None:
            sheet.write_blank(line, column, None, cell)
        elif isinstance(value, date):
            sheet.write_datetime(line, column, value, day)
        elif isinstance(value, int):
            sheet.write_number(line, column, value, cell)
        else:
            sheet.write_string(line, column, str(value), cell)
