"""Performance figures: what a sentence, two lines or a table state of whom, and what is no figure achieved.

`found` in the table beside this file: name | value | owner | year, parted by `; `, `-` for none; `home`: the party that writes.
"""

import csv
from pathlib import Path

import pytest

from nlp.components.indicators import find_indicators
from nlp.components.institutions import find_institutions
from tests.nlp.components.documents import facts, source

with (Path(__file__).parent / "indicator_forms.tsv").open(encoding="utf-8", newline="") as table:
    FORMS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
PADANG, SURABAYA = "Pemerintah Kota Padang", "Pemerintah Kota Surabaya"


def figures(notation: str, *, home: str | None = None) -> list[tuple[str, str, str | None, int | None]]:
    document = source(notation, file_format="txt")
    known = facts(home=home, host=None)
    known.institutions = find_institutions(document.text)
    found = find_indicators(document, known)
    for item in found:
        page = document.pages.pages[item.evidence.page - 1]
        assert page.text[item.evidence.start : item.evidence.end] == item.evidence.quote
        assert item.value.split()[0] in item.evidence.quote
    return [(item.name, item.value, item.owner, item.year) for item in found]


@pytest.mark.parametrize("form", FORMS, ids=[f"{form['group']}: {form['text']}" for form in FORMS])
def test_a_text_states_what_the_table_says(form: dict[str, str]) -> None:
    found = figures(form["text"].replace("\\n", "\n"), home=form["home"] or None)
    said = "; ".join(" | ".join(str(part or "-") for part in figure) for figure in found)
    assert (said or "-") == form["found"]


def test_the_table_holds_at_least_a_hundred_texts_none_of_them_twice() -> None:
    assert len({(form["text"], form["home"]) for form in FORMS}) == len(FORMS) >= 100


def test_a_table_of_figures_by_two_cities() -> None:
    found = figures(
        """
# Perbandingan
| Indikator | Kota Padang | Kota Surabaya |
| SAKIP 2023 | BB | A (82,10) |
| Indeks SPBE 2023 | 3,20 | 4,51 |
| Jumlah OPD | 38 | 41 |
"""
    )
    assert found == [
        ("SAKIP", "BB", PADANG, 2023),
        ("SAKIP", "A", SURABAYA, 2023),
        ("SPBE", "3,20", PADANG, 2023),
        ("SPBE", "4,51", SURABAYA, 2023),
    ]


def test_a_table_of_cities_by_two_figures() -> None:
    found = figures(
        """
| No | Daerah | Nilai SAKIP 2023 | Indeks SPBE 2023 |
| 1 | Kota Padang | BB | 3,20 |
| 2 | Kota Surabaya | A | 4,51 |
"""
    )
    assert set(found) == {
        ("SAKIP", "BB", PADANG, 2023),
        ("SPBE", "3,20", PADANG, 2023),
        ("SAKIP", "A", SURABAYA, 2023),
        ("SPBE", "4,51", SURABAYA, 2023),
    }


def test_a_table_of_years_leaves_the_target_out() -> None:
    found = figures(
        """
# Kinerja Kota Padang
| Indikator | 2022 | 2023 | Target 2024 |
| SAKIP | B | BB | A |
| IP ASN | 61,46 | 70,12 | 75,00 |
| Sasaran MCP | 80 | 85 | 90 |
"""
    )
    assert found == [
        ("SAKIP", "B", PADANG, 2022),
        ("SAKIP", "BB", PADANG, 2023),
        ("IP ASN", "61,46", PADANG, 2022),
        ("IP ASN", "70,12", PADANG, 2023),
    ]


def test_a_column_of_our_own_is_the_writers() -> None:
    found = figures(
        """
| Indikator | Kota Surabaya | Kondisi kita |
| SAKIP 2024 | A | BB |
""",
        home=PADANG,
    )
    assert found == [("SAKIP", "A", SURABAYA, 2024), ("SAKIP", "BB", PADANG, 2024)]


def test_what_a_recommendation_column_wishes_is_no_figure() -> None:
    found = figures(
        """
| Permasalahan | Rekomendasi |
| SAKIP Kota Padang tahun 2023 masih B | Menaikkan nilai SAKIP Kota Padang menjadi BB |
"""
    )
    assert found == [("SAKIP", "B", PADANG, 2023)]


