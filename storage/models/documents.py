"""A document, its pages, what the machine read in it, and what people decided about each value."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.accounts import Account
from storage.models.base import Base, by_value, now


class State(StrEnum):
    RECEIVED = "received"  # kept, waits in the queue
    READING = "reading"  # a worker holds the lease
    EXTRACTED = "extracted"  # read; waits for review
    REVIEWED = "reviewed"  # a person has decided every value
    FAILED = "failed"  # see `reason`


class Document(Base):
    __tablename__ = "documents"
    __table_args__ = (
        CheckConstraint("state <> 'failed' OR reason IS NOT NULL", name="failed_has_reason"),
        Index("ix_documents_state_lease", "state", "lease_until"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size_bytes: Mapped[int]
    name: Mapped[str] = mapped_column(String(255))  # as sent, cleaned; data, never a path
    uploaded_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    uploaded_at: Mapped[datetime] = mapped_column(default=now, index=True)
    batch: Mapped[str | None] = mapped_column(String(40), index=True)
    state: Mapped[State] = mapped_column(by_value(State), default=State.RECEIVED)
    reason: Mapped[str | None] = mapped_column(Text)  # in the user's words, when failed
    reason_code: Mapped[str | None] = mapped_column(String(40))
    # That nothing is left to do about a failure, as a person said: it is told of no longer, until a later reading fails.
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    attempt: Mapped[int] = mapped_column(default=0)  # a late result of an older attempt is refused
    lease_until: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    reviewed_at: Mapped[datetime | None]
    page_count: Mapped[int | None]
    format: Mapped[str | None] = mapped_column(String(10))
    # Copies of the current extraction and of what people decided, for lists and filters.
    kind: Mapped[str | None] = mapped_column(String(20), index=True)
    title: Mapped[str | None] = mapped_column(Text)
    year: Mapped[int | None] = mapped_column(index=True)
    place: Mapped[str | None] = mapped_column(String(200))
    institutions: Mapped[str | None] = mapped_column(Text)  # official names, a line each
    doubtful: Mapped[int] = mapped_column(default=0)  # values below the threshold that nobody has decided
    undecided: Mapped[int] = mapped_column(default=0)
    decided: Mapped[int] = mapped_column(default=0)
    extraction: Mapped[dict[str, Any] | None]  # the contract's object, as the machine read it; never edited
    pages: Mapped[list["DocumentPage"]] = relationship(
        order_by="DocumentPage.number", cascade="all, delete-orphan", passive_deletes=True
    )
    values: Mapped[list["Value"]] = relationship(
        order_by="Value.position", cascade="all, delete-orphan", passive_deletes=True
    )
    uploader: Mapped[Account | None] = relationship(foreign_keys=uploaded_by)
    settler: Mapped[Account | None] = relationship(foreign_keys=settled_by)


class DocumentPage(Base):
    __tablename__ = "document_pages"
    __table_args__ = (UniqueConstraint("document_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(10), default="text")
    quality: Mapped[float | None]
    width: Mapped[float | None]
    height: Mapped[float | None]
    words: Mapped[list[Any] | None]  # [start, end, left, top, right, bottom, confidence] a word, offsets into `text`


class Decision(StrEnum):
    READ = "read"  # the machine's; nobody has decided
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"  # by a person; the machine had not read it


class Value(Base):
    """One value of a document, e.g. field `dates`, label `signed`: what the machine read and what a person decided.

    `key` names the value across readings (field, label and the normal form of what was read), so that a second reading finds
    the person's decision again and leaves it alone.
    """

    __tablename__ = "document_values"
    __table_args__ = (UniqueConstraint("document_id", "key"), CheckConstraint("position >= 0", name="position"))
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(200))
    field: Mapped[str] = mapped_column(String(40))  # kind, title, numbers, place, parties, dates, term, participants …
    label: Mapped[str | None] = mapped_column(String(60))  # party_1, signed, duration, count …
    position: Mapped[int]
    read: Mapped[dict[str, Any] | None]  # the item of the contract (or {"value": …} for a plain value); None when added
    decided_value: Mapped[dict[str, Any] | None]  # the same shape; what holds when decision is corrected or added
    decision: Mapped[Decision] = mapped_column(by_value(Decision), default=Decision.READ)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    decided_at: Mapped[datetime | None]
    confidence: Mapped[float | None]
    doubted: Mapped[bool] = mapped_column(
        default=False
    )  # a value without confidence that was badly read, or is warned of
    page: Mapped[int | None]
    start: Mapped[int | None]
    end: Mapped[int | None]
    quote: Mapped[str | None] = mapped_column(Text)
    decider: Mapped[Account | None] = relationship()

    @property
    def current(self) -> dict[str, Any] | None:
        """What holds now: the person's value where one was given, nothing when rejected, else the machine's."""
        if self.decision is Decision.REJECTED:
            return None
        return self.decided_value if self.decided_value is not None else self.read
