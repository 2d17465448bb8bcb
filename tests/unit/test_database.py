"""The ground rules of the database: how transactions begin, and that nothing goes round the lock."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, delete, insert, select, text, update
from sqlalchemy.exc import OperationalError, StatementError
from sqlalchemy.orm import Session as OrmSession

from webapp.accounts.models import Account
from webapp.database import (
    AccountGone,
    Base,
    WriteWithoutLock,
    begin_read,
    begin_write,
    create_engine_for,
    lock_account,
)
from webapp.journal.collections import COLLECTIONS
from webapp.journal.interviews import Interview
from webapp.journal.revisions import History  # noqa: F401 (every lock reads along which history it is)

WINS = COLLECTIONS["wins"].table
ROW = {"account_id": "a", "id": "w", "seq": 1, "stamps": {}}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = create_engine_for(f"sqlite:///{tmp_path / 'rebound.db'}")
    Base.metadata.create_all(engine)
    with begin_write(engine) as connection:
        now = datetime(2026, 11, 23, tzinfo=UTC)
        connection.execute(insert(Account).values(id="a", user_handle=b"h", created_at=now, seq=7))
    yield engine
    engine.dispose()


@pytest.mark.parametrize("statement", [insert(WINS).values(ROW), update(WINS).values(seq=2), delete(WINS)])
def test_a_synced_row_cannot_be_written_without_the_accounts_lock(engine, statement):
    with pytest.raises(WriteWithoutLock), begin_write(engine) as connection:
        connection.execute(statement)


def test_the_orm_cannot_go_round_the_lock(engine):
    with begin_write(engine) as connection, OrmSession(connection) as session:
        session.add(Interview(account_id="a", id="i", seq=1, stamps={}))
        with pytest.raises(WriteWithoutLock):
            session.flush()


def test_every_collection_is_guarded():
    assert all(collection.table.info.get("synced") for collection in COLLECTIONS.values())


def test_with_the_lock_a_row_is_written_and_the_lock_ends_with_its_transaction(engine):
    with begin_write(engine) as connection:
        assert lock_account(connection, "a").seq == 7
        connection.execute(insert(WINS).values(ROW))
    with begin_write(engine) as connection, pytest.raises(WriteWithoutLock):
        connection.execute(update(WINS).values(seq=2))


def test_a_lock_rolled_back_is_forgotten_too(engine):
    connection = engine.connect().execution_options(rebound_begin="write")
    with connection, connection.begin() as transaction:
        lock_account(connection, "a")
        transaction.rollback()
    with begin_write(engine) as connection, pytest.raises(WriteWithoutLock):
        connection.execute(delete(WINS))


def test_locking_an_account_that_is_gone_says_so(engine):
    with pytest.raises(AccountGone), begin_write(engine) as connection:
        lock_account(connection, "nobody")


def test_a_read_sees_one_snapshot_however_long_it_lasts(engine):
    with begin_read(engine) as reader:
        assert reader.scalar(select(Account.seq)) == 7
        with begin_write(engine) as writer:
            writer.execute(update(Account).values(seq=8))
        assert reader.scalar(select(Account.seq)) == 7
    with begin_read(engine) as reader:
        assert reader.scalar(select(Account.seq)) == 8


def test_a_writer_holds_the_write_lock_from_its_first_moment(engine):
    impatient = sqlite3.connect(engine.url.database, timeout=0)
    with begin_write(engine), pytest.raises(sqlite3.OperationalError, match="locked"):
        impatient.execute("BEGIN IMMEDIATE")
    impatient.close()


def test_a_second_writer_waits_for_the_first_and_then_gives_up(engine, monkeypatch):
    monkeypatch.setattr("webapp.database.SQLITE_BUSY_TIMEOUT_MS", 20)
    with begin_write(engine), pytest.raises(OperationalError, match="locked"), begin_write(engine):
        pytest.fail("two writers at once")


def test_a_second_writer_is_let_in_as_soon_as_the_first_is_done(engine):
    order = []

    def write_second() -> None:
        with begin_write(engine):
            order.append("second")

    second = threading.Thread(target=write_second)
    with begin_write(engine):
        second.start()
        time.sleep(0.05)
        order.append("first")
    second.join(timeout=5)
    assert order == ["first", "second"]


def test_sqlite_is_durable_and_lets_readers_read(engine):
    with begin_read(engine) as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def test_a_moment_comes_back_aware_and_in_utc(engine):
    noon_in_berlin = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    with begin_write(engine) as connection:
        connection.execute(update(Account).values(created_at=noon_in_berlin))
    with begin_read(engine) as connection:
        stored = connection.scalar(select(Account.created_at))
    assert stored == noon_in_berlin
    assert stored is not None
    assert stored.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(engine):
    with pytest.raises(StatementError, match="time zone"), begin_write(engine) as connection:
        connection.execute(update(Account).values(created_at=datetime(2026, 7, 1)))  # noqa: DTZ001 (the fault under test)


def test_a_database_that_was_restarted_costs_nobody_an_error(
    postgresql_database: str, postgresql_server: str
):
    engine = create_engine_for(postgresql_database)
    for begin in (begin_read, begin_write):
        with begin(engine) as connection:
            connection.execute(text("SELECT 1"))
        # What a restart leaves of the connections that wait in the pool.
        ended = end_connections(postgresql_server, engine)
        assert ended == 1
        with begin(engine) as connection:
            assert connection.scalar(text("SELECT 1")) == 1
    engine.dispose()


def test_a_database_that_dies_in_the_middle_is_called_away_and_nothing_else(
    postgresql_database: str, postgresql_server: str
):
    engine = create_engine_for(postgresql_database)

    def go_on_without_a_database() -> None:
        with begin_write(engine) as connection:
            end_connections(postgresql_server, engine)
            connection.execute(text("SELECT 1"))

    with pytest.raises(OperationalError):
        go_on_without_a_database()
    engine.dispose()


def end_connections(server: str, engine: Engine) -> int:
    with psycopg.connect(server, autocommit=True) as operator:
        row = operator.execute(
            "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = %s",
            (engine.url.database,),
        ).fetchone()
    assert row is not None
    return int(row[0])
