"""Database(url): the engine, short transactions, and the differences between SQLite and PostgreSQL, which end here."""

import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import NullPool

from storage.errors import Newer, StorageError

# The wheel carries a newer SQLite than many Python builds, which have a bug in WAL mode (fixed in 3.51.3).
try:
    from pysqlite3 import dbapi2 as _pysqlite3
except ImportError:
    _pysqlite3 = None

_SQLITE: ModuleType = _pysqlite3 or sqlite3
_OLDEST_SQLITE = (3, 43, 0)  # contentless FTS5 tables that can delete
_BUSY_TIMEOUT_MS = 5000
_BEGIN_TRIES = 6  # each waits the busy timeout: half a minute in all, far longer than any of our transactions
_MIGRATIONS = Path(__file__).parent / "migrations"
_log = logging.getLogger(__name__)


class Database:
    """One engine. Reads go through `session()`, changes through `transaction()`; nothing commits elsewhere."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _engine(url, foreign_keys=True)
        self._read = sessionmaker(self.engine, class_=_ReadOnlySession, expire_on_commit=False, autoflush=False)
        self._write = sessionmaker(self.engine.execution_options(tilik_writes=True), expire_on_commit=False)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for questions; a flush in it is a mistake of ours and raises."""
        with self._read() as session:
            yield session

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session whose changes are committed at the end, or undone when an exception passes.

        It holds SQLite's one write lock: nothing slow inside, and no second one in the same thread.
        """
        with self._write() as session, session.begin():
            session.connection()  # takes the write lock now: nobody changes what is read here before it is written
            yield session

    def is_current(self) -> bool:
        """Whether the schema is the one of this program; False for a new database."""
        with self.engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_heads()
        return set(found) == set(_scripts().get_heads())

    def migrate(self) -> None:
        """Bring the schema to the newest version: wholly, or not at all. Two processes may call it at once.

        Raises `Newer` for the database of a newer program.
        """
        engine = _engine(self.url, foreign_keys=False)  # rebuilding a table must not cascade into those that name it
        try:
            with engine.execution_options(tilik_writes=True).begin() as connection:
                known = {revision.revision for revision in _scripts().walk_revisions()}
                if unknown := set(MigrationContext.configure(connection).get_current_heads()) - known:
                    raise Newer(f"schema {', '.join(sorted(unknown))} is not known to this program")
                command.upgrade(_alembic(connection), "head")
                if engine.dialect.name == "sqlite":
                    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                    if broken:
                        raise StorageError(f"the migration left a row without its parent: {tuple(broken)}")
        finally:
            engine.dispose()

    def copy_to(self, path: Path) -> None:
        """Write all that is committed by now into a new database file, without holding up those who write."""
        with closing(self.engine.raw_connection()) as connection:  # VACUUM stands outside transactions
            connection.cursor().execute("VACUUM INTO ?", (str(path),))

    def close(self) -> None:
        self.engine.dispose()


class _ReadOnlySession(Session):
    def flush(self, objects: Any = None) -> None:
        if self.new or self.deleted or any(self.is_modified(row) for row in self.dirty):
            raise StorageError("rows are changed in Database.transaction() only")


def sqlite_version() -> str:
    """Version of the SQLite library in use, such as `3.53.4`."""
    return str(_SQLITE.sqlite_version)


def _engine(url: str, *, foreign_keys: bool) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if _SQLITE.sqlite_version_info < _OLDEST_SQLITE:
        raise StorageError(
            f"SQLite {sqlite_version()} is too old: install the pysqlite3 wheel, which carries a newer one"
        )
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    pool: dict[str, Any] = {"pool_size": 8, "max_overflow": 24} if foreign_keys else {"poolclass": NullPool}
    engine = create_engine(
        url, module=_SQLITE, connect_args={"timeout": _BUSY_TIMEOUT_MS / 1000, "check_same_thread": False}, **pool
    )

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself; `on_begin` does
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}")
        _patiently(lambda: cursor.execute("PRAGMA journal_mode=WAL"))
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        # A deferred transaction that first reads and then writes fails at once when another wrote between, whatever the
        # busy timeout: so writers take the lock when they begin.
        begin = "BEGIN IMMEDIATE" if connection.get_execution_options().get("tilik_writes") else "BEGIN"
        cursor = connection.connection.cursor()
        _patiently(lambda: cursor.execute(begin))
        cursor.close()

    return engine


def _patiently(act: Any) -> None:
    """Do `act` again while another connection holds the lock."""
    for attempt in range(1, _BEGIN_TRIES + 1):
        try:
            act()
        except _SQLITE.OperationalError as error:
            if attempt == _BEGIN_TRIES or ("locked" not in str(error) and "busy" not in str(error)):
                raise
            _log.warning("the database is busy, attempt %d of %d: %s", attempt, _BEGIN_TRIES, error)
            time.sleep(0.05 * attempt)
        else:
            return


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(_MIGRATIONS))


def _alembic(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
