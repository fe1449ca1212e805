"""Tables of plain text whose columns are aligned by blanks."""

import time

from nlp.pages import BlockKind, PageBuilder
from nlp.readers.text import add_lines
from nlp.readers.text_tables import tables_in

TABLE = """
Masalah             Usulan                               PIC         Target
-----------------------------------------------------------------------------
Absensi manual      Absen berbasis lokasi untuk guru     Diskominfo  Juli 2026
TPP terlambat       Batas unggah kinerja tiap tanggal    BPKAD       Mei 2026
                    dua puluh lima
"""
FORM = """
I.    DASAR     Surat Tugas Kepala Badan     nomor 800/12
II.   MAKSUD    Belajar manajemen talenta    di Soreang
III.  WAKTU     7 sampai 11 Juli 2025        lima hari
"""


def test_a_table_is_cut_into_cells_and_wrapped_cells_are_joined():
    (table,) = tables_in(TABLE.split("\n"))
    assert table.rows[0] == ("Masalah", "Usulan", "PIC", "Target")
    assert table.rows[2] == ("TPP terlambat", "Batas unggah kinerja tiap tanggal dua puluh lima", "BPKAD", "Mei 2026")


def test_a_form_a_list_of_labels_and_prose_are_no_tables():
    labels = "Nama     : Ani      S.Sos.\nNIP      : 1985     0101\nUnit     : BKD      Agam"
    prose = "Peserta belajar di Surabaya  selama dua pekan.\nMereka pulang.\nLaporan menyusul."
    assert [*tables_in(FORM.split("\n")), *tables_in(labels.split("\n")), *tables_in(prose.split("\n"))] == []


def test_the_cells_know_their_columns_head():
    builder = PageBuilder(1)
    add_lines(builder, TABLE, wrapped=True)
    cells = [block for block in builder.build().blocks if block.kind is BlockKind.CELL]
    assert [block.header for block in cells if block.row == 1] == ["Masalah", "Usulan", "PIC", "Target"]


def test_one_long_line_below_many_short_ones_takes_no_time() -> None:
    start = time.process_time()
    tables_in(["Kolom A   Kolom B   Kolom C", *["x   y   z"] * 10_000, "kata " * 60_000])
    assert time.process_time() - start < 5
