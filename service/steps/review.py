"""Staff confirm, correct, reject or add values; who and when is kept, and all rows follow at once.

Every step gives back the document's id. A second reading leaves alone what was decided here.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from service.steps.field_rules import WrongValue, check_order, checked
from service.steps.follow_values import follow_values, is_doubtful
from service.steps.record import value_key
from storage import documents
from storage.database import Database
from storage.errors import NotFound
from storage.index import SearchIndex
from storage.models import Decision, Document, Event, Value, now

__all__ = ["WrongValue", "add_value", "confirm", "confirm_sure", "correct", "reject", "undo", "undo_last"]


class Resources(Protocol):
    """What review needs of the service's resources."""

    @property
    def database(self) -> Database: ...

    @property
    def index(self) -> SearchIndex: ...


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: how many values, and the first of them; `value_id` is None where its row is gone."""

    count: int
    field: str
    label: str | None
    value_id: int | None


def confirm(resources: Resources, value_id: int, by: int) -> int:
    """The value is right as it stands; one that was corrected or added stays so."""
    with resources.database.transaction() as session:
        value = _value(session, value_id)
        if value.decision in (Decision.READ, Decision.REJECTED):
            back = value.decided_value is not None  # rejected after a person had given another value
            decision = (Decision.ADDED if value.read is None else Decision.CORRECTED) if back else Decision.CONFIRMED
            _decide(session, value, decision, by)
        return _finish(resources, session, value.document_id)


def correct(resources: Resources, value_id: int, new_value: dict[str, Any] | str, by: int) -> int:
    """Another value holds. Keys that `new_value` leaves out stay as they were; a plain string is `{"value": …}`.

    Raises `WrongValue` when it cannot be taken.
    """
    with resources.database.transaction() as session:
        value = _value(session, value_id)
        kept = value.decided_value or value.read or {}
        given = {"value": new_value} if isinstance(new_value, str) else new_value
        if "date" in given and "text" not in given:
            kept = {name: item for name, item in kept.items() if name != "text"}
        entered = checked(value.field, value.label, {**kept, **given})
        _check_term(session, value.document_id, value.field, value.label, entered)
        before = value.current
        value.decided_value = entered
        if value.field in ("parties", "dates"):
            value.label = entered.get("role") or entered.get("type") or value.label
        _decide(session, value, Decision.ADDED if value.read is None else Decision.CORRECTED, by, before=before)
        return _finish(resources, session, value.document_id)


def reject(resources: Resources, value_id: int, by: int) -> int:
    """The document does not say this."""
    with resources.database.transaction() as session:
        value = _value(session, value_id)
        _decide(session, value, Decision.REJECTED, by)
        return _finish(resources, session, value.document_id)


def undo(resources: Resources, value_id: int, by: int) -> int:
    """Take the decision back: the machine's value holds again, undecided; an added value goes away."""
    with resources.database.transaction() as session:
        value = _value(session, value_id)
        document_id = value.document_id
        if value.decision is not Decision.READ:
            _note(session, value, "value.undone", by, before=value.current)
            _take_back(session, value)
        return _finish(resources, session, document_id)


def undo_last(resources: Resources, document_id: int, by: int) -> Undone | None:
    """Take back what this person decided last about the document: one value, or all that were confirmed together.

    What was a correction or an addition before it was rejected is that again. None when the person has decided nothing.
    """
    with resources.database.transaction() as session:
        documents.get(session, document_id)
        own = select(Value).where(Value.document_id == document_id, Value.decided_by == by)
        last = session.scalar(own.with_only_columns(func.max(Value.decided_at)))
        if last is None:
            return None
        values = session.scalars(own.where(Value.decided_at == last).order_by(Value.position)).all()
        first = values[0]
        undone = Undone(len(values), first.field, first.label, None if first.decision is Decision.ADDED else first.id)
        for value in values:
            if len(values) == 1:
                _note(session, value, "value.undone", by, before=value.current)
            if value.decision is Decision.REJECTED and value.decided_value is not None:
                value.decision = Decision.ADDED if value.read is None else Decision.CORRECTED
            else:
                _take_back(session, value)
        if len(values) > 1:
            details = {"count": len(values)}
            session.add(Event(by_id=by, act="value.undone_sure", document_id=document_id, details=details))
        _finish(resources, session, document_id)
        return undone


