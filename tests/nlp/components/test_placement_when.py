"""Places that stand behind a date, in lists below headings of other words, and beside what was seen on a trip."""

import pytest

from tests.nlp.components.test_placements import units

JATIM = "Provinsi Jawa Timur"
SOCIAL, HEALTH = f"Dinas Sosial {JATIM}", f"Dinas Kesehatan {JATIM}"


@pytest.mark.parametrize(
    "text",
    [
        "# Waktu dan Tempat\nKegiatan berlangsung selama empat hari, Senin s.d. Kamis, 7 – 10 Oktober 2024, di Dinas Sosial serta Dinas Kesehatan Provinsi Jawa Timur.",
        "Magang digelar 3-14 Maret 2025 (10 hari kerja) di Dinas Sosial dan Dinas Kesehatan Provinsi Jawa Timur.",
        "# Lokasi dan Waktu\nDinas Sosial dan Dinas Kesehatan Provinsi Jawa Timur, 3 s.d. 14 Maret 2025.",
        "# Rumah kedua kami\nDua pekan di Dinas Sosial dan Dinas Kesehatan Provinsi Jawa Timur",
        "Kami singgah di Dinas Sosial (3 hari) dan Dinas Kesehatan (2 hari) Provinsi Jawa Timur.",
        "# Yang kami datangi\nDinas Sosial Provinsi Jawa Timur\nDinas Kesehatan Provinsi Jawa Timur",
        "# Kami belajar di sini\nDinas Sosial Provinsi Jawa Timur\nDinas Kesehatan Provinsi Jawa Timur",
        "# Tempat belajar\nDinsos\nDinkes\nDinas Sosial Provinsi Jawa Timur\nDinas Kesehatan Provinsi Jawa Timur",
    ],
)
def test_two_units(text: str):
    assert [unit for unit, _ in units(text)] == [SOCIAL, HEALTH]


@pytest.mark.parametrize(
    "text",
    [
        "# Waktu dan Tempat\nSelasa (3/2/2026) sampai dengan Kamis (5/2/2026) di Dinas Sosial Provinsi Jawa Timur, termasuk peninjauan ke Dinas Kesehatan.",
        "Magang dilaksanakan mulai 9 September 2024, bertempat di Kantor Dinsos Provinsi Jawa Timur, dengan kunjungan ke Desa Berjo.",
        "Peserta magang di Dinas Sosial Provinsi Jawa Timur.",
    ],
)
def test_one_unit_and_no_trip(text: str):
    assert [unit for unit, _ in units(text)] == [SOCIAL]


def test_where_another_meeting_was_held():
    assert units("Rapat evaluasi dilaksanakan tanggal 3 Februari 2026 di Dinas Sosial Provinsi Jawa Timur.") == []


def test_full_names_stand_for_the_short_ones_that_head_their_cards():
    text = "# Tempat belajar\nDiskominfo\nDisperindag\nDLH\nDinas Komunikasi dan Informatika Provinsi Jawa Timur\nDinas Perdagangan, Koperasi dan Usaha Kecil Menengah Provinsi Jawa Timur\nDinas Lingkungan Hidup Provinsi Jawa Timur"
    assert [unit for unit, _ in units(text)] == [
        f"Dinas Komunikasi dan Informatika {JATIM}",
        f"Dinas Perdagangan, Koperasi dan Usaha Kecil Menengah {JATIM}",
        f"Dinas Lingkungan Hidup {JATIM}",
    ]


def test_the_document_s_own_commas_outrank_the_list_s():
    text = "Mereka ditempatkan di Dinas Koperasi dan Usaha Kecil Menengah (Dinkop UKM) Jawa Timur."
    assert [unit for unit, _ in units(text)] == [f"Dinas Koperasi dan Usaha Kecil Menengah {JATIM}"]
