"""The cast of the browser tests: a real Chromium, a real server, and as many devices as a story needs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser.chromium import FLAGS, installed
from tests.browser.device import Device
from tests.live_server import LiveServer

# A desktop browser loads the page of suggestions under its address field for each window, twice, and keeps a process
# ready for the next site: a third of what a story costs, for an address field that nobody sees.
NOT_NEEDED = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess")

# Two cores carry the server, the browser and another worker's tests; a person would not notice, a timeout would.
expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's or anybody's Chromium, else the one Playwright downloaded."""
    with sync_playwright() as playwright:
        features = ",".join((*disabled_by_playwright(playwright), *NOT_NEEDED))
        flags = [*FLAGS, f"--disable-features={features}"]
        browser = playwright.chromium.launch(executable_path=installed(), args=flags)
        yield browser
        browser.close()


def disabled_by_playwright(playwright: Playwright) -> list[str]:
    """What Playwright switches off for steady tests. Chromium heeds the last list it is given, so ours repeats it."""
    browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
    command = browser.new_browser_cdp_session().send("SystemInfo.getInfo")["commandLine"]
    browser.close()
    return [name for names in re.findall(r"--disable-features=(\S+)", command) for name in names.split(",")]


@pytest.fixture(scope="session")
def shared_server(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for all stories that leave it alone: each takes new devices and makes accounts of its own."""
    folder = tmp_path_factory.mktemp("shared-server")
    database = shutil.copy(migrated_sqlite, folder / "rebound.db")
    server = LiveServer(f"sqlite:///{database}", folder, environment={})
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(request: pytest.FixtureRequest) -> LiveServer:
    """The shared one, or one of its own for a story that stops or replaces it."""
    name = "live_server" if "live_server" in request.fixturenames else "shared_server"
    chosen: LiveServer = request.getfixturevalue(name)
    return chosen


@pytest.fixture
def take_device(chromium: Browser, server: LiveServer) -> Iterator[Callable[..., Device]]:
    """Takes another device out of the drawer. At the end none of them may have complained about anything."""
    taken: list[Device] = []

    def take(**options: object) -> Device:
        device = Device.take(chromium, server.url, **options)
        taken.append(device)
        return device

    yield take
    faults = [fault for device in taken for fault in device.faults]
    for device in taken:
        device.close()
    assert faults == []


@pytest.fixture
def phone(take_device: Callable[..., Device]) -> Device:
    """The person's phone."""
    return take_device()


@pytest.fixture
def laptop(take_device: Callable[..., Device]) -> Device:
    """The person's other device, with a wide window."""
    return take_device(viewport={"width": 1280, "height": 800})
