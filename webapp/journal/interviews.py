"""Interviews, the conversations within them, and who was there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped

from webapp.journal.fields import (
    choice,
    flag,
    integer,
    long_text,
    moment,
    ref,
    short_text,
)
from webapp.journal.synced import Synced


class Interview(Synced):
    """One interview process with one employer."""

    __tablename__ = "interviews"

    company: Mapped[str | None] = short_text(200)
    role: Mapped[str | None] = short_text(200)
    department: Mapped[str | None] = short_text(200)
    internal: Mapped[bool | None] = flag()
    stage: Mapped[str | None] = short_text(100)
    held_at: Mapped[datetime | None] = moment()
    # When they said they would decide.
    promised_at: Mapped[datetime | None] = moment()
    outcome: Mapped[str | None] = choice("waiting", "offer", "no", "silence", "withdrawn")
    outcome_at: Mapped[datetime | None] = moment()
    # How it went, 1 to 5, said before the answer and never changed afterwards.
    confidence: Mapped[int | None] = integer(1, 5)
    link: Mapped[str | None] = short_text(2000)
    notes: Mapped[str | None] = long_text()


class Round(Synced):
    """One conversation within an interview."""

    __tablename__ = "rounds"

    interview: Mapped[str | None] = ref()
    held_at: Mapped[datetime | None] = moment()
    kind: Mapped[str | None] = choice("phone", "screen", "panel", "technical", "final", "other")
    minutes: Mapped[int | None] = integer(0, 1440)
    notes: Mapped[str | None] = long_text()


class Attendance(Synced):
    """A person who was there. A row of its own, so that two devices can each add somebody and both stay."""

    __tablename__ = "attendances"

    interview: Mapped[str | None] = ref()
    round: Mapped[str | None] = ref()
    person: Mapped[str | None] = ref()
    # What they cared about, or the detail to thank them for.
    detail: Mapped[str | None] = long_text()
