import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.config import Config
from service.queue import READ_DOCUMENT, SOCKET_PATH_BYTES, Queue, open_queue, private_folder, socket_path
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def queue(config: Config) -> Iterator[Queue]:
    """The embedded Redis, started as the supervisor starts it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "service.redis_server"],
        cwd=ROOT,
        env={**os.environ, "TILIK_DATA_DIR": str(config.data_dir)},
        stdout=subprocess.DEVNULL,
    )
    opened = open_queue(config)
    try:
        until(lambda: opened.waiting() is not None, "Redis answers")
        yield opened
    finally:
        opened.close()
        process.terminate()
        process.wait(timeout=10)


def test_what_is_queued_waits_under_its_id(queue: Queue) -> None:
    assert queue.enqueue(READ_DOCUMENT, 7)
    assert queue.enqueue(READ_DOCUMENT, 12)
    assert queue.waiting() == 2
    assert queue.known() == {7, 12}


def test_jobs_are_json_with_an_id_and_nothing_else(queue: Queue) -> None:
    queue.enqueue(READ_DOCUMENT, 7)
    (job,) = queue.redis_queue.jobs
    assert job.func_name == READ_DOCUMENT
    assert job.args == [7]
    assert not job.kwargs


def test_only_this_user_reaches_redis_and_only_by_its_socket(queue: Queue, config: Config) -> None:
    socket = socket_path(config.data_dir)
    assert stat.S_IMODE(socket.stat().st_mode) == 0o600
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
    assert queue.connection.config_get("port") == {"port": "0"}
    assert queue.connection.config_get("save") == {"save": ""}


def test_without_redis_nothing_is_queued_and_nothing_breaks(config: Config) -> None:
    opened = open_queue(config)
    assert opened.enqueue(READ_DOCUMENT, 1) is False
    assert opened.waiting() is None
    opened.close()


def test_a_deep_data_folder_still_has_a_socket_path_that_the_kernel_takes(tmp_path: Path) -> None:
    deep, other = tmp_path / ("d" * 120), tmp_path / ("e" * 120)
    assert len(os.fsencode(socket_path(deep))) <= SOCKET_PATH_BYTES
    assert socket_path(deep) == socket_path(deep)
    assert socket_path(deep) != socket_path(other)


def test_a_folder_behind_a_link_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(PermissionError):
        private_folder(tmp_path / "link")
