"""What many tests need: a migrated database of their own, the application, and clients signed in with a role."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings

from service.app import create_app
from service.config import Config
from service.resources import Resources, open_resources
from storage import accounts
from storage.database import Database
from storage.models import Role

PASSWORD = "empat kata mudah diingat"
# A busy machine is slow, and that is no failure: property tests ask for what is right, benchmarks for speed.
settings.register_profile("tilik", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tilik")


class SignedIn(FlaskClient):
    """A browser in which somebody has signed in."""

    account_id: int


def needs(present: bool, what: str) -> None:
    """Skip the test where a program is missing; on the build server, where none may be, fail instead."""
    if present:
        return
    if os.environ.get("TILIK_TEST_STRICT"):
        pytest.fail(f"{what} is missing (make system-packages)")
    pytest.skip(f"{what} is missing (make system-packages)")


@pytest.fixture(scope="session")
def _migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "tilik.sqlite3"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    database.close()
    return path


@pytest.fixture(scope="session")
def _password_hash() -> str:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@pytest.fixture
def config(tmp_path: Path, _migrated: Path) -> Config:
    """Settings whose data folder holds a migrated, empty database."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    shutil.copy(_migrated, folder / "tilik.sqlite3")
    return Config(data_dir=folder)


@pytest.fixture
def resources(config: Config) -> Iterator[Resources]:
    """Database, files, index and queue; no Redis runs, so that what is queued is lost and only the rows remain."""
    opened = open_resources(config)
    yield opened
    opened.close()


@pytest.fixture
def database(resources: Resources) -> Database:
    return resources.database


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    made = create_app(config)
    made.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    yield made
    made.extensions["tilik.resources"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser in which nobody has signed in."""
    return app.test_client()


@pytest.fixture
def new_account(resources: Resources, _password_hash: str) -> Callable[..., int]:
    """Make an account of a role, its password being `PASSWORD`; its id."""

    def make(role: Role = Role.STAFF, name: str | None = None, unit: str | None = None) -> int:
        with resources.database.transaction() as session:
            number = len(accounts.everyone(session)) + 1
            row = accounts.add(
                session,
                email=f"{role.value}{number}@contoh.go.id",
                name=name or f"Pegawai {number}",
                password_hash=_password_hash,
                role=role,
                unit=unit,
            )
            return row.id

    return make


@pytest.fixture
def signed_in(app: Flask, new_account: Callable[..., int]) -> Callable[..., SignedIn]:
    """A browser in which a fresh account of a role has signed in; its id stands in `client.account_id`."""

    def sign_in(role: Role = Role.STAFF, **details: str) -> SignedIn:
        browser = SignedIn(app, app.response_class, use_cookies=True)
        account_id = new_account(role, **details)
        with browser.session_transaction() as session:
            session["_user_id"] = f"{account_id}.1"
            session["_fresh"] = True
            session["seen"] = session["since"] = int(time.time())
        browser.account_id = account_id
        return browser

    return sign_in


@pytest.fixture
def staff(signed_in: Callable[..., SignedIn]) -> SignedIn:
    return signed_in(Role.STAFF)


@pytest.fixture
def admin(signed_in: Callable[..., SignedIn]) -> SignedIn:
    return signed_in(Role.ADMIN)


@pytest.fixture
def reader(signed_in: Callable[..., SignedIn]) -> SignedIn:
    return signed_in(Role.READER)
