"""What a view reaches for: the process's resources and settings."""

import tempfile
from typing import IO, cast

from flask import Request, current_app

from service.config import Config
from service.resources import Resources

MEMORY_BYTES = 512 * 1024  # of a file that comes in, before it goes to the disk


def resources() -> Resources:
    """Database, files, index and queue of the running application."""
    return cast(Resources, current_app.extensions["tilik.resources"])


def config() -> Config:
    return resources().config


class OurRequest(Request):
    """A request whose files come in beside the store: /tmp may be small, or memory, and others look at it."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        incoming = str(resources().files.incoming)
        return cast(IO[bytes], tempfile.SpooledTemporaryFile(max_size=MEMORY_BYTES, dir=incoming))
