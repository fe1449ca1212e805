"""The whole service as `make run` starts it: an upload is read, a killed worker's document too, and nothing stays behind."""

import contextlib
import http.cookiejar
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import redis

from tests.conftest import needs
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[2]
NOTE = (
    "NOTA KESEPAHAMAN\nANTARA\nPEMERINTAH PROVINSI SUMATERA BARAT\nDENGAN\nPEMERINTAH PROVINSI JAWA TIMUR\n"
    "TENTANG\nPENGEMBANGAN KOMPETENSI APARATUR SIPIL NEGARA\n\n"
    "Pada hari ini, Selasa, tanggal 20 Februari 2024, bertempat di Surabaya.\n"
)


@dataclass
class Browser:
    """Cookies, forms with their token, and JSON."""

    base: str
    cookies: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)

    def open(self, path: str, data: bytes | None = None, headers: dict[str, str] | None = None) -> tuple[int, str]:
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.cookies)
        )
        request = urllib.request.Request(self.base + path, data=data, headers=headers or {})
        try:
            with opener.open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def token(self, path: str) -> str:
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.open(path)[1])
        assert found, f"{path} has no form"
        return found.group(1)

    def post(self, path: str, **fields: str) -> tuple[int, str]:
        return self.open(path, urlencode({"csrf_token": self.token(path), **fields}).encode())

    def json(self, path: str) -> Any:
        return json.loads(self.open(path)[1])

    def upload(self, *files: tuple[str, bytes]) -> list[dict[str, Any]]:
        boundary = uuid.uuid4().hex
        body = b"".join(
            b'--%b\r\nContent-Disposition: form-data; name="files"; filename="%b"\r\n\r\n%b\r\n'
            % (boundary.encode(), name.encode(), content)
            for name, content in files
        )
        headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "X-CSRFToken": self.token("/akun/sandi"),
        }
        status, text = self.open("/api/documents", body + f"--{boundary}--\r\n".encode(), headers)
        assert status == 201, text
        answers: list[dict[str, Any]] = json.loads(text)["documents"]
        return answers

    def state(self, document_id: int) -> str:
        return str(self.json(f"/api/documents/{document_id}")["state"])


@dataclass
class Service:
    process: subprocess.Popen[str]
    folder: Path
    browser: Browser
    log: Path

    def pids(self, words: str = "") -> list[int]:
        """Processes of this service whose command line holds the words."""
        mark = f"TILIK_DATA_DIR={self.folder}".encode()
        found = []
        for path in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                command = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                # Redis writes its title over its environment; its socket's path stays on the command line.
                ours = mark in (path / "environ").read_bytes().split(b"\0") or f"{self.folder}/" in command
                if ours and words in command:
                    found.append(int(path.name))
        return found


@contextlib.contextmanager
def running(folder: Path, log: Path, **settings: str) -> Iterator[Service]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {**os.environ, "TILIK_DATA_DIR": str(folder), "TILIK_PORT": str(port), "TILIK_WORKERS": "1", **settings}
    with log.open("a") as output:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "service.supervisor"],
            cwd=ROOT,
            env=env,
            stdout=output,
            stderr=output,
            text=True,
        )
    service = Service(process, folder, Browser(f"http://127.0.0.1:{port}"), log)

    def serves() -> bool:
        assert process.poll() is None, log.read_text()
        with contextlib.suppress(OSError):
            return service.browser.open("/healthz")[0] == 200
        return False

    try:
        until(serves, "the service serves", seconds=60)
        yield service
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journey")


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Service]:
    with running(folder / "data", folder / "log", TILIK_LEASE_SECONDS="4", TILIK_REAP_SECONDS="1") as started:
        link = re.search(r"/siapkan/\S+", started.log.read_text())
        assert link, "the first start prints a link"
        password = "lima kata yang mudah"
        fields = {"name": "Ratna", "email": "ratna@contoh.go.id", "unit": "", "password": password, "again": password}
        status, _ = started.browser.post(link.group(), **fields)
        assert status == 200
        yield started


def test_an_upload_is_read(service: Service) -> None:
    (answer,) = service.browser.upload(("nota.txt", NOTE.encode()))
    until(lambda: service.browser.state(answer["id"]) == "extracted", "the document is read", seconds=60)
    found = service.browser.json(f"/api/documents/{answer['id']}/extraction")
    assert found["kind"] == "mou"
    assert found["file"] == "nota.txt"
    assert service.browser.json("/api/search?q=kompetensi")["total"] >= 1


