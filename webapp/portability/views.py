"""The file with everything about whoever is signed in."""

from datetime import UTC, datetime
from itertools import chain

from flask import Blueprint, Response

from webapp.accounts.sessions import account_gone, current_account_id, recently_authenticated
from webapp.database import AccountGone
from webapp.portability.export import export_account
from webapp.services import services

bp = Blueprint("portability", __name__)


@bp.get("/api/export")
@recently_authenticated
def export() -> Response:
    now = datetime.now(UTC)
    pieces = export_account(services().engine, current_account_id(), now=now)
    try:
        # Before the head of the answer has left: afterwards there is no way to say no.
        first = next(pieces)
    except AccountGone:
        raise account_gone() from None
    response = Response(chain([first], pieces), mimetype="application/json")
    # Also when nobody reads on: the snapshot is held until then.
    response.call_on_close(pieces.close)
    response.headers["Content-Disposition"] = f'attachment; filename="rebound-{now:%Y-%m-%d}.json"'
    return response
