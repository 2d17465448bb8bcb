"""Accounts over HTTP, a file a concern. Each view: parse, authorise, one action, answer. No SQL, no rules."""

from webapp.accounts.views import (
    deletion,
    devices,
    entering,
    linking,
    passkeys,
    reauthentication,
    recovery,
    signing_in,
)
from webapp.accounts.views.blueprint import bp

__all__ = [
    "bp",
    "deletion",
    "devices",
    "entering",
    "linking",
    "passkeys",
    "reauthentication",
    "recovery",
    "signing_in",
]
