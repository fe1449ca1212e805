"""A day of the term is one row, what was badly read is doubted, and a period is not the days of a visit"""

import json
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# As the steps had them when this was written.
DOUBTFUL_BELOW = 0.95
WELL_READ = 0.80
UNSURE_KIND = "Jenis dokumen tidak pasti"
LONGEST_VISIT_DAYS = 31

Row = sa.RowMapping
_AGREEMENT_FOLLOWS = {
    "start": "UPDATE agreements SET starts_on = :day WHERE document_id = :id",
    "end": "UPDATE agreements SET ends_on = :day WHERE document_id = :id",
}


def upgrade() -> None:
    op.add_column("document_values", sa.Column("doubted", sa.Boolean(), nullable=False, server_default=sa.false()))
    connection = op.get_bind()
    changed = _doubt(connection) | _merge(connection)
    for document_id in changed:
        _count(connection, document_id)
    for row in _rows(connection, "SELECT id, starts_on, ends_on FROM visits WHERE status = 'promised'"):
        first, last = (row[name] and date.fromisoformat(str(row[name])) for name in ("starts_on", "ends_on"))
        if first and last and (last - first).days >= LONGEST_VISIT_DAYS:
            _do(connection, "UPDATE visits SET starts_on = NULL, ends_on = NULL WHERE id = :id", id=row["id"])


def downgrade() -> None:
    # A row that was two says all that an older program needs; the next reading brings the second one back.
    op.drop_column("document_values", "doubted")


def _doubt(connection: sa.Connection) -> set[int]:
    """Mark what stands on a badly read page and has no confidence, and every kind that a warning names; the documents."""
    badly: dict[int, set[int]] = {}
    query = "SELECT document_id, number FROM document_pages WHERE source = 'ocr' AND quality < :well"
    for row in _rows(connection, query, well=WELL_READ):
        badly.setdefault(row["document_id"], set()).add(row["number"])
    warned = {
        row["id"]
        for row in _rows(connection, "SELECT id, extraction FROM documents WHERE extraction IS NOT NULL")
        if any(str(text).startswith(UNSURE_KIND) for text in (_json(row["extraction"]) or {}).get("warnings") or ())
    }
    changed = set()
    query = "SELECT id, document_id, field, page FROM document_values WHERE confidence IS NULL AND decision <> 'added'"
    for row in _rows(connection, query):
        pages = badly.get(row["document_id"], set())
        unreadable = bool(pages) if row["page"] is None else row["page"] in pages
        if unreadable or (row["field"] == "kind" and row["document_id"] in warned):
            _do(connection, "UPDATE document_values SET doubted = true WHERE id = :id", id=row["id"])
            changed.add(row["document_id"])
    return changed


def _merge(connection: sa.Connection) -> set[int]:
    """One row for the first and one for the last day of a term, each with the place and the words of its date; the documents."""
    query = 'SELECT * FROM document_values WHERE field IN (\'term\', \'dates\') AND label IN (\'start\', \'end\') ORDER BY position, id'
    found: dict[tuple[int, str, str], list[Row]] = {}
    for row in _rows(connection, query):
        found.setdefault((row["document_id"], row["label"], row["field"]), []).append(row)
    changed = set()
    for (document_id, label, field), terms in found.items():
        if field == "term" and any(_merged(connection, terms[0], d) for d in found.get((document_id, label, "dates"), ())):
            changed.add(document_id)
    return changed


def _merged(connection: sa.Connection, term: Row, dated: Row) -> bool:
    """Whether both were read as the same day and nobody decided otherwise about one than about the other: then they are one."""
    read, date_read = _json(term["read"]), _json(dated["read"])
    if not read or not date_read or read.get("value") != date_read.get("date"):
        return False
    kept, day = term, (_json(term["decided_value"]) or read)["value"]
    if dated["decision"] != "read":
        own = (_json(dated["decided_value"]) or date_read).get("date")
        if term["decision"] == "read" and dated["decision"] in ("confirmed", "corrected"):
            kept, day = dated, own
        elif "rejected" in (term["decision"], dated["decision"]) or own != day:
            return False
    said = {name: date_read[name] for name in ("text", "derived", "evidence", "confidence") if name in date_read}
    corrected = kept["decision"] in ("corrected", "added")
    _do(
        connection,
        'UPDATE document_values SET read = :read, decided_value = :decided, decision = :decision, decided_by = :by, '
        'decided_at = :at, doubted = false, confidence = :confidence, page = :page, start = :start, "end" = :end, '
        "quote = :quote WHERE id = :id",
        read=json.dumps(read | said), decided=json.dumps({"value": day}) if corrected else None, decision=kept["decision"],
        by=kept["decided_by"], at=kept["decided_at"], id=term["id"],
        **{name: dated[name] for name in ("confidence", "page", "start", "end", "quote")},
    )  # fmt: skip
    _do(connection, "DELETE FROM document_values WHERE id = :id", id=dated["id"])
    if kept is dated:
        _do(connection, _AGREEMENT_FOLLOWS[term["label"]], day=day, id=term["document_id"])
    return True


def _count(connection: sa.Connection, document_id: int) -> None:
    query = "SELECT decision, confidence, doubted FROM document_values WHERE document_id = :id"
    rows = _rows(connection, query, id=document_id)
    waiting = [row for row in rows if row["decision"] == "read"]
    doubtful = sum(bool(r["doubted"]) or (r["confidence"] is not None and r["confidence"] < DOUBTFUL_BELOW) for r in waiting)
    _do(
        connection,
        "UPDATE documents SET undecided = :undecided, decided = :decided, doubtful = :doubtful WHERE id = :id",
        undecided=len(waiting), decided=len(rows) - len(waiting), doubtful=doubtful, id=document_id,
    )  # fmt: skip
    if rows and not waiting:
        _do(
            connection,
            "UPDATE documents SET state = 'reviewed', reviewed_at = read_at WHERE id = :id AND state = 'extracted'",
            id=document_id,
        )


def _rows(connection: sa.Connection, query: str, **values: Any) -> list[Row]:
    return list(connection.execute(sa.text(query), values).mappings())


def _do(connection: sa.Connection, statement: str, **values: Any) -> None:
    connection.execute(sa.text(statement), values)


def _json(kept: Any) -> Any:
    """What a JSON column holds; SQLite gives its text."""
    return json.loads(kept) if isinstance(kept, str) else kept
