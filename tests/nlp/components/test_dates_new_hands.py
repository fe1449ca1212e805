"""Days in layouts met later: a line of facts, a page's credits, a record's own day, a table of changes, a journey that goes on."""

from datetime import date

import pytest

from nlp.components.towns import town_of
from nlp.extract import extract
from nlp.extraction import DateType
from tests.nlp.components.documents import source

REPORT = "LAPORAN MAGANG\nDinas Sosial Kota Palu di Dinas Sosial Kota Malang\n\n"


def told(text: str) -> dict[DateType, date]:
    return {fact.type: fact.date for fact in extract(source(text).pages).dates}


@pytest.mark.parametrize(
    "line",
    [
        "14 Juli – 1 Agustus 2025 • 6 orang • 3 lokus • Dasar: SPT Nomor 800.1.11.1/412 tanggal 9 Juli 2025",
        "Magang berlangsung dari Senin 14 Juli 2025 sarnpai dengan Jumat 1 Agustus 2025 di Malang.",
        "di Dinas Sosial Kota Malang, 14 Juli – 1 Agustus 2025\n\nTuan rumah mengirim dua petugas ke Palu, 8–12 September 2025, sebagai kunjungan balasan.",
    ],
)
def test_first_and_last_day(line: str) -> None:
    days = told(REPORT + line)
    assert (days[DateType.START], days[DateType.END]) == (date(2025, 7, 14), date(2025, 8, 1))


def test_the_day_beside_the_credits_of_a_page() -> None:
    text = (
        "Pulang dari Malang, 12 Pegawai Palu Bawa Tiga Usul\nKamis, 16 Oktober 2025 14.22 WITA · Penulis: Nia Sari · Foto: Tim · Dibaca 418 kali\n\n"
        "PALU – Dua belas pegawai Dinas Sosial Kota Palu pulang dari magang di Kota Malang, Rabu (15/10).\n"
    )
    assert told(text)[DateType.PUBLISHED] == date(2025, 10, 16)


def test_a_record_counts_from_its_own_day() -> None:
    text = (
        "BERITA ACARA SERAH TERIMA PESERTA MAGANG\nKota Palu pada Kota Malang\n\nPada hari ini Senin tanggal 15 Juli 2024, bertempat di Malang, telah "
        "diserahkan 10 (sepuluh) orang peserta magang.\n\n1. Magang terhitung sejak tanggal berita acara ini sampai dengan Jumat, 2 Agustus 2024.\n"
    )
    days = told(text)
    assert (days[DateType.START], days[DateType.END]) == (date(2024, 7, 15), date(2024, 8, 2))


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("Bangsal Sewoko, Wonosari", "Wonosari"),
        ("Siti Hinggil, Wonosari", "Wonosari"),
        ("Labuan Bajo, Manggarai Barat", "Labuan Bajo"),
    ],
)
def test_a_room_before_its_town(written: str, town: str) -> None:
    assert town_of(written) == town


@pytest.mark.parametrize(
    "invitation",
    [
        "Selanjutnya, kami mengundang Saudara untuk melakukan kunjungan balasan ke Palu antara tanggal 10 dan 14 Februari 2025.",
        "Kunjungan balasan Saudara kami jadwalkan pada minggu kedua Februari, antara tanggal 10 dan 14 Februari 2025.",
    ],
)
def test_a_letter_that_thanks_and_invites_back_is_about_the_days_it_thanks_for(invitation: str) -> None:
    text = (
        "PEMERINTAH KOTA PALU\nDINAS SOSIAL\n\nPalu, 18 November 2024\nNomor : 000.8/187/DINSOS\n"
        "Hal : Ucapan Terima Kasih dan Undangan Kunjungan Balasan\n\nYth. Kepala Dinas Sosial Kota Malang di Malang\n\n"
        "Kami mengucapkan terima kasih atas penerimaan Saudara terhadap rombongan Dinas Sosial Kota Palu dalam studi tiru layanan lansia, "
        f"29–31 Oktober 2024.\n\n{invitation}\n"
    )
    days = told(text)
    assert (days[DateType.START], days[DateType.END]) == (date(2024, 10, 29), date(2024, 10, 31))
