"""Showing a passkey once more, before what cannot be taken back (`sessions.recently_authenticated`)."""

from flask import Response
from flask.typing import ResponseReturnValue

from webapp.accounts import accounts, keyring, passkeys, sessions
from webapp.accounts.challenges import Ceremony
from webapp.accounts.sessions import signed_in
from webapp.accounts.views import ceremony
from webapp.accounts.views.blueprint import bp
from webapp.services import services


@bp.post("/api/session/reauthentication/options")
@signed_in
def offer_reauthentication() -> ResponseReturnValue:
    ceremony.expect_nothing()
    options = passkeys.request_options(
        services().settings,
        challenge=ceremony.begin(Ceremony.REAUTHENTICATE),
        allowed=keyring.allowed_passkeys(services().engine, sessions.current_account_id()),
    )
    return {"options": options}


@bp.post("/api/session/reauthentication")
@signed_in
def reauthenticate() -> ResponseReturnValue:
    """The session goes on under a new token."""
    assertion, now = ceremony.read_assertion(), ceremony.moment()
    accounts.reauthenticate(
        services().engine,
        services().settings,
        account_id=sessions.current_account_id(),
        answer=assertion,
        claimed=ceremony.claim(Ceremony.REAUTHENTICATE, assertion, now=now),
        now=now,
    )
    sessions.renew_session(now=now)
    return Response(status=204)
