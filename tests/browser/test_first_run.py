"""Somebody opens Rebound for the first time, on the way out of an interview."""

from __future__ import annotations

import re

from playwright.sync_api import Route, expect

from tests.browser.device import Device
from webapp.assets import load_assets


def test_the_first_screen_says_what_it_is_and_offers_two_ways_on(phone: Device) -> None:
    phone.open("/")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("What to do after a job interview.")
    expect(phone.page.get_by_role("listitem")).to_have_count(3)
    expect(phone.button("I just had an interview")).to_be_visible()
    expect(phone.button("I have an account")).to_be_visible()


def test_a_tap_before_everything_has_come_is_answered_when_it_comes(phone: Device) -> None:
    start, is_slow = load_assets().script, True
    held: list[Route] = []

    def on_its_way(route: Route) -> None:
        if is_slow and not route.request.url.endswith(start):
            held.append(route)
        else:
            route.continue_()

    phone.page.route(re.compile("/static/build/part-"), on_its_way)
    phone.open("/")
    phone.button("I just had an interview").click()
    expect(phone.page).to_have_url(re.compile("/just-had$"))
    is_slow = False
    for route in held:
        route.continue_()
    expect(phone.heading("Two facts, then breathe.")).to_be_focused()


def test_two_facts_are_enough_to_start_two_lists(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    expect(phone.page.get_by_text("Debrief while it is fresh").first).to_be_visible()
    expect(phone.page.get_by_text("Thank and follow up").first).to_be_visible()


def test_today_shows_three_next_and_folds_the_rest(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.tab("Today").click()
    next_up = phone.page.get_by_role("region", name="Next").get_by_role("checkbox")
    expect(next_up).to_have_count(3)
    expect(phone.page.get_by_role("checkbox")).to_have_count(3)
    phone.page.get_by_text("Later").first.click()
    expect(phone.page.get_by_role("checkbox").nth(3)).to_be_visible()


def test_a_missing_fact_is_asked_for_and_nothing_typed_is_lost(phone: Device) -> None:
    phone.open("/just-had")
    phone.page.get_by_label("Company", exact=True).fill("Fenn & Lowe")
    phone.button("Save and start").click()
    role = phone.page.get_by_label("Role", exact=True)
    expect(role).to_be_focused()
    expect(role).to_have_attribute("aria-invalid", "true")
    expect(phone.page.get_by_label("Company", exact=True)).to_have_value("Fenn & Lowe")


def test_a_half_filled_form_survives_the_tab_being_killed(phone: Device) -> None:
    phone.open("/just-had")
    phone.page.get_by_label("Company", exact=True).fill("Fenn & Lowe")
    phone.page.close()
    phone.page = phone.context.new_page()
    phone.open("/just-had")
    expect(phone.page.get_by_label("Company", exact=True)).to_have_value("Fenn & Lowe")


def test_who_was_there_is_on_the_interviews_page_and_among_people(phone: Device) -> None:
    # Somebody who looked there before and found nobody is not asked for a name once there is one.
    phone.open("/people")
    expect(phone.page.get_by_text("Nobody yet.")).to_be_visible()
    phone.tab("Today").click()
    phone.log_interview(
        company="Ostara Rail", role="Planning manager", people=("Ruth Abelson", "Samuel Okoro")
    )
    expect(phone.page.get_by_text("Ruth Abelson").first).to_be_visible()
    phone.tab("People").click()
    expect(phone.page.get_by_text("Samuel Okoro").first).to_be_visible()
    expect(phone.page.get_by_label("Name and department")).to_have_count(0)


def test_a_tap_lands_where_it_was_aimed_though_it_ends_a_name(phone: Device) -> None:
    phone.open("/just-had")
    phone.page.get_by_label("Company", exact=True).fill("Norrholm Power")
    phone.page.get_by_label("Role", exact=True).fill("Team lead")
    name = phone.page.get_by_label("Name of the person")
    phone.button("Add a person").click()
    for person in ("Tomas Reiter", "Ingrid Sohl"):
        name.fill(person)
        phone.page.keyboard.press("Enter")
    # The open field stands in a row of its own, which goes when it is left: the switch moves up under the finger.
    inside = phone.page.get_by_role("switch", name="Inside my own company")
    inside.click(position={"x": 40, "y": 40})
    expect(name).to_have_count(0)
    expect(inside).to_be_checked()
    phone.button("Add a person").click()
    name.fill("Mikkel Holm")
    phone.button("Save and start").click()
    expect(phone.page.get_by_text("Norrholm Power. Inside your own company.")).to_be_visible()
    for person in ("Tomas Reiter", "Ingrid Sohl", "Mikkel Holm"):
        expect(phone.page.get_by_role("link", name=re.compile(person))).to_be_visible()


def test_what_cannot_be_is_said_and_kept(phone: Device) -> None:
    phone.open("/just-had")
    company = phone.page.get_by_label("Company", exact=True)
    company.focus()
    phone.page.keyboard.insert_text("N" * 260)
    expect(phone.page.get_by_text("It is full: 200 letters. What is longer was not taken.")).to_be_visible()
    company.fill("شركة الطاقة 🏗️")
    expect(phone.page.get_by_text("It is full")).to_have_count(0)
    phone.page.get_by_label("Role", exact=True).fill("Team lead")
    phone.page.get_by_role("radio", name="Earlier").click()
    day = phone.page.get_by_label("Day", exact=True)
    for impossible, words in (
        ("", "That day is not in the calendar."),
        ("2199-05-04", "That is still to come."),
        ("0026-05-04", "The year has four digits, as in 2026."),
    ):
        day.fill(impossible)
        phone.button("Save and start").click()
        expect(
            phone.page.get_by_text(re.compile(f"^{re.escape(words)}.*Your words are kept.$"))
        ).to_be_visible()
    day.fill("2026-05-04")
    phone.button("Save and start").click()
    expect(phone.heading("Team lead")).to_be_visible()
    # A promise lies after the talk, and half a date takes nothing away.
    phone.page.get_by_role("button", name=re.compile("^Promised answer")).click()
    promised = phone.page.get_by_label("They promised an answer by")
    promised.fill("2026-05-03")
    phone.button("Set the date").click()
    expect(phone.page.get_by_text("That was before the interview. Nothing was changed.")).to_be_visible()
    promised.fill("2026-05-08")
    phone.button("Set the date").click()
    phone.button("Edit").click()
    held = phone.page.get_by_label("Day it was held")
    held.focus()
    phone.page.keyboard.press("Delete")
    phone.page.get_by_label("Company", exact=True).focus()
    expect(phone.page.get_by_text("That day is not in the calendar. Nothing was changed.")).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_label("Day it was held")).to_have_value("2026-05-04")


LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def cut_off(device: Device) -> list[str]:
    """The words that run out of the window at its right side."""
    found: list[str] = device.page.evaluate(
        """() => [...document.querySelectorAll("main h1, main p, main span, main b")]
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".top__where, .arc"))
            .map((one) => one.textContent)"""
    )
    return found


def test_a_word_longer_than_the_screen_breaks_and_pushes_no_button_away(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company=LONG, role="W" * 200, people=("X" * 180,))
    assert cut_off(phone) == []
    page = phone.page.url.removeprefix(phone.origin)
    phone.page.get_by_role("radio", name="No", exact=True).click()
    expect(phone.heading("They said no.")).to_be_visible()
    assert cut_off(phone) == []
    phone.open(f"{page}/feedback")
    expect(phone.page.get_by_role("radio", name=re.compile("^X+$"))).to_be_visible()
    assert cut_off(phone) == []
    phone.open("/")
    expect(phone.heading("One small thing today.")).to_be_visible()
    assert cut_off(phone) == []


def test_a_name_made_of_markup_is_only_a_name(phone: Device) -> None:
    phone.open("/")
    company = "<img src=x onerror=alert(1)> & Söhne 🏗️"
    phone.log_interview(company=company, role="‏مهندس")
    expect(phone.page.get_by_text(company).first).to_be_visible()
    assert phone.page.locator("img[src=x]").count() == 0
