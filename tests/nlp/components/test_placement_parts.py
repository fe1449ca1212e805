"""Placements of a party that parts: who is how many where, requests that the host refuses, names that end in a figure."""

from nlp.components.placements import find_placements
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

MALANG = "Pemerintah Kabupaten Malang"
BAPPEDA = "Badan Perencanaan Pembangunan Daerah Kabupaten Malang"


def _units(text: str, host: str, kind: Kind = Kind.REPORT) -> list[tuple[str, int | None]]:
    given = facts(kind, home="Pemerintah Provinsi Sumatera Barat", host=host, parties=())
    return [(item.unit, item.count) for item in find_placements(source(text), given)]


def test_a_subdistrict_among_the_parts_of_an_agencys_guests():
    text = "Peserta dibagi ke tiga lokus, yakni Bappeda (4 orang), Dinas Sosial (2 orang), dan Kecamatan Dau (1 orang)."
    assert _units(text, BAPPEDA) == [
        (BAPPEDA, 4),
        ("Dinas Sosial Kabupaten Malang", 2),
        ("Kecamatan Dau Kabupaten Malang", 1),
    ]


def test_members_of_the_team_before_the_place():
    text = "Magang di Bappeda. Pada hari ketiga, dua orang anggota tim ditempatkan di Kecamatan Dau dan tiga orang di Dinas Sosial."
    assert _units(text, BAPPEDA) == [
        (BAPPEDA, None),
        ("Kecamatan Dau Kabupaten Malang", 2),
        ("Dinas Sosial Kabupaten Malang", 3),
    ]


def test_a_refused_request_places_nobody():
    text = "Kunjungan dilaksanakan di Dinas Sosial dan Bappeda. Permintaan kunjungan di RSUD Kanjuruhan belum dapat kami penuhi."
    assert [unit for unit, _ in _units(text, MALANG, Kind.LETTER)] == ["Dinas Sosial Kabupaten Malang", BAPPEDA]


def test_a_name_that_ends_in_a_figure():
    assert ("Balai Latihan Kerja Dau 2 Kabupaten Malang", 3) in _units(
        "# Lokus\n- Balai Latihan Kerja Dau 2 (3 orang)\n- Dinas Sosial (2 orang)", MALANG
    )
