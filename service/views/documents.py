"""Upload, list, read beside the original, review, read again, download."""

import secrets
from typing import Any

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from nlp.errors import ReadError
from service.access import account, requires
from service.steps import machine, review
from service.steps.field_rules import KINDS, WrongValue
from service.steps.read_again import read_again
from service.steps.receive_all import Taken, receive_all
from service.steps.settle import settle, unsettle
from service.views.desk_page import MOST_TO_REVIEW, by_doubt, desk_page, desk_with, row_of, rows_of
from service.views.file_states import reason, said, state_of
from service.views.forms import whole_number
from service.views.marked_pages import Place
from service.views.reading_desk import field_name
from service.web import resources
from storage import documents
from storage.errors import Full, Stale
from storage.models import State, Value

blueprint = Blueprint("documents", __name__)
blueprint.add_app_template_filter(reason)

PER_PAGE = 25
MOST_FILES = 1000


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
        rows = by_doubt(documents.to_review(session, MOST_TO_REVIEW))
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
    """One file a request from the script, which is answered in JSON; or a whole form, which is answered with a page.

    A ZIP archive has an answer for each file in it.
    """
    batch = request.form.get("batch", "")[:40] or secrets.token_hex(8)
    parts = [part for part in request.files.getlist("files") if part.filename]
    answers = [answer for part in parts[:MOST_FILES] for answer in _answers(part, batch)]
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
        return jsonify({"files": [state_of(row) for row in rows.values()]})


@blueprint.get("/dokumen/<int:document_id>")
@requires("read")
def show(document_id: int) -> ResponseReturnValue:
    with resources().database.session() as session:
        document = documents.get(session, document_id)
        quoted = Place.asked(request.args.get("page"), request.args.get("at"))
        return render_template("documents/show.html", **desk_page(session, document, quoted=quoted))


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


@blueprint.post("/dokumen/<int:document_id>/<any(ditangani, 'belum-ditangani'):act>")
@requires("upload")
def settle_failure(document_id: int, act: str) -> ResponseReturnValue:
    """Nothing is left to do about a file that could not be read, or something is after all."""
    try:
        if act == "ditangani":
            name = settle(resources(), document_id, by=account().id)
            flash(_("%(name)s tidak disebut lagi di Beranda. Berkas dan riwayatnya tetap disimpan.", name=name), "ok")
        else:
            name = unsettle(resources(), document_id, by=account().id)
            flash(_("%(name)s disebut lagi di Beranda.", name=name), "ok")
    except Stale:
        flash(_("Keadaan berkas ini sudah berubah. Di bawah ini keadaan terbarunya."), "warning")
    if request.form.get("from") == "list":  # where the next one waits
        return redirect(url_for("documents.index", state="failed", settled="0" if act == "ditangani" else None))
    return redirect(url_for("documents.show", document_id=document_id))


@blueprint.post("/dokumen/<int:document_id>/yakin")
@requires("review")
def confirm_sure(document_id: int) -> ResponseReturnValue:
    count = review.confirm_sure(resources(), document_id, account().id)
    flash(_("%(count)d nilai yang yakin dikonfirmasi.", count=count), "undo" if count else "ok")
    return redirect(url_for("documents.show", document_id=document_id))


@blueprint.post("/dokumen/<int:document_id>/urungkan")
@requires("review")
def undo_last(document_id: int) -> ResponseReturnValue:
    """Take back the last decision of whoever asks, or all those made together; the page comes back where it stood."""
    before = rows_of(document_id)
    undone = review.undo_last(resources(), document_id, account().id)
    if undone is None:
        flash(_("Belum ada keputusan Anda pada dokumen ini yang dapat diurungkan."), "warn")
    elif undone.count > 1:
        flash(_("%(count)d konfirmasi diurungkan.", count=undone.count), "ok")
    else:
        flash(_("Keputusan terakhir diurungkan: %(name)s.", name=field_name(undone.field, undone.label)), "ok")
    anchor = row_of(document_id, undone.value_id, before) if undone and undone.count == 1 else None
    return redirect(url_for("documents.show", document_id=document_id, _anchor=anchor))


