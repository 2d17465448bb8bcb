"""The way in and out: an account made, a session begun, shown and ended."""

import secrets
from dataclasses import replace

from flask import Response, request
from flask.typing import ResponseReturnValue

from webapp import errors
from webapp.accounts import accounts, keyring, passkeys, sessions
from webapp.accounts.challenges import Ceremony, NewAccount
from webapp.accounts.devices import device_name
from webapp.accounts.sessions import signed_in
from webapp.accounts.views import ceremony
from webapp.accounts.views.answers import AccountAnswer, RenamedAnswer, answer
from webapp.accounts.views.blueprint import bp
from webapp.errors import ApiError
from webapp.services import services

# What authenticators know an account by; 64 random bytes as 14.6.1 recommends.
USER_HANDLE_BYTES = 64


@bp.post("/api/account/options")
def offer_account() -> ResponseReturnValue:
    refuse_signed_in()
    new_account = NewAccount(user_handle=secrets.token_bytes(USER_HANDLE_BYTES), name=ceremony.read_name())
    options = passkeys.creation_options(
        services().settings,
        challenge=ceremony.begin(Ceremony.SIGN_UP, new_account=new_account),
        user_handle=new_account.user_handle,
        account_name=new_account.name,
        known_credential_ids=[],
    )
    return {"options": options}


@bp.post("/api/account")
def create_account() -> ResponseReturnValue:
    refuse_signed_in()
    credential, now = ceremony.read_new_credential(), ceremony.moment()
    opened = accounts.create_account(
        services().engine,
        services().settings,
        answer=credential,
        claimed=ceremony.claim(Ceremony.SIGN_UP, credential, now=now),
        passkey_name=device_name(request.user_agent.string),
        now=now,
    )
    sessions.start_session(opened.account, passkey_id=opened.passkey_id, now=now)
    return answer(AccountAnswer.of(opened.account), status=201)


@bp.patch("/api/account")
@signed_in
def rename_account() -> ResponseReturnValue:
    engine, account = services().engine, sessions.current_session().account
    name = ceremony.read_name()
    accounts.rename_account(engine, account.id, name)
    owner = keyring.passkey_owner(engine, account.id)
    return answer(RenamedAnswer.of(replace(account, name=name), owner, services().settings))


@bp.post("/api/session/options")
def offer_sign_in() -> ResponseReturnValue:
    ceremony.expect_nothing()
    challenge = ceremony.begin(Ceremony.SIGN_IN)
    return {"options": passkeys.request_options(services().settings, challenge=challenge)}


@bp.post("/api/session")
def sign_in() -> ResponseReturnValue:
    assertion, now = ceremony.read_assertion(), ceremony.moment()
    opened = accounts.sign_in(
        services().engine,
        services().settings,
        answer=assertion,
        claimed=ceremony.claim(Ceremony.SIGN_IN, assertion, now=now),
        now=now,
    )
    sessions.start_session(opened.account, passkey_id=opened.passkey_id, now=now)
    return answer(AccountAnswer.of(opened.account))


@bp.get("/api/session")
@signed_in
def show_session() -> ResponseReturnValue:
    return answer(AccountAnswer.of(sessions.current_session().account))


@bp.delete("/api/session")
def sign_out() -> ResponseReturnValue:
    """`?keep=storage`: this device signed out offline and wiped itself then; what it holds now is new."""
    if not sessions.is_signed_in() and sessions.is_account_gone():
        # Nothing is left to end but the cookie, which only the server can take away.
        sessions.forget_cookie()
        return errors.answer(sessions.account_gone())
    return _end_session()


@signed_in
def _end_session() -> ResponseReturnValue:
    sessions.end_session()
    response = Response(status=204)
    if request.args.get("keep") != "storage":
        response.headers["Clear-Site-Data"] = '"storage"'
    return response


def refuse_signed_in() -> None:
    """Two accounts in one browser would mix what it keeps: sign out of the first one first."""
    if sessions.is_signed_in():
        message = "You are signed in already. Sign out first to go to another account."
        raise ApiError(409, "already_signed_in", message)
