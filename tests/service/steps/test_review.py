"""Staff decide about values; rows, index and history follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from service.steps import review
from service.steps.field_rules import WrongValue, parse_day, parse_duration
from service.steps.follow_values import add_duration
from service.steps.record import record
from storage import documents
from storage.database import Database
from storage.errors import NotFound
from storage.files import StoredFile
from storage.index import SearchIndex, open_index
from storage.models import Account, Agreement, Decision, Document, Event, Recommendation, State, Value, now

PAGE = "Perjanjian Kerja Sama. Membentuk tim SAKIP lintas perangkat daerah."
EXTRACTION: dict[str, Any] = {
    "kind": "agreement",
    "title": "Magang",
    "dates": [{"type": "signed", "date": "2024-02-20", "text": "20 Februari 2024", "derived": False, "confidence": 0.5}],
    "term": {"start": "2024-02-20", "end": "2027-02-20", "duration": "P3Y"},
    "recommendations": [
        {
            "text": "Membentuk tim SAKIP", "addressee": None, "topic": "lainnya", "due": None, "due_text": None,
            "evidence": {"page": 1, "start": 23, "end": 42, "quote": "Membentuk tim SAKIP"}, "confidence": 0.97,
        }
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Opened:
    database: Database
    index: SearchIndex


@pytest.fixture
def resources(tmp_path: Path) -> Iterator[Opened]:
    database = Database(f"sqlite:///{tmp_path / 'tilik.sqlite3'}")
    database.migrate()
    index = open_index(database)
    with database.transaction() as session:
        session.add(Account(id=7, email="siti@contoh.id", name="Siti Contoh", password_hash="-"))
        document, _ = documents.add_once(session, StoredFile("a" * 64, 10), "pks.pdf", None)
        attempt = documents.claim(session, document.id, lease_seconds=30, now=now())
        assert attempt is not None
        document = documents.finish(session, document.id, attempt, now=now())
        record(session, index, document, [{"number": 1, "text": PAGE}], EXTRACTION)
    yield Opened(database, index)
    database.close()


def value(resources: Opened, field: str, label: str | None = None) -> Value:
    with resources.database.session() as session:
        return session.scalars(select(Value).where(Value.field == field, Value.label == label)).one()


def document(resources: Opened) -> Document:
    with resources.database.session() as session:
        return session.get_one(Document, 1)


def agreement(resources: Opened) -> Agreement:
    with resources.database.session() as session:
        return session.scalars(select(Agreement)).one()


def test_a_confirmation_says_who_and_when(resources: Opened) -> None:
    assert review.confirm(resources, value(resources, "title").id, 7) == 1
    row = value(resources, "title")
    assert (row.decision, row.decided_by) == (Decision.CONFIRMED, 7)
    assert row.decided_at is not None
    assert document(resources).decided == 1
    with resources.database.session() as session:
        event = session.scalars(select(Event).order_by(Event.id.desc())).first()
        assert event is not None
        assert (event.act, event.by_id, event.document_id) == ("value.confirmed", 7, 1)
        assert event.details is not None
        assert event.details["before"] == {"value": "Magang"}


def test_a_correction_reaches_the_copies_and_the_agreement(resources: Opened) -> None:
    review.correct(resources, value(resources, "dates", "signed").id, {"date": "21 Februari 2023"}, 7)
    row = value(resources, "dates", "signed")
    assert row.decision is Decision.CORRECTED
    assert row.read is not None
    assert row.read["date"] == "2024-02-20"  # what the machine read stays
    assert agreement(resources).signed_on == date(2023, 2, 21)
    assert document(resources).year == 2023
    assert document(resources).doubtful == 0
    with resources.database.session() as session:
        assert resources.index.search(session, "sakip", year=2023).total == 2
        assert resources.index.search(session, "sakip", year=2024).total == 0


def test_a_corrected_duration_moves_the_end_that_nobody_decided(resources: Opened) -> None:
    review.correct(resources, value(resources, "term", "duration").id, "5 tahun", 7)
    assert agreement(resources).ends_on == date(2029, 2, 20)
    review.confirm(resources, value(resources, "term", "end").id, 7)
    assert agreement(resources).ends_on == date(2027, 2, 20)


def test_a_corrected_recommendation_is_found_by_its_new_words(resources: Opened) -> None:
    change = {"text": "Membentuk gugus tugas", "due": "31/12/2026", "topic": "pengawasan"}
    review.correct(resources, value(resources, "recommendations").id, change, 7)
    with resources.database.session() as session:
        row = session.scalars(select(Recommendation)).one()
        assert (row.text, row.due, row.topic) == ("Membentuk gugus tugas", date(2026, 12, 31), "pengawasan")
        assert resources.index.search(session, "gugus", scope="recommendations").total == 1
        assert resources.index.search(session, "sakip", scope="recommendations").total == 0


def test_a_rejected_recommendation_is_withdrawn_and_comes_back_with_undo(resources: Opened) -> None:
    value_id = value(resources, "recommendations").id
    review.reject(resources, value_id, 7)
    with resources.database.session() as session:
        assert session.scalars(select(Recommendation.withdrawn)).one()
        assert resources.index.search(session, "sakip", scope="recommendations").total == 0
    review.undo(resources, value_id, 7)
    with resources.database.session() as session:
        assert not session.scalars(select(Recommendation.withdrawn)).one()
        assert resources.index.search(session, "sakip", scope="recommendations").total == 1
    assert value(resources, "recommendations").decision is Decision.READ


def test_a_person_adds_what_the_machine_did_not_read(resources: Opened) -> None:
    review.add_value(resources, 1, "place", None, "Padang", 7)
    assert document(resources).place == "Padang"
    assert value(resources, "place").decision is Decision.ADDED
    with pytest.raises(WrongValue):
        review.add_value(resources, 1, "place", None, "Bukittinggi", 7)
    review.correct(resources, value(resources, "place").id, "Bukittinggi", 7)
    assert value(resources, "place").decision is Decision.ADDED
    review.undo(resources, value(resources, "place").id, 7)
    assert document(resources).place is None


def test_the_kind_decides_whether_there_is_an_agreement(resources: Opened) -> None:
    review.correct(resources, value(resources, "kind").id, "report", 7)
    with resources.database.session() as session:
        assert session.scalars(select(Agreement)).all() == []
    review.undo(resources, value(resources, "kind").id, 7)
    assert agreement(resources).kind == "agreement"


def test_a_document_is_reviewed_when_all_is_decided_and_not_before(resources: Opened) -> None:
    sure = review.confirm_sure(resources, 1, 7)
    assert sure == document(resources).decided
    assert document(resources).state is State.EXTRACTED  # the doubtful day of signing waits for a look
    review.confirm(resources, value(resources, "dates", "signed").id, 7)
    assert document(resources).state is State.REVIEWED
    assert document(resources).reviewed_at is not None
    review.undo(resources, value(resources, "title").id, 7)
    assert document(resources).state is State.EXTRACTED
    assert document(resources).reviewed_at is None


def test_confirming_a_rejected_correction_brings_the_correction_back(resources: Opened) -> None:
    value_id = value(resources, "title").id
    review.correct(resources, value_id, "Magang ASN", 7)
    review.reject(resources, value_id, 7)
    assert document(resources).title is None
    review.confirm(resources, value_id, 7)
    assert document(resources).title == "Magang ASN"
    assert value(resources, "title").decision is Decision.CORRECTED


@pytest.mark.parametrize(
    ("field", "label", "entered"),
    [
        ("dates", "signed", {"date": "31 Februari 2024"}),
        ("dates", "signed", {"date": "kemarin"}),
        ("dates", "signed", {"date": "20/02/0024"}),
        ("dates", "signed", {"date": ""}),
        ("title", None, {"value": "   "}),
        ("kind", None, {"value": "surat cinta"}),
        ("term", "duration", {"value": "selamanya"}),
        ("recommendations", None, {"topic": "cuaca"}),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    resources: Opened, field: str, label: str | None, entered: dict[str, Any]
) -> None:
    row = value(resources, field, label)
    with pytest.raises(WrongValue) as refused:
        review.correct(resources, row.id, entered, 7)
    assert str(refused.value)
    assert refused.value.english
    assert value(resources, field, label).decision is Decision.READ


def test_a_term_that_ends_before_it_starts_is_refused(resources: Opened) -> None:
    review.confirm(resources, value(resources, "term", "start").id, 7)
    with pytest.raises(WrongValue, match="mendahului"):
        review.correct(resources, value(resources, "term", "end").id, "2023-01-01", 7)


@pytest.mark.parametrize("nip", ["123", "1985010120100110012"])
def test_a_nip_has_18_digits(resources: Opened, nip: str) -> None:
    with pytest.raises(WrongValue, match="18 angka"):
        review.add_value(resources, 1, "participants", "person", {"name": "Siti Contoh", "nip": nip}, 7)


def test_an_unknown_value_is_not_found(resources: Opened) -> None:
    with pytest.raises(NotFound):
        review.confirm(resources, 999, 7)


@pytest.mark.parametrize(
    ("entered", "day"),
    [
        ("2024-02-29", "2024-02-29"),
        ("29/2/2024", "2024-02-29"),
        ("1 Agustus 2024", "2024-08-01"),
        ("3 Nopember 2023", "2023-11-03"),
    ],
)
def test_days_are_taken_as_people_write_them(entered: str, day: str) -> None:
    assert parse_day(entered) == day


@pytest.mark.parametrize(
    ("entered", "duration"),
    [
        ("3 tahun", "P3Y"),
        ("1 tahun 6 bulan", "P1Y6M"),
        ("p6m", "P6M"),
        ("30 hari", "P30D"),
        ("2 minggu", "P2W"),
        ("1 tahun dan 2 bulan", "P1Y2M"),
    ],
)
def test_durations_are_taken_as_people_write_them(entered: str, duration: str) -> None:
    assert parse_duration(entered) == duration


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2024, 2, 20), "P3Y", date(2027, 2, 20)),
        (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
        (date(2024, 8, 31), "P6M", date(2025, 2, 28)),
        (date(2024, 1, 1), "P30D", date(2024, 1, 31)),
        (date(2024, 1, 1), "P", None),
        (date(2024, 1, 1), "P9999Y", None),
    ],
)
def test_a_duration_ends_on_the_same_calendar_day(start: date, duration: str, end: date | None) -> None:
    assert add_duration(start, duration) == end


def _date_beside(resources: Opened, label: str, day: str) -> int:
    """A date that says the term's day a second time, as databases of earlier versions have it."""
    with resources.database.transaction() as session:
        said = {"type": label, "date": day, "text": day, "derived": False}
        row = Value(
            document_id=1, key=f"dates:{label}:x", field="dates", label=label, position=20, read=said, confidence=0.9
        )
        session.add(row)
        session.flush()
        return row.id


