"""The blueprint of all account views, and what their faults are in words."""

import logging

from flask import Blueprint, Response

from webapp import errors
from webapp.accounts import sessions
from webapp.accounts.challenges import ChallengeSpent
from webapp.accounts.entrances import EntranceClosed, EntranceRefused
from webapp.accounts.keyring import LastWayIn, NoSuchPasskey, PasskeyTaken, UnknownPasskey
from webapp.accounts.linking import UnknownLink
from webapp.accounts.passkeys import PasskeyRefused
from webapp.accounts.recovery import UnknownCode
from webapp.accounts.signed_in_devices import NoSuchDevice
from webapp.database import AccountGone
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


@bp.errorhandler(UnknownCode)
def _answer_unknown_code(_error: UnknownCode) -> Response:
    message = "This code opens nothing here. Look for a letter that was misread, or take the next one: each works once."
    return errors.answer(ApiError(404, "unknown_code", message))


@bp.errorhandler(UnknownLink)
def _answer_unknown_link(_error: UnknownLink) -> Response:
    message = (
        "This code is not waiting for anybody. It is good once and for five minutes: show a new one there."
    )
    return errors.answer(ApiError(404, "unknown_link", message))


@bp.errorhandler(EntranceClosed)
def _answer_closed(_error: EntranceClosed) -> Response:
    message = "This way in is closed: its time is up, or it was used. Begin again with another code."
    return errors.answer(ApiError(404, "entrance_closed", message))


@bp.errorhandler(EntranceRefused)
def _answer_entrance_refused(_error: EntranceRefused) -> Response:
    message = "The other device said no, so nothing was opened. Show a new code there if that was a slip."
    return errors.answer(ApiError(403, "entrance_refused", message))


@bp.errorhandler(LastWayIn)
def _answer_last(_error: LastWayIn) -> Response:
    message = (
        "This is the only way into your account. Add another passkey or make recovery codes, then it can go."
    )
    return errors.answer(ApiError(409, "last_way_in", message))


@bp.errorhandler(NoSuchPasskey)
def _answer_no_passkey(_error: NoSuchPasskey) -> Response:
    return errors.answer(ApiError(404, "not_found", "This passkey is not in your account any more."))


@bp.errorhandler(NoSuchDevice)
def _answer_no_device(_error: NoSuchDevice) -> Response:
    return errors.answer(ApiError(404, "not_found", "This device is signed out already."))


@bp.errorhandler(AccountGone)
def _answer_gone(_error: AccountGone) -> Response:
    return errors.answer(sessions.account_gone())
