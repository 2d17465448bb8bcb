"""Whatever a person did can be taken back: several things in a row, after a sync, and never over somebody's head."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.device import Device


def open_debrief(device: Device) -> None:
    """From anywhere to the list that a new interview begins."""
    device.open("/interviews")
    device.page.get_by_role("main").get_by_role("link", name=re.compile("Planning manager")).first.click()
    device.page.get_by_role("link", name=re.compile("Debrief while it is fresh")).click()
    expect(device.heading("Debrief while it is fresh")).to_be_visible()


def test_control_z_takes_back_one_change_after_the_other(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    open_debrief(phone)
    lines = phone.page.get_by_role("main").get_by_role("checkbox")
    first, second = lines.nth(0), lines.nth(1)
    first.click()
    expect(first).to_be_checked()
    second.click()
    expect(second).to_be_checked()
    phone.page.keyboard.press("Control+z")
    expect(second).not_to_be_checked()
    expect(phone.page.get_by_text(re.compile("^Undone: Done")).first).to_be_visible()
    phone.page.keyboard.press("Control+z")
    expect(first).not_to_be_checked()


def test_what_the_laptop_changed_since_stays_when_the_phone_takes_its_change_back(
    phone: Device, laptop: Device
) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rial", role="Planning manager")
    phone.create_account()
    phone.carry_passkeys_to(laptop)
    laptop.sign_in()
    address = address_of(phone)
    for device in (phone, laptop):
        device.open(address)
        device.button("Edit").click()
    company = "Company"
    phone.page.get_by_label(company, exact=True).fill("Ostara Rail")
    phone.page.get_by_label(company, exact=True).press("Enter")
    phone.keep_undo_at_hand()
    expect(laptop.page.get_by_label(company, exact=True)).to_have_value("Ostara Rail")
    laptop.page.get_by_label(company, exact=True).fill("Ostara Rail AG")
    laptop.page.get_by_label(company, exact=True).press("Enter")
    laptop.keep_undo_at_hand()
    expect(phone.page.get_by_label(company, exact=True)).to_have_value("Ostara Rail AG")
    phone.button("Undo").click()
    expect(phone.page.get_by_text("It was changed since, so it stays as it is.").first).to_be_visible()
    expect(phone.page.get_by_label(company, exact=True)).to_have_value("Ostara Rail AG")
    # The laptop's own change is still as the laptop left it.
    laptop.button("Undo").click()
    for device in (laptop, phone):
        expect(device.page.get_by_label(company, exact=True)).to_have_value("Ostara Rail")


def test_what_one_device_moved_to_the_trash_the_other_brings_back_with_what_it_belongs_to(
    phone: Device, laptop: Device
) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    phone.carry_passkeys_to(laptop)
    laptop.sign_in()
    address = address_of(phone)
    open_debrief(phone)
    phone.button("More").click()
    phone.page.get_by_role("dialog").get_by_role("button", name="Move to the trash").click()
    expect(phone.button("Undo")).to_be_visible()
    phone.open(address)
    phone.button("More").click()
    phone.page.get_by_role("dialog").get_by_role("button", name="Move to the trash").click()
    expect(phone.heading("This interview is in the trash.")).to_be_visible()
    laptop.open("/trash")
    rows = laptop.page.get_by_role("main").get_by_role("listitem")
    # Both have come: the interview's trashing a moment after the list's.
    expect(rows.filter(has_text="Interview.")).to_be_visible()
    row = rows.filter(has_text="Debrief while it is fresh")
    expect(row).to_contain_text("List of Planning manager, Ostara Rail. Here for 30 more days.")
    row.get_by_role("button").click()
    # One is where it is, and the interview is back as well.
    expect(laptop.heading("Debrief while it is fresh")).to_be_visible()
    expect(laptop.page.get_by_text("Restored, with what it belongs to").first).to_be_visible()
    laptop.keep_undo_at_hand()
    expect(phone.heading("Planning manager")).to_be_visible()
    laptop.button("Undo").click()
    expect(phone.heading("This interview is in the trash.")).to_be_visible()


def address_of(device: Device) -> str:
    """The address of the newest interview."""
    device.open("/interviews")
    row = device.page.get_by_role("main").get_by_role("link", name=re.compile("Planning manager"))
    return str(row.first.get_attribute("href"))
