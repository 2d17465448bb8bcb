"""A long life in Rebound, as rows of the device's own database.

500 interviews with two letters each, 20,000 lines, 5,000 people with 2,000 words had, 5,000 wins of which half went up,
and 500 options for Plan B.
"""

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
PEOPLE = 5_000
TOUCHES = 2_000
WINS = 5_000
PLANS = 500
LETTERS = 1_000
DEPARTMENTS = ["Network planning", "Customer", "Asset data", "Operations", "Finance", "People"]
LEVELS = ["peer", "peer", "lead", "manager", "director", "executive"]
LONG_NOTES = "The depot model came up again, and who would own it from May on.\n\n" * 320


class Life:
    """Rows by collection. The same on every run: what is measured must not depend on luck."""

    def __init__(self, now: datetime) -> None:
        self._random = random.Random(3)
        self._now = now
        self.rows: dict[str, list[Row]] = {}
        self.people = [self._person(number) for number in range(PEOPLE)]
        self.interviews = [self._interview(number) for number in range(INTERVIEWS)]
        for number in range(TOUCHES):
            self._touch(number)
        self.wins = [self._win(number) for number in range(WINS)]
        self.plans = [self._plan(number) for number in range(PLANS)]
        for number in range(LETTERS):
            self._letter(number)
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
        facts: dict[str, object] = {
            "role": "Head of depots",
            "organisation": "Ostara Rail" if number % 3 else "Norrholm Power",
            "department": DEPARTMENTS[number % len(DEPARTMENTS)],
            "level": LEVELS[number % len(LEVELS)],
            "email": f"ruth.{number}@ostara.example",
            "cadence_weeks": 8 if number % 4 == 0 else None,
            "relation": {7: "boss", 14: "bosss_boss"}.get(number),
        }
        return self._put("people", name=f"Ruth Abelson {number}", **facts)

    def _touch(self, number: int) -> str:
        return self._put(
            "touches",
            person=self.people[number % (PEOPLE // 2)],
            at=self._moment(-number / 4),
            channel="call",
            give="the figures of the winter" if number % 3 == 0 else None,
        )

    def _win(self, number: int) -> str:
        win = self._put(
            "wins",
            title=f"Win {number}: the night plan held",
            happened_on=self._moment(-number * 0.7)[:10],
            effect="Eleven nights without a cancelled train." if number % 2 else None,
            praised_by="Tomas Reiter" if number % 5 == 0 else None,
        )
        if number % 2:
            self._put("forwards", win=win, to="boss", person=self.people[7], at=self._moment(-number * 0.7))
        return win

    def _plan(self, number: int) -> str:
        return self._put(
            "plans",
            title=f"Option {number}",
            status="parked" if number % 10 == 9 else "ready",
            contact=self.people[number] if number % 2 else None,
            next_step="ask what they are missing" if number % 2 else None,
            next_step_on=self._moment(number % 30)[:10] if number % 3 else None,
            position=f"a{_key(number)}",
        )

    def _letter(self, number: int) -> str:
        person = self.people[number % PEOPLE]
        return self._put(
            "messages",
            purpose="thank-you",
            tone="warm",
            about_kind="interview",
            about_id=self.interviews[number % INTERVIEWS],
            to=[{"id": person, "name": f"Ruth Abelson {number}", "email": f"ruth.{number}@ostara.example"}],
            subject="Thank you for the conversation on Tuesday",
            body="Dear Ruth,\n\nThank you for the hour on Tuesday. What you said about the depots stayed with me. "
            * 4,
            sent_at=self._moment(-number / 2),
        )

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
