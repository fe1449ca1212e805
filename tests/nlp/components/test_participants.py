import pytest

from nlp.components.participants import find_annexed, find_participants
from nlp.components.people_names import find_nips, is_name, nip_of
from tests.nlp.components.documents import source


def people(notation: str) -> list[tuple[str, str | None]]:
    return [(person.name, person.nip) for person in find_participants(source(notation)).people]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Sebanyak 26 pegawai Aparatur Sipil Negara (ASN) Pemprov Sumbar magang di Jawa Timur.", 26),
        ("Peserta: 4 (empat) orang", 4),
        ("Rombongan sebanyak 9 orang berangkat ke Surabaya.", 9),
        ("Rombongan berjumlah 11 orang, dipimpin Kepala Dinas.", 11),
        ("Magang diikuti 3 (tiga) orang.", 3),
        ("Pada 9 Oktober 2024 enam orang dari DPMPTSP mengunjungi Makassar.", 6),
        ("Tanggal 14 s.d. 16 Mei 2025, tiga orang pegawai mengunjungi Gianyar.", 3),
        ("Tim terdiri atas empat orang sebagaimana daftar berikut.", 4),
        ("Delegasi: 10 orang", 10),
        ("Ada lima ASN yang mengikuti program magang.", 5),
        ("Tim beranggotakan 12 orang berkunjung ke Semarang.", 12),
        ("Magang diikuti oleh dua puluh tujuh orang peserta.", 27),
        ("Kami sampaikan bahwa 5 (lima) orang pegawai kami telah selesai melaksanakan magang.", 5),
        ("Jumlah peserta sebanyak 15 orang.", 15),
    ],
)
def test_how_many_took_part(sentence: str, count: int):
    assert find_participants(source(f"# Pelaksanaan\n{sentence}")).count == count


@pytest.mark.parametrize(
    "sentence",
    [
        "Melayani lebih dari 60 orang setiap hari.",
        "Hadir 26 orang dari 12 OPD.",
        "Melatih 15 evaluator.",
        "Kesempatan bagi 30 pejabat pengawas.",
    ],
)
def test_other_figures_are_no_count(sentence: str):
    assert find_participants(source(f"# Profil\n{sentence}")).count in (None, 26)


def test_groups_by_rank():
    found = find_participants(
        source(
            "Adapun 27 peserta magang tersebut terdiri dari 3 orang Pejabat Administrator, 2 orang Pejabat Pengawas, 8 orang Pejabat Fungsional dan 14 orang lainnya adalah Pelaksana."
        )
    )
    assert [(group.label, group.count) for group in found.groups] == [
        ("Pejabat Administrator", 3), ("Pejabat Pengawas", 2), ("Pejabat Fungsional", 8), ("Pelaksana", 14),
    ]  # fmt: skip
    assert found.count == 27


def test_groups_without_a_total_are_added_up():
    found = find_participants(source("Lima orang pejabat fungsional dan dua pelaksana berangkat ke Bandung."))
    assert (found.count, len(found.groups)) == (7, 2)


TABLE = """
# Peserta
| No | Nama / NIP | Jabatan | Unit Kerja |
| 1 | Rina Amelia, S.STP.\\n19840417 200312 2 004 | Kepala Bidang | BKD Provinsi Sumatera Barat |
| 2 | Norlaila Sari, A.Md.\\n19960503 202321 2 011 | Pengelola | Bappeda Provinsi Sumatera Barat |
"""


def test_a_table_names_them_pppk_too():
    found = find_participants(source(TABLE))
    assert [(person.name, person.nip, person.position, person.unit) for person in found.people] == [
        ("Rina Amelia, S.STP.", "198404172003122004", "Kepala Bidang", "BKD Provinsi Sumatera Barat"),
        ("Norlaila Sari, A.Md.", "199605032023212011", "Pengelola", "Bappeda Provinsi Sumatera Barat"),
    ]
    assert found.count == 2


def test_names_in_a_sentence_and_on_cards():
    assert people(
        "# Tim penulis\nKetut Sudiasih, S.E., M.M. (NIP 197810112005012009) dan Umi Latifah, S.Si. (NIP 199303302019032014)."
    ) == [
        ("Ketut Sudiasih, S.E., M.M.", "197810112005012009"),
        ("Umi Latifah, S.Si.", "199303302019032014"),
    ]
    assert people("# Tim Magang\nFahri Soleman, S.Pi., M.Si.\nNIP 198705122011011004\nKepala Seksi") == [
        ("Fahri Soleman, S.Pi., M.Si.", "198705122011011004")
    ]


