"""The end of an account: no row anywhere, and every device of it learns so, in its own time."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy import Connection, Engine, Table
from time_machine import Traveller

from tests.api.accounts.browser import Browser
from tests.migrations.test_migrations import any_row, row_of
from webapp.accounts.deletion import delete_account, forget_traces
from webapp.accounts.models import GoneSession
from webapp.database import AccountGone, Base, begin_read, begin_write, lock_account
from webapp.journal.collections import COLLECTIONS

# Holds what is of no account: which history this is, and traces that say nothing of anybody.
OF_NOBODY = {"histories", "gone_sessions"}


@pytest.fixture
def engine(app: Flask) -> Engine:
    engine: Engine = app.extensions["rebound"].engine
    return engine


def account_tables() -> list[Table]:
    """Walked, not listed: every table from which foreign keys lead to `accounts`, over as many tables as it takes."""
    found = {"accounts"}
    tables = Base.metadata.sorted_tables
    for _ in tables:
        found |= {
            table.name
            for table in tables
            if any(key.column.table.name in found for key in table.foreign_keys)
        }
    return [table for table in tables if table.name in found]


def count(connection: Connection, table: Table, *where: Any) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table).where(*where)) or 0


def fill_every_table(engine: Engine, account_id: str) -> None:
    with begin_write(engine) as connection:
        lock_account(connection, account_id)
        for collection in COLLECTIONS.values():
            row = row_of(collection) | {"account_id": account_id}
            connection.execute(sa.insert(collection.table).values(row))
        for table in account_tables():
            if table.name != "accounts" and count(connection, table, table.c.account_id == account_id) == 0:
                row = any_row(table) | {"account_id": account_id}
                connection.execute(sa.insert(table).values(row))


def test_every_table_hangs_on_an_account_or_is_of_nobody():
    assert {table.name for table in account_tables()} | OF_NOBODY == set(Base.metadata.tables)
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            assert key.ondelete == "CASCADE", f"{table.name}.{key.parent.name}"


def test_deleting_leaves_no_row_of_the_account_in_any_table_and_all_of_the_others(
    browser: Browser, foreign_browser: Browser, engine: Engine
):
    ours, theirs = browser.sign_up()["id"], foreign_browser.sign_up(name="Somebody else")["id"]
    fill_every_table(engine, ours)
    assert browser.delete("/api/account").status_code == 204
    with begin_read(engine) as connection:
        for table in account_tables():
            column = table.c.id if table.name == "accounts" else table.c.account_id
            assert count(connection, table, column == ours) == 0, table.name
        assert count(connection, Base.metadata.tables["accounts"]) == 1
        assert count(connection, Base.metadata.tables["passkeys"]) == 1
    assert foreign_browser.get("/api/session").get_json()["account"]["id"] == theirs


def test_no_cell_of_the_database_says_anything_of_the_deleted_account(browser: Browser, engine: Engine):
    account = browser.sign_up(name="Nadia Canary")
    fill_every_table(engine, account["id"])
    known = [account["id"], "Nadia Canary", "Chrome on Android"]
    browser.delete("/api/account")
    with begin_read(engine) as connection:
        for table in Base.metadata.sorted_tables:
            said = repr(connection.execute(sa.select(table)).all())
            assert not any(word in said for word in known), table.name


def test_a_trace_is_a_hash_and_the_day_on_which_it_is_forgotten(browser: Browser, engine: Engine):
    browser.sign_up()
    browser.another().sign_in()
    browser.delete("/api/account")
    with begin_read(engine) as connection:
        traces = connection.execute(sa.select(GoneSession.__table__)).all()
    assert len(traces) == 2
    assert set(traces[0]._mapping) == {"token_hash", "forget_at"}
    assert {trace.forget_at.time().isoformat() for trace in traces} == {"00:00:00"}


def test_every_device_is_told_that_the_account_is_gone_and_not_that_it_is_signed_out(browser: Browser):
    browser.sign_up()
    laptop = browser.another()
    laptop.sign_in()
    browser.delete("/api/account")
    for path in ("/api/session", "/api/passkeys", "/api/sync/digest"):
        response = laptop.get(path)
        assert (response.status_code, response.get_json()["error"]["code"]) == (410, "account_gone")
    sync = {"schema": 1, "device": "x", "epoch": None, "cursor": 0, "ops": []}
    assert laptop.post("/api/sync", sync).status_code == 410


def test_a_replayed_cookie_of_the_deleting_device_opens_nothing(app: Flask, browser: Browser):
    browser.sign_up()
    kept = browser.client.get_cookie("rebound")
    assert kept is not None
    browser.delete("/api/account")
    assert browser.get("/api/session").status_code == 401
    thief = app.test_client()
    thief.set_cookie("rebound", kept.value)
    assert thief.get("/api/session").status_code == 410
    assert thief.delete("/api/account").status_code == 410


def test_a_device_that_signs_out_of_it_loses_the_cookie(browser: Browser):
    browser.sign_up()
    laptop = browser.another()
    laptop.sign_in()
    browser.delete("/api/account")
    assert laptop.delete("/api/session?keep=storage").status_code == 410
    assert laptop.get("/api/session").status_code == 401


def test_a_session_that_had_ended_before_is_signed_out_as_ever(browser: Browser):
    browser.sign_up()
    laptop = browser.another()
    laptop.sign_in()
    kept = laptop.client.get_cookie("rebound")
    laptop.delete("/api/session")
    browser.delete("/api/account")
    assert kept is not None
    laptop.client.set_cookie("rebound", kept.value)
    assert laptop.get("/api/session").status_code == 401


def test_whoever_is_told_may_begin_anew_in_the_same_browser(browser: Browser, foreign_browser: Browser):
    browser.sign_up()
    browser.delete("/api/account")
    assert browser.sign_in().status_code == 404
    assert browser.sign_up(name="Nadia again")["name"] == "Nadia again"


def test_deleting_asks_for_a_passkey_shown_lately(browser: Browser, later: Traveller):
    browser.sign_up()
    later.shift(timedelta(minutes=6))
    response = browser.delete("/api/account")
    assert (response.status_code, response.get_json()["error"]["code"]) == (403, "reauthenticate")
    assert browser.is_signed_in()


def test_a_visitor_deletes_nothing(foreign_browser: Browser):
    assert foreign_browser.delete("/api/account").status_code == 401


def test_an_account_is_deleted_once(browser: Browser, engine: Engine):
    account = browser.sign_up()
    now = datetime.now(UTC)
    delete_account(engine, account["id"], now=now)
    with pytest.raises(AccountGone):
        delete_account(engine, account["id"], now=now)


def test_traces_are_forgotten_when_no_cookie_of_theirs_is_good_any_more(browser: Browser, engine: Engine):
    browser.sign_up()
    browser.delete("/api/account")
    now = datetime.now(UTC)
    forget_traces(engine, now=now + timedelta(days=365))
    with begin_read(engine) as connection:
        assert count(connection, Base.metadata.tables["gone_sessions"]) == 1
    forget_traces(engine, now=now + timedelta(days=367))
    with begin_read(engine) as connection:
        assert count(connection, Base.metadata.tables["gone_sessions"]) == 0


def test_a_listening_device_is_poked(browser: Browser, app: Flask):
    account = browser.sign_up()
    pokes = app.extensions["rebound"].pokes
    with pokes.listen(account["id"]) as listener:
        browser.delete("/api/account")
        assert listener.wait(5.0)
