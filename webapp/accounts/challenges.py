"""Ceremonies in progress: a challenge is good once, for five minutes, in one browser, for one purpose.

Owns the rows of `challenges`. Knows nothing of signatures; that is passkeys.py.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Engine, delete, insert

from webapp.accounts.models import Challenge
from webapp.database import begin_write

# WebAuthn level 3, 15.1: with user verification, five to ten minutes suit people who need their time.
LIFETIME = timedelta(minutes=5)
# 13.4.3 asks for at least 16 random bytes.
CHALLENGE_BYTES = 32


class Ceremony(StrEnum):
    SIGN_UP = "sign-up"
    SIGN_IN = "sign-in"
    ADD_PASSKEY = "add-passkey"
    REAUTHENTICATE = "reauthenticate"
    ENTER = "enter"


class ChallengeSpent(Exception):
    """No such ceremony is waiting: answered already, too old, of another browser, or for another purpose.

    Which of these it was is not told apart on purpose: the way on is the same, begin again.
    """


@dataclass(frozen=True)
class Purpose:
    """What an answer must fit: the ceremony, the browser it was begun in, and the account it is for."""

    ceremony: Ceremony
    browser: str
    """What tells this browser from all others (`sessions.this_browser`); stored hashed."""
    account_id: str | None = None
    """Of somebody signed in, or let in by a code, who does this to their account; otherwise nobody knows it yet."""


@dataclass(frozen=True)
class NewAccount:
    """What a sign-up keeps until its passkey has been made."""

    user_handle: bytes
    name: str


@dataclass(frozen=True)
class Claimed:
    """A challenge nobody else can answer any more."""

    challenge: bytes
    new_account: NewAccount | None


def issue(engine: Engine, purpose: Purpose, *, now: datetime, new_account: NewAccount | None = None) -> bytes:
    """A fresh challenge for `purpose`. Clears away what expired: the table holds the last minutes only."""
    challenge = secrets.token_bytes(CHALLENGE_BYTES)
    row = {
        "challenge": challenge,
        "ceremony": purpose.ceremony,
        "browser_hash": _hash(purpose.browser),
        "account_id": purpose.account_id,
        "user_handle": new_account.user_handle if new_account else None,
        "account_name": new_account.name if new_account else None,
        "expires_at": now + LIFETIME,
    }
    with begin_write(engine) as connection:
        connection.execute(delete(Challenge).where(Challenge.expires_at <= now))
        connection.execute(insert(Challenge), row)
    return challenge


def claim(engine: Engine, purpose: Purpose, challenge: bytes, *, now: datetime) -> Claimed:
    """Take the challenge out of the world. Committed before its answer is looked at: a wrong one spends it.

    One conditional DELETE decides: of any number of parallel answers the database lets exactly one see the
    row. An answer from elsewhere does not match, so it cannot spend it for its owner. Raises ChallengeSpent.
    """
    statement = (
        delete(Challenge)
        .where(
            Challenge.challenge == challenge,
            Challenge.ceremony == purpose.ceremony,
            Challenge.browser_hash == _hash(purpose.browser),
            Challenge.account_id.is_not_distinct_from(purpose.account_id),
            Challenge.expires_at > now,
        )
        .returning(Challenge.user_handle, Challenge.account_name)
    )
    with begin_write(engine) as connection:
        row = connection.execute(statement).one_or_none()
    if row is None:
        raise ChallengeSpent
    is_sign_up = row.user_handle is not None
    return Claimed(challenge, NewAccount(row.user_handle, row.account_name or "") if is_sign_up else None)


def _hash(browser: str) -> bytes:
    return hashlib.sha256(browser.encode()).digest()
