"""What participants recommended, and what became of it: progress, notes, proof."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.accounts import Account
from storage.models.base import Base, by_value, now

if TYPE_CHECKING:
    from storage.models.documents import Document


class Progress(StrEnum):
    NEW = "new"  # baru: nobody has decided
    ACCEPTED = "accepted"  # diterima
    RUNNING = "running"  # berjalan
    TO_VERIFY = "to_verify"  # menunggu verifikasi
    DONE = "done"  # selesai
    REFUSED = "refused"  # ditolak
    IMPOSSIBLE = "impossible"  # tidak dapat ditindaklanjuti


OPEN = (Progress.NEW, Progress.ACCEPTED, Progress.RUNNING, Progress.TO_VERIFY)


class Recommendation(Base):
    __tablename__ = "recommendations"
    __table_args__ = (
        UniqueConstraint("document_id", "key"),
        CheckConstraint("progress <> 'done' OR done_on IS NOT NULL", name="done_has_day"),
        CheckConstraint(
            "progress NOT IN ('refused', 'impossible') OR closing_reason IS NOT NULL", name="dropped_has_reason"
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    key: Mapped[str] = mapped_column(String(200))  # that of its document value, so that a second reading finds it again
    text: Mapped[str] = mapped_column(Text)
    addressee: Mapped[str | None] = mapped_column(String(300))  # as the document says
    topic: Mapped[str] = mapped_column(String(40), index=True)
    due_text: Mapped[str | None] = mapped_column(String(300))
    page: Mapped[int | None]
    start: Mapped[int | None]
    end: Mapped[int | None]
    quote: Mapped[str | None] = mapped_column(Text)
    confidence: Mapped[float | None]
    withdrawn: Mapped[bool] = mapped_column(
        default=False
    )  # rejected in review, or gone in a second reading; kept for its history
    # Follow-up, decided by people.
    progress: Mapped[Progress] = mapped_column(by_value(Progress), default=Progress.NEW, index=True)
    unit: Mapped[str | None] = mapped_column(String(300), index=True)  # OPD penanggung jawab
    person: Mapped[str | None] = mapped_column(String(200))  # PIC
    due: Mapped[date | None] = mapped_column(index=True)  # from the document until a person sets it
    due_decided: Mapped[bool] = mapped_column(default=False)
    done_on: Mapped[date | None]
    closing_reason: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=now)
    document: Mapped["Document"] = relationship()
    notes: Mapped[list["ProgressNote"]] = relationship(
        order_by="ProgressNote.id.desc()", cascade="all, delete-orphan", passive_deletes=True
    )
    proofs: Mapped[list["Proof"]] = relationship(
        order_by="Proof.id", cascade="all, delete-orphan", passive_deletes=True
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it


class ProgressNote(Base):
    """The history of a recommendation, one line an act: what changed, from what to what, by whom, and their words."""

    __tablename__ = "progress_notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendations.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(default=now)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    act: Mapped[str] = mapped_column(String(40))  # read, progress, unit, person, due, note, proof, proof_removed
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    by: Mapped[Account | None] = relationship()


class Proof(Base):
    __tablename__ = "proofs"
    id: Mapped[int] = mapped_column(primary_key=True)
    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendations.id", ondelete="CASCADE"), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size_bytes: Mapped[int]
    name: Mapped[str] = mapped_column(String(255))
    description: Mapped[str | None] = mapped_column(String(400))
    dated: Mapped[date | None]
    added_at: Mapped[datetime] = mapped_column(default=now)
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    added_by: Mapped[Account | None] = relationship()
