import io

from service.resources import Resources
from service.steps.check import check
from service.steps.receive import receive
from storage import documents


def test_a_sound_store_has_no_problem(resources: Resources) -> None:
    receive(resources, io.BytesIO(b"Nota kesepahaman"), name="a.txt", by=None)
    assert list(check(resources)) == []


def test_what_is_missing_changed_or_orphaned_is_named(resources: Resources) -> None:
    ids = [receive(resources, io.BytesIO(b"Nota %d" % n), name=f"{n}.txt", by=None).document_id for n in range(3)]
    with resources.database.session() as session:
        gone, changed, _ = (documents.get(session, document_id).sha256 for document_id in ids)
    resources.files.remove(gone)
    resources.files.path(changed).write_bytes(b"Nota 7")
    resources.files.put(io.BytesIO(b"milik siapa"))
    problems = list(check(resources))
    assert len(problems) == 3
    assert any(gone in problem and "tidak ada" in problem for problem in problems)
    assert any(changed in problem and "berubah" in problem for problem in problems)
    assert any("tidak dimiliki" in problem for problem in problems)
