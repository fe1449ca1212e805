"""Questions about recommendations: which are open, overdue, mine, without a unit; and one of them with its history."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select, true
from sqlalchemy.orm import Session, joinedload, selectinload

from storage.errors import NotFound
from storage.models import OPEN, Document, Progress, ProgressNote, Proof, Recommendation

DUE_SOON_DAYS = 30


class View(StrEnum):
    """The saved views of the list, each a tab with its count."""

    OPEN = "terbuka"
    OVERDUE = "terlambat"
    DUE_SOON = "segera"
    MINE = "saya"
    NO_UNIT = "tanpa-opd"
    NO_DUE = "tanpa-tenggat"
    DONE = "selesai"
    DROPPED = "tidak-dilanjutkan"


_Columns = TypeVarTuple("_Columns")


@dataclass(frozen=True)
class Me:
    """Whose recommendations are "mine": the person named, or those of the unit that name nobody."""

    name: str
    unit: str | None = None


@dataclass(frozen=True)
class Filter:
    unit: str | None = None
    topic: str | None = None
    document_id: int | None = None
    text: str | None = None
    progress: Progress | None = None

    @property
    def is_empty(self) -> bool:
        return self == Filter()


@dataclass(frozen=True)
class Row:
    """A recommendation of a list, with how many proofs it has."""

    recommendation: Recommendation
    proof_count: int


@dataclass(frozen=True)
class Slice:
    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True)
class Lane:
    """A column of the board: its newest needs, and how many there are in all."""

    progress: Progress
    rows: tuple[Row, ...] = field(default=())
    total: int = 0


def counts(session: Session, today: date, me: Me | None, narrowed: Filter | None = None) -> dict[View, int]:
    """How many recommendations each saved view holds; withdrawn ones are in none."""
    columns = [func.coalesce(func.sum(case((_in_view(view, today, me), 1), else_=0)), 0) for view in View]
    row = session.execute(_narrow(select(*columns), narrowed or Filter())).one()
    return dict(zip(View, (int(number) for number in row), strict=True))


def find(
    session: Session,
    view: View,
    narrowed: Filter,
    *,
    today: date,
    me: Me | None = None,
    offset: int = 0,
    limit: int | None = 50,
) -> Slice:
    """The recommendations of a view, the most overdue first and those without a due day last."""
    condition = _in_view(view, today, me)
    total = session.scalar(_narrow(select(func.count()).select_from(Recommendation), narrowed).where(condition)) or 0
    query = _narrow(_rows(), narrowed).where(condition).order_by(*_order(view)).offset(offset).limit(limit)
    return Slice(_as_rows(session, query), total)


def board(
    session: Session, view: View, narrowed: Filter, *, today: date, me: Me | None, per_lane: int = 8
) -> list[Lane]:
    """The same recommendations by state, each lane cut to `per_lane`. Done ones have a lane whatever the view."""
    lanes = []
    for progress in (*OPEN, Progress.DONE):
        inside = true() if progress is Progress.DONE else _in_view(view, today, me)
        condition = and_(Recommendation.progress == progress, inside)
        total = (
            session.scalar(_narrow(select(func.count()).select_from(Recommendation), narrowed).where(condition)) or 0
        )
        order = _order(View.DONE if progress is Progress.DONE else view)
        query = _narrow(_rows(), narrowed).where(condition).order_by(*order).limit(per_lane)
        lanes.append(Lane(progress, _as_rows(session, query), total))
    return lanes


def get(session: Session, recommendation_id: int) -> Recommendation:
    """One recommendation with its notes and proofs. Raises NotFound."""
    found = session.scalar(
        select(Recommendation)
        .where(Recommendation.id == recommendation_id)
        .options(
            joinedload(Recommendation.document).load_only(*_DOCUMENT_COLUMNS),
            selectinload(Recommendation.notes).joinedload(ProgressNote.by),
            selectinload(Recommendation.proofs).joinedload(Proof.added_by),
        )
    )
    if found is None:
        raise NotFound(f"recommendation {recommendation_id}")
    return found


def proof(session: Session, recommendation_id: int, proof_id: int) -> Proof:
    """Raises NotFound, also when the proof belongs to another recommendation."""
    found = session.get(Proof, proof_id)
    if found is None or found.recommendation_id != recommendation_id:
        raise NotFound(f"proof {proof_id}")
    return found


def like_this(session: Session, recommendation: Recommendation) -> int:
    """How many other open recommendations share its topic and its unit."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Recommendation)
            .where(
                Recommendation.id != recommendation.id,
                Recommendation.withdrawn.is_(False),
                Recommendation.progress.in_(OPEN),
                Recommendation.topic == recommendation.topic,
                Recommendation.unit == recommendation.unit,
            )
        )
        or 0
    )


def units(session: Session) -> list[str]:
    """Every unit that has a recommendation, assigned or named as addressee, for suggestions."""
    named = select(Recommendation.unit.label("name")).union(select(Recommendation.addressee)).subquery()
    return list(session.scalars(select(named.c.name).where(named.c.name.is_not(None)).order_by(named.c.name)))


