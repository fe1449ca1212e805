import io
from dataclasses import replace

import pytest

from nlp.errors import EmptyFile, ReadError, TooLarge
from service.resources import Resources, open_resources
from service.steps.receive import clean_name, receive
from storage import documents
from storage.models import State

NOTE = b"NOTA KESEPAHAMAN antara Pemerintah Provinsi A dan Pemerintah Provinsi B\n"


def test_a_file_is_stored_noted_and_waits_even_without_redis(resources: Resources) -> None:
    received = receive(resources, io.BytesIO(NOTE), name="nota.txt", by=None)
    assert received.is_new
    with resources.database.session() as session:
        document = documents.get(session, received.document_id)
    assert document.state is State.RECEIVED
    assert document.size_bytes == len(NOTE)
    assert resources.files.path(document.sha256).read_bytes() == NOTE


def test_the_same_bytes_are_the_same_document(resources: Resources) -> None:
    first = receive(resources, io.BytesIO(NOTE), name="nota.txt", by=None)
    second = receive(resources, io.BytesIO(NOTE), name="salinan.txt", by=None)
    assert second.document_id == first.document_id
    assert not second.is_new


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "kosong.pdf"), (b"MZ\x90\x00" * 100, "program.exe"), (b"\x00\x01\x02" * 100, "rusak.pdf")],
)
def test_what_nobody_can_read_is_refused_and_not_kept(resources: Resources, content: bytes, name: str) -> None:
    with pytest.raises(ReadError):
        receive(resources, io.BytesIO(content), name=name, by=None)
    assert [path for path in resources.files.root.rglob("*") if path.is_file()] == []
    with resources.database.session() as session:
        assert documents.find(session)[1] == 0


def test_an_empty_file_says_so(resources: Resources) -> None:
    with pytest.raises(EmptyFile, match="kosong"):
        receive(resources, io.BytesIO(b""), name="a.txt", by=None)


def test_a_file_over_the_limit_is_refused(resources: Resources) -> None:
    small = open_resources(replace(resources.config, max_upload_mb=1))
    try:
        with pytest.raises(TooLarge):
            receive(small, io.BytesIO(b"a" * (1024 * 1024 + 1)), name="besar.txt", by=None)
    finally:
        small.close()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\dokumen\\PKS 2024.pdf", "PKS 2024.pdf"),
        ("../../etc/passwd", "passwd"),
        ("laporan\u202egpj.exe", "laporan gpj.exe"),
        ("a\nb\x00c.txt", "a b c.txt"),
        ("", "tanpa nama"),
        ("\ud800.txt", ".txt"),
        ("x" * 300 + ".docx", "x" * 195 + ".docx"),
    ],
)
def test_a_name_is_cleaned_and_never_a_path(sent: str, kept: str) -> None:
    assert clean_name(sent) == kept


def test_a_refused_copy_does_not_take_away_the_file_that_stands_under_its_digest(resources: Resources) -> None:
    """As a proof may have been kept with these very bytes, or another person's upload of them is just under way."""
    kept = resources.files.put(io.BytesIO(NOTE))
    with pytest.raises(ReadError):
        receive(resources, io.BytesIO(NOTE), name="salah.pdf", by=None)
    assert resources.files.check(kept.sha256)


def test_bytes_that_are_known_are_known_under_any_name(resources: Resources) -> None:
    first = receive(resources, io.BytesIO(NOTE), name="nota.txt", by=None)
    assert receive(resources, io.BytesIO(NOTE), name="nota.pdf", by=None).document_id == first.document_id
