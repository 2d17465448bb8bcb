"""Messages written from Rebound, and the feedback that was asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped

from webapp.journal.fields import choice, long_text, moment, ref, short_text, structured
from webapp.journal.synced import Synced


class Message(Synced):
    """A draft, or a message the person says they sent. Rebound itself never sends one."""

    __tablename__ = "messages"

    purpose: Mapped[str | None] = short_text(40)
    tone: Mapped[str | None] = choice("warm", "formal")
    to: Mapped[list[Any] | dict[str, Any] | None] = structured()
    cc: Mapped[list[Any] | dict[str, Any] | None] = structured()
    subject: Mapped[str | None] = short_text(500)
    body: Mapped[str | None] = long_text()
    hold_until: Mapped[datetime | None] = moment()
    sent_at: Mapped[datetime | None] = moment()
    channel: Mapped[str | None] = choice("mail", "share", "copy", "other")
    about_kind: Mapped[str | None] = choice("interview", "win", "plan", "person", "feedback", "decision")
    about_id: Mapped[str | None] = ref()
    item: Mapped[str | None] = ref()


class Feedback(Synced):
    """One request for feedback and its answer."""

    __tablename__ = "feedback"

    interview: Mapped[str | None] = ref()
    person: Mapped[str | None] = ref()
    asked_at: Mapped[datetime | None] = moment()
    answer: Mapped[str | None] = long_text()
    answered_at: Mapped[datetime | None] = moment()
    # Sentences sorted by hand, as versions before `sortings` kept them.
    parts: Mapped[list[Any] | dict[str, Any] | None] = structured()
    follow_up_at: Mapped[datetime | None] = moment()
    closed_at: Mapped[datetime | None] = moment()
    lesson: Mapped[str | None] = long_text()


class Sorting(Synced):
    """A sentence of an answer that was sorted by hand. A row of its own, so that two devices may each sort one.

    Its id follows from the request and the sentence: two devices that sort the same one write the same row.
    """

    __tablename__ = "sortings"

    feedback: Mapped[str | None] = ref()
    # The sentence, or its beginning, by which it is found again when the answer was edited around it.
    sentence: Mapped[str | None] = short_text(300)
    kind: Mapped[str | None] = choice("fact", "reading", "empty")
