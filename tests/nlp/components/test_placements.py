import pytest

from nlp.components.placements import find_placements
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

SUMBAR = "Pemerintah Provinsi Sumatera Barat"
JATIM = "Pemerintah Provinsi Jawa Timur"


def units(
    notation: str, kind: Kind = Kind.REPORT, *, host: str = JATIM, home: str = SUMBAR, parties: tuple[str, ...] = ()
) -> list[tuple[str, int | None]]:
    document = source(notation)
    return [
        (item.unit, item.count)
        for item in find_placements(document, facts(kind, home=home, host=host, parties=parties))
    ]


def test_a_list_in_a_sentence_takes_the_region_of_the_host():
    sentence = "Para ASN Pemprov Sumbar disebar di OPD Pemprov Jatim. Yakni BKD, Dinas Peternakan, Inspektorat serta Biro Organisasi."
    assert [unit for unit, _ in units(sentence, Kind.NEWS)] == [
        "Badan Kepegawaian Daerah Provinsi Jawa Timur",
        "Dinas Peternakan Provinsi Jawa Timur",
        "Inspektorat Provinsi Jawa Timur",
        "Biro Organisasi Sekretariat Daerah Provinsi Jawa Timur",
    ]


def test_bullets_below_a_lead_in():
    notation = "ASN Pemprov Sumbar mengikuti magang di berbagai instansi meliputi:\n- Badan Kepegawaian Daerah (BKD),\n- Dinas Peternakan, serta\n- Dinas Perhubungan.\nJazuli menilai kegiatan itu penting."
    assert [unit for unit, _ in units(notation, Kind.NEWS)] == [
        "Badan Kepegawaian Daerah Provinsi Jawa Timur",
        "Dinas Peternakan Provinsi Jawa Timur",
        "Dinas Perhubungan Provinsi Jawa Timur",
    ]


def test_a_column_of_loci_counts_its_rows():
    table = "# Peserta\n| No | Nama | Asal | Lokus |\n| 1 | Ani Sari, S.E. | BKD Provinsi Sumatera Barat | BKD Provinsi Jawa Timur |\n| 2 | Budi Jaya, S.H. | BKD Provinsi Sumatera Barat | BKD Provinsi Jawa Timur |\n| 3 | Cici Ayu | Dinas Sosial Provinsi Sumatera Barat | Dinas Sosial Provinsi Jawa Timur |"
    assert units(table) == [
        ("Badan Kepegawaian Daerah Provinsi Jawa Timur", 2),
        ("Dinas Sosial Provinsi Jawa Timur", 1),
    ]


def test_the_host_agency_itself_is_the_place():
    host = "Badan Kepegawaian Daerah Provinsi Jawa Timur"
    assert units("Magang dilaksanakan di BKD Provinsi Jawa Timur.", host=host) == [(host, None)]


def test_a_host_government_without_units_gives_none():
    assert units("Rombongan diterima di Surabaya.", Kind.NEWS) == []


LAHAT_MALANG = ("Pemerintah Kabupaten Lahat", "Pemerintah Kota Malang")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Magang dilaksanakan pada Dinas Kesehatan Kota Malang selama 5 hari.", ["Dinas Kesehatan Kota Malang"]),
        (
            "PIHAK KESATU mengirimkan 5 orang pegawai untuk magang di Dinas Sosial PIHAK KEDUA.",
            ["Dinas Sosial Kota Malang"],
        ),
        ("Ruang lingkup meliputi magang, pelatihan, dan pertukaran pegawai antardaerah.", []),
        ("Biaya magang dibebankan pada APBD masing-masing PIHAK.", []),
        ("Praktik kerja mahasiswa dilaksanakan pada Dinas Kesehatan Kota Malang.", []),
    ],
)
def test_the_clause_of_an_agreement_that_says_where(clause: str, expected: list[str]):
    assert [unit for unit, _ in units(clause, Kind.AGREEMENT, parties=LAHAT_MALANG)] == expected


