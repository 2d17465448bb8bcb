"""A number two copies of an account compare: equal means, but for chance, the same rows at the same versions.

Pure, except for the one query at the end. CRC-32 is in C here and ten lines in JavaScript; because it is
linear, two rows with each other's numbers would cancel out, so MurmurHash3's finaliser comes over it first.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from webapp.database import AccountGone
from webapp.journal.collections import COLLECTIONS, Collection
from webapp.sync.statements import READ_STATE

_MASK = 0xFFFF_FFFF
# The golden ratio's bits: any constant would do, it only has to differ from zero.
_RIGHT = 0x9E37_79B9

# (collection, id, seq)
Version = tuple[str, str, int]


def digest(versions: Iterable[Version]) -> tuple[int, str]:
    """How many there are, and the hash: two sums modulo 2^32 as 16 hex digits. Order does not matter."""
    count = left = right = 0
    for collection, row_id, seq in versions:
        checksum = zlib.crc32(f"{collection}/{row_id}/{seq}".encode())
        left += mix(checksum)
        right += mix(checksum ^ _RIGHT)
        count += 1
    return count, f"{left & _MASK:08x}{right & _MASK:08x}"


def mix(number: int) -> int:
    """MurmurHash3's fmix32 (Appleby, public domain): every bit of the input sways every bit of the output."""
    number ^= number >> 16
    number = number * 0x85EB_CA6B & _MASK
    number ^= number >> 13
    number = number * 0xC2B2_AE35 & _MASK
    return number ^ number >> 16


class Digest(Struct, frozen=True):
    epoch: str
    seq: int
    count: int
    hash: str


def read_digest(connection: Connection, account_id: str) -> Digest:
    """The digest of what the account holds, without the rows that hold nothing but their place in the trash.

    Those are tombstones. They go after half a year on the server and whenever it likes on a device, so they
    must not make two copies differ. Wants one snapshot. Raises AccountGone.
    """
    parameters = {"account_id": account_id}
    state = connection.execute(READ_STATE, parameters).one_or_none()
    if state is None:
        raise AccountGone(account_id)
    count, total = digest(
        (name, row_id, seq)
        for name, statement in _VERSIONS.items()
        for row_id, seq in connection.execute(statement, parameters)
    )
    return Digest(state.epoch, state.seq, count, total)


def _versions(collection: Collection) -> sa.Select[str, int]:
    columns = collection.table.c
    is_empty = sa.and_(*(columns[name].is_(None) for name in collection.fields if name != "trashed_at"))
    return sa.select(columns.id, columns.seq).where(
        columns.account_id == sa.bindparam("account_id"),
        ~sa.and_(columns.trashed_at.is_not(None), is_empty),
    )


_VERSIONS = {name: _versions(collection) for name, collection in COLLECTIONS.items()}
