"""The statements of sync, built once: per collection for its table, and for the account and its revisions.

SQLAlchemy Core, no ORM: at hundreds of requests a second a unit of work would cost more than the database.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy import Connection, Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite

from webapp.accounts.models import Account
from webapp.journal.collections import COLLECTIONS, Collection
from webapp.journal.revisions import History, Revision
from webapp.sync.pokes import CHANNEL

REVISIONS = cast(Table, Revision.__table__)
ACCOUNTS = cast(Table, Account.__table__)

# A row of the feed is cut by what it weighs; this much stands for ids, stamps and short fields.
ROW_OVERHEAD = 500

READ_STATE = sa.select(
    Account.seq, Account.oldest_cursor, sa.select(History.epoch).scalar_subquery().label("epoch")
).where(Account.id == bindparam("account_id"))

_MOVE_COUNTER = (
    sa.update(ACCOUNTS)
    .where(ACCOUNTS.c.id == bindparam("of_account"))
    .values(
        seq=bindparam("seq"),
        row_count=ACCOUNTS.c.row_count + bindparam("new_rows"),
        volume=ACCOUNTS.c.volume + bindparam("growth"),
    )
)

# With the poke for listening workers, delivered by the commit; SQLite's watchers see the commit themselves.
_MOVE_COUNTER_AND_POKE = _MOVE_COUNTER.returning(sa.func.pg_notify(CHANNEL, ACCOUNTS.c.id))


def move_counter(connection: Connection, account_id: str, *, seq: int, new_rows: int, growth: int) -> None:
    """Set the account's counter to `seq`, add to what its quota counts, and let open devices know."""
    statement = _MOVE_COUNTER_AND_POKE if connection.dialect.name == "postgresql" else _MOVE_COUNTER
    parameters = {"of_account": account_id, "seq": seq, "new_rows": new_rows, "growth": growth}
    connection.execute(statement, parameters)


# The value matters for restamps only, and a kept one may be long.
READ_REVISIONS = sa.select(
    REVISIONS.c.row_id,
    REVISIONS.c.field,
    REVISIONS.c.stamp,
    sa.case((REVISIONS.c.kind == "restamped", REVISIONS.c.value)).label("restamped"),
).where(
    REVISIONS.c.account_id == bindparam("account_id"),
    REVISIONS.c.collection == bindparam("collection"),
    REVISIONS.c.row_id.in_(bindparam("ids", expanding=True)),
    REVISIONS.c.stamp.in_(bindparam("stamps", expanding=True)),
)

# A stamp that is there already says the same thing; only a forged one could say another.
_KEEP = {
    "sqlite": sqlite.insert(REVISIONS).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(REVISIONS).on_conflict_do_nothing(),
}


def keep_revisions(connection: Connection, lines: list[dict[str, Any]]) -> None:
    if lines:
        connection.execute(_KEEP[connection.dialect.name], lines)


class CollectionStatements:
    """What sync asks of one collection's table."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        table = collection.table
        self._table = table
        columns = table.c
        is_ours = columns.account_id == bindparam("account_id")
        # Position by position: id, seq, stamps, purged_at, then the fields in the collection's order.
        fields = (columns[name] for name in collection.fields)
        whole = (columns.id, columns.seq, columns.stamps, columns.purged_at, *fields)
        self.read_by_id = sa.select(*whole).where(is_ours, columns.id.in_(bindparam("ids", expanding=True)))
        self.read_by_seq = sa.select(*whole).where(
            is_ours, columns.seq > bindparam("after"), columns.seq <= bindparam("up_to")
        )
        self.versions_after = sa.select(
            columns.seq, sa.literal_column(f"'{collection.name}'").label("collection"), _weight(collection)
        ).where(is_ours, columns.seq > bindparam("after"))
        self.insert = sa.insert(table)

    @lru_cache(maxsize=256)  # noqa: B019 (fifteen of these live as long as the process)
    def update(self, fields: frozenset[str]) -> sa.Update:
        """Writes `new_<field>` for these fields, and the server's own columns, of the row `of_id`."""
        columns = self._table.c
        written = {name: bindparam(f"new_{name}", type_=columns[name].type) for name in fields | _SERVERS_OWN}
        return (
            sa.update(self._table)
            .where(columns.account_id == bindparam("of_account"), columns.id == bindparam("of_id"))
            .values(written)
        )


_SERVERS_OWN = frozenset({"seq", "stamps", "changed_at", "purged_at"})


def _weight(collection: Collection) -> sa.Label[int]:
    texts = (collection.table.c[name] for name in collection.text_fields)
    total: Any = sa.literal_column(str(ROW_OVERHEAD))
    for text in texts:
        total = total + sa.func.coalesce(sa.func.length(text), 0)
    return cast("sa.Label[int]", total.label("weight"))


STATEMENTS: Mapping[str, CollectionStatements] = {
    name: CollectionStatements(collection) for name, collection in COLLECTIONS.items()
}
