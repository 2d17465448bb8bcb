"""Measures the ceremonies: `python -m bench.accounts [sqlite] [postgresql]`, half a minute each, on a quiet machine.

The app in this process, without HTTP between, so that what is measured is verification and the database. Beside each
time by the clock stands the thread's own processor time, which stays true on a busy machine.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from flask import Flask

from bench.server import database
from tests.api.accounts.browser import Browser
from tests.factories import a_settings
from webapp import create_app
from webapp.migrate import migrate

ROUNDS = 200
# Each account's row, passkey and session, so that an index is worth its name.
OTHER_ACCOUNTS = 200
BAR_MS = 30


def main(kinds: list[str]) -> None:
    print(f"{'what':44} {'p50':>9} {'p95':>9} {'processor':>11}   bar")
    for kind in kinds or ["sqlite", "postgresql"]:
        with tempfile.TemporaryDirectory() as folder, database(kind, Path(folder)) as url:
            migrate(url)
            app = create_app(a_settings(database_url=url, data_dir=Path(folder), limits="off"))
            for line in measure(app, kind):
                print(line)
            app.extensions["rebound"].engine.dispose()


def measure(app: Flask, kind: str) -> Iterator[str]:
    for _ in range(OTHER_ACCOUNTS):
        Browser(app).sign_up()
    browser = Browser(app)
    browser.sign_up()
    again = "/api/session/reauthentication"
    yield row(f"{kind}: sign-in verified", post(browser, "/api/session", browser.asserted), bar_ms=BAR_MS)
    yield row(f"{kind}: re-authentication", post(browser, again, browser.shown_again), bar_ms=BAR_MS)
    yield row(f"{kind}: a challenge", post(browser, "/api/session/options", dict))
    yield row(f"{kind}: who asks (GET /api/session)", lambda: measured(lambda: browser.get("/api/session")))


Sample = tuple[float, float]


def post(browser: Browser, path: str, make_answer: Callable[[], Any]) -> Callable[[], Sample]:
    """Only the answer's way through the server is measured, not how it was made."""

    def once() -> Sample:
        answer = make_answer()
        return measured(lambda: browser.post(path, answer))

    return once


def measured(ask: Callable[[], Any]) -> Sample:
    begun, begun_processor = time.perf_counter(), time.thread_time()
    response = ask()
    sample = (time.perf_counter() - begun) * 1000, (time.thread_time() - begun_processor) * 1000
    assert response.status_code < 300, response.get_data(as_text=True)
    response.close()
    return sample


def row(what: str, once: Callable[[], Sample], *, bar_ms: float | None = None) -> str:
    once()
    samples = [once() for _ in range(ROUNDS)]
    by_clock = [clock for clock, _ in samples]
    processor = statistics.median(processor for _, processor in samples)
    p50, p95 = statistics.median(by_clock), statistics.quantiles(by_clock, n=20)[-1]
    return f"{what:44} {p50:6.2f} ms {p95:6.2f} ms {processor:8.2f} ms   {f'p95 ≤ {bar_ms} ms' if bar_ms else ''}"


if __name__ == "__main__":
    main(sys.argv[1:])
