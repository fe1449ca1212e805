"""Runs the migrations on the connection of `Database.migrate`, or on `sqlalchemy.url` for `alembic revision`."""

from typing import Any

from alembic import context
from sqlalchemy import Connection

import storage.index.tables  # noqa: F401 - registers its table
from storage.database import Database
from storage.models import Base


def _ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compare_to: Any) -> bool:
    """FTS5 tables and their shadows stand outside the models."""
    return not (kind == "table" and name is not None and name.startswith(("search_text", "search_words")))


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        include_object=_ours,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    database = Database(context.config.get_main_option("sqlalchemy.url") or "sqlite:///var/tilik.db")
    with database.engine.execution_options(tilik_writes=True).begin() as own:
        _run(own)
    database.close()
