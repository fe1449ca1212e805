"""The team and its places on slides, in exports and in minutes: boxes in rows and columns, figures on cards, fields between signs."""

import pytest

from nlp.components.participants import find_participants, find_recorded
from nlp.components.placements import find_placements
from nlp.extraction import Kind
from nlp.source import Source
from tests.nlp.components.documents import facts, source
from tests.nlp.components.test_placements import units
from tests.nlp.components.test_slide_cards import Shape, deck

COVER: tuple[str, list[Shape]] = ("Hasil magang kami", [])
HOST, HOME = "Pemerintah Kabupaten Sleman", "Pemerintah Kabupaten Lembata"


def people(document: Source) -> list[tuple[str, str | None, str | None]]:
    return [(person.name, person.position, person.unit) for person in find_participants(document).people]


def test_a_card_holds_name_office_and_unit():
    found = people(
        deck(
            COVER,
            (
                "Tim Kami",
                [
                    ("Yohanes Tupen, S.Sos.\nKepala Bidang Anggaran\nBadan Keuangan Daerah", 40, 100, 200, 100),
                    ("Petrus Bala\nPengelola Barang\nDinas Sosial", 260, 100, 200, 100),
                    ("Pembimbing: Drs. Suharto, M.Si. (BKPP Sleman)", 40, 300, 600, 40),
                ],
            ),
        )
    )
    assert found == [
        ("Yohanes Tupen, S.Sos.", "Kepala Bidang Anggaran", "Badan Keuangan Daerah"),
        ("Petrus Bala", "Pengelola Barang", "Dinas Sosial"),
    ]


def test_the_office_stands_in_the_box_below():
    boxes: list[Shape] = [
        ("Yohanes Tupen, S.Sos.", 40, 100, 300, 40),
        ("Petrus Bala", 360, 100, 300, 40),
        ("Kepala Bidang Anggaran", 40, 145, 300, 30),
        ("Staf Dinas Sosial", 360, 145, 300, 30),
    ]
    assert people(deck(COVER, ("Siapa yang berangkat?", boxes))) == [
        ("Yohanes Tupen, S.Sos.", "Kepala Bidang Anggaran", None),
        ("Petrus Bala", "Staf Dinas Sosial", None),
    ]


def test_names_below_the_agency_that_heads_their_column():
    boxes: list[Shape] = [
        ("8 peserta · 2 perangkat daerah", 40, 60, 600, 30),
        ("BKPSDM", 40, 100, 200, 40),
        ("DINAS SOSIAL", 260, 100, 200, 40),
        ("Yohanes Tupen, S.Sos.\nMaria Peni", 40, 145, 200, 200),
        ("Agnes Kewa, A.Md.", 260, 145, 200, 200),
    ]
    document = deck(COVER, ("Dari Lembata untuk Lembata", boxes))
    assert [(name, unit) for name, _, unit in people(document)] == [
        ("Yohanes Tupen, S.Sos.", "BKPSDM"),
        ("Maria Peni", "BKPSDM"),
        ("Agnes Kewa, A.Md.", "DINAS SOSIAL"),
    ]
    assert find_participants(document).count == 8


