"""Deleting an account: one transaction, and nothing of it is left but a trace that tells its devices.

Every table that holds something of an account's hangs on `accounts` by a foreign key that cascades, so one DELETE
takes all of it, on both databases; a walk over the schema proves it (tests/api/accounts/test_deletion.py).

The trace. A device of a deleted account comes with a cookie that no session knows. To tell it "signed out" would be
wrong: it would keep the journal and offer to sign in, to nothing. So for each session that ends with its account the
SHA-256 of its token stays behind, in `gone_sessions`, and who comes with that token is told 410 `account_gone`; the
device then offers a copy of what it holds and clears itself. Such a hash says nothing about anybody. It is made from
256 random bits that were only ever in that browser's cookie; no account, name, device or moment stands beside it, only
the day on which it is forgotten, a year later, when no cookie of that time is good any more.

A signed "account was deleted" in the cookie itself would need no row, but a cookie can only be written to a device
that asks, and it asks with the old one. The account's id on a list of deleted ones would be a row about a person.
"""

import logging
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, literal, select

from webapp.accounts.models import Account, GoneSession, Session
from webapp.database import UtcMoment, begin_read, begin_write, lock_account
from webapp.sync.pokes import CHANNEL

log = logging.getLogger(__name__)

# As long as a cookie of the account's may be kept (sessions.ABSOLUTE_LIFETIME), counted from the last possible day.
REMEMBERED = timedelta(days=366)


def delete_account(engine: Engine, account_id: str, *, now: datetime) -> None:
    """Raises AccountGone when somebody was faster."""
    with begin_write(engine) as connection:
        # Waits for a sync on its way, and lets none begin.
        lock_account(connection, account_id)
        _leave_traces(connection, account_id, now=now)
        connection.execute(delete(Account).where(Account.id == account_id))
        _poke(connection, account_id)
    log.info("an account was deleted")


def forget_traces(engine: Engine, *, now: datetime) -> None:
    with begin_write(engine) as connection:
        connection.execute(delete(GoneSession).where(GoneSession.forget_at <= now))


_IS_GONE = select(GoneSession.token_hash).where(GoneSession.token_hash == bindparam("token_hash"))


def is_gone(engine: Engine, token_hash: bytes) -> bool:
    """Whether the session with this token ended with its account."""
    with begin_read(engine) as connection:
        return connection.execute(_IS_GONE, {"token_hash": token_hash}).first() is not None


def _leave_traces(connection: Connection, account_id: str, *, now: datetime) -> None:
    # A day, not a moment: traces of one account are not to be told by it.
    forget_at = datetime.combine((now + REMEMBERED).date(), time(), UTC)
    traces = select(Session.token_hash, literal(forget_at, UtcMoment())).where(
        Session.account_id == account_id
    )
    connection.execute(insert(GoneSession).from_select(["token_hash", "forget_at"], traces))


def _poke(connection: Connection, account_id: str) -> None:
    """Open devices look at once. SQLite's watchers see that the account is not there any more."""
    if connection.dialect.name == "postgresql":
        notify: Any = select(func.pg_notify(CHANNEL, account_id))
        connection.execute(notify)
