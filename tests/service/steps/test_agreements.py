from datetime import date

import pytest

from service.resources import Resources
from service.steps import agreements as steps
from service.steps.refused import Refused
from storage import agreements
from tests.follow_up_rows import account, agreement


def test_an_early_end_is_recorded_and_taken_back(resources: Resources) -> None:
    with resources.database.transaction() as session:
        number = agreement(session, "A", "B", signed_on=date(2024, 2, 8), ends_on=date(2027, 2, 8)).id
        who = account(session).id
    steps.end_early(resources, number, date(2026, 12, 31), "Kesepakatan para pihak.", by=who)
    with resources.database.session() as session:
        assert agreements.last_day(agreements.get(session, number)) == date(2026, 12, 31)
    steps.undo_end_early(resources, number, by=who)
    with resources.database.session() as session:
        assert agreements.last_day(agreements.get(session, number)) == date(2027, 2, 8)


@pytest.mark.parametrize(
    ("day", "reason", "field"),
    [
        (date(2024, 2, 7), "Ya.", "ended_on"),
        (date(2027, 2, 8), "Ya.", "ended_on"),
        (date(2026, 1, 1), " ", "reason"),
    ],
)
def test_an_impossible_early_end_is_refused(resources: Resources, day: date, reason: str, field: str) -> None:
    with resources.database.transaction() as session:
        number = agreement(session, "A", "B", signed_on=date(2024, 2, 8), ends_on=date(2027, 2, 8)).id
        who = account(session).id
    with pytest.raises(Refused) as refusal:
        steps.end_early(resources, number, day, reason, by=who)
    assert refusal.value.field == field


def test_agreements_do_not_renew_each_other_in_a_circle(resources: Resources) -> None:
    with resources.database.transaction() as session:
        one, two, three = (agreement(session, "A", "B").id for _ in range(3))
        who = account(session).id
    steps.renew(resources, one, two, by=who)
    steps.renew(resources, two, three, by=who)
    for circle in (one, three):
        with pytest.raises(Refused):
            steps.renew(resources, three, circle, by=who)
    steps.renew(resources, two, None, by=who)
    steps.renew(resources, three, one, by=who)
