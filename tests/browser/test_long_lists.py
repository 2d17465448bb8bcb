"""A list longer than the screen: only what is near is in the page, and nobody has to know."""

from __future__ import annotations

import re
import uuid

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.device import Device, eventually
from tests.browser.slow_disk import HOLD

LETTERS = "abcdefghijklmnopqrstuvwxyz"

FILL = """async ([collection, rows]) => {
    const database = await new Promise((done) => {
        const request = indexedDB.open("rebound-local");
        request.onsuccess = () => done(request.result);
    });
    const transaction = database.transaction(collection, "readwrite");
    for (const row of rows) transaction.objectStore(collection).put(row);
    await new Promise((done) => (transaction.oncomplete = done));
    database.close();
}"""


SOME_FRAMES = """async () => {
    for (let time = 0; time < 30; time += 1) await new Promise((done) => requestAnimationFrame(done));
}"""


def put(device: Device, collection: str, fields_of_rows: list[dict[str, object]]) -> list[str]:
    """Straight into the device's storage: nobody types four hundred interviews for a test."""
    rows = [
        {
            "id": str(uuid.uuid4()),
            "seq": 1,
            "round": 0,
            "fields": fields,
            "stamps": dict.fromkeys(fields, "0" * 34),
            **({"open": "2026-01-01T00:00:00Z"} if collection == "items" else {}),
        }
        for fields in fields_of_rows
    ]
    device.page.evaluate(FILL, [collection, rows])
    return [str(row["id"]) for row in rows]


@pytest.fixture
def many(phone: Device) -> Device:
    """The phone of somebody with 400 open interviews, every fifth with a role of three lines."""
    phone.open("/")
    expect(phone.button("I just had an interview")).to_be_visible()
    long_role = " for night shifts, depots, weekend works and everything between" * 2
    put(
        phone,
        "interviews",
        [
            {
                "company": "Ostara Rail",
                "role": f"Planner {number:03}{long_role if number % 5 == 0 else ''}",
                "outcome": "waiting",
                "held_at": f"2026-01-{1 + number // 24:02}T{number % 24:02}:00:00Z",
            }
            for number in range(400)
        ],
    )
    phone.open("/interviews")
    expect(phone.page.get_by_role("link", name=re.compile("Planner 399"))).to_be_visible()
    return phone


def row(device: Device, number: int) -> Locator:
    return device.page.get_by_role("link", name=re.compile(f"Planner {number:03}"))


def scroll_to(device: Device, top: int) -> None:
    device.page.locator(".pane__scroll").evaluate("(pane, top) => (pane.scrollTop = top)", top)


def rows_in_page(device: Device) -> int:
    return device.page.get_by_role("main").get_by_role("link", name=re.compile("Planner")).count()


def test_only_what_is_near_is_in_the_page_and_the_end_can_be_reached(many: Device) -> None:
    expect(row(many, 399)).to_be_visible()
    assert rows_in_page(many) < 80
    scroll_to(many, 10**6)
    expect(row(many, 0)).to_be_in_viewport()
    expect(row(many, 399)).to_have_count(0)
    assert rows_in_page(many) < 80
    last = many.page.get_by_role("listitem").filter(has=row(many, 0))
    expect(last).to_have_attribute("aria-posinset", "400")
    expect(last).to_have_attribute("aria-setsize", "400")


def test_the_way_back_leads_to_the_same_row_at_the_same_height(many: Device) -> None:
    scroll_to(many, 16_000)
    page = many.page
    in_the_middle = "document.elementFromPoint(200, 450)?.closest('li')?.innerText.slice(0, 11) ?? ''"
    eventually(lambda: "Planner" in page.evaluate(in_the_middle))
    name = page.evaluate(in_the_middle)
    one = page.get_by_role("link", name=re.compile(name))
    # It rests, and under the pointer.
    one.hover()
    before = one.bounding_box()
    one.click()
    expect(page.get_by_role("heading", level=1, name=re.compile(name))).to_be_visible()
    page.go_back()
    expect(one).to_be_in_viewport()
    assert before is not None
    eventually(lambda: (after := one.bounding_box()) is not None and abs(before["y"] - after["y"]) < 2)


