"""The migrations that add links for passwords and settled failures, with rows of an older program in the database."""

from pathlib import Path

from alembic import command
from sqlalchemy import text

from storage import accounts, documents
from storage.database import Database, _alembic
from storage.models import now


def _to(database: Database, version: str, *, down: bool = False) -> None:
    with database.engine.execution_options(tilik_writes=True).begin() as connection:
        (command.downgrade if down else command.upgrade)(_alembic(connection), version)


def test_older_rows_stay_and_can_be_settled_and_linked_and_the_way_back_works(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'tilik.sqlite3'}")
    _to(database, "0002")
    with database.transaction() as session:
        session.execute(
            text(
                "INSERT INTO accounts (id, email, name, role, password_hash, active, session_version, failed_logins, language, "
                "created_at) VALUES (7, 'a@b.go.id', 'Ani', 'admin', '-', 1, 1, 0, 'id', '2026-01-01')"
            )
        )
        session.execute(
            text(
                "INSERT INTO documents (id, sha256, size_bytes, name, uploaded_by, uploaded_at, state, reason, attempt, "
                "doubtful, undecided, decided) VALUES (1, 'a', 1, 'a.pdf', 7, '2026-01-01', 'failed', 'Rusak.', 1, 0, 0, 0)"
            )
        )
        session.execute(
            text("INSERT INTO document_pages (document_id, number, text, source) VALUES (1, 1, 'x', 'text')")
        )
    database.migrate()
    with database.transaction() as session:
        assert documents.counts(session).unsettled == 1
        documents.settle(session, 1, by=7, now=now())
        accounts.link_password(session, "rahasia", 7, now())
    with database.session() as session:
        assert documents.failed(session) == []
        assert accounts.open_password_link(session, "rahasia", now()) is not None
    _to(database, "0002", down=True)
    with database.session() as session:
        kept = session.execute(text("SELECT name, state, reason, uploaded_by FROM documents")).one()
        assert tuple(kept) == ("a.pdf", "failed", "Rusak.", 7)
        assert session.execute(text("SELECT count(*) FROM document_pages")).scalar() == 1
    database.migrate()
    with database.session() as session:
        assert len(documents.failed(session)) == 1
