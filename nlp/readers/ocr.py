"""Pages read by OCR side by side: over the cores in forked processes, none longer than its time."""

import io
import math
import os
import pickle
import select
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from PIL import Image

from nlp.readers import ocr_engine
from nlp.readers.ocr_engine import PAGE_SECONDS
from nlp.readers.ocr_page import Result, read_page
from nlp.readers.ocr_sources import Source

_stop_at = math.inf  # by time.monotonic(): a process reads one document


def stop_after(seconds: float) -> None:
    """Read no page longer than this from now on: those left come back as `late`."""
    global _stop_at
    _stop_at = time.monotonic() + seconds


def recognise(source: Source, numbers: Sequence[int]) -> list[Result]:
    """The results of the pages in the order asked for, read side by side over the cores.

    A page that takes more than `PAGE_SECONDS`, or ends its process, has an error; the others are read all the same.
    """
    if not hasattr(os, "fork"):
        return [_safe_page(source, number) for number in numbers]
    ocr_engine.load()
    # Plain forks and pipes: the caller is itself a short-lived child, and such may not start managed children of its own.
    workers = min(len(numbers), _cores())
    children = [_fork(source, numbers[offset::workers]) for offset in range(workers)]
    found: dict[int, Result] = {}
    while children:
        ready, _, _ = select.select([child.stream for child in children], [], [])
        for child in [child for child in children if child.stream in ready]:
            if child.more():
                continue
            children.remove(child)
            found.update({result.number: result for result in child.results()})
            left = [number for number in child.numbers if number not in found]
            if left and time.monotonic() < _stop_at:
                found[left[0]] = Result(left[0], error="the reader of the page died")
                if left[1:]:
                    children.append(_fork(source, left[1:]))
    return [found.get(number) or Result(number, late=True) for number in numbers]


@dataclass(slots=True, eq=False)
class _Child:
    """A process that reads pages and writes their results."""

    pid: int
    stream: int
    numbers: Sequence[int]
    _written: bytearray = field(default_factory=bytearray)

    def more(self) -> bool:
        """Take what the process has written; False at its end."""
        part = os.read(self.stream, 1 << 16)
        self._written += part
        if not part:
            os.close(self.stream)
            os.waitpid(self.pid, 0)
        return bool(part)

    def results(self) -> Iterator[Result]:
        stream = io.BytesIO(self._written)
        while True:
            try:
                yield pickle.load(stream)  # noqa: S301 - from our own child over our own pipe
            except (EOFError, pickle.UnpicklingError):
                return


def _fork(source: Source, numbers: Sequence[int]) -> _Child:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return _Child(pid, reading, numbers)
    status = 1
    try:
        os.close(reading)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        with os.fdopen(writing, "wb") as stream:
            for number in numbers:
                left = _stop_at - time.monotonic()
                if left <= 0:
                    break
                # Its end by a signal: the engine looks at no clock while it takes a page apart.
                signal.setitimer(signal.ITIMER_REAL, min(PAGE_SECONDS, left))
                result = _safe_page(source, number)
                signal.setitimer(signal.ITIMER_REAL, 0)
                pickle.dump(result, stream)
                stream.flush()
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's may run at this exit


def _safe_page(source: Source, number: int) -> Result:
    try:
        return read_page(source, number)
    except (OSError, RuntimeError, ValueError, MemoryError, pdfium.PdfiumError, Image.DecompressionBombError) as error:
        return Result(number, error=str(error) or type(error).__name__)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
