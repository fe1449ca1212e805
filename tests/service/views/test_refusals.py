"""What a step refuses is said in the language of the page, the values in it likewise; the ledger names both sides."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale

from service.filters import told
from service.resources import Resources
from service.steps.refused import Refused, Told
from service.steps.visit_days import DAYS
from service.views.forms import today
from storage.models import Progress, VisitStatus
from tests.follow_up_rows import recommendation, visit


@pytest.fixture
def english(signed_in: Callable[..., FlaskClient]) -> FlaskClient:
    browser = signed_in()
    browser.post("/bahasa/en", data={"next": "/"})
    return browser


def test_a_told_text_is_its_indonesian_sentence_and_keeps_its_values(app: Flask) -> None:
    text = Told("%(weekday)s, %(day)s: %(cause)s.", weekday=DAYS[0], day=date(2026, 11, 23), cause=Told("Ramadan"))
    assert text == "Senin, 23 November 2026: Ramadan."
    with app.test_request_context(), force_locale("en"):
        assert told(text) == "Monday, 23 November 2026: Ramadan."
        assert told(Told("100 % begini")) == "100 % begini"
    assert Refused("Berakhir %(day)s.", day=date(2027, 2, 8)).message == "Berakhir 8 Februari 2027."


def test_an_illegal_step_is_refused_in_english(english: FlaskClient, resources: Resources) -> None:
    with resources.database.transaction() as session:
        wanted = recommendation(session).id
    page = english.post(f"/tindak-lanjut/{wanted}/status", data={"to": "done"}).text
    assert "“New” cannot go straight to “Done”. Next step: “Accepted” or “Rejected”." in page


def _reasons(page: str) -> str:
    """The button that opens the steps which need a reason, and whether it is open."""
    found = re.search(
        r'<details class="w-open"( open)?>\s*<summary class="[^"]*">\s*[^<]*(?:Tolak|Tidak dapat|Kembalikan)', page
    )
    assert found is not None
    return (found[1] or "closed").strip()


def test_only_a_refusal_of_a_reason_opens_the_reasons(staff: FlaskClient, resources: Resources) -> None:
    with resources.database.transaction() as session:
        wanted = recommendation(session, progress=Progress.ACCEPTED).id
    path = f"/tindak-lanjut/{wanted}"
    assert _reasons(staff.get(path).text) == "closed"
    without_unit = staff.post(f"{path}/status", data={"to": "running"})
    assert without_unit.status_code == 422
    assert "OPD penanggung jawab" in without_unit.text
    assert _reasons(without_unit.text) == "closed"
    assert _reasons(staff.post(f"{path}/status", data={"to": "impossible"}).text) == "open"
    typed = staff.post(f"{path}/status", data={"to": "running", "reason": "Menunggu anggaran"}).text
    assert _reasons(typed) == "open"
    assert "Menunggu anggaran</textarea>" in typed


def test_a_batch_says_in_english_what_was_not_changed(english: FlaskClient, resources: Resources) -> None:
    with resources.database.transaction() as session:
        done = recommendation(session, progress=Progress.DONE).id
    sent = {"id": str(done), "do": "unit", "unit": "Biro Organisasi"}
    page = english.post("/tindak-lanjut/massal", data=sent, follow_redirects=True).text
    assert "This recommendation is already “Done”. Reopen it first to change it." in page


def test_a_visit_is_refused_and_warned_of_in_english(english: FlaskClient, resources: Resources) -> None:
    day = today() + timedelta(days=300)
    day += timedelta(days=5 - day.weekday())
    with resources.database.transaction() as session:
        promised = visit(session, "A", "B").id
        saturday = visit(session, "A", "B", VisitStatus.PLANNED, starts_on=day).id
    page = english.post(f"/kunjungan/{promised}/setujui", follow_redirects=True).text
    assert "Only a planned visit can be marked as agreed. This visit is “Promised”." in page
    assert "Saturday, " in english.get(f"/kunjungan/{saturday}").text


def test_an_alias_and_a_password_are_refused_in_english(english: FlaskClient) -> None:
    english.post("/alias/", data={"written": "Disdag", "name": "Dinas Perdagangan Kota Padang"})
    page = english.post("/alias/", data={"written": "Disdag", "name": "Dinas Perdagangan Kota Solok"}).text
    assert "“Disdag” already stands for Dinas Perdagangan Kota Padang. Remove that first if it is wrong." in page
    sent = {"old": "empat kata mudah diingat", "new": "pendek", "again": "pendek"}
    assert "A password has at least 12 letters." in english.post("/akun/sandi", data=sent).text


def test_the_ledger_shows_which_side_visited_and_which_owes(staff: FlaskClient, resources: Resources) -> None:
    with resources.database.transaction() as session:
        visit(session, "Provinsi Satu", "Provinsi Dua")
        visit(session, "Provinsi Dua", "Provinsi Satu", VisitStatus.HELD, starts_on=date(2025, 3, 3), promised=False)
    page = staff.get("/kunjungan/").text
    one, two = page.index('<th scope="row">Provinsi Satu</th>'), page.index('<th scope="row">Provinsi Dua</th>')
    first, second = sorted((one, two))
    owing, visited = (page[first:second], page[second:]) if one < two else (page[second:], page[first:second])
    assert "Berutang 1" in owing.split("</tr>")[0]
    assert "1 terlaksana" in visited.split("</tr>")[0]
