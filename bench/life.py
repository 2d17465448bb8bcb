"""A long life in Rebound, as rows of the device's own database: 500 interviews and 20,000 lines."""

from __future__ import annotations

import random
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

Row = dict[str, Any]

INTERVIEWS = 500
LINES_A_LIST = 20
LISTS_AN_INTERVIEW = 2
OPEN_INTERVIEWS = 20
PEOPLE = 300
WINS = 200
PLANS = 40
LONG_NOTES = "The depot model came up again, and who would own it. " * 400


class Life:
    """Rows by collection. The same on every run: what is measured must not depend on luck."""

    def __init__(self, now: datetime) -> None:
        self._random = random.Random(3)
        self._now = now
        self.rows: dict[str, list[Row]] = {}
        self.people = [self._person(number) for number in range(PEOPLE)]
        self.interviews = [self._interview(number) for number in range(INTERVIEWS)]
        for number in range(WINS):
            self._put(
                "wins", title=f"Win {number}: the night plan held", happened_on=self._moment(-number * 3)[:10]
            )
        for number in range(PLANS):
            self._put(
                "plans",
                title=f"Option {number}",
                status="ready",
                next_step="ask what they are missing" if number % 2 else None,
                next_step_on=self._moment(number % 30)[:10] if number % 3 else None,
                position=f"a{_key(number)}",
            )
        self.long_list = self._list(self.interviews[-1], 5, lines=200, is_open=True)

    def _interview(self, number: int) -> str:
        is_open = number >= INTERVIEWS - OPEN_INTERVIEWS
        held = -2.0 * (INTERVIEWS - number)
        outcome = {"outcome": "waiting"}
        if not is_open:
            outcome = {"outcome": "no", "outcome_at": self._moment(held + 10)}
        interview = self._put(
            "interviews",
            company=f"Company {number}",
            role=f"Planning manager {number}",
            held_at=self._moment(held),
            confidence=1 + number % 5,
            notes=LONG_NOTES if number == INTERVIEWS - 1 else f"Notes of interview {number}.",
            **outcome,
        )
        self._put("rounds", interview=interview, held_at=self._moment(held), kind="panel")
        for person in self._random.sample(self.people, 2):
            self._put("attendances", interview=interview, person=person)
        for place in range(LISTS_AN_INTERVIEW):
            self._list(interview, place, lines=LINES_A_LIST, is_open=is_open)
        return interview

    def _list(self, interview: str, place: int, *, lines: int, is_open: bool) -> str:
        checklist = self._put(
            "checklists",
            title=f"List {place}",
            playbook="thank",
            subject_kind="interview",
            subject_id=interview,
            anchor_at=self._moment(-30),
            position=f"a{place}",
        )
        for number in range(lines):
            done = {} if is_open and number % 2 else {"done_at": self._moment(-20)}
            self._put(
                "items",
                checklist=checklist,
                text=f"Line {number}: thank somebody for one thing",
                why="They met several people that day. The detail brings you back to mind.",
                tool="composer",
                tool_ref="thank-you",
                due_rule="interview+20h",
                due_at=self._moment(self._random.uniform(-5, 40)),
                position=f"a{_key(number)}",
                **done,
            )
        return checklist

    def _person(self, number: int) -> str:
        facts = {"role": "Head of depots", "organisation": "Ostara Rail", "level": "manager"}
        return self._put("people", name=f"Ruth Abelson {number}", **facts)

    def _moment(self, days: float) -> str:
        return (self._now + timedelta(days=days)).replace(microsecond=0).isoformat().replace("+00:00", "Z")

    def _put(self, collection: str, **fields: Any) -> str:
        row_id = str(uuid.UUID(int=self._random.getrandbits(128), version=4))
        stamps = dict.fromkeys(fields, "0" * 34)
        row: Row = {"id": row_id, "seq": 1, "round": 0, "fields": fields, "stamps": stamps}
        if collection == "items" and not fields.get("done_at"):
            row["open"] = fields["due_at"]
        self.rows.setdefault(collection, []).append(row)
        return row_id


def life_until_now() -> Life:
    return Life(datetime.now(UTC))


def _key(number: int) -> str:
    """Two digits of the positions' alphabet, in order, never ending in its zero."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    return digits[number // 61] + digits[1 + number % 61]
