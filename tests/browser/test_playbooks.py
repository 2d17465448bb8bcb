"""Playbooks of one's own: changed, made, started for anything, put back; offline and on two devices."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.device import Device

FIRST_THANKS = "Thank each interviewer, with one detail from your talk"


def open_playbook(device: Device, title: str) -> None:
    """From the lists to the page of one of them."""
    device.open("/playbooks")
    row = device.page.get_by_role("listitem").filter(has=device.heading(title))
    row.locator("summary").click()
    row.get_by_role("link", name=f"Change it: {title}").click()
    expect(device.page.get_by_role("heading", level=1, name=title)).to_be_visible()


def make_own(device: Device, title: str) -> None:
    open_playbook(device, title)
    device.button("Make it your own").click()
    expect(device.page.get_by_text(f"Yours, from {title}")).to_be_visible()


def steps(device: Device) -> Locator:
    """The grips, which are called by their lines."""
    return device.page.get_by_role("button", name=re.compile("^Move: "))


def step_names(device: Device) -> list[str]:
    return [(grip.get_attribute("aria-label") or "").removeprefix("Move: ") for grip in steps(device).all()]


def open_step(device: Device, words: str) -> Locator:
    device.page.get_by_role("button", name=re.compile(f"^{re.escape(words)}")).click()
    dialog = device.page.get_by_role("dialog", name="Edit this line")
    expect(dialog).to_be_visible()
    return dialog


def add_step(device: Device, words: str) -> None:
    if device.button("Add a line").is_visible():
        device.button("Add a line").click()
    device.page.get_by_label("A new line").fill(words)
    device.page.keyboard.press("Enter")
    expect(device.button(f"Move: {words}")).to_be_visible()


def make_playbook(device: Device, title: str) -> None:
    device.open("/playbooks")
    device.button("Make a list of your own").click()
    device.page.get_by_label("What your list is called").fill(title)
    device.page.keyboard.press("Enter")
    expect(device.page.get_by_role("heading", level=1, name=title)).to_be_visible()


def start(device: Device, title: str, *, about: str | None = None, word: str = "Start") -> None:
    device.open("/playbooks")
    if about:
        device.page.get_by_label("For", exact=True).select_option(label=about)
    device.button(f"{word}: {title}").click()
    expect(device.page.get_by_role("heading", level=1, name=title)).to_be_visible()


@pytest.fixture
def own_thanks(phone: Device) -> Device:
    """The phone, at the person's own version of "Thank and follow up"."""
    phone.visit_once()
    make_own(phone, "Thank and follow up")
    return phone


def test_a_changed_copy_is_what_begins_with_the_next_interview(own_thanks: Device) -> None:
    dialog = open_step(own_thanks, FIRST_THANKS)
    dialog.get_by_label("What to do").fill("Send each of them one warm line")
    dialog.get_by_role("button", name="Done").click()
    own_thanks.expect_said("Saved")
    own_thanks.open("/")
    own_thanks.log_interview(company="Ostara Rail", role="Planning manager")
    own_thanks.page.get_by_role("link", name=re.compile("Thank and follow up")).click()
    expect(own_thanks.item("Send each of them one warm line")).to_be_visible()
    expect(own_thanks.item(FIRST_THANKS)).to_have_count(0)


def test_the_original_is_put_back_and_the_change_of_mind_undone(own_thanks: Device) -> None:
    own_thanks.page.get_by_label("Title").fill("My thanks")
    own_thanks.page.keyboard.press("Enter")
    expect(own_thanks.page.get_by_role("heading", level=1, name="My thanks")).to_be_visible()
    own_thanks.button("Put the original back").click()
    expect(own_thanks.heading("Thank and follow up")).to_be_visible()
    expect(own_thanks.heading("My thanks")).to_have_count(0)
    own_thanks.button("Undo").click()
    expect(own_thanks.heading("My thanks")).to_be_visible()
    expect(own_thanks.heading("Thank and follow up")).to_have_count(0)


