"""Many files at once from disk: files, folders and ZIP archives, each through the same door as an upload."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from nlp.errors import ReadError
from service.resources import Resources
from service.steps.receive_all import Source, Taken, is_noise, members, take
from storage.errors import Full


@dataclass(slots=True)
class Receipt:
    """What became of each file; the parts add up to `total`."""

    stored: int = 0
    already_there: int = 0
    refused: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        return self.stored + self.already_there + self.refused + self.failed

    def add(self, taken: Taken) -> None:
        if taken.received is None:
            self.failed += taken.failed
            self.refused += not taken.failed
        else:
            self.stored += taken.received.is_new
            self.already_there += not taken.received.is_new


def ingest(
    resources: Resources,
    paths: Iterable[Path],
    *,
    say: Callable[[str], None],
    by: int | None = None,
    batch: str | None = None,
) -> Receipt:
    """Take in everything below `paths`; `say` gets a line for each file that is refused or fails, and the rest goes on."""
    receipt = Receipt()
    for source in tqdm(list(_sources(paths, receipt, say)), unit=" berkas", desc="Memasukkan", disable=None):
        taken = take(resources, source, by=by, batch=batch)
        receipt.add(taken)
        if taken.problem is not None:
            say(f"{taken.name}: {_why(taken.problem)}")
    return receipt


def _why(problem: ReadError | Full | OSError) -> str:
    match problem:
        case Full():
            return "penyimpanan penuh"
        case OSError():
            return f"tidak dapat dibaca ({problem.strerror})"
    return str(problem)


def _sources(paths: Iterable[Path], receipt: Receipt, say: Callable[[str], None]) -> Iterator[Source]:
    for path in paths:
        if path.is_dir():
            below = sorted(found for found in path.rglob("*") if found.is_file() and not found.is_symlink())
            yield from _sources((found for found in below if not is_noise(str(found))), receipt, say)
        elif not path.exists():
            receipt.failed += 1
            say(f"{path}: berkas tidak ada")
        elif path.suffix.lower() == ".zip":
            try:
                yield from _members(path)
            except (zipfile.BadZipFile, OSError):
                receipt.failed += 1
                say(f"{path}: arsip ZIP rusak")
            except ReadError as error:
                receipt.refused += 1
                say(f"{path}: {error}")
        else:
            yield Source(path.name, lambda path=path: path.open("rb"))  # type: ignore[misc]  # bound now, not later


def _members(path: Path) -> list[Source]:
    # Opened anew for each member: a folder may hold more archives than a process may hold open.
    with zipfile.ZipFile(path) as archive:
        return members(archive, path.name, lambda member: zipfile.ZipFile(path).open(member))
