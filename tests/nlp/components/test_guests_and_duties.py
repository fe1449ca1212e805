"""Who came and what is to be done, in the wordings of news and letters: guests counted party by party, duties told in a row."""

from datetime import date
from typing import Any

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.deadlines import find_last_year, find_month
from nlp.components.participants import find_participants
from nlp.components.people_rows import end_of_office
from nlp.components.placements import find_placements
from nlp.components.recommendation_enumerations import listed_by_number, parts_by_agar
from nlp.components.recommendation_sides import blends_name
from nlp.components.recommendation_words import is_rejected
from nlp.components.recommendations import find_recommendations
from nlp.extraction import Kind, Recommendation
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
HOME = "Dinas Perikanan Kabupaten Sumbawa Barat"


def found(text: str, kind: Kind, home: str = HOME, **given: Any) -> list[Recommendation]:
    told = facts(kind, home=home, host="Dinas Perikanan Kota Tegal", **given)
    return find_recommendations(source(text), told)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ada 14 orang dalam rombongan itu.", 14),
        ("Sebanyak 9 pegawai yang ikut dalam delegasi menginap di Tegal.", 9),
        ("Saya dan 7 orang lain dari Taliwang, jadi 8 orang, magang di Tegal.", 8),
        ("Pagi itu 18 tamu dari Sumbawa turun dari bus.", 18),
        ("Total 27 tamu tercatat di buku itu.", 27),
        ("Kepala Dinas Perikanan Darto Wibowo mengatakan pihaknya membawa enam pegawai ke Tegal.", 7),
        (
            "# Magang 12 ASN\nMagang 12 ASN ditutup. Delapan orang magang di Tegal. Empat lainnya bertugas di Brebes.",
            12,
        ),
    ],
)
def test_how_many_came(text: str, count: int) -> None:
    assert find_participants(source(text)).count == count


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Kolaka datang dengan 12 orang. Sedangkan Muna Barat mengutus 9 orang, diketuai kabagnya.",
            [("Kolaka", 12), ("Muna Barat", 9)],
        ),
        (
            "Ada 10 orang dalam rombongan itu. Selain Bupati, ikut pula dua kepala dinas, empat camat dan tiga lurah.",
            [("kepala dinas", 2), ("camat", 4), ("lurah", 3)],
        ),
    ],
)
def test_the_groups_that_came(text: str, groups: list[tuple[str, int]]) -> None:
    assert [(group.label, group.count) for group in find_participants(source(text)).groups] == groups


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Kepala Bapenda Mimika ", "Darto Wibowo di Makassar"),
        ("Wali Kota Tidore Kepulauan ", "Darto Wibowo Malan memimpin"),
        ("Asisten II Setkab ", "Darto Wibowo, S.H., tiba"),
        ("Kabag Kesra ", "H. Darto Wibowo"),
        ("", "Kepala Dinas Perikanan, Darto Wibowo"),
    ],
)
def test_where_an_office_ends(office: str, name: str) -> None:
    assert end_of_office(office + name) in {len(office), len(office) - 1}


def test_names_of_a_team() -> None:
    listed = find_participants(source("# Anggota tim\n- Darto Wibowo, Sari Melati, Joko Susilo (staf)")).people
    assert [(person.name, person.position) for person in listed] == [
        ("Darto Wibowo", "staf"),
        ("Sari Melati", "staf"),
        ("Joko Susilo", "staf"),
    ]
    led = find_participants(source("Peserta dari kelompok perikanan lewat koordinatornya, Sari Melati, meminta waktu."))
    assert [person.name for person in led.people] == ["Sari Melati"]
    brought = find_participants(
        source("Kepala Bapenda Mimika Darto Wibowo di Makassar menuturkan pihaknya memboyong enam staf untuk magang.")
    )
    assert [(person.name, person.position) for person in brought.people] == [("Darto Wibowo", "Kepala Bapenda Mimika")]
    other = find_participants(
        source("Saudara dapat menghubungi Sdr. Darto Wibowo, S.IP., NIP 19890623 201503 1 004, pada BKD untuk magang.")
    )
    assert other.people == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Apabila jadwal yang kami usulkan berbenturan dengan acara lain, kami dapat menyesuaikan.",
        "Jika tanggal yang kami ajukan kurang tepat, mohon kami diberi tahu.",
        "Tim mengajukan saran berikut, disusun menurut waktunya.",
        "Staf muda ini kami titip bekerja dengan petugas di sini, agar cepat paham.",
        "PENILAIAN MENTOR (diisi mentor)",
    ],
)
def test_no_proposals(sentence: str) -> None:
    assert is_rejected(sentence)


