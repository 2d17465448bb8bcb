"""Releases A → B → C: a phone left on A is on C after one launch, and a page in use is never pulled away."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.device import Device, eventually
from tests.live_server import PROJECT_ROOT, LiveServer

# Its releases are its own: the server the other stories share must not see them.
pytestmark = pytest.mark.usefixtures("live_server")


@dataclass
class Project:
    """A copy of what is served, so that a test may publish releases in it."""

    root: Path

    def publish(self, name: str) -> str:
        """Serve a release whose files are all new, as after a deployment. Returns its script's address."""
        build = self.root / "static" / "build"
        manifest = json.loads((build / "manifest.json").read_text())
        revision, script = str(manifest["revision"]), str(manifest["script"])
        scripts = {
            path.name: f"part-{name}{path.name.removeprefix('part')}" for path in build.glob("part-*.js")
        }
        # The scripts name each other, and the worker and the manifest name them all.
        for path in [*build.glob("*.js"), build / "manifest.json"]:
            text = path.read_text()
            for old, new in scripts.items():
                text = text.replace(old, new)
            path.write_text(text.replace(revision, f"release-{name}"))
        for compressed in [*build.glob("*.br"), *build.glob("*.gz")]:
            compressed.unlink()
        for old, new in scripts.items():
            (build / old).rename(build / new)
        return script.replace(Path(script).name, scripts[Path(script).name])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "project"
    for part in ("webapp", "templates", "static"):
        shutil.copytree(PROJECT_ROOT / part, root / part)
    return Project(root)


@pytest.fixture
def live_server(project: Project, sqlite_database: str, tmp_path: Path) -> Iterator[LiveServer]:
    server = LiveServer(sqlite_database, tmp_path / "server", environment={}, project=project.root)
    server.start()
    yield server
    server.stop()


def runs(device: Device, script: str) -> None:
    """The page, and everything that is kept for later, is of this release."""
    expect(device.page.locator(f'script[src="{script}"]')).to_be_attached()
    kept = "async () => (await caches.keys()).filter((name) => name.startsWith('rebound-')).length"
    eventually(lambda: device.page.evaluate(kept) == 1)


def test_a_phone_left_on_the_first_release_is_on_the_third_after_one_launch(
    phone: Device, project: Project, live_server: LiveServer
) -> None:
    phone.visit_once()
    phone.page.close()
    project.publish("B")
    third = project.publish("C")

    phone.page = phone.context.new_page()
    phone.open("/")
    runs(phone, third)

    live_server.stop()
    phone.open("/people")
    runs(phone, third)


def test_what_was_unsent_is_there_and_goes_up_after_two_releases(
    phone: Device, laptop: Device, project: Project, live_server: LiveServer
) -> None:
    phone.visit_once()
    phone.create_account()
    phone.carry_passkeys_to(laptop)
    live_server.stop()
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    expect(phone.status("only on this device").first).to_be_attached()
    phone.page.close()
    project.publish("B")
    third = project.publish("C")
    live_server.start()

    phone.page = phone.context.new_page()
    phone.open("/interviews")
    runs(phone, third)
    phone.expect_saved()

    laptop.sign_in()
    laptop.tab("Interviews").click()
    expect(laptop.page.get_by_text("Planning manager").first).to_be_visible()


def test_a_page_in_use_is_offered_the_new_release_and_keeps_its_words(
    phone: Device, project: Project
) -> None:
    phone.visit_once()
    phone.page.get_by_role("link", name="I just had an interview").or_(
        phone.page.get_by_role("button", name="I just had an interview")
    ).click()
    phone.page.get_by_label("Company").fill("Ostara Rail")
    second = project.publish("B")
    phone.page.evaluate("async () => (await navigator.serviceWorker.ready).update()")

    expect(phone.page.get_by_text("A newer Rebound is ready.")).to_be_visible()
    expect(phone.page.get_by_label("Company")).to_have_value("Ostara Rail")
    phone.page.get_by_role("button", name="Start it").click()
    runs(phone, second)


def test_a_release_that_is_not_whole_is_not_taken(phone: Device, project: Project) -> None:
    phone.visit_once()
    first = phone.page.locator("script[src]").get_attribute("src")
    second = project.publish("B")
    missing = project.root / second.lstrip("/")
    kept = missing.read_bytes()
    missing.unlink()

    phone.open("/")
    phone.page.evaluate(
        "async () => { await (await navigator.serviceWorker.ready).update().catch(() => {}) }"
    )
    phone.page.wait_for_function(
        "async () => { const it = await navigator.serviceWorker.ready; return !it.installing && !it.waiting }"
    )
    assert first
    # Until the browser gives it up, the release that is not whole has a cache of its own; nothing is served from it.
    expect(phone.page.locator(f'script[src="{first}"]')).to_be_attached()

    missing.write_bytes(kept)
    phone.open("/")
    runs(phone, second)
