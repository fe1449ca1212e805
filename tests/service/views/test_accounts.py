from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.resources import Resources
from service.steps.accounts import first_invitation
from storage import accounts
from storage.models import Role, now
from tests.conftest import PASSWORD, SignedIn

NEW = {
    "name": "Ratna Wulandari",
    "email": "Ratna@Contoh.go.id",
    "unit": "BPSDM",
    "password": "lima kata yang mudah",
    "again": "lima kata yang mudah",
}


def test_the_first_link_makes_an_administrator_once(resources: Resources, client: FlaskClient, app: Flask) -> None:
    token = first_invitation(resources, now())
    assert client.get(f"/siapkan/{token}").status_code == 200
    answer = client.post(f"/siapkan/{token}", data=NEW)
    assert answer.status_code == 302
    assert client.get("/akun").status_code == 200
    assert app.test_client().post(f"/siapkan/{token}", data={**NEW, "email": "lain@contoh.go.id"}).status_code == 410
    assert first_invitation(resources, now()) is None


def test_a_second_start_makes_the_first_link_void(resources: Resources, client: FlaskClient) -> None:
    old, new = first_invitation(resources, now()), first_invitation(resources, now())
    assert client.get(f"/siapkan/{old}").status_code == 410
    assert client.get(f"/siapkan/{new}").status_code == 200


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"password": "pendek", "again": "pendek"}, "paling sedikit 12"),
        ({"password": "indonesia1945", "again": "indonesia1945"}, "terlalu umum"),
        ({"password": "ratna wulandari", "again": "ratna wulandari"}, "nama atau surel"),
        ({"again": "berbeda sama sekali"}, "tidak sama"),
        ({"email": "bukan alamat"}, "surel yang lengkap"),
        ({"name": ""}, "Isi kolom ini"),
    ],
)
def test_what_is_wrong_with_a_new_account_is_said(
    resources: Resources, client: FlaskClient, change: dict[str, str], reason: str
) -> None:
    token = first_invitation(resources, now())
    answer = client.post(f"/siapkan/{token}", data={**NEW, **change})
    assert answer.status_code == 422
    assert reason in answer.text


def test_sign_in_and_out(client: FlaskClient, new_account: Callable[..., int]) -> None:
    new_account(Role.STAFF)
    answer = client.post("/masuk?next=/api/documents", data={"email": "STAFF1@contoh.go.id ", "password": PASSWORD})
    assert answer.location == "/api/documents"
    assert client.get("/api/documents").status_code == 200
    client.post("/keluar")
    assert client.get("/api/documents").status_code == 401


@pytest.mark.parametrize(
    "wanted", ["https://jahat.example/", "//jahat.example", "/\\jahat.example", "javascript:alert(1)"]
)
def test_nobody_is_led_to_another_site(client: FlaskClient, new_account: Callable[..., int], wanted: str) -> None:
    new_account(Role.STAFF)
    data = {"email": "staff1@contoh.go.id", "password": PASSWORD}
    answer = client.post("/masuk", query_string={"next": wanted}, data=data)
    assert answer.status_code == 302
    assert answer.location == "/"


def test_unknown_address_and_wrong_password_get_the_same_answer(
    client: FlaskClient, new_account: Callable[..., int]
) -> None:
    new_account(Role.STAFF)
    texts = [
        client.post("/masuk", data={"email": email, "password": "salah sama sekali"})
        for email in ("staff1@contoh.go.id", "tidak.ada@contoh.go.id")
    ]
    assert [answer.status_code for answer in texts] == [401, 401]
    assert all("Surel atau kata sandi tidak cocok." in answer.text for answer in texts)


def test_after_five_wrong_passwords_even_the_right_one_must_wait(
    resources: Resources, client: FlaskClient, new_account: Callable[..., int]
) -> None:
    account_id = new_account(Role.STAFF)
    address = {"email": "staff1@contoh.go.id"}
    for _ in range(5):
        client.post("/masuk", data={**address, "password": "salah"})
    answer = client.post("/masuk", data={**address, "password": PASSWORD})
    assert "Terlalu banyak percobaan" in answer.text
    with resources.database.transaction() as session:
        accounts.get(session, account_id).locked_until = now()
    assert client.post("/masuk", data={**address, "password": PASSWORD}).status_code == 302
    with resources.database.session() as session:
        assert accounts.get(session, account_id).failed_logins == 0


def test_a_new_password_ends_the_other_sessions(
    app: Flask, client: FlaskClient, staff: SignedIn, resources: Resources
) -> None:
    data = {"email": f"staff{staff.account_id}@contoh.go.id", "password": PASSWORD}
    client.post("/masuk", data=data)
    change = {"old": PASSWORD, "new": "kata sandi yang baru", "again": "kata sandi yang baru"}
    assert client.post("/akun/sandi", data=change).status_code == 302
    assert client.get("/api/documents").status_code == 200
    assert staff.get("/api/documents").status_code == 401


def test_the_old_password_is_asked_for(staff: SignedIn) -> None:
    change = {"old": "salah", "new": "kata sandi yang baru", "again": "kata sandi yang baru"}
    answer = staff.post("/akun/sandi", data=change)
    assert answer.status_code == 422
    assert "Kata sandi lama tidak cocok" in answer.text


def test_an_administrator_invites(app: Flask, admin: SignedIn, client: FlaskClient) -> None:
    page = admin.post("/akun/undangan", data={"role": "reader"})
    link = page.text.split("/siapkan/")[1].split('"')[0]
    assert client.post(f"/siapkan/{link}", data=NEW).status_code == 302
    assert client.get("/akun").status_code == 403
    assert "ratna@contoh.go.id" in admin.get("/akun").text


def test_nobody_disables_or_degrades_themselves(admin: SignedIn) -> None:
    own = admin.account_id
    assert admin.post(f"/akun/{own}/aktif", data={"active": "0"}).status_code == 400
    assert admin.post(f"/akun/{own}/peran", data={"role": "reader"}).status_code == 400
    assert admin.get("/akun").status_code == 200
    assert admin.post("/akun/9999/aktif", data={"active": "0"}).status_code == 404


def test_an_address_belongs_to_one_account(resources: Resources, admin: SignedIn, client: FlaskClient) -> None:
    page = admin.post("/akun/undangan", data={"role": "staff"})
    link = page.text.split("/siapkan/")[1].split('"')[0]
    own = f"admin{admin.account_id}@contoh.go.id"
    answer = client.post(f"/siapkan/{link}", data={**NEW, "email": own})
    assert "sudah dipakai" in answer.text
    assert client.get(f"/siapkan/{link}").status_code == 200


def test_the_language_is_switched_where_a_form_was_refused(staff: SignedIn) -> None:
    pages = {"/tindak-lanjut/1/status": "/tindak-lanjut/1", "/tindak-lanjut/massal": "/tindak-lanjut/", "/keluar": "/"}
    for only_takes_forms, page in pages.items():
        assert staff.post("/bahasa/en", data={"next": only_takes_forms}).location == page
    assert staff.post("/bahasa/id", data={"next": "/tidak-ada"}).location == "/tidak-ada"
