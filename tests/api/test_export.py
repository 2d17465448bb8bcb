"""Everything about somebody, as a file from the server: all of it, only theirs, and nothing that opens a door."""

import json
import tracemalloc
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import insert
from time_machine import Traveller

from tests.api.accounts.browser import Browser
from webapp.database import Base, begin_write, lock_account
from webapp.journal.collections import COLLECTIONS
from webapp.portability.export import ROWS_AT_ONCE, export_account

WIN = "019aa000-0000-7000-8000-000000000001"


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app)


@pytest.fixture
def foreign_browser(app: Flask) -> Browser:
    return Browser(app)


def write(browser: Browser, collection: str, row_id: str, stamp_ms: int, **fields: object) -> None:
    stamp = f"{stamp_ms:012x}-0000-00000000000000aa"
    op = {"collection": collection, "id": row_id, "stamp": stamp, "set": fields, "seen": {}}
    request = {"schema": 1, "device": WIN, "epoch": None, "cursor": 0, "ops": [op]}
    response = browser.post("/api/sync", request)
    assert (response.status_code, response.get_json()["refused"]) == (200, [])


def export(browser: Browser) -> dict[str, Any]:
    response = browser.get("/api/export")
    assert response.status_code == 200, response.get_json()
    return dict(json.loads(response.get_data()))


def test_the_file_has_the_account_its_devices_and_every_row_with_its_earlier_versions(browser: Browser):
    account = browser.sign_up()
    browser.post("/api/recovery-codes", {})
    write(browser, "wins", WIN, 1000, title="Forecast kept")
    write(browser, "wins", WIN, 900, title="An older title")
    file = export(browser)
    assert (file["format"], file["version"]) == ("rebound-export", 1)
    assert (file["account"]["id"], file["account"]["name"]) == (account["id"], "Nadia")
    assert [passkey["name"] for passkey in file["passkeys"]] == ["Chrome on Android"]
    assert [session["device"] for session in file["sessions"]] == ["Chrome on Android"]
    assert len(file["recovery_codes"]) == 10
    assert [(win["id"], win["title"]) for win in file["journal"]["wins"]] == [(WIN, "Forecast kept")]
    assert [revision["value"] for revision in file["revisions"]] == ["An older title"]


def test_every_table_that_holds_something_of_an_account_is_in_the_file(browser: Browser):
    browser.sign_up()
    file = export(browser)
    tables = {table.name for table in Base.metadata.sorted_tables if "account_id" in table.columns}
    passing = {"challenges", "entrances"}
    assert set(file) | set(file["journal"]) >= tables - passing
    assert set(file["journal"]) == set(COLLECTIONS)


def test_nothing_in_the_file_opens_the_account(browser: Browser):
    browser.sign_up()
    browser.post("/api/recovery-codes", {})
    text = json.dumps(export(browser))
    for name in ("token_hash", "code_hash", "secret_hash", "browser_hash"):
        assert name not in text


def test_the_file_has_nothing_of_anybody_else(browser: Browser, foreign_browser: Browser):
    browser.sign_up()
    write(browser, "wins", WIN, 1000, title="Forecast kept")
    foreign_browser.sign_up(name="Somebody else")
    write(foreign_browser, "wins", WIN, 1000, title="Elsewhere")
    assert "Elsewhere" not in json.dumps(export(browser))
    assert "Forecast kept" not in json.dumps(export(foreign_browser))


def test_hostile_words_come_back_as_they_were(browser: Browser):
    browser.sign_up()
    words = '</script><b>"\\ \u2028 \u202e 😀 \n'
    write(browser, "wins", WIN, 1000, effect=words)
    assert export(browser)["journal"]["wins"][0]["effect"] == words


def test_the_file_is_a_download_that_nobody_keeps(browser: Browser):
    browser.sign_up()
    response = browser.get("/api/export")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="rebound-20')
    assert "no-store" in response.headers["Cache-Control"]


def test_a_long_journal_is_written_while_it_is_read_and_never_held_whole(browser: Browser, app: Flask):
    account_id = browser.sign_up()["id"]
    engine, wins = app.extensions["rebound"].engine, COLLECTIONS["wins"].table
    note = "Calm when it counted. " * 100
    rows = [
        {
            "account_id": account_id,
            "id": str(uuid.UUID(int=number)),
            "seq": number,
            "stamps": {},
            "notes": note,
        }
        for number in range(1, 6_001)
    ]
    with begin_write(engine) as connection:
        lock_account(connection, account_id)
        connection.execute(insert(wins), rows)
    del rows

    tracemalloc.start()
    pieces = [len(piece) for piece in export_account(engine, account_id, now=datetime.now(UTC))]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(pieces) > 6_000 * len(note)
    # A piece is a batch of rows, and hardly more than two of them are ever there at once.
    assert max(pieces) < 1.1 * sum(pieces) * ROWS_AT_ONCE / 6_000
    assert peak < sum(pieces) / 2


def test_asking_only_for_the_head_leaves_nothing_open(browser: Browser, app: Flask):
    browser.sign_up()
    engine = app.extensions["rebound"].engine
    before = engine.pool.checkedout()
    with browser.client.head("/api/export", base_url=browser.authenticator.origin) as response:
        assert response.status_code == 200
    assert engine.pool.checkedout() == before


def test_the_file_asks_for_a_passkey_shown_lately(browser: Browser, later: Traveller):
    browser.sign_up()
    later.shift(timedelta(minutes=6))
    response = browser.get("/api/export")
    assert (response.status_code, response.get_json()["error"]["code"]) == (403, "reauthenticate")


def test_a_visitor_gets_no_file(browser: Browser):
    assert browser.get("/api/export").status_code == 401