def assigned_units(session: Session) -> list[str]:
    """Units that answer for at least one recommendation, for the filter."""
    query = select(Recommendation.unit).where(Recommendation.unit.is_not(None), Recommendation.withdrawn.is_(False))
    return [unit for unit in session.scalars(query.distinct().order_by(Recommendation.unit)) if unit]


def people(session: Session) -> list[str]:
    """Everybody who was ever named as person in charge, for suggestions."""
    query = select(Recommendation.person).where(Recommendation.person.is_not(None)).distinct()
    return [person for person in session.scalars(query.order_by(Recommendation.person)) if person]


def topics(session: Session) -> list[str]:
    query = select(Recommendation.topic).where(Recommendation.withdrawn.is_(False)).distinct()
    return list(session.scalars(query.order_by(Recommendation.topic)))


def sources(session: Session) -> list[tuple[int, str]]:
    """Documents that hold recommendations, the newest first: id and title (the file's name where there is none)."""
    query = (
        select(Document.id, func.coalesce(Document.title, Document.name))
        .where(Document.id.in_(select(Recommendation.document_id).where(Recommendation.withdrawn.is_(False))))
        .order_by(Document.year.desc().nulls_last(), Document.id.desc())
    )
    return [(int(document_id), str(title)) for document_id, title in session.execute(query)]


def open_ones(session: Session, *, limit: int = 300) -> Sequence[Recommendation]:
    """Open recommendations by due day, for choosing the topics of a visit."""
    return session.scalars(
        select(Recommendation)
        .where(Recommendation.withdrawn.is_(False), Recommendation.progress.in_(OPEN))
        .options(joinedload(Recommendation.document).load_only(*_DOCUMENT_COLUMNS))
        .order_by(*_order(View.OPEN))
        .limit(limit)
    ).all()


def overdue(session: Session, unit: str | None, today: date) -> Sequence[Recommendation]:
    """Open recommendations past their due day, of one unit or of all."""
    query = select(Recommendation).where(_in_view(View.OVERDUE, today, None), Recommendation.withdrawn.is_(False))
    if unit:
        query = query.where(Recommendation.unit == unit)
    return session.scalars(query.order_by(*_order(View.OVERDUE))).all()


_DOCUMENT_COLUMNS = (
    Document.id,
    Document.name,
    Document.title,
    Document.kind,
    Document.format,
    Document.year,
)  # the extraction's JSON can be megabytes, and no list shows it


def _in_view(view: View, today: date, me: Me | None) -> ColumnElement[bool]:
    is_open = Recommendation.progress.in_(OPEN)
    match view:
        case View.OPEN:
            return is_open
        case View.OVERDUE:
            return and_(is_open, Recommendation.due < today)
        case View.DUE_SOON:
            return and_(is_open, Recommendation.due.between(today, today + timedelta(days=DUE_SOON_DAYS)))
        case View.MINE:
            return and_(is_open, _mine(me))
        case View.NO_UNIT:
            return and_(is_open, Recommendation.unit.is_(None))
        case View.NO_DUE:
            return and_(is_open, Recommendation.due.is_(None))
        case View.DONE:
            return Recommendation.progress == Progress.DONE
        case View.DROPPED:
            return Recommendation.progress.in_((Progress.REFUSED, Progress.IMPOSSIBLE))


def _mine(me: Me | None) -> ColumnElement[bool]:
    if me is None:
        return false()
    by_name = func.lower(Recommendation.person) == me.name.lower()
    if not me.unit:
        return by_name
    return or_(by_name, and_(Recommendation.person.is_(None), Recommendation.unit == me.unit))


def _order(view: View) -> tuple[ColumnElement[Any], ...]:
    if view in (View.DONE, View.DROPPED):
        return (Recommendation.done_on.desc().nulls_last(), Recommendation.id.desc())
    return (Recommendation.due.asc().nulls_last(), Recommendation.id.asc())


def _rows() -> Select[Recommendation, int]:
    proofs = select(func.count()).where(Proof.recommendation_id == Recommendation.id).scalar_subquery()
    return select(Recommendation, proofs).options(joinedload(Recommendation.document).load_only(*_DOCUMENT_COLUMNS))


def _as_rows(session: Session, query: Select[Recommendation, int]) -> tuple[Row, ...]:
    return tuple(Row(recommendation, int(proofs)) for recommendation, proofs in session.execute(query))


def _narrow(query: Select[*_Columns], narrowed: Filter) -> Select[*_Columns]:
    query = query.where(Recommendation.withdrawn.is_(False))
    if narrowed.unit:
        query = query.where(Recommendation.unit == narrowed.unit)
    if narrowed.topic:
        query = query.where(Recommendation.topic == narrowed.topic)
    if narrowed.document_id:
        query = query.where(Recommendation.document_id == narrowed.document_id)
    if narrowed.progress:
        query = query.where(Recommendation.progress == narrowed.progress)
    for word in (narrowed.text or "").split():
        query = query.where(
            or_(
                Recommendation.text.icontains(word, autoescape=True),
                Recommendation.unit.icontains(word, autoescape=True),
                Recommendation.person.icontains(word, autoescape=True),
                Recommendation.addressee.icontains(word, autoescape=True),
            )
        )
    return query
