"""Which lines of a PDF go on with those above: words that a narrow column cut, items of a cell, rows that a page's end cut."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from nlp.components.recommendation_units import units_of
from nlp.pages import BlockKind
from nlp.readers import read
from nlp.readers.line_joins import goes_on
from nlp.readers.lines import Flow, Line
from nlp.readers.running_text import Piece
from nlp.readers.segments import Segment, Token
from nlp.source import Source
from tests.nlp.readers.blocks import cells, drawn


def line(text: str, left: float = 60, width: float = 200, top: float = 100) -> Line:
    """The words of `text` from `left` on, all together `width` wide."""
    words = text.split()
    each = width / len(text)
    tokens, place = [], left
    for word in words:
        tokens.append(Token(word, place, top, place + each * len(word), top + 10))
        place += each * (len(word) + 1)
    return Line([Segment(tokens, left, top, tokens[-1].right, top + 10, 0)])


def joined(first: str, second: str, *, room: float = 0, cell: bool = False) -> bool:
    above, below = line(first), line(second, top=114)
    return goes_on([above], None, below, Flow([above, below], 60, 260 + room, cell=cell))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("menyusun daftar informasi publik dan", "Standar Pelayanan"),
        ("menerbitkan surat edaran tentang arsip", "vital bagi seluruh kecamatan"),
        ("dipimpin oleh Moh. Rizal Lamakarate,", "S.Kom. dari dinas"),
    ],
)
def test_a_line_goes_on_whatever_room_there_was(first: str, second: str) -> None:
    assert joined(first, second, room=120)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Disampaikan di Kota Padang.", "seluruh peserta hadir"),
        ("Sifat : Segera dan terbatas", "Lampiran : satu berkas"),
        ("Kepala Bidang Aset,", "Yulius Ding, S.E., M.M."),
    ],
)
def test_a_line_that_had_room_ended_there(first: str, second: str) -> None:
    assert not joined(first, second, room=120)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Menunjuk pengelola arsip di tiap kantor", "Melatih para pengelola itu tiga hari"),
        ("September 2026", "Oktober 2026"),
        ("Triwulan II 2026", "Triwulan III 2026"),
    ],
)
def test_items_of_a_cell_are_parted_though_the_line_is_full(first: str, second: str) -> None:
    assert not joined(first, second, cell=True)
    assert joined("Membangun tempat olah di Kecamatan", "Merapi Barat dan Timur", cell=True)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Membangu", "n tempat olah", "Membangun tempat olah"),
        ("untuk menyampaik", "an laporan", "untuk menyampaikan laporan"),
        ("500.6.1/1130/DKPTPH/20", "26", "500.6.1/1130/DKPTPH/2026"),
        ("400.12.1/3392/438.5.12/202", "5 tanggal", "400.12.1/3392/438.5.12/2025 tanggal"),
        ("100/12/BKPSDM/2025", "26 orang", "100/12/BKPSDM/2025 26 orang"),
        ("Menyusun", "peta", "Menyusun peta"),
        ("lampiran", "a. nama", "lampiran a. nama"),
    ],
)
def test_what_a_narrow_column_cut_is_one_word(first: str, second: str, whole: str) -> None:
    piece = Piece()
    piece.joined([line(first), line(second, top=114)])
    assert piece.text == whole


def ruled(canvas: Canvas, top: float, rows: list[list[str]], edges: tuple[float, ...] = (60, 100, 330, 520)) -> None:
    high = 40
    for number in range(len(rows) + 1):
        canvas.line(edges[0], top - high * number, edges[-1], top - high * number)
    for edge in edges:
        canvas.line(edge, top, edge, top - high * len(rows))
    for number, row in enumerate(rows):
        for edge, text in zip(edges, row, strict=False):
            for place, part in enumerate(text.split("\n")):
                canvas.drawString(edge + 4, top - high * number - 14 - 13 * place, part)


def test_a_row_that_the_pages_end_cut_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "matriks.pdf"

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        first = [
            ["No", "Rekomendasi", "Pelaksana"],
            ["1", "Mengganti karcis kertas dengan karcis", "Dinas Perhubungan"],
        ]
        ruled(canvas, 140, first)
        canvas.showPage()
        canvas.setFont("Helvetica", 10)
        ruled(
            canvas,
            A4[1] - 40,
            [["", "elektronik di sembilan titik", ""], ["2", "Menyiapkan mesin genggam", "Bagian Umum"]],
        )

    pages = drawn(path, draw).pages
    assert [item for item in cells(pages[1]) if item[2]] == [
        (1, 1, "elektronik di sembilan titik"),
        (2, 0, "2"),
        (2, 1, "Menyiapkan mesin genggam"),
        (2, 2, "Bagian Umum"),
    ]
    said = [unit.text for unit in units_of(Source(read(path))) if unit.kind is BlockKind.CELL]
    assert "Mengganti karcis kertas dengan karcis elektronik di sembilan titik" in said
