"""Owners and times that stand apart from the proposals: joined by codes, in a matrix, behind arrows and in brackets, in blocks of labels."""

from pathlib import Path

import docx
import pptx
import pytest
from pptx.util import Inches

from nlp.components.recommendation_who_when import who_and_when
from nlp.extract import extract
from nlp.readers import read

Row = tuple[str, str | None, str | None]
HEAD = (
    "LAPORAN AKHIR MAGANG",
    "Pemerintah Kabupaten Agam di Kota Blitar",
    "Peserta magang Pemerintah Kabupaten Agam ditempatkan pada Dinas Sosial Kota Blitar tanggal 3 sampai dengan 14 Februari 2025.",
)
SOCIAL, HEALTH = "Dinas Sosial Kabupaten Agam", "Dinas Kesehatan Kabupaten Agam"


def _found(path: Path) -> list[Row]:
    given = extract(read(path))
    return [
        (item.text.rstrip("."), item.addressee, item.due and item.due.isoformat()) for item in given.recommendations
    ]


def _report(folder: Path, lines: list[str], table: list[tuple[str, ...]], *, behind: tuple[str, ...] = ()) -> list[Row]:
    document = docx.Document()
    for line in (*HEAD, *lines):
        if line.startswith("# "):
            document.add_heading(line[2:], 1)
        else:
            document.add_paragraph(line)
    if table:
        drawn = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(drawn.add_row().cells, row, strict=True):
                cell.text = text
    for line in behind:
        document.add_paragraph(line)
    path = folder / "laporan.docx"
    document.save(str(path))
    return _found(path)


ITEMS = [
    "# BAB II Bantuan",
    "Kami mengamati pendataan warga selama satu minggu.",
    "{0}   Menyusun daftar penerima bantuan per nagari dengan satu format.",
    "# BAB III Puskesmas",
    "Antrean di sana berjalan tertib.",
    "{1}   Memasang papan jadwal dokter pada setiap puskesmas induk.",
    "# BAB IV Pembagian tugas",
]
EXPECTED = [
    ("Menyusun daftar penerima bantuan per nagari dengan satu format", SOCIAL, "2025-06-30"),
    ("Memasang papan jadwal dokter pada setiap puskesmas induk", HEALTH, "2025-09-30"),
]


@pytest.mark.parametrize(
    ("codes", "table"),
    [
        (
            ("U-1", "U-2"),
            [
                ("Usulan", "Penanggung jawab", "Batas waktu"),
                ("U-1", "Kepala Dinas Sosial", "Juni 2025"),
                ("U-2", "Kepala Dinas Kesehatan", "September 2025"),
            ],
        ),
        (
            ("R1", "R2"),
            [
                ("Waktu", "Pelaksana", "Kode", "Catatan"),
                ("September 2025", "Dinas Kesehatan", "R2", "menunggu anggaran"),
                ("Juni 2025", "Dinas Sosial", "R1", ""),
            ],
        ),
        (
            ("Saran 1:", "Saran 2:"),
            [
                ("Saran nomor", "OPD", "Kapan"),
                ("1", "Dinas Sosial", "Juni 2025"),
                ("2", "Dinas Kesehatan", "September 2025"),
            ],
        ),
    ],
)
def test_a_table_of_codes_says_who_and_when(tmp_path: Path, codes: tuple[str, str], table: list[tuple[str, ...]]):
    assert _report(tmp_path, [line.format(*codes) for line in ITEMS], table) == EXPECTED


def test_lines_of_codes_say_who_and_when(tmp_path: Path):
    lines = [line.format("A1", "A2") for line in ITEMS]
    behind = ("A1: Dinas Sosial, Juni 2025", "A2 → Dinas Kesehatan; September 2025")
    assert _report(tmp_path, lines, [], behind=behind) == EXPECTED


