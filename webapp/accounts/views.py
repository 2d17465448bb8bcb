"""Accounts over HTTP: parse, authorise, one action, answer. No SQL, no rules."""

import logging
import re
import secrets
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from webapp import errors
from webapp.accounts import accounts, challenges, passkeys, sessions
from webapp.accounts.challenges import Ceremony, ChallengeSpent, Claimed, NewAccount, Purpose
from webapp.accounts.devices import device_name
from webapp.accounts.passkeys import Assertion, NewCredential, PasskeyRefused
from webapp.accounts.sessions import AccountCard, signed_in
from webapp.decoding import decode
from webapp.errors import ApiError
from webapp.journal.fields import render_moment
from webapp.services import services

log = logging.getLogger(__name__)

bp = Blueprint("accounts", __name__)
bp.record_once(lambda state: sessions.configure(state.app.config))

# The largest honest answer is an attestation with a long credential id: some 4 KB.
MAX_ANSWER_BYTES = 64 * 1024
# What authenticators know an account by; 64 random bytes as 14.6.1 recommends.
USER_HANDLE_BYTES = 64

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class SignUp(msgspec.Struct, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(max_length=100)] = ""


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    pass


class NewCredentialAnswer(msgspec.Struct, forbid_unknown_fields=True):
    credential: NewCredential


class AssertionAnswer(msgspec.Struct, forbid_unknown_fields=True):
    credential: Assertion


@bp.post("/api/account/options")
def offer_account() -> ResponseReturnValue:
    _refuse_signed_in()
    name = _one_line(decode(request.get_data(), SignUp).name)
    new_account = NewAccount(user_handle=_random_handle(), name=name)
    purpose = _purpose(Ceremony.SIGN_UP, make_browser=True)
    challenge = challenges.issue(services().engine, purpose, now=_now(), new_account=new_account)
    options = passkeys.creation_options(
        services().settings,
        challenge=challenge,
        user_handle=new_account.user_handle,
        account_name=name,
        known_credential_ids=[],
    )
    return {"options": options}


@bp.post("/api/account")
def create_account() -> ResponseReturnValue:
    _refuse_signed_in()
    answer = decode(request.get_data(), NewCredentialAnswer, max_bytes=MAX_ANSWER_BYTES).credential
    now = _now()
    account = accounts.create_account(
        services().engine,
        services().settings,
        answer=answer,
        claimed=_claim(Ceremony.SIGN_UP, answer, now=now),
        passkey_name=device_name(request.user_agent.string),
        now=now,
    )
    sessions.start_session(account, now=now)
    return {"account": _account_json(account)}, 201


@bp.post("/api/session/options")
def offer_sign_in() -> ResponseReturnValue:
    decode(request.get_data() or b"{}", Nothing)
    purpose = _purpose(Ceremony.SIGN_IN, make_browser=True)
    challenge = challenges.issue(services().engine, purpose, now=_now())
    return {"options": passkeys.request_options(services().settings, challenge=challenge)}


@bp.post("/api/session")
def sign_in() -> ResponseReturnValue:
    answer = decode(request.get_data(), AssertionAnswer, max_bytes=MAX_ANSWER_BYTES).credential
    now = _now()
    account = accounts.sign_in(
        services().engine,
        services().settings,
        answer=answer,
        claimed=_claim(Ceremony.SIGN_IN, answer, now=now),
        now=now,
    )
    sessions.start_session(account, now=now)
    return {"account": _account_json(account)}


@bp.get("/api/session")
@signed_in
def show_session() -> ResponseReturnValue:
    return {"account": _account_json(sessions.current_session().account)}


@bp.delete("/api/session")
@signed_in
def sign_out() -> ResponseReturnValue:
    """`?keep=storage`: this device signed out offline and wiped itself then; what it holds now is new."""
    sessions.end_session()
    response = Response(status=204)
    if request.args.get("keep") != "storage":
        response.headers["Clear-Site-Data"] = '"storage"'
    return response


@bp.get("/api/passkeys")
@signed_in
def list_passkeys() -> ResponseReturnValue:
    cards = accounts.list_passkeys(services().engine, sessions.current_account_id())
    return {"passkeys": [_passkey_json(card) for card in cards]}


