"""Visits: who owes whom, plan, confirm, hold, report; and the calendar file."""

from calendar import Calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import DateField, Form, HiddenField, SelectField, StringField, TextAreaField, validators

from service.access import account, requires
from service.filters import told
from service.outputs import calendar as calendar_file
from service.steps import visit_days, working_days
from service.steps import visits as steps
from service.steps.refused import Refused
from service.views.follow_up import PROGRESS, TOPICS
from service.views.forms import optional_date, refuse_in, today, whole_number, why
from service.web import resources
from storage import agreements, recommendations, visits
from storage.errors import Stale
from storage.models import Visit, VisitStatus

blueprint = Blueprint("visits", __name__, url_prefix="/kunjungan")

STATUS = {
    VisitStatus.PROMISED: _l("Dijanjikan"),
    VisitStatus.PLANNED: _l("Direncanakan"),
    VisitStatus.CONFIRMED: _l("Disepakati"),
    VisitStatus.HELD: _l("Terlaksana"),
    VisitStatus.CANCELLED: _l("Dibatalkan"),
}
ACTS = {
    "visit.planned": _l("Direncanakan"),
    "visit.changed": _l("Rencana diubah."),
    "visit.confirmed": _l("Disepakati."),
    "visit.held": _l("Dinyatakan terlaksana."),
    "visit.postponed": _l("Ditunda."),
    "visit.cancelled": _l("Dibatalkan."),
    "visit.reopened": _l("Dibuka kembali."),
    "visit.reported": _l("Laporan disimpan."),
}
WEEK = (_l("Sen"), _l("Sel"), _l("Rab"), _l("Kam"), _l("Jum"), _l("Sab"), _l("Min"))
LONG = validators.Length(max=10_000, message=_l("Paling banyak 10.000 huruf."))
NAME = validators.Length(max=300, message=_l("Paling banyak 300 huruf."))


@dataclass(frozen=True)
class CalendarDay:
    """A cell of the calendar; `number` is None outside the month."""

    number: int | None
    mark: str = ""  # its class: hol jl we busy pick end
    cause: str = ""


@dataclass(frozen=True)
class Month:
    name: str
    weeks: list[list[CalendarDay]]


class PlanForm(Form):
    seen = HiddenField()
    visitor = StringField(_l("Yang berkunjung"), [validators.InputRequired(_l("Isi pihak yang berkunjung.")), NAME])
    host = StringField(_l("Tuan rumah"), [validators.InputRequired(_l("Isi tuan rumah.")), NAME])
    starts_on = DateField(_l("Tanggal mulai"), [optional_date(_l("Isi sebagai tanggal, misalnya 19 Januari 2027."))])
    ends_on = DateField(
        _l("Tanggal selesai (opsional)"), [optional_date(_l("Isi sebagai tanggal, misalnya 21 Januari 2027."))]
    )
    place = StringField(_l("Tempat (opsional)"), [NAME])
    purpose = TextAreaField(_l("Maksud kunjungan (opsional)"), [LONG])
    delegation = TextAreaField(_l("Rombongan (opsional)"), [LONG])
    agenda = TextAreaField(_l("Susunan acara (opsional)"), [LONG])

    def plan(self, topic_ids: tuple[int, ...]) -> steps.Plan:
        def text(field: StringField) -> str | None:
            return (field.data or "").strip() or None

        return steps.Plan(
            visitor=text(self.visitor),
            host=text(self.host),
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            place=text(self.place),
            purpose=text(self.purpose),
            delegation=text(self.delegation),
            agenda=text(self.agenda),
            topic_ids=topic_ids,
        )


class ReasonForm(Form):
    """For what has to be explained: postponing and cancelling."""

    seen = HiddenField()
    reason = TextAreaField(_l("Alasan"), [validators.Length(max=2000, message=_l("Paling banyak 2.000 huruf."))])


class ReportForm(Form):
    seen = HiddenField()
    report = TextAreaField(_l("Hasil kunjungan"), [LONG])
    report_document_id = SelectField(_l("Dokumen laporan (opsional)"), validate_choice=False)


@blueprint.context_processor
def _names() -> dict[str, Any]:
    return {
        "STATUS": STATUS,
        "TOPICS": TOPICS,
        "PROGRESS": PROGRESS,
        "WEEK": WEEK,
        "ACTS": ACTS,
        "day_range": day_range,
    }


