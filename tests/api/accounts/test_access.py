"""Every endpoint here, asked by a visitor and by a stranger; and what none of them accepts."""

import pytest
from flask.testing import FlaskClient

from tests.api.accounts.browser import Browser

MAY_BE_EMPTY = (
    "/api/session/options",
    "/api/passkeys/options",
    "/api/session/reauthentication/options",
)
FOR_THE_SIGNED_IN = [
    ("GET", "/api/session"),
    ("DELETE", "/api/session"),
    ("GET", "/api/passkeys"),
    ("POST", "/api/passkeys/options"),
    ("POST", "/api/passkeys"),
    ("POST", "/api/session/reauthentication/options"),
    ("POST", "/api/session/reauthentication"),
]
WITH_A_BODY = [
    "/api/account/options",
    "/api/account",
    "/api/session/options",
    "/api/session",
    "/api/passkeys/options",
    "/api/passkeys",
    "/api/session/reauthentication/options",
    "/api/session/reauthentication",
]


@pytest.mark.parametrize(("method", "path"), FOR_THE_SIGNED_IN)
def test_a_visitor_is_told_to_sign_in(visitor: FlaskClient, method: str, path: str) -> None:
    response = visitor.open(path, method=method, json={} if method == "POST" else None)
    assert response.status_code == 401
    assert response.get_json()["error"]["code"] == "signed_out"


def test_a_stranger_sees_their_own_account_and_passkeys_only(
    browser: Browser, foreign_browser: Browser
) -> None:
    ours = browser.sign_up(name="Nadia")
    theirs = foreign_browser.sign_up(name="Somebody else")
    assert foreign_browser.get("/api/session").get_json() == {"account": theirs}
    our_passkeys = browser.get("/api/passkeys").get_json()["passkeys"]
    their_passkeys = foreign_browser.get("/api/passkeys").get_json()["passkeys"]
    assert ours["id"] != theirs["id"]
    assert our_passkeys[0]["id"] not in [passkey["id"] for passkey in their_passkeys]


def test_a_stranger_cannot_sign_anybody_else_out(browser: Browser, foreign_browser: Browser) -> None:
    browser.sign_up()
    foreign_browser.sign_up()
    foreign_browser.delete("/api/session")
    assert browser.is_signed_in()


def test_a_strangers_offer_excludes_their_own_passkeys_only(
    browser: Browser, foreign_browser: Browser
) -> None:
    browser.sign_up()
    foreign_browser.sign_up()
    options = foreign_browser.options("/api/passkeys/options")
    assert len(options["excludeCredentials"]) == 1
    assert options["user"]["name"] == "Nadia"


@pytest.mark.parametrize("path", WITH_A_BODY)
@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"extra": 1}', b'{"credential": null}', b"\xff", b"[" * 60_000]
)
def test_a_malformed_body_is_a_422_with_a_path(
    owner: FlaskClient, visitor: FlaskClient, path: str, body: bytes
) -> None:
    client = visitor if path.startswith("/api/account") else owner
    response = client.post(path, data=body, content_type="application/json")
    if body == b"" and path in MAY_BE_EMPTY:
        assert response.status_code == 200
    else:
        assert response.status_code == 422
        assert response.get_json()["error"]["path"].startswith("$")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"id": 7}, "$.credential.id"),
        ({"id": "not base64url!"}, "$.credential.id"),
        ({"rawId": "A" * 1365}, "$.credential.rawId"),
        ({"type": "password"}, "$.credential.type"),
        ({"response": {}}, "$.credential.response"),
    ],
)
def test_a_malformed_credential_is_a_422_with_the_path_of_the_fault(
    browser: Browser, change: dict[str, object], path: str
) -> None:
    browser.sign_up()
    answer = browser.asserted()
    response = browser.post("/api/session", {"credential": answer["credential"] | change})
    assert (response.status_code, response.get_json()["error"]["path"]) == (422, path)


def test_members_the_standard_may_add_are_left_alone(browser: Browser) -> None:
    browser.sign_up()
    answer = browser.asserted()
    assert (
        browser.post("/api/session", {"credential": answer["credential"] | {"future": 1}}).status_code == 200
    )


@pytest.mark.parametrize("name", ["two\nlines", "nul\0", "\u2028", "bell\a", "x" * 101, 7, None])
def test_an_account_name_is_one_short_line(visitor: FlaskClient, name: object) -> None:
    response = visitor.post("/api/account/options", json={"name": name})
    assert (response.status_code, response.get_json()["error"]["path"]) == (422, "$.name")


def test_an_oversized_answer_is_a_413(browser: Browser) -> None:
    assert browser.post("/api/session", {"credential": "A" * 70_000}).status_code == 413