@bp.post("/api/passkeys/options")
@signed_in
def offer_passkey() -> ResponseReturnValue:
    decode(request.get_data() or b"{}", Nothing)
    purpose = _purpose(Ceremony.ADD_PASSKEY, make_browser=True)
    owner = accounts.passkey_owner(services().engine, sessions.current_account_id())
    options = passkeys.creation_options(
        services().settings,
        challenge=challenges.issue(services().engine, purpose, now=_now()),
        user_handle=owner.user_handle,
        account_name=owner.name,
        known_credential_ids=owner.credential_ids,
    )
    return {"options": options}


@bp.post("/api/passkeys")
@signed_in
def add_passkey() -> ResponseReturnValue:
    answer = decode(request.get_data(), NewCredentialAnswer, max_bytes=MAX_ANSWER_BYTES).credential
    now = _now()
    card = accounts.add_passkey(
        services().engine,
        services().settings,
        account_id=sessions.current_account_id(),
        answer=answer,
        claimed=_claim(Ceremony.ADD_PASSKEY, answer, now=now),
        passkey_name=device_name(request.user_agent.string),
        now=now,
    )
    return {"passkey": _passkey_json(card)}, 201


@bp.errorhandler(PasskeyRefused)
def _answer_refused(error: PasskeyRefused) -> Response:
    # repr: the reason quotes what a stranger sent, and must stay one line of the log.
    log.warning("passkey refused: %s", repr(error.reason)[:300])
    message = "This passkey could not be confirmed, and nothing was changed. Please try again."
    return errors.answer(ApiError(403, "passkey_refused", message))


@bp.errorhandler(ChallengeSpent)
def _answer_spent(_error: ChallengeSpent) -> Response:
    message = "This took longer than five minutes, or was answered already. Nothing was changed: try again."
    return errors.answer(ApiError(410, "challenge_spent", message))


@bp.errorhandler(accounts.UnknownPasskey)
def _answer_unknown(_error: accounts.UnknownPasskey) -> Response:
    message = "No account here knows this passkey. It may have been removed: try another one."
    return errors.answer(ApiError(404, "unknown_passkey", message))


@bp.errorhandler(accounts.PasskeyTaken)
def _answer_taken(_error: accounts.PasskeyTaken) -> Response:
    message = "This passkey is in use already. Sign in with it, or make another one."
    return errors.answer(ApiError(409, "passkey_taken", message))


def _refuse_signed_in() -> None:
    """Two accounts in one browser would mix what it keeps: sign out of the first one first."""
    if sessions.is_signed_in():
        message = "You are signed in already. Sign out first to make another account."
        raise ApiError(409, "already_signed_in", message)


def _purpose(ceremony: Ceremony, *, make_browser: bool = False) -> Purpose:
    account_id = sessions.current_account_id() if ceremony is Ceremony.ADD_PASSKEY else None
    return Purpose(ceremony, browser=sessions.this_browser(make=make_browser), account_id=account_id)


def _claim(ceremony: Ceremony, answer: NewCredential | Assertion, *, now: datetime) -> Claimed:
    return challenges.claim(services().engine, _purpose(ceremony), passkeys.challenge_of(answer), now=now)


def _one_line(name: str) -> str:
    if _CONTROL.search(name):
        raise ApiError(422, "malformed", "The name must be one line of text.", path="$.name")
    return name.strip()


def _account_json(account: AccountCard) -> dict[str, Any]:
    return {"id": account.id, "name": account.name, "created_at": render_moment(account.created_at)}


def _passkey_json(card: accounts.PasskeyCard) -> dict[str, Any]:
    last_used_at = card.last_used_at
    return {
        "id": card.id,
        "name": card.name,
        "created_at": render_moment(card.created_at),
        "last_used_at": render_moment(last_used_at) if last_used_at else None,
    }


def _random_handle() -> bytes:
    return secrets.token_bytes(USER_HANDLE_BYTES)


def _now() -> datetime:
    """To the millisecond, as the wire has it: what an answer says now is what the row says later."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
