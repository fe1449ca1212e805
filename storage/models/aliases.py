"""Short names that an office uses and that no list has: each stands for an institution's official name."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.accounts import Account
from storage.models.base import Base, now


class Alias(Base):
    __tablename__ = "aliases"
    id: Mapped[int] = mapped_column(primary_key=True)
    written: Mapped[str] = mapped_column(String(120))  # as documents write it
    folded: Mapped[str] = mapped_column(String(120), unique=True)  # lower case, single blanks: what is compared
    name: Mapped[str] = mapped_column(String(300))  # the official full name, its region included
    added_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    added_at: Mapped[datetime] = mapped_column(default=now)
    adder: Mapped[Account | None] = relationship()
