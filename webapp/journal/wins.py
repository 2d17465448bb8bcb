"""Wins, and to whom they were passed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped

from webapp.journal.fields import (
    choice,
    day,
    long_text,
    moment,
    ref,
    short_text,
    structured,
)
from webapp.journal.synced import Synced


class Win(Synced):
    """Praise, or finished work."""

    __tablename__ = "wins"

    title: Mapped[str | None] = short_text(300)
    happened_on: Mapped[date | None] = day()
    effect: Mapped[str | None] = long_text()
    who_benefited: Mapped[str | None] = short_text(500)
    praised_by: Mapped[str | None] = short_text(200)
    # The same, where they are among the people.
    praiser: Mapped[str | None] = ref()
    # How they said it: it is shown with their words.
    said_how: Mapped[str | None] = choice("writing", "talk", "meeting", "answer")
    # Where the proof lies, not the proof itself.
    proof_where: Mapped[str | None] = short_text(1000)
    quote: Mapped[str | None] = long_text()
    skills: Mapped[list[Any] | dict[str, Any] | None] = structured()
    # May it leave the team: as it is, in the person's own words, not before the praiser was asked, or not at all
    # (it is kept for the review talk).
    may_leave: Mapped[str | None] = choice("as_it_is", "own_words", "ask_first", "no")
    # The feedback with the gap that this win answers, and the gap in a few words ("more stakeholder work").
    answers_feedback: Mapped[str | None] = ref()
    answers_gap: Mapped[str | None] = short_text(500)
    notes: Mapped[str | None] = long_text()


class Forward(Synced):
    """A win passed upward."""

    __tablename__ = "forwards"

    win: Mapped[str | None] = ref()
    to: Mapped[str | None] = choice("boss", "bosss_boss", "other")
    person: Mapped[str | None] = ref()
    at: Mapped[datetime | None] = moment()
    channel: Mapped[str | None] = choice("mail", "call", "chat", "coffee", "meeting", "other")
    message: Mapped[str | None] = ref()
