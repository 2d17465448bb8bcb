"""Plan B: prepared while still hopeful, ranked by hand, set out on with one tap, and let go of on any device."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.device import NEXT_LOOK_MS, Device
from tests.live_server import LiveServer

STORAGE, CONSULTANCY = "Storage team, Norrholm", "Planner at a consultancy"


def add_options(device: Device, *titles: str) -> None:
    device.open("/plan-b")
    device.button("Add an option").click()
    for title in titles:
        device.page.keyboard.type(title)
        device.page.keyboard.press("Enter")
        expect(device.heading(title)).to_be_visible()


def in_days(days: int) -> datetime:
    """By the clock of the person's zone, which has its own idea of today around midnight."""
    return datetime.now(UTC).astimezone(ZoneInfo("Europe/Berlin")) + timedelta(days=days)


def options(device: Device) -> list[str]:
    return device.page.get_by_role("main").get_by_role("heading", level=3).all_inner_texts()


def option(device: Device, title: str) -> Locator:
    return device.page.get_by_role("listitem").filter(has=device.heading(title))


def grip(device: Device, title: str) -> Locator:
    return device.page.get_by_role("button", name=f"Move: {title}")


@pytest.fixture
def hopeful(phone: Device) -> Device:
    """The phone, with two options named and nothing more."""
    add_options(phone, STORAGE, CONSULTANCY)
    return phone


def test_an_option_becomes_ready_by_what_it_has_and_never_by_saying_so(hopeful: Device) -> None:
    page = hopeful.page
    expect(hopeful.heading("Two ideas to start from.")).to_be_visible()
    page.get_by_role("link", name=STORAGE).click()
    expect(page.get_by_role("heading", level=1, name=STORAGE)).to_be_visible()
    expect(page.get_by_text("A next step, somebody to ask and a day make it ready.")).to_be_visible()
    page.get_by_role("radio", name="Inside").click()
    page.get_by_role("button", name="Who could be asked?").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Jonas Wild")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Jonas Wild")).to_be_visible()
    # Small enough for ten minutes, and it knows whom to ask.
    hopeful.button("ask Jonas what they are missing").click()
    expect(page.get_by_label("In ten minutes")).to_have_value("ask Jonas what they are missing")
    expect(page.get_by_text("A day makes it ready.")).to_be_visible()
    page.get_by_label("On which day").fill(in_days(1).date().isoformat())
    page.get_by_label("In a word").fill("sideways")
    hopeful.tab("Plan B").click()
    expect(hopeful.heading("One option is ready.")).to_be_visible()
    ready = option(hopeful, STORAGE)
    expect(ready).to_contain_text("Inside, sideways")
    expect(ready).to_contain_text("Next: ask Jonas what they are missing, tomorrow.")
    arc = page.get_by_role("img", name=re.compile(f"{STORAGE}: ready; {CONSULTANCY}: an idea"))
    expect(arc).to_be_visible()
    expect(option(hopeful, CONSULTANCY).get_by_role("button", name="Activate this one")).to_have_count(0)
    hopeful.tab("People").click()
    expect(page.get_by_text("Jonas Wild")).to_be_visible()


def test_options_are_ranked_with_the_keyboard_and_with_a_finger(hopeful: Device) -> None:
    page = hopeful.page
    assert options(hopeful) == [STORAGE, CONSULTANCY]
    grip(hopeful, CONSULTANCY).press("ArrowUp")
    expect(page.get_by_role("heading", level=3).first).to_have_text(CONSULTANCY)
    expect(grip(hopeful, CONSULTANCY)).to_be_focused()
    hopeful.expect_said(f"Moved: {CONSULTANCY}")
    grip(hopeful, STORAGE).hover()
    box, above = grip(hopeful, STORAGE).bounding_box(), option(hopeful, CONSULTANCY).bounding_box()
    assert box
    assert above
    page.mouse.down()
    page.mouse.move(box["x"] + 20, above["y"], steps=6)
    page.mouse.up()
    expect(page.get_by_role("heading", level=3).first).to_have_text(STORAGE)
    hopeful.expect_said(f"Moved: {STORAGE}")
    page.reload()
    expect(page.get_by_role("heading", level=3).first).to_have_text(STORAGE)
    assert options(hopeful) == [STORAGE, CONSULTANCY]


