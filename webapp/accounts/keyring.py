"""The passkeys of an account: found, added, used, listed, renamed and removed.

Owns the rows of `passkeys`. Whether an answer is genuine is decided in passkeys.py.
"""

import logging
import uuid
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, exists, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from webapp.accounts.challenges import Claimed
from webapp.accounts.models import Account, Passkey, RecoveryCode, Session
from webapp.accounts.notices import NoticeKind, leave_notice
from webapp.accounts.passkeys import (
    AllowedPasskey,
    KnownPasskey,
    MadePasskey,
    NewCredential,
    PasskeyUse,
    check_registration,
)
from webapp.accounts.providers import provider_name
from webapp.accounts.sessions import AccountCard
from webapp.config import Settings
from webapp.database import AccountGone, begin_read, begin_write, lock_account

log = logging.getLogger(__name__)


class UnknownPasskey(LookupError):
    """No account here has this passkey: it was removed, or belongs to another copy of Rebound."""


class NoSuchPasskey(LookupError):
    """The account has no passkey with this id."""


class PasskeyTaken(Exception):
    """A new passkey has the id of one on record. Random ids don't meet: it is a copy (7.1 step 26)."""


class LastWayIn(Exception):
    """Without this passkey nobody could get into the account any more."""


@dataclass(frozen=True)
class FoundPasskey:
    """A passkey that somebody shows, and whose it is."""

    id: str
    account: AccountCard
    known: KnownPasskey


@dataclass(frozen=True)
class PasskeyOwner:
    """What authenticators know of an account, and with which passkeys it opens."""

    user_handle: bytes
    name: str
    credential_ids: list[bytes]


@dataclass(frozen=True)
class PasskeyCard:
    """A passkey as its owner sees it listed."""

    id: str
    name: str
    provider: str | None
    created_at: datetime
    last_used_at: datetime | None


def find_passkey(engine: Engine, credential_id: bytes) -> FoundPasskey:
    """Raises UnknownPasskey."""
    with begin_read(engine) as connection:
        row = connection.execute(_BY_CREDENTIAL, {"credential_id": credential_id}).one_or_none()
    if row is None:
        raise UnknownPasskey
    return FoundPasskey(
        id=row.passkey_id,
        account=AccountCard(id=row.account_id, name=row.name, created_at=row.created_at),
        known=KnownPasskey(
            public_key=row.public_key,
            sign_count=row.sign_count,
            backup_eligible=row.backup_eligible,
            user_handle=row.user_handle,
        ),
    )


def note_use(engine: Engine, passkey_id: str, use: PasskeyUse, *, now: datetime) -> None:
    """Keep what a good assertion said (7.2 steps 22 and 26). Raises UnknownPasskey."""
    if use.counter_went_back:
        log.warning("passkey %s: its counter went back, it may have been copied", passkey_id)
    if use.eligibility_changed:
        log.warning("passkey %s: backup eligibility changed to %s", passkey_id, use.backup_eligible)
    statement = (
        update(Passkey)
        .where(Passkey.id == passkey_id)
        .values(
            sign_count=use.sign_count,
            backup_eligible=use.backup_eligible,
            backed_up=use.backed_up,
            last_used_at=now,
        )
    )
    with begin_write(engine) as connection:
        is_still_there = connection.execute(statement).rowcount == 1
    if not is_still_there:
        # Removed between reading and now: it opens nothing any more.
        raise UnknownPasskey


def add_passkey(
    engine: Engine,
    settings: Settings,
    *,
    account_id: str,
    answer: NewCredential,
    claimed: Claimed,
    passkey_name: str,
    by_session: str,
    now: datetime,
) -> PasskeyCard:
    """One more passkey for the account; other devices are told. Raises PasskeyRefused, PasskeyTaken, AccountGone."""
    made = check_registration(settings, answer, claimed.challenge)
    with begin_write(engine) as connection:
        lock_account(connection, account_id)
        passkey_id = insert_passkey(connection, made, account_id=account_id, name=passkey_name, now=now)
        leave_notice(
            connection,
            account_id,
            NoticeKind.PASSKEY_ADDED,
            device=passkey_name,
            by_session=by_session,
            now=now,
        )
    provider = provider_name(made.aaguid)
    return PasskeyCard(passkey_id, name=passkey_name, provider=provider, created_at=now, last_used_at=None)