def test_lines_that_a_page_breaks_are_one_sentence() -> None:
    found = figures(
        "Hasil evaluasi atas akuntabilitas kinerja menunjukkan bahwa nilai SAKIP Kota Padang\ntahun 2023 adalah BB."
    )
    assert found == [("SAKIP", "BB", PADANG, 2023)]


def test_a_paragraph_that_comes_whole_does_not_go_on_in_the_next() -> None:
    text = "Ruang baca kecamatan perlu dihidupkan lagi karena lama terkunci\nTingkat Kegemaran Membaca Kota Padang 2025 74,18"
    document = source(text, file_format="pptx")
    known = facts(home=None, host=None)
    known.institutions = find_institutions(document.text)
    assert [item.value for item in find_indicators(document, known)] == ["74,18"]


def test_what_is_counted_after_a_figure_is_none() -> None:
    text = "Indeks Inovasi Daerah Kota Padang tahun 2024 71,23.\nKami mendata 25 inovasi."
    assert figures(text, home="Pemerintah Kota Surabaya") == [("Indeks Inovasi Daerah", "71,23", PADANG, 2024)]


def test_one_figure_of_one_owner_and_year_is_given_once() -> None:
    text = "Nilai SAKIP Kota Padang tahun 2023 adalah BB.\nSekali lagi: SAKIP Kota Padang 2023 BB."
    assert figures(text) == [("SAKIP", "BB", PADANG, 2023)]


def test_a_header_of_two_rows_gives_owner_and_year() -> None:
    # The reader gives each cell the whole of its header; a column of targets is none.
    document = source(
        "# Ukuran\n| Ukuran | Kota Padang 2023 | Kota Padang 2024 | Kota Surabaya 2024 | Target 2029 |\n| IPM | 70,17 | 70,94 | 84,41 | 86,00 |"
    )
    known = facts(home=None, host=None)
    known.institutions = find_institutions(document.text)
    assert [(item.value, item.owner, item.year) for item in find_indicators(document, known)] == [
        ("70,17", PADANG, 2023),
        ("70,94", PADANG, 2024),
        ("84,41", SURABAYA, 2024),
    ]


def test_a_table_of_measures_has_shares_that_no_list_knows() -> None:
    found = figures(
        """
# Perbandingan
| Ukuran kinerja | Tahun | Kota Padang | Kota Surabaya |
| Indeks SPBE | 2023 | 3,20 | 4,51 |
| Surat dijawab tepat waktu | 2023 | 40% | 91% |
| Jumlah loket | 2023 | 4 | 9 |
"""
    )
    assert found[2:] == [
        ("Surat dijawab tepat waktu", "40%", PADANG, 2023),
        ("Surat dijawab tepat waktu", "91%", SURABAYA, 2023),
    ]


def test_our_agencys_score_is_not_its_governments() -> None:
    found = figures("Nilai SAKIP dinas kami tahun 2024 adalah B.", home="Dinas Perikanan Kota Padang")
    assert found == [("SAKIP", "B", "Dinas Perikanan Kota Padang", 2024)]


def test_values_of_another_without_names_follow_the_order_of_the_names() -> None:
    found = figures(
        "Kota Padang pada tahun 2024 meraih nilai SAKIP A dan indeks SPBE 4,02, sedangkan Kota Surabaya BB dan 3,91."
    )
    assert found == [
        ("SAKIP", "A", PADANG, 2024),
        ("SPBE", "4,02", PADANG, 2024),
        ("SAKIP", "BB", SURABAYA, 2024),
        ("SPBE", "3,91", SURABAYA, 2024),
    ]


def test_that_office_is_the_one_named_last_of_its_sort() -> None:
    text = "Kami ditempatkan di Dinas Sosial Kota Padang.\nBalai Kota ada di Kota Padang.\nNilai SAKIP dinas tersebut tahun 2024 adalah A."
    assert figures(text) == [("SAKIP", "A", "Dinas Sosial Kota Padang", 2024)]
    text = "Kami ditempatkan di Dinas Sosial Kota Padang.\nDinas ini memperoleh nilai SAKIP BB pada tahun 2024."
    assert figures(text) == [("SAKIP", "BB", "Dinas Sosial Kota Padang", 2024)]


def test_how_many_are_placed_is_no_score() -> None:
    assert not figures(
        """
| No | Pokok bahasan | Tempat | Jml |
| 1 | Evaluasi SAKIP | Bagian Organisasi Setda Kota Padang | 2 |
| 2 | Indeks SPBE | Diskominfo Kota Padang | 3 |
"""
    )
