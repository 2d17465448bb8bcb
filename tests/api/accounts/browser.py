"""A browser in front of the app: a cookie jar, an authenticator, and the ceremonies as a person does them."""

from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.authenticator import HONEST, Authenticator, Lies

CHROME_ON_ANDROID = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Mobile Safari/537.36"
)


@dataclass
class Browser:
    app: Flask
    client: FlaskClient = field(init=False)
    authenticator: Authenticator = field(init=False)

    def __post_init__(self) -> None:
        settings = self.app.extensions["rebound"].settings
        self.client = self.app.test_client()
        self.authenticator = Authenticator(origin=settings.origin)

    def post(self, path: str, body: object) -> TestResponse:
        # The address too comes from the settings, because a __Host- cookie only travels over https.
        return self.client.post(
            path, json=body, base_url=self.authenticator.origin, headers={"User-Agent": CHROME_ON_ANDROID}
        )

    def patch(self, path: str, body: object) -> TestResponse:
        return self.client.patch(path, json=body, base_url=self.authenticator.origin)

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, base_url=self.authenticator.origin)

    def delete(self, path: str) -> TestResponse:
        return self.client.delete(path, base_url=self.authenticator.origin)

    def options(self, path: str, body: object | None = None) -> dict[str, Any]:
        response = self.post(path, body or {})
        assert response.status_code == 200, response.json
        return dict(response.get_json()["options"])

    def made(self, lies: Lies = HONEST, *, name: str = "Nadia") -> dict[str, Any]:
        """The answer of a sign-up, not sent yet."""
        options = self.options("/api/account/options", {"name": name})
        return {"credential": self.authenticator.create(options, lies)}

    def asserted(self, lies: Lies = HONEST) -> dict[str, Any]:
        """The answer of a sign-in, not sent yet."""
        return {"credential": self.authenticator.get(self.options("/api/session/options"), lies)}

    def sign_up(self, lies: Lies = HONEST, *, name: str = "Nadia") -> dict[str, Any]:
        response = self.post("/api/account", self.made(lies, name=name))
        assert response.status_code == 201, response.json
        return dict(response.get_json()["account"])

    def sign_in(self, lies: Lies = HONEST) -> TestResponse:
        return self.post("/api/session", self.asserted(lies))

    def shown_again(self, lies: Lies = HONEST) -> dict[str, Any]:
        """The answer of a re-authentication, not sent yet."""
        options = self.options("/api/session/reauthentication/options")
        return {"credential": self.authenticator.get(options, lies)}

    def reauthenticate(self, lies: Lies = HONEST) -> TestResponse:
        return self.post("/api/session/reauthentication", self.shown_again(lies))

    def add_passkey(self) -> dict[str, Any]:
        """One more passkey, kept by the same authenticator."""
        answer = {"credential": self.authenticator.create(self.options("/api/passkeys/options"))}
        response = self.post("/api/passkeys", answer)
        assert response.status_code == 201, response.json
        return dict(response.get_json()["passkey"])

    def passkeys(self) -> list[dict[str, Any]]:
        return list(self.get("/api/passkeys").get_json()["passkeys"])

    def copy_of_its_cookie(self) -> "Browser":
        """The browser of somebody who copied the cookie: another tab, or a thief."""
        cookie = self.client.get_cookie("rebound")
        assert cookie is not None
        other = self.another()
        other.client.set_cookie("rebound", cookie.value)
        return other

    def is_signed_in(self) -> bool:
        # Closed, as a server closes it when it has left: that is when "last seen" is written.
        with self.get("/api/session") as response:
            return response.status_code == 200

    def another(self) -> "Browser":
        """A second browser of the same person: no cookie, the same synced passkeys."""
        other = Browser(self.app)
        other.authenticator.passkeys = self.authenticator.passkeys
        return other
