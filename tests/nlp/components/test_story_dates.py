"""First and last day of a programme where other days stand near, and what heads an article or a report."""

from datetime import date

import pytest

from nlp.extract import extract
from nlp.extraction import DateType
from tests.nlp.components.documents import source

REPORT = "LAPORAN MAGANG\nDinas Sosial Kota Palu di Dinas Sosial Kota Malang\n\n"


def programme(text: str) -> tuple[date | None, date | None]:
    told = {fact.type: fact.date for fact in extract(source(text).pages).dates}
    return told.get(DateType.START), told.get(DateType.END)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("Berangkat 1 Maret 2026, mulai bekerja Senin 2 Maret 2026, selesai Selasa 31 Maret 2026.\n\nDi kecamatan dua hari, 25–26 Maret 2026.", date(2026, 3, 2), date(2026, 3, 31)),
        ("Kegiatan hari Senin s.d. Rabu, 9, 10 dan 11 Desember 2024.\n\nKami menawarkan kunjungan ke Palu, 24 sampai 26 Desember 2025.", date(2024, 12, 9), date(2024, 12, 11)),
        ("Hari pertama: Senin, 5 Februari 2024\nHari kedua: Selasa, 6 Februari 2024\nHari ketiga: Rabu, 7 Februari 2024", date(2024, 2, 5), date(2024, 2, 7)),
        ("III. Waktu dan Tempat\nSelasa (3/2/2026) sampai dengan Kamis (5/2/2026) di Dinas Sosial Kota Malang.\n\nTuan rumah mengundang kita kembali pada 18–19 Mei 2026.", date(2026, 2, 3), date(2026, 2, 5)),
        ("Berangkat Rabu 9 April, tiba kembali Sabtu 12 April; kegiatan di Malang Kamis–Jumat, 10–11 April 2025.", date(2025, 4, 10), date(2025, 4, 11)),
        ("Karena 3 s.d. 14 Maret 2025 bertepatan dengan uji kompetensi, magang dilaksanakan pada 17 s.d. 28 Maret 2025.", date(2025, 3, 17), date(2025, 3, 28)),
    ],
)  # fmt: skip
def test_the_programme_among_other_days(told: str, first: date, last: date) -> None:
    assert programme(REPORT + told) == (first, last)


def test_the_row_of_copies_in_the_head_of_a_note_ends_nothing() -> None:
    text = (
        "NOTA DINAS\nYth.\n: Kepala Dinas\nDari\n: Ketua Tim\nTembusan\n: Sekretaris\nSifat\n: Penting\nHal\n: Laporan Studi Tiru\n\n"
        "Studi tiru berlangsung pada Dinas Sosial Kota Malang, 4 s.d. 6 November 2025, diikuti pegawai Dinas Sosial Kota Palu."
    )
    assert programme(text) == (date(2025, 11, 4), date(2025, 11, 6))


def test_what_a_reply_offers_counts_not_what_was_asked_for() -> None:
    text = (
        "PEMERINTAH KOTA MALANG\nDINAS SOSIAL\n\nMalang, 15 Desember 2025\nNomor : 1/2\nHal : Kesediaan Menerima Magang\n\n"
        "Yth. Kepala Dinas Sosial Kota Palu\ndi Palu\n\nMembalas surat Saudara Nomor 5/6 tanggal 20 November 2025 yang memohon tempat magang pada "
        "12 s.d. 23 Januari 2026, kami sampaikan bahwa pada prinsipnya kami bersedia.\n\nWaktu yang dapat kami sediakan ialah 19 s.d. 30 Januari 2026.\n\n"
        "Demikian.\n\nKepala Dinas,\nAni Lestari, S.Sos.\n"
    )
    assert programme(text) == (date(2026, 1, 19), date(2026, 1, 30))


def test_a_note_to_the_editors_and_the_office_of_a_page_are_no_headline() -> None:
    body = "\n\nMALANG, 4 Agustus 2025 – Pemerintah Kota Malang menerima lima pegawai Pemerintah Kota Palu yang magang hingga 29 Agustus 2025. Mereka belajar di Dinas Sosial."
    head = "Kota Malang Terima Lima Pegawai Magang dari Palu"
    assert extract(source(f"SIARAN PERS\nDapat disiarkan segera\n\n{head}{body}").pages).title == head


def test_a_city_that_is_no_institution_goes_on_with_the_title() -> None:
    text = "PEMERINTAH KOTA PALU\nLAPORAN STUDI BANDING\nKota yang Ramah Tamu: Belajar dari Kota Malang\n\n1. Gambaran\nTim Pemerintah Kota Palu berada di Malang."
    assert extract(source(text).pages).title == "Laporan Studi Banding Kota yang Ramah Tamu: Belajar dari Kota Malang"