@blueprint.post("/dokumen/<int:document_id>/nilai")
@requires("review")
def add(document_id: int) -> ResponseReturnValue:
    field, _dot, label = request.form.get("field", "").partition(".")
    given = {name: text for name, text in request.form.items() if name not in ("csrf_token", "field")}
    try:
        review.add_value(resources(), document_id, field, label or None, given, account().id)
    except WrongValue as error:
        return desk_with(document_id, adding=request.form.get("field", ""), wrong_add=said(error), typed=given)
    flash(_("Nilai ditambahkan."), "ok")
    # Where one value was missed, often others of its kind were too: the form comes back for the next.
    kind = request.form["field"]
    return redirect(url_for("documents.show", document_id=document_id, tambah=kind, _anchor="tambah"))


@blueprint.post("/nilai/<int:value_id>/<any(konfirmasi, koreksi, tolak, urungkan):act>")
@requires("review")
def decide(value_id: int, act: str) -> ResponseReturnValue:
    """One decision about one value; the page comes back at that value."""
    by, document_id = account().id, _document_of(value_id)
    before = rows_of(document_id)
    try:
        if act == "koreksi":
            given = {name: text for name, text in request.form.items() if name != "csrf_token"}
            review.correct(resources(), value_id, given, by)
        else:
            step = {"konfirmasi": review.confirm, "tolak": review.reject, "urungkan": review.undo}[act]
            step(resources(), value_id, by)
    except WrongValue as error:
        return desk_with(document_id, wrong=(value_id, said(error)), typed=dict(request.form))
    return redirect(url_for("documents.show", document_id=document_id, _anchor=row_of(document_id, value_id, before)))


@blueprint.get("/nilai/<int:value_id>/<any(konfirmasi, koreksi, tolak, urungkan):act>")
@requires("read")
def value(value_id: int, act: str) -> ResponseReturnValue:
    """Where one stands after a correction that was refused, opened anew: the desk at that value."""
    return redirect(url_for("documents.show", document_id=_document_of(value_id), _anchor=f"v{value_id}"))


def _document_of(value_id: int) -> int:
    with resources().database.session() as session:
        found = session.get(Value, value_id)
        if found is None:
            abort(404)
        return found.document_id


def _list(endpoint: str, kind: str | None = None) -> ResponseReturnValue:
    args = {
        name: request.args[name]
        for name in ("kind", "state", "settled", "institution", "year", "text")
        if request.args.get(name)
    }
    page = max(1, request.args.get("page", 1, type=int))
    state = args.get("state")
    with resources().database.session() as session:
        rows, total = documents.find(
            session,
            kind=kind or args.get("kind"),
            state=state if state in set(State) else None,
            settled={"0": False, "1": True}.get(args.get("settled", "")),
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


def _answers(part: FileStorage, batch: str) -> list[dict[str, Any]]:
    """What became of a file that was sent, or of each in a ZIP archive."""
    stream = part.stream
    taken = receive_all(resources(), stream, name=part.filename or "", by=account().id, batch=batch)
    return [_answer(one) for one in taken]


def _answer(taken: Taken) -> dict[str, Any]:
    if taken.received is not None:
        number = taken.received.document_id
        state = "received" if taken.received.is_new else "duplicate"
        url = url_for("documents.show", document_id=number)
        return {"name": taken.name, "state": state, "id": number, "url": url}
    if isinstance(taken.problem, Full):
        reason = _("Penyimpanan penuh. Beri tahu pengelola Tilik, lalu unggah lagi.")
    else:
        reason = said(taken.problem if isinstance(taken.problem, ReadError) else ReadError())
    return {"name": taken.name, "state": "refused", "reason": reason}
