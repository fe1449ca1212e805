"""The way of a document from received to read, and the questions about documents."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import documents
from storage.database import Database
from storage.errors import NotFound, Stale
from storage.files import StoredFile
from storage.models import Document, State

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def add(database: Database, digit: str = "a", **columns: object) -> int:
    with database.transaction() as session:
        document, _ = documents.add_once(session, StoredFile(digit * 64, 10), f"{digit}.pdf", None, "b1")
        for name, value in columns.items():
            setattr(document, name, value)
        return document.id


def claim(database: Database, document_id: int, now: datetime = NOON) -> int | None:
    with database.transaction() as session:
        return documents.claim(session, document_id, lease_seconds=30, now=now)


def test_the_same_bytes_are_one_document(database: Database) -> None:
    first = add(database)
    with database.transaction() as session:
        document, created = documents.add_once(session, StoredFile("a" * 64, 10), "lain.pdf", None)
        assert (document.id, created, document.name) == (first, False, "a.pdf")


def test_twenty_uploads_of_the_same_bytes_at_once_are_one_document(database: Database) -> None:
    start = threading.Barrier(20)

    def upload(_: int) -> tuple[int, bool]:
        start.wait()
        with database.transaction() as session:
            document, created = documents.add_once(session, StoredFile("b" * 64, 10), "b.pdf", None)
            return document.id, created

    with ThreadPoolExecutor(20) as pool:
        results = list(pool.map(upload, range(20)))
    assert len({document_id for document_id, _ in results}) == 1
    assert sum(created for _, created in results) == 1


def test_only_one_of_many_workers_gets_a_document(database: Database) -> None:
    document_id = add(database)
    start = threading.Barrier(6)

    def work(_: int) -> int | None:
        start.wait()
        return claim(database, document_id)

    with ThreadPoolExecutor(6) as pool:
        attempts = list(pool.map(work, range(6)))
    assert sorted(a for a in attempts if a) == [1]


def test_a_document_comes_back_when_its_lease_has_run_out(database: Database) -> None:
    document_id = add(database)
    assert claim(database, document_id) == 1
    assert claim(database, document_id, NOON + timedelta(seconds=29)) is None
    assert claim(database, document_id, NOON + timedelta(seconds=31)) == 2


def test_a_renewed_lease_holds_longer(database: Database) -> None:
    document_id = add(database)
    claim(database, document_id)
    with database.transaction() as session:
        later = NOON + timedelta(seconds=20)
        assert documents.renew_lease(session, document_id, 1, lease_seconds=30, now=later)
        assert not documents.renew_lease(session, document_id, 2, lease_seconds=30, now=later)
    assert claim(database, document_id, NOON + timedelta(seconds=31)) is None


@pytest.mark.parametrize("end", ["finish", "fail"])
def test_the_late_result_of_an_older_attempt_is_refused(database: Database, end: str) -> None:
    document_id = add(database)
    claim(database, document_id)
    claim(database, document_id, NOON + timedelta(seconds=31))
    reason = {} if end == "finish" else {"reason": "x", "code": "x"}
    with pytest.raises(Stale), database.transaction() as session:
        getattr(documents, end)(session, document_id, 1, now=NOON, **reason)
    with database.transaction() as session:
        assert documents.finish(session, document_id, 2, now=NOON).state is State.EXTRACTED
    assert claim(database, document_id) is None


def test_a_failed_document_says_why_and_can_be_read_again(database: Database) -> None:
    document_id = add(database)
    claim(database, document_id)
    with database.transaction() as session:
        documents.fail(session, document_id, 1, reason="Berkas terkunci.", code="locked", now=NOON)
    with database.session() as session:
        assert [d.reason for d in documents.failed(session)] == ["Berkas terkunci."]
    with database.transaction() as session:
        documents.read_again(session, document_id, by=None)
        with pytest.raises(Stale):
            documents.read_again(session, document_id, by=None)
    assert claim(database, document_id) == 2


def test_a_stopped_worker_puts_its_document_back(database: Database) -> None:
    document_id = add(database)
    claim(database, document_id)
    with database.transaction() as session:
        documents.release(session, document_id, 1)
    assert claim(database, document_id) == 2


def test_stranded_are_those_without_a_live_lease_and_those_that_waited_long(database: Database) -> None:
    dead, live = add(database, "a"), add(database, "b")
    lost, _fresh = (
        add(database, "c", uploaded_at=NOON - timedelta(minutes=1)),
        add(database, "d", uploaded_at=NOON - timedelta(seconds=1)),
    )
    claim(database, dead, NOON - timedelta(minutes=1))
    claim(database, live, NOON)
    with database.session() as session:
        assert documents.stranded(session, NOON) == [dead, lost]


def test_documents_are_found_by_their_filters(database: Database) -> None:
    one = add(database, "a", kind="mou", year=2024, institutions="Pemerintah Kota Bandung", title="100% magang")
    two = add(database, "b", kind="report", year=2025, institutions="Pemerintah Kota Malang")
    with database.session() as session:

        def ids(**filters: object) -> list[int]:
            return [d.id for d in documents.find(session, **filters)[0]]  # type: ignore[arg-type]

        assert ids() == [two, one]
        assert ids(kind="mou") == [one]
        assert ids(year=2025) == [two]
        assert ids(institution="kota bandung") == [one]
        assert ids(text="MAGANG 100%") == [one]
        assert ids(text="%") == [one]
        assert ids(state="received") == [two, one]
        assert ids(state=State.FAILED) == []
        rows, total = documents.find(session, page=2, per_page=1)
        assert ([d.id for d in rows], total) == ([one], 2)
        assert documents.find(session, page=10**30) == ([], 2)
        assert ids(year=10**30) == []
        assert documents.years(session) == [2025, 2024]
        assert documents.institutions(session) == ["Pemerintah Kota Bandung", "Pemerintah Kota Malang"]
        assert [d.id for d in documents.many(session, [two, 99, one])] == [two, one]
        assert [d.id for d in documents.of_batch(session, "b1")] == [one, two]


def test_counts_say_how_many_stand_where(database: Database) -> None:
    add(database, "a")
    add(database, "b", state=State.EXTRACTED, doubtful=3)
    add(database, "c", state=State.REVIEWED)
    with database.session() as session:
        counts = documents.counts(session)
        assert (counts.received, counts.extracted, counts.reviewed, counts.total) == (1, 1, 1, 3)
        assert (counts.waiting, counts.to_review, counts.doubtful) == (1, 1, 3)
        assert [d.name for d in documents.waiting(session)] == ["a.pdf"]
        assert [d.name for d in documents.to_review(session)] == ["b.pdf"]


def test_an_unknown_document_is_not_found(database: Database) -> None:
    with database.session() as session, pytest.raises(NotFound):
        documents.get(session, 1)


def test_the_history_of_a_document_is_newest_first(database: Database) -> None:
    document_id = add(database)
    claim(database, document_id)
    with database.transaction() as session:
        documents.finish(session, document_id, 1, now=NOON)
    with database.session() as session:
        assert [event.act for event in documents.history(session, document_id)] == [
            "document.read",
            "document.received",
        ]


def test_a_document_without_a_reason_cannot_be_failed(database: Database) -> None:
    document_id = add(database)
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.get_one(Document, document_id).state = State.FAILED
