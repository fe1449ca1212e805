"""What people record about an agreement: that it ended before its day, or that another one continues it."""

from datetime import date

from sqlalchemy.orm import Session

from service.resources import Resources
from service.steps.refused import Refused
from storage import agreements
from storage.models import Agreement, Event


def end_early(resources: Resources, agreement_id: int, ended_on: date, reason: str | None, *, by: int) -> None:
    """Record that the parties ended it on a day before its stated end. Raises Refused, NotFound."""
    reason = (reason or "").strip()
    if not reason:
        raise Refused("Tulis alasan pengakhiran.", field="reason")
    with resources.database.transaction() as session:
        agreement = agreements.get(session, agreement_id)
        begun = agreement.starts_on or agreement.signed_on
        if begun is not None and ended_on < begun:
            raise Refused("Tanggal pengakhiran tidak boleh sebelum perjanjian mulai berlaku.", field="ended_on")
        if agreement.ends_on is not None and ended_on >= agreement.ends_on:
            raise Refused(
                "Pada tanggal itu perjanjian memang sudah berakhir. Pilih tanggal sebelumnya.", field="ended_on"
            )
        agreement.ended_early_on, agreement.ended_reason = ended_on, reason
        _note(session, agreement, "agreement.ended_early", by, {"on": ended_on.isoformat(), "reason": reason})


def undo_end_early(resources: Resources, agreement_id: int, *, by: int) -> None:
    """Take the recorded early end back; the stated end holds again."""
    with resources.database.transaction() as session:
        agreement = agreements.get(session, agreement_id)
        if agreement.ended_early_on is None:
            return
        _note(session, agreement, "agreement.end_undone", by, {"on": agreement.ended_early_on.isoformat()})
        agreement.ended_early_on = agreement.ended_reason = None


def renew(resources: Resources, agreement_id: int, by_agreement_id: int | None, *, by: int) -> None:
    """Record which agreement continues this one; None takes it back. Raises Refused for itself and for a circle."""
    with resources.database.transaction() as session:
        agreement = agreements.get(session, agreement_id)
        if by_agreement_id is not None:
            _check_chain(session, agreement, agreements.get(session, by_agreement_id))
        agreement.renewed_by_id = by_agreement_id
        _note(session, agreement, "agreement.renewed", by, {"by_agreement_id": by_agreement_id})


def _check_chain(session: Session, agreement: Agreement, successor: Agreement) -> None:
    if successor.id == agreement.id:
        raise Refused(
            "Perjanjian tidak dapat diperpanjang oleh dirinya sendiri. Pilih perjanjian lain.", field="renewed_by"
        )
    seen = {agreement.id}
    following: Agreement | None = successor
    while following is not None:
        if following.id in seen:
            raise Refused(
                "Perjanjian itu sendiri diperpanjang oleh perjanjian ini. Pilih perjanjian lain.", field="renewed_by"
            )
        seen.add(following.id)
        following = following.renewed_by


def _note(session: Session, agreement: Agreement, act: str, by: int, details: dict[str, object]) -> None:
    session.add(
        Event(act=act, by_id=by, document_id=agreement.document_id, details={"agreement_id": agreement.id, **details})
    )