def test_the_day_that_a_person_gave_holds_against_the_one_that_was_only_read(resources: Opened) -> None:
    review.correct(resources, _date_beside(resources, "end", "2027-02-20"), {"date": "2028-02-20"}, 7)
    assert agreement(resources).ends_on == date(2028, 2, 20)
    review.correct(resources, _date_beside(resources, "start", "2024-02-20"), {"date": "2025-02-20"}, 7)
    assert agreement(resources).starts_on == date(2025, 2, 20)
    assert agreement(resources).ends_on == date(2028, 2, 20)


def test_a_start_that_a_person_gave_moves_the_end_that_nobody_decided(resources: Opened) -> None:
    review.correct(resources, _date_beside(resources, "start", "2024-02-20"), {"date": "2025-02-20"}, 7)
    assert agreement(resources).ends_on == date(2028, 2, 20)


def test_all_that_was_confirmed_together_is_taken_back_together(resources: Opened) -> None:
    review.correct(resources, value(resources, "title").id, "Magang ASN", 7)
    sure = review.confirm_sure(resources, 1, 7)
    undone = review.undo_last(resources, 1, 7)
    assert undone is not None
    assert undone.count == sure > 1
    assert value(resources, "kind").decision is Decision.READ
    assert value(resources, "title").decision is Decision.CORRECTED, "it was decided before, and not with the others"
    assert document(resources).decided == 1
    with resources.database.session() as session:
        event = session.scalars(select(Event).where(Event.act == "value.undone_sure")).one()
        assert event.details == {"count": sure}


