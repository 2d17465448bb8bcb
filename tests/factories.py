"""Makes what tests need to begin with: settings, accounts, signed-in clients."""

import secrets
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import flask
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert
from werkzeug.test import TestResponse

from webapp.accounts.models import Account
from webapp.accounts.sessions import AccountCard, start_session
from webapp.config import Settings
from webapp.database import begin_write


def a_settings(**changes: Any) -> Settings:
    settings = Settings(
        host="127.0.0.1",
        port=8000,
        database_url="sqlite:////nonexistent/rebound.db",
        secret_key=secrets.token_urlsafe(48),
        secret_key_fallbacks=(),
        data_dir=Path("/nonexistent"),
        origin="http://localhost:8000",
        rp_id="localhost",
        is_local=True,
        web_concurrency=2,
        # The limits' own tests switch them on: the others ask more often than any person.
        limits="off",
        proxies=0,
    )
    return replace(settings, **changes)


class WholeAnswers(FlaskClient):
    """A client that reads each answer to its end: a file that is half read stays open."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, buffered=True, **kwargs)


def an_account(app: Flask, *, name: str = "Nadia") -> AccountCard:
    account = AccountCard(id=str(uuid.uuid4()), name=name, created_at=datetime.now(UTC))
    row = {
        "id": account.id,
        "name": name,
        "created_at": account.created_at,
        "user_handle": secrets.token_bytes(64),
    }
    with begin_write(app.extensions["rebound"].engine) as connection:
        connection.execute(insert(Account), row)
    return account


def sign_in(app: Flask, account: AccountCard | None = None, *, name: str = "Nadia") -> FlaskClient:
    """A browser with a session of its own, as a finished passkey ceremony leaves it."""
    account = account or an_account(app, name=name)
    with app.test_request_context():
        start_session(account, passkey_id=str(uuid.uuid4()), now=datetime.now(UTC))
        cookie = dict(flask.session)
    client = app.test_client()
    with client.session_transaction() as session:
        session.update(cookie)
        session.permanent = True
    return client
