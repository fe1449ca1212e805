"""How many, and of which kinds, in clauses, tables and records met later."""

import pytest

from nlp.components.head_records import recorded_count
from nlp.components.participants import find_annexed, find_participants
from nlp.components.recommendation_units import units_of
from tests.nlp.components.documents import source


@pytest.mark.parametrize(
    ("text", "count", "groups"),
    [
        (
            "Dua pekan lamanya, sejak tanggal 4 Agustus, tiga orang auditor dan dua orang bendahara kami diberi kesempatan magang di Bantul.",
            5,
            [("auditor", 3), ("bendahara", 2)],
        ),
        (
            "# Peserta (5 orang)\n- Penyuluh Ahli Muda: 3 orang\n- Penyuluh Terampil: 2 orang\n- Koordinator: Ir. Darto Wibowo (NIP 19670808 199703 1 004)",
            5,
            [("Penyuluh Ahli Muda", 3), ("Penyuluh Terampil", 2)],
        ),
        ("# LAPORAN INDIVIDU PESERTA MAGANG\nRekam medis di RSUD Kota Mataram berjalan baik.", 1, []),
    ],
)
def test_count_and_groups(text: str, count: int, groups: list[tuple[str, int]]) -> None:
    found = find_participants(source(text))
    assert (found.count, [(group.label, group.count) for group in found.groups]) == (count, groups)


def test_an_agreement_tells_who_they_are_apart_from_where_they_go() -> None:
    text = (
        "PASAL 3\nPESERTA\nPeserta magang berjumlah 5 (lima) orang: Pengawas 3 orang dan Pelaksana 2 orang.\n"
        "PASAL 4\nTEMPAT\nPeserta ditempatkan pada :\n- Badan Kepegawaian sebanyak 4 orang; dan\n- Biro Umum sebanyak 1 orang.\n"
    )
    found = find_annexed(source(text))
    assert (found.count, [(group.label, group.count) for group in found.groups]) == (
        5,
        [("Pengawas", 3), ("Pelaksana", 2)],
    )


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Pemimpin rapat menjelaskan bahwa 11 orang ASN dari tiga dinas telah mengikuti magang di Surakarta.", 11),
        ("PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA 10 (sepuluh) orang peserta magang.", 10),
        ("Rapat magang dihadiri 23 orang.", None),
    ],
)
def test_a_record_counts_those_who_were_sent(sentence: str, count: int | None) -> None:
    assert recorded_count(units_of(source(sentence))) == count
