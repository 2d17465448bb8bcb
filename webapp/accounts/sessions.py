"""Signed-in browsers: a random token in the signed cookie, its hash in a row; the row decides.

Owns the rows of `sessions`, what Flask's cookie holds, and the login manager. A session ends by deleting its
row, so a cookie copied before that is worth nothing afterwards.
"""

import hashlib
import logging
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

import sqlalchemy.exc
from flask import Response, after_this_request, request, session
from flask_login import LoginManager, current_user, login_user
from sqlalchemy import ColumnElement, Engine, bindparam, delete, insert, or_, select, update

from webapp.accounts.deletion import is_gone
from webapp.accounts.devices import device_name
from webapp.accounts.models import Account, Session
from webapp.alone import run_alone
from webapp.database import begin_write
from webapp.errors import ApiError
from webapp.services import services

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger(__name__)

# A season without opening the app, and a year whatever happens (OWASP ASVS 7.3.1, 7.3.2): the app is opened
# around interviews, months apart, and its data is on the device anyway.
IDLE_LIFETIME = timedelta(days=90)
ABSOLUTE_LIFETIME = timedelta(days=365)
# For a browser that knows no passkeys and was let in otherwise (entrances.py): long enough for a round of interviews
# on a borrowed laptop, short enough for one that was forgotten.
IDLE_LIFETIME_WITHOUT_PASSKEY = timedelta(days=7)
ABSOLUTE_LIFETIME_WITHOUT_PASSKEY = timedelta(days=30)
_LIFETIMES = IDLE_LIFETIME, ABSOLUTE_LIFETIME
_LIFETIMES_WITHOUT_PASSKEY = IDLE_LIFETIME_WITHOUT_PASSKEY, ABSOLUTE_LIFETIME_WITHOUT_PASSKEY
# Nothing was shown in such a session that could be recent; before every clock.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
# Writing "last seen" for each of a phone's syncs would double the writes for a number shown in hours.
SEEN_RESOLUTION = timedelta(hours=1)
TOKEN_BYTES = 32
# How long a passkey shown is recent enough for what cannot be taken back.
RECENT = timedelta(minutes=5)
# Requests that left with the token of before a rotation arrive within this time, or are lost anyway.
ROTATION_GRACE = timedelta(seconds=10)
# With it a device says whose journal it holds; see `signed_in`.
ACCOUNT_HEADER = "Rebound-Account"


@dataclass(frozen=True)
class AccountCard:
    """What an account shows of itself."""

    id: str
    name: str
    created_at: datetime


