"""Which days suit a visit: weekends, national holidays, joint leave, and the times when offices have no hands free.

National holidays and cuti bersama come from the `holidays` package, which holds the decreed days up to 2026; later
Islamic days and all later cuti bersama are its estimates and say so. Ramadan is counted back 30 days from Idul Fitri;
the beginning is confirmed by the sidang isbat only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays

from service.steps.holiday_names import named
from service.steps.refused import Told

LAST_DECREED_YEAR = 2026  # of the joint decree of three ministers that holidays 0.109 holds


class Block(StrEnum):
    """Why a day is not free, by the class it has in the calendar."""

    HOLIDAY = "hol"
    JOINT_LEAVE = "jl"
    WEEKEND = "we"
    BUSY = "busy"


@dataclass(frozen=True)
class Obstacle:
    day: date
    block: Block
    cause: str


def obstacle(day: date) -> Obstacle | None:
    """What stands in the way of a visit on `day`; the weightiest cause where there are several."""
    public, leave = _named_days(day.year)
    if day in public:
        return Obstacle(day, Block.HOLIDAY, public[day])
    if day in leave:
        return Obstacle(day, Block.JOINT_LEAVE, leave[day])
    if day.weekday() >= 5:
        return Obstacle(day, Block.WEEKEND, Told("Akhir pekan"))
    if cause := _busy(day):
        return Obstacle(day, Block.BUSY, cause)
    return None


def obstacles(starts_on: date, ends_on: date) -> list[Obstacle]:
    """Every obstacle from the first day to the last."""
    return [found for day in days(starts_on, ends_on) if (found := obstacle(day))]


def days(starts_on: date, ends_on: date) -> Iterator[date]:
    for number in range((ends_on - starts_on).days + 1):
        yield starts_on + timedelta(days=number)


def free_run(
    after: date, length: int, *, before: date | None = None, search_days: int = 240
) -> tuple[date, date] | None:
    """The first run of `length` free working days later than `after`, within one week; None when there is none."""
    for day in days(after + timedelta(days=1), after + timedelta(days=search_days)):
        last = day + timedelta(days=length - 1)
        if before is not None and last >= before:
            return None
        if not obstacles(day, last):
            return day, last
    return None


@lru_cache(maxsize=32)
def _named_days(year: int) -> tuple[dict[date, Told], dict[date, Told]]:
    public = holidays.country_holidays("ID", years=year, language="id")
    leave = holidays.country_holidays("ID", years=year, categories=("government",), language="id")
    estimated = year > LAST_DECREED_YEAR
    return (
        {day: named(cause) for day, cause in public.items()},
        {day: named(cause, estimated=estimated) for day, cause in leave.items()},
    )


@lru_cache(maxsize=32)
def _lebaran(year: int) -> tuple[date, ...]:
    """The first days of Idul Fitri in a year; now and then there are two."""
    public, _ = _named_days(year)
    return tuple(day for day, cause in sorted(public.items()) if cause.startswith("Hari Raya Idul Fitri"))


def _busy(day: date) -> str | None:
    if (day.month, day.day) >= (12, 10) or (day.month, day.day) <= (1, 10):
        return Told("Penutupan tahun anggaran")
    if day.month == 8 and 14 <= day.day <= 18:
        return Told("Pekan kemerdekaan")
    for lebaran in _lebaran(day.year):
        if lebaran - timedelta(days=30) <= day < lebaran:
            return Told("Ramadan (perkiraan)") if day.year > LAST_DECREED_YEAR else Told("Ramadan")
        if lebaran < day <= lebaran + timedelta(days=9):
            return Told("Sepekan setelah Lebaran")
    return None
