"""Whose rows are whose: failure case 36, and 28: signed out, or somebody else, in mid-batch; 29: limits."""

from __future__ import annotations

import sqlite3

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy import Engine, delete

from tests.api.sync.device import DEVICE_ID, Device, new_id
from webapp.accounts.models import Account, Session
from webapp.database import begin_write
from webapp.journal.collections import COLLECTIONS

ADDRESSES = ["/api/sync/digest", f"/api/sync/revisions/items/{DEVICE_ID}", "/api/sync/pokes"]


def test_a_stranger_sees_nothing_and_changes_nothing(phone: Device, laptop: Device, foreign: Device):
    row_id = new_id()
    phone.write(row_id, note="mine", text="mine")
    foreign.pull()
    assert foreign.fields == {}
    foreign.write(row_id, note="theirs", text="theirs")
    laptop.pull()
    foreign.pull()
    assert laptop.item(row_id) == {"note": "mine", "text": "mine"}
    assert foreign.item(row_id) == {"note": "theirs", "text": "theirs"}


def test_a_stranger_who_knows_id_and_stamp_cannot_tell_that_the_row_exists(phone: Device, foreign: Device):
    row_id = new_id()
    op = phone.op(row_id, note="mine")
    phone.send(op)
    answer = foreign.send({**op, "set": {"note": "guess"}})
    assert answer["refused"] == []
    assert foreign.item(row_id) == {"note": "guess"}


def test_a_strangers_address_of_earlier_versions_is_404(phone: Device, foreign: Device):
    row_id = new_id()
    phone.write(row_id, note="one")
    phone.write(row_id, note="two")
    for path in (f"items/{row_id}", f"items/{new_id()}", f"secrets/{row_id}", f"items/{'x' * 500}"):
        response = foreign.client.get(f"/api/sync/revisions/{path}")
        assert response.status_code == 404
    assert phone.kept(row_id, "note") == ["one"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_visitor_gets_401(visitor: FlaskClient, address: str):
    assert visitor.get(address).status_code == 401


def test_a_visitor_gets_401_whatever_is_sent(visitor: FlaskClient):
    for body in ("{}", '{"ops": [{}]}', "[]", ""):
        response = visitor.post("/api/sync", data=body, content_type="application/json")
        assert (response.status_code, response.get_json()["error"]["code"]) == (401, "signed_out")


def test_a_session_revoked_in_mid_batch_writes_no_more_and_keeps_what_was_written(
    phone: Device, laptop: Device, engine: Engine, account
):
    """Case 28."""
    first = new_id()
    phone.write(first, text="before")
    laptop.pull()
    with begin_write(engine) as connection:
        connection.execute(delete(Session).where(Session.account_id == account.id))
    response = phone.post(phone.op(new_id(), text="after"))
    assert (response.status_code, response.get_json()["error"]["code"]) == (401, "signed_out")
    with engine.connect() as connection:
        rows = connection.scalars(sa.select(COLLECTIONS["items"].table.c.text)).all()
    assert rows == ["before"]


def test_an_account_deleted_meanwhile_is_401_and_nothing_is_left(phone: Device, engine: Engine, account):
    phone.write(new_id(), note="one")
    with begin_write(engine) as connection:
        connection.execute(delete(Account).where(Account.id == account.id))
    assert phone.post(phone.op(new_id(), text="x")).status_code == 401
    with engine.connect() as connection:
        for collection in COLLECTIONS.values():
            assert connection.scalar(sa.select(sa.func.count()).select_from(collection.table)) == 0


def test_what_the_server_decides_cannot_be_set(phone: Device, foreign: Device, account):
    forged = {**foreign.op(new_id(), text="x"), "account_id": account.id}
    assert foreign.post(forged).status_code == 422
    assert foreign.post(account_id=account.id).status_code == 422
    phone.pull()
    assert phone.fields == {}


# Case 29.


def test_more_than_a_mebibyte_is_413(phone: Device):
    response = phone.post(*(phone.op(new_id(), note="x" * 150_000) for _ in range(8)))
    assert (response.status_code, response.get_json()["error"]["code"]) == (413, "too_large")
    assert phone.send()["seq"] == 0


def test_a_form_is_415(phone: Device):
    response = phone.client.post("/api/sync", data={"schema": "1"})
    assert response.status_code == 415


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_database_that_stays_busy_is_503_and_says_when_to_come_back(phone, engine, monkeypatch):
    """Case 10."""
    monkeypatch.setattr("webapp.database.SQLITE_BUSY_TIMEOUT_MS", 20)
    op = phone.op(new_id(), text="x")
    other = sqlite3.connect(str(engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    response = phone.post(op)
    assert (response.status_code, response.get_json()["error"]["code"]) == (503, "busy")
    assert int(response.headers["Retry-After"]) > 0
    # Reading goes on all the while.
    assert phone.send()["changes"] == []
    other.execute("ROLLBACK")
    other.close()
    assert phone.send(op)["changes"][0]["fields"] == {"text": "x"}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_full_disk_is_503_and_writes_nothing(phone: Device, engine: Engine):
    phone.write(new_id(), text="x")
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def fill(dbapi_connection, _record, _proxy):
        dbapi_connection.execute(f"PRAGMA max_page_count = {pages}")

    sa.event.listen(engine, "checkout", fill)
    response = phone.post(*(phone.op(new_id(), note="x" * 100_000) for _ in range(5)))
    sa.event.remove(engine, "checkout", fill)
    assert (response.status_code, response.get_json()["error"]["code"]) == (503, "storage_full")
    assert phone.send()["seq"] == 1
