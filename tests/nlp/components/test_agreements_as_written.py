"""Agreements as hospitals, schools, villages and agencies write them: who signs, for whom, under which numbers, where and when."""

import pytest

from nlp.components.contract_title import contract_title
from nlp.components.institutions import find_institutions
from nlp.components.kind import kind_of
from nlp.components.numbers import numbers_of
from nlp.components.parties import contract_parties
from nlp.components.signed_place import signed_at
from nlp.extract import extract
from nlp.extraction import Kind, Party
from tests.nlp.components.documents import source

_DECREE = (
    "berdasarkan Keputusan Bupati Sikka Nomor 821/7/2023 tentang Pemberhentian dari dan Pengangkatan dalam Jabatan Pimpinan Tinggi "
    "Pratama di Lingkungan Pemerintah Kabupaten Sikka"
)
_SECOND = "2. Ir. Rudi Hartono, M.T., Direktur Politeknik Negeri Ende, bertindak untuk dan atas nama Politeknik Negeri Ende, selanjutnya disebut PIHAK KEDUA."


def _parties(first: str, second: str = _SECOND, head: str = "") -> list[Party]:
    text = source(
        f"PERJANJIAN KERJA SAMA\n{head}Pada hari ini Senin tanggal 2 Juni 2025 bertempat di Maumere, kami yang bertanda tangan di bawah ini:\n"
        f"{first}\n{second}\nPasal 1\nMaksud\n"
    )
    return contract_parties(text, find_institutions(text.text))


def _told(party: Party) -> tuple[str, str | None, str | None]:
    signer = party.representative
    return party.name, signer and signer.name, signer and signer.position


@pytest.mark.parametrize(
    ("first", "told"),
    [
        # The decree's title names ranks, no office of the signer.
        (
            f"1. dr. Maria Bala, Sp.A, selaku Direktur RSU Santo Gabriel, {_DECREE}, dalam hal ini bertindak untuk dan atas nama Rumah Sakit Umum Santo Gabriel, selanjutnya disebut PIHAK KESATU.",
            ("Rumah Sakit Umum Santo Gabriel", "dr. Maria Bala, Sp.A", "Direktur RSU Santo Gabriel"),
        ),
        (
            f"I. Drs. Yosef Lado, M.Si.\nKepala Dinas Sosial Kabupaten Sikka, {_DECREE}, bertindak untuk dan atas nama Kepala Dinas Sosial Kabupaten Sikka, "
            "selanjutnya disebut PIHAK KESATU.",
            ("Dinas Sosial Kabupaten Sikka", "Drs. Yosef Lado, M.Si.", "Kepala Dinas Sosial Kabupaten Sikka"),
        ),
        # The head named in place of the body.
        (
            "1. Nama : Siti Aminah\nJabatan : Kepala puskesmas Waigete\nBertindak untuk dan atas nama Kepala puskesmas Waigete selanjutnya disebut PIHAK KESATU",
            ("Puskesmas Waigete", "Siti Aminah", "Kepala puskesmas Waigete"),
        ),
        # The formula with the name behind all of it.
        (
            "1. dr. Lusia Nong, Kepala Klinik Harapan Sikka, bertindak untuk dan atas nama serta oleh karenanya sah mewakili Klinik Harapan Sikka, "
            "selanjutnya disebut PIHAK KESATU.",
            ("Klinik Harapan Sikka", "dr. Lusia Nong", "Kepala Klinik Harapan Sikka"),
        ),
        (
            "1. dr. Lusia Nong, Kepala Klinik Harapan Sikka, bertindak untuk dan atas nama Klinik Harapan Sikka serta oleh karena itu sah "
            "mewakilinya, selanjutnya disebut PIHAK KESATU.",
            ("Klinik Harapan Sikka", "dr. Lusia Nong", "Kepala Klinik Harapan Sikka"),
        ),
        (
            "1. KLINIK HARAPAN SIKKA berkedudukan di Jalan Ahmad Yani, diwakili secara sah oleh dr. Lusia Nong yang kedudukannya sebagai Direktur, "
            "selanjutnya disebut PIHAK KESATU.",
            ("Klinik Harapan Sikka", "dr. Lusia Nong", "Direktur"),
        ),
        # No office is named.
        (
            "1. Prof. Dr. Agus Wolo, M.Hum. dalam hal ini bertindak serta sah mewakili Fakultas Hukum Universitas Nusa Cendana yang berkedudukan di Kupang, "
            "selanjutnya disebut PIHAK KESATU.",
            ("Fakultas Hukum Universitas Nusa Cendana", "Prof. Dr. Agus Wolo, M.Hum.", None),
        ),
        # The short name amid the name; the school whose name holds `Dasar`; no blank behind the dot.
        (
            "1. Drs.Anton Seda selaku Kepala Sekolah Dasar Negeri Waidoko yang berkantor di Maumere, bertindak untuk dan atas nama Sekolah Dasar (SD) "
            "Negeri Waidoko, selanjutnya disebut PIHAK KESATU.",
            ("Sekolah Dasar Negeri Waidoko", "Drs.Anton Seda", "Kepala Sekolah Dasar Negeri Waidoko"),
        ),
        (
            "1. Dr. MOH.NASIR, Sp.B :\nDirektur Rumah Sakit Umum Santo Gabriel, bertindak untuk dan atas nama Rumah Sakit Umum Santo Gabriel, "
            "selanjutnya disebut PIHAK KESATU.",
            ("Rumah Sakit Umum Santo Gabriel", "Dr. MOH.NASIR, Sp.B", "Direktur Rumah Sakit Umum Santo Gabriel"),
        ),
    ],
)  # fmt: skip
def test_who_signs_for_whom(first: str, told: tuple[str, str | None, str | None]) -> None:
    assert _told(_parties(first)[0]) == told


