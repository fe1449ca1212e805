"""gunicorn's settings (`--config python:service.serving`); address and numbers come from the supervisor."""

import os
import signal
from typing import Any

from service.processes import end_with_parent

worker_class = "gthread"
timeout = 120  # an upload of 100 MB over a slow line
graceful_timeout = 3  # honcho waits five seconds before it kills
keepalive = 5
accesslog = None
errorlog = "-"
loglevel = "warning"
limit_request_line = 8190
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108, PTH112 - gunicorn's heartbeat, not on a disk


def on_starting(_server: Any) -> None:
    """The master ends with the supervisor."""
    end_with_parent(by=signal.SIGTERM)


def post_fork(_server: Any, _worker: Any) -> None:
    """A worker ends with the master."""
    end_with_parent(by=signal.SIGTERM)
