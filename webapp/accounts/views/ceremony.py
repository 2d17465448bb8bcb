"""What all ceremonies share: bodies, sizes, and the challenge that ties an answer to its question."""

import re
from datetime import UTC, datetime
from typing import Annotated

import msgspec
from flask import request

from webapp.accounts import challenges, passkeys, sessions
from webapp.accounts.challenges import Ceremony, Claimed, NewAccount, Purpose
from webapp.accounts.passkeys import Assertion, NewCredential
from webapp.decoding import decode
from webapp.errors import ApiError
from webapp.services import services

# The largest honest answer is an attestation with a long credential id: some 4 KB.
MAX_ANSWER_BYTES = 64 * 1024

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_OF_THE_SIGNED_IN = frozenset({Ceremony.ADD_PASSKEY, Ceremony.REAUTHENTICATE})


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    pass


class Naming(msgspec.Struct, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(max_length=100)] = ""


class NewCredentialAnswer(msgspec.Struct, forbid_unknown_fields=True):
    credential: NewCredential


class AssertionAnswer(msgspec.Struct, forbid_unknown_fields=True):
    credential: Assertion


def expect_nothing() -> None:
    decode(request.get_data() or b"{}", Nothing)


def read_name() -> str:
    """One line of text, possibly empty."""
    name = decode(request.get_data(), Naming).name
    if _CONTROL.search(name):
        raise ApiError(422, "malformed", "The name must be one line of text.", path="$.name")
    return name.strip()


def read_new_credential() -> NewCredential:
    return decode(request.get_data(), NewCredentialAnswer, max_bytes=MAX_ANSWER_BYTES).credential


def read_assertion() -> Assertion:
    return decode(request.get_data(), AssertionAnswer, max_bytes=MAX_ANSWER_BYTES).credential


def begin(
    ceremony: Ceremony, *, new_account: NewAccount | None = None, account_id: str | None = None
) -> bytes:
    """The challenge of a new ceremony in this browser. `account_id`: of somebody who is not signed in to it yet."""
    purpose = _purpose(ceremony, account_id, make_browser=True)
    return challenges.issue(services().engine, purpose, now=moment(), new_account=new_account)


def claim(
    ceremony: Ceremony, answer: NewCredential | Assertion, *, now: datetime, account_id: str | None = None
) -> Claimed:
    """Raises ChallengeSpent, PasskeyRefused."""
    purpose = _purpose(ceremony, account_id)
    return challenges.claim(services().engine, purpose, passkeys.challenge_of(answer), now=now)


def moment() -> datetime:
    """Now, to the millisecond, as the wire has it: what an answer says now is what the row says later."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def _purpose(ceremony: Ceremony, account_id: str | None, *, make_browser: bool = False) -> Purpose:
    if ceremony in _OF_THE_SIGNED_IN:
        account_id = sessions.current_account_id()
    return Purpose(ceremony, browser=sessions.this_browser(make=make_browser), account_id=account_id)
