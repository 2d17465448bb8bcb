"""Recovery codes: made, shown once, good once; what using one opens, ends and tells."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask
from time_machine import Traveller

from tests.api.accounts.browser import Browser
from webapp.accounts.models import Entrance, RecoveryCode


def make_codes(browser: Browser) -> list[str]:
    response = browser.post("/api/recovery-codes", {})
    assert response.status_code == 201, response.json
    codes: list[str] = response.get_json()["codes"]
    return codes


def use(browser: Browser, code: str, *, has_passkeys: bool = True) -> int:
    body = {"code": code, "has_passkeys": has_passkeys}
    return browser.post("/api/entrance/recovery-code", body).status_code


def make_passkey(browser: Browser) -> int:
    options = browser.options("/api/entrance/passkey/options")
    credential = browser.authenticator.create(options)
    return browser.post("/api/entrance/passkey", {"credential": credential}).status_code


@pytest.fixture
def new_phone(app: Flask) -> Browser:
    """With no passkey and no cookie."""
    return Browser(app)


def test_ten_codes_are_made_and_counted(browser: Browser):
    browser.sign_up()
    assert browser.get("/api/recovery-codes").get_json() == {"left": 0, "made_at": None}
    codes = make_codes(browser)
    assert len(set(codes)) == 10
    counted = browser.get("/api/recovery-codes").get_json()
    assert counted["left"] == 10
    assert counted["made_at"] is not None


def test_nothing_in_the_database_is_a_code(browser: Browser, app: Flask):
    browser.sign_up()
    codes = make_codes(browser)
    with app.extensions["rebound"].engine.connect() as connection:
        stored = repr(connection.execute(sa.select(RecoveryCode.__table__)).all())
    assert not any(code in stored or code.replace("-", "") in stored for code in codes)


def test_a_code_lets_a_new_phone_in_that_makes_a_passkey_of_its_own(browser: Browser, new_phone: Browser):
    account = browser.sign_up()
    code = make_codes(browser)[0]
    assert use(new_phone, code.lower().replace("-", " ")) == 201
    assert not new_phone.is_signed_in()
    assert make_passkey(new_phone) == 201
    assert new_phone.get("/api/session").get_json()["account"] == account
    assert new_phone.get("/api/recovery-codes").get_json()["left"] == 9
    assert len(new_phone.get("/api/passkeys").get_json()["passkeys"]) == 2
    assert new_phone.another().sign_in().status_code == 200


def test_a_code_is_good_once(browser: Browser, new_phone: Browser, foreign_browser: Browser):
    browser.sign_up()
    code = make_codes(browser)[0]
    assert use(new_phone, code) == 201
    assert use(foreign_browser, code) == 404
    assert use(new_phone, code) == 404


def test_of_twenty_who_use_one_code_at_once_one_comes_in(browser: Browser, app: Flask):
    browser.sign_up()
    code = make_codes(browser)[0]
    crowd = [Browser(app) for _ in range(20)]
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda each: use(each, code), crowd))
    assert sorted(answers) == [201] + [404] * 19


def test_a_use_ends_every_session_of_the_account(browser: Browser, new_phone: Browser):
    browser.sign_up()
    thief = browser.another()
    thief.sign_in()
    use(new_phone, make_codes(browser)[0])
    assert not browser.is_signed_in()
    assert not thief.is_signed_in()
    assert thief.get("/api/session").get_json()["error"]["code"] == "signed_out"


def test_new_codes_are_the_end_of_the_old_ones(browser: Browser, new_phone: Browser):
    browser.sign_up()
    old, new = make_codes(browser)[0], make_codes(browser)[0]
    assert browser.get("/api/recovery-codes").get_json()["left"] == 10
    assert use(new_phone, old) == 404
    assert use(new_phone, new) == 201


def test_until_the_passkey_is_made_the_newcomer_may_do_nothing_else(
    app: Flask, browser: Browser, new_phone: Browser
):
    browser.sign_up()
    use(new_phone, make_codes(browser)[0])
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/api/") or rule.rule.startswith("/api/entrance"):
            continue
        path = rule.rule.replace("<collection>", "wins").replace("<row_id>", "x").replace("<link_id>", "x")
        if path.startswith(("/api/account", "/api/session", "/api/openapi")):
            continue  # for visitors: sign-up and sign-in, which ask for a passkey themselves, and the description
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            response = new_phone.client.open(path, method=method, json={} if method != "GET" else None)
            assert response.status_code in (401, 404), (method, path)


def test_a_browser_without_passkeys_gets_a_session_without_one_and_for_less_long(
    browser: Browser, new_phone: Browser, later: Traveller
):
    browser.sign_up()
    use(new_phone, make_codes(browser)[0], has_passkeys=False)
    assert new_phone.post("/api/entrance/session", {}).status_code == 201
    assert new_phone.is_signed_in()
    # Day by day, so that it is never idle.
    for _ in range(4):
        later.shift(timedelta(days=6))
        assert new_phone.is_signed_in()
    later.shift(timedelta(days=6))
    assert not new_phone.is_signed_in()


def test_a_session_without_a_passkey_is_over_after_a_week_unused(
    browser: Browser, new_phone: Browser, later: Traveller
):
    browser.sign_up()
    use(new_phone, make_codes(browser)[0], has_passkeys=False)
    new_phone.post("/api/entrance/session", {})
    later.shift(timedelta(days=7, hours=2))
    assert not new_phone.is_signed_in()


def test_a_code_just_used_is_proof_enough_to_make_new_ones(
    browser: Browser, new_phone: Browser, later: Traveller
):
    browser.sign_up()
    use(new_phone, make_codes(browser)[0], has_passkeys=False)
    new_phone.post("/api/entrance/session", {})
    assert len(make_codes(new_phone)) == 10
    later.shift(timedelta(minutes=6))
    assert new_phone.post("/api/recovery-codes", {}).get_json()["error"]["code"] == "reauthenticate"


def test_a_browser_that_knows_passkeys_does_not_get_in_without_one(browser: Browser, new_phone: Browser):
    browser.sign_up()
    use(new_phone, make_codes(browser)[0], has_passkeys=True)
    assert new_phone.post("/api/entrance/session", {}).status_code == 404
    assert not new_phone.is_signed_in()


def test_the_way_in_is_open_to_the_browser_that_used_the_code_alone(
    browser: Browser, new_phone: Browser, foreign_browser: Browser
):
    browser.sign_up()
    use(new_phone, make_codes(browser)[0])
    foreign_browser.options("/api/session/options")
    for path in ("/api/entrance/passkey/options", "/api/entrance/session"):
        assert foreign_browser.post(path, {}).status_code == 404
    options = new_phone.options("/api/entrance/passkey/options")
    credential = new_phone.authenticator.create(options)
    assert foreign_browser.post("/api/entrance/passkey", {"credential": credential}).status_code == 404


def test_the_way_in_closes_after_ten_minutes(
    browser: Browser, new_phone: Browser, later: Traveller, app: Flask
):
    browser.sign_up()
    use(new_phone, make_codes(browser)[0])
    later.shift(timedelta(minutes=10, seconds=1))
    response = new_phone.post("/api/entrance/passkey/options", {})
    assert (response.status_code, response.get_json()["error"]["code"]) == (404, "entrance_closed")
    # And the row goes with the next one that is made.
    browser.sign_in()
    browser.post("/api/links", {})
    with app.extensions["rebound"].engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(Entrance)) == 1


def test_every_device_is_told(browser: Browser, new_phone: Browser):
    browser.sign_up()
    use(new_phone, make_codes(browser)[0])
    browser.sign_in()
    notices = browser.get("/api/notices").get_json()["notices"]
    assert [(notice["kind"], notice["device"]) for notice in notices] == [
        ("recovery-code-used", "Chrome on Android")
    ]
    # Also by making new codes nobody makes it untold.
    make_codes(browser)
    assert len(browser.get("/api/notices").get_json()["notices"]) == 1


def test_making_codes_asks_for_a_passkey_shown_lately(browser: Browser, later: Traveller):
    browser.sign_up()
    later.shift(timedelta(minutes=6))
    response = browser.post("/api/recovery-codes", {})
    assert (response.status_code, response.get_json()["error"]["code"]) == (403, "reauthenticate")


def test_somebody_signed_in_does_not_come_in_again(browser: Browser, foreign_browser: Browser):
    browser.sign_up()
    code = make_codes(browser)[0]
    foreign_browser.sign_up()
    assert use(foreign_browser, code) == 409
    assert browser.get("/api/recovery-codes").get_json()["left"] == 10


def test_a_stranger_neither_counts_nor_ends_the_owners_codes(browser: Browser, foreign_browser: Browser):
    browser.sign_up()
    make_codes(browser)
    foreign_browser.sign_up()
    assert foreign_browser.get("/api/recovery-codes").get_json()["left"] == 0
    make_codes(foreign_browser)
    assert browser.get("/api/recovery-codes").get_json()["left"] == 10
    assert foreign_browser.get("/api/notices").get_json() == {"notices": []}


@pytest.mark.parametrize(
    "body",
    [{}, {"code": "A" * 101, "has_passkeys": True}, {"code": 7, "has_passkeys": True}, {"code": "A"}, []],
)
def test_a_malformed_use_is_a_422_with_a_path(new_phone: Browser, body: object):
    response = new_phone.post("/api/entrance/recovery-code", body)
    assert response.status_code == 422
    assert response.get_json()["error"]["path"].startswith("$")


@pytest.mark.parametrize("code", ["", "-", "x" * 100, "😀", "7K3M-9QXT"])
def test_a_wrong_code_is_met_with_words_and_nothing_else(new_phone: Browser, code: str):
    response = new_phone.post("/api/entrance/recovery-code", {"code": code, "has_passkeys": True})
    assert (response.status_code, response.get_json()["error"]["code"]) == (404, "unknown_code")


def test_neither_codes_nor_tokens_reach_the_log(
    browser: Browser, new_phone: Browser, caplog: pytest.LogCaptureFixture
):
    caplog.set_level("DEBUG")
    browser.sign_up()
    codes = make_codes(browser)
    link = browser.post("/api/links", {}).get_json()["link"]
    use(new_phone, codes[0])
    use(new_phone, codes[0])
    new_phone.post("/api/entrance/link", {"code": link["code"], "has_passkeys": True})
    make_passkey(new_phone) if new_phone.get("/api/entrance").status_code == 200 else None
    said = caplog.text
    secrets = [*codes, link["code"], link["url"].partition("#")[2]]
    assert not any(secret in said or secret.replace("-", "") in said for secret in secrets)
