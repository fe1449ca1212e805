"""Sign in and out, own password, a forgotten one, language; for administrators: accounts and roles."""

import time
from urllib.parse import urlsplit

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user, login_user, logout_user
from flask_wtf import FlaskForm
from redis import RedisError
from wtforms import EmailField, PasswordField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, EqualTo, Length, Regexp

from service.access import account, of, public, requires
from service.filters import moment, told
from service.late_forms import page_of
from service.steps import accounts as steps
from service.web import resources
from storage import accounts as stored
from storage.models import Role, now

blueprint = Blueprint("accounts", __name__)

TRIES_AN_HOUR = 50  # sign-ins from one address
ROLES = {Role.STAFF: _l("Staf"), Role.READER: _l("Pembaca"), Role.ADMIN: _l("Pengelola")}
_ADDRESS = Regexp(
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$", message=_l("Tulis alamat surel yang lengkap, misalnya nama@provinsi.go.id.")
)
_FILLED = DataRequired(_l("Isi kolom ini."))


class SignInForm(FlaskForm):
    email = StringField(_l("Surel dinas"), validators=[_FILLED, Length(max=200)])
    password = PasswordField(_l("Kata sandi"), validators=[_FILLED, Length(max=500)])


class NewAccountForm(FlaskForm):
    name = StringField(_l("Nama lengkap"), validators=[_FILLED, Length(max=200)])
    email = EmailField(_l("Surel dinas"), validators=[_FILLED, Length(max=200), _ADDRESS])
    unit = StringField(_l("Unit kerja (opsional)"), validators=[Length(max=300)])
    password = PasswordField(_l("Kata sandi"), validators=[_FILLED, Length(max=500)])
    again = PasswordField(
        _l("Kata sandi sekali lagi"), validators=[_FILLED, EqualTo("password", _l("Kedua kata sandi tidak sama."))]
    )


class ReplacementForm(FlaskForm):
    """A new password without the old one, for whoever holds the one-time link."""

    new = PasswordField(_l("Kata sandi baru"), validators=[_FILLED, Length(max=500)])
    again = PasswordField(
        _l("Kata sandi baru sekali lagi"), validators=[_FILLED, EqualTo("new", _l("Kedua kata sandi tidak sama."))]
    )


class PasswordForm(ReplacementForm):
    old = PasswordField(_l("Kata sandi lama"), validators=[_FILLED, Length(max=500)])


class InvitationForm(FlaskForm):
    role = SelectField(_l("Peran"), choices=[SelectChoice(role.value, label) for role, label in ROLES.items()])


