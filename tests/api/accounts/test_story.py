"""Sign up, sign out, sign in, another device, another passkey: as a person lives it."""

from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import select

from tests.api.accounts.browser import Browser
from tests.authenticator import AAGUID, base64url, from_base64url
from webapp.accounts.models import Account, Passkey, Session
from webapp.database import begin_read


def test_signing_up_makes_an_account_and_signs_in(browser: Browser) -> None:
    account = browser.sign_up(name="  Nadia ")
    assert account["name"] == "Nadia"
    assert browser.get("/api/session").get_json() == {"account": account}
    assert abs(datetime.now(UTC) - datetime.fromisoformat(account["created_at"])).total_seconds() < 60


def test_an_account_needs_no_name(browser: Browser) -> None:
    options = browser.options("/api/account/options", {"name": ""})
    assert options["user"]["name"] == "Rebound"
    response = browser.post("/api/account", {"credential": browser.authenticator.create(options)})
    assert response.get_json()["account"]["name"] == ""


def test_the_options_ask_for_a_verified_discoverable_passkey(browser: Browser) -> None:
    options = browser.options("/api/account/options", {"name": "Nadia"})
    assert options["rp"] == {"id": "localhost", "name": "Rebound"}
    assert options["attestation"] == "none"
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert len(from_base64url(options["user"]["id"])) == 64
    assert len(from_base64url(options["challenge"])) == 32


def test_sign_in_names_no_passkey_beforehand(browser: Browser) -> None:
    options = browser.options("/api/session/options")
    assert options["allowCredentials"] == []
    assert options["userVerification"] == "required"
    assert options["rpId"] == "localhost"


def test_the_passkey_is_kept_as_the_standard_describes_it(app: Flask, browser: Browser) -> None:
    browser.sign_up()
    with begin_read(app.extensions["rebound"].engine) as connection:
        row = connection.execute(select(Passkey.__table__)).one()
    passkey = browser.authenticator.passkeys[0]
    assert row.credential_id == passkey.credential_id
    assert row.aaguid.replace("-", "") == AAGUID.hex()
    assert (row.backup_eligible, row.backed_up, row.sign_count) == (True, True, 0)
    assert row.transports == "hybrid,internal"
    assert row.name == "Chrome on Android"


def test_signing_out_and_in_again_finds_the_same_account(browser: Browser) -> None:
    account = browser.sign_up()
    assert browser.delete("/api/session").status_code == 204
    assert not browser.is_signed_in()
    assert browser.sign_in().get_json() == {"account": account}


def test_a_second_device_with_the_synced_passkey_sees_the_same_account(browser: Browser) -> None:
    account = browser.sign_up()
    other = browser.another()
    assert other.sign_in().get_json() == {"account": account}
    assert browser.is_signed_in()


def test_signing_in_notes_when_the_passkey_was_used(browser: Browser) -> None:
    browser.sign_up()
    assert browser.get("/api/passkeys").get_json()["passkeys"][0]["last_used_at"] is None
    browser.sign_in()
    assert browser.get("/api/passkeys").get_json()["passkeys"][0]["last_used_at"] is not None


def test_a_second_passkey_opens_the_same_account(browser: Browser) -> None:
    account = browser.sign_up()
    first = browser.authenticator.passkeys[0]
    options = browser.options("/api/passkeys/options")
    assert [known["id"] for known in options["excludeCredentials"]] == [base64url(first.credential_id)]
    assert from_base64url(options["user"]["id"]) == first.user_handle

    response = browser.post("/api/passkeys", {"credential": browser.authenticator.create(options)})
    assert response.status_code == 201
    listed = browser.get("/api/passkeys").get_json()["passkeys"]
    assert response.get_json()["passkey"] in listed
    assert len(listed) == 2

    assert browser.another().sign_in().get_json() == {"account": account}


def test_signing_in_over_a_session_ends_the_one_before(app: Flask, browser: Browser) -> None:
    browser.sign_up()
    old_cookie = browser.client.get_cookie("rebound")
    browser.sign_in()
    assert _session_count(app) == 1
    assert old_cookie is not None
    browser.client.set_cookie("rebound", old_cookie.value)
    assert not browser.is_signed_in()


def test_a_person_signed_in_is_not_given_a_second_account(app: Flask, browser: Browser) -> None:
    waiting = browser.made()
    browser.sign_up()
    assert browser.post("/api/account/options", {"name": ""}).status_code == 409
    assert browser.post("/api/account", waiting).status_code == 409
    with begin_read(app.extensions["rebound"].engine) as connection:
        assert len(connection.execute(select(Account.id)).all()) == 1


def test_two_accounts_never_share_a_user_handle(browser: Browser, foreign_browser: Browser) -> None:
    browser.sign_up()
    foreign_browser.sign_up()
    ours, theirs = (each.authenticator.passkeys[0].user_handle for each in (browser, foreign_browser))
    assert ours != theirs


def _session_count(app: Flask) -> int:
    with begin_read(app.extensions["rebound"].engine) as connection:
        return len(connection.execute(select(Session.id)).all())
