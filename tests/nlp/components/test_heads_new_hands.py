"""Titles, numbers, parties and participants in papers of offices met last: decks, records of handing over, letters of others."""

import pytest

from nlp.components.headline import headline
from nlp.components.institutions import find_institutions
from nlp.components.numbers import numbers_of
from nlp.components.participants import find_participants
from nlp.components.parties import contract_parties
from nlp.components.title import title_of
from nlp.extract import extract
from nlp.extraction import Kind
from tests.nlp.components.documents import source


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("KOPI TANPA AMPAS\nCatatan Magang Pengelolaan Kebun di Jawa Timur", "Kopi Tanpa Ampas: Catatan Magang Pengelolaan Kebun di Jawa Timur"),
        ("MENUJU ZONA HIJAU\nOLEH-OLEH STUDI TIRU TATA LAKSANA PERIZINAN", "Menuju Zona Hijau: Oleh-Oleh Studi Tiru Tata Laksana Perizinan"),
        ("KOPI TANPA AMPAS\nCatatan akhir magang penyuluh dan petani", "Kopi Tanpa Ampas"),
        ("KOPI TANPA AMPAS\nHasil Magang Dinas Pertanian Kabupaten Garut di Kota Malang", "Kopi Tanpa Ampas"),
    ],
)  # fmt: skip
def test_a_saying_and_the_line_that_tells_what_it_is_of(lines: str, title: str):
    assert title_of(source(f"# {lines}\nMei 2024\n===\n# Latar\nIsi.", file_format="pptx"), Kind.REPORT) == title


@pytest.mark.parametrize(
    "below",
    ["Yang terhormat\nIbu Bupati Garut", "Sdr. Kepala Dinas Kearsipan Provinsi Bali", "Bapak Wali Kota Madiun", "Saudara Kepala Bappeda Kota Batu"],
)  # fmt: skip
def test_the_addressee_is_no_part_of_what_a_letter_is_about(below: str):
    text = f"Nomor : 800/12/BKD/2024\nHal : Permohonan Tempat Magang Arsiparis\n{below}\ndi tempat\nDengan hormat,"
    assert title_of(source(text), Kind.LETTER) == "Permohonan Tempat Magang Arsiparis"


def test_where_and_when_below_a_title_in_capitals():
    text = "LAPORAN MAGANG PENATAAN ARSIP DINAMIS\npada Biro Umum Provinsi Bali, 19 Februari s.d. 1 Maret 2024\nNomor : 045/1/2024"
    assert title_of(source(text), Kind.REPORT) == "Laporan Magang Penataan Arsip Dinamis"


def test_a_record_of_handing_over():
    text = """BERITA ACARA SERAH TERIMA
PESERTA MAGANG KABUPATEN PASER
PADA PERANGKAT DAERAH KOTA BATU
Nomor : 800/1/BKD/2024
Pada hari ini Senin tanggal 1 Juli 2024 kami masing-masing:
I. Nama Ir. Darto Wibowo, M.T.
NIP 196703251994031004
Jabatan Kepala Badan Kepegawaian Daerah Kabupaten Paser, bertindak untuk dan atas nama Pemerintah Kabupaten Paser
selanjutnya disebut PIHAK YANG MENYERAHKAN;
II. Nama Sari Melati, S.H.
NIP 197104161997022003
Jabatan Plh. Kepala Badan Kepegawaian Kota Batu, bertindak untuk dan atas nama Pemerintah Kota Batu
selanjutnya disebut PIHAK YANG MENERIMA.
PIHAK YANG MENYERAHKAN telah menyerahkan 2 (dua) orang peserta magang:
1. Joko Susilo, S.E. (NIP 198001012005011001)
2. Ani Lestari, S.H. (NIP 198101012005012002)
Saksi-saksi:
1. Drs. Agus Salim, NIP 196812011990031005
"""
    found = extract(source(text).pages)
    assert found.title == "Serah Terima Peserta Magang Kabupaten Paser pada Perangkat Daerah Kota Batu"
    assert [person.name for person in found.participants.people] == ["Joko Susilo, S.E.", "Ani Lestari, S.H."]
    if found.kind is Kind.OTHER:
        signers = {
            p.role: (p.representative.name, p.representative.position) for p in found.parties if p.representative
        }
        assert signers == {
            "home": ("Ir. Darto Wibowo, M.T.", "Kepala Badan Kepegawaian Daerah Kabupaten Paser"),
            "host": ("Sari Melati, S.H.", "Plh. Kepala Badan Kepegawaian Kota Batu"),
        }


