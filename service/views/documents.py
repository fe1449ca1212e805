"""Upload, list, read beside the original, review, read again, download."""

import secrets
from collections.abc import Iterable, Iterator
from typing import Any

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage

from nlp.errors import ReadError
from service.access import account, requires
from service.steps import machine, review
from service.steps.field_rules import TOPICS, WrongValue
from service.steps.read_again import read_again
from service.steps.receive import receive
from service.views.forms import whole_number
from service.views.marked_pages import Place
from service.views.reading_desk import Desk, desk_of, field_name, form_fields, topic_name
from service.web import resources
from storage import agreements, documents
from storage.errors import Full, Stale
from storage.models import Document, State, Value

blueprint = Blueprint("documents", __name__)

PER_PAGE = 25
MOST_FILES = 1000
MOST_TO_REVIEW = 200  # rows of one page: more than a day's work
KINDS = ("mou", "agreement", "report", "news", "letter", "other")


@blueprint.get("/dokumen")
@requires("read")
def index() -> ResponseReturnValue:
    return _list("documents.index")


@blueprint.get("/magang")
@requires("read")
def internships() -> ResponseReturnValue:
    """Reports of internships: the documents of that kind, which is what the room is about."""
    return _list("documents.internships", kind="report")


@blueprint.get("/periksa")
@requires("read")
def to_review() -> ResponseReturnValue:
    """Documents that wait for a person, the most doubtful first."""
    with resources().database.session() as session:
        rows = _by_doubt(documents.to_review(session, MOST_TO_REVIEW))
        total = documents.counts(session).to_review
        return render_template("documents/to_review.html", rows=rows, total=total)


@blueprint.get("/unggah")
@requires("upload")
def upload() -> ResponseReturnValue:
    batch = request.args.get("kiriman") or secrets.token_hex(8)
    with resources().database.session() as session:
        rows = documents.of_batch(session, batch)
        return render_template("documents/upload.html", batch=batch, rows=rows, lacking=machine.lacking())


@blueprint.post("/unggah")
@requires("upload")
def send() -> ResponseReturnValue:
    """One file a request from the script, which is answered in JSON; or a whole form, which is answered with a page."""
    batch = request.form.get("batch", "")[:40] or secrets.token_hex(8)
    parts = [part for part in request.files.getlist("files") if part.filename]
    answers = [_take(part, batch) for part in parts[:MOST_FILES]]
    if request.headers.get("X-Requested-With") == "fetch":
        return jsonify({"batch": batch, "files": answers}), 201
    for answer in answers:
        if answer["state"] == "refused":
            flash(f"{answer['name']}: {answer['reason']}", "error")
        elif answer["state"] == "duplicate":
            flash(_("%(name)s sudah ada, jadi tidak disimpan dua kali.", name=answer["name"]), "warning")
    if not parts:
        flash(_("Pilih sedikitnya satu berkas."), "error")
    return redirect(url_for("documents.upload", kiriman=batch))


@blueprint.get("/unggah/status")
@requires("upload")
def status() -> ResponseReturnValue:
    """How far the files of a batch and the documents named by `id` are, for the page that watches them."""
    batch = request.args.get("batch", "")
    ids = [int(text) for text in request.args.getlist("id")[:MOST_FILES] if text.isdecimal() and len(text) < 16]
    with resources().database.session() as session:
        rows = {row.id: row for row in documents.of_batch(session, batch)} if batch else {}
        rows |= {row.id: row for row in documents.many(session, ids)}
        return jsonify({"files": [_state(row) for row in rows.values()]})


@blueprint.get("/dokumen/<int:document_id>")
@requires("read")
def show(document_id: int) -> ResponseReturnValue:
    with resources().database.session() as session:
        document = documents.get(session, document_id)
        quoted = Place.asked(request.args.get("page"), request.args.get("at"))
        return render_template("documents/show.html", **_desk_page(session, document, quoted))


@blueprint.get("/dokumen/<int:document_id>/unduh")
@requires("read")
def download(document_id: int) -> ResponseReturnValue:
    """The original, byte by byte, never shown inside the page."""
    with resources().database.session() as session:
        document = documents.get(session, document_id)
        name, path = document.name, resources().files.path(document.sha256)
    if not path.exists():
        flash(_("Berkas asli tidak ada di penyimpanan. Beri tahu pengelola Tilik."), "error")
        return redirect(url_for("documents.show", document_id=document_id))
    response = send_file(path, as_attachment=True, download_name=name, mimetype="application/octet-stream")
    response.headers["Content-Security-Policy"] = "sandbox"
    return response


@blueprint.post("/dokumen/<int:document_id>/baca-ulang")
@requires("upload")
def again(document_id: int) -> ResponseReturnValue:
    try:
        read_again(resources(), document_id, by=account().id)
    except Stale:
        flash(_("Dokumen ini sedang menunggu atau sedang dibaca."), "warning")
    else:
        flash(_("Dokumen dibaca lagi. Keputusan yang sudah dibuat tidak berubah."), "ok")
    return redirect(url_for("documents.show", document_id=document_id))


@blueprint.post("/dokumen/<int:document_id>/yakin")
@requires("review")
def confirm_sure(document_id: int) -> ResponseReturnValue:
    count = review.confirm_sure(resources(), document_id, account().id)
    flash(_("%(count)d nilai yang yakin dikonfirmasi.", count=count), "ok")
    return redirect(url_for("documents.show", document_id=document_id))


