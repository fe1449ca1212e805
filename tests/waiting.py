"""Waiting for what another process does."""

import threading
import time
from collections.abc import Callable


def until(condition: Callable[[], bool], what: str, *, seconds: float = 30) -> float:
    """Wait until the condition holds; how many seconds it took. Fails when it does not within `seconds`."""
    started = time.monotonic()
    pause = threading.Event()
    while not condition():
        if time.monotonic() - started > seconds:
            raise AssertionError(f"{what}: not within {seconds} s")
        pause.wait(0.05)
    return time.monotonic() - started
