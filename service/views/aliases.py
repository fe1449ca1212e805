"""The aliases of institutions: see, add, remove."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from service.access import READ, REVIEW, account, requires
from service.steps import aliases as steps
from service.steps.refused import Refused
from service.views.forms import why
from service.web import resources
from storage import aliases as stored

blueprint = Blueprint("aliases", __name__, url_prefix="/alias")


class AliasForm(FlaskForm):
    written = StringField(
        _l("Singkatan atau sebutan"), validators=[DataRequired(_l("Isi kolom ini.")), Length(max=120)]
    )
    name = StringField(_l("Nama resmi instansi"), validators=[DataRequired(_l("Isi kolom ini.")), Length(max=300)])


@blueprint.get("/")
@requires(READ)
def index() -> ResponseReturnValue:
    return _page(AliasForm())


@blueprint.post("/")
@requires(REVIEW)
def add() -> ResponseReturnValue:
    form = AliasForm()
    if not form.validate_on_submit():
        return _page(form), 400
    try:
        steps.add(resources(), form.written.data or "", form.name.data or "", by=account().id)
    except Refused as refused:
        form[refused.field or "written"].errors = [why(refused)]
        return _page(form), 400
    flash(_("Alias disimpan. Berlaku untuk dokumen yang dibaca sesudah ini."), "success")
    return redirect(url_for("aliases.index"))


@blueprint.post("/<int:alias_id>/hapus")
@requires(REVIEW)
def remove(alias_id: int) -> ResponseReturnValue:
    steps.remove(resources(), alias_id, by=account().id)
    flash(_("Alias dihapus."), "success")
    return redirect(url_for("aliases.index"))


def _page(form: AliasForm) -> str:
    with resources().database.session() as session:
        rows = [
            (alias.id, alias.written, alias.name, alias.adder, alias.added_at) for alias in stored.everyone(session)
        ]
        return render_template("aliases/index.html", form=form, rows=rows)