def test_names_without_nip_below_their_heading():
    assert people(
        "# Tim dan Lokasi (2 orang)\n- Widya Lestari, S.Kom., M.T. (Kepala Bidang Aplikasi)\n- Zainal Arifin"
    ) == [
        ("Widya Lestari, S.Kom., M.T.", None),
        ("Zainal Arifin", None),
    ]


@pytest.mark.parametrize(
    "notation",
    [
        "Kepala BKD Provinsi Sumatera Barat,\nDrs. H. Ahmad Zaki, M.Si.\nPembina Utama Muda (IV/c)\nNIP 19680512 199003 1 010",
        "# Pelaksanaan\nPembimbing: Ir. Sudarmaji (NIP 196907111995031002), Bidang Aset",
        "Padang, 20 Mei 2024\nKetua Tim,\nDewi Anggraini, S.E.\nNIP 197902282005012007",
        "| Mentor | NIP |\n| Budi Santoso, S.E. | 197902282005012007 |",
    ],
)
def test_signers_and_mentors_are_none(notation: str):
    assert people(notation) == []


def test_who_leads_the_party():
    assert people("Rombongan 7 orang dipimpin Drs. H. Mas'ud Rahman, M.Si.") == [("Drs. H. Mas'ud Rahman, M.Si.", None)]
    assert people("Rombongan dipimpin Asisten Perekonomian Setda Ngada, Yohanes Dopo. Mereka diterima Sekda.") == [
        ("Yohanes Dopo", None)
    ]


def test_an_agreement_lists_them_in_an_annex_only():
    found = find_annexed(source("Magang bagi 2 (dua) orang ASN PIHAK KESATU.\n" + TABLE.strip()))
    assert (found.count, len(found.people)) == (2, 2)
    assert find_annexed(source("Drs. Ahmad, M.Si.\nNIP 196805121990031010")).people == ()


@pytest.mark.parametrize(
    "written",
    [
        "19850101 201001 1 001",
        "198501012010011001",
        "19850101\n201001 1\n001",
        "NIP. 19850101 201001 1 001",
        "19850101 202521 1 050",
    ],
)
def test_a_nip_however_it_is_printed(written: str):
    assert nip_of(written) is not None
    assert len(find_nips(written)[0].digits) == 18


@pytest.mark.parametrize("written", ["3171012345678901", "0812-0000-0000", "Nomor 445/23/UHK/BRSUD/2021"])
def test_other_numbers_are_no_nip(written: str):
    assert nip_of(written) is None


@pytest.mark.parametrize(
    "text",
    [
        "Budi Santoso",
        "dr. Rosalina Basik-Basik",
        "Ni Luh Putu Ariani, S.Kom.",
        "MUHAMMAD IQBAL, SE., MM",
        "Drs. H. Mas'ud Rahman, M.Si.",
    ],
)
def test_names(text: str):
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["Dinas Kesehatan", "Kepala Bidang", "Biro Organisasi", "Jumlah", "Surabaya, Mei 2024", "SPBE Kota Semarang 2023"],
)
def test_no_names(text: str):
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "count", "groups"),
    [
        ("5 orang: 3 Auditor, 2 PPUPD", 5, [("Auditor", 3), ("PPUPD", 2)]),
        ("Peserta: 7 widyaiswara dan 3 penyelenggara diklat", 10, [("widyaiswara", 7), ("penyelenggara diklat", 3)]),
        (
            "Kegiatan diikuti oleh 25 orang peserta dengan rincian: Administrator 5 orang, Pengawas 8 orang, dan Pelaksana 12 orang.",
            25,
            [("Administrator", 5), ("Pengawas", 8), ("Pelaksana", 12)],
        ),
        (
            "Jumlah peserta 7 orang:\n- Inspektorat: 3 orang\n- BKPSDM: 2 orang\n- Bappeda: 2 orang",
            7,
            [("Inspektorat", 3), ("BKPSDM", 2), ("Bappeda", 2)],
        ),
    ],
)
def test_parts_that_add_up(text: str, count: int, groups: list[tuple[str, int]]):
    found = find_participants(source(f"# Peserta\n{text}"))
    assert (found.count, [(group.label, group.count) for group in found.groups]) == (count, groups)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sebanyak 18 lurah akan menjalani magang di Denpasar.", 18),
        ("Bersama ini dilaporkan bahwa kami bertiga telah selesai magang.", 3),
        ("Kesembilan ASN itu kembali bertugas.", 9),
        ("Ekspose Hasil Magang Sebelas ASN di Sumedang", 11),
        ("Berdasarkan laporan hasil magang 9 (sembilan) ASN kita, diminta tindak lanjut.", 9),
        (
            "Atas diterimanya tiga pegawai Dinas Sosial Kabupaten Lahat, untuk magang di Malang, kami berterima kasih.",
            3,
        ),
        ("Bupati menyarankan agar setiap OPD mengirim dua orang magang.", None),
        ("- Mengirim 10 orang pegawai magang ke Surabaya\n- Menambah 5 orang auditor", None),
        ("Rumah sakit memiliki 120 perawat dan 30 dokter.", None),
    ],
)
def test_counts_said_in_other_words(text: str, count: int | None):
    assert find_participants(source(f"# Uraian\n{text}")).count == count


