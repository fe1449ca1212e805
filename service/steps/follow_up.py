"""Following up recommendations: accept, assign, set a day, note, prove, finish, drop. Each act leaves a line of history."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from service.resources import Resources
from service.steps.refused import Refused, Told
from storage import recommendations
from storage.errors import Stale, StorageError
from storage.files import StoredFile, Stream, TooBig
from storage.models import OPEN, Progress, ProgressNote, Proof, Recommendation

PROGRESS_NAMES = {
    Progress.NEW: Told("Baru"),
    Progress.ACCEPTED: Told("Diterima"),
    Progress.RUNNING: Told("Berjalan"),
    Progress.TO_VERIFY: Told("Menunggu verifikasi"),
    Progress.DONE: Told("Selesai"),
    Progress.REFUSED: Told("Ditolak"),
    Progress.IMPOSSIBLE: Told("Tidak dapat ditindaklanjuti"),
}

# The legal ways on, the usual one first. Going back, and opening again what was closed, asks for a reason.
NEXT: dict[Progress, tuple[Progress, ...]] = {
    Progress.NEW: (Progress.ACCEPTED, Progress.REFUSED),
    Progress.ACCEPTED: (Progress.RUNNING, Progress.REFUSED, Progress.IMPOSSIBLE),
    Progress.RUNNING: (Progress.TO_VERIFY, Progress.IMPOSSIBLE),
    Progress.TO_VERIFY: (Progress.DONE, Progress.RUNNING),
    Progress.DONE: (Progress.RUNNING,),
    Progress.REFUSED: (Progress.ACCEPTED,),
    Progress.IMPOSSIBLE: (Progress.RUNNING,),
}
CLOSED_WITH_REASON = (Progress.REFUSED, Progress.IMPOSSIBLE)
CLOSED = (Progress.DONE, *CLOSED_WITH_REASON)

CHANGED_MEANWHILE = Told(
    "Orang lain baru saja mengubah rekomendasi ini. Halaman ini menunjukkan keadaan terbarunya, dan isian Anda masih ada. "
    "Periksa, lalu simpan lagi bila masih perlu."
)


def needs_reason(before: Progress, after: Progress) -> bool:
    """Whether this step must be explained: closing without doing, sending back, opening again."""
    return after in CLOSED_WITH_REASON or before in CLOSED or (before, after) == (Progress.TO_VERIFY, Progress.RUNNING)


@dataclass(frozen=True)
class Expected:
    """Which recommendation, in which version the person saw it; None where they saw no version (bulk)."""

    recommendation_id: int
    version: int | None = None


def move(
    resources: Resources, expected: Expected, to: Progress, *, by: int, today: date, reason: str | None = None
) -> None:
    """Bring a recommendation to its next state. Raises Refused, Stale, NotFound."""
    reason = _clean(reason)
    with resources.database.transaction() as session:
        recommendation = _load(session, expected)
        before = recommendation.progress
        _check_move(recommendation, to, reason)
        recommendation.progress = to
        recommendation.done_on = today if to is Progress.DONE else None
        recommendation.closing_reason = reason if to in CLOSED_WITH_REASON else None
        _write(session, recommendation, "progress", by=by, before=before, after=to, text=reason)


def assign(resources: Resources, expected: Expected, *, unit: str | None, person: str | None, by: int) -> None:
    """Name the unit that answers for it, and the person in charge (None: nobody yet)."""
    with resources.database.transaction() as session:
        recommendation = _load(session, expected)
        _check_open(recommendation)
        if not _clean(unit):
            raise Refused("Isi OPD penanggung jawab.", field="unit")
        for act, new in (("unit", _clean(unit)), ("person", _clean(person))):
            _set(session, recommendation, act, new, by=by)


def assign_unit(resources: Resources, expected: Expected, *, unit: str, by: int) -> None:
    """Name the unit alone; the person in charge stays when the unit stays, else is open again."""
    with resources.database.transaction() as session:
        recommendation = _load(session, expected)
        _check_open(recommendation)
        if recommendation.unit == unit:
            return
        if recommendation.person is not None and recommendation.unit is not None:
            _set(session, recommendation, "person", None, by=by)
        _set(session, recommendation, "unit", unit, by=by)


def set_due(
    resources: Resources, expected: Expected, due: date, *, by: int, today: date, reason: str | None = None
) -> None:
    """Set the due day. A day that a person set before is moved only with a reason."""
    reason = _clean(reason)
    with resources.database.transaction() as session:
        recommendation = _load(session, expected)
        _check_open(recommendation)
        before = recommendation.due
        if before == due and recommendation.due_decided:
            return
        if due < today and due != before:
            raise Refused("Tenggat baru tidak boleh sebelum hari ini.", field="due")
        if recommendation.due_decided and before is not None and not reason:
            raise Refused("Tenggat ini sudah pernah ditetapkan. Tulis alasan perpanjangan.", field="due_reason")
        recommendation.due, recommendation.due_decided = due, True
        _write(
            session,
            recommendation,
            "due",
            by=by,
            before=before.isoformat() if before else None,
            after=due.isoformat(),
            text=reason,
        )


def note(resources: Resources, recommendation_id: int, text: str, *, by: int) -> None:
    """Add a progress note. Notes never collide, so they need no version."""
    cleaned = _clean(text)
    if not cleaned:
        raise Refused("Tulis catatan dahulu.", field="text")
    with resources.database.transaction() as session:
        recommendation = recommendations.get(session, recommendation_id)
        _write(session, recommendation, "note", by=by, text=cleaned)


def add_proof(
    resources: Resources,
    recommendation_id: int,
    stream: Stream,
    *,
    name: str,
    description: str | None,
    dated: date | None,
    by: int,
    today: date,
) -> None:
    """Keep a file as proof. The same bytes twice for one recommendation are refused."""
    if dated is not None and dated > today:
        raise Refused("Tanggal bukti tidak boleh setelah hari ini.", field="dated")
    try:
        stored = resources.files.put(stream, resources.config.max_upload_bytes, _check_not_empty)
    except TooBig as error:
        raise Refused(
            "Berkas lebih besar dari %(limit)s MB. Perkecil dahulu, lalu unggah lagi.",
            field="file",
            limit=resources.config.max_upload_mb,
        ) from error
    with resources.database.transaction() as session:
        recommendation = recommendations.get(session, recommendation_id)
        _check_not_withdrawn(recommendation)
        for earlier in recommendation.proofs:
            if earlier.sha256 == stored.sha256:
                raise Refused("Berkas yang sama sudah ada di sini sebagai “%(name)s”.", field="file", name=earlier.name)
        recommendation.proofs.append(
            Proof(
                sha256=stored.sha256,
                size_bytes=stored.size_bytes,
                name=name,
                description=_clean(description),
                dated=dated,
                added_by_id=by,
            )
        )
        _write(session, recommendation, "proof", by=by, after=name, text=_clean(description))


def remove_proof(resources: Resources, recommendation_id: int, proof_id: int, *, by: int) -> None:
    """Take a proof off; its file stays kept, the history names it."""
    with resources.database.transaction() as session:
        recommendation = recommendations.get(session, recommendation_id)
        if recommendation.progress is Progress.DONE:
            raise Refused("Rekomendasi sudah selesai, jadi buktinya tidak dapat dilepas. Buka kembali dahulu.")
        found = recommendations.proof(session, recommendation_id, proof_id)
        _write(session, recommendation, "proof_removed", by=by, before=found.name)
        session.delete(found)


@dataclass
class Batch:
    """What came of one act on many: how many were changed, and which were not and why."""

    changed: list[int] = field(default_factory=list)
    refused: list[tuple[int, Told]] = field(default_factory=list)


def many(ids: Iterable[int], act: Callable[[Expected], None]) -> Batch:
    """Do one act for each; what is refused is named, the rest is done. Each has its own short transaction."""
    batch = Batch()
    for recommendation_id in dict.fromkeys(ids):
        try:
            act(Expected(recommendation_id))
        except Refused as refusal:
            batch.refused.append((recommendation_id, refusal.message))
        except StorageError:
            batch.refused.append((recommendation_id, Told("Rekomendasi ini tidak ada lagi.")))
        else:
            batch.changed.append(recommendation_id)
    return batch


def _load(session: Session, expected: Expected) -> Recommendation:
    recommendation = recommendations.get(session, expected.recommendation_id)
    if expected.version is not None and recommendation.version != expected.version:
        raise Stale(CHANGED_MEANWHILE)
    _check_not_withdrawn(recommendation)
    return recommendation


def _check_not_empty(_path: Path, stored: StoredFile) -> None:
    if stored.size_bytes == 0:
        raise Refused("Berkas kosong. Pilih berkas lain.", field="file")


def _check_not_withdrawn(recommendation: Recommendation) -> None:
    if recommendation.withdrawn:
        raise Refused("Rekomendasi ini ditarik saat pemeriksaan dokumen, jadi tidak ditindaklanjuti lagi.")


def _check_open(recommendation: Recommendation) -> None:
    if recommendation.progress not in OPEN:
        raise Refused(
            "Rekomendasi ini sudah “%(status)s”. Buka kembali dahulu untuk mengubahnya.",
            status=PROGRESS_NAMES[recommendation.progress],
        )


def _check_move(recommendation: Recommendation, to: Progress, reason: str | None) -> None:
    before = recommendation.progress
    if to not in NEXT[before]:
        raise Refused(
            "Dari “%(before)s” tidak dapat langsung ke “%(after)s”. Langkah berikutnya: %(ways)s.",
            before=PROGRESS_NAMES[before],
            after=PROGRESS_NAMES[to],
            ways=_either(NEXT[before]),
        )
    if needs_reason(before, to) and not reason:
        raise Refused("Tulis alasannya.", field="reason")
    if to in (Progress.RUNNING, Progress.TO_VERIFY) and not recommendation.unit:
        raise Refused("Tetapkan OPD penanggung jawab dahulu.", field="unit")
    if to in (Progress.TO_VERIFY, Progress.DONE) and not recommendation.proofs and not reason:
        raise Refused("Unggah bukti dukung dahulu, atau jelaskan mengapa tidak ada bukti.", field="reason")


def _either(ways: tuple[Progress, ...]) -> Told:
    """`“Berjalan” atau “Ditolak”`."""
    said = Told("“%(way)s”", way=PROGRESS_NAMES[ways[0]])
    for way in ways[1:]:
        said = Told("%(said)s atau “%(way)s”", said=said, way=PROGRESS_NAMES[way])
    return said


def _set(session: Session, recommendation: Recommendation, name: str, new: str | None, *, by: int) -> None:
    old = getattr(recommendation, name)
    if old == new:
        return
    setattr(recommendation, name, new)
    _write(session, recommendation, name, by=by, before=old, after=new)


def _write(
    session: Session,
    recommendation: Recommendation,
    act: str,
    *,
    by: int,
    before: str | None = None,
    after: str | None = None,
    text: str | None = None,
) -> None:
    session.add(
        ProgressNote(recommendation_id=recommendation.id, by_id=by, act=act, before=before, after=after, text=text)
    )


def _clean(text: str | None) -> str | None:
    return (text or "").strip() or None
