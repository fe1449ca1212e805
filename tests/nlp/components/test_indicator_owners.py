"""Whose a performance figure is where a text names others beside it, or the owner by another word than its name."""

import pytest

from nlp.components.indicators import find_indicators
from nlp.components.institutions import find_institutions
from tests.nlp.components.documents import facts, source

HOME, HOST = "Dinas Kesehatan Kabupaten Alor", "Dinas Kesehatan Kota Batu"


def figures(text: str, *, home: str | None = HOME, host: str | None = HOST) -> list[tuple[str, str, str | None, int | None]]:  # fmt: skip
    document = source(text, file_format="txt")
    known = facts(home=home, host=host)
    known.institutions = find_institutions(document.text)
    return [(item.name, item.value, item.owner, item.year) for item in find_indicators(document, known)]


@pytest.mark.parametrize(
    ("text", "owner", "year"),
    [
        # The host without its name.
        ("Pada 2023 antrean turun. IKM dinas tuan rumah pada tahun yang sama 89,94.", HOST, 2023),
        ("Kabupaten Alor masih belajar. Nilai IKM tuan rumah tahun 2024 adalah 88,10.", HOST, 2024),
        ("Indeks SPBE di lokus magang 3,91 tahun 2023.", "Pemerintah Kota Batu", 2023),
        ("Di lokus magang pagar dicat. Indeks SPBE Kabupaten Alor 2,40 tahun 2023.", "Pemerintah Kabupaten Alor", 2023),
        # Who asks the questions is not whose the score is.
        ("Kabupaten Alor luas. Survei yang dilakukan Bagian Organisasi menghasilkan IKM 71,20 untuk tahun 2022.", HOME, 2022),
        ("Penilaian Kabupaten Alor yang dilaksanakan oleh Inspektorat memberi SAKIP nilai B tahun 2022.", "Pemerintah Kabupaten Alor", 2022),
        # A region that is the end of another place's name.
        ("Kapal bertolak dari Tanjung Batu setiap pagi.\n\nIKM dinas kami tahun 2024 mencapai 86,74.", HOME, 2024),
        ("Kantor di Jalan Ambon itu ramai.\n\nNilai SAKIP tahun 2024 mencapai BB.", "Pemerintah Kabupaten Alor", 2024),
        # The unit as its kind, with the full name of its short one.
        (
            "UPTD Sanur adalah UPTD Pengelolaan Pantai Sanur Kota Denpasar.\n\nPetugas UPTD Sanur ramah. IKM UPTD tahun 2024 mencapai 86,74.",
            "UPTD Pengelolaan Pantai Sanur Kota Denpasar",
            2024,
        ),
    ],
)  # fmt: skip
def test_the_owner_beside_other_names(text: str, owner: str, year: int) -> None:
    assert [(found[2], found[3]) for found in figures(text)] == [(owner, year)]


def test_a_region_that_was_only_mentioned_is_no_owner() -> None:
    text = "Desa itu yang pertama di Kota Denpasar berstatus badan hukum.\n\nIndeks Kepuasan Masyarakat 2025 tercatat 87,15."
    assert [owner for _, _, owner, _ in figures(text, home=None, host=None)] == [None]
    told = text.replace("Masyarakat 2025", "Masyarakat Kota Denpasar 2025")
    assert [owner for _, _, owner, _ in figures(told, home=None, host=None)] == ["Pemerintah Kota Denpasar"]


def test_the_scores_of_an_analysis_are_no_figures() -> None:
    assert figures("Isu terpilih: data belum terpusat (Skor USG: 14, Skor ASTRID 86, Skor APKL 12).") == []
    assert figures("Skor Pre Test 61,20 dan Skor Post Test 88,40.") == []
    assert figures("Skor SAKIP Kabupaten Alor tahun 2024 adalah 62,10.") != []
