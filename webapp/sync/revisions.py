"""Earlier values of a row's fields, for reading: newest first, one page at a time."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection, bindparam

from webapp.journal.collections import COLLECTIONS
from webapp.journal.fields import render_moment
from webapp.sync.protocol import ID_PATTERN
from webapp.sync.statements import REVISIONS, STATEMENTS

PAGE_SIZE = 50
# Anything else in an address, such as a NUL, would be the database's to stumble over.
_ID = re.compile(ID_PATTERN)


class NoSuchRow(LookupError):
    """The account has no such row: it may not exist, or belong to somebody else, and nobody learns which."""


class Earlier(Struct, frozen=True):
    field: str
    value: Any
    stamp: str
    kept_at: str


class Revisions(Struct, frozen=True):
    revisions: list[Earlier]
    more: bool


_READ = (
    sa.select(REVISIONS.c.field, REVISIONS.c.value, REVISIONS.c.stamp, REVISIONS.c.kept_at)
    .where(
        REVISIONS.c.account_id == bindparam("account_id"),
        REVISIONS.c.collection == bindparam("collection"),
        REVISIONS.c.row_id == bindparam("row_id"),
        REVISIONS.c.kind == "kept",
    )
    .order_by(REVISIONS.c.kept_at.desc(), REVISIONS.c.stamp.desc(), REVISIONS.c.field)
    .limit(PAGE_SIZE + 1)
    .offset(bindparam("offset"))
)


def read_revisions(
    connection: Connection, account_id: str, *, collection: str, row_id: str, offset: int
) -> Revisions:
    """What the row's fields held before, `offset` newer ones left out. Raises NoSuchRow.

    An offset, not a key: new lines only ever come in front, so a page may repeat a line but never miss one.
    """
    if collection not in COLLECTIONS or not _ID.fullmatch(row_id):
        raise NoSuchRow(row_id)
    by_id = {"account_id": account_id, "ids": [row_id]}
    if connection.execute(STATEMENTS[collection].read_by_id, by_id).first() is None:
        raise NoSuchRow(row_id)
    parameters = {"account_id": account_id, "collection": collection, "row_id": row_id, "offset": offset}
    lines = connection.execute(_READ, parameters).all()
    earlier = [Earlier(name, value, stamp, render_moment(kept_at)) for name, value, stamp, kept_at in lines]
    return Revisions(earlier[:PAGE_SIZE], more=len(lines) > PAGE_SIZE)