def test_sections_of_the_agency_that_an_agreement_names_as_places():
    parties = ("Badan Kepegawaian Daerah Provinsi Jambi", "Badan Kepegawaian Daerah Provinsi Bali")
    clause = "Peserta ditempatkan pada Bidang Mutasi dan Bidang Pengembangan PIHAK KEDUA."
    assert [unit for unit, _ in units(clause, Kind.AGREEMENT, parties=parties)] == [
        "Bidang Mutasi Badan Kepegawaian Daerah Provinsi Bali",
        "Bidang Pengembangan Badan Kepegawaian Daerah Provinsi Bali",
    ]


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("# Lokus", "- Bapenda (3 orang)\n- Kecamatan Klojen (2 orang)"),
        ("# 2. PENEMPATAN", "Bapenda ............ 3 orang\nKecamatan Klojen .... 2 orang"),
        ("# Penempatan dan jumlah", "Bapenda\n3 peserta\nKecamatan Klojen\n2 peserta"),
    ],
)
def test_places_below_their_heading_with_the_heads_beside_them(heading: str, items: str):
    notation = f"{heading}\n{items}\n# Jadwal\n- Dinas Pariwisata hari Rabu"
    assert units(notation, host="Pemerintah Kota Malang") == [
        ("Badan Pendapatan Daerah Kota Malang", 3),
        ("Kecamatan Klojen Kota Malang", 2),
    ]


def test_what_no_list_of_agencies_holds():
    sentence = "Peserta ditempatkan di Kelurahan Jatimulyo, Puskesmas Dinoyo, dan Desa Sukamaju."
    assert [unit for unit, _ in units(sentence, host="Pemerintah Kota Malang")] == [
        "Kelurahan Jatimulyo Kota Malang",
        "Puskesmas Dinoyo Kota Malang",
        "Desa Sukamaju Kota Malang",
    ]


def test_numbered_loci_and_a_label_in_running_text():
    text = "Peserta: 23 orang. Lokus: Dinas Pendidikan dan Mal Pelayanan Publik Malang.\nB. Lokus 2: Dinas Kesehatan"
    assert [unit for unit, _ in units(text, host="Pemerintah Kota Malang")] == [
        "Dinas Pendidikan Kota Malang",
        "Mal Pelayanan Publik Kota Malang",
        "Dinas Kesehatan Kota Malang",
    ]


AGENCY = "Dinas Kesehatan Kota Malang"


@pytest.mark.parametrize(
    "notation",
    [
        "Penempatan: Bidang Pelayanan Kesehatan; Bidang Kesehatan Masyarakat",
        "Keempatnya bertugas di Bidang Pelayanan Kesehatan serta di Bidang Kesehatan Masyarakat.",
        "# Where we were placed\n- Bidang Pelayanan Kesehatan (2 orang)\n- Bidang Kesehatan Masyarakat (1 orang)",
        "# SIAPA & DI MANA\n- Ani Sari - Bidang Pelayanan Kesehatan\n- Budi Jaya - Bidang Kesehatan Masyarakat",
    ],
)
def test_sections_of_the_host_agency_named_as_loci_stand_for_it(notation: str):
    assert [unit for unit, _ in units(notation, host=AGENCY, home="Dinas Kesehatan Kabupaten Lahat")] == [
        f"Bidang Pelayanan Kesehatan {AGENCY}",
        f"Bidang Kesehatan Masyarakat {AGENCY}",
    ]


def test_where_the_agency_lies_is_no_locus_below_it():
    text = "Magang bertempat di dinas, Desa Mas, Kecamatan Ubud."
    assert units(text, host=AGENCY) == [(AGENCY, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Rombongan mengunjungi Kecamatan Klojen dan Kecamatan Sukun.",
        "Yang dikunjungi: Kecamatan Klojen dan Kecamatan Sukun",
        "| 1. | Maksud | Belajar |\n| 2. | Instansi dituju | Kecamatan Klojen; Kecamatan Sukun |\n| 3. | Lamanya | 3 hari |",
        "Kelompok 1 di Kecamatan Klojen, kelompok 2 di Kecamatan Sukun.",
    ],
)
def test_where_they_went(text: str):
    assert [unit for unit, _ in units(text, host="Pemerintah Kota Malang")] == [
        "Kecamatan Klojen Kota Malang",
        "Kecamatan Sukun Kota Malang",
    ]