@dataclass(frozen=True)
class SignedIn:
    """The person behind this request, as Flask-Login wants to see them."""

    account: AccountCard
    session_id: str
    token: str
    passkey_id: str | None
    """Which began it. None for one begun without, or before that was kept."""
    reauth_at: datetime | None
    """When a passkey was last shown. None behind a token that was replaced since: it proves nothing recent."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    @property
    def account_id(self) -> str:
        return self.account.id

    @property
    def name(self) -> str:
        return self.account.name

    def get_id(self) -> str:
        """What Flask-Login puts into the cookie: the token, never an id that somebody could guess or keep."""
        return self.token


login_manager = LoginManager()
# It would tie a session to an address and a User-Agent, and phones change both daily.
login_manager.session_protection = None


def configure(config: dict[str, Any]) -> None:
    """The cookie lives as long as a session may and is set once, at sign-in; the row knows about idleness."""
    config["PERMANENT_SESSION_LIFETIME"] = ABSOLUTE_LIFETIME
    config["SESSION_REFRESH_EACH_REQUEST"] = False


def signed_in(view: Callable[P, R]) -> Callable[P, R]:
    """Only for people with a session; anybody else gets 401.

    So does a device that names another account than the session's: in a second tab somebody else signed in,
    and what the first tab still has to send is not theirs. Not Flask-Login's `login_required`: that one can
    be switched off by a setting.
    """

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if not is_signed_in():
            raise account_gone() if is_account_gone() else signed_out()
        if request.headers.get(ACCOUNT_HEADER, current_account_id()) != current_account_id():
            raise signed_out()
        return view(*args, **kwargs)

    return guarded


def recently_authenticated(view: Callable[P, R]) -> Callable[P, R]:
    """Only for people with a session who showed a passkey in the last minutes; others get 401, or 403 `reauthenticate`.

    Before what a thief of a session, or of an unlocked phone, must not do (OWASP ASVS 7.5.1 and 7.5.2). The client
    answers with a re-authentication and asks again.
    """

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        reauth_at = current_session().reauth_at
        if reauth_at is None or datetime.now(UTC) - reauth_at > RECENT:
            raise ApiError(403, "reauthenticate", "Show your passkey once more, and this goes on.")
        return view(*args, **kwargs)

    return signed_in(guarded)


def signed_out() -> ApiError:
    return ApiError(401, "signed_out", "You are not signed in here. What you wrote is safe on this device.")


def account_gone() -> ApiError:
    """Not "signed out": the device is to offer a copy of what it holds, and then to clear itself (deletion.py)."""
    message = (
        "This account was deleted. Take a copy of what this device holds, if you like; then it is cleared."
    )
    return ApiError(410, "account_gone", message)


def is_signed_in() -> bool:
    return bool(current_user.is_authenticated)


def current_session() -> SignedIn:
    """The session behind this request; only behind `signed_in`."""
    return cast("SignedIn", current_user._get_current_object())


def current_account_id() -> str:
    """The account behind this request; only behind `signed_in`."""
    return current_session().account_id


def this_browser(*, make: bool = False) -> str:
    """What ceremonies are bound to: the session, or the random value in a visitor's signed cookie; empty without one.

    Nothing is written into the cookie of somebody signed in: an answer on its way could overwrite the token of a
    rotation with the one before it.
    """
    if is_signed_in():
        return f"session {current_session().session_id}"
    if make and "browser" not in session:
        session["browser"] = secrets.token_urlsafe(TOKEN_BYTES)
    return str(session.get("browser", ""))


def start_session(account: AccountCard, *, passkey_id: str, now: datetime) -> None:
    """Sign this browser in, by a passkey; the session it had before, if any, ends in the same transaction."""
    _start(account, passkey_id=passkey_id, reauth_at=now, now=now)


def start_session_without_passkey(account: AccountCard, *, has_just_proved: bool, now: datetime) -> None:
    """The same for a browser that knows none. `has_just_proved`: by a recovery code, which is as good once."""
    _start(account, passkey_id=None, reauth_at=now if has_just_proved else NEVER, now=now)


def _start(account: AccountCard, *, passkey_id: str | None, reauth_at: datetime, now: datetime) -> None:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    replaced = current_session().session_id if is_signed_in() else None
    row = {
        "id": str(uuid.uuid4()),
        "account_id": account.id,
        "token_hash": _hash(token),
        "device": device_name(request.user_agent.string),
        "created_at": now,
        "last_seen_at": now,
        "reauth_at": reauth_at,
        "has_passkey": passkey_id is not None,
        "passkey_id": passkey_id,
    }
    # The account's sessions nobody can use any more are cleared away along with it.
    is_over_here = (Session.account_id == account.id) & is_over(now)
    with begin_write(services().engine) as connection:
        connection.execute(delete(Session).where(or_(Session.id == replaced, is_over_here)))
        connection.execute(insert(Session), row)
    _write_cookie(
        SignedIn(account, session_id=str(row["id"]), token=token, passkey_id=passkey_id, reauth_at=reauth_at)
    )


def renew_session(*, now: datetime) -> None:
    """Give this session a new token, because a passkey was shown again. Only behind `signed_in`.

    The former token stays good for a few seconds and for nothing dangerous: a sync that left just before must not
    read "signed out". Raises ApiError 409 if the session ended meanwhile, or another tab renewed it.
    """
    former = current_session()
    token = secrets.token_urlsafe(TOKEN_BYTES)
    statement = (
        update(Session)
        .where(Session.id == former.session_id, Session.token_hash == _hash(former.token))
        .values(
            token_hash=_hash(token),
            former_token_hash=_hash(former.token),
            rotated_at=now,
            reauth_at=now,
            last_seen_at=now,
        )
    )
    with begin_write(services().engine) as connection:
        is_renewed = connection.execute(statement).rowcount == 1
    if not is_renewed:
        raise ApiError(409, "superseded", "Another tab was faster, and nothing was changed here. Try again.")
    _write_cookie(replace(former, token=token, reauth_at=now))


def end_session() -> None:
    """Sign this browser out: the row goes, and the cookie with it. Only behind `signed_in`."""
    with begin_write(services().engine) as connection:
        connection.execute(delete(Session).where(Session.id == current_session().session_id))
    session.clear()


def forget_cookie() -> None:
    """For a session whose row is gone already."""
    session.clear()


def is_account_gone() -> bool:
    """Whether this browser's session ended because its account did. Asked only where the answer is a refusal."""
    token = session.get("_user_id")
    return isinstance(token, str) and is_gone(services().engine, _hash(token))


