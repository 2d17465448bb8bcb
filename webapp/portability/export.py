"""Everything the server holds about an account, as one JSON file that is written while it is read (docs/export.md).

The tables are walked, not listed: whatever hangs on the account by an `account_id` is in the file, so a new table is
from its first day on. Left out is only what would help somebody who finds the file into the account: hashes of tokens
and codes, and ceremonies in progress.
"""

from __future__ import annotations

import base64
from collections.abc import Generator, Iterator
from datetime import date, datetime
from typing import Any, cast

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection, Engine, Table

from webapp.accounts.models import Account
from webapp.database import AccountGone, Base, begin_read
from webapp.journal.collections import COLLECTIONS
from webapp.journal.fields import render_moment

FORMAT = "rebound-export"
VERSION = 1
# What is in memory at a time, also of an account with 200,000 rows.
ROWS_AT_ONCE = 500

_ACCOUNTS = cast(Table, Account.__table__)
# Minutes old, and steps of a sign-in rather than facts about anybody.
_PASSING = frozenset({"challenges", "entrances"})
_SECRET = frozenset({"token_hash", "former_token_hash", "code_hash", "secret_hash", "browser_hash"})


def export_account(engine: Engine, account_id: str, *, now: datetime) -> Generator[bytes]:
    """The file, piece by piece and all of it from one snapshot. Raises AccountGone before the first piece."""
    with begin_read(engine) as connection:
        account = connection.execute(sa.select(_ACCOUNTS).where(_ACCOUNTS.c.id == account_id)).one_or_none()
        if account is None:
            raise AccountGone(account_id)
        head = {"format": FORMAT, "version": VERSION, "exported_at": render_moment(now)}
        yield msgspec.json.encode(head)[:-1] + b',\n"account": ' + _line(account)
        for table in _tables():
            if table.name not in COLLECTIONS:
                yield from _list(connection, table, account_id, indent=b"\n")
        yield b',\n"journal": {'
        for number, name in enumerate(COLLECTIONS):
            pieces = _list(connection, COLLECTIONS[name].table, account_id, indent=b"\n  ")
            # The first one has nothing to be parted from.
            yield from pieces if number else _without_comma(pieces)
        yield b"\n}}\n"


def _tables() -> list[Table]:
    """Of everything that belongs to an account, in the order of their names."""
    tables = Base.metadata.tables.values()
    return sorted(
        (table for table in tables if "account_id" in table.columns and table.name not in _PASSING),
        key=lambda table: table.name,
    )


def _list(connection: Connection, table: Table, account_id: str, *, indent: bytes) -> Iterator[bytes]:
    """`, "passkeys": [ … ]`, a row a line, so that the file can be searched and compared line by line."""
    columns = [column for column in table.columns if column.name not in _SECRET | {"account_id"}]
    statement = sa.select(*columns).where(table.c.account_id == account_id).order_by(*table.primary_key)
    yield b"," + indent + msgspec.json.encode(str(table.name)) + b": ["
    separator = indent + b"  "
    for rows in connection.execute(statement, execution_options={"yield_per": ROWS_AT_ONCE}).partitions():
        yield separator + (b"," + indent + b"  ").join(map(_line, rows))
        separator = b"," + indent + b"  "
    yield indent + b"]"


def _without_comma(pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield next(pieces).removeprefix(b",")
    yield from pieces


def _line(row: sa.Row[Any]) -> bytes:
    """Empty columns are left out: of a collection's many fields most rows fill few."""
    return msgspec.json.encode(
        {str(name): _value(value) for name, value in row._mapping.items() if value is not None}
    )


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return render_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
    return value
