"""Originals by their digest."""

import errno
import hashlib
import io
import os
from pathlib import Path

import pytest

from storage.errors import Full, NotFound
from storage.files import FileStore, TooBig


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def kept(files: FileStore) -> list[Path]:
    return [path for path in files.root.rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_digest(files: FileStore) -> None:
    stored = files.put(io.BytesIO(b"isi berkas"))
    assert stored.sha256 == hashlib.sha256(b"isi berkas").hexdigest()
    assert stored.size_bytes == 10
    assert files.exists(stored.sha256)
    assert files.check(stored.sha256)
    with files.open(stored.sha256) as file:
        assert file.read() == b"isi berkas"


def test_the_same_bytes_are_one_file(files: FileStore) -> None:
    assert files.put(io.BytesIO(b"sama")) == files.put(io.BytesIO(b"sama"))
    assert len(kept(files)) == 1


def test_nothing_remains_of_a_file_beyond_the_limit(files: FileStore) -> None:
    with pytest.raises(TooBig):
        files.put(io.BytesIO(b"x" * 11), limit_bytes=10)
    assert kept(files) == []
    assert files.put(io.BytesIO(b"x" * 10), limit_bytes=10).size_bytes == 10


class FullDisk(io.RawIOBase):
    """A stream that fails as a write to a full disk does."""

    def read(self, size: int = -1) -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_said_so_and_nothing_remains(files: FileStore) -> None:
    with pytest.raises(Full):
        files.put(FullDisk())
    assert kept(files) == []


def test_a_broken_stream_leaves_nothing(files: FileStore) -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise ConnectionError

    with pytest.raises(ConnectionError):
        files.put(Broken())
    assert kept(files) == []


def test_a_shortened_file_is_found_and_mended_by_the_same_upload(files: FileStore) -> None:
    stored = files.put(io.BytesIO(b"panjang sekali"))
    files.path(stored.sha256).write_bytes(b"pan")
    assert not files.check(stored.sha256)
    files.put(io.BytesIO(b"panjang sekali"))
    assert files.check(stored.sha256)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a" * 63, "A" * 64, "a" * 64 + "\n"])
def test_what_is_no_digest_has_no_path(files: FileStore, name: str) -> None:
    with pytest.raises(NotFound):
        files.path(name)


def test_a_missing_file_is_not_found(files: FileStore) -> None:
    with pytest.raises(NotFound):
        files.open("a" * 64)
    assert not files.check("a" * 64)


def test_what_a_killed_upload_left_is_cleared(files: FileStore) -> None:
    stale, fresh = files.root / "incoming" / "stale", files.root / "incoming" / "fresh"
    stale.write_bytes(b"x")
    fresh.write_bytes(b"x")
    os.utime(stale, (0, 0))
    assert files.clear_unfinished() == 1
    assert fresh.exists()
    assert not stale.exists()
