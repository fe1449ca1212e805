"""Every hostile file ends in an accepted state, through the same child process as in life, and touches nothing else."""

import hashlib
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from nlp.errors import ReadError
from service.isolation import IsolatedReader, ReaderFailed
from tests.hostile.case import PORT, SENTENCE, Case
from tests.hostile.generate import cases, write

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEMORY_MB = 30, 1_024  # in life 120 and 1,536
READERS = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """`text` of a file that was read, `code` of one that was refused, `fault` of one where the reader itself failed."""

    text: str | None
    code: str = ""
    fault: str = ""
    seconds: float = 0.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files, and a canary among them."""
    made = tmp_path_factory.mktemp("berkas")
    for case in cases():
        write(case, made)
    (made / "canary").write_text("x")
    return made


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    """A server at the address that links, pictures and actions in the files name."""
    with socket.create_server(("127.0.0.1", PORT), reuse_port=True) as made:  # another run may listen at the same time
        made.settimeout(0.2)
        yield made


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    made = tmp_path_factory.mktemp("sementara")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(made))
        yield made


@pytest.fixture(scope="module")
def outcomes(folder: Path, temporary: Path, listener: socket.socket) -> dict[str, Outcome]:
    """What became of each file, read in turn by two readers side by side."""
    waiting = list(cases())

    def work(_: int) -> dict[str, Outcome]:
        reader = IsolatedReader(SECONDS, MEMORY_MB, understand=False, places=True)
        found = {}
        try:
            while waiting:
                case = waiting.pop()
                found[case.name] = _read(reader, folder / case.name)
        finally:
            reader.close()
        return found

    with ThreadPoolExecutor(READERS) as pool:
        return {name: outcome for part in pool.map(work, range(READERS)) for name, outcome in part.items()}


def _read(reader: IsolatedReader, path: Path) -> Outcome:
    start = time.monotonic()
    try:
        reading = reader.read(path, path.name)
    except ReadError as error:
        return Outcome(None, error.code, seconds=time.monotonic() - start)
    except ReaderFailed as error:
        return Outcome(None, fault=error.trace)
    return Outcome("\n".join(page["text"] for page in reading.pages), seconds=time.monotonic() - start)


@pytest.mark.parametrize("case", cases(), ids=lambda case: ascii(case.name)[1:60])
def test_a_hostile_file_is_read_or_refused_with_its_reason(case: Case, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[case.name]
    assert not outcome.fault
    assert outcome.seconds < SECONDS + 5
    if outcome.text is None:
        assert outcome.code in case.codes
    else:
        assert case.words or case.blank, "this file must be refused"
        missing = [word for word in case.words if word not in " ".join(outcome.text.split())]
        assert not missing
        outcome.text.encode()  # no half characters
        assert "\0" not in outcome.text


def test_nothing_else_is_touched(
    outcomes: dict[str, Outcome], folder: Path, temporary: Path, listener: socket.socket
) -> None:
    assert len(outcomes) == len(cases())
    assert {path.name for path in folder.iterdir()} == {"canary", *(case.name for case in cases())}
    made = {
        case.name: hashlib.sha256(case.make()).hexdigest() for case in cases() if case.name.startswith(("bom", "makro"))
    }
    assert made == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in made}
    assert list(temporary.iterdir()) == []
    for name in ("tilik-disentuh", "tilik-memanjat.txt"):
        assert not any((place / name).exists() for place in (ROOT, folder, folder.parent, Path("/tmp")))
    with pytest.raises(TimeoutError):
        listener.accept()


def test_the_set_is_large_and_names_are_used_once() -> None:
    names = [case.name for case in cases()]
    assert len(names) == len(set(names)) >= 120


def test_a_text_that_takes_too_long_to_understand_is_kept(tmp_path: Path) -> None:
    long = tmp_path / "panjang.txt"
    long.write_text(f"{SENTENCE}\n" + "1. Perlu disusun pedoman; 5 Februari 2024 di Kota Semarang\n" * 60_000)
    reader = IsolatedReader(6, MEMORY_MB, places=False)
    try:
        reading = reader.read(long, long.name)
    finally:
        reader.close()
    assert SENTENCE in reading.pages[0]["text"]
    assert any("terlalu rumit untuk dipahami" in warning for warning in reading.extraction["warnings"])