def test_a_relative_clause_tells_only_which_ones() -> None:
    assert not is_rejected("nelayan yang sudah terdaftar perlu diberi kartu baru")
    assert is_rejected("nelayan sudah diberi kartu baru")


@pytest.mark.parametrize(
    "text",
    [
        "dua hal kami titipkan kepada BKD: tambahan penyuluh perlu diusulkan tahun ini, dan penyuluh lama jangan dipindahkan.",
        "Ada dua permintaan untuk Bappeda, yakni pagu pelabuhan tidak boleh dikurangi lagi; kapal patroli lama sebaiknya dilelang.",
    ],
)
def test_as_many_parts_as_are_counted(text: str) -> None:
    assert len(listed_by_number(text)) == 2


def test_what_was_decided_for_two_units() -> None:
    text = (
        "Untuk itu sudah diputuskan bahwa Bidang Tangkap harus memindai seluruh izin kapal sebelum 30 Juni 2026, "
        "dan Bidang Budidaya perlu menyusun daftar kolam yang meniru susunan Kota Tegal."
    )
    assert len(parts_by_agar(text)) == 2
    proposals = found(text, Kind.LETTER)
    assert [(item.addressee, item.due) for item in proposals] == [
        (f"Bidang Tangkap {HOME}", date(2026, 6, 30)),
        (f"Bidang Budidaya {HOME}", None),
    ]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Salah satu yang akan ia ajukan ialah agar Bappeda menyusun peta tangkap.", "Bappeda"),
        ("Kelompok perikanan menyarankan agar Dinas Kesehatan Sumbar menyalin pola rujukan.", "Dinas Kesehatan"),
        ("“Usul kami, Disdukcapil Sumbar melayani perekaman KTP di pulau-pulau,” ujarnya.", "Dinas Kependudukan"),
    ],
)
def test_whom_news_addresses(text: str, addressee: str) -> None:
    region = "Provinsi Sumatera Barat"
    proposals = found(f"# Studi tiru\n{text}", Kind.NEWS, home=f"Pemerintah {region}")
    begins = {"Bappeda": "Badan Perencanaan"}.get(addressee, addressee)
    assert [(item.addressee or "").startswith(begins) for item in proposals] == [True]
    assert (proposals[0].addressee or "").endswith(region)
    assert "Sumbar" not in (proposals[0].addressee or "")


def test_blended_names() -> None:
    assert blends_name("Sumbar", "Provinsi Sumatera Barat")
    assert blends_name("Mamteng", "Kabupaten Mamberamo Tengah")
    assert not blends_name("Sumatera", "Provinsi Sumatera Barat")
    assert not blends_name("Sulsel", "Provinsi Sumatera Barat")


def test_times_without_a_year_and_with_one() -> None:
    quarter = find_month("memeriksa ulang daftar kapal pada triwulan III", date(2025, 4, 24))
    assert quarter is not None
    assert quarter.last == date(2025, 9, 30)
    assert find_month("pada triwulan III 2024 nilai turun", date(2025, 4, 24)) is None
    year = find_last_year("dengan perahu dua kali setahun, dimulai 2026,” ujarnya")
    assert year is not None
    assert (year.text, year.last) == ("dimulai 2026", date(2026, 12, 31))


def test_places_told_last_and_tables_of_orders() -> None:
    told = facts(Kind.NEWS, home="Pemerintah Kabupaten Paser", host="Pemerintah Kota Madiun")
    text = "Tiga peserta ditempatkan di Bappeda, dua orang di Dinas Sosial. Satu peserta lainnya, seorang bidan, akan berada di Dinas Kesehatan."
    assert [(item.unit, item.count) for item in find_placements(source(text), told)] == [
        ("Badan Perencanaan Pembangunan Daerah Kota Madiun", 3),
        ("Dinas Sosial Kota Madiun", 2),
        ("Dinas Kesehatan Kota Madiun", 1),
    ]
    orders = "# Usul\n| Perangkat Daerah | Perintah | Waktu |\n| Dinas Sosial | menyusun data | Juni 2026 |"
    assert find_placements(source(orders), told) == []