def test_a_worker_killed_in_the_middle_costs_nothing(service: Service) -> None:
    browser = service.browser
    slow = (NOTE + "Perlu dilakukan penguatan kompetensi aparatur pada seluruh perangkat daerah.\n" * 4_000).encode()
    (answer,) = browser.upload(("panjang.txt", slow))
    until(lambda: browser.state(answer["id"]) == "reading", "a worker reads it", seconds=60)
    (worker,) = service.pids("flask --app wsgi worker")
    children = service.pids("service.reading")
    os.kill(worker, signal.SIGKILL)
    until(lambda: not set(children) & set(service.pids()), "its reading process ends with it", seconds=10)
    # Every answer of another kind is a lost or a doubled document. A new worker loads the pipeline first, which takes its
    # time on a busy machine.
    until(lambda: browser.state(answer["id"]) in {"extracted", "failed"}, "another reads it", seconds=150)
    known = browser.json(f"/api/documents/{answer['id']}")
    assert known["state"] == "extracted", known
    assert known["attempt"] == 2


def test_a_killed_redis_costs_nothing(service: Service) -> None:
    (server,) = service.pids("redis-server")
    workers = service.pids("flask --app wsgi worker")
    os.kill(server, signal.SIGKILL)
    (answer,) = service.browser.upload(("lain.txt", NOTE.replace("20 Februari", "21 Februari").encode()))
    until(lambda: service.browser.state(answer["id"]) == "extracted", "it is read all the same", seconds=60)
    assert service.pids("flask --app wsgi worker") == workers  # which keep their loaded pipeline


def test_two_services_cannot_share_a_folder(service: Service) -> None:
    env = {**os.environ, "TILIK_DATA_DIR": str(service.folder), "TILIK_PORT": "1"}
    command = [sys.executable, "-m", "service.supervisor"]
    second = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 1
    assert "sudah berjalan" in second.stderr


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGKILL])
def test_nothing_stays_behind_of_a_start_that_is_cut_short(by: signal.Signals, tmp_path: Path) -> None:
    """The commands are still importing then, and would have listened to nobody."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"TILIK_DATA_DIR": str(tmp_path / "data"), "TILIK_PORT": str(port)}
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "service.supervisor"],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        service = Service(process, tmp_path / "data", Browser(""), tmp_path / "log")
        assert process.stdout is not None
        next(line for line in process.stdout if line.startswith("Tilik: "))
        until(lambda: bool(service.pids("flask --app wsgi worker")), "the first worker starts", seconds=30)
        process.send_signal(by)
        output, _ = process.communicate(timeout=20)
        assert process.returncode == (0 if by is signal.SIGINT else -signal.SIGKILL), output
    until(lambda: service.pids() == [], "no process stays", seconds=15)


def test_another_redis_takes_the_jobs_where_one_is_named(tmp_path: Path) -> None:
    program = shutil.which("redis-server")
    needs(program is not None, "redis-server")
    place = tmp_path / "redis.sock"
    server = subprocess.Popen(
        [str(program), "--port", "0", "--unixsocket", str(place), "--save", "", "--dir", str(tmp_path)],
        stdout=subprocess.DEVNULL,
    )
    try:
        with running(tmp_path / "data", tmp_path / "log", TILIK_REDIS_URL=f"unix://{place}") as service:
            assert service.pids("service.redis_server") == []
            assert service.browser.json("/healthz") == {"status": "ok", "queue": 0}
            with redis.Redis(unix_socket_path=str(place)) as connection:
                until(lambda: connection.scard("rq:workers") == 1, "the worker waits there", seconds=60)
    finally:
        server.terminate()
        server.wait(timeout=10)


def test_an_interrupt_ends_everything_and_a_second_start_finds_it(tmp_path: Path) -> None:
    data, log = tmp_path / "data", tmp_path / "log"
    with running(data, log) as first:
        assert len(first.pids()) >= 6
    assert first.process.returncode == 0
    until(lambda: first.pids() == [], "no process stays", seconds=10)
    with running(data, log) as second:
        os.kill(second.process.pid, signal.SIGKILL)  # nothing of ours may outlive even that
        second.process.wait()
    until(lambda: second.pids() == [], "no process stays", seconds=15)
    with running(data, log) as third:
        assert third.browser.open("/healthz")[0] == 200
