"""Visits told without a word for a visit, notes and rows of plans, and which way letters and agreements send people."""

from datetime import date
from typing import Any

import pytest

from nlp.components.visits import find_visits
from nlp.extract import extract
from nlp.extraction import Kind, Visit
from tests.nlp.components.documents import facts, source

HOME = "Pemerintah Kabupaten Sikka"
HOST = "Pemerintah Kota Batu"
COMES = (HOST, HOME)
GOES = (HOME, HOST)
TODAY = date(2025, 10, 6)


def visits(text: str, kind: Kind = Kind.REPORT, **given: Any) -> list[Visit]:
    given = {"home": HOME, "host": HOST, "published": TODAY, **given}
    return find_visits(source(text), facts(kind, **given))


def ways(text: str, kind: Kind = Kind.REPORT, **given: Any) -> list[tuple[str | None, str | None, date | None]]:
    return [(visit.visitor, visit.host, visit.start) for visit in visits(text, kind, **given)]


@pytest.mark.parametrize(
    ("sentence", "way", "start"),
    [
        ("Pada 9 Februari 2026 delegasi Kota Batu dijadwalkan berada di Maumere.", COMES, date(2026, 2, 9)),
        ("Tim Kota Batu sudah kami jadwalkan ke Maumere, 10-12 Februari 2026.", COMES, date(2026, 2, 10)),
        ("Kota Batu siap mengirim dua pelatih ke Maumere pada 3 Maret 2026.", COMES, date(2026, 3, 3)),
        ("Narasumber dari Kota Batu akan didatangkan ke Sikka pada Maret 2026.", COMES, date(2026, 3, 1)),
        ("Kawan-kawan Kota Batu kita tunggu pada bulan Februari 2026 di Maumere.", COMES, date(2026, 2, 1)),
        ("Kota Batu akan memantau penerapannya langsung di Sikka pada 3 Maret 2026.", COMES, date(2026, 3, 3)),
        ("Wali Kota Batu telah menyatakan kesediaannya berkunjung ke Maumere pada 3 Maret 2026.", COMES, date(2026, 3, 3)),
        ("Rencana: Kota Batu ke Maumere, 12 Januari 2026!", COMES, date(2026, 1, 12)),
        ("Kota Batu menawarkan kepada kami kunjungan lanjutan pada November 2025.", GOES, date(2025, 11, 1)),
        ("Kota Batu tertarik dan akan mengirim delegasi pada Maret 2026.", COMES, date(2026, 3, 1)),
        ("Pada Februari 2026 kami kembali ke Kota Batu untuk melihat hasilnya.", GOES, date(2026, 2, 1)),
        ("Kepala Dinas Pariwisata Kabupaten Sikka diundang ke Kota Batu pada 17 Oktober 2025.", GOES, date(2025, 10, 17)),
        ("Tim kedua dijadwalkan berangkat ke Kota Batu pada 2 Maret 2026.", GOES, date(2026, 3, 2)),
    ],
)  # fmt: skip
def test_people_of_one_side_at_the_other_on_a_day_to_come(sentence: str, way: tuple[str, str], start: date) -> None:
    assert ways(sentence) == [(*way, start)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Seluruh peserta akan kembali bertugas di Maumere pada 22 Oktober 2025.",
        "Sertifikat akan dikirim Kota Batu ke Maumere pada November 2025.",
        "Kota Batu mengirim dua narasumber secara daring ke Sikka pada Maret 2026.",
        "Kabupaten Sikka agar mendampingi desa wisata seperti di Kota Batu mulai Januari 2026.",
        "Aplikasi dari Kota Batu akan dipasang di Sikka pada Desember 2025.",
        "Bupati menunggu laporan tim di Maumere pada 10 Oktober 2025.",
        "Kunjungan balasan dari Kota Batu belum dapat kami terima tahun ini.",
        "Tim Kota Batu dan tim Sikka akan saling berkunjung pada 2026.",
    ],
)
def test_things_learners_and_likenesses_make_no_journey(sentence: str) -> None:
    assert ways(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Undangan resminya belum ada, tetapi kami berharap tim Kota Batu berkunjung balik ke Maumere pada Mei 2026.", date(2026, 5, 1)),
        ("Kunjungan kerja balasan Kota Batu ke Sikka diagendakan pada 9 Maret 2026.", date(2026, 3, 9)),
        ("Menyiapkan kunjungan balasan Kota Batu ke Maumere", None),
        ("Kota Batu menyatakan minat berkunjung balik ke Maumere, waktunya menyesuaikan agenda DPRD", None),
    ],
)  # fmt: skip
def test_a_return_visit_that_is_prepared_or_hoped_for(sentence: str, start: date | None) -> None:
    found = visits(sentence)
    assert [(visit.visitor, visit.reciprocal, visit.start) for visit in found] == [(HOST, True, start)]


def test_the_row_of_a_plan_gives_the_time() -> None:
    table = "| Langkah | Pelaksana | Waktu |\n| Menyiapkan kunjungan balasan Kota Batu ke Maumere | Dinas Pariwisata | November 2025 |"
    assert ways(table) == [(*COMES, date(2025, 11, 1))]


