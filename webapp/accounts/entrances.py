"""Ways in without a passkey: a recovery code, a link from another device, a code from the operator.

An entrance is not a session. It is the right of one browser, for some minutes, to do one thing: make a passkey for the
account, or, where the browser knows no passkeys, begin a session without one. Everything behind `signed_in` answers it
with 401 like any visitor, so there is no list of what it may do that somebody could forget to keep.

Three rules hold for all kinds (security.md):

- It is bound to the browser that used the code, by the random value in its signed cookie, and good once.
- A link counts only once it was *confirmed* on the device that made it, whose owner sees the newcomer's name and
  compares two digits. A recovery code needs nobody: it is the proof. An operator's code was confirmed by the operator,
  who knows whom they gave it to, when it was made.
- A browser without passkeys gets a session without one. That gives away nothing: whoever holds the code could have
  made a passkey instead, which lasts longer and may do more. The session is shorter-lived, is shown as what it is
  among the devices, and whoever confirms a link is told before (`has_passkeys`).

Owns the rows of `entrances`; codes are used in recovery.py and linking.py.
"""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select

from webapp.accounts.models import Account, Entrance
from webapp.accounts.sessions import AccountCard
from webapp.database import begin_read, begin_write

# To confirm on the other device, to find the passkey's app, to unlock it. Counted from when the code was used.
LIFETIME = timedelta(minutes=10)


class EntranceKind(StrEnum):
    RECOVERY = "recovery"
    LINK = "link"
    OPERATOR = "operator"


class EntranceClosed(LookupError):
    """This browser has no way in: none was opened, its time is up, it was used, or nobody confirmed it yet."""


class EntranceRefused(LookupError):
    """The first device said no. Told apart from closed, so that the newcomer is not left to try in vain."""


@dataclass(frozen=True)
class EntranceCard:
    """An open entrance, as the browser in front of it sees it."""

    id: str
    kind: str
    account: AccountCard
    has_passkeys: bool
    is_confirmed: bool
    number: str | None
    """Two digits that both devices show while a link waits to be confirmed."""
    expires_at: datetime


_COLUMNS = (
    Entrance.id,
    Entrance.kind,
    Entrance.account_id,
    Entrance.has_passkeys,
    Entrance.number,
    Entrance.confirmed_at,
    Entrance.refused_at,
    Entrance.expires_at,
)


def new_row(
    kind: EntranceKind, account_id: str, *, lifetime: timedelta, now: datetime, **more: Any
) -> dict[str, Any]:
    """A row of `entrances`; every column is named, so that one statement inserts each kind."""
    row: dict[str, Any] = {
        "id": str(uuid.uuid4()),
        "account_id": account_id,
        "kind": kind,
        "code_hash": None,
        "secret_hash": None,
        "browser_hash": None,
        "device": "",
        "has_passkeys": True,
        "number": None,
        "created_at": now,
        "entered_at": None,
        "confirmed_at": None,
        "refused_at": None,
        "expires_at": now + lifetime,
    }
    return row | more


def put(connection: Connection, row: dict[str, Any], *, now: datetime) -> None:
    """Clears away what expired: the table holds the last minutes only."""
    connection.execute(delete(Entrance).where(Entrance.expires_at <= now))
    connection.execute(insert(Entrance), row)


def leave(connection: Connection, browser: str, *, but: str) -> None:
    """A browser stands in front of one entrance at a time: the one it used last."""
    connection.execute(
        delete(Entrance).where(Entrance.browser_hash == hash_browser(browser), Entrance.id != but)
    )


def entrance_of(engine: Engine, browser: str, *, now: datetime) -> EntranceCard:
    """What this browser stands in front of. Raises EntranceClosed, EntranceRefused."""
    statement = (
        select(*_COLUMNS, Account.name, Account.created_at.label("account_created_at"))
        .join(Account, Account.id == Entrance.account_id)
        .where(Entrance.browser_hash == hash_browser(browser), Entrance.expires_at > now)
    )
    with begin_read(engine) as connection:
        row = connection.execute(statement).one_or_none()
    if row is None:
        raise EntranceClosed
    if row.refused_at is not None:
        raise EntranceRefused
    return EntranceCard(
        id=row.id,
        kind=row.kind,
        account=AccountCard(id=row.account_id, name=row.name, created_at=row.account_created_at),
        has_passkeys=row.has_passkeys,
        is_confirmed=row.confirmed_at is not None,
        number=row.number,
        expires_at=row.expires_at,
    )


def walk_through(connection: Connection, entrance: EntranceCard, browser: str, *, now: datetime) -> None:
    """Use the entrance up, in the transaction of what it is used for. Raises EntranceClosed.

    One conditional DELETE decides between any number of parallel uses, and against a refusal at the last moment.
    """
    statement = delete(Entrance).where(
        Entrance.id == entrance.id,
        Entrance.browser_hash == hash_browser(browser),
        Entrance.confirmed_at.is_not(None),
        Entrance.refused_at.is_(None),
        Entrance.expires_at > now,
    )
    if connection.execute(statement).rowcount != 1:
        raise EntranceClosed


def use_up(engine: Engine, entrance: EntranceCard, browser: str, *, now: datetime) -> None:
    """Walk through for a session alone. Raises EntranceClosed."""
    with begin_write(engine) as connection:
        walk_through(connection, entrance, browser, now=now)


def give_up(engine: Engine, browser: str) -> None:
    """The newcomer turned back."""
    with begin_write(engine) as connection:
        connection.execute(delete(Entrance).where(Entrance.browser_hash == hash_browser(browser)))


def close_all(connection: Connection, account_id: str) -> None:
    """Nobody who stands in front of this account may still come in."""
    connection.execute(delete(Entrance).where(Entrance.account_id == account_id))


def hash_browser(browser: str) -> bytes:
    return hashlib.sha256(browser.encode()).digest()
