"""The passkeys of whoever is signed in."""

from flask import request
from flask.typing import ResponseReturnValue

from webapp.accounts import accounts, passkeys, sessions
from webapp.accounts.challenges import Ceremony
from webapp.accounts.devices import device_name
from webapp.accounts.sessions import recently_authenticated, signed_in
from webapp.accounts.views import ceremony
from webapp.accounts.views.answers import PasskeyAnswer, PasskeysAnswer, answer
from webapp.accounts.views.blueprint import bp
from webapp.services import services


@bp.get("/api/passkeys")
@signed_in
def list_passkeys() -> ResponseReturnValue:
    cards = accounts.list_passkeys(services().engine, sessions.current_account_id())
    return answer(PasskeysAnswer.of(cards))


@bp.post("/api/passkeys/options")
@recently_authenticated
def offer_passkey() -> ResponseReturnValue:
    """The challenge carries the permission: whoever takes four minutes to make the passkey is not asked again."""
    ceremony.expect_nothing()
    owner = accounts.passkey_owner(services().engine, sessions.current_account_id())
    options = passkeys.creation_options(
        services().settings,
        challenge=ceremony.begin(Ceremony.ADD_PASSKEY),
        user_handle=owner.user_handle,
        account_name=owner.name,
        known_credential_ids=owner.credential_ids,
    )
    return {"options": options}


@bp.post("/api/passkeys")
@signed_in
def add_passkey() -> ResponseReturnValue:
    credential, now = ceremony.read_new_credential(), ceremony.moment()
    card = accounts.add_passkey(
        services().engine,
        services().settings,
        account_id=sessions.current_account_id(),
        answer=credential,
        claimed=ceremony.claim(Ceremony.ADD_PASSKEY, credential, now=now),
        passkey_name=device_name(request.user_agent.string),
        now=now,
    )
    return answer(PasskeyAnswer.of(card), status=201)
