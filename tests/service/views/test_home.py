"""What waits for me, on the first page, in the bar, and in what the machine lacks."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from service.resources import Resources
from service.steps import machine
from service.views.forms import today
from storage import documents
from storage.files import StoredFile
from storage.models import Role, State
from tests.follow_up_rows import agreement, document, recommendation, visit


def test_an_empty_system_says_where_to_begin(staff: FlaskClient, reader: FlaskClient) -> None:
    page = staff.get("/")
    assert "Unggah dokumen pertama" in page.text
    assert "Unggah dokumen pertama" not in reader.get("/").text


def test_nobody_sees_it_without_signing_in(client: FlaskClient) -> None:
    assert client.get("/").location.startswith("/masuk")
    assert client.get("/bantuan").status_code == 200


def test_every_number_is_a_door(staff: FlaskClient, resources: Resources) -> None:
    now = today()
    with resources.database.transaction() as session:
        report = document(session, "Laporan Magang")
        report.doubtful, report.undecided = 2, 9
        recommendation(session, "Menyusun pohon kinerja", document=report, due=now - timedelta(days=3))
        recommendation(session, "Membentuk klinik", document=report, due=now + timedelta(days=3))
        agreement(session, "Pemprov A", "Pemprov B", ends_on=now + timedelta(days=20), signed_on=now)
        visit(session, "Pemprov B", "Pemprov A", promised=False)
    page = staff.get("/").text
    assert "1 lewat tenggat" in page
    assert "Lewat 3 hari" in page
    assert "2 nilai meragukan" in page
    assert "Pemprov B" in page
    assert "20 hari lagi" in page
    for door in ("/periksa", "tampilan=terlambat", "/perjanjian/?tampilan=segera", "/kunjungan/#dijanjikan"):
        assert f'href="{door}' in page or f'{door}"' in page


def test_the_bar_counts_what_waits(staff: FlaskClient, resources: Resources) -> None:
    with resources.database.transaction() as session:
        report = document(session)
        recommendation(session, document=report, due=today() - timedelta(days=1))
    page = " ".join(staff.get("/bantuan").text.split())
    assert 'Periksa <span class="t-count">1</span>' in page
    assert 'Tindak lanjut <span class="t-count">1</span>' in page


def test_a_failed_file_is_said_first(staff: FlaskClient, resources: Resources) -> None:
    with resources.database.transaction() as session:
        broken = document(session, "Rusak")
        broken.state, broken.reason = State.FAILED, "Berkas rusak."
    page = staff.get("/").text
    assert "1 berkas gagal dibaca." in page
    assert page.index("Berkas rusak.") < page.index("t-tiles")


@pytest.mark.usefixtures("document_id")
def test_news_are_told_as_one_and_name_their_document(staff: FlaskClient, resources: Resources) -> None:
    page = staff.get("/").text
    assert "Dokumen selesai dibaca: <a" in page
    with resources.database.transaction() as session:
        for name in ("a" * 64, "b" * 64):
            documents.add_once(session, StoredFile(name, 10), f"{name[0]}.pdf", None)
    assert "3 kali</span>" in staff.get("/").text


def test_what_the_machine_lacks_is_said_with_its_cost(
    signed_in: Callable[..., FlaskClient], resources: Resources, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with resources.database.transaction() as session:
        document(session)
    admin, staff = signed_in(Role.ADMIN), signed_in(Role.STAFF)
    monkeypatch.setattr(machine, "lacking", lambda: (machine.Helper.OCR, machine.Helper.OLD_OFFICE))
    for path in ("/unggah", "/bantuan"):
        page = staff.get(path).text
        assert "mesin OCR (Tesseract) tidak terpasang" in page, path
        assert "LibreOffice tidak terpasang" in page, path
    assert "Lihat yang kurang" in admin.get("/").text
    assert "Lihat yang kurang" not in staff.get("/").text
    assert "make system-packages" in admin.get("/bantuan").text
    assert "make system-packages" not in staff.get("/bantuan").text
    assert "Tesseract" not in client.get("/bantuan").text
    monkeypatch.setattr(machine, "lacking", tuple)
    assert "tidak terpasang" not in staff.get("/unggah").text
    assert "Terpasang" in staff.get("/bantuan").text


def test_days_that_a_document_states_are_told_until_somebody_plans(staff: FlaskClient, resources: Resources) -> None:
    with resources.database.transaction() as session:
        days = {"starts_on": date(2027, 1, 19), "ends_on": date(2027, 1, 21)}
        number = visit(session, "Pemprov B", "Pemprov A", **days).id
    home = staff.get("/").text
    assert "Tanggal dari dokumen: 19–21 Januari 2027" in home
    listed = staff.get("/kunjungan/").text
    assert "Dijanjikan, belum direncanakan" in listed
    assert "tanggal dari dokumen: 19–21 Januari 2027" in listed
    assert "tanggal dari dokumen, belum direncanakan" in staff.get(f"/kunjungan/{number}").text
    for page in (home, listed):
        assert "belum bertanggal" not in page.lower()
