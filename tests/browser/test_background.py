"""What was written without a network goes up when there is one again, also while Rebound is closed."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from tests.browser.device import Device


class Worker:
    """The phone's service worker, as the browser wakes it."""

    def __init__(self, device: Device) -> None:
        # A page that is none of Rebound's: the worker is alone.
        self._origin = device.origin
        self._page = device.context.new_page()
        self._cdp = device.context.new_cdp_session(self._page)
        self._registrations: list[str] = []
        self._cdp.on("ServiceWorker.workerRegistrationUpdated", self._note)
        self._cdp.send("ServiceWorker.enable")

    def _note(self, event: Any) -> None:
        self._registrations += [
            each["registrationId"] for each in event["registrations"] if not each["isDeleted"]
        ]

    def hear_that_the_network_is_back(self) -> None:
        """What Chromium does by itself some time after the network returned."""
        while not self._registrations:
            self._page.evaluate("1")
        self._cdp.send(
            "ServiceWorker.dispatchSyncEvent",
            {
                "origin": self._origin,
                "registrationId": self._registrations[-1],
                "tag": "rebound-sync",
                "lastChance": False,
            },
        )


def test_a_debrief_written_in_the_lift_reaches_the_laptop_though_the_phone_was_put_away(
    phone: Device, laptop: Device
) -> None:
    phone.visit_once()
    phone.create_account()
    phone.carry_passkeys_to(laptop)
    laptop.sign_in()
    phone.open("/")
    phone.go_offline()
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    expect(phone.status("only on this device").first).to_be_attached()
    worker = Worker(phone)
    phone.page.close()
    phone.go_online()
    # Nothing of Rebound is open on the phone any more: only the worker can have sent it.
    worker.hear_that_the_network_is_back()
    laptop.open("/interviews")
    expect(laptop.page.get_by_role("main").get_by_text("Planning manager").first).to_be_visible()
