"""After a no: asking one person, sorting what they write, asking back once, and closing it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.device import Device

ANSWER = """Dear Nadia,

You had the strongest technical case of the four we met.
It was a really tough decision and a very strong field.
In the end we felt another candidate was a better fit for where the team is going.
You could perhaps show a bit more leadership presence.
Please don't be discouraged, and keep doing what you're doing.

Kind regards,
Tomas
"""
FACT = "You had the strongest technical case of the four we met."
READING = "You could perhaps show a bit more leadership presence."
SORTED = "One fact, and four kind sentences."


@pytest.fixture
def asking(phone: Device) -> Device:
    """The phone, at the feedback of an interview that Tomas and Ruth held."""
    phone.open("/")
    phone.log_interview(
        company="Norrholm Power", role="Team lead, Network Planning", people=("Tomas Reiter", "Ruth Abelson")
    )
    open_feedback(phone)
    return phone


@pytest.fixture
def sorted_answer(asking: Device) -> Device:
    """Asked, answered, sorted."""
    ask_by_hand(asking)
    paste(asking, ANSWER)
    expect(asking.heading(SORTED)).to_be_visible()
    return asking


def open_feedback(device: Device) -> None:
    device.page.get_by_role("link", name=re.compile("^Feedback")).click()
    expect(device.heading("Who saw you most?")).to_be_visible()


def ask_by_hand(device: Device) -> None:
    device.page.get_by_role("radio", name="Tomas Reiter").click()
    expect(device.heading("Two narrow questions.")).to_be_visible()
    device.button("I have asked").click()
    device.button("Set the date").click()
    expect(device.heading("Asked Tomas on")).to_be_visible()


def paste(device: Device, words: str) -> None:
    device.button("Paste the answer").or_(device.button("Go on with the answer")).click()
    device.page.get_by_label("Their answer").fill(words)
    if len(words) > 200_000:
        # It comes between the field and the button, which moves.
        expect(device.page.get_by_text("These are the first 200,000 characters")).to_be_visible()
    device.button("Sort it").click()


def said(device: Device, words: str) -> Locator:
    """The sentence with these words, and its label."""
    return (
        device.page.get_by_role("listitem")
        .filter(has_text=words)
        .filter(has=device.page.locator("[aria-haspopup]"))
    )


def label(device: Device, words: str) -> Locator:
    return said(device, words).get_by_role("button")


def from_more(device: Device, action: str) -> None:
    device.button("More").click()
    device.page.get_by_role("dialog").get_by_role("button", name=action).click()


def test_a_kind_answer_is_sorted_and_only_the_fact_is_usable(sorted_answer: Device) -> None:
    expect(sorted_answer.page.get_by_text(re.compile("Tomas Reiter answered on"))).to_be_visible()
    expect(label(sorted_answer, FACT)).to_have_text("A fact: you can use this")
    expect(label(sorted_answer, READING)).to_have_text("Somebody\u2019s reading: true for them, not proven")
    expect(label(sorted_answer, "really tough decision")).to_have_text("No information: kind, and empty")
    expect(said(sorted_answer, READING).locator("mark")).to_have_text("more leadership presence")
    expect(sorted_answer.page.get_by_text("name no event")).to_be_visible()


def test_i_choose_whom_to_ask_and_the_letter_is_one_tap_away(asking: Device) -> None:
    asking.page.get_by_role("radio", name="Tomas Reiter").click()
    letter = asking.button("Write to Tomas")
    expect(letter).to_have_attribute(
        "href", re.compile(r"^/compose\?purpose=feedback-request&about=interview:[\w-]+$")
    )
    asking.button("Undo").click()
    expect(letter).to_have_count(0)


def test_inside_my_company_i_propose_a_talk(phone: Device) -> None:
    phone.open("/just-had")
    phone.page.get_by_role("switch", name=re.compile("own company|Internal", re.IGNORECASE)).click()
    phone.page.get_by_label("Company", exact=True).fill("Norrholm Power")
    phone.page.get_by_label("Role", exact=True).fill("Team lead")
    phone.button("Save and start").click()
    open_feedback(phone)
    phone.button("Name somebody").click()
    phone.page.get_by_label("Name", exact=True).fill("Ruth Abelson")
    phone.page.keyboard.press("Enter")
    expect(phone.heading("Fifteen minutes, two questions.")).to_be_visible()
    expect(phone.button("Write to Ruth")).to_have_attribute(
        "href", re.compile("purpose=internal-talk&about=interview:")
    )


def test_i_know_better_than_the_list_and_it_stays_so(sorted_answer: Device) -> None:
    label(sorted_answer, READING).click()
    sorted_answer.page.get_by_role("dialog").get_by_role("radio", name=re.compile("^A fact")).click()
    expect(label(sorted_answer, READING)).to_have_text("A fact: you can use this")
    expect(sorted_answer.heading("Two facts, and three kind sentences.")).to_be_visible()
    sorted_answer.page.reload()
    expect(label(sorted_answer, READING)).to_have_text("A fact: you can use this")


def test_a_label_changed_by_a_slip_is_undone(sorted_answer: Device) -> None:
    label(sorted_answer, FACT).click()
    sorted_answer.page.get_by_role("dialog").get_by_role("radio", name=re.compile("^No information")).click()
    expect(sorted_answer.heading("Five kind sentences, and no fact.")).to_be_visible()
    sorted_answer.button("Undo").click()
    expect(sorted_answer.heading(SORTED)).to_be_visible()


def test_a_label_is_changed_with_the_keyboard_alone(sorted_answer: Device) -> None:
    label(sorted_answer, READING).focus()
    sorted_answer.page.keyboard.press("Enter")
    chosen = sorted_answer.page.get_by_role("dialog").get_by_role("radio", checked=True)
    chosen.focus()
    sorted_answer.page.keyboard.press("ArrowUp")
    sorted_answer.page.keyboard.press("Enter")
    expect(label(sorted_answer, READING)).to_have_text("A fact: you can use this")


def test_there_is_one_question_back_and_no_second(sorted_answer: Device) -> None:
    expect(
        sorted_answer.page.get_by_text("Which of the two would have changed your mind more")
    ).to_be_visible()
    expect(sorted_answer.button("Write to Tomas")).to_have_attribute(
        "href", re.compile("purpose=choice-question&about=")
    )
    from_more(sorted_answer, "I have asked back")
    expect(sorted_answer.heading("You asked back on")).to_be_visible()
    expect(sorted_answer.page.get_by_text("Which of the two")).to_have_count(0)
    sorted_answer.button("Close it now").click()
    expect(sorted_answer.heading("Closed on")).to_be_visible()
    sorted_answer.button("Undo").click()
    expect(sorted_answer.heading("You asked back on")).to_be_visible()


def test_the_letter_asks_what_the_page_shows_and_sending_it_is_noted(sorted_answer: Device) -> None:
    page = sorted_answer.page
    place = page.url.removeprefix(sorted_answer.origin).split("#")[0]
    sorted_answer.button("Write to Tomas").click()
    expect(page.locator("textarea").last).to_have_value(
        re.compile("changed your mind more: a year of leading people, or a plan for the first 90 days")
    )
    sorted_answer.button("Add it").click()
    page.get_by_label(re.compile("^Address of")).fill("tomas@norrholm.example")
    sorted_answer.button("Done").click()
    gaps = page.get_by_role("region", name="Still to fill in")
    gaps.get_by_role("button", name="Your name").click()
    page.keyboard.type("Nadia")
    # A mail program that takes the link and shows nothing.
    page.evaluate(
        """() => document.addEventListener("click", (event) => {
            if (event.target.closest('a[href^="mailto:"]')) event.preventDefault();
        })"""
    )
    sorted_answer.button("Open in mail").click()
    sorted_answer.button("Yes, it is sent").click()
    expect(page.get_by_text("Sent from your mail")).to_be_visible()
    sorted_answer.open(place)
    expect(sorted_answer.heading("You asked back on")).to_be_visible()
    expect(page.get_by_text("Which of the two")).to_have_count(0)


def test_an_answer_that_names_something_asks_nothing_back(asking: Device) -> None:
    ask_by_hand(asking)
    paste(
        asking,
        "The other candidate had led two sites for three years. You have not led a team of more than four.",
    )
    expect(asking.heading("Nothing is left to ask.")).to_be_visible()
    expect(asking.page.get_by_text("Which of the two")).to_have_count(0)


def test_praise_becomes_a_win_in_their_words(sorted_answer: Device) -> None:
    sorted_answer.button("Add to wins").click()
    sorted_answer.button("In your wins").click()
    expect(sorted_answer.heading("You had the strongest technical case")).to_be_visible()
    expect(sorted_answer.page.get_by_label("In their words")).to_have_value(FACT)
    expect(sorted_answer.page.get_by_label("Who praised it")).to_have_value("Tomas Reiter")


def test_a_point_becomes_a_task_on_a_list_and_undo_takes_it_back(sorted_answer: Device) -> None:
    sorted_answer.button("Make a task").click()
    step = sorted_answer.page.get_by_label("One next step")
    step.fill("   ")
    sorted_answer.button("Add the task").click()
    expect(sorted_answer.page.get_by_text("A task needs a few words. Nothing was added.")).to_be_visible()
    step.fill("Put the storage case into my CV")
    sorted_answer.page.get_by_role("radio", name="Thank and follow up").click()
    sorted_answer.button("Add the task").click()
    expect(sorted_answer.button("On your list")).to_be_visible()
    sorted_answer.button("Undo").click()
    expect(sorted_answer.button("Make a task")).to_be_visible()
    sorted_answer.button("Make a task").click()
    sorted_answer.button("Add the task").click()
    sorted_answer.button("On your list").click()
    expect(
        sorted_answer.page.get_by_role("checkbox", name=re.compile("^Put this into my CV"))
    ).to_be_visible()


def test_after_seven_working_days_of_silence_it_is_closed_kindly(asking: Device) -> None:
    asking.page.get_by_role("radio", name="Tomas Reiter").click()
    asking.button("I have asked").click()
    long_ago = (datetime.now(UTC) - timedelta(days=12)).date().isoformat()
    asking.page.get_by_label("I asked on").fill(long_ago)
    asking.button("Set the date").click()
    expect(asking.heading("Seven working days, and no answer.")).to_be_visible()
    expect(asking.button("Write two lines")).to_have_attribute(
        "href", re.compile("purpose=closing&about=interview:")
    )
    asking.button("Close it now").click()
    expect(asking.heading("Closed, kindly.")).to_be_visible()
    asking.button("Their answer is here").click()
    asking.page.get_by_label("Their answer").fill(ANSWER)
    asking.button("Sort it").click()
    expect(asking.heading(SORTED)).to_be_visible()


def test_a_day_that_is_still_to_come_is_refused_with_words(asking: Device) -> None:
    asking.button("I have asked").click()
    asking.page.get_by_label("I asked on").fill((datetime.now(UTC) + timedelta(days=3)).date().isoformat())
    asking.button("Set the date").click()
    expect(asking.page.get_by_text("That day is still to come. Nothing was changed.")).to_be_visible()


def test_half_a_pasted_answer_survives_the_tab_being_killed(asking: Device) -> None:
    ask_by_hand(asking)
    address = asking.page.url.removeprefix(asking.origin)
    asking.button("Paste the answer").click()
    asking.page.get_by_label("Their answer").press_sequentially("You had the strongest technical case")
    asking.page.close()
    asking.page = asking.context.new_page()
    asking.open(address.split("#")[0])
    asking.button("Go on with the answer").click()
    expect(asking.page.get_by_label("Their answer")).to_have_value("You had the strongest technical case")


def test_what_i_take_from_it_is_kept_as_i_write(sorted_answer: Device) -> None:
    lesson = sorted_answer.page.get_by_label("What you take from it")
    lesson.press_sequentially("The case was good.")
    sorted_answer.page.reload()
    expect(lesson).to_have_value("The case was good.")


def test_an_empty_answer_says_so_and_keeps_the_sheet(asking: Device) -> None:
    ask_by_hand(asking)
    paste(asking, " \n ")
    expect(asking.page.get_by_text("Nothing is pasted yet.")).to_be_visible()
    asking.page.get_by_label("Their answer").fill("You led the depot work well.")
    asking.button("Sort it").click()
    expect(asking.page.get_by_text("You led the depot work well.", exact=True)).to_be_visible()


def test_quoted_lines_alone_are_kept_and_named(asking: Device) -> None:
    ask_by_hand(asking)
    paste(asking, "> You asked us for feedback.\n> Kind regards")
    expect(asking.heading("Nothing to sort yet.")).to_be_visible()
    asking.button("Change what was pasted").click()
    expect(asking.page.get_by_label("Their answer")).to_have_value(
        "> You asked us for feedback.\n> Kind regards"
    )


def test_a_paste_of_200_000_characters_is_kept_and_only_what_is_near_is_in_the_page(asking: Device) -> None:
    ask_by_hand(asking)
    paste(asking, "We felt that another candidate was a better fit for the team. " * 3_300)
    expect(asking.heading("opinions, and no fact.")).to_be_visible()
    assert asking.page.get_by_role("listitem").count() < 80
    asking.page.locator(".pane__scroll").evaluate("(pane) => (pane.scrollTop = pane.scrollHeight)")
    last = asking.page.locator("[aria-posinset='3226']")
    expect(last).to_be_attached()
    assert asking.page.get_by_role("listitem").count() < 80


def test_an_answer_from_right_to_left_and_with_emoji_keeps_its_direction(asking: Device) -> None:
    ask_by_hand(asking)
    paste(asking, "كان عرضك أفضل عرض تقني 🙏. You led the depot work 👏 in 2025.")
    first = asking.page.locator(".said p").first
    expect(first).to_contain_text("كان عرضك أفضل عرض تقني 🙏")
    assert first.evaluate("(p) => getComputedStyle(p).direction") == "rtl"


def test_the_interviews_page_says_how_far_it_has_come(sorted_answer: Device) -> None:
    sorted_answer.button("Back").click()
    expect(sorted_answer.page.get_by_role("link", name=re.compile("^Feedback.*one fact"))).to_be_visible()


def test_all_of_it_works_without_a_network(phone: Device) -> None:
    phone.visit_once()
    phone.log_interview(company="Norrholm Power", role="Team lead", people=("Tomas Reiter",))
    phone.go_offline()
    open_feedback(phone)
    ask_by_hand(phone)
    paste(phone, ANSWER)
    expect(phone.heading(SORTED)).to_be_visible()
    phone.page.reload()
    expect(phone.heading(SORTED)).to_be_visible()
    phone.button("Add to wins").click()
    expect(phone.button("In your wins")).to_be_visible()


def test_two_devices_show_one_answer_and_one_way_of_sorting_it(phone: Device, laptop: Device) -> None:
    phone.visit_once()
    phone.log_interview(company="Norrholm Power", role="Team lead", people=("Tomas Reiter",))
    address = phone.page.url.removeprefix(phone.origin)
    phone.share_account_with(laptop)
    laptop.expect_saved()
    for device in (phone, laptop):
        device.open(f"{address}/feedback")
        expect(device.heading("Who saw you most?").last).to_be_visible()
    # Both begin without a network: it is one request all the same.
    for device in (phone, laptop):
        device.go_offline()
        ask_by_hand(device)
    for device in (phone, laptop):
        device.go_online()
        device.expect_saved()
    paste(phone, ANSWER)
    expect(laptop.heading(SORTED)).to_be_visible()
    label(laptop, READING).click()
    laptop.page.get_by_role("dialog").get_by_role("radio", name=re.compile("^A fact")).click()
    expect(phone.heading("Two facts, and three kind sentences.")).to_be_visible()
    # Each sorts another sentence without a network: neither is lost.
    for device, sentence in (
        (phone, "It was a really tough decision"),
        (laptop, "Please don't be discouraged"),
    ):
        device.go_offline()
        label(device, sentence).click()
        device.page.get_by_role("dialog").get_by_role("radio", name=re.compile("^A fact")).click()
        expect(device.heading("Three facts, and two kind sentences.")).to_be_visible()
    for device in (phone, laptop):
        device.go_online()
    for device in (phone, laptop):
        device.expect_saved()
    for device in (phone, laptop):
        expect(device.heading("Four facts, and one opinion.")).to_be_visible()
    # The same tap on both, offline: one win.
    for device in (phone, laptop):
        device.go_offline()
        device.button("Add to wins").first.click()
        expect(device.button("In your wins")).to_be_visible()
    for device in (phone, laptop):
        device.go_online()
        device.expect_saved()
    laptop.open("/wins")
    expect(laptop.page.get_by_role("link", name=re.compile("strongest technical case"))).to_have_count(1)


WINDOWS: dict[str, dict[str, Any]] = {
    "phone, dark": {"color_scheme": "dark"},
    "320 px": {"viewport": {"width": 320, "height": 640}},
    "200 % text": {"viewport": {"width": 206, "height": 458}, "device_scale_factor": 2},
    "wide": {"viewport": {"width": 1280, "height": 800}},
}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    take_device: Callable[..., Device], window: str
) -> None:
    device = take_device(**WINDOWS[window], bypass_csp=True, reduced_motion="reduce")
    device.open("/")
    device.log_interview(company="Norrholm Power", role="Team lead", people=("Tomas Reiter",))
    open_feedback(device)
    found = [violations(device)]
    ask_by_hand(device)
    found.append(violations(device))
    paste(device, ANSWER)
    expect(device.heading(SORTED)).to_be_visible()
    found.append(violations(device))
    label(device, READING).click()
    expect(device.page.get_by_role("dialog").get_by_role("radio").first).to_be_visible()
    found.append(violations(device))
    assert found == [[], [], [], []]


def violations(device: Device) -> list[str]:
    faults = Axe().run(device.page, options=WCAG).response["violations"]
    found = [f"{rule['id']}: {node['html'][:160]}" for rule in faults for node in rule["nodes"]]
    sideways = device.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [*found, f"scrolls sideways by {sideways} px"] if sideways > 0 else found