def test_a_typed_text_with_codes(tmp_path: Path):
    lines = [line.removeprefix("# ").format("U-1", "U-2") for line in ITEMS]
    path = tmp_path / "laporan.txt"
    path.write_text(
        "\n\n".join((*HEAD, *lines, "U-1 = Dinas Sosial, Juni 2025\nU-2 = Dinas Kesehatan, September 2025"))
    )
    assert _found(path) == EXPECTED


def test_codes_of_findings_make_no_proposals(tmp_path: Path):
    lines = [
        "# BAB II Temuan",
        "T-1   Daftar penerima di tiga nagari belum sama.",
        "T-2   Papan jadwal dokter rusak sejak tahun lalu.",
    ]
    table = [
        ("Temuan", "Penanggung jawab", "Rekomendasi"),
        ("T-1", "Dinas Sosial", "Menyusun satu format daftar penerima bantuan"),
        ("T-2", "Dinas Kesehatan", "Memperbaiki papan jadwal dokter di puskesmas"),
    ]
    assert _report(tmp_path, lines, table) == [
        ("Menyusun satu format daftar penerima bantuan", SOCIAL, None),
        ("Memperbaiki papan jadwal dokter di puskesmas", HEALTH, None),
    ]


def _deck(
    folder: Path, title: str, table: list[tuple[str, ...]] | None = None, bullets: tuple[str, ...] = (), note: str = ""
) -> list[Row]:
    deck = pptx.Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "PAPARAN HASIL MAGANG"
    first.placeholders[1].text = "Peserta magang Pemerintah Kabupaten Agam di Kota Blitar\n3 s.d. 14 Februari 2025"
    slide = deck.slides.add_slide(deck.slide_layouts[1 if bullets else 5])
    slide.shapes.title.text = title
    if table:
        shape = slide.shapes.add_table(len(table), len(table[0]), Inches(0.5), Inches(1.5), Inches(9), Inches(3))
        for place, row in enumerate(table):
            for column, text in enumerate(row):
                shape.table.cell(place, column).text = text
    if bullets:
        frame = slide.placeholders[1].text_frame
        for place, line in enumerate(bullets):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.text, paragraph.level = line.lstrip(">"), line.count(">", 0, 1)
    if note:
        slide.notes_slide.notes_text_frame.text = note
    path = folder / "paparan.pptx"
    deck.save(str(path))
    return _found(path)


@pytest.mark.parametrize(
    "table",
    [
        [
            ("", "Dinas Sosial", "Dinas Kesehatan"),
            ("Juni 2025", "Mendata ulang penerima bantuan pangan", "Memasang papan jadwal dokter"),
            ("Akhir 2025", "", "Melatih petugas antrean di puskesmas"),
        ],
        [
            ("Instansi", "Juni 2025", "Akhir 2025"),
            ("Dinas Sosial", "Mendata ulang penerima bantuan pangan", ""),
            ("Dinas Kesehatan", "Memasang papan jadwal dokter", "Melatih petugas antrean di puskesmas"),
        ],
    ],
)
def test_a_matrix_of_times_and_units(tmp_path: Path, table: list[tuple[str, ...]]):
    assert sorted(_deck(tmp_path, "Usulan kami", table)) == [
        ("Melatih petugas antrean di puskesmas", HEALTH, "2025-12-31"),
        ("Memasang papan jadwal dokter", HEALTH, "2025-06-30"),
        ("Mendata ulang penerima bantuan pangan", SOCIAL, "2025-06-30"),
    ]


def test_who_and_when_on_a_bullet_below(tmp_path: Path):
    bullets = (
        "Mendata ulang penerima bantuan pangan",
        ">Dinas Sosial + Camat Palembayan → Juni 2025",
        "Memasang papan jadwal dokter di puskesmas",
        ">Dinas Kesehatan",
        "Melatih petugas antrean (Dinas Kesehatan; akhir 2025)",
    )
    assert _deck(tmp_path, "Usulan bersama", bullets=bullets) == [
        ("Mendata ulang penerima bantuan pangan", SOCIAL, "2025-06-30"),
        ("Memasang papan jadwal dokter di puskesmas", HEALTH, None),
        ("Melatih petugas antrean", HEALTH, "2025-12-31"),
    ]


