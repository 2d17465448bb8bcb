"""The devices of an account: who is signed in, since when, and out with them."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.api.accounts.browser import Browser
from webapp.accounts.sessions import ROTATION_GRACE

BEGUN = datetime(2026, 11, 23, 9, tzinfo=UTC)
NOBODYS = "0b0b0b0b-0000-4000-8000-000000000009"


def devices_of(browser: Browser) -> list[dict[str, object]]:
    return list(browser.get("/api/sessions").get_json()["devices"])


def id_here(browser: Browser) -> object:
    (here,) = [device["id"] for device in devices_of(browser) if device["is_here"]]
    return here


def test_devices_are_listed_latest_first_and_this_one_is_marked(browser: Browser) -> None:
    with time_machine.travel(BEGUN, tick=False) as clock:
        browser.sign_up()
        clock.shift(timedelta(days=2))
        laptop = browser.another()
        laptop.sign_in()
        newest, oldest = devices_of(browser)
        assert newest == {
            "id": id_here(laptop),
            "name": "Chrome on Android",
            "created_at": "2026-11-25T09:00:00Z",
            "last_seen_at": "2026-11-25T09:00:00Z",
            "has_passkey": True,
            "is_here": False,
        }
        assert (oldest["is_here"], oldest["last_seen_at"]) == (True, "2026-11-23T09:00:00Z")


def test_a_device_nobody_can_use_any_more_is_not_listed(browser: Browser) -> None:
    with time_machine.travel(BEGUN, tick=False) as clock:
        browser.sign_up()
        laptop = browser.another()
        laptop.sign_in()
        clock.shift(timedelta(days=60))
        assert browser.is_signed_in()
        clock.shift(timedelta(days=40))
        assert [device["is_here"] for device in devices_of(browser)] == [True]


def test_a_device_signed_out_from_afar_is_out_at_once(browser: Browser) -> None:
    browser.sign_up()
    lost = browser.another()
    lost.sign_in()
    thief = lost.copy_of_its_cookie()
    response = browser.delete(f"/api/sessions/{id_here(lost)}")
    assert [device["is_here"] for device in response.get_json()["devices"]] == [True]
    for each in (lost, thief):
        answer = each.get("/api/session")
        assert (answer.status_code, answer.get_json()["error"]["code"]) == (401, "signed_out")
    assert browser.is_signed_in()


def test_a_device_signed_out_from_afar_cannot_come_back_with_a_former_token(browser: Browser) -> None:
    with time_machine.travel(BEGUN, tick=False) as clock:
        browser.sign_up()
        lost = browser.another()
        lost.sign_in()
        former = lost.copy_of_its_cookie()
        lost.reauthenticate()
        browser.delete(f"/api/sessions/{id_here(lost)}")
        assert not former.is_signed_in()
        clock.shift(ROTATION_GRACE)
        assert not lost.is_signed_in()


def test_signing_out_everywhere_else_leaves_this_device(browser: Browser, foreign_browser: Browser) -> None:
    browser.sign_up()
    others = [browser.another() for _ in range(3)]
    for other in others:
        other.sign_in()
    foreign_browser.sign_up()
    response = browser.delete("/api/sessions")
    assert [device["is_here"] for device in response.get_json()["devices"]] == [True]
    assert not any(other.is_signed_in() for other in others)
    assert browser.is_signed_in()
    assert foreign_browser.is_signed_in()


def test_a_device_that_was_signed_out_signs_in_again_as_ever(browser: Browser) -> None:
    account = browser.sign_up()
    other = browser.another()
    other.sign_in()
    browser.delete("/api/sessions")
    assert other.sign_in().get_json() == {"account": account}


def test_a_stranger_sees_and_ends_their_own_only(browser: Browser, foreign_browser: Browser) -> None:
    browser.sign_up()
    foreign_browser.sign_up()
    assert len(devices_of(foreign_browser)) == 1
    assert foreign_browser.delete(f"/api/sessions/{id_here(browser)}").status_code == 404
    assert browser.is_signed_in()


@pytest.mark.parametrize("path", ["/api/sessions/7", "/api/sessions/%00", f"/api/sessions/{NOBODYS}"])
def test_a_device_that_is_none_of_the_accounts_is_a_404(browser: Browser, path: str) -> None:
    browser.sign_up()
    assert browser.delete(path).status_code == 404


def test_a_visitor_has_no_devices(browser: Browser) -> None:
    for response in (browser.get("/api/sessions"), browser.delete("/api/sessions")):
        assert response.status_code == 401
    assert browser.delete(f"/api/sessions/{NOBODYS}").status_code == 401


def test_lists_are_kept_by_nobody_on_the_way(browser: Browser) -> None:
    browser.sign_up()
    for path in ("/api/sessions", "/api/passkeys", "/api/session"):
        assert browser.get(path).headers["Cache-Control"] == "no-store"