@blueprint.route("/masuk", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(_own_address(request.args.get("next")))
    form = SignInForm()
    error: str | None = None
    if form.validate_on_submit():
        if _too_many_tries():
            abort(429)
        try:
            account_id = steps.sign_in(resources(), form.email.data, form.password.data, now=now())
        except steps.Locked as locked:
            error = _("Terlalu banyak percobaan. Coba lagi setelah %(until)s WIB.", until=moment(locked.until))
        except steps.WrongPassword:
            error = _("Surel atau kata sandi tidak cocok.")
        else:
            _begin(account_id)
            return redirect(_own_address(request.args.get("next")))
    page = render_template("accounts/sign_in.html", form=form, error=error, ended=request.args.get("ended"))
    return page, 401 if error else 200


@blueprint.post("/keluar")
@public
def sign_out() -> ResponseReturnValue:
    logout_user()
    session.clear()
    return redirect(url_for("accounts.sign_in"))


@blueprint.route("/siapkan/<token>", methods=["GET", "POST"])
@public
def accept(token: str) -> ResponseReturnValue:
    """The one-time link of the first administrator, and of everybody who is invited."""
    try:
        role = steps.invitation_role(resources(), token, now())
    except steps.LinkGone as gone:
        return render_template("accounts/gone.html", message=told(gone.message)), 410
    form = NewAccountForm()
    error: str | None = None
    if form.validate_on_submit():
        try:
            account_id = steps.accept(
                resources(),
                token,
                email=form.email.data,
                name=form.name.data,
                unit=form.unit.data or "",
                password=form.password.data,
                now=now(),
            )
        except steps.AccountError as refused:
            error = told(refused.message)
        else:
            _begin(account_id)
            flash(_("Akun sudah dibuat. Selamat datang di Tilik."), "ok")
            return redirect(url_for("home.index"))
    page = render_template(
        "accounts/accept.html", form=form, error=error, role=ROLES[role], letters=steps.PASSWORD_LETTERS
    )
    return page, 422 if form.is_submitted() else 200


@blueprint.route("/sandi-baru/<token>", methods=["GET", "POST"])
@public
def replace_password(token: str) -> ResponseReturnValue:
    """The one-time link of somebody who forgot the password."""
    form = ReplacementForm()
    error: str | None = None
    try:
        name, email = steps.link_owner(resources(), token, now())
        if form.validate_on_submit():
            _begin(steps.replace_password(resources(), token, new=form.new.data, now=now()))
            flash(_("Kata sandi sudah diganti. Sesi di komputer lain berakhir."), "ok")
            return redirect(url_for("home.index"))
    except steps.LinkGone as gone:
        return render_template("accounts/gone.html", message=told(gone.message)), 410
    except steps.AccountError as refused:
        error = told(refused.message)
    page = render_template(
        "accounts/replace.html", form=form, error=error, name=name, email=email, letters=steps.PASSWORD_LETTERS
    )
    return page, 422 if form.is_submitted() else 200


@blueprint.route("/akun/sandi", methods=["GET", "POST"])
@requires("read")
def password() -> ResponseReturnValue:
    form = PasswordForm()
    error: str | None = None
    if form.validate_on_submit():
        try:
            steps.change_password(resources(), account().id, old=form.old.data, new=form.new.data, now=now())
        except steps.AccountError as refused:
            error = told(refused.message)
        else:
            _begin(account().id)  # the raised version ended this session too
            flash(_("Kata sandi sudah diganti. Sesi di komputer lain berakhir."), "ok")
            return redirect(url_for("home.index"))
    page = render_template("accounts/password.html", form=form, error=error, letters=steps.PASSWORD_LETTERS)
    return page, 422 if form.is_submitted() else 200


@blueprint.post("/bahasa/<code>")
@public
def language(code: str) -> ResponseReturnValue:
    """Switch the language of the pages; remembered with the account of who is signed in."""
    if code not in {"id", "en"}:
        abort(404)
    session["language"] = code
    if current_user.is_authenticated:
        steps.set_language(resources(), account().id, code)
    return redirect(_own_address(request.form.get("next") or request.referrer))


@blueprint.get("/akun")
@requires("admin")
def index() -> ResponseReturnValue:
    return _accounts_page(InvitationForm())


@blueprint.post("/akun/undangan")
@requires("admin")
def invite() -> ResponseReturnValue:
    form = InvitationForm()
    if not form.validate_on_submit():
        abort(400)
    token = steps.invite(resources(), Role(form.role.data), by=account().id)
    return _accounts_page(form, link=url_for("accounts.accept", token=token, _external=True))


@blueprint.post("/akun/<int:account_id>/sandi")
@requires("admin")
def password_link(account_id: int) -> ResponseReturnValue:
    """A link for somebody who forgot the password; shown once, as that of an invitation."""
    token = steps.password_link(resources(), account_id, by=account().id, now=now())
    link = url_for("accounts.replace_password", token=token, _external=True)
    return _accounts_page(InvitationForm(), link=link, link_for=account_id)


@blueprint.post("/akun/<int:account_id>/aktif")
@requires("admin")
def set_active(account_id: int) -> ResponseReturnValue:
    steps.set_active(resources(), account_id, active=request.form.get("active") == "1", by=account().id)
    flash(_("Akun sudah diubah."), "ok")
    return redirect(url_for("accounts.index"))


@blueprint.post("/akun/<int:account_id>/peran")
@requires("admin")
def set_role(account_id: int) -> ResponseReturnValue:
    try:
        role = Role(request.form.get("role", ""))
    except ValueError:
        abort(400)
    steps.set_role(resources(), account_id, role, by=account().id)
    flash(_("Peran sudah diubah."), "ok")
    return redirect(url_for("accounts.index"))


def _accounts_page(form: InvitationForm, link: str | None = None, link_for: int | None = None) -> str:
    """All accounts; `link` is the one-time link just made, for a new account or for the password of `link_for`."""
    with resources().database.session() as database_session:
        rows = [(of(row), row.active) for row in stored.everyone(database_session)]
    owner = next((person for person, _active in rows if person.id == link_for), None)
    return render_template("accounts/index.html", form=form, rows=rows, roles=ROLES, link=link, owner=owner)


def _begin(account_id: int) -> None:
    """A fresh session for this account: nothing that was in the old cookie lives on but the language."""
    chosen = session.get("language")
    session.clear()
    if chosen:
        session["language"] = chosen
    with resources().database.session() as database_session:
        login_user(of(stored.get(database_session, account_id)))
    session.permanent = True
    session["since"] = session["seen"] = int(time.time())


def _own_address(wanted: str | None) -> str:
    """Where to go next: a path of ours, never another site's."""
    if wanted:
        parts = urlsplit(wanted.replace("\\", "/"))
        inside = not parts.netloc or parts.netloc == request.host
        ours = inside and parts.path.startswith("/") and not parts.path.startswith("//")
        if ours and _only_takes_forms(parts.path):  # where one stands after a form that was refused
            return page_of(parts.path)
        if ours:
            return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return url_for("home.index")


def _only_takes_forms(path: str) -> bool:
    """Whether no page opens there, though the address is one of ours."""
    adapter = current_app.create_url_adapter(request)
    methods = set(adapter.allowed_methods(path)) if adapter else set()
    return bool(methods) and "GET" not in methods


def _too_many_tries() -> bool:
    """Whether this address has tried too often within an hour. Redis counts; while it is away only the account's delay holds."""
    key = f"tilik:sign-in:{request.remote_addr}"
    try:
        connection = resources().queue.connection
        tries = int(connection.incr(key))
        if tries == 1:
            connection.expire(key, 3600)
    except (RedisError, OSError):
        return False
    return tries > TRIES_AN_HOUR
