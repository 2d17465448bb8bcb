"""The database's ground rules: the engine, how a transaction begins, aware UTC, and the account's write lock.

Owns everything that differs between SQLite and PostgreSQL. Knows no collection and no Flask.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

import msgspec
from sqlalchemy import (
    Connection,
    DateTime,
    Delete,
    Dialect,
    Engine,
    Insert,
    MetaData,
    Table,
    Update,
    create_engine,
    event,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator

# A writer waits this long for another one before it answers 503; a sync transaction takes milliseconds.
SQLITE_BUSY_TIMEOUT_MS = 10_000
SQLITE_RETRY_S = 0.0005


class Base(DeclarativeBase):
    """Every table of Rebound hangs on this metadata; the migrations are compared with it."""

    # Names for every constraint: a later migration can only change what it can name (SQLite would have none).
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )


class UtcMoment(TypeDecorator[datetime]):
    """A moment: aware and in UTC in Python, without a zone in SQLite, `timestamptz` in PostgreSQL."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs a time zone, got {value!r}")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class WriteWithoutLock(RuntimeError):
    """A synced row was about to be written by a transaction that does not hold the account's lock.

    Without the lock, numbers from the account's counter may become visible out of order and a reader's cursor
    would skip a row for good; so this is a fault in the code, never something to retry.
    """


@dataclass(frozen=True)
class LockedAccount:
    """What the lock read about the account. It stays true until this transaction ends."""

    id: str
    seq: int
    oldest_cursor: int
    row_count: int
    volume: int
    epoch: str
    """Of the whole database: which history its numbers belong to. Read along because every sync needs it."""


class AccountGone(LookupError):
    """The account was deleted between signing in and this transaction."""


def create_engine_for(url: str) -> Engine:
    """An engine on `url` (`sqlite:///…`, `postgresql+psycopg://…`) that keeps this module's ground rules."""
    json_codec: dict[str, Any] = {
        "json_serializer": lambda value: msgspec.json.encode(value).decode(),
        "json_deserializer": msgspec.json.decode,
    }
    # Event streams hold a thread each but no connection, so the pool only serves requests in progress.
    pool: dict[str, Any] = {"pool_size": 10, "max_overflow": 40}
    # The driver reads moments in the session's zone; the calendar's first and last survive no other.
    connect_args = {} if url.startswith("sqlite") else {"options": "-c timezone=utc"}
    engine = create_engine(url, connect_args=connect_args, **pool, **json_codec)
    is_sqlite = engine.dialect.name == "sqlite"
    event.listen(engine, "connect", _prepare_sqlite if is_sqlite else _prepare_postgresql)
    event.listen(engine, "begin", _begin_sqlite if is_sqlite else _begin_postgresql)
    event.listen(engine, "before_execute", _refuse_unlocked_writes)
    for moment in ("commit", "rollback"):
        event.listen(engine, moment, _forget_lock)
    return engine


@contextmanager
def begin_write(engine: Engine) -> Iterator[Connection]:
    """One write transaction, committed on leaving. SQLite takes its write lock at once: no deadlock later."""
    with engine.connect().execution_options(rebound_begin="write") as connection, connection.begin():
        yield connection


@contextmanager
def begin_read(engine: Engine) -> Iterator[Connection]:
    """One read-only transaction in which every statement sees the same snapshot."""
    with engine.connect().execution_options(rebound_begin="read") as connection, connection.begin():
        yield connection


_LOCK = text(
    "SELECT id, seq, oldest_cursor, row_count, volume, (SELECT epoch FROM histories) AS epoch "
    "FROM accounts WHERE id = :id"
)
_LOCK_ROW = text(f"{_LOCK.text} FOR UPDATE")


def lock_account(connection: Connection, account_id: str) -> LockedAccount:
    """Take the account's lock, held until this transaction ends; only then may its synced rows be written.

    The lock makes the order of the account's numbers the order of its commits (docs/sync.md). SQLite has one
    writer anyway: `begin_write` took that lock already. Raises AccountGone.
    """
    statement = _LOCK_ROW if connection.dialect.name == "postgresql" else _LOCK
    row = connection.execute(statement, {"id": account_id}).one_or_none()
    if row is None:
        raise AccountGone(account_id)
    connection.info["locked_account"] = account_id
    return LockedAccount(*row)


def _prepare_postgresql(dbapi_connection: Any, _entry: ConnectionPoolEntry) -> None:
    # We say BEGIN ourselves here too, or nothing at all: the driver would before every statement.
    dbapi_connection.autocommit = True


_BEGIN_POSTGRESQL = {
    "read": "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    "write": "BEGIN",
}


def _begin_postgresql(connection: Connection) -> None:
    """Begin on a connection that lives. Asking first whether it does would be one more way to the database and back.

    A database that was restarted leaves dead connections in the pool: the first BEGIN on one of them drops them all.
    """
    how = connection.get_execution_options().get("rebound_begin", "write")
    if how == "nothing":
        return
    try:
        connection.exec_driver_sql(_BEGIN_POSTGRESQL[how])
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        connection.exec_driver_sql(_BEGIN_POSTGRESQL[how])


def _prepare_sqlite(dbapi_connection: Any, _entry: ConnectionPoolEntry) -> None:
    # The driver's own BEGIN comes too late (before the first write); we say BEGIN ourselves.
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {SQLITE_BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    # FULL: an answer that left means the row survives a power cut, not only a crash of the process.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    how = connection.get_execution_options().get("rebound_begin", "read")
    if how == "write":
        _begin_sqlite_write(connection)
    elif how == "read":
        connection.exec_driver_sql("BEGIN")


def _begin_sqlite_write(connection: Connection) -> None:
    """Wait for SQLite's one write lock by asking often.

    SQLite's own waiting sleeps longer and longer, up to 100 ms, for a lock that is held for one: with two
    workers that cost half of the throughput, and one request in twenty waited 60 ms (bench/server.py).
    """
    driver: Any = connection.connection.driver_connection
    deadline = time.monotonic() + SQLITE_BUSY_TIMEOUT_MS / 1000
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        while not _is_begun(driver) and time.monotonic() < deadline:
            time.sleep(SQLITE_RETRY_S)
        if not driver.in_transaction:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        driver.execute(f"PRAGMA busy_timeout = {SQLITE_BUSY_TIMEOUT_MS}")


def _is_begun(driver: Any) -> bool:
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _refuse_unlocked_writes(connection: Connection, statement: Any, *_: Any) -> None:
    if not isinstance(statement, Insert | Update | Delete):
        return
    table = cast(Table, statement.table)
    if table.info.get("synced") and "locked_account" not in connection.info:
        raise WriteWithoutLock(f"{table.name} may only be written after lock_account()")


def _forget_lock(connection: Connection) -> None:
    # A connection that died took its lock and its notes along; asking for them would hide how it died.
    if not connection.invalidated:
        connection.info.pop("locked_account", None)
