"""Journals to measure with: the same seed makes the same rows, shaped like a heavy user's.

An interview starts two built-in playbooks, whose lines are the same every time; everything a person adds is made of
random words and never repeated. The rows of one tap share their milliseconds, as the client's stamps do. After four
weeks an interview is answered, and what was still open on its lists is skipped.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine

from webapp.accounts.models import Account
from webapp.database import begin_write, lock_account
from webapp.journal.collections import COLLECTIONS
from webapp.sync.clock import Reading, format_stamp
from webapp.sync.row import volume

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ANSWERED_AFTER = timedelta(weeks=4)

# text, tool, due rule: of "Debrief while it is fresh" and "Thank and follow up".
PLAYBOOKS = {
    "debrief": (
        ("Set how it went, 1-5, before you replay it", "confidence", "interview+0h"),
        ("List the questions you remember, no judging", "debrief", "interview+1h"),
        ("For three of them: what landed, what was missing", "debrief", "interview+3h"),
        ("Names, roles, what each cared about", "people", "interview+3h"),
        ("What was promised, and by when", "promise", "interview+3h"),
        ("One story you lacked: find its evidence", "win", "interview+1d"),
        ("One thing to practise, no more", "plan", "interview+1d"),
    ),
    "thank": (
        ("Thank each interviewer with one detail from your talk", "composer", "interview+20h"),
        ("Correct or complete one weak answer, if it matters", "composer", "interview+20h"),
        ("Thank whoever referred or prepared you", "composer", "interview+1d"),
        ("Ask politely where things stand", "composer", "promise+1bd|interview+5bd"),
        ("A last short check-in", "composer", "interview+10bd"),
        ("No answer: mark silence and free your head", "outcome", "interview+15bd"),
    ),
}
WHY = "Memory is honest for a few hours; write before the story sets."

_SYLLABLES = [a + b for a in "bdfgklmnprst" for b in "aeiou"]

Fields = dict[str, Any]


def fill(engine: Engine, account_id: str, *, count: int, seed: int = 1) -> None:
    """Put `count` rows into an account, numbered in the order of their making."""
    by_collection: dict[str, list[Fields]] = {name: [] for name in COLLECTIONS}
    size = 0
    for seq, (name, row) in enumerate(_rows(random.Random(seed), count), start=1):
        fields = {field: row.get(field) for field in COLLECTIONS[name].fields}
        size += sum(map(volume, fields.values()))
        own = {"account_id": account_id, "id": row["id"], "seq": seq, "stamps": row["stamps"]}
        by_collection[name].append(fields | own | {"changed_at": NOW, "purged_at": None})
    counters = sa.update(Account).where(Account.id == account_id)
    with begin_write(engine) as connection:
        lock_account(connection, account_id)
        for name, rows in by_collection.items():
            if rows:
                connection.execute(sa.insert(COLLECTIONS[name].table), rows)
        connection.execute(counters.values(seq=count, row_count=count, volume=size))


def _rows(chance: random.Random, count: int) -> Iterator[tuple[str, Fields]]:
    made = 0
    while made < count:
        for name, row in _Afternoon(chance, NOW - timedelta(minutes=15 * (count - made))).rows():
            if made == count:
                return
            yield name, row
            made += 1


class _Afternoon:
    """An interview and what a person writes down after it: 33 rows from one tab, in nine taps."""

    def __init__(self, chance: random.Random, at: datetime) -> None:
        self._chance = chance
        self._at = self._begun_at = at
        self._node = f"{chance.getrandbits(64):016x}"
        self._counter = 0
        self._answer_counter = 0

    def rows(self) -> Iterator[tuple[str, Fields]]:
        interview = self._row(
            company=self._words(2), role=self._words(3), held_at=self._at, internal=self._chance.random() < 0.5,
            outcome="waiting", confidence=self._chance.randrange(1, 6), notes=self._words(40),
        )  # fmt: skip
        if self._is_answered:
            self._write_later(
                interview,
                outcome=self._chance.choice(["no", "no", "silence", "offer"]),
                outcome_at=self._answered_at,
            )
        yield "interviews", interview
        for playbook, steps in PLAYBOOKS.items():
            yield from self._checklist(interview, playbook, steps)
        for _ in range(3):
            self._next_tap()
            person = self._row(name=self._words(2), role=self._words(2), notes=self._words(12))
            yield "people", person
            yield "attendances", self._row(interview=interview["id"], person=person["id"])
        for _ in range(4):
            self._next_tap()
            yield "wins", self._row(title=self._words(6), happened_on=self._at.date(), effect=self._words(20))

    def _checklist(self, interview: Fields, playbook: str, steps: Any) -> Iterator[tuple[str, Fields]]:
        subject = {"subject_kind": "interview", "subject_id": interview["id"]}
        checklist = self._row(title=playbook, playbook=playbook, anchor_at=self._at, **subject)
        yield "checklists", checklist
        added = [(self._words(7), None, None) for _ in range(2)]
        for place, (text, tool, rule) in enumerate([*steps, *added]):
            is_done = self._chance.random() < 0.5
            done_at = self._at + timedelta(seconds=self._chance.randrange(10**6))
            item = self._row(
                checklist=checklist["id"], step=f"{playbook}-{place}", text=text, why=rule and WHY, tool=tool,
                due_rule=rule, due_at=rule and self._at + timedelta(days=place), position=f"a{place}",
                done_at=done_at if is_done else None,
            )  # fmt: skip
            if self._is_answered and not is_done:
                self._write_later(item, skipped_at=self._answered_at)
            yield "items", item

    def _row(self, **fields: Any) -> Fields:
        millis = int(self._at.timestamp() * 1000)
        stamp = format_stamp(Reading(millis, self._counter, self._node))
        self._counter += 1
        written = {name: value for name, value in fields.items() if value is not None}
        return {"id": self._id(millis), "stamps": dict.fromkeys(written, stamp), **written}

    @property
    def _answered_at(self) -> datetime:
        return self._begun_at + ANSWERED_AFTER

    @property
    def _is_answered(self) -> bool:
        return self._answered_at < NOW

    def _write_later(self, row: Fields, **fields: Any) -> None:
        """All that an answer changes is one tap: one stamp's milliseconds."""
        self._answer_counter += 1
        stamp = format_stamp(
            Reading(int(self._answered_at.timestamp() * 1000), self._answer_counter, self._node)
        )
        row.update(fields)
        row["stamps"] |= dict.fromkeys(fields, stamp)

    def _next_tap(self) -> None:
        self._at += timedelta(milliseconds=self._chance.randrange(1000, 60_000))
        self._counter = 0

    def _words(self, count: int) -> str:
        lengths = [self._chance.choice((1, 2, 2, 3)) for _ in range(count)]
        return " ".join("".join(self._chance.choices(_SYLLABLES, k=length)) for length in lengths)

    def _id(self, millis: int) -> str:
        """A UUIDv7 (RFC 9562, section 5.7)."""
        high = (millis << 16) | (0x7 << 12) | self._chance.getrandbits(12)
        low = (0b10 << 62) | self._chance.getrandbits(62)
        return str(uuid.UUID(int=high << 64 | low))
