"""Every screen for everybody: axe finds nothing, at any size and theme, and nothing scrolls sideways."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.device import PHONE, Device

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PLACES = ("/", "/interviews", "/plan-b", "/people", "/wins")
PEOPLE = (
    "/people/map",
    "/people/everyone",
    "/people/places",
    "/people/rhythms",
    "/people/duplicates",
    "/people/import",
)
WINS = ("/wins#week", "/wins/new", "/wins/print", "/wins/gaps")
OTHERS = (
    "/just-had",
    "/search",
    "/insights",
    "/playbooks",
    "/decisions",
    "/trash",
    "/settings",
    "/sign-in",
    "/recover",
    "/link",
)

WINDOWS: dict[str, dict[str, Any]] = {
    "phone, light": {"color_scheme": "light"},
    "phone, dark": {"color_scheme": "dark"},
    "320 px": {"viewport": {"width": 320, "height": 640}},
    # 200 % text: the root font size doubles, as a phone's setting does it.
    "200 % text": {"viewport": {"width": 206, "height": 458}, "device_scale_factor": 2},
    "wide": {"viewport": {"width": 1280, "height": 800}},
}
# Colours that change at once, and a page that lets axe in.
FOR_AXE: dict[str, Any] = {"bypass_csp": True, "reduced_motion": "reduce"}


# Only what is wrong crosses over to Python: all that was right is ten times as long as the page, and took ten times as
# long to read as to find.
FIND_VIOLATIONS = """async (options) => {
    const { violations } = await axe.run(document, { ...options, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}"""

# Three frames in which nothing was drawn anew, though axe's own marks and the app's come between them.
COME_TO_REST = """async () => {
    let changes = 0;
    const observer = new MutationObserver(() => (changes += 1));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let frame = 0, still = 0; still < 3; frame += 1) {
        if (frame > 600) throw new Error("the page never comes to rest");
        const before = changes;
        await new Promise((done) => requestAnimationFrame(done));
        still = changes === before ? still + 1 : 0;
    }
    observer.disconnect();
}"""


def violations(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(FIND_VIOLATIONS, WCAG)
    return found


def faults_of(page: Page) -> dict[str, list[str]]:
    """What is wrong with what is shown, by window: the page stays as it is and is turned, dimmed and drawn larger."""
    found: dict[str, list[str]] = {}
    for window in reversed(WINDOWS):
        change_to(page, window)
        found[window] = violations(page) + sideways(page)
    # The last one is the phone, as whoever goes on from here left it.
    found["phone, light"] += small_targets(page)
    return {window: faults for window, faults in found.items() if faults}


def change_to(page: Page, window: str) -> None:
    options = WINDOWS[window]
    page.emulate_media(color_scheme=options.get("color_scheme", "light"))
    page.set_viewport_size(options.get("viewport", PHONE))
    page.evaluate(COME_TO_REST)


def sideways(page: Page) -> list[str]:
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls sideways by {width} px"] if width > 0 else []


def small_targets(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
            .filter((target) => target.checkVisibility({ visibilityProperty: true }))
            .map((target) => [target, target.getBoundingClientRect()])
            .filter(([target, box]) => box.width > 1 && (box.width < 44 || box.height < 44))
            .map(([target, { width, height }]) =>
                `${Math.round(width)}x${Math.round(height)} ${target.outerHTML.slice(0, 120)}`)"""
    )
    return found


def fill_with_life(device: Device) -> list[str]:
    """A person, an interview, a win and a plan; returns the addresses of their pages."""
    device.open("/plan-b")
    device.button("Add an option").click()
    device.page.keyboard.type("Storage team, Norrholm")
    device.page.keyboard.press("Enter")
    device.page.get_by_role("link", name="Storage team, Norrholm").click()
    expect(device.page.get_by_role("heading", level=1, name="Storage team, Norrholm")).to_be_visible()
    option = device.page.url.removeprefix(device.origin)
    device.open("/decisions")
    device.button("Start a worksheet").click()
    expect(device.heading("What would each of them pay you?")).to_be_visible()
    worksheet = device.page.url.removeprefix(device.origin)
    device.open("/")
    device.log_interview(company="Ostara Rail", role="Planning manager", people=("Ruth Abelson",))
    interview = device.page.url.removeprefix(device.origin)
    device.page.get_by_role("link", name=re.compile("Debrief while it is fresh")).click()
    expect(device.heading("Debrief while it is fresh")).to_be_visible()
    checklist = device.page.url.removeprefix(device.origin)
    device.open("/wins")
    device.page.get_by_label("One line is enough").fill("Depot model handed over: 14 minutes a run, was 90")
    device.button("Add this win").click()
    device.page.get_by_role("link", name="Depot model handed over").click()
    expect(device.page.get_by_label("In one line")).to_be_visible()
    win = device.page.url.removeprefix(device.origin)
    return [
        option,
        worksheet,
        f"{worksheet}#setup",
        interview,
        f"{interview}#values",
        checklist,
        win,
        f"{win}#pass-on",
        f"{win}#told",
        f"{win}#gap",
    ]


