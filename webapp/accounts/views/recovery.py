"""The recovery codes of whoever is signed in, and what their account has to tell them. Using one is in entering.py."""

from flask.typing import ResponseReturnValue

from webapp.accounts import notices, recovery, sessions
from webapp.accounts.sessions import recently_authenticated, signed_in
from webapp.accounts.views import ceremony
from webapp.accounts.views.answers import CodesLeftAnswer, NewCodesAnswer, NoticesAnswer, answer
from webapp.accounts.views.blueprint import bp
from webapp.services import services


@bp.get("/api/recovery-codes")
@signed_in
def count_recovery_codes() -> ResponseReturnValue:
    return answer(CodesLeftAnswer.of(recovery.codes_left(services().engine, sessions.current_account_id())))


@bp.post("/api/recovery-codes")
@recently_authenticated
def make_recovery_codes() -> ResponseReturnValue:
    """The only answer that ever holds them."""
    ceremony.expect_nothing()
    now = ceremony.moment()
    codes = recovery.make_codes(services().engine, sessions.current_account_id(), now=now)
    return answer(NewCodesAnswer.of(codes, made_at=now), status=201)


@bp.get("/api/notices")
@signed_in
def list_notices() -> ResponseReturnValue:
    session = sessions.current_session()
    cards = notices.list_notices(
        services().engine, session.account_id, session_id=session.session_id, now=ceremony.moment()
    )
    return answer(NoticesAnswer.of(cards))
