"""Everything one has kept is found again: as one types, without a network, with a letter wrong, on any device."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.device import Device
from tests.browser.slow_disk import HOLD


@pytest.fixture
def journal(phone: Device) -> Device:
    """The phone, after a talk with Ines Duarte at Ostara Rail."""
    phone.visit_once()
    phone.log_interview(company="Ostara Rail", role="Planning manager", people=("Ines Duarte",))
    return phone


def search(device: Device, words: str) -> None:
    device.page.get_by_role("link", name="Search", exact=True).first.click()
    device.page.get_by_role("searchbox", name="Search everything").press_sequentially(words)


def group(device: Device, name: str) -> Locator:
    return device.page.get_by_role("region", name=re.compile(f"^{name}"))


def test_ines_is_found_with_letters_mixed_up_and_without_a_network(journal: Device) -> None:
    journal.go_offline()
    journal.open("/")
    search(journal, "Inse Daurte")
    ines = group(journal, "People").get_by_role("link", name="Ines Duarte")
    expect(ines.locator("mark").first).to_have_text("Ines")
    expect(ines.locator("mark").nth(1)).to_have_text("Duarte")
    ines.click()
    expect(journal.heading("Ines Duarte").first).to_be_visible()
    journal.button("Back").click()
    expect(journal.page.get_by_role("searchbox")).to_have_value("Inse Daurte")
    expect(group(journal, "People").get_by_role("link", name="Ines Duarte")).to_be_visible()


def test_a_line_is_found_by_its_words_and_its_company_and_opens_in_its_list(journal: Device) -> None:
    journal.open("/interviews")
    search(journal, "questions ostara")
    line = group(journal, "Lists").get_by_role("link", name=re.compile("^List the questions you remember"))
    expect(line.locator("mark")).to_have_text(["questions", "Ostara"])
    line.click()
    expect(journal.heading("Debrief while it is fresh")).to_be_visible()
    words = journal.page.get_by_role("main").get_by_role("button", name=re.compile("^List the questions"))
    expect(words).to_be_focused()
    expect(words).to_be_in_viewport()
    expect(words).to_have_attribute("aria-expanded", "true")


def test_a_note_written_on_the_laptop_is_found_on_the_phone(journal: Device, laptop: Device) -> None:
    phone = journal
    phone.share_account_with(laptop)
    laptop.expect_saved()
    phone.open("/search")
    phone.page.get_by_role("searchbox").fill("goteborg")
    expect(phone.heading("Nothing reads like that.")).to_be_visible()
    laptop.open("/interviews")
    laptop.page.get_by_text("Planning manager").first.click()
    laptop.page.get_by_role("button", name=re.compile("^Notes")).or_(
        laptop.page.get_by_role("link", name=re.compile("^Notes"))
    ).click()
    laptop.page.get_by_label("What you want to keep").fill("Who would own the depot in Göteborg?")
    laptop.page.keyboard.press("Escape")
    note = group(phone, "Notes").get_by_role("link")
    expect(note).to_contain_text("the depot in Göteborg?")
    expect(note.locator("mark")).to_have_text("Göteborg")
    note.click()
    expect(phone.page.get_by_label("What you want to keep")).to_have_value(re.compile("Göteborg"))


def test_what_lies_in_the_trash_is_not_found_nor_what_belongs_to_it(journal: Device) -> None:
    journal.button("More").first.click()
    journal.button("Move to the trash").click()
    expect(journal.button("Undo")).to_be_visible()
    journal.open("/search")
    journal.page.get_by_role("searchbox").fill("questions")
    expect(journal.heading("Nothing reads like that.")).to_be_visible()
    expect(journal.page.get_by_text("Try one of the words alone, or only its first letters.")).to_be_visible()
    journal.button("Look in the trash").click()
    journal.button("Restore: Planning manager, Ostara Rail").click()
    expect(journal.heading("Planning manager")).to_be_visible()
    journal.page.keyboard.press("/")
    expect(journal.page.get_by_role("searchbox")).to_be_focused()
    journal.page.keyboard.type("questions")
    expect(group(journal, "Lists").get_by_role("link").first).to_be_visible()


def test_the_keyboard_opens_searches_chooses_and_leaves(laptop: Device) -> None:
    laptop.visit_once()
    laptop.log_interview(company="Ostara Rail", role="Planning manager", people=("Ines Duarte",))
    keyboard = laptop.page.keyboard
    keyboard.press("/")
    field = laptop.page.get_by_role("searchbox")
    expect(field).to_be_focused()
    keyboard.type("duarte")
    result = group(laptop, "People").get_by_role("link", name="Ines Duarte")
    expect(result).to_be_visible()
    keyboard.press("ArrowDown")
    expect(result).to_be_focused()
    keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    keyboard.press("Enter")
    keyboard.press("Enter")
    expect(laptop.heading("Ines Duarte").first).to_be_visible()
    keyboard.press("Control+k")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    keyboard.type("ostara")
    keyboard.press("Escape")
    expect(laptop.heading("Ines Duarte").first).to_be_visible()


def test_the_way_down_waits_for_the_answer_to_what_was_typed(laptop: Device) -> None:
    laptop.visit_once()
    laptop.log_interview(company="Ostara Rail", role="Planning manager", people=("Ines Duarte",))
    laptop.open("/search")
    keyboard = laptop.page.keyboard
    laptop.page.get_by_role("searchbox").press_sequentially("d")
    expect(group(laptop, "Lists").get_by_role("link").first).to_be_visible()
    result = group(laptop, "People").get_by_role("link", name="Ines Duarte")
    expect(result).to_be_visible()
    laptop.page.evaluate(HOLD, "people")
    keyboard.type("uarte")
    keyboard.press("ArrowDown")
    expect(laptop.page.get_by_role("searchbox")).to_be_focused()
    laptop.page.evaluate("holds[0].isLetGo = true")
    expect(result).to_be_focused()
    expect(group(laptop, "Lists")).to_have_count(0)


def test_what_was_looked_for_is_kept_nowhere(journal: Device) -> None:
    journal.open("/")
    search(journal, "xylophone")
    expect(journal.heading("Nothing reads like that.")).to_be_visible()
    assert "xylophone" not in journal.page.url
    stored = journal.page.evaluate(
        "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])"
    )
    assert "xylophone" not in stored
    journal.page.keyboard.press("Escape")
    journal.page.get_by_role("link", name="Search", exact=True).first.click()
    expect(journal.page.get_by_role("searchbox")).to_have_value("")
    expect(journal.heading("What are you looking for?")).to_be_visible()
