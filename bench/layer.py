"""Measures what security costs a sync request: `python -m bench.layer [sqlite] [postgresql]`, on a quiet machine.

The same request goes through the app as it is, and through one that trusts everybody: no cookie is read, no origin is
checked, nothing is counted and no header set, and the account is simply known. The difference of each such pair is the
layer's: the cookie's signature, the same-origin rule, limits, the session's row, events, headers.
"""

from __future__ import annotations

import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from flask import Flask, g, request
from flask.sessions import SecureCookieSession, SessionInterface
from flask_login import LoginManager
from werkzeug.test import EnvironBuilder

from bench.server import database
from tests.factories import a_settings, an_account, sign_in
from webapp import create_app
from webapp.accounts.sessions import NEVER, AccountCard, SignedIn
from webapp.config import Settings
from webapp.limits.allowance import Allowance
from webapp.limits.rules import SYNC
from webapp.migrate import migrate

ROUNDS = 7
PAIRS = 200
# Each with a session, so that an index is worth its name.
ACCOUNTS = 400
BAR_MS = 1
BODY = msgspec.json.encode(
    {"schema": 1, "device": "01932b1e-5c00-7abc-8def-0123456789ab", "epoch": None, "cursor": 0, "ops": []}
)


class Times(NamedTuple):
    """Milliseconds of one request: by the clock, and of this thread's processor time."""

    clock: float
    processor: float


class Pair(NamedTuple):
    guarded: Times
    trusting: Times


class Device(NamedTuple):
    account: AccountCard
    cookie: str


def main(kinds: list[str]) -> None:
    print(
        f"milliseconds; the bar is {BAR_MS} ms for the layer's p50, each of {ROUNDS} rounds of {PAIRS} pairs"
    )
    print(f"{'':44} {'the layer: p50 of each round':34} {'p95':>6} {'processor':>10} {'the rest':>9}")
    for kind in kinds or ["sqlite", "postgresql"]:
        with tempfile.TemporaryDirectory() as folder, database(kind, Path(folder)) as url:
            migrate(url)
            settings = a_settings(database_url=url, data_dir=Path(folder), limits="database")
            for what, rounds in measure(settings):
                print(f"{kind + ': ' + what:44} {line(rounds)}")


def measure(settings: Settings) -> Iterator[tuple[str, list[list[Pair]]]]:
    guarded, trusting = create_app(settings), trusting_app(settings)
    accounts = [an_account(guarded) for _ in range(ACCOUNTS)]
    devices = [Device(account, cookie_of(guarded, account)) for account in accounts]

    def measured(devices: list[Device]) -> list[Pair]:
        return [Pair(*ask_both(guarded, trusting, device)) for device in devices]

    measured(devices[:PAIRS])
    # Devices that sync now and then: what the worker lets through by itself (webapp/limits/allowance.py).
    in_turn = itertools.cycle(devices)
    yield (
        "now and then",
        [measured(list(itertools.islice(in_turn, PAIRS))) for _ in range(ROUNDS)],
    )
    # One that asks without a pause: counted in the database, a few at a time.
    own = Allowance(settings.web_concurrency).of(SYNC)
    hurried = []
    for device in devices[:ROUNDS]:
        measured([device] * own)
        hurried.append(measured([device] * PAIRS))
    yield "without a pause", hurried
    for app in (guarded, trusting):
        app.extensions["rebound"].engine.dispose()


def ask_both(guarded: Flask, trusting: Flask, device: Device) -> tuple[Times, Times]:
    return (
        ask(guarded, {"HTTP_COOKIE": f"rebound={device.cookie}"}),
        ask(trusting, {"bench.account": device.account}),
    )


def ask(app: Flask, environ: dict[str, Any]) -> Times:
    builder = EnvironBuilder("/api/sync", method="POST", data=BODY, content_type="application/json")
    whole = builder.get_environ() | environ | {"HTTP_SEC_FETCH_SITE": "same-origin"}
    statuses: list[str] = []
    begun, begun_processor = time.perf_counter(), time.thread_time()
    answer: Any = app.wsgi_app(whole, lambda status, *_: statuses.append(status))  # type: ignore[arg-type,return-value]  # no view writes by itself
    b"".join(answer)
    answer.close()
    times = Times((time.perf_counter() - begun) * 1000, (time.thread_time() - begun_processor) * 1000)
    assert statuses == ["200 OK"], statuses
    return times


def line(rounds: list[list[Pair]]) -> str:
    def differences(pairs: list[Pair]) -> list[float]:
        return [pair.guarded.clock - pair.trusting.clock for pair in pairs]

    pairs = [pair for pairs in rounds for pair in pairs]
    medians = " ".join(
        f"{median:.2f}" for median in sorted(statistics.median(differences(p)) for p in rounds)
    )
    p95 = statistics.quantiles(differences(pairs), n=20)[-1]
    processor = statistics.median(pair.guarded.processor - pair.trusting.processor for pair in pairs)
    rest = statistics.median(pair.trusting.clock for pair in pairs)
    return f"{medians:34} {p95:6.2f} {processor:10.2f} {rest:9.2f}"


def cookie_of(app: Flask, account: AccountCard) -> str:
    cookie = sign_in(app, account).get_cookie("rebound")
    assert cookie is not None
    return cookie.value


def trusting_app(settings: Settings) -> Flask:
    """The same app with its guard sent home."""
    app = create_app(settings)
    app.before_request_funcs.clear()
    hooks = app.after_request_funcs[None]
    hooks[:] = [hook for hook in hooks if not hook.__module__.startswith("webapp.")]
    app.session_interface = NoCookies()
    app.login_manager = Known()  # type: ignore[attr-defined]  # as create_app does
    return app


class NoCookies(SessionInterface):
    def open_session(self, *_: Any) -> SecureCookieSession:
        return SecureCookieSession()

    def save_session(self, *_: Any) -> None:
        """Nothing to say."""


class Known(LoginManager):  # type: ignore[misc]  # Flask-Login ships no types
    def _load_user(self) -> None:
        account = request.environ["bench.account"]
        g._login_user = SignedIn(account, session_id="", token="", passkey_id=None, reauth_at=NEVER)


if __name__ == "__main__":
    main(sys.argv[1:])
