import io
import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from service.config import Config

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def test_health_answers_without_redis(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json == {"status": "ok", "queue": None}


@pytest.mark.parametrize("path", ["/masuk", "/healthz", "/tidak-ada", "/api/documents"])
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_no_page_has_what_the_policy_forbids() -> None:
    """Inline styles and handlers would be dropped by the browser without a word."""
    forbidden = re.compile(
        r"""<[^>]*\s(?:style|on[a-z]+)\s*=|<style|<script(?![^>]*\bsrc=)(?![^>]*type="application/json")|\|\s*safe\b"""
    )
    written = {path: path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html")}
    markup = {
        path: re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", text, flags=re.DOTALL) for path, text in written.items()
    }
    assert [path.name for path, text in markup.items() if forbidden.search(text)] == []
    assert [path.name for path, text in written.items() if re.search(r"\|\s*safe\b", text)] == []


def test_a_missing_page_says_so_in_both_shapes(client: FlaskClient) -> None:
    page = client.get("/tidak-ada")
    assert page.status_code == 404
    assert "Tidak ditemukan" in page.text
    answer = client.get("/api/tidak-ada")
    assert answer.status_code == 404
    assert answer.json["error"]["status"] == 404


def test_a_form_without_its_token_is_refused(app: Flask, client: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    assert client.post("/keluar").status_code == 400
    assert client.post("/masuk", data={"email": "a@b.go.id", "password": "x"}).status_code == 400


def test_what_another_site_sends_is_refused(client: FlaskClient) -> None:
    assert client.post("/keluar", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_the_language_is_switched_for_the_session(client: FlaskClient) -> None:
    assert '<html lang="id"' in client.get("/masuk").text
    answer = client.post("/bahasa/en", data={"next": "/masuk?next=%2F"})
    assert answer.location == "/masuk?next=%2F"
    assert '<html lang="en"' in client.get("/masuk").text
    assert client.post("/bahasa/fr").status_code == 404


def test_two_services_on_one_machine_have_cookies_of_their_own(app: Flask, config: Config) -> None:
    name = app.config["SESSION_COOKIE_NAME"]
    assert name.startswith("tilik-")
    assert name != "session"


def test_a_database_without_space_is_told_as_such(app: Flask, staff: FlaskClient) -> None:
    engine = app.extensions["tilik.resources"].database.engine
    engine.dispose()  # so that the limit holds for every connection from here on

    @event.listens_for(engine, "connect")
    def no_space(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA max_page_count=1")  # as small as the database is already

    def upload(number: int) -> TestResponse:
        return staff.post("/api/documents", data={"files": (io.BytesIO(b"Nota %d" % number), "nota.txt")})

    answer = next(answer for answer in map(upload, range(200)) if answer.status_code != 201)
    assert answer.status_code == 507
    assert "penuh" in answer.json["error"]["title"]
    assert staff.get("/dokumen").status_code == 200
