"""Participants in the layouts and wordings of offices met later: lists, cards, rows, replies, and those who are none."""

import pytest

from nlp.components.participants import find_annexed, find_participants
from nlp.components.people_names import find_nips
from nlp.extract import extract
from tests.nlp.components.documents import source


def _names(text: str) -> list[str]:
    return [person.name for person in find_participants(source(text)).people]


def _count(text: str) -> int | None:
    return find_participants(source(text)).count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lampiran: Susunan Rombongan\n1. Darto Wibowo, S.E. – Kabid Pasar\n2. Armi – Petugas loket", 2),
        ("# Tim kami\nPenanggung jawab:\nIr. Darto Wibowo\nInspektur\nAnggota:\nSari Melati, S.Ak.\nAuditor Muda", 2),
        ("# Perjalanan\nWho\nDarto Wibowo, S.H. Analis Hukum\nSukri Petugas Loket\nWhy\nAgar waktu tunggu turun", 2),
        ("# Tiga arsiparis, sepuluh hari\n(foto)\nDarto Wibowo, S.IP.\nArsiparis Muda\n(foto)\nSari Melati\nArsiparis", 2),
        ("# Siapa ikut?\nDarto Wibowo, S.T.\nIV/a Kepala Pelaksana\nZul M. Amin III/a Analis Bencana\nMun - relawan RAPI", 3),
        ("# Surat\nKami hadapkan dua orang pegawai untuk magang, sebagai berikut:\n1. Darto Wibowo, Pengolah Data; dan\n2. Sari Melati, S.H.", 2),
        ("# LAPORAN\nOleh: Darto Wibowo, S.E., dan Sari Melati, S.H.", 2),
        ("# Kelompok II\nKetua: Darto Wibowo, S.E.\nAnggota: Sari Melati, S.H.; Joko Susilo", 3),
        ("# Susunan Tim\nKetua : Darto Wibowo, S.E.\nAnggota : 1. Joko Susilo\n2. Ani Lestari", 3),
        ("# Peserta\n1. Darto Wibowo, S.E. (Kabid)\n2. Sari Melati (Analis)\n3. Yohanes", 3),
        ("# Pembagian\n| Peserta | Lokus |\n| Darto Wibowo | Bappeda |\n| Sari Melati | BKD |", 2),
        ("# Peserta\n| Lokus | Peserta |\n| Bappeda | 1. Darto Wibowo, S.E. 2. Sari Melati, S.H. |", 2),
        ("# Cerita\nTim dipimpin Darto Wibowo, S.E. dengan anggota Sari Melati, S.H., dan Joko Susilo, A.Md.", 3),
        ("# Cerita\nDua peserta asal Dinas Sosial, Darto Wibowo dan Sari Melati, mengaku terkesan.", 2),
        ("# Cerita\nPeserta lain, Sari Melati, menyoroti antrean.", 1),
        ("# Cerita\n“Kami belajar banyak,” kata Sari Melati, peserta magang dari Dinas Sosial.", 1),
    ],
)  # fmt: skip
def test_names_in_more_layouts(text: str, names: int):
    assert len(_names(text)) == names


def test_one_without_a_nip_in_a_row_of_others():
    found = find_participants(
        source(
            "# Rombongan\nDarto Wibowo, S.E. (198011212000121001), Kepala Satuan; Drs. Umar Said (196912051995031004), Sekretaris; Saut Lubis, anggota regu."
        )
    )
    assert found.count == 3
    assert [person.name for person in found.people][-1] == "Saut Lubis"


@pytest.mark.parametrize(
    "text",
    [
        "# Saran\n| Lokus | Jml | Pembimbing | Saran |\n| Dinas A | 4 | Darto Wibowo\\nNIP 197612122001122002 | SOP |\n| Dinas B | 3 | Umar Said\\nNIP 198001152005011003 | SIPD |",
        "# Pengantar\nKami berterima kasih kepada Bapak Darto Wibowo, S.E. (NIP 197203111998031007) atas waktunya.",
        "# Cerita\nAda Ibu Sari Melati (NIP 196908151994032004), arsiparis madya yang membimbing kami di depo.",
        "# Catatan\nRombongan: lima dari Kominfo dan dua camat (Tasifeto Barat dan Raihat).",
        "# Siapa dan di mana\n- Depo Arsip Jalan Alianyang\n- Taman Kota Lama",
        "# Dua pejabat yang menerima kami\nDarto Wibowo, S.E.\nKepala Bidang\nSari Melati\nAnalis",
        "# Hari pertama\nKami ditemui dua pejabat, yaitu Darto Wibowo dan Sari Melati.",
        "# Berita\nPara peserta, Kepala BKD, dan Sekda, Darto Wibowo, hadir.",
        "# Kabar\nOleh: Kadek Ayu dan Wayan Sari\nFestival dibuka.",
    ],
)
def test_mentors_hosts_and_places_are_nobody(text: str):
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Anggota: 6 (enam) orang", 6),
        ("Empat belas utusan Pemkab Ende memilih magang di Kota Batu.", 14),
        ("Magang dimohonkan bagi delapan orang. Jumlah yang dapat kami tampung lima orang.", 5),
        ("Dari rencana 10 orang, yang berangkat 8 orang.", 8),
        ("Pada 2022 kota itu sudah pernah mengirim 20 orang magang.", None),
        ("Selama dua pekan, ke-12 peserta magang bekerja di empat OPD.", 12),
        ("Dari 15 peserta, banyak yang baru.", 15),
        ("Magang ini saya jalani seorang diri.", 1),
        ("Kelompok kami (5 orang) ditempatkan di BKD.", 5),
        ("Kami diterima tiga pejabat dan magang.", None),
        ("Tim Penggerak PKK sebanyak 40 orang menyambut rombongan.", None),
    ],
)
def test_counts_in_more_words(text: str, count: int | None):
    assert _count(f"# Pelaksanaan\n{text}") == count


