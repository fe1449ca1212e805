"""PDFs: every word with its place, in the order in which a person reads them."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from nlp.pages import BlockKind
from nlp.readers import ocr, ocr_engine, pdf_forms, read
from nlp.readers.ocr_page import READ
from tests.conftest import needs
from tests.hostile.case import SENTENCE
from tests.hostile.pdf_files import LINE, one_page, pdf, stream
from tests.nlp.readers.blocks import cell, cells, drawn, text_of, texts

LEFT = [
    "Para pihak sepakat untuk",
    "bekerja sama dalam bidang",
    "kepegawaian dan pelatihan",
    "di wilayah masing-masing.",
]
RIGHT = ["The parties agree to", "cooperate in the field of", "civil service training", "within their own regions."]
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "naskah.pdf"


def lines(canvas: Canvas, x: float, y: float, *texts_: str, pitch: float = 14) -> None:
    for number, text in enumerate(texts_):
        canvas.drawString(x, y - pitch * number, text)


# ---------------------------------------------------------------------------------------------------- reading order


def test_two_columns_are_read_one_after_the_other(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 700, *LEFT)
        lines(canvas, 320, 700, *RIGHT)

    (page,) = drawn(path, draw).pages
    assert " ".join(page.text.split()) == " ".join([*LEFT, *RIGHT])


def test_text_set_twice_in_its_place_is_read_once_and_bold(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0.0, 0.3):
            lines(canvas, 60 + shift, 700, "REKOMENDASI", *LEFT, pitch=20)

    (page,) = drawn(path, draw).pages
    assert page.text.split() == ["REKOMENDASI", *" ".join(LEFT).split()]


def test_two_columns_written_line_by_line_are_two_columns_still(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for number, (left, right) in enumerate(zip(LEFT * 2, RIGHT * 2, strict=True)):
            canvas.drawString(60, 700 - 14 * number, left)
            canvas.drawString(320, 700 - 14 * number, right)

    (page,) = drawn(path, draw).pages
    assert " ".join(page.text.split()) == " ".join([*LEFT, *LEFT, *RIGHT, *RIGHT])


def test_a_stretched_line_of_a_narrow_column_is_no_column(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Badan Kepegawaian Daerah menyempurnakan")
        words = ("penyusunan", "rencana", "kerja")
        full = canvas.stringWidth("Badan Kepegawaian Daerah menyempurnakan")
        blank = (full - sum(map(canvas.stringWidth, words))) / 2
        x = 60.0
        for word in words:
            canvas.drawString(x, 686, word)
            x += canvas.stringWidth(word) + blank
        canvas.drawString(60, 672, "tahunan.")
        lines(canvas, 340, 700, *RIGHT)

    (page,) = drawn(path, draw).pages
    assert page.text.startswith("Badan Kepegawaian Daerah menyempurnakan")
    assert page.text.index("kerja") < page.text.index("tahunan") < page.text.index("The parties")


def test_signatures_side_by_side_are_read_party_by_party(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 760, "Demikian nota kesepahaman ini dibuat dalam rangkap dua untuk dipergunakan.")
        lines(canvas, 90, 700, "PIHAK KESATU", "Kepala Dinas", pitch=15)
        lines(canvas, 90, 620, "Contoh Satu, M.Si.", "NIP 196501011990031001")
        lines(canvas, 350, 700, "PIHAK KEDUA", "Kepala Badan", pitch=15)
        lines(canvas, 350, 620, "Contoh Dua, M.M.", "NIP 197002021995032002")

    (page,) = drawn(path, draw).pages
    words = page.text
    assert words.index("KESATU") < words.index("Contoh Satu") < words.index("PIHAK KEDUA") < words.index("Contoh Dua")


def test_a_label_its_colon_and_its_value_make_one_line(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for number, (label, value) in enumerate(
            (("Nomor", "12/KS/2024"), ("Tanggal", "5 Februari 2024"), ("Perihal", "Magang"))
        ):
            y = 700 - 16 * number
            canvas.drawString(60, y, label)
            canvas.drawString(120, y, ":")
            canvas.drawString(130, y, value)

    (page,) = drawn(path, draw).pages
    assert page.text.split("\n") == ["Nomor : 12/KS/2024", "Tanggal : 5 Februari 2024", "Perihal : Magang"]


# -------------------------------------------------------------------------------------------------- words and lines


VALUES = (
    ": Direktur Jenderal Pengelolaan Ruang Laut, berkedudukan",
    "di Jalan Medan Merdeka Timur 16, bertindak untuk dan atas",
    "nama Kementerian Kelautan dan Perikanan.",
)


@pytest.mark.parametrize("right", [330, 300], ids=["a wide blank between", "the subject ends at the addressee"])
def test_a_letters_head_is_read_column_by_column(path: Path, right: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for row, (label, value, other) in enumerate(
            (
                ("Nomor", ": 400.3/118/DISDIK", "Baubau, 4 Mei 2026"),
                ("Sifat", ": Biasa", ""),
                ("Lampiran", ": 1 (satu) berkas", "Kepada"),
                ("Perihal", ": Rencana Kunjungan Guru", "Yth. Kepala Dinas Pendidikan dan"),
                ("", "  Penggerak Angkatan II", "Kebudayaan Kota Ternate"),
            )
        ):
            for x, text in ((72, label), (160, value), (right, other)):
                canvas.drawString(x, 760 - 15 * row, text)
        lines(canvas, 72, 660, "Bersama ini disampaikan bahwa kami bermaksud datang pada pekan kedua bulan Juni 2026.")

    (page,) = drawn(path, draw).pages
    text = " ".join(page.text.split())
    assert "Perihal : Rencana Kunjungan Guru Penggerak Angkatan II" in text
    assert "Yth. Kepala Dinas Pendidikan dan Kebudayaan Kota Ternate" in text
    assert text.index("Penggerak") < text.index("Baubau, 4 Mei 2026") < text.index("Yth.") < text.index("Bersama ini")


def test_a_letter_whose_addressee_stands_below_keeps_its_lines(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for row, (label, value, other) in enumerate(
            (("Nomor", ": 12/UND/2026", "Baubau, 4 Mei 2026"), ("Hal", ": Undangan", ""), ("Yth. Bupati Buton", "", ""))
        ):
            for x, text in ((72, label), (160, value), (360, other)):
                canvas.drawString(x, 760 - 15 * row, text)
        lines(canvas, 72, 700, "Kami sampaikan Kepada Saudara bahwa acara dimulai pukul 09.00 Wita di aula utama.")

    (page,) = drawn(path, draw).pages
    assert page.text.index("Undangan") < page.text.index("Yth. Bupati Buton") < page.text.index("Kami sampaikan Kepada")


@pytest.mark.parametrize("by_cell", [False, True])
@pytest.mark.parametrize("stretched", [False, True])
def test_a_name_that_wraps_in_a_column_of_its_own_stays_whole(path: Path, by_cell: bool, stretched: bool) -> None:
    """`Name, broken over two lines | : office, seat, for whom`, the name justified to its column or not."""

    def names(canvas: Canvas, y: float) -> None:
        canvas.drawString(70, y, "1.")
        blank = 20.0 if stretched else canvas.stringWidth(" ")
        x = 90.0
        for word in ("Dr.", "WAHYU", "HASAN"):
            canvas.drawString(x, y, word)
            x += canvas.stringWidth(word) + blank
        canvas.drawString(90, y - 14, "ARDANANTO, M.Sc.")

    def draw(canvas: Canvas) -> None:
        canvas.drawString(
            70,
            740,
            "Pada hari ini, Kamis, tanggal 28 November 2024, kami yang bertanda tangan di bawah ini menyatakan:",
        )
        for y in (700.0, 640.0):
            if by_cell:
                names(canvas, y)
                lines(canvas, 236, y, *VALUES)
            else:
                canvas.drawString(70, y, "1. Dr. WAHYU HASAN")
                canvas.drawString(236, y, VALUES[0])
                canvas.drawString(90, y - 14, "ARDANANTO, M.Sc.")
                lines(canvas, 236, y - 14, *VALUES[1:])

    (page,) = drawn(path, draw).pages
    flat = " ".join(page.text.split())
    assert (
        flat.count(
            "1. Dr. WAHYU HASAN ARDANANTO, M.Sc. : Direktur Jenderal Pengelolaan Ruang Laut, berkedudukan di Jalan"
        )
        == 2
    )


@pytest.mark.parametrize("by_column", [False, True])
def test_labels_without_colons_stand_before_their_values(path: Path, by_column: bool) -> None:
    rows = (
        ("Kepada", "Yth. Bupati Minahasa Tenggara"),
        ("Melalui", "Sekretaris Daerah"),
        ("Dari", "Kepala Dinas Perhubungan Kabupaten Minahasa Tenggara"),
        ("Waktu dan", "Senin sampai dengan Rabu, 6 sampai dengan 8 November 2023,"),
        ("Tempat", "di Kabupaten Batang"),
        ("Perihal", "Studi Tiru Pengelolaan Terminal"),
    )

    def draw(canvas: Canvas) -> None:
        places = [(column, row) for column in range(2) for row in range(len(rows))]
        for column, row in places if by_column else sorted(places, key=lambda place: place[1]):
            canvas.drawString(80 + 85 * column, 700 - 16 * row, rows[row][column])

    (page,) = drawn(path, draw).pages
    assert "Kepada Yth. Bupati Minahasa Tenggara\nMelalui Sekretaris Daerah\nDari Kepala Dinas Perhubungan" in page.text
    assert page.text.rstrip().endswith("Perihal Studi Tiru Pengelolaan Terminal")


def test_a_letter_spaced_heading_is_words(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(200, 760, "S U R A B A Y A")
        lines(canvas, 60, 700, "Nota kesepahaman antara dua pihak.")

    (page,) = drawn(path, draw).pages
    assert page.text.startswith("SURABAYA\n")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("pelaksanaan kerja sama dan kesepa-", "haman para pihak", "kesepahaman"),
        ("ketentuan peraturan perundang-", "undangan yang berlaku", "perundang-undangan"),
        ("berlaku pada tahun anggaran 2023-", "2025 dan seterusnya", "2023-2025"),
        ("dilaksanakan sekurang-", "kurangnya satu kali", "sekurang-kurangnya"),
    ],
)
def test_a_hyphen_at_a_lines_end_only_goes_when_it_cuts_a_word(path: Path, first: str, second: str, whole: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Para pihak sepakat melaksanakan seluruh isi naskah ini dengan sebaik-baiknya,")
        canvas.drawRightString(
            60 + canvas.stringWidth("Para pihak sepakat melaksanakan seluruh isi naskah ini dengan sebaik-baiknya,"),
            686,
            first,
        )
        canvas.drawString(60, 672, second)

    (page,) = drawn(path, draw).pages
    assert whole in page.text


def test_running_heads_numbers_and_initials_do_not_cut_sentences(path: Path) -> None:
    def page_of(number: int, text: list[str]) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(60, 810, "Laporan Akhir Magang")
            lines(canvas, 60, 740, *text)
            canvas.drawString(480, 60, "Paraf: ......")
            canvas.drawCentredString(300, 30, f"- {number} -")

        return draw

    reading = drawn(
        path, page_of(1, ["Peserta telah menyusun"]), page_of(2, ["pedoman kerja baru."]), page_of(3, ["Selesai."])
    )
    for number, page in enumerate(reading.pages, 1):
        assert texts(page, BlockKind.RUNNING) == ["Laporan Akhir Magang", "Paraf: ......", f"- {number} -"]
    assert texts(reading.pages[1], BlockKind.PARAGRAPH) == ["pedoman kerja baru."]


def test_a_first_line_that_happens_to_stand_on_two_pages_is_no_running_head(path: Path) -> None:
    def page_of(first: str) -> Callable[[Canvas], None]:
        return lambda canvas: lines(canvas, 60, 790, first, "ketentuan peraturan perundang-undangan.", pitch=20)

    reading = drawn(path, page_of("Pihak Kesatu melaksanakan"), page_of("Pihak Kedua melaksanakan"))
    assert all(texts(page, BlockKind.RUNNING) == [] for page in reading.pages)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_reads_upright_and_its_boxes_stand_on_the_page_as_shown(path: Path, rotation: int) -> None:
    path.write_bytes(pdf(one_page(page=b"/MediaBox[0 0 595 842]/Rotate %d" % rotation)))
    (page,) = read(path).pages
    assert page.text.startswith("Nota Kesepahaman antara Pemerintah Kota Semarang")
    assert (page.width, page.height) == ((595, 842) if rotation % 180 == 0 else (842, 595))
    for word in page.words:
        assert 0 <= word.box.left < word.box.right <= page.width
        assert 0 <= word.box.top < word.box.bottom <= page.height


def test_text_that_stands_on_end_is_read_with_the_page(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 700, *LEFT)
        canvas.rotate(90)
        canvas.drawString(100, -560, "Lampiran keputusan")

    (page,) = drawn(path, draw).pages
    assert sorted(page.text.split()) == sorted(" ".join([*LEFT, "Lampiran keputusan"]).split())


def test_blocks_are_told_apart(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawCentredString(300, 760, "Pasal 3")
        canvas.setFont("Helvetica", 11)
        lines(canvas, 60, 730, "1. Pihak Kesatu menyediakan tempat;", "2. Pihak Kedua menyediakan peserta.")

    (page,) = drawn(path, draw).pages
    assert [(block.kind, block.mark) for block in page.blocks] == [
        (BlockKind.HEADING, None),
        (BlockKind.LIST_ITEM, "1."),
        (BlockKind.LIST_ITEM, "2."),
    ]


# ---------------------------------------------------------------------------------------------------------- tables


def test_an_item_whose_bullet_is_of_a_taller_font_is_no_heading(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(
            canvas,
            72,
            780,
            *["Regu kedua bertugas di terminal barang dan mencatat angkutan yang lewat setiap pagi."] * 4,
        )
        for number, name in enumerate(("Yusran Lapau, pelaksana", "Mariana Lasut, Penguji Ahli Muda")):
            canvas.setFont("Helvetica", 14)
            canvas.drawString(72, 700 - 16 * number, "•")
            canvas.setFont("Helvetica", 10)
            canvas.drawString(84, 700 - 16 * number, name)

    found = [block for page in drawn(path, draw).pages for block in page.blocks if block.mark]
    assert [block.kind for block in found] == [BlockKind.LIST_ITEM] * 2


def grid(canvas: Canvas, top: float, rows: list[list[str]], widths: tuple[int, ...] = (40, 220, 120)) -> None:
    for number, row in enumerate(rows):
        x = 60
        for width, text in zip(widths, row, strict=True):
            canvas.rect(x, top - 40 * (number + 1), width, 40)
            lines(canvas, x + 4, top - 40 * number - 14, *text.split("\n"))
            x += width


def test_cells_of_a_ruled_table_are_read_row_by_row(path: Path) -> None:
    rows = [
        ["No", "Rekomendasi", "Tenggat"],
        ["1", "Menyusun pedoman kerja pertukaran\npegawai antardaerah", "Mei 2025"],
        ["2", "Melatih pegawai", "Juni 2025"],
    ]
    (page,) = drawn(path, lambda canvas: grid(canvas, 700, rows)).pages
    assert [text for _, _, text in cells(page)] == [text.replace("\n", " ") for row in rows for text in row]
    assert cell(page, "Juni 2025").header == "Tenggat"


def test_a_table_goes_on_over_the_page_with_its_header(path: Path) -> None:
    head = ["No", "Rekomendasi", "Tenggat"]
    first = [head, *([str(n), f"Kegiatan {n}", "Mei 2025"] for n in range(1, 4))]
    second = [[str(n), f"Kegiatan {n}", "Juni 2025"] for n in range(4, 7)]
    reading = drawn(path, lambda c: grid(c, 780, first), lambda c: grid(c, 780, second))
    later = cell(reading.pages[1], "Kegiatan 4")
    assert (later.table, later.row, later.header) == (0, 4, "Rekomendasi")


def test_a_cell_over_two_columns_or_rows_stands_once(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 660, 200, 40)
        canvas.drawString(64, 675, "Waktu")
        for x, text in ((60, "Mulai"), (160, "Selesai")):
            canvas.rect(x, 620, 100, 40)
            canvas.drawString(x + 4, 635, text)
        canvas.rect(260, 620, 100, 80)
        canvas.drawString(264, 655, "Catatan")

    (page,) = drawn(path, draw).pages
    assert (cell(page, "Waktu").column_span, cell(page, "Waktu").row_span) == (2, 1)
    assert (cell(page, "Catatan").column_span, cell(page, "Catatan").row_span) == (1, 2)


def test_slides_keep_their_sections(path: Path) -> None:
    def slide(title: str) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Helvetica-Bold", 28)
            canvas.drawString(60, 520, title)
            canvas.setFont("Helvetica", 16)
            lines(canvas, 60, 440, "Susun pedoman kerja", "Latih pegawai baru", pitch=30)

        return draw

    reading = drawn(path, slide("Rekomendasi"), slide("Rekomendasi (lanjutan)"), size=landscape(A4))
    assert [page.continues for page in reading.pages] == [False, True]
    assert reading.pages[0].blocks[0].kind is BlockKind.HEADING


# ------------------------------------------------------------------------------------------------ what is not shown


def warned(reading_warnings: tuple[str, ...], word: str) -> bool:
    return any(word in warning for warning in reading_warnings)


@pytest.mark.parametrize(
    "hidden",
    [
        b"BT 3 Tr /F1 11 Tf 60 700 Td (bayar ke rekening lain) Tj ET",
        b"1 1 1 rg BT /F1 11 Tf 60 700 Td (bayar ke rekening lain) Tj ET",
        b"BT /F1 11 Tf -900 700 Td (bayar ke rekening lain) Tj ET",
    ],
    ids=["mode", "white", "off the page"],
)
def test_text_that_nobody_sees_is_warned_of(path: Path, hidden: bytes) -> None:
    path.write_bytes(pdf(one_page(LINE + hidden)))
    reading = read(path)
    assert warned(reading.warnings, "tidak terlihat")
    assert "rekening" in reading.pages[0].text


def test_white_letters_on_a_dark_bar_are_seen(path: Path) -> None:
    bar = b"0 0 0.5 rg 50 690 400 30 re f 1 1 1 rg BT /F1 11 Tf 60 700 Td (Rekomendasi) Tj ET"
    path.write_bytes(pdf(one_page(LINE + bar)))
    assert read(path).warnings == ()


def test_tiny_text_is_warned_of(path: Path) -> None:
    path.write_bytes(pdf(one_page(LINE + b"BT /F1 2 Tf 60 700 Td (biaya tambahan ditanggung pihak kedua) Tj ET")))
    assert warned(read(path).warnings, "sangat kecil")


def test_a_form_that_was_filled_in_is_read_with_or_without_its_look(path: Path) -> None:
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(nama)/V(Budi Santoso)/Rect[60 600 260 620]/F 4>>"
    path.write_bytes(pdf(one_page(page=b"/MediaBox[0 0 595 842]/Annots[6 0 R]", more={6: field})))
    (page,) = read(path).pages
    assert texts(page)[-1] == "Budi Santoso"
    start = page.text.index("Santoso")
    (place,) = page.boxes(start, start + 7)
    assert 60 < place.left < place.right <= 260


def test_a_field_shows_the_value_of_the_field_above_it(path: Path) -> None:
    form = one_page(page=b"/MediaBox[0 0 595 842]/Annots[6 0 R]", more={
        1: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[7 0 R]>>>>",
        6: b"<</Type/Annot/Subtype/Widget/Parent 7 0 R/Rect[60 600 260 620]/F 4>>",
        7: b"<</FT/Tx/T(nama)/V(Siti Aminah)/Kids[6 0 R]>>",
    })  # fmt: skip
    path.write_bytes(pdf(form))
    assert texts(read(path).pages[0])[-1] == "Siti Aminah"


def test_fields_are_read_up_to_a_limit_and_then_warned_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fields = b"".join(
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f%d)/V(isian%d)/Rect[60 %d 260 %d]>>" % (n, n, 700 - 5 * n, 704 - 5 * n)
        for n in range(9)
    )
    path.write_bytes(pdf(one_page(page=b"/MediaBox[0 0 595 842]/Annots[%s]" % fields)))
    whole = read(path)
    assert all(f"isian{number}" in whole.pages[0].text for number in range(9))
    assert whole.warnings == ()
    monkeypatch.setattr(pdf_forms, "_MAX_ANNOTATIONS", 5)
    assert warned(read(path).warnings, "terlalu banyak isian")


def test_a_portfolio_says_that_its_files_are_not_read(path: Path) -> None:
    more = {
        1: b"<</Type/Catalog/Pages 2 0 R/Collection<<>>/Names<</EmbeddedFiles<</Names[(a.pdf) 6 0 R]>>>>>>",
        6: b"<</Type/Filespec/F(a.pdf)/EF<</F 7 0 R>>>>",
        7: stream(b"%PDF-1.7", b"/Type/EmbeddedFile"),
    }
    path.write_bytes(pdf(one_page(more=more)))
    assert warned(read(path).warnings, "1 berkas lampiran yang tidak dibaca")


def test_a_file_pinned_to_a_page_is_said(path: Path) -> None:
    pin = b"<</Type/Annot/Subtype/FileAttachment/Rect[60 600 80 620]/FS<</Type/Filespec/F(a.pdf)>>>>"
    path.write_bytes(pdf(one_page(page=b"/MediaBox[0 0 595 842]/Annots[%s]" % pin)))
    assert warned(read(path).warnings, "1 berkas lampiran yang tidak dibaca")


@pytest.mark.parametrize(
    ("note", "said"),
    [("perbaiki angka ini", True), ("setuju", True), (SENTENCE, False)],
)
@pytest.mark.parametrize("kind", ["Highlight", "StrikeOut", "Caret"])
def test_a_note_on_what_is_marked_is_said_unless_it_copies_that(path: Path, kind: str, note: str, said: bool) -> None:
    mark = f"<</Type/Annot/Subtype/{kind}/Rect[60 755 300 775]/Contents({note})>>".encode()
    path.write_bytes(pdf(one_page(page=b"/MediaBox[0 0 595 842]/Annots[%s]" % mark)))
    assert warned(read(path).warnings, "memuat komentar yang tidak dibaca") is said


def test_a_note_stuck_to_a_page_is_said(path: Path) -> None:
    note = b"<</Type/Annot/Subtype/Text/Rect[60 600 80 620]/Contents(mohon tambahkan dasar hukum)>>"
    path.write_bytes(pdf(one_page(page=b"/MediaBox[0 0 595 842]/Annots[%s]" % note)))
    assert warned(read(path).warnings, "memuat komentar yang tidak dibaca")


def test_text_in_the_look_of_a_comment_is_read(path: Path) -> None:
    look = stream(
        b"BT /F1 11 Tf 5 5 Td (Disetujui Kepala Dinas) Tj ET",
        b"/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 4 0 R>>>>",
    )
    square = b"<</Type/Annot/Subtype/Square/Rect[60 600 260 620]/AP<</N 6 0 R>>>>"
    rich = b"<</Type/Annot/Subtype/FreeText/Rect[60 500 260 520]/RC(<body><p>Budi &amp; Siti</p></body>)>>"
    path.write_bytes(pdf(one_page(page=b"/MediaBox[0 0 595 842]/Annots[%s%s]" % (square, rich), more={6: look})))
    assert texts(read(path).pages[0])[-2:] == ["Disetujui Kepala Dinas", "Budi & Siti"]


def test_a_form_that_only_adobe_reader_draws_is_warned_of(path: Path) -> None:
    more = {
        1: b"<</Type/Catalog/Pages 2 0 R/NeedsRendering true/AcroForm<</Fields[]/XFA 6 0 R>>>>",
        6: stream(b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>'),
    }
    path.write_bytes(pdf(one_page(more=more)))
    assert warned(read(path).warnings, "cetak ke PDF")


def test_a_drawing_of_many_shapes_is_no_text(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "recognise", lambda *_: pytest.fail("nothing was to be read"))

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 700, *LEFT)
        for number in range(9_000):
            canvas.rect(60 + 5 * (number % 90), 60 + 5 * (number // 90), 4, 4)

    assert "kepegawaian" in drawn(path, draw).pages[0].text


# --------------------------------------------------------------------------------------------------------- pictures


def picture(*said: str, size: tuple[int, int] = (1240, 900)) -> Image.Image:
    made = Image.new("L", size, 255)
    pen = ImageDraw.Draw(made)
    for number, text in enumerate(said):
        pen.text((80, 80 + 70 * number), text, font=ImageFont.truetype(FONT, 30), fill=0)
    return made


def placed(canvas: Canvas, made: Image.Image) -> None:
    out = io.BytesIO()
    made.save(out, "PNG")
    canvas.drawImage(ImageReader(out), 0, 842 - 595 * made.height / made.width, 595, 595 * made.height / made.width)


SCANNED = ("Surat keputusan tentang magang pegawai", "ditetapkan di Kota Semarang", "pada tanggal 5 Februari 2024")


def test_scanned_pages_among_typed_ones_are_read_by_ocr_page_by_page(path: Path) -> None:
    needs(not ocr_engine.missing(), "tesseract")
    reading = drawn(
        path,
        lambda c: lines(c, 60, 700, *LEFT),
        lambda c: placed(c, picture(*SCANNED)),
        lambda c: lines(c, 60, 700, *RIGHT),
    )
    assert [page.source for page in reading.pages] == ["text", "ocr", "text"]
    scanned = reading.pages[1]
    assert "Surat keputusan tentang magang pegawai" in scanned.text
    assert scanned.quality is not None
    assert scanned.quality > READ
    start = scanned.text.index("Semarang")
    (place,) = scanned.boxes(start, start + len("Semarang"))
    assert 40 < place.left < place.right < 400
    assert 55 < place.top < place.bottom < 110
    assert all(word.confidence is not None for word in scanned.words)


def test_a_grey_scan_keeps_the_strokes_of_its_numbers_and_the_rows_of_its_head(path: Path) -> None:
    """Thin strokes are as grey as a stamp's ink, and a colon that stands alone looks like a figure: neither may be lost."""
    needs(not ocr_engine.missing(), "tesseract")
    typed = path.with_name("ketikan.pdf")

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        canvas.drawCentredString(300, 760, "LAPORAN HASIL PERJALANAN DINAS")
        canvas.drawCentredString(300, 742, "NOMOR : 000.1.2.3/77/BPBD-MT/VI/2024")
        for row, (label, value) in enumerate(
            (
                ("Nomor", "800/12/BKD/2024"),
                ("Sifat", "Biasa"),
                ("Lampiran", "satu lembar"),
                ("Perihal", "Laporan magang"),
            )
        ):
            canvas.drawString(80, 690 - 17 * row, label)
            canvas.drawString(160, 690 - 17 * row, ":")
            canvas.drawString(250, 690 - 17 * row, value)
        lines(canvas, 80, 600, *("Bersama ini kami sampaikan laporan hasil magang pegawai tahun ini.",) * 6)

    drawn(typed, draw)
    shades = numpy.asarray(pdfium.PdfDocument(typed)[0].render(scale=200 / 72).to_pil().convert("L"), dtype="float32")
    shades = shades * 0.92 + 8 + numpy.random.default_rng(7).normal(0, 9, shades.shape)
    scan = Image.fromarray(numpy.clip(shades, 0, 255).astype("uint8")).filter(ImageFilter.GaussianBlur(0.6))
    scan.save(path, resolution=200, quality=60)
    (read_page,) = read(path).pages
    assert "000.1.2.3/77/BPBD-MT/VI/2024" in read_page.text
    rows = [line.replace(":", " ").split() for line in read_page.text.split("\n")]
    assert ["Nomor", "800/12/BKD/2024"] in rows
    assert ["Sifat", "Biasa"] in rows
    assert ["Perihal", "Laporan", "magang"] in rows