def test_undoing_goes_back_decision_by_decision(resources: Opened) -> None:
    kind, title = value(resources, "kind").id, value(resources, "title").id
    review.confirm(resources, kind, 7)
    review.correct(resources, title, "Magang ASN", 7)
    review.reject(resources, title, 7)
    seen = []
    while (undone := review.undo_last(resources, 1, 7)) is not None:
        seen.append((undone.value_id, value(resources, "title").decision, value(resources, "kind").decision))
    assert seen == [
        (title, Decision.CORRECTED, Decision.CONFIRMED),
        (title, Decision.READ, Decision.CONFIRMED),
        (kind, Decision.READ, Decision.READ),
    ]


def test_nobody_takes_back_what_another_person_decided(resources: Opened) -> None:
    with resources.database.transaction() as session:
        session.add(Account(id=8, email="budi@contoh.id", name="Budi Contoh", password_hash="-"))
    review.confirm(resources, value(resources, "title").id, 7)
    assert review.undo_last(resources, 1, 8) is None
    assert value(resources, "title").decision is Decision.CONFIRMED


def test_an_added_value_that_was_rejected_comes_back(resources: Opened) -> None:
    review.add_value(resources, 1, "place", None, "Padang", 7)
    review.reject(resources, value(resources, "place").id, 7)
    review.undo_last(resources, 1, 7)
    assert document(resources).place == "Padang"
    undone = review.undo_last(resources, 1, 7)
    assert undone == review.Undone(1, "place", None, None)
    assert document(resources).place is None
