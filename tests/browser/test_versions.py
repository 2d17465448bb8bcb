"""What a text or a fact was before can be looked up and put back: from here, from elsewhere, and offline."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.device import Device

DEPOT = "Ruth Abelson asked about the depot model. Samuel liked the rota."


def notes_of(device: Device) -> Locator:
    """Opens the notes of the interview whose page is open."""
    device.page.get_by_role("button", name=re.compile("^Notes")).click()
    return device.page.get_by_label("What you want to keep")


def write(device: Device, notes: Locator, words: str) -> None:
    """Types, and waits until it is in the device's storage."""
    notes.fill(words)
    # The row behind the sheet says what is stored.
    expect(device.page.get_by_role("button", name=re.compile("^Notes"))).to_contain_text(words[:20])
    notes.blur()


def earlier_versions(device: Device) -> Locator:
    """The sheet with what the notes said before."""
    device.button("Earlier versions").click()
    return device.page.get_by_role("dialog", name="Earlier versions")


def test_words_emptied_in_a_lift_come_back_also_after_a_restart_without_account_or_network(
    phone: Device,
) -> None:
    phone.visit_once()
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.go_offline()
    notes = notes_of(phone)
    write(phone, notes, DEPOT)
    write(phone, notes, "Samuel liked the new rota.")
    phone.page.reload()
    sheet = earlier_versions(phone)
    expect(sheet.get_by_role("status")).to_have_text("From this device.")
    expect(sheet.get_by_text("Putting it back brings 7 words, and takes 1 word away.")).to_be_visible()
    back = sheet.get_by_role("insertion").first
    expect(back).to_contain_text("comes back: Ruth Abelson asked about the depot model.")
    expect(sheet.get_by_role("deletion").first).to_contain_text("goes: new")
    phone.button("Put this back").click()
    expect(sheet).not_to_be_visible()
    notes = phone.page.get_by_label("What you want to keep")
    expect(notes).to_have_value(DEPOT)
    # The sheet with the notes is still open, and the way back is in it.
    phone.button("Undo").click()
    expect(notes).to_have_value("Samuel liked the new rota.")


def test_what_the_laptop_wrote_over_is_found_on_the_phone_and_says_where_it_came_from(
    phone: Device, laptop: Device
) -> None:
    phone.open("/")
    phone.log_interview(company="Norrholm Power", role="Head of operations planning")
    phone.create_account()
    phone.carry_passkeys_to(laptop)
    laptop.sign_in()
    address = interview_address(phone)
    laptop.open(address)
    write(laptop, notes_of(laptop), "Ines Duarte wants the depot model on one page.")
    laptop.expect_saved()
    phone.open(address)
    mine = notes_of(phone)
    expect(mine).to_have_value("Ines Duarte wants the depot model on one page.")
    write(phone, mine, "Nothing.")
    phone.expect_saved()
    # On the laptop the words are gone, and nothing of that was done there: the server has them.
    theirs = laptop.page.get_by_label("What you want to keep")
    expect(theirs).to_have_value("Nothing.")
    sheet = earlier_versions(laptop)
    expect(sheet.get_by_role("status")).to_have_text("From all your devices.")
    expect(sheet.get_by_text(re.compile("this device: Ines Duarte"))).to_be_visible()
    laptop.button("Put this back").click()
    expect(mine).to_have_value("Ines Duarte wants the depot model on one page.")
    # The phone has its own and the server's, each once.
    phone.go_offline()
    offline = earlier_versions(phone)
    expect(offline.get_by_role("status")).to_contain_text("Those of your other devices come")


def interview_address(device: Device) -> str:
    """The address of the newest interview."""
    device.open("/interviews")
    row = device.page.get_by_role("main").get_by_role("link", name=re.compile("Head of operations planning"))
    return str(row.first.get_attribute("href"))


def test_a_company_that_was_overwritten_is_put_back_from_its_earlier_values(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.button("Edit").click()
    company = phone.page.get_by_label("Company", exact=True)
    company.fill("Ostara Rial")
    company.press("Enter")
    expect(phone.button("Undo")).to_be_visible()
    phone.button("Done").click()
    phone.button("More").click()
    phone.button("Earlier values").click()
    phone.page.get_by_role("button", name="Put back: Company, Ostara Rail").click()
    expect(phone.page.get_by_role("main").get_by_text("Ostara Rail").first).to_be_visible()
    expect(phone.button("Undo")).to_be_visible()
