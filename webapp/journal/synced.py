"""What every synced table has besides its own fields: whose it is, its place in the account's order, its stamps."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from webapp.database import Base, UtcMoment
from webapp.journal.fields import moment


class Synced(Base):
    """A row of a collection. The client makes the id (UUIDv7); the server alone writes what else is here."""

    __abstract__ = True

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    # Field → stamp of its last write. Fields that were never written are absent here and null in their column.
    stamps: Mapped[dict[str, str]] = mapped_column(JSON)
    # When the server last wrote the row, by the server's own clock. The trash is emptied by this one: a device whose
    # clock says 1970 must not have its trash erased at once.
    changed_at: Mapped[datetime] = mapped_column(UtcMoment, default=lambda: datetime.now(UTC))
    # Set when the content was erased, thirty days after it went to the trash: the row is a tombstone.
    purged_at: Mapped[datetime | None] = mapped_column(UtcMoment)

    trashed_at: Mapped[datetime | None] = moment()

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:
        # The feed reads an account's rows in the order of their numbers. `synced` arms the write guard.
        return (Index(f"ix_{cls.__tablename__}_feed", "account_id", "seq"), {"info": {"synced": True}})
