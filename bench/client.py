"""Measures the client in Chromium: `python -m bench.client [rounds]`, three minutes, on a quiet machine.

The real app and server, an account of 50,000 rows, and a browser profile on the disk: a private window keeps its
database in memory, and nothing would be durable. Prints medians and spread beside the bars.
"""

from __future__ import annotations

import gzip
import http.client
import json
import os
import secrets
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, sync_playwright

from bench.journals import fill
from tests.factories import a_settings, an_account, sign_in
from tests.live_server import LiveServer
from webapp import create_app
from webapp.assets import BUILD_DIR, load_assets
from webapp.journal.collections import COLLECTIONS
from webapp.migrate import migrate
from webapp.sync.clock import now_ms, tick

ROWS = 50_000
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM_FLAGS = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking")
PHONE = {"width": 412, "height": 915}
SLOWDOWN = 4
TAPS = 120

# What counts as "on the screen", by address: the rows of the list, not the frame around them.
LISTS = {"/": "main [role=checkbox]", "/interviews": "main a[href^='/interviews/']"}
SAVED = "Everything is saved on the server"

# Runs before the app. `seen` resolves to the moment something is first in the document, by the page's own clock;
# the times of writes are from the tap to the end of the transaction that is promised to be on the disk.
PROBE = """
(() => {
  const when = new Map();
  const check = () => {
    for (const [name, [isThere, resolve]] of when) if (isThere()) { when.delete(name); resolve(performance.now()); }
  };
  new MutationObserver(check).observe(document, { childList: true, subtree: true, characterData: true });
  const probe = (globalThis.probe = {
    writes: [],
    tappedAt: null,
    seen: (name, isThere) => new Promise((resolve) => { when.set(name, [isThere, resolve]); check(); }),
    list: (selector) => probe.seen("list", () => document.querySelector(selector)),
    status: (words) => probe.seen("status", () =>
      [...document.querySelectorAll("[role=status]")].some(({ textContent }) => textContent.includes(words))),
  });
  addEventListener("click", () => (probe.tappedAt = performance.now()), { capture: true });
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const transaction = begin.call(this, stores, mode, options);
    if (mode === "readwrite" && options?.durability === "strict" && probe.tappedAt !== null) {
      const tappedAt = probe.tappedAt;
      probe.tappedAt = null;
      transaction.addEventListener("complete", () => probe.writes.push(performance.now() - tappedAt));
    }
    return transaction;
  };
})();
"""


@dataclass
class Measured:
    """What one number came out as, over the rounds, and the bar it is held against."""

    what: str
    unit: str
    bar: float | None = None
    values: list[float] = field(default_factory=list)

    def line(self) -> tuple[str, str, str, str]:
        median, low, high = statistics.median(self.values), min(self.values), max(self.values)
        spread = f"{low:,.{self._digits}f} - {high:,.{self._digits}f}" if len(self.values) > 1 else ""
        verdict = "" if self.bar is None else f"≤ {self.bar:,g}{'' if median <= self.bar else '  MISSED'}"
        return self.what, f"{median:,.{self._digits}f} {self.unit}", spread, verdict

    @property
    def _digits(self) -> int:
        return {"ms": 1, "s": 2, "KB": 1, "MB": 2}.get(self.unit, 0)


