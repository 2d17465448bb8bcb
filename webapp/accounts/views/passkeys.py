"""The passkeys of whoever is signed in."""

from uuid import UUID

from flask import Response, request
from flask.typing import ResponseReturnValue

from webapp.accounts import keyring, passkeys, sessions
from webapp.accounts.challenges import Ceremony
from webapp.accounts.devices import device_name
from webapp.accounts.sessions import recently_authenticated, signed_in
from webapp.accounts.views import ceremony
from webapp.accounts.views.answers import PasskeyAnswer, PasskeysAnswer, answer
from webapp.accounts.views.blueprint import bp
from webapp.errors import ApiError
from webapp.services import services


@bp.get("/api/passkeys")
@signed_in
def list_passkeys() -> ResponseReturnValue:
    return _passkeys_now()


@bp.post("/api/passkeys/options")
@recently_authenticated
def offer_passkey() -> ResponseReturnValue:
    """The challenge carries the permission: whoever takes four minutes to make the passkey is not asked again."""
    ceremony.expect_nothing()
    owner = keyring.passkey_owner(services().engine, sessions.current_account_id())
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
    card = keyring.add_passkey(
        services().engine,
        services().settings,
        account_id=sessions.current_account_id(),
        answer=credential,
        claimed=ceremony.claim(Ceremony.ADD_PASSKEY, credential, now=now),
        passkey_name=device_name(request.user_agent.string),
        by_session=sessions.current_session().session_id,
        now=now,
    )
    return answer(PasskeyAnswer.of(card, here=sessions.current_session().passkey_id), status=201)


@bp.patch("/api/passkeys/<uuid:passkey_id>")
@signed_in
def rename_passkey(passkey_id: UUID) -> ResponseReturnValue:
    name = ceremony.read_name()
    if not name:
        raise ApiError(422, "malformed", "A passkey needs a name, so that you know it again.", path="$.name")
    card = keyring.rename_passkey(
        services().engine, account_id=sessions.current_account_id(), passkey_id=str(passkey_id), name=name
    )
    return answer(PasskeyAnswer.of(card, here=sessions.current_session().passkey_id))


@bp.delete("/api/passkeys/<uuid:passkey_id>")
@recently_authenticated
def remove_passkey(passkey_id: UUID) -> ResponseReturnValue:
    """Answers what is left, because the browser wants to tell its password managers."""
    session = sessions.current_session()
    keyring.remove_passkey(
        services().engine,
        account_id=session.account_id,
        passkey_id=str(passkey_id),
        by_session=session.session_id,
    )
    return _passkeys_now()


def _passkeys_now() -> Response:
    engine, account_id = services().engine, sessions.current_account_id()
    cards, owner = keyring.list_passkeys(engine, account_id), keyring.passkey_owner(engine, account_id)
    here = sessions.current_session().passkey_id
    return answer(PasskeysAnswer.of(cards, owner, services().settings, here=here))
