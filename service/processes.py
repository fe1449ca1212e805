"""How our processes end with their parents: no process outlives the one that started it."""

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1

# Looked up once: between fork and exec nothing may be loaded. None where there is no such call.
_prctl = getattr(ctypes.CDLL(None), "prctl", None)


def end_with_parent(parent: int | None = None, *, by: signal.Signals = signal.SIGTERM) -> None:
    """Ask the kernel to send `by` to this process when its parent ends (Linux; elsewhere nothing happens).

    `parent` is the process id that the parent is expected to have: one that ended before this call is noticed too.
    """
    if _prctl is None:
        return
    _prctl(_PR_SET_PDEATHSIG, by.value, 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        os.kill(os.getpid(), by)
