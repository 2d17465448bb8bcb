"""What the service worker keeps: exactly one release, whole, so that the app installs and opens without a network."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.chromium import FLAGS, installed
from tests.browser.device import Device
from tests.live_server import LiveServer
from webapp.assets import BUILD_DIR

# Address and size of every kept answer, by the name of its cache.
KEPT = """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => {
    const cache = await caches.open(name);
    const kept = (await cache.keys()).map(async (request) => {
        const size = (await (await cache.match(request, { ignoreVary: true })).arrayBuffer()).byteLength;
        return [request.url.replace(location.origin, ""), size];
    });
    return [name, Object.fromEntries(await Promise.all(kept))];
})))"""


def test_the_worker_keeps_exactly_the_built_files(phone: Device) -> None:
    phone.visit_once()
    manifest = json.loads((BUILD_DIR / "manifest.json").read_text())
    kept = phone.page.evaluate(KEPT)
    assert list(kept) == [f"rebound-{manifest['revision']}"]
    [sizes] = kept.values()
    assert sorted(sizes) == sorted(manifest["precached"])
    built = {path: (BUILD_DIR / Path(path).name).stat().st_size for path in manifest["files"]}
    assert {path: sizes[path] for path in built} == built
    # And nothing was forgotten: what the build made is what it lists.
    made = {
        f"/static/build/{path.name}"
        for path in BUILD_DIR.glob("*.[jcw]*")
        if path.suffix not in (".br", ".gz")
    }
    assert made - set(built) == {"/static/build/manifest.json", "/static/build/service-worker.js"}


def test_a_kept_file_that_got_lost_comes_from_the_network(phone: Device) -> None:
    phone.visit_once()
    lost = phone.page.evaluate(
        """async () => {
            const [name] = await caches.keys();
            const cache = await caches.open(name);
            const script = document.querySelector("script[src]").getAttribute("src");
            return await cache.delete(script, { ignoreVary: true });
        }"""
    )
    assert lost
    phone.open("/")
    expect(phone.button("I just had an interview")).to_be_visible()


def test_the_app_can_be_installed(chromium: Browser, live_server: LiveServer, tmp_path: Path) -> None:
    # A private window, which is what the other tests' devices are, can install nothing.
    context = chromium.browser_type.launch_persistent_context(
        tmp_path / "profile",
        executable_path=installed(),
        args=list(FLAGS),
    )
    page = context.pages[0]
    page.goto(live_server.url)
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    cdp = context.new_cdp_session(page)
    assert cdp.send("Page.getInstallabilityErrors") == {"installabilityErrors": []}
    context.close()
