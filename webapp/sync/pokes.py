"""Tells open devices that there is something to pull; says nothing else, and losing a poke only costs time.

A worker process watches the database itself, and only while somebody listens: PostgreSQL by LISTEN, SQLite
by asking ten times a second whether another connection has committed (`PRAGMA data_version`, a glance).
"""

from __future__ import annotations

import logging
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from webapp.accounts.models import Account

# A stream holds a thread of its worker for as long as it is open; the rest serve requests (webapp/server.py).
MAX_LISTENERS = 32
# One per device is the need. More would let one account take every stream of a worker.
MAX_LISTENERS_OF_AN_ACCOUNT = 8

POLL_INTERVAL_S = 0.1
RECONNECT_AFTER_S = 1.0
# How often PostgreSQL's watcher looks whether anybody still listens.
REST_AFTER_S = 0.5
# What a writing transaction notifies with its account's id (statements.py).
CHANNEL = "rebound_pokes"

log = logging.getLogger(__name__)


class TooManyListeners(Exception):
    """This worker, or this account in it, has no stream to spare."""


class Listener:
    """One open stream. Pokes that come while nobody waits are one poke."""

    def __init__(self) -> None:
        self._poked = threading.Event()
        # SQLite's watcher tells a commit by this account's counter having left it; None: not known yet.
        self.seq: int | None = None

    def poke(self) -> None:
        self._poked.set()

    def wait(self, timeout_s: float) -> bool:
        """Whether there was a poke before the time was up."""
        was_poked = self._poked.wait(timeout_s)
        # One that comes just as the time is up is kept for the next time.
        if was_poked:
            self._poked.clear()
        return was_poked


class Pokes:
    """The listeners of this process and the thread that watches the database for them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._listeners: defaultdict[str, set[Listener]] = defaultdict(set)
        self._watcher: threading.Thread | None = None
        self._watches = threading.Event()

    @contextmanager
    def listen(self, account_id: str, *, cursor: int | None = None) -> Iterator[Listener]:
        """A listener for what is committed from now on, or after `cursor`. Raises TooManyListeners."""
        listener = Listener()
        self._add(account_id, listener)
        try:
            # Only then is nothing missed between looking at the counter and listening.
            self._watches.wait(RECONNECT_AFTER_S)
            known = self._seq(account_id) if cursor is None else cursor
            # From here on the watcher compares: it may have been at work for others long before this one came. What
            # was committed while nobody compared is seen by asking once more.
            listener.seq = known
            if self._seq(account_id) > known:
                listener.poke()
            yield listener
        finally:
            self._remove(account_id, listener)

    def _add(self, account_id: str, listener: Listener) -> None:
        with self._lock:
            if self._count() >= MAX_LISTENERS or len(self._of(account_id)) >= MAX_LISTENERS_OF_AN_ACCOUNT:
                raise TooManyListeners
            self._listeners[account_id].add(listener)
            if self._watcher is None:
                self._watcher = threading.Thread(target=self._watch, name="pokes", daemon=True)
                self._watcher.start()

    def _remove(self, account_id: str, listener: Listener) -> None:
        with self._lock:
            self._listeners[account_id].discard(listener)
            if not self._listeners[account_id]:
                del self._listeners[account_id]

    def _count(self) -> int:
        return sum(map(len, self._listeners.values()))

    def _of(self, account_id: str) -> set[Listener]:
        return self._listeners.get(account_id, set())

    def _seq(self, account_id: str) -> int:
        with self._engine.connect() as connection:
            return connection.scalar(sa.select(Account.seq).where(Account.id == account_id)) or 0

    def _poke(self, account_ids: list[str]) -> None:
        with self._lock:
            for account_id in account_ids:
                for listener in self._of(account_id):
                    listener.poke()

    def _poke_beyond(self, seq_by_account: dict[str, int]) -> None:
        """Poke whoever knew another number of their account."""
        with self._lock:
            for account_id, seq in seq_by_account.items():
                for listener in self._of(account_id):
                    if listener.seq is not None and listener.seq != seq:
                        listener.seq = seq
                        listener.poke()

    def _awaited(self) -> list[str]:
        with self._lock:
            return list(self._listeners)

    def _may_rest(self) -> bool:
        """Ends the watcher once nobody listens; decided under the lock, so that a newcomer starts another."""
        with self._lock:
            if not self._listeners:
                self._watcher = None
                self._watches.clear()
            return not self._listeners

    def _watch(self) -> None:
        watch = _watch_postgresql if self._engine.dialect.name == "postgresql" else _watch_sqlite
        while True:
            try:
                watch(self)
                return
            except Exception as error:  # noqa: BLE001 (whatever the database did: streams go on, pokes come back)
                log.warning("pokes pause: %s", type(error).__name__)
            time.sleep(RECONNECT_AFTER_S)
            if self._may_rest():
                return
            # Something may have been committed meanwhile; a poke too many is one small request.
            self._poke(self._awaited())


# Where the counter of a deleted account stands: not where anybody has seen it.
_GONE = -1

_SEQS = sa.select(Account.id, Account.seq).where(Account.id.in_(sa.bindparam("ids", expanding=True)))


def _watch_sqlite(pokes: Pokes) -> None:
    version: int | None = None
    with pokes._engine.connect() as connection:
        # Straight on the driver: the pragma must not sit in a transaction, whose snapshot would never change.
        cursor = _driver(connection).cursor()
        while not pokes._may_rest():
            seen = cursor.execute("PRAGMA data_version").fetchone()[0]
            pokes._watches.set()
            if seen != version:
                version = seen
                _poke_the_moved(pokes)
            time.sleep(POLL_INTERVAL_S)


def _poke_the_moved(pokes: Pokes) -> None:
    awaited = pokes._awaited()
    with pokes._engine.connect() as connection:
        rows = connection.execute(_SEQS, {"ids": awaited})
        seq_by_account = {row.id: row.seq for row in rows}
    # A deleted account has no row; its devices are to hear of that as well.
    pokes._poke_beyond(dict.fromkeys(awaited, _GONE) | seq_by_account)


def _watch_postgresql(pokes: Pokes) -> None:
    with pokes._engine.connect() as pooled:
        # A listening connection never goes back to the pool: the next user would get our notifications.
        pooled.detach()
        driver = _driver(pooled)
        driver.rollback()
        driver.autocommit = True
        driver.execute(f"LISTEN {CHANNEL}")
        pokes._watches.set()
        while not pokes._may_rest():
            for notification in driver.notifies(timeout=REST_AFTER_S):
                pokes._poke([notification.payload])
                if pokes._may_rest():
                    return


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
