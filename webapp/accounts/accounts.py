"""The verbs of an account: make one, sign in to it, give it another passkey, list its passkeys.

Owns the rows of `accounts` and `passkeys` (the counter in `accounts.seq` belongs to sync). Whether an
answer is genuine is decided in passkeys.py; whether it may still be given, in challenges.py.
"""

import logging
import uuid
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from webapp.accounts.challenges import Claimed, NewAccount
from webapp.accounts.entrances import EntranceCard, walk_through
from webapp.accounts.models import Account, Passkey
from webapp.accounts.passkeys import (
    AllowedPasskey,
    Assertion,
    KnownPasskey,
    MadePasskey,
    NewCredential,
    PasskeyRefused,
    PasskeyUse,
    check_assertion,
    check_registration,
)
from webapp.accounts.sessions import AccountCard
from webapp.config import Settings
from webapp.database import begin_read, begin_write

log = logging.getLogger(__name__)


class UnknownPasskey(LookupError):
    """No account here has this passkey: it was removed, or belongs to another copy of Rebound."""


class PasskeyTaken(Exception):
    """A new passkey has the id of one on record. Random ids don't meet: it is a copy (7.1 step 26)."""


@dataclass(frozen=True)
class PasskeyOwner:
    """What a further passkey of an account has to be made with."""

    user_handle: bytes
    name: str
    credential_ids: list[bytes]


@dataclass(frozen=True)
class PasskeyCard:
    """A passkey as its owner sees it listed."""

    id: str
    name: str
    created_at: datetime
    last_used_at: datetime | None


def create_account(
    engine: Engine,
    settings: Settings,
    *,
    answer: NewCredential,
    claimed: Claimed,
    passkey_name: str,
    now: datetime,
) -> AccountCard:
    """The account that a sign-up asked for, with its first passkey. Raises PasskeyRefused, PasskeyTaken."""
    made = check_registration(settings, answer, claimed.challenge)
    new = _what_was_asked_for(claimed)
    account = {
        "id": str(uuid.uuid4()),
        "name": new.name,
        "user_handle": new.user_handle,
        "created_at": now,
    }
    with begin_write(engine) as connection:
        connection.execute(insert(Account), account)
        _insert_passkey(connection, made, account_id=str(account["id"]), name=passkey_name, now=now)
    return AccountCard(id=str(account["id"]), name=new.name, created_at=now)


def sign_in(
    engine: Engine, settings: Settings, *, answer: Assertion, claimed: Claimed, now: datetime
) -> AccountCard:
    """The account that the asserted passkey opens. Raises UnknownPasskey, PasskeyRefused."""
    row = _passkey_on_record(engine, answer)
    use = check_assertion(settings, answer, claimed.challenge, _known(row))
    _note_use(engine, row.passkey_id, use, now=now)
    return AccountCard(id=row.account_id, name=row.name, created_at=row.created_at)


def reauthenticate(
    engine: Engine,
    settings: Settings,
    *,
    account_id: str,
    answer: Assertion,
    claimed: Claimed,
    now: datetime,
) -> None:
    """The person signed in to this account showed one of its passkeys. Raises UnknownPasskey, PasskeyRefused."""
    row = _passkey_on_record(engine, answer)
    if row.account_id != account_id:
        # Not "unknown": that word makes browsers hide a passkey, and this one is good where it belongs.
        raise PasskeyRefused("passkey of another account")
    use = check_assertion(settings, answer, claimed.challenge, _known(row), owner_is_known=True)
    _note_use(engine, row.passkey_id, use, now=now)


def add_passkey(
    engine: Engine,
    settings: Settings,
    *,
    account_id: str,
    answer: NewCredential,
    claimed: Claimed,
    passkey_name: str,
    now: datetime,
) -> PasskeyCard:
    """One more passkey for the account. Raises PasskeyRefused, PasskeyTaken."""
    made = check_registration(settings, answer, claimed.challenge)
    with begin_write(engine) as connection:
        passkey_id = _insert_passkey(connection, made, account_id=account_id, name=passkey_name, now=now)
    return PasskeyCard(id=passkey_id, name=passkey_name, created_at=now, last_used_at=None)


