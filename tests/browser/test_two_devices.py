"""Two devices of one account: the same thing on both, soon, and nothing lost when both worked without a network."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.device import NEXT_LOOK_MS, Device, eventually
from tests.live_server import LiveServer


@pytest.fixture
def pair(phone: Device, laptop: Device) -> tuple[Device, Device]:
    """Phone and laptop, signed in to one account that holds one interview, both saved."""
    phone.visit_once()
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.share_account_with(laptop)
    laptop.expect_saved()
    for device in (phone, laptop):
        device.open("/interviews")
        device.page.get_by_text("Planning manager").first.click()
        device.page.get_by_role("link", name=re.compile("Debrief while it is fresh")).click()
        expect(device.heading("Debrief while it is fresh")).to_be_visible()
    return phone, laptop


def first_line(device: Device) -> str:
    return device.page.get_by_role("main").get_by_role("checkbox").first.get_attribute("aria-label") or ""


def test_a_check_appears_on_the_other_device_within_two_seconds(pair: tuple[Device, Device]) -> None:
    phone, laptop = pair
    words = first_line(phone)
    phone.item(words).click()
    expect(phone.item(words)).to_be_checked()
    tapped = time.monotonic()
    expect(laptop.item(words)).to_be_checked(timeout=2_000)
    assert time.monotonic() - tapped < 2


def test_both_work_without_a_network_and_meet_without_loss(pair: tuple[Device, Device]) -> None:
    phone, laptop = pair
    words = first_line(phone)
    for device in pair:
        device.go_offline()
    phone.item(words).click()
    expect(phone.status("Offline").first).to_be_attached()
    for line in ("From the phone", "Also from the phone"):
        add_line(phone, line)
    add_line(laptop, "From the laptop")
    expect(phone.status("changes only on this device").first).to_be_attached()
    for device in pair:
        device.go_online()
    for device in pair:
        device.expect_saved()
    for device in pair:
        expect(device.item(words)).to_be_checked()
        for line in ("From the phone", "Also from the phone", "From the laptop"):
            expect(device.item(line)).to_be_visible()


def test_the_same_note_written_on_both_keeps_both(pair: tuple[Device, Device]) -> None:
    phone, laptop = pair
    for device in pair:
        device.go_offline()
        device.page.go_back()
    write_notes(phone, "The depot model came up.\n")
    write_notes(laptop, "Ruth promised to call.\n")
    for device in pair:
        device.go_online()
    for device in pair:
        notes = device.page.get_by_label("What you want to keep")
        expect(notes).to_have_value(re.compile("The depot model came up"))
        expect(notes).to_have_value(re.compile("Ruth promised to call"))
    mine, theirs = (device.page.get_by_label("What you want to keep") for device in pair)
    eventually(lambda: mine.input_value() == theirs.input_value())
    assert mine.input_value().count("depot") == 1


def test_a_stopped_server_costs_nothing_but_time(
    pair: tuple[Device, Device], live_server: LiveServer
) -> None:
    phone, laptop = pair
    words = first_line(phone)
    live_server.stop()
    phone.item(words).click()
    expect(phone.status("1 change only on this device").first).to_be_attached()
    live_server.start()
    phone.page.bring_to_front()
    phone.expect_saved(NEXT_LOOK_MS)
    expect(laptop.item(words)).to_be_checked(timeout=NEXT_LOOK_MS)


def add_line(device: Device, words: str) -> None:
    if device.button("Add a line").is_visible():
        device.button("Add a line").click()
    device.page.keyboard.type(words)
    device.page.keyboard.press("Enter")
    expect(device.item(words)).to_be_visible()


def write_notes(device: Device, words: str) -> None:
    device.page.get_by_role("button", name=re.compile("^Notes")).or_(
        device.page.get_by_role("link", name=re.compile("^Notes"))
    ).click()
    device.page.get_by_label("What you want to keep").press_sequentially(words)
