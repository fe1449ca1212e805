"""Rows that follow a document's current values: its own copies, its agreement, recommendations and promised visits."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from nlp.calibration import SIGNABLE
from service.steps.refused import day_in_words
from storage.models import (
    Agreement,
    AgreementParty,
    Decision,
    Document,
    ProgressNote,
    Recommendation,
    State,
    Value,
    Visit,
    VisitStatus,
    now,
)
from storage.models.visits import LONGEST_VISIT_DAYS

DOUBTFUL_BELOW = SIGNABLE  # confidence of 1; below it a person must look at the value itself
AGREEMENT_KINDS = ("mou", "agreement")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_OWN_DATES = (
    "signed",
    "start",
    "event",
    "published",
    "end",
)  # which date gives a document its year, the first there is


@dataclass(frozen=True, slots=True)
class Changes:
    """What the index must learn: that the document's facets or title changed, and which recommendations did."""

    facets: bool
    recommendations: tuple[Recommendation, ...]


def follow_values(session: Session, document: Document) -> Changes:
    """Bring all rows in line with the values as they hold now. A document whose values are all decided is reviewed."""
    session.flush()
    values = list(
        session.scalars(select(Value).where(Value.document_id == document.id).order_by(Value.position, Value.id))
    )
    before = _facets(document)
    _copy(document, values)
    _agreement(session, document, values)
    changed = _recommendations(session, document, values)
    _visits(session, document, values)
    _settle(document)
    session.flush()
    return Changes(facets=_facets(document) != before, recommendations=tuple(changed))


def is_doubtful(value: Value) -> bool:
    """Whether nobody has decided the value and the machine is not sure of it."""
    if value.decision is not Decision.READ:
        return False
    return value.doubted or (value.confidence is not None and value.confidence < DOUBTFUL_BELOW)


def add_duration(start: date, duration: str) -> date | None:
    """The same calendar day after an ISO 8601 duration, 29 February falling to the 28th; None when it is none.

    Source: the extraction contract, "term".
    """
    match = _DURATION.fullmatch(duration)
    if match is None or not any(match.groups()):
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    month = start.month - 1 + months
    year, month = start.year + years + month // 12, month % 12 + 1
    if year > date.max.year:
        return None
    day = min(start.day, monthrange(year, month)[1])
    return date(year, month, day) + timedelta(days=7 * weeks + days)


def _facets(document: Document) -> tuple[Any, ...]:
    return document.kind, document.year, document.institutions, document.title


def _current(values: list[Value], field: str, label: str | None = None) -> list[dict[str, Any]]:
    """What holds for a field, what people decided first."""
    chosen = [v for v in values if v.field == field and (label is None or v.label == label) and v.current is not None]
    chosen.sort(key=lambda value: value.decision is Decision.READ)
    return [value.current for value in chosen if value.current is not None]


def _plain(values: list[Value], field: str, label: str | None = None) -> Any:
    found = _current(values, field, label)
    return found[0].get("value") if found else None


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None


def _dated(values: list[Value], label: str) -> date | None:
    """The day of this type, of the term first; but what a person decided before all else, then the first in the document."""
    found = [v for v in values if v.field in ("term", "dates") and v.label == label and v.current is not None]
    found.sort(key=lambda value: (value.decision is Decision.READ, value.field != "term"))
    days = [_day((value.current or {}).get("value" if value.field == "term" else "date")) for value in found]
    return next((day for day in days if day), None)


def _copy(document: Document, values: list[Value]) -> None:
    document.kind = _plain(values, "kind")
    document.title = _plain(values, "title")
    document.place = _cut(_plain(values, "place"), 200)
    days = (_dated(values, label) for label in _OWN_DATES)
    day = next((d for d in days if d), None)
    document.year = day.year if day else None
    in_order = [v.current for v in values if v.field == "parties" and v.current]
    names = dict.fromkeys(str(party["name"]) for party in in_order if party.get("name"))
    document.institutions = "\n".join(names) or None
    document.undecided = sum(value.decision is Decision.READ for value in values)
    document.decided = len(values) - document.undecided
    document.doubtful = sum(map(is_doubtful, values))


def _settle(document: Document) -> None:
    if document.state not in (State.EXTRACTED, State.REVIEWED):
        return
    if document.undecided == 0 and document.decided > 0:
        if document.state is not State.REVIEWED:
            document.state, document.reviewed_at = State.REVIEWED, now()
    else:
        document.state, document.reviewed_at = State.EXTRACTED, None


def _agreement(session: Session, document: Document, values: list[Value]) -> None:
    row = session.scalar(select(Agreement).where(Agreement.document_id == document.id))
    if document.kind not in AGREEMENT_KINDS:
        if row is not None:
            session.delete(row)
        return
    if row is None:
        row = Agreement(document_id=document.id, kind=document.kind)
        session.add(row)
    row.kind, row.title = document.kind, document.title
    row.numbers = "\n".join(str(n["value"]) for n in _current(values, "numbers") if n.get("value")) or None
    row.signed_on = _dated(values, "signed")
    row.starts_on = _dated(values, "start")
    row.duration = _cut(_plain(values, "term", "duration"), 20)
    row.ends_on = _end(values, row)
    _parties(session, row, [v.current for v in values if v.field == "parties" and v.current])


