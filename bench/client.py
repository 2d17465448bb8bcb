"""Measures the client in Chromium: `python -m bench.client [rounds]`, three minutes, on a quiet machine.

The real app and server, an account of 50,000 rows, and a browser profile on the disk: a private window keeps its
database in memory, and nothing would be durable. Prints medians and spread beside the bars.
"""

from __future__ import annotations

import gzip
import http.client
import json
import secrets
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, ViewportSize, sync_playwright

from bench.journals import fill
from tests.browser.chromium import FLAGS, installed
from tests.factories import a_settings, an_account, sign_in
from tests.live_server import LiveServer
from webapp import create_app
from webapp.assets import BUILD_DIR, load_assets
from webapp.journal.collections import COLLECTIONS
from webapp.migrate import migrate
from webapp.sync.clock import now_ms, tick

ROWS = 50_000
PHONE = ViewportSize(width=412, height=915)
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


OPEN = """
const opening = indexedDB.open(name);
const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
const answer = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
"""

# Asks the database itself: what the status says is that nothing is unsent, which is true long before.
UNTIL_COMPLETE = f"""async (name) => {{ {OPEN}
  const readMeta = () => answer(database.transaction("meta").objectStore("meta").get("sync"));
  while (!(await readMeta())?.isComplete) await new Promise((resolve) => setTimeout(resolve, 20));
  database.close();
  return performance.now();
}}"""

COUNT_ROWS = f"""async ([name, collections]) => {{ {OPEN}
  const count = (collection) => answer(database.transaction(collection).objectStore(collection).count());
  const counts = await Promise.all(collections.map(count));
  database.close();
  return counts.reduce((sum, count) => sum + count, 0);
}}"""


# The same work without the app: one index, rows of the same size, pages of 2,000; then taps of one row each.
FLOOR = """async ([count, taps]) => {
  const name = `floor-${crypto.randomUUID()}`;
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("rows", { keyPath: "id" }).createIndex("list", "list");
  };
  const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
  const stamps = Object.fromEntries([..."abcdefgh"].map((field) => [field, "01932b1e5c00-0000-0123456789abcdef"]));
  const row = () => ({ id: crypto.randomUUID(), list: crypto.randomUUID(), stamps, words: "m".repeat(200) });
  const put = (rows, durability) => new Promise((resolve) => {
    const transaction = database.transaction("rows", "readwrite", { durability });
    for (const each of rows) transaction.objectStore("rows").put(each);
    transaction.oncomplete = resolve;
  });
  const begun = performance.now();
  for (let done = 0; done < count; done += 2000) await put(Array.from({ length: 2000 }, row), "relaxed");
  const filled = performance.now() - begun;
  const writes = [];
  for (let tap = 0; tap < taps; tap += 1) {
    const tapped = performance.now();
    await put([row()], "strict");
    writes.push(performance.now() - tapped);
  }
  database.close();
  indexedDB.deleteDatabase(name);
  return [filled, writes];
}"""


@dataclass
class Measured:
    """What one number came out as, over the rounds, and the bar it is held against."""

    what: str
    unit: str
    bar: float | None = None
    values: list[float] = field(default_factory=list)

    def line(self) -> tuple[str, str, str, str]:
        median = statistics.median(self.values)
        is_missed = self.bar is not None and median > self.bar
        bar = "" if self.bar is None else f"≤ {self.bar:,g}" + ("  MISSED" if is_missed else "")
        spread = f"{self._shown(min(self.values))} - {self._shown(max(self.values))}"
        return self.what, f"{self._shown(median)} {self.unit}", spread if len(self.values) > 1 else "", bar

    def _shown(self, value: float) -> str:
        digits = {"ms": 1, "s": 2, "KB": 1, "MB": 2}.get(self.unit, 0)
        return f"{value:,.{digits}f}"


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
    checklist_id: str
    """A list to tap in."""


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
    assets = load_assets()
    scripts = [path for path in assets.files if path.endswith(".js")]
    for what, paths in (("whole app", scripts), ("at the start", [assets.script])):
        sizes = [len(gzip.compress((BUILD_DIR / Path(path).name).read_bytes(), 9)) for path in paths]
        table.add(f"client script, {what}, gzip", sum(sizes) / 1000, "KB", 70)


