"""Agreements between institutions, made from documents of kind `mou` and `agreement`."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base, now

if TYPE_CHECKING:
    from storage.models.documents import Document


class Agreement(Base):
    """Follows its document's current values; one row a document."""

    __tablename__ = "agreements"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), unique=True)
    kind: Mapped[str] = mapped_column(String(20))  # mou | agreement
    title: Mapped[str | None] = mapped_column(Text)
    numbers: Mapped[str | None] = mapped_column(Text)  # a line each
    signed_on: Mapped[date | None] = mapped_column(index=True)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None] = mapped_column(index=True)
    duration: Mapped[str | None] = mapped_column(String(20))
    ended_early_on: Mapped[date | None]
    ended_reason: Mapped[str | None] = mapped_column(Text)
    renewed_by_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    document: Mapped["Document"] = relationship()
    parties: Mapped[list["AgreementParty"]] = relationship(
        order_by="AgreementParty.position", cascade="all, delete-orphan", passive_deletes=True
    )
    renewed_by: Mapped["Agreement | None"] = relationship(remote_side=[id])


class AgreementParty(Base):
    __tablename__ = "agreement_parties"
    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(300), index=True)
    representative: Mapped[str | None] = mapped_column(String(200))
    representative_position: Mapped[str | None] = mapped_column(String(400))