def add_value(
    resources: Resources,
    document_id: int,
    field: str,
    label: str | None,
    new_value: dict[str, Any] | str,
    by: int,
    *,
    page: int | None = None,
) -> int:
    """A value that the machine had not read, on `page` if known. Raises `WrongValue`, also when it is there already."""
    given = {"value": new_value} if isinstance(new_value, str) else new_value
    entered = checked(field, label, given)
    if field in ("parties", "dates"):
        label = entered.get("role") or entered.get("type")
    with resources.database.transaction() as session:
        documents.get(session, document_id)
        _check_term(session, document_id, field, label, entered)
        key = value_key(field, label, entered)
        if session.scalar(select(Value.id).where(Value.document_id == document_id, Value.key == key)):
            raise WrongValue(
                "Nilai ini sudah ada pada dokumen. Perbaiki atau konfirmasi nilai yang ada.",
                "The document has this value already. Correct or confirm the one that is there.",
            )
        last = session.scalar(select(func.max(Value.position)).where(Value.document_id == document_id))
        value = Value(
            document_id=document_id, key=key, field=field, label=label, read=None, page=page,
            position=0 if last is None else last + 1, decided_value=entered,
        )  # fmt: skip
        session.add(value)
        _decide(session, value, Decision.ADDED, by)
        return _finish(resources, session, document_id)


def confirm_sure(resources: Resources, document_id: int, by: int) -> int:
    """Confirm every undecided value that is not doubtful; how many there were. `undo_last` takes them all back."""
    with resources.database.transaction() as session:
        documents.get(session, document_id)
        undecided = select(Value).where(Value.document_id == document_id, Value.decision == Decision.READ)
        sure = [value for value in session.scalars(undecided) if not is_doubtful(value)]
        together = now()  # one moment: what was decided together is known by it
        for value in sure:
            value.decision, value.decided_by, value.decided_at = (Decision.CONFIRMED, by, together)
        if sure:
            session.add(
                Event(by_id=by, act="value.confirmed_sure", document_id=document_id, details={"count": len(sure)})
            )
        _finish(resources, session, document_id)
        return len(sure)


def _value(session: Session, value_id: int) -> Value:
    value = session.get(Value, value_id)
    if value is None:
        raise NotFound(f"no value {value_id}")
    return value


def _take_back(session: Session, value: Value) -> None:
    if value.read is None:
        session.delete(value)
        return
    value.decision, value.decided_value = Decision.READ, None
    value.decided_by = value.decided_at = None
    if value.field in ("parties", "dates"):
        value.label = value.read.get("role") or value.read.get("type") or value.label


def _decide(session: Session, value: Value, decision: Decision, by: int, *, before: Any = None) -> None:
    before = before or value.current
    value.decision, value.decided_by, value.decided_at = decision, by, now()
    if decision is Decision.CONFIRMED:
        value.decided_value = None
    _note(session, value, f"value.{decision.value}", by, before=before)


def _note(session: Session, value: Value, act: str, by: int, *, before: Any) -> None:
    session.flush()
    details = {
        "value_id": value.id,
        "field": value.field,
        "label": value.label,
        "before": before,
        "after": value.current,
    }
    session.add(Event(by_id=by, act=act, document_id=value.document_id, details=details))


def _finish(resources: Resources, session: Session, document_id: int) -> int:
    """Let all rows follow, and the index with them: wholly only when the document's facets changed."""
    document = session.get_one(Document, document_id)
    was = document.state
    changes = follow_values(session, document)
    if changes.facets:
        resources.index.put_document(session, document)
    else:
        for recommendation in changes.recommendations:
            resources.index.put_recommendation(session, recommendation)
    if document.state is not was:
        session.add(Event(act=f"document.{document.state.value}", document_id=document_id))
    return document_id


def _check_term(session: Session, document_id: int, field: str, label: str | None, entered: dict[str, Any]) -> None:
    """An agreement's term must not end before it starts."""
    if field != "term" or label not in ("start", "end"):
        return
    rows = session.scalars(select(Value).where(Value.document_id == document_id, Value.field == "term"))
    term = {row.label: (row.current or {}).get("value") for row in rows if row.decision is not Decision.READ}
    term[label] = entered["value"]
    with suppress(KeyError):
        check_order(term["start"], term["end"])
