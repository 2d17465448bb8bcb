"""What an operator may want to know afterwards: one line for each event that concerns who may do what.

A line holds a kind from the table below, the status that was answered, and a short keyed hash of the account: enough to
see that two lines are about the same one, not enough to find out whose. Never a name, an address, a token or a code.
Kept beside the views, as one table by route: what is logged is read as a whole, and no view can forget it.
"""

import hashlib
import hmac
import logging
import time
from types import MappingProxyType

from flask import Flask, Response, g, request

from webapp.accounts.sessions import current_account_id, is_signed_in
from webapp.config import Settings
from webapp.errors import is_api
from webapp.services import services

log = logging.getLogger("rebound.security")

EVENTS: MappingProxyType[str, str] = MappingProxyType(
    {
        "POST /api/account": "sign_up",
        "DELETE /api/account": "account_deletion",
        "POST /api/session": "sign_in",
        "DELETE /api/session": "sign_out",
        "POST /api/session/reauthentication": "reauthentication",
        "DELETE /api/sessions": "other_sessions_ended",
        "DELETE /api/sessions/<uuid:session_id>": "session_ended",
        "POST /api/passkeys": "passkey_added",
        "DELETE /api/passkeys/<uuid:passkey_id>": "passkey_removed",
        "POST /api/recovery-codes": "recovery_codes_made",
        "POST /api/entrance/recovery-code": "recovery_code_used",
        "POST /api/links": "link_opened",
        "POST /api/entrance/link": "link_entered",
        "POST /api/links/<link_id>/confirmation": "link_confirmed",
        "POST /api/links/<link_id>/refusal": "link_refused",
        "POST /api/entrance/passkey": "entered_with_passkey",
        "POST /api/entrance/session": "entered_without_passkey",
        "GET /api/export": "account_exported",
    }
)
# Of the other addresses: another site's request, a permission that is missing, a limit that is spent. A 401 is what
# every phone hears that was away for a season, and no event.
NOTEWORTHY = frozenset({403, 429})


def register(app: Flask) -> None:
    """Before the limits, so that what they refuse is noted too."""
    app.before_request(_remember_who_asks)
    app.after_request(_note)


def configure_logging() -> None:
    """For the server's own process: lines to standard error, each with its moment in UTC."""
    formatter = logging.Formatter("%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    log.setLevel(logging.INFO)


def note_by_operator(event: str, settings: Settings, account_id: str) -> None:
    """What was done with a command on the server's machine. The line goes where the command's other words go."""
    log.info("event=%s status=200 account=%s", event, _alias(settings, account_id))


def _remember_who_asks() -> None:
    """The account as the request came: a deletion ends it before the answer leaves."""
    if _event() is not None:
        g.asking_account = current_account_id() if is_signed_in() else None


def _note(response: Response) -> Response:
    if not is_api():
        return response
    event, status = _event(), response.status_code
    if event is not None:
        account_id = current_account_id() if is_signed_in() else g.get("asking_account")
        level = logging.INFO if status < 400 else logging.WARNING
        log.log(
            level, "event=%s status=%d account=%s", event, status, _alias(services().settings, account_id)
        )
    elif status in NOTEWORTHY:
        log.warning("event=refused status=%d account=-", status)
    return response


def _event() -> str | None:
    rule = request.url_rule.rule if request.url_rule is not None else ""
    return EVENTS.get(f"{request.method} {rule}")


def _alias(settings: Settings, account_id: str | None) -> str:
    if account_id is None:
        return "-"
    return hmac.new(settings.secret_key.encode(), account_id.encode(), hashlib.sha256).hexdigest()[:12]
