"""A person's device in a test: one browser context, one page, an authenticator, and the gestures of the stories.

Gestures use the names a person hears or reads, so a screen reader's way through the app is what is tested.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Locator, Page, expect

PHONE = {"width": 412, "height": 915}

# What the console may say without a fault of ours: requests that fail because a test cut the network.
_EXPECTED_NOISE = ("net::ERR_", "Failed to load resource")

# A browser's own list of passkeys waits for a tap; a virtual authenticator would choose by itself after a while.
_THE_LIST_WAITS = """
    const get = CredentialsContainer.prototype.get;
    const chosen = new Promise((choose) => (globalThis.chooseFromTheList = choose));
    CredentialsContainer.prototype.get = async function (options) {
        if (options.mediation === "conditional" && !options.signal.aborted)
            await Promise.race([chosen, new Promise((left) => options.signal.addEventListener("abort", left))]);
        return get.call(this, options);
    };
"""

# A device that found no server asks again within half a minute: for stories in which the server was away.
NEXT_LOOK_MS = 40_000


def eventually(is_so: Callable[[], bool], *, within_s: float = 10) -> None:
    """What `expect` does, for what it cannot ask: a comparison of two devices, or of now and before."""
    deadline = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < deadline
        # Between two questions, as `expect` does: asking without a pause would take the page's processor from it.
        time.sleep(0.05)


@dataclass
class Device:
    """One device. `faults` collects everything a browser complained about; the fixture asserts that it stays empty."""

    context: BrowserContext
    page: Page
    origin: str
    cdp: CDPSession
    authenticator_id: str
    faults: list[str] = field(default_factory=list)

    @classmethod
    def take(cls, browser: Browser, origin: str, **context_options: Any) -> Device:
        """A new device that has never seen Rebound."""
        options = {"viewport": PHONE, "locale": "en-GB", "timezone_id": "Europe/Berlin", **context_options}
        context = browser.new_context(**options)
        page = context.new_page()
        context.set_default_timeout(10_000)
        context.add_init_script(_THE_LIST_WAITS)
        cdp = context.new_cdp_session(page)
        cdp.send("WebAuthn.enable")
        added = cdp.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        device = cls(context, page, origin, cdp, added["authenticatorId"])
        page.on("console", device._note_console)
        page.on("pageerror", lambda error: device.faults.append(f"uncaught: {error}"))
        return device

    def _note_console(self, message: Any) -> None:
        if message.type == "error" and not any(noise in message.text for noise in _EXPECTED_NOISE):
            self.faults.append(f"console: {message.text}")

    def open(self, path: str = "/") -> None:
        """Type an address."""
        self.page.goto(self.origin + path)

    def visit_once(self) -> None:
        """Open the app and wait until its service worker could carry it without a network."""
        self.open("/")
        self.wait_for_worker()

    def wait_for_worker(self) -> None:
        """Resolve when the service worker is active and in charge of this page."""
        self.page.evaluate(
            """async () => {
                await navigator.serviceWorker.ready;
                if (!navigator.serviceWorker.controller)
                    await new Promise((done) =>
                        navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
            }"""
        )

    def carry_passkeys_to(self, other: Device) -> None:
        """What a password manager does: the same passkeys on another device of the same person."""
        stored = self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.authenticator_id})
        for credential in stored["credentials"]:
            other.cdp.send(
                "WebAuthn.addCredential",
                {"authenticatorId": other.authenticator_id, "credential": credential},
            )

    def share_account_with(self, other: Device, name: str = "Nadia") -> None:
        """Make an account here, and sign in to it on another device that could work without a network, too."""
        self.create_account(name)
        self.carry_passkeys_to(other)
        other.visit_once()
        other.sign_in()

    def button(self, name: str) -> Locator:
        """The control with this name: a button, or a link that looks like one."""
        return self.page.get_by_role("button", name=name, exact=True).or_(
            self.page.get_by_role("link", name=name, exact=True)
        )

    def tab(self, name: str) -> Locator:
        """One of the five places."""
        return self.page.get_by_role("navigation", name="Places").get_by_role("link", name=name, exact=True)

    def item(self, words: str) -> Locator:
        """A line of a checklist: a checkbox named by its text."""
        return self.page.get_by_role("checkbox", name=words, exact=True)

    def heading(self, words: str) -> Locator:
        """A heading by its words."""
        return self.page.get_by_role("heading", name=words)

    def status(self, words: str) -> Locator:
        """The status element while it says exactly this."""
        return self.page.get_by_role("status").filter(has_text=words)

    def expect_saved(self, within_ms: float = 10_000) -> None:
        """Wait until the app says that nothing is left to send. Whatever can be seen by then counts."""
        expect(self.status("Everything is saved on the server").first).to_be_attached(timeout=within_ms)

    def expect_said(self, words: str) -> None:
        """Wait until the snackbar says this: by then the change is on the device, and the page may go away."""
        expect(self.page.locator(".snack").filter(has_text=words)).to_be_attached()

    def keep_undo_at_hand(self) -> None:
        """Rest the pointer on the snackbar, which stays for as long: what comes next may take more than its time."""
        self.button("Undo").hover()

    def log_interview(self, *, company: str, role: str, people: tuple[str, ...] = ()) -> None:
        """From anywhere with the large button to the interview's page."""
        self.button("I just had an interview").first.click()
        self.page.get_by_label("Company", exact=True).fill(company)
        self.page.get_by_label("Role", exact=True).fill(role)
        for person in people:
            name = self.page.get_by_label("Name of the person")
            # After a name the field stays open for the next one.
            if not name.is_visible():
                self.button("Add a person").click()
            name.fill(person)
            self.page.keyboard.press("Enter")
        self.button("Save and start").click()
        expect(self.heading(role)).to_be_visible()

    def create_account(self, name: str = "Nadia") -> None:
        """Settings → Create an account, with this device's authenticator."""
        self.open("/settings")
        self.page.get_by_label("A name for it").fill(name)
        self.button("Create an account").click()
        self.expect_saved()

    def sign_in(self) -> None:
        """I have an account → the passkey."""
        self.open("/sign-in")
        self.button("Sign in with a passkey").click()
        expect(self.tab("Today")).to_be_visible(timeout=10_000)

    def go_offline(self) -> None:
        """No network, for pages and for the service worker alike."""
        self.context.set_offline(True)

    def go_online(self) -> None:
        """The network is back."""
        self.context.set_offline(False)

    def close(self) -> None:
        """Put the device away; what it stored is gone with its context."""
        self.context.close()
