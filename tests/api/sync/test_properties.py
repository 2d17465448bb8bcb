"""Devices that write, pull, lose answers and repeat requests in any order, against the rule of the house.

A word typed into a text is live or among the earlier versions; a short value is live, among the earlier
versions, or was replaced by somebody who saw it. Repeating changes nothing, and devices that pull agree.
"""

from __future__ import annotations

import itertools
import secrets
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine

from webapp.accounts.models import Account
from webapp.database import begin_write, create_engine_for
from webapp.journal.revisions import History, Revision
from webapp.sync.exchange import exchange
from webapp.sync.protocol import Answer, Op, Request

ROWS = [f"01932b1e-5c00-7abc-8def-00000000000{n}" for n in range(2)]
TRASHED = "2026-11-23T09:30:00Z"
DEVICES = st.integers(0, 2)


@dataclass
class Copy:
    """What one device holds."""

    cursor: int = 0
    values: dict[tuple[str, str], Any] = field(default_factory=dict)
    stamps: dict[tuple[str, str], str] = field(default_factory=dict)

    def take(self, answer: Answer) -> None:
        assert answer.cursor >= self.cursor
        self.cursor = answer.cursor
        for change in answer.changes:
            for name, value in change.fields.items():
                self.values[change.id, name] = value
                self.stamps[change.id, name] = change.stamps[name]


