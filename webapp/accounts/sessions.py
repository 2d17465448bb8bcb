"""Signed-in browsers: a random token in the signed cookie, its hash in a row; the row decides.

Owns the rows of `sessions`, what Flask's cookie holds, and the login manager. A session ends by deleting its
row, so a cookie copied before that is worth nothing afterwards.
"""

import hashlib
import logging
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

import sqlalchemy.exc
from flask import Response, after_this_request, request, session
from flask_login import LoginManager, current_user, login_user
from sqlalchemy import Engine, bindparam, delete, insert, or_, select, update

from webapp.accounts.devices import device_name
from webapp.accounts.models import Account, Session
from webapp.database import begin_read, begin_write
from webapp.errors import ApiError
from webapp.services import services

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger(__name__)

# A season without opening the app, and a year whatever happens (OWASP ASVS 7.3.1, 7.3.2): the app is opened
# around interviews, months apart, and its data is on the device anyway.
IDLE_LIFETIME = timedelta(days=90)
ABSOLUTE_LIFETIME = timedelta(days=365)
# Writing "last seen" for each of a phone's syncs would double the writes for a number shown in hours.
SEEN_RESOLUTION = timedelta(hours=1)
TOKEN_BYTES = 32
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
            raise signed_out()
        if request.headers.get(ACCOUNT_HEADER, current_account_id()) != current_account_id():
            raise signed_out()
        return view(*args, **kwargs)

    return guarded


def signed_out() -> ApiError:
    return ApiError(401, "signed_out", "You are not signed in here. What you wrote is safe on this device.")


def is_signed_in() -> bool:
    return bool(current_user.is_authenticated)


def current_session() -> SignedIn:
    """The session behind this request; only behind `signed_in`."""
    return cast("SignedIn", current_user)


def current_account_id() -> str:
    """The account behind this request; only behind `signed_in`."""
    return current_session().account_id


def this_browser(*, make: bool = False) -> str:
    """The random value in this browser's signed cookie that ceremonies are bound to; empty if it has none."""
    if make and "browser" not in session:
        session["browser"] = secrets.token_urlsafe(TOKEN_BYTES)
    return str(session.get("browser", ""))


def start_session(account: AccountCard, *, now: datetime) -> None:
    """Sign this browser in with a new token; the session it had before, if any, ends in the same transaction.

    Nothing of the old cookie is kept: what somebody planted before the sign-in cannot outlive it.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    replaced = current_session().session_id if is_signed_in() else None
    row = {
        "id": str(uuid.uuid4()),
        "account_id": account.id,
        "token_hash": _hash(token),
        "device": device_name(request.user_agent.string),
        "created_at": now,
        "last_seen_at": now,
        "reauth_at": now,
    }
    with begin_write(services().engine) as connection:
        connection.execute(delete(Session).where(or_(Session.id == replaced, _is_over(account.id, now=now))))
        connection.execute(insert(Session), row)
    session.clear()
    session.permanent = True
    login_user(SignedIn(account=account, session_id=str(row["id"]), token=token))
    # Flask-Login's digest of address and browser is for the protection we don't use, and would be in every
    # request.
    session.pop("_id", None)


def end_session() -> None:
    """Sign this browser out: the row goes, and the cookie with it. Only behind `signed_in`."""
    with begin_write(services().engine) as connection:
        connection.execute(delete(Session).where(Session.id == current_session().session_id))
    session.clear()


# Runs for every request of every device, so it is one SELECT by a unique index, built once; SQLAlchemy's
# cache turns it into SQL once per process.
_BY_TOKEN = (
    select(
        Session.id,
        Session.last_seen_at,
        Session.account_id,
        Account.name,
        Account.created_at,
    )
    .join(Account, Account.id == Session.account_id)
    .where(
        Session.token_hash == bindparam("token_hash"),
        Session.last_seen_at > bindparam("idle_since"),
        Session.created_at > bindparam("begun_before"),
    )
)


@login_manager.user_loader  # type: ignore[untyped-decorator]
def load_session(token: str) -> SignedIn | None:
    """The session with this token, if it is still good. Flask-Login asks once a request, when needed."""
    now = datetime.now(UTC)
    bounds = {
        "token_hash": _hash(token),
        "idle_since": now - IDLE_LIFETIME,
        "begun_before": now - ABSOLUTE_LIFETIME,
    }
    engine = services().engine
    with begin_read(engine) as connection:
        row = connection.execute(_BY_TOKEN, bounds).one_or_none()
    if row is None:
        return None
    if now - row.last_seen_at >= SEEN_RESOLUTION:
        _note_seen_after_answering(engine, row.id, now=now)
    account = AccountCard(id=row.account_id, name=row.name, created_at=row.created_at)
    return SignedIn(account=account, session_id=row.id, token=token)


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


def _is_over(account_id: str, *, now: datetime) -> Any:
    """The account's sessions that no cookie can use any more; cleared away when it signs in anew."""
    is_idle = Session.last_seen_at <= now - IDLE_LIFETIME
    is_old = Session.created_at <= now - ABSOLUTE_LIFETIME
    return (Session.account_id == account_id) & (is_idle | is_old)


def _hash(token: str) -> bytes:
    # A plain hash is enough for 256 random bits; slow ones are for what people make up.
    return hashlib.sha256(token.encode()).digest()
