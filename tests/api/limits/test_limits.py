"""Limits hold: for each account and each address, over windows and workers, and never against somebody else."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection
from pathlib import Path

import pytest
import time_machine
from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.factories import a_settings, sign_in
from tests.live_server import LiveServer
from webapp import create_app
from webapp.config import ConfigError, Settings
from webapp.limits.allowance import Allowance
from webapp.limits.rules import (
    ANYTHING,
    BUDGETS,
    CEREMONY,
    DIGEST,
    EXPORT,
    LINKING,
    LINKING_WAIT,
    RECOVERY,
    SIGN_IN,
    SIGN_UP,
    SYNC,
    Budget,
)

BUDGETS_UNDER_TEST = dict(BUDGETS)


@pytest.fixture
def settings(database: str, tmp_path: Path) -> Settings:
    return a_settings(database_url=database, data_dir=tmp_path, limits="database")


@pytest.fixture
def counted(app: Flask) -> Iterator[Flask]:
    yield app
    close = getattr(app.extensions["rebound_limits"].storage, "close", None)
    if close:
        close()


def ask_to_sign_in(client: FlaskClient, address: str = "203.0.113.7") -> TestResponse:
    return client.post("/api/session/options", json={}, environ_base={"REMOTE_ADDR": address})


def spend(client: FlaskClient, address: str = "203.0.113.7") -> None:
    for _ in range(SIGN_IN.amount):
        assert ask_to_sign_in(client, address).status_code == 200


def test_one_too_many_is_told_when_to_come_back(counted: Flask):
    visitor = counted.test_client()
    spend(visitor)
    refused = ask_to_sign_in(visitor)
    assert refused.status_code == 429
    assert refused.get_json()["error"]["code"] == "too_many_requests"
    assert SIGN_IN.seconds - 60 < int(refused.headers["Retry-After"]) <= SIGN_IN.seconds


def test_when_the_window_is_over_it_goes_on(counted: Flask):
    visitor = counted.test_client()
    spend(visitor)
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=SIGN_IN.seconds + 1)):
        assert ask_to_sign_in(visitor).status_code == 200


def test_another_address_is_not_held_up(counted: Flask):
    spend(counted.test_client())
    assert ask_to_sign_in(counted.test_client(), "203.0.113.8").status_code == 200


def test_the_addresses_of_one_ipv6_network_count_as_one(counted: Flask):
    spend(counted.test_client(), "2001:db8::1")
    assert ask_to_sign_in(counted.test_client(), "2001:db8::ffff").status_code == 429
    assert ask_to_sign_in(counted.test_client(), "2001:db8:0:1::1").status_code == 200


def test_an_account_is_counted_over_all_its_devices_and_nobody_elses(counted: Flask):
    owner, stranger = sign_in(counted), sign_in(counted)
    answers = [owner.get("/api/sync/digest").status_code for _ in range(DIGEST.amount + 1)]
    assert Counter(answers) == {200: DIGEST.amount, 429: 1}
    assert stranger.get("/api/sync/digest").status_code == 200


def test_what_is_not_named_is_counted_too(counted: Flask, monkeypatch):
    monkeypatch.setattr("webapp.limits.rules.ANYTHING", replace(ANYTHING, amount=2))
    visitor = counted.test_client()
    assert [visitor.get("/api/session").status_code for _ in range(3)] == [401, 401, 429]


def sync(client: FlaskClient) -> int:
    wanted = {"schema": 1, "device": str(uuid.uuid4()), "epoch": None, "cursor": 0, "ops": []}
    return client.post("/api/sync", json=wanted).status_code


@pytest.fixture
def workers(counted: Flask, settings: Settings, monkeypatch) -> Iterator[list[Flask]]:
    """Two of them, with a budget of forty requests, of which each may let two through by itself."""
    monkeypatch.setitem(BUDGETS_UNDER_TEST, "POST /api/sync", (replace(SYNC, amount=40),))
    monkeypatch.setattr("webapp.limits.rules.BUDGETS", BUDGETS_UNDER_TEST)
    other = create_app(settings)
    yield [counted, other]
    other.extensions["rebound"].engine.dispose()


def test_a_few_requests_are_let_through_without_asking_the_common_counters(workers: list[Flask], monkeypatch):
    device = sign_in(workers[0])
    storage = workers[0].extensions["rebound_limits"].storage
    asked: list[object] = []
    monkeypatch.setattr(storage, "_run", lambda *_: asked.append("the counters"))
    with time_machine.travel(datetime.now(UTC), tick=False):
        assert [sync(device), sync(device)] == [200, 200]
        assert not asked
        assert sync(device) == 200
    assert asked


@pytest.mark.parametrize(
    ("amount", "through", "let_through"),
    # Each worker has a twentieth for itself; from 200 on it takes two at once, and what the other did not use is lost.
    [(40, (0, 1), 40), (40, (0,), 38), (200, (0, 1), 200), (200, (0,), 190), (200, (0, 0, 1), 200)],
)
def test_all_workers_together_never_let_more_through_than_the_budget(
    workers, monkeypatch, amount, through, let_through
):
    monkeypatch.setitem(BUDGETS_UNDER_TEST, "POST /api/sync", (replace(SYNC, amount=amount),))
    first = sign_in(workers[0])
    second = workers[1].test_client()
    second._cookies = first._cookies
    devices = [(first, second)[worker] for worker in through]
    with time_machine.travel(datetime.now(UTC), tick=False):
        answers = Counter(sync(devices[number % len(devices)]) for number in range(amount + 20))
        assert answers == {200: let_through, 429: amount + 20 - let_through}
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=SYNC.seconds), tick=False):
        assert [sync(device) for device in devices] == [200] * len(devices)


def test_strict_budgets_are_counted_together_from_the_first_request_on():
    strict = {SIGN_IN, SIGN_UP, RECOVERY, LINKING, LINKING_WAIT, CEREMONY, DIGEST, EXPORT}
    assert {Allowance(workers=1).of(budget) for budget in strict} == {0}


def test_the_counters_hold_nobodys_address(counted: Flask, tmp_path: Path):
    ask_to_sign_in(counted.test_client())
    for file in tmp_path.glob("limits.db*"):
        assert b"203.0.113.7" not in file.read_bytes()


def test_counters_that_cannot_be_reached_lock_nobody_out(counted: Flask, monkeypatch):
    storage = counted.extensions["rebound_limits"].storage

    def fail(*_: object) -> None:
        raise storage.base_exceptions

    monkeypatch.setattr(storage, "_run", fail)
    assert ask_to_sign_in(counted.test_client()).status_code == 200


def test_twenty_at_once_are_counted_one_by_one(counted: Flask):
    storage = counted.extensions["rebound_limits"].storage
    with ThreadPoolExecutor(20) as pool:
        counts = list(pool.map(lambda _: storage.incr("at once", 60), range(100)))
    assert sorted(counts) == list(range(1, 101))


def test_every_named_route_is_one_of_the_apps(counted: Flask):
    routes = {
        f"{method} {rule.rule}" for rule in counted.url_map.iter_rules() for method in rule.methods or ()
    }
    assert set(BUDGETS) <= routes


def test_four_workers_count_together(start_live_server: Callable[..., LiveServer], database: str):
    server = start_live_server(database, REBOUND_LIMITS="database", WEB_CONCURRENCY="4")

    def ask(_: int) -> int:
        connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
        headers = {"Content-Type": "application/json", "Host": f"localhost:{server.port}"}
        connection.request("POST", "/api/session/options", "{}", headers)
        status = connection.getresponse().status
        connection.close()
        return status

    began = time.monotonic()
    with ThreadPoolExecutor(8) as pool:
        answers = Counter(pool.map(ask, range(SIGN_IN.amount + 20)))
    assert time.monotonic() - began < SIGN_IN.seconds
    assert answers == {200: SIGN_IN.amount, 429: 20}


def test_four_workers_that_share_out_a_budget_never_let_more_through(
    start_live_server: Callable[..., LiveServer], database: str
):
    server = start_live_server(database, REBOUND_LIMITS="database", WEB_CONCURRENCY="4")
    each = (ANYTHING.amount + 100) // 10

    def ask_often(_: int) -> Counter[tuple[int, int]]:
        connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
        answers: Counter[tuple[int, int]] = Counter()
        for _number in range(each):
            connection.request("GET", "/api/session")
            response = connection.getresponse()
            response.read()
            # By the server's clock: two windows may be met.
            at = parsedate_to_datetime(response.headers["Date"]).timestamp()
            answers[response.status, int(at // ANYTHING.seconds)] += 1
        connection.close()
        return answers

    with ThreadPoolExecutor(10) as pool:
        answers = sum(pool.map(ask_often, range(10)), Counter())
    assert sum(answers.values()) == each * 10
    let_through = [answers[401, window] for window in {window for _, window in answers}]
    if len(let_through) == 1:
        assert 0.9 * ANYTHING.amount <= let_through[0] <= ANYTHING.amount
    else:
        # An answer on its way over the border is counted here with the window after it: one for each connection.
        assert max(let_through) <= ANYTHING.amount + 10


@pytest.mark.parametrize(
    ("budget", "ask", "answered"),
    [
        (RECOVERY, lambda client: client.post("/api/entrance/recovery-code", json={}), 422),
        (LINKING, lambda client: client.post("/api/entrance/link", json={}), 422),
        (SIGN_UP, lambda client: client.post("/api/account", json={}), 422),
        (CEREMONY, lambda client: client.post("/api/recovery-codes", json={}), 201),
        (EXPORT, lambda client: client.get("/api/export", buffered=True), 200),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_what_is_dangerous_or_costly_is_answered_so_often_and_no_more(
    counted: Flask, monkeypatch, budget: Budget, ask: Callable[[FlaskClient], TestResponse], answered: int
):
    shorter = {
        route: tuple(replace(one, amount=2) if one is budget else one for one in budgets)
        for route, budgets in BUDGETS.items()
    }
    monkeypatch.setattr("webapp.limits.rules.BUDGETS", shorter)
    person = sign_in(counted) if budget.per == "account" else counted.test_client()
    assert [ask(person).status_code for _ in range(3)] == [answered, answered, 429]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted_as"),
    [
        (0, "198.51.100.1", "127.0.0.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        # What the client itself wrote comes before what the proxy added.
        (1, "192.0.2.66, 198.51.100.1", "198.51.100.1"),
    ],
)
def test_the_address_is_the_one_before_our_proxies(sqlite_database, tmp_path, proxies, forwarded, counted_as):
    settings = a_settings(database_url=sqlite_database, data_dir=tmp_path, proxies=proxies)
    app = create_app(settings)
    seen: list[str | None] = []

    @app.before_request
    def note() -> None:
        seen.append(request.remote_addr)

    app.test_client().get("/api/session", headers={"X-Forwarded-For": forwarded})
    assert seen == [counted_as]


@pytest.mark.parametrize("limits", ["off", "memory://", "nonsense"])
def test_a_public_origin_refuses_limits_that_do_not_hold(tmp_path: Path, limits: str):
    environ = {
        "REBOUND_ORIGIN": "https://rebound.example",
        "SECRET_KEY": "q7Tn0aXw-3kVbZ8rYc5LmEuHs2JdGf9P",
        "REBOUND_DATA": str(tmp_path),
        "REBOUND_LIMITS": limits,
    }
    with pytest.raises(ConfigError, match="REBOUND_LIMITS"):
        Settings.from_environment(environ)
