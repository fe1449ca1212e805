"""Parties of agreements whose opening is not the usual formula, and who signs for them."""

import pytest

from nlp.components.institutions import find_institutions
from nlp.components.parties import contract_parties
from nlp.components.signature_pairs import signature_pairs
from nlp.components.signer_names import own_office, signer_of
from tests.nlp.components.documents import source

Signed = list[tuple[str, str | None, str | None]]


def signed(text: str) -> Signed:
    read = source(text)
    return [
        (party.name, party.representative and party.representative.name, party.representative and party.representative.position)
        for party in contract_parties(read, find_institutions(read.text))
    ]  # fmt: skip


SOCIAL, LEARNING = "Dinas Sosial Kabupaten Blitar", "Universitas Jambi"


@pytest.mark.parametrize(
    "opening",
    [
        "Kesepakatan dibuat oleh Dinas Sosial Kabupaten Blitar; yang menandatangani Kepala Dinas, Bambang Purwito, S.H. dan Universitas "
        "Jambi; yang menandatangani Rektor, Prof. Dr. Hendra Wijaya, M.Si.",
        "Antara kami, Dinas Sosial Kabupaten Blitar (diwakili Kepala Dinas, Bambang Purwito, S.H.) di satu pihak, dan Universitas Jambi "
        "(diwakili Rektor, Prof. Dr. Hendra Wijaya, M.Si.) di pihak lain, disepakati hal berikut.",
        "Pihak Pertama : Dinas Sosial Kabupaten Blitar\nDiwakili oleh : Bambang Purwito, S.H., Kepala Dinas\n"
        "Pihak Kedua : Universitas Jambi\nDiwakili oleh : Prof. Dr. Hendra Wijaya, M.Si., Rektor",
        "| Pihak dan wakilnya | Jabatan | Paraf |\n| Dinas Sosial Kabupaten Blitar — Bambang Purwito, S.H. | Kepala Dinas | |\n"
        "| Universitas Jambi — Prof. Dr. Hendra Wijaya, M.Si. | Rektor | |",
        "| A | Pengguna | Dinas Sosial Kabupaten Blitar (disebut Dinas) |\n| B | Wakil sah Pengguna | Bambang Purwito, S.H., Kepala Dinas |\n"
        "| C | Pelaksana | Universitas Jambi |\n| D | Wakil sah Pelaksana | Prof. Dr. Hendra Wijaya, M.Si., Rektor |",
    ],
)
def test_bodies_are_named_with_who_signs_for_them(opening: str) -> None:
    expected = [
        (SOCIAL, "Bambang Purwito, S.H.", "Kepala Dinas"),
        (LEARNING, "Prof. Dr. Hendra Wijaya, M.Si.", "Rektor"),
    ]
    assert signed(f"PERJANJIAN KERJA SAMA\n{opening}\nPasal 1\nTujuan") == expected


def test_regions_in_a_table_stand_for_their_governments() -> None:
    text = """KESEPAKATAN BERSAMA
No. | Kabupaten | Yang menandatangani | Ket.
----+-----------+---------------------+-----
1. | Buru | Bupati: Ikhsan Umanailo, S.E. | ttd.
2. | Buru Selatan | a.n. Bupati, Sekretaris Daerah u.b. Asisten Pemerintahan: Drs. Umar Mahulette | ttd."""
    assert signed(text) == [
        ("Pemerintah Kabupaten Buru", "Ikhsan Umanailo, S.E.", "Bupati"),
        ("Pemerintah Kabupaten Buru Selatan", "Drs. Umar Mahulette", "Asisten Pemerintahan"),
    ]


def test_heads_with_their_names_stand_for_their_bodies() -> None:
    text = "KESEPAKATAN\nKami:\n1. Gubernur Maluku, Hendra Lewaherilla, S.H.\n2. Pj. Bupati Buru, Ikhsan Umanailo\nsepakat bertukar pegawai."
    assert signed(text) == [
        ("Pemerintah Provinsi Maluku", "Hendra Lewaherilla, S.H.", "Gubernur Maluku"),
        ("Pemerintah Kabupaten Buru", "Ikhsan Umanailo", "Pj. Bupati Buru"),
    ]


def test_what_one_sentence_names_together_signs_below() -> None:
    text = """SURAT KEHENDAK
Pemerintah Kota Bitung, Republik Indonesia, dan Pemerintah Kota Palu, selanjutnya disebut “Para Peserta”,
menyatakan kehendak untuk bertukar staf.
Demikian surat ini dibuat dalam rangkap dua.
UNTUK PEMERINTAH KOTA BITUNG
UNTUK PEMERINTAH KOTA PALU
HENDRIK MAWUNTU
RUSDIN TADULAKO
Wali Kota Bitung
Wali Kota Palu"""
    assert signed(text) == [
        ("Pemerintah Kota Bitung", "HENDRIK MAWUNTU", "Wali Kota Bitung"),
        ("Pemerintah Kota Palu", "RUSDIN TADULAKO", "Wali Kota Palu"),
    ]


