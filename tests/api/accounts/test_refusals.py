"""The negative table: each lie is refused, for its own reason, in both ceremonies; signals are not."""

import logging

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.api.accounts.browser import Browser
from tests.authenticator import Lies
from webapp.accounts.models import Account, Passkey
from webapp.database import begin_read

TABLE = {
    "another origin": (Lies(client_data={"origin": "https://rebound.evil"}), "origin"),
    "our host on another port": (Lies(client_data={"origin": "http://localhost:8001"}), "origin"),
    "another relying party": (Lies(rp_id="rebound.evil"), "RP ID hash"),
    "a payment's ceremony": (Lies(client_data={"type": "payment.get"}), "client data type"),
    "inside another site": (Lies(client_data={"crossOrigin": True}), "crossOrigin"),
    "under another site": (Lies(client_data={"topOrigin": "https://rebound.evil"}), "topOrigin"),
    "under ourselves": (Lies(client_data={"topOrigin": "http://localhost:8000"}), "topOrigin"),
    "nobody present": (Lies(is_present=False), "present"),
    "nobody verified": (Lies(is_verified=False), "verification is required"),
    "backed up but not able to be": (Lies(backup_eligible=False, backed_up=True), "InvalidBackupFlags"),
    "no origin": (Lies(client_data={"origin": None}), "missing required field `origin`"),
    "an origin that is no text": (Lies(client_data={"origin": 7}), "Expected `str`"),
}
lies_and_reasons = pytest.mark.parametrize(("lies", "reason"), TABLE.values(), ids=TABLE)


def test_the_relying_party_and_the_origin_never_come_from_the_requests_host(browser: Browser) -> None:
    evil = {"Host": "rebound.evil", "X-Forwarded-Host": "rebound.evil", "Origin": "https://rebound.evil"}
    same_origin = evil | {"Sec-Fetch-Site": "same-origin"}
    offered = browser.client.post("/api/account/options", json={"name": ""}, headers=same_origin)
    assert offered.get_json()["options"]["rp"]["id"] == "localhost"
    asked = browser.client.post("/api/session/options", json={}, headers=same_origin)
    assert asked.get_json()["options"]["rpId"] == "localhost"
    assert browser.client.post("/api/session/options", json={}, headers=evil).status_code == 403


@lies_and_reasons
def test_a_sign_in_is_refused(
    browser: Browser, caplog: pytest.LogCaptureFixture, lies: Lies, reason: str
) -> None:
    browser.sign_up()
    browser.delete("/api/session")
    response = browser.sign_in(lies)
    assert response.status_code == 403
    assert response.get_json()["error"]["code"] == "passkey_refused"
    assert reason in caplog.text
    assert not browser.is_signed_in()


@lies_and_reasons
def test_a_sign_up_is_refused(
    app: Flask, browser: Browser, caplog: pytest.LogCaptureFixture, lies: Lies, reason: str
) -> None:
    response = browser.post("/api/account", browser.made(lies))
    assert response.status_code == 403
    assert reason in caplog.text
    assert not browser.is_signed_in()
    with begin_read(app.extensions["rebound"].engine) as connection:
        assert connection.scalar(select(func.count()).select_from(Account)) == 0
        assert connection.scalar(select(func.count()).select_from(Passkey)) == 0


def test_a_sign_up_answer_is_no_sign_in_and_the_other_way_round(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    browser.sign_up()
    assert browser.sign_in(Lies(client_data={"type": "webauthn.create"})).status_code == 403
    assert "client data type" in caplog.text


def test_a_bad_signature_is_refused(browser: Browser, caplog: pytest.LogCaptureFixture) -> None:
    browser.sign_up()
    assert browser.sign_in(Lies(spoils_signature=True)).status_code == 403
    assert "signature" in caplog.text


def test_an_unknown_passkey_is_told_from_a_refused_one(browser: Browser, foreign_browser: Browser) -> None:
    browser.sign_up()
    foreign_browser.authenticator.create(foreign_browser.options("/api/account/options"))
    response = foreign_browser.sign_in()
    assert (response.status_code, response.get_json()["error"]["code"]) == (404, "unknown_passkey")


def test_another_accounts_user_handle_is_refused(
    browser: Browser, foreign_browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    browser.sign_up()
    foreign_browser.sign_up()
    theirs = foreign_browser.authenticator.passkeys[0].user_handle
    assert browser.another().sign_in(Lies(user_handle=theirs)).status_code == 403
    assert "user handle" in caplog.text


def test_a_missing_user_handle_is_refused(browser: Browser, caplog: pytest.LogCaptureFixture) -> None:
    browser.sign_up()
    assert browser.another().sign_in(Lies(omits_user_handle=True)).status_code == 403
    assert "user handle" in caplog.text


def test_certificates_nobody_asked_for_are_refused_unparsed(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    lies = Lies(attestation=("tpm", {"x5c": [b"not a certificate"], "sig": b"", "ver": "2.0"}))
    assert browser.post("/api/account", browser.made(lies)).status_code == 403
    assert "'tpm' was not asked for" in caplog.text


def test_a_passkey_on_record_cannot_be_registered_again(browser: Browser, foreign_browser: Browser) -> None:
    browser.sign_up()
    options = foreign_browser.options("/api/account/options")
    ours = browser.authenticator.passkeys[0].credential_id
    answer = foreign_browser.authenticator.create(options, credential_id=ours)
    response = foreign_browser.post("/api/account", {"credential": answer})
    assert (response.status_code, response.get_json()["error"]["code"]) == (409, "passkey_taken")
    assert not foreign_browser.is_signed_in()


def test_a_counter_that_goes_back_is_a_signal_and_no_lock(
    app: Flask, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    browser.authenticator.counts = True
    browser.sign_up()
    for _ in range(3):
        assert browser.sign_in().status_code == 200
    assert "counter" not in caplog.text
    browser.authenticator.passkeys[0].sign_count = 1
    assert browser.sign_in().status_code == 200
    assert "counter went back" in caplog.text
    with begin_read(app.extensions["rebound"].engine) as connection:
        # Still the highest ever seen: the copy that is behind is noticed again next time.
        assert connection.scalar(select(Passkey.sign_count)) == 4


def test_a_changed_backup_eligibility_is_logged_and_kept(
    app: Flask, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    browser.sign_up(Lies(backup_eligible=False, backed_up=False))
    with caplog.at_level(logging.WARNING):
        assert browser.sign_in(Lies(backup_eligible=True, backed_up=False)).status_code == 200
    assert "backup eligibility changed to True" in caplog.text
    with begin_read(app.extensions["rebound"].engine) as connection:
        row = connection.execute(select(Passkey.backup_eligible, Passkey.backed_up)).one()
    assert tuple(row) == (True, False)


def test_a_refusal_logs_one_line_whatever_it_quotes(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    forged = "http://a\nWARNING everything is fine" + "x" * 5000
    browser.post("/api/account", browser.made(Lies(client_data={"origin": forged})))
    message = caplog.records[-1].getMessage()
    assert "\n" not in message
    assert len(message) < 400
