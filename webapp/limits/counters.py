"""Counters that hold across workers without another service, as a storage of the `limits` library.

On PostgreSQL they are an unlogged table of the same database. On SQLite they are a file of their own beside the data:
a write into the database itself would wait for its disk and wake every device that listens for changes. Counters are
no data: table and file are made by whoever needs them first and may be dropped at any time, so no migration knows them.

Keys name people's addresses, so only their keyed hash is kept.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import random
import sqlite3
import threading
import time
from abc import abstractmethod
from pathlib import Path
from typing import Any

import sqlalchemy.exc
from limits.storage import Storage
from sqlalchemy import Engine, TextClause, text

from webapp.alone import run_alone
from webapp.database import begin_write

# One hit in so many also clears away what is over.
SWEEP_EVERY = 1000
# Longer than any counter's write; a request that waited longer is let through (guard.py).
BUSY_TIMEOUT_S = 0.25

_COLUMNS = "(key TEXT PRIMARY KEY, hits BIGINT NOT NULL, expires_at DOUBLE PRECISION NOT NULL)"
_HIT = text("""\
INSERT INTO limit_counters AS now (key, hits, expires_at) VALUES (:key, :amount, :expires_at)
ON CONFLICT (key) DO UPDATE SET
    hits = CASE WHEN now.expires_at <= :at THEN excluded.hits ELSE now.hits + excluded.hits END,
    expires_at = CASE WHEN now.expires_at <= :at THEN excluded.expires_at ELSE now.expires_at END
RETURNING hits""")
_READ = text("SELECT hits, expires_at FROM limit_counters WHERE key = :key AND expires_at > :at")
_CLEAR = text("DELETE FROM limit_counters WHERE key = :key")
_SWEEP = text("DELETE FROM limit_counters WHERE expires_at <= :at")
_RESET = text("DELETE FROM limit_counters")


class Counters(Storage):
    """What both databases share; `_run` executes one statement in a transaction of its own."""

    STORAGE_SCHEME = None

    def __init__(self, secret: str) -> None:
        super().__init__()
        self._secret = secret.encode()

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count, and answer the count of the window that is open now. `expiry` in seconds."""
        at = time.time()
        values = {"key": self._hash(key), "amount": amount, "at": at, "expires_at": at + expiry}
        row = self._run(_HIT, values)
        if random.randrange(SWEEP_EVERY) == 0:  # noqa: S311  # which hit sweeps is no secret
            self._run(_SWEEP, {"at": at})
        return int(row[0]) if row else 0

    def get(self, key: str) -> int:
        row = self._run(_READ, {"key": self._hash(key), "at": time.time()})
        return int(row[0]) if row else 0

    def get_expiry(self, key: str) -> float:
        """When the key's window ends, in seconds since 1970; now, if none is open."""
        at = time.time()
        row = self._run(_READ, {"key": self._hash(key), "at": at})
        return float(row[1]) if row else at

    def check(self) -> bool:
        self._run(_READ, {"key": "", "at": 0.0})
        return True

    def reset(self) -> int | None:
        self._run(_RESET, {})
        return None

    def clear(self, key: str) -> None:
        self._run(_CLEAR, {"key": self._hash(key)})

    def _hash(self, key: str) -> str:
        return hmac.new(self._secret, key.encode(), hashlib.sha256).hexdigest()[:32]

    @abstractmethod
    def _run(self, statement: TextClause, values: dict[str, Any]) -> tuple[Any, ...] | None:
        """The statement's first row, if it has one."""


class SqliteCounters(Counters):
    """A file that all workers of this machine share. A lost write after a power cut is a few requests more."""

    def __init__(self, path: Path, secret: str) -> None:
        super().__init__(secret)
        self._path = path
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._pid = 0

    @property
    def base_exceptions(self) -> type[Exception]:
        return sqlite3.Error

    def close(self) -> None:
        with self._lock:
            if self._connection is not None and self._pid == os.getpid():
                self._connection.close()
            self._connection = None

    def _run(self, statement: TextClause, values: dict[str, Any]) -> tuple[Any, ...] | None:
        # One connection for a process: a count takes some twenty microseconds, so its threads hardly wait.
        with self._lock:
            row: tuple[Any, ...] | None = self._open().execute(statement.text, values).fetchone()
            return row

    def _open(self) -> sqlite3.Connection:
        # SQLite's connections do not survive a fork, and workers are forked from the process that made the app.
        if self._connection is None or self._pid != os.getpid():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                self._path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(f"CREATE TABLE IF NOT EXISTS limit_counters {_COLUMNS} WITHOUT ROWID")
            self._connection, self._pid = connection, os.getpid()
        return self._connection


class PostgresqlCounters(Counters):
    """An unlogged table: no journal, no wait for the disk, empty after a crash."""

    def __init__(self, engine: Engine, secret: str) -> None:
        super().__init__(secret)
        self._engine = engine
        self._is_made = False

    @property
    def base_exceptions(self) -> type[Exception]:
        return sqlalchemy.exc.SQLAlchemyError

    def _run(self, statement: TextClause, values: dict[str, Any]) -> tuple[Any, ...] | None:
        if not self._is_made:
            self._make()
            self._is_made = True
        return run_alone(self._engine, statement, values)

    def _make(self) -> None:
        with begin_write(self._engine) as connection:
            # "IF NOT EXISTS" alone fails where two workers make it in the same instant.
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('limit_counters'))"))
            connection.execute(text(f"CREATE UNLOGGED TABLE IF NOT EXISTS limit_counters {_COLUMNS}"))
