"""Business days skip the person's own days off."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, expect

from tests.browser.device import Device

# "promise+1bd, else interview+5bd" in Thank and follow up.
ASKS_POLITELY = re.compile("where things stand")


def five_business_days_after(day: date) -> date:
    left = 5
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


def words(day: date) -> re.Pattern[str]:
    """As a line says it, "Thu 3 Dec", whatever stands between the words."""
    return re.compile(rf"{day:%a}\s{day.day}\s{day:%b}")


def line_of(device: Device) -> Locator:
    """The line that asks politely, on the list that is open."""
    return device.page.get_by_role("listitem").filter(has_text=ASKS_POLITELY).first


def test_two_weeks_off_move_what_counts_in_business_days_on_every_device_and_one_tap_takes_it_back(
    phone: Device, laptop: Device
) -> None:
    today = datetime.now(UTC).astimezone(ZoneInfo("Europe/Berlin")).date()
    back_at_work = today + timedelta(days=15)
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    phone.carry_passkeys_to(laptop)
    laptop.sign_in()
    laptop.open("/interviews")
    laptop.page.get_by_role("link", name=re.compile("Planning manager")).first.click()
    laptop.page.get_by_role("link", name=re.compile("Thank and follow up")).click()
    as_planned, after_it = (
        five_business_days_after(today),
        five_business_days_after(back_at_work - timedelta(days=1)),
    )
    expect(line_of(laptop)).to_contain_text(words(as_planned))

    phone.wait_for_worker()
    phone.go_offline()
    phone.button("Days off").or_(phone.page.get_by_role("button", name=re.compile("^Days off"))).first.click()
    sheet = phone.page.get_by_role("dialog", name="Days off")
    sheet.get_by_role("button", name="Add").click()
    expect(sheet.get_by_text("Which day? The first one is enough.")).to_be_visible()
    sheet.get_by_label("From").fill(today.isoformat())
    sheet.get_by_label("To, if longer").fill((back_at_work - timedelta(days=1)).isoformat())
    sheet.get_by_role("button", name="Add").click()
    expect(sheet.get_by_role("listitem")).to_have_count(1)
    phone.keep_undo_at_hand()
    phone.go_online()
    expect(line_of(laptop)).to_contain_text(words(after_it), timeout=15_000)
    phone.button("Undo").click()
    expect(sheet.get_by_role("listitem")).to_have_count(0)
    expect(line_of(laptop)).to_contain_text(words(as_planned))
