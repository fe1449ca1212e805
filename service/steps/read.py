"""A queued id becomes pages, extraction, rows and index; or a failure with its reason."""

import logging
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from nlp.errors import ReadError
from service.isolation import ReaderFailed, ReaderUnavailable, Reading, Stopped
from service.resources import Resources
from service.steps.record import record
from storage import aliases, documents
from storage.errors import Stale
from storage.models import Document, Event, State, now

logger = logging.getLogger(__name__)

WORKER_DIED = "Pembacaan berkas ini terputus {times} kali. Simpan sebagai PDF baru, lalu unggah lagi, atau hubungi pengelola Tilik."
OUR_MISTAKE = "Terjadi kesalahan saat membaca berkas ini (nomor {number}). Sebutkan nomor itu kepada pengelola Tilik."


class Reader(Protocol):
    def read(self, path: Path, name: str, aliases: Mapping[str, str]) -> Reading: ...


def read(resources: Resources, reader: Reader, document_id: int) -> State | None:
    """Read one document and keep what was found; its state then, or None when it was not there to be read.

    May run twice for the same id: whoever claims the document reads it, and only the newest attempt may write.
    """
    claimed = _claim(resources, document_id)
    if claimed is None:
        return None
    attempt, sha256, name = claimed
    with resources.database.session() as session:
        known = aliases.mapping(session)
    try:
        with _lease(resources, document_id, attempt):
            try:
                reading = reader.read(resources.files.path(sha256), name, known)
            except ReadError as error:
                return _fail(resources, document_id, attempt, reason=str(error), code=error.code)
            except ReaderFailed as error:
                return _our_mistake(resources, document_id, attempt, error.trace)
            return _keep(resources, document_id, attempt, reading)
    except (Stopped, ReaderUnavailable) as error:
        logger.warning("document %d waits again: %s", document_id, type(error).__name__)
        with resources.database.transaction() as session:
            documents.release(session, document_id, attempt)
        return State.RECEIVED
    except Stale:
        logger.info("document %d: attempt %d came too late and is dropped", document_id, attempt)
        return None


def _claim(resources: Resources, document_id: int) -> tuple[int, str, str] | None:
    """Attempt, digest and name; None when another has it or it has been given up."""
    config = resources.config
    moment = now()
    with resources.database.transaction() as session:
        document = session.get(Document, document_id)
        if document is None:
            return None
        interrupted = document.state is State.READING  # and its lease has run out, if the claim succeeds
        attempt = documents.claim(session, document_id, lease_seconds=config.lease_seconds, now=moment)
        if attempt is None:
            return None
        if interrupted:
            session.add(Event(act="document.interrupted", document_id=document_id, details={"attempt": attempt - 1}))
            session.flush()
            times = _interruptions(session, document_id)
            if times >= config.attempts:
                reason = WORKER_DIED.format(times=times)
                documents.fail(session, document_id, attempt, reason=reason, code="interrupted", now=moment)
                return None
        return attempt, document.sha256, document.name


def _interruptions(session: Session, document_id: int) -> int:
    """How often a worker died on the document since it was sent, or since a person asked for another reading."""
    asked = select(func.coalesce(func.max(Event.id), 0)).where(
        Event.document_id == document_id, Event.act.in_(("document.received", "document.read_again"))
    )
    died = select(func.count()).where(
        Event.document_id == document_id, Event.act == "document.interrupted", Event.id > asked.scalar_subquery()
    )
    return session.scalar(died) or 0


def _keep(resources: Resources, document_id: int, attempt: int, reading: Reading) -> State:
    try:
        with resources.database.transaction() as session:
            document = documents.finish(session, document_id, attempt, now=now())
            record(session, resources.index, document, reading.pages, reading.extraction)
            document.format = reading.format
            session.flush()
            return document.state
    except Stale:
        raise
    except (
        Exception
    ) as error:  # the job's edge: a mistake of ours becomes the document's reason, and the next one is read
        logger.exception("document %d could not be recorded", document_id)
        return _our_mistake(resources, document_id, attempt, type(error).__name__)


def _our_mistake(resources: Resources, document_id: int, attempt: int, trace: str) -> State:
    number = secrets.token_hex(4)
    logger.error("%s document %d could not be read\n%s", number, document_id, trace)
    reason = OUR_MISTAKE.format(number=number)
    return _fail(resources, document_id, attempt, reason=reason, code="internal")


def _fail(resources: Resources, document_id: int, attempt: int, *, reason: str, code: str) -> State:
    with resources.database.transaction() as session:
        documents.fail(session, document_id, attempt, reason=reason, code=code, now=now())
    return State.FAILED


@contextmanager
def _lease(resources: Resources, document_id: int, attempt: int) -> Iterator[None]:
    """Say every few seconds that the document is still being read, so that nobody else takes it."""
    lease_seconds = resources.config.lease_seconds
    done = threading.Event()

    def renew() -> None:
        while not done.wait(lease_seconds / 6):
            try:
                with resources.database.transaction() as session:
                    if not documents.renew_lease(session, document_id, attempt, lease_seconds=lease_seconds, now=now()):
                        return
            except Exception:  # a busy database for a moment: the next renewal comes before the lease ends
                logger.warning("document %d: lease not renewed", document_id, exc_info=True)

    thread = threading.Thread(target=renew, name=f"lease-{document_id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
