"""Accounts: invite, accept, sign in, change or replace the password, disable. The messages are for the person at the screen."""

import secrets
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from sqlalchemy.orm import Session

from service.resources import Resources
from service.steps.refused import Told
from storage import accounts
from storage.errors import Duplicate, NotFound
from storage.models import Account, Event, Role

PASSWORD_LETTERS = 12
FREE_TRIES = 5  # wrong passwords before the first wait
LONGEST_WAIT = timedelta(hours=1)
# Long enough by count, and yet the first that anybody tries.
COMMON = frozenset(
    "password1234 passwordpassword 123456789012 1234567890123 qwertyuiop12 qwertyuiopas administrator katasandi123 "
    "katasandi1234 rahasia12345 indonesia123 indonesia1945 sumaterabarat jawatimur123 tiliktiliktilik bismillah123 "
    "pemerintah123 merdeka12345 sayangku1234 000000000000 111111111111 abcdefghijkl".split()
)

_hasher = PasswordHasher()
# What an unknown address is compared with: the answer then takes as long as for a known one.
_nobody = _hasher.hash(secrets.token_hex(16))


class AccountError(Exception):
    """An account cannot be made or changed so; the message says why.

    AccountError
    ├── WrongPassword
    ├── Locked
    └── LinkGone
    """

    def __init__(self, message: str, /, **values: object) -> None:
        self.message = Told(message, **values)
        super().__init__(self.message)


class WrongPassword(AccountError):
    def __init__(self) -> None:
        super().__init__("Surel atau kata sandi tidak cocok.")


