"""The cast of the sync tests: two devices of the owner, one of a stranger, and a view of the raw tables."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.api.sync.device import Device
from tests.factories import an_account, sign_in
from webapp.accounts.sessions import AccountCard


@pytest.fixture
def account(app: Flask) -> AccountCard:
    return an_account(app)


@pytest.fixture
def phone(app: Flask, account: AccountCard) -> Device:
    return Device(sign_in(app, account))


@pytest.fixture
def laptop(app: Flask, account: AccountCard) -> Device:
    """The same person's other device."""
    return Device(sign_in(app, account))


@pytest.fixture
def foreign(stranger: FlaskClient) -> Device:
    """Somebody else's device."""
    return Device(stranger)


@pytest.fixture
def engine(app: Flask) -> Engine:
    engine: Engine = app.extensions["rebound"].engine
    return engine
