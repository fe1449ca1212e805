"""Where it was signed or took place."""

import pytest

from nlp.components.place import _signed_at
from tests.nlp.components.documents import source


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("bertempat di Surabaya, kami", "Surabaya"),
        ("bertempat di Kantor Dinas Kesehatan, Kota Malang, kami", "Kota Malang"),
        ("bertempat di ruang rapat Dekanat di Palu, kami", "Palu"),
        ("bertempat di Pendopo Si Panji Purwokerto, kami", "Purwokerto"),
        ("di Labuan Bajo, kami", "Labuan Bajo"),
        ("bertempat di Tabanan dan Singaraja, kami", "Tabanan"),
        ("bertempat di ........, kami", None),
        ("bertempat di Kantor Dinas Kesehatan, kami", None),
    ],
)
def test_signed_at(where: str, place: str | None) -> None:
    text = (
        "NOTA KESEPAHAMAN\nTENTANG\nMAGANG\n"
        f"Pada hari ini Senin tanggal 1 Juli 2024 {where} yang bertanda tangan di bawah ini:\n"
        "1. ANI, Bupati Maros, untuk dan atas nama Pemerintah Kabupaten Maros, selanjutnya disebut PIHAK KESATU\nPasal 1\nPARA PIHAK"
    )
    assert _signed_at(source(text)) == place
