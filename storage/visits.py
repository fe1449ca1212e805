"""Questions about visits: who owes whom, what is planned, and one visit with its topics and its history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from storage.errors import NotFound
from storage.models import Document, Event, Recommendation, Visit, VisitStatus

NOT_HELD = (VisitStatus.PROMISED, VisitStatus.PLANNED, VisitStatus.CONFIRMED)
DATED = (VisitStatus.PLANNED, VisitStatus.CONFIRMED)


@dataclass
class Pair:
    """Two institutions and the visits between them, one line of the ledger. `one` is the one that owes more."""

    one: str
    other: str
    one_to_other: list[Visit] = field(default_factory=list)  # held
    other_to_one: list[Visit] = field(default_factory=list)
    owed_by_one: list[Visit] = field(default_factory=list)
    owed_by_other: list[Visit] = field(default_factory=list)

    @property
    def owed(self) -> list[Visit]:
        return [*self.owed_by_one, *self.owed_by_other]

    @property
    def first_promise(self) -> Visit | None:
        """The oldest promise not kept."""
        return min(self.owed, key=lambda visit: (visit.promised_on or date.max, visit.id), default=None)


def ledger(session: Session) -> list[Pair]:
    """Who owes whom: each pair of institutions with visits held and visits owed, the most owed first.

    Owed is a visit that a document promises and that is not held; a date alone does not pay it. Cancelled visits count
    on neither side, and neither do those whose visitor or host no document names.
    """
    query = (
        _with_document(select(Visit))
        .where(
            Visit.withdrawn.is_(False),
            Visit.visitor.is_not(None),
            Visit.host.is_not(None),
            or_(Visit.status == VisitStatus.HELD, and_(Visit.status.in_(NOT_HELD), Visit.document_id.is_not(None))),
        )
        .order_by(Visit.promised_on.asc().nulls_last(), Visit.id)
    )
    pairs = _pairs(session.scalars(query))
    for pair in pairs:
        if len(pair.owed_by_other) > len(pair.owed_by_one):
            _turn(pair)
    return sorted(pairs, key=lambda pair: (-len(pair.owed), pair.one, pair.other))


def owed(session: Session) -> Sequence[Visit]:
    """Visits which a document promises, for which no date is set, the oldest promise first."""
    query = _with_document(select(Visit)).where(Visit.withdrawn.is_(False), Visit.status == VisitStatus.PROMISED)
    return session.scalars(query.order_by(Visit.promised_on.asc().nulls_last(), Visit.id)).all()


def planned(session: Session) -> Sequence[Visit]:
    """Visits with a date that are not held yet, the nearest first."""
    query = _with_document(select(Visit)).where(Visit.withdrawn.is_(False), Visit.status.in_(DATED))
    return session.scalars(query.order_by(Visit.starts_on.asc().nulls_last(), Visit.id)).all()


def held(session: Session, *, limit: int = 50) -> Sequence[Visit]:
    """Visits that took place, the latest first."""
    query = _with_document(select(Visit)).where(Visit.withdrawn.is_(False), Visit.status == VisitStatus.HELD)
    return session.scalars(query.order_by(Visit.starts_on.desc().nulls_last(), Visit.id.desc()).limit(limit)).all()


def cancelled(session: Session, *, limit: int = 50) -> Sequence[Visit]:
    query = _with_document(select(Visit)).where(Visit.withdrawn.is_(False), Visit.status == VisitStatus.CANCELLED)
    return session.scalars(query.order_by(Visit.id.desc()).limit(limit)).all()


def get(session: Session, visit_id: int) -> Visit:
    """One visit with its topics. Raises NotFound."""
    found = session.scalar(
        _with_document(select(Visit))
        .where(Visit.id == visit_id)
        .options(
            selectinload(Visit.topics)
            .joinedload(Recommendation.document)
            .load_only(Document.id, Document.name, Document.title, Document.format),
            joinedload(Visit.report_document).load_only(Document.id, Document.name, Document.title, Document.format),
        )
    )
    if found is None:
        raise NotFound(f"visit {visit_id}")
    return found


def of_document(session: Session, document_id: int) -> Sequence[Visit]:
    query = select(Visit).where(Visit.document_id == document_id, Visit.withdrawn.is_(False))
    return session.scalars(query.order_by(Visit.id)).all()


def between(session: Session, names: Iterable[str], *, document_id: int | None = None) -> Sequence[Visit]:
    """Visits among these institutions, and those which one document promises; the nearest date first."""
    known = list(names)
    among = and_(Visit.visitor.in_(known), Visit.host.in_(known))
    query = _with_document(select(Visit)).where(
        Visit.withdrawn.is_(False), or_(among, Visit.document_id == document_id) if document_id else among
    )
    return session.scalars(query.order_by(Visit.starts_on.desc().nulls_first(), Visit.id)).all()


def at_the_same_time(session: Session, visit: Visit, starts_on: date, ends_on: date) -> Sequence[Visit]:
    """Other dated visits of the same visitor or host on these days."""
    same = [name for name in (visit.visitor, visit.host) if name]
    query = select(Visit).where(
        Visit.id != visit.id,
        Visit.withdrawn.is_(False),
        Visit.status.in_(DATED),
        Visit.starts_on <= ends_on,
        func.coalesce(Visit.ends_on, Visit.starts_on) >= starts_on,
        or_(Visit.visitor.in_(same), Visit.host.in_(same)),
    )
    return session.scalars(query.order_by(Visit.starts_on)).all()


def history(session: Session, visit_id: int) -> Sequence[Event]:
    """What happened to a visit, the latest first."""
    query = (
        select(Event)
        .where(Event.act.startswith("visit.", autoescape=True), Event.details["visit_id"].as_integer() == visit_id)
        .options(joinedload(Event.by))
        .order_by(Event.id.desc())
    )
    return session.scalars(query).all()


def institutions(session: Session) -> list[str]:
    """Every institution that visits or is visited, for suggestions."""
    names = select(Visit.visitor.label("name")).union(select(Visit.host)).subquery()
    return list(session.scalars(select(names.c.name).where(names.c.name.is_not(None)).order_by(names.c.name)))


def fingerprint(visit: Visit) -> str:
    """Changes whenever anything a person can edit changes: a form that carries an older one was overtaken."""
    topics = sorted(topic.id for topic in visit.topics)
    content = (
        visit.status,
        visit.visitor,
        visit.host,
        visit.starts_on,
        visit.ends_on,
        visit.place,
        visit.purpose,
        visit.delegation,
        visit.agenda,
        visit.report,
        visit.report_document_id,
        topics,
    )
    return sha256(repr(content).encode()).hexdigest()[:16]


def _with_document(query: Select[Visit]) -> Select[Visit]:
    return query.options(
        joinedload(Visit.document).load_only(Document.id, Document.name, Document.title, Document.kind, Document.format)
    )


def _pairs(visits: Iterable[Visit]) -> list[Pair]:
    found: dict[frozenset[str], Pair] = {}
    for visit in visits:
        visitor, host = visit.visitor or "", visit.host or ""
        pair = found.setdefault(frozenset((visitor, host)), Pair(visitor, host))
        by_one = pair.one == visitor
        if visit.status is VisitStatus.HELD:
            (pair.one_to_other if by_one else pair.other_to_one).append(visit)
        else:
            (pair.owed_by_one if by_one else pair.owed_by_other).append(visit)
    return list(found.values())


def _turn(pair: Pair) -> None:
    pair.one, pair.other = pair.other, pair.one
    pair.one_to_other, pair.other_to_one = pair.other_to_one, pair.one_to_other
    pair.owed_by_one, pair.owed_by_other = pair.owed_by_other, pair.owed_by_one
