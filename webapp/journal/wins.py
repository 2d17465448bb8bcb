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
    # Where the proof lies, not the proof itself.
    proof_where: Mapped[str | None] = short_text(1000)
    quote: Mapped[str | None] = long_text()
    skills: Mapped[list[Any] | dict[str, Any] | None] = structured()
    notes: Mapped[str | None] = long_text()


class Forward(Synced):
    """A win passed upward."""

    __tablename__ = "forwards"

    win: Mapped[str | None] = ref()
    to: Mapped[str | None] = choice("boss", "bosss_boss", "other")
    person: Mapped[str | None] = ref()
    at: Mapped[datetime | None] = moment()
    channel: Mapped[str | None] = choice("mail", "call", "chat", "coffee", "meeting", "other")
