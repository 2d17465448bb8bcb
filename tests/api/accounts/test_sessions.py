"""Sessions live in rows: what ends there has ended everywhere, and the cookie only carries the token."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import Engine, event, select

from tests.api.accounts.browser import CHROME_ON_ANDROID, Browser
from tests.factories import a_settings
from webapp import create_app
from webapp.accounts.devices import UNKNOWN, device_name
from webapp.accounts.models import Session
from webapp.accounts.sessions import ACCOUNT_HEADER
from webapp.alone import Statement, run_alone
from webapp.database import begin_read

BEGUN = datetime(2026, 11, 23, 9, tzinfo=UTC)
AppAt = Callable[[str], Flask]


@pytest.fixture
def app_at(sqlite_database: str, tmp_path: Path) -> Iterator[AppAt]:
    """The app behind another origin."""
    apps: list[Flask] = []

    def make(origin: str) -> Flask:
        rp_id = origin.split("://")[1].split(":")[0]
        is_local = origin.startswith("http://")
        settings = a_settings(
            origin=origin, rp_id=rp_id, is_local=is_local, database_url=sqlite_database, data_dir=tmp_path
        )
        apps.append(create_app(settings))
        return apps[-1]

    yield make
    for app in apps:
        app.extensions["rebound"].engine.dispose()


def cookie_line(browser: Browser) -> str:
    response = browser.post("/api/account", browser.made())
    assert response.status_code == 201
    (line,) = response.headers.getlist("Set-Cookie")
    return line


def test_the_cookie_on_a_public_origin_is_host_bound_and_secure(app_at: AppAt) -> None:
    name_and_value, *attributes = cookie_line(Browser(app_at("https://rebound.example"))).split("; ")
    assert name_and_value.startswith("__Host-rebound=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(attributes)
    assert not any(attribute.startswith("Domain") for attribute in attributes)


def test_the_cookie_on_localhost_works_without_https(app_at: AppAt) -> None:
    name_and_value, *attributes = cookie_line(Browser(app_at("http://localhost:8000"))).split("; ")
    assert name_and_value.startswith("rebound=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(attributes)
    assert "Secure" not in attributes


def test_the_whole_story_works_on_a_public_origin(app_at: AppAt) -> None:
    browser = Browser(app_at("https://rebound.example"))
    account = browser.sign_up()
    browser.delete("/api/session")
    assert browser.sign_in().get_json() == {"account": account}


def test_the_cookie_outlives_the_browsers_window_by_a_year(app_at: AppAt) -> None:
    assert "Expires=" in cookie_line(Browser(app_at("http://localhost:8000")))


def test_the_cookie_carries_the_token_and_next_to_nothing_else(browser: Browser) -> None:
    browser.sign_up()
    with browser.client.session_transaction() as cookie:
        assert set(cookie) == {"_permanent", "_user_id", "_fresh"}
        assert len(cookie["_user_id"]) == 43


def test_requests_do_not_send_the_cookie_again(browser: Browser) -> None:
    browser.sign_up()
    assert "Set-Cookie" not in browser.get("/api/session").headers


def test_a_secret_that_rotates_signs_nobody_out(sqlite_database: str, tmp_path: Path) -> None:
    before = a_settings(database_url=sqlite_database, data_dir=tmp_path, secret_key="old" * 20)
    browser = Browser(create_app(before))
    browser.sign_up()
    cookie = browser.client.get_cookie("rebound")
    assert cookie is not None
    after = a_settings(
        database_url=sqlite_database, data_dir=tmp_path, secret_key_fallbacks=(before.secret_key,)
    )
    later = Browser(create_app(after))
    later.client.set_cookie("rebound", cookie.value)
    assert later.is_signed_in()
    for each in (browser, later):
        each.app.extensions["rebound"].engine.dispose()


def test_a_tab_of_another_account_cannot_use_the_session(browser: Browser, foreign_browser: Browser) -> None:
    account, other = browser.sign_up(), foreign_browser.sign_up()
    for account_id, status in ((account["id"], 200), (other["id"], 401)):
        response = browser.client.get("/api/session", headers={ACCOUNT_HEADER: account_id})
        assert response.status_code == status
        response = browser.client.post("/api/sync", json={}, headers={ACCOUNT_HEADER: account_id})
        assert (response.status_code == 401) is (status == 401)


def test_only_the_tokens_hash_is_stored(app: Flask, browser: Browser) -> None:
    browser.sign_up()
    with browser.client.session_transaction() as cookie:
        token = cookie["_user_id"]
    with begin_read(app.extensions["rebound"].engine) as connection:
        row = connection.execute(select(Session.__table__)).one()
    assert row.token_hash == hashlib.sha256(token.encode()).digest()
    assert token not in [str(value) for value in row]
    assert row.device == "Chrome on Android"


def test_a_cookie_replayed_after_sign_out_is_refused(browser: Browser) -> None:
    browser.sign_up()
    stolen = browser.client.get_cookie("rebound")
    assert stolen is not None
    response = browser.delete("/api/session")
    assert response.headers["Clear-Site-Data"] == '"storage"'
    assert browser.client.get_cookie("rebound") is None
    browser.client.set_cookie("rebound", stolen.value)
    response = browser.get("/api/session")
    assert (response.status_code, response.get_json()["error"]["code"]) == (401, "signed_out")
    assert browser.delete("/api/session").status_code == 401


def test_a_late_sign_out_leaves_what_the_device_wrote_since(browser: Browser) -> None:
    browser.sign_up()
    response = browser.delete("/api/session?keep=storage")
    assert response.status_code == 204
    assert "Clear-Site-Data" not in response.headers
    assert not browser.is_signed_in()


def test_signing_out_here_leaves_other_devices_signed_in(browser: Browser) -> None:
    browser.sign_up()
    other = browser.another()
    other.sign_in()
    browser.delete("/api/session")
    assert other.is_signed_in()


@pytest.mark.parametrize(("days_away", "is_good"), [(89, True), (91, False)])
def test_a_session_ends_after_ninety_days_unused(browser: Browser, days_away: int, is_good: bool) -> None:
    with time_machine.travel(BEGUN, tick=False) as clock:
        browser.sign_up()
        clock.shift(timedelta(days=days_away))
        assert browser.is_signed_in() is is_good


def test_a_session_ends_after_a_year_however_much_it_is_used(browser: Browser) -> None:
    with time_machine.travel(BEGUN, tick=False) as clock:
        browser.sign_up()
        for _ in range(9):
            clock.shift(timedelta(days=40))
            assert browser.is_signed_in()
        clock.shift(timedelta(days=6))
        assert not browser.is_signed_in()


def test_sessions_nobody_can_use_are_cleared_away_at_the_next_sign_in(app: Flask, browser: Browser) -> None:
    with time_machine.travel(BEGUN, tick=False) as clock:
        browser.sign_up()
        clock.shift(timedelta(days=100))
        browser.another().sign_in()
    with begin_read(app.extensions["rebound"].engine) as connection:
        assert len(connection.execute(select(Session.id)).all()) == 1


def test_last_seen_is_written_once_an_hour_after_the_answer(app: Flask, browser: Browser) -> None:
    def last_seen() -> datetime | None:
        with begin_read(app.extensions["rebound"].engine) as connection:
            return connection.scalar(select(Session.last_seen_at))

    with time_machine.travel(BEGUN, tick=False) as clock:
        browser.sign_up()
        clock.shift(timedelta(minutes=59))
        browser.get("/api/session").close()
        assert last_seen() == BEGUN
        clock.shift(timedelta(minutes=2))
        response = browser.get("/api/session")
        assert last_seen() == BEGUN
        response.close()
        assert last_seen() == BEGUN + timedelta(minutes=61)


def test_knowing_who_asks_costs_one_statement_without_a_transaction(
    app: Flask, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.sign_up()
    through_core: list[str] = []
    alone: list[object] = []
    engine = app.extensions["rebound"].engine
    event.listen(engine, "before_cursor_execute", lambda *args: through_core.append(args[2]))

    def count(engine: Engine, statement: Statement, values: dict[str, Any]) -> tuple[Any, ...] | None:
        alone.append(statement)
        return run_alone(engine, statement, values)

    monkeypatch.setattr("webapp.accounts.sessions.run_alone", count)
    browser.get("/api/session")
    assert (len(alone), through_core) == (1, [])


def test_a_phone_that_changes_its_network_or_its_browsers_version_stays_signed_in(browser: Browser) -> None:
    browser.sign_up()
    answer = browser.client.get(
        "/api/session",
        headers={"User-Agent": "Another/2.0"},
        environ_base={"REMOTE_ADDR": "198.51.100.77"},
    )
    assert answer.status_code == 200


def test_a_cookie_somebody_made_up_is_refused(browser: Browser) -> None:
    browser.client.set_cookie("rebound", "eyJfdXNlcl9pZCI6ImEifQ.aaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaa")
    assert not browser.is_signed_in()


def test_a_remember_cookie_opens_nothing(app: Flask, browser: Browser) -> None:
    from flask_login import encode_cookie

    browser.sign_up()
    with browser.client.session_transaction() as cookie:
        token = cookie["_user_id"]
    browser.delete("/api/session")
    with app.app_context():
        browser.client.set_cookie("remember_token", encode_cookie(token))
    assert not browser.is_signed_in()


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (CHROME_ON_ANDROID, "Chrome on Android"),
        (
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
                "(KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1"
            ),
            "Safari on iPhone",
        ),
        (
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
                "(KHTML, like Gecko) CriOS/142.0.0.0 Mobile/15E148 Safari/604.1"
            ),
            "Chrome on iPhone",
        ),
        (
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"
            ),
            "Edge on Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"),
        (
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                "Version/26.0 Safari/605.1.15"
            ),
            "Safari on Mac",
        ),
        (
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
                "SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36"
            ),
            "Samsung Internet on Android",
        ),
        ("curl/8.5.0", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_a_browser_is_named_as_its_owner_would(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name
