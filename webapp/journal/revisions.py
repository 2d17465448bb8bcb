"""Earlier versions: values that were replaced or lost, and the marks that keep repeated requests harmless."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.database import Base, UtcMoment


class Revision(Base):
    """One earlier value of one field.

    `kind` is "kept" (a value a person can get back), "seen" (a short value replaced by somebody who saw it: only
    its stamp is remembered, so that a late repeat of that write is recognised) or "restamped" (`value` is the stamp
    that a write from a clock ahead of ours was given, so that its repeat gets the same answer).
    """

    __tablename__ = "revisions"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    collection: Mapped[str] = mapped_column(String(40), primary_key=True)
    row_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    field: Mapped[str] = mapped_column(String(40), primary_key=True)
    stamp: Mapped[str] = mapped_column(String(34), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    value: Mapped[Any] = mapped_column(JSON)
    kept_at: Mapped[datetime] = mapped_column(UtcMoment)


class History(Base):
    """Which history of the database this is: one row, whose epoch changes when it is restored or reset."""

    __tablename__ = "histories"

    id: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[str] = mapped_column(String(36))
    begun_at: Mapped[datetime] = mapped_column(UtcMoment)