def test_labels_below_what_one_proposes(tmp_path: Path):
    bullets = (
        "Saya melihat: antrean diatur lewat pesan singkat",
        "Saya usulkan: antrean puskesmas diatur lewat aplikasi yang sudah ada",
        "Yang melaksanakan: Dinas Kesehatan",
        "Dapat dimulai: Juni 2025",
    )
    note = "Usul tambahan dari kami: Dinas Sosial menghapus formulir kertas sebelum akhir 2025."
    found = _deck(tmp_path, "Catatan Ibu Rini", bullets=bullets, note=note)
    assert [(owner, due) for _, owner, due in found] == [(HEALTH, "2025-06-30"), (SOCIAL, "2025-12-31")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Diskominfosta → Triwulan III 2027", ("Diskominfosta", "Triwulan III 2027")),
        ("[Kepala DLHKP; TW II 2026]", ("Kepala DLHKP", "TW II 2026")),
        ("Mei 2026 – Dinas Sosial", ("Dinas Sosial", "Mei 2026")),
        ("Bagian Umum; sebelum Ramadan 1447 H", ("Bagian Umum", "sebelum Ramadan 1447 H")),
        ("Dinas Sosial", ("Dinas Sosial", None)),
        ("Rapat Dinas Sosial, 3 Mei 2026", None),
        ("Lubuk Basung, 3 Mei 2026", None),
        ("Menata arsip, Mei 2026", None),
        ("Dinas Sosial perlu menata arsip, Mei 2026", None),
    ],
)
def test_a_line_that_says_but_who_and_when(text: str, said: tuple[str | None, str | None] | None):
    assert who_and_when(text) == said


def test_numbers_join_a_numbered_list_and_a_table(tmp_path: Path):
    lines = [
        "# BAB IV Saran",
        "1. Menyusun daftar penerima bantuan per nagari.",
        "2. Memasang papan jadwal dokter di puskesmas.",
    ]
    table = [("No", "Penanggung jawab", "Waktu"), ("1", "Dinas Sosial", "Juni 2025"), ("2", "Dinas Kesehatan", "2026")]
    assert _report(tmp_path, lines, table) == [
        ("Menyusun daftar penerima bantuan per nagari", SOCIAL, "2025-06-30"),
        ("Memasang papan jadwal dokter di puskesmas", HEALTH, "2026-12-31"),
    ]


def test_blocks_of_proposal_owner_and_time(tmp_path: Path):
    lines = [
        "# C. Pokok perhatian",
        "Kondisi : Daftar penerima tidak sama antarnagari.",
        "Saran : (1) Menyusun daftar penerima bantuan per nagari;",
        "(2) Mengundang wali nagari sebagai penelaah daftar itu.",
        "Pelaksana : Dinas Sosial",
        "Waktu : Juni 2025",
        "Kondisi : Papan jadwal rusak.",
        "Saran : Memasang papan jadwal dokter di puskesmas.",
        "Dikerjakan oleh : Dinas Kesehatan",
    ]
    assert [(owner, due) for _, owner, due in _report(tmp_path, lines, [])] == [
        (SOCIAL, "2025-06-30"),
        (SOCIAL, "2025-06-30"),
        (HEALTH, None),
    ]


def test_brackets_in_a_typed_text(tmp_path: Path):
    path = tmp_path / "laporan.txt"
    lines = (
        *HEAD,
        "SARAN",
        "- Menyusun daftar penerima bantuan per nagari. [Dinsos; Juni 2025]",
        "- Memasang papan jadwal dokter di puskesmas (Dinkes dan RSUD; 2026)",
    )
    path.write_text("\n".join(lines))
    assert _found(path) == [
        ("Menyusun daftar penerima bantuan per nagari", SOCIAL, "2025-06-30"),
        ("Memasang papan jadwal dokter di puskesmas", HEALTH, "2026-12-31"),
    ]