def test_the_office_between_name_and_nip():
    found = find_participants(
        source(
            "# Pelaksana\n1) Maria Bili, S.Ak., Auditor Ahli Muda (NIP 198907252014032005)\n2) Yusran (198406092009011003) - Pengurus barang"
        )
    )
    assert [(person.name, person.nip, person.position) for person in found.people] == [
        ("Maria Bili, S.Ak.", "198907252014032005", "Auditor Ahli Muda"),
        ("Yusran", "198406092009011003", "Pengurus barang"),
    ]


def test_forms_once_a_person():
    rows = "| Nama | Rina Amelia, S.E. |\n| NIP | 19870608 201101 2 009 |\n| Jabatan | Kepala Seksi |\n| Nama | Budi Jaya |\n| NIP | 19950314 202012 1 008 |\n| Jabatan | Bendahara |"
    found = find_participants(source(f"Pelaksana kegiatan:\n{rows}"))
    assert [(person.name, person.position) for person in found.people] == [
        ("Rina Amelia, S.E.", "Kepala Seksi"),
        ("Budi Jaya", "Bendahara"),
    ]


def test_who_signs_an_order_is_not_who_goes():
    text = (
        "Yang bertanda tangan di bawah ini:\nNama : Drs. Amir, M.Si.\nNIP : 19680505 199001 1 005\nJabatan : Kepala BKPSDM\n"
        "menugaskan kepada:\nNama : Rudi Hartono, S.T.\nNIP : 19850505 201001 1 005\nJabatan : Teknik Jalan"
    )
    assert people(text) == [("Rudi Hartono, S.T.", "198505052010011005")]


def test_as_many_names_as_the_sentence_counts():
    assert people("Dua pegawai kami, yaitu Rina Marlina dan Joko Susilo, magang di Malang.") == [
        ("Rina Marlina", None),
        ("Joko Susilo", None),
    ]


def test_misread_digits_of_a_nip():
    assert nip_of("NIP. 1975O8O4 2OO212 1 005") == "197508042002121005"
    assert [nip.digits for nip in find_nips("NIP. 1975O8O4 2OO212 1 005")] == ["197508042002121005"]


@pytest.mark.parametrize(
    ("clause", "count"),
    [
        ("PIHAK KEDUA menerima 10 (sepuluh) orang peserta magang dari PIHAK KESATU.", 10),
        ("Penyuluh PIHAK KESATU sebanyak 8 (delapan) orang akan magang selama 14 hari.", 8),
        ("Peserta magang paling banyak 10 (sepuluh) orang setiap angkatan.", None),
        ("Praktik diikuti 30 orang mahasiswa.", None),
    ],
)
def test_how_many_an_agreement_sends(clause: str, count: int | None):
    assert find_annexed(source(clause)).count == count


def test_rows_typed_with_bars_and_joined_by_the_reader():
    text = "DAFTAR PESERTA\nNo | Nama | NIP | Jabatan 1 | Rina Amelia, S.E. | 198706082011012009 | Kasi 2 | Budi Jaya | 199503142020121008 | Staf"
    assert [(person.name, person.nip) for person in find_annexed(source(text)).people] == [
        ("Rina Amelia, S.E.", "198706082011012009"),
        ("Budi Jaya", "199503142020121008"),
    ]


