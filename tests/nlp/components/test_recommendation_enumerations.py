import pytest

from nlp.components.recommendation_enumerations import enumeration, listed, parts_by_agar


@pytest.mark.parametrize(
    "text",
    [
        "Disarankan agar: (1) menyusun peta risiko; (2) membentuk tim; dan (3) melatih 20 auditor. Demikian.",
        "Disarankan agar: 1) menyusun peta risiko; 2) membentuk tim; serta 3) melatih 20 auditor.",
        "Disarankan agar: a. menyusun peta risiko, b. membentuk tim, dan c. melatih 20 auditor.",
        "Usul kami. Pertama, menyusun peta risiko. Kedua, membentuk tim. Terakhir, melatih 20 auditor. Kami siap membantu.",
    ],
)
def test_the_items_that_a_paragraph_counts_off_are_cut(text: str):
    found = enumeration(text)
    assert found is not None
    items = [text[start:end].rstrip(".") for start, end in found.items]
    assert items == ["menyusun peta risiko", "membentuk tim", "melatih 20 auditor"]


@pytest.mark.parametrize(
    "text", ["Pasal 1) berlaku sejak tahun 2024.", "Yang pertama, tim berkunjung ke Bantul.", "Nilai B (2) dan A (3)."]
)
def test_a_lone_mark_counts_nothing_off(text: str):
    assert enumeration(text) is None


def test_actions_after_a_colon_word_are_several():
    text = "Tiga usulan itu adalah pembentukan tim aset, penyusunan peta jabatan oleh BKD, serta pemasangan alat rekam."
    assert [text[start:end] for start, end in listed(text)] == [
        "pembentukan tim aset", "penyusunan peta jabatan oleh BKD", "pemasangan alat rekam.",
    ]  # fmt: skip


def test_things_that_are_no_actions_are_not_cut():
    assert listed("Peserta berasal dari tiga dinas, yaitu Dinas Sosial, Dinas Kesehatan, dan Bappeda.") == ()


def test_a_second_agar_begins_another_action():
    text = "Kami menyarankan agar BKD menambah asesor, dan agar Bappeda mengubah indikator."
    assert [text[a:b] for a, b in parts_by_agar(text)][1] == "agar Bappeda mengubah indikator."


def test_the_last_action_of_a_list_behind_a_bare_dan():
    text = "Ia mengusulkan tiga hal, yakni membuka loket daring, menggandeng lima bengkel dan mengirim dua juru las."
    assert [text[start:end] for start, end in listed(text)] == [
        "membuka loket daring", "menggandeng lima bengkel", "mengirim dua juru las.",
    ]  # fmt: skip


def test_a_dan_within_an_action_parts_nothing():
    text = (
        "Usulnya yakni menyusun peta risiko dan membahasnya bersama OPD, membentuk tim kecil, dan melatih dua auditor."
    )
    assert [text[start:end] for start, end in listed(text)] == [
        "menyusun peta risiko dan membahasnya bersama OPD", "membentuk tim kecil", "melatih dua auditor.",
    ]  # fmt: skip
