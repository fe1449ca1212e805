"""Performance figures on cards and in short tables, and those whose agency the sentence before has named."""

import pytest

from tests.nlp.components.test_indicators import PADANG, SURABAYA, figures


def test_a_row_of_values_above_the_row_of_their_names():
    text = "# Surabaya dalam angka\nA\n4,42\nSAKIP Kota Surabaya 2023\nIndeks SPBE 2023"
    assert figures(text) == [("SAKIP", "A", SURABAYA, 2023), ("SPBE", "4,42", SURABAYA, 2023)]


@pytest.mark.parametrize("name", ["Reformasi Birokrasi (2024)", "RB 2024"])
def test_a_reform_that_is_all_a_row_names_is_its_index(name: str):
    table = f"| Aspek | Kota Padang | Kota Surabaya |\n| {name} | 52,17 | 81,30 |\n| Jumlah OPD | 30 | 40 |"
    assert figures(table) == [
        ("Indeks Reformasi Birokrasi", "52,17", PADANG, 2024),
        ("Indeks Reformasi Birokrasi", "81,30", SURABAYA, 2024),
    ]


def test_a_reform_that_is_only_spoken_of():
    assert figures("Reformasi birokrasi di Kota Surabaya berjalan sejak 2010 dengan 5 area.") == []


def test_how_many_obey_a_duty_is_the_agency_s_that_the_column_names():
    table = "| Uraian | Bapenda Kota Padang | Bapenda Kota Surabaya |\n| Kepatuhan PKB 2024 | 58,3% | 71,8% |\n| Target kepatuhan 2026 | 66% | 76% |"
    assert figures(table) == [
        ("Kepatuhan PKB", "58,3%", "Badan Pendapatan Daerah Kota Padang", 2024),
        ("Kepatuhan PKB", "71,8%", "Badan Pendapatan Daerah Kota Surabaya", 2024),
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "value"),
    [
        ("Nilai SAKIP dinas hasil evaluasi Inspektorat Tahun 2023 adalah 80,45.", "SAKIP", "80,45"),
        ("Indeks Kepuasan Masyarakat dinas itu pada 2023 tercatat 90,11.", "Indeks Kepuasan Masyarakat", "90,11"),
    ],
)
def test_the_agency_of_the_sentence_before(sentence: str, name: str, value: str):
    text = f"Dinas Sosial Kota Surabaya membina 30 panti. {sentence}"
    assert figures(text) == [(name, value, "Dinas Sosial Kota Surabaya", 2023)]


def test_another_s_value_behind_a_bracket_and_a_year():
    text = "Kota Padang baru mengantongi nilai SAKIP 58,20 (CC) pada 2024, jauh di bawah Kota Surabaya yang sudah 82,35 (A)."
    assert figures(text) == [("SAKIP", "58,20", PADANG, 2024), ("SAKIP", "82,35", SURABAYA, 2024)]


TABLE = "| Ukuran | Kota Padang | Kota Surabaya |\n| Indeks SPBE | 2,11 | 4,42 |"


def test_the_year_of_the_heading_above():
    assert figures(f"# Rapor dua kota (2024)\n{TABLE}") == [
        ("SPBE", "2,11", PADANG, 2024),
        ("SPBE", "4,42", SURABAYA, 2024),
    ]


@pytest.mark.parametrize("heading", ["Kinerja dan target 2024", "Studi tiru 2024", "Capaian 2023 dan 2024"])
def test_a_heading_whose_year_is_not_that_of_the_figures(heading: str):
    assert [year for *_, year in figures(f"# {heading}\n{TABLE}")] == [None, None]


def test_risk_management_has_an_index_with_its_word_behind():
    text = "Manajemen Risiko Indeks (MRI) Pemerintah Kota Padang tahun 2023 sebesar 2,805. Kota Surabaya memiliki MRI tahun 2023 sebesar 3,300."
    assert figures(text) == [
        ("Manajemen Risiko Indeks", "2,805", PADANG, 2023),
        ("Manajemen Risiko Indeks", "3,300", SURABAYA, 2023),
    ]


def test_a_bare_predicate_that_is_told_in_full_further_down():
    text = "SAKIP Kota Padang masih CC.\n# Latar\nHasil evaluasi akuntabilitas kinerja Pemerintah Kota Padang Tahun 2022 memperoleh nilai 58,40 (CC)."
    assert figures(text) == [("SAKIP", "58,40", PADANG, 2022)]
