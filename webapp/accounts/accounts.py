"""The verbs of an account: make one, sign in to it, show its passkey again, rename it.

Owns the rows of `accounts` (the counter in `accounts.seq` belongs to sync). Its passkeys are in keyring.py; whether
an answer is genuine is decided in passkeys.py; whether it may still be given, in challenges.py.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, insert, or_, select, update

from webapp.accounts.challenges import Claimed, NewAccount
from webapp.accounts.entrances import EntranceCard, walk_through
from webapp.accounts.keyring import find_passkey, insert_passkey, note_use
from webapp.accounts.models import Account
from webapp.accounts.passkeys import (
    Assertion,
    NewCredential,
    PasskeyRefused,
    check_assertion,
    check_registration,
)
from webapp.accounts.sessions import AccountCard
from webapp.config import Settings
from webapp.database import begin_read, begin_write


@dataclass(frozen=True)
class Opened:
    """An account, and the passkey that opened it."""

    account: AccountCard
    passkey_id: str


def create_account(
    engine: Engine,
    settings: Settings,
    *,
    answer: NewCredential,
    claimed: Claimed,
    passkey_name: str,
    now: datetime,
) -> Opened:
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
        passkey_id = insert_passkey(
            connection, made, account_id=str(account["id"]), name=passkey_name, now=now
        )
    return Opened(AccountCard(id=str(account["id"]), name=new.name, created_at=now), passkey_id)


def sign_in(
    engine: Engine, settings: Settings, *, answer: Assertion, claimed: Claimed, now: datetime
) -> Opened:
    """The account that the asserted passkey opens. Raises UnknownPasskey, PasskeyRefused."""
    passkey = find_passkey(engine, answer.credential_id)
    use = check_assertion(settings, answer, claimed.challenge, passkey.known)
    note_use(engine, passkey.id, use, now=now)
    return Opened(passkey.account, passkey.id)


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
    passkey = find_passkey(engine, answer.credential_id)
    if passkey.account.id != account_id:
        # Not "unknown": that word makes browsers hide a passkey, and this one is good where it belongs.
        raise PasskeyRefused("passkey of another account")
    use = check_assertion(settings, answer, claimed.challenge, passkey.known, owner_is_known=True)
    note_use(engine, passkey.id, use, now=now)


def rename_account(engine: Engine, account_id: str, name: str) -> None:
    with begin_write(engine) as connection:
        connection.execute(update(Account).where(Account.id == account_id).values(name=name))


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
) -> Opened:
    """A passkey for who was let in by a code. Raises PasskeyRefused, PasskeyTaken, EntranceClosed."""
    made = check_registration(settings, answer, claimed.challenge)
    with begin_write(engine) as connection:
        walk_through(connection, entrance, browser, now=now)
        passkey_id = insert_passkey(
            connection, made, account_id=entrance.account.id, name=passkey_name, now=now
        )
    return Opened(entrance.account, passkey_id)


def find_accounts(engine: Engine, id_or_name: str) -> list[AccountCard]:
    """Those the operator may mean."""
    statement = (
        select(Account.id, Account.name, Account.created_at)
        .where(or_(Account.id == id_or_name, Account.name == id_or_name))
        .order_by(Account.created_at)
    )
    with begin_read(engine) as connection:
        return [AccountCard(*row) for row in connection.execute(statement)]


def _what_was_asked_for(claimed: Claimed) -> NewAccount:
    if claimed.new_account is None:
        raise RuntimeError("a sign-up's challenge without a user handle: challenges.issue was called wrongly")
    return claimed.new_account
