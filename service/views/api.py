"""The same steps in JSON: upload, state, extraction, search. Whoever has signed in uses it with the session's token."""

from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import BadRequest

from nlp.errors import ReadError
from service.access import account, requires
from service.steps.receive_all import receive_all
from service.views.file_states import said
from service.web import resources
from storage import documents
from storage.errors import NotFound
from storage.models import Document, State

blueprint = Blueprint("api", __name__, url_prefix="/api")

MOST_FILES = 1000
MOST_IDS = 500
PER_PAGE = 50


@blueprint.get("/documents")
@requires("read")
def find() -> ResponseReturnValue:
    """Documents newest first: `kind`, `state`, `institution`, `year`, `text`, `page` narrow it down."""
    state = request.args.get("state")
    if state and state not in set(State):
        raise BadRequest
    with resources().database.session() as session:
        rows, total = documents.find(
            session,
            kind=request.args.get("kind"),
            state=state,
            institution=request.args.get("institution"),
            year=_number("year"),
            text=request.args.get("text"),
            page=_number("page") or 1,
            per_page=PER_PAGE,
        )
        return jsonify({"total": total, "documents": [_summary(row) for row in rows]})


@blueprint.post("/documents")
@requires("upload")
def upload() -> ResponseReturnValue:
    """Store the parts named `files`; an answer for each, and each in a ZIP archive, in their order.

    201 when all were accepted, 207 when some.
    """
    parts = request.files.getlist("files")
    if not parts or len(parts) > MOST_FILES:
        raise BadRequest
    answers: list[dict[str, Any]] = []
    for part in parts:
        for taken in receive_all(resources(), part.stream, name=part.filename or "", by=account().id):
            if taken.received is not None:
                answers.append({"name": taken.name, "id": taken.received.document_id, "new": taken.received.is_new})
            elif isinstance(taken.problem, ReadError):
                refused = {"code": taken.problem.code, "reason": said(taken.problem)}
                answers.append({"name": taken.name, "refused": refused})
            elif taken.problem is not None:
                raise taken.problem
    return jsonify({"documents": answers}), 207 if any("refused" in answer for answer in answers) else 201


@blueprint.get("/documents/<int:document_id>")
@requires("read")
def show(document_id: int) -> ResponseReturnValue:
    """One document's state and what is known of it."""
    with resources().database.session() as session:
        return jsonify(_summary(documents.get(session, document_id)))


@blueprint.get("/documents/<int:document_id>/extraction")
@requires("read")
def extraction(document_id: int) -> ResponseReturnValue:
    """The contract's object, as the machine read it; 404 while there is none."""
    with resources().database.session() as session:
        found = documents.get(session, document_id).extraction
    if found is None:
        raise NotFound(f"document {document_id} has no extraction")
    return jsonify(found)


@blueprint.get("/states")
@requires("read")
def states() -> ResponseReturnValue:
    """The states of the documents named by `id`, given once or many times."""
    ids = [int(text) for text in request.args.getlist("id")[:MOST_IDS] if text.isdecimal() and len(text) < 19]
    with resources().database.session() as session:
        return jsonify({"documents": [_summary(row) for row in documents.many(session, ids)]})


@blueprint.get("/search")
@requires("read")
def search() -> ResponseReturnValue:
    """Pages and recommendations that say `q`; `kind`, `institution`, `year`, `page` narrow it down."""
    query = request.args.get("q", "")
    if not query.strip():
        raise BadRequest(_("Tulis apa yang dicari."))
    with resources().database.session() as session:
        result = resources().index.search(
            session,
            query[:500],
            kind=request.args.get("kind"),
            institution=request.args.get("institution"),
            year=_number("year"),
            page=_number("page") or 1,
        )
        hits = [
            {
                "scope": hit.scope,
                "document": hit.document.id,
                "name": hit.document.name,
                "title": hit.document.title,
                "page": hit.page,
                "snippet": [{"text": part.text, "hit": part.hit} for part in hit.snippet],
            }
            for hit in result.hits
        ]
    return jsonify({"total": result.total, "hits": hits})


def _summary(row: Document) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "sha256": row.sha256,
        "size_bytes": row.size_bytes,
        "state": row.state.value,
        "attempt": row.attempt,
        "reason": row.reason,
        "reason_code": row.reason_code,
        "kind": row.kind,
        "title": row.title,
        "year": row.year,
        "page_count": row.page_count,
        "uploaded_at": row.uploaded_at.isoformat(),
    }


def _number(name: str) -> int | None:
    text = request.args.get(name, "").strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > 9:
        raise BadRequest
    return int(text)