@blueprint.get("/")
@requires("read")
def index() -> ResponseReturnValue:
    now = today()
    with resources().database.session() as session:
        pairs = visits.ledger(session)
        covering = {
            (pair.one, pair.other): visit_days.covering_agreement(
                agreements.between(session, pair.one, pair.other), now
            )
            for pair in pairs
        }
        return render_template(
            "visits/index.html",
            pairs=pairs,
            covering=covering,
            promised=visits.owed(session),
            planned=visits.planned(session),
            held=visits.held(session),
            cancelled=visits.cancelled(session),
            today=now,
        )


@blueprint.get("/baru")
@requires("visit")
def new() -> ResponseReturnValue:
    asked = request.args
    form = PlanForm(data={"visitor": asked.get("dari"), "host": asked.get("ke")})
    return _plan_page(form, None)


@blueprint.post("/baru")
@requires("visit")
def create() -> ResponseReturnValue:
    form, chosen = PlanForm(request.form), _chosen_topics()
    if not form.validate():
        return _plan_page(form, None, 422, chosen)
    try:
        visit_id = steps.create(resources(), form.plan(chosen), by=account().id)
    except Refused as problem:
        return _plan_page(form, None, refuse_in(form, problem), chosen)
    flash(_("Rencana kunjungan disimpan."), "ok")
    return redirect(url_for("visits.show", visit_id=visit_id))


@blueprint.get("/<int:visit_id>")
@requires("read")
def show(visit_id: int) -> ResponseReturnValue:
    return _page(visit_id)


@blueprint.get("/<int:visit_id>/rencana")
@requires("visit")
def edit(visit_id: int) -> ResponseReturnValue:
    return _plan_page(None, visit_id)


@blueprint.post("/<int:visit_id>/rencana")
@requires("visit")
def save(visit_id: int) -> ResponseReturnValue:
    form, chosen = PlanForm(request.form), _chosen_topics()
    if not form.validate():
        return _plan_page(form, visit_id, 422, chosen)
    try:
        steps.save(resources(), visit_id, form.plan(chosen), by=account().id, seen=form.seen.data or None)
    except (Refused, Stale) as problem:
        return _plan_page(form, visit_id, refuse_in(form, problem), chosen)
    flash(_("Rencana kunjungan disimpan."), "ok")
    return redirect(url_for("visits.show", visit_id=visit_id))


@blueprint.post("/<int:visit_id>/setujui")
@requires("visit")
def confirm(visit_id: int) -> ResponseReturnValue:
    return _act(visit_id, steps.confirm, _("Kunjungan disepakati."))


@blueprint.post("/<int:visit_id>/laksanakan")
@requires("visit")
def hold(visit_id: int) -> ResponseReturnValue:
    return _act(visit_id, steps.hold, _("Kunjungan dinyatakan terlaksana. Tulis laporannya di bawah."), today=today())


@blueprint.post("/<int:visit_id>/buka")
@requires("visit")
def reopen(visit_id: int) -> ResponseReturnValue:
    return _act(visit_id, steps.reopen, _("Kunjungan dibuka kembali."))


@blueprint.post("/<int:visit_id>/tunda")
@requires("visit")
def postpone(visit_id: int) -> ResponseReturnValue:
    return _act_with_reason(visit_id, "postpone_form", steps.postpone, _("Kunjungan ditunda; tanggalnya dikosongkan."))


@blueprint.post("/<int:visit_id>/batalkan")
@requires("visit")
def cancel(visit_id: int) -> ResponseReturnValue:
    return _act_with_reason(visit_id, "cancel_form", steps.cancel, _("Kunjungan dibatalkan."))


@blueprint.post("/<int:visit_id>/laporan")
@requires("visit")
def report(visit_id: int) -> ResponseReturnValue:
    form = ReportForm(request.form)
    if not form.validate():
        return _page(visit_id, 422, report_form=form)
    try:
        steps.report(
            resources(),
            visit_id,
            form.report.data,
            whole_number(form.report_document_id.data),
            by=account().id,
            seen=form.seen.data or None,
        )
    except (Refused, Stale) as problem:
        return _page(visit_id, refuse_in(form, problem), report_form=form)
    flash(_("Laporan kunjungan disimpan."), "ok")
    return redirect(url_for("visits.show", visit_id=visit_id, _anchor="laporan"))


