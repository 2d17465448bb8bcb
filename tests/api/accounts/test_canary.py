"""The log holds no name, note, token or code: a canary in each place somebody can write to, and none of them sings."""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Callable
from http.client import HTTPConnection

import pytest
from flask import Flask

from tests.api.accounts.browser import Browser
from tests.live_server import LiveServer
from webapp.services import Services
from webapp.sync.clock import tick

CANARY = "canary7Q2x"
# A token's and a code's characters; what quotes them would quote this.
IN_HEX = CANARY.encode().hex()


def requests_with_canaries() -> list[tuple[str, str, dict[str, str], bytes]]:
    """Method, address, headers, body: every place of a request, well-formed and not."""
    as_json = {"Content-Type": "application/json"}
    note = json.dumps({"ops": [{"note": CANARY}], CANARY: 1}).encode()
    return [
        ("GET", f"/interviews/{CANARY}?title={CANARY}", {}, b""),
        ("GET", f"/api/{CANARY}", {}, b""),
        ("GET", f"/api/sync/revisions/{CANARY}/{CANARY}?offset={CANARY}", {}, b""),
        ("GET", "/api/session", {"Cookie": f"rebound={CANARY}.{IN_HEX}; session={CANARY}"}, b""),
        ("GET", "/api/session", {"User-Agent": CANARY, "Referer": f"https://x.example/{CANARY}"}, b""),
        ("POST", "/api/sync", as_json, note),
        ("POST", "/api/sync", as_json | {"Content-Encoding": "gzip"}, note),
        ("POST", "/api/sync", as_json | {"Content-Encoding": CANARY}, note),
        ("POST", "/api/account/options", as_json, json.dumps({"name": CANARY}).encode()),
        ("POST", "/api/account/options", as_json, json.dumps({"name": CANARY + "\n"}).encode()),
        ("POST", "/api/session", as_json, json.dumps({"credential": {"id": CANARY}}).encode()),
        ("POST", "/api/session", {"Content-Type": f"text/{CANARY}"}, CANARY.encode()),
        ("POST", "/api/session", as_json | {"Origin": f"https://{CANARY}.example"}, b"{}"),
        (CANARY.upper(), "/", {}, b""),
    ]


def test_no_request_of_a_visitor_is_quoted_in_the_servers_log(live_server: LiveServer) -> None:
    for method, address, headers, body in requests_with_canaries():
        connection = HTTPConnection("127.0.0.1", live_server.port, timeout=30)
        connection.request(method, address, body or None, headers)
        assert connection.getresponse().status < 500
        connection.close()
    assert CANARY.lower() not in live_server.log.lower()


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """Everything our own loggers and the server's say, down to what nobody prints."""
    for name in ("webapp", "gunicorn", "werkzeug", "flask_limiter", "limits"):
        caplog.set_level(logging.DEBUG, logger=name)
    return lambda: "\n".join(record.getMessage() + str(record.exc_text or "") for record in caplog.records)


def test_nothing_of_a_signed_in_life_is_logged(browser: Browser, logged: Callable[[], str]) -> None:
    browser.sign_up(name=f"{CANARY} name")
    op = {
        "collection": "wins",
        "id": str(uuid.uuid4()),
        "stamp": tick(None, now_ms=1, node="00000000000000aa"),
        "set": {"title": CANARY, "notes": CANARY, "effect": 7, CANARY: CANARY},
        "seen": {},
    }
    request = {"schema": 1, "device": op["id"], "epoch": CANARY, "cursor": 0, "ops": [op]}
    assert browser.post("/api/sync", request).status_code == 200
    browser.get(f"/api/sync/revisions/wins/{CANARY}").close()
    browser.delete("/api/session").close()
    browser.sign_in()
    assert CANARY not in logged()


def test_a_crash_logs_where_and_never_what(
    app: Flask, browser: Browser, logged: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.sign_up()

    def crash(*_: object, **__: object) -> None:
        raise RuntimeError(CANARY) from ValueError(f"note: {CANARY}")

    monkeypatch.setattr("webapp.sync.views.exchange", crash)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    request = {"schema": 1, "device": str(uuid.uuid4()), "epoch": None, "cursor": 0, "ops": []}
    answer = browser.post("/api/sync", request)
    assert answer.status_code == 500
    assert CANARY not in answer.get_data(as_text=True)
    assert "unexpected RuntimeError" in logged()
    assert CANARY not in logged()


def test_settings_show_no_secret(app: Flask) -> None:
    services: Services = app.extensions["rebound"]
    assert services.settings.secret_key not in repr(services.settings)
