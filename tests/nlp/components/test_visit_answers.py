"""Visits granted on another day, invitations back, purposes that are none, ends that a sentence names by another office."""

from datetime import date
from typing import Any

import pytest

from nlp.components.visit_purpose import purpose
from nlp.components.visit_runs import is_day_heading
from nlp.components.visits import find_visits
from nlp.extraction import DatedFact, DateType, Evidence, Kind, Visit
from tests.nlp.components.documents import facts, source

HOME = "Dinas Perhubungan Kota Tidore Kepulauan"
HOST = "Dinas Perhubungan Kota Tegal"


def visits(text: str, kind: Kind = Kind.REPORT, home: str = HOME, host: str = HOST, **given: Any) -> list[Visit]:
    given = {"published": date(2025, 2, 3), **given}
    return find_visits(source(text), facts(kind, home=home, host=host, **given))


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Kami mengundang Saudara untuk hadir pada tanggal 4 Mei 2025.", None),
        ("Pemkot X diundang untuk berkunjung ke Tenggarong awal tahun depan.", None),
        ("Pemkot X akan datang lagi untuk kunjungan balasan pada Mei 2025.", None),
        ("Kami berencana berkunjung guna mempelajari absensi; surat menyusul.", "mempelajari absensi"),
        ("Mereka ingin berkunjung untuk melihat rumah baca dan akan datang pada Mei 2025.", "melihat rumah baca"),
        ("Komisi III merencanakan kunjungan dalam rangka studi banding parkir ke DPRD Kota X.", "studi banding parkir"),
    ],
)
def test_a_purpose_is_neither_a_time_nor_the_journey(sentence: str, what: str | None) -> None:
    assert purpose(sentence) == what


def test_an_answer_to_a_letter_grants_the_visit_on_its_own_day() -> None:
    text = (
        "Yth. Kepala Dinas Perhubungan Kota Tegal\n\nMembalas surat Saudara Nomor 5/A tanggal 1 Februari 2025 hal Permohonan "
        "Kunjungan Kerja pada tanggal 10 Februari 2025, dengan ini kami sampaikan bahwa kami bersedia menerima kunjungan dimaksud "
        "pada tanggal 18 Februari 2025."
    )
    (visit,) = visits(text, Kind.LETTER, home=HOST, host=HOME, signer="host")
    assert (visit.visitor, visit.host, visit.start) == (HOST, HOME, date(2025, 2, 18))


@pytest.mark.parametrize(
    ("sentence", "visitor", "host"),
    [
        ("Dinas Perhubungan Kota Tegal mengundang kita kembali untuk mengikuti pekan angkutan pada 5 Mei 2025.", HOME, HOST),
        ("Dishub Kota Tegal diundang untuk berkunjung ke Tidore pada Maret 2025.", HOST, HOME),
        ("Dinas Perhubungan Kabupaten Tegal ingin berkunjung ke Tidore.", "Dinas Perhubungan Kabupaten Tegal", HOME),
        ("Dinas Perhubungan Kota Tegal mengirim dua teknisi ke Tidore pada Mei 2025 (sudah dijanjikan).", HOST, HOME),
        (
            "Perlu dilakukan kunjungan balasan dari Kota Tegal ke Kota Tidore Kepulauan.",
            "Pemerintah Kota Tegal",
            "Pemerintah Kota Tidore Kepulauan",
        ),
    ],
)  # fmt: skip
def test_who_comes_to_whom(sentence: str, visitor: str, host: str) -> None:
    assert [(visit.visitor, visit.host) for visit in visits(sentence)] == [(visitor, host)]


def test_an_agency_of_the_host_comes_to_a_government() -> None:
    (visit,) = visits(
        "Kami berharap tim Inspektorat Kabupaten Sleman melakukan kunjungan balik ke Pringsewu pada Mei 2025.",
        home="Badan Kepegawaian Daerah Kabupaten Pringsewu",
        host="Pemerintah Kabupaten Sleman",
    )
    assert (visit.visitor, visit.host) == ("Inspektorat Kabupaten Sleman", "Pemerintah Kabupaten Pringsewu")


def test_no_plan_is_no_visit() -> None:
    assert not visits("Dishub Kota Tegal belum menentukan rencana kunjungan ke Tidore.")


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("tahun 2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("tahun depan", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_year_is_a_time(when: str, start: date, end: date) -> None:
    (visit,) = visits(f"Dishub Kota Tegal dapat melakukan kunjungan balik ke Tidore {when}.")
    assert (visit.start, visit.end, visit.when_text) == (start, end, when)


def test_a_return_visit_has_not_the_day_of_the_first() -> None:
    text = "Wali Kota mengharap kunjungan balik Dishub Kota Tegal, Kamis (6/2/2025)."
    day, place = date(2025, 2, 6), Evidence(1, 0, 4, text[:4])
    found = facts(Kind.NEWS, home=HOME, host=HOST, published=date(2025, 2, 6))
    found.dates += [DatedFact(kind, day, text[:4], False, place, 0.9) for kind in (DateType.START, DateType.END)]
    (visit,) = find_visits(source(text), found)
    assert visit.start is None


def test_the_heading_of_a_day() -> None:
    assert is_day_heading("HARI KETIGA, Rabu 10 November 2021")
    assert not is_day_heading("Hari libur nasional dan cuti bersama tahun 2021 diatur tersendiri")
