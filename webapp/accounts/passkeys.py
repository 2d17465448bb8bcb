"""The two WebAuthn ceremonies as checklists: what we ask of a browser, and what we accept back.

Follows Web Authentication Level 3, sections 7.1 (registration) and 7.2 (authentication); the library walks
most of their steps, the others are spelled out here. Pure: no database, no request; RP ID and origin come
from Settings only.
"""

import binascii
from base64 import urlsafe_b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
import webauthn
from webauthn.helpers import (
    decode_credential_public_key,
    decoded_public_key_to_cryptography,
    options_to_json_dict,
    parse_cbor,
)
from webauthn.helpers.cose import COSEAlgorithmIdentifier
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AttestationConveyancePreference,
    AuthenticationCredential,
    AuthenticatorAssertionResponse,
    AuthenticatorAttestationResponse,
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    CredentialDeviceType,
    PublicKeyCredentialDescriptor,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from webapp.accounts.challenges import LIFETIME
from webapp.config import Settings

RP_NAME = "Rebound"
TIMEOUT_MS = int(LIFETIME.total_seconds() * 1000)
# Offered in this order and accepted, whatever the library would besides: small keys first, and RSA because some Windows
# machines make no other. Each has vectors of the standard in the tests.
ALGORITHMS = [
    COSEAlgorithmIdentifier.EDDSA,
    COSEAlgorithmIdentifier.ECDSA_SHA_256,
    COSEAlgorithmIdentifier.RSASSA_PKCS1_v1_5_SHA_256,
]
# 7.1 step 25: longer ids are not a credential's.
MAX_CREDENTIAL_ID_BYTES = 1023

# The library trusts that an authenticator's CBOR has the shape of the standard. Crafted CBOR that does not
# ends in one of these (found by changing every byte of good answers, tests/api/accounts/test_tampering.py).
_LIBRARY_FAULTS = (
    WebAuthnException,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
)

Base64Url = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]*\Z", max_length=65_536)]
CredentialId = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+\Z", max_length=1_364)]


