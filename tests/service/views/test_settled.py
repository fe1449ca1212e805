"""A file that could not be read is settled by a person: it is told of no longer, and nothing is lost."""

import pytest

from service.resources import Resources
from storage import documents
from storage.models import State, now
from tests.conftest import SignedIn
from tests.follow_up_rows import document


@pytest.fixture
def failed_id(resources: Resources) -> int:
    with resources.database.transaction() as session:
        broken = document(session, "Rusak")
        broken.state, broken.reason = State.FAILED, "Berkas rusak."
        document(session, "Utuh")
        return broken.id


def test_a_settled_failure_leaves_the_first_page_and_says_who_settled_it(
    resources: Resources, staff: SignedIn, reader: SignedIn, failed_id: int
) -> None:
    assert "1 berkas gagal dibaca." in reader.get("/").text
    answer = staff.post(f"/dokumen/{failed_id}/ditangani", follow_redirects=True).text
    assert "tidak disebut lagi di Beranda" in answer
    assert "Sudah ditangani: Pegawai" in answer
    assert "kegagalan dinyatakan sudah ditangani" in answer.lower()
    assert "Berkas rusak." in answer, "why it failed stays"
    assert "gagal dibaca." not in reader.get("/").text
    assert "Rusak" not in reader.get("/dokumen?state=failed&settled=0").text
    listed = staff.post(f"/dokumen/{failed_id}/belum-ditangani", data={"from": "list"})
    assert listed.location == "/dokumen?state=failed"
    listed = staff.post(f"/dokumen/{failed_id}/ditangani", data={"from": "list"})
    assert listed.location == "/dokumen?state=failed&settled=0"
    assert "Sudah ditangani: Pegawai" in reader.get("/dokumen?state=failed").text
    with resources.database.session() as session:
        row = documents.get(session, failed_id)
        assert (row.state, row.settled_by) == (State.FAILED, staff.account_id)
        assert row.settled_at is not None


def test_what_was_settled_comes_back_when_undone(staff: SignedIn, failed_id: int) -> None:
    staff.post(f"/dokumen/{failed_id}/ditangani")
    assert "Urungkan" in staff.get(f"/dokumen/{failed_id}").text
    staff.post(f"/dokumen/{failed_id}/belum-ditangani")
    assert "1 berkas gagal dibaca." in staff.get("/").text
    again = staff.post(f"/dokumen/{failed_id}/belum-ditangani", follow_redirects=True).text
    assert "Keadaan berkas ini sudah berubah." in again


def test_a_later_reading_that_fails_is_told_of_again(resources: Resources, staff: SignedIn, failed_id: int) -> None:
    staff.post(f"/dokumen/{failed_id}/ditangani")
    staff.post(f"/dokumen/{failed_id}/baca-ulang")
    with resources.database.transaction() as session:
        attempt = documents.claim(session, failed_id, lease_seconds=30, now=now())
        assert attempt is not None
        documents.fail(session, failed_id, attempt, reason="Berkas rusak.", code="damaged", now=now())
    assert "1 berkas gagal dibaca." in staff.get("/").text


def test_only_a_failure_is_settled_and_only_by_who_may_upload(
    staff: SignedIn, reader: SignedIn, failed_id: int
) -> None:
    assert reader.post(f"/dokumen/{failed_id}/ditangani").status_code == 403
    assert "/ditangani" not in reader.get(f"/dokumen/{failed_id}").text
    page = staff.post(f"/dokumen/{failed_id + 1}/ditangani", follow_redirects=True).text
    assert "Keadaan berkas ini sudah berubah." in page
    assert staff.post("/dokumen/999/ditangani").status_code == 404
