"""The end of an account."""

from flask import Response
from flask.typing import ResponseReturnValue

from webapp.accounts import deletion, sessions
from webapp.accounts.sessions import recently_authenticated
from webapp.accounts.views import ceremony
from webapp.accounts.views.blueprint import bp
from webapp.services import services


@bp.delete("/api/account")
@recently_authenticated
def delete_account() -> ResponseReturnValue:
    """The device that asked clears itself; the others hear of it with their next request, as 410."""
    deletion.delete_account(services().engine, sessions.current_account_id(), now=ceremony.moment())
    sessions.forget_cookie()
    return Response(status=204)
