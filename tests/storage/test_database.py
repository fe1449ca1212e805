"""Transactions, locks and migrations on a real SQLite file."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

import storage.index.tables  # noqa: F401 - registers its table
from storage.database import Database
from storage.errors import Newer, StorageError
from storage.models import Account, Base, Document, Event

ROOT = Path(__file__).parents[2]


def test_sqlite_runs_in_wal_mode_with_full_sync_and_foreign_keys(database: Database) -> None:
    with database.session() as session:
        read = {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")}
        assert read == {"journal_mode": "wal", "synchronous": 2}
        assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert session.execute(text("PRAGMA busy_timeout")).scalar() == 5000


def test_the_migrated_schema_is_that_of_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": lambda _o, name, kind, _r, _c: (
                    not (kind == "table" and name.startswith("search_text")) and name != "search_words"
                )
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_migrating_twice_and_at_once_changes_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'tilik.sqlite3'}"
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: Database(url).migrate(), range(2)))
    database = Database(url)
    database.migrate()
    with database.session() as session:
        versions = session.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    assert versions == [max(path.stem[:4] for path in (ROOT / "storage/migrations/versions").glob("0*.py"))]


def test_a_database_knows_whether_its_schema_is_this_programs(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'tilik.sqlite3'}")
    assert not database.is_current()
    database.migrate()
    assert database.is_current()
    with database.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Newer):  # an older program leaves it alone
        database.migrate()
    assert not database.is_current()


def test_an_exception_undoes_the_whole_transaction(database: Database) -> None:
    def half_way() -> None:
        with database.transaction() as session:
            session.add(Event(act="half"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_way()
    with database.session() as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 0


def test_a_reading_session_refuses_changes(database: Database) -> None:
    with database.session() as session:
        session.add(Event(act="forgotten"))
        with pytest.raises(StorageError):
            session.flush()


def test_a_row_without_its_parent_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(Event(act="x", document_id=99))


def test_many_threads_write_and_none_finds_the_database_locked(database: Database) -> None:
    threads, each = 8, 40
    with database.transaction() as session:
        session.add(Account(email="a@b.id", name="0", password_hash="-"))
    start = threading.Barrier(threads)

    def write(_: int) -> None:
        start.wait()
        for _ in range(each):
            with database.transaction() as session:
                account = session.scalars(
                    select(Account)
                ).one()  # read, then write: what fails in a deferred transaction
                account.name = str(int(account.name) + 1)

    def read() -> None:
        for _ in range(each):
            with database.session() as session:
                session.scalars(select(Account)).one()

    with ThreadPoolExecutor(threads + 1) as pool:
        reading = pool.submit(read)
        list(pool.map(write, range(threads)))
        reading.result()
    with database.session() as session:
        assert session.scalars(select(Account.name)).one() == str(threads * each)


def test_rows_can_be_used_after_the_transaction(database: Database) -> None:
    with database.transaction() as session:
        document = Document(sha256="a" * 64, size_bytes=1, name="a.pdf")
        session.add(document)
    assert document.id is not None
    assert document.name == "a.pdf"
    assert document.uploaded_at.tzinfo is not None