class PasskeyRefused(Exception):
    """An answer that did not pass the checklist. The reason is for the log and the tests, not the wire."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class AttestationResponse(msgspec.Struct, rename="camel", frozen=True):
    attestation_object: Base64Url
    client_data: Base64Url = msgspec.field(name="clientDataJSON")
    transports: Annotated[list[str], msgspec.Meta(max_length=16)] | None = None


class NewCredential(msgspec.Struct, rename="camel", frozen=True):
    """RegistrationResponseJSON (5.1.10). Members we don't know are the standard's future and left alone."""

    id: CredentialId
    raw_id: CredentialId
    response: AttestationResponse
    type: Literal["public-key"]


class AssertionResponse(msgspec.Struct, rename="camel", frozen=True):
    authenticator_data: Base64Url
    signature: Base64Url
    client_data: Base64Url = msgspec.field(name="clientDataJSON")
    user_handle: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]*\Z", max_length=88)] | None = None


class Assertion(msgspec.Struct, rename="camel", frozen=True):
    """AuthenticationResponseJSON (5.1.10)."""

    id: CredentialId
    raw_id: CredentialId
    response: AssertionResponse
    type: Literal["public-key"]

    @property
    def credential_id(self) -> bytes:
        return _bytes(self.raw_id)


@dataclass(frozen=True)
class KnownPasskey:
    """What is on record about the passkey that an assertion names."""

    public_key: bytes
    sign_count: int
    backup_eligible: bool
    user_handle: bytes
    """Of the account it belongs to."""


@dataclass(frozen=True)
class AllowedPasskey:
    """A passkey that may answer, and how a browser reaches it."""

    credential_id: bytes
    transports: tuple[str, ...]


@dataclass(frozen=True)
class MadePasskey:
    """A new credential record (section 4)."""

    credential_id: bytes
    public_key: bytes
    sign_count: int
    transports: tuple[str, ...]
    aaguid: str
    backup_eligible: bool
    backed_up: bool


@dataclass(frozen=True)
class PasskeyUse:
    """What a good assertion says about its passkey now."""

    sign_count: int
    backup_eligible: bool
    backed_up: bool
    counter_went_back: bool
    """A signal that the passkey may have been copied, and no proof of it (7.2 step 22)."""
    eligibility_changed: bool


class ClientData(msgspec.Struct, rename="camel", frozen=True):
    """CollectedClientData (5.8.1), which browsers may extend: which page asked, inside which other page."""

    type: str
    challenge: Base64Url
    origin: str
    cross_origin: bool | None = None
    top_origin: str | None = None


def creation_options(
    settings: Settings,
    *,
    challenge: bytes,
    user_handle: bytes,
    account_name: str,
    known_credential_ids: list[bytes],
) -> dict[str, Any]:
    """PublicKeyCredentialCreationOptionsJSON: discoverable, person verified, no question about the maker."""
    options = webauthn.generate_registration_options(
        rp_id=settings.rp_id,
        rp_name=RP_NAME,
        user_id=user_handle,
        user_name=shown_name(account_name),
        challenge=challenge,
        timeout=TIMEOUT_MS,
        attestation=AttestationConveyancePreference.NONE,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        supported_pub_key_algs=ALGORITHMS,
        exclude_credentials=[PublicKeyCredentialDescriptor(id=known) for known in known_credential_ids],
    )
    return options_to_json_dict(options)


def shown_name(account_name: str) -> str:
    """Password managers list passkeys by this name; it must not be empty."""
    return account_name or RP_NAME


def request_options(
    settings: Settings, *, challenge: bytes, allowed: Sequence[AllowedPasskey] = ()
) -> dict[str, Any]:
    """PublicKeyCredentialRequestOptionsJSON. Its allow list empty, the browser offers what it has."""
    options = webauthn.generate_authentication_options(
        rp_id=settings.rp_id,
        challenge=challenge,
        timeout=TIMEOUT_MS,
        allow_credentials=[
            PublicKeyCredentialDescriptor(
                id=one.credential_id, transports=[AuthenticatorTransport(way) for way in one.transports]
            )
            for one in allowed
        ],
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json_dict(options)


def challenge_of(answer: NewCredential | Assertion) -> bytes:
    """The challenge an answer claims to be for. Raises PasskeyRefused."""
    return _bytes(_client_data(answer.response.client_data).challenge)


def check_registration(settings: Settings, answer: NewCredential, challenge: bytes) -> MadePasskey:
    """Section 7.1. Raises PasskeyRefused."""
    _refuse_embedding(_client_data(answer.response.client_data))
    attestation_object = _bytes(answer.response.attestation_object)
    try:
        _refuse_unasked_attestation(attestation_object)
        verified = webauthn.verify_registration_response(
            credential=_registration(answer, attestation_object),
            expected_challenge=challenge,
            expected_rp_id=settings.rp_id,
            expected_origin=settings.origin,
            require_user_verification=True,
            supported_pub_key_algs=ALGORITHMS,
        )
        # The library stores the key unseen; one that cannot verify would only fail at the first sign-in.
        decoded_public_key_to_cryptography(decode_credential_public_key(verified.credential_public_key))
    except _LIBRARY_FAULTS as fault:
        raise PasskeyRefused(f"{type(fault).__name__}: {fault}") from fault
    if not 0 < len(verified.credential_id) <= MAX_CREDENTIAL_ID_BYTES:
        raise PasskeyRefused(f"credential id of {len(verified.credential_id)} bytes")
    return MadePasskey(
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        transports=_known_transports(answer.response.transports),
        aaguid=verified.aaguid,
        backup_eligible=verified.credential_device_type is CredentialDeviceType.MULTI_DEVICE,
        backed_up=verified.credential_backed_up,
    )


def check_assertion(
    settings: Settings,
    answer: Assertion,
    challenge: bytes,
    passkey: KnownPasskey,
    *,
    owner_is_known: bool = False,
) -> PasskeyUse:
    """Section 7.2. Raises PasskeyRefused.

    `owner_is_known`: the account was known beforehand, its passkeys were the allow list, and the caller found this one
    among them. Step 6 then lets an authenticator leave the user handle out; otherwise the answer must name the owner.
    """
    user_handle = answer.response.user_handle
    may_omit = owner_is_known and user_handle is None
    if not may_omit and (user_handle is None or _bytes(user_handle) != passkey.user_handle):
        raise PasskeyRefused("user handle is not the owner's")
    _refuse_embedding(_client_data(answer.response.client_data))
    try:
        _refuse_other_algorithms(passkey.public_key)
        verified = webauthn.verify_authentication_response(
            credential=_authentication(answer),
            expected_challenge=challenge,
            expected_rp_id=settings.rp_id,
            expected_origin=settings.origin,
            credential_public_key=passkey.public_key,
            # Step 22 is ours: the library refuses a counter that goes back, the standard calls it a signal.
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except _LIBRARY_FAULTS as fault:
        raise PasskeyRefused(f"{type(fault).__name__}: {fault}") from fault
    backup_eligible = verified.credential_device_type is CredentialDeviceType.MULTI_DEVICE
    return PasskeyUse(
        # The higher one stays: lowering it would silence the signal for the copy that is behind.
        sign_count=max(verified.new_sign_count, passkey.sign_count),
        backup_eligible=backup_eligible,
        backed_up=verified.credential_backed_up,
        counter_went_back=_went_back(verified.new_sign_count, passkey.sign_count),
        eligibility_changed=backup_eligible != passkey.backup_eligible,
    )


def _refuse_embedding(client_data: ClientData) -> None:
    """7.1 steps 10-11, 7.2 steps 13-14: Rebound is never framed by another site, so neither is a ceremony."""
    if client_data.cross_origin:
        raise PasskeyRefused("crossOrigin")
    if client_data.top_origin is not None:
        raise PasskeyRefused("topOrigin")


def _refuse_other_algorithms(public_key: bytes) -> None:
    """Of a key on record: one that was accepted when the list was longer opens nothing any more."""
    algorithm = decode_credential_public_key(public_key).alg
    if algorithm not in ALGORITHMS:
        raise PasskeyRefused(f"algorithm {algorithm}")


def _refuse_unasked_attestation(attestation_object: bytes) -> None:
    """Asked for "none", a browser sends none or the passkey's signature on itself (5.1.3 step 22, "none").

    Certificates would be parsed for nothing, and parsers of certificates have a history. The types matter
    because the library calls bytes() on what it finds: of a number, that is so many bytes of memory.
    """
    attestation = parse_cbor(attestation_object)
    if not isinstance(attestation, dict) or not isinstance(attestation.get("authData"), bytes):
        raise PasskeyRefused("attestationObject has no authData")
    fmt, statement = attestation.get("fmt"), attestation.get("attStmt")
    if not isinstance(fmt, str) or not isinstance(statement, dict):
        raise PasskeyRefused("attestationObject has no fmt or attStmt")
    is_self = fmt == "packed" and "x5c" not in statement and isinstance(statement.get("sig"), bytes)
    if fmt != "none" and not is_self:
        raise PasskeyRefused(f"attestation {fmt[:40]!r} was not asked for")


def _went_back(new: int, stored: int) -> bool:
    return (new > 0 or stored > 0) and new <= stored


def _client_data(encoded: str) -> ClientData:
    try:
        return msgspec.json.decode(_bytes(encoded), type=ClientData)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise PasskeyRefused(f"clientDataJSON: {fault}") from fault


def _registration(answer: NewCredential, attestation_object: bytes) -> RegistrationCredential:
    return RegistrationCredential(
        id=answer.id,
        raw_id=_bytes(answer.raw_id),
        response=AuthenticatorAttestationResponse(
            client_data_json=_bytes(answer.response.client_data), attestation_object=attestation_object
        ),
    )


def _authentication(answer: Assertion) -> AuthenticationCredential:
    return AuthenticationCredential(
        id=answer.id,
        raw_id=_bytes(answer.raw_id),
        response=AuthenticatorAssertionResponse(
            client_data_json=_bytes(answer.response.client_data),
            authenticator_data=_bytes(answer.response.authenticator_data),
            signature=_bytes(answer.response.signature),
        ),
    )


def _known_transports(transports: list[str] | None) -> tuple[str, ...]:
    known = {transport.value for transport in AuthenticatorTransport}
    return tuple(sorted(known.intersection(transports or ())))


def _bytes(encoded: str) -> bytes:
    """Base64url without padding (RFC 7515, appendix C). The alphabet was checked at the edge."""
    try:
        return urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
    except binascii.Error as fault:
        raise PasskeyRefused(f"base64url: {fault}") from fault
