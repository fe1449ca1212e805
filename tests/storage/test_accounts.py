"""Accounts and one-time invitations."""

from datetime import timedelta

import pytest

from storage import accounts
from storage.database import Database
from storage.errors import Duplicate, NotFound
from storage.models import Role, now

PASSWORD_HASH = "-"


def test_the_first_account_is_found_by_its_address_however_written(database: Database) -> None:
    with database.transaction() as session:
        assert not accounts.any_account(session)
        added = accounts.add(
            session, email=" Siti@Contoh.ID ", name="Siti", password_hash=PASSWORD_HASH, role=Role.ADMIN
        )
        assert accounts.any_account(session)
        assert accounts.by_email(session, "SITI@contoh.id") is added
        assert accounts.active_administrators(session) == 1
        with pytest.raises(Duplicate):
            accounts.add(session, email="siti@contoh.id", name="Lain", password_hash=PASSWORD_HASH)


def test_an_invitation_works_once(database: Database) -> None:
    with database.transaction() as session:
        accounts.invite(session, "rahasia", Role.ADMIN)
        assert accounts.open_invitation(session, "salah", now()) is None
        assert accounts.use_invitation(session, "rahasia", now()).role is Role.ADMIN
        with pytest.raises(NotFound):
            accounts.use_invitation(session, "rahasia", now())


def test_an_invitation_ends_by_itself_or_by_a_newer_one(database: Database) -> None:
    with database.transaction() as session:
        accounts.invite(session, "satu", Role.ADMIN)
        later = now() + timedelta(days=accounts.INVITATION_DAYS, minutes=1)
        assert accounts.open_invitation(session, "satu", later) is None
        accounts.withdraw_invitations(session, Role.ADMIN, now())
        assert accounts.open_invitation(session, "satu", now()) is None