def test_the_headline_stands_above_the_day_and_the_author():
    text = "MENU\n» Profil Dinas\n» Berita\nPENGUMUMAN\nLelang Kendaraan Dinas Roda Dua\nBelajar Arsip, Sepuluh Pegawai Paser Sebulan di Batu\nKategori: Pemerintahan | Diposting: Selasa, 05 Maret 2024 | Oleh: admin\nBatu – Sepuluh pegawai diterima."
    assert headline(source(text)) == "Belajar Arsip, Sepuluh Pegawai Paser Sebulan di Batu"


def test_the_numbers_of_further_parties_stand_alone_below_the_first():
    text = "KESEPAKATAN BERSAMA\nANTARA\nPEMERINTAH KABUPATEN PASER\nDAN\nPEMERINTAH KOTA BATU\nTENTANG\nPERTUKARAN PEGAWAI\nNomor 100.3/34/KB/2024\n134/1182/KSD/XI/2024\nPada hari ini Sabtu tanggal 30 November 2024, bertempat di Batu, yang bertanda tangan di bawah ini:"
    assert numbers_of(source(text), Kind.MOU) == ["100.3/34/KB/2024", "134/1182/KSD/XI/2024"]


def test_parties_that_the_opening_names_in_brackets():
    text = """PERJANJIAN KERJA SAMA
Perjanjian ini (selanjutnya disebut “Perjanjian”) dibuat di Mataram pada hari Kamis, 17 Juli 2025, oleh dan antara:
(1) Ir. Darto Wibowo, M.Si., Kepala Dinas Pertanian Kabupaten Paser, dalam hal ini sah mewakili untuk dan atas nama Pemerintah Kabupaten Paser, berkantor di Jalan Melati (“Pemerintah”);
(2) Prof. Sari Melati, M.Agr., Dekan Fakultas Pertanian Universitas Jambi, bertindak untuk dan atas nama Fakultas Pertanian Universitas Jambi (“Fakultas”); dan
(3) Joko Susilo, S.E., Direktur Kredit, oleh karena itu sah mewakili PT Bank Sejahtera, berkedudukan di Jambi (“Bank”).
Pasal 1
Tujuan."""
    read = source(text)
    found = contract_parties(read, find_institutions(read.text))
    assert [(party.name, party.representative and party.representative.name) for party in found] == [
        ("Pemerintah Kabupaten Paser", "Ir. Darto Wibowo, M.Si."),
        ("Fakultas Pertanian Universitas Jambi", "Prof. Sari Melati, M.Agr."),
        ("PT Bank Sejahtera", "Joko Susilo, S.E."),
    ]


def test_an_applicant_who_invites_in_return_remains_home():
    text = """PEMERINTAH KABUPATEN PASER
SEKRETARIAT DAERAH
Tana Paser, 4 September 2025
Nomor : 800/612/IX/2025
Hal : Permohonan Tempat Magang
Yth. Wali Kota Batu
di Batu
Dengan hormat, kami sampaikan hal-hal sebagai berikut, hasil pembicaraan daring dengan Saudara tanggal 20 Agustus yang lalu di Malang:
1. Kami mohon perkenan Saudara menerima enam pegawai kami untuk melaksanakan magang pada perangkat daerah Pemerintah Kota Batu mulai 6 Oktober sampai dengan 17 Oktober 2025.
2. Kami mengundang tim Pemerintah Kota Batu berkunjung balik ke Tana Paser pada Februari 2026.
Atas perhatian Saudara diucapkan terima kasih.
Sekretaris Daerah,
Drs. Darto Wibowo, M.Si.
NIP 19690412 199303 1 009
"""
    roles = {party.role: party.name for party in extract(source(text).pages).parties}
    assert roles == {"home": "Pemerintah Kabupaten Paser", "host": "Pemerintah Kota Batu"}


