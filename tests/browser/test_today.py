"""Today: three things at most, in an order that is kind; what can wait is put off with two taps."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.device import Device

COMPANIES = ("Ostara Rail", "Fenn & Lowe", "Norrholm Power", "Énergie du Rhône")
ROLES = ("Planning manager", "Storage analyst", "Team lead", "Head of planning")


@pytest.fixture
def busy(phone: Device) -> Device:
    """The phone, on Today, with two interviews held just now: six lines are due."""
    phone.visit_once()
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.open("/")
    phone.log_interview(company="Fenn & Lowe", role="Storage analyst")
    phone.open("/")
    expect(phone.heading("Three small things today.")).to_be_visible()
    return phone


def next_lines(device: Device) -> list[str]:
    """What stands under Next, top to bottom."""
    boxes = device.page.get_by_role("region", name="Next").get_by_role("checkbox").all()
    return [box.get_attribute("aria-label") or "" for box in boxes]


def sheet(device: Device) -> Locator:
    return device.page.get_by_role("dialog", name="Not now")


# On a Sunday next week is tomorrow, and not offered beside it.
@pytest.mark.parametrize("when", ["Tomorrow", "Tomorrow|Next week"])
def test_one_thing_is_put_off_and_taken_back_without_a_network(busy: Device, when: str) -> None:
    busy.go_offline()
    busy.button("Not now").click()
    sheet(busy).get_by_role("radio").nth(1).click()
    sheet(busy).get_by_role("button", name=re.compile(when)).last.click()
    expect(busy.page.get_by_text(re.compile("^Rests until .*09:00$"))).to_be_visible()
    busy.button("Undo").click()
    expect(busy.page.get_by_text("Undone", exact=True).first).to_be_visible()
    expect(busy.heading("Three small things today.")).to_be_visible()


def test_all_of_it_is_put_off_at_once(busy: Device) -> None:
    before = next_lines(busy)
    busy.button("Not now").click()
    sheet(busy).get_by_role("radio", name="All of them").click()
    sheet(busy).get_by_role("button", name="Tomorrow").click()
    # Whoever is up before five has not slept yet: for them tomorrow is the same day of the calendar.
    day = "today" if busy.page.evaluate("new Date().getHours()") < 5 else "tomorrow"
    expect(busy.page.get_by_text(re.compile(f"^3 things rest until {day}, 09:00$"))).to_be_visible()
    busy.page.reload()
    expect(busy.page.get_by_role("region", name="Waiting for")).to_be_visible()
    # The two debriefs have lines of the same words, so what is next now may read alike; it has not got more.
    assert len(next_lines(busy)) <= len(before) == 3


def test_a_day_of_ones_own_and_a_day_that_is_over(busy: Device) -> None:
    busy.button("Not now").click()
    day = sheet(busy).get_by_label("Or a day of your own")
    day.fill("2020-01-01")
    sheet(busy).get_by_role("button", name="Until that day").click()
    expect(sheet(busy).get_by_text("That day has begun already. Nothing was changed.")).to_be_visible()
    day.fill("2099-05-04")
    sheet(busy).get_by_role("button", name="Until that day").click()
    expect(busy.page.get_by_text(re.compile("^Rests until Mon.4.May.2099, 09:00$"))).to_be_visible()


def test_what_rests_on_one_device_rests_on_the_other(busy: Device, laptop: Device) -> None:
    busy.share_account_with(laptop)
    laptop.expect_saved()
    for device in (busy, laptop):
        device.open("/")
        expect(device.heading("Three small things today.")).to_be_visible()
    first = busy.page.get_by_role("region", name="Next").get_by_role("checkbox").first
    described_by = first.get_attribute("aria-describedby") or ""
    busy.button("Not now").click()
    sheet(busy).get_by_role("radio").first.click()
    sheet(busy).get_by_role("button", name="Tomorrow").click()
    same_line = laptop.page.get_by_role("region", name="Next").locator(f"[aria-describedby='{described_by}']")
    expect(same_line).to_have_count(0)


def test_who_owes_an_answer_is_named_until_they_answer(busy: Device) -> None:
    waiting = busy.page.get_by_role("region", name="Waiting for")
    expect(waiting.get_by_role("link")).to_have_count(2)
    waiting.get_by_role("link", name=re.compile("Ostara Rail")).click()
    busy.page.get_by_role("radio", name="Withdrawn").click()
    busy.tab("Today").click()
    expect(busy.page.get_by_role("region", name="Waiting for").get_by_role("link")).to_have_count(1)


def test_a_no_leaves_one_thing_of_it_for_today(phone: Device) -> None:
    phone.visit_once()
    phone.log_interview(company="Norrholm Power", role="Team lead")
    phone.page.get_by_role("radio", name="No").click()
    expect(phone.heading("They said no. Nothing else has to happen today.")).to_be_visible()
    phone.open("/")
    expect(phone.heading("One small thing today.")).to_be_visible()


def test_nothing_overdue_is_red(busy: Device) -> None:
    # Three weeks pass: nothing was done, and nothing is held against anybody.
    busy.page.clock.set_system_time(datetime.now(UTC) + timedelta(days=21))
    busy.page.reload()
    region = busy.page.get_by_role("region", name="Next")
    expect(region.get_by_text(re.compile("Since ")).first).to_be_visible()
    danger = busy.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--danger')")
    assert danger
    colours = region.evaluate(
        """(region) => [...region.querySelectorAll('*')].map((one) => getComputedStyle(one).color)"""
    )
    red = busy.page.evaluate(
        """() => { const probe = document.createElement('i'); probe.className = 'btn--danger';
                   document.body.append(probe); const colour = getComputedStyle(probe).backgroundColor;
                   probe.remove(); return colour; }"""
    )
    assert red not in colours


def test_a_long_list_of_interviews_is_searched_and_ordered(phone: Device) -> None:
    phone.visit_once()
    for company, role in zip(
        ("Ostara Rail", "Fenn & Lowe", "Norrholm Power", "Énergie du Rhône"), ROLES, strict=True
    ):
        phone.open("/interviews")
        phone.log_interview(company=company, role=role)
    phone.open("/interviews")
    phone.page.get_by_label("Search interviews").fill("energie")
    expect(
        phone.page.get_by_role("main").get_by_role("link", name=re.compile("Head of planning"))
    ).to_be_visible()
    expect(
        phone.page.get_by_role("main").get_by_role("link", name=re.compile("Storage analyst"))
    ).to_have_count(0)
    phone.page.get_by_label("Search interviews").fill("zzz")
    expect(phone.page.get_by_text("No company, role or department reads like that.")).to_be_visible()
    phone.page.get_by_label("Search interviews").fill("")
    phone.page.get_by_role("radio", name="Company").click()
    rows = phone.page.locator(".interviews .rows > li .row__title")
    expect(rows.first).to_have_text("Head of planning")
    expect(rows.nth(1)).to_have_text("Storage analyst")


def test_an_earlier_version_of_the_notes_is_put_back(phone: Device) -> None:
    phone.visit_once()
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    phone.open("/interviews")
    phone.page.get_by_text("Planning manager").first.click()
    phone.page.get_by_role("button", name=re.compile("^Notes")).click()
    row, notes = (
        phone.page.get_by_role("button", name=re.compile("^Notes")),
        phone.page.get_by_label("What you want to keep"),
    )
    for words in ("Ruth asked about the depot model.", "Nothing."):
        notes.fill(words)
        expect(row).to_contain_text(words[:20])
        phone.expect_saved()
    # Also after the app was closed: the server has it.
    phone.page.reload()
    phone.button("Earlier versions").click()
    expect(phone.page.get_by_role("insertion")).to_contain_text("Ruth asked about the depot model.")
    phone.button("Put this back").click()
    expect(phone.page.get_by_label("What you want to keep")).to_have_value(
        "Ruth asked about the depot model."
    )
