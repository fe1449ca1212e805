"""Short names of agencies that no list holds, read by their syllables."""

import pytest

from nlp.components.institution_syllables import spelled_out
from nlp.components.institutions import find_institutions


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("Disdagperin", "Dinas Perdagangan dan Perindustrian"),
        ("DISKOMINFOSANDI", "Dinas Komunikasi, Informatika dan Persandian"),
        ("Diskumindag", "Dinas Koperasi, Usaha Mikro, Perindustrian dan Perdagangan"),
        ("Disnakbun", "Dinas Peternakan dan Perkebunan"),
        ("Dinporapar", "Dinas Kepemudaan, Olahraga dan Pariwisata"),
        ("Disketapang", "Dinas Ketahanan Pangan"),
    ],
)
def test_syllables_spell_out_the_fields(short: str, name: str) -> None:
    assert spelled_out(short) == name


@pytest.mark.parametrize(
    "word",
    ["disiplin", "distribusi", "disposisi", "disampaikan", "disusun", "dinamika", "disabilitas", "dinding", "Disnak"],
)
def test_ordinary_words_and_forms_of_one_syllable_are_left_alone(word: str) -> None:
    assert spelled_out(word) is None


def test_in_a_text_with_the_region() -> None:
    found = find_institutions("Dinas Kumindag Kota Madiun mengirim data ke Disnakbun Kabupaten Ngada, lalu disusun.")
    assert [item.name for item in found] == [
        "Dinas Koperasi, Usaha Mikro, Perindustrian dan Perdagangan Kota Madiun",
        "Dinas Peternakan dan Perkebunan Kabupaten Ngada",
    ]