def _end(values: list[Value], row: Agreement) -> date | None:
    """The stated or decided end; counted anew when a person changed start or duration and nobody decided the end."""
    stated = _dated(values, "end")
    term = [v for v in values if v.field in ("term", "dates")]
    changed = any(v.label in ("start", "duration") and v.decision in (Decision.CORRECTED, Decision.ADDED) for v in term)
    end_decided = any(v.label == "end" and v.decision is not Decision.READ for v in term)
    if row.starts_on and row.duration and not end_decided and (changed or stated is None):
        return add_duration(row.starts_on, row.duration) or stated
    return stated


def _parties(session: Session, row: Agreement, parties: list[dict[str, Any]]) -> None:
    wanted = []
    for party in parties:
        representative = party.get("representative") or {}
        wanted.append(
            (
                _cut(party.get("name"), 300) or "",
                _cut(representative.get("name"), 200),
                _cut(representative.get("position"), 400),
            )
        )
    there = [(p.name, p.representative, p.representative_position) for p in row.parties]
    if wanted == there:
        return
    row.parties = [
        AgreementParty(position=position, name=name, representative=person, representative_position=office)
        for position, (name, person, office) in enumerate(wanted)
    ]
    session.flush()


def _recommendations(session: Session, document: Document, values: list[Value]) -> list[Recommendation]:
    """Rows by key, those that changed given back; what is read no longer stays, withdrawn, for its history."""
    rows = {
        row.key: row for row in session.scalars(select(Recommendation).where(Recommendation.document_id == document.id))
    }
    changed: list[Recommendation] = []
    seen = set()
    for value in values:
        item = value.current
        if value.field != "recommendations" or item is None or not item.get("text"):
            continue
        seen.add(value.key)
        row = rows.get(value.key)
        if row is None:
            row = Recommendation(
                document_id=document.id, key=value.key, text=item["text"], topic=item.get("topic") or "lainnya"
            )
            row.notes = [ProgressNote(act="read", text=item["text"])]
            session.add(row)
        row.text, row.topic = item["text"], item.get("topic") or "lainnya"
        row.addressee, row.due_text = (_cut(item.get("addressee"), 300), _cut(item.get("due_text"), 300))
        _stand_where(row, value)
        row.confidence, row.withdrawn = value.confidence, False
        if not row.due_decided:
            row.due = _day(item.get("due"))
        if row.id is None or session.is_modified(row):
            changed.append(row)
    for key, row in rows.items():
        if key not in seen and not row.withdrawn:
            row.withdrawn = True
            changed.append(row)
    return changed


def _visits(session: Session, document: Document, values: list[Value]) -> None:
    """Promised visits by key. One that people have begun to plan keeps what they wrote."""
    rows = {
        row.key: row
        for row in session.scalars(select(Visit).where(Visit.document_id == document.id, Visit.key.is_not(None)))
    }
    promised_on = _dated(values, "signed") or _dated(values, "published") or _dated(values, "event")
    seen = set()
    for value in values:
        item = value.current
        if value.field != "visits" or item is None:
            continue
        seen.add(value.key)
        row = rows.get(value.key)
        if row is None:
            row = Visit(document_id=document.id, key=value.key, status=VisitStatus.PROMISED)
            session.add(row)
        row.withdrawn = False
        _stand_where(row, value)
        if row.status is not VisitStatus.PROMISED:
            continue
        row.visitor, row.host = (_cut(item.get("visitor"), 300), _cut(item.get("host"), 300))
        row.reciprocal, row.promised_on = bool(item.get("reciprocal")), promised_on
        row.when_text, row.purpose = (_cut(item.get("when_text"), 300), item.get("purpose"))
        row.starts_on, row.ends_on = _days_of_visit(item)
        if (
            row.starts_on is None
            and row.when_text is None
            and (period := [item.get("start"), item.get("end")]) != [None] * 2
        ):
            row.when_text = " – ".join(day_in_words(day) for day in map(_day, period) if day) or None
    for key, row in rows.items():
        if key not in seen and row.status is VisitStatus.PROMISED:
            row.withdrawn = True


def _days_of_visit(item: dict[str, Any]) -> tuple[date | None, date | None]:
    """First and last day; none where only a period is told in which the visit may fall, such as `pada tahun 2027`."""
    first, last = _day(item.get("start")), _day(item.get("end"))
    if first is None or last is None:
        return first, last
    if (last - first).days >= LONGEST_VISIT_DAYS:
        return None, None
    return first, last if last >= first else None


def _stand_where(row: Recommendation | Visit, value: Value) -> None:
    row.page, row.start, row.end, row.quote = (value.page, value.start, value.end, value.quote)


def _cut(text: Any, length: int) -> str | None:
    return str(text)[:length] if text else None
