"""What a person says of themselves, once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped

from webapp.journal.fields import choice, day, moment, short_text, structured
from webapp.journal.synced import Synced


class Profile(Synced):
    """The account's owner. One row, whose id is the same on every device (client/model/profile.ts)."""

    __tablename__ = "profiles"

    # As they sign their letters.
    name: Mapped[str | None] = short_text(200)
    organisation: Mapped[str | None] = short_text(200)
    department: Mapped[str | None] = short_text(200)
    level: Mapped[str | None] = choice("peer", "lead", "manager", "director", "executive")
    # The day on which they stop waiting where they are, and when they chose it.
    stop_waiting_on: Mapped[date | None] = day()
    stop_waiting_set_at: Mapped[datetime | None] = moment()
    # Their own days off, as days ("2026-12-24"): business days skip them.
    days_off: Mapped[list[Any] | dict[str, Any] | None] = structured()
