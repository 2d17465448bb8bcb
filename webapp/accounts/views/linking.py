"""Linking another device, seen from the first: show a code, look, confirm or refuse. The other side is entering.py."""

from typing import Annotated

import msgspec
from flask import Response, request
from flask.typing import ResponseReturnValue

from webapp.accounts import linking, sessions
from webapp.accounts.qr import draw
from webapp.accounts.sessions import recently_authenticated, signed_in
from webapp.accounts.views import ceremony
from webapp.accounts.views.answers import LinkAnswer, NewLinkAnswer, answer
from webapp.accounts.views.blueprint import bp
from webapp.decoding import decode
from webapp.services import services


class Confirmation(msgspec.Struct, forbid_unknown_fields=True):
    number: Annotated[str, msgspec.Meta(max_length=2)]


@bp.post("/api/links")
@recently_authenticated
def open_link() -> ResponseReturnValue:
    """The only answer that ever holds the code and the secret."""
    ceremony.expect_nothing()
    link = linking.open_link(services().engine, sessions.current_account_id(), now=ceremony.moment())
    # In the fragment: browsers keep that to themselves, so no server's log ever holds the secret.
    url = f"{services().settings.origin}/link#{link.secret}"
    return answer(NewLinkAnswer.of(link, url=url, qr=draw(url)), status=201)


@bp.get("/api/links/<link_id>")
@signed_in
def look_at_link(link_id: str) -> ResponseReturnValue:
    card = linking.look_at_link(
        services().engine, sessions.current_account_id(), link_id, now=ceremony.moment()
    )
    return answer(LinkAnswer.of(card))


@bp.post("/api/links/<link_id>/confirmation")
@signed_in
def confirm_link(link_id: str) -> ResponseReturnValue:
    number = decode(request.get_data(), Confirmation).number
    session = sessions.current_session()
    linking.confirm_link(
        services().engine,
        session.account_id,
        link_id,
        number=number,
        by_session=session.session_id,
        now=ceremony.moment(),
    )
    return Response(status=204)


@bp.post("/api/links/<link_id>/refusal")
@signed_in
def refuse_link(link_id: str) -> ResponseReturnValue:
    ceremony.expect_nothing()
    linking.refuse_link(services().engine, sessions.current_account_id(), link_id, now=ceremony.moment())
    return Response(status=204)


@bp.delete("/api/links/<link_id>")
@signed_in
def take_back_link(link_id: str) -> ResponseReturnValue:
    linking.take_back_link(services().engine, sessions.current_account_id(), link_id)
    return Response(status=204)
