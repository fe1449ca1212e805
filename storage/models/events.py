"""Who did what, when: one line an act that changed something."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.accounts import Account
from storage.models.base import Base, now


class Event(Base):
    __tablename__ = "events"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now, index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    act: Mapped[str] = mapped_column(String(60))  # document.received, document.read, value.confirmed, visit.planned …
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id", ondelete="SET NULL"), index=True)
    details: Mapped[dict[str, Any] | None]
    by: Mapped[Account | None] = relationship()
