"""The four addresses of sync: who may, which one action, what answer. No rules and no SQL in here."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import msgspec
from flask import Blueprint, Response, request

from webapp.accounts.sessions import account_gone, current_account_id, signed_in
from webapp.database import AccountGone, begin_read
from webapp.errors import ApiError
from webapp.services import services
from webapp.sync.clock import now_ms
from webapp.sync.digest import read_digest
from webapp.sync.exchange import exchange
from webapp.sync.pokes import Listener, TooManyListeners
from webapp.sync.protocol import read_request
from webapp.sync.revisions import NoSuchRow, read_revisions

bp = Blueprint("sync", __name__, url_prefix="/api/sync")

# Proxies close what is silent for a minute or less, and a dead connection is only noticed by writing to it.
HEARTBEAT_S = 15.0
# Ends in time for a deployment to drain, and for a session that was revoked meanwhile to be noticed.
STREAM_LIFETIME_S = 600.0


@bp.post("")
@signed_in
def sync() -> Response:
    encoding = request.headers.get("Content-Encoding", "")
    wanted = read_request(request.get_data(cache=False), content_encoding=encoding)
    try:
        answer = exchange(services().engine, current_account_id(), wanted, now_ms=now_ms())
    except AccountGone:
        raise account_gone() from None
    return _json(answer)


@bp.get("/digest")
@signed_in
def digest() -> Response:
    with begin_read(services().engine) as connection:
        return _json(read_digest(connection, current_account_id()))


@bp.get("/revisions/<collection>/<row_id>")
@signed_in
def revisions(collection: str, row_id: str) -> Response:
    account_id, offset = current_account_id(), _whole_number("offset") or 0
    try:
        with begin_read(services().engine) as connection:
            earlier = read_revisions(
                connection, account_id, collection=collection, row_id=row_id, offset=offset
            )
    except NoSuchRow:
        raise ApiError(404, "not_found", "There is no such entry in this account.") from None
    return _json(earlier)


@bp.get("/pokes")
@signed_in
def pokes() -> Response:
    listening = ExitStack()
    try:
        listener = listening.enter_context(
            services().pokes.listen(current_account_id(), cursor=_whole_number("cursor"))
        )
    except TooManyListeners:
        words = "Too many devices listen here right now. Yours will look for news every half minute."
        raise ApiError(503, "too_many_listeners", words, retry_after=30) from None
    response = Response(_events(listener), mimetype="text/event-stream")
    response.headers["X-Accel-Buffering"] = "no"
    # Also when the first byte was never read: only the response's end is certain.
    response.call_on_close(listening.close)
    return response


def _events(listener: Listener) -> Iterator[str]:
    """Server-sent events (HTML standard, 9.2): an empty object for "there is something", else a comment."""
    ends_at = time.monotonic() + STREAM_LIFETIME_S
    yield "retry: 2000\n\n"
    while time.monotonic() < ends_at:
        yield "data: {}\n\n" if listener.wait(HEARTBEAT_S) else ": still here\n\n"


def _whole_number(name: str) -> int | None:
    given = request.args.get(name)
    if given is None:
        return None
    if not (given.isascii() and given.isdigit() and len(given) < 17):
        raise ApiError(422, "malformed", f"Expected a whole number, got {given[:40]!r}.", path=f"?{name}")
    return int(given)


def _json(answer: Any) -> Response:
    return Response(msgspec.json.encode(answer), mimetype="application/json")