@pytest.mark.parametrize(
    "line",
    [
        "Program magang ini dirancang oleh Lembaga Administrasi Negara sebagai bagian dari afirmasi.",
        "Kegiatan dikoordinasikan oleh Lembaga Administrasi Negara.",
    ],
)
def test_who_designs_a_programme_arranges_it(line: str):
    text = f"Sepuluh Pegawai Paser Magang di Batu\nBatu, 4 Maret 2024 – Kedatangan sepuluh pegawai Pemerintah Kabupaten Paser untuk magang diterima Pemerintah Kota Batu. {line}"
    roles = {party.role: party.name for party in extract(source(text).pages).parties}
    assert roles.get("facilitator") == "Lembaga Administrasi Negara"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# Tim dan tempat belajar\n| Tim | Orang | Tempat |\n| Pustaka | Indra Jaya, S.Hum. dan Lilis Suryani, A.Md. | Perpustakaan |\n| Arsip | Joko Susilo, S.E. | Depo |",
            ["Indra Jaya, S.Hum.", "Lilis Suryani, A.Md.", "Joko Susilo, S.E."],
        ),
        ("# Tim\n| Tim | Orang |\n| Pustaka | 3 |\n| Arsip | 4 |", []),
        (
            "# Pelaksanaan\nKetua kelompok: Ns. Ani Lestari, S.Kep. Sekretaris: Joko Susilo, A.Md. Kelompok A berangkat Juni.",
            ["Ns. Ani Lestari, S.Kep.", "Joko Susilo, A.Md."],
        ),
        (
            "# Cerita\n“Kami belajar memilah,” tutur Joko Susilo, pengawas lingkungan yang sebulan penuh mengikuti magang di sana.",
            ["Joko Susilo"],
        ),
        (
            "# Cerita\nPara peserta diantar oleh Kepala Bidang kami, Sdr. Joko Susilo, S.E. (NIP 197512042003121005), yang akan segera kembali.",
            [],
        ),
    ],
)
def test_participants_by_role_and_team(text: str, names: list[str]):
    assert [person.name for person in find_participants(source(text)).people] == names


def test_who_arranges_writes_to_both_sides():
    text = """LEMBAGA ADMINISTRASI NEGARA REPUBLIK INDONESIA
PUSAT PELATIHAN DAN PENGEMBANGAN
Nomor : 1187/K.4/PDP/2025
Hal : Penundaan Magang Pejabat Kabupaten Paser
Yth.
1. Sekretaris Daerah Kabupaten Paser, di Tana Paser
2. Sekretaris Daerah Kota Batu, di Batu
Dengan ini kami sampaikan bahwa kegiatan di bawah ini ditunda menurut tabel berikut.
| Kegiatan | Semula | Menjadi |
| Magang 9 pejabat Kabupaten Paser di Kota Batu: – Dinas Sosial (5 orang) – Bappeda (4 orang) | 13 Oktober 2025 | 10 November 2025 |
| Kunjungan balik Pemerintah Kota Batu ke Kabupaten Paser | 1 Desember 2025 | 9 Desember 2025 |
Kami mohon Saudara menerbitkan perubahan surat tugas.
Kepala Pusat,
Dr. Sari Melati, M.H.
"""
    found = extract(source(text).pages)
    assert {party.role: party.name for party in found.parties} == {
        "home": "Pemerintah Kabupaten Paser",
        "host": "Pemerintah Kota Batu",
        "facilitator": "Lembaga Administrasi Negara",
    }
    assert [(item.unit, item.count) for item in found.placements] == [
        ("Dinas Sosial Kota Batu", 5),
        ("Badan Perencanaan Pembangunan Daerah Kota Batu", 4),
    ]
