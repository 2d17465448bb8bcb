"""What account views answer, as structs: the wire's shape in one place, moments as RFC 3339 text."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import datetime

import msgspec
from flask import Response

from webapp.accounts.entrances import EntranceCard
from webapp.accounts.keyring import PasskeyCard, PasskeyOwner
from webapp.accounts.linking import LinkCard, NewLink
from webapp.accounts.notices import NoticeCard
from webapp.accounts.passkeys import shown_name
from webapp.accounts.recovery import CodesLeft
from webapp.accounts.sessions import AccountCard
from webapp.accounts.signed_in_devices import DeviceCard
from webapp.config import Settings
from webapp.journal.fields import render_moment


class AccountBody(msgspec.Struct):
    id: str
    name: str
    created_at: str


class AccountAnswer(msgspec.Struct):
    account: AccountBody

    @classmethod
    def of(cls, card: AccountCard) -> AccountAnswer:
        return cls(AccountBody(id=card.id, name=card.name, created_at=render_moment(card.created_at)))


class OwnerBody(msgspec.Struct):
    """What password managers should know of the account (WebAuthn level 3, 5.1.11): bytes are base64url."""

    rp_id: str
    user_id: str
    name: str
    credential_ids: list[str]

    @classmethod
    def of(cls, owner: PasskeyOwner, settings: Settings) -> OwnerBody:
        return cls(
            rp_id=settings.rp_id,
            user_id=_base64url(owner.user_handle),
            name=shown_name(owner.name),
            credential_ids=[_base64url(each) for each in owner.credential_ids],
        )


class RenamedAnswer(msgspec.Struct):
    account: AccountBody
    owner: OwnerBody

    @classmethod
    def of(cls, card: AccountCard, owner: PasskeyOwner, settings: Settings) -> RenamedAnswer:
        return cls(AccountAnswer.of(card).account, OwnerBody.of(owner, settings))


class PasskeyBody(msgspec.Struct):
    id: str
    name: str
    provider: str | None
    created_at: str
    last_used_at: str | None
    is_here: bool
    """The session that asks was begun with it."""

    @classmethod
    def of(cls, card: PasskeyCard, *, here: str | None) -> PasskeyBody:
        used_at = card.last_used_at
        return cls(
            id=card.id,
            name=card.name,
            provider=card.provider,
            created_at=render_moment(card.created_at),
            last_used_at=render_moment(used_at) if used_at else None,
            is_here=card.id == here,
        )


class PasskeyAnswer(msgspec.Struct):
    passkey: PasskeyBody

    @classmethod
    def of(cls, card: PasskeyCard, *, here: str | None) -> PasskeyAnswer:
        return cls(PasskeyBody.of(card, here=here))


class PasskeysAnswer(msgspec.Struct):
    passkeys: list[PasskeyBody]
    owner: OwnerBody

    @classmethod
    def of(
        cls, cards: list[PasskeyCard], owner: PasskeyOwner, settings: Settings, *, here: str | None
    ) -> PasskeysAnswer:
        return cls([PasskeyBody.of(card, here=here) for card in cards], OwnerBody.of(owner, settings))


class DeviceBody(msgspec.Struct):
    id: str
    name: str
    created_at: str
    last_seen_at: str
    has_passkey: bool
    is_here: bool


class DevicesAnswer(msgspec.Struct):
    devices: list[DeviceBody]

    @classmethod
    def of(cls, cards: list[DeviceCard], *, here: str) -> DevicesAnswer:
        return cls(
            [
                DeviceBody(
                    id=card.id,
                    name=card.name,
                    created_at=render_moment(card.created_at),
                    last_seen_at=render_moment(card.last_seen_at),
                    has_passkey=card.has_passkey,
                    is_here=card.id == here,
                )
                for card in cards
            ]
        )


class CodesLeftAnswer(msgspec.Struct):
    left: int
    made_at: str | None

    @classmethod
    def of(cls, codes: CodesLeft) -> CodesLeftAnswer:
        return cls(codes.left, render_moment(codes.made_at) if codes.made_at else None)


class NewCodesAnswer(msgspec.Struct):
    codes: list[str]
    made_at: str

    @classmethod
    def of(cls, codes: list[str], *, made_at: datetime) -> NewCodesAnswer:
        return cls(codes, render_moment(made_at))


class NoticeBody(msgspec.Struct):
    id: str
    kind: str
    device: str
    at: str


class NoticesAnswer(msgspec.Struct):
    notices: list[NoticeBody]

    @classmethod
    def of(cls, cards: list[NoticeCard]) -> NoticesAnswer:
        return cls([NoticeBody(card.id, card.kind, card.device, render_moment(card.at)) for card in cards])


class NewLinkBody(msgspec.Struct):
    id: str
    code: str
    url: str
    qr: list[str]
    expires_at: str


class NewLinkAnswer(msgspec.Struct):
    link: NewLinkBody

    @classmethod
    def of(cls, link: NewLink, *, url: str, qr: list[str]) -> NewLinkAnswer:
        return cls(NewLinkBody(link.id, link.code, url, qr, render_moment(link.expires_at)))


class LinkBody(msgspec.Struct):
    id: str
    state: str
    device: str
    has_passkeys: bool
    number: str | None
    expires_at: str


class LinkAnswer(msgspec.Struct):
    link: LinkBody

    @classmethod
    def of(cls, card: LinkCard) -> LinkAnswer:
        return cls(
            LinkBody(
                id=card.id,
                state=card.state,
                device=card.device,
                has_passkeys=card.has_passkeys,
                number=card.number,
                expires_at=render_moment(card.expires_at),
            )
        )


class EntranceBody(msgspec.Struct):
    kind: str
    account_name: str
    is_confirmed: bool
    has_passkeys: bool
    number: str | None
    expires_at: str


class EntranceAnswer(msgspec.Struct):
    entrance: EntranceBody

    @classmethod
    def of(cls, card: EntranceCard) -> EntranceAnswer:
        return cls(
            EntranceBody(
                kind=card.kind,
                account_name=card.account.name,
                is_confirmed=card.is_confirmed,
                has_passkeys=card.has_passkeys,
                number=card.number,
                expires_at=render_moment(card.expires_at),
            )
        )


def answer(body: msgspec.Struct, *, status: int = 200) -> Response:
    return Response(msgspec.json.encode(body), status=status, mimetype="application/json")


def _base64url(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
