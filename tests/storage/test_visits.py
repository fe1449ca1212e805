from datetime import date

from storage import visits
from storage.database import Database
from storage.models import VisitStatus
from tests.follow_up_rows import visit

JATENG, SUMBAR, KALTENG = "Jawa Tengah", "Sumatera Barat", "Kalimantan Tengah"


def test_a_promise_not_held_is_owed_by_the_visitor(database: Database) -> None:
    with database.transaction() as session:
        visit(session, JATENG, SUMBAR, promised_on=date(2024, 4, 26))
        (pair,) = visits.ledger(session)
    assert (pair.one, pair.other, len(pair.owed_by_one), len(pair.owed_by_other)) == (JATENG, SUMBAR, 1, 0)


def test_a_date_alone_does_not_pay_and_the_visit_held_does(database: Database) -> None:
    with database.transaction() as session:
        promised = visit(session, JATENG, SUMBAR, VisitStatus.CONFIRMED, starts_on=date(2027, 1, 19))
        assert len(visits.ledger(session)[0].owed) == 1
        promised.status = VisitStatus.HELD
        session.flush()
        (pair,) = visits.ledger(session)
        assert (pair.owed, len(pair.one_to_other) + len(pair.other_to_one)) == ([], 1)


def test_cancelled_unpromised_and_withdrawn_visits_are_owed_by_nobody(database: Database) -> None:
    with database.transaction() as session:
        visit(session, JATENG, SUMBAR, VisitStatus.CANCELLED)
        visit(session, JATENG, SUMBAR, VisitStatus.PLANNED, promised=False, starts_on=date(2027, 1, 1))
        visit(session, JATENG, SUMBAR, withdrawn=True)
        assert visits.ledger(session) == []


def test_both_directions_share_one_line_and_who_owes_more_comes_first(database: Database) -> None:
    with database.transaction() as session:
        visit(session, SUMBAR, JATENG, VisitStatus.HELD, promised=False)
        visit(session, JATENG, SUMBAR)
        visit(session, JATENG, SUMBAR)
        visit(session, SUMBAR, KALTENG)
        first, second = visits.ledger(session)
    assert (first.one, len(first.owed_by_one), len(first.other_to_one)) == (JATENG, 2, 1)
    assert second.one == SUMBAR


def test_the_same_days_of_the_same_host_are_found(database: Database) -> None:
    with database.transaction() as session:
        planned = visit(
            session, KALTENG, SUMBAR, VisitStatus.PLANNED, starts_on=date(2027, 1, 20), ends_on=date(2027, 1, 22)
        )
        asked = visit(session, JATENG, SUMBAR)
        at = visits.at_the_same_time
        assert [row.id for row in at(session, asked, date(2027, 1, 22), date(2027, 1, 23))] == [planned.id]
        assert at(session, asked, date(2027, 1, 23), date(2027, 1, 24)) == []


def test_the_fingerprint_changes_with_what_a_person_can_edit(database: Database) -> None:
    with database.transaction() as session:
        row = visit(session, JATENG, SUMBAR)
        before = visits.fingerprint(row)
        assert visits.fingerprint(row) == before
        row.place = "Padang"
        assert visits.fingerprint(row) != before