def _measure_first_sync(table: Table, playwright: Playwright, profile: Path, rig: Rig) -> None:
    """As after signing in: the app is installed, its database is empty."""
    remember = "(account) => localStorage.setItem('rebound.account', JSON.stringify(account))"
    with _browser(playwright, profile, rig) as (context, page):
        page.goto(rig.server.url + "/")
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
        filled_ms, writes = page.evaluate(FLOOR, [ROWS, TAPS])
        page.evaluate(remember, rig.account)
        traffic = Traffic(context, page)
        page.goto(rig.server.url + "/people", wait_until="commit")
        first_ms = page.evaluate("(list) => probe.list(list)", "main a[href^='/people/']")
        complete_ms = page.evaluate(UNTIL_COMPLETE, _database(rig))
        table.add("first sync, first rows on the screen", first_ms / 1000, "s", 1)
        table.add("first sync, complete", complete_ms / 1000, "s", 6)
        table.add("  the platform's floor: bare puts", filled_ms / 1000, "s")
        table.add("first sync, bytes received", traffic.received / 1e6, "MB", 3.7)
        kept = page.evaluate(COUNT_ROWS, [_database(rig), list(COLLECTIONS)])
        # What keeps order after a sync may have begun lines of its own by now.
        assert kept >= ROWS, f"{kept} rows arrived"
        table.add("the platform's floor of a durable write: p95", _percentile(writes, 0.95), "ms")


def _measure_cold_starts(table: Table, playwright: Playwright, profile: Path, rig: Rig) -> None:
    """The browser was closed in between: everything comes from the disk."""
    for slowdown, script_bar, wall_bar in ((1, 150, None), (SLOWDOWN, None, 1000)):
        for path, selector in LISTS.items():
            with _browser(playwright, profile, rig) as (context, page):
                cdp = context.new_cdp_session(page)
                # The main thread's own time: it stays true while other programs use the processor.
                cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
                cdp.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
                page.goto(rig.server.url + path, wait_until="commit")
                wall_ms = page.evaluate("(selector) => probe.list(selector)", selector)
                spent = _metrics(cdp)
            name = f"cold start of {path}" + ("" if slowdown == 1 else f", CPU {slowdown} times slower")
            table.add(f"{name}: script", spent["ScriptDuration"] * 1000, "ms", script_bar)
            table.add(f"{name}: all of the main thread", spent["TaskDuration"] * 1000, "ms")
            table.add(f"{name}: to the list", wall_ms, "ms", wall_bar)


def _measure_use(table: Table, playwright: Playwright, profile: Path, rig: Rig) -> None:
    with _browser(playwright, profile, rig) as (context, page):
        page.goto(rig.server.url + "/interviews")
        _wait_for_status(page, SAVED)
        _measure_reconnect(table, context, page, rig)
        _measure_writes(table, page, rig)


def _measure_reconnect(table: Table, context: BrowserContext, page: Page, rig: Rig) -> None:
    traffic = Traffic(context, page)
    context.set_offline(True)
    _wait_for_status(page, "Offline")
    # The emulation leaves open streams alone, and a poke would come through: no real network's end does that.
    rig.server.restart()
    _change_elsewhere(rig)
    traffic.forget()
    page.evaluate(
        "void addEventListener('online', () => (probe.onlineAt = performance.now()), { once: true })"
    )
    context.set_offline(False)
    page.wait_for_function("() => probe.onlineAt")
    _wait_for_status(page, SAVED)
    saved_ms = page.evaluate("performance.now() - probe.onlineAt")
    # A second request that should not be would follow at once.
    page.wait_for_timeout(500)
    table.add("reconnect with one remote change: requests", traffic.count, "", 1)
    table.add("reconnect with one remote change: bytes both ways", traffic.sent + traffic.received, "B", 1000)
    table.add("reconnect with one remote change: to 'saved'", saved_ms, "ms")


