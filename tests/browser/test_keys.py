"""The ways into an account and the devices that are in: every ceremony a person meets after the first one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from playwright.sync_api import Locator, expect

from tests.browser.device import NEXT_LOOK_MS, Device, eventually
from tests.live_server import LiveServer
from webapp.accounts.models import Session
from webapp.database import create_engine_for

ANDROID = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Mobile Safari/537.36"
)


@pytest.fixture
def phone(take_device: Callable[..., Device]) -> Device:
    return take_device(user_agent=ANDROID)


@pytest.fixture
def both(phone: Device, laptop: Device) -> tuple[Device, Device]:
    """Phone and laptop of one person, both signed in, the passkey carried over by their password manager."""
    phone.create_account()
    phone.carry_passkeys_to(laptop)
    laptop.sign_in()
    laptop.expect_saved()
    return phone, laptop


def section(device: Device, name: str) -> Locator:
    return device.page.get_by_role("region", name=name, exact=True)


def row(device: Device, name: str, *, where: str = "Ways to sign in") -> Locator:
    return section(device, where).get_by_role("button", name=re.compile(f"^{name}"))


def sheet(device: Device) -> Locator:
    return device.page.get_by_role("dialog")


def expect_told(device: Device, words: str) -> None:
    """What the snackbar says, or said a moment ago."""
    expect(device.page.get_by_text(words, exact=True).first).to_be_attached()


def passkeys_of(device: Device) -> list[Any]:
    stored = device.cdp.send("WebAuthn.getCredentials", {"authenticatorId": device.authenticator_id})
    return list(stored["credentials"])


def forget_passkeys(device: Device) -> None:
    device.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": device.authenticator_id})


def let_the_person_say(device: Device, *, yes: bool) -> None:
    """Whether the finger or the face on this device fits from now on."""
    device.cdp.send(
        "WebAuthn.setUserVerified", {"authenticatorId": device.authenticator_id, "isUserVerified": yes}
    )


def let_six_minutes_pass(server: LiveServer) -> None:
    """Since anybody showed a passkey, as far as the server remembers."""
    engine = create_engine_for(server.database_url)
    with engine.begin() as connection:
        connection.execute(sa.update(Session).values(reauth_at=datetime.now(UTC) - timedelta(minutes=6)))
    engine.dispose()


def test_a_second_passkey_is_added_named_and_removed(both: tuple[Device, Device], server: LiveServer) -> None:
    phone, laptop = both
    # A passkey of the laptop's own: what was carried over stays with the password manager.
    forget_passkeys(laptop)
    laptop.open("/settings")
    expect(row(laptop, "Chrome on Android")).to_be_visible()
    laptop.button("Add a passkey").click()
    expect_told(laptop, "Another passkey opens this account now")
    assert len(passkeys_of(laptop)) == 1

    row(laptop, "Chrome on Linux").click()
    sheet(laptop).get_by_label("Name").fill("Home laptop")
    laptop.page.keyboard.press("Enter")
    expect_told(laptop, "It is called Home laptop now")
    laptop.button("Close").click()
    expect(row(laptop, "Home laptop")).to_be_visible()

    let_six_minutes_pass(server)
    phone.open("/settings")
    row(phone, "Home laptop").click()
    let_the_person_say(phone, yes=False)
    phone.button("Remove this passkey").click()
    phone.button("Remove it").click()
    expect(sheet(phone).get_by_role("alert")).to_have_text(re.compile("not confirmed that this is you"))
    let_the_person_say(phone, yes=True)
    phone.button("Remove it").click()
    expect_told(phone, "Home laptop opens this account no more")
    expect(row(phone, "Home laptop")).to_have_count(0)
    expect(row(phone, "Chrome on Android")).to_be_visible()

    # The laptop's own password manager hears of it, and stops offering what opens nothing.
    laptop.open("/settings")
    expect(row(laptop, "Chrome on Android")).to_be_visible()
    # Password managers are told and not waited for.
    eventually(lambda: passkeys_of(laptop) == [])


def test_a_device_with_a_passkey_makes_no_second_one_and_the_only_one_stays(phone: Device) -> None:
    phone.create_account()
    phone.button("Add a passkey").click()
    expect(section(phone, "Ways to sign in").get_by_role("alert")).to_have_text(
        re.compile("has a passkey for this account already")
    )
    row(phone, "Chrome on Android").click()
    phone.button("Remove this passkey").click()
    phone.button("Remove it").click()
    expect(sheet(phone).get_by_role("alert")).to_have_text(re.compile("only way into your account"))
    phone.button("Keep it").click()
    phone.button("Close").click()

    row(phone, "Nadia").click()
    sheet(phone).get_by_label("Its name").fill("Nadia K.")
    phone.page.keyboard.press("Enter")
    expect_told(phone, "The account has its new name")
    phone.button("Close").click()
    expect(row(phone, "Nadia K.")).to_be_visible()
    eventually(lambda: [each.get("userName") for each in passkeys_of(phone)] == ["Nadia K."])


def test_a_passkey_that_was_removed_is_met_with_words_and_offered_no_more(
    both: tuple[Device, Device],
) -> None:
    phone, laptop = both
    forget_passkeys(laptop)
    laptop.open("/settings")
    laptop.button("Add a passkey").click()
    expect_told(laptop, "Another passkey opens this account now")
    laptop.button("Sign out").click()
    with laptop.page.expect_event("load"):
        laptop.button("Sign out and clear this device").click()
    expect(laptop.button("I have an account")).to_be_visible()

    phone.open("/settings")
    row(phone, "Chrome on Linux").click()
    phone.button("Remove this passkey").click()
    phone.button("Remove it").click()
    expect(row(phone, "Chrome on Linux")).to_have_count(0)

    laptop.open("/sign-in")
    laptop.button("Sign in with a passkey").click()
    expect(laptop.page.get_by_role("alert").first).to_have_text(
        re.compile("No account here knows this passkey")
    )
    eventually(lambda: passkeys_of(laptop) == [])


def test_a_lost_device_is_signed_out_from_afar_and_keeps_what_it_has_not_sent(
    both: tuple[Device, Device],
) -> None:
    phone, laptop = both
    laptop.wait_for_worker()
    laptop.go_offline()
    laptop.log_interview(company="Ostara Rail", role="Planning manager")
    phone.open("/settings")
    devices = section(phone, "Devices")
    expect(devices.get_by_role("listitem")).to_have_count(2)
    expect(devices.get_by_role("listitem").first).to_have_text(re.compile("This phone.*In use now.*Here"))
    row(phone, "Chrome on Linux", where="Devices").click()
    phone.button("Sign it out").click()
    expect(devices.get_by_role("listitem")).to_have_count(1)

    laptop.go_online()
    expect(laptop.button("Sync: Look")).to_be_visible(timeout=NEXT_LOOK_MS)
    laptop.open("/settings")
    expect(laptop.page.get_by_text("shows when you are signed in again").first).to_be_visible()
    laptop.button("Sign in again").click()
    laptop.button("Sign in with a passkey").click()
    laptop.expect_saved()
    phone.open("/interviews")
    expect(phone.page.get_by_text("Planning manager").first).to_be_visible()


def test_signing_out_everywhere_clears_this_device_and_asks_the_other_to_sign_in(
    both: tuple[Device, Device], server: LiveServer
) -> None:
    phone, laptop = both
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.expect_saved()
    laptop.open("/interviews")
    expect(laptop.page.get_by_text("Planning manager").first).to_be_visible()

    let_six_minutes_pass(server)
    phone.open("/settings")
    phone.button("Sign out on every device").click()
    with phone.page.expect_event("load"):
        phone.button("Sign out everywhere").click()
    expect(phone.button("I have an account")).to_be_visible()
    phone.open("/interviews")
    expect(phone.page.get_by_text("Planning manager")).to_have_count(0)

    laptop.open("/settings")
    expect(laptop.button("Sign in again")).to_be_visible()
    laptop.tab("Interviews").click()
    expect(laptop.page.get_by_text("Planning manager").first).to_be_visible()


def test_the_browsers_own_list_signs_in_without_the_button(phone: Device, laptop: Device) -> None:
    phone.create_account()
    phone.carry_passkeys_to(laptop)
    laptop.open("/sign-in")
    laptop.page.get_by_label("Or choose one from a list").focus()
    laptop.page.evaluate("chooseFromTheList()")
    expect(laptop.tab("Today")).to_be_visible()
    laptop.open("/settings")
    expect(section(laptop, "Devices").get_by_role("listitem")).to_have_count(2)
