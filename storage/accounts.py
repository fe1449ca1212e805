"""Questions about accounts and invitations."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.errors import Duplicate, NotFound
from storage.models import Account, Invitation, PasswordLink, Role

INVITATION_DAYS = 7
PASSWORD_LINK_DAYS = 7


def get(session: Session, account_id: int) -> Account:
    account = session.get(Account, account_id)
    if account is None:
        raise NotFound(f"no account {account_id}")
    return account


def by_id(session: Session, account_id: int) -> Account | None:
    return session.get(Account, account_id)


def by_email(session: Session, email: str) -> Account | None:
    return session.scalar(select(Account).where(Account.email == email.strip().lower()))


def any_account(session: Session) -> bool:
    """Whether anybody can sign in yet; the first start invites the first administrator."""
    return session.scalar(select(Account.id).limit(1)) is not None


def everyone(session: Session) -> list[Account]:
    """All accounts, active ones first, by name."""
    return list(session.scalars(select(Account).order_by(Account.active.desc(), func.lower(Account.name))))


def active_administrators(session: Session) -> int:
    """How many can still administer; the last one must not be disabled."""
    statement = select(func.count()).select_from(Account).where(Account.active, Account.role == Role.ADMIN)
    return session.scalar(statement) or 0


def add(
    session: Session, *, email: str, name: str, password_hash: str, role: Role = Role.STAFF, unit: str | None = None
) -> Account:
    """A new account; `Duplicate` when the address has one."""
    email = email.strip().lower()
    if by_email(session, email) is not None:
        raise Duplicate(email)
    account = Account(email=email, name=name.strip(), password_hash=password_hash, role=role, unit=unit)
    session.add(account)
    session.flush()
    return account


def invite(session: Session, token: str, role: Role) -> Invitation:
    """Keep an invitation for whoever holds `token`; only its digest is kept."""
    invitation = Invitation(token_sha256=_digest(token), role=role)
    session.add(invitation)
    session.flush()
    return invitation


def open_invitation(session: Session, token: str, now: datetime) -> Invitation | None:
    """The invitation of this token, unless it was used or is older than `INVITATION_DAYS`."""
    invitation = session.scalar(
        select(Invitation).where(Invitation.token_sha256 == _digest(token), Invitation.used_at.is_(None))
    )
    if invitation is None or invitation.created_at < now - timedelta(days=INVITATION_DAYS):
        return None
    return invitation


def use_invitation(session: Session, token: str, now: datetime) -> Invitation:
    """Mark the invitation used; `NotFound` when it is not open. It works once."""
    invitation = open_invitation(session, token, now)
    if invitation is None:
        raise NotFound("no open invitation")
    invitation.used_at = now
    return invitation


def withdraw_invitations(session: Session, role: Role, now: datetime) -> None:
    """Close all open invitations for a role, so that only the newest link works."""
    for invitation in session.scalars(select(Invitation).where(Invitation.role == role, Invitation.used_at.is_(None))):
        invitation.used_at = now


def link_password(session: Session, token: str, account_id: int, now: datetime) -> PasswordLink:
    """Keep a link for a new password of this account; earlier ones stop working."""
    withdraw_password_links(session, account_id, now)
    link = PasswordLink(token_sha256=_digest(token), account_id=account_id)
    session.add(link)
    session.flush()
    return link


def open_password_link(session: Session, token: str, now: datetime) -> tuple[PasswordLink, Account] | None:
    """The link of this token and its account, unless it was used, is too old, or the account is disabled."""
    link = session.scalar(
        select(PasswordLink).where(PasswordLink.token_sha256 == _digest(token), PasswordLink.used_at.is_(None))
    )
    if link is None or link.created_at < now - timedelta(days=PASSWORD_LINK_DAYS):
        return None
    account = get(session, link.account_id)
    return (link, account) if account.active else None


def withdraw_password_links(session: Session, account_id: int, now: datetime) -> None:
    """Close all open links for a new password of this account."""
    statement = select(PasswordLink).where(PasswordLink.account_id == account_id, PasswordLink.used_at.is_(None))
    for link in session.scalars(statement):
        link.used_at = now


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
