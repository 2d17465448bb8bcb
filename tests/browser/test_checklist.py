"""Working through a checklist: every gesture does its work, and every one of them can be undone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.device import Device


@pytest.fixture
def debrief(phone: Device) -> Device:
    """The phone, open at the debrief of an interview just logged."""
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.page.get_by_role("link", name=re.compile("Debrief while it is fresh")).click()
    expect(phone.heading("Debrief while it is fresh")).to_be_visible()
    return phone


def lines(device: Device) -> list[str]:
    """The lines' texts, top to bottom."""
    boxes = device.page.get_by_role("main").get_by_role("checkbox").all()
    return [box.get_attribute("aria-label") or "" for box in boxes]


def open_line(device: Device, words: str) -> Locator:
    """Open a line by its words, if it is not open already, and return it."""
    # One line opens by itself; before that nobody can say which ones are closed.
    expect(device.page.get_by_role("button", name="Skip")).to_be_visible()
    line = device.page.get_by_role("listitem").filter(has=device.item(words))
    if not line.get_by_role("button", name="Skip").is_visible():
        line.get_by_text(words, exact=True).click()
    expect(line.get_by_role("button", name="Skip")).to_be_visible()
    return line


def undo(device: Device) -> None:
    device.button("Undo").click()


def test_a_line_is_checked_and_the_check_undone(debrief: Device) -> None:
    words = lines(debrief)[0]
    debrief.item(words).click()
    expect(debrief.item(words)).to_be_checked()
    expect(debrief.page.get_by_text(f"Done: {words}", exact=True)).to_be_visible()
    undo(debrief)
    expect(debrief.item(words)).not_to_be_checked()


def test_a_check_is_still_there_after_a_reload(debrief: Device) -> None:
    words = lines(debrief)[0]
    debrief.item(words).click()
    expect(debrief.page.get_by_text(f"Done: {words}", exact=True)).to_be_visible()
    debrief.page.reload()
    expect(debrief.item(words)).to_be_checked()


def test_skipping_is_a_normal_result(debrief: Device) -> None:
    words = lines(debrief)[0]
    open_line(debrief, words).get_by_role("button", name="Skip").click()
    expect(debrief.page.get_by_text("skipped, which is fine")).to_be_visible()
    undo(debrief)
    expect(debrief.page.get_by_text("skipped, which is fine")).to_have_count(0)


def test_a_line_of_ones_own_is_added_and_the_field_waits_for_the_next(debrief: Device) -> None:
    before = len(lines(debrief))
    debrief.button("Add a line").click()
    debrief.page.keyboard.type("Send Ruth the depot sheet")
    debrief.page.keyboard.press("Enter")
    expect(debrief.item("Send Ruth the depot sheet")).to_be_visible()
    debrief.page.keyboard.type("Call Jonas")
    debrief.page.keyboard.press("Enter")
    expect(debrief.item("Call Jonas")).to_be_visible()
    assert len(lines(debrief)) == before + 2


def test_a_lines_words_are_edited_and_put_back(debrief: Device) -> None:
    words = lines(debrief)[0]
    open_line(debrief, words).get_by_role("button", name="Edit").click()
    dialog = debrief.page.get_by_role("dialog")
    dialog.get_by_label("What to do").fill("Rate it, honestly")
    debrief.page.keyboard.press("Escape")
    expect(debrief.item("Rate it, honestly")).to_be_visible()
    undo(debrief)
    expect(debrief.item(words)).to_be_visible()


def test_a_note_survives_the_tab_being_killed_a_moment_after_the_last_key(debrief: Device) -> None:
    words = lines(debrief)[0]
    address = debrief.page.url.removeprefix(debrief.origin)
    open_line(debrief, words).get_by_role("button", name="Note").click()
    note = debrief.page.get_by_label("What you want to remember")
    note.press_sequentially("They asked about the depot model, twice.")
    debrief.page.close()
    debrief.page = debrief.context.new_page()
    debrief.open(address)
    open_line(debrief, words).get_by_role("button", name="Note").click()
    expect(debrief.page.get_by_label("What you want to remember")).to_have_value(
        "They asked about the depot model, twice."
    )


def test_a_line_moves_with_the_keyboard(debrief: Device) -> None:
    first, second, *_ = lines(debrief)
    debrief.page.get_by_role("button", name=f"Move: {first}", exact=True).focus()
    debrief.page.keyboard.press("ArrowDown")
    expect(debrief.page.get_by_role("main").get_by_role("checkbox").first).to_have_attribute(
        "aria-label", second
    )
    assert lines(debrief)[:2] == [second, first]
    expect(debrief.page.get_by_role("button", name=f"Move: {first}", exact=True)).to_be_focused()
    debrief.expect_said(f"Moved: {first}")
    debrief.page.reload()
    expect(debrief.page.get_by_role("main").get_by_role("checkbox").first).to_have_attribute(
        "aria-label", second
    )


def test_a_line_moves_by_dragging_its_grip(debrief: Device) -> None:
    first, second, third, *_ = lines(debrief)
    # The pointer comes to rest on a grip that rests, too.
    debrief.page.get_by_role("button", name=f"Move: {first}", exact=True).hover()
    goal = debrief.page.get_by_role("button", name=f"Move: {third}", exact=True).bounding_box()
    assert goal
    mouse = debrief.page.mouse
    mouse.down()
    mouse.move(goal["x"] + goal["width"] / 2, goal["y"] + goal["height"] * 0.8, steps=12)
    mouse.up()
    boxes = debrief.page.get_by_role("main").get_by_role("checkbox")
    expect(boxes.nth(2)).to_have_attribute("aria-label", first)
    assert lines(debrief)[:3] == [second, third, first]


def test_a_date_chosen_by_hand_is_shown_and_undone(debrief: Device) -> None:
    words = lines(debrief)[-1]
    line = open_line(debrief, words)
    line.get_by_role("button", name="Snooze").click()
    debrief.page.get_by_role("dialog").get_by_role("button", name=re.compile("Tomorrow")).click()
    expect(debrief.page.get_by_role("dialog")).to_have_count(0)
    expect(debrief.button("Undo")).to_be_visible()


def test_a_trashed_list_leaves_today_and_can_be_restored_later(debrief: Device) -> None:
    debrief.button("More").click()
    debrief.page.get_by_role("dialog").get_by_role("button", name="Move to the trash").click()
    debrief.expect_said("Moved to the trash")
    debrief.open("/trash")
    row = debrief.page.get_by_role("listitem").filter(has_text="Debrief while it is fresh")
    row.get_by_role("button", name=re.compile("Restore")).click()
    expect(row).to_have_count(0)
    debrief.open("/interviews")
    debrief.page.get_by_text("Planning manager").first.click()
    expect(debrief.page.get_by_role("link", name=re.compile("Debrief while it is fresh"))).to_be_visible()


def test_any_of_the_eight_playbooks_starts_on_its_own(phone: Device) -> None:
    titles = (
        "Debrief while it is fresh",
        "Thank and follow up",
        "Ask for feedback",
        "Activate Plan B",
        "Update network",
        "Forward wins",
        "Leave evidence",
        "Decide on what it pays",
    )
    phone.open("/playbooks")
    for title in titles:
        expect(phone.page.get_by_text(title, exact=True).first).to_be_visible()