def test_a_bagian_beside_an_agency_belongs_to_the_secretariat():
    found = units("Lokus: Bagian Organisasi, BPKAD dan Diskominfo Kota Malang.", host="Pemerintah Kota Malang")
    assert [unit for unit, _ in found] == [
        "Bagian Organisasi Sekretariat Daerah Kota Malang",
        "Badan Pengelolaan Keuangan dan Aset Daerah Kota Malang",
        "Dinas Komunikasi dan Informatika Kota Malang",
    ]


def test_a_heading_for_each_unit_of_the_host():
    slides = "# Dinas Kesehatan Kota Malang\nAntrean daring.\n# Dinas Sosial Kota Malang\nBansos tepat waktu."
    assert [unit for unit, _ in units(slides, host="Pemerintah Kota Malang")] == [
        "Dinas Kesehatan Kota Malang",
        "Dinas Sosial Kota Malang",
    ]


def test_what_was_seen_at_the_locus_is_no_column_of_loci():
    table = "# Matriks\n| No | Praktik di lokus | Usulan |\n| 1 | BPKAD Kota Malang menutup SPJ tiap Jumat | Membatasi SPJ |"
    assert units(table, host="Pemerintah Kota Malang") == []


def test_loci_with_their_region_where_the_host_is_not_known():
    document = source("Lokus: Dinas Sosial Kota Malang dan Dinas Kesehatan")
    assert [item.unit for item in find_placements(document, facts(Kind.REPORT, home=SUMBAR, host=None))] == [
        "Dinas Sosial Kota Malang",
        "Dinas Kesehatan Kota Malang",
    ]


@pytest.mark.parametrize(
    ("text", "host", "expected"),
    [
        (
            "| Kelompok | Lokus dan pembimbing |\n| Satu | BKD Jatim dan UPT Penilaian Kompetensi pada badan yang sama (pembimbing: –) |",
            JATIM,
            [
                "Badan Kepegawaian Daerah Provinsi Jawa Timur",
                "UPT Penilaian Kompetensi Badan Kepegawaian Daerah Provinsi Jawa Timur",
            ],
        ),
        (
            "# Waktu dan lokus\n- Periode: 4 sampai 29 Agustus 2025\n- IGD RSUD Mandara: dokter\n- Instalasi Casemix RSUD Mandara: koder",
            "Rumah Sakit Umum Daerah Mandara Provinsi Bali",
            [
                "IGD Rumah Sakit Umum Daerah Mandara Provinsi Bali",
                "Instalasi Casemix Rumah Sakit Umum Daerah Mandara Provinsi Bali",
            ],
        ),
        (
            "Di Malang kami dibagi ke Bagian Persidangan dan Bagian Humas; Kepala Bagian Umum, Sulis, menemani.",
            "Sekretariat DPRD Kota Malang",
            ["Bagian Persidangan Sekretariat DPRD Kota Malang", "Bagian Humas Sekretariat DPRD Kota Malang"],
        ),
        (
            "Minggu pertama saya duduk di Bidang Sertifikasi Kompetensi; minggu kedua mengikuti kelas.",
            "Badan Pengembangan Sumber Daya Manusia Daerah Provinsi Jawa Tengah",
            ["Badan Pengembangan Sumber Daya Manusia Daerah Provinsi Jawa Tengah"],
        ),
        (
            "Dua orang duduk di ruang kendali, dua orang lainnya bertugas di UPT Parkir.",
            "Dinas Perhubungan Kota Cirebon",
            ["Dinas Perhubungan Kota Cirebon", "UPT Parkir Dinas Perhubungan Kota Cirebon"],
        ),
        (
            "Program itu menempatkan mereka di dua kantor milik pemprov setempat:\n- Biro Organisasi Setda: 5 orang\n- Badan Pendapatan Daerah: 6 orang",
            JATIM,
            ["Biro Organisasi Sekretariat Daerah Provinsi Jawa Timur", "Badan Pendapatan Daerah Provinsi Jawa Timur"],
        ),
        (
            "Tempat belajar mereka ialah Dinas Pariwisata, Dinas Perhubungan, serta Inspektorat.",
            JATIM,
            [
                "Dinas Pariwisata Provinsi Jawa Timur",
                "Dinas Perhubungan Provinsi Jawa Timur",
                "Inspektorat Provinsi Jawa Timur",
            ],
        ),
        (
            "| No | Nama | Mohon ditempatkan di |\n| 1 | Ani Sari, S.E. | BPPKX |\nKeterangan: BPPKX = Badan Pendapatan dan Aset Daerah.",
            "Pemerintah Kabupaten Ponorogo",
            ["Badan Pendapatan dan Aset Daerah Kabupaten Ponorogo"],
        ),
    ],
)
def test_places_in_other_layouts(text: str, host: str, expected: list[str]):
    assert [unit for unit, _ in units(text, host=host)] == expected


