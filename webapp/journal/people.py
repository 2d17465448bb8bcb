"""The network: people, and the contacts that happened."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped

from webapp.journal.fields import choice, integer, long_text, moment, ref, short_text
from webapp.journal.synced import Synced


class Person(Synced):
    """Somebody the person knows or has met."""

    __tablename__ = "people"

    name: Mapped[str | None] = short_text(200)
    role: Mapped[str | None] = short_text(200)
    department: Mapped[str | None] = short_text(200)
    organisation: Mapped[str | None] = short_text(200)
    level: Mapped[str | None] = choice("peer", "lead", "manager", "director", "executive")
    email: Mapped[str | None] = short_text(320)
    phone: Mapped[str | None] = short_text(50)
    link: Mapped[str | None] = short_text(2000)
    # What this person is to the account's owner, asked once and remembered.
    relation: Mapped[str | None] = choice("boss", "bosss_boss", "trusted", "referrer")
    cadence_weeks: Mapped[int | None] = integer(1, 52)
    how_met: Mapped[str | None] = short_text(500)
    notes: Mapped[str | None] = long_text()
    # After a merge of duplicates: who they are now. A device that was away may still name the old one.
    merged_into: Mapped[str | None] = ref()


class Touch(Synced):
    """A contact that happened."""

    __tablename__ = "touches"

    person: Mapped[str | None] = ref()
    at: Mapped[datetime | None] = moment()
    channel: Mapped[str | None] = choice("mail", "call", "chat", "coffee", "meeting", "other")
    what: Mapped[str | None] = long_text()
    # What the person offered, lent or passed on.
    give: Mapped[str | None] = short_text(500)


class Namesake(Synced):
    """Two people who look like one and are two. Its id follows from the pair: said on two devices it is said once."""

    __tablename__ = "namesakes"

    one: Mapped[str | None] = ref()
    other: Mapped[str | None] = ref()
