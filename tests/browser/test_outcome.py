"""The day the answer comes: one tap plans everything, says why, and can be taken back, on any device."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

import pytest
from playwright.sync_api import expect

from tests.browser.device import Device, eventually
from tests.browser.test_accessibility import WINDOWS, violations


@pytest.fixture
def waiting(phone: Device) -> Device:
    """The phone, with one interview whose answer is awaited, open at its page."""
    phone.visit_once()
    phone.log_interview(company="Norrholm Power", role="Team lead", people=("Tomas Reiter",))
    return phone


def answer(device: Device, words: str) -> None:
    device.page.get_by_role("radio", name=words).click()


def list_rows(device: Device) -> list[str]:
    section = device.page.locator("section").filter(
        has=device.page.get_by_role("heading", name="Lists", exact=True)
    )
    expect(section.get_by_role("link").first).to_be_visible()
    return section.locator("li").all_inner_texts()


def list_titles(device: Device) -> list[str]:
    return sorted(row.split("\n")[0].strip() for row in list_rows(device))


def test_an_offer_says_what_it_changed_and_why(waiting: Device) -> None:
    before = list_titles(waiting)
    answer(waiting, "Offer")
    said = re.compile(r"Noted: they made an offer\. \d closed, 2 lists begun$")
    expect(waiting.page.get_by_text(said)).to_be_visible()
    expect(waiting.page.get_by_role("link", name=re.compile("Decide on what it pays"))).to_be_visible()
    waiting.page.get_by_text("What changed").click()
    expect(waiting.page.get_by_text("An offer is a question, too: does it pay?")).to_be_visible()
    expect(waiting.page.get_by_text("They have answered.").first).to_be_visible()
    waiting.button("Undo").click()
    expect(waiting.page.get_by_text("Waiting. No date was promised.")).to_be_visible()
    eventually(lambda: list_titles(waiting) == before)


def test_a_no_opens_the_first_hour_also_without_a_network(waiting: Device) -> None:
    waiting.go_offline()
    answer(waiting, "No")
    expect(waiting.heading("They said no. Nothing else has to happen today.")).to_be_visible()
    expect(waiting.heading("Put it down for today")).to_be_visible()
    expect(waiting.heading("One step of Plan B, ten minutes")).to_be_visible()
    expect(waiting.page.get_by_text(re.compile(r"\d closed, 3 lists begun"))).to_be_visible()
    expect(waiting.page.locator(".arc--arriving")).to_have_count(0)
    waiting.page.reload()
    expect(waiting.heading("They said no. Nothing else has to happen today.")).to_be_visible()


def test_put_down_for_today_is_put_down(waiting: Device) -> None:
    answer(waiting, "No")
    waiting.button("Put it down").click()
    expect(waiting.heading("Nothing has to happen today.")).to_be_visible()
    expect(waiting.page.get_by_text("Put down until tomorrow, 08:00", exact=True)).to_be_visible()
    waiting.button("Undo").click()
    expect(waiting.heading("One small thing today.")).to_be_visible()


def test_a_wrong_no_is_undone_from_the_first_hour(waiting: Device) -> None:
    before = list_titles(waiting)
    answer(waiting, "No")
    waiting.button("Wrong answer? Undo").click()
    expect(waiting.heading("Team lead")).to_be_visible()
    expect(waiting.page.get_by_text("Waiting. No date was promised.")).to_be_visible()
    eventually(lambda: list_titles(waiting) == before)
    # It was right after all: the hour opens again, though this page was left for want of a no.
    answer(waiting, "No")
    expect(waiting.heading("They said no. Nothing else has to happen today.")).to_be_visible()
    waiting.button("Close").click()
    expect(waiting.page.get_by_text(re.compile("They said no on"))).to_be_visible()
    titles = list_titles(waiting)
    assert titles == sorted(set(titles))


def test_what_is_written_in_the_first_hour_is_held_until_the_morning(waiting: Device) -> None:
    waiting.go_offline()
    answer(waiting, "No")
    waiting.button("Write a draft").click()
    expect(waiting.page.get_by_label("Message", exact=True)).to_have_value(re.compile("letting me know"))
    expect(waiting.page.get_by_text(re.compile("^Held until .*08:30$")).first).to_be_visible()
    waiting.button("Do not hold").click()
    waiting.expect_said("No longer held")
    expect(waiting.page.get_by_text(re.compile("^Hold until .*08:30$")).first).to_be_visible()


def test_a_changed_mind_plans_again_without_doubles(waiting: Device) -> None:
    answer(waiting, "No")
    waiting.button("Close").click()
    expect(waiting.page.get_by_role("radio", name="No")).to_be_checked()
    answer(waiting, "Offer")
    expect(waiting.page.get_by_role("link", name=re.compile("Decide on what it pays"))).to_be_visible()
    expect(waiting.page.get_by_role("link", name=re.compile("Ask for feedback"))).to_have_count(0)
    titles = list_titles(waiting)
    assert titles == sorted(set(titles))
    assert len(titles) == 4


def test_what_was_felt_before_stands_beside_the_answer_and_cannot_be_said_after_it(waiting: Device) -> None:
    waiting.page.get_by_role("button", name=re.compile("^How it went")).click()
    waiting.page.get_by_role("radio", name="4").click()
    answer(waiting, "Silence")
    expect(
        waiting.page.get_by_text(re.compile("You put it down on .* You felt 4 of 5 before"))
    ).to_be_visible()
    waiting.page.get_by_role("button", name=re.compile("^How it went")).click()
    expect(waiting.page.get_by_role("dialog").get_by_text(re.compile("It stays as it was"))).to_be_visible()
    expect(waiting.page.get_by_role("dialog").get_by_role("radio")).to_have_count(0)


@pytest.fixture
def pair(waiting: Device, laptop: Device) -> tuple[Device, Device]:
    """Phone and laptop, signed in to one account, both open at the interview and saved."""
    address = waiting.page.url.removeprefix(waiting.origin)
    waiting.share_account_with(laptop)
    laptop.expect_saved()
    for device in (waiting, laptop):
        device.open(address)
        expect(device.heading("Team lead")).to_be_visible()
    return waiting, laptop


def test_the_other_device_tells_the_same_and_takes_it_back(pair: tuple[Device, Device]) -> None:
    phone, laptop = pair
    before = list_titles(phone)
    answer(phone, "No")
    expect(laptop.page.get_by_text(re.compile("They said no on"))).to_be_visible()
    expect(laptop.page.get_by_text(re.compile(r"\d closed, 3 lists begun"))).to_be_visible()
    laptop.button("Wrong answer? Undo").click()
    expect(laptop.page.get_by_text("Waiting. No date was promised.")).to_be_visible()
    # The first hour on the phone is over: there was no no.
    expect(phone.heading("Team lead")).to_be_visible()
    eventually(lambda: list_titles(phone) == list_titles(laptop) == before)


def lists_and_progress(device: Device) -> list[str]:
    """Each list with how far it is: "Ask for feedback 0 of 7"."""
    return sorted(" ".join(row.split()) for row in list_rows(device))


def test_two_answers_without_a_network_end_in_one_plan(pair: tuple[Device, Device]) -> None:
    phone, laptop = pair
    before = lists_and_progress(phone)
    for device in pair:
        device.go_offline()
    answer(phone, "No")
    expect(phone.heading("They said no. Nothing else has to happen today.")).to_be_visible()
    phone.button("Close").click()
    answer(laptop, "Offer")
    expect(laptop.page.get_by_text(re.compile("They made an offer on"))).to_be_visible()
    phone.go_online()
    phone.expect_saved()
    laptop.go_online()
    expect(phone.heading("Team lead")).to_be_visible()
    for device in pair:
        expect(device.page.get_by_text(re.compile("They made an offer on"))).to_be_visible()
        expect(device.page.get_by_role("link", name=re.compile("Ask for feedback"))).to_have_count(0)
        expect(device.page.get_by_role("link", name=re.compile("Decide on what it pays"))).to_be_visible()
        device.expect_saved()
    eventually(lambda: lists_and_progress(phone) == lists_and_progress(laptop))
    # The device whose answer was the earlier one takes back the one that stands, and nothing of either is left.
    phone.button("Wrong answer? Undo").click()
    for device in pair:
        expect(device.page.get_by_text("Waiting. No date was promised.")).to_be_visible()
        device.expect_saved()
        expect(device.page.get_by_role("link", name=re.compile("Decide on what it pays"))).to_have_count(0)
    eventually(lambda: lists_and_progress(phone) == lists_and_progress(laptop) == before)


def test_an_internal_interview_says_what_to_say(take_device: Callable[..., Device]) -> None:
    device = take_device()
    device.open("/just-had")
    device.page.get_by_label("Company", exact=True).fill("Norrholm Power")
    device.page.get_by_label("Role", exact=True).fill("Team lead")
    device.page.get_by_role("switch", name="Inside my own company").click()
    device.button("Save and start").click()
    expect(device.heading("When colleagues ask")).to_be_visible()
    device.button("Put it on a list").click()
    expect(device.page.get_by_text(re.compile("On your list"))).to_be_visible()
    answer(device, "No")
    device.button("Close").click()
    expect(device.page.get_by_text(re.compile("No decision to stay or to leave before"))).to_be_visible()


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing_in_the_hour_after_a_no(take_device: Callable[..., Device], window: str) -> None:
    options = cast("dict[str, object]", WINDOWS[window])
    device = take_device(**options, bypass_csp=True, reduced_motion="reduce")
    device.open("/")
    device.log_interview(company="Norrholm Power", role="Team lead")
    answer(device, "No")
    expect(device.heading("They said no. Nothing else has to happen today.")).to_be_visible()
    device.page.get_by_text("What changed").click()
    found = violations(device.page)
    device.button("Close").click()
    expect(device.page.get_by_role("radio", name="No")).to_be_checked()
    found += violations(device.page)
    device.open("/")
    device.button("Not now").click()
    expect(device.page.get_by_role("dialog", name="Not now")).to_be_visible()
    found += violations(device.page)
    assert found == []
