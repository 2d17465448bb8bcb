"""Stamps from clocks too far ahead: what they are brought down to, and remembering it.

A believed stamp from the year 2099 would win every later edit. So such a write gets a stamp of now, and
whoever repeats it, or names it as what they saw, is understood to mean that one. Also finds out which stamps
of a request its rows have met before: both come from the same lines of the revisions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace
from sqlalchemy import Connection

from webapp.sync.clock import is_ahead, successor, tick
from webapp.sync.protocol import Op
from webapp.sync.row import Kept, Row, RowKey
from webapp.sync.statements import READ_REVISIONS


@dataclass
class Restamps:
    """The stamps that stand for others: remembered ones by row, new ones for the whole request."""

    remembered: dict[tuple[RowKey, str], str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)

    def of(self, key: RowKey, stamp: str) -> str:
        """What counts instead of this stamp; mostly itself."""
        return self.remembered.get((key, stamp)) or self.new.get(stamp, stamp)

    def apply(self, op: Op) -> Op:
        """The op as it counts."""
        if not self.remembered and not self.new:
            return op
        key = RowKey(op.collection, op.id)
        seen = {name: stamp and self.of(key, stamp) for name, stamp in op.seen.items()}
        return replace(op, stamp=self.of(key, op.stamp), seen=seen)

    def is_new(self, op: Op) -> bool:
        key = RowKey(op.collection, op.id)
        return op.stamp in self.new and (key, op.stamp) not in self.remembered


def read_restamps(
    connection: Connection, account_id: str, *, rows: Mapping[RowKey, Row], ops: Iterable[Op], now_ms: int
) -> Restamps:
    """What stands for the stamps in these ops. Also tells the rows which of them they have met before."""
    restamps = Restamps()
    keyed = [(key, op) for op in ops if (key := RowKey(op.collection, op.id)) in rows]
    asked = [(key, _stamps_in(op)) for key, op in keyed if _may_repeat(op, rows[key])]
    _look_up(connection, account_id, rows, restamps, asked)
    # A repeat of a write that was brought down has to be known by the stamp it was given.
    given = [(key, {stamp}) for (key, _), stamp in restamps.remembered.items()]
    _look_up(connection, account_id, rows, restamps, given)
    _bring_down(restamps, keyed, now_ms=now_ms)
    return restamps


def remember(row: Row, op: Op, *, given: str, refused: set[str | None]) -> None:
    """Note on the row that `op` counts with the stamp `given`."""
    if None in refused:
        return
    for name in op.set:
        if name not in refused:
            row.kept.append(Kept(name, op.stamp, "restamped", given))


def _may_repeat(op: Op, row: Row) -> bool:
    """Whether the op, or what it saw, may be known under this row; asking costs a query.

    Not when the op saw exactly what is there and comes after it: had it been here before, under whatever
    stamp, what it saw would no longer be there.
    """
    if row.seq == 0:
        return False
    if any(row.stamps.get(name) != stamp for name, stamp in op.seen.items()):
        return True
    written_before = ((name, row.stamps[name]) for name in op.set if name in row.stamps)
    return any(name not in op.seen or op.stamp <= current for name, current in written_before)


def _stamps_in(op: Op) -> set[str]:
    return {op.stamp, *(stamp for stamp in op.seen.values() if stamp is not None)}


def _look_up(
    connection: Connection,
    account_id: str,
    rows: Mapping[RowKey, Row],
    restamps: Restamps,
    asked: Iterable[tuple[RowKey, set[str]]],
) -> None:
    """One query a collection. It may answer more than was asked (any row, any stamp), but nothing untrue."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    stamps: defaultdict[str, set[str]] = defaultdict(set)
    for key, asked_stamps in asked:
        ids[key.collection].add(key.id)
        stamps[key.collection] |= asked_stamps
    for collection in ids:
        parameters = {
            "account_id": account_id,
            "collection": collection,
            "ids": sorted(ids[collection]),
            "stamps": sorted(stamps[collection]),
        }
        for row_id, name, stamp, restamped in connection.execute(READ_REVISIONS, parameters):
            key = RowKey(collection, row_id)
            if restamped is not None:
                restamps.remembered[key, stamp] = restamped
            else:
                rows[key].known.add((name, stamp))


def _bring_down(restamps: Restamps, keyed: Iterable[tuple[RowKey, Op]], *, now_ms: int) -> None:
    """Give every stamp that is ahead one of now, in their order, each above what its writes saw."""
    by_stamp: defaultdict[str, list[Op]] = defaultdict(list)
    for key, op in keyed:
        if (key, op.stamp) not in restamps.remembered and is_ahead(op.stamp, now_ms=now_ms):
            by_stamp[op.stamp].append(op)
    last: str | None = None
    for stamp in sorted(by_stamp):
        node = stamp[18:]
        last = tick(last, now_ms=now_ms, node=node)
        for seen in _seen_where_written(restamps, by_stamp[stamp]):
            if seen >= last and not is_ahead(seen, now_ms=now_ms):
                last = successor(seen, node)
        restamps.new[stamp] = last


def _seen_where_written(restamps: Restamps, ops: Iterable[Op]) -> Iterable[str]:
    for op in ops:
        for name in op.set:
            seen = op.seen.get(name)
            if seen is not None:
                yield restamps.of(RowKey(op.collection, op.id), seen)