def test_making_it_ones_own_can_be_taken_back(own_thanks: Device) -> None:
    own_thanks.button("Undo").click()
    expect(own_thanks.heading("This list is in the trash.")).to_be_visible()
    own_thanks.open("/playbooks")
    expect(own_thanks.heading("Thank and follow up")).to_be_visible()
    expect(own_thanks.page.get_by_text("Yours", exact=True)).to_have_count(0)


def test_a_line_moves_with_the_keyboard_and_stays_there(own_thanks: Device) -> None:
    first, second, *_ = step_names(own_thanks)
    own_thanks.button(f"Move: {first}").focus()
    own_thanks.page.keyboard.press("ArrowDown")
    expect(steps(own_thanks).first).to_have_attribute("aria-label", f"Move: {second}")
    own_thanks.expect_said(f"Moved: {first}")
    own_thanks.page.reload()
    expect(steps(own_thanks).first).to_have_attribute("aria-label", f"Move: {second}")
    assert step_names(own_thanks)[:2] == [second, first]


def test_a_line_is_thrown_away_and_comes_back(own_thanks: Device) -> None:
    open_step(own_thanks, FIRST_THANKS).get_by_role("button", name="Move to the trash").click()
    expect(steps(own_thanks)).to_have_count(5)
    own_thanks.button("Undo").click()
    expect(steps(own_thanks)).to_have_count(6)
    assert step_names(own_thanks)[0] == FIRST_THANKS


def test_a_date_is_chosen_in_words(own_thanks: Device) -> None:
    open_step(own_thanks, FIRST_THANKS).get_by_role("button", name=re.compile("^When")).click()
    dialog = own_thanks.page.get_by_role("dialog", name="When is it due?")
    dialog.get_by_label("How many").fill("2")
    dialog.get_by_label("Of", exact=True).select_option(label="business days")
    dialog.get_by_label("After", exact=True).select_option(label="the outcome")
    expect(dialog.get_by_text("2 business days after the outcome")).to_be_visible()
    dialog.get_by_role("button", name="Set it").click()
    own_thanks.page.get_by_role("dialog", name="Edit this line").get_by_role("button", name="Done").click()
    line = own_thanks.page.get_by_role("button", name=re.compile(f"^{re.escape(FIRST_THANKS)}"))
    expect(line).to_contain_text("2 business days after the outcome")


def test_a_number_that_is_none_is_said_and_nothing_is_lost(own_thanks: Device) -> None:
    open_step(own_thanks, FIRST_THANKS).get_by_role("button", name=re.compile("^When")).click()
    dialog = own_thanks.page.get_by_role("dialog", name="When is it due?")
    for typed in ("-3", "soon", ""):
        dialog.get_by_label("How many").fill(typed)
        dialog.get_by_role("button", name="Set it").click()
        expect(dialog.get_by_text("Nothing was changed.")).to_be_visible()
    own_thanks.page.keyboard.press("Escape")
    expect(own_thanks.page.get_by_role("dialog", name="Edit this line")).to_contain_text(
        "20 hours after the interview"
    )


def test_a_button_is_chosen_among_those_that_lead_somewhere(own_thanks: Device) -> None:
    dialog = open_step(own_thanks, FIRST_THANKS)
    choices = dialog.get_by_label("Its button").locator("option").all_inner_texts()
    assert {"None", "Write a message", "Open Plan B", "Print one page"} <= set(choices)
    expect(dialog.get_by_label("What the message is for")).to_have_value("thank-you")
    dialog.get_by_label("Its button").select_option(label="Open Plan B")
    expect(dialog.get_by_label("What the message is for")).to_have_count(0)
    dialog.get_by_role("button", name="Done").click()
    start(own_thanks, "Thank and follow up")
    expect(own_thanks.page.get_by_role("main").get_by_role("link", name="Open", exact=True)).to_be_visible()


