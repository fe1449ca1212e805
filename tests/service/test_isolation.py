"""Each document is read in a process of its own: what breaks there is that document's and nobody else's."""

import os
import signal
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from nlp.errors import EmptyFile, ReadError, TooHard, UnsupportedFormat
from service.isolation import IsolatedReader, Stopped
from tests.waiting import until

TEXT = "NOTA KESEPAHAMAN\n\nPada hari ini, Senin, 5 Februari 2024, bertempat di Padang.\n"


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    opened = IsolatedReader(seconds=30, memory_mb=1024, understand=False)
    yield opened
    opened.close()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "nota.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_document_comes_back_as_rows(reader: IsolatedReader, document: Path) -> None:
    reading = reader.read(document, "nota.txt")
    assert reading.format == "txt"
    (page,) = reading.pages
    assert page["number"] == 1
    assert "5 Februari 2024" in page["text"]
    assert page["source"] == "text"


def test_an_error_of_the_reader_keeps_its_kind(reader: IsolatedReader, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.pdf"
    empty.touch()
    with pytest.raises(EmptyFile):
        reader.read(empty, "kosong.pdf")


def test_a_kind_of_file_is_not_taken_for_one_below_it(reader: IsolatedReader, tmp_path: Path) -> None:
    path = tmp_path / "lembar.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(ReadError) as error:
        reader.read(path, path.name)
    assert str(error.value) == UnsupportedFormat.indonesian


def test_a_missing_file_is_a_reading_error(reader: IsolatedReader, tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        reader.read(tmp_path / "tidak-ada.pdf", "tidak-ada.pdf")


def test_a_document_over_its_time_is_too_hard_and_the_next_one_is_read(document: Path, tmp_path: Path) -> None:
    endless = tmp_path / "tanpa-akhir.txt"
    os.mkfifo(endless)  # opening it waits for a writer who never comes
    impatient = IsolatedReader(seconds=1, memory_mb=1024, understand=False)
    try:
        impatient.start()
        first = impatient.pid
        with pytest.raises(TooHard):
            impatient.read(endless, "tanpa-akhir.txt")
        assert impatient.read(document, "nota.txt").pages
        assert impatient.pid == first
    finally:
        impatient.close()


def test_a_document_over_its_time_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless, folder = tmp_path / "tanpa-akhir.txt", tmp_path / "sementara"
    os.mkfifo(endless)
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    impatient = IsolatedReader(seconds=1, memory_mb=1024, understand=False)
    try:
        with pytest.raises(TooHard):
            impatient.read(endless, "tanpa-akhir.txt")
        assert list(folder.iterdir()) == []
    finally:
        impatient.close()


def test_a_child_that_is_killed_costs_its_document_only(document: Path, tmp_path: Path) -> None:
    endless = tmp_path / "tanpa-akhir.txt"
    os.mkfifo(endless)
    reader = IsolatedReader(seconds=30, memory_mb=1024, understand=False)
    reader.start()

    def kill_child() -> None:
        until(lambda: bool(_children(reader.pid)), "a child reads")
        for child in _children(reader.pid):
            os.kill(child, signal.SIGSEGV)

    killer = threading.Thread(target=kill_child)
    killer.start()
    try:
        with pytest.raises(TooHard):
            reader.read(endless, "tanpa-akhir.txt")
        assert reader.read(document, "nota.txt").pages
    finally:
        killer.join()
        reader.close()


def test_a_killed_reading_process_is_started_again(document: Path) -> None:
    reader = IsolatedReader(seconds=30, memory_mb=1024, understand=False)
    try:
        reader.start()
        first = reader.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        until(lambda: not Path(f"/proc/{first}/cmdline").read_bytes(), "it is gone")
        assert reader.read(document, "nota.txt").pages
        assert reader.pid != first
    finally:
        reader.close()


def test_stopping_leaves_neither_child_nor_reading_process(tmp_path: Path) -> None:
    endless = tmp_path / "tanpa-akhir.txt"
    os.mkfifo(endless)
    reader = IsolatedReader(seconds=30, memory_mb=1024, understand=False)
    reader.start()
    process = reader.pid
    stopped: list[int] = []

    def stop() -> None:
        until(lambda: bool(_children(process)), "a child reads")
        stopped.extend(_children(process))
        reader.stop()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(Stopped):
        reader.read(endless, "tanpa-akhir.txt")
    stopper.join()
    reader.close()
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in [process, *stopped]), "all are gone")


def _children(pid: int | None) -> list[int]:
    """Processes that the process has forked."""
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in found.read_text().split()] if found.exists() else []
