"""Linking another device: a code that a signed-in device shows, that a new one uses, and that the first one confirms.

The first device shows the code twice: as eight letters to type, and with a longer secret as a QR code. Whoever uses it
in time stands in front of an entrance (entrances.py), shut until the first device, which is shown the newcomer's name
and two digits to compare, confirms it. So a code that was looked at over a shoulder opens nothing by itself.

The operator's code (`rebound link-code`) is confirmed when it is made: the operator has found out whom they give it to,
and there may be no device left that could say yes. It is longer, because then it is all that is asked for.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, delete, select, update

from webapp.accounts import entrances
from webapp.accounts.codes import hash_code, make_code
from webapp.accounts.entrances import EntranceKind, hash_browser
from webapp.accounts.models import Account, Entrance
from webapp.accounts.notices import NoticeKind, leave_notice
from webapp.database import begin_read, begin_write

# How long a code can be used.
LIFETIME = timedelta(minutes=5)
# 40 bits, once, for five minutes, and shut until confirmed.
LETTERS = 8
# 80 bits, for a code that nobody confirms afterwards.
OPERATOR_LETTERS = 16
# In the QR code, where nobody types.
SECRET_BYTES = 16


class UnknownLink(LookupError):
    """No such code is waiting: mistyped, too old, used, or taken back. Which of these, nobody is told."""


class NoSuchAccount(LookupError):
    """The operator named an account that is not here."""


@dataclass(frozen=True)
class NewLink:
    """What the first device shows. Not to be had a second time."""

    id: str
    code: str
    secret: str
    expires_at: datetime


@dataclass(frozen=True)
class LinkCard:
    """How a link stands, as the device that made it sees it."""

    id: str
    state: str
    """waiting (nobody used the code yet), asking (somebody did: confirm or refuse), confirmed, refused."""
    device: str
    has_passkeys: bool
    number: str | None
    expires_at: datetime


def open_link(engine: Engine, account_id: str, *, now: datetime) -> NewLink:
    """A code for one more device. One at a time: one before that nobody confirmed is taken back."""
    code, secret = make_code(LETTERS), secrets.token_urlsafe(SECRET_BYTES)
    row = entrances.new_row(
        EntranceKind.LINK,
        account_id,
        lifetime=LIFETIME,
        now=now,
        code_hash=hash_code(code),
        secret_hash=_hash_secret(secret),
    )
    with begin_write(engine) as connection:
        is_open = _is_link_of(account_id) & Entrance.confirmed_at.is_(None)
        connection.execute(delete(Entrance).where(is_open))
        entrances.put(connection, row, now=now)
    return NewLink(row["id"], code, secret, expires_at=row["expires_at"])


def open_operator_link(engine: Engine, account_id: str, *, now: datetime) -> NewLink:
    """A code for somebody locked out, confirmed by whoever runs this server. Raises NoSuchAccount."""
    code = make_code(OPERATOR_LETTERS)
    row = entrances.new_row(
        EntranceKind.OPERATOR,
        account_id,
        lifetime=LIFETIME,
        now=now,
        code_hash=hash_code(code),
        confirmed_at=now,
    )
    with begin_write(engine) as connection:
        if connection.scalar(select(Account.id).where(Account.id == account_id)) is None:
            raise NoSuchAccount(account_id)
        entrances.put(connection, row, now=now)
    return NewLink(row["id"], code, secret="", expires_at=row["expires_at"])


def enter(
    engine: Engine,
    *,
    code: str | None,
    secret: str | None,
    browser: str,
    device: str,
    has_passkeys: bool,
    now: datetime,
) -> None:
    """Put this browser in front of the entrance that the code or the secret belongs to. Raises UnknownLink.

    One conditional UPDATE uses the code up, whatever the first device says to it afterwards.
    """
    is_named = (
        Entrance.secret_hash == _hash_secret(secret)
        if secret is not None
        else Entrance.code_hash == hash_code(code or "")
    )
    use = (
        update(Entrance)
        .where(is_named, Entrance.entered_at.is_(None), Entrance.expires_at > now)
        .values(
            browser_hash=hash_browser(browser),
            device=device,
            has_passkeys=has_passkeys,
            number=_two_digits(),
            entered_at=now,
            expires_at=now + entrances.LIFETIME,
        )
        .returning(Entrance.id, Entrance.account_id, Entrance.kind)
    )
    with begin_write(engine) as connection:
        row = connection.execute(use).one_or_none()
        if row is None:
            raise UnknownLink
        entrances.leave(connection, browser, but=row.id)
        if row.kind == EntranceKind.OPERATOR:
            leave_notice(connection, row.account_id, NoticeKind.OPERATOR_CODE_USED, device=device, now=now)


def look_at_link(engine: Engine, account_id: str, link_id: str, *, now: datetime) -> LinkCard:
    """Raises UnknownLink: it was used to the end, taken back, or its time is up."""
    statement = select(Entrance.__table__).where(
        _is_link_of(account_id), Entrance.id == link_id, Entrance.expires_at > now
    )
    with begin_read(engine) as connection:
        row = connection.execute(statement).one_or_none()
    if row is None:
        raise UnknownLink
    return LinkCard(
        id=row.id,
        state=_state_of(row),
        device=row.device,
        has_passkeys=row.has_passkeys,
        number=row.number,
        expires_at=row.expires_at,
    )


def confirm_link(
    engine: Engine, account_id: str, link_id: str, *, number: str, by_session: str, now: datetime
) -> None:
    """Open the entrance for who stands in front of it and shows `number`, and tell the others. Raises UnknownLink."""
    is_it = Entrance.number == number
    with begin_write(engine) as connection:
        device = _decide(connection, account_id, link_id, is_it, now=now, confirmed_at=now)
        leave_notice(
            connection, account_id, NoticeKind.DEVICE_LINKED, device=device, by_session=by_session, now=now
        )


def refuse_link(engine: Engine, account_id: str, link_id: str, *, now: datetime) -> None:
    """Shut it for good. Raises UnknownLink."""
    with begin_write(engine) as connection:
        _decide(connection, account_id, link_id, now=now, refused_at=now)


def take_back_link(engine: Engine, account_id: str, link_id: str) -> None:
    """Nobody is to use the code any more. Nothing happens if it is gone already."""
    with begin_write(engine) as connection:
        connection.execute(
            delete(Entrance).where(
                _is_link_of(account_id), Entrance.id == link_id, Entrance.confirmed_at.is_(None)
            )
        )


def _decide(
    connection: Connection, account_id: str, link_id: str, *conditions: Any, now: datetime, **values: datetime
) -> str:
    """The name of the device it is about."""
    statement = (
        update(Entrance)
        .where(
            _is_link_of(account_id),
            Entrance.id == link_id,
            Entrance.entered_at.is_not(None),
            Entrance.refused_at.is_(None),
            Entrance.expires_at > now,
            *conditions,
        )
        .values(**values)
        .returning(Entrance.device)
    )
    device = connection.scalar(statement)
    if device is None:
        raise UnknownLink
    return str(device)


def _is_link_of(account_id: str) -> Any:
    return (Entrance.account_id == account_id) & (Entrance.kind == EntranceKind.LINK)


def _state_of(row: Any) -> str:
    if row.refused_at is not None:
        return "refused"
    if row.confirmed_at is not None:
        return "confirmed"
    return "asking" if row.entered_at is not None else "waiting"


def _two_digits() -> str:
    return str(10 + secrets.randbelow(90))


def _hash_secret(secret: str) -> bytes:
    # As it is: a QR code is never mistyped. 128 random bits, see codes.hash_code.
    return hash_browser(secret)
