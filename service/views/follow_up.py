"""Following up recommendations: the list that is worked through, one recommendation, its proof, the matrix as a file."""

from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.utils import secure_filename
from wtforms import DateField, Form, HiddenField, StringField, TextAreaField, validators

from service.access import account, requires
from service.filters import day as day_in_words
from service.filters import told
from service.outputs import sheets
from service.steps import follow_up as steps
from service.steps.follow_up import Expected
from service.steps.refused import Refused
from service.views.forms import own_date, refuse_in, today, whole_number, why
from service.web import resources
from storage import recommendations
from storage.errors import Stale
from storage.models import Progress, Recommendation
from storage.recommendations import Filter, Me, View

blueprint = Blueprint("follow_up", __name__, url_prefix="/tindak-lanjut")

PAGE_SIZE = 50
EXPORT_LIMIT = 50_000  # rows; a sheet holds a million, a reader far fewer
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

TABS = {
    View.OPEN: _l("Semua terbuka"),
    View.OVERDUE: _l("Terlambat"),
    View.DUE_SOON: _l("Jatuh tempo 30 hari"),
    View.MINE: _l("Milik saya"),
    View.NO_UNIT: _l("Tanpa OPD"),
    View.NO_DUE: _l("Tanpa tenggat"),
    View.DONE: _l("Selesai"),
    View.DROPPED: _l("Tidak dilanjutkan"),
}
TOPICS = {
    "kinerja_akuntabilitas": _l("Kinerja dan akuntabilitas"),
    "reformasi_birokrasi": _l("Reformasi birokrasi"),
    "kepegawaian": _l("Kepegawaian"),
    "pengembangan_kompetensi": _l("Pengembangan kompetensi"),
    "perencanaan_penganggaran": _l("Perencanaan dan penganggaran"),
    "keuangan_aset": _l("Keuangan dan aset"),
    "pendapatan_daerah": _l("Pendapatan daerah"),
    "pengawasan": _l("Pengawasan"),
    "digital_spbe": _l("Pemerintahan digital (SPBE)"),
    "pelayanan_publik": _l("Pelayanan publik"),
    "infrastruktur_perhubungan": _l("Infrastruktur dan perhubungan"),
    "ekonomi_sumber_daya": _l("Ekonomi dan sumber daya"),
    "sosial_tenaga_kerja": _l("Sosial dan tenaga kerja"),
    "kerja_sama": _l("Kerja sama"),
    "lainnya": _l("Lainnya"),
}
PROGRESS = {
    Progress.NEW: _l("Baru"),
    Progress.ACCEPTED: _l("Diterima"),
    Progress.RUNNING: _l("Berjalan"),
    Progress.TO_VERIFY: _l("Menunggu verifikasi"),
    Progress.DONE: _l("Selesai"),
    Progress.REFUSED: _l("Ditolak"),
    Progress.IMPOSSIBLE: _l("Tidak dapat ditindaklanjuti"),
}


class MoveForm(Form):
    to = HiddenField()
    version = HiddenField()
    reason = TextAreaField(
        _l("Alasan atau penjelasan"), [validators.Length(max=4000, message=_l("Paling banyak 4.000 huruf."))]
    )


class AssignForm(Form):
    version = HiddenField()
    unit = StringField(
        _l("OPD penanggung jawab"),
        [
            validators.InputRequired(_l("Isi OPD penanggung jawab.")),
            validators.Length(max=300, message=_l("Paling banyak 300 huruf.")),
        ],
    )
    person = StringField(_l("PIC (opsional)"), [validators.Length(max=200, message=_l("Paling banyak 200 huruf."))])


class DueForm(Form):
    version = HiddenField()
    due = DateField(_l("Tenggat"), [own_date(_l("Isi tenggat sebagai tanggal, misalnya 31 Desember 2026."))])
    due_reason = StringField(
        _l("Alasan perpanjangan"), [validators.Length(max=1000, message=_l("Paling banyak 1.000 huruf."))]
    )


class NoteForm(Form):
    text = TextAreaField(
        _l("Tulis catatan"),
        [
            validators.InputRequired(_l("Tulis catatan dahulu.")),
            validators.Length(max=4000, message=_l("Paling banyak 4.000 huruf.")),
        ],
    )