@pytest.mark.parametrize(
    "second",
    [
        "2. Nama : ..............\nJabatan : Kepala Sekolah Dasar ..............\nbertindak untuk dan atas nama Sekolah Dasar .............. selanjutnya disebut PIHAK KEDUA",
        "(diisi oleh rumah sakit) : Direktur Rumah Sakit………… bertindak untuk dan atas nama Rumah Sakit …………, selanjutnya disebut PIHAK KEDUA",
    ],
)  # fmt: skip
def test_a_blank_is_no_party(second: str) -> None:
    first = "1. Nama : Siti Aminah\nJabatan : Kepala Puskesmas Waigete\nBertindak untuk dan atas nama Puskesmas Waigete selanjutnya disebut PIHAK KESATU"
    head = "ANTARA\nPUSKESMAS WAIGETE\nDENGAN\nSEKOLAH DASAR…………\nTENTANG\nUSAHA KESEHATAN SEKOLAH\n"
    assert [party.name for party in _parties(first, second, head)] == ["Puskesmas Waigete"]


def test_several_on_one_side_are_parties_each() -> None:
    first = (
        "I. 1. Nama : Petrus Goa\nJabatan : Kepala Desa Nita\nAlamat : Jl. Satu\n2. Nama : Yulius Moa\nJabatan : Kepala Desa Lela\nAlamat : Jl. Dua\n"
        "3. Nama : Rina Sina\nJabatan : Kepala Desa Koting\nKetiganya selanjutnya disebut PIHAK PERTAMA."
    )
    found = [_told(party) for party in _parties(first)]
    assert found[:3] == [
        ("Desa Nita", "Petrus Goa", "Kepala Desa Nita"),
        ("Desa Lela", "Yulius Moa", "Kepala Desa Lela"),
        ("Desa Koting", "Rina Sina", "Kepala Desa Koting"),
    ]
    assert found[3][0] == "Politeknik Negeri Ende"


def test_two_officers_of_one_company_are_one_party() -> None:
    first = (
        "1. Nama : Petrus Goa\nJabatan : Direktur Utama PT Flores Jaya\n2. Nama : Yulius Moa\nJabatan : Direktur Keuangan PT Flores Jaya\n"
        "bertindak untuk dan atas nama PT Flores Jaya, selanjutnya disebut PIHAK PERTAMA."
    )
    assert [party.name for party in _parties(first)] == ["PT Flores Jaya", "Politeknik Negeri Ende"]


def test_a_list_of_bodies_in_the_title() -> None:
    text = source(
        "KESEPAKATAN BERSAMA\nANTARA\nDESA NITA, DESA LELA DAN DESA KOTING\nDENGAN\nPUSKESMAS WAIGETE\nTENTANG\nDESA SIAGA\n"
        "Para pihak sepakat.\nPasal 1\nMaksud\nPasal 2\nTujuan\n"
    )
    names = [party.name for party in contract_parties(text, find_institutions(text.text))]
    assert names == ["Desa Nita", "Desa Lela", "Desa Koting", "Puskesmas Waigete"]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ("Nomor I : 14 Tahun 2023\nNomor II: HK.02/VII/88/2023", ["14 Tahun 2023", "HK.02/VII/88/2023"]),
        ("NOMOR : 7 TAHUN 2024\nNOMOR : 420/88/DISDIK/2024", ["7 TAHUN 2024", "420/88/DISDIK/2024"]),
        ("NOMOR : 012/PKS/Teknik Sipil/IV.\n2024", ["012/PKS/Teknik Sipil/IV.2024"]),
    ],
)
def test_numbers(lines: str, numbers: list[str]) -> None:
    text = f"PERJANJIAN KERJA SAMA\nTENTANG\nMAGANG\n{lines}\nPada hari ini Senin tanggal 2 Juni 2025, kami yang bertanda tangan di bawah ini:\n{_SECOND}"
    assert numbers_of(source(text), Kind.AGREEMENT) == numbers


def test_place_above_the_day_and_a_month_by_its_number() -> None:
    text = (
        "PERJANJIAN KERSAMA\nANTARA\nPUSKESMAS WAIGETE\nDENGAN\nPOLITEKNIK NEGERI ENDE\nTENTANG\nPENDIDIKAN ANAK USIA DINI (PAUD)\n"
        "Perjanjian yang selanjutnya disebut Perjanjian, dibuat dan ditandatangani di Talibura,\n"
        "pada hari Rabu tanggal sepuluh (10) bulan tujuh (07) tahun dua ribu dua puluh empat, oleh dan antara:\n"
        f"1. Siti Aminah selaku Kepala Puskesmas Waigete, bertindak untuk dan atas nama Puskesmas Waigete, selanjutnya disebut PIHAK KESATU.\n{_SECOND}\n"
        "Pasal 1\nMaksud\nPasal 2\nTujuan\n"
    )
    assert kind_of(source(text)) is Kind.AGREEMENT
    assert signed_at(source(text)) == "Talibura"
    assert contract_title(source(text)) == "Pendidikan Anak Usia Dini (PAUD)"
    assert [
        (fact.type.value, fact.date.isoformat()) for fact in extract(source(text, file_format="txt").pages).dates
    ] == [("signed", "2024-07-10")]
