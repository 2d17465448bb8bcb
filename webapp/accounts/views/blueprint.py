"""The blueprint of all account views, and what their faults are in words."""

import logging

from flask import Blueprint, Response

from webapp import errors
from webapp.accounts import sessions
from webapp.accounts.accounts import PasskeyTaken, UnknownPasskey
from webapp.accounts.challenges import ChallengeSpent
from webapp.accounts.passkeys import PasskeyRefused
from webapp.errors import ApiError

log = logging.getLogger(__name__)

bp = Blueprint("accounts", __name__)
bp.record_once(lambda state: sessions.configure(state.app.config))


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


@bp.errorhandler(UnknownPasskey)
def _answer_unknown(_error: UnknownPasskey) -> Response:
    message = "No account here knows this passkey. It may have been removed: try another one."
    return errors.answer(ApiError(404, "unknown_passkey", message))


@bp.errorhandler(PasskeyTaken)
def _answer_taken(_error: PasskeyTaken) -> Response:
    message = "This passkey is in use already. Sign in with it, or make another one."
    return errors.answer(ApiError(409, "passkey_taken", message))
