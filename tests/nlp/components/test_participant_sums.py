"""Counts and their parts: what is stated is kept, whether or not it adds up; those who come in return are no participants."""

import pytest

from nlp.components.head_sums import warning_of_sum
from nlp.components.participants import find_participants
from nlp.components.placement_counts import warning_of_places
from nlp.components.placements import find_placements
from nlp.components.recommendation_units import units_of
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source


@pytest.mark.parametrize(
    ("text", "count", "groups", "warned"),
    [
        ("Magang diikuti 12 orang peserta terdiri dari 2 Administrator, 5 Pengawas dan 6 Pelaksana.", 12, [2, 5, 6], True),
        ("Magang diikuti 13 orang terdiri dari 2 Administrator, 5 Pengawas dan 6 Pelaksana.", 13, [2, 5, 6], False),
        ("Kunjungan dilakukan oleh 9 pejabat terdiri dari 3 orang Pejabat Administrator dan 5 Fungsional.", 9, [3, 5], True),
        ("# Siapa yang Berangkat\n| Jenjang | Orang |\n| Administrator | 2 |\n| Pengawas | 5 |\nSeluruhnya 8 orang dari 3 OPD", 8, [2, 5], True),
        ("Dari enam orang yang diusulkan hanya empat yang dapat kami tampung, yaitu arsiparis 3 orang dan pustakawan 1 orang.", 4, [3, 1], False),
    ],
)  # fmt: skip
def test_parts_that_do_not_add_up(text: str, count: int, groups: list[int], warned: bool) -> None:
    document = source(text)
    found = find_participants(document)
    assert (found.count, [group.count for group in found.groups]) == (count, groups)
    assert (warning_of_sum(units_of(document), found.count, found.groups) is not None) is warned


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Delapan pegawai Dinas Sosial menjalani magang di Kota Cimahi. Cimahi akan mengirim dua petugas ke Kolaka.",
            8,
        ),
        ("Studi tiru diikuti satu ketua beserta sepuluh anggota.", 11),
        ("# Saran\nMembentuk regu penjaga taman beranggotakan 15 orang", None),
    ],
)
def test_who_is_counted(text: str, count: int | None) -> None:
    assert find_participants(source(text), homeward=["Kolaka"]).count == count


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Magang diikuti dua orang ASN.\nKedua peserta adalah Ani Sari dari Dinas Sosial dan Budi Jaya (Bappeda).",
            [("Ani Sari", None, "Dinas Sosial"), ("Budi Jaya", None, "Bappeda")],
        ),
        (
            "# Peserta\n1. Ani Sari, S.E. (Bappeda)\n2. Budi Jaya, S.H. (Kepala Subbagian Umum)",
            [("Ani Sari, S.E.", None, "Bappeda"), ("Budi Jaya, S.H.", "Kepala Subbagian Umum", None)],
        ),
        (
            "Pelaksana 3 orang: 1 Pengawas dan 2 Pelaksana, yaitu Ani Sari, S.E.; Budi Jaya; dan Cici Ayu.",
            [("Ani Sari, S.E.", None, None), ("Budi Jaya", None, None), ("Cici Ayu", None, None)],
        ),
    ],
)
def test_where_the_participants_come_from(text: str, people: list[tuple[str, str | None, str | None]]) -> None:
    found = find_participants(source(text)).people
    assert [(person.name, person.position, person.unit) for person in found] == people


def test_the_authors_of_a_presentation_took_part() -> None:
    text = "# Paparan Hasil Magang\nOleh: Yuliani dan Rahmat Wibowo\n# Rekomendasi"
    assert [p.name for p in find_participants(source(text), authors=True).people] == ["Yuliani", "Rahmat Wibowo"]
    assert not find_participants(source(text)).people


def test_more_places_named_than_counted() -> None:
    said = "Peserta ditempatkan di {} perangkat daerah yaitu BKD, Dinas Sosial, dan Dinas Perhubungan."
    for number, warned in (("2", True), ("3", False)):
        document = source(said.format(number))
        places = find_placements(
            document, facts(Kind.REPORT, home="Pemerintah Kabupaten Agam", host="Pemerintah Provinsi Jawa Timur")
        )
        assert len(places) == 3
        assert (warning_of_places(document, units_of(document), places) is not None) is warned