class Table:
    """Lines in the order in which they were first measured."""

    def __init__(self) -> None:
        self._lines: dict[str, Measured] = {}

    def add(self, what: str, value: float, unit: str, bar: float | None = None) -> None:
        self._lines.setdefault(what, Measured(what, unit, bar)).values.append(value)

    def show(self) -> None:
        lines = [("what", "median", "spread", "bar"), *(measured.line() for measured in self._lines.values())]
        widths = [max(len(line[column]) for line in lines) for column in range(4)]
        for line in lines:
            print("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())


@dataclass(frozen=True)
class Rig:
    """A running server, one account in it, and somebody's session."""

    server: LiveServer
    account: dict[str, str]
    cookie: str
    item_id: str
    """A row that another device changes."""


def main(rounds: int) -> None:
    table = Table()
    _measure_bundle(table)
    with tempfile.TemporaryDirectory() as folder, _rig(Path(folder)) as rig, sync_playwright() as playwright:
        for number in range(rounds):
            profile = Path(folder) / f"profile-{number}"
            _measure_first_sync(table, playwright, profile, rig)
            _measure_cold_starts(table, playwright, profile, rig)
            _measure_use(table, playwright, profile, rig)
    table.show()


def _measure_bundle(table: Table) -> None:
    script = (BUILD_DIR / Path(load_assets().script).name).read_bytes()
    table.add("client script, whole app, gzip", len(gzip.compress(script, 9)) / 1000, "KB", 70)


def _measure_first_sync(table: Table, playwright: Playwright, profile: Path, rig: Rig) -> None:
    """As after signing in: the app is installed, its database is empty."""
    with _browser(playwright, profile, rig) as (context, page):
        page.goto(rig.server.url + "/")
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
        page.evaluate("(account) => localStorage.setItem('rebound.account', JSON.stringify(account))", rig.account)
        traffic = Traffic(context, page)
        page.goto(rig.server.url + "/interviews", wait_until="commit")
        table.add("first sync, to a usable list", page.evaluate("probe.list(%r)" % LISTS["/interviews"]) / 1000, "s", 1)
        table.add("first sync, complete", page.evaluate("probe.status(%r)" % SAVED) / 1000, "s", 6)
        table.add("first sync, bytes received", traffic.received / 1e6, "MB", 3.7)
        assert _count_rows(page, rig) == ROWS


def _measure_cold_starts(table: Table, playwright: Playwright, profile: Path, rig: Rig) -> None:
    """The browser was closed in between: everything comes from the disk."""
    for slowdown in (1, SLOWDOWN):
        for path, selector in LISTS.items():
            with _browser(playwright, profile, rig) as (context, page):
                cdp = context.new_cdp_session(page)
                cdp.send("Performance.enable")
                cdp.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
                page.goto(rig.server.url + path, wait_until="commit")
                wall_ms = page.evaluate("(selector) => probe.list(selector)", selector)
                script_ms = _metrics(cdp)["ScriptDuration"] * 1000
                name = f"cold start of {path}" + ("" if slowdown == 1 else f", CPU {slowdown} times slower")
                table.add(f"{name}: script", script_ms, "ms", 150 if slowdown == 1 else None)
                table.add(f"{name}: to the list", wall_ms, "ms", None if slowdown == 1 else 1000)


def _measure_use(table: Table, playwright: Playwright, profile: Path, rig: Rig) -> None:
    with _browser(playwright, profile, rig) as (context, page):
        page.goto(rig.server.url + "/interviews")
        page.evaluate("probe.status(%r)" % SAVED)
        _measure_reconnect(table, context, page, rig)
        _measure_writes(table, page)


def _measure_reconnect(table: Table, context: BrowserContext, page: Page, rig: Rig) -> None:
    traffic = Traffic(context, page)
    context.set_offline(True)
    page.evaluate("probe.status('Offline')")
    page.wait_for_timeout(500)
    _change_elsewhere(rig)
    traffic.forget()
    page.evaluate("addEventListener('online', () => (probe.onlineAt = performance.now()), { once: true, capture: true })")
    context.set_offline(False)
    page.wait_for_function("() => probe.onlineAt")
    page.evaluate("probe.status(%r)" % SAVED)
    table.add("reconnect with one remote change: requests", traffic.count, "", 1)
    table.add("reconnect with one remote change: bytes both ways", traffic.sent + traffic.received, "B", 1000)
    table.add("reconnect with one remote change: to 'saved'", page.evaluate("performance.now() - probe.onlineAt"), "ms")


def _measure_writes(table: Table, page: Page) -> None:
    page.locator(LISTS["/interviews"]).first.click()
    page.get_by_role("link", name="Debrief while it is fresh").first.click()
    box = page.locator("main [role=checkbox]").first
    box.wait_for()
    for _ in range(TAPS):
        done = page.evaluate("probe.writes.length")
        box.evaluate("(box) => box.click()")
        page.wait_for_function("(done) => probe.writes.length > done", arg=done)
    times = sorted(page.evaluate("probe.writes"))
    table.add("a local write, from the tap to durable: p50", times[len(times) // 2], "ms")
    table.add("a local write, from the tap to durable: p95", times[int(len(times) * 0.95)], "ms", 10)


class Traffic:
    """Sync requests of a page: how many, and their bodies' bytes as they were on the wire."""

    def __init__(self, context: BrowserContext, page: Page) -> None:
        self.forget()
        self._lengths: dict[str, int] = {}
        cdp = context.new_cdp_session(page)
        cdp.send("Network.enable")
        cdp.on("Network.requestWillBeSent", self._note_request)
        cdp.on("Network.responseReceived", self._note_response)

    def forget(self) -> None:
        self.count = self.sent = self.received = 0

    def _note_request(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].endswith("/api/sync"):
            self.count += 1
            self.sent += len(event["request"].get("postData", "").encode())

    def _note_response(self, event: dict[str, Any]) -> None:
        if event["response"]["url"].endswith("/api/sync"):
            headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
            self.received += int(headers["content-length"])


def _change_elsewhere(rig: Rig) -> None:
    """What the person's other device would send: one line snoozed."""
    stamp = tick(None, now_ms=now_ms(), node=secrets.token_hex(8))
    written = {"snoozed_until": "2026-11-23T09:30:00Z"}
    op = {"collection": "items", "id": rig.item_id, "stamp": stamp, "set": written, "seen": {"snoozed_until": None}}
    device = "01932b1e-5c00-7abc-8def-0123456789ab"
    body = {"schema": 1, "device": device, "epoch": None, "cursor": ROWS, "ops": [op]}
    connection = http.client.HTTPConnection("localhost", rig.server.port)
    headers = {"Content-Type": "application/json", "Cookie": f"rebound={rig.cookie}", "Origin": rig.server.url}
    connection.request("POST", "/api/sync", json.dumps(body), headers)
    answer = json.loads(connection.getresponse().read())
    connection.close()
    assert answer["refused"] == []


def _count_rows(page: Page, rig: Rig) -> int:
    count: int = page.evaluate(
        """async ([name, collections]) => {
            const database = await new Promise((resolve) => (indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result)));
            const transaction = database.transaction(collections);
            const counts = await Promise.all(collections.map((collection) =>
                new Promise((resolve) => (transaction.objectStore(collection).count().onsuccess = ({ target }) => resolve(target.result)))));
            database.close();
            return counts.reduce((sum, count) => sum + count, 0);
        }""",
        [f"rebound-{rig.account['id']}", list(COLLECTIONS)],
    )
    return count


def _metrics(cdp: CDPSession) -> dict[str, float]:
    return {metric["name"]: metric["value"] for metric in cdp.send("Performance.getMetrics")["metrics"]}


@contextmanager
def _browser(playwright: Playwright, profile: Path, rig: Rig) -> Iterator[tuple[BrowserContext, Page]]:
    installed = next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=os.environ.get("REBOUND_CHROMIUM", installed),
        args=list(CHROMIUM_FLAGS),
        viewport=PHONE,
        locale="en-GB",
        timezone_id="Europe/Berlin",
    )
    context.set_default_timeout(120_000)
    context.add_init_script(PROBE)
    context.add_cookies([{"name": "rebound", "value": rig.cookie, "url": rig.server.url, "httpOnly": True}])
    try:
        yield context, context.pages[0]
    finally:
        context.close()


@contextmanager
def _rig(folder: Path) -> Iterator[Rig]:
    url = f"sqlite:///{folder / 'rebound.db'}"
    migrate(url)
    secret = secrets.token_urlsafe(48)
    app = create_app(replace(a_settings(database_url=url, data_dir=folder), secret_key=secret))
    engine = app.extensions["rebound"].engine
    account = an_account(app)
    fill(engine, account.id, count=ROWS)
    cookie = sign_in(app, account).get_cookie("rebound")
    items = COLLECTIONS["items"].table
    with engine.connect() as connection:
        item_id = connection.scalar(sa.select(items.c.id).where(items.c.account_id == account.id).limit(1))
    engine.dispose()
    assert cookie is not None
    assert item_id is not None
    server = LiveServer(url, folder / "server", environment={"SECRET_KEY": secret, "WEB_CONCURRENCY": "2"})
    server.start()
    try:
        yield Rig(server, {"id": account.id, "name": account.name}, cookie.value, item_id)
    finally:
        server.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