def insert_passkey(
    connection: Connection, made: MadePasskey, *, account_id: str, name: str, now: datetime
) -> str:
    """The id of the new row. The account was made or locked in the same transaction. Raises PasskeyTaken."""
    row: dict[str, Any] = asdict(made) | {
        "id": str(uuid.uuid4()),
        "account_id": account_id,
        "transports": ",".join(made.transports),
        "name": name,
        "created_at": now,
        "last_used_at": None,
    }
    try:
        connection.execute(insert(Passkey), row)
    except IntegrityError as error:
        # The account is there and the row's id fresh: only the credential id can be on record already.
        raise PasskeyTaken from error
    return str(row["id"])


def passkey_owner(engine: Engine, account_id: str) -> PasskeyOwner:
    """Raises AccountGone."""
    account = select(Account.user_handle, Account.name).where(Account.id == account_id)
    credential_ids = select(Passkey.credential_id).where(Passkey.account_id == account_id)
    with begin_read(engine) as connection:
        row = connection.execute(account).one_or_none()
        if row is None:
            raise AccountGone(account_id)
        return PasskeyOwner(row.user_handle, row.name, list(connection.scalars(credential_ids)))


def allowed_passkeys(engine: Engine, account_id: str) -> list[AllowedPasskey]:
    """The passkeys with which the account's owner may re-authenticate."""
    statement = select(Passkey.credential_id, Passkey.transports).where(Passkey.account_id == account_id)
    with begin_read(engine) as connection:
        rows = connection.execute(statement).all()
    return [AllowedPasskey(row.credential_id, tuple(filter(None, row.transports.split(",")))) for row in rows]


def list_passkeys(engine: Engine, account_id: str) -> list[PasskeyCard]:
    """The account's passkeys, oldest first."""
    with begin_read(engine) as connection:
        rows = connection.execute(_CARDS.where(Passkey.account_id == account_id)).all()
    return [_card(row) for row in rows]


def rename_passkey(engine: Engine, *, account_id: str, passkey_id: str, name: str) -> PasskeyCard:
    """Raises NoSuchPasskey."""
    is_it = (Passkey.id == passkey_id) & (Passkey.account_id == account_id)
    with begin_write(engine) as connection:
        connection.execute(update(Passkey).where(is_it).values(name=name))
        row = connection.execute(_CARDS.where(is_it)).one_or_none()
    if row is None:
        raise NoSuchPasskey
    return _card(row)


def remove_passkey(engine: Engine, *, account_id: str, passkey_id: str, by_session: str) -> None:
    """Remove it, and sign out what was signed in with it, but for the session that asks: a lost phone is out at once.

    Raises NoSuchPasskey, LastWayIn, AccountGone.
    """
    is_it = (Passkey.id == passkey_id) & (Passkey.account_id == account_id)
    with begin_write(engine) as connection:
        # Two removals at once would each see the other's passkey, and together leave none.
        lock_account(connection, account_id)
        if not connection.scalar(select(exists().where(is_it))):
            raise NoSuchPasskey
        if not has_another_way_in(connection, account_id, besides=passkey_id):
            raise LastWayIn
        connection.execute(delete(Passkey).where(is_it))
        was_begun_with_it = (Session.account_id == account_id) & (Session.passkey_id == passkey_id)
        connection.execute(delete(Session).where(was_begun_with_it, Session.id != by_session))


def has_another_way_in(connection: Connection, account_id: str, *, besides: str) -> bool:
    """Whether the owner still gets in without the passkey `besides`. Ask while the account is locked."""
    others = exists().where(Passkey.account_id == account_id, Passkey.id != besides)
    unused_codes = exists().where(RecoveryCode.account_id == account_id)
    return bool(connection.scalar(select(or_(others, unused_codes))))


_BY_CREDENTIAL = (
    select(
        Passkey.id.label("passkey_id"),
        Passkey.public_key,
        Passkey.sign_count,
        Passkey.backup_eligible,
        Account.id.label("account_id"),
        Account.user_handle,
        Account.name,
        Account.created_at,
    )
    .join(Account, Account.id == Passkey.account_id)
    .where(Passkey.credential_id == bindparam("credential_id"))
)

_CARDS = select(Passkey.id, Passkey.name, Passkey.aaguid, Passkey.created_at, Passkey.last_used_at).order_by(
    Passkey.created_at, Passkey.id
)


def _card(row: Any) -> PasskeyCard:
    provider = provider_name(row.aaguid)
    return PasskeyCard(row.id, row.name, provider, row.created_at, row.last_used_at)