def enter_with_passkey(
    engine: Engine,
    settings: Settings,
    *,
    entrance: EntranceCard,
    browser: str,
    answer: NewCredential,
    claimed: Claimed,
    passkey_name: str,
    now: datetime,
) -> None:
    """A passkey for who was let in by a code. Raises PasskeyRefused, PasskeyTaken, EntranceClosed."""
    made = check_registration(settings, answer, claimed.challenge)
    with begin_write(engine) as connection:
        walk_through(connection, entrance, browser, now=now)
        _insert_passkey(connection, made, account_id=entrance.account.id, name=passkey_name, now=now)


def find_accounts(engine: Engine, id_or_name: str) -> list[AccountCard]:
    """Those the operator may mean."""
    statement = (
        select(Account.id, Account.name, Account.created_at)
        .where(or_(Account.id == id_or_name, Account.name == id_or_name))
        .order_by(Account.created_at)
    )
    with begin_read(engine) as connection:
        return [AccountCard(*row) for row in connection.execute(statement)]


def passkey_owner(engine: Engine, account_id: str) -> PasskeyOwner:
    account = select(Account.user_handle, Account.name).where(Account.id == account_id)
    credential_ids = select(Passkey.credential_id).where(Passkey.account_id == account_id)
    with begin_read(engine) as connection:
        row = connection.execute(account).one()
        return PasskeyOwner(row.user_handle, row.name, list(connection.scalars(credential_ids)))


def allowed_passkeys(engine: Engine, account_id: str) -> list[AllowedPasskey]:
    """The passkeys with which the account's owner may re-authenticate."""
    statement = select(Passkey.credential_id, Passkey.transports).where(Passkey.account_id == account_id)
    with begin_read(engine) as connection:
        rows = connection.execute(statement).all()
    return [AllowedPasskey(row.credential_id, tuple(filter(None, row.transports.split(",")))) for row in rows]


def list_passkeys(engine: Engine, account_id: str) -> list[PasskeyCard]:
    """The account's passkeys, oldest first."""
    statement = (
        select(Passkey.id, Passkey.name, Passkey.created_at, Passkey.last_used_at)
        .where(Passkey.account_id == account_id)
        .order_by(Passkey.created_at, Passkey.id)
    )
    with begin_read(engine) as connection:
        return [PasskeyCard(*row) for row in connection.execute(statement)]


def _what_was_asked_for(claimed: Claimed) -> NewAccount:
    if claimed.new_account is None:
        raise RuntimeError("a sign-up's challenge without a user handle: challenges.issue was called wrongly")
    return claimed.new_account


def _insert_passkey(
    connection: Connection, made: MadePasskey, *, account_id: str, name: str, now: datetime
) -> str:
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
        # Account and ids are ours and fresh: only the credential id can be on record already.
        raise PasskeyTaken from error
    return str(row["id"])


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


def _passkey_on_record(engine: Engine, answer: Assertion) -> Any:
    with begin_read(engine) as connection:
        row = connection.execute(_BY_CREDENTIAL, {"credential_id": answer.credential_id}).one_or_none()
    if row is None:
        raise UnknownPasskey
    return row


def _known(row: Any) -> KnownPasskey:
    return KnownPasskey(
        public_key=row.public_key,
        sign_count=row.sign_count,
        backup_eligible=row.backup_eligible,
        user_handle=row.user_handle,
    )


def _note_use(engine: Engine, passkey_id: str, use: PasskeyUse, *, now: datetime) -> None:
    if use.counter_went_back:
        log.warning("passkey %s: its counter went back, it may have been copied", passkey_id)
    if use.eligibility_changed:
        log.warning("passkey %s: backup eligibility changed to %s", passkey_id, use.backup_eligible)
    _record_use(engine, passkey_id, use, now=now)


def _record_use(engine: Engine, passkey_id: str, use: PasskeyUse, *, now: datetime) -> None:
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
