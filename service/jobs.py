"""What the worker runs, by document id."""

import logging
from dataclasses import dataclass

import redis

from service.isolation import IsolatedReader
from service.queue import READ_DOCUMENT
from service.resources import Resources
from service.steps.read import read
from storage import documents
from storage.models import now

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Running:
    """What a worker process keeps open between jobs."""

    resources: Resources
    reader: IsolatedReader


_running: Running | None = None


def start(running: Running) -> None:
    """Give this process's jobs what they need; RQ calls them by name, with an id and nothing else."""
    global _running
    _running = running


def read_document(document_id: int) -> None:
    """Read one document. Assumes nothing: it may have been read, be read by another, or be gone."""
    if _running is None:
        raise RuntimeError("this process is no worker: start it with `flask worker`")
    state = read(_running.resources, _running.reader, int(document_id))
    logger.info("document %d: %s", document_id, state.value if state else "not taken")


def requeue_stranded(resources: Resources) -> int:
    """Queue again what no worker holds and Redis no longer knows; how many. 0 when Redis does not answer."""
    with resources.database.session() as session:
        stranded = documents.stranded(session, now(), waiting_seconds=resources.config.reap_seconds)
    if not stranded:
        return 0
    try:
        waiting = resources.queue.known()
    except (redis.RedisError, OSError):
        return 0
    lost = [document_id for document_id in stranded if document_id not in waiting]
    for document_id in lost:
        if not resources.queue.enqueue(READ_DOCUMENT, document_id):
            break
        logger.info("document %d was stranded and is queued again", document_id)
    return len(lost)
