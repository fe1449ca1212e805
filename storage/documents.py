"""Questions about documents, and the changes of their way from received to reviewed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, false, func, or_, select, update
from sqlalchemy.orm import Session, defer, joinedload

from storage.errors import NotFound, Stale
from storage.files import StoredFile
from storage.models import Account, Document, Event, State

_LAST_PAGE = 1_000_000  # a larger number in an address would not fit SQLite's integers


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents stand where; `to_review` are those extracted, `doubtful` their doubtful values,
    `unsettled` those failed about which something is left to do.
    """

    received: int = 0
    reading: int = 0
    extracted: int = 0
    reviewed: int = 0
    failed: int = 0
    doubtful: int = 0
    unsettled: int = 0

    @property
    def total(self) -> int:
        return self.received + self.reading + self.extracted + self.reviewed + self.failed

    @property
    def waiting(self) -> int:
        return self.received + self.reading

    @property
    def to_review(self) -> int:
        return self.extracted


def add_once(
    session: Session, stored: StoredFile, name: str, by: int | None, batch: str | None = None
) -> tuple[Document, bool]:
    """The document of these bytes and whether it is new; the same bytes sent twice are one document."""
    known = by_sha256(session, stored.sha256)
    if known is not None:
        return known, False
    document = Document(sha256=stored.sha256, size_bytes=stored.size_bytes, name=name, uploaded_by=by, batch=batch)
    session.add(document)
    session.flush()  # writers stand in line, so that nobody has added these bytes since the look above
    session.add(Event(by_id=by, act="document.received", document_id=document.id, details={"name": name}))
    return document, True


def get(session: Session, document_id: int) -> Document:
    document = session.get(Document, document_id)
    if document is None:
        raise NotFound(f"no document {document_id}")
    return document


def by_sha256(session: Session, sha256: str) -> Document | None:
    return session.scalar(select(Document).where(Document.sha256 == sha256))


def find(
    session: Session,
    *,
    kind: str | None = None,
    state: State | str | None = None,
    settled: bool | None = None,
    institution: str | None = None,
    year: int | None = None,
    text: str | None = None,
    batch: str | None = None,
    page: int = 1,
    per_page: int = 50,
) -> tuple[list[Document], int]:
    """Documents newest first, one page of them, and how many there are in all.

    `text` is looked for in name, title and institutions; what stands in the pages is found by the search index.
    """
    conditions = []
    if kind:
        conditions.append(Document.kind == kind)
    if state:
        conditions.append(Document.state == State(state))
    if settled is not None:
        conditions.append(Document.settled_at.is_not(None) if settled else Document.settled_at.is_(None))
    if institution:
        conditions.append(Document.institutions.icontains(institution, autoescape=True))
    if year is not None:
        conditions.append(Document.year == year if 0 < year < 10_000 else false())  # no column holds such a number
    if batch:
        conditions.append(Document.batch == batch)
    for word in (text or "").split():
        conditions.append(
            or_(
                Document.name.icontains(word, autoescape=True),
                Document.title.icontains(word, autoescape=True),
                Document.institutions.icontains(word, autoescape=True),
            )
        )
    total = session.scalar(select(func.count()).select_from(Document).where(*conditions)) or 0
    rows = session.scalars(
        select(Document)
        .where(*conditions)
        .options(defer(Document.extraction), joinedload(Document.uploader), joinedload(Document.settler))
        .order_by(Document.uploaded_at.desc(), Document.id.desc())
        .offset((min(max(page, 1), _LAST_PAGE) - 1) * per_page)
        .limit(per_page)
    )
    return list(rows), total


def many(session: Session, ids: Iterable[int]) -> list[Document]:
    """Those of the ids that exist, in the order of the ids."""
    wanted = list(ids)
    rows = session.scalars(select(Document).where(Document.id.in_(wanted)).options(defer(Document.extraction)))
    found = {document.id: document for document in rows}
    return [found[document_id] for document_id in wanted if document_id in found]


def of_batch(session: Session, batch: str) -> list[Document]:
    statement = (
        select(Document).where(Document.batch == batch).options(defer(Document.extraction)).order_by(Document.id)
    )
    return list(session.scalars(statement))


def claim(session: Session, document_id: int, *, lease_seconds: float, now: datetime) -> int | None:
    """Take the document for reading: the number of this attempt, or None when it is not there to be taken.

    One that is being read is taken only when its lease has run out, which is how a killed worker's document comes back.
    """
    return session.scalar(
        update(Document)
        .where(
            Document.id == document_id,
            or_(
                Document.state == State.RECEIVED,
                and_(Document.state == State.READING, or_(Document.lease_until.is_(None), Document.lease_until < now)),
            ),
        )
        .values(
            state=State.READING,
            attempt=Document.attempt + 1,
            lease_until=now + timedelta(seconds=lease_seconds),
            reason=None,
            reason_code=None,
        )
        .returning(Document.attempt)
        .execution_options(synchronize_session=False)
    )


def renew_lease(session: Session, document_id: int, attempt: int, *, lease_seconds: float, now: datetime) -> bool:
    """Whether the attempt still holds the document; if so, for `lease_seconds` more."""
    renewed = session.scalar(
        update(Document)
        .where(Document.id == document_id, Document.attempt == attempt, Document.state == State.READING)
        .values(lease_until=now + timedelta(seconds=lease_seconds))
        .returning(Document.id)
        .execution_options(synchronize_session=False)
    )
    return renewed is not None


