"""`python -m service.reading FD`: loads the readers and the pipeline once, then forks a child for each document.

A line of JSON asks on the socket FD, a line answers. The child has no network, and limits on memory, CPU and time; it is
killed with everything that it started. The parent here never touches a document
but specimens of our own.
"""

import contextlib
import ctypes
import gc
import importlib
import json
import os
import pkgutil
import resource
import select
import signal
import socket
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from nlp import readers
from nlp.errors import ReadError, TooHard
from nlp.extraction import Extraction, Kind
from nlp.pages import Page, Pages
from nlp.readers import ocr
from nlp.readers.warming import warm_up
from service.processes import end_with_parent

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_LARGEST_FILE_BYTES = 1024**3  # that a reader may write into its temporary folder

_BURIAL_SECONDS = 2.0
_OCR_SHARE = 0.6  # of the document's time, after which pages of a scan that are not read yet stay so
_UNDERSTANDING_SHARE = 0.75  # of the document's time, after which its text comes back without facts
_NOT_UNDERSTOOD = (
    "Teks berkas terbaca, tetapi isinya terlalu rumit untuk dipahami otomatis; lengkapi datanya dengan tangan."
)

_child: int | None = None
_understanding: Any = None  # the module nlp.extract, where facts are wanted
_alone = False  # whether this process has left the network


def main(descriptor: int, *, understand: bool) -> None:
    """Answer until the worker closes its end. With `understand` the pipeline is built now, once, and each child has it."""
    end_with_parent(os.getppid(), by=signal.SIGTERM)
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(2, 1)  # what a library prints is no answer of ours
    for module in pkgutil.iter_modules(readers.__path__, f"{readers.__name__}."):
        # Loaded once here, not by each child: python-docx alone takes a quarter of a second.
        importlib.import_module(module.name)
    global _alone, _understanding
    if understand:
        # spaCy is loaded only here: without it a fork takes half of the time.
        _understanding = importlib.import_module("nlp.extract")
    for pages in warm_up():
        if understand:
            _understanding.extract(pages)
    _alone = _leave_network()  # once for all children: a network for each of them took 5 ms a document
    gc.collect()
    gc.freeze()  # what is loaded stays shared: a child that looked for garbage in it would copy it
    with socket.socket(fileno=descriptor) as ours, ours.makefile("rwb") as stream:
        stream.write(b"{}\n")  # ready
        stream.flush()
        waiting = _fork()

        def reply(answer: bytes) -> None:
            stream.write(answer)
            stream.flush()

        for line in stream:
            _read_in_child(waiting, json.loads(line), reply)
            waiting = _fork()  # now, and not when the next document comes: a fork takes 10 ms
        waiting.end()


@dataclass(frozen=True, slots=True)
class _Child:
    """A process that waits for the one document that it will read."""

    pid: int
    asks: int  # file descriptors: the request goes in here,
    answers: int  # and the answer comes out here

    def alive(self) -> bool:
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def end(self) -> int:
        """Kill it with all that it started; its exit status."""
        self.kill()
        return self.bury()

    def kill(self) -> None:
        _kill_group(self.pid)

    def bury(self) -> int:
        """Wait for its end, some milliseconds of giving memory back; its exit status."""
        global _child
        os.close(self.answers)
        _, status = os.waitpid(self.pid, 0)
        _child = None
        return status


def _fork() -> _Child:
    global _child
    request, asks = os.pipe()
    answers, answer = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        os.close(asks)
        os.close(answers)
        _be_child(request, answer, parent)
    _child = pid
    os.close(request)
    os.close(answer)
    with contextlib.suppress(OSError):
        os.setpgid(pid, pid)  # the child does it too; whoever is first
    return _Child(pid, asks, answers)


def _read_in_child(child: _Child, request: dict[str, Any], reply: Callable[[bytes], None]) -> None:
    """Have the document read by a child that lives for it only, and reply with its answer, one line."""
    if not child.alive():
        os.close(child.asks)
        child.end()
        child = _fork()  # it died of something else: no fault of this document
    with tempfile.TemporaryDirectory(prefix="tilik-", ignore_cleanup_errors=True) as folder:
        with contextlib.suppress(BrokenPipeError), os.fdopen(child.asks, "wb") as stream:
            stream.write(json.dumps({**request, "folder": folder}).encode())
        answer = _collect(child.answers, time.monotonic() + request["seconds"])
        child.kill()
        whole = answer is not None and answer.endswith(b"\n")
        if not whole:
            status = child.bury()
            _await_end_of_group(child.pid)  # what still lived would write on into the folder
    if answer is not None and whole:
        reply(answer)  # it need not wait for the burial
        child.bury()
    else:
        detail = f"longer than {request['seconds']} s" if answer is None else f"ended by {_cause(status)}"
        reply(_error(TooHard(detail)))