def _measure_writes(table: Table, page: Page, rig: Rig) -> None:
    """Each tap checks a line or unchecks it again."""
    page.goto(f"{rig.server.url}/checklists/{rig.checklist_id}")
    box = page.locator("main [role=checkbox]").first
    box.wait_for()
    for _ in range(TAPS):
        done = page.evaluate("probe.writes.length")
        box.evaluate("(box) => box.click()")
        page.wait_for_function("(done) => probe.writes.length > done", arg=done)
    times = page.evaluate("probe.writes")
    table.add("a local write, from the tap to durable: p50", _percentile(times, 0.5), "ms")
    table.add("a local write, from the tap to durable: p95", _percentile(times, 0.95), "ms", 10)


def _percentile(values: list[float], share: float) -> float:
    return sorted(values)[int(len(values) * share)]


class Traffic:
    """Sync requests that a page got an answer to: how many, and their bodies' bytes as they were on the wire."""

    def __init__(self, context: BrowserContext, page: Page) -> None:
        self.forget()
        self._sizes: dict[str, int] = {}
        cdp = context.new_cdp_session(page)
        cdp.send("Network.enable")
        cdp.on("Network.requestWillBeSent", self._note_request)
        cdp.on("Network.responseReceived", self._note_response)

    def forget(self) -> None:
        self.count = self.sent = self.received = 0

    def _note_request(self, event: dict[str, Any]) -> None:
        self._sizes[event["requestId"]] = len(event["request"].get("postData", "").encode())

    def _note_response(self, event: dict[str, Any]) -> None:
        if event["response"]["url"].endswith("/api/sync"):
            headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
            self.count += 1
            self.sent += self._sizes[event["requestId"]]
            self.received += int(headers["content-length"])


def _change_elsewhere(rig: Rig) -> None:
    """What the person's other device would send: one line snoozed."""
    stamp = tick(None, now_ms=now_ms(), node=secrets.token_hex(8))
    written, seen = {"snoozed_until": "2026-11-23T09:30:00Z"}, {"snoozed_until": None}
    op = {"collection": "items", "id": rig.item_id, "stamp": stamp, "set": written, "seen": seen}
    device = "01932b1e-5c00-7abc-8def-0123456789ab"
    body = json.dumps({"schema": 1, "device": device, "epoch": None, "cursor": ROWS, "ops": [op]})
    headers = {
        "Content-Type": "application/json",
        "Cookie": f"rebound={rig.cookie}",
        "Origin": rig.server.url,
    }
    connection = http.client.HTTPConnection("localhost", rig.server.port)
    connection.request("POST", "/api/sync", body, headers)
    answer = json.loads(connection.getresponse().read())
    connection.close()
    assert answer["refused"] == []


def _wait_for_status(page: Page, words: str) -> None:
    page.evaluate("(words) => probe.status(words)", words)


def _database(rig: Rig) -> str:
    return f"rebound-{rig.account['id']}"


def _metrics(cdp: CDPSession) -> dict[str, float]:
    return {metric["name"]: metric["value"] for metric in cdp.send("Performance.getMetrics")["metrics"]}


@contextmanager
def _browser(playwright: Playwright, profile: Path, rig: Rig) -> Iterator[tuple[BrowserContext, Page]]:
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=installed(),
        args=list(FLAGS),
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
        item = connection.execute(sa.select(items.c.id, items.c.checklist).limit(1)).one()
    engine.dispose()
    assert cookie is not None
    server = LiveServer(url, folder / "server", environment={"SECRET_KEY": secret, "WEB_CONCURRENCY": "2"})
    server.start()
    try:
        yield Rig(server, {"id": account.id, "name": account.name}, cookie.value, item.id, item.checklist)
    finally:
        server.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
