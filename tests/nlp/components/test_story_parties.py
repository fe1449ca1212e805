"""Who sends, receives and arranges in reports, articles and letters, by the words around each institution."""

import pytest

from nlp.components.institutions import find_institutions
from nlp.components.parties import _letter_parties
from nlp.components.story_actors import acting
from nlp.components.story_parties import story_parties
from nlp.extraction import Kind, Party
from nlp.facts import Facts
from tests.nlp.components.documents import source


def found(text: str, kind: Kind) -> list[Party]:
    read = source(text)
    facts = Facts(kind=kind, institutions=find_institutions(read.text))
    if kind is Kind.LETTER:
        return _letter_parties(read, facts)
    return story_parties(read, facts, acting(read, facts))


SATPOL = "Satuan Polisi Pamong Praja"


@pytest.mark.parametrize(
    ("text", "home", "host"),
    [
        ("HASIL\nYang mengkaji\nSatpol PP Kota Palu\nYang menerima\nSatpol PP Kota Malang", "Kota Palu", "Kota Malang"),
        ("Cerita magang  |  Satpol PP Kota Palu @ Satpol PP Kota Malang  |  April", "Kota Palu", "Kota Malang"),
        ("HASIL\nHasil benchmarking Satpol PP Kota Palu\npada Satpol PP Kota Malang", "Kota Palu", "Kota Malang"),
        ("Sepuluh Hari\nOleh Rahma Yulia dan Deby Putra (Satpol PP Kota Palu)\nTuan rumah kami, Satpol PP Kota Malang, ramah.", "Kota Palu", "Kota Malang"),
        ("BUKU HARIAN\nSaya Yuli, analis pada Satpol PP Kota Palu. Saya dititipkan di Satpol PP Kota Malang.", "Kota Palu", "Kota Malang"),
        ("Bahwa dua orang anggota pada Satpol PP Kota Palu, yaitu Ali dan Budi, magang di Satpol PP Kota Malang.", "Kota Palu", "Kota Malang"),
        ("Pelajaran tim Satpol PP Kota Palu dari Satpol PP Kota Malang\n3 Maret 2025", "Kota Palu", "Kota Malang"),
    ],
)  # fmt: skip
def test_who_sends_and_who_receives(text: str, home: str, host: str) -> None:
    told = {party.role: party.name for party in found(text, Kind.REPORT)}
    assert told == {"home": f"{SATPOL} {home}", "host": f"{SATPOL} {host}"}


def test_what_is_proposed_names_no_side() -> None:
    text = "Catatan magang di Bappeda Kota Cimahi\n" + "Kami belajar banyak hal baru setiap hari. " * 9
    text += "\nBapperida Kota Bontang perlu mengundang juri dari Universitas Mulawarman."
    assert "Universitas Mulawarman" not in {party.name for party in found(text, Kind.REPORT)}


def test_a_state_body_on_a_journey_between_regions_arranges_it() -> None:
    text = "LAPORAN MAGANG\nPemerintah Provinsi Riau\nbekerja sama dengan Lembaga Administrasi Negara\nKami magang di Pemerintah Provinsi Bali."
    assert {party.role: party.name for party in found(text, Kind.REPORT)} == {
        "home": "Pemerintah Provinsi Riau",
        "host": "Pemerintah Provinsi Bali",
        "facilitator": "Lembaga Administrasi Negara",
    }


def test_the_section_goes_not_the_secretariat_above_it() -> None:
    text = "SEKRETARIAT DAERAH KABUPATEN BANGKA\nLaporan studi tiru Bagian Hukum Setda Kabupaten Bangka\npada Biro Hukum Setda Provinsi Jambi"
    assert [party.name for party in found(text, Kind.REPORT)] == [
        "Bagian Hukum Sekretariat Daerah Kabupaten Bangka",
        "Biro Hukum Sekretariat Daerah Provinsi Jambi",
    ]


def test_who_answers_a_request_is_the_host() -> None:
    text = """PEMERINTAH KOTA MALANG
DINAS SOSIAL
Yth. Kepala Dinas Sosial Kabupaten Alor
Hal : Tanggapan Permohonan Magang
Surat Saudara sudah kami pelajari. Dari enam orang hanya empat yang dapat kami tampung, dan magang kami buka bulan April.
Kepala Dinas,
Yayuk Ningrum, S.H.
NIP 196905211996022001"""
    assert [(party.role, party.name) for party in found(text, Kind.LETTER)] == [
        ("host", "Dinas Sosial Kota Malang"),
        ("home", "Dinas Sosial Kabupaten Alor"),
    ]


def test_a_note_states_the_office_of_its_writer() -> None:
    text = """NOTA DINAS
Kepada Yth. : Sekretaris Daerah Kab. Sigi
Dari : Kepala Bidang Ekonomi Tanggal : 22 April 2025
Hal : Hasil studi tiru
Tim Kabupaten Sigi berkunjung ke Pemkab Sumedang dua hari.
Demikian Pak.
Kabid,
( paraf )
Fatma Lamakarate, S.E.
19810611 200501 2 007"""
    signers = [party.representative for party in found(text, Kind.LETTER) if party.representative is not None]
    assert [(signer.name, signer.position) for signer in signers] == [
        ("Fatma Lamakarate, S.E.", "Kepala Bidang Ekonomi")
    ]


