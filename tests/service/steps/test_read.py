import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from nlp.errors import LockedFile
from service import jobs
from service.isolation import IsolatedReader, ReaderFailed, Reading, Stopped
from service.resources import Resources
from service.steps.read import read
from service.steps.receive import receive
from storage import documents
from storage.models import Document, State, now

NOTE = (
    "NOTA KESEPAHAMAN\nANTARA\nPEMERINTAH PROVINSI SUMATERA BARAT\nDENGAN\nPEMERINTAH PROVINSI JAWA TIMUR\n"
    "TENTANG\nPENGEMBANGAN KOMPETENSI APARATUR SIPIL NEGARA\n\n"
    "Pada hari ini, Selasa, tanggal 20 Februari 2024, bertempat di Surabaya.\n"
)


@dataclass
class Troubled:
    """A reader that answers with trouble, which real files cannot be made to cause at will."""

    trouble: Exception
    seen: list[str] = field(default_factory=list)

    def read(self, path: Path, name: str, aliases: Mapping[str, str]) -> Reading:
        self.seen.append(name)
        raise self.trouble


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    opened = IsolatedReader(seconds=60, memory_mb=1024)
    yield opened
    opened.close()


@pytest.fixture
def document_id(resources: Resources) -> int:
    return receive(resources, io.BytesIO(NOTE.encode()), name="nota.txt", by=None).document_id


def _document(resources: Resources, document_id: int) -> Document:
    with resources.database.session() as session:
        return documents.get(session, document_id)


def test_a_document_is_read_and_can_be_found(resources: Resources, reader: IsolatedReader, document_id: int) -> None:
    assert read(resources, reader, document_id) is State.EXTRACTED
    document = _document(resources, document_id)
    assert document.kind == "mou"
    assert document.format == "txt"
    assert document.page_count == 1
    assert document.extraction is not None
    assert document.extraction["file"] == "nota.txt"
    with resources.database.session() as session:
        assert resources.index.search(session, "kompetensi").total >= 1


def test_a_second_job_for_the_same_id_finds_nothing_to_do(
    resources: Resources, reader: IsolatedReader, document_id: int
) -> None:
    read(resources, reader, document_id)
    assert read(resources, reader, document_id) is None
    assert read(resources, reader, 4711) is None
    assert _document(resources, document_id).attempt == 1


def test_a_file_that_cannot_be_read_fails_with_its_sentence(resources: Resources, document_id: int) -> None:
    assert read(resources, Troubled(LockedFile()), document_id) is State.FAILED
    document = _document(resources, document_id)
    assert document.reason_code == "locked"
    assert document.reason is not None
    assert "kata sandi" in document.reason


def test_our_own_mistake_fails_the_document_with_a_number(resources: Resources, document_id: int) -> None:
    assert read(resources, Troubled(ReaderFailed("KeyError")), document_id) is State.FAILED
    document = _document(resources, document_id)
    assert document.reason_code == "internal"
    assert document.reason is not None
    assert "nomor" in document.reason


def test_a_stopped_worker_gives_the_document_back(
    resources: Resources, reader: IsolatedReader, document_id: int
) -> None:
    assert read(resources, Troubled(Stopped()), document_id) is State.RECEIVED
    assert read(resources, reader, document_id) is State.EXTRACTED


def test_while_one_reads_another_does_not(resources: Resources, document_id: int) -> None:
    with resources.database.transaction() as session:
        documents.claim(session, document_id, lease_seconds=30, now=now())
    troubled = Troubled(Stopped())
    assert read(resources, troubled, document_id) is None
    assert troubled.seen == []


def _die_in_the_middle(resources: Resources, document_id: int) -> None:
    """What a killed worker leaves: a lease that nobody renews, here run out already."""
    with resources.database.transaction() as session:
        if documents.get(session, document_id).state is State.READING:
            return
        documents.claim(session, document_id, lease_seconds=30, now=now() - timedelta(minutes=1))


def test_a_document_of_a_dead_worker_is_taken_over(
    resources: Resources, reader: IsolatedReader, document_id: int
) -> None:
    _die_in_the_middle(resources, document_id)
    assert read(resources, reader, document_id) is State.EXTRACTED
    assert _document(resources, document_id).attempt == 2


def test_three_dead_workers_are_enough(resources: Resources, reader: IsolatedReader, document_id: int) -> None:
    _die_in_the_middle(resources, document_id)
    for _ in range(2):
        with resources.database.transaction() as session:  # taken over by another, which dies too
            documents.claim(session, document_id, lease_seconds=30, now=now() - timedelta(minutes=1))
    with resources.database.session() as session:
        assert documents.get(session, document_id).attempt >= 1
    for _ in range(3):
        read_until_dead(resources, document_id)
    document = _document(resources, document_id)
    assert document.state is State.FAILED
    assert document.reason_code == "interrupted"


def read_until_dead(resources: Resources, document_id: int) -> None:
    """One more worker takes the document and dies."""

    class Death(BaseException):
        pass

    class Deadly:
        def read(self, path: Path, name: str, aliases: Mapping[str, str]) -> Reading:
            raise Death

    try:
        read(resources, Deadly(), document_id)
    except Death:
        with resources.database.transaction() as session:
            documents.get(session, document_id).lease_until = now() - timedelta(seconds=1)


def test_a_late_result_is_dropped(resources: Resources, reader: IsolatedReader, document_id: int) -> None:
    class Slow:
        def read(self, path: Path, name: str, aliases: Mapping[str, str]) -> Reading:
            with resources.database.transaction() as session:  # paused so long that another has taken over
                documents.get(session, document_id).lease_until = now() - timedelta(seconds=1)
            assert read(resources, reader, document_id) is State.EXTRACTED
            return Reading([{"number": 1, "text": "terlambat"}], {}, "txt")

    assert read(resources, Slow(), document_id) is None
    document = _document(resources, document_id)
    assert document.state is State.EXTRACTED
    assert document.extraction


def test_without_redis_nothing_is_queued_again_and_nothing_breaks(resources: Resources, document_id: int) -> None:
    assert jobs.requeue_stranded(resources) == 0
    assert _document(resources, document_id).state is State.RECEIVED