def test_a_day_within_the_month_just_named() -> None:
    (found,) = visits("Bulan Maret 2026, tepatnya tanggal 14, Kota Batu akan berkunjung ke Sikka.")
    assert (found.start, found.end) == (date(2026, 3, 14), date(2026, 3, 14))


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("Kami akan menugaskan dua orang pendamping ke Kabupaten Sikka pada 3 Maret 2026.", COMES),
        ("Kami mohon kehadiran Saudara pada acara penutupan di Batu, 3 Maret 2026.", GOES),
        ("Rombongan Saudara kami tunggu di Balai Kota Among Tani pada 3 Maret 2026.", GOES),
        ("Kami mengundang dua pejabat Saudara berkunjung ke kantor kami pada 3 Maret 2026.", GOES),
        ("Kami berharap dapat melakukan kunjungan balasan ke kantor Saudara pada 3 Maret 2026.", COMES),
        ("Kami mohon kesediaan Saudara menerima tim kami pada 3 Maret 2026.", COMES),
    ],
)
def test_a_host_writes(sentence: str, way: tuple[str, str]) -> None:
    assert ways(sentence, Kind.LETTER, signer="host") == [(*way, date(2026, 3, 3))]


def test_a_letter_about_a_visit_on_the_days_of_its_rows() -> None:
    letter = (
        "PEMERINTAH KABUPATEN SIKKA\nSEKRETARIAT DAERAH\n\nMaumere, 6 Oktober 2025\nNomor : 1/2\nHal : Permohonan Kunjungan Kerja\n\n"
        "Yth. Wali Kota Batu\ndi Batu\n\nPelaksanaan kunjungan direncanakan pada:\nhari/tanggal : Selasa, 4 November 2025\ntempat : Balai Kota\n\n"
        "Demikian.\n\na.n. BUPATI SIKKA\nSekretaris Daerah,\nIr. Adrianus Parera\n"
    )
    found = extract(source(letter).pages).visits
    assert [(visit.visitor, visit.host, visit.start) for visit in found] == [(*GOES, date(2025, 11, 4))]


def agreement(
    clause: str, first: str = "PIHAK KESATU", second: str = "PIHAK KEDUA"
) -> list[tuple[str, str, date | None]]:
    text = f"""PERJANJIAN KERJA SAMA
ANTARA
DINAS KESEHATAN KABUPATEN SIKKA
DENGAN
RUMAH SAKIT UMUM DAERAH KARSA HUSADA KOTA BATU
TENTANG
PENDAMPINGAN TENAGA KESEHATAN
Pada hari ini Senin tanggal dua belas bulan Mei tahun dua ribu dua puluh lima (12-05-2025), bertempat di Maumere, yang bertanda tangan di bawah ini:
1. ANI, Kepala Dinas Kesehatan Kabupaten Sikka, bertindak untuk dan atas nama Dinas Kesehatan Kabupaten Sikka, selanjutnya disebut {first}.
2. BUDI, Direktur Rumah Sakit Umum Daerah Karsa Husada Kota Batu, bertindak untuk dan atas nama Rumah Sakit Umum Daerah Karsa Husada Kota Batu, selanjutnya disebut {second}.
Pasal 1
SUPERVISI
(1) {clause}
Pasal 2
JANGKA WAKTU
Perjanjian ini berlaku 2 (dua) tahun sejak ditandatangani."""
    return [
        ((visit.visitor or "")[:12], (visit.host or "")[:12], visit.start)
        for visit in extract(source(text).pages).visits
    ]


HOSPITAL = ("Rumah Sakit ", "Dinas Keseha")


@pytest.mark.parametrize(
    "clause",
    [
        "PIHAK KEDUA dapat melakukan kunjungan balik ke Kabupaten Sikka pada bulan Agustus 2025.",
        "PIHAK KEDUA menugaskan tim ke Kabupaten Sikka pada bulan Agustus 2025.",
        "Atas undangan PIHAK KESATU, PIHAK KEDUA berkunjung ke Maumere pada bulan Agustus 2025.",
        "Kunjungan balasan diselenggarakan pada bulan Agustus 2025 di Kabupaten Sikka.",
        "PIHAK KESATU mengundang PIHAK KEDUA untuk hadir pada penutupan di Maumere pada bulan Agustus 2025.",
    ],
)
def test_a_clause_that_states_a_day(clause: str) -> None:
    assert agreement(clause) == [(*HOSPITAL, date(2025, 8, 1))]


def test_parties_by_the_names_that_the_agreement_gives_them() -> None:
    clause = "Pembimbing RUMAH SAKIT akan berkunjung ke tempat tugas peserta untuk supervisi pada bulan Agustus 2025."
    assert agreement(clause, "DINAS", "RUMAH SAKIT") == [(*HOSPITAL, date(2025, 8, 1))]


def test_a_semicolon_parts_the_visit_and_its_return() -> None:
    clause = (
        "PIHAK KESATU akan berkunjung ke Kota Batu pada bulan Juli 2025 untuk menyusun jadwal; "
        "kunjungan balasan dari PIHAK KEDUA diharapkan dapat dilakukan pada bulan Agustus 2025."
    )
    assert agreement(clause) == [(*HOSPITAL[::-1], date(2025, 7, 1)), (*HOSPITAL, date(2025, 8, 1))]
