"""A small authenticator with the browser around it: makes and uses ES256 passkeys, honestly or not.

Every lie the negative table needs is a field of `Lies`; an authenticator without lies behaves as Web
Authentication Level 3 wants. Not for anything but tests: it would sign whatever it is told.
"""

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

AAGUID = bytes.fromhex("ea9b8d664d011d213ce4b6b48cb575d4")


@dataclass(frozen=True)
class Lies:
    """What differs from an honest answer. `client_data` adds or replaces members; None removes one."""

    client_data: dict[str, Any] = field(default_factory=dict)
    rp_id: str | None = None
    is_present: bool = True
    is_verified: bool = True
    backup_eligible: bool = True
    backed_up: bool = True
    user_handle: bytes | None = None
    omits_user_handle: bool = False
    spoils_signature: bool = False
    attestation: tuple[str, dict[str, Any]] = ("none", {})


HONEST = Lies()


@dataclass
class Passkey:
    credential_id: bytes
    rp_id: str
    user_handle: bytes
    private_key: ec.EllipticCurvePrivateKey
    sign_count: int = 0


@dataclass
class Authenticator:
    """One device with its passkeys. `origin` is the page it is asked from."""

    origin: str
    counts: bool = False
    """Whether it keeps a signature counter; synced passkeys don't and always say 0."""
    passkeys: list[Passkey] = field(default_factory=list)

    def create(
        self, options: dict[str, Any], lies: Lies = HONEST, *, credential_id: bytes | None = None
    ) -> dict[str, Any]:
        """`navigator.credentials.create()`: a RegistrationResponseJSON. An honest credential id is random."""
        passkey = Passkey(
            credential_id=credential_id or secrets.token_bytes(32),
            rp_id=options["rp"]["id"],
            user_handle=from_base64url(options["user"]["id"]),
            private_key=ec.generate_private_key(ec.SECP256R1()),
            sign_count=1 if self.counts else 0,
        )
        self.passkeys.append(passkey)
        fmt, statement = lies.attestation
        attestation = {
            "fmt": fmt,
            "attStmt": statement,
            "authData": authenticator_data(passkey, lies, attested=attested_data(passkey)),
        }
        client_data = self._client_data("webauthn.create", options["challenge"], lies)
        response = {
            "clientDataJSON": base64url(client_data),
            "attestationObject": base64url(cbor2.dumps(attestation)),
            "transports": ["hybrid", "internal"],
        }
        return _credential(passkey, response)

    def get(
        self, options: dict[str, Any], lies: Lies = HONEST, *, passkey: Passkey | None = None
    ) -> dict[str, Any]:
        """`navigator.credentials.get()`, newest passkey unless told: an AuthenticationResponseJSON."""
        passkey = passkey or self.passkeys[-1]
        passkey.sign_count += 1 if self.counts else 0
        signed_data = authenticator_data(passkey, lies)
        client_data = self._client_data("webauthn.get", options["challenge"], lies)
        message = signed_data + hashlib.sha256(client_data).digest()
        if lies.spoils_signature:
            message += b"!"
        response = {
            "clientDataJSON": base64url(client_data),
            "authenticatorData": base64url(signed_data),
            "signature": base64url(passkey.private_key.sign(message, ec.ECDSA(hashes.SHA256()))),
        }
        if not lies.omits_user_handle:
            response["userHandle"] = base64url(lies.user_handle or passkey.user_handle)
        return _credential(passkey, response)

    def _client_data(self, ceremony: str, challenge: str, lies: Lies) -> bytes:
        honest = {"type": ceremony, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        told = honest | lies.client_data
        return json.dumps({name: value for name, value in told.items() if value is not None}).encode()


def authenticator_data(passkey: Passkey, lies: Lies, *, attested: bytes = b"") -> bytes:
    """Section 6.1."""
    flags = lies.is_present << 0 | lies.is_verified << 2 | lies.backup_eligible << 3 | lies.backed_up << 4
    flags |= bool(attested) << 6
    rp_id_hash = hashlib.sha256((lies.rp_id or passkey.rp_id).encode()).digest()
    return rp_id_hash + bytes([flags]) + passkey.sign_count.to_bytes(4, "big") + attested


def attested_data(passkey: Passkey) -> bytes:
    """Section 6.5.1."""
    length = len(passkey.credential_id).to_bytes(2, "big")
    return AAGUID + length + passkey.credential_id + cose_key(passkey.private_key.public_key())


def cose_key(public_key: ec.EllipticCurvePublicKey) -> bytes:
    """RFC 9053, 7.1.1: an ES256 key."""
    numbers = public_key.public_numbers()
    x, y = numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big")
    return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})


def base64url(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _credential(passkey: Passkey, response: dict[str, Any]) -> dict[str, Any]:
    credential_id = base64url(passkey.credential_id)
    return {
        "id": credential_id,
        "rawId": credential_id,
        "type": "public-key",
        "response": response,
        "clientExtensionResults": {},
        "authenticatorAttachment": "platform",
    }
