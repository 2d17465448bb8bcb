"""Statements that are their own transaction: values come and go as with Core, and a dead connection costs nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, bindparam, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from tests.unit.test_database import end_connections
from webapp.accounts.models import Account
from webapp.alone import run_alone
from webapp.database import begin_write, create_engine_for

BEGAN = datetime(2026, 11, 23, 9, 30, 0, 250_000, tzinfo=UTC)
READ = select(Account.created_at, Account.user_handle).where(Account.id == bindparam("id"))
SINCE = select(Account.id).where(Account.created_at >= bindparam("since"))


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    engine = create_engine_for(database)
    with begin_write(engine) as connection:
        connection.execute(insert(Account).values(id="a", user_handle=b"h", created_at=BEGAN, seq=7))
    yield engine
    engine.dispose()


def test_values_are_translated_both_ways(engine: Engine):
    assert run_alone(engine, READ, {"id": "a"}) == (BEGAN, b"h")
    assert run_alone(engine, READ, {"id": "nobody"}) is None
    assert run_alone(engine, SINCE, {"since": BEGAN}) == ("a",)


def test_what_is_written_is_there_for_the_next_one(engine: Engine):
    write = update(Account).where(Account.id == bindparam("of")).values(seq=bindparam("new_seq"))
    assert run_alone(engine, write, {"of": "a", "new_seq": 8}) is None
    assert run_alone(engine, text("SELECT seq FROM accounts"), {}) == (8,)


def test_a_fault_is_called_what_sqlalchemy_calls_it_and_the_next_statement_runs(engine: Engine):
    with pytest.raises(DBAPIError):
        run_alone(engine, text("SELECT nothing FROM nowhere"), {})
    assert run_alone(engine, text("SELECT seq FROM accounts"), {}) == (7,)


def test_a_database_that_was_restarted_costs_nobody_an_error(
    postgresql_database: str, postgresql_server: str
):
    engine = create_engine_for(postgresql_database)
    # Two connections wait in the pool, and both are dead.
    with engine.connect(), engine.connect():
        pass
    assert end_connections(postgresql_server, engine) == 2
    assert run_alone(engine, text("SELECT 1"), {}) == (1,)
    engine.dispose()