def test_mentors_have_a_slide_of_their_own():
    boxes: list[Shape] = [
        ("Drs. Budi Santosa, M.Si.\nKepala BKAD", 40, 100, 200, 100),
        ("Rini Astuti, S.Kom.", 260, 100, 200, 100),
    ]
    assert people(deck(COVER, ("Narasumber dan Mentor", boxes))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peserta: Yohanes Tupen, S.Sos. (Kabid Anggaran), Maria Peni, S.Kom. (Pranata Komputer) dan Petrus Bala (Staf Dinsos)",
        "# Peserta\nYohanes Tupen, S.Sos. (Kabid Anggaran), Maria Peni, S.Kom. (Pranata Komputer) dan Petrus Bala (Staf Dinsos).",
        "Rombongan dipimpin Plt. Kabag Umum, Yohanes Tupen, S.Sos., bersama Maria Peni, S.Kom. (Pranata Komputer) dan Petrus Bala (Staf Dinsos).",
        "Tim: Yohanes Tupen, S.Sos. | Maria Peni, S.Kom. | Petrus Bala",
        "# Peserta\n| Nama | Tempat belajar |\n| Yohanes Tupen, S.Sos. (Kabid) | BKAD |\n| Maria Peni, S.Kom. (staf) | BKAD |\n| Petrus Bala (staf) | Dinsos |",
        "# Lokus\n| Lokus | Jumlah | Nama Peserta |\n| Dinas Sosial | 2 | Yohanes Tupen, S.Sos.; Maria Peni, S.Kom. |\n| BKAD | 1 | Petrus Bala |",
        "Izin berbagi pembagian lokus:\n- Yohanes Tupen, S.Sos. - BKAD\n- Maria Peni, S.Kom. - Dinsos\n- Petrus Bala, S.E. - Dinsos",
    ],
)
def test_people_in_a_row_a_cell_or_beside_their_place(text: str):
    names = [name.removesuffix(", S.E.") for name, _, _ in people(source(text))]
    assert names == ["Yohanes Tupen, S.Sos.", "Maria Peni, S.Kom.", "Petrus Bala"]


def test_figures_on_cards():
    boxes: list[Shape] = [
        ("10", 40, 100, 150, 60),
        ("6", 200, 100, 150, 60),
        ("hari kerja", 40, 165, 150, 30),
        ("peserta", 200, 165, 150, 30),
    ]
    parts: list[Shape] = [
        ("2", 40, 100, 150, 40),
        ("4", 200, 100, 150, 40),
        ("Administrator", 40, 145, 150, 30),
        ("Pelaksana", 200, 145, 150, 30),
    ]
    found = find_participants(deck(COVER, ("Sekilas", boxes), ("Komposisi", parts)))
    assert found.count == 6
    assert [(group.label, group.count) for group in found.groups] == [("Administrator", 2), ("Pelaksana", 4)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Enam belas pegawai Pemerintah Kabupaten Alor baru kembali dari Banyuwangi. Lima orang tinggal di desa.", 16),
        ("Rombongan Saudara 12 orang. Jumlah tamu kami batasi paling banyak 8 (delapan) orang.", 8),
        ("Kunjungan. Semula 16, dikurangi jadi 11 orang.", 11),
        ("Telah diterima rombongan dari Bappeda sejumlah sebelas orang.", 11),
        ("Yang ditugaskan 10 orang, yang hadir 8 orang.", 8),
        ("Dari sepuluh orang yang tercantum dalam surat tugas, hanya delapan yang berangkat.", 8),
        ("Peserta magang dibagi menjadi tiga tim, masing-masing 4 orang.", 12),
        ("Magang dijalani Tim A (4 orang) di Dinas Sosial dan Tim B (3 orang) di Dinas Kesehatan.", 7),
        ("Empat belas pegawai diberangkatkan ke Kota Malang.", 14),
        ("A team of six officers from Riau Province visited Banyumas.", 6),
        ("Tujuh orang magang di Surabaya. Sebanyak 40 bendahara mengikuti pelatihan perpajakan.", 7),
    ],
)
def test_how_many_a_sentence_says(text: str, count: int):
    assert find_participants(source(text)).count == count


def test_rows_that_count_several_among_the_names():
    table = "| No | Nama | NIP |\n| 1 | Andi Wijaya, S.E. | 19800101 200501 1 001 |\n| 2-5 | Perencana Ahli Pertama (4 orang) | - |\n| 6-8 | Staf pelaksana (3 orang) | - |"
    assert [(group.label, group.count) for group in find_participants(source(f"# Rombongan\n{table}")).groups] == [
        ("Perencana Ahli Pertama", 4),
        ("Staf pelaksana", 3),
    ]


