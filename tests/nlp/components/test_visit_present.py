"""Sentences of an article on the visit that it tells of, beside those on a visit to come, and who comes by what is quoted."""

import pytest

from nlp.extract import extract
from nlp.extraction import Extraction
from tests.nlp.components.documents import source

PATI, KAPUAS = "Pemerintah Kabupaten Pati", "Pemerintah Kabupaten Kapuas"


def read(*paragraphs: str) -> Extraction:
    return extract(source("\n\n".join(paragraphs)).pages)


def ends(told: str) -> list[tuple[str | None, str | None]]:
    found = read(
        "Pemkab Pati Studi Banding ke Kapuas",
        "KUALA KAPUAS – Pemerintah Kabupaten Kapuas menerima kunjungan kerja studi banding dari Pemerintah Kabupaten Pati di ruang rapat "
        "Bupati Kapuas, Senin (26/3/2018).",
        "Rombongan dipimpin Asisten Pemerintahan Setda Kabupaten Pati, Sudiyono, dan diterima langsung Sekda Kapuas Rianova.",
        told,
        "Acara ditutup dengan penyerahan cendera mata di ruang rapat.",
    )
    return [(visit.visitor, visit.host) for visit in found.visits]


@pytest.mark.parametrize(
    "told",
    [
        "“Kami singgah dan berkunjung ke Kabupaten Kapuas guna menimba apa saja yang akan kami terapkan di desa,” ujar Sudiyono.",
        "Ia menyebut kedatangan mereka bukan untuk studi banding, akan tetapi studi tiru atas tata kelola desa di Kabupaten Kapuas.",
        "“Kedatangan Pemkab Pati kali ini sudah lama kami harapkan,” ujar Rianova.",
        "Sebelum menutup kunjungan studi tiru ini, Sudiyono berharap agar ke depannya kerja sama Pemkab Pati dan Pemkab Kapuas berlanjut.",
        "“Kami berterima kasih kepada Bupati Kapuas, yang bersedia menerima kami studi banding,” imbuhnya.",
        "Dia berharap ilmu yang didapat selama kunjungan ke Kabupaten Kapuas dapat diterapkan di Kabupaten Pati.",
        "Melalui kunjungan ke Kapuas, Pemkab Pati berharap menambah wawasan.",
        "Pemkab Pati mengunjungi Kapuas untuk mempelajari sistem yang nantinya akan dipakai di Pati.",
        "Pemkab Pati tertarik melakukan studi banding ke Kapuas karena keberhasilan desanya.",
    ],
)
def test_the_visit_that_takes_place_is_none_to_come(told: str) -> None:
    assert ends(told) == []


@pytest.mark.parametrize(
    ("told", "visitor"),
    [
        ("“Semoga ada kerja sama lagi, nantinya kami akan datang kembali ke Kapuas,” ujar Sudiyono.", PATI),
        ("Pemkab Pati berminat kembali mengunjungi Kapuas.", PATI),
        ("Bupati Kapuas berharap dapat berkunjung ke Pati dalam waktu dekat.", KAPUAS),
        ("Usai kunjungan studi banding ini, Bupati Kapuas berencana berkunjung ke Pati pada Mei 2018.", KAPUAS),
        ("Pemkab Kapuas berencana mengirim tim ke Pati yang akan mempelajari pasar desa.", KAPUAS),
    ],
)
def test_a_visit_to_come_beside_it(told: str, visitor: str) -> None:
    assert ends(told) == [(visitor, KAPUAS if visitor == PATI else PATI)]


@pytest.mark.parametrize(
    ("told", "visitor"),
    [
        ("“Jika ada waktu, kami akan berkunjung ke sana,” kata Bupati Kapuas.", KAPUAS),
        ("“Kami pun ingin berkunjung ke sana suatu saat,” tutur Sekda Kapuas Rianova.", KAPUAS),
        (
            "Sekda Kapuas Rianova menyampaikan terima kasih. “Kalau sempat kami akan berkunjung ke sana,” katanya.",
            KAPUAS,
        ),
        ("“Nanti kami yang akan ke sana belajar,” kata Rianova.", KAPUAS),
        (
            "“Kami ingin datang lagi ke sini tahun depan,” kata Sudiyono, Asisten Pemerintahan Setda Kabupaten Pati.",
            PATI,
        ),
        ("“Kami akan datang lagi ke sana,” kata Bupati Kapuas saat melepas rombongan Pemkab Pati.", KAPUAS),
    ],
)
def test_who_says_we_comes(told: str, visitor: str) -> None:
    assert ends(told) == [(visitor, KAPUAS if visitor == PATI else PATI)]


def sides(*paragraphs: str) -> dict[str, str | None]:
    return {party.name or "": party.role for party in read(*paragraphs).parties}