def test_tab_walks_through_all_of_it_and_the_focus_survives_a_scroll(many: Device) -> None:
    row(many, 399).focus()
    for _ in range(60):
        many.page.keyboard.press("Tab")
    expect(row(many, 339)).to_be_focused()
    scroll_to(many, 25_000)
    expect(many.page.get_by_role("listitem").filter(has=row(many, 339))).to_have_count(1)
    expect(row(many, 399)).to_have_count(0)
    many.page.keyboard.press("Shift+Tab")
    expect(row(many, 340)).to_be_focused()


@pytest.fixture
def long_checklist(phone: Device) -> Device:
    phone.open("/")
    expect(phone.button("I just had an interview")).to_be_visible()
    (checklist,) = put(
        phone, "checklists", [{"title": "Everything I need", "anchor_at": "2026-01-01T09:00:00Z"}]
    )
    put(
        phone,
        "items",
        [
            {
                "checklist": checklist,
                "text": f"Step {number:03}",
                "position": f"a{LETTERS[number // 26]}{LETTERS[number % 26]}",
            }
            for number in range(200)
        ],
    )
    phone.open(f"/checklists/{checklist}")
    expect(phone.item("Step 000")).to_be_visible()
    return phone


def test_a_line_is_carried_further_than_the_screen_and_lands_under_the_finger(long_checklist: Device) -> None:
    page = long_checklist.page
    grip = page.get_by_role("button", name="Move: Step 003")
    grip.hover()
    box = grip.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    # At the pane's lower edge it scrolls by itself, until lines are there that were not in the page at the start.
    page.mouse.move(box["x"] + 20, 890, steps=4)
    sixty_lines = page.locator(".row").first.evaluate("(row) => 60 * row.offsetHeight")
    top_of_pane = "document.querySelector('main .pane__scroll').scrollTop"
    eventually(lambda: page.evaluate(top_of_pane) > sixty_lines, within_s=20)
    page.mouse.move(box["x"] + 20, 500, steps=4)
    page.mouse.up()
    expect(page.get_by_text(re.compile("Step 003: .* of 200"))).to_be_attached()
    expect(long_checklist.item("Step 003")).to_be_in_viewport()
    names = page.evaluate(
        "[...document.querySelectorAll('main [role=checkbox]')].map((box) => box.getAttribute('aria-label'))"
    )
    place = names.index("Step 003")
    above, below = (int(names[place + by].removeprefix("Step ")) for by in (-1, 1))
    assert below == above + 1
    assert above > 40


def test_arrows_carry_the_focus_through_a_long_list(long_checklist: Device) -> None:
    page = long_checklist.page
    page.get_by_role("button", name="Move: Step 020").focus()
    for place in range(22, 28):
        page.keyboard.press("ArrowDown")
        expect(page.get_by_text(f"Step 020: {place} of 200.")).to_be_attached()
    expect(page.get_by_role("button", name="Move: Step 020")).to_be_focused()


def test_a_disk_slower_than_the_fingers_undoes_no_move(long_checklist: Device) -> None:
    page = long_checklist.page
    page.get_by_role("button", name="Move: Step 020").focus()
    page.evaluate(HOLD, "marks")
    page.keyboard.press("ArrowDown")
    page.evaluate(SOME_FRAMES)
    # The first move is stored, and nothing of it can be read yet, when the second is made; that one is not stored.
    page.evaluate(HOLD, "items")
    page.evaluate("holds[0].isLetGo = true")
    expect(page.get_by_text("Moved: Step 020", exact=True)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("Step 020: 23 of 200.")).to_be_attached()
    page.evaluate(HOLD, "marks")
    # Now the list can be read as it was after the first. The third move goes on from the second all the same.
    page.evaluate("holds[1].isLetGo = true")
    page.evaluate(SOME_FRAMES)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("Step 020: 24 of 200.")).to_be_attached()
    expect(page.get_by_role("button", name="Move: Step 020")).to_be_focused()
    page.evaluate("holds[2].isLetGo = true")
    other_tab = page.context.new_page()
    other_tab.goto(page.url)
    expect(other_tab.get_by_role("checkbox").nth(23)).to_have_accessible_name("Step 020")
