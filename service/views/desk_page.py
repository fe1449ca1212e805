"""The page of the desk: what it is given, and where it comes back to after a decision."""

from collections.abc import Iterable
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from service.steps.field_rules import KINDS, TOPICS
from service.views.marked_pages import Place
from service.views.reading_desk import GROUPS, desk_of, field_name, topic_name
from service.views.value_forms import addable, form_fields, party_roles
from service.web import resources
from storage import agreements, documents
from storage.models import Document

MOST_TO_REVIEW = 200  # rows of one page: more than a day's work


def desk_page(session: Session, document: Document, *, quoted: Place | None = None) -> dict[str, Any]:
    agreement = agreements.of_document(session, document.id)
    return {
        "document": document,
        "desk": desk_of(document, quoted=quoted),
        "agreement_id": agreement.id if agreement else None,
        "next_id": _next_to_review(session, document.id),
        "history": documents.history(session, document.id)[:30],
        "kinds": KINDS,
        "topics": TOPICS,
        "topic_name": topic_name,
        "field_name": field_name,
        "form_fields": form_fields,
        "addable": addable(document),
        "roles": party_roles(),
        "adding": request.args.get("tambah", ""),
        "wrong": None,
        "wrong_add": "",
        "typed": {},
    }


def desk_with(document_id: int, **changed: Any) -> ResponseReturnValue:
    """The desk again with what was typed, after a value that cannot be taken."""
    with resources().database.session() as session:
        document = documents.get(session, document_id)
        return render_template("documents/show.html", **(desk_page(session, document) | changed)), 422


def rows_of(document_id: int) -> list[int]:
    """The values of a document as the desk shows them, from the top."""
    with resources().database.session() as session:
        values = documents.get(session, document_id).values
        return [value.id for _group, fields in GROUPS for value in values if value.field in fields]


def row_of(document_id: int, value_id: int | None, before: list[int]) -> str | None:
    """Where the desk comes back to: the row of a value, or, where an added one went as it was undone, its neighbour's.

    `before` are the rows as they were; without `value_id` the one that went is meant.
    """
    left = rows_of(document_id)
    gone = value_id or next((row for row in before if row not in left), None)
    at = before.index(gone) if gone in before else 0
    return next((f"v{row}" for row in (*before[at:], *reversed(before[:at])) if row in left), None)


def by_doubt(rows: Iterable[Document]) -> list[Document]:
    """The most doubtful first, the oldest among equals."""
    return sorted(rows, key=lambda row: (-row.doubtful, row.id))


def _next_to_review(session: Session, document_id: int) -> int | None:
    """The document to go on with; None when nothing else waits."""
    rows = (row for row in documents.to_review(session, MOST_TO_REVIEW) if row.id != document_id)
    return next((row.id for row in by_doubt(rows)), None)
