"""The devices signed in to an account, as their owner sees them: listed, and signed out from afar.

Removes rows of `sessions`; what a session is, and how one begins, is in sessions.py.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, not_, select

from webapp.accounts.entrances import close_all
from webapp.accounts.models import Session
from webapp.accounts.sessions import is_over
from webapp.database import begin_read, begin_write


class NoSuchDevice(LookupError):
    """No device with this id is signed in to the account."""


@dataclass(frozen=True)
class DeviceCard:
    """A signed-in device. `last_seen_at` is exact to the hour."""

    id: str
    name: str
    created_at: datetime
    last_seen_at: datetime
    has_passkey: bool
    """Begun with one. Else by a link or a recovery code, in a browser that knows none."""


def list_devices(engine: Engine, account_id: str, *, now: datetime) -> list[DeviceCard]:
    """The latest seen first."""
    statement = (
        select(Session.id, Session.device, Session.created_at, Session.last_seen_at, Session.has_passkey)
        .where(Session.account_id == account_id, not_(is_over(now)))
        .order_by(Session.last_seen_at.desc(), Session.created_at.desc(), Session.id)
    )
    with begin_read(engine) as connection:
        return [DeviceCard(*row) for row in connection.execute(statement)]


def sign_out_device(engine: Engine, *, account_id: str, session_id: str) -> None:
    """Raises NoSuchDevice."""
    statement = delete(Session).where(Session.id == session_id, Session.account_id == account_id)
    with begin_write(engine) as connection:
        was_there = connection.execute(statement).rowcount == 1
    if not was_there:
        raise NoSuchDevice


def sign_out_everywhere(engine: Engine, *, account_id: str) -> int:
    """Every device of the account, for the operator (ASVS 7.4.5); how many there were."""
    with begin_write(engine) as connection:
        close_all(connection, account_id)
        return connection.execute(delete(Session).where(Session.account_id == account_id)).rowcount


def sign_out_others(engine: Engine, *, account_id: str, besides: str) -> None:
    """Every device of the account but the one with the session `besides`."""
    with begin_write(engine) as connection:
        # Whoever stands at the door with a code does not come in a minute later, either.
        close_all(connection, account_id)
        connection.execute(delete(Session).where(Session.account_id == account_id, Session.id != besides))
