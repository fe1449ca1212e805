"""`python -m service.supervisor`: web server, workers and the embedded Redis under one honcho manager.

A process that dies is started again; Ctrl-C ends all of them. When the supervisor itself is killed, the kernel tells the
others (see `service.processes`), so that nothing stays behind.
"""

import errno
import fcntl
import functools
import multiprocessing
import os
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any

from honcho.manager import Manager
from honcho.printer import Printer
from honcho.process import Process

from service.config import Config, ConfigError, from_env
from service.processes import end_with_parent
from service.resources import open_resources
from service.steps import accounts
from storage.errors import Newer
from storage.models import now

ROOT = Path(__file__).resolve().parent.parent
LONG_ENOUGH_SECONDS = 10  # a process that ran this long starts again at once; a shorter one waits, ever longer
LONGEST_PAUSE_SECONDS = 10.0
PATIENCE_SECONDS = 5  # for a process that was told to stop


class LastingProcess(Process):  # type: ignore[misc]  # honcho has no types
    """A process that is started again when it ends, until the manager stops all."""

    stopping: Any  # a multiprocessing.Event, shared with the manager
    supervisor: int  # its process id

    def run(self, events: Any = None, ignore_signals: bool = False) -> None:
        """Run in a process of its own, which honcho forks for each command."""
        end_with_parent(self.supervisor, by=signal.SIGKILL)  # our commands die with us in turn
        if ignore_signals:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        self._events = events
        threading.Thread(target=self._end_when_told, daemon=True).start()
        pause = 0.2
        while True:
            started = time.monotonic()
            code = self._run_once()
            lasted = time.monotonic() - started > LONG_ENOUGH_SECONDS
            pause = 0.2 if lasted else min(pause * 2, LONGEST_PAUSE_SECONDS)
            if self.stopping.is_set() or self.stopping.wait(pause):
                self._send_message({"returncode": code}, type="stop")
                return
            self._send_message(f"ended with {code}, starting again\n".encode())

    def _run_once(self) -> int:
        """Start the command, pass on what it prints, wait for its end; its exit code."""
        # The kernel is told between fork and exec, so that a command that is still importing ends with us as well.
        tie = functools.partial(_become_command, os.getpid())
        child = self._child_ctor(self.cmd, env=self.env, cwd=self.cwd, preexec_fn=tie)
        self._child = child
        self._send_message({"pid": child.pid}, type="start")
        if self.stopping.is_set():  # the thread may have told the one before
            child.terminate()
        printed = threading.Thread(target=self._pass_on, args=(child.stdout,), daemon=True)
        printed.start()
        code: int = child.wait()
        printed.join(timeout=1)  # a process that the command left behind may hold its end for longer
        return code

    def _pass_on(self, output: IO[bytes]) -> None:
        with output:
            for line in iter(output.readline, b""):
                self._send_message(line)

    def _end_when_told(self) -> None:
        self.stopping.wait()
        child = self._child
        if child is None:
            return
        child.terminate()
        try:
            child.wait(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()


def _become_command(parent: int) -> None:
    """Runs between fork and exec: nothing here may need a lock, as another thread may have held it at the fork."""
    # What we ignore the command would ignore as well, until it listens itself: some seconds of deafness while it imports.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    end_with_parent(parent, by=signal.SIGTERM)


class LastingManager(Manager):  # type: ignore[misc]  # honcho has no types
    """honcho's manager, which ends all when one ends; ours is told to stop by a signal only."""

    def __init__(self, printer: Printer) -> None:
        super().__init__(printer)
        stopping = multiprocessing.Event()
        self._stopping = stopping
        supervisor = os.getpid()

        def make(*args: Any, **kwargs: Any) -> LastingProcess:
            process = LastingProcess(*args, **kwargs)
            process.stopping = stopping
            process.supervisor = supervisor
            return process

        self._process_ctor = make

    def terminate(self) -> None:
        """Have every process end its command. honcho would signal the commands itself, those that it knows of by now."""
        self._stopping.set()

    def _system_print(self, data: str) -> None:
        """What honcho says of pids and signals is of no use to staff."""


def main() -> int:
    """Start everything and wait; the exit code of `make run`."""
    try:
        return _run(from_env())
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    except Newer:
        print("Basis data ini dari Tilik yang lebih baru. Jalankan versi itu, atau pulihkan cadangan.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:  # before anything was started
        return 130


def _run(config: Config) -> int:
    config.prepare()
    with _locked(config) as lock:
        if lock is None:
            print(f"Tilik sudah berjalan dengan folder data {config.data_dir}.", file=sys.stderr)
            return 1
        if refusal := _why_not_listen(config):
            print(refusal, file=sys.stderr)
            return 1
        manager = LastingManager(Printer(sys.stdout))
        for name, command in commands(config).items():
            manager.add_process(name, f"exec {shlex.join(command)}", cwd=str(ROOT))
        _announce(config)
        manager.loop()
    print("Tilik berhenti.", flush=True)
    stopped_by_hand = manager.returncode in {130, 143}
    return 0 if stopped_by_hand else int(manager.returncode or 0)


def commands(config: Config) -> dict[str, list[str]]:
    """Name and command line of every process of the service."""
    python = sys.executable
    web = [
        *(python, "-m", "gunicorn", "--config", "python:service.serving", "--bind", f"{config.host}:{config.port}"),
        *("--workers", str(config.web_processes), "--threads", str(config.web_threads), "wsgi:app"),
    ]
    named = {"web": web}
    if not config.redis_url:
        named = {"redis": [python, "-m", "service.redis_server"], **named}
    for number in range(1, config.workers + 1):
        named[f"worker{number}"] = [python, "-m", "flask", "--app", "wsgi", "worker"]
    return named


def _announce(config: Config) -> None:
    resources = open_resources(config)
    try:
        resources.database.migrate()
        resources.files.clear_unfinished(older_than_seconds=3600)
        token = accounts.first_invitation(resources, now())
    finally:
        resources.close()
    config.secret_key()
    address = f"http://{config.host}:{config.port}"
    print(f"Tilik: {address}", flush=True)
    if token:
        print(f"Buat akun pengelola pertama di sini (sekali pakai): {address}/siapkan/{token}", flush=True)


def _why_not_listen(config: Config) -> str | None:
    """A sentence when we cannot listen there: gunicorn would try again and again, and say it in English."""
    address = f"{config.host}:{config.port}"
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((config.host, config.port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                another = config.port + 1 if config.port < 65535 else 8000
                return f"Alamat {address} sudah dipakai program lain. Pilih yang lain, misalnya: TILIK_PORT={another} make run"
            if error.errno == errno.EACCES:
                return f"Port {config.port} tidak boleh dipakai pengguna ini. Pilih yang lain, misalnya: TILIK_PORT=8000 make run"
            return f"TILIK_HOST={config.host}: bukan alamat komputer ini ({error.strerror})."
    return None


class _locked:
    """Hold the data folder: one service a folder. The lock ends with the process, however that ends."""

    def __init__(self, config: Config) -> None:
        self._path = config.data_dir / "lock"
        self._file: IO[str] | None = None

    def __enter__(self) -> IO[str] | None:
        self._file = self._path.open("w")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return None
        os.set_inheritable(self._file.fileno(), False)
        return self._file

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()


if __name__ == "__main__":
    sys.exit(main())
