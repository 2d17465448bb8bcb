"""Getting in without a passkey: by a recovery code, by another device, and in a browser that knows no passkeys."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.device import Device

WITHOUT_PASSKEYS = "delete window.PublicKeyCredential"


@pytest.fixture
def old_browser(take_device: Callable[..., Device]) -> Device:
    """A browser that knows no passkeys."""
    device = take_device()
    device.context.add_init_script(WITHOUT_PASSKEYS)
    return device


def make_codes(device: Device) -> list[str]:
    device.open("/settings")
    # A link of that name leads to the button of that name.
    way = device.page.get_by_role("link", name="Make recovery codes", exact=True)
    way.click()
    expect(way).to_have_count(0)
    device.button("Make recovery codes").click()
    expect(device.heading("Your ten codes. They are shown this once.")).to_be_visible()
    codes = device.page.get_by_role("list", name="Recovery codes").get_by_role("listitem").all_inner_texts()
    assert len(codes) == 10
    return codes


def use_code(device: Device, code: str) -> None:
    device.open("/sign-in")
    device.page.get_by_role("link", name="Use a recovery code").click()
    device.page.get_by_label("Recovery code", exact=True).fill(code)
    device.button("Go on").click()


def show_link_code(device: Device) -> str:
    device.open("/settings")
    device.page.get_by_role("link", name="Link one more device").click()
    device.button("Show a code").click()
    expect(device.heading("Scan this with the other device.")).to_be_visible()
    return device.page.locator(".link-code__letters").inner_text()


def type_link_code(device: Device, code: str) -> None:
    device.open("/sign-in")
    device.page.get_by_role("link", name=re.compile("Link with another device")).click()
    device.page.get_by_label("Code on the other device").fill(code)
    device.button("Go on").click()
    expect(device.heading("Now say yes on the other device.")).to_be_visible()


def expect_at_home(device: Device, role: str) -> None:
    expect(device.tab("Today")).to_be_visible()
    device.tab("Interviews").click()
    expect(device.page.get_by_text(role).first).to_be_visible()


def test_lost_the_phone_gets_back_in_with_a_code_and_throws_the_old_phone_out(
    phone: Device, laptop: Device
) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    codes = make_codes(phone)
    with phone.page.expect_download() as saving:
        phone.button("Save").click()
    saved = Path(saving.value.path()).read_text()
    assert all(code in saved for code in codes)
    phone.button("I have put them away").click()
    expect(phone.page.get_by_text("10 left, made on")).to_be_visible()

    # The laptop never saw the account. Small letters and gaps, as somebody types from paper.
    use_code(laptop, codes[3].lower().replace("-", " "))
    laptop.button("Make a passkey here").click()
    expect_at_home(laptop, "Planning manager")
    expect(laptop.page.get_by_text(re.compile("A recovery code opened this account"))).to_be_visible()
    laptop.button("It was me").click()
    laptop.open("/settings")
    expect(laptop.page.get_by_text("9 left, made on")).to_be_visible()

    # The old phone is out, and says that nothing written on it is lost.
    phone.open("/settings")
    phone.button("Try now").click()
    expect(phone.status("Signed out by the server").first).to_be_attached()

    # Thrown out for good: its passkey goes, and with it the way back.
    ways = laptop.page.get_by_role("region", name="Ways to sign in")
    passkeys = ways.get_by_role("button", name=re.compile("^Chrome"))
    expect(passkeys).to_have_count(2)
    # Both are called alike; which one is the laptop's own is said.
    expect(passkeys.last).to_contain_text("Opened this device.")
    passkeys.first.click()
    expect(laptop.page.get_by_role("dialog")).not_to_contain_text("Opened this device.")
    laptop.button("Remove this passkey").click()
    laptop.button("Remove it").click()
    expect(passkeys).to_have_count(1)
    phone.open("/sign-in")
    phone.button("Sign in with a passkey").click()
    expect(phone.page.get_by_text("No account here knows this passkey.").first).to_be_visible()


def test_a_laptop_is_linked_by_a_typed_code_once_the_phone_says_yes(phone: Device, laptop: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    type_link_code(laptop, show_link_code(phone))
    expect(phone.heading("asks to come in.")).to_be_visible()
    number = phone.page.locator(".link-number").inner_text()
    expect(laptop.page.locator(".link-number")).to_have_text(number)
    phone.button(f"Yes, it shows {number}").click()
    expect(phone.heading("Yes said. The other device goes on by itself.")).to_be_visible()
    laptop.button("Make a passkey here").click()
    expect_at_home(laptop, "Planning manager")


def test_the_phone_refuses_a_device_it_does_not_know(phone: Device, laptop: Device) -> None:
    phone.create_account()
    type_link_code(laptop, show_link_code(phone))
    phone.button("No, refuse it").click()
    expect(phone.heading("Refused. Nothing was opened.")).to_be_visible()
    expect(laptop.heading("The other device said no.")).to_be_visible()
    laptop.button("Use another code").click()
    expect(laptop.page.get_by_label("Code on the other device")).to_be_visible()
    laptop.open("/settings")
    expect(laptop.button("Create an account")).to_be_visible()


def test_a_browser_without_passkeys_comes_in_by_the_phones_qr_code(
    phone: Device, old_browser: Device
) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    old_browser.open("/sign-in")
    expect(old_browser.page.get_by_text("This browser knows no passkeys.")).to_be_visible()
    expect(old_browser.button("Sign in with a passkey")).to_have_count(0)

    phone.open("/settings/link")
    with phone.page.expect_response(re.compile("/api/links$")) as answered:
        phone.button("Show a code").click()
    address = answered.value.json()["link"]["url"].removeprefix(old_browser.origin)
    old_browser.open(address)
    # Not before a tap: an address alone takes nobody's words anywhere.
    old_browser.button("Link this device").click()
    assert "#" not in old_browser.page.url
    expect(phone.page.get_by_text("It knows no passkeys.")).to_be_visible()
    phone.page.get_by_role("button", name=re.compile("Yes, it shows")).click()
    old_browser.button("Go on without a passkey").click()
    expect_at_home(old_browser, "Planning manager")
    phone.open("/settings")
    expect(phone.page.get_by_text("Without a passkey.")).to_be_visible()


def test_wrong_and_half_codes_are_met_with_words(laptop: Device) -> None:
    laptop.open("/recover")
    field = laptop.page.get_by_label("Recovery code", exact=True)
    field.fill("7K3M-9QXT")
    laptop.button("Go on").click()
    expect(laptop.page.get_by_text("A code has 28 letters and digits. These are 8.")).to_be_visible()
    field.fill("7K3M-9QXT-7K3M-9QXT-7K3M-9QXT-7K3M")
    laptop.button("Go on").click()
    expect(laptop.page.get_by_text("This code opens nothing here.")).to_be_visible()
    expect(field).to_have_value("7K3M-9QXT-7K3M-9QXT-7K3M-9QXT-7K3M")
