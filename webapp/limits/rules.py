"""Which address may be asked how often, and by whom: one table, read as a whole.

Generous for people, tight for machines. Whatever is not named falls under `ANYTHING`, so no address is without a
bound. Requests of one budget count together, whichever address they go to.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from limits import RateLimitItem, RateLimitItemPerSecond

MINUTE_S = 60
HOUR_S = 60 * MINUTE_S


@dataclass(frozen=True)
class Budget:
    """`amount` requests in any window of `seconds`, for each account or for each network address."""

    name: str
    amount: int
    seconds: int
    per: Literal["account", "address"]
    is_roomy: bool = False
    """So generous that each worker may let a few through by itself (allowance.py)."""

    @property
    def item(self) -> RateLimitItem:
        return RateLimitItemPerSecond(self.amount, self.seconds, namespace=self.name)


# A sign-in screen asks for a challenge when it opens, and again after each try.
SIGN_IN = Budget("sign-in", 60, 5 * MINUTE_S, per="address")
# An office or a household behind one address signs up together; a machine would want thousands.
SIGN_UP = Budget("sign-up", 60, HOUR_S, per="address")
# 128 random bits are not guessed at any rate; this keeps somebody from trying loudly.
RECOVERY = Budget("recovery", 20, 15 * MINUTE_S, per="address")
# A device that waits for its confirmation asks every two seconds, for five minutes at most.
LINKING_WAIT = Budget("linking-wait", 400, 5 * MINUTE_S, per="address")
LINKING = Budget("linking", 20, 15 * MINUTE_S, per="address")
CEREMONY = Budget("ceremony", 60, 5 * MINUTE_S, per="account")
# A device that is typed on sends once a second; ten of them at once are one person's.
SYNC = Budget("sync", 600, MINUTE_S, per="account", is_roomy=True)
DIGEST = Budget("digest", 30, MINUTE_S, per="account")
# Reads everything there is; who needs it needs it once.
EXPORT = Budget("export", 10, HOUR_S, per="account")
ANYTHING = Budget("anything", 600, MINUTE_S, per="address", is_roomy=True)

BUDGETS: MappingProxyType[str, tuple[Budget, ...]] = MappingProxyType(
    {
        "POST /api/account/options": (SIGN_UP,),
        "POST /api/account": (SIGN_UP,),
        "POST /api/session/options": (SIGN_IN,),
        "POST /api/session": (SIGN_IN,),
        "POST /api/passkeys/options": (CEREMONY,),
        "POST /api/passkeys": (CEREMONY,),
        "POST /api/session/reauthentication/options": (CEREMONY,),
        "POST /api/session/reauthentication": (CEREMONY,),
        "POST /api/entrance/recovery-code": (RECOVERY,),
        "POST /api/entrance/link": (LINKING,),
        "GET /api/entrance": (LINKING_WAIT,),
        "GET /api/links/<link_id>": (LINKING_WAIT,),
        "POST /api/entrance/passkey/options": (SIGN_IN,),
        "POST /api/entrance/passkey": (SIGN_IN,),
        "POST /api/entrance/session": (SIGN_IN,),
        "POST /api/links": (CEREMONY,),
        "POST /api/recovery-codes": (CEREMONY,),
        "DELETE /api/account": (CEREMONY,),
        "GET /api/export": (EXPORT,),
        "POST /api/sync": (SYNC,),
        "GET /api/sync/digest": (DIGEST,),
    }
)


def budgets_for(method: str, rule: str) -> tuple[Budget, ...]:
    """The budgets of a route, by its method and its rule (`/api/passkeys/<id>`)."""
    return BUDGETS.get(f"{method} {rule}", (ANYTHING,))
