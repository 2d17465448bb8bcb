"""What account views answer, as structs: the wire's shape in one place, moments as RFC 3339 text."""

from __future__ import annotations

import msgspec
from flask import Response

from webapp.accounts.accounts import PasskeyCard
from webapp.accounts.sessions import AccountCard
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


class PasskeyBody(msgspec.Struct):
    id: str
    name: str
    created_at: str
    last_used_at: str | None

    @classmethod
    def of(cls, card: PasskeyCard) -> PasskeyBody:
        used_at = card.last_used_at
        return cls(
            id=card.id,
            name=card.name,
            created_at=render_moment(card.created_at),
            last_used_at=render_moment(used_at) if used_at else None,
        )


class PasskeyAnswer(msgspec.Struct):
    passkey: PasskeyBody

    @classmethod
    def of(cls, card: PasskeyCard) -> PasskeyAnswer:
        return cls(PasskeyBody.of(card))


class PasskeysAnswer(msgspec.Struct):
    passkeys: list[PasskeyBody]

    @classmethod
    def of(cls, cards: list[PasskeyCard]) -> PasskeysAnswer:
        return cls([PasskeyBody.of(card) for card in cards])


def answer(body: msgspec.Struct, *, status: int = 200) -> Response:
    return Response(msgspec.json.encode(body), status=status, mimetype="application/json")
