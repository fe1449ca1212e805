"""A migrated SQLite file of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'tilik.sqlite3'}")
    opened.migrate()
    yield opened
    opened.close()
