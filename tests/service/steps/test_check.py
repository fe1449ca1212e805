import io

from sqlalchemy import text

from service.resources import Resources
from service.steps.check import check
from service.steps.receive import receive
from storage import documents
from storage.models import DocumentPage


def test_a_sound_store_has_no_problem(resources: Resources) -> None:
    receive(resources, io.BytesIO(b"Nota kesepahaman"), name="a.txt", by=None)
    assert list(check(resources)) == []


def test_what_is_missing_changed_or_orphaned_is_named(resources: Resources) -> None:
    ids = [receive(resources, io.BytesIO(b"Nota %d" % n), name=f"{n}.txt", by=None).document_id for n in range(3)]
    with resources.database.session() as session:
        gone, changed, _ = (documents.get(session, document_id).sha256 for document_id in ids)
    resources.files.path(gone).unlink()
    resources.files.path(changed).write_bytes(b"Nota 7")
    resources.files.put(io.BytesIO(b"milik siapa"))
    problems = list(check(resources))
    assert len(problems) == 3
    assert any(gone in problem and "tidak ada" in problem for problem in problems)
    assert any(changed in problem and "berubah" in problem for problem in problems)
    assert any("tidak dimiliki" in problem for problem in problems)


def test_a_page_that_search_would_not_find_is_named_until_the_index_is_built_anew(resources: Resources) -> None:
    document_id = receive(resources, io.BytesIO(b"Nota kesepahaman"), name="a.txt", by=None).document_id
    with resources.database.transaction() as session:
        session.add(DocumentPage(document_id=document_id, number=1, text="Nota kesepahaman", source="text"))
        resources.index.put_document(session, documents.get(session, document_id))
    assert list(check(resources)) == []
    with resources.database.transaction() as session:
        session.execute(text("DELETE FROM search_text"))
    (problem,) = check(resources)
    assert f"dokumen {document_id}" in problem
    assert "indeks" in problem
    with resources.database.transaction() as session:
        assert resources.index.rebuild(session) == 1
    assert list(check(resources)) == []
