"""Questions about agreements: what is in force, what ends soon, who with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from storage.errors import NotFound
from storage.models import Agreement, AgreementParty, Document

ENDING_SOON_DAYS = 90


class Standing(StrEnum):
    """Where an agreement stands on a day."""

    NOT_YET = "belum"  # its term has not begun
    IN_FORCE = "berlaku"
    ENDING = "segera"  # ends within 90 days
    NO_END = "tanpa-akhir"  # no end stated
    RENEWED = "diperpanjang"
    ENDED = "berakhir"
    ENDED_EARLY = "diakhiri"


class View(StrEnum):
    ALL = "semua"
    IN_FORCE = "berlaku"
    ENDING = "segera"
    NO_END = "tanpa-akhir"
    ENDED = "berakhir"


@dataclass(frozen=True)
class Slice:
    rows: tuple[Agreement, ...]
    total: int


def standing(agreement: Agreement, today: date) -> Standing:
    """Where `agreement` stands on `today`. A recorded early end counts from its day on."""
    if agreement.ended_early_on is not None and agreement.ended_early_on <= today:
        return Standing.ENDED_EARLY
    if agreement.renewed_by_id is not None:
        return Standing.RENEWED
    end = last_day(agreement)
    if end is None:
        return Standing.NO_END
    if end < today:
        return Standing.ENDED
    if agreement.starts_on is not None and agreement.starts_on > today:
        return Standing.NOT_YET
    return Standing.ENDING if end <= today + timedelta(days=ENDING_SOON_DAYS) else Standing.IN_FORCE


def last_day(agreement: Agreement) -> date | None:
    """The day on which it really ends: the recorded early one, else the stated one; None where none is stated."""
    return agreement.ended_early_on or agreement.ends_on


def counts(session: Session, today: date) -> dict[View, int]:
    columns = [func.coalesce(func.sum(case((_in_view(view, today), 1), else_=0)), 0) for view in View]
    row = session.execute(select(*columns).select_from(Agreement)).one()
    return dict(zip(View, (int(number) for number in row), strict=True))


def find(
    session: Session,
    view: View,
    *,
    today: date,
    text: str | None = None,
    kind: str | None = None,
    offset: int = 0,
    limit: int | None = 50,
) -> Slice:
    """Agreements of a view. What still runs comes first, the nearest end at the top; what has ended follows, newest first."""
    condition = and_(_in_view(view, today), *_matching(text, kind))
    total = session.scalar(select(func.count()).select_from(Agreement).where(condition)) or 0
    ended = case((_ends < today, 1), else_=0)
    query = (
        _with_parties(select(Agreement))
        .where(condition)
        .order_by(
            ended,
            case((_ends < today, None), else_=_ends).asc().nulls_last(),
            _ends.desc().nulls_last(),
            Agreement.signed_on.desc().nulls_last(),
            Agreement.id.desc(),
        )
        .offset(offset)
        .limit(limit)
    )
    return Slice(tuple(session.scalars(query)), total)


def ending_soon(session: Session, today: date, *, within_days: int = ENDING_SOON_DAYS) -> Sequence[Agreement]:
    """Agreements that end within so many days and that nothing renews, the nearest first."""
    query = _with_parties(select(Agreement)).where(
        _ends.between(today, today + timedelta(days=within_days)), Agreement.renewed_by_id.is_(None)
    )
    return session.scalars(query.order_by(_ends)).all()


def get(session: Session, agreement_id: int) -> Agreement:
    """One agreement with its parties and document. Raises NotFound."""
    found = session.scalar(_with_parties(select(Agreement)).where(Agreement.id == agreement_id))
    if found is None:
        raise NotFound(f"agreement {agreement_id}")
    return found


def of_document(session: Session, document_id: int) -> Agreement | None:
    return session.scalar(_with_parties(select(Agreement)).where(Agreement.document_id == document_id))


def that_could_renew(session: Session, agreement: Agreement) -> Sequence[Agreement]:
    """Other agreements with at least one party in common, signed no earlier, the newest first."""
    names = [party.name for party in agreement.parties]
    shares_a_party = Agreement.id.in_(select(AgreementParty.agreement_id).where(AgreementParty.name.in_(names)))
    query = _with_parties(select(Agreement)).where(Agreement.id != agreement.id, shares_a_party)
    if agreement.signed_on is not None:
        query = query.where(or_(Agreement.signed_on.is_(None), Agreement.signed_on >= agreement.signed_on))
    return session.scalars(query.order_by(Agreement.signed_on.desc().nulls_last())).all()


def renews(session: Session, agreement_id: int) -> Sequence[Agreement]:
    """The agreements which this one continues."""
    return session.scalars(_with_parties(select(Agreement)).where(Agreement.renewed_by_id == agreement_id)).all()


def between(session: Session, one: str | None, other: str | None) -> Sequence[Agreement]:
    """Agreements to which both institutions are parties, the latest end first. Empty when one is not known."""
    if not one or not other:
        return ()
    query = _with_parties(select(Agreement))
    for name in (one, other):
        query = query.where(Agreement.id.in_(select(AgreementParty.agreement_id).where(AgreementParty.name == name)))
    return session.scalars(query.order_by(Agreement.ends_on.desc().nulls_last(), Agreement.id.desc())).all()


def institutions(session: Session) -> list[str]:
    """Every institution that is a party to some agreement, for suggestions."""
    return list(session.scalars(select(AgreementParty.name).distinct().order_by(AgreementParty.name)))


_ends = func.coalesce(Agreement.ended_early_on, Agreement.ends_on)


def _with_parties(query: Select[Agreement]) -> Select[Agreement]:
    columns = (
        Document.id,
        Document.name,
        Document.title,
        Document.kind,
        Document.doubtful,
        Document.place,
        Document.format,
    )
    return query.options(
        joinedload(Agreement.document).load_only(*columns),
        selectinload(Agreement.parties),
        joinedload(Agreement.renewed_by),
    )


def _in_view(view: View, today: date) -> ColumnElement[bool]:
    soon = today + timedelta(days=ENDING_SOON_DAYS)
    not_renewed = Agreement.renewed_by_id.is_(None)
    match view:
        case View.ALL:
            return Agreement.id.is_not(None)
        case View.IN_FORCE:
            return or_(_ends >= today, _ends.is_(None))
        case View.ENDING:
            return and_(_ends.between(today, soon), not_renewed)
        case View.NO_END:
            return _ends.is_(None)
        case View.ENDED:
            return _ends < today


def _matching(text: str | None, kind: str | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if kind:
        conditions.append(Agreement.kind == kind)
    for word in (text or "").split():
        party = select(AgreementParty.agreement_id).where(AgreementParty.name.icontains(word, autoescape=True))
        conditions.append(
            or_(
                Agreement.title.icontains(word, autoescape=True),
                Agreement.numbers.icontains(word, autoescape=True),
                Agreement.id.in_(party),
            )
        )
    return conditions


def all_parties(agreement: Agreement) -> list[str]:
    return [party.name for party in agreement.parties]