def _collect(descriptor: int, deadline: float) -> bytes | None:
    """All that the child writes until it closes the pipe; None when the time is over first."""
    parts: list[bytes] = []
    while (left := deadline - time.monotonic()) > 0:
        ready, _, _ = select.select([descriptor], [], [], left)
        if not ready:
            break
        part = os.read(descriptor, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)
    return None


def _be_child(asked: int, send: int, parent: int) -> None:
    """Wait for the request, read and answer; never returns."""
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        end_with_parent(parent, by=signal.SIGKILL)
        if not _alone:
            _leave_network()  # this process has one thread, as the kernel asks of a user who is not root
        with os.fdopen(asked, "rb") as stream:
            request = json.loads(stream.read() or b"null")
        if request is None:
            os._exit(0)
        _limit(seconds=request["seconds"], memory_mb=request["memory_mb"])
        tempfile.tempdir = os.environ["TMPDIR"] = request["folder"]
        answer = _read(request)
        with os.fdopen(send, "wb") as stream:
            stream.write(answer)
    except BaseException:  # the process's edge: nothing of the parent's code may run on in the child
        traceback.print_exc(limit=3)
        os._exit(1)
    os._exit(0)


def _read(request: dict[str, Any]) -> bytes:
    """The answer for one file, an error included."""
    answer: dict[str, Any]
    deadline = time.monotonic() + _UNDERSTANDING_SHARE * request["seconds"]
    ocr.stop_after(_OCR_SHARE * request["seconds"])
    try:
        pages = readers.read(request["path"], name=request["name"])
        answer = {"pages": [_row(page, with_places=request["places"]) for page in pages.pages], "format": pages.format}
        if request["understand"]:
            answer["extraction"] = _understood(pages, request["aliases"], deadline)
    except ReadError as error:
        return _error(error)
    except (MemoryError, RecursionError) as error:
        return _error(TooHard(type(error).__name__))
    except (
        Exception
    ) as error:  # the job's edge: a mistake of ours is told by place and type, without the document's text
        places = "".join(traceback.format_tb(error.__traceback__))
        answer = {"trace": f"{places}{type(error).__name__}"}
    return json.dumps(answer).encode() + b"\n"


def _understood(pages: Pages, aliases: Mapping[str, str], deadline: float) -> dict[str, Any]:
    """The extraction; one without facts, and a warning, where it takes too long or fails: the text that was read is kept."""
    signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, max(1.0, deadline - time.monotonic()))
    try:
        extraction: Extraction = _understanding.extract(pages, aliases=aliases)
        return extraction.to_json()
    except Exception as error:  # the job's edge, as below
        place = traceback.extract_tb(error.__traceback__)[-1]
        print(f"understanding: {type(error).__name__} in {Path(place.filename).name}:{place.lineno}", file=sys.stderr)
        return Extraction(
            pages.file, pages.sha256, Kind.OTHER, None, warnings=(*pages.warnings, _NOT_UNDERSTOOD)
        ).to_json()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def _row(page: Page, *, with_places: bool) -> dict[str, Any]:
    row: dict[str, Any] = {"number": page.number, "text": page.text}
    if with_places:
        row |= {"source": page.source, "quality": page.quality, "width": page.width, "height": page.height}
        row["words"] = list(page.words.rows()) or None
    return row


def _limit(*, seconds: int, memory_mb: int) -> None:
    """`memory_mb` counts what this process holds already, code that is mapped but not loaded apart."""
    mapped, resident = (
        int(pages) * resource.getpagesize() for pages in Path("/proc/self/statm").read_text().split()[:2]
    )
    _lower(resource.RLIMIT_AS, mapped - resident + memory_mb * 1024 * 1024)
    _lower(resource.RLIMIT_CPU, seconds)
    _lower(resource.RLIMIT_FSIZE, _LARGEST_FILE_BYTES)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, limit: int) -> None:
    _, hard = resource.getrlimit(kind)
    limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(kind, (limit, limit))


def _leave_network() -> bool:
    """A network of its own, without any interface, where the kernel lets this user have one; whether it did."""
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.unshare(_CLONE_NEWNET) == 0 or libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _await_end_of_group(pid: int) -> None:
    """Wait until all that the child had started is gone; no longer than a moment, for nobody may bury what it left."""
    until = time.monotonic() + _BURIAL_SECONDS
    while time.monotonic() < until:
        try:
            os.killpg(pid, 0)
        except OSError:
            return
        time.sleep(0.01)


def _end(_signal: int, _frame: FrameType | None) -> None:
    if _child is not None:
        _kill_group(_child)
    os._exit(0)


def _cause(status: int) -> str:
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    return f"exit {os.waitstatus_to_exitcode(status)}"


def _error(error: ReadError) -> bytes:
    return json.dumps({"error": error.code, "detail": error.detail}).encode() + b"\n"


if __name__ == "__main__":
    main(int(sys.argv[1]), understand="understand" in sys.argv[2:])
