"""Who is to act where he stands apart from the action or is called by his office; and actions that begin with the one who acts."""

from datetime import date
from typing import Any

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_headings import opens_section
from nlp.components.recommendation_legend import hospital_initials
from nlp.components.recommendation_sides import is_for_host
from nlp.components.recommendation_words import is_rejected, unit_acts
from nlp.components.recommendations import find_recommendations
from nlp.extraction import Kind, Recommendation
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
SUMBAR = " Provinsi Sumatera Barat"
HOME = f"Badan Kepegawaian Daerah{SUMBAR}"


def found(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx", **given: Any) -> list[Recommendation]:
    return find_recommendations(source(notation, file_format=file_format), facts(kind, **given))


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Camat Koto Tangah", f"Kecamatan Koto Tangah{SUMBAR}"),
        ("Distrik Wasior", f"Distrik Wasior{SUMBAR}"),
        ("Kabag Umum Setda", f"Bagian Umum Sekretariat Daerah{SUMBAR}"),
        ("Bidang Aplikasi Diskominfo", f"Bidang Aplikasi Dinas Komunikasi dan Informatika{SUMBAR}"),
        ("Sekwan", f"Sekretariat DPRD{SUMBAR}"),
        ("Inspektur", f"Inspektorat{SUMBAR}"),
        ("Bidang Mutasi (Kabid)", f"Bidang Mutasi {HOME}"),
        ("Subbid Formasi → BPSDM", f"Subbid Formasi {HOME}"),
        ("Kepala UPT Penilaian", f"UPT Penilaian {HOME}"),
    ],
)
def test_an_owners_cell_names_a_part_of_the_region_of_home_or_of_another_agency(cell: str, name: str):
    assert Addressees(facts()).of_owner(cell) == name


def test_a_unit_in_a_line_of_its_own_below_each_item_is_to_act():
    items = """
# Masukan untuk kantor kita
R-01 Memasang papan antrean di loket pensiun.
- Dinas Sosial
R-02 Mengganti buku tamu dengan formulir daring.
- BPSDM
"""
    assert [(item.text.split()[0], item.addressee) for item in found(items, file_format="txt")] == [
        ("Memasang", f"Dinas Sosial{SUMBAR}"),
        ("Mengganti", f"Badan Pengembangan Sumber Daya Manusia{SUMBAR}"),
    ]


def test_a_unit_in_brackets_right_behind_another_is_to_act_all_the_same():
    text = "Buka klinik data bersama Inspektorat (Bagian Organisasi, mulai Mei 2026)"
    assert Addressees(facts()).of_words(text) == f"Bagian Organisasi Sekretariat Daerah{SUMBAR}"
    assert Addressees(facts()).of_words("Buka klinik data bersama Dinas Lingkungan Hidup (DLH)") is None


def test_advice_to_the_host_does_not_swap_the_sides_where_home_has_a_heading_of_its_own():
    advice = "Masukan bagi Dinas Sosial Kota Malang\nBuka loket sore"
    assert is_for_host(advice, "Kota Serang", "Kota Malang")
    assert not is_for_host(f"Rekomendasi dan Tindak Lanjut (1)\n{advice}", "Kota Serang", "Kota Malang")


def test_a_hospital_is_called_by_its_initials():
    assert hospital_initials("Rumah Sakit Umum Daerah Achmad Mochtar Provinsi Sumatera Barat") == "RSAM"
    assert hospital_initials("Rumah Sakit Umum Daerah Kota Mataram") is None


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Dinas Perikanan menyewa dua gudang beku", True),
        ("BPKAD Kabupaten Agam membuka akses baca", True),
        ("Inspektorat menyampaikan terima kasih", False),
        ("Dinas Sosial yang kami kunjungi", False),
    ],
)
def test_a_unit_may_be_said_to_do_what_is_proposed(text: str, acts: bool):
    assert unit_acts(text) is acts


def test_a_line_named_recommendation_among_others_is_one():
    findings = """
# 1. Layanan pensiun
Kondisi : Berkas menumpuk di dua meja.
Sebab : Petugas hanya seorang.
Rekomendasi : Bidang Mutasi menambah seorang petugas loket pensiun.
Target penyelesaian : 31 Mei 2026
"""
    (item,) = found(findings)
    assert item.text.startswith("Bidang Mutasi menambah")
    assert item.due == date(2026, 5, 31)


@pytest.mark.parametrize(
    "heading",
    [
        "VI. Umpan balik kepada BPSDM Provinsi Bali",
        "Butuh uluran tangan OPD lain",
        "Tangga perubahan",
        "F. Yang ditawarkan kepada tuan rumah",
    ],
)
def test_headings_that_open_recommendations(heading: str):
    assert opens_section(heading)


def test_what_the_letter_awaits_or_refuses_is_no_recommendation():
    assert is_rejected("Daftar peserta hendaknya kami terima paling lambat 3 Mei 2026.")
    assert is_rejected("Sebaiknya kita tidak meniru sewa gedung itu.")
    assert not is_rejected("Jangan menambah aplikasi baru; cukup gunakan modul yang tersedia.")


def test_the_close_of_a_year_is_its_last_day():
    deadline = find_deadline("Memberi kode pada seluruh kursi sebelum tutup buku 2025")
    assert deadline is not None
    assert deadline.last == date(2025, 12, 31)


def test_in_minutes_one_who_proposes_is_not_the_one_who_is_to_act():
    minutes = """
NOTULEN RAPAT
Bagian Keuangan mengusulkan agar BPSDM membuka kelas daring bagi bendahara.
Pemimpin rapat menjelaskan bahwa kelas tatap muka wajib diikuti semua bendahara.
Menurutnya, Dinas Sosial perlu menambah dua loket di lantai bawah.
"""
    assert [item.addressee for item in found(minutes, Kind.OTHER)] == [
        f"Badan Pengembangan Sumber Daya Manusia{SUMBAR}",
        f"Dinas Sosial{SUMBAR}",
    ]


def test_a_ministry_asked_in_a_list_of_recommendations_is_to_act_whatever_units_it_is_to_move():
    text = (
        "# Rekomendasi\n1. Kementerian Sosial perlu mengembangkan komitmen daerah sebagai strategi untuk memperkuat pencegahan. "
        "Hal ini bisa dilakukan dengan mendorong dinas sosial untuk menyusun pedoman."
    )
    (item,) = found(text)
    assert item.addressee == "Kementerian Sosial"


def test_where_the_host_put_somebody_is_no_recommendation():
    assert is_rejected("Ia staf bidang perumahan, sehingga kami arahkan untuk magang di Bidang Permukiman.")
    assert not is_rejected("Kami arahkan agar Dinas Sosial menyusun pedoman magang.")


def test_a_service_that_lasts_is_no_time():
    assert find_deadline("Menerapkan layanan berkelanjutan bagi lansia") is None
    assert find_deadline("Melatih petugas loket secara berkelanjutan") is not None
