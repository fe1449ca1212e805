"""Letters that ask back, that hope for guests, that speak for a head of government; clauses and notes that receive a team."""

from datetime import date
from typing import Any

import pytest

from nlp.components.visits import find_visits
from nlp.extraction import Kind, Visit
from tests.nlp.components.documents import facts, source

HOME = "Dinas Perhubungan Kota Tidore Kepulauan"
HOST = "Dinas Perhubungan Kota Tegal"


def visits(text: str, kind: Kind = Kind.LETTER, home: str = HOME, host: str = HOST, **given: Any) -> list[Visit]:
    given = {"published": date(2025, 2, 3), **given}
    return find_visits(source(text), facts(kind, home=home, host=host, **given))


@pytest.mark.parametrize(
    ("text", "visitor", "host", "start"),
    [
        (
            "Kami mengharapkan Bapak beserta para kepala bidang hadir di dermaga kami tanggal 4 s.d. 5 Mei 2025.",
            HOST,
            HOME,
            date(2025, 5, 4),
        ),
        (
            "Panen raya jatuh pada bulan Mei 2025. Kami senang bila kawan-kawan dari Tegal sudi menyeberang ke tempat kami pada waktu itu.",
            HOST,
            HOME,
            date(2025, 5, 1),
        ),
        (
            "Kami mohon kesediaan Saudara menerima tim kecil dari kota kami pada Mei 2025, sebagai langkah balasan.",
            HOME,
            HOST,
            date(2025, 5, 1),
        ),
        (
            "Wali Kota kami berhasrat mengunjungi Wali Kota Tegal pada Mei 2025.",
            "Pemerintah Kota Tidore Kepulauan",
            "Pemerintah Kota Tegal",
            date(2025, 5, 1),
        ),
        ("Rencana kedatangan Dinas Perhubungan Kota Tegal pada Mei 2025 kami setujui.", HOST, HOME, date(2025, 5, 1)),
    ],
)  # fmt: skip
def test_letters(text: str, visitor: str, host: str, start: date) -> None:
    (visit,) = visits("Yth. Kepala Dinas Perhubungan Kota Tegal\ndi Tempat\n\n" + text, signer="home")
    assert (visit.visitor, visit.host, visit.start) == (visitor, host, start)
    assert visit.reciprocal is (visitor == HOST or "balasan" in text)


def test_a_note_advises_to_receive() -> None:
    (visit,) = visits("Saran:\n- Menerima rombongan Tidore pada 26 Mei 2025 di ruang rapat", home=HOME, signer="host")
    assert (visit.visitor, visit.host, visit.reciprocal) == (HOME, HOST, False)


def test_officials_of_home_look_after_their_people() -> None:
    text = "Sekretaris Daerah bersama Kepala BKPSDM bermaksud menengok para peserta di Tegal pada 21 Mei 2025."
    (visit,) = visits(text, Kind.OTHER)
    assert (visit.visitor, visit.host) == (HOME, HOST)
    assert visits("Investor akan meninjau pasar di Tegal pada 21 Mei 2025.", Kind.OTHER) == []


def test_here_is_where_an_article_is_set() -> None:
    text = "“Beliau akan menyusul ke sini bulan Mei,” kata ketua rombongan."
    told = facts(Kind.NEWS, home=HOME, host=HOST, published=date(2025, 2, 3))
    assert find_visits(source(text), told) == []
    told.place = "Tegal"
    (visit,) = find_visits(source(text), told)
    assert (visit.visitor, visit.host) == (HOME, HOST)


def test_people_who_are_awaited_come_on_the_day_that_is_quoted_next() -> None:
    text = "Ia membawa pesan: orang Tegal ditunggu di Tidore. “Tanggal 9 sampai 11 Mei kami ada pekan kopi,” katanya."
    (visit,) = visits(text, Kind.NEWS)
    assert (visit.visitor, visit.host, visit.start) == (HOST, HOME, date(2025, 5, 9))


@pytest.mark.parametrize(
    ("clause", "visitor", "host"),
    [
        ("Pada bulan Mei 2025 PIHAK KESATU menerima tim pencari data PIHAK KEDUA.", "B", "A"),
        ("Sebagai kunjungan balasan, PIHAK KEDUA mengundang utusan PIHAK KESATU ke kampusnya pada Mei 2025.", "A", "B"),
    ],
)
def test_clauses_that_receive_and_invite(clause: str, visitor: str, host: str) -> None:
    names = {"A": "Pemerintah Kota Tegal", "B": "Universitas Khairun"}
    told = facts(Kind.MOU, parties=list(names.values()), published=date(2025, 2, 3))
    (visit,) = find_visits(source(clause), told)
    assert (visit.visitor, visit.host) == (names[visitor], names[host])