def test_one_is_set_out_on_without_a_server_and_let_go_of_on_the_other_device(
    phone: Device, laptop: Device, live_server: LiveServer
) -> None:
    phone.visit_once()
    phone.create_account()
    add_options(phone, STORAGE, CONSULTANCY)
    phone.expect_saved()
    phone.carry_passkeys_to(laptop)
    laptop.visit_once()
    laptop.sign_in()
    laptop.open("/plan-b")
    expect(laptop.heading(CONSULTANCY)).to_be_visible()
    live_server.stop()
    phone.page.get_by_role("link", name=CONSULTANCY).click()
    phone.button("Activate this one").click()
    expect(phone.heading("Activate Plan B")).to_be_visible()
    expect(phone.item("Take the smallest step of the best one, ten minutes")).to_be_visible()
    phone.button("Undo").click()
    expect(phone.heading("This list is in the trash.")).to_be_visible()
    phone.open("/plan-b")
    expect(phone.heading("Two ideas to start from.")).to_be_visible()
    phone.page.get_by_role("link", name=CONSULTANCY).click()
    phone.button("Activate this one").click()
    expect(phone.item("Take the smallest step of the best one, ten minutes")).to_be_visible()
    live_server.start()
    phone.page.bring_to_front()
    phone.expect_saved(NEXT_LOOK_MS)
    # Meanwhile the laptop was never reloaded.
    laptop.page.bring_to_front()
    expect(laptop.heading("One option is under way.")).to_be_visible(timeout=NEXT_LOOK_MS)
    laptop.page.get_by_role("link", name=CONSULTANCY).click()
    laptop.button("Not under way any more").click()
    laptop.expect_saved()
    phone.open("/plan-b")
    expect(phone.heading("Two ideas to start from.")).to_be_visible()
    assert options(phone) == [STORAGE, CONSULTANCY]


def test_the_day_to_stop_waiting_comes_up_calmly_on_today(hopeful: Device) -> None:
    page = hopeful.page
    page.get_by_role("button", name="Stop waiting here").click()
    hopeful.button("4 weeks").click()
    hopeful.button("Keep this day").click()
    chosen = page.get_by_role("button", name=re.compile("Stop waiting here: .* You chose this date on"))
    expect(chosen).to_be_visible()
    hopeful.tab("Today").click()
    line = page.get_by_role("link", name=re.compile("^Stop waiting here"))
    expect(page.get_by_role("link", name=re.compile("^Plan B: 2 ideas"))).to_be_visible()
    expect(line).to_have_count(0)
    page.clock.set_fixed_time(in_days(28))
    page.reload()
    line.click()
    expect(page.get_by_role("dialog")).to_contain_text("The day you chose is here.")
    hopeful.button("No date any more").click()
    expect(page.get_by_role("button", name="Stop waiting here No date yet")).to_be_visible()
    hopeful.button("Undo").click()
    expect(page.get_by_role("button", name=re.compile("The day has come"))).to_be_visible()


def test_what_is_parked_or_done_lies_aside_and_comes_back_to_its_place(hopeful: Device) -> None:
    page = hopeful.page
    page.get_by_role("link", name=STORAGE).click()
    hopeful.button("Park it").click()
    expect(page.get_by_text("Parked. It keeps everything it has.")).to_be_visible()
    page.go_back()
    expect(hopeful.heading("One idea to start from.")).to_be_visible()
    page.get_by_text("Put aside").click()
    page.get_by_role("link", name=f"{STORAGE} Parked").click()
    hopeful.button("Take it out again").click()
    hopeful.button("More").click()
    page.get_by_role("dialog").get_by_text("Move to the trash").click()
    expect(hopeful.heading("One idea to start from.")).to_be_visible()
    hopeful.button("Undo").click()
    expect(hopeful.heading("Two ideas to start from.")).to_be_visible()
    assert options(hopeful) == [STORAGE, CONSULTANCY]