class Locked(AccountError):
    """Too many wrong passwords; `until` says when the next try counts."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__("Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.")


class LinkGone(AccountError):
    def __init__(self) -> None:
        super().__init__("Tautan ini sudah dipakai atau kedaluwarsa. Minta tautan baru kepada pengelola Tilik.")


def first_invitation(resources: Resources, now: datetime) -> str | None:
    """A fresh token for the first administrator; None once there is an account. Earlier ones stop working."""
    with resources.database.transaction() as session:
        if accounts.any_account(session):
            return None
        accounts.withdraw_invitations(session, Role.ADMIN, now)
        token = _token()
        accounts.invite(session, token, Role.ADMIN)
        return token


def invite(resources: Resources, role: Role, *, by: int) -> str:
    """A token with which one new account of this role can be made, for seven days."""
    token = _token()
    with resources.database.transaction() as session:
        accounts.invite(session, token, role)
        session.add(Event(act="account.invited", by_id=by, details={"role": role.value}))
    return token


def invitation_role(resources: Resources, token: str, now: datetime) -> Role:
    """The role that a token gives; raises `LinkGone`."""
    with resources.database.session() as session:
        invitation = accounts.open_invitation(session, token, now)
        if invitation is None:
            raise LinkGone
        return invitation.role


def accept(resources: Resources, token: str, *, email: str, name: str, unit: str, password: str, now: datetime) -> int:
    """Make the account that the token is for, and use the token up; the id of the account."""
    check_password(password, email=email, name=name)
    password_hash = _hasher.hash(password)
    try:
        with resources.database.transaction() as session:
            role = accounts.use_invitation(session, token, now).role
            account = accounts.add(
                session, email=email, name=name, password_hash=password_hash, role=role, unit=unit.strip() or None
            )
            session.add(Event(act="account.created", by_id=account.id, details={"role": role.value}))
            return account.id
    except NotFound as error:
        raise LinkGone from error
    except Duplicate as error:
        raise AccountError("Surel ini sudah dipakai akun lain.") from error


def sign_in(resources: Resources, email: str, password: str, *, now: datetime) -> int:
    """The id of the account that these belong to; raises `WrongPassword`, or `Locked` after too many wrong ones."""
    with resources.database.session() as session:
        found = accounts.by_email(session, email)
    if found is None:
        _matches(_nobody, password)
        raise WrongPassword
    if found.locked_until is not None and found.locked_until > now:
        raise Locked(found.locked_until)
    if not _matches(found.password_hash, password) or not found.active:
        _count_failure(resources, found.id, now)
        raise WrongPassword
    fresh = _hasher.hash(password) if _hasher.check_needs_rehash(found.password_hash) else found.password_hash
    with resources.database.transaction() as session:
        row = accounts.get(session, found.id)
        row.failed_logins, row.locked_until, row.password_hash = 0, None, fresh
        session.add(Event(act="account.signed_in", by_id=row.id))
    return found.id


def change_password(resources: Resources, account_id: int, *, old: str, new: str, now: datetime) -> None:
    """Set a new password; every other session of the account ends. Raises `AccountError` when `old` is wrong."""
    with resources.database.session() as session:
        row = accounts.get(session, account_id)
        password_hash, email, name = row.password_hash, row.email, row.name
    if not _matches(password_hash, old):
        raise AccountError("Kata sandi lama tidak cocok.")
    check_password(new, email=email, name=name)
    fresh = _hasher.hash(new)
    with resources.database.transaction() as session:
        row = accounts.get(session, account_id)
        _renew_password(session, row, fresh, now)


def password_link(resources: Resources, account_id: int, *, by: int | None, now: datetime) -> str:
    """A token with which the owner of an account sets a new password without the old one; `by` is None on the command line.

    Until it is used the old password holds. Raises `AccountError` for one's own account, where who sits at a screen that was
    left open would need no old password, and for a disabled one.
    """
    if account_id == by:
        raise AccountError("Kata sandi sendiri diganti lewat menu akun, Ganti kata sandi.")
    token = _token()
    with resources.database.transaction() as session:
        if not accounts.get(session, account_id).active:
            raise AccountError("Akun ini nonaktif. Aktifkan dahulu, lalu buat tautan kata sandi baru.")
        accounts.link_password(session, token, account_id, now)
        session.add(Event(act="account.password_linked", by_id=by, details={"account": account_id}))
    return token


def link_owner(resources: Resources, token: str, now: datetime) -> tuple[str, str]:
    """Name and address of the account that a link for a new password belongs to; raises `LinkGone`."""
    with resources.database.session() as session:
        found = accounts.open_password_link(session, token, now)
        if found is None:
            raise LinkGone
        return found[1].name, found[1].email


def replace_password(resources: Resources, token: str, *, new: str, now: datetime) -> int:
    """Set a new password with a link, and use the link up; every session of the account ends. The id of the account."""
    name, email = link_owner(resources, token, now)
    check_password(new, email=email, name=name)
    fresh = _hasher.hash(new)
    with resources.database.transaction() as session:
        found = accounts.open_password_link(session, token, now)
        if found is None:  # used meanwhile
            raise LinkGone
        row = found[1]
        _renew_password(session, row, fresh, now)
        row.failed_logins, row.locked_until = 0, None
        return row.id


def set_active(resources: Resources, account_id: int, *, active: bool, by: int) -> None:
    """Disable an account (its sessions end at once) or enable it again; nobody disables themselves."""
    if account_id == by:
        raise AccountError("Akun sendiri tidak dapat dinonaktifkan. Minta pengelola lain melakukannya.")
    with resources.database.transaction() as session:
        row = accounts.get(session, account_id)
        row.active = active
        row.session_version += 1
        row.failed_logins, row.locked_until = 0, None
        act = "account.enabled" if active else "account.disabled"
        session.add(Event(act=act, by_id=by, details={"account": account_id}))


def set_role(resources: Resources, account_id: int, role: Role, *, by: int) -> None:
    """Give an account another role; nobody changes their own, so that an administrator always remains."""
    if account_id == by:
        raise AccountError("Peran sendiri tidak dapat diubah. Minta pengelola lain melakukannya.")
    with resources.database.transaction() as session:
        accounts.get(session, account_id).role = role
        session.add(Event(act="account.role_changed", by_id=by, details={"account": account_id, "role": role.value}))


def set_language(resources: Resources, account_id: int, language: str) -> None:
    """Remember the language that a person reads the pages in."""
    with resources.database.transaction() as session:
        accounts.get(session, account_id).language = language


def check_password(password: str, *, email: str, name: str) -> None:
    """Raise `AccountError` when a password is too short, too common, or made of the person's own name or address."""
    if len(password) < PASSWORD_LETTERS:
        raise AccountError(
            "Kata sandi paling sedikit %(letters)d huruf. Beberapa kata yang mudah diingat sudah cukup.",
            letters=PASSWORD_LETTERS,
        )
    lowered = password.lower()
    if lowered in COMMON or len(set(lowered)) < 5:
        raise AccountError("Kata sandi ini terlalu umum. Pilih yang lain.")
    for own in (_address(email), _address(email).partition("@")[0], name.strip().lower()):
        if len(own) > 3 and lowered.replace(own, "").strip("0123456789 ") == "":
            raise AccountError("Kata sandi tidak boleh terdiri atas nama atau surel sendiri.")


def _renew_password(session: Session, row: Account, password_hash: str, now: datetime) -> None:
    """Old sessions end, and links for a new password that still lie in somebody's mail."""
    row.password_hash = password_hash
    row.session_version += 1
    accounts.withdraw_password_links(session, row.id, now)
    session.add(Event(act="account.password_changed", by_id=row.id))


def _token() -> str:
    return secrets.token_urlsafe(24)


def _count_failure(resources: Resources, account_id: int, now: datetime) -> None:
    with resources.database.transaction() as session:
        row = accounts.get(session, account_id)
        row.failed_logins += 1
        extra = row.failed_logins - FREE_TRIES
        if extra >= 0:  # 15 s, 30 s, 1 min … 1 h
            row.locked_until = now + min(LONGEST_WAIT, timedelta(seconds=15 * 2 ** min(extra, 10)))


def _matches(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except (VerifyMismatchError, VerificationError, InvalidHashError):
        return False


def _address(email: str) -> str:
    return email.strip().lower()
