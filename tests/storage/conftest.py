"""A migrated SQLite file of its own for each test; the migrations run once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "tilik.sqlite3"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    database.close()  # the last connection brings the write-ahead log into the file
    return path


@pytest.fixture
def database(migrated: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(migrated, tmp_path / "tilik.sqlite3")
    opened = Database(f"sqlite:///{tmp_path / 'tilik.sqlite3'}")
    yield opened
    opened.close()
