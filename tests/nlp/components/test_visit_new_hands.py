"""Visits as letters and slides met later tell them: who is bidden to come, who looks after whom, days moved, an invitation sent."""

from datetime import date
from typing import Any

import pytest

from nlp.components.visit_merging import one_way
from nlp.components.visits import find_visits
from nlp.extraction import Evidence, Kind, Visit
from tests.nlp.components.documents import facts, source

HOME = "Dinas Perhubungan Kota Tidore Kepulauan"
HOST = "Dinas Perhubungan Kota Tegal"


def visits(text: str, kind: Kind = Kind.REPORT, home: str = HOME, host: str = HOST, **given: Any) -> list[Visit]:
    given = {"published": date(2025, 2, 3), **given}
    return find_visits(source(text), facts(kind, home=home, host=host, **given))


def ends(text: str, kind: Kind = Kind.REPORT, **given: Any) -> list[tuple[str, str]]:
    return [(visit.visitor, visit.host) for visit in visits(text, kind, **given)]


@pytest.mark.parametrize(
    ("sentence", "visitor", "host"),
    [
        (
            "Tim Dinas Perhubungan Kota Tegal kami persilakan datang meninjau halte pada 24 dan 25 Juni 2025.",
            HOST,
            HOME,
        ),
        ("Rombongan Kota Tegal kami nantikan hadir di tempat kami pada 3 Juni 2025.", HOST, HOME),
        ("Kami bermaksud menghadap terlebih dahulu ke kantor Saudara pada 11 dan 12 Mei 2025.", HOME, HOST),
        ("Seorang kepala bidang kami ingin datang langsung ke kantor Saudara pada 11 Mei 2025.", HOME, HOST),
    ],
)
def test_a_letter_bids_guests_to_come_or_asks_to_be_received(sentence: str, visitor: str, host: str) -> None:
    text = "Yth. Kepala Dinas Perhubungan Kota Tegal\n\nDengan hormat, pekerjaan kita berjalan baik.\n\n" + sentence
    assert ends(text, Kind.LETTER, signer="home") == [(visitor, host)]


def test_when_guests_arrive_is_to_be_told_and_no_visit_of_ours() -> None:
    text = (
        "Yth. Kepala Dinas Perhubungan Kota Tegal\n\nDengan hormat.\n\n"
        "Mohon perkenan Saudara agar waktu tiba di Bandara Babullah dikabarkan kepada kami."
    )
    assert ends(text, Kind.LETTER, signer="home") == []


@pytest.mark.parametrize(
    ("sentence", "visitor", "host"),
    [
        (
            "Kepala Dinas Perhubungan Kota Tegal telah kami undang untuk melihat halte di Tidore pada Mei 2025.",
            HOST,
            HOME,
        ),
        ("Dinas Perhubungan Kota Tidore Kepulauan akan menengok peserta di sana pada 24 Mei 2025.", HOME, HOST),
        ("Pembimbing kami, Drs. Harto, bersedia meninjau terminal di Tidore pada Mei 2025.", HOST, HOME),
    ],
)
def test_who_comes_in_a_report(sentence: str, visitor: str, host: str) -> None:
    assert ends(sentence) == [(visitor, host)]


def test_an_invitation_to_what_is_over_is_no_visit() -> None:
    assert ends("Kepala Dinas Perhubungan Kota Tegal telah kami undang untuk melihat halte di Tidore.") == []


def test_next_month_is_the_month_after_the_article() -> None:
    (visit,) = visits("Kata kepala dinas itu, bulan depan kami ke Tidore sebagai kunjungan balasan.", Kind.NEWS)
    assert (visit.start, visit.end) == (date(2025, 3, 1), date(2025, 3, 31))


def test_other_articles_of_a_page_are_another_story() -> None:
    text = (
        "Pegawai Tidore magang di Tegal.\n\n" + "Mereka belajar mengatur halte dan rute angkutan kota. " * 6 + "\n\n"
        "Berita Lain:\n- Dishub Kota Tegal akan berkunjung ke Tidore pada Mei 2025"
    )
    assert ends(text, Kind.NEWS) == []


def test_a_letter_tells_of_one_journey_in_one_direction() -> None:
    def visit(visitor: str, host: str, start: date | None) -> Visit:
        evidence = Evidence(page=1, start=0, end=1, quote="x")
        return Visit(visitor, host, False, start, start, None, None, evidence, 0.8)

    first, back = visit(HOST, HOME, date(2025, 5, 2)), visit(HOME, HOST, date(2025, 5, 2))
    later = visit(HOME, HOST, date(2025, 6, 2))
    assert one_way([first, back, later]) == [first, later]
