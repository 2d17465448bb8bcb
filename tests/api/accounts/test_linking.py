"""Linking a device: what the first device shows, what the new one may do, and who says yes."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from time_machine import Traveller

from tests.api.accounts.browser import Browser
from webapp.accounts.models import Entrance


@pytest.fixture
def laptop(app: Flask) -> Browser:
    return Browser(app)


def open_link(browser: Browser) -> dict[str, Any]:
    response = browser.post("/api/links", {})
    assert response.status_code == 201, response.json
    return dict(response.get_json()["link"])


def enter(browser: Browser, *, has_passkeys: bool = True, **key: str) -> int:
    return browser.post("/api/entrance/link", {"has_passkeys": has_passkeys, **key}).status_code


def look(browser: Browser, link: dict[str, Any]) -> dict[str, Any]:
    return dict(browser.get(f"/api/links/{link['id']}").get_json().get("link", {}))


def confirm(browser: Browser, link: dict[str, Any]) -> int:
    number = look(browser, link).get("number") or ""
    return browser.post(f"/api/links/{link['id']}/confirmation", {"number": number}).status_code


def refuse(browser: Browser, link: dict[str, Any]) -> int:
    return browser.post(f"/api/links/{link['id']}/refusal", {}).status_code


def make_passkey(browser: Browser) -> int:
    response = browser.post("/api/entrance/passkey/options", {})
    if response.status_code != 200:
        return response.status_code
    credential = browser.authenticator.create(response.get_json()["options"])
    return browser.post("/api/entrance/passkey", {"credential": credential}).status_code


def told(browser: Browser) -> list[tuple[str, str]]:
    notices = browser.get("/api/notices").get_json()["notices"]
    return [(notice["kind"], notice["device"]) for notice in notices]


def test_the_other_devices_are_told_of_one_more_and_nobody_of_what_they_did(
    app: Flask, browser: Browser, laptop: Browser, later: Traveller
):
    browser.sign_up()
    tablet = Browser(app)
    tablet.authenticator = browser.authenticator
    tablet.sign_in()
    later.shift(timedelta(seconds=2))
    browser.sign_in()
    later.shift(timedelta(seconds=2))
    link = open_link(browser)
    enter(laptop, code=link["code"])
    confirm(browser, link)
    later.shift(timedelta(seconds=2))
    make_passkey(laptop)
    assert told(tablet) == [("device-linked", "Chrome on Android")]
    assert told(browser) == told(laptop) == []


def test_nothing_in_the_database_opens_the_link(app: Flask, browser: Browser):
    browser.sign_up()
    link = open_link(browser)
    secret = link["url"].partition("#")[2]
    assert len(secret) > 16
    with app.extensions["rebound"].engine.connect() as connection:
        row = connection.execute(select(Entrance.__table__)).one()
    letters = link["code"].replace("-", "")
    for kept in map(repr, row):
        assert link["code"] not in kept
        assert letters not in kept
        assert secret not in kept
    assert hashlib.sha256(letters.encode()).digest() == row.code_hash


def test_a_device_is_linked_by_its_code_once_the_first_one_says_yes(browser: Browser, laptop: Browser):
    account = browser.sign_up()
    link = open_link(browser)
    assert look(browser, link)["state"] == "waiting"
    assert enter(laptop, code=link["code"]) == 201

    seen = look(browser, link)
    assert (seen["state"], seen["device"]) == ("asking", "Chrome on Android")
    assert laptop.get("/api/entrance").get_json()["entrance"]["number"] == seen["number"]
    assert make_passkey(laptop) == 404

    assert confirm(browser, link) == 204
    assert laptop.get("/api/entrance").get_json()["entrance"]["is_confirmed"]
    assert make_passkey(laptop) == 201
    assert laptop.get("/api/session").get_json()["account"] == account
    assert browser.is_signed_in()


def test_the_qr_code_says_the_secret_behind_the_hash_of_our_own_address(browser: Browser, laptop: Browser):
    browser.sign_up()
    link = open_link(browser)
    address, _, secret = link["url"].partition("#")
    assert address == f"{browser.authenticator.origin}/link"
    assert len(secret) >= 22
    assert {len(row) for row in link["qr"]} == {len(link["qr"])}
    assert set("".join(link["qr"])) == {"0", "1"}
    assert enter(laptop, secret=secret) == 201
    confirm(browser, link)
    assert make_passkey(laptop) == 201


def test_the_first_device_refuses_and_the_new_one_is_told(browser: Browser, laptop: Browser):
    browser.sign_up()
    link = open_link(browser)
    enter(laptop, code=link["code"])
    assert refuse(browser, link) == 204
    response = laptop.get("/api/entrance")
    assert (response.status_code, response.get_json()["error"]["code"]) == (403, "entrance_refused")
    assert make_passkey(laptop) == 403
    assert confirm(browser, link) == 404
    assert look(browser, link)["state"] == "refused"


def test_a_yes_can_still_be_taken_back_until_the_passkey_is_made(browser: Browser, laptop: Browser):
    browser.sign_up()
    link = open_link(browser)
    enter(laptop, code=link["code"])
    confirm(browser, link)
    options = laptop.options("/api/entrance/passkey/options")
    credential = laptop.authenticator.create(options)
    assert refuse(browser, link) == 204
    assert laptop.post("/api/entrance/passkey", {"credential": credential}).status_code == 403
    assert len(browser.get("/api/passkeys").get_json()["passkeys"]) == 1


def test_a_yes_to_other_digits_is_no_yes(browser: Browser, laptop: Browser):
    browser.sign_up()
    link = open_link(browser)
    enter(laptop, code=link["code"])
    other = "10" if look(browser, link)["number"] != "10" else "11"
    path = f"/api/links/{link['id']}/confirmation"
    assert browser.post(path, {"number": other}).status_code == 404
    assert make_passkey(laptop) == 404


def test_a_code_is_good_once_also_for_twenty_at_once(browser: Browser, app: Flask):
    browser.sign_up()
    link = open_link(browser)
    crowd = [Browser(app) for _ in range(20)]
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda each: enter(each, code=link["code"]), crowd))
    assert sorted(answers) == [201] + [404] * 19


def test_a_code_is_good_for_five_minutes(browser: Browser, laptop: Browser, later: Traveller):
    browser.sign_up()
    link = open_link(browser)
    later.shift(timedelta(minutes=5, seconds=1))
    assert enter(laptop, code=link["code"]) == 404
    assert look(browser, link) == {}


def test_a_code_that_was_taken_back_opens_nothing(browser: Browser, laptop: Browser):
    browser.sign_up()
    link = open_link(browser)
    assert browser.delete(f"/api/links/{link['id']}").status_code == 204
    assert enter(laptop, code=link["code"]) == 404


def test_a_new_code_takes_the_one_before_back(browser: Browser, laptop: Browser):
    browser.sign_up()
    old, new = open_link(browser), open_link(browser)
    assert enter(laptop, code=old["code"]) == 404
    assert enter(laptop, code=new["code"]) == 201


def test_a_browser_without_passkeys_says_so_before_the_yes_and_gets_in(browser: Browser, laptop: Browser):
    account = browser.sign_up()
    link = open_link(browser)
    enter(laptop, code=link["code"], has_passkeys=False)
    assert look(browser, link)["has_passkeys"] is False
    assert laptop.post("/api/entrance/session", {}).status_code == 404
    confirm(browser, link)
    assert laptop.post("/api/entrance/session", {}).status_code == 201
    assert laptop.get("/api/session").get_json()["account"] == account
    assert len(browser.get("/api/passkeys").get_json()["passkeys"]) == 1


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/recovery-codes"),
        ("POST", "/api/links"),
        ("POST", "/api/passkeys/options"),
        ("DELETE", "/api/account"),
        ("GET", "/api/export"),
    ],
)
def test_a_session_without_a_passkey_can_do_nothing_that_asks_for_one(
    browser: Browser, laptop: Browser, method: str, path: str
):
    browser.sign_up()
    link = open_link(browser)
    enter(laptop, code=link["code"], has_passkeys=False)
    confirm(browser, link)
    laptop.post("/api/entrance/session", {})
    response = laptop.client.open(path, method=method, json={} if method == "POST" else None)
    assert (response.status_code, response.get_json()["error"]["code"]) == (403, "reauthenticate")


def test_a_newcomer_who_gives_up_leaves_the_door(browser: Browser, laptop: Browser):
    browser.sign_up()
    link = open_link(browser)
    enter(laptop, code=link["code"])
    assert laptop.delete("/api/entrance").status_code == 204
    assert laptop.get("/api/entrance").status_code == 404
    assert look(browser, link) == {}


def test_showing_a_code_asks_for_a_passkey_shown_lately(browser: Browser, later: Traveller):
    browser.sign_up()
    later.shift(timedelta(minutes=6))
    assert browser.post("/api/links", {}).get_json()["error"]["code"] == "reauthenticate"


def test_a_stranger_cannot_look_at_confirm_refuse_or_take_back(
    browser: Browser, foreign_browser: Browser, laptop: Browser
):
    browser.sign_up()
    foreign_browser.sign_up()
    link = open_link(browser)
    enter(laptop, code=link["code"])
    number = look(browser, link)["number"]
    path = f"/api/links/{link['id']}"
    assert foreign_browser.get(path).status_code == 404
    assert foreign_browser.post(f"{path}/confirmation", {"number": number}).status_code == 404
    assert foreign_browser.post(f"{path}/refusal", {}).status_code == 404
    foreign_browser.delete(path)
    assert look(browser, link)["state"] == "asking"


def test_a_visitor_is_told_to_sign_in(laptop: Browser):
    for path in ("/api/links", "/api/links/x/confirmation", "/api/links/x/refusal"):
        assert laptop.post(path, {}).status_code == 401
    assert laptop.get("/api/links/x").status_code == 401
    assert laptop.delete("/api/links/x").status_code == 401


def test_the_recovery_of_an_account_sends_whoever_stands_at_its_door_away(
    browser: Browser, laptop: Browser, app: Flask
):
    browser.sign_up()
    code = browser.post("/api/recovery-codes", {}).get_json()["codes"][0]
    link = open_link(browser)
    enter(laptop, code=link["code"])
    confirm(browser, link)
    Browser(app).post("/api/entrance/recovery-code", {"code": code, "has_passkeys": True})
    assert make_passkey(laptop) == 404


def test_a_second_code_in_one_browser_replaces_the_first(
    browser: Browser, foreign_browser: Browser, laptop: Browser
):
    ours = browser.sign_up()
    foreign_browser.sign_up()
    enter(laptop, code=open_link(foreign_browser)["code"])
    link = open_link(browser)
    enter(laptop, code=link["code"])
    confirm(browser, link)
    make_passkey(laptop)
    assert laptop.get("/api/session").get_json()["account"] == ours


@pytest.mark.parametrize("key", [{}, {"code": None, "secret": None}, {"code": ""}, {"secret": ""}])
def test_no_code_is_no_code(laptop: Browser, key: dict[str, Any]):
    response = laptop.post("/api/entrance/link", {"has_passkeys": True, **key})
    assert (response.status_code, response.get_json()["error"]["code"]) == (404, "unknown_link")


def test_a_session_without_a_passkey_is_listed_as_what_it_is(browser: Browser, laptop: Browser):
    browser.sign_up()
    link = open_link(browser)
    enter(laptop, code=link["code"], has_passkeys=False)
    confirm(browser, link)
    laptop.post("/api/entrance/session", {})
    devices = browser.get("/api/sessions").get_json()["devices"]
    assert {device["is_here"]: device["has_passkey"] for device in devices} == {True: True, False: False}


def test_signing_the_others_out_sends_whoever_stands_at_the_door_away(browser: Browser, laptop: Browser):
    browser.sign_up()
    link = open_link(browser)
    enter(laptop, code=link["code"])
    confirm(browser, link)
    assert browser.delete("/api/sessions").status_code == 200
    assert make_passkey(laptop) == 404
