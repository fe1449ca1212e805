"""Each document is read in a process of its own, with limits on time and memory; this is the worker's side of it.

The other side is `service.reading`: one process that has loaded the readers and the pipeline once, and forks a child a
document. Here neither is imported, so that a worker stays small and what a reader breaks is not the worker.
"""

import io
import json
import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nlp.errors import ReadError, TooHard, kinds

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 120  # loading spaCy on a cold, busy machine


class ReaderFailed(Exception):
    """The reader raised something that it does not promise: a mistake of ours. `trace` names the places, no text."""

    def __init__(self, trace: str) -> None:
        self.trace = trace
        super().__init__(trace.strip().rsplit("\n", 1)[-1])


class Stopped(Exception):
    """The worker was told to stop while a document was being read."""


class ReaderUnavailable(Exception):
    """Readers or pipeline cannot be loaded: no fault of any document, which therefore waits."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one document: its pages as rows, and the contract's object."""

    pages: list[dict[str, Any]]
    extraction: dict[str, Any]
    format: str


@dataclass(slots=True)
class IsolatedReader:
    """Reads documents one after another, each in its own process; starts the process that forks them when needed."""

    seconds: int  # for one document
    memory_mb: int  # of the document's process, what it shares with the forking process included
    understand: bool = True  # whether facts are extracted, or only text is read
    places: bool = True  # whether pages come with the places of their words
    _process: subprocess.Popen[bytes] | None = None
    _stream: io.BufferedRWPair | None = None
    _stopping: bool = field(default=False)

    def start(self) -> None:
        """Load readers and pipeline now instead of with the first document; `ReaderUnavailable` when that fails."""
        if self._process is not None and self._process.poll() is None:
            return
        self._close()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "service.reading", str(theirs.fileno()), *(["understand"] * self.understand)],
                pass_fds=(theirs.fileno(),),
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # signals reach it through us only
            )
        ours.settimeout(self.seconds + START_SECONDS)
        stream = ours.makefile("rwb")
        self._stream = stream
        ours.close()  # the stream keeps the socket open
        try:
            ready = stream.readline()
        except OSError:
            ready = b""
        if not ready and not self._stopping:
            self._close()
            raise ReaderUnavailable("the reading process did not start")

    def read(self, path: Path, name: str, aliases: Mapping[str, str] | None = None) -> Reading:
        """Pages and extraction of the file, which the sender called `name`; `aliases`: short names and what they stand for.

        Raises `ReadError` for a file that cannot be read (`TooHard` when it broke a limit or killed its process),
        `ReaderFailed` for a mistake of ours, `ReaderUnavailable` when nothing can be read, `Stopped` after `stop()`.
        """
        limits = {"seconds": self.seconds, "memory_mb": self.memory_mb}
        wanted = {"understand": self.understand, "places": self.places, "aliases": dict(aliases or {})}
        request = {"path": str(path.absolute()), "name": name, **limits, **wanted}
        answer = self._ask(request)
        if self._stopping:
            raise Stopped
        if answer is None:
            self._close()
            raise TooHard("the reading process died")
        match answer:
            case {"pages": list() as pages, "format": str() as found}:
                return Reading(pages, answer.get("extraction", {}), found)
            case {"error": str() as code, "detail": str() as detail}:
                raise _error(code, detail)
        raise ReaderFailed(str(answer.get("trace", "no answer")))

    def stop(self) -> None:
        """End the child and the process that forks; a `read()` under way raises `Stopped`. Safe in a signal handler."""
        self._stopping = True
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)

    def close(self) -> None:
        self.stop()
        self._close()

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def _ask(self, request: dict[str, object]) -> dict[str, Any] | None:
        """The answer, None when the process died or is silent for longer than a document may take."""
        for _ in range(2):  # the process that forks touches no document: one that died is started again
            if self._stopping:
                return None
            self.start()
            assert self._stream is not None
            try:
                self._stream.write(json.dumps(request).encode() + b"\n")
                self._stream.flush()
                line = self._stream.readline()
            except TimeoutError:
                return None
            except OSError:
                line = b""
            if line.endswith(b"\n"):
                answer: dict[str, Any] = json.loads(line)
                return answer
            self._close()
        return None

    def _close(self) -> None:
        if self._stream is not None:
            try:
                self._stream.close()
            except OSError:
                logger.debug("the reading process had gone before its stream was closed")
            self._stream = None
        if self._process is not None:
            try:
                self._process.wait(timeout=2)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
            self._process = None


def _error(code: str, detail: str) -> ReadError:
    # From below: a kind without a code of its own has that of the kind above it, which is the one meant.
    by_code = {kind.code: kind for kind in reversed([*kinds()])}
    return by_code.get(code, ReadError)(detail)
