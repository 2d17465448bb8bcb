"""Which history of the database this is. A device that knew another pulls all and sends what is missing."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from webapp.journal.revisions import History


def begin_new_history(connection: Connection) -> str:
    """Name a new epoch: after restoring a backup, or a reset, before the first request. Returns it.

    Without it a device whose cursor is beyond the restored counter would skip every row numbered below.
    """
    epoch = secrets.token_urlsafe(9)
    connection.execute(sa.update(History).values(epoch=epoch, begun_at=datetime.now(UTC)))
    return epoch
