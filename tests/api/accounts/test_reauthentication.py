"""Before what cannot be taken back the passkey is shown again, and the session goes on under a new token."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.api.accounts.browser import Browser
from tests.authenticator import Lies, base64url
from webapp.accounts.models import Passkey, Session
from webapp.accounts.sessions import ROTATION_GRACE
from webapp.database import begin_read

BEGUN = datetime(2026, 11, 23, 9, tzinfo=UTC)
AGAIN = "/api/session/reauthentication"
DANGEROUS = "/api/passkeys/options"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(BEGUN, tick=False) as clock:
        yield clock


def code(response: TestResponse) -> tuple[int, str]:
    return response.status_code, response.get_json()["error"]["code"]


def test_five_minutes_after_signing_in_the_passkey_is_asked_for(browser: Browser, clock: Any) -> None:
    browser.sign_up()
    clock.shift(timedelta(minutes=5))
    assert browser.post(DANGEROUS, {}).status_code == 200
    clock.shift(timedelta(seconds=1))
    assert code(browser.post(DANGEROUS, {})) == (403, "reauthenticate")
    assert browser.reauthenticate().status_code == 204
    assert browser.post(DANGEROUS, {}).status_code == 200


def test_it_is_asked_for_with_the_accounts_own_passkeys(app: Flask, browser: Browser) -> None:
    browser.sign_up()
    options = browser.options(f"{AGAIN}/options")
    (allowed,) = options["allowCredentials"]
    assert allowed["id"] == base64url(browser.authenticator.passkeys[0].credential_id)
    assert sorted(allowed["transports"]) == ["hybrid", "internal"]
    assert options["userVerification"] == "required"


def test_the_user_handle_may_be_left_out_where_the_account_is_known(browser: Browser) -> None:
    # 7.2 step 6: with an allow list, authenticators need not give it.
    browser.sign_up()
    assert browser.reauthenticate(Lies(omits_user_handle=True)).status_code == 204


@pytest.mark.parametrize(
    ("lies", "reason"),
    [
        (Lies(user_handle=b"x" * 64), "user handle"),
        (Lies(is_verified=False), "verification is required"),
        (Lies(client_data={"crossOrigin": True}), "crossOrigin"),
        (Lies(client_data={"topOrigin": "https://rebound.evil"}), "topOrigin"),
        (Lies(client_data={"origin": "https://rebound.evil"}), "origin"),
        (Lies(rp_id="rebound.evil"), "RP ID hash"),
        (Lies(backup_eligible=False, backed_up=True), "InvalidBackupFlags"),
        (Lies(spoils_signature=True), "signature"),
    ],
)
def test_a_lie_is_refused_and_nothing_is_recent(
    browser: Browser, clock: Any, caplog: pytest.LogCaptureFixture, lies: Lies, reason: str
) -> None:
    browser.sign_up()
    clock.shift(timedelta(minutes=6))
    assert code(browser.reauthenticate(lies)) == (403, "passkey_refused")
    assert reason in caplog.text
    assert code(browser.post(DANGEROUS, {})) == (403, "reauthenticate")
    assert browser.is_signed_in()


def test_another_accounts_passkey_does_not_confirm_this_one(
    browser: Browser, foreign_browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    browser.sign_up()
    foreign_browser.sign_up()
    browser.authenticator.passkeys = foreign_browser.authenticator.passkeys
    # Never "unknown_passkey": a browser that hears that hides the passkey from its owner.
    assert code(browser.reauthenticate()) == (403, "passkey_refused")
    assert "another account" in caplog.text


def test_a_passkey_that_was_removed_does_not_confirm_anything(browser: Browser) -> None:
    browser.sign_up()
    removed = browser.add_passkey()
    answer = browser.shown_again()
    assert browser.delete(f"/api/passkeys/{removed['id']}").status_code == 200
    assert code(browser.post(AGAIN, answer)) == (404, "unknown_passkey")


def test_its_challenge_is_good_for_nothing_else_and_in_no_other_session(browser: Browser) -> None:
    browser.sign_up()
    other = browser.another()
    other.sign_in()
    answer = browser.shown_again()
    assert code(other.post(AGAIN, answer)) == (410, "challenge_spent")
    assert code(browser.post("/api/session", answer)) == (410, "challenge_spent")
    assert browser.post(AGAIN, answer).status_code == 204
    assert code(browser.post(AGAIN, answer)) == (410, "challenge_spent")


def test_a_sign_ins_challenge_confirms_nobody(browser: Browser) -> None:
    browser.sign_up()
    assert code(browser.post(AGAIN, browser.asserted())) == (410, "challenge_spent")


def test_the_token_of_before_is_soon_worth_nothing(app: Flask, browser: Browser, clock: Any) -> None:
    browser.sign_up()
    stolen = browser.copy_of_its_cookie()
    assert browser.reauthenticate().status_code == 204
    clock.shift(ROTATION_GRACE)
    assert browser.is_signed_in()
    assert code(stolen.get("/api/session")) == (401, "signed_out")


def test_a_request_on_its_way_while_the_token_changes_is_answered(
    app: Flask, browser: Browser, clock: Any
) -> None:
    browser.sign_up()
    other_tab = browser.copy_of_its_cookie()
    assert browser.reauthenticate().status_code == 204
    clock.shift(ROTATION_GRACE - timedelta(seconds=1))
    response = other_tab.get("/api/session")
    assert response.status_code == 200
    # Or the answer would put the former token back over the new one.
    assert "Set-Cookie" not in response.headers


def test_the_former_token_is_never_recent_and_cannot_be_renewed(
    app: Flask, browser: Browser, clock: Any
) -> None:
    browser.sign_up()
    clock.shift(timedelta(minutes=6))
    stolen = browser.copy_of_its_cookie()
    assert browser.reauthenticate().status_code == 204
    assert code(stolen.post(DANGEROUS, {})) == (403, "reauthenticate")
    assert code(stolen.reauthenticate()) == (409, "superseded")
    assert browser.is_signed_in()


def test_a_session_that_ended_has_no_former_token(app: Flask, browser: Browser) -> None:
    browser.sign_up()
    former = browser.copy_of_its_cookie()
    assert browser.reauthenticate().status_code == 204
    browser.delete("/api/session")
    assert not former.is_signed_in()


def test_showing_the_passkey_again_does_not_make_the_session_younger(browser: Browser, clock: Any) -> None:
    browser.sign_up()
    for _ in range(4):
        clock.shift(timedelta(days=80))
        assert browser.reauthenticate().status_code == 204
    clock.shift(timedelta(days=46))
    assert not browser.is_signed_in()


def test_showing_the_passkey_again_is_a_use_of_it(app: Flask, browser: Browser, clock: Any) -> None:
    browser.sign_up()
    clock.shift(timedelta(days=1))
    assert browser.reauthenticate().status_code == 204
    with begin_read(app.extensions["rebound"].engine) as connection:
        assert connection.scalar(select(Passkey.last_used_at)) == BEGUN + timedelta(days=1)


def test_of_twenty_parallel_answers_one_confirms_and_syncs_meanwhile_go_on(
    app: Flask, browser: Browser
) -> None:
    browser.sign_up()
    answer = browser.shown_again()
    tabs = [browser.copy_of_its_cookie() for _ in range(30)]
    together = Barrier(30)

    def confirm(_: int) -> int:
        tab = tabs.pop()
        together.wait()
        return tab.post(AGAIN, answer).status_code

    def look(_: int) -> int:
        tab = tabs.pop()
        together.wait()
        return tab.get("/api/session").status_code

    with ThreadPoolExecutor(30) as threads:
        looks = [threads.submit(look, number) for number in range(10)]
        confirmed = Counter(threads.map(confirm, range(20)))
        assert Counter(each.result() for each in looks) == {200: 10}
    assert confirmed == {204: 1, 410: 19}
    with begin_read(app.extensions["rebound"].engine) as connection:
        assert len(connection.execute(select(Session.id)).all()) == 1