def test_large_figures_on_a_slide():
    assert _count("# Angka\n- 12\n- Peserta\n- 5\n- OPD") == 12
    assert _count("# Kondisi\n- 45\n- Pegawai") is None


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Enam peserta berasal dari Bagian Organisasi (tiga orang), Inspektorat (satu orang) dan Bappeda (dua orang).", [3, 1, 2]),
        ("Mereka terdiri atas tiga camat, enam kepala desa, dan lima pegawai Dinas Pariwisata.", [3, 6, 5]),
        ("Dari 15 peserta, 5 orang merupakan administrator, 4 orang pengawas, dan 6 orang pelaksana.", [5, 4, 6]),
        ("Peserta berasal dari 3 OPD: Bappeda 2 orang; BKD 3 orang; Diskominfo 1 orang.", [2, 3, 1]),
        ("Ada 14 peserta, masing-masing 2 orang JPT Pratama, 4 orang Administrator, dan 8 orang Pengawas.", [2, 4, 8]),
        ("Jumlah peserta 9 orang dengan rincian:\n1. Eselon III = 4 orang\n2. Staf = 5 orang", [4, 5]),
        ("| Perangkat daerah | Orang |\n| Setda | 4 |\n| Diskominfo | 2 |\n| Jumlah | 6 |", [4, 2]),
        ("Peserta 6 orang dibagi ke tiga lokus: Bappeda 2 orang, BKD 2 orang, dan Inspektorat 2 orang.", []),
        ("Hari kedua di ruang tim teknis: dua belas kursi, satu layar, tidak ada map.", []),
    ],
)  # fmt: skip
def test_parts_in_more_words(text: str, counts: list[int]):
    assert [group.count for group in find_participants(source(f"# Pelaksanaan\n{text}")).groups] == counts


def test_parts_of_merged_cells_right_of_the_names():
    table = "# Siapa di mana\n| Nama | Unit asal | Lokus |\n| Darto Wibowo, S.E. | BKD | X |\n| Umar Said, S.H. | ^ | X |\n| Sari Melati, S.T. | Setda | Y |"
    assert [(group.label, group.count) for group in find_participants(source(table)).groups] == [
        ("BKD", 2),
        ("Setda", 1),
    ]


def test_an_agreement_counts_neither_mentors_nor_words_twice():
    clause = "# Pasal 3\nPESERTA\nPIHAK KEDUA mengirim 8 (delapan) orang pegawai untuk magang.\nPIHAK KESATU menunjuk 2 (dua) orang pembimbing."
    assert find_annexed(source(clause)).count == 8
    parts = "# Pasal 3\nPESERTA\nPeserta terdiri dari dokter 3 (tiga) orang dan ahli laboratorium medik 2 (dua) orang, jumlah 5 (lima) orang."
    assert [group.count for group in find_annexed(source(parts)).groups] == [3, 2]


@pytest.mark.parametrize(
    "written",
    ["NIP.197803152005011002", "S.E./197803152005011002", "1978 0315 2005 01 1 002", "19780315/200501/1/002"],
)
def test_a_nip_close_to_its_label_or_in_other_groups(written: str):
    assert [nip.digits for nip in find_nips(written)] == ["197803152005011002"]


def test_a_reply_says_by_name_who_is_placed_where() -> None:
    text = """PEMERINTAH KOTA KUPANG
BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA
Kupang, 17 Februari 2025
Nomor : 800.1.4.1/267/BKPSDM/2025
Perihal : Persetujuan Magang
Yth. Kepala BKPSDM Kabupaten Ngada
di Bajawa
Membalas surat Saudara Nomor 800/112/BKPSDM tanggal 3 Februari 2025, dari enam orang yang diusulkan kami dapat menerima lima orang, dengan penempatan:
a. Maria Fatima Soro, S.Psi. dan Theresia Noy, S.E. pada BKPSDM;
b. Kristoforus Rawi, S.Kom. pada Dinas Komunikasi dan Informatika;
c. Sdri. Agnes Bupu, A.Md. pada Dinas Perpustakaan dan Kearsipan;
d. Paulus Redo, S.IP. pada Inspektorat Daerah.
Selama magang peserta didampingi Sdri. Retno Wulandari,
S.E., Ak. (NIP 19750612 200003 2 001) selaku koordinator pembimbing.
Demikian untuk menjadi maklum.
Kepala Badan,
Ir. Adriana Lay, M.M."""
    found = extract(source(text).pages)
    assert [person.name for person in found.participants.people] == [
        "Maria Fatima Soro, S.Psi.",
        "Theresia Noy, S.E.",
        "Kristoforus Rawi, S.Kom.",
        "Agnes Bupu, A.Md.",
        "Paulus Redo, S.IP.",
    ]
    assert [(placement.unit, placement.count) for placement in found.placements] == [
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Kupang", 2),
        ("Dinas Komunikasi dan Informatika Kota Kupang", 1),
        ("Dinas Perpustakaan dan Kearsipan Kota Kupang", 1),
        ("Inspektorat Daerah Kota Kupang", 1),
    ]
