"""A forgotten password: a one-time link by an administrator, or by the command line for the last of them."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from service.config import Config
from service.resources import Resources
from storage import accounts
from storage.models import Event, PasswordLink, Role, now
from tests.conftest import PASSWORD, SignedIn

ROOT = Path(__file__).resolve().parents[3]
NEW = {"new": "lima kata yang mudah", "again": "lima kata yang mudah"}


def _link(admin: SignedIn, account_id: int) -> str:
    page = admin.post(f"/akun/{account_id}/sandi").text
    return "/sandi-baru/" + page.split("/sandi-baru/")[1].split('"')[0]


def _sign_in(app: Flask, account_id: int, password: str) -> int:
    data = {"email": f"staff{account_id}@contoh.go.id", "password": password}
    return app.test_client().post("/masuk", data=data).status_code


def test_an_administrator_makes_a_link_with_which_the_owner_sets_a_new_password(
    app: Flask, resources: Resources, admin: SignedIn, staff: SignedIn, client: FlaskClient
) -> None:
    owner = staff.account_id
    link = _link(admin, owner)
    assert _sign_in(app, owner, PASSWORD) == 302, "until the link is used, the old password holds"
    assert f"staff{owner}@contoh.go.id" in client.get(link).text
    assert client.post(link, data=NEW).location == "/"
    assert client.get("/dokumen").status_code == 200, "signed in at once"
    assert staff.get("/api/documents").status_code == 401, "the old session has ended"
    assert _sign_in(app, owner, PASSWORD) == 401
    assert _sign_in(app, owner, NEW["new"]) == 302
    assert app.test_client().post(link, data=NEW).status_code == 410, "it works once"
    with resources.database.session() as session:
        acts = {event.act: event.by_id for event in session.scalars(select(Event))}
        assert acts["account.password_linked"] == admin.account_id
        assert acts["account.password_changed"] == owner
        assert link.removeprefix("/sandi-baru/") not in {
            row.token_sha256 for row in session.scalars(select(PasswordLink))
        }


def test_who_was_locked_out_by_wrong_passwords_is_let_in(
    app: Flask, resources: Resources, admin: SignedIn, new_account: Callable[..., int]
) -> None:
    owner = new_account(Role.STAFF)
    with resources.database.transaction() as session:
        accounts.get(session, owner).locked_until = now() + timedelta(hours=1)
    app.test_client().post(_link(admin, owner), data=NEW)
    assert _sign_in(app, owner, NEW["new"]) == 302


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"new": "pendek", "again": "pendek"}, "paling sedikit 12"),
        ({"again": "berbeda sama sekali"}, "tidak sama"),
    ],
)
def test_what_is_wrong_with_the_new_password_is_said_and_the_link_still_works(
    admin: SignedIn, client: FlaskClient, new_account: Callable[..., int], change: dict[str, str], reason: str
) -> None:
    link = _link(admin, new_account(Role.STAFF))
    answer = client.post(link, data={**NEW, **change})
    assert answer.status_code == 422
    assert reason in answer.text
    assert client.post(link, data=NEW).status_code == 302


def test_only_the_newest_link_works_and_none_after_a_change_of_the_password(
    admin: SignedIn, staff: SignedIn, client: FlaskClient
) -> None:
    owner = staff.account_id
    first, second = _link(admin, owner), _link(admin, owner)
    assert client.get(first).status_code == 410
    assert client.get(second).status_code == 200
    assert staff.post("/akun/sandi", data={"old": PASSWORD, **NEW}).status_code == 302
    assert client.get(second).status_code == 410


def test_a_link_ends_after_seven_days_and_with_the_account(
    resources: Resources, admin: SignedIn, client: FlaskClient, new_account: Callable[..., int]
) -> None:
    owner = new_account(Role.STAFF)
    old = _link(admin, owner)
    with resources.database.transaction() as session:
        session.scalars(select(PasswordLink)).one().created_at = now() - timedelta(days=8)
    assert client.get(old).status_code == 410
    fresh = _link(admin, owner)
    admin.post(f"/akun/{owner}/aktif", data={"active": "0"})
    assert client.get(fresh).status_code == 410
    answer = admin.post(f"/akun/{owner}/sandi")
    assert answer.status_code == 400
    assert "Aktifkan dahulu" in answer.text


def test_a_link_makes_no_account_and_an_invitation_sets_no_password(
    admin: SignedIn, client: FlaskClient, new_account: Callable[..., int]
) -> None:
    link = _link(admin, new_account(Role.STAFF))
    assert client.get(link.replace("sandi-baru", "siapkan")).status_code == 410
    invited = admin.post("/akun/undangan", data={"role": "staff"}).text.split("/siapkan/")[1].split('"')[0]
    assert client.get(f"/sandi-baru/{invited}").status_code == 410


def test_nobody_makes_a_link_for_themselves_or_without_the_right(admin: SignedIn, staff: SignedIn) -> None:
    own = admin.account_id
    assert admin.post(f"/akun/{own}/sandi").status_code == 400
    assert staff.post(f"/akun/{own}/sandi").status_code == 403
    assert f"/akun/{own}/sandi" not in admin.get("/akun").text
    assert admin.post("/akun/9999/sandi").status_code == 404
    assert admin.get(f"/akun/{own}/sandi").location == "/akun", "reloaded after the link was shown"


def test_the_last_administrator_gets_a_link_on_the_command_line(
    config: Config, client: FlaskClient, new_account: Callable[..., int]
) -> None:
    new_account(Role.ADMIN)

    def password(email: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "flask", "--app", str(ROOT / "wsgi.py"), "password", email]
        settings = {**os.environ, "TILIK_DATA_DIR": str(config.data_dir)}
        return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)

    made = password("Admin1@contoh.go.id")
    assert made.returncode == 0, made.stderr
    link = "/sandi-baru/" + made.stdout.split("/sandi-baru/")[1].strip()
    assert client.post(link, data=NEW).status_code == 302
    assert client.get("/akun").status_code == 200
    unknown = password("lain@contoh.go.id")
    assert unknown.returncode == 1
    assert unknown.stderr.splitlines() == ["Error: Tidak ada akun dengan surel lain@contoh.go.id."]
