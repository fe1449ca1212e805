"""create_app(config=None): config, resources, errors, blueprints, commands, in that order."""

import hashlib
import importlib
import os
import time
from datetime import timedelta
from pathlib import Path

import click
from flask import Flask, Response, request, session
from flask_babel import Babel, get_locale
from flask_bootstrap import Bootstrap5
from flask_login import current_user, logout_user
from flask_wtf.csrf import CSRFProtect
from sqlalchemy import text
from werkzeug.middleware.proxy_fix import ProxyFix

from service import access, cli, errors, filters
from service.config import Config, ConfigError, from_env
from service.resources import open_resources
from service.web import OurRequest, resources
from storage.models import now

BLUEPRINTS = ("home", "documents", "search", "agreements", "follow_up", "visits", "aliases", "accounts", "api")
LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}
ROOT = Path(__file__).resolve().parent.parent
BATCH_BYTES = 2 * 1024**3  # one form with many files
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # Bootstrap's own pictures are data: addresses in its stylesheet
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def create_app(config: Config | None = None) -> Flask:
    """The application; without `config` its settings come from the environment.

    For a command that needs no service (`flask extract`), it has commands only: nothing is opened and no folder made.
    """
    app = Flask("service", root_path=str(ROOT / "service"), template_folder=str(ROOT / "templates"))
    app.request_class = OurRequest
    for command in cli.COMMANDS:
        app.cli.add_command(command)
    on_command_line = config is None and os.environ.get("FLASK_RUN_FROM_CLI") == "true"
    if on_command_line and cli.needs_no_service():
        return app
    try:
        _configure(app, config or from_env())
    except ConfigError as error:
        if on_command_line:
            raise click.ClickException(str(error)) from error
        raise
    errors.init_app(app)
    filters.init_app(app)
    _extensions(app)
    _before_and_after(app)
    for name in BLUEPRINTS:
        app.register_blueprint(importlib.import_module(f"service.views.{name}").blueprint)
    app.add_url_rule("/healthz", "healthz", healthz)
    _templates(app)
    return app


def _configure(app: Flask, config: Config) -> None:
    app.extensions["tilik.resources"] = open_resources(config)
    # Browsers keep cookies a host, not a port: two services on one machine must not overwrite each other's.
    own = hashlib.sha256(f"{config.data_dir}:{config.port}".encode()).hexdigest()[:8]
    app.config.update(
        SECRET_KEY=config.secret_key(),
        SESSION_COOKIE_NAME=f"{'__Host-' if config.secure_cookies else ''}tilik-{own}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.secure_cookies,
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=config.session_hours),
        MAX_CONTENT_LENGTH=BATCH_BYTES,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
        BABEL_DEFAULT_LOCALE="id",
        BABEL_TRANSLATION_DIRECTORIES="translations",
        BOOTSTRAP_SERVE_LOCAL=True,
        SEND_FILE_MAX_AGE_DEFAULT=3600,
    )
    if config.proxies:
        count = config.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]


def _extensions(app: Flask) -> None:
    Babel(app, locale_selector=language)
    Bootstrap5(app)
    app.before_request(_refuse_cross_site)
    access.login_manager.init_app(app)
    CSRFProtect(app)


def language() -> str:
    """The language of this page: the switch of this session, else the account's, else Indonesian."""
    chosen = session.get("language")
    if chosen not in LANGUAGES and current_user and current_user.is_authenticated:
        chosen = current_user.language
    return chosen if chosen in LANGUAGES else "id"


def _before_and_after(app: Flask) -> None:
    app.before_request(_end_old_session)
    app.before_request(access.refuse_undeclared)
    app.after_request(_headers)


def _refuse_cross_site() -> tuple[str, int] | None:
    """What another site's page sends is no act of our user; the token would refuse it too, this reads no body."""
    unsafe = request.method not in {"GET", "HEAD", "OPTIONS"}
    if unsafe and request.headers.get("Sec-Fetch-Site") == "cross-site":
        return "Permintaan dari situs lain ditolak.", 403
    return None


def _end_old_session() -> None:
    """Sign out after the idle time, and after the longest time in any case."""
    if "_user_id" not in session or (request.endpoint or "").endswith("static"):
        return
    config = resources().config
    moment = int(time.time())
    seen, since = session.get("seen", 0), session.get("since", 0)
    if moment - seen > config.idle_minutes * 60 or moment - since > config.session_hours * 3600:
        logout_user()
        session.clear()
        session["ended"] = True
    elif moment - seen > 60:
        session["seen"] = moment


def _headers(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    headers["Referrer-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if request.is_secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    if not (request.endpoint or "").endswith("static"):
        headers.setdefault("Cache-Control", "no-store")
    return response


@access.public
def healthz() -> tuple[dict[str, object], int]:
    """200 when the service serves: the database answers. What waits in the queue is told, and decides nothing."""
    with resources().database.session() as database_session:
        database_session.execute(text("SELECT 1"))
    return {"status": "ok", "queue": resources().queue.waiting()}, 200


def _templates(app: Flask) -> None:
    # A statement on a line of its own leaves no blank line in the page.
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    @app.context_processor
    def common() -> dict[str, object]:
        return {
            "may": access.may,
            "languages": LANGUAGES,
            "language": str(get_locale()),
            "organisation": resources().config.organisation,
            "max_upload_mb": resources().config.max_upload_mb,
            "now": now(),
            "today": now().astimezone(filters.ZONE).date(),
        }
