"""Deciding on what it pays: scored, put away for a week, scored again without the first, chosen, and looked back at."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Locator, expect

from tests.browser.device import Device

CRITERIA = ("Pay", "Learning", "Visibility", "Time", "Risk", "Sponsor strength")
FIRST = {"Stay": "444454", "Move": "333333", "Negotiate": "333323"}
SECOND = {"Stay": "221222", "Move": "343434", "Negotiate": "333323"}


def in_days(days: int) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)


def sleep_until(device: Device, days: int) -> None:
    """Nobody waits a week for a test: the clock does."""
    device.page.clock.set_fixed_time(in_days(days))
    device.page.reload()


def score(device: Device, scores: dict[str, str]) -> None:
    """With the keyboard: a digit on each row of balls."""
    for option, digits in scores.items():
        for criterion, digit in zip(CRITERIA, digits, strict=True):
            row = device.page.get_by_role("radiogroup", name=f"{criterion}, {option}", exact=True)
            row.get_by_role("radio", name="1", exact=True).press(digit)
            expect(row.get_by_role("radio", name=digit, exact=True)).to_be_checked()


def start_worksheet(device: Device) -> None:
    device.open("/plan-b")
    device.page.get_by_role("link", name=re.compile("Decide on what it pays")).click()
    device.button("Start a worksheet").click()
    expect(device.heading("What would each of them pay you?")).to_be_visible()


def test_a_week_changes_a_mind_and_nobody_was_shown_the_first_scores(phone: Device) -> None:
    page = phone.page
    phone.visit_once()
    phone.go_offline()
    phone.log_interview(company="Norrholm Power", role="Team lead")
    page.get_by_role("radio", name="Offer").click()
    page.get_by_role("link", name=re.compile("Decide on what it pays")).click()
    page.get_by_text("Score each option, name the risk you fear most").click()
    phone.button("Open").click()
    page.get_by_label("What you feel").fill("Sore, and a little relieved.")
    score(phone, FIRST)
    page.get_by_label("The risk you fear most", exact=True).fill("Being passed over a second time")
    page.get_by_label("What somebody has promised you").fill("Ingrid Sohl names a role")
    phone.button("Put the scores away for a week").click()
    expect(phone.heading("Let it rest.")).to_be_visible()
    # What asked for it is settled by doing it.
    expect(phone.item("Score each option, name the risk you fear most")).to_have_count(0)
    expect(page.get_by_role("radiogroup")).to_have_count(0)
    # What was written before can be looked up, and the scores are not among it.
    risk = page.get_by_label("The risk you fear most", exact=True)
    risk.fill("Being passed over again")
    risk.press("Enter")
    phone.expect_said("Saved")
    phone.button("Earlier values").click()
    earlier = page.get_by_role("dialog").get_by_role("listitem")
    expect(earlier).to_have_count(1)
    expect(earlier).to_contain_text("Being passed over a second time")
    page.get_by_role("button", name=re.compile("^Put back: The risk you fear most")).click()
    expect(risk).to_have_value("Being passed over a second time")

    sleep_until(phone, 7)
    expect(phone.heading("Once more, as you see it today.")).to_be_visible()
    balls = page.get_by_role("main").get_by_role("radio")
    expect(balls).to_have_count(90)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_role("main")).not_to_contain_text("Sore, and a little relieved.")
    expect(phone.button("Earlier values")).to_have_count(0)
    # Not on the page, and not for whoever hears it.
    assert "4.2" not in page.get_by_role("main").inner_text()
    assert "4.2" not in page.get_by_role("main").aria_snapshot()
    score(phone, SECOND)
    phone.button("See what the week changed").click()

    expect(phone.heading("A week changed your mind about staying.")).to_be_visible()
    expect(page.get_by_text("Stay fell from 4.2 to 1.8. Move rose from 3.0 to 3.5.")).to_be_attached()
    expect(
        page.get_by_role("table", name="").first.get_by_role("row", name=re.compile("Learning"))
    ).to_contain_text("243")
    phone.button("Choose, and set a review date").click()
    phone.button("Choose").click()
    expect(page.get_by_role("dialog")).to_contain_text("Choose one of them first.")
    page.get_by_role("radio", name=re.compile("^Move")).click()
    page.get_by_label("The first step").fill("ask Jonas Wild for twenty minutes")
    page.get_by_label("Review date").fill(in_days(60).date().isoformat())
    phone.button("Choose").click()
    expect(phone.heading("You chose moving.")).to_be_visible()

    phone.tab("Today").or_(page.get_by_role("button", name="Back")).first.click()
    sleep_until(phone, 61)
    phone.open("/")
    page.get_by_text("Later").click()
    expect(phone.item("ask Jonas Wild for twenty minutes")).to_be_visible()
    review = page.get_by_role("listitem").filter(has=phone.item("Check if the commitment came true"))
    review.get_by_role("link", name="Open").click()
    expect(phone.heading("Did the commitment come true?")).to_be_visible()
    phone.button("Partly").click()
    expect(phone.heading("It came true in part.")).to_be_visible()
    phone.button("Undo").click()
    expect(phone.heading("Did the commitment come true?")).to_be_visible()


def test_options_and_weights_are_the_persons_own(phone: Device) -> None:
    page = phone.page
    start_worksheet(phone)
    phone.button("Edit").click()
    page.get_by_label("Name of Move").fill("Move to storage")
    page.get_by_label("Another way").fill("Teach maths")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Name of Teach maths")).to_be_visible()
    page.get_by_role("button", name="Move: Teach maths").press("ArrowUp")
    page.get_by_role("radiogroup", name="Weight of Pay").get_by_role("radio", name="3").click()
    phone.button("Take off: Negotiate").click()
    expect(page.get_by_label("Name of Negotiate")).to_have_count(0)
    phone.button("Undo").click()
    expect(page.get_by_label("Name of Negotiate")).to_be_visible()
    phone.button("Done").click()
    rows = page.get_by_role("radiogroup", name=re.compile("^Pay, "))
    names = ("Pay, Stay", "Pay, Move to storage", "Pay, Teach maths", "Pay, Negotiate")
    expect(rows).to_have_count(len(names))
    for place, name in enumerate(names):
        expect(rows.nth(place)).to_have_attribute("aria-label", name)
    expect(page.get_by_role("img", name="weight 3 of 3")).to_have_count(3)


def scale(device: Device, criterion: str, option: str) -> Locator:
    return device.page.get_by_role("radiogroup", name=f"{criterion}, {option}", exact=True)


def give(device: Device, criterion: str, option: str, digit: str) -> None:
    scale(device, criterion, option).get_by_role("radio", name=digit, exact=True).click()


def expect_score(device: Device, criterion: str, option: str, digit: str) -> None:
    expect(scale(device, criterion, option).get_by_role("radio", name=digit, exact=True)).to_be_checked()


def open_on_both_and_go_offline(phone: Device, laptop: Device, *, pay: str) -> None:
    """One worksheet, in which staying has a score for what it pays."""
    phone.visit_once()
    phone.share_account_with(laptop)
    start_worksheet(phone)
    give(phone, "Pay", "Stay", pay)
    laptop.open("/decisions")
    laptop.page.get_by_role("link", name=re.compile("Not scored yet")).click()
    expect_score(laptop, "Pay", "Stay", pay)
    phone.go_offline()
    laptop.go_offline()


def test_two_devices_score_different_cells_without_a_network_and_both_stay(
    phone: Device, laptop: Device
) -> None:
    open_on_both_and_go_offline(phone, laptop, pay="1")
    give(phone, "Pay", "Stay", "4")
    give(phone, "Learning", "Move", "5")
    give(laptop, "Pay", "Move", "2")
    give(laptop, "Time", "Negotiate", "3")
    expect_score(phone, "Learning", "Move", "5")
    expect_score(laptop, "Time", "Negotiate", "3")
    laptop.go_online()
    phone.go_online()
    for device in (phone, laptop):
        device.expect_saved()
        expect_score(device, "Pay", "Stay", "4")
        expect_score(device, "Learning", "Move", "5")
        expect_score(device, "Pay", "Move", "2")
        expect_score(device, "Time", "Negotiate", "3")
        expect(device.page.get_by_text("14 scores to go.")).to_be_visible()
    # Taken out again on one of them, it is gone on both, and is no thing in the trash.
    give(laptop, "Pay", "Move", "2")
    expect(phone.page.get_by_text("15 scores to go.")).to_be_visible()
    laptop.button("More").click()
    laptop.page.get_by_role("dialog").get_by_text("Move to the trash").click()
    expect(laptop.page.get_by_text("Put the ways you could go side by side")).to_be_visible()
    expect(phone.heading("This worksheet is in the trash.")).to_be_visible()
    phone.button("Restore").click()
    expect_score(phone, "Pay", "Stay", "4")


def test_two_devices_change_the_ways_to_go_without_a_network_and_nothing_is_lost(
    phone: Device, laptop: Device
) -> None:
    open_on_both_and_go_offline(phone, laptop, pay="4")
    for device, added in ((phone, "Teach maths"), (laptop, "Go north")):
        device.button("Edit").click()
        device.page.get_by_label("Another way").fill(added)
        device.page.keyboard.press("Enter")
        expect(device.page.get_by_label(f"Name of {added}")).to_be_visible()
    # One of them gives a thing its name, the other its weight, and takes something off.
    name = phone.page.get_by_label("Name of Pay")
    name.fill("What it pays")
    name.press("Enter")
    expect(phone.page.get_by_label("Name of What it pays")).to_be_visible()
    weight = laptop.page.get_by_role("radiogroup", name="Weight of Pay").get_by_role("radio", name="3")
    weight.click()
    expect(weight).to_be_checked()
    laptop.button("Take off: Negotiate").click()
    expect(laptop.page.get_by_label("Name of Negotiate")).to_have_count(0)
    laptop.go_online()
    phone.go_online()
    for device in (phone, laptop):
        device.expect_saved()
        ways = device.page.get_by_label(re.compile("^Name of (Stay|Move|Negotiate|Teach maths|Go north)$"))
        expect(ways).to_have_count(4)
        weighed = device.page.get_by_role("radiogroup", name="Weight of What it pays")
        expect(weighed.get_by_role("radio", name="3")).to_be_checked()
        device.button("Done").click()
        expect_score(device, "What it pays", "Stay", "4")
        expect(scale(device, "What it pays", "Teach maths")).to_be_visible()
        expect(scale(device, "What it pays", "Go north")).to_be_visible()
