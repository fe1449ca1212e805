"""Upload, list, desk and download through the browser's door: who may, what is refused, what is shown."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from service.resources import Resources
from service.views import documents as view
from storage import documents
from storage.models import Decision, Role, State, Value
from tests.conftest import SignedIn
from tests.service.views.conftest import EXTRACTION, read_as

NOTE = b"NOTA KESEPAHAMAN antara Pemerintah Provinsi A dan Pemerintah Provinsi B\n"


def _send(browser: SignedIn, *files: tuple[str, bytes], script: bool = True) -> Any:
    parts = [(io.BytesIO(content), name) for name, content in files]
    headers = {"X-Requested-With": "fetch"} if script else {}
    data = {"files": parts, "batch": "kiriman-ini"}
    return browser.post("/unggah", data=data, headers=headers, content_type="multipart/form-data")


def _value(resources: Resources, field: str) -> Value:
    with resources.database.session() as session:
        return session.scalars(select(Value).where(Value.field == field)).one()


@pytest.mark.parametrize(
    ("method", "path", "role", "status"),
    [
        ("get", "/dokumen", None, 302),
        ("get", "/dokumen", Role.READER, 200),
        ("get", "/periksa", Role.READER, 200),
        ("get", "/dokumen/1", Role.READER, 200),
        ("get", "/dokumen/1/unduh", Role.READER, 200),
        ("get", "/unggah", Role.READER, 403),
        ("get", "/unggah", Role.STAFF, 200),
        ("post", "/unggah", Role.READER, 403),
        ("get", "/unggah/status", Role.READER, 403),
        ("post", "/dokumen/1/baca-ulang", Role.READER, 403),
        ("post", "/dokumen/1/yakin", Role.READER, 403),
        ("post", "/dokumen/1/urungkan", Role.READER, 403),
        ("post", "/dokumen/999/urungkan", Role.STAFF, 404),
        ("post", "/dokumen/1/nilai", Role.READER, 403),
        ("post", "/nilai/1/konfirmasi", Role.READER, 403),
        ("get", "/dokumen/999", Role.STAFF, 404),
        ("get", "/dokumen/999/unduh", Role.STAFF, 404),
        ("post", "/dokumen/999/yakin", Role.STAFF, 404),
        ("post", "/nilai/999/konfirmasi", Role.STAFF, 404),
        ("post", "/nilai/999/koreksi", Role.STAFF, 404),
        ("post", "/nilai/1/hapus", Role.STAFF, 404),
    ],
)
@pytest.mark.usefixtures("document_id")
def test_who_may_do_what(
    client: FlaskClient,
    signed_in: Callable[..., FlaskClient],
    method: str,
    path: str,
    role: Role | None,
    status: int,
) -> None:
    browser = signed_in(role) if role else client
    with getattr(browser, method)(path) as answer:
        assert answer.status_code == status


@pytest.mark.usefixtures("document_id")
def test_a_reader_is_offered_nothing_to_decide(reader: SignedIn) -> None:
    page = reader.get("/dokumen/1").text
    assert "Laporan Magang Aparatur" in page
    assert "/nilai/" not in page
    assert "/yakin" not in page


def test_each_file_of_a_batch_has_its_answer(staff: SignedIn) -> None:
    answer = _send(staff, ("nota.txt", NOTE), ("kosong.pdf", b""), ("lagi.txt", NOTE), ("x.exe", b"MZ\x00\x01" * 50))
    assert answer.status_code == 201
    files = answer.json["files"]
    assert [file["state"] for file in files] == ["received", "refused", "duplicate", "refused"]
    assert files[2]["id"] == files[0]["id"]
    assert "Berkas kosong" in files[1]["reason"]
    page = staff.get("/unggah?kiriman=kiriman-ini").text
    assert "nota.txt" in page
    assert "kosong.pdf" not in page
    state = staff.get("/unggah/status?batch=kiriman-ini").json["files"]
    assert [(file["id"], file["state"]) for file in state] == [(files[0]["id"], "received")]


def test_without_script_the_page_says_what_became_of_each(staff: SignedIn) -> None:
    answer = _send(staff, ("nota.txt", NOTE), ("kosong.pdf", b""), ("lagi.txt", NOTE), script=False)
    assert answer.status_code == 302
    page = staff.get(answer.location).text
    assert "kosong.pdf: Berkas kosong" in page
    assert "lagi.txt sudah ada" in page
    assert "Pilih sedikitnya satu berkas." in staff.get(_send(staff, script=False).location).text


def _archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_zip_archive_is_taken_in_file_by_file(staff: SignedIn) -> None:
    files = _send(staff, ("paket.zip", _archive({"nota.txt": NOTE, "lagi.txt": NOTE, "kosong.txt": b""}))).json["files"]
    assert [file["name"] for file in files] == ["paket.zip/nota.txt", "paket.zip/lagi.txt", "paket.zip/kosong.txt"]
    assert [file["state"] for file in files] == ["received", "duplicate", "refused"]
    assert "nota.txt" in staff.get("/unggah?kiriman=kiriman-ini").text
    page = staff.get(_send(staff, ("lain.zip", _archive({"nota.txt": NOTE})), script=False).location).text
    assert "lain.zip/nota.txt sudah ada" in page


def test_a_zip_archive_that_is_not_opened_says_what_to_do(staff: SignedIn) -> None:
    (bomb,) = _send(staff, ("bom.zip", _archive({"nol.txt": bytes(20_000_000)}))).json["files"]
    assert bomb["state"] == "refused"
    assert "Buka arsipnya di komputer Anda, lalu unggah berkas di dalamnya." in bomb["reason"]
    (nested,) = _send(staff, ("luar.zip", _archive({"dalam.zip": _archive({"nota.txt": NOTE})}))).json["files"]
    assert nested["reason"] == "Arsip ZIP tidak dibaca di sini. Buka arsipnya, lalu unggah berkas di dalamnya."


@pytest.mark.parametrize("query", ["id=x", "id=-1", f"id={'9' * 40}", "batch=%00", "id="])
def test_the_state_of_what_is_not_there_is_empty(staff: SignedIn, query: str) -> None:
    answer = staff.get(f"/unggah/status?{query}")
    assert answer.status_code == 200
    assert answer.json == {"files": []}


def test_the_list_is_narrowed_down(staff: SignedIn, resources: Resources, document_id: int) -> None:
    read_as(resources, {"kind": "letter", "title": "Permohonan Kunjungan", "place": "Semarang"}, "surat.txt")
    assert "2 dokumen" in staff.get("/dokumen").text
    for query, title in [
        ("kind=letter", "Permohonan Kunjungan"),
        ("text=magang", "Laporan Magang Aparatur"),
        ("institution=Pemerintah+Provinsi+Sumatera+Barat", "Laporan Magang Aparatur"),
        ("year=2024&state=extracted", "Laporan Magang Aparatur"),
    ]:
        page = staff.get(f"/dokumen?{query}").text
        assert "1 dokumen cocok" in page, query
        assert title in page
    page = staff.get("/dokumen?kind=news").text
    assert "Tidak ada dokumen yang cocok" in page
    assert "Jenis: Berita" in page
    assert "Permohonan Kunjungan" not in staff.get("/magang").text


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-3",
        f"page={'9' * 30}",
        "page=x",
        f"year={'9' * 30}",
        "year=x",
        "state=x",
        "kind=%27",
        "text=%25_",
    ],
)
@pytest.mark.usefixtures("document_id")
def test_no_filter_breaks_the_list(staff: SignedIn, query: str) -> None:
    assert staff.get(f"/dokumen?{query}").status_code == 200


def test_text_of_a_document_never_becomes_markup(staff: SignedIn, document_id: int) -> None:
    page = staff.get(f"/dokumen/{document_id}").text
    assert "<b>tebal</b>" not in page
    assert "&lt;b&gt;tebal&lt;/b&gt;" in page


def test_a_value_is_confirmed_rejected_and_undone(staff: SignedIn, resources: Resources, document_id: int) -> None:
    value_id = _value(resources, "place").id
    answer = staff.post(f"/nilai/{value_id}/konfirmasi")
    assert answer.location == f"/dokumen/{document_id}#v{value_id}"
    confirmed = _value(resources, "place")
    assert (confirmed.decision, confirmed.decided_by) == (Decision.CONFIRMED, staff.account_id)
    staff.post(f"/nilai/{value_id}/tolak")
    assert _value(resources, "place").decision is Decision.REJECTED
    staff.post(f"/nilai/{value_id}/urungkan")
    assert _value(resources, "place").decision is Decision.READ
    history = staff.get(f"/dokumen/{document_id}").text
    assert "Nilai ditolak: Tempat" in history
    assert "Keputusan diurungkan: Tempat" in history


def test_a_correction_keeps_what_the_machine_read(staff: SignedIn, resources: Resources, document_id: int) -> None:
    value_id = _value(resources, "dates").id
    assert staff.post(f"/nilai/{value_id}/koreksi", data={"date": "2024-02-21"}).status_code == 302
    page = staff.get(f"/dokumen/{document_id}").text
    assert "21 Februari 2024" in page
    assert "Mesin membaca <s>20 Februari 2024</s>" in page


def test_a_wrong_correction_stays_in_the_form(staff: SignedIn, resources: Resources, document_id: int) -> None:
    value_id = _value(resources, "dates").id
    answer = staff.post(f"/nilai/{value_id}/koreksi", data={"date": "31 Februari 2024"})
    assert answer.status_code == 422
    assert 'value="31 Februari 2024"' in answer.text
    assert f'id="salah-{value_id}"' in answer.text
    assert _value(resources, "dates").decision is Decision.READ


def test_all_sure_values_at_once(staff: SignedIn, resources: Resources, document_id: int) -> None:
    answer = staff.post(f"/dokumen/{document_id}/yakin", follow_redirects=True)
    assert "nilai yang yakin dikonfirmasi" in answer.text
    assert _value(resources, "dates").decision is Decision.READ
    assert _value(resources, "title").decision is Decision.CONFIRMED


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"field": "numbers.", "value": "12/NK/2024"}, 302),
        ({"field": "recommendations.", "text": "Menyusun katalog pelatihan."}, 302),
        ({"field": "dates.signed", "value": "kapan-kapan"}, 422),
        ({"field": "tidak-ada.", "value": "x"}, 422),
        ({"field": "numbers.", "value": ""}, 422),
        ({}, 422),
    ],
)
def test_a_value_is_added_or_refused_with_a_reason(
    staff: SignedIn, document_id: int, given: dict[str, str], status: int
) -> None:
    answer = staff.post(f"/dokumen/{document_id}/nilai", data=given)
    assert answer.status_code == status
    if status == 422:
        assert 'role="alert"' in answer.text


def test_the_original_comes_back_byte_by_byte(staff: SignedIn) -> None:
    sent = _send(staff, ('nota "asli" é.txt', NOTE)).json["files"][0]
    with staff.get(f"{sent['url']}/unduh") as answer:
        assert answer.data == NOTE
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["Content-Security-Policy"] == "sandbox"


def test_a_lost_original_is_said(staff: SignedIn, resources: Resources, document_id: int) -> None:
    with resources.database.session() as session:
        sha256 = documents.get(session, document_id).sha256
    resources.files.path(sha256).unlink()
    answer = staff.get(f"/dokumen/{document_id}/unduh", follow_redirects=True)
    assert "Berkas asli tidak ada" in answer.text


def test_read_again_waits_and_is_not_asked_twice(staff: SignedIn, resources: Resources, document_id: int) -> None:
    answer = staff.post(f"/dokumen/{document_id}/baca-ulang", follow_redirects=True)
    assert "data-waiting" in answer.text
    assert "Baca ulang" not in answer.text
    answer = staff.post(f"/dokumen/{document_id}/baca-ulang", follow_redirects=True)
    assert "sedang menunggu atau sedang dibaca" in answer.text


def test_a_failed_document_says_why_in_the_language_of_the_page(staff: SignedIn, resources: Resources) -> None:
    sent = _send(staff, ("nota.txt", NOTE)).json["files"][0]
    with resources.database.transaction() as session:
        document = documents.get(session, sent["id"])
        document.state, document.reason, document.reason_code = State.FAILED, "Berkas terkunci.", "locked"
    assert "Berkas terkunci." in staff.get(sent["url"]).text
    staff.post("/bahasa/en")
    assert "The file is locked with a password." in staff.get(sent["url"]).text
    state = staff.get(f"/unggah/status?id={sent['id']}").json["files"][0]
    assert state["reason"].startswith("The file is locked")


def test_what_waits_comes_most_doubtful_first(
    staff: SignedIn, resources: Resources, document_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sure = read_as(resources, {"kind": "letter", "title": "Permohonan"}, "surat.txt")
    page = staff.get("/periksa").text
    assert page.index(f"/dokumen/{document_id}") < page.index(f"/dokumen/{sure}")
    assert f'data-next href="/dokumen/{sure}"' in staff.get(f"/dokumen/{document_id}").text
    monkeypatch.setattr(view, "MOST_TO_REVIEW", 1)
    assert "Di bawah ini 1 yang terlama menunggu." in staff.get("/periksa").text


def test_the_place_a_link_asks_for_is_marked(staff: SignedIn, document_id: int) -> None:
    start = EXTRACTION["recommendations"][0]["evidence"]["start"]
    assert " quoted" in staff.get(f"/dokumen/{document_id}?page=1&at={start}-{start + 9}").text
    for wrong in ("at=9-2", "at=x-y", "at=5", "at=-", f"at={'9' * 30}-{'9' * 31}", "at=100000-100001"):
        answer = staff.get(f"/dokumen/{document_id}?page=1&{wrong}")
        assert answer.status_code == 200
        assert " quoted" not in answer.text


def test_a_confirmation_of_many_is_undone_from_its_message(
    staff: SignedIn, resources: Resources, document_id: int
) -> None:
    undo = f'action="/dokumen/{document_id}/urungkan"'
    notes = staff.get(f"/dokumen/{document_id}").text.split('class="t-desk-notes">')[1]
    assert notes.startswith("</div>"), "nothing is said yet"
    page = staff.post(f"/dokumen/{document_id}/yakin", follow_redirects=True).text
    message = page.split('class="t-desk-notes">')[1].split("t-view")[0]
    assert "8 nilai yang yakin dikonfirmasi." in message
    assert undo in message
    page = staff.post(f"/dokumen/{document_id}/urungkan", follow_redirects=True).text
    assert "8 konfirmasi diurungkan." in page
    assert "konfirmasi bersama diurungkan" in page.lower(), "its history says so"
    assert _value(resources, "title").decision is Decision.READ


def test_the_last_decision_is_undone_and_named(staff: SignedIn, resources: Resources, document_id: int) -> None:
    place, title = _value(resources, "place").id, _value(resources, "title").id
    staff.post(f"/nilai/{place}/konfirmasi")
    staff.post(f"/nilai/{title}/tolak")
    answer = staff.post(f"/dokumen/{document_id}/urungkan")
    assert answer.location == f"/dokumen/{document_id}#v{title}"
    assert "Keputusan terakhir diurungkan: Tentang." in staff.get(answer.location).text
    assert _value(resources, "place").decision is Decision.CONFIRMED
    staff.post(f"/dokumen/{document_id}/urungkan")
    again = staff.post(f"/dokumen/{document_id}/urungkan", follow_redirects=True).text
    assert "Belum ada keputusan Anda pada dokumen ini yang dapat diurungkan." in again


def test_the_end_of_an_agreement_is_one_row_of_the_desk_and_counts_once_corrected(
    staff: SignedIn, resources: Resources
) -> None:
    said = {"date": "2027-02-20", "text": "tiga tahun", "derived": True, "confidence": 0.5}
    document_id = read_as(
        resources,
        EXTRACTION | {"kind": "agreement", "dates": [{"type": "end", **said}], "term": {"end": "2027-02-20"}},
        "perjanjian.txt",
    )
    page = staff.get(f"/dokumen/{document_id}").text
    assert page.count("20 Februari 2027") == 1
    assert "Tertulis: tiga tahun" in page
    assert "meragukan" in page.split("Berakhir")[1][:200]
    with resources.database.session() as session:
        end = session.scalars(select(Value).where(Value.document_id == document_id, Value.field == "term")).one()
    staff.post(f"/nilai/{end.id}/koreksi", data={"value": "2028-02-20"})
    assert "20 Februari 2028" in staff.get("/perjanjian/1").text
