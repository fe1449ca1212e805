from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.access import PERMISSIONS, requires, undeclared
from storage.models import Role
from tests.conftest import SignedIn


def test_every_view_says_who_may_see_it(app: Flask) -> None:
    assert undeclared(app) == []


def test_who_has_not_signed_in_reaches_no_page(app: Flask, client: FlaskClient) -> None:
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if rule.endpoint.endswith("static") or getattr(view, "permission", None) is None:
            continue
        address = rule.build(dict.fromkeys(rule.arguments, 1)) if not rule.arguments else None
        path = address[1] if address else rule.rule.replace("<int:", "<")
        for name in rule.arguments:
            path = path.replace(f"<{name}>", "1")
        for method in rule.methods - {"OPTIONS", "HEAD"}:
            answer = client.open(path, method=method)
            assert answer.status_code in {302, 401, 404}, (method, path)
            if answer.status_code == 302:
                assert answer.location.startswith("/masuk")


def test_a_reader_changes_nothing(app: Flask, reader: SignedIn) -> None:
    for rule in app.url_map.iter_rules():
        permission = getattr(app.view_functions[rule.endpoint], "permission", None)
        if permission in {None, "read"} or rule.endpoint.endswith("static"):
            continue
        path = rule.rule
        for name in rule.arguments:
            path = path.replace(f"<int:{name}>", "1").replace(f"<{name}>", "1")
        for method in rule.methods - {"OPTIONS", "HEAD"}:
            assert reader.open(path, method=method).status_code in {403, 404}, (method, path)


def test_roles_grow() -> None:
    assert PERMISSIONS[Role.READER] < PERMISSIONS[Role.STAFF] < PERMISSIONS[Role.ADMIN]


def test_an_unknown_permission_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="fly"):
        requires("fly")


def test_a_disabled_account_is_out_at_once(signed_in: Callable[..., FlaskClient], admin: SignedIn) -> None:
    staff = signed_in(Role.STAFF)
    assert staff.get("/api/documents").status_code == 200
    admin.post(f"/akun/{staff.account_id}/aktif", data={"active": "0"})
    assert staff.get("/api/documents").status_code == 401


def test_an_idle_session_ends(staff: SignedIn) -> None:
    with staff.session_transaction() as session:
        session["seen"] = session["seen"] - 31 * 60
    assert staff.get("/api/documents").status_code == 401


def test_a_session_ends_after_twelve_hours_in_any_case(staff: SignedIn) -> None:
    with staff.session_transaction() as session:
        session["since"] = session["since"] - 12 * 3600 - 1
    answer = staff.get("/akun/sandi")
    assert answer.status_code == 302
    assert "ended=1" in answer.location