@pytest.mark.parametrize(
    "clause",
    [
        "Untuk tahap pertama Karo menerima dua belas penyuluh; mereka bekerja pada Dinas Pertanian Kabupaten Karo.",
        "memagangkan penyuluh: 3 dari Dairi di Dinas Pertanian Kabupaten Karo, Juni 2025",
        "# TEMPAT MAGANG\nDinas Pertanian Kabupaten Karo.",
    ],
)
def test_clauses_that_say_where_in_other_words(clause: str):
    named = units(clause, Kind.MOU, parties=("Pemerintah Kabupaten Dairi", "Pemerintah Kabupaten Karo"))
    assert [unit for unit, _ in named] == ["Dinas Pertanian Kabupaten Karo"]


def test_heads_behind_each_unit_of_a_cell():
    notation = """
| Angkatan | Jumlah | Lokus |
| I | 8 orang | BKD Provinsi Jawa Timur (5 orang)\\nDinas Kesehatan Provinsi Jawa Timur (3 orang) |
| Jumlah | 8 orang | - |
"""
    found = find_placements(source(notation), facts())
    assert [(item.unit, item.count) for item in found] == [
        ("Badan Kepegawaian Daerah Provinsi Jawa Timur", 5),
        ("Dinas Kesehatan Provinsi Jawa Timur", 3),
    ]


def test_the_shares_of_a_letter_name_parts_of_the_host_agency():
    letter = "Kami memagangkan 5 orang ASN dengan pembagian: Bidang Mutasi, Promosi dan Kinerja 2 orang, serta UPT Penilaian Kompetensi 3 orang."
    host = "Badan Kepegawaian Daerah Provinsi Jawa Timur"
    assert units(letter, Kind.LETTER, host=host) == [
        (f"Bidang Mutasi, Promosi dan Kinerja {host}", 2),
        (f"UPT Penilaian Kompetensi {host}", 3),
    ]


def test_the_head_of_a_column_is_no_place():
    table = (
        "| Nama | Lokus di Jawa Timur |\n| Nama dan NIP | Lokus di Jawa Timur |\n| Ani | BKD |\n| Budi | Inspektorat |"
    )
    assert [unit for unit, _ in units(table)] == [
        "Badan Kepegawaian Daerah Provinsi Jawa Timur",
        "Inspektorat Provinsi Jawa Timur",
    ]


SURABAYA, PADANG = "Pemerintah Kota Surabaya", "Pemerintah Kota Padang"
HEALTH = "Dinas Kesehatan Kota Surabaya"
BKPSDM = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota {}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rombongan terbagi ke Dinas Kesehatan serta Satpol PP.", [HEALTH, "Satuan Polisi Pamong Praja Kota Surabaya"]),
        ("Selama dua pekan kami belajar di Dinas Kesehatan dan Satpol PP.", [HEALTH, "Satuan Polisi Pamong Praja Kota Surabaya"]),
        ("Dinas Kesehatan ditetapkan sebagai lokus magang. Wali Kota menyambut kami.", [HEALTH]),
        ("Dinas yang menerima kami: Dinas Kesehatan Kota Surabaya.", [HEALTH]),
        ("Lokasi praktik: Kelurahan Jagir, Kecamatan Wonokromo", ["Kelurahan Jagir Kecamatan Wonokromo Kota Surabaya"]),
        ("| Hari | Tempat |\n| Senin | Dinas Kesehatan |\n| Selasa | Aula Balai Kota |", [HEALTH]),
        ("Peserta ditempatkan di tiga tempat, yaitu MPP Siola yang dikelola Dinas Perizinan, serta Dinas Kesehatan.", ["Mal Pelayanan Publik Siola Kota Surabaya", HEALTH]),
    ],
)  # fmt: skip
def test_where_a_visit_or_an_internship_led(text: str, expected: list[str]):
    assert [unit for unit, _ in units(text, host=SURABAYA, home=PADANG)] == expected


