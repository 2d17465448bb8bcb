"""Plan B: the options, and the worksheet for deciding on what it pays."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped

from webapp.journal.fields import (
    choice,
    day,
    flag,
    integer,
    long_text,
    moment,
    ref,
    short_text,
    structured,
)
from webapp.journal.synced import Synced


class Plan(Synced):
    """A Plan-B option."""

    __tablename__ = "plans"

    title: Mapped[str | None] = short_text(200)
    kind: Mapped[str | None] = choice("inside", "outside", "own", "learn")
    # What else tells it apart at a glance: "sideways", "12 weeks".
    detail: Mapped[str | None] = short_text(200)
    next_step: Mapped[str | None] = short_text(500)
    next_step_on: Mapped[date | None] = day()
    contact: Mapped[str | None] = ref()
    payoff: Mapped[str | None] = long_text()
    notes: Mapped[str | None] = long_text()
    # Not asked of anybody any more: the client reads it off what the option has (client/model/plan-b-readiness.ts).
    readiness: Mapped[int | None] = integer(0, 3)
    status: Mapped[str | None] = choice("ready", "active", "parked", "done")
    stop_waiting_on: Mapped[date | None] = day()
    position: Mapped[str | None] = short_text(200)


class Decision(Synced):
    """The worksheet "decide on what it pays": options by weighted criteria, scored twice."""

    __tablename__ = "decisions"

    question: Mapped[str | None] = short_text(500)
    interview: Mapped[str | None] = ref()
    # What a worksheet begins with, where these are not the usual ones; `decision_parts` says what became of them.
    options: Mapped[list[Any] | dict[str, Any] | None] = structured()
    criteria: Mapped[list[Any] | dict[str, Any] | None] = structured()
    # All scores of a scoring as one value, as versions before `decision_scores` kept them.
    scores: Mapped[list[Any] | dict[str, Any] | None] = structured()
    scored_at: Mapped[datetime | None] = moment()
    blind_scores: Mapped[list[Any] | dict[str, Any] | None] = structured()
    blind_scored_at: Mapped[datetime | None] = moment()
    # The risk they fear most, named.
    risk: Mapped[str | None] = short_text(500)
    chosen: Mapped[str | None] = short_text(200)
    first_step: Mapped[str | None] = short_text(500)
    review_at: Mapped[datetime | None] = moment()
    # What somebody committed to, and by when; at the review: whether it came true.
    commitment: Mapped[str | None] = short_text(500)
    commitment_on: Mapped[date | None] = day()
    came_true: Mapped[str | None] = choice("yes", "partly", "no")
    reviewed_at: Mapped[datetime | None] = moment()
    notes: Mapped[str | None] = long_text()


class DecisionPart(Synced):
    """What became of an option or a criterion: a row of its own, so that two devices may each add or rename one.

    Its id follows from the worksheet and the part. What it does not say is as the worksheet began with it.
    """

    __tablename__ = "decision_parts"

    decision: Mapped[str | None] = ref()
    kind: Mapped[str | None] = choice("option", "criterion")
    part: Mapped[str | None] = short_text(80)
    name: Mapped[str | None] = short_text(80)
    # Of a criterion.
    weight: Mapped[int | None] = integer(1, 3)
    position: Mapped[str | None] = short_text(200)
    # Taken off; its scores stay, for the day it is put back.
    removed: Mapped[bool | None] = flag()


class DecisionScore(Synced):
    """What an option gets by a criterion. A row of its own, so that two devices may each score some.

    Its id follows from the worksheet, the scoring and the cell: two devices that score the same one write the same row.
    """

    __tablename__ = "decision_scores"

    decision: Mapped[str | None] = ref()
    round: Mapped[str | None] = choice("first", "second")
    # The ids these have as parts of the worksheet.
    option: Mapped[str | None] = short_text(80)
    criterion: Mapped[str | None] = short_text(80)
    # Null: it was taken out again, over whatever an earlier version kept.
    score: Mapped[int | None] = integer(1, 5)
