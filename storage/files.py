"""FileStore: the originals, each under its SHA-256; every path below the folder is made and checked here."""

import errno
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Protocol

from storage.errors import Full, NotFound, StorageError

_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHUNK_BYTES = 1024 * 1024
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}


class TooBig(StorageError):
    """The stream is longer than the limit; nothing of it was kept."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        super().__init__(f"longer than {limit_bytes} bytes")


class Stream(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class StoredFile:
    sha256: str
    size_bytes: int


class FileStore:
    """A folder of `ab/abcdef…`, the name of a file being its digest, and `incoming/` for what is not yet whole."""

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root)
        self.incoming = self.root / "incoming"
        self.incoming.mkdir(parents=True, exist_ok=True)

    def put(
        self,
        stream: Stream,
        limit_bytes: int | None = None,
        check: Callable[[Path, StoredFile], None] = lambda _path, _stored: None,
    ) -> StoredFile:
        """Keep all bytes of `stream`; on return they are on the disk, whole, and survive a power cut.

        `check` looks at the whole file before it is kept, and raises what speaks against it. Raises `TooBig` beyond
        `limit_bytes` and `Full` when no space is left. Then nothing remains of it, and an equal file that was kept
        before stays.
        """
        try:
            handle, name = tempfile.mkstemp(dir=self.incoming)
        except OSError as error:
            raise _as_full(error) from error
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                stored = _copy(stream, file, limit_bytes)
                file.flush()
                os.fsync(file.fileno())
            check(temporary, stored)
            self._keep(temporary, stored)
        except OSError as error:
            raise _as_full(error) from error
        finally:
            temporary.unlink(missing_ok=True)
        return stored

    def path(self, sha256: str) -> Path:
        """Where the file stands or would stand; `NotFound` for what is no digest."""
        if not _SHA256.fullmatch(sha256):
            raise NotFound(f"no digest: {sha256!r}")
        return self.root / sha256[:2] / sha256

    def open(self, sha256: str) -> BufferedReader:
        try:
            return self.path(sha256).open("rb")
        except FileNotFoundError as error:
            raise NotFound(f"no file {sha256}") from error

    def exists(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def check(self, sha256: str) -> bool:
        """Whether the file is there and its bytes still have this digest."""
        try:
            with self.open(sha256) as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except (NotFound, OSError):
            return False

    def clear_unfinished(self, older_than_seconds: float = 24 * 3600) -> int:
        """Remove what a killed upload left; how many files."""
        before = time.time() - older_than_seconds
        stale = [path for path in self.incoming.iterdir() if path.stat().st_mtime < before]
        for path in stale:
            path.unlink(missing_ok=True)
        return len(stale)

    def _keep(self, temporary: Path, stored: StoredFile) -> None:
        target = self.path(stored.sha256)
        # Same name and length are the same bytes; a shorter one is what a broken disk or restore left, and is replaced.
        if target.is_file() and target.stat().st_size == stored.size_bytes:
            return
        if not target.parent.is_dir():
            target.parent.mkdir(exist_ok=True)
            _sync_folder(self.root)
        temporary.replace(target)
        _sync_folder(target.parent)


def _copy(stream: Stream, file: BinaryIO, limit_bytes: int | None) -> StoredFile:
    digest, size_bytes = hashlib.sha256(), 0
    while chunk := stream.read(_CHUNK_BYTES):
        size_bytes += len(chunk)
        if limit_bytes is not None and size_bytes > limit_bytes:
            raise TooBig(limit_bytes)
        digest.update(chunk)
        file.write(chunk)
    return StoredFile(digest.hexdigest(), size_bytes)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _as_full(error: OSError) -> Exception:
    return Full(str(error)) if error.errno in _NO_SPACE else error
