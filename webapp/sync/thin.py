"""Thins earlier versions of texts: who types for an hour leaves some hundred, and nobody reads a hundred.

All of the last day stay, then the last of each hour for a week, then the last of each day (UTC). A version that goes
leaves its stamp, as a value replaced by somebody who saw it does: a late repeat of that write is recognised all the
same. Short values stay: they are in the revisions because somebody had not seen them. Takes the account's lock like
every writer beside sync: the account's volume shrinks with it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, bindparam

from webapp.database import AccountGone, begin_read, begin_write, lock_account
from webapp.journal.collections import COLLECTIONS
from webapp.sync.row import volume
from webapp.sync.statements import ACCOUNTS, REVISIONS

ALL_FOR = timedelta(days=1)
HOURLY_FOR = timedelta(days=7)
# A hundred texts of the largest size are some 20 MB; nearly all are a page long.
BATCH = 100

_HOUR, _DAY = len("2026-11-23 09"), len("2026-11-23")


def thin(engine: Engine, *, now: datetime) -> int:
    """Do what is due in every account. Safe to run at any time, twice, or beside the server. Returns how many went."""
    thinned = 0
    for account_id in _accounts_with_work(engine, now=now):
        while True:
            try:
                done = _thin_account(engine, account_id, now=now)
            except AccountGone:
                break
            thinned += done
            if done < BATCH:
                break
    return thinned


def _accounts_with_work(engine: Engine, *, now: datetime) -> list[str]:
    ranked = _ranked(now)
    with begin_read(engine) as connection:
        return list(connection.scalars(sa.select(ranked.c.account_id).where(ranked.c.place > 1).distinct()))


def _thin_account(engine: Engine, account_id: str, *, now: datetime) -> int:
    with begin_write(engine) as connection:
        lock_account(connection, account_id)
        crowded = _crowded(connection, account_id, now=now)
        if crowded:
            connection.execute(
                _FORGET_VALUE, [{f"of_{name}": line[name] for name in _KEY} for line in crowded]
            )
            freed = sum(volume(line["value"]) for line in crowded)
            shrink = sa.update(ACCOUNTS).where(ACCOUNTS.c.id == account_id)
            connection.execute(shrink.values(volume=ACCOUNTS.c.volume - freed))
    return len(crowded)


def _crowded(connection: Connection, account_id: str, *, now: datetime) -> list[sa.RowMapping]:
    """Versions beside a later one of the same text in the same hour, or day."""
    ranked = _ranked(now, REVISIONS.c.account_id == account_id)
    is_same = sa.and_(*(ranked.c[name] == REVISIONS.c[name] for name in _KEY))
    lines = sa.select(REVISIONS).join(ranked, is_same).where(ranked.c.place > 1).limit(BATCH)
    return list(connection.execute(lines).mappings())


def _ranked(now: datetime, *conditions: sa.ColumnElement[bool]) -> sa.Subquery:
    """The key of each version old enough, and its place in its hour or day, counted from the last."""
    columns = REVISIONS.c
    # Both databases write a moment in this order, and in UTC (webapp/database.py).
    written: sa.ColumnElement[str] = sa.cast(columns.kept_at, sa.String)
    bucket = sa.case(
        (columns.kept_at >= now - HOURLY_FOR, sa.func.substr(written, 1, _HOUR)),
        else_=sa.func.substr(written, 1, _DAY),
    )
    of_text = (columns.account_id, columns.collection, columns.row_id, columns.field)
    order = (columns.kept_at.desc(), columns.stamp.desc())
    place = sa.func.row_number().over(partition_by=(*of_text, bucket), order_by=order)
    is_old = columns.kept_at < now - ALL_FOR
    keys = (columns[name] for name in _KEY)
    return (
        sa.select(*keys, place.label("place"))
        .where(columns.kind == "kept", is_old, _IS_TEXT, *conditions)
        .subquery()
    )


_KEY = ("account_id", "collection", "row_id", "field", "stamp")

_IS_TEXT = sa.or_(
    *(
        sa.and_(REVISIONS.c.collection == name, REVISIONS.c.field.in_(collection.text_fields))
        for name, collection in COLLECTIONS.items()
        if collection.text_fields
    )
)

_FORGET_VALUE: Any = (
    sa.update(REVISIONS)
    .where(*(REVISIONS.c[name] == bindparam(f"of_{name}") for name in _KEY))
    .values(kind="seen", value=bindparam("nothing", None, type_=REVISIONS.c.value.type))
)
