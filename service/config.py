"""Config: every setting with its meaning, unit and default; `from_env()` reads the `TILIK_…` variables."""

import errno
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


class ConfigError(ValueError):
    """A setting cannot be understood; the message names it."""


_UNUSABLE = "Folder data {folder} tidak dapat dipakai ({reason}). Pilih folder lain dengan TILIK_DATA_DIR."


@dataclass(frozen=True, slots=True)
class Config:
    data_dir: Path = field(default_factory=lambda: Path("var").resolve())  # TILIK_DATA_DIR: everything that is kept
    host: str = "127.0.0.1"  # TILIK_HOST: address that the web server listens on
    port: int = 8000  # TILIK_PORT
    redis_url: str | None = None  # TILIK_REDIS_URL: another Redis; default: the embedded one on a socket
    database_url: str | None = None  # TILIK_DATABASE_URL: another SQLite file; default: one in the data folder
    max_upload_mb: int = 100  # TILIK_MAX_UPLOAD_MB: one file, in megabytes (1,048,576 bytes)
    workers: int = 2  # TILIK_WORKERS: processes that read documents
    web_processes: int = 2  # TILIK_WEB_PROCESSES: gunicorn workers
    web_threads: int = 4  # TILIK_WEB_THREADS: threads in each of them
    read_seconds: int = 120  # TILIK_READ_SECONDS: time for one document
    read_memory_mb: int = (
        1536  # TILIK_READ_MEMORY_MB: memory for the process that reads one document, all that it holds included
    )
    lease_seconds: int = 30  # TILIK_LEASE_SECONDS: how long a worker may be silent before its document goes back
    reap_seconds: int = 10  # TILIK_REAP_SECONDS: how often stranded documents are looked for
    attempts: int = 3  # TILIK_ATTEMPTS: how often a document is tried before it counts as failed
    secure_cookies: bool = False  # TILIK_SECURE_COOKIES: 1 behind HTTPS: cookies travel over TLS only
    proxies: int = 0  # TILIK_PROXIES: reverse proxies in front whose X-Forwarded headers are to be believed
    idle_minutes: int = 30  # TILIK_IDLE_MINUTES: a session ends after this long without a request
    session_hours: int = 12  # TILIK_SESSION_HOURS: and after this long in any case
    organisation: str = ""  # TILIK_ORGANISATION: the office's name, on the sign-in page and below every page

    @property
    def max_upload_bytes(self) -> int:
        return self.max_upload_mb * 1024 * 1024

    @property
    def files_dir(self) -> Path:
        return self.data_dir / "files"

    @property
    def secret_path(self) -> Path:
        return self.data_dir / "secret-key"

    def database(self) -> str:
        """The database's address: the one named, or SQLite in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'tilik.sqlite3'}"

    def prepare(self) -> None:
        """Make the data folder, readable by this user only; raises `ConfigError` where nothing can be written."""
        try:
            self.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ConfigError(_UNUSABLE.format(folder=self.data_dir, reason=error.strerror)) from error
        if not os.access(self.data_dir, os.R_OK | os.W_OK | os.X_OK):
            raise ConfigError(_UNUSABLE.format(folder=self.data_dir, reason=os.strerror(errno.EACCES)))

    def secret_key(self) -> str:
        """The key that signs cookies; made on the first call and kept with mode 0600."""
        self.prepare()
        # Written aside and linked into place: of two processes that start at once, both then read the first one's key.
        fresh = self.data_dir / f".secret-key-{os.getpid()}-{secrets.token_hex(4)}"
        if not self.secret_path.exists():
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as stream:
                stream.write(secrets.token_hex(32))
            try:
                self.secret_path.hardlink_to(fresh)
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        key = self.secret_path.read_text(encoding="ascii").strip()
        if len(key) < 32:
            raise ConfigError(f"{self.secret_path}: kunci rahasia rusak; hapus berkas itu, lalu jalankan lagi")
        return key


def from_env(env: Mapping[str, str] | None = None) -> Config:
    """The settings of the environment; what is not set has the default of `Config`."""
    env = os.environ if env is None else env
    values: dict[str, object] = {}
    if folder := env.get("TILIK_DATA_DIR"):
        values["data_dir"] = Path(folder).expanduser().resolve()
    for name in ("host", "redis_url", "database_url", "organisation"):
        if text := env.get(f"TILIK_{name.upper()}"):
            values[name] = text
    for name in NUMBERS:
        if text := env.get(f"TILIK_{name.upper()}"):
            values[name] = _number(name, text)
    if not str(values.get("database_url", "sqlite:")).startswith("sqlite:"):
        raise ConfigError("TILIK_DATABASE_URL: Tilik menyimpan di SQLite, misalnya sqlite:////srv/tilik/tilik.sqlite3")
    if text := env.get("TILIK_SECURE_COOKIES"):
        values["secure_cookies"] = text.strip().lower() in {"1", "true", "yes", "ya"}
    return Config(**values)  # type: ignore[arg-type]  # built by name above


NUMBERS = (
    "port",
    "max_upload_mb",
    "workers",
    "web_processes",
    "web_threads",
    "read_seconds",
    "read_memory_mb",
    "lease_seconds",
    "reap_seconds",
    "attempts",
    "proxies",
    "idle_minutes",
    "session_hours",
)


def _number(name: str, text: str) -> int:
    try:
        number = int(text)
    except ValueError as error:
        raise ConfigError(f"TILIK_{name.upper()}={text!r}: harus berupa bilangan bulat") from error
    if number < (0 if name == "proxies" else 1):
        raise ConfigError(f"TILIK_{name.upper()}={text}: terlalu kecil")
    if name == "port" and number > 65535:
        raise ConfigError(f"TILIK_PORT={text}: port tertinggi 65535")
    return number
