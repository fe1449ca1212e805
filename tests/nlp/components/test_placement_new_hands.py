"""Placements in the wordings and layouts of offices met last: quotas, shares, sub-units, days, students."""

import pytest

from nlp.components.placements import find_placements
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

CITY = "Pemerintah Kota Madiun"


def places(text: str, kind: Kind = Kind.REPORT, *, host: str = CITY, parties: tuple[str, ...] = ()):
    told = facts(kind, home="Pemerintah Kabupaten Paser", host=host, parties=parties)
    return [(item.unit, item.count) for item in find_placements(source(text), told)]


@pytest.mark.parametrize(
    ("lead", "heads"),
    [
        ("Yang dapat kami terima sebanyak 9 (sembilan) orang dengan rincian:", "| Perangkat Daerah | Kuota |"),
        ("Kami menerima sembilan pegawai Saudara dengan susunan sebagai berikut:", "| OPD | Daya Tampung |"),
        ("Adapun pembagian peserta magang tersebut di bawah ini.", "| Instansi | Jumlah Peserta |"),
    ],
)
def test_a_table_of_quotas_below_what_it_shares_out(lead: str, heads: str):
    text = f"{lead}\n{heads}\n| Dinas Sosial | 4 |\n| Satpol PP | 5 |"
    assert places(text, Kind.LETTER) == [
        ("Dinas Sosial Kota Madiun", 4),
        ("Satuan Polisi Pamong Praja Kota Madiun", 5),
    ]


def test_a_table_that_shares_out_something_else_names_no_loci():
    text = "Anggaran tahun depan kami bagi sebagai berikut:\n| Perangkat Daerah | Jumlah |\n| Dinas Sosial | 4 |\n| Dinas Perhubungan | 5 |"
    assert places(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Lokusnya Dinas Sosial, Dinas Perhubungan, serta Satpol PP.",
        "Tempat magangnya di Dinas Sosial, Dinas Perhubungan dan Satpol PP.",
        "Mereka terbagi rata di tiga tempat: Dinas Sosial, Dinas Perhubungan, serta Satpol PP.",
        "Peserta dibagi menjadi tiga kelompok di Dinas Sosial, Dinas Perhubungan, dan Satpol PP.",
    ],
)
def test_a_row_of_loci_in_a_sentence(sentence: str):
    assert [unit.split(" Kota")[0] for unit, _ in places(f"Magang ditutup kemarin. {sentence}", Kind.NEWS)] == [
        "Dinas Sosial",
        "Dinas Perhubungan",
        "Satuan Polisi Pamong Praja",
    ]


@pytest.mark.parametrize(
    "each", [" Masing-masing dua orang.", ", masing-masing 2 (dua) peserta.", ", tiap dinas dua orang."]
)
def test_as_many_at_each(each: str):
    text = f"Mereka tersebar di Dinas Sosial dan Dinas Perhubungan{each}" if each[0] == "," else ""
    text = text or f"Mereka tersebar di Dinas Sosial dan Dinas Perhubungan.{each}"
    assert [count for _, count in places(text, Kind.NEWS)] == [2, 2]


@pytest.mark.parametrize(
    ("item", "unit"),
    [
        ("UPT Pajak Kecamatan Taman – 2 orang", "UPT Pajak Kecamatan Taman Kota Madiun"),
        ("UPTD Puskeswan Wilayah Timur – 2 orang", "UPTD Puskeswan Wilayah Timur Badan Pendapatan Daerah Kota Madiun"),
    ],
)
def test_where_a_unit_works_is_a_part_of_its_name(item: str, unit: str):
    text = f"Tempat magang:\n- Bidang Penagihan – 3 orang\n- {item}"
    assert places(text, host="Badan Pendapatan Daerah Kota Madiun")[1] == (unit, 2)


def test_a_section_belongs_to_the_bureau_that_is_host():
    bureau = "Biro Hukum Sekretariat Daerah Provinsi Bali"
    text = "Penempatan: Bagian Perundang-undangan (2 orang), Bagian Tata Laksana (1 orang)."
    assert [unit for unit, _ in places(text, host=bureau)] == [
        f"Bagian Perundang-undangan {bureau}",
        f"Bagian Tata Laksana {bureau}",
    ]


def test_dots_lead_from_a_part_to_its_heads():
    host = "Badan Penanggulangan Bencana Daerah Kabupaten Magelang"
    text = "Tempat tugas:\n- Pusdalops-PB ....... 2 orang\n- Bidang Logistik .... 1 orang"
    assert places(text, host=host) == [(f"Pusdalops-PB {host}", 2), (f"Bidang Logistik {host}", 1)]


def test_headings_of_days():
    text = "Hari 1 – Balai Kota\nPembukaan\nHari 2 – Kemantren Kraton\nPendampingan\nHari 3 – kembali ke Dinas Sosial"
    host = "Dinas Sosial Kota Yogyakarta"
    assert sorted(unit for unit, _ in places(text, host=host)) == [host, "Kemantren Kraton Kota Yogyakarta"]


def test_nobody_stayed_at_an_agency_whose_people_were_all_parted():
    host = "Dinas Kesehatan Kota Madiun"
    text = "Lokus: Dinas Kesehatan Kota Madiun\nPeserta dibagi pada Puskesmas Taman (3 orang) dan Bidang Pelayanan Kesehatan (2 orang)."
    assert [count for _, count in places(text, host=host)] == [3, 2]


def test_students_go_to_the_party_that_is_no_school():
    parties = ("Perusahaan Umum Daerah Tirta Kencana Kota Samarinda", "Fakultas Teknik Universitas Mulawarman")
    text = "Mahasiswa ditempatkan pada Unit Produksi Cendana (5 orang) dan Unit Pelayanan Loa Bakung (3 orang)."
    assert places(text, Kind.AGREEMENT, parties=parties) == [
        (f"Unit Produksi Cendana {parties[0]}", 5),
        (f"Unit Pelayanan Loa Bakung {parties[0]}", 3),
    ]
    assert places("Mahasiswa ditempatkan pada Unit Produksi Cendana.", Kind.AGREEMENT, parties=parties) == []
