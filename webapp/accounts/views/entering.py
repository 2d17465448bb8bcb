"""Coming in without a passkey: with a recovery code, or with a link's code or secret. For visitors (entrances.py).

`use_recovery_code` and `use_link` are where guesses arrive; how many may is in webapp/limits/rules.py.
"""

from typing import Annotated

import msgspec
from flask import Response, request
from flask.typing import ResponseReturnValue

from webapp.accounts import accounts, entrances, keyring, linking, passkeys, recovery, sessions
from webapp.accounts.challenges import Ceremony
from webapp.accounts.devices import device_name
from webapp.accounts.entrances import EntranceCard, EntranceClosed
from webapp.accounts.views import ceremony
from webapp.accounts.views.answers import AccountAnswer, EntranceAnswer, answer
from webapp.accounts.views.blueprint import bp
from webapp.accounts.views.signing_in import refuse_signed_in
from webapp.decoding import decode
from webapp.services import services

# Twice the longest code, with gaps wherever somebody likes them.
Typed = Annotated[str, msgspec.Meta(max_length=100)]


class RecoveryCodeUse(msgspec.Struct, forbid_unknown_fields=True):
    code: Typed
    has_passkeys: bool
    """Whether this browser can make one."""


class LinkUse(msgspec.Struct, forbid_unknown_fields=True):
    has_passkeys: bool
    code: Typed | None = None
    """As typed."""
    secret: Typed | None = None
    """As the QR code had it."""


@bp.post("/api/entrance/recovery-code")
def use_recovery_code() -> ResponseReturnValue:
    refuse_signed_in()
    wanted = decode(request.get_data(), RecoveryCodeUse)
    recovery.use_code(
        services().engine,
        wanted.code,
        browser=sessions.this_browser(make=True),
        device=device_name(request.user_agent.string),
        has_passkeys=wanted.has_passkeys,
        now=ceremony.moment(),
    )
    return answer(EntranceAnswer.of(_this_entrance()), status=201)


@bp.post("/api/entrance/link")
def use_link() -> ResponseReturnValue:
    refuse_signed_in()
    wanted = decode(request.get_data(), LinkUse)
    linking.enter(
        services().engine,
        code=wanted.code,
        secret=wanted.secret,
        browser=sessions.this_browser(make=True),
        device=device_name(request.user_agent.string),
        has_passkeys=wanted.has_passkeys,
        now=ceremony.moment(),
    )
    return answer(EntranceAnswer.of(_this_entrance()), status=201)


@bp.get("/api/entrance")
def look_at_entrance() -> ResponseReturnValue:
    return answer(EntranceAnswer.of(_this_entrance()))


@bp.delete("/api/entrance")
def give_up_entrance() -> ResponseReturnValue:
    entrances.give_up(services().engine, sessions.this_browser())
    return Response(status=204)


@bp.post("/api/entrance/passkey/options")
def offer_first_passkey() -> ResponseReturnValue:
    refuse_signed_in()
    ceremony.expect_nothing()
    entrance = _open_entrance()
    owner = keyring.passkey_owner(services().engine, entrance.account.id)
    options = passkeys.creation_options(
        services().settings,
        challenge=ceremony.begin(Ceremony.ENTER, account_id=entrance.account.id),
        user_handle=owner.user_handle,
        account_name=owner.name,
        known_credential_ids=owner.credential_ids,
    )
    return {"options": options}


@bp.post("/api/entrance/passkey")
def enter_with_passkey() -> ResponseReturnValue:
    """The new passkey, and with it an ordinary session."""
    refuse_signed_in()
    credential, now = ceremony.read_new_credential(), ceremony.moment()
    entrance = _open_entrance()
    opened = accounts.enter_with_passkey(
        services().engine,
        services().settings,
        entrance=entrance,
        browser=sessions.this_browser(),
        answer=credential,
        claimed=ceremony.claim(Ceremony.ENTER, credential, now=now, account_id=entrance.account.id),
        passkey_name=device_name(request.user_agent.string),
        now=now,
    )
    sessions.start_session(opened.account, passkey_id=opened.passkey_id, now=now)
    return answer(AccountAnswer.of(opened.account), status=201)


@bp.post("/api/entrance/session")
def enter_without_passkey() -> ResponseReturnValue:
    """For a browser that said, before anybody confirmed it, that it knows no passkeys."""
    refuse_signed_in()
    ceremony.expect_nothing()
    now, entrance = ceremony.moment(), _open_entrance()
    if entrance.has_passkeys:
        raise EntranceClosed
    entrances.use_up(services().engine, entrance, sessions.this_browser(), now=now)
    sessions.start_session_without_passkey(
        entrance.account, has_just_proved=entrance.kind == entrances.EntranceKind.RECOVERY, now=now
    )
    return answer(AccountAnswer.of(entrance.account), status=201)


def _this_entrance() -> EntranceCard:
    """Raises EntranceClosed, EntranceRefused."""
    return entrances.entrance_of(services().engine, sessions.this_browser(), now=ceremony.moment())


def _open_entrance() -> EntranceCard:
    """The same, once it may be walked through."""
    entrance = _this_entrance()
    if not entrance.is_confirmed:
        raise EntranceClosed
    return entrance
