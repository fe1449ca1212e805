from datetime import date, timedelta

import pytest

from service.resources import Resources
from service.steps import visit_days
from service.steps import visits as steps
from service.steps.refused import Refused
from service.steps.visits import Plan
from storage import visits
from storage.errors import NotFound, Stale
from storage.models import Visit, VisitStatus
from tests.follow_up_rows import TODAY, account, agreement, recommendation, visit

JATENG, SUMBAR = "Pemerintah Provinsi Jawa Tengah", "Pemerintah Provinsi Sumatera Barat"
FIRST, LAST = date(2027, 1, 19), date(2027, 1, 21)


@pytest.fixture
def who(resources: Resources) -> int:
    with resources.database.transaction() as session:
        return account(session).id


@pytest.fixture
def promised(resources: Resources) -> int:
    with resources.database.transaction() as session:
        return visit(session, JATENG, SUMBAR).id


def read(resources: Resources, number: int) -> Visit:
    with resources.database.session() as session:
        return visits.get(session, number)


def plan(**changes: object) -> Plan:
    fields: dict[str, object] = {"visitor": JATENG, "host": SUMBAR, "starts_on": FIRST, "ends_on": LAST, **changes}
    return Plan(**fields)  # type: ignore[arg-type]


def test_a_promise_becomes_a_dated_visit_and_its_report(resources: Resources, who: int, promised: int) -> None:
    with resources.database.transaction() as session:
        topic = recommendation(session).id
    steps.save(resources, promised, plan(topic_ids=(topic,), delegation=" Ketua \n\n Anggota "), by=who)
    steps.confirm(resources, promised, by=who)
    steps.hold(resources, promised, by=who, today=LAST)
    steps.report(resources, promised, "Disepakati klinik SAKIP bersama.", None, by=who)
    found = read(resources, promised)
    assert (found.status, found.delegation, [one.id for one in found.topics]) == (
        VisitStatus.HELD,
        "Ketua\nAnggota",
        [topic],
    )
    with resources.database.session() as session:
        acts = [event.act for event in reversed(visits.history(session, promised))]
    assert acts == ["visit.planned", "visit.confirmed", "visit.held", "visit.reported"]


