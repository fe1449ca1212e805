"""Placements in ticks, rotations, counted sentences, sections, rows of people and forms; units with numbers and degrees."""

import pytest

from nlp.components.institutions import find_institutions
from nlp.components.placement_glossary import glossary_of
from nlp.components.placements import find_placements
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

CITY = "Pemerintah Kota Madiun"
SOCIAL, ROADS = "Dinas Sosial Kota Madiun", "Dinas Perhubungan Kota Madiun"
DISTRICT = "Kecamatan Taman Kota Madiun"


def places(text: str, kind: Kind = Kind.REPORT, *, host: str = CITY) -> list[tuple[str, int | None]]:
    told = facts(kind, home="Pemerintah Kabupaten Paser", host=host)
    return [(item.unit, item.count) for item in find_placements(source(text), told)]


def test_a_column_of_ticks_for_each_unit() -> None:
    text = (
        "| Peserta | Dinsos | Dishub | Kec. Taman |\n| Ani Sari, S.E. | v | - | v |\n| Budi Hartono, S.T. |  | ✓ | ✓ |"
    )
    assert places(text) == [(SOCIAL, 1), (ROADS, 1), (DISTRICT, 2)]


def test_columns_with_marks_for_days_are_no_units() -> None:
    text = "| Nama | Senin | Selasa |\n| Ani Sari, S.E. | v | v |\n| Budi Hartono, S.T. | v | v |"
    assert places(text) == []


def test_a_column_for_each_week() -> None:
    text = "| Nama | Minggu 1 | Minggu 2 |\n| Ani Sari, S.E. | Dinas Sosial | Dishub |\n| Budi Hartono, S.T. | Dishub | Dinas Sosial |"
    assert places(text) == [(SOCIAL, None), (ROADS, None)]


@pytest.mark.parametrize(
    "head", ["| Nama | Asal | Tempat |", "| Nama | Asal | Tempat di Madiun |", "| Kelompok | Ketua | Lokasi |"]
)
def test_where_each_was(head: str) -> None:
    text = f"{head}\n| Ani Sari, S.E. | BPKAD | Dinas Sosial |\n| Budi Hartono, S.T. | Satpol PP | Dishub |"
    assert [unit for unit, _ in places(text)] == [SOCIAL, ROADS]


def test_where_something_took_place_is_no_placement() -> None:
    assert places("| Kegiatan | Tempat | Peserta |\n| Rapat | Dinas Sosial | 20 |\n| Apel | Dishub | 30 |") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Tiga orang masuk ke Dinas Sosial, dua orang ke Dinas Perhubungan, dan seorang ke Kecamatan Taman.",
        "Kami titipkan tiga peserta di Dinas Sosial, dua peserta di Dishub dan seorang di Kecamatan Taman.",
        "Dinas Sosial menampung tiga peserta, Dinas Perhubungan dua peserta, dan Kecamatan Taman seorang.",
        "Kami diterima di Dinas Sosial (3 orang), Dinas Perhubungan (2 orang) dan Kecamatan Taman (1 orang).",
    ],
)
def test_a_sentence_that_counts_at_each(sentence: str) -> None:
    assert places(sentence) == [(SOCIAL, 3), (ROADS, 2), (DISTRICT, 1)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dua orang dari Dinas Sosial dan tiga orang dari Dinas Perhubungan berangkat.",
        "Dinas Sosial memiliki 3 pegawai dan Dinas Perhubungan 2 pegawai yang menangani data.",
    ],
)
def test_a_sentence_that_counts_something_else(sentence: str) -> None:
    assert places(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Tuan rumahnya Dinas Sosial Kota Madiun.", SOCIAL),
        ("Peserta Dishub magang pada dinas yang sama namanya di Madiun.", ROADS),
        ("Kegiatan magang ini dilaksanakan di Dinas Sosial.", SOCIAL),
        ("Selama sepekan para pegawai akan menyerap ilmu di Dinas Perhubungan.", ROADS),
    ],
)
def test_a_sentence_that_names_one_place(sentence: str, unit: str) -> None:
    assert places(sentence, Kind.NEWS) == [(unit, None)]


def test_who_speaks_for_the_host_is_no_place() -> None:
    assert places("Tuan rumah kali ini Pemerintah Kota Madiun, diwakili Dinas Sosial.", Kind.NEWS) == []


def test_running_text_below_a_heading_on_the_places() -> None:
    text = (
        "# Tempat bekerja\nRekan dari keuangan duduk di kantor yang sejenis, Dinas Sosial Kota Madiun.\n"
        "Rini sendirian di Dinas Perhubungan Kota Madiun. Yang lain bergabung dengan Kecamatan Taman.\n"
        "# Pelajaran\nData di Satpol PP Kota Madiun sudah rapi."
    )
    assert [unit for unit, _ in places(text)] == [SOCIAL, ROADS, DISTRICT]