def finish(session: Session, document_id: int, attempt: int, *, now: datetime) -> Document:
    """Mark the reading done and hand out the document to record it; `Stale` when a newer attempt has taken over."""
    document = _held(session, document_id, attempt)
    document.state, document.read_at, document.lease_until = State.EXTRACTED, now, None
    document.reason = document.reason_code = None
    session.add(Event(act="document.read", document_id=document.id, details={"attempt": attempt}))
    return document


def fail(session: Session, document_id: int, attempt: int, *, reason: str, code: str, now: datetime) -> Document:
    """Mark the reading failed, `reason` being a sentence that tells staff what to do; `Stale` as with `finish`."""
    document = _held(session, document_id, attempt)
    document.state, document.reason, document.reason_code = State.FAILED, reason, code
    document.read_at, document.lease_until = now, None
    session.add(Event(act="document.failed", document_id=document.id, details={"attempt": attempt, "code": code}))
    return document


def release(session: Session, document_id: int, attempt: int) -> None:
    """Put the document back among the waiting, as a worker does that is told to stop; `Stale` as with `finish`."""
    document = _held(session, document_id, attempt)
    document.state, document.lease_until = State.RECEIVED, None


def read_again(session: Session, document_id: int, by: int | None) -> Document:
    """Let the document wait for another reading; `Stale` when it waits or is being read already."""
    document = get(session, document_id)
    if document.state in (State.RECEIVED, State.READING):
        raise Stale(f"document {document_id} is being read")
    document.state, document.lease_until = State.RECEIVED, None
    document.reason = document.reason_code = None
    document.settled_at = document.settled_by = None
    session.add(Event(by_id=by, act="document.read_again", document_id=document.id))
    return document


def settle(session: Session, document_id: int, *, by: int, now: datetime) -> Document:
    """Nothing is left to do about this failure; `Stale` when the document is not failed, or settled already."""
    document = get(session, document_id)
    if document.state is not State.FAILED or document.settled_at is not None:
        raise Stale(f"document {document_id} has no failure to settle")
    document.settled_at, document.settled_by = now, by
    session.add(Event(by_id=by, act="document.settled", document_id=document.id))
    return document


def unsettle(session: Session, document_id: int, *, by: int) -> Document:
    """Something is left to do after all; `Stale` when the failure is not settled."""
    document = get(session, document_id)
    if document.settled_at is None:
        raise Stale(f"document {document_id} is not settled")
    document.settled_at = document.settled_by = None
    session.add(Event(by_id=by, act="document.unsettled", document_id=document.id))
    return document


def stranded(session: Session, now: datetime, *, waiting_seconds: float = 30) -> list[int]:
    """Ids that no worker holds and the queue may have lost: the lease has run out, or received for so long already."""
    statement = select(Document.id).where(
        or_(
            and_(Document.state == State.READING, or_(Document.lease_until.is_(None), Document.lease_until < now)),
            and_(Document.state == State.RECEIVED, Document.uploaded_at < now - timedelta(seconds=waiting_seconds)),
        )
    )
    return list(session.scalars(statement.order_by(Document.id)))


def waiting(session: Session, limit: int = 50) -> list[Document]:
    """Received or being read, the oldest first."""
    return _in_states(session, (State.RECEIVED, State.READING), limit)


def failed(session: Session, limit: int = 50) -> list[Document]:
    """Failures that nobody has settled, the newest first."""
    return find(session, state=State.FAILED, settled=False, per_page=limit)[0]


def to_review(session: Session, limit: int = 50) -> list[Document]:
    """Read, with values that nobody has decided; the oldest first."""
    return _in_states(session, (State.EXTRACTED,), limit)


def recent(session: Session, limit: int = 10) -> list[Document]:
    return find(session, per_page=limit)[0]


def counts(session: Session) -> Counts:
    rows = session.execute(select(Document.state, func.count()).group_by(Document.state))
    by_state = {state.value: number for state, number in rows}
    doubtful = session.scalar(select(func.sum(Document.doubtful)).where(Document.state == State.EXTRACTED)) or 0
    unsettled = select(func.count()).where(Document.state == State.FAILED, Document.settled_at.is_(None))
    return Counts(**by_state, doubtful=doubtful, unsettled=session.scalar(unsettled) or 0)


def years(session: Session) -> list[int]:
    """Years that documents have, newest first."""
    found = session.scalars(select(Document.year).where(Document.year.is_not(None)).distinct())
    return sorted((year for year in found if year is not None), reverse=True)


def institutions(session: Session) -> list[str]:
    """Official names of all institutions in documents, in alphabetical order."""
    lines = session.scalars(select(Document.institutions).where(Document.institutions.is_not(None)).distinct())
    return sorted({name for text in lines for name in (text or "").splitlines()})


def history(session: Session, document_id: int) -> list[Event]:
    """What happened to the document, newest first."""
    statement = select(Event).where(Event.document_id == document_id).options(joinedload(Event.by))
    return list(session.scalars(statement.order_by(Event.id.desc())))


def uploaded_by(session: Session, account: Account, limit: int = 20) -> list[Document]:
    statement = select(Document).where(Document.uploaded_by == account.id).options(defer(Document.extraction))
    return list(session.scalars(statement.order_by(Document.id.desc()).limit(limit)))


def _in_states(session: Session, states: Sequence[State], limit: int) -> list[Document]:
    statement = select(Document).where(Document.state.in_(states)).options(defer(Document.extraction))
    return list(session.scalars(statement.options(joinedload(Document.uploader)).order_by(Document.id).limit(limit)))


def _held(session: Session, document_id: int, attempt: int) -> Document:
    document = get(session, document_id)
    session.refresh(document, with_for_update=True)
    if document.state is not State.READING or document.attempt != attempt:
        raise Stale(f"document {document_id}: attempt {attempt} no longer holds it")
    return document