def test_a_visit_that_no_document_promises_needs_a_day(resources: Resources, who: int) -> None:
    with pytest.raises(Refused) as refusal:
        steps.create(resources, plan(starts_on=None, ends_on=None), by=who)
    assert refusal.value.field == "starts_on"
    number = steps.create(resources, plan(ends_on=None), by=who)
    assert (read(resources, number).status, read(resources, number).ends_on) == (VisitStatus.PLANNED, FIRST)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"visitor": None}, "visitor"),
        ({"host": None}, "host"),
        ({"host": JATENG.upper()}, "host"),
        ({"ends_on": FIRST - timedelta(days=1)}, "ends_on"),
        ({"ends_on": FIRST + timedelta(days=31)}, "ends_on"),
        ({"starts_on": None}, "starts_on"),
    ],
)
def test_an_impossible_plan_is_refused_beside_its_field(
    resources: Resources, who: int, promised: int, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refusal:
        steps.save(resources, promised, plan(**changes), by=who)
    assert refusal.value.field == field
    assert read(resources, promised).status is VisitStatus.PROMISED


def test_new_days_have_to_be_agreed_anew_and_other_changes_do_not(
    resources: Resources, who: int, promised: int
) -> None:
    steps.save(resources, promised, plan(), by=who)
    steps.confirm(resources, promised, by=who)
    steps.save(resources, promised, plan(place="Padang"), by=who)
    assert read(resources, promised).status is VisitStatus.CONFIRMED
    steps.save(resources, promised, plan(ends_on=FIRST), by=who)
    assert read(resources, promised).status is VisitStatus.PLANNED


def test_a_postponed_visit_is_owed_again(resources: Resources, who: int, promised: int) -> None:
    steps.save(resources, promised, plan(), by=who)
    with pytest.raises(Refused, match="alasan"):
        steps.postpone(resources, promised, " ", by=who)
    steps.postpone(resources, promised, "Anggaran digeser.", by=who)
    found = read(resources, promised)
    assert (found.status, found.starts_on) == (VisitStatus.PROMISED, None)


def test_a_cancelled_visit_can_be_opened_again(resources: Resources, who: int, promised: int) -> None:
    steps.cancel(resources, promised, "Mitra berhalangan.", by=who)
    with pytest.raises(Refused, match="dibatalkan"):
        steps.save(resources, promised, plan(), by=who)
    steps.reopen(resources, promised, by=who)
    assert read(resources, promised).status is VisitStatus.PROMISED


def test_a_visit_is_not_held_before_it_begins(resources: Resources, who: int, promised: int) -> None:
    steps.save(resources, promised, plan(), by=who)
    with pytest.raises(Refused, match="belum dimulai"):
        steps.hold(resources, promised, by=who, today=TODAY)


def test_an_overtaken_plan_is_refused(resources: Resources, who: int, promised: int) -> None:
    seen = visits.fingerprint(read(resources, promised))
    steps.save(resources, promised, plan(), by=who, seen=seen)
    with pytest.raises(Stale):
        steps.save(resources, promised, plan(place="Padang"), by=who, seen=seen)


def test_a_topic_that_is_gone_is_not_chosen(resources: Resources, who: int, promised: int) -> None:
    with pytest.raises(NotFound):
        steps.save(resources, promised, plan(topic_ids=(999,)), by=who)


def test_what_speaks_against_the_days_is_said_and_nothing_is_forbidden(
    resources: Resources, who: int, promised: int
) -> None:
    with resources.database.transaction() as session:
        agreement(session, SUMBAR, JATENG, ends_on=date(2026, 12, 26))
        clash = visit(session, "Lain", SUMBAR, VisitStatus.PLANNED, starts_on=date(2026, 12, 24)).id
    steps.save(resources, promised, plan(starts_on=date(2026, 12, 23), ends_on=date(2026, 12, 26)), by=who)
    with resources.database.session() as session:
        row = visits.get(session, promised)
        said = visit_days.concerns(session, row, date(2026, 12, 23), date(2026, 12, 26), TODAY)
    texts = [concern.text for concern in said]
    assert texts[0] == "Kamis, 24 Desember 2026: Cuti Bersama Hari Raya Natal."
    assert "Jumat, 25 Desember 2026: Hari Raya Natal." in texts
    assert "Sabtu, 26 Desember 2026: Akhir pekan." in texts
    assert "Waktu padat: Penutupan tahun anggaran." in texts
    assert "Perjanjian kedua pihak berakhir pada hari terakhir kunjungan, 26 Desember 2026." in texts
    assert [concern.visit_id for concern in said if concern.visit_id] == [clash]


def test_the_end_of_one_agreement_does_not_matter_while_another_goes_on(resources: Resources, promised: int) -> None:
    with resources.database.transaction() as session:
        agreement(session, SUMBAR, JATENG, ends_on=date(2027, 1, 25))
        agreement(session, SUMBAR, JATENG, ends_on=date(2030, 1, 1))
        row = visits.get(session, promised)
        assert visit_days.concerns(session, row, FIRST, LAST, TODAY) == []


def test_a_proposal_is_four_weeks_ahead_and_before_the_end(resources: Resources) -> None:
    with resources.database.transaction() as session:
        ending = agreement(session, SUMBAR, JATENG, ends_on=date(2027, 2, 8))
        found = visit_days.proposal(TODAY, ending)
    assert found == (date(2027, 1, 11), date(2027, 1, 13))


def test_the_days_that_the_document_promises_are_planned_by_saving_them(resources: Resources, who: int) -> None:
    with resources.database.transaction() as session:
        dated = visit(session, JATENG, SUMBAR, starts_on=FIRST, ends_on=LAST).id
    steps.save(resources, dated, plan(), by=who)
    assert read(resources, dated).status is VisitStatus.PLANNED


def test_weekends_of_a_long_visit_are_told_in_one_line(resources: Resources, promised: int) -> None:
    with resources.database.session() as session:
        row = visits.get(session, promised)
        said = visit_days.concerns(session, row, date(2027, 4, 5), date(2027, 4, 30), TODAY)
    weekends = [str(concern.text) for concern in said if "Sabtu" in concern.text or "Minggu" in concern.text]
    assert weekends == ["6 hari jatuh pada akhir pekan, yang pertama Sabtu, 10 April 2027."]
