"""Every address of the API by everybody who may come: generated from the table that is compared with the route map."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, update
from werkzeug.test import TestResponse

from tests.factories import an_account, sign_in
from webapp.accounts.models import Account, Session
from webapp.database import begin_write
from webapp.openapi.operations import OPERATIONS, Access, Operation
from webapp.services import Services

GUARDED = [operation for operation in OPERATIONS if operation.access is not Access.ANYBODY]
RECENT = [operation for operation in OPERATIONS if operation.access is Access.RECENT]
CHANGES = [operation for operation in OPERATIONS if operation.is_change]
WITH_AN_ID = [operation for operation in OPERATIONS if "<" in operation.rule]

Ask = Callable[[FlaskClient, Operation], TestResponse]


@pytest.fixture
def database(sqlite_database: str) -> str:
    """One kind is enough: who may ask is decided before the database is asked for anything of theirs."""
    return sqlite_database


def ids(operations: list[Operation]) -> dict[str, Any]:
    return {"argvalues": operations, "ids": [operation.id for operation in operations]}


def ask(client: FlaskClient, operation: Operation, **headers: str) -> TestResponse:
    """With ids that nobody has; who may ask is decided before what is asked for."""
    path = re.sub(r"<[^>]+>", lambda _: str(uuid.uuid4()), operation.rule)
    body: dict[str, Any] | None = {} if operation.is_change else None
    return client.open(path, method=operation.method, json=body, headers=headers)


def code_of(answer: TestResponse) -> str:
    return str(answer.get_json()["error"]["code"])


@pytest.mark.parametrize("operation", **ids(GUARDED))
def test_a_visitor_is_told_to_sign_in(visitor: FlaskClient, operation: Operation) -> None:
    answer = ask(visitor, operation)
    assert (answer.status_code, code_of(answer)) == (401, "signed_out")


@pytest.mark.parametrize("operation", **ids(GUARDED))
def test_a_revoked_session_is_worth_nothing(app: Flask, operation: Operation) -> None:
    client = sign_in(app)
    write(app, delete(Session))
    answer = ask(client, operation)
    assert (answer.status_code, code_of(answer)) == (401, "signed_out")


@pytest.mark.parametrize("operation", **ids(GUARDED))
def test_the_session_of_a_deleted_account_reads_nothing(app: Flask, operation: Operation) -> None:
    client = sign_in(app)
    write(app, delete(Account))
    assert ask(client, operation).status_code in (401, 410)


@pytest.mark.parametrize("operation", **ids(RECENT))
def test_an_old_authentication_is_not_enough_for_what_is_dangerous(app: Flask, operation: Operation) -> None:
    client = sign_in(app)
    write(app, update(Session).values(reauth_at=datetime.now(UTC) - timedelta(minutes=6)))
    answer = ask(client, operation)
    assert (answer.status_code, code_of(answer)) == (403, "reauthenticate")


@pytest.mark.parametrize("operation", **ids(WITH_AN_ID))
def test_an_id_of_nobodys_and_one_of_somebody_elses_look_the_same(
    owner: FlaskClient, stranger: FlaskClient, operation: Operation
) -> None:
    answers = [ask(client, operation) for client in (owner, stranger)]
    statuses = {answer.status_code for answer in answers}
    assert len(statuses) == 1
    # 422: the body comes first where there has to be one. To take back what is not there has nothing to do.
    assert statuses <= {404, 422} or operation.id == "DELETE /api/links/<link_id>"


@pytest.mark.parametrize("operation", **ids(GUARDED))
def test_the_owner_is_let_in(owner: FlaskClient, operation: Operation) -> None:
    answer = ask(owner, operation)
    assert answer.status_code not in (401, 403, 405)
    assert answer.status_code < 500


@pytest.mark.parametrize("operation", **ids(CHANGES))
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost:8000"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
    ids=lambda headers: ", ".join(f"{name} {value}" for name, value in headers.items()),
)
def test_no_other_site_changes_anything(
    owner: FlaskClient, operation: Operation, headers: dict[str, str]
) -> None:
    answer = ask(owner, operation, **headers)
    assert (answer.status_code, code_of(answer)) == (403, "cross_origin")


@pytest.mark.parametrize("operation", **ids(CHANGES))
def test_a_form_changes_nothing(owner: FlaskClient, operation: Operation) -> None:
    path = re.sub(r"<[^>]+>", lambda _: str(uuid.uuid4()), operation.rule)
    answer = owner.open(path, method=operation.method, data="a=b", content_type="text/plain")
    assert answer.status_code == 415


def test_what_one_account_has_another_cannot_reach(app: Flask) -> None:
    """The devices of two accounts: each sees its own, and neither ends the other's."""
    ours, theirs = sign_in(app, an_account(app)), sign_in(app, an_account(app))
    our_ids = [device["id"] for device in ours.get("/api/sessions").get_json()["devices"]]
    assert our_ids
    assert theirs.delete(f"/api/sessions/{our_ids[0]}").status_code == 404
    assert ours.get("/api/session").status_code == 200


def write(app: Flask, statement: Any) -> None:
    services: Services = app.extensions["rebound"]
    with begin_write(services.engine) as connection:
        connection.execute(statement)
