"""A challenge is good once, for five minutes, in one browser, for one purpose."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.api.accounts.browser import Browser
from webapp.accounts.models import Account, Challenge, Session
from webapp.database import begin_read


def is_spent(response: TestResponse) -> bool:
    return response.status_code == 410 and response.get_json()["error"]["code"] == "challenge_spent"


def test_an_answer_is_good_once(browser: Browser) -> None:
    browser.sign_up()
    answer = browser.asserted()
    assert browser.post("/api/session", answer).status_code == 200
    assert is_spent(browser.post("/api/session", answer))


def test_a_wrong_answer_spends_its_challenge_too(browser: Browser) -> None:
    browser.sign_up()
    good = browser.asserted()
    bad = {
        "credential": good["credential"] | {"response": good["credential"]["response"] | {"signature": "AA"}}
    }
    assert browser.post("/api/session", bad).status_code == 403
    assert is_spent(browser.post("/api/session", good))


@pytest.mark.parametrize(("waited_s", "is_good"), [(299, True), (301, False)])
def test_an_answer_may_take_five_minutes(browser: Browser, waited_s: int, is_good: bool) -> None:
    browser.sign_up()
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False) as clock:
        answer = browser.asserted()
        clock.shift(timedelta(seconds=waited_s))
        response = browser.post("/api/session", answer)
    assert (response.status_code == 200) if is_good else is_spent(response)


def test_an_answer_is_good_only_in_the_browser_that_asked(browser: Browser) -> None:
    browser.sign_up()
    other = browser.another()
    other.options("/api/session/options")
    answer = browser.asserted()
    assert is_spent(other.post("/api/session", answer))
    # And the thief cannot even spend it for its owner.
    assert browser.post("/api/session", answer).status_code == 200


def test_an_answer_without_any_cookie_is_good_nowhere(browser: Browser) -> None:
    browser.sign_up()
    assert is_spent(browser.another().post("/api/session", browser.asserted()))


def test_a_sign_ups_challenge_opens_no_session(browser: Browser) -> None:
    browser.sign_up()
    browser.delete("/api/session")
    challenge = browser.options("/api/account/options")["challenge"]
    options = browser.options("/api/session/options") | {"challenge": challenge}
    assert is_spent(browser.post("/api/session", {"credential": browser.authenticator.get(options)}))


def test_a_sign_ups_challenge_adds_no_passkey(browser: Browser) -> None:
    answer = browser.made()
    browser.sign_up()
    assert is_spent(browser.post("/api/passkeys", answer))


def test_a_passkey_asked_for_by_one_account_is_not_added_to_another(
    browser: Browser, foreign_browser: Browser
) -> None:
    browser.sign_up()
    foreign_browser.sign_up()
    answer = {"credential": browser.authenticator.create(browser.options("/api/passkeys/options"))}
    assert is_spent(foreign_browser.post("/api/passkeys", answer))
    assert browser.post("/api/passkeys", answer).status_code == 201


def test_a_challenge_nobody_issued_is_good_nowhere(browser: Browser) -> None:
    browser.sign_up()
    options = browser.options("/api/session/options") | {"challenge": "A" * 43}
    assert is_spent(browser.post("/api/session", {"credential": browser.authenticator.get(options)}))


def test_expired_challenges_are_cleared_away(app: Flask, browser: Browser) -> None:
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False) as clock:
        for _ in range(3):
            browser.options("/api/session/options")
        clock.shift(timedelta(minutes=6))
        browser.options("/api/session/options")
    assert _count(app, Challenge) == 1


def test_of_twenty_parallel_sign_ins_with_one_answer_one_wins(app: Flask, browser: Browser) -> None:
    browser.sign_up()
    browser.delete("/api/session")
    answer = browser.asserted()
    assert _race(app, browser, "/api/session", answer) == {200: 1, 410: 19}
    assert _count(app, Session) == 1


def test_of_twenty_parallel_sign_ups_with_one_answer_one_wins(app: Flask, browser: Browser) -> None:
    assert _race(app, browser, "/api/account", browser.made()) == {201: 1, 410: 19}
    assert _count(app, Account) == 1


def _race(app: Flask, browser: Browser, path: str, answer: object) -> Counter[int]:
    """Twenty tabs of one browser post the same answer at the same moment."""
    cookie = browser.client.get_cookie("rebound")
    assert cookie is not None
    together = Barrier(20)

    def post(_: int) -> int:
        tab = app.test_client()
        tab.set_cookie("rebound", cookie.value)
        together.wait()
        return tab.post(path, json=answer).status_code

    with ThreadPoolExecutor(20) as threads:
        return Counter(threads.map(post, range(20)))


def _count(app: Flask, table: type[Account] | type[Session] | type[Challenge]) -> int:
    with begin_read(app.extensions["rebound"].engine) as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0
