"""Who may do what: roles, permissions, `@requires("review")`, and the account behind the request."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

from flask import Flask, abort, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user
from werkzeug.exceptions import Unauthorized

from service.late_forms import SessionEnded, page_of, written
from service.web import resources
from storage.models import Account, Role

View = TypeVar("View", bound=Callable[..., Any])

READ, UPLOAD, REVIEW, FOLLOW_UP, VISIT, ADMIN = "read", "upload", "review", "follow_up", "visit", "admin"
PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.READER: frozenset({READ}),
    Role.STAFF: frozenset({READ, UPLOAD, REVIEW, FOLLOW_UP, VISIT}),
    Role.ADMIN: frozenset({READ, UPLOAD, REVIEW, FOLLOW_UP, VISIT, ADMIN}),
}
EVERYTHING = PERMISSIONS[Role.ADMIN]

login_manager = LoginManager()
login_manager.login_view = "accounts.sign_in"
login_manager.session_protection = None  # sessions end by version, idle time and age instead; see `_load`


@dataclass(frozen=True, slots=True)
class CurrentAccount:
    """The account of this request, apart from any database session."""

    id: int
    email: str
    name: str
    unit: str | None
    role: Role
    language: str
    version: int

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """What the cookie holds: a new password or a disabled account raises the version and ends old cookies."""
        return f"{self.id}.{self.version}"

    def may(self, permission: str) -> bool:
        return permission in PERMISSIONS[self.role]


def of(row: Account) -> CurrentAccount:
    """The row as a value that outlives its session."""
    return CurrentAccount(row.id, row.email, row.name, row.unit, row.role, row.language, row.session_version)


@login_manager.user_loader  # type: ignore[untyped-decorator]
def _load(kept: str) -> CurrentAccount | None:
    number, _, version = kept.partition(".")
    if not (number.isdecimal() and version.isdecimal()):
        return None
    with resources().database.session() as database_session:
        row = database_session.get(Account, int(number))
        if row is None or not row.active or row.session_version != int(version):
            return None
        return of(row)


@login_manager.unauthorized_handler  # type: ignore[untyped-decorator]
def _sign_in_first() -> ResponseReturnValue:
    if request.path.startswith("/api/"):
        raise Unauthorized
    if request.method != "GET" and written():
        raise SessionEnded
    wanted = request.full_path.rstrip("?") if request.method == "GET" else page_of(request.path)
    ended = "1" if session.pop("ended", False) else None
    return redirect(url_for("accounts.sign_in", next=wanted, ended=ended))


def account() -> CurrentAccount:
    """Who is asking; 401 when nobody has signed in."""
    if not current_user.is_authenticated:
        raise Unauthorized
    return cast(CurrentAccount, current_user._get_current_object())


def may(permission: str) -> bool:
    """For templates: whether who is asking has this permission."""
    return bool(current_user.is_authenticated and current_user.may(permission))


def requires(permission: str) -> Callable[[View], View]:
    """Only accounts with this permission reach the view; others are asked to sign in, or refused with 403."""
    if permission not in EVERYTHING:
        raise ValueError(f"unknown permission {permission!r}")

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            if not current_user.is_authenticated:
                return login_manager.unauthorized()
            if not current_user.may(permission):
                abort(403)
            return view(*args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]  # read by `undeclared`
        return cast(View, guarded)

    return decorate


def public(view: View) -> View:
    """Anybody may reach the view: said, not forgotten."""
    view.permission = None  # type: ignore[attr-defined]
    return view


def undeclared(app: Flask) -> list[str]:
    """Endpoints that say neither `requires` nor `public`; static files aside."""
    return sorted(
        name
        for name, view in app.view_functions.items()
        if not hasattr(view, "permission") and not name.endswith("static")
    )


def refuse_undeclared() -> ResponseReturnValue | None:
    """Before each request: a view that forgot to say who may see it is shown to nobody who has not signed in."""
    if request.endpoint is None or request.endpoint.endswith("static") or current_user.is_authenticated:
        return None
    if not hasattr(current_app.view_functions[request.endpoint], "permission"):
        return cast(ResponseReturnValue, login_manager.unauthorized())
    return None