class Devices(RuleBasedStateMachine):
    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine
        self.account = str(uuid.uuid4())
        with begin_write(engine) as connection:
            row = {"id": self.account, "user_handle": secrets.token_bytes(8), "created_at": datetime.now(UTC)}
            connection.execute(sa.insert(Account).values(row))
            self.epoch = connection.execute(sa.select(History.epoch)).scalar_one()
        self.copies = [Copy() for _ in range(3)]
        # Writes not yet answered, and the stamps by which a device knows its own fields meanwhile.
        self.queues: list[list[Op]] = [[], [], []]
        self.own: list[dict[tuple[str, str], str]] = [{}, {}, {}]
        self.requests: list[Request] = []
        # Writes that arrived and were not refused: (row, field, stamp) → value, and what their writers saw.
        self.arrived: dict[tuple[str, str, str], Any] = {}
        self.seen: set[tuple[str, str, str]] = set()
        self.ticks = itertools.count(1)
        self.words = itertools.count(1)

    @rule(
        who=DEVICES, row=st.sampled_from(ROWS), skew=st.integers(-3, 3),
        names=st.sets(st.sampled_from(["text", "why", "note"]), min_size=1),
    )  # fmt: skip
    def write(self, who: int, row: str, skew: int, names: set[str]) -> None:
        self._queue(who, row, skew, {name: f"{name} {next(self.words)}" for name in sorted(names)})

    @rule(who=DEVICES, row=st.sampled_from(ROWS), skew=st.integers(-3, 3), back=st.booleans())
    def trash_or_restore(self, who: int, row: str, skew: int, back: bool) -> None:
        self._queue(who, row, skew, {"trashed_at": None if back else TRASHED})

    @precondition(lambda self: any(self.queues))
    @rule(who=DEVICES, count=st.integers(1, 4), is_answer_lost=st.booleans())
    def send(self, who: int, count: int, is_answer_lost: bool) -> None:
        batch = self.queues[who][:count]
        if not is_answer_lost:
            self.queues[who] = self.queues[who][count:]
        request = Request(1, str(uuid.uuid4()), self.epoch, self.copies[who].cursor, batch)
        answer = self._exchange(request)
        self.requests.append(request)
        if not is_answer_lost:
            self.copies[who].take(answer)
            own, answered = self.own[who].items(), set(_keys(request))
            self.own[who] = {key: stamp for key, stamp in own if (*key, stamp) not in answered}

    @precondition(lambda self: self.requests)
    @rule(data=st.data())
    def repeat_an_old_request(self, data: st.DataObject) -> None:
        request = data.draw(st.sampled_from(self.requests))
        before, kept, taken = self._server(), self._kept(), set(self.arrived)
        answer = self._exchange(request, is_repeat=True)
        refused = {(refusal.op, refusal.field) for refusal in answer.refused}
        for index, op in enumerate(request.ops):
            for name in op.set:
                was_taken = (op.id, name, op.stamp) in taken
                assert not (was_taken and (index, name) in refused), "a repeat was refused"
        if taken.issuperset(_keys(request)):
            assert (self._server(), self._kept()) == (before, kept), "a repeat changed something"

    @rule(who=DEVICES)
    def pull(self, who: int) -> None:
        copy = self.copies[who]
        copy.take(self._exchange(Request(1, str(uuid.uuid4()), self.epoch, copy.cursor, [])))

    @invariant()
    def nothing_is_lost(self) -> None:
        server, kept = self._server(), self._kept()
        for (row, name, stamp), value in self.arrived.items():
            is_live = server.stamps.get((row, name)) == stamp and server.values[row, name] == value
            is_kept = (row, name, stamp, value) in kept
            was_replaced_knowingly = name != "note" and (row, name, stamp) in self.seen
            assert is_live or is_kept or was_replaced_knowingly, (row, name, stamp, value)

    @invariant()
    def the_latest_short_value_is_live(self) -> None:
        server = self._server()
        for row, name in itertools.product(ROWS, ["text", "why"]):
            stamps = [stamp for r, n, stamp in self.arrived if (r, n) == (row, name)]
            assert server.stamps.get((row, name)) == max(stamps, default=None)

    def teardown(self) -> None:
        for who, copy in enumerate(self.copies):
            self.pull(who)
            server = self._server()
            assert (copy.values, copy.stamps, copy.cursor) == (server.values, server.stamps, server.cursor)

    def _queue(self, who: int, row: str, skew: int, fields: dict[str, Any]) -> None:
        """Put a write into the device's queue; its later writes see this one."""
        known = self.copies[who].stamps | self.own[who]
        stamp = f"{next(self.ticks) + 100 + skew:012x}-{next(self.words):04x}-{who:016x}"
        seen = {name: known.get((row, name)) for name in (*fields, "note", "trashed_at")}
        self.queues[who].append(Op("items", row, stamp, fields, seen))
        self.own[who] |= {(row, name): stamp for name in fields}

    def _exchange(self, request: Request, *, is_repeat: bool = False) -> Answer:
        before = self._server()
        answer = exchange(self.engine, self.account, request, now_ms=10_000)
        refused = {(refusal.op, refusal.field) for refusal in answer.refused}
        for index, op in enumerate(request.ops):
            for name, value in op.set.items():
                if (index, name) not in refused:
                    self.arrived.setdefault((op.id, name, op.stamp), value)
                    if op.seen.get(name):
                        self.seen.add((op.id, name, op.seen[name] or ""))
        if not is_repeat and len(request.ops) == 1:
            self._check_trash(before, request.ops[0], refused)
        return answer

    def _check_trash(self, before: Copy, op: Op, refused: set[tuple[int, str | None]]) -> None:
        """No text is written into a trash its writer had not seen, and no text unseen goes to the trash."""
        after = self._server()
        was_written = after.stamps.get((op.id, "note")) == op.stamp != before.stamps.get((op.id, "note"))
        knew = before.stamps.get((op.id, "trashed_at")) == op.seen["trashed_at"]
        if was_written and not knew:
            assert after.values.get((op.id, "trashed_at")) is None
        note = before.stamps.get((op.id, "note"))
        is_trashing = op.set.get("trashed_at") and before.values.get((op.id, "trashed_at")) is None
        if is_trashing and note != op.seen["note"]:
            assert after.values.get((op.id, "trashed_at")) is None

    def _server(self) -> Copy:
        copy = Copy()
        copy.take(exchange(self.engine, self.account, Request(1, ROWS[0], None, 0, []), now_ms=10_000))
        return copy

    def _kept(self) -> set[tuple[str, str, str, Any]]:
        query = sa.select(Revision.row_id, Revision.field, Revision.stamp, Revision.value)
        query = query.where(Revision.account_id == self.account, Revision.kind == "kept")
        with self.engine.connect() as connection:
            rows = connection.execute(query)
            return {(row_id, name, stamp, value) for row_id, name, stamp, value in rows}


def _keys(request: Request) -> Iterator[tuple[str, str, str]]:
    return ((op.id, name, op.stamp) for op in request.ops for name in op.set)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    engine = create_engine_for(request.getfixturevalue(f"{request.param}_database"))
    yield engine
    engine.dispose()


def test_devices_keep_the_rule_of_the_house(engine: Engine):
    class OnEngine(Devices):
        def __init__(self) -> None:
            super().__init__(engine)

    calm = settings(
        max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(OnEngine, settings=calm)
