"""After one visit the server process may be stopped: every screen and deep link opens, and everything is kept."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.device import Device
from tests.live_server import LiveServer

SCREENS = {
    "/": "small thing",
    "/just-had": "Two facts",
    "/interviews": "open",
    "/plan-b": "",
    "/people": "",
    "/wins": "What went well",
    "/playbooks": "",
    "/trash": "",
    "/settings": "Settings",
    "/sign-in": "Welcome back",
}


def test_after_one_visit_everything_works_without_the_server(phone: Device, live_server: LiveServer) -> None:
    phone.visit_once()
    live_server.stop()

    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    interview_path = phone.page.url.removeprefix(phone.origin)
    phone.page.get_by_role("link", name=re.compile("Debrief while it is fresh")).click()
    first = phone.page.get_by_role("checkbox").first
    first.click()
    expect(first).to_be_checked()
    words = first.get_attribute("aria-label") or ""

    phone.page.close()
    phone.page = phone.context.new_page()
    phone.open(interview_path)
    expect(phone.heading("Planning manager")).to_be_visible()
    phone.page.get_by_role("link", name=re.compile("Debrief while it is fresh")).click()
    expect(phone.item(words)).to_be_checked()


@pytest.mark.parametrize("path", SCREENS)
def test_every_screen_opens_by_its_address_with_the_server_stopped(
    phone: Device, live_server: LiveServer, path: str
) -> None:
    phone.visit_once()
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    live_server.stop()
    phone.open(path)
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text(SCREENS[path])


def test_what_opens_from_today_opens_without_the_server(phone: Device, live_server: LiveServer) -> None:
    phone.visit_once()
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    live_server.stop()

    phone.open("/")
    for opener, title in (("Not now", "Not now"), ("Sync: Only here", "Where your words are")):
        phone.button(opener).click()
        expect(phone.page.get_by_role("dialog", name=title)).to_be_visible()
        phone.page.keyboard.press("Escape")
        expect(phone.page.get_by_role("dialog")).to_have_count(0)
        expect(phone.button(opener)).to_be_focused()


def test_beside_today_the_first_thing_lies_open_without_the_server(
    laptop: Device, live_server: LiveServer
) -> None:
    laptop.visit_once()
    laptop.log_interview(company="Ostara Rail", role="Planning manager")
    live_server.stop()

    laptop.open("/")
    first = laptop.page.get_by_role("region", name="The first of them")
    first.get_by_role("button", name="Note").click()
    expect(laptop.page.get_by_role("dialog").get_by_role("textbox")).to_be_visible()