def test_axe_finds_nothing_on_the_first_screen(take_device: Callable[..., Device]) -> None:
    device = take_device(**FOR_AXE)
    device.open("/")
    expect(device.button("I just had an interview")).to_be_visible()
    assert faults_of(device.page) == {}


@pytest.mark.parametrize("part", ["what is theirs", "the places", "the rest"])
def test_every_screen_is_for_everybody(take_device: Callable[..., Device], part: str) -> None:
    """Axe in every window, nothing sideways, and on a phone no target too small for a thumb."""
    device = take_device(**FOR_AXE)
    device.open("/")
    theirs = fill_with_life(device)
    screens = {"what is theirs": theirs, "the places": (*PLACES, *PEOPLE, *WINS), "the rest": OTHERS}
    found: dict[str, dict[str, list[str]]] = {}
    for path in screens[part]:
        device.open(path)
        expect(device.page.get_by_role("heading", level=1)).to_be_visible()
        found[path] = faults_of(device.page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_the_first_run_can_be_done_with_the_keyboard_alone(phone: Device) -> None:
    phone.open("/")
    expect(phone.button("I just had an interview")).to_be_visible()
    tab_to(phone, "I just had an interview")
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_label("Company", exact=True)).to_be_visible()
    phone.page.get_by_label("Company", exact=True).focus()
    phone.page.keyboard.type("Ostara Rail")
    phone.page.keyboard.press("Tab")
    phone.page.keyboard.type("Planning manager")
    phone.page.keyboard.press("Enter")
    expect(phone.heading("Planning manager")).to_be_visible()


def tab_to(device: Device, name: str) -> None:
    for _ in range(30):
        device.page.keyboard.press("Tab")
        if device.page.evaluate("document.activeElement.textContent").strip() == name:
            return
    raise AssertionError(f"Tab never reached {name!r}")


def test_axe_finds_nothing_on_the_screens_of_an_account(take_device: Callable[..., Device]) -> None:
    device = take_device(**FOR_AXE)
    device.create_account()
    found = {}
    for path, button, words in (
        ("/settings", "Chrome on Linux", "Remove this passkey"),
        ("/settings", "The name of the account", "Nobody else sees it"),
        ("/settings", "Sign out on every device", "asked to sign in again"),
        ("/settings", "Export everything", "The files are not locked"),
        ("/settings", "Delete the account", "Nobody can bring it back"),
        ("/settings/recovery-codes", "Make recovery codes", "Keep them where only you look"),
        ("/settings/link", "Show a code", "Good once, until"),
    ):
        device.open(path)
        device.page.get_by_role("button", name=button).click()
        expect(device.page.get_by_text(words)).to_be_attached()
        found[f"{path} → {button}"] = faults_of(device.page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_axe_finds_nothing_where_two_devices_meet_and_where_an_account_ends(
    take_device: Callable[..., Device],
) -> None:
    phone, laptop = take_device(**FOR_AXE), take_device(**FOR_AXE)
    found: dict[str, dict[str, list[str]]] = {}

    def look(device: Device, heading: str) -> None:
        expect(device.heading(heading)).to_be_visible()
        found[heading] = faults_of(device.page)

    phone.create_account()
    phone.open("/settings/link")
    phone.button("Show a code").click()
    laptop.open("/link")
    laptop.page.get_by_label("Code on the other device").fill(
        phone.page.locator(".link-code__letters").inner_text()
    )
    laptop.button("Go on").click()
    look(laptop, "Now say yes on the other device.")
    look(phone, "asks to come in.")
    phone.page.get_by_role("button", name=re.compile("^Yes, it shows")).click()
    look(phone, "Yes said. The other device goes on by itself.")
    laptop.button("Make a passkey here").click()
    expect(laptop.tab("Today")).to_be_visible()
    phone.open("/settings")
    phone.button("Delete the account").click()
    phone.button("Delete it for good").click()
    expect(phone.button("I have an account")).to_be_visible()
    laptop.open("/")
    look(laptop, "This account was deleted.")
    assert {where: faults for where, faults in found.items() if faults} == {}


def test_axe_finds_nothing_in_what_was_before_and_in_the_days_off(take_device: Callable[..., Device]) -> None:
    device = take_device(**FOR_AXE)
    device.open("/")
    device.log_interview(company="Ostara Rail", role="Planning manager")
    device.page.get_by_role("button", name=re.compile("^Notes")).click()
    for words in ("Ruth Abelson asked about the depot model.", "Ruth asked about the rota."):
        device.page.get_by_label("What you want to keep").fill(words)
        expect(device.page.get_by_role("button", name=re.compile("^Notes")).first).to_contain_text(words[:20])
    device.button("Earlier versions").click()
    expect(device.page.get_by_role("insertion").first).to_be_visible()
    found = {"earlier versions": faults_of(device.page)}
    device.open("/settings")
    device.page.get_by_role("button", name=re.compile("^Days off")).click()
    sheet = device.page.get_by_role("dialog", name="Days off")
    sheet.get_by_role("button", name="Add").click()
    sheet.get_by_label("From").fill("2099-12-24")
    sheet.get_by_role("button", name="Add").click()
    expect(sheet.get_by_role("listitem")).to_have_count(1)
    found["days off"] = faults_of(device.page)
    assert {where: faults for where, faults in found.items() if faults} == {}
