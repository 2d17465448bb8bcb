"""Changed bytes never get in and never make a 500: crafted CBOR and JSON end as a refusal."""

import random

import cbor2
import pytest
from flask import Flask

from tests.api.accounts.browser import Browser
from tests.authenticator import Authenticator, base64url, from_base64url
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
)

SETTINGS = a_settings()
CHALLENGE = b"c" * 32
OPTIONS = {
    "rp": {"id": SETTINGS.rp_id},
    "rpId": SETTINGS.rp_id,
    "user": {"id": base64url(b"h" * 64)},
    "challenge": base64url(CHALLENGE),
}


def registration(attestation_object: bytes, client_data: bytes) -> NewCredential:
    response = AttestationResponse(
        attestation_object=base64url(attestation_object), client_data=base64url(client_data)
    )
    return NewCredential(id="AAAA", raw_id="AAAA", response=response, type="public-key")


def is_accepted(attestation_object: bytes, client_data: bytes) -> bool:
    """Any exception but a refusal fails the test."""
    try:
        check_registration(SETTINGS, registration(attestation_object, client_data), CHALLENGE)
    except PasskeyRefused:
        return False
    return True


@pytest.fixture
def made() -> tuple[bytes, bytes]:
    """The attestation object and the client data of an honest sign-up."""
    response = Authenticator(origin=SETTINGS.origin).create(OPTIONS)["response"]
    return from_base64url(response["attestationObject"]), from_base64url(response["clientDataJSON"])


def test_every_changed_byte_of_a_sign_up_is_refused_or_harmless(made: tuple[bytes, bytes]) -> None:
    attestation_object, client_data = made
    assert is_accepted(attestation_object, client_data)
    for position in range(len(attestation_object)):
        for difference in (0x01, 0x20, 0x80, 0xFF):
            changed = bytearray(attestation_object)
            changed[position] ^= difference
            is_accepted(bytes(changed), client_data)
    for length in range(len(attestation_object)):
        assert not is_accepted(attestation_object[:length], client_data)


def test_random_cbor_in_the_place_of_a_key_is_refused(made: tuple[bytes, bytes]) -> None:
    attestation_object, client_data = made
    decoded = cbor2.loads(attestation_object)
    before_key = decoded["authData"][: 37 + 16 + 2 + 32]
    wrong_keys = [
        0,
        b"",
        "key",
        [],
        {},
        {1: 2},
        {1: 2, 3: -7},
        {1: None, 3: None},
        {1: 2, 3: -7, -1: 1, -2: 1, -3: 2},
    ]
    wrong_keys += [
        {1: 2, 3: -7, -1: 1, -2: b"x" * 32, -3: b"y" * 32},
        {1: 3, 3: -257, -1: b"", -2: b""},
        {1: [2], 3: {}},
    ]
    for key in wrong_keys:
        crafted = cbor2.dumps(decoded | {"authData": before_key + cbor2.dumps(key)})
        assert not is_accepted(crafted, client_data), key


def test_odd_shapes_of_the_attestation_are_refused(made: tuple[bytes, bytes]) -> None:
    attestation_object, client_data = made
    decoded = cbor2.loads(attestation_object)
    changes: list[dict[str, object]] = [
        {"fmt": 7},
        {"fmt": None},
        {"fmt": ["none"]},
        {"fmt": {}},
        {"attStmt": 7},
        {"attStmt": {"sig": b"x"}},
        {"authData": "text"},
        {"authData": []},
        {"authData": b""},
        {"authData": 7},
        {"fmt": "packed"},
        {"fmt": "packed", "attStmt": {"sig": 7, "alg": -7}},
        {"fmt": "packed", "attStmt": {"sig": b"", "alg": "x"}},
    ]
    for change in changes:
        assert not is_accepted(cbor2.dumps(decoded | change), client_data), change
    assert not is_accepted(b"\x81" * 50_000, client_data)


def test_a_number_in_the_place_of_bytes_is_not_turned_into_memory(made: tuple[bytes, bytes]) -> None:
    # The library's bytes(2 ** 40) would ask for a terabyte.
    attestation_object, client_data = made
    decoded = cbor2.loads(attestation_object)
    for size in (2**40, 2**70):
        assert not is_accepted(cbor2.dumps(decoded | {"authData": size}), client_data)
        crafted = decoded | {"fmt": "packed", "attStmt": {"alg": -7, "sig": size}}
        assert not is_accepted(cbor2.dumps(crafted), client_data)


def test_several_changed_bytes_at_once_are_refused_or_harmless(made: tuple[bytes, bytes]) -> None:
    attestation_object, client_data = made
    chance = random.Random(5)
    for _ in range(2_000):
        changed = bytearray(attestation_object)
        for _ in range(chance.randrange(2, 6)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        is_accepted(bytes(changed), client_data)


def test_odd_client_data_is_refused(made: tuple[bytes, bytes]) -> None:
    attestation_object, client_data = made
    for changed in (
        b"",
        b"null",
        b"[]",
        b"{",
        b"[" * 60_000,
        b"\xff",
        client_data[:-1],
        b"\xef\xbb\xbf" + client_data,
    ):
        assert not is_accepted(attestation_object, changed)


def test_every_changed_byte_of_a_sign_in_is_refused() -> None:
    authenticator = Authenticator(origin=SETTINGS.origin)
    created = authenticator.create(OPTIONS)["response"]
    honest = authenticator.get(OPTIONS)["response"]
    answer = registration(
        from_base64url(created["attestationObject"]), from_base64url(created["clientDataJSON"])
    )
    made = check_registration(SETTINGS, answer, CHALLENGE)
    known = KnownPasskey(
        public_key=made.public_key, sign_count=0, backup_eligible=True, user_handle=b"h" * 64
    )

    def check(**changes: str) -> None:
        response = AssertionResponse(
            authenticator_data=changes.get("authenticatorData", honest["authenticatorData"]),
            signature=changes.get("signature", honest["signature"]),
            client_data=changes.get("clientDataJSON", honest["clientDataJSON"]),
            user_handle=changes.get("userHandle", honest["userHandle"]),
        )
        answer = Assertion(id="AAAA", raw_id="AAAA", response=response, type="public-key")
        check_assertion(SETTINGS, answer, CHALLENGE, known)

    check()
    for member in ("authenticatorData", "signature", "clientDataJSON", "userHandle"):
        raw = from_base64url(honest[member])
        for position in range(len(raw)):
            changed = bytearray(raw)
            changed[position] ^= random.Random(position).randrange(1, 256)
            with pytest.raises(PasskeyRefused):
                check(**{member: base64url(bytes(changed))})


def test_a_refused_sign_in_with_garbage_everywhere_is_no_500(app: Flask, browser: Browser) -> None:
    browser.sign_up()
    for garbage in ("", "A", "AA", "AAAAA", "_" * 1000):
        answer = browser.asserted()
        for member in ("authenticatorData", "signature", "clientDataJSON", "userHandle"):
            response = answer["credential"]["response"] | {member: garbage[:88]}
            posted = browser.post(
                "/api/session", {"credential": answer["credential"] | {"response": response}}
            )
            assert posted.status_code in (403, 410), (member, garbage)