@blueprint.get("/<int:visit_id>.ics")
@requires("read")
def one_calendar(visit_id: int) -> ResponseReturnValue:
    with resources().database.session() as session:
        visit = visits.get(session, visit_id)
        if visit.starts_on is None:
            flash(_("Kunjungan ini belum bertanggal, jadi belum ada kalendernya."), "warn")
            return redirect(url_for("visits.show", visit_id=visit_id))
        content = calendar_file.calendar([_entry(visit, visit.starts_on)], name=_("Kunjungan"))
    return _ics(content, f"kunjungan-{visit_id}.ics")


@blueprint.get("/kalender.ics")
@requires("read")
def all_calendar() -> ResponseReturnValue:
    """Every visit with a day: planned, agreed and held."""
    with resources().database.session() as session:
        dated = [*visits.planned(session), *visits.held(session, limit=500)]
        entries = [_entry(visit, visit.starts_on) for visit in dated if visit.starts_on]
    return _ics(calendar_file.calendar(entries, name=_("Kunjungan")), "kunjungan.ics")


def _page(visit_id: int, status: int = 200, **forms: Form) -> ResponseReturnValue:
    now = today()
    with resources().database.session() as session:
        visit = visits.get(session, visit_id)
        covering = visit_days.covering_agreement(agreements.between(session, visit.visitor, visit.host), now)
        still_open = visit.status in visits.NOT_HELD
        proposed = visit_days.proposal(now, covering) if visit.starts_on is None and still_open else None
        picked = (visit.starts_on, visit.ends_on or visit.starts_on) if visit.starts_on else proposed
        return render_template(
            "visits/show.html",
            visit=visit,
            stages=_stages(visit),
            seen=visits.fingerprint(visit),
            today=now,
            covering=covering,
            concerns=visit_days.concerns(session, visit, *picked, now)
            if picked and visit.starts_on and still_open
            else [],
            proposed=proposed,
            months=_months(picked, agreements.last_day(covering) if covering else None, now) if still_open else [],
            history=visits.history(session, visit_id),
            reports=recommendations.sources(session) if visit.status is VisitStatus.HELD else [],
            **{
                "postpone_form": ReasonForm(),
                "cancel_form": ReasonForm(),
                "report_form": ReportForm(
                    data={"report": visit.report, "report_document_id": str(visit.report_document_id or "")}
                ),
                **forms,
            },
        ), status


def _stages(visit: Visit) -> list[tuple[str, str]]:
    """The steps of a visit, each `done`, `now` or to come."""
    order = [VisitStatus.PROMISED, VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.HELD]
    names = [str(STATUS[status]) for status in order] + [_("Dilaporkan")]
    if visit.document_id is None:
        names[0] = _("Usulan")
    reported = visit.status is VisitStatus.HELD and bool(visit.report or visit.report_document_id)
    here = order.index(visit.status) if visit.status in order else 0
    here += reported
    return [(name, "done" if at < here or reported else "now" if at == here else "") for at, name in enumerate(names)]


def _plan_page(
    form: PlanForm | None, visit_id: int | None, status: int = 200, chosen: tuple[int, ...] = ()
) -> ResponseReturnValue:
    """The form of a new or an existing visit, with its own days or free ones proposed."""
    now = today()
    with resources().database.session() as session:
        visit = visits.get(session, visit_id) if visit_id is not None else None
        if form is None:
            form = _form_of(session, visit, now) if visit else PlanForm()
            chosen = tuple(topic.id for topic in visit.topics) if visit else ()
        picked = form.starts_on.data
        covering = visit_days.covering_agreement(agreements.between(session, form.visitor.data, form.host.data), now)
        end = agreements.last_day(covering) if covering else None
        return render_template(
            "visits/plan.html",
            form=form,
            visit=visit,
            seen=visits.fingerprint(visit) if visit else "",
            topics=_topics(session, visit, chosen),
            chosen=set(chosen),
            institutions=sorted({*visits.institutions(session), *agreements.institutions(session)}),
            months=_months((picked, form.ends_on.data or picked) if picked else None, end, now),
            covering=covering,
            today=now,
        ), status


def _form_of(session: Session, visit: Visit, now: date) -> PlanForm:
    form = PlanForm(obj=visit)
    if visit.starts_on is None:
        covering = visit_days.covering_agreement(agreements.between(session, visit.visitor, visit.host), now)
        if free := visit_days.proposal(now, covering):
            form.starts_on.data, form.ends_on.data = free
    return form


