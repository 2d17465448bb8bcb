"""The W3C's own answers (tests/vectors/webauthn.json) through our checklist.

Many of them lack user verification, which we require. Those must pass the library without that demand, and be
refused by us for nothing but it.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cbor2
import pytest
import webauthn
from webauthn.helpers import parse_attestation_object

from tests.authenticator import base64url
from tests.factories import a_settings
from webapp.accounts.passkeys import (
    Assertion,
    AssertionResponse,
    AttestationResponse,
    KnownPasskey,
    NewCredential,
    PasskeyRefused,
    check_assertion,
    check_registration,
    creation_options,
)

SETTINGS = a_settings(origin="https://example.org", rp_id="example.org", is_local=False)
USER_HANDLE = b"h" * 64
PREFIX = "sctn-test-vectors-"


@dataclass(frozen=True)
class Vector:
    registration: dict[str, bytes]
    authentication: dict[str, bytes]

    @property
    def new_credential(self) -> NewCredential:
        response = AttestationResponse(
            attestation_object=base64url(self.registration["attestationObject"]),
            client_data=base64url(self.registration["clientDataJSON"]),
        )
        return NewCredential(id=self.id, raw_id=self.id, response=response, type="public-key")

    @property
    def assertion(self) -> Assertion:
        response = AssertionResponse(
            authenticator_data=base64url(self.authentication["authenticatorData"]),
            signature=base64url(self.authentication["signature"]),
            client_data=base64url(self.authentication["clientDataJSON"]),
            user_handle=base64url(USER_HANDLE),
        )
        return Assertion(id=self.id, raw_id=self.id, response=response, type="public-key")

    @property
    def id(self) -> str:
        return base64url(self.registration["credential_id"])

    @property
    def public_key(self) -> bytes:
        attested = parse_attestation_object(self.registration["attestationObject"]).auth_data
        assert attested.attested_credential_data is not None
        return attested.attested_credential_data.credential_public_key

    @property
    def known(self) -> KnownPasskey:
        return KnownPasskey(self.public_key, sign_count=0, backup_eligible=False, user_handle=USER_HANDLE)


def _read_vectors() -> dict[str, Vector]:
    path = Path(__file__).parents[2] / "vectors" / "webauthn.json"
    found: list[dict[str, Any]] = json.loads(path.read_text())["vectors"]
    return {
        vector["id"].removeprefix(PREFIX): Vector(
            registration={name: bytes.fromhex(value) for name, value in vector["registration"].items()},
            authentication={name: bytes.fromhex(value) for name, value in vector["authentication"].items()},
        )
        for vector in found
    }


VECTORS = _read_vectors()
ASKED_FOR = ["none-es256", "none-es256-long-credential-id", "packed-self-es256"]
EMBEDDED = ["none-es256-crossOrigin", "none-es256-topOrigin"]
# Their attestation is not ours to judge: we ask for none. Their keys and their assertions are.
CERTIFIED = {
    "packed-es256": "packed",
    "packed-rs256": "packed",
    "packed-eddsa": "packed",
    "tpm-es256": "tpm",
    "android-key-es256": "android-key",
    "apple-es256": "apple",
    "fido-u2f-es256": "fido-u2f",
}
# We do not offer these algorithms: ES256, EdDSA and RS256 are what authenticators have.
NOT_OFFERED = {"packed-es384": -35, "packed-es512": -36, "packed-ed448": -53}


def test_every_vector_of_the_standard_is_judged() -> None:
    assert {*ASKED_FOR, *EMBEDDED, *CERTIFIED, *NOT_OFFERED} == set(VECTORS)


@pytest.mark.parametrize("name", ASKED_FOR)
def test_a_registration_without_certificates_is_sound(name: str) -> None:
    vector = VECTORS[name]
    verified = webauthn.verify_registration_response(
        credential={
            "id": vector.id,
            "rawId": vector.id,
            "type": "public-key",
            "response": {
                "attestationObject": vector.new_credential.response.attestation_object,
                "clientDataJSON": vector.new_credential.response.client_data,
            },
        },
        expected_challenge=vector.registration["challenge"],
        expected_rp_id=SETTINGS.rp_id,
        expected_origin=SETTINGS.origin,
        require_user_verification=False,
    )
    assert verified.credential_id == vector.registration["credential_id"]
    assert _registration_fault(vector) == (None if verified.user_verified else _UNVERIFIED)


@pytest.mark.parametrize("name", [*ASKED_FOR, *CERTIFIED])
def test_an_assertion_in_every_algorithm_we_ask_for_is_sound(name: str) -> None:
    vector = VECTORS[name]
    verified = webauthn.verify_authentication_response(
        credential={
            "id": vector.id,
            "rawId": vector.id,
            "type": "public-key",
            "response": {
                "authenticatorData": vector.assertion.response.authenticator_data,
                "clientDataJSON": vector.assertion.response.client_data,
                "signature": vector.assertion.response.signature,
            },
        },
        expected_challenge=vector.authentication["challenge"],
        expected_rp_id=SETTINGS.rp_id,
        expected_origin=SETTINGS.origin,
        credential_public_key=vector.public_key,
        credential_current_sign_count=0,
        require_user_verification=False,
    )
    assert _assertion_fault(vector) == (None if verified.user_verified else _UNVERIFIED)


def test_at_least_one_vector_passes_each_of_our_checklists() -> None:
    assert _registration_fault(VECTORS["packed-self-es256"]) is None
    assert _assertion_fault(VECTORS["none-es256-long-credential-id"]) is None


@pytest.mark.parametrize("name", EMBEDDED)
def test_a_ceremony_inside_another_site_is_refused(name: str) -> None:
    assert _registration_fault(VECTORS[name]) == "crossOrigin"
    assert _assertion_fault(VECTORS[name]) == "crossOrigin"


@pytest.mark.parametrize(("name", "fmt"), [*CERTIFIED.items(), *dict.fromkeys(NOT_OFFERED, "packed").items()])
def test_a_registration_with_certificates_is_refused(name: str, fmt: str) -> None:
    assert _registration_fault(VECTORS[name]) == f"attestation {fmt!r} was not asked for"


@pytest.mark.parametrize("name", CERTIFIED)
def test_the_same_registration_as_a_browser_sends_it_is_sound(name: str) -> None:
    # 5.1.3 step 22: asked for "none", it takes the certificates out.
    assert _registration_fault(_without_certificates(VECTORS[name])) in (None, _UNVERIFIED)


def test_the_algorithms_are_ours_whatever_the_library_would_take() -> None:
    options = creation_options(
        SETTINGS, challenge=b"c", user_handle=USER_HANDLE, account_name="Nadia", known_credential_ids=[]
    )
    assert [offered["alg"] for offered in options["pubKeyCredParams"]] == [-8, -7, -257]


@pytest.mark.parametrize(("name", "algorithm"), NOT_OFFERED.items())
def test_a_key_on_record_of_an_algorithm_not_taken_any_more_opens_nothing(name: str, algorithm: int) -> None:
    assert _assertion_fault(VECTORS[name]) == f"algorithm {algorithm}"


@pytest.mark.parametrize(("name", "algorithm"), NOT_OFFERED.items())
def test_an_algorithm_we_do_not_offer_is_refused(name: str, algorithm: int) -> None:
    options = creation_options(
        SETTINGS, challenge=b"c", user_handle=USER_HANDLE, account_name="Nadia", known_credential_ids=[]
    )
    assert algorithm not in [offered["alg"] for offered in options["pubKeyCredParams"]]
    fault = _registration_fault(_without_certificates(VECTORS[name]))
    assert fault is not None
    assert fault.startswith("Invalid") or "Unsupported" in fault or fault == _UNVERIFIED


def _without_certificates(vector: Vector) -> Vector:
    attestation = cbor2.loads(vector.registration["attestationObject"])
    plain = cbor2.dumps(attestation | {"fmt": "none", "attStmt": {}})
    return replace(vector, registration=vector.registration | {"attestationObject": plain})


_UNVERIFIED = "user verification"


def _registration_fault(vector: Vector) -> str | None:
    try:
        check_registration(SETTINGS, vector.new_credential, vector.registration["challenge"])
    except PasskeyRefused as refusal:
        return _told(refusal)
    return None


def _assertion_fault(vector: Vector) -> str | None:
    try:
        check_assertion(SETTINGS, vector.assertion, vector.authentication["challenge"], vector.known)
    except PasskeyRefused as refusal:
        return _told(refusal)
    return None


def _told(refusal: PasskeyRefused) -> str:
    return _UNVERIFIED if "User verification is required" in refusal.reason else refusal.reason
