"""Visits that documents promise, and visits that people plan."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base, by_value, now

if TYPE_CHECKING:
    from storage.models.documents import Document
    from storage.models.recommendations import Recommendation


LONGEST_VISIT_DAYS = 31  # a longer span is the period in which a visit may fall, not its days


class VisitStatus(StrEnum):
    PROMISED = "promised"  # dijanjikan in a document, no dates agreed
    PLANNED = "planned"  # direncanakan
    CONFIRMED = "confirmed"  # disepakati by the host
    HELD = "held"  # terlaksana
    CANCELLED = "cancelled"  # dibatalkan


visit_topics = Table(
    "visit_topics",
    Base.metadata,
    Column("visit_id", ForeignKey("visits.id", ondelete="CASCADE"), primary_key=True),
    Column("recommendation_id", ForeignKey("recommendations.id", ondelete="CASCADE"), primary_key=True),
)


class Visit(Base):
    __tablename__ = "visits"
    __table_args__ = (
        UniqueConstraint("document_id", "key"),
        CheckConstraint("ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on", name="days_in_order"),
        CheckConstraint("status <> 'cancelled' OR cancel_reason IS NOT NULL", name="cancelled_has_reason"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id", ondelete="SET NULL"), index=True)
    key: Mapped[str | None] = mapped_column(String(200))
    visitor: Mapped[str | None] = mapped_column(String(300), index=True)
    host: Mapped[str | None] = mapped_column(String(300), index=True)
    reciprocal: Mapped[bool] = mapped_column(default=False)
    promised_on: Mapped[date | None]
    when_text: Mapped[str | None] = mapped_column(String(300))
    purpose: Mapped[str | None] = mapped_column(Text)
    page: Mapped[int | None]
    start: Mapped[int | None]
    end: Mapped[int | None]
    quote: Mapped[str | None] = mapped_column(Text)
    withdrawn: Mapped[bool] = mapped_column(default=False)
    status: Mapped[VisitStatus] = mapped_column(by_value(VisitStatus), default=VisitStatus.PROMISED, index=True)
    starts_on: Mapped[date | None] = mapped_column(index=True)
    ends_on: Mapped[date | None]
    place: Mapped[str | None] = mapped_column(String(300))
    delegation: Mapped[str | None] = mapped_column(Text)  # a line a person
    agenda: Mapped[str | None] = mapped_column(Text)
    cancel_reason: Mapped[str | None] = mapped_column(Text)
    report: Mapped[str | None] = mapped_column(Text)
    report_document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id", ondelete="SET NULL"))
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    document: Mapped["Document | None"] = relationship(foreign_keys=[document_id])
    report_document: Mapped["Document | None"] = relationship(foreign_keys=[report_document_id])
    topics: Mapped[list["Recommendation"]] = relationship(secondary=visit_topics)
