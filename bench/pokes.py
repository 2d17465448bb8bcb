"""How soon what one open device keeps is on the other: `python -m bench.pokes [--rounds 12]`.

Two browsers of one account, both on Wins. From Enter on the one until the line is on the other's screen, by the
clock: a busy machine makes it longer. The bar is two seconds, of which the device waits one for what else is typed.
"""

from __future__ import annotations

import argparse
import statistics
import time

from playwright.sync_api import expect, sync_playwright

from bench.screens import running_server
from tests.browser.chromium import FLAGS, installed
from tests.browser.device import Device

BAR_MS = 2_000
# Longer than a device waits for more, so that each round is one of its own.
REST_MS = 1_500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=12)
    rounds = parser.parse_args().rounds
    with running_server() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        phone, laptop = Device.take(browser, url), Device.take(browser, url)
        phone.visit_once()
        phone.share_account_with(laptop)
        for device in (phone, laptop):
            device.open("/wins")
            device.page.wait_for_timeout(REST_MS)
        took = [one_round(phone, laptop, f"The night plan held, night {number}") for number in range(rounds)]
        browser.close()
    median, most = statistics.median(took), max(took)
    print(f"from Enter to the other screen, ms: median {median:.0f}, most {most:.0f}, bar {BAR_MS}")


def one_round(phone: Device, laptop: Device, win: str) -> float:
    """In milliseconds."""
    field = phone.page.locator("main input").first
    field.fill(win)
    began = time.perf_counter()
    field.press("Enter")
    expect(laptop.page.get_by_text(win).first).to_be_visible(timeout=30_000)
    took = 1000 * (time.perf_counter() - began)
    phone.page.wait_for_timeout(REST_MS)
    return took


if __name__ == "__main__":
    main()
