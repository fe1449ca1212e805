"""The days of a visit: which are free to propose, and what speaks against those that were chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from service.steps import working_days
from service.steps.refused import Told
from service.steps.working_days import Block
from storage import agreements, visits
from storage.models import Agreement, Visit, VisitStatus


@dataclass(frozen=True)
class Concern:
    """Something to know before the day is fixed. It never forbids: staff decide."""

    text: Told
    agreement_id: int | None = None
    visit_id: int | None = None


def concerns(session: Session, visit: Visit, starts_on: date, ends_on: date, today: date) -> list[Concern]:
    """What speaks against these days: holidays, weekends, full times, a past day, an agreement that ends, other visits."""
    found: list[Concern] = []
    if starts_on < today and visit.status is not VisitStatus.HELD:
        found.append(Concern(Told("Tanggal mulai sudah lewat.")))
    obstacles = working_days.obstacles(starts_on, ends_on)
    weekend = [obstacle.day for obstacle in obstacles if obstacle.block is Block.WEEKEND]
    told_together = {Block.BUSY, Block.WEEKEND} if len(weekend) > 1 else {Block.BUSY}
    for obstacle in obstacles:
        if obstacle.block not in told_together:
            weekday = DAYS[obstacle.day.weekday()]
            text = Told("%(weekday)s, %(day)s: %(cause)s.", weekday=weekday, day=obstacle.day, cause=obstacle.cause)
            found.append(Concern(text))
    if len(weekend) > 1:
        found.append(_weekends(weekend))
    for cause in dict.fromkeys(obstacle.cause for obstacle in obstacles if obstacle.block is Block.BUSY):
        found.append(Concern(Told("Waktu padat: %(cause)s.", cause=cause)))
    found.extend(_agreement_concerns(agreements.between(session, visit.visitor, visit.host), starts_on, ends_on, today))
    for other in visits.at_the_same_time(session, visit, starts_on, ends_on):
        text = Told(
            "Bersamaan dengan kunjungan %(visitor)s ke %(host)s.",
            visitor=other.visitor or "–",
            host=other.host or "–",
        )
        found.append(Concern(text, visit_id=other.id))
    return found


def covering_agreement(found: Sequence[Agreement], day: date) -> Agreement | None:
    """The agreement whose end matters on `day`: the one in force that ends last, else the one that ended last."""
    ending = [agreement for agreement in found if agreements.last_day(agreement) is not None]
    if not ending:
        return None
    return max(ending, key=lambda agreement: agreements.last_day(agreement) or day)


def proposal(today: date, agreement: Agreement | None, *, length: int = 3) -> tuple[date, date] | None:
    """Free days for a visit, four weeks ahead at the earliest (the usual time for letters), before the agreement's end."""
    end = agreements.last_day(agreement) if agreement else None
    before = end if end is not None and end > today + timedelta(days=28 + length) else None
    return working_days.free_run(today + timedelta(days=28), length, before=before)


DAYS = (
    Told("Senin"),
    Told("Selasa"),
    Told("Rabu"),
    Told("Kamis"),
    Told("Jumat"),
    Told("Sabtu"),
    Told("Minggu"),
)


def _weekends(days: Sequence[date]) -> Concern:
    """All weekend days in one line: two lines a week would hide the holidays among them."""
    text = Told(
        "%(n)d hari jatuh pada akhir pekan, yang pertama %(weekday)s, %(day)s.",
        n=len(days),
        weekday=DAYS[days[0].weekday()],
        day=days[0],
    )
    return Concern(text)


def _agreement_concerns(found: Sequence[Agreement], starts_on: date, ends_on: date, today: date) -> list[Concern]:
    agreement = covering_agreement(found, today)
    if agreement is None or any(agreements.last_day(one) is None for one in found):
        return []
    end = agreements.last_day(agreement)
    if end is None or (end - ends_on).days > 30:
        return []
    if end < starts_on:
        text = Told("Perjanjian kedua pihak berakhir %(day)s, sebelum kunjungan.", day=end)
    elif end < ends_on:
        text = Told("Perjanjian kedua pihak berakhir %(day)s, di tengah kunjungan.", day=end)
    elif end == ends_on:
        text = Told("Perjanjian kedua pihak berakhir pada hari terakhir kunjungan, %(day)s.", day=end)
    else:
        text = Told(
            "Perjanjian kedua pihak berakhir %(n)d hari setelah kunjungan (%(day)s).", n=(end - ends_on).days, day=end
        )
    return [Concern(text, agreement_id=agreement.id)]
