"""Resources: database, files, index and queue, opened once a process; no Flask here."""

from dataclasses import dataclass

from service.config import Config
from service.queue import Queue, open_queue
from storage.database import Database
from storage.files import FileStore
from storage.index import SearchIndex, open_index


@dataclass(frozen=True, slots=True)
class Resources:
    config: Config
    database: Database
    files: FileStore
    index: SearchIndex
    queue: Queue

    def close(self) -> None:
        self.queue.close()
        self.database.close()


def open_resources(config: Config) -> Resources:
    """Open everything that a process of the service needs; the schema is brought up to date by `flask init`."""
    config.prepare()
    database = Database(config.database())
    return Resources(
        config=config,
        database=database,
        files=FileStore(config.files_dir),
        index=open_index(database),
        queue=open_queue(config),
    )