@pytest.mark.parametrize(
    ("told", "homes"),
    [
        (
            "PURWOKERTO – Pemkab Demak dan Pemkab Wonosobo melakukan studi banding ke Pemerintah Kabupaten Banyumas, Kamis (8/6/2023).",
            {"Pemerintah Kabupaten Demak", "Pemerintah Kabupaten Wonosobo"},
        ),
        (
            "PURWOKERTO – ASN dari Kabupaten Demak, Kabupaten Wonosobo, dan Kota Tegal mengikuti magang di Pemerintah Kabupaten Banyumas.",
            {"Pemerintah Kabupaten Demak", "Pemerintah Kabupaten Wonosobo", "Pemerintah Kota Tegal"},
        ),
        (
            "PURWOKERTO – Rombongan Pemerintah Kabupaten Demak (Jawa Tengah), Pemerintah Kabupaten Badung (Bali) dan Pemerintah Kabupaten "
            "Ende bersama-sama mengunjungi Pemerintah Kabupaten Banyumas, Kamis (8/6/2023).",
            {"Pemerintah Kabupaten Demak", "Pemerintah Kabupaten Badung", "Pemerintah Kabupaten Ende"},
        ),
        (
            "PURWOKERTO – Sebanyak 55 PNS dari Kabupaten Tabanan, Provinsi Bali, melakukan studi banding ke Pemerintah Kabupaten Banyumas.",
            {"Pemerintah Kabupaten Tabanan"},
        ),
    ],
)
def test_all_who_go_together_are_home(told: str, homes: set[str]) -> None:
    found = sides("Belajar ke Banyumas", told, "“Selamat datang,” kata Sekda Banyumas. “Semoga betah,” ujarnya lagi.")
    assert {name for name, role in found.items() if role == "home"} == homes
    assert [name for name, role in found.items() if role == "host"] == ["Pemerintah Kabupaten Banyumas"]


def test_those_who_agree_together_are_not_all_guests() -> None:
    found = sides(
        "Demak Belajar ke Banyumas",
        "PURWOKERTO – Pemkab Demak melakukan studi banding ke Pemkab Banyumas, Kamis (8/6/2023).",
        "“Selamat datang,” kata Sekda Banyumas. Pemkab Demak, Pemkab Cilacap dan Pemkab Banyumas sepakat bertukar data, ujarnya.",
    )
    assert [name for name, role in found.items() if role == "home"] == ["Pemerintah Kabupaten Demak"]


def test_a_year_that_the_weekday_refutes_is_another_matters() -> None:
    found = read(
        "Bantul Belajar ke Semarang",
        "SEMARANG – Pemerintah Kabupaten Bantul melaksanakan studi banding ke Pemerintah Kota Semarang, Kamis (9/12).",
        "“Kami memulai layanan ini pada tahun 2013,” kata Sekda Kota Semarang.",
    )
    assert found.dates == ()
    assert not found.warnings


def test_heads_of_all_offices_are_their_governments() -> None:
    found = sides(
        "Kepala SKPD Pemkot Malang ke Badung",
        "Malang – Hampir seluruh Kepala Satuan Kerja Perangkat Daerah (SKPD) di lingkungan Pemkot Malang yang dipimpin Wakil Wali Kota "
        "melakukan kunjungan kerja ke Pemerintah Kabupaten Badung, Rabu (18/11/2015).",
        "“Kami ingin melihat sendiri,” ujarnya. “Semoga berguna,” katanya lagi.",
    )
    assert not any(name.startswith("Satuan Kerja") for name in found)


@pytest.mark.parametrize("above", ["Kanal Berita Tepian Danau", "Portal Informasi Bumi Serasan", "Rubrik Kabar Daerah"])
def test_a_headline_below_the_name_of_the_site(above: str) -> None:
    headline = "Dua Pekan di Manado, Sembilan Pengelola Data Pulang dengan Catatan"
    found = read(
        f"DINAS KOMUNIKASI DAN INFORMATIKA\nKABUPATEN MAMUJU TENGAH\n{above}",
        headline,
        "TOBADAK, 18 September 2024 - Sembilan pegawai Dinas Komunikasi dan Informatika Kabupaten Mamuju Tengah menuntaskan magang di Kota Manado.",
        "“Kami senang,” kata kepala dinas. “Semoga berguna,” ujarnya lagi.",
    )
    assert found.title == headline


def test_the_address_of_the_paper_before_the_town() -> None:
    found = read(
        "Pemkab Sigi Belajar Arsip",
        "kabarteluk.com – PALU – Rombongan Pemkab Sigi mengunjungi Pemerintah Kota Palu untuk belajar tata kelola arsip, Kamis (8/6/2023).",
        "“Selamat datang,” kata Sekda Palu. “Semoga betah,” ujarnya lagi.",
    )
    assert found.place == "Palu"
