import pytest

from nlp.components.proposals import Judged, Piece, judge, load, may_be
from nlp.extraction import Kind

TRAINED = load("proposals")


def likely(text: str, *headings: str, place: str = "item") -> float:
    assert TRAINED is not None
    (found,) = judge(TRAINED, [Piece(0, len(text), text, place, headings, kind=Kind.REPORT)])
    return found


@pytest.mark.parametrize(
    ("proposed", "told"),
    [
        (
            "Menyusun peta jalan digitalisasi arsip kepegawaian paling lambat Juni 2026",
            "Arsip kepegawaian disimpan di lantai dua",
        ),
        ("Membentuk tim penilai kinerja lintas perangkat daerah", "Tim penilai kinerja bekerja sejak tahun 2019"),
    ],
)
def test_an_action_below_a_heading_of_recommendations_is_likelier_than_a_statement(proposed: str, told: str) -> None:
    assert likely(proposed, "Rekomendasi") > 0.5 > likely(told, "Gambaran Umum")


def test_the_heading_counts() -> None:
    text = "Penguatan pengawasan internal"
    assert likely(text, "Rencana Tindak Lanjut") > likely(text, "Tugas dan Fungsi")


def test_what_has_no_cue_is_not_judged() -> None:
    assert not may_be(Piece(0, 10, "Gedung baru berlantai tiga", "paragraph"))
    assert may_be(Piece(0, 10, "Gedung baru perlu dibangun", "paragraph"))


def test_the_likeliest_piece_of_a_stretch_counts() -> None:
    judged = Judged(
        [Piece(0, 10, "a b", "item"), Piece(10, 30, "c d", "item"), Piece(40, 50, "e f", "item")], [0.2, 0.9, 0.4]
    )
    assert judged.within(0, 30) == 0.9
    assert judged.within(0, 10) == 0.2
    assert judged.within(30, 40) is None
