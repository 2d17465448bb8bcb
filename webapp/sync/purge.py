"""Empties the trash: what lay there thirty days is erased, and after half a year its tombstone goes too.

By the server's own clock (`changed_at`), never by `trashed_at`: a device whose clock says 1970 would have its
trash erased the moment it syncs. Takes the account's lock like every writer of synced rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, bindparam

from webapp.database import AccountGone, LockedAccount, begin_read, begin_write, lock_account
from webapp.journal.collections import COLLECTIONS, Collection
from webapp.sync.clock import SERVER_NODE, successor
from webapp.sync.feed import row_from
from webapp.sync.row import TRASH, Row, volume
from webapp.sync.statements import ACCOUNTS, REVISIONS, STATEMENTS, move_counter

TRASH_LIFETIME = timedelta(days=30)
# From the trash to the end of the tombstone: a device that was away for longer pulls everything anew.
TOMBSTONE_LIFETIME = timedelta(days=180)
# Small enough that nobody waits for the lock longer than for a large sync.
BATCH = 200


@dataclass(frozen=True)
class Purged:
    """How many rows lost their content, and how many tombstones went."""

    erased: int
    forgotten: int


def purge(engine: Engine, *, now: datetime) -> Purged:
    """Do what is due in every account. Safe to run at any time, twice, or beside the server."""
    erased = forgotten = 0
    for account_id in _accounts_with_work(engine, now=now):
        while True:
            try:
                done = _purge_account(engine, account_id, now=now)
            except AccountGone:
                break
            erased += done.erased
            forgotten += done.forgotten
            if done == Purged(0, 0):
                break
    _forget_marks(engine, now=now)
    return Purged(erased, forgotten)


def _accounts_with_work(engine: Engine, *, now: datetime) -> list[str]:
    queries = [
        sa.select(collection.table.c.account_id).where(condition)
        for collection in COLLECTIONS.values()
        for condition in (_is_to_erase(collection, now=now), _is_to_forget(collection, now=now))
    ]
    with begin_read(engine) as connection:
        return list(connection.scalars(sa.union(*queries)))


def _purge_account(engine: Engine, account_id: str, *, now: datetime) -> Purged:
    with begin_write(engine) as connection:
        account = lock_account(connection, account_id)
        erased = _erase(connection, account, now=now)
        forgotten = _forget(connection, account, now=now)
    return Purged(erased, forgotten)


def _erase(connection: Connection, account: LockedAccount, *, now: datetime) -> int:
    """Empty the fields of rows long in the trash; the rows get new numbers, so that every device hears of it.

    Each emptied field gets a stamp of the server's: to a device it is a write like any other.
    """
    rows = list(_rows_to_erase(connection, account.id, now=now))
    freed = 0
    for seq, row in enumerate(rows, start=account.seq + 1):
        row.seq = seq
        freed += sum(map(volume, row.values.values())) + _drop_revisions(connection, account.id, row)
        _empty(connection, account.id, row, now=now)
    if rows:
        move_counter(connection, account.id, seq=account.seq + len(rows), new_rows=0, growth=-freed)
    return len(rows)


def _empty(connection: Connection, account_id: str, row: Row, *, now: datetime) -> None:
    fields = [name for name in row.collection.fields if name != TRASH]
    stamps = {name: successor(stamp, SERVER_NODE) for name, stamp in row.stamps.items()}
    stamps[TRASH] = row.stamps[TRASH]
    parameters: dict[str, Any] = {f"new_{name}": None for name in fields}
    parameters |= {"of_account": account_id, "of_id": row.id, "new_seq": row.seq, "new_stamps": stamps}
    parameters |= {"new_changed_at": now, "new_purged_at": now}
    connection.execute(STATEMENTS[row.collection.name].update(frozenset(fields)), parameters)


def _rows_to_erase(connection: Connection, account_id: str, *, now: datetime) -> Iterator[Row]:
    wanted = BATCH
    for name, collection in COLLECTIONS.items():
        ids = (
            sa.select(collection.table.c.id)
            .where(collection.table.c.account_id == account_id, _is_to_erase(collection, now=now))
            .limit(wanted)
        )
        found = {"account_id": account_id, "ids": list(connection.scalars(ids))}
        wanted -= len(found["ids"])
        if found["ids"]:
            for record in connection.execute(STATEMENTS[name].read_by_id, found).all():
                yield row_from(collection, record)
        if wanted == 0:
            return


_OF_ROW = sa.and_(
    REVISIONS.c.account_id == bindparam("account_id"),
    REVISIONS.c.collection == bindparam("collection"),
    REVISIONS.c.row_id == bindparam("row_id"),
)


def _drop_revisions(connection: Connection, account_id: str, row: Row) -> int:
    """Erase the row's earlier values too. Returns how many characters they were."""
    of_row = {"account_id": account_id, "collection": row.collection.name, "row_id": row.id}
    kept = connection.scalars(sa.select(REVISIONS.c.value).where(_OF_ROW, REVISIONS.c.kind == "kept"), of_row)
    freed = sum(map(volume, kept))
    connection.execute(sa.delete(REVISIONS).where(_OF_ROW), of_row)
    return freed


def _forget(connection: Connection, account: LockedAccount, *, now: datetime) -> int:
    """Delete old tombstones, and raise the oldest cursor above them: a device before it missed them."""
    forgotten, oldest_cursor = 0, account.oldest_cursor
    for collection in COLLECTIONS.values():
        columns = collection.table.c
        gone = connection.scalars(
            sa.delete(collection.table)
            .where(columns.account_id == account.id, _is_to_forget(collection, now=now))
            .returning(columns.seq)
        ).all()
        forgotten += len(gone)
        oldest_cursor = max([oldest_cursor, *gone])
    if forgotten:
        connection.execute(
            sa.update(ACCOUNTS)
            .where(ACCOUNTS.c.id == account.id)
            .values(oldest_cursor=oldest_cursor, row_count=ACCOUNTS.c.row_count - forgotten)
        )
    return forgotten


def _forget_marks(engine: Engine, *, now: datetime) -> None:
    """Marks only serve to recognise late repeats, and a device that late pulls everything anew."""
    is_mark = REVISIONS.c.kind != "kept"
    with begin_write(engine) as connection:
        is_old = REVISIONS.c.kept_at < now - TOMBSTONE_LIFETIME
        connection.execute(sa.delete(REVISIONS).where(is_mark, is_old))


def _is_to_erase(collection: Collection, *, now: datetime) -> sa.ColumnElement[bool]:
    columns: Any = collection.table.c
    is_due = columns.changed_at < now - TRASH_LIFETIME
    return sa.and_(columns.trashed_at.is_not(None), columns.purged_at.is_(None), is_due)


def _is_to_forget(collection: Collection, *, now: datetime) -> sa.ColumnElement[bool]:
    columns: Any = collection.table.c
    return sa.and_(columns.purged_at < now - (TOMBSTONE_LIFETIME - TRASH_LIFETIME))
