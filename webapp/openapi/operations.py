"""Every address of the API: who may ask, what it takes, what it answers. One table, compared with the route map.

The statuses that follow from a kind of request (nobody's cookie, a body that is too large, a limit that is spent) are
derived, not repeated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from msgspec import Struct

from webapp.accounts.views.answers import (
    AccountAnswer,
    CodesLeftAnswer,
    DevicesAnswer,
    EntranceAnswer,
    LinkAnswer,
    NewCodesAnswer,
    NewLinkAnswer,
    NoticesAnswer,
    PasskeyAnswer,
    PasskeysAnswer,
    RenamedAnswer,
)
from webapp.accounts.views.ceremony import AssertionAnswer, Naming, NewCredentialAnswer, Nothing
from webapp.accounts.views.entering import LinkUse, RecoveryCodeUse
from webapp.accounts.views.linking import Confirmation
from webapp.sync.digest import Digest
from webapp.sync.protocol import Answer as SyncAnswer
from webapp.sync.protocol import Request as SyncRequest
from webapp.sync.revisions import Revisions


class Access(Enum):
    """Who may ask."""

    ANYBODY = "anybody"
    SIGNED_IN = "signed in"
    RECENT = "signed in, and authenticated in the last five minutes"


class CeremonyOptions(Struct):
    """WebAuthn's own JSON (level 3, 5.1.8 and 5.1.9), as `parseCreationOptionsFromJSON` takes it."""

    options: dict[str, Any]


# What every address under /api may answer: spent limits, and a database that is away.
ALWAYS = (429, 503)
# Nobody is signed in; or somebody was, and their account is deleted.
OF_A_COOKIE = (401, 410)
# Another origin; and, for what is dangerous, an authentication that is too long ago.
OF_A_CHANGE = (403,)
OF_A_BODY = (413, 415, 422)
OF_PARAMETERS = (404,)
SAFE = frozenset({"GET"})


@dataclass(frozen=True)
class Operation:
    """`answers` maps a status to the struct of its JSON, a content type, or None where there is no body."""

    method: str
    rule: str
    """As Flask has it: `/api/passkeys/<uuid:passkey_id>`."""
    summary: str
    access: Access
    answers: Mapping[int, type | str | None]
    body: type | None = None
    body_is_optional: bool = False
    refusals: tuple[int, ...] = ()
    """Errors that are this address's own."""
    query: tuple[Mapping[str, Any], ...] = field(default=())

    @property
    def id(self) -> str:
        return f"{self.method} {self.rule}"

    @property
    def is_change(self) -> bool:
        return self.method not in SAFE

    @property
    def errors(self) -> frozenset[int]:
        of_access = () if self.access is Access.ANYBODY else OF_A_COOKIE
        of_recency = (403,) if self.access is Access.RECENT else ()
        of_change = OF_A_CHANGE + OF_A_BODY if self.is_change else ()
        of_query = (422,) if self.query else ()
        of_parameters = OF_PARAMETERS if "<" in self.rule else ()
        return frozenset(
            (*ALWAYS, *of_access, *of_recency, *of_change, *of_query, *of_parameters, *self.refusals)
        )


def _whole_number(name: str) -> Mapping[str, Any]:
    schema = {"type": "integer", "minimum": 0, "maximum": 2**53 - 1}
    return {"name": name, "in": "query", "required": False, "schema": schema}


# The challenge is spent (410), the passkey is taken or somebody is signed in (409).
_NEW_PASSKEY = (409, 410)
# No open way in (404, 410), or somebody is signed in already (409).
_ENTRANCE = (404, 409, 410)


def _begins(rule: str, summary: str, access: Access, *, refusals: tuple[int, ...] = ()) -> Operation:
    """The first half of a ceremony: it takes nothing and answers a challenge."""
    return Operation(
        "POST",
        rule,
        summary,
        access,
        {200: CeremonyOptions},
        body=Nothing,
        body_is_optional=True,
        refusals=refusals,
    )


OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "POST",
        "/api/account/options",
        "Begin a new account: a challenge for its first passkey",
        Access.ANYBODY,
        {200: CeremonyOptions},
        body=Naming,
        refusals=(409,),
    ),
    Operation(
        "POST",
        "/api/account",
        "Make the account with the passkey, and sign in",
        Access.ANYBODY,
        {201: AccountAnswer},
        body=NewCredentialAnswer,
        refusals=_NEW_PASSKEY,
    ),
    Operation(
        "PATCH",
        "/api/account",
        "Rename the account",
        Access.SIGNED_IN,
        {200: RenamedAnswer},
        body=Naming,
    ),
    _begins("/api/session/options", "Begin to sign in", Access.ANYBODY),
    Operation(
        "POST",
        "/api/session",
        "Sign in with a passkey",
        Access.ANYBODY,
        {200: AccountAnswer},
        body=AssertionAnswer,
        refusals=(404, 410),
    ),
    Operation("GET", "/api/session", "Who is signed in here", Access.SIGNED_IN, {200: AccountAnswer}),
    Operation("DELETE", "/api/session", "Sign out here", Access.SIGNED_IN, {204: None}),
    _begins(
        "/api/session/reauthentication/options",
        "Begin to confirm that it is still the same person",
        Access.SIGNED_IN,
    ),
    Operation(
        "POST",
        "/api/session/reauthentication",
        "Confirm it with a passkey",
        Access.SIGNED_IN,
        {204: None},
        body=AssertionAnswer,
        refusals=(404, 410),
    ),
    Operation(
        "GET", "/api/sessions", "The devices that are signed in", Access.SIGNED_IN, {200: DevicesAnswer}
    ),
    Operation("DELETE", "/api/sessions", "Sign out everywhere else", Access.RECENT, {200: DevicesAnswer}),
    Operation(
        "DELETE",
        "/api/sessions/<uuid:session_id>",
        "Sign one device out",
        Access.RECENT,
        {200: DevicesAnswer},
    ),
    Operation("GET", "/api/passkeys", "The account's passkeys", Access.SIGNED_IN, {200: PasskeysAnswer}),
    _begins("/api/passkeys/options", "Begin to add a passkey", Access.RECENT),
    Operation(
        "POST",
        "/api/passkeys",
        "Add the passkey",
        Access.SIGNED_IN,
        {201: PasskeyAnswer},
        body=NewCredentialAnswer,
        refusals=_NEW_PASSKEY,
    ),
    Operation(
        "PATCH",
        "/api/passkeys/<uuid:passkey_id>",
        "Rename a passkey",
        Access.SIGNED_IN,
        {200: PasskeyAnswer},
        body=Naming,
    ),
    Operation(
        "DELETE",
        "/api/passkeys/<uuid:passkey_id>",
        "Remove a passkey",
        Access.RECENT,
        {200: PasskeysAnswer},
        refusals=(409,),
    ),
    Operation(
        "POST",
        "/api/sync",
        "Send what changed here, take what changed elsewhere",
        Access.SIGNED_IN,
        {200: SyncAnswer},
        body=SyncRequest,
        refusals=(426,),
    ),
    Operation("GET", "/api/sync/digest", "Whether two copies are the same", Access.SIGNED_IN, {200: Digest}),
    Operation(
        "GET",
        "/api/sync/revisions/<collection>/<row_id>",
        "Earlier values of an entry",
        Access.SIGNED_IN,
        {200: Revisions},
        query=(_whole_number("offset"),),
    ),
    Operation(
        "GET",
        "/api/sync/pokes",
        "A stream that says when there is something new",
        Access.SIGNED_IN,
        {200: "text/event-stream"},
        query=(_whole_number("cursor"),),
    ),
    Operation("DELETE", "/api/account", "Delete the account", Access.RECENT, {204: None}),
    Operation("GET", "/api/export", "Everything about the account", Access.RECENT, {200: "application/json"}),
    Operation("GET", "/api/recovery-codes", "How many are left", Access.SIGNED_IN, {200: CodesLeftAnswer}),
    Operation(
        "POST",
        "/api/recovery-codes",
        "Make ten new ones; the old ones end",
        Access.RECENT,
        {201: NewCodesAnswer},
        body=Nothing,
        body_is_optional=True,
    ),
    Operation("GET", "/api/notices", "What the account has to tell", Access.SIGNED_IN, {200: NoticesAnswer}),
    Operation(
        "POST",
        "/api/links",
        "Begin to link another device: a code and a secret, shown once",
        Access.RECENT,
        {201: NewLinkAnswer},
        body=Nothing,
        body_is_optional=True,
    ),
    Operation("GET", "/api/links/<link_id>", "Who came with the code", Access.SIGNED_IN, {200: LinkAnswer}),
    Operation("DELETE", "/api/links/<link_id>", "Take the code back", Access.SIGNED_IN, {204: None}),
    Operation(
        "POST",
        "/api/links/<link_id>/confirmation",
        "Let that device in",
        Access.SIGNED_IN,
        {204: None},
        body=Confirmation,
        refusals=(409,),
    ),
    Operation(
        "POST",
        "/api/links/<link_id>/refusal",
        "Keep that device out",
        Access.SIGNED_IN,
        {204: None},
        body=Nothing,
        body_is_optional=True,
        refusals=(409,),
    ),
    Operation(
        "POST",
        "/api/entrance/recovery-code",
        "Come in with a recovery code",
        Access.ANYBODY,
        {201: EntranceAnswer},
        body=RecoveryCodeUse,
        refusals=_ENTRANCE,
    ),
    Operation(
        "POST",
        "/api/entrance/link",
        "Come in with another device's code or secret",
        Access.ANYBODY,
        {201: EntranceAnswer},
        body=LinkUse,
        refusals=_ENTRANCE,
    ),
    Operation(
        "GET",
        "/api/entrance",
        "Whether the way in is confirmed yet",
        Access.ANYBODY,
        {200: EntranceAnswer},
        refusals=_ENTRANCE,
    ),
    Operation("DELETE", "/api/entrance", "Give the way in up", Access.ANYBODY, {204: None}),
    _begins("/api/entrance/passkey/options", "Begin the new passkey", Access.ANYBODY, refusals=_ENTRANCE),
    Operation(
        "POST",
        "/api/entrance/passkey",
        "Make it, and sign in",
        Access.ANYBODY,
        {201: AccountAnswer},
        body=NewCredentialAnswer,
        refusals=_ENTRANCE,
    ),
    Operation(
        "POST",
        "/api/entrance/session",
        "Sign in where a browser knows no passkeys",
        Access.ANYBODY,
        {201: AccountAnswer},
        body=Nothing,
        body_is_optional=True,
        refusals=_ENTRANCE,
    ),
    Operation("GET", "/api/openapi.json", "This document", Access.ANYBODY, {200: "application/json"}),
)
