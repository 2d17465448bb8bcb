"""What concerns who may do what leaves one line each, and the line says nothing about anybody."""

from __future__ import annotations

import logging
import re
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.accounts.browser import Browser
from tests.live_server import LiveServer
from webapp.security_events import EVENTS

Lines = Callable[[], list[tuple[str, int, str]]]

LINE = re.compile(r"event=(?P<event>\w+) status=(?P<status>\d+) account=(?P<account>[0-9a-f]{12}|-)")


@pytest.fixture
def database(sqlite_database: str) -> str:
    return sqlite_database


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Lines:
    caplog.set_level(logging.INFO, logger="rebound.security")

    def read() -> list[tuple[str, int, str]]:
        messages = [record.getMessage() for record in caplog.records if record.name == "rebound.security"]
        found = [LINE.fullmatch(message) for message in messages]
        assert all(found), messages
        return [(match["event"], int(match["status"]), match["account"]) for match in found if match]

    return read


def test_coming_and_going_of_one_account_can_be_told_together(app: Flask, lines: Lines) -> None:
    browser = Browser(app)
    account = browser.sign_up(name="Nadia")
    browser.delete("/api/session").close()
    browser.sign_in()
    browser.delete("/api/account").close()
    noted = lines()
    assert [event for event, *_ in noted] == ["sign_up", "sign_out", "sign_in", "account_deletion"]
    assert len({alias for *_, alias in noted}) == 1
    assert account["id"][:12] not in str(noted)


def test_what_was_refused_is_a_warning(
    visitor: FlaskClient, lines: Lines, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.post("/api/entrance/recovery-code", json={"code": "0000", "has_passkeys": True})
    visitor.post("/api/sync", json={}, headers={"Sec-Fetch-Site": "cross-site"})
    assert lines() == [("recovery_code_used", 404, "-"), ("refused", 403, "-")]
    assert {record.levelno for record in caplog.records} == {logging.WARNING}


def test_reading_and_being_signed_out_is_no_event(
    visitor: FlaskClient, owner: FlaskClient, lines: Lines
) -> None:
    visitor.get("/api/session")
    owner.get("/api/session")
    assert lines() == []


def test_every_event_belongs_to_an_address(app: Flask) -> None:
    routes = {f"{method} {rule.rule}" for rule in app.url_map.iter_rules() for method in rule.methods or ()}
    assert set(EVENTS) <= routes


def test_the_servers_log_says_when_in_utc(live_server: LiveServer) -> None:
    request = urllib.request.Request(live_server.url + "/api/session", data=b"{}", method="POST")
    request.add_header("Sec-Fetch-Site", "cross-site")
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(request)
    assert re.search(
        r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ WARNING rebound\.security ", live_server.log, re.MULTILINE
    )