def test_a_text_layer_of_rubbish_is_read_anew(path: Path) -> None:
    needs(not ocr_engine.missing(), "tesseract")

    def draw(canvas: Canvas) -> None:
        placed(canvas, picture(*SCANNED))
        item = canvas.beginText(60, 700)
        item.setTextRenderMode(3)
        for _ in range(12):
            item.textLine("xqzt wkrp bdfg hjkl mnpq rstv wxzb cdfg")
        canvas.drawText(item)

    (page,) = drawn(path, draw).pages
    assert page.source == "ocr"
    assert "keputusan" in page.text
    assert "xqzt" not in page.text


def test_a_scan_with_its_own_text_layer_is_taken_at_its_word(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        placed(canvas, picture(*SCANNED))
        item = canvas.beginText(40, 760)
        item.setTextRenderMode(3)
        for _ in range(8):
            item.textLine("Surat keputusan tentang magang pegawai di Kota Semarang")
        canvas.drawText(item)

    reading = drawn(path, draw)
    assert reading.pages[0].source == "text"
    assert reading.warnings == ()


def test_without_ocr_each_page_says_what_is_missing(path: Path) -> None:
    drawn(path, lambda c: lines(c, 60, 700, *LEFT), lambda c: placed(c, picture(*SCANNED)))
    reading = read(path, use_ocr=False)
    assert reading.pages[1].text == ""
    assert warned(reading.warnings, "Halaman 2 tidak memiliki teks")


# ---------------------------------------------------------------------------------------------------------- damage


def test_a_file_cut_off_keeps_the_pages_that_arrived(path: Path) -> None:
    reading = drawn(path, *[lambda canvas, n=n: lines(canvas, 60, 700, f"Halaman ke-{n}", *LEFT) for n in range(1, 9)])
    assert reading.warnings == ()
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"trailer")][: len(whole) * 3 // 5])
    saved = read(path)
    assert warned(saved.warnings, "rusak")
    kept = [page.number for page in saved.pages if f"Halaman ke-{page.number}" in page.text]
    assert kept == list(range(1, len(kept) + 1))
    assert 1 < len(kept) < 8


def test_every_word_of_a_block_stands_inside_its_block(path: Path) -> None:
    (page,) = drawn(path, lambda canvas: lines(canvas, 60, 700, *LEFT)).pages
    for block in page.blocks:
        spoken = [page.text[word.start : word.end] for word in page.words.touching(block.start, block.end)]
        assert spoken == text_of(page, block).split()