def _write_cookie(signed_in: SignedIn) -> None:
    """Nothing of the old cookie is kept: what somebody planted before cannot outlive it."""
    session.clear()
    session.permanent = True
    login_user(signed_in)
    # Flask-Login's digest of address and browser is for the protection we don't use, and would be in every
    # request.
    session.pop("_id", None)


# Runs for every request of every device, so it is one SELECT by a unique index, turned into SQL once per process. The
# second one is for a token nobody has any more.
_FOUND = select(
    Session.id,
    Session.created_at,
    Session.last_seen_at,
    Session.reauth_at,
    Session.has_passkey,
    Session.passkey_id,
    Session.rotated_at,
    Session.account_id,
    Account.name,
    Account.created_at.label("account_created_at"),
).join(Account, Account.id == Session.account_id)
_BY_TOKEN = _FOUND.where(Session.token_hash == bindparam("token_hash"))
_BY_FORMER_TOKEN = _FOUND.where(Session.former_token_hash == bindparam("token_hash"))


@login_manager.user_loader  # type: ignore[untyped-decorator]
def load_session(token: str) -> SignedIn | None:
    """The session with this token, if it is still good. Flask-Login asks once a request, when needed."""
    now = datetime.now(UTC)
    engine, token_hash = services().engine, {"token_hash": _hash(token)}
    row = run_alone(engine, _BY_TOKEN, token_hash)
    is_former = row is None
    row = row or run_alone(engine, _BY_FORMER_TOKEN, token_hash)
    if row is None:
        return None
    session_id, begun_at, last_seen_at, reauth_at, has_passkey, passkey_id, rotated_at, *account = row
    idle, absolute = _LIFETIMES if has_passkey else _LIFETIMES_WITHOUT_PASSKEY
    if now - last_seen_at >= idle or now - begun_at >= absolute:
        return None
    if is_former and now - rotated_at >= ROTATION_GRACE:
        return None
    if now - last_seen_at >= SEEN_RESOLUTION:
        _note_seen_after_answering(engine, session_id, now=now)
    return SignedIn(
        AccountCard(*account),
        session_id=session_id,
        token=token,
        passkey_id=passkey_id,
        reauth_at=None if is_former else reauth_at,
    )


def _note_seen_after_answering(engine: Engine, session_id: str, *, now: datetime) -> None:
    """Once an hour a request writes "last seen", and only when its answer has left: nobody waits for it."""
    statement = (
        update(Session)
        .where(Session.id == session_id, Session.last_seen_at <= now - SEEN_RESOLUTION)
        .values(last_seen_at=now)
    )

    def note_seen() -> None:
        try:
            with begin_write(engine) as connection:
                connection.execute(statement)
        except sqlalchemy.exc.OperationalError:
            log.warning("last seen not written: the database is busy; the next request tries again")

    def register(response: Response) -> Response:
        response.call_on_close(note_seen)
        return response

    after_this_request(register)


def is_over(now: datetime) -> ColumnElement[bool]:
    """Of sessions that no cookie can use any more."""
    is_idle = Session.last_seen_at <= now - IDLE_LIFETIME
    is_old = Session.created_at <= now - ABSOLUTE_LIFETIME
    is_over_sooner = ~Session.has_passkey & (
        (Session.last_seen_at <= now - IDLE_LIFETIME_WITHOUT_PASSKEY)
        | (Session.created_at <= now - ABSOLUTE_LIFETIME_WITHOUT_PASSKEY)
    )
    return is_idle | is_old | is_over_sooner


def _hash(token: str) -> bytes:
    # A plain hash is enough for 256 random bits; slow ones are for what people make up.
    return hashlib.sha256(token.encode()).digest()
