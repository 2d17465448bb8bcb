"""One request, one transaction: apply what the device sends, collect what it has not seen.

The only code that writes synced rows for a person. Everything happens under the account's lock, so what it
numbers is committed in the order of the numbers, and what it answers is one state of the account.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine

from webapp.database import AccountGone, LockedAccount, begin_read, begin_write, lock_account
from webapp.journal.collections import COLLECTIONS
from webapp.sync.feed import Page, change_of, read_page, row_from
from webapp.sync.protocol import Answer, Op, Refused, Request, Restamped
from webapp.sync.quota import Quota
from webapp.sync.restamps import Restamps, read_restamps, remember
from webapp.sync.row import Row, RowKey
from webapp.sync.statements import (
    READ_STATE,
    STATEMENTS,
    keep_revisions,
    move_counter,
)


def exchange(engine: Engine, account_id: str, request: Request, *, now_ms: int) -> Answer:
    """Answer one sync request. What is not refused is durable on return. Raises AccountGone."""
    if not request.ops:
        with begin_read(engine) as connection:
            return _pull(connection, account_id, request, now_ms=now_ms)
    with begin_write(engine) as connection:
        account = lock_account(connection, account_id)
        return _push(connection, account, request, now_ms=now_ms)


@dataclass
class _Outcome:
    refused: list[Refused] = field(default_factory=list)
    restamped: list[Restamped] = field(default_factory=list)


def _pull(connection: Connection, account_id: str, request: Request, *, now_ms: int) -> Answer:
    state = connection.execute(READ_STATE, {"account_id": account_id}).one_or_none()
    if state is None:
        raise AccountGone(account_id)
    page = Page([], more=False)
    if state.seq > request.cursor:
        page = read_page(connection, account_id, cursor=request.cursor, partly={})
    return _answer(request, state.epoch, state.seq, state.oldest_cursor, page, _Outcome(), now_ms=now_ms)


def _push(connection: Connection, account: LockedAccount, request: Request, *, now_ms: int) -> Answer:
    rows = _read_rows(connection, account.id, request.ops)
    seq_before = {key: row.seq for key, row in rows.items()}
    restamps = read_restamps(connection, account.id, rows=rows, ops=request.ops, now_ms=now_ms)
    quota = Quota(rows=account.row_count, volume=account.volume)
    outcome = _apply(request.ops, rows, restamps, quota)
    seq = _write(connection, account, rows, now_ms=now_ms)
    knows_the_rest = account.epoch == request.epoch
    partly: dict[RowKey, set[str]] = {
        key: row.touched
        for key, row in rows.items()
        if row.touched and knows_the_rest and seq_before[key] <= request.cursor
    }
    if knows_the_rest and account.seq == request.cursor:
        # Nothing new but its own writes: no need to ask the database what was just put there.
        page = Page([change_of(rows[key], names) for key, names in partly.items()], more=False)
    else:
        page = read_page(connection, account.id, cursor=request.cursor, partly=partly)
    return _answer(request, account.epoch, seq, account.oldest_cursor, page, outcome, now_ms=now_ms)


def _answer(
    request: Request, epoch: str, seq: int, oldest_cursor: int, page: Page, outcome: _Outcome, *, now_ms: int
) -> Answer:
    return Answer(
        epoch=epoch,
        # From the page and nowhere else: a number read apart from the rows could skip one of them.
        cursor=page.changes[-1].seq if page.changes else request.cursor,
        seq=seq,
        more=page.more,
        server_time_ms=now_ms,
        oldest_cursor=oldest_cursor,
        refused=outcome.refused,
        restamped=outcome.restamped,
        changes=page.changes,
    )


def _read_rows(connection: Connection, account_id: str, ops: Iterable[Op]) -> dict[RowKey, Row]:
    """The rows the ops are about, new ones included, in the order of the ops. One query a collection."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for op in ops:
        if op.collection in COLLECTIONS:
            ids[op.collection].add(op.id)
    found: dict[RowKey, Row] = {}
    for name, wanted in ids.items():
        statements = STATEMENTS[name]
        parameters = {"account_id": account_id, "ids": sorted(wanted)}
        for record in connection.execute(statements.read_by_id, parameters):
            row = row_from(statements.collection, record)
            found[RowKey(name, row.id)] = row
    rows: dict[RowKey, Row] = {}
    for op in ops:
        key = RowKey(op.collection, op.id)
        if op.collection in COLLECTIONS and key not in rows:
            rows[key] = found.get(key) or Row(COLLECTIONS[op.collection], op.id)
    return rows


def _apply(ops: Sequence[Op], rows: dict[RowKey, Row], restamps: Restamps, quota: Quota) -> _Outcome:
    outcome = _Outcome()
    for index, op in enumerate(ops):
        key = RowKey(op.collection, op.id)
        if key not in rows:
            words = "The server keeps no collection of this name."
            outcome.refused.append(Refused(index, None, "unknown_collection", words))
            continue
        counting = restamps.apply(op)
        rows[key], refusals = quota.apply(rows[key], counting)
        outcome.refused += [Refused(index, *refusal) for refusal in refusals]
        if counting.stamp != op.stamp:
            outcome.restamped.append(Restamped(index, counting.stamp))
            if restamps.is_new(op):
                refused = {refusal.field for refusal in refusals}
                remember(rows[key], op, given=counting.stamp, refused=refused)
    return outcome


def _write(connection: Connection, account: LockedAccount, rows: dict[RowKey, Row], *, now_ms: int) -> int:
    """Write what was touched, under the account's next numbers. Returns the counter afterwards."""
    moved = [row for row in rows.values() if row.touched]
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    new = [row for row in moved if row.seq == 0]
    old = [row for row in moved if row.seq != 0]
    for seq, row in enumerate(moved, start=account.seq + 1):
        row.seq = seq
    _insert(connection, account.id, new, now=now)
    _update(connection, account.id, old, now=now)
    keep_revisions(
        connection,
        [
            {
                "account_id": account.id,
                "collection": row.collection.name,
                "row_id": row.id,
                "field": kept.field,
                "stamp": kept.stamp,
                "kind": kept.kind,
                "value": kept.value,
                "kept_at": now,
            }
            for row in rows.values()
            for kept in row.kept
        ],
    )
    growth = sum(row.growth for row in rows.values())
    seq = account.seq + len(moved)
    if moved or growth:
        move_counter(connection, account.id, seq=seq, new_rows=len(new), growth=growth)
    return seq


def _insert(connection: Connection, account_id: str, rows: Iterable[Row], *, now: datetime) -> None:
    records: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        record = {name: row.values.get(name) for name in row.collection.fields}
        record |= {"account_id": account_id, "id": row.id, "seq": row.seq, "stamps": row.stamps}
        record |= {"changed_at": now, "purged_at": None}
        records[row.collection.name].append(record)
    for name, batch in records.items():
        connection.execute(STATEMENTS[name].insert, batch)


def _update(connection: Connection, account_id: str, rows: Iterable[Row], *, now: datetime) -> None:
    """One statement for all rows of a collection in which the same fields moved."""
    batches: defaultdict[tuple[str, frozenset[str]], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        record = {f"new_{name}": row.values.get(name) for name in row.touched}
        record |= {"of_account": account_id, "of_id": row.id, "new_seq": row.seq, "new_stamps": row.stamps}
        record |= {"new_changed_at": now, "new_purged_at": None}
        batches[row.collection.name, frozenset(row.touched)].append(record)
    for (name, fields), batch in batches.items():
        connection.execute(STATEMENTS[name].update(fields), batch)