def test_lines_of_people_behind_their_unit() -> None:
    text = "# Peserta\n- Dinas Sosial Kota Madiun: Ani Sari, S.E.; Budi Hartono, S.T.\n- Dua orang di Dishub: Cici Amelia, S.Sos.; Dedi Putra, S.T."
    assert places(text) == [(SOCIAL, 2), (ROADS, 2)]
    assert places("# Peserta\n- Dinas Sosial: Ani Sari, S.E.\n- Dishub: Budi Hartono, S.T.") == []  # whence they came


def test_what_a_letter_changes() -> None:
    text = "| Uraian | Semula | Menjadi |\n| Waktu | 10 Maret 2025 | 21 April 2025 |\n| Lokus | Dinas Sosial dan Dishub | Dishub |"
    assert places(text, Kind.LETTER) == [(ROADS, None)]


def test_a_form_whose_first_row_names_the_place() -> None:
    assert places("| Tempat magang | : | Dinas Sosial |\n| Waktu | : | 3 Mei 2025 |") == [(SOCIAL, None)]


@pytest.mark.parametrize("lead", ["Lokusnya tiga:", "# Tiga Tempat Kami Belajar", "Lokus kami tiga:"])
def test_a_list_that_says_how_many(lead: str) -> None:
    found = places(f"{lead}\n- RSUD Sogaten (Ani dan Budi)\n- Puskesmas Ngegong 2 (Cici)\n- UPTD PPA")
    assert [unit for unit, _ in found] == [
        "Rumah Sakit Umum Daerah Sogaten Kota Madiun",
        "Puskesmas Ngegong 2 Kota Madiun",
        "UPTD PPA Kota Madiun",
    ]


def test_units_of_a_province_in_its_regencies() -> None:
    text = "Peserta ditempatkan di Unit Pengelolaan Pendapatan Daerah (UPPD) Kota Semarang II (tiga orang) dan Balai Latihan Kerja Klaten 1 (dua orang)."
    assert [unit for unit, _ in places(text, host="Pemerintah Provinsi Jawa Tengah")] == [
        "Unit Pengelolaan Pendapatan Daerah Kota Semarang II",
        "Balai Latihan Kerja Klaten 1 Provinsi Jawa Tengah",
    ]


def test_one_agency_for_archives_and_libraries() -> None:
    text = "Peserta ditempatkan pada Dinas Kearsipan dan Perpustakaan, UPTD. Museum Madiun, dan UPT BLUD Puskesmas Demangan."
    assert [unit for unit, _ in places(text)] == [
        "Dinas Kearsipan dan Perpustakaan Kota Madiun",
        "UPTD. Museum Madiun Kota Madiun",
        "UPT BLUD Puskesmas Demangan Kota Madiun",
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("RSUD dr. Hasan, MPH", "Rumah Sakit Umum Daerah Dr. Hasan, MPH"),
        ("RSUD dr. Hasan, Sp.B, Dinas Sosial", "Rumah Sakit Umum Daerah Dr. Hasan, Sp.B"),
        ("Suku Dinas Sosial Jakarta Barat", "Suku Dinas Sosial Kota Administrasi Jakarta Barat"),
        ("Dinas Kesehatan dan KB Kabupaten Sleman", "Dinas Kesehatan dan Keluarga Berencana Kabupaten Sleman"),
        ("Dinas PUPRPKP Kota Palu", "Dinas PUPRPKP Kota Palu"),
    ],
)
def test_names_of_institutions(written: str, name: str) -> None:
    assert find_institutions(written)[0].name == name


def test_short_names_that_a_document_explains() -> None:
    text = (
        "Dinas Arsip dan Perpustakaan Kota Bima kita singkat DAP. Kap. Tempel: Kapanewon Tempel Kabupaten Sleman. RSD Wirya adalah\n"
        "Rumah Sakit Daerah K.R.T. Wirya Kota Madiun.\nKepanjangan\nDLHK\nDinas Lingkungan Hidup dan Kebersihan Kota Bima"
    )
    assert glossary_of(text) == {
        "DAP": "Dinas Arsip dan Perpustakaan Kota Bima",
        "Kap. Tempel": "Kapanewon Tempel Kabupaten Sleman",
        "RSD Wirya": "Rumah Sakit Daerah K.R.T. Wirya Kota Madiun",
        "DLHK": "Dinas Lingkungan Hidup dan Kebersihan Kota Bima",
    }