def test_a_notary_names_persons_by_their_birth() -> None:
    text = """PERJANJIAN
Pada hari ini, Senin, tanggal dua Januari dua ribu dua puluh tiga, telah datang menghadap:
A. tuan dokter SYAMSUL BAHRI, lahir di Majene pada tanggal 4 Agustus 1974, Warga Negara Indonesia, Direktur dari badan yang akan
disebut, sah mewakili RUMAH SAKIT UMUM DAERAH KABUPATEN MAJENE ; untuk selanjutnya disebut "RUMAH SAKIT" ;
B. nyonya ROSNIATI, Doktor, lahir di Polewali pada tanggal 9 Mei 1970, Warga Negara Indonesia, Dekan, selaku demikian mewakili
FAKULTAS KESEHATAN UNIVERSITAS SULAWESI BARAT ; untuk selanjutnya disebut "FAKULTAS".
Pasal satu"""
    assert [(name, office) for _, name, office in signed(text)] == [
        ("SYAMSUL BAHRI", "Direktur"),
        ("ROSNIATI", "Dekan"),
    ]


def test_that_body_is_the_one_of_the_office() -> None:
    text = """PERJANJIAN KERJA SAMA
Pada hari ini Senin tanggal 3 Februari 2025 yang bertanda tangan di bawah ini:
I
Hj. Mardiah Yunus, S.E.
Kepala Dinas Sosial Kabupaten Blitar, bertindak untuk dan atas nama dinas tersebut, selanjutnya disebut PIHAK KESATU;
II
Dr. Hendra Wijaya
Rektor Universitas Jambi, bertindak untuk dan atas nama universitas tersebut, selanjutnya disebut PIHAK KEDUA.
Pasal 1"""
    assert [(name, signer) for name, signer, _ in signed(text)] == [
        (SOCIAL, "Hj. Mardiah Yunus, S.E."),
        (LEARNING, "Dr. Hendra Wijaya"),
    ]


def test_a_cell_tells_the_signer_and_his_own_office() -> None:
    found = signer_of(
        "a.n. Sekretaris DPRD\nu.b. Kepala Bagian Persidangan\nRizal Lamadjido, S.H.\nNIP 19790612 200604 1 012"
    )
    assert found is not None
    assert (found.name, found.position) == ("Rizal Lamadjido, S.H.", "Kepala Bagian Persidangan")
    assert own_office("Wakil Wali Kota a.n. Wali Kota") == "Wakil Wali Kota"
    assert own_office("Bupatinya") == "Bupati"
    assert signer_of("segera ditetapkan kemudian") is None


def test_signatures_pair_by_their_order() -> None:
    assert signature_pairs(
        ["Bupati Kendal,", "ttd", "Diah Kartikasari, S.E.", "Bupati Tegal,", "Ischak Rohmani, S.H."]
    ) == [
        ("Bupati Kendal", "Diah Kartikasari, S.E."),
        ("Bupati Tegal", "Ischak Rohmani, S.H."),
    ]
    assert signature_pairs(["Kepala Pusat", "Pj. Gubernur", "ttd + cap", "Siti Tamma", "Markus Way"]) == [
        ("Kepala Pusat", "Siti Tamma"),
        ("Pj. Gubernur", "Markus Way"),
    ]


def test_rows_of_name_and_office_need_no_label() -> None:
    text = """BERITA ACARA KESEPAKATAN
Kami:
Nama : Drs. Yosef Ledo, M.Si.
Jabatan : Kepala BKPSDM Kabupaten Sikka
dan
Nama : Ir. Maria Goran
Jabatan : Bupati Lembata
sepakat menyelenggarakan magang."""
    assert signed(text) == [
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Sikka", "Drs. Yosef Ledo, M.Si.", "Kepala BKPSDM Kabupaten Sikka"),
        ("Pemerintah Kabupaten Lembata", "Ir. Maria Goran", "Bupati Lembata"),
    ]  # fmt: skip


