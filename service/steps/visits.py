"""From a promise in a document, or an idea, to a dated visit, its hosts' agreement and its report."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from service.resources import Resources
from service.steps.refused import Refused, Told
from storage import visits
from storage.errors import NotFound, Stale
from storage.models import Document, Event, Recommendation, Visit, VisitStatus
from storage.models.visits import LONGEST_VISIT_DAYS

STATUS_NAMES = {
    VisitStatus.PROMISED: Told("Dijanjikan"),
    VisitStatus.PLANNED: Told("Direncanakan"),
    VisitStatus.CONFIRMED: Told("Disepakati"),
    VisitStatus.HELD: Told("Terlaksana"),
    VisitStatus.CANCELLED: Told("Dibatalkan"),
}
CHANGED_MEANWHILE = Told(
    "Orang lain baru saja mengubah kunjungan ini. Periksa keadaan terbarunya, lalu simpan lagi bila masih perlu."
)


@dataclass(frozen=True)
class Plan:
    """What people enter about a visit. Without days it stays what it was: a promise or an idea."""

    visitor: str | None
    host: str | None
    starts_on: date | None = None
    ends_on: date | None = None  # None: one day
    place: str | None = None
    purpose: str | None = None
    delegation: str | None = None  # a line a person
    agenda: str | None = None
    topic_ids: tuple[int, ...] = ()


def create(resources: Resources, plan: Plan, *, by: int) -> int:
    """A visit that no document promises; its id. Raises Refused."""
    _check(plan)
    if plan.starts_on is None:
        raise Refused("Isi tanggal mulai kunjungan.", field="starts_on")
    with resources.database.transaction() as session:
        visit = Visit(status=VisitStatus.PLANNED, created_by_id=by)
        session.add(visit)
        _fill(session, visit, plan)
        session.flush()
        _note(session, visit, "visit.planned", by, {"starts_on": _iso(visit.starts_on)})
        return visit.id


def save(resources: Resources, visit_id: int, plan: Plan, *, by: int, seen: str | None = None) -> None:
    """Change a visit; a promise that gets days becomes planned, and new days of an agreed visit must be agreed anew.

    `seen` is the fingerprint of what the person saw. Raises Refused, Stale, NotFound.
    """
    _check(plan)
    with resources.database.transaction() as session:
        visit = _load(session, visit_id, seen)
        _check_not_over(visit)
        days_before = (visit.starts_on, visit.ends_on)
        if plan.starts_on is None and visit.status is not VisitStatus.PROMISED:
            raise Refused("Isi tanggal mulai kunjungan, atau tunda kunjungan ini.", field="starts_on")
        _fill(session, visit, plan)
        moved = (visit.starts_on, visit.ends_on) != days_before
        # A promise may bring its days from the document; they are planned once a person has saved them.
        if visit.starts_on is not None and (moved or visit.status is VisitStatus.PROMISED):
            visit.status = VisitStatus.PLANNED
            _note(
                session,
                visit,
                "visit.planned",
                by,
                {"before": _iso(days_before[0]), "starts_on": _iso(visit.starts_on)},
            )
        else:
            _note(session, visit, "visit.changed", by)


def confirm(resources: Resources, visit_id: int, *, by: int, seen: str | None = None) -> None:
    """The host has agreed to the days."""
    with resources.database.transaction() as session:
        visit = _load(session, visit_id, seen)
        if visit.status is not VisitStatus.PLANNED:
            raise _not_from(visit, Told("Hanya kunjungan yang direncanakan dapat dinyatakan disepakati."))
        if not visit.visitor or not visit.host:
            raise Refused("Isi pihak yang berkunjung dan tuan rumah dahulu.", field="host")
        visit.status = VisitStatus.CONFIRMED
        _note(session, visit, "visit.confirmed", by)


def hold(resources: Resources, visit_id: int, *, by: int, today: date, seen: str | None = None) -> None:
    """The visit took place."""
    with resources.database.transaction() as session:
        visit = _load(session, visit_id, seen)
        if visit.status not in visits.DATED:
            raise _not_from(visit, Told("Hanya kunjungan yang bertanggal dapat dinyatakan terlaksana."))
        if visit.starts_on is not None and visit.starts_on > today:
            raise Refused("Kunjungan ini belum dimulai, jadi belum dapat dinyatakan terlaksana.")
        visit.status = VisitStatus.HELD
        _note(session, visit, "visit.held", by)


def postpone(resources: Resources, visit_id: int, reason: str | None, *, by: int, seen: str | None = None) -> None:
    """Take the days away again; what was promised is owed as before."""
    reason = _required(reason, "Tulis alasan penundaan.")
    with resources.database.transaction() as session:
        visit = _load(session, visit_id, seen)
        if visit.status not in visits.DATED:
            raise _not_from(visit, Told("Hanya kunjungan yang bertanggal dapat ditunda."))
        before = _iso(visit.starts_on)
        visit.status, visit.starts_on, visit.ends_on = VisitStatus.PROMISED, None, None
        _note(session, visit, "visit.postponed", by, {"before": before, "reason": reason})


def cancel(resources: Resources, visit_id: int, reason: str | None, *, by: int, seen: str | None = None) -> None:
    """Give the visit up; it is owed no more."""
    reason = _required(reason, "Tulis alasan pembatalan.")
    with resources.database.transaction() as session:
        visit = _load(session, visit_id, seen)
        _check_not_over(visit)
        visit.status, visit.cancel_reason = VisitStatus.CANCELLED, reason
        _note(session, visit, "visit.cancelled", by, {"reason": reason})


def reopen(resources: Resources, visit_id: int, *, by: int, seen: str | None = None) -> None:
    """A cancelled visit is wanted after all, or one was marked as held by mistake: planned where it has days, else promised."""
    with resources.database.transaction() as session:
        visit = _load(session, visit_id, seen)
        if visit.status not in (VisitStatus.CANCELLED, VisitStatus.HELD):
            raise _not_from(visit, Told("Hanya kunjungan yang dibatalkan atau terlaksana dapat dibuka kembali."))
        visit.status = VisitStatus.PLANNED if visit.starts_on else VisitStatus.PROMISED
        visit.cancel_reason = None
        _note(session, visit, "visit.reopened", by)


def report(
    resources: Resources, visit_id: int, text: str | None, document_id: int | None, *, by: int, seen: str | None = None
) -> None:
    """Keep what came of a visit: in words, as an uploaded document, or both."""
    text = (text or "").strip() or None
    if text is None and document_id is None:
        raise Refused("Tulis hasil kunjungan atau pilih dokumen laporannya.", field="report")
    with resources.database.transaction() as session:
        visit = _load(session, visit_id, seen)
        if visit.status is not VisitStatus.HELD:
            raise _not_from(visit, Told("Hanya kunjungan yang terlaksana dapat dilaporkan."))
        if document_id is not None and session.get(Document, document_id) is None:
            raise Refused("Dokumen laporan itu tidak ada lagi. Pilih dokumen lain.", field="report_document_id")
        visit.report, visit.report_document_id = text, document_id
        _note(session, visit, "visit.reported", by)


def _load(session: Session, visit_id: int, seen: str | None) -> Visit:
    visit = visits.get(session, visit_id)
    if seen is not None and visits.fingerprint(visit) != seen:
        raise Stale(CHANGED_MEANWHILE)
    if visit.withdrawn:
        raise Refused("Janji kunjungan ini ditarik saat pemeriksaan dokumen, jadi tidak direncanakan lagi.")
    return visit


def _fill(session: Session, visit: Visit, plan: Plan) -> None:
    visit.visitor, visit.host = plan.visitor, plan.host
    visit.starts_on = plan.starts_on
    visit.ends_on = (plan.ends_on or plan.starts_on) if plan.starts_on else None
    visit.place, visit.purpose = plan.place, plan.purpose
    visit.delegation, visit.agenda = _lines(plan.delegation), plan.agenda
    visit.topics = _topics(session, plan.topic_ids)


def _topics(session: Session, ids: Iterable[int]) -> list[Recommendation]:
    wanted = tuple(dict.fromkeys(ids))
    found = list(
        session.scalars(select(Recommendation).where(Recommendation.id.in_(wanted)).order_by(Recommendation.id))
    )
    if len(found) != len(wanted):
        raise NotFound("Sebagian rekomendasi yang dipilih tidak ada lagi.")
    return found


def _check(plan: Plan) -> None:
    if not plan.visitor:
        raise Refused("Isi pihak yang berkunjung.", field="visitor")
    if not plan.host:
        raise Refused("Isi tuan rumah.", field="host")
    if plan.visitor.casefold() == plan.host.casefold():
        raise Refused("Pihak yang berkunjung dan tuan rumah harus berbeda.", field="host")
    if plan.ends_on is not None and plan.starts_on is None:
        raise Refused("Isi tanggal mulai juga.", field="starts_on")
    if plan.starts_on is not None and plan.ends_on is not None:
        if plan.ends_on < plan.starts_on:
            raise Refused("Tanggal selesai tidak boleh sebelum tanggal mulai.", field="ends_on")
        if (plan.ends_on - plan.starts_on).days >= LONGEST_VISIT_DAYS:
            raise Refused(
                "Kunjungan paling lama %(n)d hari. Periksa kedua tanggalnya.", field="ends_on", n=LONGEST_VISIT_DAYS
            )


def _check_not_over(visit: Visit) -> None:
    if visit.status is VisitStatus.HELD:
        raise Refused("Kunjungan ini sudah terlaksana. Buka kembali dahulu untuk mengubahnya.")
    if visit.status is VisitStatus.CANCELLED:
        raise Refused("Kunjungan ini sudah dibatalkan. Buka kembali dahulu untuk mengubahnya.")


def _not_from(visit: Visit, rule: Told) -> Refused:
    return Refused("%(rule)s Kunjungan ini “%(status)s”.", rule=rule, status=STATUS_NAMES[visit.status])


def _required(reason: str | None, message: str) -> str:
    if not (cleaned := (reason or "").strip()):
        raise Refused(message, field="reason")
    return cleaned


def _lines(text: str | None) -> str | None:
    return "\n".join(line.strip() for line in (text or "").splitlines() if line.strip()) or None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _note(session: Session, visit: Visit, act: str, by: int, details: dict[str, object] | None = None) -> None:
    session.add(
        Event(act=act, by_id=by, document_id=visit.document_id, details={"visit_id": visit.id, **(details or {})})
    )
