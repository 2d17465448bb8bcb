"""How it goes over time: said in sentences, drawn small, from what is on the device, and never as a grade."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from playwright.sync_api import Locator, expect

from tests.browser.device import Device


def figure(device: Device, title: str) -> Locator:
    return device.page.get_by_role("region", name=title, exact=True)


def test_after_three_interviews_and_a_no(phone: Device) -> None:
    phone.visit_once()
    phone.open("/insights")
    expect(phone.heading("Nothing to compare yet.")).to_be_visible()
    phone.go_offline()
    for company in ("Norrholm Power", "Ostara Rail", "Fenn & Lowe"):
        phone.open("/")
        phone.log_interview(company=company, role="Planning manager")
    phone.page.get_by_role("radio", name="No", exact=True).click()
    expect(phone.heading("They said no. Nothing else has to happen today.")).to_be_visible()
    phone.open("/settings")
    phone.page.get_by_role("link", name=re.compile("^Insights")).last.click()
    expect(phone.heading("Three interviews so far.")).to_be_visible()
    furthest = figure(phone, "Furthest round")
    expect(furthest).to_contain_text("The furthest so far is a first talk.")
    expect(furthest.get_by_role("row", name=re.compile("^Ostara Rail open First talk$"))).to_be_attached()
    expect(figure(phone, "Days to an answer")).to_contain_text("The same day, the only answer so far.")
    expect(figure(phone, "Feedback")).to_contain_text("two narrow questions to one person")
    expect(figure(phone, "Wins this year")).to_contain_text("None yet.")
    felt = figure(phone, "Confidence and outcome")
    expect(felt).to_contain_text("Shown after five interviews with a note of how they felt.")
    expect(felt.get_by_role("table")).to_have_count(0)
    expect(phone.page.locator(".insights")).not_to_contain_text("%")


def test_further_than_in_spring(phone: Device) -> None:
    # Their own clock stands still on two days of one year, whichever year this is.
    phone.page.clock.set_fixed_time(datetime(2026, 4, 14, 9, 0, tzinfo=UTC))
    phone.visit_once()
    phone.log_interview(company="Norrholm Power", role="Grid analyst")
    phone.page.get_by_role("radio", name="Withdrawn", exact=True).click()
    phone.expect_said("Noted: ")
    phone.page.clock.set_fixed_time(datetime(2026, 10, 13, 9, 0, tzinfo=UTC))
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.page.get_by_role("radio", name="Offer", exact=True).click()
    expect(phone.page.get_by_text(re.compile(r"Noted: they made an offer\.")).first).to_be_visible()
    phone.open("/insights")
    expect(phone.heading("You are getting further than in spring.")).to_be_visible()
    furthest = figure(phone, "Furthest round")
    expect(furthest).to_contain_text("In spring it came to a first talk. This autumn you reached an offer.")
