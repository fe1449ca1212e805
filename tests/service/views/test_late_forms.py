"""A form that comes after its session, and one that somebody else was faster than: what was written is not lost."""

from flask import Flask
from flask.testing import FlaskClient

from service.resources import Resources
from storage.models import Progress
from tests.follow_up_rows import document, recommendation

NOTE = 'Rapat dengan Bappeda, "pohon" sudah disepakati'


def test_a_note_sent_after_the_session_is_shown_once_more_with_the_way_back(
    resources: Resources, staff: FlaskClient
) -> None:
    with resources.database.transaction() as session:
        number = recommendation(session).id
    with staff.session_transaction() as cookie:
        cookie["seen"] -= 31 * 60
    answer = staff.post(f"/tindak-lanjut/{number}/catatan", data={"text": NOTE})
    assert answer.status_code == 401
    assert "Sesi Anda berakhir" in answer.text
    assert NOTE.replace('"', "&#34;") in answer.text
    assert f'/masuk?next=/tindak-lanjut/{number}"' in answer.text


def test_a_form_without_words_leads_to_the_sign_in_and_back(resources: Resources, staff: FlaskClient) -> None:
    with resources.database.transaction() as session:
        number = recommendation(session).id
    staff.post("/keluar")
    answer = staff.post(f"/tindak-lanjut/{number}/status", data={"to": "accepted"})
    assert answer.location == f"/masuk?next=/tindak-lanjut/{number}"


def test_a_form_whose_cookie_is_gone_keeps_what_was_written(app: Flask, client: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = client.post("/tindak-lanjut/1/catatan", data={"text": NOTE})
    assert answer.status_code == 401
    assert NOTE.replace('"', "&#34;") in answer.text
    assert '/masuk?next=/tindak-lanjut/1"' in answer.text


def test_a_dead_form_of_somebody_signed_in_leads_to_its_page(app: Flask, staff: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = staff.post("/tindak-lanjut/1/catatan", data={"text": NOTE})
    assert answer.status_code == 400
    assert NOTE.replace('"', "&#34;") in answer.text
    assert 'href="/tindak-lanjut/1"' in answer.text


def test_a_password_is_never_shown_again(app: Flask, client: FlaskClient, staff: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    secret = "empat kata mudah diingat"
    for browser, path in ((client, "/masuk"), (client, "/akun/sandi"), (staff, "/akun/sandi"), (client, "/siapkan/x")):
        answer = browser.post(path, data={"email": "a@b.go.id", "password": secret, "old": secret, "new": secret})
        assert answer.status_code == 400
        assert secret not in answer.text


def test_who_was_second_is_told_once(resources: Resources, staff: FlaskClient) -> None:
    with resources.database.transaction() as session:
        row = recommendation(session, progress=Progress.NEW)
        session.flush()
        number, version = row.id, row.version
    staff.post(f"/tindak-lanjut/{number}/status", data={"to": "accepted", "version": version})
    sent = {"unit": "Bappeda Kota Solok", "person": "", "version": version}
    answer = staff.post(f"/tindak-lanjut/{number}/penugasan", data=sent)
    assert answer.status_code == 409
    assert answer.text.count("Orang lain baru saja mengubah rekomendasi ini.") == 1
    assert 'value="Bappeda Kota Solok"' in answer.text


def test_a_reader_is_not_told_that_documents_wait_for_a_decision_of_theirs(
    resources: Resources, staff: FlaskClient, reader: FlaskClient
) -> None:
    with resources.database.transaction() as session:
        document(session)
    assert "menunggu keputusan Anda" in staff.get("/periksa").text
    assert "menunggu keputusan staf" in reader.get("/periksa").text
