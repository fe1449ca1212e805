"""What articles and reports of students tell of the sides and the days, in the words that the press uses."""

from datetime import date

import pytest

from nlp.components.date_lines import in_teaser
from nlp.components.institutions import find_institutions
from nlp.components.story_students import with_campus
from nlp.extract import extract
from nlp.extraction import DateType, Extraction, Kind
from nlp.facts import Facts
from tests.nlp.components.documents import source

SAID = "“Kami senang berbagi pengalaman,” ujarnya kepada wartawan. Ia berharap kerja sama berlanjut."


def article(told: str, headline: str = "Kunjungan Kerja Antardaerah Dipererat") -> Extraction:
    return extract(source(f"{headline}\n\nMALANG, Warta – {told}\n\n{SAID}\n").pages)


def sides(found: Extraction) -> dict[str | None, str]:
    return {party.role: party.name for party in found.parties}


def days(found: Extraction) -> dict[DateType, date]:
    return {fact.type: fact.date for fact in found.dates if fact.date is not None}


PALU_TO_MALANG = {"home": "Pemerintah Kota Palu", "host": "Pemerintah Kota Malang"}


@pytest.mark.parametrize(
    "told",
    [
        "Wali Kota Palu Hasan Basri menyambangi Balai Kota pada Kamis lalu. Rombongan disambut langsung oleh Wali Kota Malang Rudi Hartono.",
        "Wali Kota Malang diwakili Sekda Rudi Hartono menerima Wali Kota Palu beserta jajaran dalam rangka studi terap.",
        "Wali Kota Malang, H. Rudi Hartono, S.E menerima rombongan Pemerintah Kota Palu yang melakukan study banding.",
        "Rombongan Pemerintah Kota Palu dijamu oleh Wali Kota Malang dalam kunjungan kerja itu.",
    ],
)
def test_who_is_welcomed_comes_from_elsewhere(told: str) -> None:
    assert sides(article(told)) == PALU_TO_MALANG


def test_a_headline_says_who_goes() -> None:
    told = "Pemerintah Kota Palu belajar tata kota. Mereka disambut hangat oleh Wali Kota Malang Rudi Hartono."
    assert sides(article(told, "Wali Kota Palu Kaji Banding ke Kota Malang")) == PALU_TO_MALANG


def test_all_regions_of_a_list_receive() -> None:
    told = (
        "Sekda Kota Palu, Hasan Basri, melepas 40 aparatur sipil negara untuk magang. Magang berlangsung di sejumlah daerah, "
        "termasuk Provinsi Bali, Jawa Timur, Pemerintah Kota Malang, Kota Bogor, dan Kabupaten Sleman."
    )
    hosts = {party.name for party in article(told).parties if party.role == "host"}
    assert {
        "Pemerintah Provinsi Bali",
        "Pemerintah Kota Malang",
        "Pemerintah Kota Bogor",
        "Pemerintah Kabupaten Sleman",
    } <= hosts


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Pemerintah Kota Malang menerima kunjungan kerja Pemerintah Kota Palu. Mereka diterima di ruang rapat lantai 2, Rabu (5/6/2024).",
            {DateType.START: date(2024, 6, 5), DateType.END: date(2024, 6, 5)},
        ),
        (
            "Rombongan Pemerintah Kota Palu disambut oleh Pemerintah Kota Malang di pendopo, Rabu (5/6/2024), untuk kunjungan kerja.",
            {DateType.START: date(2024, 6, 5), DateType.END: date(2024, 6, 5)},
        ),
        (
            "Sebanyak 17 lurah Pemerintah Kota Palu, Rabu (5/6/2024), berangkat ke Pemerintah Kota Malang untuk melakukan studi banding.",
            {DateType.START: date(2024, 6, 5)},
        ),
        (
            "Program magang pegawai Pemerintah Kota Palu di Pemerintah Kota Malang berakhir ditandai penarikan peserta (ASN) secara resmi, Rabu (5/6/2024).",
            {DateType.END: date(2024, 6, 5)},
        ),
    ],
)
def test_the_day_that_an_article_states(told: str, expected: dict[DateType, date]) -> None:
    assert days(article(told)) == expected


def test_the_day_in_a_link_to_another_article_is_none_of_this_one() -> None:
    told = (
        "Pemerintah Kota Malang menerima kunjungan kerja Pemerintah Kota Palu, Rabu (5/6/2024).\n\n"
        "BACA JUGA: Pameran Buku Digelar 8-9 Juni 2024 di Alun-alun"
    )
    assert set(days(article(told)).values()) == {date(2024, 6, 5)}
    text = "Baca juga:\nPasar murah 8 Juni 2024\nSetelah baca juga buku itu, 9 Juni 2024"
    assert in_teaser(text, text.index("8 Juni"))
    assert not in_teaser(text, text.index("9 Juni"))


def test_a_weekday_that_does_not_fit_the_day_of_an_event_is_told() -> None:
    found = article(
        "Pemerintah Kota Palu magang di Pemerintah Kota Malang. Peserta dilepas wali kota, Selasa (5/6/2024)."
    )
    assert any("Selasa" in warning for warning in found.warnings)


def test_what_the_guests_came_for_is_no_visit_to_come() -> None:
    told = "Pemerintah Kota Malang menerima kunjungan kerja Pemerintah Kota Palu. “Untuk itu kami ingin melakukan kaji banding di Kota Malang,” kata tamunya."
    assert not article(told).visits
    planned = "Pemerintah Kota Malang menerima kunjungan kerja Pemerintah Kota Palu. Kunjungan ke Kota Malang sudah diagendakan sejak awal tahun."
    assert not article(planned).visits


def test_the_day_below_the_title_of_a_report() -> None:
    text = (
        "PEMERINTAH KOTA PALU\nDINAS KESEHATAN\n\nLAPORAN STUDY BANDING\nDI DINAS KESEHATAN KOTA MALANG\nTanggal 05 September 2018\n\n"
        "1. PENDAHULUAN\nMutu layanan perlu ditingkatkan.\n2. HASIL\nTemuan kami.\n"
    )
    assert days(extract(source(text).pages)) == {DateType.START: date(2018, 9, 5), DateType.END: date(2018, 9, 5)}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "LAPORAN PRAKTIK KERJA LAPANGAN\nDINAS SOSIAL KOTA MALANG\nDisusun oleh\nNama : Sari Dewi\nNIM : 7111\nFAKULTAS EKONOMI\nUNIVERSITAS TADULAKO\n2020",
            "Dinas Sosial Kota Malang",
        ),
        (
            "LAPORAN KERJA PRAKTEK\nUNIVERSITAS TADULAKO\nMahasiswa: Sari Dewi\nTempat: Kantor Dinas Sosial Kota Malang",
            "Dinas Sosial Kota Malang",
        ),
        (
            "LAPORAN PKL DI DESA SUKA MAJU KECAMATAN LAWANG\nKABUPATEN MALANG\nSari Dewi NPM. 18.20\nUNIVERSITAS TADULAKO\n2021",
            "Desa Suka Maju Kecamatan Lawang Kabupaten Malang",
        ),
    ],
)
def test_students_come_from_their_campus(text: str, host: str) -> None:
    read = source(text)
    found = with_campus(read, Facts(kind=Kind.REPORT), find_institutions(text), [])
    assert {party.role: party.name for party in found} == {"home": "Universitas Tadulako", "host": host}
    assert with_campus(read, Facts(kind=Kind.NEWS), find_institutions(text), []) == []