def test_a_region_and_its_head_with_a_possessive() -> None:
    text = "KESEPAKATAN\nKota Tarakan, yang diwakili wali kotanya, dr. Khairil, M.Kes., dan Kabupaten Nunukan, dengan Bupatinya, H. Irwan Sabrie."
    assert signed(text) == [
        ("Pemerintah Kota Tarakan", "dr. Khairil, M.Kes.", "Wali Kota"),
        ("Pemerintah Kabupaten Nunukan", "H. Irwan Sabrie", "Bupati"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "I. DINAS SOSIAL KABUPATEN BLITAR, perangkat daerah yang beralamat di Jalan Melati, Kanigoro, dalam hal ini diwakili oleh Bambang Purwito, "
            "S.H. selaku Kepala Dinas, selanjutnya disebut PIHAK KESATU;",
            "II. UNIVERSITAS JAMBI, perguruan tinggi yang berkedudukan di Jalan Kenanga 3, Jambi, dalam hal ini diwakili oleh Prof. Dr. Hendra Wijaya, "
            "M.Si. selaku Rektor, selanjutnya disebut PIHAK KEDUA.",
        ),
        (
            "Dinas Sosial Kabupaten Blitar (Jalan Melati 2, Kanigoro) yang diwakili oleh Bambang Purwito, S.H., Kepala Dinas, selanjutnya disebut PIHAK "
            "KESATU, dan",
            "Universitas Jambi – Jalan Kenanga 3, Jambi – yang diwakili oleh Prof. Dr. Hendra Wijaya, M.Si., Rektor, selanjutnya disebut PIHAK KEDUA.",
        ),
        (
            "PIHAK KESATU: Dinas Sosial Kabupaten Blitar, Jl. Melati 2, diwakili Bambang Purwito, S.H. (Kepala Dinas)",
            "PIHAK KEDUA: Universitas Jambi, Gedung Rektorat Lantai 2, Jambi, diwakili Prof. Dr. Hendra Wijaya, M.Si. (Rektor)",
        ),
        (
            "| No | Instansi | Diwakili oleh | Jabatan |\n| 1 | Dinas Sosial Kabupaten Blitar, Jalan Melati, Kanigoro | Bambang Purwito, S.H. | Kepala Dinas |",
            "| 2 | Universitas Jambi, Mendalo, Jambi | Prof. Dr. Hendra Wijaya, M.Si. | Rektor |",
        ),
    ],
)
def test_a_partys_name_ends_before_its_address(first: str, second: str) -> None:
    told = signed(
        f"PERJANJIAN KERJA SAMA\nPada hari ini Senin tanggal 5 Mei 2025, kami:\n{first}\n{second}\nPasal 1\nTujuan"
    )
    expected = [
        (SOCIAL, "Bambang Purwito, S.H.", "Kepala Dinas"),
        (LEARNING, "Prof. Dr. Hendra Wijaya, M.Si.", "Rektor"),
    ]
    assert told == expected


def test_an_office_ends_before_where_its_holder_sits() -> None:
    text = """KESEPAKATAN BERSAMA
Pada hari ini Senin tanggal 5 Mei 2025, kami:
1. Bambang Purwito, S.H., Kepala Dinas Sosial Kabupaten Blitar berkantor di Kanigoro, mewakili Dinas Sosial Kabupaten Blitar, selanjutnya disebut PIHAK KESATU
2. Ratna Dewi, S.E., selaku Kepala Badan, selanjutnya bertindak mewakili Badan Keuangan Daerah Kota Batu, selanjutnya disebut PIHAK KEDUA
Pasal 1
Tujuan"""
    assert [office for _, _, office in signed(text)] == ["Kepala Dinas Sosial Kabupaten Blitar", "Kepala Badan"]


def test_the_bare_noun_for_whom_one_acts_is_the_body_of_the_office() -> None:
    text = """PERJANJIAN KERJA SAMA
Pada hari ini Senin tanggal 5 Mei 2025, kami:
I. Bambang Purwito, S.H. : Kepala Dinas Sosial Kabupaten Blitar, bertindak untuk dan atas nama Dinas, selanjutnya disebut PIHAK KESATU.
II. Ratna Dewi, S.E. : Kepala Badan Keuangan Daerah Kota Batu, bertindak untuk dan atas nama Badan, selanjutnya disebut PIHAK KEDUA.
Pasal 1
Tujuan"""
    assert [name for name, _, _ in signed(text)] == [SOCIAL, "Badan Keuangan Daerah Kota Batu"]


def test_the_head_of_a_region_and_the_person_stand_without_a_comma() -> None:
    text = """NOTA KESEPAHAMAN
Pemerintah Kabupaten Blitar, berkedudukan di Kanigoro, diwakili Bupati Blitar Joko Pranoto, S.H., M.Si. (PIHAK I), dan
Universitas Jambi, Jalan Kenanga 3, diwakili Rektor, Prof. Dr. Hendra Wijaya, M.Si. (PIHAK II), sepakat tentang Riset.
Pasal 1
Tujuan"""
    assert signed(text)[0] == ("Pemerintah Kabupaten Blitar", "Joko Pranoto, S.H., M.Si.", "Bupati Blitar")