def test_groups_with_their_heads():
    text = "Kelompok A (5 orang): Dinas Kesehatan. Kelompok B (4 orang): BKPSDM."
    assert units(text, host=SURABAYA, home=PADANG) == [(HEALTH, 5), (BKPSDM.format("Surabaya"), 4)]


def test_heads_in_brackets_behind_each_unit_of_a_sentence():
    text = "Perangkat daerah yang menerima peserta ialah Dinas Kesehatan (3 orang) dan BKPSDM (2 orang)."
    assert units(text, host=SURABAYA, home=PADANG) == [(HEALTH, 3), (BKPSDM.format("Surabaya"), 2)]


@pytest.mark.parametrize(
    ("caption", "header", "taken"),
    [("SEBARAN PESERTA MAGANG", "OPD", True), ("Asal peserta magang", "OPD asal", False), ("Peserta", "Unit Kerja", False)],
)  # fmt: skip
def test_a_column_of_units_is_one_of_loci_where_its_caption_says_so(caption: str, header: str, taken: bool):
    table = f"{caption}\n| No | {header} | Jumlah |\n| 1 | Dinas Kesehatan | 3 |\n| 2 | BKPSDM | 2 |"
    expected = [(HEALTH, 3), (BKPSDM.format("Surabaya"), 2)] if taken else []
    assert units(table, host=SURABAYA, home=PADANG) == expected


def test_the_rows_of_each_party_that_receives():
    table = (
        "# PENEMPATAN\n| Pihak | Unit | Kuota |\n| PIHAK KESATU | Dinas Kesehatan | 3 |\n| PIHAK KEDUA | BKPSDM | 2 |"
    )
    found = units(table, Kind.MOU, parties=(SURABAYA, PADANG))
    assert found == [(HEALTH, 3), (BKPSDM.format("Padang"), 2)]


def test_the_receiver_is_the_party_whose_people_do_not_come():
    clause = "Peserta magang dari PIHAK KEDUA ditempatkan pada: (a) Dinas Kesehatan; (b) BKPSDM."
    found = units(clause, Kind.AGREEMENT, parties=(SURABAYA, PADANG))
    assert [unit for unit, _ in found] == [HEALTH, BKPSDM.format("Surabaya")]


def test_at_an_agency_its_office_counts_and_a_schedule_of_rooms_does_not():
    people = "| Nama | Tempat Tugas |\n| Ani | Kantor Dinas |\n| Budi | Puskesmas Jagir |"
    assert units(people, host=HEALTH, home=PADANG) == [(HEALTH, 1), ("Puskesmas Jagir Kota Surabaya", 1)]
    rooms = "| Hari | Tempat |\n| Senin | Ruang Sidang |\n| Selasa | Bidang Kinerja |"
    assert units(rooms, host=HEALTH, home=PADANG) == [(HEALTH, None)]


def test_a_second_host_of_another_region_and_a_field_trip():
    both = "# KE MANA\nSenin, 3 Juni 2024\n- Dinas Kesehatan Kota Surabaya\n- Dinas Kesehatan Kabupaten Sidoarjo"
    assert [unit for unit, _ in units(both, host=HEALTH, home=PADANG)] == [HEALTH, "Dinas Kesehatan Kabupaten Sidoarjo"]
    trip = "Waktu dan tempat: 3 Juni 2024, Dinas Kesehatan Kota Surabaya dengan kunjungan lapangan ke Puskesmas Jagir."
    assert units(trip, host=HEALTH, home=PADANG) == [(HEALTH, None)]


def test_a_label_of_visits_that_names_several_units():
    assert [unit for unit, _ in units("Kunjungan: BKD, Dinas Sosial")] == [
        "Badan Kepegawaian Daerah Provinsi Jawa Timur",
        "Dinas Sosial Provinsi Jawa Timur",
    ]
    assert units("Kunjungan: Dinas Sosial") == []


def test_the_service_mall_beside_the_licensing_agency():
    host = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kota Cimahi"
    text = "Peserta dibagi ke dua tempat, yaitu kantor DPMPTSP dan Mal Pelayanan Publik Kota Cimahi."
    assert [unit for unit, _ in units(text, host=host)] == [host, "Mal Pelayanan Publik Kota Cimahi"]
