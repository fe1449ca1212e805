"""Who is to act and by when, laid out in other ways than a column of its own: roles, cards, cells with both, lines of fields, rows without lines."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from pptx.util import Emu

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.recommendation_enumerations import parts_by_agar
from nlp.components.recommendation_loose_rows import loose_rows
from nlp.components.recommendation_refusals import is_refused
from nlp.components.recommendation_units import units_of
from nlp.components.recommendations import find_recommendations
from nlp.components.slide_shapes import says
from nlp.extraction import Kind, Recommendation
from nlp.readers import read
from nlp.source import Source
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
SUMBAR = "Provinsi Sumatera Barat"
BAPPEDA, BKD = f"Badan Perencanaan Pembangunan Daerah {SUMBAR}", f"Badan Kepegawaian Daerah {SUMBAR}"
DINKES = f"Dinas Kesehatan {SUMBAR}"


def found(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx") -> list[Recommendation]:
    return find_recommendations(source(notation, file_format=file_format), facts(kind))


def owners(notation: str) -> list[str | None]:
    return [item.addressee for item in found(notation)]


ROWS = "| Menyusun kamus usulan desa | {} | {} | |\n| Membuka kelas jabatan bagi staf | {} | {} | |"


@pytest.mark.parametrize(
    ("legend", "roles"),
    [
        ("P = penanggung jawab, D = pendukung", "PDDP"),
        ("U: utama; B: bantu", "UBBU"),
        ("", ("R", "C", "I", "R/A")),
        ("● = pengampu · ○ = pendukung", "●○○●"),
    ],
)
def test_a_matrix_of_roles_gives_the_unit_that_has_the_leading_one(legend: str, roles: str) -> None:
    table = "| Rencana aksi | Bappeda | BKD | Dinas Kesehatan |\n" + ROWS.format(*roles)
    assert owners(f"# Rencana Aksi\n{legend}\n\n{table}" if legend else f"# Rencana Aksi\n{table}") == [BAPPEDA, BKD]


def test_marks_that_are_no_roles_give_no_owner() -> None:
    table = (
        "| Rencana aksi | Sasaran | Mutu |\n| Menyusun kamus usulan desa | A | B |\n| Membuka kelas jabatan | B | A |"
    )
    assert owners(f"# Rencana Aksi\n{table}") == [None, None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Pemilik\nBapperida", ("Bapperida", None)),
        ("Waktu\n30 September 2026", (None, "30 September 2026")),
        ("Tenggat: Triwulan IV 2026", (None, "Triwulan IV 2026")),
        ("Ukuran berhasil\n80 % usulan lolos", (None, None)),
    ],
)
def test_a_labelled_box_says_who_or_when(text: str, said: tuple[str | None, str | None]) -> None:
    assert says(text) == said


def test_a_policy_card_far_from_its_boxes(tmp_path: Path) -> None:
    deck = Presentation()
    for number, (action, owner, time) in enumerate(
        [
            ("Menetapkan kamus usulan yang memuat harga satuan", "BKD", "30 September 2026"),
            ("Menambahkan titik koordinat pada formulir usulan", "Dinas Kesehatan", "TA 2027"),
        ],
        1,
    ):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Rekomendasi {number}"
        for text, left, top, width, height in (
            (action, 720000, 1440000, 10620000, 900000),
            (f"Pemilik\n{owner}", 720000, 4240000, 3348000, 1440000),
            (f"Waktu\n{time}", 4320000, 4240000, 3348000, 1440000),
            ("Ukuran berhasil\n80 % usulan lolos", 7920000, 4240000, 3348000, 1440000),
        ):
            box = slide.shapes.add_textbox(Emu(left), Emu(top), Emu(width), Emu(height))
            box.text_frame.text = text
    deck.save(str(tmp_path / "paparan.pptx"))
    items = find_recommendations(Source(read(tmp_path / "paparan.pptx")), facts(Kind.REPORT))
    assert [(item.addressee, item.due) for item in items] == [
        (BKD, date(2026, 9, 30)),
        (DINKES, date(2027, 12, 31)),
    ]


def test_owner_and_time_in_one_cell_once_and_by_turns(tmp_path: Path) -> None:
    paper = Document()
    paper.add_heading("Rekomendasi", 1)
    table = paper.add_table(rows=3, cols=2)
    rows = (
        ("Rekomendasi", "Pemilik dan waktu"),
        ("Menggabungkan tiga basis data keluarga miskin", "Bappeda\nJuni 2026"),
        (
            "Menyusun formula pagu desa yang baru\nMemuat formula itu dalam rancangan peraturan",
            "BKD\nsebelum 31 Agustus 2026\nDinas Kesehatan\nNovember 2026",
        ),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    paper.save(str(tmp_path / "laporan.docx"))
    items = find_recommendations(Source(read(tmp_path / "laporan.docx")), facts(Kind.REPORT))
    assert [(item.addressee, item.due) for item in items] == [
        (BAPPEDA, date(2026, 6, 30)),
        (BKD, date(2026, 8, 31)),
        (DINKES, date(2026, 11, 30)),
    ]


@pytest.mark.parametrize("mark", [" | ", "; ", " · ", " – ", ", "])
def test_a_line_of_fields_below_an_action(mark: str) -> None:
    line = mark.join(("Pemilik: BKD", "Waktu: Maret 2027", "Biaya: Rp60 juta"))
    (item,) = found(f"# Rekomendasi\nMembuka antrean daring dengan pesan singkat.\n\n{line}")
    assert (item.addressee, item.due) == (BKD, date(2027, 3, 31))


def test_what_an_examiner_finds_is_no_recommendation() -> None:
    items = found(
        "# Uraian\nKondisi. Setiap berkas perlu dijawab dalam tiga hari.\n\nKriteria. Pedoman menghendaki agar berkas dicatat.\n\n"
        "Rekomendasi. Kepala Badan Kepegawaian Daerah agar:\n\n- menunjuk petugas pencatat berkas;\n- membuka daftar berkas bagi pemohon.\n\nRencana penyelesaian: 31 Januari 2027"
    )
    assert [(item.addressee, item.due) for item in items] == [(BKD, date(2027, 1, 31))] * 2


def test_a_table_without_lines_is_read_by_its_rows() -> None:
    rows = loose_rows(
        units_of(
            source(
                "# Tindakan cepat: selesai paling lambat 31 Maret 2026\nTindakan Pelaksana Bukti selesai\n\nMemindahkan pemeriksaan berkas ke loket depan\n\n"
                "Bidang Pelayanan denah loket baru\n\nMengirim dua petugas mengikuti uji kompetensi\n\nBKD Oktober 2026 Rp36 juta",
                file_format="pdf",
            )
        )
    )
    assert [(row.owner, row.time) for row in rows] == [
        ("Bidang Pelayanan", "Tindakan cepat: selesai paling lambat 31 Maret 2026"),
        ("BKD", "Oktober 2026"),
    ]


def test_what_a_letter_asks_for_the_stay_is_no_recommendation() -> None:
    table = "| Pokok | Usulan kami |\n| Waktu | 13 April 2026 |\n| Peserta | 6 orang perencana |\n| Lokus | Badan Keuangan |\n| Biaya | seluruhnya ditanggung APBD kami |"
    assert not found(table, Kind.LETTER)


def test_agar_again_and_again() -> None:
    text = (
        "Kami menyarankan agar timbang terima dipindahkan, agar lembar itu ditetapkan, dan agar kotak obat disediakan."
    )
    assert [text[first:last].split()[-1] for first, last in parts_by_agar(text)] == [
        "dipindahkan",
        "ditetapkan",
        "disediakan.",
    ]
    assert len(parts_by_agar("Kami menyarankan agar loket dibuka, agar warga tidak menunggu.")) == 1


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Setiap kartu berisi satu langkah yang kami rekomendasikan, pemilik, dan waktu.", True),
        ("Setiap rekomendasi disertai penanggung jawab dan tenggatnya.", True),
        ("Setiap kelurahan sebaiknya memuat daftar syarat di papan layanan.", False),
    ],
)
def test_a_line_that_only_tells_how_they_are_set_out(text: str, refused: bool) -> None:
    assert is_refused(text) is refused


def test_a_units_name_is_spelled_as_the_document_spells_it() -> None:
    text = "# Rekomendasi\n| Rekomendasi | Pemilik |\n| Merekonsiliasi aset setiap bulan | BPKAD |\n| Mengumumkan daftar aset daerah | BKD |"
    (usual, _), (own, _) = found(text), found(f"Peserta dari Badan Pengelola Keuangan dan Aset Daerah.\n\n{text}")
    assert usual.addressee == f"Badan Pengelolaan Keuangan dan Aset Daerah {SUMBAR}"
    assert own.addressee == f"Badan Pengelola Keuangan dan Aset Daerah {SUMBAR}"


def test_a_district_whose_name_is_longer_than_anothers() -> None:
    items = found(
        "# Rekomendasi\n- Kecamatan Baso Atas agar membuka loket.\n- Kecamatan Baso agar membuka loket pengaduan."
    )
    assert [item.addressee for item in items] == [f"Kecamatan Baso Atas {SUMBAR}", f"Kecamatan Baso {SUMBAR}"]
