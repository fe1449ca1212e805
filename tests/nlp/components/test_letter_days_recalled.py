"""Letters that name an earlier visit, or the days that the other side asked for, before those that hold."""

from datetime import date

import pytest

from nlp.extract import extract
from nlp.extraction import DateType, Extraction
from tests.nlp.components.documents import source

HEAD = "PEMERINTAH KABUPATEN MANOKWARI\n\nManokwari, 9 Februari 2026\nNomor : 000.7/118/2026\nHal : {}\nYth. Wali Kota Sabang\ndi Sabang\n\nDengan hormat,\n"


def read(subject: str, body: str) -> Extraction:
    end = "\n\nDemikian, terima kasih.\n\nBUPATI MANOKWARI,\n\n\nHERMUS INDOU, S.IP."
    return extract(source(HEAD.format(subject) + body + end).pages)


def days(found: Extraction) -> tuple[date | None, date | None]:
    by_type = {fact.type: fact.date for fact in found.dates}
    return by_type.get(DateType.START), by_type.get(DateType.END)


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        (
            "Kunjungan Balasan",
            "Masih kami ingat rombongan Pemerintah Kota Sabang yang berkunjung ke Manokwari pada tanggal 7 sampai dengan 9 Oktober 2025. Untuk itu "
            "perkenankan kami bertandang ke Kota Sabang pada hari Selasa sampai dengan Kamis, 10–12 Maret 2026.",
        ),
        (
            "Permohonan Kunjungan Studi",
            "Pada tanggal 3 s.d. 5 Juni 2025 kami telah magang dan belajar pelaksanaan pelayanan di Kota Banda Aceh selama tiga hari. Kini kami bermaksud "
            "berkunjung ke Kota Sabang tanggal 10 s.d. 12 Maret 2026.",
        ),
        (
            "Jawaban atas Rencana Kunjungan",
            "Menindaklanjuti surat Penjabat Wali Kota Sabang Nomor 5/2026 tanggal 5 Januari 2026, yang bermaksud mengadakan studi tiru penyiapan tenaga kerja "
            "lokal pada Dinas Tenaga Kerja Kabupaten Manokwari tanggal 24 s.d. 26 Februari 2026, kami mohon kunjungan dapat diundurkan menjadi 10 s.d. 12 "
            "Maret 2026.",
        ),
    ],
)
def test_the_days_to_come_count(subject: str, body: str) -> None:
    assert days(read(subject, body)) == (date(2026, 3, 10), date(2026, 3, 12))


def test_what_is_over_counts_in_a_letter_about_it() -> None:
    body = (
        "Pegawai kami telah selesai magang di Kota Sabang pada tanggal 6 s.d. 17 Oktober 2025. Pembahasan bersama kami rencanakan tanggal 10 s.d. 12 Maret "
        "2026."
    )
    assert days(read("Penyampaian Hasil Magang", body)) == (date(2025, 10, 6), date(2025, 10, 17))


def test_those_who_announce_a_return_visit_come() -> None:
    body = (
        "Kami masih mengingat kehadiran Bapak dan rombongan Pemerintah Kota Sabang di Manokwari tanggal 21 s.d. 23 Oktober 2025.\n"
        "Bersama ini kami beritahukan bahwa kunjungan balasan kami laksanakan pada:\nhari/tanggal : Selasa s.d. Kamis, 10 - 12 Maret 2026"
    )
    found = read("Pemberitahuan Kunjungan Balasan", body)
    assert {party.name: party.role for party in found.parties} == {
        "Pemerintah Kabupaten Manokwari": "home",
        "Pemerintah Kota Sabang": "host",
    }
    assert [(visit.visitor, visit.reciprocal) for visit in found.visits] == [("Pemerintah Kabupaten Manokwari", True)]
