"""Agreements: who with whom, until when, what ends soon; and one of them with its life and the visits it owes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import DateField, Form, SelectField, StringField, validators

from service.access import account, requires
from service.filters import day as day_in_words
from service.steps import agreements as steps
from service.steps.refused import Refused
from service.views.forms import own_date, refuse_in, today, whole_number
from service.views.visits import STATUS
from service.web import resources
from storage import agreements, visits
from storage.agreements import View
from storage.models import Agreement, Visit, VisitStatus

blueprint = Blueprint("agreements", __name__, url_prefix="/perjanjian")

PAGE_SIZE = 50
TABS = {
    View.ALL: _l("Semua"),
    View.IN_FORCE: _l("Masih berlaku"),
    View.ENDING: _l("Berakhir dalam 90 hari"),
    View.NO_END: _l("Akhir tidak disebutkan"),
    View.ENDED: _l("Berakhir"),
}
KINDS = {"mou": _l("Nota Kesepahaman"), "agreement": _l("Perjanjian Kerja Sama")}


@dataclass(frozen=True)
class Mark:
    """A point on the life line: where it stands between first and last day, in per cent."""

    at: float
    label: str
    detail: str
    state: str = ""  # warn: today, bad: the end


class EndForm(Form):
    ended_on = DateField(_l("Tanggal pengakhiran"), [own_date(_l("Isi sebagai tanggal, misalnya 31 Desember 2026."))])
    reason = StringField(
        _l("Alasan"),
        [
            validators.InputRequired(_l("Tulis alasan pengakhiran.")),
            validators.Length(max=1000, message=_l("Paling banyak 1.000 huruf.")),
        ],
    )


class RenewForm(Form):
    renewed_by = SelectField(_l("Diperpanjang oleh"), validate_choice=False)


@blueprint.context_processor
def _names() -> dict[str, Any]:
    return {
        "TABS": TABS,
        "KINDS": KINDS,
        "STATUS": STATUS,
        "standing": agreements.standing,
        "last_day": agreements.last_day,
    }


@blueprint.get("/")
@requires("read")
def index() -> ResponseReturnValue:
    asked, now = request.args, today()
    view = View(asked["tampilan"]) if asked.get("tampilan") in set(View) else View.ALL
    text = (asked.get("cari") or "").strip()[:200] or None
    kind = asked.get("jenis") if asked.get("jenis") in KINDS else None
    page = max(1, asked.get("hal", 1, type=int))
    with resources().database.session() as session:
        found = agreements.find(
            session, view, today=now, text=text, kind=kind, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE
        )
        return render_template(
            "agreements/index.html",
            view=view,
            text=text,
            kind=kind,
            counts=agreements.counts(session, now),
            found=found,
            page=page,
            pages=max(1, -(-found.total // PAGE_SIZE)),
            page_size=PAGE_SIZE,
            today=now,
            args={name: asked[name] for name in ("tampilan", "cari", "jenis") if asked.get(name)},
        )


@blueprint.get("/<int:agreement_id>")
@requires("read")
def show(agreement_id: int) -> ResponseReturnValue:
    return _page(agreement_id)


@blueprint.post("/<int:agreement_id>/akhiri")
@requires("follow_up")
def end_early(agreement_id: int) -> ResponseReturnValue:
    form = EndForm(request.form)
    if not form.validate() or form.ended_on.data is None:
        return _page(agreement_id, 422, end_form=form)
    try:
        steps.end_early(resources(), agreement_id, form.ended_on.data, form.reason.data, by=account().id)
    except Refused as problem:
        return _page(agreement_id, refuse_in(form, problem), end_form=form)
    flash(_("Dicatat: diakhiri %(day)s.", day=day_in_words(form.ended_on.data)), "ok")
    return redirect(url_for("agreements.show", agreement_id=agreement_id))


@blueprint.post("/<int:agreement_id>/batal-akhiri")
@requires("follow_up")
def undo_end_early(agreement_id: int) -> ResponseReturnValue:
    steps.undo_end_early(resources(), agreement_id, by=account().id)
    flash(_("Catatan pengakhiran dihapus. Masa berlaku kembali seperti tertulis dalam dokumen."), "ok")
    return redirect(url_for("agreements.show", agreement_id=agreement_id))


@blueprint.post("/<int:agreement_id>/perpanjang")
@requires("follow_up")
def renew(agreement_id: int) -> ResponseReturnValue:
    form = RenewForm(request.form)
    try:
        steps.renew(resources(), agreement_id, whole_number(form.renewed_by.data), by=account().id)
    except Refused as problem:
        return _page(agreement_id, refuse_in(form, problem), renew_form=form)
    flash(_("Silsilah perjanjian disimpan."), "ok")
    return redirect(url_for("agreements.show", agreement_id=agreement_id))


def _page(agreement_id: int, status: int = 200, **forms: Form) -> ResponseReturnValue:
    now = today()
    with resources().database.session() as session:
        found = agreements.get(session, agreement_id)
        between = visits.between(session, agreements.all_parties(found), document_id=found.document_id)
        return render_template(
            "agreements/show.html",
            agreement=found,
            state=agreements.standing(found, now),
            today=now,
            marks=life_line(found, between, now),
            run=_run(found, now),
            duration=duration_in_words(found.duration),
            visits=between,
            owed=[visit for visit in between if visit.status in visits.NOT_HELD],
            candidates=agreements.that_could_renew(session, found),
            renews=agreements.renews(session, agreement_id),
            **{
                "end_form": EndForm(),
                "renew_form": RenewForm(data={"renewed_by": str(found.renewed_by_id or "")}),
                **forms,
            },
        ), status


def duration_in_words(duration: str | None) -> str | None:
    """`3 tahun` for `P3Y`; the text itself where it is no ISO 8601 duration of years, months, weeks and days."""
    matched = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", duration or "")
    if not matched:
        return duration
    names = (_("tahun"), _("bulan"), _("minggu"), _("hari"))
    return " ".join(f"{number} {name}" for number, name in zip(matched.groups(), names, strict=True) if number) or None


def life_line(agreement: Agreement, between: Sequence[Visit], now: date) -> list[Mark]:
    """Signing, visits with days, today and the end, in order; empty when no day at all is known."""
    first, last = _span(agreement, now)
    if first is None or last is None:
        return []
    marks = [(first, _("Ditandatangani") if agreement.signed_on == first else _("Mulai berlaku"), "")]
    if agreement.starts_on and agreement.signed_on and agreement.starts_on > agreement.signed_on:
        marks.append((agreement.starts_on, _("Mulai berlaku"), ""))
    for visit in between:
        if visit.starts_on and first <= visit.starts_on <= last and visit.status is not VisitStatus.CANCELLED:
            marks.append((visit.starts_on, _("Kunjungan"), ""))
    if first < now < last:
        marks.append((now, _("Hari ini"), "warn"))
    if end := agreements.last_day(agreement):
        marks.append((end, _("Diakhiri") if agreement.ended_early_on else _("Berakhir"), "bad"))
    length = max(1, (last - first).days)
    return [
        Mark(round(100 * (day - first).days / length, 1), label, day_in_words(day), state)
        for day, label, state in sorted(marks, key=lambda mark: mark[0])
    ]


def _span(agreement: Agreement, now: date) -> tuple[date | None, date | None]:
    """First and last day of the line; without a stated end it is open and runs to a year from now."""
    known = [day for day in (agreement.signed_on, agreement.starts_on) if day]
    first, last = min(known, default=None), agreements.last_day(agreement)
    if first is not None and last is None:
        last = max(now, first) + timedelta(days=365)
    return first, last


def _run(agreement: Agreement, now: date) -> float:
    """How much of the term has passed, in per cent."""
    first, last = _span(agreement, now)
    if first is None or last is None or last <= first:
        return 0.0
    return round(100 * min(max((now - first).days / (last - first).days, 0), 1), 1)
