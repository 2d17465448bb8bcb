"""What happened to an account that its owner has to hear of on every device. Owns the rows of `notices`.

A sign-in without a passkey of the account's is the work of its owner, or of somebody who found a paper with codes; a
new passkey or one more device, the owner's or that of somebody who had their phone in hand. Only the owner can tell, so
each device says it once; which one has said it already is the device's to remember.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, Engine, delete, insert, or_, select

from webapp.accounts.models import Notice, Session
from webapp.database import begin_read

# A device that was away for longer was signed out meanwhile (sessions.IDLE_LIFETIME).
LIFETIME = timedelta(days=90)


class NoticeKind(StrEnum):
    RECOVERY_CODE_USED = "recovery-code-used"
    OPERATOR_CODE_USED = "operator-code-used"
    PASSKEY_ADDED = "passkey-added"
    DEVICE_LINKED = "device-linked"


@dataclass(frozen=True)
class NoticeCard:
    """A notice as the account's owner sees it."""

    id: str
    kind: str
    device: str
    at: datetime


def leave_notice(
    connection: Connection,
    account_id: str,
    kind: NoticeKind,
    *,
    device: str,
    now: datetime,
    by_session: str | None = None,
) -> None:
    """In the transaction of what it tells of. Clears away what is old.

    `by_session`: of the device whose work it was. It is told to the others that were signed in then; without it, to
    all.
    """
    connection.execute(delete(Notice).where(Notice.at <= now - LIFETIME))
    row = {
        "id": str(uuid.uuid4()),
        "account_id": account_id,
        "kind": kind,
        "device": device,
        "at": now,
        "by_session": by_session,
    }
    connection.execute(insert(Notice), row)


def list_notices(engine: Engine, account_id: str, *, session_id: str, now: datetime) -> list[NoticeCard]:
    """What the device with this session is to tell, newest first."""
    begun_at = select(Session.created_at).where(Session.id == session_id).scalar_subquery()
    is_for_this_one = or_(
        Notice.by_session.is_(None), (Notice.by_session != session_id) & (Notice.at > begun_at)
    )
    statement = (
        select(Notice.id, Notice.kind, Notice.device, Notice.at)
        .where(Notice.account_id == account_id, Notice.at > now - LIFETIME, is_for_this_one)
        .order_by(Notice.at.desc(), Notice.id)
    )
    with begin_read(engine) as connection:
        return [NoticeCard(*row) for row in connection.execute(statement)]
