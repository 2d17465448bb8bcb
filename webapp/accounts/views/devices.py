"""The devices signed in to the account of whoever asks."""

from uuid import UUID

from flask import Response
from flask.typing import ResponseReturnValue

from webapp.accounts import sessions, signed_in_devices
from webapp.accounts.sessions import recently_authenticated, signed_in
from webapp.accounts.views import ceremony
from webapp.accounts.views.answers import DevicesAnswer, answer
from webapp.accounts.views.blueprint import bp
from webapp.services import services


@bp.get("/api/sessions")
@signed_in
def list_devices() -> ResponseReturnValue:
    return _devices_now()


@bp.delete("/api/sessions")
@recently_authenticated
def sign_out_others() -> ResponseReturnValue:
    """This device stays: it signs out by itself when it has sent what it holds."""
    here = sessions.current_session()
    signed_in_devices.sign_out_others(services().engine, account_id=here.account_id, besides=here.session_id)
    return _devices_now()


@bp.delete("/api/sessions/<uuid:session_id>")
@recently_authenticated
def sign_out_device(session_id: UUID) -> ResponseReturnValue:
    signed_in_devices.sign_out_device(
        services().engine, account_id=sessions.current_account_id(), session_id=str(session_id)
    )
    return _devices_now()


def _devices_now() -> Response:
    here = sessions.current_session()
    cards = signed_in_devices.list_devices(services().engine, here.account_id, now=ceremony.moment())
    return answer(DevicesAnswer.of(cards, here=here.session_id))