EXPORT = """
Ekspor: alumni magang
No;Nama;NIP;OPD Asal;Lokus
1;Suparjo Efendi;198107232006041005;Bappeda;Dinas Sosial Kota Palembang
2;Nurbaiti;198512032010012011;BKPSDM;Dinas Kesehatan Kota Palembang
2;Nurbaiti;198512032010012011;BKPSDM;Dinas Kesehatan Kota Palembang
"""


def test_an_export_lists_people_and_their_places():
    document = source(EXPORT, file_format="txt")
    assert [person.name for person in find_recorded(document).people] == ["Suparjo Efendi", "Nurbaiti"]
    placed = find_placements(document, facts(Kind.REPORT, host="Pemerintah Kota Palembang", home=HOME))
    assert [item.unit for item in placed] == ["Dinas Sosial Kota Palembang", "Dinas Kesehatan Kota Palembang"]


@pytest.mark.parametrize(
    "text",
    [
        "# Daftar hadir\nMagang\n- Andi Wijaya, S.E. - Kabid\n- Rina Lestari, S.E. - Kabid",
        "Anggaran magang bagi 8 orang peserta.",
    ],
)
def test_other_papers_record_no_participants(text: str):
    assert find_recorded(source(text)).count is None


# ---- places -------------------------------------------------------------------------------------------------------------


def placed(document: Source) -> list[tuple[str, int | None]]:
    return [(item.unit, item.count) for item in find_placements(document, facts(Kind.REPORT, home=HOME, host=HOST))]


def test_cards_of_loci():
    boxes: list[Shape] = [
        ("Kelompok 1", 40, 60, 200, 30),
        ("Kelompok 2", 260, 60, 200, 30),
        ("Dinas Sosial", 40, 100, 200, 60),
        ("BKAD", 260, 100, 200, 60),
        ("Mal Pelayanan Publik", 40, 170, 200, 60),
        ("anggaran", 260, 170, 200, 60),
        ("Maria · Petrus", 40, 240, 200, 40),
    ]
    assert placed(deck(COVER, ("Dua kelompok, dua lokus", boxes))) == [
        ("Dinas Sosial Kabupaten Sleman", 2),
        ("Badan Keuangan dan Aset Daerah Kabupaten Sleman", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Perihal: jadwal magang\nSen 29 Sep : penerimaan\nSel 30 Sep : UPT Metrologi (tera)\nRab 1 Okt : Dinas Sosial",
            ["UPT Metrologi Provinsi Jawa Timur", "Dinas Sosial Provinsi Jawa Timur"],
        ),
        (
            "Pegawai kita ditempatkan di mana saja?\nDi Dinas Sosial, dan sebagian di Dinas Kesehatan.",
            ["Dinas Sosial Provinsi Jawa Timur", "Dinas Kesehatan Provinsi Jawa Timur"],
        ),
        ("# Lokus\nDinas Sosial\nDifasilitasi Lembaga Administrasi Negara", ["Dinas Sosial Provinsi Jawa Timur"]),
        (
            "Meja pertama bekerja di Dinas Sosial. Sorenya mereka di Museum Airlangga, hanya untuk berwisata.",
            ["Dinas Sosial Provinsi Jawa Timur"],
        ),
    ],
)
def test_places_that_days_answers_and_groups_name(text: str, expected: list[str]):
    assert [unit for unit, _ in units(text)] == expected


def test_a_brand_bears_the_regions_name_already():
    table = (
        "| Nama | Lokus |\n| Andi Wijaya, S.E. | BLU UPTD Trans Semarang |\n| Rina Lestari, S.E. | Dinas Perhubungan |"
    )
    assert [unit for unit, _ in units(table, host="Pemerintah Kota Semarang")] == [
        "BLU UPTD Trans Semarang",
        "Dinas Perhubungan Kota Semarang",
    ]