@pytest.mark.parametrize(
    "notation",
    [
        "# Who went\nKepala Bidang (1) Perencana (4)\nKasubag Program (2)\n= 7 orang",
        "# SIAPA, KAPAN\nKepala Bidang 1; Perencana 4; Kasubag Program 2\nKami bertujuh berangkat.",
        "Tujuh ASN magang.\nRinciannya: 1 orang Kepala Bidang, 4 orang Perencana, dan 2 orang Kasubag Program.",
        "Magang itu diikuti satu Kepala Bidang, empat Perencana dan dua Kasubag Program, semuanya tujuh orang.",
        "Tujuh orang anggota: Kepala Bidang 1 orang, Perencana 4 orang, Kasubag Program 2 orang.",
        "Anggota: 1 Kepala Bidang, 4 Perencana, 2 Kasubag Program",
        "# Rombongan 7 orang\n1 orang\nKepala Bidang\n4 orang\nPerencana\n2 orang\nKasubag Program",
        "# Peserta (7 orang)\n| OPD | Kepala Bidang | Perencana | Kasubag Program |\n| Bappeda | 1 | 2 | 1 |\n| BKPSDM | - | 2 | 1 |",
    ],
)
def test_the_same_groups_however_they_are_laid_out(notation: str):
    found = find_participants(source(notation))
    assert (found.count, [(group.label, group.count) for group in found.groups]) in (
        (7, [("Kepala Bidang", 1), ("Perencana", 4), ("Kasubag Program", 2)]),
        (7, [("Bappeda", 4), ("BKPSDM", 3)]),  # of the table: by its rows where no ranks head its columns
    )


def test_a_remark_on_some_of_them_is_no_group():
    found = find_participants(source("Magang diikuti dua puluh empat aparatur, delapan di antaranya perempuan."))
    assert (found.count, found.groups) == (24, ())


def test_an_agreement_breaks_down_whom_it_sends():
    clause = "Magang bagi 6 (enam) widyaiswara dan 9 (sembilan) pengelola pelatihan PIHAK PERTAMA."
    found = find_annexed(source(clause))
    assert (found.count, [(group.label, group.count) for group in found.groups]) == (
        15,
        [("widyaiswara", 6), ("pengelola pelatihan", 9)],
    )


@pytest.mark.parametrize(
    "notation",
    [
        "Siapa : 1) Ani Sari 2) Suparjo 3) Budi Jaya",
        "Anggota tim: Ani Sari; Suparjo Hadi; Budi Jaya.",
        "# Siapa kami?\n- Ani Sari, S.E. – Kabid Anggaran\n- Suparjo – operator\n- Budi Jaya – analis",
        "# Peserta\n+-----+\n| Ani Sari, S.E. (Ahli Madya) |\n| Suparjo, S.T. (Ahli Muda) |\n| Budi Jaya, S.H. (Ahli Muda) |",
    ],
)
def test_names_without_nip_in_other_layouts(notation: str):
    found = find_participants(source(notation))
    assert found.count == 3
    assert [person.name.split()[0].strip(",") for person in found.people] == ["Ani", "Suparjo", "Budi"]


def test_who_speaks_for_them_took_part():
    assert people("Mewakili peserta, Ani Sari menyampaikan terima kasih.") == [("Ani Sari", None)]
    assert people("“Kami belajar,” kata ketua rombongan, Budi Jaya.") == [("Budi Jaya", None)]


def test_those_who_sign_in_a_table_took_no_part():
    table = "| No | Nama dan NIP | Jabatan | Bertindak untuk |\n| 1 | Ani Sari, S.E. NIP 19870317 201001 2 014 | Kepala BKD | Pemerintah Kota Malang |"
    assert find_annexed(source(table)).people == ()


def test_an_agency_s_staff_and_a_team_s_tasks_took_no_part():
    staff = "Dinas memiliki 120 orang pegawai, terdiri atas 20 pejabat struktural dan 100 staf."
    assert (find_participants(source(staff)).count, find_participants(source(staff)).groups) == (None, ())
    assert people("# Tim teknis\n- Membentuk tim teknis – Sekretariat\n- Menyusun SOP – Bagian Hukum") == []


def test_a_signature_is_no_name_however_long_and_told_at_once() -> None:
    line = "SEKRETARIS DAERAH, H. MUHAMMAD ZAKI LUBIS, S.STP., M.Si. Pembina Utama Muda (IV/c) "
    assert not is_name(line * 20)
    assert is_name("H. MUHAMMAD ZAKI LUBIS, S.STP., M.Si.")


def test_persons_in_cells_without_a_column_of_names() -> None:
    notation = """
# Siapa yang berangkat
| Kominfo | Kesehatan |
| Raja Hafiz, S.Kom.\\nNIP. 198806152014021002\\nWan Suhaila, S.T.\\nNIP. 199209032019032012 | drg. Melda Sari\\nNIP. 198501222011012008 |
"""
    people = find_participants(source(notation)).people
    assert [(person.name, person.nip) for person in people] == [
        ("Raja Hafiz, S.Kom.", "198806152014021002"),
        ("Wan Suhaila, S.T.", "199209032019032012"),
        ("drg. Melda Sari", "198501222011012008"),
    ]