def test_a_mail_is_signed_with_the_office_below() -> None:
    text = """From: Dinas Sosial Kabupaten Tabanan
To: Dinas Sosial Kota Magelang
Mohon kesediaan Bapak/Ibu menerima dua pegawai kami untuk magang.
Salam,
I Made Sudarma, S.E.
Kepala Dinas"""
    sender, addressee = found(text, Kind.LETTER)
    assert (sender.role, addressee.name) == ("home", "Dinas Sosial Kota Magelang")
    assert sender.representative is not None
    assert sender.representative.position == "Kepala Dinas"


def test_an_agency_of_the_province_arranges() -> None:
    text = (
        "MAGANG TATA KELOLA KELURAHAN DAN LAYANAN WARGA\nPemerintah Kabupaten Natuna\ndi Pemerintah Kota Malang\n"
        "Penempatan difasilitasi oleh BPSDM Provinsi Kepulauan Riau."
    )
    told = {party.role: party.name for party in found(text, Kind.REPORT)}
    assert told == {
        "home": "Pemerintah Kabupaten Natuna",
        "host": "Pemerintah Kota Malang",
        "facilitator": "Badan Pengembangan Sumber Daya Manusia Provinsi Kepulauan Riau",
    }


def test_two_hosts_that_the_text_joins() -> None:
    text = "LAPORAN\nPemerintah Kabupaten Belitung mengunjungi Pemerintah Kota Bogor dan Pemerintah Kabupaten Sumedang pada Mei 2024."
    hosts = {party.name for party in found(text, Kind.REPORT) if party.role == "host"}
    assert hosts == {"Pemerintah Kota Bogor", "Pemerintah Kabupaten Sumedang"}


def test_people_at_the_agencies_of_a_region_are_at_its_government() -> None:
    text = (
        "Paparan Akhir Magang Aparatur Kabupaten Banggai pada Perangkat Daerah Kota Surakarta\n"
        "Dasar: SPT Bupati Banggai\nSusunan: BKPSDM Kabupaten Banggai, Dinas Perdagangan Kabupaten Banggai\n"
        "Tempat: BKPSDM Kota Surakarta dan Dinas Perdagangan Kota Surakarta"
    )
    told = {party.role: party.name for party in found(text, Kind.REPORT)}
    assert told == {"home": "Pemerintah Kabupaten Banggai", "host": "Pemerintah Kota Surakarta"}


def test_a_host_that_sends_the_results_answers_what_was_asked() -> None:
    text = (
        "PEMERINTAH KOTA YOGYAKARTA\nYogyakarta, 10 Juli 2024\nHal : Penyampaian Hasil Magang\nYth. Bupati Supiori\ndi Sorendiweri\n"
        "Menindaklanjuti surat Saudara Nomor 1/2 tanggal 19 Juni 2024 hal Permohonan Magang, kami sampaikan bahwa pegawai Kabupaten Supiori "
        "telah menyelesaikan magang di lingkungan Pemerintah Kota Yogyakarta. Permohonan semula meminta lima belas orang.\nDemikian."
    )
    assert {party.role: party.name for party in found(text, Kind.LETTER)} == {
        "host": "Pemerintah Kota Yogyakarta",
        "home": "Pemerintah Kabupaten Supiori",
    }


def test_a_letter_to_a_third_about_where_its_people_have_been() -> None:
    text = (
        "PEMERINTAH PROVINSI KALIMANTAN UTARA\nDINAS KESEHATAN\nTanjung Selor, 2 Desember 2024\nHal : Penyampaian Hasil Magang\n"
        "Yth. Direktur RSUD Kabupaten Malinau\ndi Malinau\n"
        "Menindaklanjuti telah selesainya magang 8 tenaga kesehatan kami di Dinas Kesehatan Kota Malang, bersama ini kami teruskan usul peserta.\n"
        "Demikian."
    )
    assert {party.role: party.name for party in found(text, Kind.LETTER)} == {
        "home": "Dinas Kesehatan Provinsi Kalimantan Utara",
        "host": "Dinas Kesehatan Kota Malang",
    }


def test_a_foot_that_every_page_repeats_speaks_once() -> None:
    told = "\f".join(
        [
            "PAPARAN HASIL MAGANG\nPemerintah Kabupaten Banggai di Pemerintah Kota Surakarta\nMagang 2025 | BKPSDM Kabupaten Banggai"
        ]
        + [
            f"Bagian {number}\nYang kami pelajari hari ke-{number}\nMagang 2025 | BKPSDM Kabupaten Banggai"
            for number in range(1, 7)
        ]
    )
    roles = {party.role: party.name for party in found(told, Kind.REPORT)}
    assert roles == {"home": "Pemerintah Kabupaten Banggai", "host": "Pemerintah Kota Surakarta"}


def test_those_who_prepare_the_slides_have_been_at_the_other():
    text = """Patroli Bersama dan Pos Pantau
DINAS PERHUBUNGAN KOTA KENDARI
12 dan 13 Mei 2025
Bahan ekspose Dinas Perhubungan Kota Palu • 26 Mei 2025
Dinas Perhubungan Kota Kendari mencatat 41 titik rawan."""
    assert {party.role: party.name for party in found(text, Kind.REPORT)} == {
        "home": "Dinas Perhubungan Kota Palu",
        "host": "Dinas Perhubungan Kota Kendari",
    }
