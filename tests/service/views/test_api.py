import io
import zipfile
from typing import Any

from flask.testing import FlaskClient

NOTE = b"NOTA KESEPAHAMAN antara Pemerintah Provinsi A dan Pemerintah Provinsi B\n"


def _send(browser: FlaskClient, *files: tuple[str, bytes]) -> Any:
    parts = [(io.BytesIO(content), name) for name, content in files]
    return browser.post("/api/documents", data={"files": parts}, content_type="multipart/form-data")


def test_many_files_each_have_their_answer(staff: FlaskClient) -> None:
    answer = _send(staff, ("a.txt", NOTE), ("kosong.pdf", b""), ("b.txt", NOTE), ("c.exe", b"MZ\x00\x01" * 50))
    assert answer.status_code == 207
    first, empty, same, program = answer.json["documents"]
    assert first == {"name": "a.txt", "id": 1, "new": True}
    assert empty["refused"]["code"] == "empty"
    assert same == {"name": "b.txt", "id": 1, "new": False}
    assert "refused" in program


def test_a_zip_archive_has_an_answer_for_each_file(staff: FlaskClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("dalam/a.txt", NOTE)
        archive.writestr("kosong.pdf", b"")
    answer = _send(staff, ("paket.zip", packed.getvalue()))
    assert answer.status_code == 207
    first, empty = answer.json["documents"]
    assert first == {"name": "paket.zip/dalam/a.txt", "id": 1, "new": True}
    assert empty["refused"]["code"] == "empty"


def test_a_received_document_is_there_before_anybody_read_it(staff: FlaskClient) -> None:
    _send(staff, ("a.txt", NOTE))
    assert staff.get("/api/documents/1").json["state"] == "received"
    assert staff.get("/api/documents/1/extraction").status_code == 404
    assert staff.get("/api/documents").json["total"] == 1
    assert [row["id"] for row in staff.get("/api/states?id=1&id=2&id=x").json["documents"]] == [1]


def test_nonsense_is_a_bad_request(staff: FlaskClient) -> None:
    assert staff.get("/api/documents?state=aneh").status_code == 400
    assert staff.get("/api/documents?year=duaribu").status_code == 400
    assert staff.get("/api/search?q=").status_code == 400
    assert staff.post("/api/documents").status_code == 400
    assert staff.get("/api/documents/99").status_code == 404


def test_a_reader_may_not_upload(reader: FlaskClient) -> None:
    assert _send(reader, ("a.txt", NOTE)).status_code == 403