def test_a_list_of_ones_own_is_made_and_started_for_a_person(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager", people=("Ruth Abelson",))
    make_playbook(phone, "Before the second talk 🌱")
    for words in ("Read the notes", "Choose two questions", "שאלה אחת לרות"):
        add_step(phone, words)
    assert step_names(phone) == ["Read the notes", "Choose two questions", "שאלה אחת לרות"]
    start(phone, "Before the second talk 🌱", about="Ruth Abelson")
    expect(phone.page.get_by_text("Ruth Abelson")).to_be_visible()
    expect(phone.item("Choose two questions")).to_be_visible()


def test_everything_is_changed_without_a_network_and_saved_later(own_thanks: Device) -> None:
    own_thanks.create_account()
    own_thanks.go_offline()
    open_playbook(own_thanks, "Thank and follow up")
    add_step(own_thanks, "Water the plants")
    own_thanks.button("Back").click()
    make_playbook(own_thanks, "On the train")
    add_step(own_thanks, "Look out of the window")
    expect(own_thanks.status("only on this device").first).to_be_attached()
    own_thanks.page.reload()
    expect(own_thanks.button("Move: Look out of the window")).to_be_visible()
    own_thanks.go_online()
    own_thanks.expect_saved()


def test_two_devices_that_both_make_it_their_own_have_one_copy_with_both_changes(
    phone: Device, laptop: Device
) -> None:
    phone.visit_once()
    phone.share_account_with(laptop)
    for device in (phone, laptop):
        device.expect_saved()
        device.go_offline()
    make_own(phone, "Thank and follow up")
    add_step(phone, "From the phone")
    make_own(laptop, "Thank and follow up")
    dialog = open_step(laptop, FIRST_THANKS)
    dialog.get_by_label("What to do").fill("Thank them from the laptop")
    dialog.get_by_role("button", name="Done").click()
    for device in (phone, laptop):
        device.go_online()
    for device in (phone, laptop):
        device.expect_saved()
        expect(device.button("Move: From the phone")).to_be_visible()
        expect(device.button("Move: Thank them from the laptop")).to_be_visible()
        expect(steps(device)).to_have_count(7)
        device.open("/playbooks")
        expect(device.heading("Thank and follow up")).to_have_count(1)


def test_a_weekly_list_is_followed_by_the_next_one_when_it_is_finished(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    make_playbook(phone, "Friday line")
    add_step(phone, "One line about the week")
    phone.page.get_by_role("radio", name="Every week").click()
    expect(phone.page.get_by_text("the next one begins")).to_be_visible()
    start(phone, "Friday line")
    first = phone.page.url
    phone.item("One line about the week").click()
    expect(phone.item("One line about the week")).to_be_checked()
    phone.open("/playbooks")
    again = phone.page.get_by_role("link", name=re.compile("^Friday line 0 of 1"))
    expect(again).to_have_count(1)
    expect(phone.page.get_by_role("link", name=re.compile("Friday line"))).to_have_count(1)
    again.click()
    expect(phone.item("One line about the week")).not_to_be_checked()
    assert phone.page.url != first


def test_a_list_finished_on_two_devices_without_a_network_comes_again_once(
    phone: Device, laptop: Device
) -> None:
    phone.visit_once()
    phone.create_account()
    make_playbook(phone, "Month on a page")
    add_step(phone, "Five lines about the month")
    phone.page.get_by_role("radio", name="Every four weeks").click()
    expect(phone.page.get_by_role("radio", name="Every four weeks")).to_be_checked()
    start(phone, "Month on a page")
    phone.expect_saved()
    running = phone.page.url.removeprefix(phone.origin)
    phone.carry_passkeys_to(laptop)
    laptop.visit_once()
    laptop.sign_in()
    laptop.expect_saved()
    laptop.open(running)
    for device in (phone, laptop):
        expect(device.item("Five lines about the month")).to_be_visible()
        device.go_offline()
    for device in (phone, laptop):
        device.item("Five lines about the month").click()
        expect(device.item("Five lines about the month")).to_be_checked()
    for device in (phone, laptop):
        device.go_online()
    for device in (phone, laptop):
        device.expect_saved()
        device.open("/playbooks")
        again = device.page.get_by_role("link", name=re.compile("^Month on a page 0 of 1"))
        expect(again).to_have_count(1)
        again.click()
        expect(device.page.get_by_text(re.compile(r"^0 of 1 settled\. Its time is "))).to_be_visible()
        expect(device.item("Five lines about the month")).not_to_be_checked()
    assert phone.page.url == laptop.page.url
