"""The migration that makes one value of a day that stood twice, with rows of an older program in the database."""

import json
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import text

from storage.database import Database, _alembic

READ = {"type": "end", "date": "2027-02-20", "text": "tiga tahun", "derived": True, "confidence": 0.5}


@pytest.fixture
def old(tmp_path: Path) -> Database:
    """A scanned agreement whose end stands twice, and a visit promised for some day of 2027."""
    database = Database(f"sqlite:///{tmp_path / 'tilik.sqlite3'}")
    _to(database, "0004")
    _do(
        database,
        "INSERT INTO documents (id, sha256, size_bytes, name, uploaded_at, state, attempt, read_at, extraction, doubtful, "
        "undecided, decided) VALUES (1, 'a', 1, 'a.pdf', '2026-01-01', 'extracted', 1, '2026-01-02', :extraction, 1, 4, 0)",
        extraction=json.dumps({"warnings": ["Jenis dokumen tidak pasti; periksa jenisnya lebih dahulu."]}),
    )
    _do(
        database,
        "INSERT INTO document_pages (document_id, number, text, source, quality) VALUES (1, 1, 'x', 'ocr', 0.25), "
        "(1, 2, 'y', 'ocr', 0.9)",
    )
    _value(database, 1, "kind", None, {"value": "agreement"})
    _value(database, 2, "title", None, {"value": "kacau"}, page=1)
    _value(database, 3, "dates", "end", READ, page=2, confidence=0.5)
    _value(database, 4, "term", "end", {"value": "2027-02-20"})
    _do(
        database,
        "INSERT INTO agreements (document_id, kind, ends_on, created_at) VALUES (1, 'agreement', '2027-02-20', '2026-01-01')",
    )
    _do(
        database,
        "INSERT INTO visits (id, document_id, key, reciprocal, withdrawn, status, starts_on, ends_on, created_at) VALUES "
        "(1, 1, 'a', 0, 0, 'promised', '2027-01-01', '2027-12-31', '2026-01-01'), "
        "(2, 1, 'b', 0, 0, 'promised', '2027-01-19', '2027-01-21', '2026-01-01'), "
        "(3, NULL, NULL, 0, 0, 'held', '2027-01-01', '2027-12-31', '2026-01-01')",
    )
    return database


def _to(database: Database, version: str, *, down: bool = False) -> None:
    with database.engine.execution_options(tilik_writes=True).begin() as connection:
        (command.downgrade if down else command.upgrade)(_alembic(connection), version)


def _do(database: Database, statement: str, **values: Any) -> None:
    with database.transaction() as session:
        session.execute(text(statement), values)


def _value(database: Database, number: int, field: str, label: str | None, read: dict[str, Any], **more: Any) -> None:
    _do(
        database,
        "INSERT INTO document_values (id, document_id, key, field, label, position, read, decision, page, confidence) "
        "VALUES (:id, 1, :key, :field, :label, :id, :read, 'read', :page, :confidence)",
        id=number, key=str(number), field=field, label=label, read=json.dumps(read),
        page=more.get("page"), confidence=more.get("confidence"),
    )  # fmt: skip


def _decide(database: Database, number: int, decision: str, held: dict[str, Any] | None = None) -> None:
    _do(
        database,
        "UPDATE document_values SET decision = :decision, decided_value = :held, decided_at = '2026-02-01' WHERE id = :id",
        decision=decision, held=json.dumps(held) if held else None, id=number,
    )  # fmt: skip


def _one(database: Database, query: str) -> tuple[Any, ...]:
    with database.session() as session:
        return tuple(session.execute(text(query)).one())


def _ids(database: Database) -> list[int]:
    with database.session() as session:
        return list(session.scalars(text("SELECT id FROM document_values ORDER BY id")))


def test_a_day_that_stood_twice_stands_once_with_its_place_and_its_doubt(old: Database) -> None:
    old.migrate()
    assert _ids(old) == [1, 2, 4]
    read, page, confidence = _one(old, "SELECT read, page, confidence FROM document_values WHERE id = 4")
    assert (json.loads(read)["value"], json.loads(read)["text"], page, confidence) == (
        "2027-02-20",
        "tiga tahun",
        2,
        0.5,
    )
    assert _one(old, "SELECT undecided, decided, doubtful FROM documents") == (3, 0, 3), "kind, title and end"


def test_what_a_person_had_decided_about_one_of_both_holds(old: Database) -> None:
    _decide(old, 3, "corrected", READ | {"date": "2028-02-20"})
    old.migrate()
    assert _ids(old) == [1, 2, 4]
    decision, held = _one(old, "SELECT decision, decided_value FROM document_values WHERE id = 4")
    assert (decision, json.loads(held)) == ("corrected", {"value": "2028-02-20"})
    assert _one(old, "SELECT ends_on FROM agreements") == ("2028-02-20",)
    assert _one(old, "SELECT undecided, decided FROM documents") == (2, 1)


@pytest.mark.parametrize(
    ("dated", "term"),
    [(("rejected", None), ("confirmed", None)), (("corrected", READ | {"date": "2029-01-01"}), ("confirmed", None))],
)
def test_two_decisions_that_differ_both_stay(old: Database, dated: Any, term: Any) -> None:
    _decide(old, 3, *dated)
    _decide(old, 4, *term)
    old.migrate()
    assert _ids(old) == [1, 2, 3, 4]


def test_a_document_of_which_only_the_second_row_was_left_is_reviewed(old: Database) -> None:
    for number in (1, 2, 4):
        _decide(old, number, "confirmed")
    old.migrate()
    assert _one(old, "SELECT state, undecided, decided, doubtful FROM documents") == ("reviewed", 0, 3, 0)


def test_what_nobody_could_read_and_an_unsure_kind_are_doubted(old: Database) -> None:
    old.migrate()
    with old.session() as session:
        doubted = list(session.scalars(text("SELECT id FROM document_values WHERE doubted ORDER BY id")))
    assert doubted == [1, 2]


def test_a_year_is_no_longer_the_days_of_a_promised_visit(old: Database) -> None:
    old.migrate()
    with old.session() as session:
        days = session.execute(text("SELECT starts_on FROM visits ORDER BY id")).scalars().all()
    assert days == [None, "2027-01-19", "2027-01-01"]


def test_the_way_back_keeps_all_rows(old: Database) -> None:
    old.migrate()
    _to(old, "0004", down=True)
    assert _ids(old) == [1, 2, 4]
    old.migrate()
    assert _ids(old) == [1, 2, 4]