@blueprint.post("/dokumen/<int:document_id>/nilai")
@requires("review")
def add(document_id: int) -> ResponseReturnValue:
    field, _dot, label = request.form.get("field", "").partition(".")
    given = {name: text for name, text in request.form.items() if name not in ("csrf_token", "field")}
    try:
        review.add_value(resources(), document_id, field, label or None, given, account().id)
    except WrongValue as error:
        return _desk_with(document_id, adding=request.form.get("field", ""), wrong_add=_said(error), typed=given)
    flash(_("Nilai ditambahkan."), "ok")
    return redirect(url_for("documents.show", document_id=document_id))


@blueprint.post("/nilai/<int:value_id>/<any(konfirmasi, koreksi, tolak, urungkan):act>")
@requires("review")
def decide(value_id: int, act: str) -> ResponseReturnValue:
    """One decision about one value; the page comes back at that value."""
    by = account().id
    try:
        if act == "koreksi":
            given = {name: text for name, text in request.form.items() if name != "csrf_token"}
            document_id = review.correct(resources(), value_id, given, by)
        else:
            step = {"konfirmasi": review.confirm, "tolak": review.reject, "urungkan": review.undo}[act]
            document_id = step(resources(), value_id, by)
    except WrongValue as error:
        with resources().database.session() as session:
            owner = session.get(Value, value_id)
            if owner is None:
                abort(404)
            owner_id = owner.document_id
        return _desk_with(owner_id, wrong=(value_id, _said(error)), typed=dict(request.form))
    return redirect(url_for("documents.show", document_id=document_id, _anchor=f"v{value_id}"))


def _list(endpoint: str, kind: str | None = None) -> ResponseReturnValue:
    args = {
        name: request.args[name] for name in ("kind", "state", "institution", "year", "text") if request.args.get(name)
    }
    page = max(1, request.args.get("page", 1, type=int))
    state = args.get("state")
    with resources().database.session() as session:
        rows, total = documents.find(
            session,
            kind=kind or args.get("kind"),
            state=state if state in set(State) else None,
            institution=args.get("institution"),
            year=whole_number(args.get("year")),
            text=args.get("text"),
            page=page,
            per_page=PER_PAGE,
        )
        return render_template(
            "documents/index.html",
            rows=rows, total=total, page=page, per_page=PER_PAGE, args=args, endpoint=endpoint, fixed_kind=kind, kinds=KINDS,
            states=list(State), years=documents.years(session), institutions=documents.institutions(session),
        )  # fmt: skip


def _take(part: FileStorage, batch: str) -> dict[str, Any]:
    name = part.filename or ""
    try:
        received = receive(resources(), part.stream, name=name, by=account().id, batch=batch)  # type: ignore[arg-type]
    except ReadError as error:
        return {"name": name, "state": "refused", "reason": _said(error)}
    except Full:
        return {
            "name": name,
            "state": "refused",
            "reason": _("Penyimpanan penuh. Beri tahu pengelola Tilik, lalu unggah lagi."),
        }
    url = url_for("documents.show", document_id=received.document_id)
    return {
        "name": name,
        "state": "received" if received.is_new else "duplicate",
        "id": received.document_id,
        "url": url,
    }


@blueprint.app_template_filter("reason")
def reason(document: Document) -> str | None:
    """Why it could not be read, in the language of the page; as it was kept where the cause is no known one."""
    if str(get_locale()) == "en":
        for kind in _kinds(ReadError):
            if kind.code == document.reason_code:
                return kind.english
    return document.reason


def _kinds(kind: type[ReadError]) -> Iterator[type[ReadError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


def _said(error: ReadError | WrongValue) -> str:
    return error.english if str(get_locale()) == "en" else str(error)


def _state(row: Document) -> dict[str, Any]:
    return {
        "id": row.id, "name": row.name, "state": row.state.value, "reason": reason(row), "pages": row.page_count,
        "doubtful": row.doubtful, "values": row.undecided + row.decided, "title": row.title,
        "url": url_for("documents.show", document_id=row.id),
    }  # fmt: skip


def _desk_page(session: Session, document: Document, quoted: Place | None = None) -> dict[str, Any]:
    desk: Desk = desk_of(document, quoted=quoted)
    agreement = agreements.of_document(session, document.id)
    return {
        "document": document,
        "desk": desk,
        "agreement_id": agreement.id if agreement else None,
        "next_id": _next_to_review(session, document.id),
        "history": documents.history(session, document.id)[:30],
        "kinds": KINDS,
        "topics": TOPICS,
        "topic_name": topic_name,
        "field_name": field_name,
        "form_fields": form_fields,
        "wrong": None,
        "adding": "",
        "wrong_add": "",
        "typed": {},
    }


def _by_doubt(rows: Iterable[Document]) -> list[Document]:
    """The most doubtful first, the oldest among equals."""
    return sorted(rows, key=lambda row: (-row.doubtful, row.id))


def _next_to_review(session: Session, document_id: int) -> int | None:
    """The document to go on with; None when nothing else waits."""
    rows = (row for row in documents.to_review(session, MOST_TO_REVIEW) if row.id != document_id)
    return next((row.id for row in _by_doubt(rows)), None)


def _desk_with(document_id: int, **changed: Any) -> ResponseReturnValue:
    """The desk again with what was typed, after a value that cannot be taken."""
    with resources().database.session() as session:
        document = documents.get(session, document_id)
        return render_template("documents/show.html", **(_desk_page(session, document) | changed)), 422
