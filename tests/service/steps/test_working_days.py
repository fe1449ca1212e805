from datetime import date, timedelta

import pytest
from flask import Flask
from flask_babel import force_locale
from hypothesis import given
from hypothesis import strategies as st

from service.filters import told
from service.steps import working_days
from service.steps.working_days import Block


@pytest.mark.parametrize(
    ("day", "block", "cause"),
    [
        (date(2026, 12, 25), Block.HOLIDAY, "Hari Raya Natal"),
        (date(2026, 12, 24), Block.JOINT_LEAVE, "Cuti Bersama Hari Raya Natal"),
        (date(2027, 3, 9), Block.JOINT_LEAVE, "Cuti Bersama Hari Raya Idul Fitri (perkiraan)"),
        (date(2026, 11, 21), Block.WEEKEND, "Akhir pekan"),
        (date(2026, 12, 10), Block.BUSY, "Penutupan tahun anggaran"),
        (date(2027, 2, 8), Block.BUSY, "Ramadan (perkiraan)"),
        (date(2026, 3, 26), Block.BUSY, "Sepekan setelah Lebaran"),
        (date(2026, 8, 14), Block.BUSY, "Pekan kemerdekaan"),
    ],
)
def test_why_a_day_is_not_free(day: date, block: Block, cause: str) -> None:
    found = working_days.obstacle(day)
    assert found is not None
    assert (found.block, found.cause) == (block, cause)


@pytest.mark.parametrize(
    ("day", "cause"),
    [
        (date(2026, 12, 25), "Christmas Day"),
        (date(2027, 3, 9), "Eid al-Fitr joint leave (estimated)"),
        (date(2027, 3, 11), "Second day of Eid al-Fitr (estimated)"),
        (date(2026, 12, 10), "Close of the budget year"),
    ],
)
def test_a_cause_in_english(app: Flask, day: date, cause: str) -> None:
    found = working_days.obstacle(day)
    assert found is not None
    with app.test_request_context(), force_locale("en"):
        assert told(found.cause) == cause


def test_every_holiday_of_these_years_has_an_english_name(app: Flask) -> None:
    first, last = date(2024, 1, 1), date(2031, 12, 31)
    causes = {found.cause for found in working_days.obstacles(first, last)}
    assert len(causes) > 30
    with app.test_request_context(), force_locale("en"):
        assert [cause for cause in causes if told(cause) == cause and cause != "Ramadan"] == []


@pytest.mark.parametrize("day", [date(2027, 1, 19), date(2026, 12, 9), date(2026, 11, 20)])
def test_a_plain_working_day_is_free(day: date) -> None:
    assert working_days.obstacle(day) is None


def test_a_free_run_ends_before_the_given_day() -> None:
    assert working_days.free_run(date(2027, 1, 10), 3) == (date(2027, 1, 11), date(2027, 1, 13))
    assert working_days.free_run(date(2027, 1, 10), 3, before=date(2027, 1, 13)) is None


@given(st.dates(date(2023, 1, 1), date(2030, 12, 31)), st.integers(1, 5))
def test_a_proposed_run_is_free_and_later(after: date, length: int) -> None:
    found = working_days.free_run(after, length)
    assert found is not None
    first, last = found
    assert first > after
    assert last - first == timedelta(days=length - 1)
    assert working_days.obstacles(first, last) == []