def _topics(session: Session, visit: Visit | None, chosen: tuple[int, ...]) -> list[Any]:
    """Open recommendations to choose from, those chosen first even when they were closed since."""
    open_ones = list(recommendations.open_ones(session))
    kept = [topic for topic in (visit.topics if visit else []) if topic.id in chosen]
    listed = {topic.id for topic in kept}
    return [*kept, *(one for one in open_ones if one.id not in listed)]


def _chosen_topics() -> tuple[int, ...]:
    return tuple(number for text in request.form.getlist("topic") if (number := whole_number(text)) is not None)


def _act(visit_id: int, act: Callable[..., None], said: str, **more: Any) -> ResponseReturnValue:
    """A step that needs no words, from a button."""
    try:
        act(resources(), visit_id, by=account().id, seen=request.form.get("seen") or None, **more)
    except (Refused, Stale) as problem:
        flash(why(problem), "bad")
    else:
        flash(said, "ok")
    return redirect(url_for("visits.show", visit_id=visit_id))


def _act_with_reason(visit_id: int, form_name: str, act: Callable[..., None], said: str) -> ResponseReturnValue:
    form = ReasonForm(request.form)
    if not form.validate():
        return _page(visit_id, 422, **{form_name: form})
    try:
        act(resources(), visit_id, form.reason.data, by=account().id, seen=form.seen.data or None)
    except (Refused, Stale) as problem:
        return _page(visit_id, refuse_in(form, problem), **{form_name: form})
    flash(said, "ok")
    return redirect(url_for("visits.show", visit_id=visit_id))


def _months(picked: tuple[date, date] | None, agreement_end: date | None, now: date) -> list[Month]:
    """Three months around the chosen days, or from this month on."""
    first = (picked[0] if picked else now).replace(day=1)
    if picked and first > now.replace(day=1):
        first = (first - timedelta(days=1)).replace(day=1)
    months = []
    for _number in range(3):
        weeks = Calendar().monthdatescalendar(first.year, first.month)
        cells = [[_cell(day, first.month, picked, agreement_end) for day in week] for week in weeks]
        months.append(Month(str(format_date(first, "MMMM yyyy")), cells))
        first = (first + timedelta(days=31)).replace(day=1)
    return months


def _cell(day: date, month: int, picked: tuple[date, date] | None, agreement_end: date | None) -> CalendarDay:
    if day.month != month:
        return CalendarDay(None)
    obstacle = working_days.obstacle(day)
    cause = told(obstacle.cause) if obstacle else ""
    if picked and picked[0] <= day <= picked[1]:
        return CalendarDay(day.day, "pick", " · ".join(filter(None, (_("Tanggal kunjungan"), cause))))
    if day == agreement_end:
        return CalendarDay(day.day, "end", " · ".join(filter(None, (_("Perjanjian berakhir"), cause))))
    return CalendarDay(day.day, str(obstacle.block) if obstacle else "", cause)


def _entry(visit: Visit, starts_on: date) -> calendar_file.Entry:
    summary = _("Kunjungan %(visitor)s ke %(host)s", visitor=visit.visitor or "–", host=visit.host or "–")
    return calendar_file.Entry(
        visit_id=visit.id,
        summary=summary,
        starts_on=starts_on,
        ends_on=visit.ends_on or starts_on,
        status=visit.status,
        place=visit.place,
        description="\n\n".join(filter(None, (visit.purpose, visit.agenda))) or None,
        url=url_for("visits.show", visit_id=visit.id, _external=True),
        changed_at=visit.created_at,
    )


def day_range(first: date, last: date | None, with_weekdays: bool = False) -> str:
    """`19–21 Januari 2027`, `26 Februari – 1 Maret 2024`, or one day; with weekdays `Selasa–Kamis, 19–21 Januari 2027`."""
    end = str(format_date(last or first, "d MMMM yyyy"))
    if last is None or last == first:
        text = end
    elif (first.year, first.month) == (last.year, last.month):
        text = f"{first.day}–{end}"
    else:
        text = f"{format_date(first, 'd MMMM' if first.year == last.year else 'd MMMM yyyy')} – {end}"
    if not with_weekdays:
        return text
    names = [str(format_date(day, "EEEE")) for day in (first, last or first)]
    return f"{'–'.join(dict.fromkeys(names))}, {text}"


def _ics(content: bytes, name: str) -> Response:
    answer = Response(content, mimetype="text/calendar")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