class ProofForm(Form):
    file = HiddenField(_l("Berkas"))
    description = StringField(
        _l("Keterangan (opsional)"), [validators.Length(max=400, message=_l("Paling banyak 400 huruf."))]
    )
    dated = DateField(
        _l("Tanggal bukti (opsional)"),
        [validators.Optional(), own_date(_l("Isi sebagai tanggal, misalnya 20 Agustus 2026."))],
    )


@blueprint.context_processor
def _names() -> dict[str, Any]:
    return {
        "TABS": TABS,
        "TOPICS": TOPICS,
        "PROGRESS": PROGRESS,
        "NEXT": steps.NEXT,
        "needs_reason": steps.needs_reason,
        "without": lambda args, name: {key: value for key, value in args.items() if key != name},
    }


@blueprint.get("/")
@requires("read")
def index() -> ResponseReturnValue:
    """The list or the board. View, filters and page all stand in the address."""
    view, narrowed, me, now = _view(), _filter(), _me(), today()
    page = max(1, request.args.get("hal", 1, type=int))
    as_board = request.args.get("view") == "papan"
    with resources().database.session() as session:
        counted = recommendations.counts(session, now, me, replace(narrowed, progress=None))
        found = recommendations.find(
            session, view, narrowed, today=now, me=me, offset=(page - 1) * PAGE_SIZE, limit=0 if as_board else PAGE_SIZE
        )
        lanes = recommendations.board(session, view, narrowed, today=now, me=me) if as_board else []
        return render_template(
            "follow_up/index.html",
            view=view,
            filter=narrowed,
            counts=counted,
            found=found,
            lanes=lanes,
            as_board=as_board,
            page=page,
            pages=max(1, -(-found.total // PAGE_SIZE)),
            page_size=PAGE_SIZE,
            today=now,
            units=recommendations.assigned_units(session),
            all_units=recommendations.units(session),
            topics=recommendations.topics(session),
            sources=recommendations.sources(session),
            args=_kept_args(),
        )


@blueprint.get("/ekspor.xlsx")
@requires("read")
def export() -> ResponseReturnValue:
    """What the list shows, all pages of it, as a spreadsheet."""
    view, now = _view(), today()
    with resources().database.session() as session:
        found = recommendations.find(session, view, _filter(), today=now, me=_me(), limit=EXPORT_LIMIT)
        content = sheets.follow_up_matrix(
            (_sheet_row(row) for row in found.rows),
            title=_("Matriks tindak lanjut rekomendasi"),
            subtitle=_(
                "%(view)s, %(count)d rekomendasi, keadaan %(day)s",
                view=TABS[view],
                count=len(found.rows),
                day=day_in_words(now),
            ),
        )
    answer = Response(content, mimetype=XLSX)
    answer.headers.set("Content-Disposition", "attachment", filename=f"tindak-lanjut-{view}-{now:%Y%m%d}.xlsx")
    return answer


@blueprint.post("/massal")
@requires("follow_up")
def many() -> ResponseReturnValue:
    """One act on all that are ticked; those refused are named, the others done."""
    ids = [int(text) for text in request.form.getlist("id") if text.isdecimal()][:1000]
    back = redirect(url_for("follow_up.index", **_kept_args()))
    if not ids:
        flash(_("Pilih sedikitnya satu rekomendasi dahulu."), "warn")
        return back
    act = _bulk_act()
    if isinstance(act, str):
        flash(act, "bad")
        return back
    batch = steps.many(ids, act)
    if batch.changed:
        flash(_("%(count)d rekomendasi diubah.", count=len(batch.changed)), "ok")
    for recommendation_id, reason in islice(batch.refused, 5):
        flash(_("Tidak diubah: %(name)s. %(why)s", name=_short_name(recommendation_id), why=told(reason)), "warn")
    if len(batch.refused) > 5:
        flash(_("%(count)d lainnya juga tidak diubah.", count=len(batch.refused) - 5), "warn")
    return back


@blueprint.get("/<int:recommendation_id>")
@requires("read")
def show(recommendation_id: int) -> ResponseReturnValue:
    return _page(recommendation_id)


@blueprint.post("/<int:recommendation_id>/status")
@requires("follow_up")
def move(recommendation_id: int) -> ResponseReturnValue:
    form = MoveForm(request.form)
    if form.to.data not in set(Progress):
        flash(_("Status itu tidak dikenal. Muat ulang halaman ini."), "bad")
        return redirect(url_for("follow_up.show", recommendation_id=recommendation_id))
    if not form.validate():
        return _page(recommendation_id, 422, move_form=form)
    to = Progress(form.to.data)
    try:
        steps.move(
            resources(),
            _expected(recommendation_id, form.version.data),
            to,
            by=account().id,
            today=today(),
            reason=form.reason.data,
        )
    except (Refused, Stale) as problem:
        return _page(recommendation_id, refuse_in(form, problem), move_form=form)
    flash(_("Status menjadi “%(status)s”.", status=PROGRESS[to]), "ok")
    return redirect(url_for("follow_up.show", recommendation_id=recommendation_id))


@blueprint.post("/<int:recommendation_id>/penugasan")
@requires("follow_up")
def assign(recommendation_id: int) -> ResponseReturnValue:
    form = AssignForm(request.form)
    if not form.validate():
        return _page(recommendation_id, 422, assign_form=form)
    try:
        steps.assign(
            resources(),
            _expected(recommendation_id, form.version.data),
            unit=form.unit.data,
            person=form.person.data,
            by=account().id,
        )
    except (Refused, Stale) as problem:
        return _page(recommendation_id, refuse_in(form, problem), assign_form=form)
    flash(_("OPD penanggung jawab dan PIC disimpan."), "ok")
    return redirect(url_for("follow_up.show", recommendation_id=recommendation_id))


@blueprint.post("/<int:recommendation_id>/tenggat")
@requires("follow_up")
def set_due(recommendation_id: int) -> ResponseReturnValue:
    form = DueForm(request.form)
    if not form.validate() or form.due.data is None:
        return _page(recommendation_id, 422, due_form=form)
    try:
        steps.set_due(
            resources(),
            _expected(recommendation_id, form.version.data),
            form.due.data,
            by=account().id,
            today=today(),
            reason=form.due_reason.data,
        )
    except (Refused, Stale) as problem:
        return _page(recommendation_id, refuse_in(form, problem), due_form=form)
    flash(_("Tenggat menjadi %(day)s.", day=day_in_words(form.due.data)), "ok")
    return redirect(url_for("follow_up.show", recommendation_id=recommendation_id))


@blueprint.post("/<int:recommendation_id>/catatan")
@requires("follow_up")
def note(recommendation_id: int) -> ResponseReturnValue:
    form = NoteForm(request.form)
    if not form.validate():
        return _page(recommendation_id, 422, note_form=form)
    try:
        steps.note(resources(), recommendation_id, form.text.data or "", by=account().id)
    except Refused as problem:
        return _page(recommendation_id, refuse_in(form, problem), note_form=form)
    flash(_("Catatan disimpan."), "ok")
    return redirect(url_for("follow_up.show", recommendation_id=recommendation_id, _anchor="catatan"))


@blueprint.post("/<int:recommendation_id>/bukti")
@requires("follow_up")
def add_proof(recommendation_id: int) -> ResponseReturnValue:
    form, sent = ProofForm(request.form), request.files.get("file")
    if not form.validate():
        return _page(recommendation_id, 422, proof_form=form)
    try:
        if sent is None or not sent.filename:
            raise Refused("Pilih berkas bukti dahulu.", field="file")
        steps.add_proof(
            resources(),
            recommendation_id,
            sent.stream,
            name=_file_name(sent.filename),
            description=form.description.data,
            dated=form.dated.data,
            by=account().id,
            today=today(),
        )
    except Refused as problem:
        return _page(recommendation_id, refuse_in(form, problem), proof_form=form)
    flash(_("Bukti dukung disimpan."), "ok")
    return redirect(url_for("follow_up.show", recommendation_id=recommendation_id, _anchor="bukti"))


@blueprint.get("/<int:recommendation_id>/bukti/<int:proof_id>")
@requires("read")
def proof(recommendation_id: int, proof_id: int) -> ResponseReturnValue:
    """The file itself, always as a download: what staff upload is never shown inside our pages."""
    with resources().database.session() as session:
        found = recommendations.proof(session, recommendation_id, proof_id)
    answer = send_file(
        resources().files.open(found.sha256),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=found.name,
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "sandbox"
    return answer


@blueprint.post("/<int:recommendation_id>/bukti/<int:proof_id>/lepas")
@requires("follow_up")
def remove_proof(recommendation_id: int, proof_id: int) -> ResponseReturnValue:
    try:
        steps.remove_proof(resources(), recommendation_id, proof_id, by=account().id)
    except Refused as problem:
        flash(why(problem), "bad")
    else:
        flash(_("Bukti dukung dilepas. Berkasnya tetap disimpan dan riwayat menyebutkannya."), "ok")
    return redirect(url_for("follow_up.show", recommendation_id=recommendation_id, _anchor="bukti"))


def _page(recommendation_id: int, status: int = 200, **forms: Form) -> ResponseReturnValue:
    """One recommendation; a form that was refused comes back with what was typed and why."""
    with resources().database.session() as session:
        found = recommendations.get(session, recommendation_id)
        bound = {
            "move_form": MoveForm(),
            "assign_form": AssignForm(data={"unit": found.unit or found.addressee, "person": found.person}),
            "due_form": DueForm(data={"due": found.due}),
            "note_form": NoteForm(),
            "proof_form": ProofForm(),
            **forms,
        }
        page = render_template(
            "follow_up/show.html",
            recommendation=found,
            today=today(),
            earlier_dues=[note for note in reversed(found.notes) if note.act == "due" and note.before],
            alike=recommendations.like_this(session, found) if found.unit else 0,
            all_units=recommendations.units(session),
            all_people=recommendations.people(session),
            intact={proof.id: resources().files.exists(proof.sha256) for proof in found.proofs},
            **bound,
        )
    return page, status


def _view() -> View:
    text = request.args.get("tampilan", View.OPEN)
    return View(text) if text in set(View) else View.OPEN


def _filter() -> Filter:
    asked = request.args
    progress = asked.get("status")
    return Filter(
        unit=asked.get("opd") or None,
        topic=asked.get("topik") or None,
        document_id=whole_number(asked.get("dokumen")),
        text=(asked.get("cari") or "").strip()[:200] or None,
        progress=Progress(progress) if progress in set(Progress) else None,
    )


def _kept_args() -> dict[str, Any]:
    """View and filters of the address, for links that keep them; the page number starts anew."""
    names = ("tampilan", "view", "opd", "topik", "dokumen", "cari", "status")
    return {name: request.args[name] for name in names if request.args.get(name)}


def _me() -> Me:
    return Me(account().name, account().unit)


def _expected(recommendation_id: int, version: str | None) -> Expected:
    return Expected(recommendation_id, whole_number(version))


def _bulk_act() -> Any:
    """The act that was asked for all, or a sentence why there is none."""
    who, asked = account().id, request.form
    match asked.get("do"):
        case "unit":
            unit = (asked.get("unit") or "").strip()
            if not unit:
                return _("Isi OPD penanggung jawab untuk rekomendasi yang dipilih.")
            return lambda expected: steps.assign_unit(resources(), expected, unit=unit[:300], by=who)
        case "due":
            due = _date_or_none(asked.get("due"))
            if due is None:
                return _("Isi tenggat untuk rekomendasi yang dipilih.")
            reason = asked.get("reason")
            return lambda expected: steps.set_due(resources(), expected, due, by=who, today=today(), reason=reason)
        case "progress":
            if asked.get("to") not in set(Progress):
                return _("Pilih status untuk rekomendasi yang dipilih.")
            to, reason = Progress(asked["to"]), asked.get("reason")
            return lambda expected: steps.move(resources(), expected, to, by=who, today=today(), reason=reason)
    return _("Pilih tindakan dahulu.")


def _date_or_none(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _short_name(recommendation_id: int) -> str:
    with resources().database.session() as session:
        found = session.get(Recommendation, recommendation_id)
    text = found.text.rstrip(".") if found else str(recommendation_id)  # the sentence around it ends by itself
    return f"“{text if len(text) <= 80 else text[:80].rsplit(' ', 1)[0] + '…'}”"


def _file_name(sent: str) -> str:
    """The name as sent, without folders and control characters; it is data and never a path."""
    last = sent.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in last if letter.isprintable()).strip()[:255]
    return shown or secure_filename(sent) or "bukti"


def _sheet_row(row: recommendations.Row) -> sheets.FollowUpRow:
    found = row.recommendation
    return sheets.FollowUpRow(
        text=found.text,
        topic=str(TOPICS.get(found.topic, found.topic)),
        addressee=found.addressee,
        unit=found.unit,
        person=found.person,
        progress=str(PROGRESS[found.progress]),
        due=found.due,
        due_text=found.due_text,
        done_on=found.done_on,
        proofs=row.proof_count,
        last_word=found.closing_reason,
        document=found.document.title or found.document.name,
        page=found.page,
    )
